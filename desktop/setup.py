"""The first time: who works here, a passphrase, and the recovery key that is shown once."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from casework.trouble import Trouble
from desktop import ask, clipboard
from desktop.bootstrap import write_whole
from desktop.passphrase import Passphrase
from desktop.theme.buttons import ButtonRole, button
from desktop.theme.fonts import FIGURES
from desktop.theme.label import Plain
from desktop.theme.look import current

_ROLES = ("consulent", "gedragswetenschapper", "coordinator", "expert", "teamleider")
_REGISTERS = ("SKJ", "BIG", "geen")
_DAY = re.compile(r"^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$")


class SetupForm(QWidget):
    """Who works here. `asked` carries name, role and registration as kept, and the passphrase; `wrong` a sentence."""

    asked = Signal(dict, str)
    wrong = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(12))
        column.addWidget(Plain("Welkom. Wie werkt er met dit IJkpunt?", "heading", "on_bar"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(current().px(16))
        grid.setVerticalSpacing(current().px(10))
        self._name, self._number, self._until = QLineEdit(), QLineEdit(), QLineEdit(placeholderText="dd-mm-jjjj")
        self._role, self._register = QComboBox(), QComboBox()
        self._role.addItems([role.replace("coordinator", "coördinator") for role in _ROLES])
        self._register.addItems(_REGISTERS)
        self._register.currentTextChanged.connect(self._on_register)
        self._once, self._again = Passphrase("Wachtzin"), Passphrase("Nog een keer de wachtzin")
        grid.addWidget(_labelled("Naam", self._name), 0, 0)
        grid.addWidget(_labelled("Rol", self._role), 0, 1)
        grid.addWidget(_labelled("Registratie", self._register), 1, 0)
        grid.addWidget(_labelled("Registratienummer", self._number), 1, 1)
        grid.addWidget(_labelled("Registratie geldig tot en met", self._until), 2, 0)
        grid.addWidget(self._once, 3, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._again, 3, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addWidget(Plain("Kies minstens acht tekens, bijvoorbeeld vier losse woorden. Alles wat u opschrijft "
                               "wordt met deze wachtzin versleuteld.", "small", "on_bar_quiet"))  # fmt: skip
        self.begin = button("Beginnen", "primary")
        self.begin.clicked.connect(self._ask)
        self._again.entered.connect(self._ask)
        column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._name)

    def _on_register(self, register: str) -> None:
        for field in (self._number, self._until):
            field.setEnabled(register != "geen")

    def _ask(self) -> None:
        try:
            about = self._about()
            if self._once.text != self._again.text:
                raise ValueError("De twee wachtzinnen zijn niet gelijk. Typ ze opnieuw.")
        except ValueError as error:
            self.wrong.emit(str(error))
        else:
            self.asked.emit(about, self._once.text)

    def _about(self) -> dict[str, Any]:
        name, register = self._name.text().strip(), self._register.currentText()
        number, until = self._number.text().strip(), self._until.text().strip()
        if not name:
            raise ValueError("Vul uw naam in: die staat bij alles wat u vastlegt.")
        registration: dict[str, Any] = {"register": register}
        if register != "geen":
            if not number:
                raise ValueError(f"Vul uw {register}-nummer in, of kies bij registratie “geen”.")
            registration |= {"number": number, "valid_until": _day(until) if until else None}
        return {"name": name, "role": _ROLES[self._role.currentIndex()], "registration": registration}


class RecoveryKeyPage(QWidget):
    """Shows the recovery key once; nothing is saved by itself. `kept`: the user says that it lies somewhere safe.

    `on_bar`: it lies on the dark bar, as at the door; else in a box that has a heading of its own.
    """

    kept = Signal()

    def __init__(self, key: str, parent: QWidget | None = None, *, on_bar: bool = True) -> None:
        super().__init__(parent)
        quiet = "on_bar_quiet" if on_bar else "ink_quiet"
        role: ButtonRole = "bar" if on_bar else "plain"
        look = current()
        self._key = key
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(14))
        if on_bar:
            column.addWidget(Plain("Uw herstelsleutel", "heading", "on_bar"))
        column.addWidget(Plain("Vergeet u uw wachtzin, dan is dit de enige andere weg naar binnen. Schrijf hem over of "
                               "print hem, en leg hem weg van deze computer. Wij tonen hem maar één keer.",
                               "body", quiet))  # fmt: skip
        shown = QLineEdit(key)
        shown.setReadOnly(True)
        shown.setAccessibleName("Herstelsleutel")
        shown.setStyleSheet(f"font-family: '{FIGURES}'; font-size: {15 * look.scale * 0.75}pt")
        column.addWidget(shown)
        row = QHBoxLayout()
        copy = button("Kopiëren", role, "copy")
        copy.clicked.connect(self._copy)
        save = button("Als tekst bewaren…", role, "save")
        save.clicked.connect(self._save)
        row.addWidget(copy)
        row.addWidget(save)
        row.addStretch(1)
        column.addLayout(row)
        self._said = Plain("", "small", quiet)
        column.addWidget(self._said)
        self.sure, self.go = QCheckBox("De herstelsleutel ligt op een veilige plek."), button("Verder", "primary")
        self.go.setEnabled(False)
        self.sure.toggled.connect(self.go.setEnabled)
        self.go.clicked.connect(self.kept)
        column.addWidget(self.sure)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(shown)

    def _copy(self) -> None:
        clipboard.copy_for_a_while(self._key)
        self._said.setText(clipboard.SAID)

    def _save(self) -> None:
        path = ask.file_to_write(self, "Herstelsleutel bewaren", "herstelsleutel-ijkpunt.txt", ["Tekst (*.txt)"])
        if path is None:
            return
        try:
            write_whole(path, f"Herstelsleutel van IJkpunt\n\n{self._key}\n".encode())
        except Trouble as trouble:
            self._said.setText(str(trouble))
        else:
            self._said.setText("Bewaard. Haal dit bestand van deze computer af zodra het geprint is.")


def _labelled(words: str, field: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().px(6))
    label = Plain(words, "label", "on_bar")
    label.setBuddy(field)
    field.setAccessibleName(words)
    column.addWidget(label)
    column.addWidget(field)
    return holder


def _day(text: str) -> str:
    """A day in ISO form. Raises ValueError with a Dutch sentence."""
    if found := _DAY.match(text):
        try:
            return date(int(found[3]), int(found[2]), int(found[1])).isoformat()
        except ValueError:
            pass
    raise ValueError(f"“{text}” is geen datum. Schrijf hem als 31-12-2027.")
