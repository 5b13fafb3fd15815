"""What a case asks of whom works on it, and by when: every clock of a case in one place, for *Vandaag*.

A term tells what kind it is, its day, and the field where it is seen to. It holds no words of the family, so that it
may be remembered beside a case. Days of the pool are a proposal, as its norms are (casework/pool/clocks.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from casework.answers import is_known
from casework.case import SettledCase
from casework.consultation.consultation import Consultation, is_finished, valid_until
from casework.knowledge import Pack
from casework.pool.bench import CONVERTED
from casework.pool.clocks import Norms, answer_due, clock
from casework.pool.lifecycle import BEFORE_ADVICE, ENDED
from casework.pool.state import Consult
from casework.steps.decision import DecisionAdvice
from casework.steps.expert_pool import ExpertPool
from casework.steps.explanation import Explanation
from casework.steps.handover import Handover, stands_since, talks_held
from casework.steps.help_history import HelpHistory
from casework.steps.intake import Intake
from casework.steps.safety import Safety
from casework.steps.special_checks import SpecialChecks
from casework.weighing import following
from casework.weighing.facts.working_days import working_day_after
from casework.words import day_in_words

_TERM_WEEKS = 8
"""Awb 4:13, where the pack knows no term of the municipality."""

_URGENT = 5
"""Working days, where the report said so."""

_AFTER_CRISIS = timedelta(weeks=6)
"""Brief, chain after a crisis: look again within six weeks."""

_BEFORE_EXPIRY = timedelta(days=28)
"""An advice that still holds longer than this asks for nothing yet."""

_BEFORE_RULING_ENDS = timedelta(weeks=13)
"""What goes on after a measure is arranged while it still runs (R-GI-02)."""

_DEVIATION = 3
"""Working days after the advice; the day of the team's own choice is not a question (brief §8.4)."""

_NOT_WAITING = ENDED | CONVERTED | {"CONCEPT"}


class Kind(NamedTuple):
    """words: what is to happen, with {about} for a day; act: the word on the button that leads there."""

    words: str
    act: str = "Openen"


KINDS: Mapping[str, Kind] = {
    "spoed": Kind("Spoed: bepaal vandaag wat nodig is"),
    "crisisroute": Kind("Hoog risico op suïcide: zet de crisisroute in", "Afmaken"),
    "besluit": Kind("Besluit op de melding van {about}"),
    "veiligheidsafspraak": Kind("Een afspraak over veiligheid loopt af", "Bekijken"),
    "na_crisis": Kind("Kijk opnieuw na de crisis van {about}"),
    "advies_bij_spoed": Kind("Advies van de expertpool, na een start met spoed"),
    "antwoord_pool": Kind("De expertpool zou nu antwoorden"),
    "aanvulling_pool": Kind("De expertpool wacht op uw aanvulling", "Aanvullen"),
    "besluit_op_advies": Kind("Kies of u het advies van {about} volgt", "Afwegen"),
    "bericht_afwijking": Kind("Bericht aan de pool: u wijkt af van het advies", "Afmaken"),
    "advies_loopt_af": Kind("Het advies van {about} loopt af"),
    "pool_zes_weken": Kind("Vertel de pool hoe het ging, zes weken na het advies", "Vertellen"),
    "pool_drie_maanden": Kind("Vertel de pool hoe het ging, drie maanden na het advies", "Vertellen"),
    "pool_afronden": Kind("Rond de vraag aan de pool af", "Afronden"),
    "triage_bellen": Kind("Bel het gezin na de korte blik: helpt het?", "Bellen en noteren"),
    "na_de_maatregel": Kind("De maatregel stopt op {about}: spreek af wat doorgaat", "Afspreken"),
    "mdo_actie": Kind("Een afspraak uit het overleg van {about}", "Bekijken"),
    "plan_aanbieder": Kind("Vraag de aanbieder naar het plan", "Bellen en noteren"),
    "big_five_actie": Kind("Geregeld voor later: dit zou nu klaar zijn", "Bekijken"),
    "hsj_overleg": Kind("Het volgende overleg met allen (HSJ)", "Bekijken"),
    "stap_voor_later": Kind("Een stap uit het eigen plan voor later", "Bekijken"),
    "evaluatie": Kind("Kijk samen of de hulp helpt", "Evalueren"),
    "jaarlijks": Kind("De jaarlijkse blik: past deze steun nog?", "Evalueren"),
    "afgesproken_gesprek": Kind("Spreek het gezin, zoals vorige keer afgesproken", "Noteren"),
    "reactie_aanbieder": Kind("Aanbieder heeft nog niet gereageerd op de overdracht", "Bellen en noteren"),
    "vraag_aanbieder": Kind("De aanbieder heeft een vraag: antwoord, en hoor of de hulp start", "Bellen en noteren"),
    "andere_plek": Kind("De aanbieder zei nee: zoek met het gezin een andere plek", "Bekijken"),
    "start_hulp": Kind("Vraag het gezin of de hulp is begonnen", "Bellen en noteren"),
    "terugbellen": Kind("Bel het gezin: gaat het nog goed zonder deze hulp?", "Bellen en noteren"),
    "big_five": Kind("Loop samen de vijf dingen voor later door", "Bekijken"),
}

