"""What one looks for in the library: words, problem area, level, age, and only those on a border."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from casework.knowledge import Pack
from casework.knowledge.library import Wanted
from desktop.theme.icons import icon
from desktop.theme.look import current

_AGES = range(19)


class Filters(QWidget):
    """`changed` after every change; `wanted` is what is asked now."""

    changed = Signal()

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(8))
        self.words = QLineEdit(placeholderText="Zoek op woord, hulp of kenmerk")
        self.words.setAccessibleName("Zoeken in de ijkcliënten")
        self.words.setClearButtonEnabled(True)
        self.words.addAction(icon("search", "ink_quiet"), QLineEdit.ActionPosition.LeadingPosition)
        self.area = _choice("Alle gebieden", "Probleemgebied", pack.likeness.value_labels.get("problem_area", {}))
        used = {client.level for client in pack.reference_clients.values()}
        levels = {str(code): words for code, words in pack.manifest.level_labels.items() if code in used}
        self.level = _choice("Alle niveaus", "Niveau", levels)
        self.age = _choice("Elke leeftijd", "Leeftijd", {str(age): f"{age} jaar" for age in _AGES})
        self.border = QCheckBox("Alleen grensgevallen")
        self.border.setToolTip("Met een buur die lichtere hulp kreeg, en een die zwaardere kreeg")
        self.border.setAccessibleDescription(self.border.toolTip())
        column.addWidget(self.words)
        self._lists = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lists.setSpacing(current().px(8))
        self._lists.addWidget(self.area)
        self._lists.addWidget(self.level)
        column.addLayout(self._lists)
        line = QHBoxLayout()
        line.setSpacing(current().px(10))
        line.addWidget(self.age, 1)
        line.addWidget(self.border)
        column.addLayout(line)
        self.words.textChanged.connect(lambda _: self.changed.emit())
        for box in (self.area, self.level, self.age):
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.border.toggled.connect(lambda _: self.changed.emit())

    def set_wide(self, wide: bool) -> None:
        """Area and level beside each other where there is width and little height."""
        direction = QBoxLayout.Direction
        self._lists.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def wanted(self) -> Wanted:
        age = self.age.currentData()
        return Wanted(
            area=self.area.currentData(),
            level=self.level.currentData(),
            age=int(age) if age else None,
            words=self.words.text(),
            border=self.border.isChecked(),
        )

    def clear(self) -> None:
        """Ask nothing any more."""
        self.words.clear()
        for box in (self.area, self.level, self.age):
            box.setCurrentIndex(0)
        self.border.setChecked(False)


def _choice(nothing: str, name: str, choices: dict[str, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.addItem(nothing, "")
    for code, words in choices.items():
        box.addItem(words[:1].upper() + words[1:], code)
    return box
