"""What the drawings share: a base for painted widgets, and cells and lines in the colours of the look."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.render.geometry import CellKind
from desktop.theme.fitted import Fitted
from desktop.theme.look import Look, current

DASHES = (2.0, 1.6)


class Drawing(Fitted, QWidget):
    """A painted widget: says in words what it shows, and follows theme and text size. Subclasses draw in `draw`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def say(self, name: str, description: str = "") -> None:
        """What a screen reader says: the same as what is drawn."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.update()

    def extent(self, look: Look) -> QSize:
        """The size it likes at this text size."""
        raise NotImplementedError

    def draw(self, painter: QPainter, look: Look) -> None:
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return self.extent(current())

    def minimumSizeHint(self) -> QSize:
        size = self.extent(current())
        return QSize(size.width() // 2, size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, current())
        painter.end()


def pen(look: Look, role: str, width: float | None = None, dashed: bool = False) -> QPen:
    """A pen in the colour of a role; width in px at 100 %, a control's border unless told."""
    made = QPen(look.colour(role), (width or look.tokens.border) * look.scale)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        made.setDashPattern(DASHES)
    return made


def paint_cell(painter: QPainter, look: Look, box: QRectF, kind: CellKind, radius: float) -> None:
    """A cell that is full, half full from below, empty, or dashed: told apart without any colour."""
    role = "primary" if kind in ("full", "half") else "edge"
    outline = pen(look, role, dashed=kind == "dashed")
    inset = outline.widthF() / 2
    inner = box.adjusted(inset, inset, -inset, -inset)
    painter.setPen(outline)
    painter.setBrush(look.colour("primary" if kind == "full" else "surface"))
    painter.drawRoundedRect(inner, radius, radius)
    if kind == "half":
        path = QPainterPath()
        path.addRoundedRect(inner, radius, radius)
        painter.save()
        painter.setClipRect(box.adjusted(0, box.height() / 2, 0, 0))
        painter.fillPath(path, look.colour("primary"))
        painter.restore()
