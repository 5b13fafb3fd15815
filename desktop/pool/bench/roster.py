"""The roster: who of the experts is there on which half-days, when they can be called, and when they are away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time
from typing import Any, get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from casework.pool.parties import Party
from casework.pool.roster import Availability, Away, Half
from casework.words import day_in_words, listed
from desktop import ask
from desktop.flow.inputs import DayInput, Input, LineInput
from desktop.pool.words import discipline
from desktop.session import Session
from desktop.theme.cards import EmptyState
from desktop.theme.label import Plain, title
from desktop.theme.labelled import labelled
from desktop.theme.look import current
from desktop.theme.page import Page
from desktop.theme.runs import bold, quiet
from desktop.weighing.line import LineButton

_DAYS = {"ma": "maandag", "di": "dinsdag", "wo": "woensdag", "do": "donderdag", "vr": "vrijdag"}
_HALVES = {"ochtend": "’s ochtends", "middag": "’s middags"}
_HOUR = re.compile(r"^(\d{1,2})(?:[:.](\d{2}))?$")
_LINE = "Wie vraagt, ziet hieraan wie er nu is en wie te bellen is, ook zonder netwerk. Het gaat mee met de post."


class RosterPage(Page):
    """`changed` when somebody's hours were kept: the post may go."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("Rooster van de expertpool", parent)
        self._session = session
        self.lines: dict[str, LineButton] = {}

    def refresh(self) -> None:
        self.clear()
        self.lines = {}
        desk = self._session.pool
        experts = desk.people("expert")
        self.column.addWidget(title("Rooster"))
        self.column.addWidget(Plain(_LINE, "body", "ink_quiet"))
        if not experts:
            how = "Laat een expert toe bij Sleutels en post. Dan staat die hier."
            self.column.addWidget(EmptyState("Er staat nog geen expert in het adresboek.", how))
            return
        known = {one.person: one for one in desk.roster.people}
        for expert in experts:
            told = known.get(expert.id)
            where = ", ".join(part for part in (discipline(expert.discipline), expert.organisation) if part)
            words = in_short(told, desk.today) if told else "Nog niets bekend. Kies om de uren in te vullen."
            press = LineButton([bold(expert.name, "primary"), quiet(f"   {where}\n{words}")], step="body")
            press.clicked.connect(lambda _=False, expert=expert: self.ask_hours(expert))
            self.lines[expert.id] = press
            self.column.addWidget(press)

    def ask_hours(self, expert: Party) -> None:
        desk = self._session.pool
        people = {one.person: one for one in desk.roster.people}
        box = HoursBox(self, expert, people.get(expert.id) or Availability(person=expert.id), desk.today)
        if not box.agreed():
            return
        if ask.tried(self, lambda: desk.keep_roster(people={**people, expert.id: box.told}.values())):
            self.refresh()
            self.lines[expert.id].setFocus()
            self.changed.emit()


