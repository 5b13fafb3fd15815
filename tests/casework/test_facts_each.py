"""Facts one by one, on both sides of what they tell apart: those that no rule of the pack tries so closely."""

from __future__ import annotations

from typing import Any

import pytest

from tests.casework.families import (
    ABSENT,
    BIG_FIVE,
    advice,
    ended,
    facts_of,
    goal,
    helped,
    need,
    ordinary,
    problem,
    product,
)
from tests.casework.test_checklists import READY, STAY, STAYS

UNKNOWN = {"unanswered": "unknown"}
_16 = {"identity.birth_date": "-16y"}


def _law(status: str, law: str = "Wlz", **more: str) -> dict[str, Any]:
    return {"id": f"w-{law}-{status}", "law": law, "status": status, **more}


def _laws(*laws: dict[str, Any]) -> dict[str, Any]:
    return {"own_capacity.other_laws": list(laws)}


def _helps(*helps: dict[str, Any]) -> dict[str, Any]:
    return {"help_history.help": list(helps)}


def _problems(*problems: dict[str, Any]) -> dict[str, Any]:
    return {"situation.problems": list(problems)}


def _list(name: str, **answers: str) -> dict[str, Any]:
    return {"checklists": {name: answers}}


def _five(status: str, **more: Any) -> dict[str, Any]:
    return {**_16, "special_checks.big_five": [{**BIG_FIVE[1], "status": status, **more}]}


def _question(asker: str, **more: Any) -> dict[str, Any]:
    return {"help_question.questions": [{"id": "v1", "asker": asker, "literally": "Rust", **more}]}


_SENT = {"id": "v1", "document": "OV-2026-0a", "version": 1, "kind": "overdracht", "reader": "aanbieder",
         "sent_on": "-1w"}  # fmt: skip
_TAKEN_BACK = {"id": "v2", "document": "IT-2026-0a", "version": 1, "kind": "intrekking", "reader": "aanbieder",
               "refers_to": "OV-2026-0a", "sent_on": "+0d"}  # fmt: skip
