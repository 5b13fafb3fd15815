"""Dynamic properties: how a widget chooses its looks from the style sheet."""

from PySide6.QtWidgets import QWidget


def set_role(widget: QWidget, **properties: str | bool) -> None:
    """Sets the properties named in `sheet` (role, small, type, tone, strong, signal, invalid, place) and shows them."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