class HoursBox(ask.Box):
    """The hours of one expert; after `agreed` they stand in `told`. What cannot be read is told where it stands."""

    def __init__(self, parent: QWidget, expert: Party, told: Availability, today: date) -> None:
        super().__init__(parent, f"Wanneer is {expert.name} er?", "", "Bewaar")
        self.told = told
        self.halves: dict[Half, QCheckBox] = {}
        self.body.addWidget(self._week())
        self.phone, self.until = LineInput("Telefoonnummer"), _HourInput("Te bellen tot")
        self.phone.show_value(told.phone or None)
        self.until.show_value(told.phone_until)
        self._pair(labelled("Telefoonnummer (mag leeg)", self.phone), labelled("Te bellen tot", self.until))
        self.away = [(one, _stays(one)) for one in told.away if one.last >= today]
        for _, box in self.away:
            self.body.addWidget(box)
        self.first, self.last = (DayInput(name, lambda: today) for name in ("Afwezig van", "Afwezig tot en met"))
        self._pair(labelled("Afwezig van (mag leeg)", self.first), labelled("tot en met", self.last))
        self.wrong = Plain("", "small", "stop", strong=True)
        self.wrong.hide()
        self.body.addWidget(self.wrong)
        next(iter(self.halves.values())).setFocus()

    def accept(self) -> None:
        """Only what can be read is kept."""
        fields: Sequence[Input] = (self.phone, self.until, self.first, self.last)
        values: list[Any] = []
        for field in fields:
            field.mark_wrong("")
            try:
                values.append(field.read())
            except ValueError as wrong:
                self._refuse(field, str(wrong))
                return
        phone, until, first, last = values
        if until and not phone:
            self._refuse(self.phone, "Vul het nummer in waarop deze expert te bellen is, of haal het uur weg.")
        elif last and not first:
            self._refuse(self.first, "Vul ook de eerste dag in dat deze expert er niet is.")
        elif first and last and last < first:
            self._refuse(self.last, "De laatste dag ligt voor de eerste. Controleer de datums.")
        else:
            away = [one for one, box in self.away if box.isChecked()]
            if first:
                away.append(Away(first=date.fromisoformat(first), last=date.fromisoformat(last or first)))
            self.told = Availability(
                person=self.told.person,
                halves=tuple(half for half, box in self.halves.items() if box.isChecked()),
                phone=phone or "",
                phone_until=until,
                away=tuple(sorted(away, key=lambda one: one.first)),
            )
            super().accept()

    def _refuse(self, field: Input, why: str) -> None:
        field.mark_wrong(why)
        self.wrong.setText(why)
        self.wrong.show()
        field.setFocus()

    def _pair(self, one: QWidget, other: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(current().px(12))
        row.addWidget(one, 1)
        row.addWidget(other, 1)
        self.body.addLayout(row)

    def _week(self) -> QWidget:
        week = QWidget()
        grid = QGridLayout(week)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(current().px(6))
        for column, day in enumerate(_DAYS, 1):
            grid.addWidget(Plain(day, "small", "ink_quiet", wrap=False), 0, column, Qt.AlignmentFlag.AlignHCenter)
            grid.setColumnStretch(column, 1)
        for row, words in enumerate(_HALVES.values(), 1):
            grid.addWidget(Plain(words, "small", wrap=False), row, 0)
        for half in get_args(Half):
            day, part = half.split("_")
            box = self.halves[half] = QCheckBox()
            box.setAccessibleName(f"{_DAYS[day]} {_HALVES[part]}")
            box.setToolTip(box.accessibleName())
            box.setChecked(half in self.told.halves)
            grid.addWidget(box, [*_HALVES].index(part) + 1, [*_DAYS].index(day) + 1, Qt.AlignmentFlag.AlignHCenter)
        return week


class _HourInput(LineInput):
    def __init__(self, name: str) -> None:
        super().__init__(name, "bijvoorbeeld 16:30")

    def as_text(self, value: Any) -> str:
        return f"{value:%H:%M}"

    def from_text(self, text: str) -> time:
        found = _HOUR.match(text)
        if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
            raise ValueError("Schrijf een uur als 16:30.")
        return time(int(found[1]), int(found[2] or 0))


def in_short(told: Availability, today: date) -> str:
    """Somebody's hours in one line: the days, whole or half, the phone, and when they are away from now on."""
    days = []
    for day in _DAYS:
        parts = [part for part in _HALVES if f"{day}_{part}" in told.halves]
        if parts:
            days.append(f"{day} {'hele dag' if len(parts) == len(_HALVES) else parts[0]}")
    said = [listed(days) or "Geen vaste dagen"]
    if told.phone:
        said.append(f"{told.phone}{f', te bellen tot {told.phone_until:%H:%M}' if told.phone_until else ''}")
    said += [f"Afwezig {_period(one)}" for one in told.away if one.last >= today]
    return ". ".join(said)


def _stays(away: Away) -> QCheckBox:
    box = QCheckBox(f"Afwezig {_period(away)}")
    box.setChecked(True)
    return box


def _period(away: Away) -> str:
    last = day_in_words(away.last)
    return f"op {last}" if away.first == away.last else f"van {day_in_words(away.first)} tot en met {last}"
