"""A row for each goal, in the family's own words: the score it gets at this review, and what is said with it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casework.questions import questions
from casework.steps.handover import GoalScore
from casework.steps.needs import Goal
from casework.weighing.following import scores
from desktop.cases.open_case import OpenCase
from desktop.flow.answering import NONANSWERS, Given
from desktop.flow.field import Asking, QuestionRow
from desktop.flow.said_on import TALKS, said_on
from desktop.flow.showing import show_if
from desktop.theme.chips import Tag, thread_pill
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.radio_chips import RadioChips
from desktop.theme.runs import RunLabel, bold, quiet

LIST = "handover.goal_scores"
_SCORES = {str(score): str(score) for score in range(11)}
_NO_SCORE = {key: NONANSWERS[key] for key in ("unknown", "declined")}
_PARENTS = ("moeder", "vader", "stiefouder", "pleegouder")


def record_of(case: OpenCase, talk: str, goal: str) -> str | None:
    """The record that holds the score of a goal at a review."""
    for record in case.order(LIST):
        at = f"{LIST}.{record}"
        if Given.of(case.raw(f"{at}.review")).value == talk and Given.of(case.raw(f"{at}.goal")).value == goal:
            return record
    return None


class ScoreRow(QWidget):
    """One goal at one review. Choosing makes the record; nobody picks a review or a goal from a list."""

    def __init__(self, case: OpenCase, talk: str, goal: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._case, self._talk, self.goal = case, talk, goal
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(6))
        head = QHBoxLayout()
        head.setSpacing(current().px(10))
        self._code = Tag(thread_pill("D1"))
        self._words = RunLabel()
        head.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._words, 1)
        self._column.addLayout(head)
        self.chips = RadioChips("Cijfer van 0 tot 10", _SCORES, _NO_SCORE)
        self.chips.changed.connect(self._on_score)
        self._column.addWidget(self.chips)
        self._wrong = Plain("", "small", "stop")
        self._wrong.hide()
        self._column.addWidget(self._wrong)
        self.words_row: QuestionRow | None = None

    def show_goal(self, number: int, goal: Goal) -> None:
        """The goal as it stands, the score before this review, and the score given now."""
        self._owner = goal.owner.known
        words = goal.words.known or "doel zonder woorden"
        self._code.set_pill(thread_pill(f"D{number}"))
        self._words.set_runs([bold(f"“{words}”"), quiet(f"   {self._before(goal)}")])
        self.chips.setAccessibleName(f"Welk cijfer krijgt nu, van 0 tot 10: {words}")
        record = record_of(self._case, self._talk, self.goal)
        given = Given.of(self._case.raw(f"{LIST}.{record}.score")) if record else Given()
        key = given.unanswered or (None if given.value is None else str(given.value))
        self.chips.set_value(key if key in _SCORES or key in _NO_SCORE else None)
        self._show_words(record, words)

    def _before(self, goal: Goal) -> str:
        talks = self._case.settled
        day = Given.of(self._case.raw(f"{TALKS}.{self._talk}.on")).value
        earlier = [point for point in scores(talks).get(self.goal, ()) if day is None or point.on.isoformat() < day]
        known = [("bij de start", goal.start.known), ("streven", goal.target.known)]
        told = [f"vorige keer {earlier[-1].score}"] if earlier else []
        return ", ".join([*told, *(f"{word} {score}" for word, score in known if score is not None)])

    def _show_words(self, record: str | None, words: str) -> None:
        if record is None:
            if self.words_row is not None:
                self.words_row.setParent(None)
                self.words_row.deleteLater()
                self.words_row = None
            return
        path = f"{LIST}.{record}.words"
        if self.words_row is None or self.words_row.path != path:
            asking = Asking(f"Wat zegt het gezin bij “{words}”?", compact=True, quiet=True)
            self.words_row = QuestionRow(self._case, path, questions(GoalScore)["words"], asking, self)
            self._column.addWidget(self.words_row)
        self.words_row.refresh()

    def _on_score(self, key: str | None) -> None:
        record = record_of(self._case, self._talk, self.goal)
        if record is None and key is not None:
            self._case.add(LIST, {"review": self._talk, "goal": self.goal, "score": self._raw(key)})
        elif record is not None and key is None and not self._case.raw(f"{LIST}.{record}.words"):
            self._case.remove(LIST, record)
        elif record is not None:
            wrong = self._case.confirm(f"{LIST}.{record}.score", None if key is None else self._raw(key))
            self._wrong.setText(wrong or "")
            show_if(self._wrong, bool(wrong))

    def _raw(self, key: str) -> Any:
        """The owner gave it, on the day of the review."""
        if key in _NO_SCORE:
            return Given(unanswered=key).raw
        return Given(int(key), self._source(), "mening", said_on(self._case, f"{TALKS}.{self._talk}.on")).raw

    def _source(self) -> str | None:
        if self._owner == "jeugdige":
            return "jeugdige"
        relations = {one.id: one.relation.known for one in self._case.case.people}
        return "ouder" if relations.get(self._owner or "") in _PARENTS else None
