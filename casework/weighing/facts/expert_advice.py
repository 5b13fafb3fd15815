"""Step 12 and the consultations: is there advice of the expert pool, does it hold, and what did the team do with it?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casework.answers import Answered, is_known
from casework.consultation.consultation import (
    Consultation,
    advice_holds_on,
    age_in_months,
    is_finished,
    unverified,
    valid_until,
)
from casework.questions import Answers, Record
from casework.steps.comparison import Comparison
from casework.steps.decision import DecisionAdvice
from casework.steps.expert_pool import ExpertPool
from casework.steps.explanation import Explanation
from casework.steps.help_history import HelpHistory
from casework.steps.needs import Needs
from casework.steps.own_capacity import OwnPossibilities
from casework.steps.safety import Safety
from casework.steps.situation import Situation
from casework.weighing.facts.logic import laid_down
from casework.weighing.facts.registry import FactSource, answer, fact
from casework.weighing.facts.working_days import working_days_between

_ADVICE = "consultations"
_WORKING_DAYS_AFTER_START = 5
"""By then the advice must be there, where urgency let the help start without it (brief, end of §3)."""
_CLOSED = ("CONCEPT", "INGETROKKEN", "NIET_ONTVANKELIJK", "GESLOTEN", "GEVOLGD", "TERUGGEKOPPELD")


def _finished(given: FactSource) -> list[Consultation]:
    """The advices that stand, as far as they were given by today."""
    given_by_now = [one for one in given.case.consultations if (one.advice_on.known or date.max) <= given.today]
    return [one for one in given_by_now if is_finished(one)]


def _advice(given: FactSource) -> Consultation | None:
    """The newest advice that holds today."""
    holding = [one for one in _finished(given) if advice_holds_on(one, given.today)]
    return max(holding, key=lambda one: one.advice_on.known or date.min, default=None)


@fact("vragen aan de expertpool", _ADVICE)
def consultation_count(given: FactSource) -> int | None:
    return len(given.case.consultations)


@fact("er is een vastgesteld advies dat nog geldt", _ADVICE)
def advice_finished(given: FactSource) -> bool | None:
    return _advice(given) is not None


@fact("het laatste advies is verlopen", _ADVICE)
def advice_expired(given: FactSource) -> bool | None:
    if _advice(given) is not None:
        return False
    ends = [valid_until(one) for one in _finished(given)]
    return any(end is not None and end < given.today for end in ends)


@fact("maanden oud is het advies", _ADVICE)
def advice_months_old(given: FactSource) -> int | None:
    advice = _advice(given)
    return None if advice is None else age_in_months(advice, given.today)


@fact("van het advies is nog niet alles nagekeken", _ADVICE)
def advice_unverified(given: FactSource) -> bool | None:
    advice = _advice(given)
    return None if advice is None else bool(unverified(advice))


@fact("er loopt een vraag bij de expertpool", _ADVICE)
def advice_pending(given: FactSource) -> bool | None:
    return any(
        one.asked_on.known is not None and not is_finished(one) and one.status.known not in _CLOSED
        for one in given.case.consultations
    )


@fact("het team wijkt af van het advies", _ADVICE, "comparison.level")
def team_deviates(given: FactSource) -> bool | None:
    """As the team said; as long as it said nothing, by the level: another one than advised is a deviation."""
    advice = _advice(given)
    if advice is None:
        return None
    if advice.team_decision.known is not None:
        return advice.team_decision.known != "volgt"
    level, advised = given.case.of(Comparison).level.known, advice.advised_level.known
    return True if level is not None and advised is not None and level != advised else None


@fact("er staat waarom het team afwijkt", _ADVICE)
def deviation_reason_given(given: FactSource) -> bool | None:
    advice = _advice(given)
    return None if advice is None else laid_down(advice.deviation_reason)


@fact("de expertpool weet dat het team afwijkt", _ADVICE)
def pool_informed(given: FactSource) -> bool | None:
    advice = _advice(given)
    return None if advice is None or laid_down(advice.pool_informed) is None else advice.pool_informed.known is True


answer(ExpertPool, "exception", "waarom zonder advies verder", name="advice_exception")


@fact("de uitzondering op het verplichte advies is compleet", "expert_pool.exception", "decision.products")
def advice_exception_complete(given: FactSource) -> bool | None:
    """Urgency with advice in time, the certified institution or court, or a co-signed deviation; each with a reason."""
    step = given.case.of(ExpertPool)
    if not is_known(step.exception_reason):
        return False
    if step.exception.known == "spoed":
        return _advice_comes_in_time(given)
    return step.exception.known == "GI_rechter" or _cosigned(given)


def _advice_comes_in_time(given: FactSource) -> bool:
    """Planned within five working days of the first start, and that day has not passed without advice."""
    by = given.case.of(ExpertPool).advice_by.known
    products = given.case.of(DecisionAdvice).products.known or ()
    starts = [one.start.known for one in products if one.start.known is not None]
    if by is None or not starts:
        return False
    days = working_days_between(min(starts), by)
    return given.today <= by and days is not None and days <= _WORKING_DAYS_AFTER_START


@fact("een tweede geregistreerde professional tekende de afwijking", "expert_pool.cosigned_by")
def deviation_cosigned(given: FactSource) -> bool | None:
    return is_known(given.case.of(ExpertPool).exception_reason) and _cosigned(given)


def _cosigned(given: FactSource) -> bool:
    """Signed by a second professional: not by the one who signs the decision."""
    step, signed_by = given.case.of(ExpertPool), given.case.of(DecisionAdvice).signed_by.known or ""
    second = step.cosigned_by.known or ""
    return (
        step.exception.known == "afwijking_medeondertekend"
        and is_known(step.cosigned_by)
        and step.cosigner_registration.known is not None
        and is_known(step.cosigner_number)
        and second.strip().casefold() != signed_by.strip().casefold()
    )


_MATTERS: tuple[type[Answers], ...] = (Safety, Situation, HelpHistory, Needs, OwnPossibilities)


@fact("in het dossier staat iets van na het advies", _ADVICE, "safety.verdict", "help_history.help")
def facts_changed_since_advice(given: FactSource) -> bool | None:
    """A judgement, help, crisis or analysis of a later day than the advice (R-EXP-04)."""
    advice = _advice(given)
    if advice is None or advice.advice_on.known is None:
        return None
    return any(advice.advice_on.known < day <= given.today for day in _days(given))


def _days(given: FactSource) -> Iterator[date]:
    case = given.case
    history = case.of(HelpHistory)
    known = [history.crisis_end.known, case.of(Safety).veilig_thuis_on.known, case.of(Explanation).made_on.known]
    known += [one.start.known for one in history.help.known or ()]
    yield from (day for day in known if day is not None)
    for step in _MATTERS:
        yield from _judged_on(given.case.of(step))


def _judged_on(answers: Answers) -> Iterator[date]:
    """The days of the judgements in a step, and in the records of its lists."""
    for name in type(answers).model_fields:
        said = getattr(answers, name)
        if not isinstance(said, Answered):
            continue
        if said.on is not None:
            yield said.on
        if isinstance(said.value, tuple):
            for one in said.value:
                if isinstance(one, Record):
                    yield from _judged_on(one)


@fact("signalen die samen om de expertpool vragen", "weging.signals")
def pool_signal_count(given: FactSource) -> int | None:
    """Counted while the rules are weighed (signals.py)."""
    return given.extra.get("pool_signal_count")
