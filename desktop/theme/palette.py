"""The tokens as Qt's palette, for everything the style sheet leaves to the style."""

from dataclasses import fields, replace
from typing import Any

from PySide6.QtGui import QColor, QPalette

from desktop.theme.tokens import HIGH_CONTRAST, Tokens

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on_primary",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.PlaceholderText: "ink_quiet",
    QPalette.ColorRole.Highlight: "primary",
    QPalette.ColorRole.HighlightedText: "on_primary",
    QPalette.ColorRole.Link: "primary",
    QPalette.ColorRole.LinkVisited: "primary",
    QPalette.ColorRole.ToolTipBase: "bar",
    QPalette.ColorRole.ToolTipText: "on_bar",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "edge",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Accent: "primary",
}
_DISABLED = {
    QPalette.ColorRole.WindowText: "ink_quiet",
    QPalette.ColorRole.Text: "ink_quiet",
    QPalette.ColorRole.ButtonText: "ink_quiet",
    QPalette.ColorRole.Base: "sunken",
    QPalette.ColorRole.Button: "sunken",
    QPalette.ColorRole.Highlight: "line",
    QPalette.ColorRole.HighlightedText: "ink",
}


def palette(tokens: Tokens) -> QPalette:
    """Active, Inactive and Disabled: what is off stays readable, its dashed border says that it is off."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(tokens.colour(name)))
    for role, name in _DISABLED.items():
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.colour(name)))
    return made


def system_contrast(native: QPalette) -> Tokens:
    """Tokens in the colours of the contrast theme the system runs, in place of ours: its user chose them."""
    role = QPalette.ColorRole
    ground, ink = native.color(role.Window).name(), native.color(role.WindowText).name()
    chosen, on_chosen = native.color(role.Highlight).name(), native.color(role.HighlightedText).name()
    grounds = {"window", "surface", "sunken", "bar", "mark"}
    special = {"name": "system_contrast", "primary": chosen, "on_primary": on_chosen}
    changes: dict[str, Any] = {
        field.name: special.get(field.name, ground if field.name in grounds or "_soft" in field.name else ink)
        for field in fields(Tokens)
        if field.type is str
    }
    return replace(HIGH_CONTRAST, **changes)
