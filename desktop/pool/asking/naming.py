"""With labels or with names: a question with names asks for consent or urgency, and for who alone may read it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from casework.case import SettledCase
from casework.pool.leaving import Ground, on_consent, on_urgency
from casework.pool.parties import Party
from desktop.flow.showing import show_if
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain, field_label
from desktop.theme.look import current
from desktop.theme.radio_chips import RadioChips

_HOW = {"anoniem": "Gepseudonimiseerd: zonder namen", "herleidbaar": "Met namen"}
_GROUNDS = {"toestemming": "toestemming", "spoed": "spoed: er dreigt ernstig nadeel"}


class Naming(Sheet):
    """no_consent: why consent does not carry it, in Dutch; empty where it does."""

    changed = Signal()

    def __init__(self, no_consent: str, experts: list[Party], parent: QWidget | None = None) -> None:
        super().__init__("Hoe gaat de vraag uit?", gap=8, parent=parent)
        self._no_consent = no_consent
        self.how = RadioChips("Hoe gaat de vraag uit?", _HOW)
        self.how.set_value("anoniem")
        self.body.addWidget(self.how)
        self._named = QWidget()
        inside = QVBoxLayout(self._named)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(current().px(8))
        self.ground = RadioChips("Op welke grond?", _GROUNDS)
        inside.addWidget(field_label("Op welke grond mag dit met namen?", self.ground))
        inside.addWidget(self.ground)
        self._why_not = Plain(no_consent or "De toestemming is er, volgens leeftijd en gezag.", "small",
                              "care" if no_consent else "ink_quiet")  # fmt: skip
        inside.addWidget(self._why_not)
        self.reason = QLineEdit()
        self._reason_label = field_label("Welk ernstig nadeel dreigt, en waarom kunt u niet op toestemming wachten?",
                                         self.reason)  # fmt: skip
        inside.addWidget(self._reason_label)
        inside.addWidget(self.reason)
        who = "Wie mag dit lezen, naast de coördinator? Niemand anders krijgt het."
        inside.addWidget(Plain(who, "label", "ink_quiet"))
        self.readers = {expert.name: QCheckBox(expert.name) for expert in experts}
        for box in self.readers.values():
            inside.addWidget(box)
            box.toggled.connect(lambda _: self._on_changed())
        if not experts:
            inside.addWidget(Plain("Er staan nog geen experts in het adresboek.", "small", "care"))
        self.body.addWidget(self._named)
        for chips in (self.how, self.ground):
            chips.changed.connect(lambda _: self._on_changed())
        self.reason.textChanged.connect(lambda _: self._on_changed())
        self._settle()

    @property
    def with_names(self) -> bool:
        return self.how.value() == "herleidbaar"

    @property
    def lacks(self) -> list[str]:
        """What a question with names still misses, in Dutch."""
        if not self.with_names:
            return []
        found = []
        if self.ground.value() is None or (self.ground.value() == "toestemming" and self._no_consent):
            found.append("de grond om dit met namen te vragen")
        if self.ground.value() == "spoed" and not self.reason.text().strip():
            found.append("welk nadeel dreigt")
        if not self.chosen:
            found.append("wie dit mag lezen")
        return found

    def ground_for(self, case: SettledCase) -> Ground | None:
        """None for a question without names. Raises Trouble where the ground does not hold."""
        if not self.with_names:
            return None
        if self.ground.value() == "spoed":
            return on_urgency(self.reason.text(), self.chosen)
        return on_consent(case, self.chosen)

    def state(self) -> dict[str, Any]:
        return {"how": self.how.value(), "ground": self.ground.value(), "reason": self.reason.text(),
                "readers": list(self.chosen)}  # fmt: skip

    def show_state(self, state: dict[str, Any]) -> None:
        self.how.set_value(state["how"] if state.get("how") in _HOW else "anoniem")
        self.ground.set_value(state["ground"] if state.get("ground") in _GROUNDS else None)
        self.reason.setText(str(state.get("reason", "")))
        for name, box in self.readers.items():
            box.setChecked(name in state.get("readers", ()))
        self._settle()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Who may read it, by name."""
        return tuple(name for name, box in self.readers.items() if box.isChecked())

    def _on_changed(self) -> None:
        self._settle()
        self.changed.emit()

    def _settle(self) -> None:
        show_if(self._named, self.with_names)
        show_if(self._why_not, self.ground.value() == "toestemming")
        for part in (self._reason_label, self.reason):
            show_if(part, self.ground.value() == "spoed")
