"""The face of everything that is a small box with a sign and words: chips, tags, answers, codes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.theme import icons
from desktop.theme.look import current
from desktop.theme.runs import ENDLESS, Run, Wrapping
from desktop.theme.tokens import CHIP, RADIUS_CHIP

DASHES = (2.5, 2.0)


@dataclass(frozen=True)
class Pill:
    """How a small box looks. Measures in px at 100 %; `height` is the least, a text that wraps makes it higher.

    `paint_sign` draws the sign in the square it gets, in place of an icon. `border=None` is no border.
    """

    runs: Sequence[Run]
    icon: str | None = None
    icon_role: str = "ink_quiet"
    border: str | None = "line"
    ground: str | None = "sunken"
    dashed: bool = False
    height: int = CHIP
    radius: float = RADIUS_CHIP
    padding: int = 9
    gap: int = 6
    sign: int = 16
    step: str = "label"
    paint_sign: Callable[[QPainter, QRectF], None] | None = None

    @cached_property
    def _wrapping(self) -> Wrapping:
        return Wrapping(self.runs, self.step)

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    def size(self, width: int | None = None) -> QSize:
        """What it takes on one line, or wrapped within a width in px."""
        look = current()
        beside = self._beside()
        room = ENDLESS if width is None else width - beside
        text = self._wrapping.at(room + 1).size
        height = max(look.px(self.height), round(text.height() + look.px(6)))
        return QSize(int(text.width() + beside) + 1, height)

    def paint(self, painter: QPainter, rect: QRectF, *, hover: bool = False) -> None:
        look = current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = look.border if self.border else 0
        pen = QPen(look.colour(self.border), width) if self.border else QPen(Qt.PenStyle.NoPen)
        if self.dashed:
            pen.setDashPattern(DASHES)
        painter.setPen(pen)
        ground = "primary_soft" if hover else self.ground
        painter.setBrush(look.colour(ground) if ground else Qt.BrushStyle.NoBrush)
        inset = width / 2
        radius = self.radius * look.scale
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
        left = rect.left() + look.px(self.padding)
        if self._has_sign():
            side = look.px(self.sign)
            square = QRectF(left, round(rect.center().y() - side / 2), side, side)
            if self.paint_sign:
                self.paint_sign(painter, square)
            elif self.icon:
                icons.paint(painter, self.icon, self.icon_role, square)
            left += side + look.px(self.gap)
        text = self._wrapping.at(rect.width() - self._beside() + 1)
        text.draw(painter, QPointF(left, rect.center().y() - text.size.height() / 2))

    def _has_sign(self) -> bool:
        return bool(self.icon or self.paint_sign)

    def _beside(self) -> int:
        """What is not text: padding on both sides, the sign and its gap."""
        look = current()
        return 2 * look.px(self.padding) + (look.px(self.sign) + look.px(self.gap) if self._has_sign() else 0)
