"""Show or hide a part, where that is a change: Qt lays a part out anew each time it is told to show."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def show_if(part: QWidget, wanted: bool) -> None:
    """`part` has a parent: without one it would be a window of its own."""
    if part.isHidden() == wanted:
        part.setVisible(wanted)
