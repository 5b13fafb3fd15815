"""What a case is called and how far it is, in a few words: for the header and the work list."""

from __future__ import annotations

from datetime import date

from casework.agenda import decision_day
from casework.case import Case
from casework.steps.decision import DecisionAdvice
from casework.steps.handover import Handover, stands_since
from casework.steps.identity import Identity
from casework.steps.intake import Intake
from casework.weighing.facts.working_days import working_days_left
from casework.words import age_on
from desktop.cases.open_case import OpenCase


def status_of(case: Case) -> str:
    """How far it is, without a judgement."""
    if stands_since(case.step(Handover)) is not None:
        return "Overgedragen"
    if case.step(DecisionAdvice).decision.known is not None:
        return "Besluit in de maak"
    return "In onderzoek" if case.step(Intake).track.known is not None else "Nieuw"


def in_the_list(case: Case, today: date) -> str:
    """15 jaar, in onderzoek: what tells one line of the work list from another with the same name."""
    born = case.step(Identity).birth_date.known
    age = f"{age_on(born, today)} jaar, " if born is not None else ""
    return f"{age}{status_of(case).lower()}"


def age_and_village(case: OpenCase) -> str:
    """14 jaar, Nergenshuizen; no village where the address is secret."""
    identity = case.case.step(Identity)
    born, village = identity.birth_date.known, identity.village.known
    parts = [f"{age_on(born, case.today)} jaar"] if born is not None else []
    if village and identity.secret_address.known is not True:
        parts.append(village)
    return ", ".join(parts)


def decision_days(case: OpenCase) -> int | None:
    """Working days left to decide; negative when late, None where no term runs."""
    day = decision_day(case.settled, case.pack)
    return None if day is None else working_days_left(case.today, day)
