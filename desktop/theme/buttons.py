"""Buttons in their roles. At most one filled button on a card."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton

from desktop.theme.icons import leading
from desktop.theme.look import current

ButtonRole = Literal["plain", "primary", "quiet", "link", "bar"]
_ICON_ROLES = {"primary": "on_primary", "quiet": "primary", "link": "primary", "bar": "on_bar", "plain": "ink"}


class _Press(QPushButton):
    """Enter presses it where it has the focus, as the space bar does. Qt does that only inside a dialog, and there
    with `autoDefault`, which also lets Enter in a text field press the nearest button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


def button(text: str, role: ButtonRole = "plain", icon: str | None = None, *, small: bool = False) -> QPushButton:
    """A push button with its words, an icon before them if named. `&` in the words is an `&`, not a short cut."""
    made = _Press(text.replace("&", "&&"))
    made.setProperty("role", role)
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    if small:
        made.setProperty("small", True)
    if icon:
        made.setIcon(leading(icon, _ICON_ROLES[role]))
    return made


def with_menu(press: QPushButton, menu: QMenu) -> QPushButton:
    """The button opens a menu; a chevron says so, and has room to stand."""
    press.setProperty("menu", True)
    press.setMenu(menu)
    return press


class Switch(_Press):
    """A word of the top bar (`tab`) or of a joined row (`segment`): bold when chosen, and as wide as that always."""

    def __init__(self, text: str, role: Literal["tab", "segment"], place: Literal["first", "middle", "last", ""] = ""):
        super().__init__(text.replace("&", "&&"))
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setProperty("role", role)
        self.setProperty("place", place)

    def sizeHint(self) -> QSize:
        return self._wide(36 if self.property("role") == "segment" else 12)

    def minimumSizeHint(self) -> QSize:
        return self._wide(12)

    def _wide(self, around: int) -> QSize:
        """The word in bold, with this much room beside it."""
        look = current()
        bold = QFontMetrics(look.font("body", 700)).horizontalAdvance(self.text())
        return super().sizeHint().expandedTo(QSize(bold + look.px(around), 0))
