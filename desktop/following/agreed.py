"""What was agreed in step 8, beside the review: what counts as gain, when the help stops, and the short questions."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from casework.handover.words import free
from casework.steps.needs import Needs
from casework.weighing.following import stands_still
from casework.weighing.prolonging import asked_at_prolonging, said_before
from desktop.cases.open_case import OpenCase
from desktop.flow.answering import NONANSWERS, Given
from desktop.flow.before import of_day
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain
from desktop.theme.runs import Run, RunLabel, bold, quiet

_ANSWERS = {"ja": "ja", "een_beetje": "een beetje", "nee": "nee"}


class Agreed(Sheet):
    """Read only: it is changed in step 8."""

    def __init__(self, case: OpenCase, parent: QWidget) -> None:
        super().__init__("Afgesproken in stap 8", padding=12, gap=6, parent=parent)
        self._case = case
        self._gain, self._stops, self._questions = RunLabel(), RunLabel(), RunLabel(type_step="small")
        self.body.addWidget(self._gain)
        self.body.addWidget(self._stops)
        self.body.addWidget(Plain("De vragen bij doorgaan of stoppen", "small", "ink_quiet"))
        self.body.addWidget(self._questions)

    def refresh(self) -> None:
        step = self._case.settled.of(Needs)
        self._gain.set_runs([quiet("Winst is: "), bold(free(step.gain_means) or "nog niet afgesproken")])
        stops = "; ".join(step.stop_criteria.known or ()) or "nog niet afgesproken"
        self._stops.set_runs([quiet("De hulp stopt als: "), bold(stops)])
        self._questions.set_runs(list(self._asked()))

    def _asked(self) -> Iterator[Run]:
        items = [item for item in self._case.pack.checklists["a"].items if asked_at_prolonging(item)]
        for number, item in enumerate(items):
            yield quiet(f"{'' if not number else chr(10)}{item.text} ")
            yield bold(self._answer(item.id))

    def _answer(self, item: str) -> str:
        given = Given.of(self._case.raw(f"checklists.a.{item}"))
        if given.value is not None:
            said = _ANSWERS.get(str(given.value), str(given.value))
            waits = item in said_before(self._case.settled, self._case.pack)
            return f"vorige keer{of_day(given)}: {said}" if waits else said
        if item == "VC13" and (still := stands_still(self._case.settled)) is not None:
            return f"{'ja' if still else 'nee'}, volgens de cijfers"
        return "nog niet beantwoord" if given.unanswered is None else NONANSWERS[given.unanswered]
