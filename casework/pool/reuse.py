"""Answers that others may use again: written for anybody, read by another, and good until a day.

What stands here tells nothing of the family the question was about; it holds twelve months, and somebody is asked to
look at it again before that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Annotated

from pydantic import Field, StringConstraints

from casework.answers import Frozen, months_later
from casework.codes import Level
from casework.mistakes import as_typed
from casework.pool.parties import Party, is_same_person
from casework.pool.state import Consult
from casework.trouble import Trouble

MONTHS = 12
WARNED = timedelta(days=60)
"""Before it ends."""

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5_000)]


class Reusable(Frozen):
    """An answer as others find it. id: of the consult it came from, which says nothing by itself; until: included.

    read_by: who looked it over and had no part in it. withdrawn: no longer to be found.
    """

    id: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    question: Words
    answer: Words
    because: str = ""
    theme: str = ""
    discipline: str = ""
    level: Level
    on: date
    until: date
    read_by: Words
    withdrawn: bool = False

    def holds_on(self, day: date) -> bool:
        return not self.withdrawn and day <= self.until

    def ends_soon(self, day: date) -> bool:
        """Is it time to look at it again?"""
        return self.holds_on(day) and day >= self.until - WARNED


def had_a_part(consult: Consult, by: Party) -> tuple[Party, ...]:
    """Who cannot judge what is made of a consult: who writes it down, who asked, and who answered."""
    asker = (consult.asker,) if consult.asker else ()
    return (by, *asker, *(one.by for one in (consult.release.advices if consult.release else ())))


def without_part(people: Iterable[Party], part: Sequence[Party]) -> list[Party]:
    """Who of these people is none of those, from whatever device."""
    return [one for one in people if not any(is_same_person(one, other) for other in part)]


def reusable(
    consult: Consult, question: str, answer: str, because: str, by: Party, reader: Party, today: date
) -> Reusable:
    """From a consult of which the advice was released. Raises Trouble where the reader had a part in it, or
    where a text is too long."""
    leading, request = consult.leading, consult.request
    if leading is None or request is None or request.consent == "herleidbaar":
        raise Trouble("Alleen een vastgesteld advies op een vraag zonder namen kan naar de kennisbank.")
    if not without_part([reader], had_a_part(consult, by)):
        raise Trouble(f"{reader.name} had deel aan deze vraag. Laat het nalezen door iemand anders.")
    return as_typed(Reusable, {
        "id": consult.thread, "question": question, "answer": answer, "because": because, "theme": request.theme,
        "discipline": leading.advice.discipline, "level": leading.advice.level, "on": today,
        "until": months_later(today, MONTHS), "read_by": reader.name,
    })  # fmt: skip


def found_in(every: Iterable[Reusable], text: str, today: date, *, ended: bool = False) -> list[Reusable]:
    """In which every word, or the beginning of one, stands; the newest first. ended: also what holds no longer."""
    wanted = text.casefold().split()

    def fits(one: Reusable) -> bool:
        words = f"{one.question} {one.answer} {one.because} {one.theme}".casefold().split()
        return all(any(word.strip("(‘“'\"").startswith(part) for word in words) for part in wanted)

    shown = (one for one in every if one.holds_on(today) or (ended and not one.withdrawn))
    return sorted((one for one in shown if fits(one)), key=lambda one: (one.on, one.id), reverse=True)
