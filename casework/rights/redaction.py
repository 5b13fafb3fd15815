"""What of the file is about, or from, somebody else: proposed here, decided by a person, and then left out for good.

Two grounds: the privacy of another (Jeugdwet 7.3.10), and, towards parents alone, that telling would not be the care of
a good professional (7.3.11). Nothing leaves while a proposal is undecided.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, get_args

from pydantic import Field, model_validator

from casework.answers import Frozen, Source
from casework.case import Case
from casework.mistakes import mistake
from casework.rights.asker import Asker
from casework.rights.statements import Statement
from casework.steps.identity import Identity
from casework.trouble import Trouble
from casework.words import counted

Ground = Literal["privacy_ander", "goede_hulp"]
GROUNDS: Mapping[Ground, str] = {
    "privacy_ander": "Dit gaat over iemand anders. Die heeft recht op privacy (Jeugdwet 7.3.10).",
    "goede_hulp": "Dit vertellen past niet bij goede hulp aan de jeugdige (Jeugdwet 7.3.11).",
}

_OTHERS: tuple[Source, ...] = ("jeugdige", "ouder", "school", "huisarts", "aanbieder")
_ABOUT_A_PERSON = ("birth_date", "reach", "can_be_called_on")
_NEVER_BY_DEFAULT = ("safety.reporting_code_step", "safety.veilig_thuis", "safety.veilig_thuis_on")
_SHORTEST_NAME = 3
_AT_WORK = ("school", "hulpverlener", "huisarts")
"""Who is there by profession: their name is no private matter of theirs."""


class Choice(Frozen):
    """What somebody decided about one statement; blacked out only on a ground. `note` stays with the team."""

    path: str
    black: bool
    ground: Ground | None = None
    note: str = ""

    @model_validator(mode="after")
    def _needs_ground(self) -> Choice:
        if self.black and self.ground is None:
            raise mistake(f"{self.path}: zeg bij ‘ground’ waarom dit weg moet: {' of '.join(get_args(Ground))}")
        return self


class Choices(Frozen):
    """The decisions about one inspection file, as a file."""

    schema_: Literal["ijkpunt/access-choices/1"] = Field(alias="schema")
    decided_by: str = Field(min_length=1)
    choices: tuple[Choice, ...] = ()


class Proposal(NamedTuple):
    """A statement that may have to go, and why somebody must look at it."""

    statement: Statement
    because: str


def proposals(case: Case, told: Sequence[Statement], asker: Asker) -> tuple[Proposal, ...]:
    """What a person must decide on, in the order of the file."""
    names = _names_of_others(case, asker)
    found = ((one, _why(one, case, asker, names)) for one in told)
    return tuple(Proposal(one, why) for one, why in found if why)


def unseen(told: Sequence[Statement], asked: Sequence[Proposal], choices: Sequence[Choice],
           asker: Asker) -> Mapping[str, Ground]:  # fmt: skip
    """The statements that are left out, by path, each with its ground. Raises Trouble while something is undecided."""
    decided = {one.path: one for one in choices}
    if open_ := [one for one in asked if one.statement.path not in decided]:
        raise Trouble(f"Nog {counted(len(open_), 'uitspraak', 'uitspraken')} over of van een ander: beslis eerst over "
                      "elk daarvan of het zichtbaar blijft.")  # fmt: skip
    known = {one.path for one in told}
    if lost := [path for path in decided if path not in known]:
        raise Trouble(f"Over {lost[0]} is beslist, maar dat staat niet in dit dossier. Beslis opnieuw.")
    away = {path: one.ground for path, one in decided.items() if one.black and one.ground is not None}
    if not set(away.values()) <= set(grounds_towards(asker)):
        raise Trouble("“Goede hulp” is geen grond om iets voor de jeugdige zelf weg te laten. Kies een andere grond, "
                      "of laat het staan.")  # fmt: skip
    return away


def grounds_towards(asker: Asker) -> tuple[Ground, ...]:
    """What may be a reason to leave something out, for who asks."""
    return ("privacy_ander",) if asker.role == "jeugdige" else get_args(Ground)


def people_unnamed(away: Mapping[str, Ground]) -> frozenset[str]:
    """Whose name may show nowhere: where the name itself is left out."""
    parts = (path.split(".") for path in away)
    return frozenset(one[1] for one in parts if len(one) == 3 and (one[0], one[2]) == ("people", "name"))


def _why(one: Statement, case: Case, asker: Asker, names: Mapping[str, str]) -> str:
    root, _, rest = one.path.partition(".")
    if root == "people":
        person, _, name = rest.partition(".")
        if person != asker.person and name in _ABOUT_A_PERSON:
            whose = next((one.name.known for one in case.people if one.id == person), None)
            return f"Dit is een gegeven van {whose or 'iemand anders'}."
    if one.path in _NEVER_BY_DEFAULT:
        return "Dit gaat over de meldcode of Veilig Thuis."
    if one.source in _OTHERS and not _own(one.source, case, asker):
        return "Iemand anders zei dit."
    if one.free and root != "people" and (found := next((who for who in names if _in(who, one.text)), "")):
        return f"Hierin staat een naam: {names[found]}."
    return ""


def _own(source: Source, case: Case, asker: Asker) -> bool:
    """Whether these are the asker's own words; with two parents one cannot tell which of them said it."""
    if source != asker.role:
        return False
    with_custody = {one.person.known for one in case.step(Identity).custody.known or ()}
    return asker.role == "jeugdige" or len(with_custody) <= 1


def _names_of_others(case: Case, asker: Asker) -> Mapping[str, str]:
    """What in a text leads to somebody else: the whole name and its parts, with whose it is."""
    own = str(case.step(Identity).name.known or "").split()
    mine = next((str(one.name.known or "").split() for one in case.people if one.id == asker.person), [])
    skip = {part.casefold() for part in (*own, *mine)}
    found: dict[str, str] = {}
    for one in case.people:
        name = str(one.name.known or "").strip()
        if one.id != asker.person and name and one.relation.known not in _AT_WORK:
            parts = [part for part in name.split() if part[:1].isupper() and len(part) >= _SHORTEST_NAME]
            found |= {part: name for part in parts if part.casefold() not in skip}
    return found


def _in(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None
