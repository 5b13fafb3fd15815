"""What in a pack holds until a day, and where that day is written: known even of a pack with mistakes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from casework.knowledge.raw import Place
from casework.words import day_in_words

SOON = timedelta(days=60)


class Ending(NamedTuple):
    """`what`: in Dutch, such as "regel R-EK-03". `place`: file and line of the day itself."""

    what: str
    until: date
    place: Place

    def words(self, today: date) -> str:
        verb = "verliep" if self.until < today else "verloopt"
        return f"{self.what} {verb} op {day_in_words(self.until)}; kijk of er een opvolger is"

    def told(self, today: date) -> str:
        """With file and line before it, as a mistake is told."""
        file, line = self.place
        return f"{file}:{line}: {self.words(today)}"


def soon(endings: Iterable[Ending], today: date) -> list[Ending]:
    """What is over, or will be within 60 days."""
    return [one for one in endings if one.until <= today + SOON]
