"""Inside the card of a review: a score for each goal, what was agreed, and what the scores say. And after the choice
where it leads."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.steps.handover import Handover, talks_held
from casework.steps.needs import Needs
from casework.weighing.following_words import reading
from desktop.cases.open_case import OpenCase
from desktop.flow.answering import Given
from desktop.flow.card_part import CardPart
from desktop.flow.field import QuestionRow
from desktop.flow.showing import show_if
from desktop.following.agreed import Agreed
from desktop.following.next_step import next_step, prolongs
from desktop.following.scores import ScoreRow
from desktop.theme.buttons import button
from desktop.theme.label import Plain
from desktop.theme.look import current

_TALKS = "handover.review_talks"
_NO_GOALS = "Er is in stap 8 nog geen doel. Vraag het gezin eerst wat het wil bereiken."


class ReviewScores(CardPart):
    """Before the question about gain. A light yearly look does without it."""

    def __init__(self, case: OpenCase, talk: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._case, self._talk = case, talk
        self._column = _column(self)
        self._column.addWidget(Plain("Welk cijfer geeft het gezin ieder doel nu?", "body", strong=True))
        self._none = Plain(_NO_GOALS, "small", "ink_quiet")
        self._column.addWidget(self._none)
        self.scores: dict[str, ScoreRow] = {}
        self._reading = Plain("", "body")
        self._reading.setAccessibleName("Wat de cijfers zeggen")
        self._weighed = Plain("", "small", "ink_quiet")
        self._agreed = Agreed(case, self)
        for part in (self._reading, self._weighed, self._agreed):
            self._column.addWidget(part)
        case.weighed.connect(self._tell_weighed)

    def refresh(self) -> None:
        light = Given.of(self._case.raw(f"{_TALKS}.{self._talk}.kind")).value == "jaarlijks_licht"
        show_if(self, not light)
        if light:
            return
        goals = self._case.settled.of(Needs).goals.known or ()
        show_if(self._none, not goals)
        for gone in set(self.scores) - {goal.id for goal in goals}:
            row = self.scores.pop(gone)
            row.setParent(None)
            row.deleteLater()
        for number, goal in enumerate(goals, start=1):
            if goal.id not in self.scores:
                self.scores[goal.id] = ScoreRow(self._case, self._talk, goal.id, self)
                self._column.insertWidget(self._column.indexOf(self._none) + number, self.scores[goal.id])
            self.scores[goal.id].show_goal(number, goal)
        self._tell()
        self._agreed.refresh()

    def rows(self) -> list[QuestionRow]:
        return [row.words_row for row in self.scores.values() if row.words_row is not None]

    def _tell(self) -> None:
        """What the scores say, at once."""
        talks = self._case.settled.of(Handover).review_talks.known or ()
        talk = next((talk for talk in talks if talk.id == self._talk), None)
        told = reading(self._case.settled, talk, self._case.pack.setting("goal_high_score")) if talk else ()
        self._reading.setText("\n".join(told))
        show_if(self._reading, bool(told))
        self._tell_weighed()

    def _tell_weighed(self) -> None:
        """What the weighing of step 8 comes to with these scores: when it is new."""
        found = self._case.assessment.changeability if self._case.assessment else None
        titles = {one.code: one.title for one in self._case.pack.checklists["a"].conclusions}
        told = f"De weging van stap 8 wijst nu op: {titles[found.conclusion]}." if found and found.conclusion else ""
        self._weighed.setText(told)
        held = any(talk.id == self._talk for talk in talks_held(self._case.settled))
        show_if(self._weighed, bool(told) and held)


class ReviewNext(CardPart):
    """After the choice: what it asks, and the way there. `leads` carries the path."""

    leads = Signal(str)

    def __init__(self, case: OpenCase, talk: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._case, self._path = case, f"{_TALKS}.{talk}.choice"
        column = _column(self)
        self._words = Plain("", "small")
        self.act = button("", "plain", "corner-down-right", small=True)
        self.act.clicked.connect(self._go)
        column.addWidget(self._words)
        column.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        step = next_step(self._case, self._choice())
        show_if(self, step is not None)
        if step is not None:
            self._words.setText(step.words)
            self.act.setText(step.act)
            self.act.setAccessibleName(step.act)

    def _choice(self) -> str | None:
        value = Given.of(self._case.raw(self._path)).value
        return value if isinstance(value, str) else None

    def _go(self) -> None:
        choice = self._choice()
        if (step := next_step(self._case, choice)) is None:
            return
        if choice == "verlengen" and not prolongs(self._case):
            self._case.confirm("intake.track", Given("verlenging", on=self._case.today.isoformat()).raw)
        self.leads.emit(step.path)


def _column(part: QWidget) -> QVBoxLayout:
    made = QVBoxLayout(part)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(current().px(12))
    return made
