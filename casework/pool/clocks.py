"""What a consult waits for and until when, in Dutch working days; the clock of the pool stands still while the asker
is asked to add something (brief §8.5). The terms are a proposal: none is fixed in the sources, a region sets its own.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated, Literal, NamedTuple, TypeAlias

from pydantic import Field

from casework.answers import Frozen, months_later
from casework.consultation.consultation import Status, Type
from casework.pool.lifecycle import BEFORE_ADVICE
from casework.pool.state import Consult
from casework.weighing.facts.working_days import working_day_after, working_days_between, working_days_left
from casework.words import term_in_words

Stage: TypeAlias = Literal["op_tijd", "herinnering", "te_laat", "escalatie", "staat_stil"]
Waits: TypeAlias = Literal["triage", "antwoord", "aanvulling", "besluit", "zes_weken", "drie_maanden", "afronden"]

LONGEST_TERM = 200
Term = Annotated[int, Field(ge=0, le=LONGEST_TERM)]

_ASKS = frozenset({"submit", "reopen"})
"""From here the clock runs. A status says less: what leaves it as it is, such as a reminder, is no new beginning."""
_ESCALATES_AFTER = 2
"""Working days too late."""


class Norms(Frozen):
    """Terms in working days, but for the last two. status: concept, until the region has agreed on them."""

    triage: Term = 1
    phone: Term = 0
    consult: Term = 5
    compulsory: Term = 7
    urgent: Term = 1
    case_management: Term = 5
    table: Term = 10
    decision: Term = 3
    follow_up_days: Term = 42
    second_follow_up_months: Term = 3

    def answer(self, asked: Type) -> int:
        """Working days in which a question of this type is answered, where it is not urgent."""
        return {
            "TELEFOONCONSULT": self.phone,
            "CONSULTATIE": self.consult,
            "VERPLICHT_ADVIES": self.compulsory,
            "CASEMANAGEMENT": self.case_management,
            "HSJ_MDO": self.table,
        }[asked]


class Clock(NamedTuple):
    """due: the last day in time. left: working days to go, negative when late; who: whose turn it is."""

    waits_for: Waits
    due: date
    left: int
    stage: Stage
    who: Literal["coordinator", "expert", "aanvrager"]

    @property
    def words(self) -> str:
        return term_in_words(self.left, paused=self.stage == "staat_stil")


def clock(consult: Consult, today: date, norms: Norms) -> Clock | None:
    """What this consult waits for now; None where nothing is waited for."""
    status = consult.status
    if status in BEFORE_ADVICE:
        return _answer(consult, today, norms)
    if status == "ADVIES_VASTGESTELD":
        return _made("besluit", _after(consult, norms.decision, status), today, "aanvrager")
    if status == "OMGEZET_NAAR_CASEMANAGEMENT" and not any(one.kind == "take_on" for one in consult.history):
        return _made("antwoord", _after(consult, norms.case_management, status), today, "coordinator")
    if status == "OMGEZET_NAAR_MDO_HSJ" and not consult.minutes:
        return _made("antwoord", _after(consult, norms.table, status), today, "coordinator")
    if status in ("TERUGGEKOPPELD", "GEVOLGD"):
        return _follow_up(consult, today, norms)
    return None


def answer_due(consult: Consult, today: date, norms: Norms) -> date:
    """The last day on which an answer is in time: what stood still is added, and is while it does."""
    return working_day_after(_asked_on(consult, today), _term(consult, norms) + _paused(consult, today))


def _asked_on(consult: Consult, today: date) -> date:
    begun = next((moment.at for moment in reversed(consult.history) if moment.kind in _ASKS), consult.begun_at)
    return _day(begun) if begun else today


def _answer(consult: Consult, today: date, norms: Norms) -> Clock:
    start, due = _asked_on(consult, today), answer_due(consult, today, norms)
    if consult.status == "AANVULLING_GEVRAAGD":
        return Clock("aanvulling", due, working_days_left(today, due), "staat_stil", "aanvrager")
    if consult.status in ("INGEDIEND", "HEROPEND"):
        looked_at = min(working_day_after(start, norms.triage), due)
        return _made("triage", looked_at, today, "coordinator")
    who: Literal["coordinator", "expert"] = (
        "expert" if consult.status in ("TOEGEWEZEN", "IN_BEHANDELING") else "coordinator"
    )
    return _made("antwoord", due, today, who)


def _term(consult: Consult, norms: Norms) -> int:
    asked = consult.request.type if consult.request else "CONSULTATIE"
    return norms.urgent if consult.urgent else norms.answer(asked)


def _paused(consult: Consult, today: date) -> int:
    """Working days on which an addition was waited for, since the question was asked or asked again."""
    total, since = 0, None
    for moment in consult.history:
        if moment.kind in _ASKS:
            total, since = 0, None
        elif moment.status == "AANVULLING_GEVRAAGD" and since is None:
            since = _day(moment.at)
        elif since is not None and moment.kind == "complete":
            total, since = total + _working(since, _day(moment.at)), None
    return total if since is None else total + _working(since, today)


def _follow_up(consult: Consult, today: date, norms: Norms) -> Clock:
    decided = consult.since("TERUGGEKOPPELD")
    start = _day(decided) if decided else today
    done = {one.moment for one in consult.follow_ups}
    if "zes_weken" not in done:
        return _made("zes_weken", start + timedelta(days=norms.follow_up_days), today, "aanvrager")
    later = months_later(start, norms.second_follow_up_months)
    return _made("afronden" if "drie_maanden" in done else "drie_maanden", later, today, "aanvrager")


def _after(consult: Consult, days: int, *statuses: Status) -> date:
    since = consult.since(*statuses)
    assert since is not None  # the consult is in that status
    return working_day_after(_day(since), days)


def _made(waits_for: Waits, due: date, today: date, who: Literal["coordinator", "expert", "aanvrager"]) -> Clock:
    left = working_days_left(today, due)
    return Clock(waits_for, due, left, stage_on(left), who)


def stage_on(left: int) -> Stage:
    """How far along a term that runs is, by the working days to go."""
    if left < 0:
        return "escalatie" if -left >= _ESCALATES_AFTER else "te_laat"
    return "herinnering" if left <= 1 else "op_tijd"


def escalated_until(today: date) -> date:
    """The last day on which a term may have ended that is so late that the coordinator has to act."""
    day = today
    while stage_on(working_days_left(today, day)) != "escalatie":
        day -= timedelta(days=1)
    return day


def _working(start: date, end: date) -> int:
    return working_days_between(start, end) or 0


def _day(at: datetime) -> date:
    return at.date()
