"""How far a team agrees: kappa as a triangle on a level line, the interval it could have been in as a thick line."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from casework.calibration.agreement import Agreement
from casework.calibration.team import in_words
from desktop.pictures.drawing import Drawing, pen
from desktop.render.geometry import triangle
from desktop.theme.look import Look

LOWEST, HIGHEST, STEPS = -0.2, 1.0, 6
LINE, TICK, END_TICK, THICK, HEIGHT, WIDTH, SIDE = 18, 4, 9, 6, 56, 420, 44
TRIANGLE_WIDTH, TRIANGLE_HEIGHT = 14, 10
_ENDS = ((0.0, "als gissen"), (1.0, "altijd gelijk"))


class AgreementLine(Drawing):
    """From a little below guessing to always alike. What lies lower is drawn at the end; the words tell how low."""

    def __init__(self, title: str, found: Agreement, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = found
        self.say(f"{title}: overeenstemming met het voorbeeld", in_words(found))

    def extent(self, look: Look) -> QSize:
        return QSize(look.px(WIDTH), look.px(HEIGHT))

    def draw(self, painter: QPainter, look: Look) -> None:
        px = look.scale
        length = min(self.width(), look.px(WIDTH)) - 2 * SIDE * px
        painter.translate(SIDE * px, LINE * px)

        def at(value: float) -> float:
            return (min(max(value, LOWEST), HIGHEST) - LOWEST) / (HIGHEST - LOWEST) * length

        painter.setPen(pen(look, "edge"))
        painter.drawLine(QPointF(0, 0), QPointF(length, 0))
        for step in range(STEPS + 1):
            x = length * step / STEPS
            painter.drawLine(QPointF(x, 0), QPointF(x, TICK * px))
        painter.setFont(look.font("label"))
        for value, words in _ENDS:
            painter.setPen(pen(look, "edge"))
            painter.drawLine(QPointF(at(value), 0), QPointF(at(value), END_TICK * px))
            painter.setPen(look.colour("ink"))
            below = QRectF(at(value) - 60 * px, 12 * px, 120 * px, 22 * px)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, words)
        if self._found.kappa is None:
            return
        if self._found.low is not None and self._found.high is not None:
            painter.setPen(pen(look, "primary", THICK))
            painter.drawLine(QPointF(at(self._found.low), 0), QPointF(at(self._found.high), 0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("ink"))
        corners = triangle((at(self._found.kappa), -4 * px), TRIANGLE_WIDTH * px, TRIANGLE_HEIGHT * px)
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
