"""The minutes of a meeting: who was there, what was said by domain, and who does what by when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.mistakes import as_typed
from casework.pool.bodies import Minutes
from casework.trouble import Trouble
from desktop.ask import Box
from desktop.flow.grid import FieldGrid
from desktop.flow.inputs import DayInput, Input, LineInput, LongInput
from desktop.theme.buttons import button
from desktop.theme.label import Plain, field_label
from desktop.theme.labelled import labelled
from desktop.theme.look import current
from desktop.theme.radio_chips import RadioChips

DOMAINS = (
    "Veiligheid",
    "Gezondheid en ontwikkeling",
    "Gezin en opvoeden",
    "School of werk",
    "Netwerk en vrije tijd",
    "Wonen, geld en praktische zaken",
    "Later (18 en ouder)",
)
_ACTION = (("what", "Wat spreekt u af?"), ("who", "Wie doet het?"), ("by", "Uiterlijk"))


class Minuting(Box):
    """After `agreed`, `minutes` is what is said; `typed` is all that stands there, for whoever went away first."""

    width_px = 720

    def __init__(self, parent: QWidget, today: Callable[[], date], typed: Mapping[str, str]) -> None:
        line = "Alleen domeinen waar iets over gezegd is komen in het verslag. Elke afspraak heeft een naam en een dag."
        super().__init__(parent, "Verslag van het overleg", line, "Leg het verslag vast")
        self._today = today
        self._inputs: dict[str, Input] = {}
        grid = FieldGrid()
        grid.add(self._held("held_on", "Wanneer was het?", DayInput("Wanneer was het?", today)), 2)
        grid.add(self._held("chair", "Wie zat voor?", LineInput("Wie zat voor?")), 2)
        self.body.addWidget(grid)
        self._long("present", "Wie waren erbij? Eén op een regel.")
        self.family = RadioChips("Zat de jeugdige of een ouder aan tafel?", {"ja": "ja", "nee": "nee"})
        self.family.changed.connect(lambda _: self._judge())
        self.body.addWidget(field_label("Zat de jeugdige of een ouder aan tafel?", self.family))
        self.body.addWidget(self.family)
        for place, domain in enumerate(DOMAINS):
            self._long(f"domain_{place}", domain)
        self.body.addWidget(Plain("Afspraken", "body", strong=True))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(current().px(6))
        self.body.addLayout(self._rows)
        self.actions_ = 0
        self.more = button("Nog een afspraak", "quiet", "plus", small=True)
        self.more.clicked.connect(self.add_action)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.wrong = Plain("", "small", "care")
        self.beside_act(self.wrong)
        for _ in range(max([1, *(int(name.split("_")[1]) + 1 for name in typed if name.startswith("action_"))])):
            self.add_action()
        self._show(typed)
        self._judge()

    @property
    def typed(self) -> dict[str, str]:
        found = {name: _text(field) for name, field in self._inputs.items()} | {"family": self.family.value() or ""}
        return {name: text for name, text in found.items() if text}

    @property
    def minutes(self) -> Minutes:
        """Raises Trouble with what is missing or cannot be read."""
        told = self.typed
        actions = [self._action(number) for number in range(self.actions_)]
        said: dict[str, Any] = {
            "held_on": self._day("held_on"),
            "chair": told.get("chair", ""),
            "present": tuple(line.strip() for line in told.get("present", "").splitlines() if line.strip()),
            "family_was_there": told.get("family") == "ja",
            "domains": tuple((name, told[f"domain_{place}"]) for place, name in enumerate(DOMAINS)
                             if f"domain_{place}" in told),
            "actions": tuple(one for one in actions if one),
        }  # fmt: skip
        return as_typed(Minutes, said)

    def add_action(self) -> None:
        number = self.actions_
        grid = FieldGrid()
        for name, label in _ACTION:
            spoken = f"Afspraak {number + 1}: {label}"
            field = DayInput(spoken, self._today) if name == "by" else LineInput(spoken)
            grid.add(self._held(f"action_{number}_{name}", label, field), 2)
        self._rows.addWidget(grid)
        self.actions_ += 1

    # -- inside

    def _long(self, name: str, label: str) -> None:
        self.body.addWidget(self._held(name, label, LongInput(label)))

    def _held(self, name: str, label: str, field: Input) -> QWidget:
        self._inputs[name] = field
        field.typed.connect(lambda *_: self._judge())
        return labelled(label, field)

    def _action(self, number: int) -> dict[str, object] | None:
        """None where nothing stands in the row. Raises Trouble where it is not whole."""
        told = self.typed
        names = {name: f"action_{number}_{name}" for name, _ in _ACTION}
        if not any(name in told for name in names.values()):
            return None
        if not all(name in told for name in names.values()):
            raise Trouble(f"Afspraak {number + 1} heeft nog geen wat, wie of dag.")
        return {"what": told[names["what"]], "who": told[names["who"]], "by": self._day(names["by"])}

    def _day(self, name: str) -> date:
        try:
            said = self._inputs[name].read()
        except ValueError as error:
            raise Trouble(str(error)) from error
        if said is None:
            raise Trouble("Vul in wanneer het overleg was.")
        return date.fromisoformat(str(said))

    def _judge(self) -> None:
        """The act waits until the minutes are whole, and what is missing stands beside it."""
        self.wrong.setText(self._missing())
        self.act.setEnabled(not self.wrong.text())

    def _missing(self) -> str:
        told = self.typed
        for name, words in (("held_on", "Vul in wanneer het overleg was."), ("chair", "Vul in wie voorzat."),
                            ("present", "Vul in wie erbij waren."),
                            ("family", "Vul in of de jeugdige of een ouder aan tafel zat.")):  # fmt: skip
            if name not in told:
                return words
        try:
            found = self.minutes
        except Trouble as trouble:
            return str(trouble)
        if found.held_on > self._today():
            return "Het overleg is nog niet geweest. Kies vandaag of een eerdere dag."
        return "" if found.domains else "Schrijf bij minstens één domein op wat er is gezegd."

    def _show(self, typed: Mapping[str, str]) -> None:
        self.family.set_value(typed.get("family") or None)
        for name, field in self._inputs.items():
            if said := typed.get(name, ""):
                try:
                    field.show_value(said)
                except ValueError:
                    field.show_typed(said, len(said))  # a day that was only half typed


def _text(field: Input) -> str:
    try:
        return str(field.read() or "")
    except ValueError:
        return field.line.text().strip() if isinstance(field, LineInput) else ""
