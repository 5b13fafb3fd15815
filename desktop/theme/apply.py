"""Puts a theme on the application, at the start and at any later moment."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.theme import fonts, palette
from desktop.theme.focus import FocusFollower
from desktop.theme.look import PROPERTY, Look
from desktop.theme.sheet import sheet
from desktop.theme.style import HouseStyle
from desktop.theme.tokens import THEMES

SYSTEM_CONTRAST = "system_contrast"


def preferred_theme() -> str:
    """The theme that suits what the system asks for: its own contrast colours, dark, or light."""
    hints = QGuiApplication.styleHints()
    accessibility = hints.accessibility()
    if accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return SYSTEM_CONTRAST
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def apply_theme(app: QApplication, name: str = "light", scale: float = 1.0) -> None:
    """Style, palette, sheet, fonts and focus ring. Focus and scroll stay where they are.

    `name`: light, dark, high_contrast or system_contrast (KeyError otherwise); `scale`: 1.0 to 2.0.
    """
    fonts.register()
    if name == SYSTEM_CONTRAST:
        app.setPalette(QPalette())  # back to the palette of the system, which is the one to take
        tokens = palette.system_contrast(app.palette())
    else:
        tokens = THEMES[name]
    look = Look(tokens, min(max(scale, 1.0), 2.0))
    app.setProperty(PROPERTY, look)
    if not isinstance(app.property("house_style"), HouseStyle):
        style = HouseStyle()
        app.setProperty("house_style", style)
        app.setStyle(style)
    app.setPalette(palette.palette(tokens))
    app.setFont(look.font())
    app.setStyleSheet(sheet(look))
    FocusFollower.start(app)
