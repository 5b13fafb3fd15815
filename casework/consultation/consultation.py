"""One consultation of the expert pool (Jeugdwet 1.1 regionaal expertteam, 2.6 lid 1 c; brief §8.3–8.4).

The request, the advice and the receipt are one record, so that nothing has to be linked later. Verification: a college
may not rely on an advice without checking it (vergewisplicht, Awb 3:9; CRvB 18 October 2024, ECLI:NL:CRVB:2024:2040).
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from casework.answers import Answer, Day, is_known, months_later
from casework.codes import Discipline, Level
from casework.questions import Flag, Record, ask, questions
from casework.words import months_between

Type = Literal["TELEFOONCONSULT", "CONSULTATIE", "VERPLICHT_ADVIES", "CASEMANAGEMENT", "HSJ_MDO"]
Status = Literal[
    "CONCEPT",
    "INGEDIEND",
    "TRIAGE",
    "AANVULLING_GEVRAAGD",
    "TOEGEWEZEN",
    "IN_BEHANDELING",
    "CONCEPTADVIES",
    "BESPROKEN",
    "ADVIES_VASTGESTELD",
    "TERUGGEKOPPELD",
    "GEVOLGD",
    "GESLOTEN",
    "INGETROKKEN",
    "NIET_ONTVANKELIJK",
    "SPOED",
    "OMGEZET_NAAR_CASEMANAGEMENT",
    "OMGEZET_NAAR_MDO_HSJ",
    "HEROPEND",
]
TeamDecision = Literal["volgt", "deels", "wijkt_af"]

_TICKS = ("verified_author", "verified_basis", "verified_consistent", "verified_current")
_STANDARD_VALIDITY_MONTHS = 3


def _deviates(settled: Any, here: Consultation) -> bool:
    return here.team_decision.known in ("deels", "wijkt_af")


def _advised(settled: Any, here: Consultation) -> bool:
    return here.advice_on.known is not None or is_known(here.answer_given)


class Consultation(Record):
    """A request to the expert pool, the advice that came back, and what the team decided."""

    type: Answer[Type] = ask("type", required=True)
    status: Answer[Status] = ask("status")
    asked_on: Answer[Day] = ask("ingediend_op", required=True)
    question: Answer[str] = ask("vraag", "Eén hoofdvraag.", required=True, long=True)
    tried: Answer[str] = ask("wat_is_al_geprobeerd", long=True)
    option_a: Answer[str] = ask("twijfel_tussen_1", "De ene mogelijkheid waar het team tussen twijfelt.", required=True)
    option_b: Answer[str] = ask("twijfel_tussen_2", "De andere mogelijkheid.", required=True)
    discipline: Answer[Discipline] = ask("gewenste_discipline", required=True)
    deadline_reason: Answer[str] = ask("termijn_reden")
    opened_by: Answer[tuple[str, ...]] = ask("regels_die_dit_openden", "De regels die om deze vraag vroegen.")
    family_informed: Answer[Flag] = ask("jeugdige_ouder_geinformeerd", required=True)

    advice_on: Answer[Day] = ask("advies_datum")
    answer_given: Answer[str] = ask("antwoord_per_vraag", long=True, judgement=True)
    advised_level: Answer[Level] = ask("geadviseerd_niveau", applies=_advised)
    because: Answer[str] = ask("waarom", long=True, applies=_advised)
    not_the_other: Answer[str] = ask("waarom_niet_alternatief", long=True, applies=_advised)
    certainty: Answer[Literal["laag", "midden", "hoog"]] = ask("zekerheid", applies=_advised)
    adviser: Answer[str] = ask("adviseur", "Naam van wie adviseert.", applies=_advised)
    adviser_discipline: Answer[Discipline] = ask("discipline", "Discipline van wie adviseert.", applies=_advised)
    adviser_registration: Answer[str] = ask("registratie", "SKJ- of BIG-nummer.", applies=_advised)
    based_on: Answer[str] = ask("gebaseerd_op", "Op welke informatie.", long=True, applies=_advised)
    minority: Answer[str] = ask("minderheidsstandpunt", long=True, applies=_advised)
    valid_until: Answer[Day] = ask("geldig_tot", "Zonder datum: drie maanden na het advies.", applies=_advised)

    verified_author: Answer[Flag] = ask(
        "vergewis_opgesteld_door", "Wie en welke discipline dit opstelde.", applies=_advised
    )
    verified_basis: Answer[Flag] = ask("vergewis_informatie", "Op welke informatie het rust.", applies=_advised)
    verified_consistent: Answer[Flag] = ask("vergewis_consistent", "Het klopt met zichzelf.", applies=_advised)
    verified_current: Answer[Flag] = ask("vergewis_actueel", "Het is nog actueel.", applies=_advised)

    team_decision: Answer[TeamDecision] = ask("besluit_van_team", applies=_advised)
    deviation_reason: Answer[str] = ask("reden_afwijking", long=True, applies=_deviates)
    pool_informed: Answer[Flag] = ask("pool_geinformeerd", "De pool weet dat het team afwijkt.", applies=_deviates)
    cosigned_by: Answer[str] = ask("medeondertekend_door", "Tweede geregistreerde professional.", applies=_deviates)
    cosigner_registration: Answer[str] = ask("medeondertekend_registratie", "SKJ- of BIG-nummer.", applies=_deviates)


def valid_until(consultation: Consultation) -> date | None:
    """The last day the advice counts: as stated, else three months after it was given (brief §8.4)."""
    given = consultation.advice_on.known
    return consultation.valid_until.known or (given and months_later(given, _STANDARD_VALIDITY_MONTHS))


def is_finished(consultation: Consultation) -> bool:
    """The advice stands: given on a day, by somebody of a discipline with a registration, and not withdrawn."""
    return (
        consultation.advice_on.known is not None
        and is_known(consultation.answer_given)
        and consultation.adviser_discipline.known is not None
        and is_known(consultation.adviser_registration)
        and consultation.status.known not in ("INGETROKKEN", "NIET_ONTVANKELIJK", "HEROPEND", "CONCEPTADVIES")
    )


def advice_holds_on(consultation: Consultation, day: date) -> bool:
    """Finished, given on or before the day, and not past its validity (decisions 9)."""
    until, given = valid_until(consultation), consultation.advice_on.known
    return is_finished(consultation) and given is not None and given <= day and (until is None or day <= until)


def age_in_months(consultation: Consultation, day: date) -> int | None:
    given = consultation.advice_on.known
    return None if given is None else months_between(given, day)


def unverified(consultation: Consultation) -> list[str]:
    """The verification ticks still open, by their Dutch names."""
    titles = questions(Consultation)
    return [titles[tick].title for tick in _TICKS if consultation.answer(tick).known is not True]


def missing(consultation: Consultation) -> list[str]:
    """What a request still lacks before it can go to the pool: Dutch field names."""
    return [
        q.title for q in questions(Consultation).values() if q.required and not is_known(consultation.answer(q.name))
    ]
