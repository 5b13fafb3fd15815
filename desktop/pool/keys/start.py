"""The first time in the pool: who one is there, and the keys of this device."""

from __future__ import annotations

from typing import cast, get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from casework.codes import Discipline
from casework.pool.parties import PoolRole
from desktop.flow.grid import FieldGrid
from desktop.pool.words import discipline as discipline_words
from desktop.session import Session
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain
from desktop.theme.labelled import labelled
from desktop.theme.radio_chips import RadioChips

_ROLES: dict[str, str] = {
    "aanvrager": "ik stel vragen",
    "expert": "ik geef advies als expert",
    "coordinator": "ik coördineer de expertpool",
}
_WHY = (
    "Vragen en adviezen gaan versleuteld van apparaat naar apparaat. Daarvoor maakt IJkpunt sleutels die dit apparaat "
    "nooit verlaten. Daarna laat de coördinator u toe."
)
_JOINS = "De pool is er al: een andere coördinator laat mij toe"


class StartSheet(Sheet):
    """`begun` when this device has its keys; `wrong` carries why not."""

    begun = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("Dit apparaat aanmelden", gap=12, parent=parent)
        self._session = session
        actor = session.actor
        own = actor.registration
        registered = "zonder registratie" if own.register_ == "geen" else f"registratie {own.register_} {own.number}"
        self.body.addWidget(Plain(_WHY))
        self.body.addWidget(Plain(f"U bent {actor.name}, {registered}. Dit komt uit uw profiel.", "small",
                                  "ink_quiet"))  # fmt: skip
        self.body.addWidget(Plain("Wat doet u in de pool?", "question"))
        self.role = RadioChips("Wat doet u in de pool?", _ROLES)
        given = actor.role if actor.role in _ROLES else "aanvrager"
        self.role.set_value(given)
        self.role.changed.connect(self._judge)
        self.body.addWidget(self.role)
        self.team, self.organisation, self.discipline = QLineEdit(), QLineEdit(), QComboBox()
        self.discipline.addItem("Kies…", None)
        for code in get_args(Discipline):
            self.discipline.addItem(discipline_words(code), code)
        grid = FieldGrid()
        self._team = labelled("Uw team", self.team)
        self._organisation = labelled("Waar u werkt", self.organisation)
        self._discipline = labelled("Uw discipline", self.discipline)
        for field in (self._team, self._organisation, self._discipline):
            grid.add(field, 2)
        self._grid = grid
        self.body.addWidget(grid)
        self.joins = QCheckBox(_JOINS)
        self.body.addWidget(self.joins)
        self.wrong = Plain("", "small", "stop")
        self.body.addWidget(self.wrong)
        self.act = button("Sleutels maken", "primary", "key-round")
        self.act.clicked.connect(self._start)
        self.body.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)
        self._judge()

    def _judge(self) -> None:
        role = self.role.value()
        self._team.setVisible(role == "aanvrager")
        self._discipline.setVisible(role == "expert")
        self._organisation.setVisible(role != "aanvrager")
        self.joins.setVisible(role == "coordinator")
        self._grid.settle()

    def _start(self) -> None:
        role, discipline = cast(PoolRole, self.role.value()), self.discipline.currentData()
        if why := self._lacks(role, discipline):
            self.wrong.setText(why)
            return
        actor = self._session.actor
        self._session.pool.start(
            role,
            actor.name,
            actor.registration,
            team=self.team.text().strip() if role == "aanvrager" else "",
            organisation=self.organisation.text().strip() if role != "aanvrager" else "",
            discipline=discipline if role == "expert" else None,
            joins=role == "coordinator" and self.joins.isChecked(),
        )
        self.begun.emit()

    def _lacks(self, role: str | None, discipline: str | None) -> str:
        if role is None:
            return "Kies wat u in de pool doet."
        if role == "aanvrager" and not self.team.text().strip():
            return "Vul uw team in: de coördinator ziet daaraan waar een vraag vandaan komt."
        if role == "expert" and discipline is None:
            return "Kies uw discipline: daarop vraagt de coördinator u."
        if role == "expert" and not self.organisation.text().strip():
            return "Vul in waar u werkt: zo geeft niemand advies over de eigen organisatie."
        return ""
