"""Families to weigh: an ordinary one in which nothing is wrong, and small changes to it.

A change is a path and a value as in a case file: `"intake.urgency": "vandaag"`. Besides the steps there are `people`,
`checklists`, `consultations`, `responses` and `extra.<fact>`, for what the weighing finds before the rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from functools import cache
from typing import Any

import resources
from casework.case import Case
from casework.casefile import check
from casework.edits import is_path
from casework.knowledge import Facts, Pack, load
from casework.weighing import facts as case_facts

TODAY = date(2026, 11, 23)  # a Monday
ABSENT: Any = object()
"""As the value of a change: nobody asked."""


@cache
def pack() -> Pack:
    return load(resources.packs() / "groningen", case_facts.kinds(), is_path)


def slug(name: str) -> str:
    return "".join(sign if sign.isalnum() else "-" for sign in name)


def consent(who: str, purpose: str = "delen_met_aanbieder", **more: Any) -> dict[str, Any]:
    return {"id": f"c-{slug(who)}-{purpose}", "who": who, "purpose": purpose, "start": "-1m", **more}


def custodian(person: str, source: str = "gezagsregister") -> dict[str, Any]:
    return {"id": f"g-{slug(person)}", "person": person, "kind": "ouder", "source": source}


def helped(id_: str, **fields: Any) -> dict[str, Any]:
    """A form of help; a running one without more."""
    return {"id": id_, "name": f"Hulp {id_}", "start": "-8m", "running": True, **fields}


def ended(id_: str, start: str, end: str, level: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": id_,
        "name": f"Hulp {id_}",
        "start": start,
        "end": end,
        "running": False,
        "gfm_level": level,
        **fields,
    }


def problem(id_: str = "b1", **fields: Any) -> dict[str, Any]:
    ordinary = {"domain": "gedrag_emotie", "description": "Snel boos", "since": "-8m", "where": ["thuis"]}
    return {"id": id_, **ordinary, "distress": 1, "impairment": 2, "diagnosis": "nee", **fields}


def need(id_: str = "n1", **fields: Any) -> dict[str, Any]:
    ordinary = {"what": "Leren wat te doen bij boosheid", "nature": "oefenen/leren", "intensity": "wekelijks"}
    return {"id": id_, **ordinary, "months": 4, **fields}


def goal(id_: str = "d1", **fields: Any) -> dict[str, Any]:
    ordinary = {"words": "Ik wil het voelen aankomen", "measured_by": "Keren per week boos", "need": "n1"}
    return {"id": id_, **ordinary, **fields}


def capacity(**fields: Any) -> dict[str, Any]:
    ordinary = {"need": "n1", "parents_can": "Samen oefenen", "caregiver_capacity": "goed", "sufficient": "onvoldoende"}
    return {"id": "k1", **ordinary, "reasons": "Ze hebben voordoen nodig", "ordinance_article": "Art. 7", **fields}


def product(id_: str = "p1", name: str = "basis-individueel", **fields: Any) -> dict[str, Any]:
    return {"id": id_, "product": name, "start": "+1w", "end": "+4m", "covers": ["n1"], "delivery": "zin", **fields}


def advice(**fields: Any) -> dict[str, Any]:
    """A consultation of the expert pool with a finished, verified advice of three weeks ago."""
    asked = {
        "type": "VERPLICHT_ADVIES",
        "status": "ADVIES_VASTGESTELD",
        "asked_on": "-5w",
        "question": "Past dit?",
        "option_a": "Dit",
        "option_b": "Dat",
        "discipline": "orthopedagogiek_gz",
        "family_informed": True,
    }
    given = {
        "advice_on": "-3w",
        "answer_given": "Ja, met een vaste begeleider",
        "adviser": "I. Fictema",
        "adviser_discipline": "orthopedagogiek_gz",
        "adviser_registration": "SKJ 100000001",
        "team_decision": "volgt",
    }
    ticks = {f"verified_{name}": True for name in ("author", "basis", "consistent", "current")}
    return {"id": "e1", **asked, **given, **ticks, **fields}


BIG_FIVE = [
    {"id": f"f{number}", "block": block, "status": "op orde"}
    for number, block in enumerate(("support", "wonen", "school_werk", "inkomen", "welzijn"))
]

ORDINARY: Mapping[str, Any] = {
    "intake.report_date": "-2w",
    "intake.reporter": "ouder",
    "intake.referral_route": "06 Zelfverwijzer",
    "intake.occasion": "Vaak ruzie thuis",
    "intake.requested_product": "nee",
    "intake.urgency": "geen",
    "intake.track": "volledig_onderzoek",
    "identity.name": "Fenna Oefenstra",
    "identity.birth_date": "-14y2m",
    "identity.bsn": "999900006",
    "identity.bsn_verified_by": "BRP",
    "identity.responsible_municipality": "Het Hogeland",
    "identity.own_municipality": "Het Hogeland",
    "identity.secret_address": False,
    "identity.moved_during_help": False,
    "identity.custody": [custodian("moeder"), custodian("vader")],
    "identity.custody_disputed": False,
    "identity.consents": [
        consent("jeugdige"),
        consent("jeugdige", "hulp"),
        consent("moeder", "hulp"),
        consent("vader", "hulp"),
    ],
    "identity.adviser_told": True,
    "safety.verdict": "veilig",
    "safety.spoken_alone": "ja",
    "safety.veilig_thuis": "nee",
    "safety.agreements": [],
    "safety.other_children": False,
    "safety.suicide_risk": "nee",
    "help_question.questions": [
        {"id": "v1", "asker": "jeugdige", "literally": "Ik wil minder boos zijn", "agreed": True},
        {"id": "v2", "asker": "moeder", "literally": "Rust aan tafel", "agreed": True},
    ],
    "help_question.differ_strongly": False,
    "situation.domains": [{"id": "l1", "domain": "gedrag_emotie", "necessity": "Hulpvraag van Fenna"}],
    "situation.problems": [problem()],
    "situation.problem_area": "basis_individueel",
    "situation.other_areas": [],
    "situation.target_groups": [],
    "situation.severity_child": 1,
    "situation.school_type": "regulier",
    "explanation.variant": "licht",
    "explanation.made_on": "-1m",
    "explanation.together": "Wij denken samen dat het huis vol is",
    "explanation.factors": [
        {"id": "x1", "text": "Snel moe", "type": "kwetsbaarheid", "level": "kind"},
        {"id": "x2", "text": "Veel drukte", "type": "in_stand_houdend", "level": "gezin"},
    ],
    "explanation.agrees_child": "eens",
    "explanation.agrees_parents": "eens",
    "explanation.behavioural_scientist": "nee_niet_nodig",
    "explanation.not_known": "Hoe het op school gaat",
    "help_history.help": [],
    "help_history.crisis": False,
    "help_history.coordinator_now": "moeder",
    "needs.needs": [need()],
    "needs.goals": [goal()],
    "needs.gain_means": "Minder ruzie",
    "needs.conclusion": "VERANDERBAAR",
    "needs.review_date": "+3m",
    "needs.stop_criteria": ["Vier weken geen grote ruzie"],
    "own_capacity.own_capacity": [capacity()],
    "own_capacity.prior_provisions": [{"id": "w1", "item": "Training", "considered": True, "tried": True}],
    "own_capacity.permanent_supervision": False,
    "own_capacity.medical_care": False,
    "own_capacity.parents_own_need": False,
    "own_capacity.aimed_at_learning": False,
    "own_capacity.general_offer_fits": False,
    "own_capacity.more_than_usual": False,
    "own_capacity.other_laws": [],
    "own_capacity.transport_needed": False,
    "own_capacity.residual": ["n1"],
    "comparison.chosen": ["IJK-02"],
    "comparison.why": "Zelfde leeftijd en vraag",
    "comparison.level": "basisondersteuning",
    "decision.decision": "toekennen",
    "decision.products": [product(wait_days=10)],
    "decision.coordinator": "moeder",
    "decision.motivation": "In vijf stappen",
    "decision.signed_by": "A. Fictema",
    "decision.signer_registration": "SKJ",
    "decision.signer_number": "100000002",
    "handover.recipient": "Verzinga Jeugdhulp",
    "handover.meldcode_shared": False,
    "handover.third_party_shared": False,
    "handover.read_by_child": "akkoord",
    "handover.read_by_parents": "akkoord",
    "people": [
        {"id": "moeder", "name": "Anna Oefenstra", "relation": "moeder"},
        {"id": "vader", "name": "Bas Oefenstra", "relation": "vader"},
    ],
    "extra.residual_count": 1,
    "extra.best_similarity": 82,
    "extra.reference_median_rank": 1,
    "extra.chosen_not_when_met": False,
    "extra.empty_section_count": 0,
    "extra.changeability": "VERANDERBAAR",
}

Changes = Mapping[str, Any]


def ordinary(changes: Changes = {}) -> dict[str, Any]:  # noqa: B006 (never changed)
    return {path: value for path, value in {**ORDINARY, **changes}.items() if value is not ABSENT}


def case_of(answers: Changes) -> Case:
    """A case from paths and values, read as a case file is read: with every check."""
    document: dict[str, Any] = {"schema": "ijkpunt/case/1", "case_id": "c1", "family_id": "f1", "answers": {}}
    for path, value in deepcopy(dict(answers)).items():
        step, _, field = path.partition(".")
        if not field:
            document[path] = value
        elif step != "extra":
            document["answers"].setdefault(step, {})[field] = value
    return check(document, TODAY)


def facts_of(answers: Changes, today: date = TODAY, with_pack: Pack | None = None) -> dict[str, Any]:
    extra = {path.removeprefix("extra."): value for path, value in answers.items() if path.startswith("extra.")}
    return case_facts.derive(case_of(answers).settle(today), with_pack or pack(), extra)


def verdict_of(rule: str, answers: Changes) -> Any:
    """What one rule says about a family: True, False or UNKNOWN."""
    return pack().rules[rule].when.evaluate(Facts(facts_of(answers), case_facts.kinds()))
