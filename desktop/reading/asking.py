"""The fields with which one looks for something to read."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QLineEdit

from desktop.theme.icons import icon

_AGES = range(24)
"""Youth help can go on to 23 (Jeugdwet 1.1)."""


def words(hint: str, name: str) -> QLineEdit:
    """A field for free words."""
    field = QLineEdit(placeholderText=hint)
    field.setAccessibleName(name)
    field.setClearButtonEnabled(True)
    field.addAction(icon("search", "ink_quiet"), QLineEdit.ActionPosition.LeadingPosition)
    return field


def choice(nothing: str, name: str, choices: Mapping[str, str]) -> QComboBox:
    """One of these, or `nothing`, which asks nothing; the codes are the data of the items."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.addItem(nothing, "")
    for code, told in choices.items():
        box.addItem(told[:1].upper() + told[1:], code)
    return box


def age() -> QComboBox:
    """An age in whole years."""
    return choice("Elke leeftijd", "Leeftijd", {str(years): f"{years} jaar" for years in _AGES})
