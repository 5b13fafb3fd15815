"""What a conclusion of a checklist rests on, in words: its answers, else what the steps say in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from casework.knowledge import Checklist, ChecklistItem, Conclusion, Fact
from casework.weighing.checklists.asked import Asked
from casework.weighing.checklists.outcome import Ground
from casework.words import in_words

Told = tuple[str, str]
"""A sentence, and the path of where it stands."""


def grounds(
    checklist: Checklist,
    conclusion: Conclusion,
    asked: Asked,
    tell: Callable[[str, Fact], Told],
    more: Iterable[Told] = (),
) -> tuple[Ground, ...]:
    """In the order of the pack. Only what is known: what is missing is an open point."""
    items = {item.id: item for item in checklist.items}
    carry = [name for name in conclusion.rests_on if not (conclusion.one_suffices and _says_no(items[name], asked))]
    told: list[Told] = [one for name in carry for one in _of_item(items[name], asked, tell)]
    told += _of_facts(conclusion.shows, asked, tell)
    told += more
    private = {f"checklists.{asked.id}.{item.id}" for item in checklist.items if item.private}
    return tuple(
        Ground(conclusion=conclusion.code, text=text, path=path, private=path in private)
        for text, path in dict(told).items()
    )


def _says_no(item: ChecklistItem, asked: Asked) -> bool:
    said = asked.says(item.id)
    return said == "nee" if said is not None else any(asked.facts.get(name) is False for name in item.told_by)


def _of_item(item: ChecklistItem, asked: Asked, tell: Callable[[str, Fact], Told]) -> Iterator[Told]:
    said = asked.says(item.id)
    if said is not None:
        yield f"{item.text} {item.options.get(said, in_words(said)).capitalize()}.", f"checklists.{asked.id}.{item.id}"
    elif not asked.aside(item.id):
        yield from _of_facts(item.told_by, asked, tell)


def _of_facts(names: Iterable[str], asked: Asked, tell: Callable[[str, Fact], Told]) -> Iterator[Told]:
    return (tell(name, asked.facts[name]) for name in names if name in asked.facts)