_PATHS: Mapping[str, str] = {
    "evaluatie": "handover.review_talks",
    "jaarlijks": "handover.review_talks",
    "afgesproken_gesprek": "handover.review_talks",
    "terugbellen": "handover.review_talks",
    "reactie_aanbieder": "handover.reaction",
    "vraag_aanbieder": "handover.reaction",
    "andere_plek": "handover.reaction",
    "start_hulp": "handover.started_on",
    "big_five": "special_checks.big_five_on",
}


class Due(NamedTuple):
    """kind: of KINDS. day: the last in time. path: the field it leads to. about: a day its words name."""

    kind: str
    day: date
    path: str
    about: date | None = None
    paused: bool = False

    @property
    def words(self) -> str:
        return KINDS[self.kind].words.format(about=day_in_words(self.about) if self.about else "")

    @property
    def act(self) -> str:
        return KINDS[self.kind].act


def agenda(case: SettledCase, pack: Pack, norms: Norms | None = None) -> tuple[Due, ...]:
    """Every term of a case, the earliest first; what was done does not stand in it. A day before today is late."""
    return tuple(sorted(_all(case, pack, norms or Norms()), key=lambda due: (due.day, due.kind, due.path)))


def of_the_pool(consult: Consult, path: str, today: date, norms: Norms | None = None) -> tuple[Due, ...]:
    """What a question that was sent waits for and still asks of the asker: the answer by the clock of the pool, telling
    how it went, and what a table agreed on.

    path: of its record in the case. An action of a table has no answer, so it stands until the question is closed.
    """
    if consult.status in ENDED:
        return ()
    norms = norms or Norms()
    found = [
        Due("mdo_actie", action.by, path, minutes.held_on) for minutes in consult.minutes for action in minutes.actions
    ]
    if consult.status in BEFORE_ADVICE:
        paused = consult.status == "AANVULLING_GEVRAAGD"
        kind = "aanvulling_pool" if paused else "antwoord_pool"
        found.append(Due(kind, answer_due(consult, today, norms), path, paused=paused))
    running = clock(consult, today, norms)
    if running is not None and f"pool_{running.waits_for}" in KINDS:
        found.append(Due(f"pool_{running.waits_for}", running.due, path))
    return tuple(found)


def decision_day(case: SettledCase, pack: Pack) -> date | None:
    """The last day to decide; None where nothing was reported, or the decision is there."""
    reported = case.of(Intake).report_date.known
    if reported is None or not _undecided(case):
        return None
    return reported + timedelta(weeks=pack.setting("decision_term_weeks", _TERM_WEEKS))


def _all(case: SettledCase, pack: Pack, norms: Norms) -> Iterator[Due]:
    yield from _deciding(case, pack)
    yield from _safety(case)
    for consultation in case.consultations:
        yield from _consulting(case, consultation, norms)
    yield from _promised(case)
    reported = case.of(Intake).report_date.known or date.min
    for one in following.due(case):
        day = max(one.day, reported) if one.what == "big_five" else one.day  # nobody is late before the first word
        yield Due(one.what, day, _PATHS[one.what])


def _deciding(case: SettledCase, pack: Pack) -> Iterator[Due]:
    intake = case.of(Intake)
    reported, day = intake.report_date.known, decision_day(case, pack)
    if reported is None or day is None:
        return
    path = "decision.decision"
    if intake.urgency.known in ("vandaag", "acuut_gevaar"):
        yield Due("spoed", reported, path)
    elif intake.urgency.known == "binnen_5_werkdagen":
        yield Due("besluit", min(day, working_day_after(reported, _URGENT)), path, reported)
    else:
        yield Due("besluit", day, path, reported)


