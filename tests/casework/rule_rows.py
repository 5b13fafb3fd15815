"""A row of the table of rules: a family in which a rule fires, and one like it in which it just does not."""

from __future__ import annotations

from typing import NamedTuple

from tests.casework.families import Changes


class Row(NamedTuple):
    """Changes to the ordinary family. `but_not` comes on top of `fires`; without any, the ordinary family will do."""

    rule: str
    fires: Changes
    but_not: Changes = {}  # noqa: RUF012 (never changed)
    why: str = ""
    """Of a row on the two sides of a number in the rule: why the line lies there (test_notches.py)."""

    @property
    def not_quite(self) -> Changes:
        return {**self.fires, **self.but_not} if self.but_not else {}
