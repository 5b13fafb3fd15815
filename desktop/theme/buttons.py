"""Buttons in their roles. At most one filled button on a card."""

from typing import Literal

from PySide6.QtWidgets import QPushButton

from desktop.theme.icons import leading

ButtonRole = Literal["plain", "primary", "quiet", "link", "bar"]
_ICON_ROLES = {"primary": "on_primary", "quiet": "primary", "link": "primary", "bar": "on_bar", "plain": "ink"}


def button(text: str, role: ButtonRole = "plain", icon: str | None = None, *, small: bool = False) -> QPushButton:
    """A push button with its words, an icon before them if named. `&` in the words is an `&`, not a short cut."""
    made = QPushButton(text.replace("&", "&&"))
    made.setProperty("role", role)
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    if small:
        made.setProperty("small", True)
    if icon:
        made.setIcon(leading(icon, _ICON_ROLES[role]))
    return made
