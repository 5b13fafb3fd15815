"""The banner over a practice family: nobody may take an invented family for a real one, or the other way round."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.pictures.hatching import paint_hatching
from desktop.theme.fitted import Fitted
from desktop.theme.look import current
from desktop.theme.runs import Run, RunLabel
from desktop.theme.sign import Sign

TEXT = "Oefenen: dit is een verzonnen gezin. Elke afdruk draagt het woord OEFENING."
HEIGHT = 36


class PracticeBanner(Fitted, QFrame):
    """`stop_practising` is sent when the user has had enough of it."""

    stop_practising = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(TEXT)
        self._icon = Sign("sprout", "expert")
        self._text = RunLabel([Run(TEXT, "expert", 700)], "body")
        self._stop = QPushButton("Stoppen met oefenen")
        self._stop.setObjectName("stop_practising")
        self._stop.setProperty("role", "link")
        self._stop.setProperty("tone", "expert")
        self._stop.setCursor(Qt.CursorShape.PointingHandCursor)
        self._stop.clicked.connect(self.stop_practising)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._stop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Stripes over the whole width, and a plain plate under every word."""
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.fillRect(area, look.colour("expert_soft"))
        if look.tokens.frame == 1:
            paint_hatching(painter, look, area, "expert", distance=28, width=10, opacity=0.1)
        margin = look.px(10)
        text_end = min(self._text.sizeHint().width(), self._text.width())
        left = self._icon.geometry().left() - margin
        plates = (
            QRectF(left, 0, self._text.x() + text_end + margin - left, area.height()),
            QRectF(self._stop.geometry()).adjusted(-margin, -area.height(), area.width(), area.height()),
        )
        for plate in plates:
            painter.fillRect(plate & area, look.colour("expert_soft"))
        painter.fillRect(QRectF(0, area.height() - 2 * look.scale, area.width(), 2 * look.scale), look.colour("expert"))
        painter.end()

    def _fit(self) -> None:
        look = current()
        self._row.setContentsMargins(look.px(32), look.px(3), look.px(32), look.px(5))
        self._row.setSpacing(look.px(8))
        self.setMinimumHeight(look.px(HEIGHT))
