"""The menu for how it looks: theme and text size, on the unlock screen and in the bar."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.theme.tokens import SCALES

THEMES = {"": "zoals de computer", "light": "licht", "dark": "donker", "high_contrast": "hoog contrast"}


class LookMenu(QMenu):
    """`chosen` carries theme (empty: what the system asks for) and text size (1.0 to 2.0)."""

    chosen = Signal(str, float)

    def __init__(self, theme: str, scale: float, parent: QWidget | None = None) -> None:
        super().__init__("Weergave", parent)
        self._theme, self._scale = theme, scale
        self.head("Kleuren")
        colours = QActionGroup(self)
        for name, words in THEMES.items():
            act = colours.addAction(words)
            act.setCheckable(True)
            act.setChecked(name == theme)
            act.triggered.connect(lambda _=False, name=name: self._choose(name, self._scale))
            self.addAction(act)
        self.head("Tekstgrootte")
        sizes = QActionGroup(self)
        for size in SCALES:
            act = sizes.addAction(f"{size:.0%}".replace("%", " %"))
            act.setCheckable(True)
            act.setChecked(abs(size - scale) < 0.01)
            act.triggered.connect(lambda _=False, size=size: self._choose(self._theme, size))
            self.addAction(act)

    def head(self, words: str) -> None:
        """Words above what follows; of a section of Qt's own nothing but the line is drawn."""
        if not self.isEmpty():
            self.addSeparator()
        self.addAction(words).setEnabled(False)

    def _choose(self, theme: str, scale: float) -> None:
        self._theme, self._scale = theme, scale
        self.chosen.emit(theme, scale)
