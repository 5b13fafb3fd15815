"""A text in runs of different weight and colour, wrapped at a width. Never markup: a family's words stay words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.theme.fitted import Fitted
from desktop.theme.look import Look, current

ENDLESS = 1_000_000
_WIDTHS_KEPT = 4


@dataclass(frozen=True)
class Run:
    """A piece of text; weight 400, 600 or 700, or None for that of the type step. `marked` with a highlighter."""

    text: str
    role: str = "ink"
    weight: int | None = None
    marked: bool = False


def bold(text: str, role: str = "ink") -> Run:
    """What differs or is missing."""
    return Run(text, role, 700)


def quiet(text: str) -> Run:
    return Run(text, "ink_quiet", 400)


class WrappedRuns:
    """Runs laid out at a width in px (ENDLESS: on one line); `size` is what they take up."""

    def __init__(self, runs: Sequence[Run], font: QFont, width: float = ENDLESS, line_height: float = 1.0) -> None:
        look = current()
        self._layout = QTextLayout("".join(run.text for run in runs).replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        formats, start = [], 0
        for run in runs:
            piece = QTextLayout.FormatRange()
            length = len(run.text.encode("utf-16-le")) // 2  # Qt counts UTF-16 units
            piece.start, piece.length = start, length
            style = QTextCharFormat()
            style.setForeground(look.colour(run.role))
            if run.weight:
                style.setFontWeight(run.weight)
            if run.marked:
                style.setBackground(look.colour("mark"))
                style.setFontUnderline(True)  # not by colour alone
            piece.format = style
            formats.append(piece)
            start += length
        self._layout.setFormats(formats)
        self._layout.beginLayout()
        height, widest = 0.0, 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, height))
            height += line.height() * line_height
            widest = max(widest, line.naturalTextWidth())
        self._layout.endLayout()
        self.size = QSizeF(widest, height)

    def draw(self, painter: QPainter, at: QPointF) -> None:
        self._layout.draw(painter, at)


class Wrapping:
    """Runs laid out at whatever width is asked for: a layout asks for the height of a few widths again and again."""

    def __init__(self, runs: Sequence[Run], step: str) -> None:
        self.runs, self._step = tuple(runs), step
        self._look: Look | None = None
        self._kept: dict[float, WrappedRuns] = {}

    def at(self, width: float) -> WrappedRuns:
        """In the look in force; width in px, or ENDLESS."""
        if (look := current()) is not self._look:
            self._look = look
            self._kept.clear()
        if width not in self._kept:
            if len(self._kept) >= _WIDTHS_KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[width] = WrappedRuns(self.runs, look.font(self._step), width)
        return self._kept[width]


class RunLabel(Fitted, QLabel):
    """A label of runs. Its text, for a screen reader too, is the runs together."""

    def __init__(self, runs: Sequence[Run] = (), type_step: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = type_step
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_runs(runs)

    def set_runs(self, runs: Sequence[Run]) -> None:
        self._wrapping = Wrapping(runs, self._step)
        self.setText("".join(run.text for run in runs))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._wrapping.at(width).size.height() + 0.5)

    def sizeHint(self) -> QSize:
        size = self._wrapping.at(ENDLESS).size
        return QSize(int(size.width()) + 2, int(size.height() + 1))

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(min(longest, current().px(160)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        wrapped = self._wrapping.at(self.width())
        spare = max(0.0, self.height() - wrapped.size.height())
        top = self.alignment() & Qt.AlignmentFlag.AlignTop
        wrapped.draw(painter, QPointF(0, 0 if top else spare / 2))
        painter.end()