def _safety(case: SettledCase) -> Iterator[Due]:
    safety, history = case.of(Safety), case.of(HelpHistory)
    if safety.suicide_risk.known == "ja_hoog" and safety.crisis_route_started.known is not True:
        yield Due("crisisroute", case.today, "safety.crisis_route_started")
    if case.of(Handover).ended_on.known is None:
        for one in safety.agreements.known or ():
            if (until := one.until.known) is not None:
                yield Due("veiligheidsafspraak", until, f"safety.agreements.{one.id}.until")
    ended, analysed = history.crisis_end.known, case.of(Explanation).made_on.known
    if ended is not None and (analysed is None or analysed <= ended):
        yield Due("na_crisis", ended + _AFTER_CRISIS, "explanation.made_on", ended)


def awaits_answer(record: str) -> str:
    """Where the term of an answer leads, as the case itself reckons it: without what stood still, or was urgent."""
    return f"consultations.{record}.status"


def _consulting(case: SettledCase, one: Consultation, norms: Norms) -> Iterator[Due]:
    """A question to the pool, by what the case itself says of it."""
    asked, path = one.asked_on.known, f"consultations.{one.id}"
    if one.status.known in _NOT_WAITING or asked is None:
        return
    if not is_finished(one):
        if one.advice_on.known is None:
            waits = one.status.known == "AANVULLING_GEVRAAGD"
            day = working_day_after(asked, norms.answer(one.type.known or "CONSULTATIE"))
            yield Due("aanvulling_pool" if waits else "antwoord_pool", day, awaits_answer(one.id), asked, paused=waits)
        return
    given, until = one.advice_on.known, valid_until(one)
    assert given is not None  # or it is not finished
    if one.team_decision.known is None:
        yield Due("besluit_op_advies", working_day_after(given, norms.decision), f"{path}.team_decision", given)
    elif one.team_decision.known != "volgt" and one.pool_informed.known is not True:
        yield Due("bericht_afwijking", working_day_after(given, _DEVIATION), f"{path}.pool_informed", given)
    if until is not None and until - case.today <= _BEFORE_EXPIRY and stands_since(case.of(Handover)) is None:
        yield Due("advies_loopt_af", until, f"{path}.valid_until", given)


def _promised(case: SettledCase) -> Iterator[Due]:
    """What somebody said they would bring by a day: an advice after an urgent start, a plan, what is for later."""
    pool, decision, checks = case.of(ExpertPool), case.of(DecisionAdvice), case.of(SpecialChecks)
    if pool.advice_by.known is not None and not any(is_finished(one) for one in case.consultations):
        yield Due("advies_bij_spoed", pool.advice_by.known, "expert_pool.advice_by")
    talks = talks_held(case)
    looked = (talks[-1].on.known if talks else None) or date.min
    if case.of(Handover).ended_on.known is None:  # seen to at the latest at the first review after the day
        asked = stands_since(case.of(Handover)) is not None  # nobody makes a plan for what was not asked
        if (planned := decision.plan_expected.known) is not None and looked < planned and asked:
            yield Due("plan_aanbieder", planned, "decision.plan_expected")
        for step in checks.future_steps.known or ():
            if (until := step.until.known) is not None and looked < until:
                yield Due("stap_voor_later", until, f"special_checks.future_steps.{step.id}.until")
    meeting = checks.hsj_next_meeting.known
    if meeting is not None and meeting >= case.today:
        yield Due("hsj_overleg", meeting, "special_checks.hsj_next_meeting")
    intake = case.of(Intake)
    if intake.triage_call_on.known is not None and not is_known(intake.triage_call_told):
        yield Due("triage_bellen", intake.triage_call_on.known, "intake.triage_call_told")
    if intake.ruling_until.known is not None and not is_known(intake.after_ruling):
        until = intake.ruling_until.known
        yield Due("na_de_maatregel", until - _BEFORE_RULING_ENDS, "intake.after_ruling", until)
    for block in checks.big_five.known or ():
        if block.by.known is not None and block.status.known != "op orde":
            yield Due("big_five_actie", block.by.known, f"special_checks.big_five.{block.id}.status")


def _undecided(case: SettledCase) -> bool:
    return case.of(DecisionAdvice).decision.known is None and stands_since(case.of(Handover)) is None
