"""A running case keeps its version of the pack until somebody moves it; this tells beforehand what would change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casework.answers import Frozen
from casework.care.difference import Flip, flipped
from casework.care.outcomes import of_case
from casework.case import Case
from casework.knowledge import ChecklistItem, Pack

_ALWAYS_OPEN = "a"
"""Changeable or lasting: the conclusion rests on it."""


class QuestionChange(Frozen):
    """A question of a checklist this case works with, and what is different about it, in Dutch."""

    checklist: str
    item: str
    words: str


class CaseDifference(Frozen):
    """What moving one case to another pack would change. Nothing of it is done: people choose."""

    flips: tuple[Flip, ...]
    questions: tuple[QuestionChange, ...]
    words: tuple[str, ...]
    """A sentence for each change; a single reassuring one where there is none."""


def difference_for_case(case: Case, old: Pack, new: Pack, today: date) -> CaseDifference:
    """The difference for one family: level, conclusion, signals, questions.

    Raises PackFault for a condition that cannot be weighed.
    """
    flips = tuple(flipped(case.id, case.id, of_case(case, old, today), of_case(case, new, today)))
    questions = tuple(_questions(case, old, new))
    told = (*(_sentence(flip, old, new) for flip in flips), *(f"{question.words}." for question in questions))
    return CaseDifference(flips=flips, questions=questions, words=told or ("Voor dit gezin verandert er niets.",))


def _sentence(flip: Flip, old: Pack, new: Pack) -> str:
    told = flip.told[0].upper() + flip.told[1:]
    rule = new.rules.get(flip.rule) or old.rules.get(flip.rule)
    return f"{told}." if rule is None else f"{told}: {rule.title.rstrip('.')}."


def _questions(case: Case, old: Pack, new: Pack) -> Iterator[QuestionChange]:
    for name, checklist in new.checklists.items():
        if name != _ALWAYS_OPEN and name not in case.checklists:
            continue
        before = {item.id: item for item in old.checklists[name].items} if name in old.checklists else {}
        for item in checklist.items:
            for words in _what_differs(before.get(item.id), item):
                yield QuestionChange(checklist=name, item=item.id, words=f"Vraag {item.id} {words}")


def _what_differs(before: ChecklistItem | None, now: ChecklistItem) -> Iterator[str]:
    if before is None:
        yield f"is nieuw: {now.text}"
        return
    if before.text != now.text:
        yield f"luidt nu: {now.text}"
    if (before.direction, before.weight) != (now.direction, now.weight):
        yield "telt anders mee"
    if before.applies != now.applies:
        yield "wordt in andere situaties gesteld"
