"""The advice while it is written: each word is kept within half a second, and nothing goes before it is whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import get_args

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from casework.codes import Discipline, Level
from casework.pool.answering import questions
from casework.pool.bodies import Accept, Certainty
from casework.pool.parties import Party
from casework.pool.state import Consult
from casework.words import in_words
from desktop.flow.grid import FieldGrid
from desktop.flow.inputs import DayInput, Input, LineInput, LongInput
from desktop.pool.words import discipline
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import Plain
from desktop.theme.labelled import labelled
from desktop.theme.radio_chips import RadioChips

_KEEP_MS = 400
_TEXTS = (
    ("approach", "Wat adviseert u te doen?"),
    ("because", "Waarom?"),
    ("not_the_other", "Waarom niet het andere?"),
    ("risks", "Welke risico’s of bezwaren ziet u? (mag leeg)"),
    ("know_first", "Wat moet het team eerst weten? (mag leeg)"),
)
_LAST = (
    ("based_on", "Waarop baseert u zich?"),
    ("minority", "Minderheidsstandpunt: waar denkt een ander anders over? (mag leeg)"),
)
_BLIND = "Er kijkt nog een expert naar deze vraag. U leest elkaars advies pas als de coördinator ze vaststelt."


class AdviceForm(Sheet):
    """`typed` when there is something to keep; `send_asked`, `completion_asked`, `give_back_asked` for the buttons."""

    typed = Signal()
    send_asked = Signal()
    completion_asked = Signal()
    give_back_asked = Signal()

    def __init__(
        self,
        consult: Consult,
        me: Party,
        draft: Mapping[str, str],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Uw advies", gap=16, parent=parent)
        assert consult.request is not None
        self._inputs: dict[str, Input] = {}
        self._chips: dict[str, RadioChips] = {}
        self._later = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._later.timeout.connect(self.typed)
        if len(consult.experts) > 1:
            self.body.addWidget(Plain(_BLIND, "small", "ink_quiet"))
        for number, question in enumerate(questions(consult.request)):
            self._text(f"answer_{number}", question)
        self._choice("level", "Welk niveau adviseert u?", {code: in_words(code) for code in get_args(Level)})
        for name, label in _TEXTS:
            self._text(name, label)
        self._choice("certainty", "Hoe zeker bent u?", {code: in_words(code) for code in get_args(Certainty)})
        self.discipline = QComboBox()
        self.discipline.addItem("Kies…", "")
        for code in get_args(Discipline):
            self.discipline.addItem(discipline(code), code)
        grid = FieldGrid()
        evaluate = "Wanneer kijken of het werkt? (mag leeg)"
        grid.add(self._held("valid_until", "Geldig tot en met", DayInput("Geldig tot en met", today)), 2)
        grid.add(self._held("evaluate_after", evaluate, LineInput(evaluate)), 2)
        grid.add(labelled("Uw discipline", self.discipline), 2)
        grid.add(self._held("registration", "Uw registratie", LineInput("Uw registratie")), 2)
        self.body.addWidget(grid)
        for name, label in _LAST:
            self._text(name, label)
        self.body.addWidget(Plain(_interest(consult.accepted[me.id]), "small", "ink_quiet"))
        self.state = Plain("", "small", "ink_quiet")
        self.wrong = Plain("", "small", "stop", strong=True)
        self.body.addWidget(self.state)
        self.body.addWidget(self.wrong)
        self.send, self.complete = button("Advies insturen", "primary"), button("Aanvulling vragen…")
        self.give_back = button("Teruggeven…", "quiet")
        holder = QWidget()
        row = FlowLayout(holder)
        for press, told in (
            (self.send, self.send_asked),
            (self.complete, self.completion_asked),
            (self.give_back, self.give_back_asked),
        ):
            press.clicked.connect(told)
            row.addWidget(press)
        self.body.addWidget(holder)
        self._show(draft)
        self.discipline.activated.connect(self._later.start)

    @property
    def pending(self) -> bool:
        """Was something typed that is not kept yet?"""
        return self._later.isActive()

    def calm(self) -> None:
        """What was typed is kept now."""
        self._later.stop()

    def draft(self) -> dict[str, str]:
        """What stands in the fields. A day that cannot be read is left as it was typed, and told by `misread`."""
        found = {name: chips.value() or "" for name, chips in self._chips.items()}
        found["discipline"] = str(self.discipline.currentData() or "")
        for name, field in self._inputs.items():
            try:
                found[name] = str(field.read() or "")
            except ValueError:
                found[name] = field.line.text() if isinstance(field, LineInput) else ""
        return found

    def misread(self) -> str:
        """Why a day cannot be read; empty where all of it can."""
        for field in self._inputs.values():
            try:
                field.read()
            except ValueError as error:
                return str(error)
        return ""

    # -- inside

    def _text(self, name: str, label: str) -> None:
        self.body.addWidget(self._held(name, label, LongInput(label)))

    def _held(self, name: str, label: str, field: Input) -> QWidget:
        self._inputs[name] = field
        field.typed.connect(lambda *_: self._later.start())
        return labelled(label, field)

    def _choice(self, name: str, label: str, options: Mapping[str, str]) -> None:
        chips = self._chips[name] = RadioChips(label, options)
        self.body.addWidget(labelled(label, chips))
        chips.changed.connect(lambda *_: self._later.start())

    def _show(self, draft: Mapping[str, str]) -> None:
        for name, chips in self._chips.items():
            chips.set_value(draft.get(name) or None)
        self.discipline.setCurrentIndex(max(0, self.discipline.findData(draft.get("discipline", ""))))
        for name, field in self._inputs.items():
            said = draft.get(name, "")
            try:
                field.show_value(said or None)
            except ValueError:
                field.show_typed(said, len(said))  # a day that was only half typed


def _interest(declared: Accept) -> str:
    known = "U kent dit gezin, of misschien." if declared.knows_family else "U kent dit gezin niet."
    return f"Uw verklaring: belang {declared.interest}. {known}"
