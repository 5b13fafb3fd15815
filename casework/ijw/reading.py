"""Reading a message without trusting it: each value taken once, and everything that was not taken is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from casework.answers import FIRST_YEAR, LAST_YEAR
from casework.ijw.element import Element
from casework.ijw.personal import clean
from casework.mistakes import shown

_BASICS = "http://www.istandaarden.nl/ijw/3_2/basisschema/schema"
_MOST_NOTES = 50


class Reading:
    """Takes values out of a message by path, and keeps notes in Dutch."""

    def __init__(self, message: Element) -> None:
        self._message = message
        self._namespaces = (message.namespace, _BASICS)
        self._taken: set[int] = set()
        self._notes: list[str] = []

    def note(self, sentence: str) -> None:
        self._notes.append(sentence)

    def told(self) -> Iterator[str]:
        """Every note, and the places that nobody asked for."""
        left = [path.partition("/")[2] for path, leaf in self._message.leaves() if id(leaf) not in self._taken]
        notes = [*self._notes, *(f"Niet overgenomen: {path}." for path in left)]
        yield from notes[:_MOST_NOTES]
        if len(notes) > _MOST_NOTES:
            yield f"En nog {len(notes) - _MOST_NOTES} andere plekken die niet zijn overgenomen."

    def one(self, within: Element, path: str) -> Element:
        """The one element at a path; a blank one where there is none, or more than one."""
        here = within
        for name in path.split("/"):
            found = [child for child in here.all(name) if child.namespace in self._namespaces]
            if len(found) > 1:
                self.note(f"{path} staat er {len(found)} keer en is daarom niet overgenomen.")
            here = found[0] if len(found) == 1 else Element(name)
        return here

    def pass_over(self, within: Element, path: str) -> None:
        """What stands at a path needs no mention."""
        self._taken.update(id(leaf) for _, leaf in self.one(within, path).leaves())

    def text(self, within: Element, path: str) -> str | None:
        """The text at a path on one line, or None where there is none."""
        found = self.one(within, path)
        if found.children:
            return None
        self._taken.add(id(found))
        return clean(found.text) or None

    def day(self, within: Element, path: str) -> date | None:
        """The day at a path; one that does not exist or lies too far away is told."""
        written = self.text(within, path)
        if written is None:
            return None
        try:
            day = date.fromisoformat(written)
            if FIRST_YEAR <= day.year <= LAST_YEAR:
                return day
        except ValueError:
            pass  # told below, as a day too far away is
        self.note(f"{path}: {shown(written)} is geen dag die kan, en is niet overgenomen.")
        return None

    def number(self, within: Element, path: str) -> int | None:
        written = self.text(within, path)
        if written is None:
            return None
        if written.isascii() and written.isdigit() and len(written) <= 9:
            return int(written)
        self.note(f"{path}: {shown(written)} is geen heel getal van hoogstens negen cijfers, en is niet overgenomen.")
        return None

    def choice(self, within: Element, path: str, words: Mapping[str, str]) -> str | None:
        """The words for the code at a path; a code that is not in the list is told."""
        code = self.text(within, path)
        if code is not None and code not in words:
            self.note(f"{path}: {shown(code)} staat niet in de codelijst en is niet overgenomen.")
        return words.get(code or "")
