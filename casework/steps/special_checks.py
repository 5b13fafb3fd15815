"""Step 11. Special checks, each asked only where a rule or age opens it."""

from typing import Any, Literal

from casework.answers import Answer, Day
from casework.flow import Step
from casework.questions import Answers, Count, Flag, Record, ask
from casework.steps.comparison import Comparison
from casework.steps.help_history import HelpHistory
from casework.steps.identity import Identity
from casework.steps.intake import Intake, needs_investigation
from casework.steps.situation import Situation
from casework.words import months_between

Block = Literal["support", "wonen", "school_werk", "inkomen", "welzijn"]


class BigFive(Record):
    """One of the five foundations on the way to eighteen (seed:004)."""

    block: Answer[Block] = ask("blok", required=True)
    status: Answer[Literal["op orde", "bezig", "niet geregeld", "niet besproken"]] = ask("status", required=True)
    needed: Answer[str] = ask("wat_is_nodig")
    who: Answer[str] = ask("wie", person=True)
    by: Answer[Day] = ask("wanneer")
    own_words: Answer[str] = ask("eigen_woorden")


class FutureStep(Record):
    """A step of the young person's own plan for later."""

    what: Answer[str] = ask("stap", required=True)
    who: Answer[str] = ask("wie_helpt", required=True, person=True)
    until: Answer[Day] = ask("tot_wanneer", required=True)


def _towards_eighteen(case: Any, here: Any) -> bool:
    """From sixteen; from fifteen and a half where somebody may live elsewhere (brief, step 11)."""
    born = case.of(Identity).birth_date.known
    if not needs_investigation(case) or born is None:
        return False
    return months_between(born, case.today) >= (186 if "verblijf" in _areas(case) else 192)


def _foundations(case: Any, here: Any) -> bool:
    """The five foundations: towards eighteen, and at any age for whom the network of HSJ does not let go."""
    return _towards_eighteen(case, here) or _joined(case, here)


def _joined(case: Any, here: Any) -> bool:
    return needs_investigation(case) and here.hsj_joined.known is True


def _intensive(case: Any, here: Any) -> bool:
    return needs_investigation(case) and case.of(Comparison).level.known in ("intensief", "gedwongen_kader")


def _stay(case: Any, here: Any) -> bool:
    return needs_investigation(case) and "verblijf" in _areas(case)


def _respite(case: Any, here: Any) -> bool:
    return needs_investigation(case) and "logeren" in _areas(case)


def _areas(case: Any) -> tuple[str | None, ...]:
    situation = case.of(Situation)
    return (situation.problem_area.known, *(situation.other_areas.known or ()))


def _help_runs(case: Any, here: Any) -> bool:
    running = any(one.running.known is True for one in case.of(HelpHistory).help.known or ())
    return needs_investigation(case) and running


def _prolongs(case: Any, here: Any) -> bool:
    return bool(case.of(Intake).track.known == "verlenging")


class SpecialChecks(Answers):
    hsj_joined: Answer[Flag] = ask(
        "hsj_netwerk",
        "Het netwerk voor hoogspecialistische jeugdhulp doet mee (R-HSJ-01).",
        judgement=True,
        applies=needs_investigation,
    )
    hsj_intake_on: Answer[Day] = ask("hsj_gezamenlijke_intake_op", required=True, applies=_joined)
    hsj_intake_with: Answer[str] = ask("hsj_gezamenlijke_intake_met", "Wie er samen vroegen.", applies=_joined)
    hsj_contact: Answer[str] = ask(
        "hsj_aanspreekpunt", "De ene persoon die het gezin belt.", required=True, person=True, applies=_joined
    )
    hsj_next_meeting: Answer[Day] = ask("hsj_volgend_mdo", "Het volgende overleg met allen.", applies=_joined)
    big_five: Answer[tuple[BigFive, ...]] = ask("big_five[]", applies=_foundations)
    big_five_on: Answer[Day] = ask(
        "big_five_besproken_op", "Elk half jaar opnieuw: 16;0, 16;6, 17;0, 17;6 en 17;9.", applies=_towards_eighteen
    )
    future_wish: Answer[str] = ask(
        "toekomstplan_wens", "Hoe het leven er later uitziet, in de woorden van de jongere.", judgement=True, long=True,
        applies=_towards_eighteen,
    )  # fmt: skip
    future_steps: Answer[tuple[FutureStep, ...]] = ask("toekomstplan_stappen[]", applies=_towards_eighteen)
    extended_help: Answer[Literal["ja", "nee", "nog_niet_besloten"]] = ask(
        "verlengde_jeugdhulp", "Blijft jeugdhulp nodig na 18? Vastleggen vóór de verjaardag.", applies=_towards_eighteen
    )
    extended_help_ground: Answer[
        Literal["voortzetting", "bepaald_voor_18", "hervatting_binnen_half_jaar", "pleegzorg_21", "jeugdstrafrecht"]
    ] = ask(
        "verlengde_jeugdhulp_grond",
        "Jeugdwet 1.1, jeugdige.",
        applies=lambda case, here: _towards_eighteen(case, here) and here.extended_help.known == "ja",
    )
    after_eighteen: Answer[str] = ask(
        "hulp_na_18", "Welke wet neemt over, en wie regelt het.", long=True, applies=_towards_eighteen
    )
    lighter_done_well: Answer[Flag] = ask("lichtere_hulp_goed_uitgevoerd", judgement=True, applies=_intensive)
    threat_of_placement: Answer[Flag] = ask("uithuisplaatsing_dreigt", judgement=True, applies=_intensive)
    steady_carer: Answer[Flag] = ask("vaste_opvoeder_doet_mee", judgement=True, applies=_intensive)
    reasons_against: Answer[str] = ask(
        "redenen_om_niet", "Contra-indicaties.", judgement=True, long=True, applies=_intensive
    )
    stops_or_waits: Answer[str] = ask(
        "wat_stopt_of_wacht", "Wat van de hulp die loopt stopt of wacht als dit start.", long=True, applies=_help_runs
    )
    prolong_changed: Answer[str] = ask(
        "verlenging_wat_veranderde", required=True, judgement=True, long=True, applies=_prolongs
    )
    prolong_why: Answer[str] = ask(
        "verlenging_waarom_langer", required=True, judgement=True, long=True, applies=_prolongs
    )
    prolong_extent: Answer[Literal["minder", "evenveel", "meer"]] = ask(
        "verlenging_omvang", "Vergeleken met de periode hiervoor.", required=True, applies=_prolongs
    )
    prolong_less: Answer[str] = ask(
        "verlenging_wat_minder", "Hoeveel minder, of waarom dat nu niet kan.", required=True, applies=_prolongs
    )
    prolong_stops: Answer[str] = ask("verlenging_stopt_als", required=True, applies=_prolongs)
    respite_nights: Answer[Count] = ask("logeernachten_tot_nu", "Alle nachten bij elkaar.", applies=_respite)
    stay_alternatives: Answer[tuple[str, ...]] = ask(
        "alternatieven_verblijf", "Echt besproken alternatieven.", applies=_stay
    )
    family_form_reason: Answer[str] = ask(
        "pleegzorg_gezinshuis_eerst",
        "Of waarom niet in het belang van dit kind (Jeugdwet 2.3 lid 6).",
        long=True,
        applies=_stay,
    )


STEP = Step("special_checks", 11, "Bijzondere toetsen", SpecialChecks)
