"""What one looks for in the library: words, problem area, level, age, and only those on a border."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from casework.knowledge import Pack
from casework.knowledge.library import Wanted
from desktop.reading import asking
from desktop.reading.panes import Filters
from desktop.theme.look import current


class ClientFilters(Filters):
    """`wanted` is what is asked now."""

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(8))
        self.words = asking.words("Zoek op woord, hulp of kenmerk", "Zoeken in de ijkcliënten")
        self.area = asking.choice("Alle gebieden", "Probleemgebied", pack.likeness.value_labels.get("problem_area", {}))
        used = {client.level for client in pack.reference_clients.values()}
        levels = {str(code): words for code, words in pack.manifest.level_labels.items() if code in used}
        self.level = asking.choice("Alle niveaus", "Niveau", levels)
        self.age = asking.age()
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

