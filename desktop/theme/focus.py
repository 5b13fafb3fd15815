"""The focus ring: 3 px wide at 2 px from whatever has the focus, which a style sheet cannot draw."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from desktop.theme.look import current, on_bar
from desktop.theme.tokens import RADIUS_CONTROL

WIDTH, DISTANCE = 3, 2
_FOLLOWED = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.StyleChange,
}


class FocusRing(QWidget):
    """Lies over one window and lets every click through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._window = window
        self._ring = QRectF()
        self._radius = 0.0
        self._role = "focus"
        self.hide()

    def surround(self, target: QWidget) -> None:
        """Moves to the target as far as that can be seen; hides when nothing of it can."""
        look = current()
        margin = look.px(WIDTH + DISTANCE)
        window = self._window
        around = _in_window(target, target.rect(), window).adjusted(-margin, -margin, margin, margin)
        seen = around & _visible_part(target, window, margin)
        if seen.isEmpty() or not target.isVisible():
            self.hide()
            return
        inset = WIDTH * look.scale / 2
        self._ring = QRectF(around.translated(-seen.topLeft())).adjusted(inset, inset, -inset, -inset)
        self._radius = float(target.property("radius") or RADIUS_CONTROL) * look.scale + margin - inset
        self._role = "focus_on_bar" if on_bar(target) else "focus"
        self.setGeometry(seen)
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour(self._role), WIDTH * look.scale))
        painter.drawRoundedRect(self._ring, self._radius, self._radius)
        painter.end()


class FocusFollower(QObject):
    """Keeps the ring at the focus: through every change of focus, scroll and size."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("focus_follower")
        self._watched: list[QWidget] = []
        self._target: QWidget | None = None
        self._ring: FocusRing | None = None
        app.focusChanged.connect(self._follow)

    @classmethod
    def start(cls, app: QApplication) -> None:
        """One follower for the application, however often a theme is applied."""
        follower = app.findChild(cls, "focus_follower") or cls(app)
        follower._follow(None, app.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED and self._target and isValid(self._target):
            self._place(self._target)
        return False

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched, self._target = [], None
        if self._ring and isValid(self._ring):
            self._ring.hide()
        if new is None or new.isWindow() or new.window().windowType() == Qt.WindowType.Popup:
            return
        self._target = new
        upward: QWidget | None = new
        while upward and not upward.isWindow():
            upward.installEventFilter(self)
            self._watched.append(upward)
            upward = upward.parentWidget()
        self._place(new)

    def _place(self, target: QWidget) -> None:
        window = target.window()
        if not (self._ring and isValid(self._ring) and self._ring.parentWidget() is window):
            ring = window.findChild(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)
            self._ring = ring or FocusRing(window)
        self._ring.surround(target)


def _in_window(widget: QWidget, rect: QRect, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), rect.size())


def _visible_part(target: QWidget, window: QWidget, margin: int) -> QRect:
    """What the scroll areas around the target leave of the window; the ring may stick out by its own margin."""
    visible = window.rect()
    parent = target.parentWidget()
    while parent and parent is not window:
        if isinstance(parent, QAbstractScrollArea):
            port = parent.viewport()
            visible &= _in_window(port, port.rect(), window).adjusted(-margin, -margin, margin, margin)
        parent = parent.parentWidget()
    return visible
