"""A message as it was read: elements with a name, a namespace, a text or children. Nothing in it is trusted yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Element:
    """One element. Built by the reader of a file; the text is without spaces around it."""

    name: str
    namespace: str = ""
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def all(self, name: str) -> list[Element]:
        """The children with this name."""
        return [child for child in self.children if child.name == name]

    def leaves(self, path: str = "") -> Iterator[tuple[str, Element]]:
        """Every element without children, with its path of names, in order."""
        here = f"{path}/{self.name}" if path else self.name
        if not self.children:
            yield here, self
        for child in self.children:
            yield from child.leaves(here)
