"""Rules of steps 11 to 14: special checks, the expert pool, the decision and the handover."""

from __future__ import annotations

from typing import Any

from tests.casework.families import ABSENT, BIG_FIVE, advice, ended, helped, need, problem, product
from tests.casework.rule_rows import Row

_ALMOST_18 = {"identity.birth_date": "-17y6m", "help_history.help": [helped("h1")]}
_STAY = {"situation.problem_area": "verblijf"}
_INTENSIVE = {"comparison.level": "intensief"}
_CAREFUL = {
    "special_checks.lighter_done_well": True,
    "special_checks.threat_of_placement": True,
    "special_checks.steady_carer": True,
    "explanation.variant": "uitgebreid",
    "explanation.behavioural_scientist": "ja",
}
_EXCEPTION = {"expert_pool.exception_reason": "De hulp kan niet wachten"}
_URGENT = {
    **_INTENSIVE,
    **_EXCEPTION,
    "expert_pool.exception": "spoed",
    "decision.products": [product(start="2026-11-24")],
}
_COSIGNED = {
    "expert_pool.exception": "afwijking_medeondertekend",
    "expert_pool.cosigned_by": "C. Verzinga",
    "expert_pool.cosigner_registration": "SKJ",
    "expert_pool.cosigner_number": "100000003",
}
_POOL_TWICE = {"explanation.agrees_child": "oneens", "extra.pool_signal_count": 2}
_UNSIGNED = {"decision.signed_by": ABSENT, "decision.signer_registration": ABSENT, "decision.signer_number": ABSENT}
_COMPLEX = {
    "situation.severity_child": 3,
    "situation.problems": [problem(where=["thuis", "school", "buiten"])],
    "situation.school_type": "thuiszitter",
    "safety.verdict": "onveilig_hulp_mogelijk",
}
_SENT = {"handover.sent_on": "2026-11-13"}
_LEFT = {"id": "v1", "document": "OV-2026-0a", "version": 1, "kind": "overdracht", "reader": "aanbieder",
         "sent_on": "2026-11-13"}  # fmt: skip
_TAKEN_BACK = {**_LEFT, "id": "v2", "document": "IT-2026-0a", "kind": "intrekking", "refers_to": "OV-2026-0a"}


_RESPITE_ASKED = {"situation.problem_area": "logeren", "checklists": {"e": {"LO04": "nee", "LO05": "past_niet",
                                                                           "LO06": "nee"}}}  # fmt: skip
_RESPITE_ABOVE = {"situation.problem_area": "logeren", "own_capacity.more_than_usual": True}
_PGB = {"pgb_managed": "zelf", "pgb_why": "Alleen oma past bij zijn ritme", "pgb_quality": "Elke maand een gesprek"}
PROLONGED = {
    "special_checks.prolong_changed": "Zij slaapt nu alleen",
    "special_checks.prolong_why": "De overstap naar de brugklas komt nog",
    "special_checks.prolong_extent": "minder",
    "special_checks.prolong_less": "Van elke week naar om de week",
    "special_checks.prolong_stops": "Zes weken na de herfstvakantie",
}
_PROLONGED = {"intake.track": "verlenging", **PROLONGED}
_REFERRED_TWICE = [
    ended("h1", "-30m", "-24m", "G2"), ended("h2", "-20m", "-14m", "G2"), helped("h3", gfm_level="G2", start="-8m"),
]  # fmt: skip


def _allocated(**fields: Any) -> dict[str, Any]:
    return {"decision.products": [product(**fields)]}


