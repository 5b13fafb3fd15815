"""Who may read the parents' version, and for whom it is made (brief §2.3; Jeugdwet 7.3.4, 7.3.11, 7.3.15).

| age   | the parents' version                                                                       |
|-------|--------------------------------------------------------------------------------------------|
| < 12  | for everybody with custody                                                                 |
| 12–15 | the same; where the help goes on without the parents (7.3.4 lid 2) only with the young     |
|       | person's consent                                                                           |
| 16–17 | only with the young person's consent; where they cannot decide, for everybody with custody |
| ≥ 18  | only with their consent; where they cannot decide, that of who stands in for them          |

The consent is one for `ouders` in step 2. Where the address is secret, or one parent has no contact, the version is for
whoever with custody lives with the young person: the name of a provider or the place of a first talk gives a home away.
"""

from __future__ import annotations

from casework.case import SettledCase
from casework.handover.blocks import Reader
from casework.steps.identity import Identity
from casework.weighing.facts.consent import YOUNG_PERSON, age, agreed, who

PURPOSE = "ouders"


def refusal(case: SettledCase, reader: Reader) -> str:
    """Why this reader's version may not be made, and what would change that, in Dutch; empty where it may.

    Whether the handover is ready is another question: `assessment.handover` answers that.
    """
    if reader != "parent":
        return ""
    return _without_consent(case) or _address_gives_away(case)


def parents_who_read(case: SettledCase) -> tuple[str, ...]:
    """The people with custody the parents' version is for, by reference, in the order of step 2."""
    with_custody = _with_custody(case)
    return _at_home(case) or with_custody if _kept_apart(case) else with_custody


def kept_out(case: SettledCase) -> frozenset[str]:
    """Who has custody and does not read it: what they asked is not told, and the version is not for passing on."""
    others = set(_with_custody(case)) - set(parents_who_read(case))
    return frozenset(who(case, person) or person for person in others)


def asked_by_others(case: SettledCase, asker: str | None) -> bool:
    """Whether a question comes from a parent this parents' version is kept from."""
    return who(case, asker) in kept_out(case)


def _without_consent(case: SettledCase) -> str:
    years, identity = age(case), case.of(Identity)
    if years is None:
        return (
            "De versie voor ouders kan nog niet: de geboortedatum ontbreekt. Vul die in bij stap 2. "
            "Vanaf 16 jaar beslist de jongere zelf of ouders meelezen."
        )
    able = identity.able_to_decide.known is not False
    given = agreed(case, PURPOSE) or frozenset()
    own = YOUNG_PERSON in given
    if years >= 18 and not able and not given - {YOUNG_PERSON}:
        return (
            "De versie voor ouders kan nog niet: de jongere is 18 jaar of ouder en kan dit niet zelf beslissen. "
            "Leg bij stap 2 vast dat wie voor de jongere beslist het goed vindt: toestemming voor ‘delen met ouders’."
        )
    if years >= 16 and able and not own:
        return (
            "De versie voor ouders kan nog niet: vanaf 16 jaar beslist de jongere zelf of ouders meelezen. Vraag het, "
            "en leg het vast bij stap 2: toestemming van de jongere voor ‘delen met ouders’."
        )
    if 12 <= years < 16 and identity.help_exception.known is not None and not own:
        return (
            "De versie voor ouders kan nog niet: deze hulp gaat door zonder de ouders (Jeugdwet 7.3.4 lid 2). Vindt de "
            "jongere het goed dat zij meelezen? Leg dat vast bij stap 2: toestemming voor ‘delen met ouders’."
        )
    return ""


def _address_gives_away(case: SettledCase) -> str:
    if case.of(Identity).secret_address.known is not True or _at_home(case):
        return ""
    return (
        "De versie voor ouders kan nog niet: het adres is geheim, en er staat niet bij wie met gezag bij de jeugdige "
        "woont. Vul dat in bij stap 2. Woont er niemand met gezag? Vertel ouders dan zelf wat zij mogen weten."
    )


def _with_custody(case: SettledCase) -> tuple[str, ...]:
    custody = case.of(Identity).custody.known or ()
    return tuple(one.person.known for one in custody if one.person.known is not None)


def _at_home(case: SettledCase) -> tuple[str, ...]:
    living_there = {person.id for person in case.people if person.lives_with.known is True}
    return tuple(person for person in _with_custody(case) if who(case, person) in living_there)


def _kept_apart(case: SettledCase) -> bool:
    identity = case.of(Identity)
    return identity.secret_address.known is True or identity.separated.known == "geen_contact"