FAMILY = [
    ({"identity.bsn_verified_by": "BRP"}, "bsn_verified", True),
    ({"identity.bsn_verified_by": "andere_gebruiker"}, "bsn_verified", True),
    ({"identity.bsn_verified_by": "nog_niet"}, "bsn_verified", False),
    ({"identity.separated": "nee"}, "separated", False),
    ({"identity.bsn": UNKNOWN}, "bsn_given", False),
    ({"identity.bsn": ABSENT}, "bsn_given", None),
    *(({"identity.help_exception": "ernstig_nadeel", "identity.help_exception_reason": "Kan niet",
        "identity.birth_date": born}, "help_exception_complete", holds)
      for born, holds in (("-12y", True), ("-11y11m", False), ("-15y11m", True), ("-16y", False))),
    *(({"identity.sharing_exception": "7.3.4_lid_2", "identity.sharing_exception_reason": "Kan niet",
        "identity.birth_date": born}, "sharing_exception_complete", holds)
      for born, holds in (("-12y", True), ("-11y11m", False), ("-15y11m", True), ("-16y", False))),
    ({"handover.sent_on": "+0d"}, "sent", True),
    ({"handover.sent_on": "+1d"}, "sent", False),
    ({"handover.sendings": [_SENT]}, "sent", True),
    ({"handover.sendings": [{**_SENT, "kind": "aankondiging"}]}, "sent", False),
    ({"handover.sent_on": "-1w", "handover.sendings": [_SENT, _TAKEN_BACK]}, "sent", False),
    ({"handover.sent_on": "+0d"}, "working_days_since_sent", 0),
    ({"handover.sendings": [_SENT]}, "working_days_since_sent", 5),
    ({"handover.sendings": [{**_SENT, "kind": "aankondiging"}]}, "working_days_since_sent", None),
    ({"handover.sent_on": "-1w", "handover.sendings": [_SENT, _TAKEN_BACK]}, "working_days_since_sent", None),
    ({"handover.sent_on": "-1w", "handover.started_on": "+0d"}, "started", True),
    ({"handover.sent_on": "-1w", "handover.started_on": "+1d"}, "started", False),
]  # fmt: skip
SITUATION = [
    (_question("jeugdige"), "child_question", True),
    (_question("moeder"), "child_question", False),
    (_question("moeder"), "parent_question", True),
    (_question("jeugdige"), "parent_question", False),
    (_question("jeugdige", literally=UNKNOWN), "child_question", False),
    (_question("jeugdige", agreed=True), "all_questions_agreed", True),
    (_question("jeugdige", agreed=False), "all_questions_agreed", False),
    ({"help_question.questions": []}, "all_questions_agreed", None),
    (_question("jeugdige", rephrased="MST"), "product_word_in_question", True),
    (_problems(problem(diagnosis="vastgesteld")), "diagnosis_without_source", True),
    (_problems(problem(diagnosis="vermoeden")), "diagnosis_without_source", False),
    (_problems(problem(diagnosis="vastgesteld", diagnosed_by="Arts")), "diagnosis_without_source", False),
    ({"situation.target_groups": ["LVB_kind"]}, "target_lvb", True),
    ({"situation.target_groups": ["LVB_ouder"]}, "target_lvb", True),
    ({"situation.target_groups": ["ASS"]}, "target_lvb", False),
    ({"situation.target_groups": ["ASS"]}, "target_ass", True),
    ({"situation.target_groups": ["ADHD"]}, "target_ass", False),
    (_problems(problem(domain="school_werk")), "school_problem", True),
    (_problems(problem(), problem("b2", domain="school_werk")), "school_problem", True),
    (_problems(problem()), "school_problem", False),
    (_problems(problem(domain=UNKNOWN)), "school_problem", None),
    ({"situation.problem_area": "onderwijs"}, "school_problem", True),
    (_problems(problem(distress=1), problem("b2", distress=3)), "max_distress", 3),
    (_problems(problem(impairment=1), problem("b2", impairment=3)), "max_impairment", 3),
    (_problems(problem(where=["thuis"]), problem("b2", where=["thuis", "school"])), "settings_count", 2),
    (_problems(problem(where=[])), "settings_count", None),
    (_problems(problem(since="-3m"), problem("b2", since="-9m")), "problem_months", 9),
    (_problems(problem(since="+2m")), "problem_months", 0),
    (_problems(problem(impairment=2), problem("b2", impairment=1, where=["school"])), "impaired_settings_count", 1),
    (_problems(problem(impairment=UNKNOWN)), "impaired_settings_count", None),
    (_problems(problem(where=UNKNOWN)), "impaired_settings_count", None),
    ({"explanation.agrees_child": "oneens", "explanation.agrees_parents": "eens"}, "explanation_disagreed", True),
    ({"explanation.agrees_child": "eens", "explanation.agrees_parents": "oneens"}, "explanation_disagreed", True),
    ({"explanation.agrees_child": "deels", "explanation.agrees_parents": "eens"}, "explanation_disagreed", False),
    ({"help_history.crisis": True, "help_history.crisis_end": "-2m", "explanation.made_on": "-2m"},
     "explanation_after_crisis", False),
    ({"help_history.crisis": True, "help_history.crisis_end": "-2m", "explanation.made_on": "-1m"},
     "explanation_after_crisis", True),
    ({"help_history.crisis": True, "help_history.crisis_end": "-2m", "explanation.made_on": UNKNOWN},
     "explanation_after_crisis", None),
    ({"help_history.crisis": True, "help_history.crisis_end": "-2m", "explanation.made_on": ABSENT,
      "explanation.together": ABSENT}, "explanation_after_crisis", False),
]  # fmt: skip
HELP = [
    (_helps(helped("h1", gain="afgevlakt"), helped("h2", gain="nee")), "plateau_reviews", 1),
    (_helps(helped("h1", gain="afgevlakt"), helped("h2", gain="nee")), "no_gain_help_count", 2),
    *(({**_helps(helped("h1", gain={"value": gain, "on": "-1m"})), "needs.conclusion": concluded},
       "no_gain_since_conclusion", holds)
      for gain, concluded, holds in (
          ("nee", {"value": "CHRONISCH", "on": "-2m"}, True), ("ja", {"value": "CHRONISCH", "on": "-2m"}, False),
          ("afgevlakt", {"value": "CHRONISCH", "on": "-1m"}, False), ("nee", "CHRONISCH", None))),
    (_helps(ended("h1", "-9m", "-2m", "G1", result="bereikt"), helped("h2")), "ended_help_reached", True),
    (_helps(ended("h1", "-9m", "-2m", "G1", result="deels")), "ended_help_reached", False),
    (_helps(helped("h1", result="bereikt")), "ended_help_reached", False),
    (_helps(helped("h1", gfm_level="G3"), helped("h2", gfm_level="G1")), "intensive_help_running", True),
    *((_helps(helped("h1", gfm_level=level)), "intensive_help_running", holds)
      for level, holds in (("G2", False), ("G3", True), ("G4", True), ("G5", True))),
    (_helps(ended("h1", "-9m", "-2m", "G3")), "intensive_help_running", False),
    (_helps(helped("h1", name="logeren-laag", start="-3m"), helped("h2", name="logeren-laag", start="-5m")),
     "respite_running_months", 5),
    (_helps(helped("h1", name="logeren-laag", start=UNKNOWN)), "respite_running_months", None),
    (_helps(helped("h1", running=UNKNOWN, end="+0d")), "running_help_count", 1),
    (_helps(helped("h1", running=UNKNOWN, end="-1d")), "running_help_count", 0),
    (_helps(ended("h1", "-9m", "-2m", "G4"), ended("h2", "-9m", "-2m", "G1")), "indicated_help_before", False),
    (_helps(ended("h1", "-9m", "-2m", "G2")), "indicated_help_before", True),
    *((_helps(ended("h1", "-20m", "-15m", "G1"), ended("h2", f"-{15 * 30 - 3}d", "-8m", "G2"), helped("h3", start=start,
        gfm_level="G3")), "chain_rising", rises) for start, rises in (("-230d", True), ("-200d", False))),
    ({"help_history.crisis": True, "help_history.crisis_end": "-60d",
      **_helps(helped("h1", start="-50d", gfm_level="G2"), helped("h2", start="-10d", gfm_level="G2"))},
     "indicated_after_crisis_days", 10),
    ({"help_history.crisis": True, "help_history.crisis_end": "-60d", **_helps(helped("h1", start="-60d",
      gfm_level="G2"))}, "indicated_after_crisis_days", 0),
]  # fmt: skip
NEEDS = [
    ({"needs.needs": [need(), need("n2")], "needs.goals": [goal(need=UNKNOWN)]}, "needs_without_goal_count", 1),
    ({"needs.needs": [need()], "needs.goals": [goal(need=UNKNOWN), goal("d2", need=UNKNOWN)]},
     "needs_without_goal_count", 0),
    *(({"needs.needs": [need("n1", lasting=one, months=months), need("n2", lasting=other, months=months)],
        "decision.products": [product(covers=["n1", "n2"])]}, "long_mixed_product", mixed)
      for one, other, months, mixed in (
        ("veranderbaar", "chronisch", 7, True), ("veranderbaar", "chronisch", 6, False),
        ("veranderbaar", "veranderbaar", 7, False), ("veranderbaar", UNKNOWN, 7, None),
        ("veranderbaar", "chronisch", UNKNOWN, None))),
    # six months are not too long; how long the other need lasts nobody said, so it may be
    ({"needs.needs": [need("n1", lasting="veranderbaar", months=6), need("n2", lasting="chronisch", months=UNKNOWN)],
      "decision.products": [product(covers=["n1", "n2"])]}, "long_mixed_product", None),
    ({"needs.stop_criteria": ["Vier weken rust", " "]}, "stop_criteria_count", 1),
    ({"needs.review_date": ABSENT}, "needs_written", False),
    ({"needs.stop_criteria": []}, "needs_written", False),
    ({}, "needs_written", True),
    ({"checklists": {"a": {"VC18b": "een_beetje"}}}, "vc18b", "een_beetje"),
]  # fmt: skip
LAWS = [
    (_laws(_law("mogelijk"), _law("aangevraagd")), "wlz_status", "aangevraagd"),
    (_laws(_law("toegekend"), _law("afgewezen")), "wlz_status", "toegekend"),
    (_laws(_law("niet_aan_de_orde"), _law("mogelijk")), "wlz_status", "mogelijk"),
    (_laws(_law("aangevraagd", "Zvw")), "wlz_status", None),
    *((_laws(_law("aangevraagd", law)), fact, "aangevraagd") for law, fact in (
        ("Zvw", "zvw_status"), ("Wmo", "wmo_status"), ("passend_onderwijs", "education_status"))),
    *((_laws(_law(status)), "other_law_pending", holds) for status, holds in (
        ("mogelijk", True), ("aangevraagd", True), ("toegekend", False), ("afgewezen", False),
        ("niet_aan_de_orde", False))),
    # one law that may apply is enough to wait for, whatever the other did
    (_laws(_law("afgewezen"), _law("mogelijk", "Zvw")), "other_law_pending", True),
    (_laws(_law("toegekend")), "other_law_granted", True),
    (_laws(_law("afgewezen")), "other_law_granted", False),
    (_laws(_law("afgewezen")), "other_law_refused_request", True),
    (_laws(_law("toegekend")), "other_law_refused_request", False),
    (_laws(_law("aangevraagd", bridge="OJG"), _law("mogelijk", "Zvw")), "bridge_named", False),
    (_laws(_law("aangevraagd", bridge="OJG"), _law("toegekend", "Zvw")), "bridge_named", True),
    (_laws(_law("toegekend")), "bridge_named", None),
    *(({**_laws(_law(status, law)), "decision.decision": "afwijzen"}, "refusal_on_other_law", holds)
      for law, status, holds in (
        ("Wlz", "mogelijk", True), ("Zvw", "aangevraagd", True), ("Wlz", "toegekend", True), ("Wmo", "mogelijk", None),
        ("Wlz", "afgewezen", None))),
    ({**_laws(_law("mogelijk")), "decision.decision": "toekennen"}, "refusal_on_other_law", False),
    ({**_laws(_law("mogelijk")), "decision.decision": ABSENT, "comparison.level": "andere_wet"},
     "refusal_on_other_law", True),
    ({**_laws(_law("mogelijk")), "decision.decision": ABSENT}, "refusal_on_other_law", False),
]  # fmt: skip
CHOICES = [
    *(({"comparison.level": level}, "chosen_level_rank", rank) for level, rank in (
        ("geen_individuele_voorziening", 0), ("algemeen_voorliggend", 0), ("basisondersteuning", 1),
        ("geindiceerd_ambulant", 2), ("intensief", 3), ("gedwongen_kader", 4))),
    *(({"comparison.level": level}, "intensive_chosen", holds) for level, holds in (
        ("geindiceerd_ambulant", False), ("intensief", True), ("gedwongen_kader", True))),
    ({"comparison.chosen": ["IJK-02", "IJK-03"]}, "chosen_reference_count", 2),
    ({"situation.problem_area": UNKNOWN, "situation.other_areas": ["verblijf"]}, "stay_considered", True),
    ({"situation.problem_area": UNKNOWN, "situation.other_areas": []}, "stay_considered", None),
    ({"situation.other_areas": ["verblijf"]}, "stay_considered", True),
    ({"situation.other_areas": ["logeren"]}, "respite_considered", True),
    (_five("niet geregeld"), "big_five_unowned_count", 1),
    (_five("niet geregeld", who="moeder"), "big_five_unowned_count", 0),
    (_five("bezig"), "big_five_unowned_count", 0),
    (_five("niet besproken"), "big_five_discussed_count", 0),
    *((_five(status), "housing_arranged", holds) for status, holds in (
        ("op orde", True), ("bezig", True), ("niet geregeld", False), ("niet besproken", False))),
    ({**STAY, "special_checks.stay_alternatives": ["Bij oma", " bij OMA ", " "]}, "stay_alternatives_count", 1),
    ({"consultations": [advice(advice_on="+0d")]}, "advice_finished", True),
    ({"consultations": [advice(valid_until="+0d")]}, "advice_expired", False),
    ({"consultations": [advice(valid_until="-1d")]}, "advice_expired", True),
    ({"consultations": [advice(), advice(id="e2", advice_on="-4m")]}, "advice_expired", False),
    ({"consultations": [advice()]}, "advice_unverified", False),
    ({"consultations": [advice(verified_basis=False)]}, "advice_unverified", True),
    *(({"consultations": [advice(status=status, advice_on=UNKNOWN)]}, "advice_pending", pending) for status,
         pending in (
        ("CONCEPT", False), ("INGETROKKEN", False), ("NIET_ONTVANKELIJK", False), ("GESLOTEN", False),
        ("INGEDIEND", True))),
    ({"consultations": [advice(status="INGEDIEND", advice_on=UNKNOWN, asked_on=UNKNOWN)]}, "advice_pending", False),
    ({"consultations": [advice()], "explanation.made_on": "-3w"}, "facts_changed_since_advice", False),
    ({"consultations": [advice()], "explanation.made_on": "-20d"}, "facts_changed_since_advice", True),
    ({"consultations": [advice()], **_helps(helped("h1", start="+1d"))}, "facts_changed_since_advice", False),
    ({"consultations": [advice()], **_helps(helped("h1", start="+0d"))}, "facts_changed_since_advice", True),
    ({"consultations": [advice()], "safety.verdict": {"value": "veilig", "on": "-1d"}}, "facts_changed_since_advice",
     True),
    ({"consultations": [advice()], **_problems(problem(impairment={"value": 2, "on": "-1d"}))},
     "facts_changed_since_advice", True),
    ({"decision.products": [product(wait_days=42), product("p2", wait_days=7)]}, "wait_days", 42),
    ({"decision.products": [product(wait_days=42)]}, "waits_beyond_norm", False),
    ({"decision.products": [product(wait_days=43)]}, "waits_beyond_norm", True),
    ({"decision.products": [product(wait_days=UNKNOWN)]}, "waits_beyond_norm", None),
    ({"decision.products": [product(wait_days=43, bridging="Bellen"), product("p2", wait_days=50)]}, "bridging_given",
     False),
    ({"decision.products": [product(wait_days=42)]}, "bridging_given", None),
    ({"decision.products": [product(delivery="pgb", code="45A48")]}, "jw301_faults", 0),
    ({"decision.products": [product(delivery="zin", code="45A48")]}, "jw301_faults", 1),
    ({"decision.products": [product(delivery="zin"), product("p2", delivery="pgb")]}, "pgb", True),
    ({"decision.products": [product(start="2026-12-01", end="2026-12-01")]}, "product_months", 0),
    ({"decision.products": [product(start="2026-12-02", end="2026-12-01")]}, "product_months", None),
]  # fmt: skip
CHECKLISTS = [
    (_list("c", ST01="ja"), "checklist_c", "STAPELING"),
    (_list("c", ST01="ja"), "checklist_stacking", True),
    (_list("c", ST01="nee"), "checklist_stacking", False),
    ({}, "checklist_stacking", None),
    (_list("c", ST09="ja", ST10="nee"), "checklist_chain", True),
    (_list("c", ST09="ja", ST10="ja"), "checklist_chain", False),
    ({}, "checklist_chain", None),
    (_list("c", ST01="ja", ST09="ja", ST10="nee"), "checklist_chain", True),
    (_list("d", AF05="ja"), "checklist_d", "AFBAKENING_ZVW"),
    (_list("f", **READY), "checklist_f", "INTENSIEF_KAN"),
    ({**STAY, **_list("f", **STAYS)}, "checklist_f_stay", "VERBLIJF_KAN"),
    ({**STAY, **_list("f", **READY, **STAYS)}, "checklist_f_stay", "VERBLIJF_KAN"),
    ({**STAY, **_list("f", **STAYS)}, "checklist_f", None),
    ({"safety.verdict": "onvoldoende_zicht"}, "checklist_g", "ZICHT_NODIG"),
    (_list("e", LO03a="2", LO03b="2", LO03c="1"), "respite_overload", 5 / 3),
    (_list("e", LO03a="2", LO03b="2"), "respite_overload", None),
    (_list("e", LO03a="0", LO03d="4", LO03e="1"), "respite_overload", 5 / 3),
    (_list("g", VE02="ja", VE04="een_beetje", VE07="nee"), "safety_sign_count", 2),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "fact", "value"), [*FAMILY, *SITUATION, *HELP, *NEEDS, *LAWS, *CHOICES,
     *CHECKLISTS],
                         ids=lambda value: value if isinstance(value, str) else "")  # fmt: skip
def test_a_fact(changes: dict[str, Any], fact: str, value: Any) -> None:
    found = facts_of(ordinary(changes)).get(fact)
    assert found == (pytest.approx(value) if isinstance(value, float) else value)
    assert type(found) is type(value)
