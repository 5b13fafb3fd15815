"""How much a case is like a reference client: one cell per compared feature. To be counted, never a percentage."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.pictures.drawing import Drawing, paint_cell
from desktop.render.geometry import likeness_cells
from desktop.theme.look import Look

SIZES = {False: (24, 14, 2.2, 2), True: (6.5, 11, 1.6, 2)}  # width, height, gap, radius


def likeness_words(same: int, different: int, unknown: int) -> str:
    """7 gelijk, 4 anders, 2 onbekend; what does not occur is left out."""
    counts = ((same, "gelijk"), (different, "anders"), (unknown, "onbekend"))
    return ", ".join(f"{count} {word}" for count, word in counts if count) or "niets vergeleken"


class LikenessCells(Drawing):
    """Full is the same, empty is different, dashed is unknown. `small` fits beside a line of text."""

    def __init__(
        self, same: int, different: int, unknown: int, *, small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._small = small
        self.set_counts(same, different, unknown)

    def set_counts(self, same: int, different: int, unknown: int) -> None:
        self._counts = (same, different, unknown)
        self.say(likeness_words(same, different, unknown))
        self.updateGeometry()

    def extent(self, look: Look) -> QSize:
        width, height, gap, _ = SIZES[self._small]
        return QSize(round(sum(self._counts) * (width + gap) * look.scale), look.px(height))

    def draw(self, painter: QPainter, look: Look) -> None:
        widest, height, gap, radius = (size * look.scale for size in SIZES[self._small])
        for cell in likeness_cells(*self._counts, width=self.width(), gap=gap, widest=widest):
            paint_cell(painter, look, QRectF(cell.x, 0, cell.width, height), cell.kind, radius)
