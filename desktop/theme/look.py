"""The look in force: tokens and text size. Every painted part asks for it when it paints, so a theme can change."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QWidget

from desktop.theme import fonts
from desktop.theme.tokens import LIGHT, TYPE, Tokens

PROPERTY: Final = "look"
PT_PER_PX: Final = 0.75  # Qt takes fractions of a point, of a pixel it does not


@dataclass(frozen=True)
class Look:
    """Tokens at a text size; scale 1.0 to 2.0."""

    tokens: Tokens = LIGHT
    scale: float = 1.0

    def px(self, at_100: float) -> int:
        """A distance given at 100 %, in whole pixels at this size."""
        return round(at_100 * self.scale)

    @property
    def border(self) -> int:
        """The border of a control in whole pixels: style sheets know no fractions, and lines stay crisp."""
        return max(1, int(self.tokens.border * self.scale))

    def colour(self, role: str) -> QColor:
        return QColor(self.tokens.colour(role))

    def font(self, style: str = "body", weight: int | None = None, family: str = fonts.TEXT) -> QFont:
        """The font of a step of the type scale, with the shipped fallbacks behind it."""
        text = TYPE[style]
        font = QFont()
        font.setFamilies([family, *fonts.FALLBACKS])
        font.setPointSizeF(text.px * self.scale * PT_PER_PX)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # true widths, at every scale
        font.setWeight(QFont.Weight(weight or text.weight))
        if text.spacing:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + text.spacing)
        return font


def current() -> Look:
    """The look set by `apply_theme`; the plain light look before that."""
    app = QApplication.instance()
    look = app.property(PROPERTY) if app else None
    return look if isinstance(look, Look) else Look()


def mixed(first: str, second: str, share: float) -> str:
    """A share (0 to 1) of the second colour through the first."""
    pairs = zip(bytes.fromhex(first[1:]), bytes.fromhex(second[1:]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def on_bar(widget: QWidget | None) -> bool:
    """Whether the widget lies on the dark bar, where words, borders and focus are light; a menu lies over it."""
    while widget:
        if widget.property("role") == "bar":
            return True
        widget = None if widget.isWindow() else widget.parentWidget()
    return False
