"""Chips: small boxes with a sign and a word. A `Chip` is a button that opens its choice, a `Tag` only tells."""

from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from casework.words import term_in_words
from desktop.theme.fitted import Fitted
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.pill import Pill
from desktop.theme.runs import Run
from desktop.theme.tokens import CLOCK, RADIUS_CHIP

KIND_ICONS: Final = {
    "feit": "circle-check",
    "waarneming": "eye",
    "mening": "quote",
    "hypothese": "flask-conical",
}
ClockState: TypeAlias = Literal["running", "short", "late", "paused"]
SHORT_DAYS: Final = 5


def _policy() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    policy.setHeightForWidth(True)
    return policy


class _Pilled(Fitted):
    """As large as its pill, and as high as that needs where it is narrow."""

    _pill: Pill

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._pill.size(width).height()

    def sizeHint(self) -> QSize:
        return self._pill.size()

    def minimumSizeHint(self) -> QSize:
        size = self._pill.size()
        return QSize(min(size.width(), 8 * size.height()), size.height())

    def _show(self, pill: Pill) -> None:
        self._pill = pill
        self.updateGeometry()
        self.update()


class Chip(_Pilled, QAbstractButton):
    """A button of chip size. Its accessible name is its text."""

    def __init__(self, pill: Pill, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(_policy())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("radius", RADIUS_CHIP)
        self.set_pill(pill)

    def set_pill(self, pill: Pill) -> None:
        self.setText(pill.text.replace("&", "&&"))
        self.setAccessibleName(pill.text)
        self._show(pill)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._pill.paint(painter, QRectF(self.rect()), hover=self.underMouse() and self.isEnabled())
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Tag(_Pilled, QLabel):
    """The same box that only tells: a status, a clock. A screen reader reads its text."""

    def __init__(self, pill: Pill, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(_policy())
        self.set_pill(pill)

    def set_pill(self, pill: Pill) -> None:
        self.setText(pill.text)
        self._show(pill)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._pill.paint(painter, QRectF(self.rect()))
        painter.end()


def status_tag(text: str, icon: str | None = None) -> Tag:
    """A status without judgement, such as `In onderzoek`."""
    return Tag(Pill([Run(text, weight=600)], icon))


def thread_pill(code: str, *, loose: bool = False) -> Pill:
    """A code of the thread, V1 to P1; a loose end has a dashed frame."""
    role, border = ("care", "care_edge") if loose else ("primary", "primary")
    runs = [Run(code, role, 700)]
    return Pill(runs, border=border, ground=None, dashed=loose, padding=5, step="small")


def source_pill(source: str) -> Pill:
    return Pill([Run("van ", "ink_quiet"), Run(source, weight=600)], "user-round")


def kind_pill(kind: str) -> Pill:
    """`kind`: feit, waarneming, mening or hypothese; a hypothesis is dashed, for it is not known."""
    guess = kind == "hypothese"
    return Pill(
        [Run(kind, weight=600)],
        KIND_ICONS[kind],
        border="ink_quiet" if guess else "line",
        ground="surface" if guess else "sunken",
        dashed=guess,
    )


class StatementChips(QWidget):
    """Whose words, of what kind and of which day, under a statement. A click on one asks to change it."""

    source_asked = Signal()
    kind_asked = Signal()
    date_asked = Signal()

    def __init__(self, source: str | None, kind: str | None, day: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self)
        self.source, self.kind, self.day = (Chip(Pill([Run("")])) for _ in range(3))
        self.source.clicked.connect(self.source_asked)
        self.kind.clicked.connect(self.kind_asked)
        self.day.clicked.connect(self.date_asked)
        for chip in (self.source, self.kind, self.day):
            row.addWidget(chip)
        self.show_statement(source, kind, day)

    def show_statement(self, source: str | None, kind: str | None, day: str | None) -> None:
        """Words for a reader, such as `Jesse`, `mening`, `19 november`; None asks for what is still missing."""
        self.source.set_pill(source_pill(source) if source else _asking("van wie?", "user-round"))
        self.kind.set_pill(kind_pill(kind) if kind else _asking("welke soort?", "quote"))
        self.day.set_pill(Pill([Run(day, weight=600)], "calendar") if day else _asking("welke dag?", "calendar"))


def _asking(text: str, icon: str) -> Pill:
    return Pill([Run(text, "care", 600)], icon, "care", border="care_edge", ground="surface", dashed=True)


def clock_words(working_days: int, *, paused: bool = False, short: int = SHORT_DAYS) -> tuple[ClockState, str]:
    """The state and the words of a term: days left, 0 for today, negative for late. short: so many are few."""
    words = term_in_words(working_days, paused=paused)
    if paused:
        return "paused", words
    if working_days < 0:
        return "late", words
    return "short" if working_days <= short else "running", words


class ClockChip(Tag):
    """A term in working days. Form and words first, then colour; `about` is what it is a term for."""

    def __init__(
        self, working_days: int, *, paused: bool = False, about: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(clock_pill(working_days, about, paused=paused), parent)

    def show_term(self, working_days: int, *, paused: bool = False, about: str = "") -> None:
        self.set_pill(clock_pill(working_days, about, paused=paused))


def clock_pill(working_days: int, about: str = "", *, paused: bool = False, short: int = SHORT_DAYS) -> Pill:
    """The face of a term, also for lists that paint it themselves."""
    state, words = clock_words(working_days, paused=paused, short=short)
    text = f"{about}: {words}" if about else words
    icon, role, border, ground = {
        "running": ("clock", "ink", "edge", "surface"),
        "short": ("triangle-alert", "care", "care_edge", "care_soft"),
        "late": ("octagon-alert", "stop", "stop", "stop_soft"),
        "paused": ("circle-pause", "ink_quiet", "edge", "surface"),
    }[state]
    runs = [Run(text, role, 600)]
    return Pill(runs, icon, role, border, ground, dashed=state == "paused", height=CLOCK, step="small")
