"""What a checklist comes to: its conclusions with what they rest on, what is still open, and what to do then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casework.knowledge import Checklist, Conclusion
from casework.weighing.assessment import Assessment
from casework.weighing.checklists import ChecklistOutcome
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain
from desktop.theme.runs import Run, quiet
from desktop.weighing.line import LineButton

CHANGEABILITY = "a"
"""Stands by itself in an assessment, and is always asked; people confirm its conclusion in step 8."""

_STAGES = {1: "de vraag", 2: "wat er speelt", 3: "aard en omvang", 4: "eigen kracht", 5: "het besluit"}


@dataclass(frozen=True)
class Found:
    """One conclusion; grounds: a sentence and the path where it stands, empty where it stands nowhere by itself."""

    conclusion: Conclusion
    grounds: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Result:
    """found: the one that leads first. still: sentences about why nothing was found. open_points: as text and path."""

    found: tuple[Found, ...] = ()
    still: tuple[str, ...] = ()
    open_points: tuple[tuple[str, str], ...] = ()


def outcome_of(checklist: str, weighed: Assessment | None) -> ChecklistOutcome | None:
    """What an open checklist b to g came to; None while it is closed, and for a."""
    return next((one for one in (weighed.checklists if weighed else ()) if one.checklist == checklist), None)


def result_of(checklist: Checklist, weighed: Assessment | None) -> Result:
    """What the last weighing found."""
    words = {one.code: one for one in checklist.conclusions}
    if checklist.id == CHANGEABILITY:
        advice = weighed.changeability if weighed else None
        reasons = tuple(f"{one[:1].upper()}{one[1:]}" for one in (advice.reasons if advice else ()))
        if advice is None or advice.conclusion not in words:
            return Result(still=reasons)
        return Result((Found(words[advice.conclusion], tuple((one, "") for one in reasons)),))
    outcome = outcome_of(checklist.id, weighed)
    if outcome is None:
        return Result()
    found = tuple(
        Found(words[code], tuple((one.text, one.path) for one in outcome.grounds if one.conclusion == code))
        for code in outcome.conclusions
        if code in words
    )
    return Result(found, (), tuple((f"{one.text[:1].upper()}{one.text[1:]}", one.path) for one in outcome.open_points))


class ResultSheet(Sheet):
    """`leads` carries the path of a line that was chosen; `take_over` is shown where a person confirms a conclusion."""

    leads = Signal(str)

    def __init__(self, checklist: Checklist, parent: QWidget) -> None:
        super().__init__(gap=4, parent=parent)
        self.setAccessibleName(f"Wat {checklist.title} aanwijst")
        self.take_over = button("Neem over als uw conclusie", "plain", "check", small=True)
        self._parts: list[QWidget] = []
        self._shown: Result | None = None
        self.body.addWidget(self.take_over, 0, Qt.AlignmentFlag.AlignLeft)
        self.take_over.hide()

    def show_result(self, result: Result) -> None:
        """Only what changed is made anew."""
        if result == self._shown:
            return
        self._shown = result
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        self._add(Plain("De weging wijst op", "small", "ink_quiet"))
        if not result.found:
            self._add(Plain("Nog geen conclusie", "question"))
            for text in result.still:
                self._add(Plain(f"• {text}", "small"))
        for found in result.found:
            self._show_found(found)
        if result.open_points:
            self._head("Nog open")
            self._lines(result.open_points)

    def words(self) -> list[str]:
        """Everything it says, in order."""
        return [part.text() for part in self._parts if isinstance(part, Plain | LineButton)]

    def _show_found(self, found: Found) -> None:
        conclusion = found.conclusion
        self._add(Plain(conclusion.title, "question"))
        self._add(Plain(conclusion.text, "small"))
        if found.grounds:
            self._head("Dat rust op")
            self._lines(found.grounds)
        if conclusion.next:
            self._head("Wat nu")
            for text in conclusion.next:
                self._add(Plain(f"• {text}", "small"))
        if stage := conclusion.stage:
            where = f"Dit gaat naar de motivering, bij deel {stage} van het stappenplan: {_STAGES[stage]}."
            self._add(Plain(where, "small", "ink_quiet"))

    def _head(self, words: str) -> None:
        self._add(Plain(words, "small", strong=True))

    def _lines(self, lines: Sequence[tuple[str, str]]) -> None:
        for text, path in lines:
            if not path:
                self._add(Plain(f"• {text}", "small"))
                continue
            line = LineButton([quiet("• "), Run(text, "primary")])
            line.clicked.connect(lambda _=False, path=path: self.leads.emit(path))
            self._add(line)

    def _add(self, part: QWidget) -> None:
        self.body.insertWidget(len(self._parts), part)
        self._parts.append(part)