ROWS = [
    # Step 11
    Row(
        "R-18-01",
        {"identity.birth_date": "-16y"},
        {"identity.birth_date": "-15y11m"},
        why="sixteen is when the talk about eighteen begins; a month before it nobody need",
    ),
    Row(
        "R-18-01",
        {"identity.birth_date": "-16y"},
        {"special_checks.big_five": BIG_FIVE},
        why="all five points were talked about, so nothing is left to begin",
    ),
    Row(
        "R-18-01",
        {"identity.birth_date": "-15y6m", **_STAY},
        {"identity.birth_date": "-15y5m"},
        why="who lives elsewhere has a home to find too, so half a year earlier: at fifteen and a half",
    ),
    Row(
        "R-18-02",
        _ALMOST_18,
        {"identity.birth_date": "-17y5m"},
        why="at seventeen and a half the choice can wait no longer; a month before it may",
    ),
    Row("R-18-02", _ALMOST_18, {"special_checks.extended_help": "nee"}),
    Row("R-18-03", {"identity.birth_date": "-17y", **_STAY}, {"special_checks.big_five": BIG_FIVE}),
    Row(
        "R-18-03",
        {"identity.birth_date": "2008-11-24", **_STAY},
        {"identity.birth_date": "2008-11-23"},
        why="tomorrow is the eighteenth birthday; from that day on nobody is nearly eighteen",
    ),
    Row(
        "R-18-01",
        {"identity.birth_date": "2008-11-24"},
        {"identity.birth_date": "2008-11-23"},
        why="the talk about eighteen is for before it: who turned eighteen is told of what was arranged",
    ),
    Row(
        "R-18-03",
        {"identity.birth_date": "-17y", **_STAY},
        {"identity.birth_date": "-16y11m"},
        why="a room takes a year to find: from seventeen on, and not the month before",
    ),
    Row(
        "R-18-04",
        {**_ALMOST_18, "special_checks.big_five": [{**BIG_FIVE[1], "status": "niet geregeld"}]},
        {"special_checks.big_five": [{**BIG_FIVE[1], "status": "bezig"}]},
        why="half a year before eighteen one point nobody arranged is one too many; one that is under way is not open",
    ),
    Row(
        "R-LOG-01",
        _RESPITE_ASKED,
        {"own_capacity.more_than_usual": True},
        why="care that is no more than usual needs no stay elsewhere",
    ),
    Row("R-LOG-01", {**_RESPITE_ABOVE, "checklists": {"e": {"LO04": "nee", "LO05": "past_niet"}}},
        {"checklists": {"e": {"LO04": "nee", "LO05": "past_niet", "LO06": "nee"}}}),
    Row(
        "R-LOG-02",
        {"help_history.help": [helped("h1", name="logeren-laag", start="-6m")]},
        {"help_history.help": [helped("h1", name="logeren-laag", start="-5m")]},
        why="half a year of stays is when the family looks again whether it still helps",
    ),
    Row(
        "R-LOG-02",
        {"help_history.help": [helped("h1", name="logeren-laag", start="-6m")],
         "checklists": {"e": {"LO03a": "2", "LO03b": "1", "LO03c": "1", "LO09": "ja"}}},
        {"checklists": {"e": {"LO03a": "2", "LO03b": "1", "LO03c": "1", "LO09": "ja", "LO10": "een_beetje"}}},
    ),
    # to prolong says what changed, why, how much less and until when
    Row("R-VERL-01", {"intake.track": "verlenging"}, PROLONGED),
    Row("R-VERL-01", {"intake.track": "verlenging", **PROLONGED, "special_checks.prolong_stops": " "}, PROLONGED),
    Row("R-VERL-01", {"intake.track": "verlenging"}, {"decision.decision": "afwijzen"}),
    Row("R-VERL-02", {**_PROLONGED, "special_checks.prolong_extent": "evenveel"}, PROLONGED),
    Row("R-VERL-02", {**_PROLONGED, "special_checks.prolong_extent": "meer"}, {"needs.conclusion": "CHRONISCH"}),
    # the decision asks for the time to come, not for the time that is over
    Row("R-VERL-03", {**_PROLONGED, **_allocated(start="-7m", end="-1d")}, _allocated(start="-7m", end="+0d")),
    Row("R-VERL-03",
        {**_PROLONGED, "decision.products": [product("a", end="+3m"), product("b", start="-7m", end="-1d")]},
        {"decision.products": [product("a", end="+3m")]}),
    Row("R-VERL-03", {**_PROLONGED, **_allocated(start="-7m", end="-1d")}, {"intake.track": "volledig_onderzoek"}),
    # what is only proposed is no earlier referral
    Row("R-HSJ-01", {**_COMPLEX, "situation.school_type": "SO", "help_history.help": _REFERRED_TWICE},
        {"help_history.help": [*_REFERRED_TWICE[:2], helped("h3", gfm_level="G2", start="+1w")]}),
    Row("R-INT-01", _INTENSIVE, _CAREFUL),
    Row("R-INT-01", {**_INTENSIVE, **_CAREFUL, "explanation.made_on": "-6m"}, {"explanation.made_on": "-5m"}),
    Row("R-INT-01", _allocated(name="mst"), {"decision.products": [product(name="systeemtherapie")]}),
    Row(
        "R-INT-01-GEVRAAGD",
        {"intake.requested_product": "De huisarts noemde MST"},
        {"intake.requested_product": "De huisarts noemde een maatje"},
    ),
    Row(
        "R-VERBLIJF-01",
        _STAY,
        {"special_checks.stay_alternatives": ["Hulp dag en nacht thuis", "Bij oma"]},
        why="two other ways were talked over, and that is what is asked",
    ),
    Row("R-VERBLIJF-01", _STAY, {"situation.problem_area": "gezin_lvb"}),
    Row("R-VERBLIJF-02", _STAY, {"special_checks.family_form_reason": "Pleegzorg bij oom en tante"}),
    Row(
        "R-HSJ-01",
        _COMPLEX,
        {"situation.school_type": "SO"},
        why="four of the eight is a family for which nobody may let go; three is hard, but not that",
    ),
    Row("R-LFT-01", {**_allocated(name="mst"), "identity.birth_date": "-11y"}, {"identity.birth_date": "-12y"}),
    # Step 12
    Row("R-EXP-01", _INTENSIVE, {"consultations": [advice()]}),
    Row("R-EXP-01", {**_INTENSIVE, "responses": [{"rule": "R-EXP-01", "outcome": "bewust_anders", "reason": "haast"}]}),
    Row(
        "R-EXP-01",
        {**_INTENSIVE, "consultations": [advice(advice_on="-4m")]},
        {"consultations": [advice(valid_until="+1d")]},
    ),
    Row("R-EXP-01", {**_INTENSIVE, "consultations": [advice(adviser_registration=" ")]}, {"consultations": [advice()]}),
    Row("R-EXP-01", _allocated(name="pleegzorg"), {"decision.products": [product(name="gezinsbegeleiding")]}),
    Row("R-EXP-01", {"comparison.level": "gedwongen_kader"}, {"intake.track": "GI_besluit"}),
    Row("R-EXP-01", _INTENSIVE, {"intake.track": "triage"}),
    Row("R-EXP-01", {**_URGENT, "expert_pool.advice_by": "2026-12-02"}, {"expert_pool.advice_by": "2026-12-01"}),
    Row("R-EXP-01", {**_URGENT, "expert_pool.advice_by": "2026-11-22"}, {"expert_pool.advice_by": "2026-11-23"}),
    Row("R-EXP-01", {**_INTENSIVE, "expert_pool.exception": "GI_rechter"}, _EXCEPTION),
    Row(
        "R-EXP-01",
        {**_INTENSIVE, **_EXCEPTION, **_COSIGNED, "expert_pool.cosigner_number": ABSENT},
        {"expert_pool.cosigner_number": "100000003"},
    ),
    Row(
        "R-EXP-01",
        {**_INTENSIVE, **_EXCEPTION, **_COSIGNED, "expert_pool.cosigned_by": "a. fictema"},
        {"expert_pool.cosigned_by": "C. Verzinga"},
    ),
    Row(
        "R-EXP-02",
        _POOL_TWICE,
        {"extra.pool_signal_count": 1},
        why="two signals that weigh towards the pool are a reason to ask, one is not",
    ),
    Row("R-EXP-02", _POOL_TWICE, {"consultations": [advice()]}),
    Row(
        "R-EXP-03",
        {"consultations": [advice(team_decision="wijkt_af", deviation_reason="Fenna wil dit niet")]},
        {
            "consultations": [
                advice(team_decision="wijkt_af", deviation_reason="Fenna wil dit niet", pool_informed=True)
            ]
        },
    ),
    Row(
        "R-EXP-03",
        {"consultations": [advice(team_decision={"unanswered": "not_asked"}, advised_level="intensief")]},
        {"consultations": [advice(team_decision="volgt", advised_level="intensief")]},
    ),
    Row(
        "R-EXP-04",
        {"consultations": [advice(advice_on="-3m", valid_until="+1m")], "explanation.made_on": "-4m"},
        {"consultations": [advice(advice_on="-2m", valid_until="+1m")]},
        why="an advice of three months may be overtaken by life; of two it still stands",
    ),
    Row(
        "R-EXP-04",
        {"consultations": [advice()], "explanation.made_on": "-2w"},
        {"explanation.made_on": "-4w"},
    ),
    Row("R-EXP-04", {"consultations": [advice(advice_on="-4m")]}, {"consultations": []}),
    Row("R-EXP-05", {"consultations": [advice(verified_current=False)]}, {"consultations": [advice()]}),
    # Step 13
    Row(
        "R-SKJ-01",
        {**_UNSIGNED, "safety.verdict": "onveilig_hulp_mogelijk"},
        {"safety.verdict": "zorgen_onder_controle"},
    ),
    Row("R-SKJ-01", {**_UNSIGNED, "decision.decision": "andere_wet"}, {"decision.decision": "deels_toekennen"}),
    Row("R-SKJ-01", {**_UNSIGNED, **_allocated(name="gezinshuis")}, {"decision.products": [product(name="maatje")]}),
    Row(
        "R-SKJ-01", {**_INTENSIVE, "decision.signer_valid_until": "-1d"}, {"decision.signer_valid_until": "2026-11-23"}
    ),
    Row(
        "R-SKJ-01",
        {**_INTENSIVE, "decision.signer_registration": "geen"},
        {
            "decision.cosigned_by": "C. Verzinga",
            "decision.cosigner_registration": "BIG",
            "decision.cosigner_number": "100000003",
        },
    ),
    Row(
        "R-DEK-01",
        {"needs.needs": [need(), need("n2")], "own_capacity.residual": ["n1", "n2"]},
        {"decision.products": [product(covers=["n1", "n2"])]},
        why="one need that remains without a product is one too many",
    ),
    Row(
        "R-DEK-01",
        {"own_capacity.residual": []},
        {"decision.products": []},
        why="one product for a need that does not remain is one too many",
    ),
    Row(
        "R-DEK-01",
        {"own_capacity.residual": []},
        {"comparison.level": "algemeen_voorliggend"},
        why="free help is there for what own strength carries too",
    ),
    Row("R-LICHT-01", _allocated(name="mst"), _allocated(name="leun-en-steuncontact")),
    Row(
        "R-LICHT-01",
        _allocated(name="kinderen-uit-de-knel"),
        {"help_history.help": [ended("h1", "-1y", "-6m", "G1", name="echtscheidingsloket")]},
    ),
    Row(
        "R-JW301-01",
        _allocated(code="45A48"),
        _allocated(code="45A48", volume=4, unit="04 uur", frequency="2 week"),
        why="one condition of iJw that is not met is enough for the message to come back",
    ),
    Row("R-JW301-01", _allocated(budget=900, volume=4), _allocated(budget=900)),
    Row(
        "R-JW301-01",
        _allocated(code="45A48"),
        {"comparison.level": "algemeen_voorliggend"},
        why="free help is not allocated",
    ),
    Row(
        "R-JW301-01",
        _allocated(code="45A48", volume=4, unit="04 uur", frequency="2 week", end={"unanswered": "unknown"}),
        _allocated(code="45A48", volume=4, unit="04 uur", frequency="4 maand", end={"unanswered": "unknown"}),
    ),
    Row(
        "R-AFW-01",
        {"decision.decision": "afwijzen", "decision.alternatives": "Een maatje"},
        {"decision.objection_told": True},
    ),
    Row("R-WACHT-01", _allocated(wait_days=43), {"decision.products": [product(wait_days=42)]}),
    Row(
        "R-WACHT-01",
        _allocated(wait_days=43),
        {"decision.products": [product(wait_days=43, bridging="We bellen elke week")]},
    ),
    Row("R-PGB-01", _allocated(delivery="pgb")),
    Row("R-PGB-01", _allocated(delivery="pgb", **{**_PGB, "pgb_quality": " "}), _allocated(delivery="pgb", **_PGB)),
    Row("R-PGB-01", _allocated(delivery="pgb", **{**_PGB, "pgb_managed": "nee"}), _allocated(delivery="pgb", **_PGB)),
    # Step 14
    Row(
        "R-OVD-01", {"extra.empty_section_count": 1}, why="one part that must be there and is empty holds the handover"
    ),
    Row("R-OVD-02", {"handover.third_party_shared": True}),
    Row("R-OVD-03", {"handover.read_by_child": "oneens_niet_delen"}, {"handover.read_by_child": "oneens_toch_delen"}),
    Row(
        "R-VOLG-01",
        _SENT,
        {"handover.sent_on": "2026-11-16"},
        why="six working days without an answer is more than a week; on the fifth one waits",
    ),
    Row("R-VOLG-01", _SENT, {"handover.reaction": "geaccepteerd"}),
    Row("R-VOLG-01", {"handover.sendings": [_LEFT]}, {"handover.sendings": [_LEFT, _TAKEN_BACK]}),
    Row(
        "R-VOLG-01",
        {**_SENT, "handover.reaction": "geaccepteerd", **_allocated(start="2026-11-22", end="2027-02-22")},
        {**_allocated(start="2026-11-23", end="2027-02-22")},
        why="the provider said yes, and the help would have begun yesterday: nobody wrote that it did",
    ),
    Row("R-VOLG-01", {**_SENT, "handover.started_on": "-2d", "needs.review_date": "-1d"}, {"needs.review_date": "+0d"}),
    Row("R-BEW-01", {"handover.sent_on": "2026-11-23"}, {"handover.sent_on": "2026-11-24"}),
    Row("R-BEW-01", {"handover.sendings": [_LEFT]}, {"handover.sendings": [_LEFT, _TAKEN_BACK]}),
]
