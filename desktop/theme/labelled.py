"""A field with its label above it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme.label import field_label
from desktop.theme.look import current


def labelled(words: str, field: QWidget) -> QWidget:
    """The two as one part, tied for the keyboard and the screen reader."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().px(4))
    column.addWidget(field_label(words, field))
    column.addWidget(field)
    return holder
