"""Who has to consent, and who did (brief §2.3; Jeugdwet 7.3.4, 7.3.5, 7.3.11, 7.3.15).

| age   | to the help                       | to sharing with a provider                  |
|-------|-----------------------------------|---------------------------------------------|
| < 12  | everybody with custody            | everybody with custody                      |
| 12–15 | young person and everybody with   | young person, if able to decide; else       |
|       | custody                           | everybody with custody                      |
| 16–17 | young person, if able; else everybody with custody                              |
| ≥ 18  | young person, if able; else somebody who stands in for them                     |

A measure, a closed placement or probation needs none; that is a matter of route and named exception, not of this table.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from casework.answers import is_known
from casework.case import SettledCase
from casework.steps.handover import Handover
from casework.steps.identity import Consent, Identity
from casework.words import age_on

YOUNG_PERSON = "jeugdige"
NAMELESS = "iemand met gezag"
"""How somebody with custody is told of whose name is not known."""
_REPRESENTATIVE = "wettelijk vertegenwoordiger"


def age(case: SettledCase) -> int | None:
    """Whole years on the day itself; unknown without a birth date, and for one in the future."""
    born = case.of(Identity).birth_date.known
    return None if born is None or born > case.today else age_on(born, case.today)


_PURPOSES: Mapping[str, str] = {"aanbieder": "delen_met_aanbieder", "expert": "consult_herleidbaar"}


def sharing_purpose(case: SettledCase) -> str:
    """What the consent must be for: sharing with the recipient of step 14; the provider where nobody said."""
    role = case.of(Handover).recipient_role.known or "aanbieder"
    return _PURPOSES.get(role, role)


def exception_holds(case: SettledCase) -> bool | None:
    """Is there a ground in law to share without consent, with its reason?

    Jeugdwet 7.3.4 lid 2 is about young people of 12 to 15 only; without any exception named there is none.
    """
    identity, years = case.of(Identity), age(case)
    if identity.sharing_exception.known is None or not is_known(identity.sharing_exception_reason):
        return False
    if identity.sharing_exception.known == "7.3.4_lid_2":
        return None if years is None else 12 <= years < 16
    return True


def missing_for_sharing(case: SettledCase) -> frozenset[str] | None:
    """Whose consent to share with the recipient is still missing; None while age, custody or consents are unknown."""
    years = age(case)
    if years is None:
        return None
    return _missing(case, sharing_purpose(case), years, alone_from=12, along_from=12)


def missing_for_named_consult(case: SettledCase) -> frozenset[str] | None:
    """Whose consent to a consult with names is still missing: as for sharing (brief §2.3)."""
    years = age(case)
    return None if years is None else _missing(case, "consult_herleidbaar", years, alone_from=12, along_from=12)


def missing_for_help(case: SettledCase) -> frozenset[str] | None:
    """Whose consent to the help itself is still missing; None while age, custody or consents are unknown."""
    years = age(case)
    return None if years is None else _missing(case, "hulp", years, alone_from=16, along_from=12)


def refused(case: SettledCase) -> bool | None:
    """Does anybody refuse consent to the help, or to sharing, today?"""
    consents = case.of(Identity).consents.known
    if consents is None:
        return None
    return any(_holds(one, case.today) and one.outcome.known == "geweigerd" for one in consents
               if one.purpose.known in ("hulp", sharing_purpose(case)))  # fmt: skip


def _missing(case: SettledCase, purpose: str, years: int, *, alone_from: int, along_from: int) -> frozenset[str] | None:
    consented = agreed(case, purpose)
    able = case.of(Identity).able_to_decide.known is not False
    if consented is None:
        return None
    if years >= 18 and not able:
        return frozenset() if consented - {YOUNG_PERSON} else frozenset({_REPRESENTATIVE})
    needed: frozenset[str] = frozenset({YOUNG_PERSON} if able and years >= along_from else ())
    if not (able and years >= alone_from):
        with_custody = _with_custody(case)
        if with_custody is None:
            return None
        needed |= with_custody
    return needed - consented


def _with_custody(case: SettledCase) -> frozenset[str] | None:
    """Everybody with custody. Somebody without a name is in it too: nobody can have consented for them."""
    custody = case.of(Identity).custody.known
    if custody is None:
        return None
    found = {who(case, one.person.known) or f"{NAMELESS} {one.id}" for one in custody}
    return frozenset(found or {NAMELESS})


def agreed(case: SettledCase, purpose: str) -> frozenset[str] | None:
    """Who consented, today; None while consents are unknown. The latest counts; on the same day a refusal counts."""
    consents = case.of(Identity).consents.known
    if consents is None:
        return None
    last: dict[str, tuple[date, bool]] = {}
    for one in consents:
        person = who(case, one.who.known)
        if person is None or one.purpose.known != purpose or not _holds(one, case.today):
            continue
        mark = (one.start.known or date.min, one.outcome.known == "geweigerd")
        last[person] = max(last.get(person, mark), mark)
    return frozenset(person for person, (_, refuses) in last.items() if not refuses)


def _holds(consent: Consent, today: date) -> bool:
    start, end, withdrawn = consent.start.known, consent.end.known, consent.withdrawn_on.known
    return (
        (start is None or start <= today) and (end is None or today <= end) and (withdrawn is None or today < withdrawn)
    )


def who(case: SettledCase, reference: str | None) -> str | None:
    """One key for one person, however they were named: an id, a name that only one person has, or the young person."""
    if reference is None or not reference.strip():
        return None
    if any(person.id == reference for person in case.people):
        return reference
    name = reference.strip().casefold()
    own = case.of(Identity).name.known
    if name == YOUNG_PERSON or (own is not None and name == own.strip().casefold()):
        return YOUNG_PERSON
    namesakes = [person.id for person in case.people if (person.name.known or "").strip().casefold() == name]
    return namesakes[0] if len(namesakes) == 1 else name
