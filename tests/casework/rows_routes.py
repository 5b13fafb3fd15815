"""Rules on routes and arrangements of their own: each with a family that meets it, and one that just does not."""

from __future__ import annotations

from typing import Any

from tests.casework.families import ABSENT, product
from tests.casework.rows_following import SENT, talk
from tests.casework.rule_rows import Row

REFERRED = {"intake.track": "verwijzing_ligt_er", "intake.coordination": "Gebeld met de huisarts"}
REFERRAL = {"intake.referral_asks": "Hulp bij angst", "intake.referral_on": "-3w"}
RULED = {"intake.track": "GI_besluit", "intake.coordination": "Besproken met de jeugdbeschermer"}
RULING = {"intake.ruling": "Gezinsbegeleiding, om thuis te kunnen blijven", "intake.ruling_on": "-3w"}
AFTER_CRISIS = {"intake.track": "herbeoordeling_na_crisis", "help_history.crisis": True,
                "help_history.crisis_end": "-2w"}  # fmt: skip
LOOKED_BACK = {
    "help_history.crisis_told": "Een ruzie liep uit de hand; zijn oom haalde hem op",
    "help_history.crisis_changed": "Zijn oom komt nu elke week",
    "help_history.crisis_again": "Hij belt zijn oom, moeder belt het team",
}
JOINED = {
    "special_checks.hsj_joined": True, "special_checks.hsj_intake_on": "-1w", "special_checks.hsj_contact": "moeder",
}  # fmt: skip
ALL_FIVE = ("support", "wonen", "school_werk", "inkomen", "welzijn")

_BRIEF = {"intake.track": "triage", "decision.decision": "triage_klaar"}


def own_talks(number: int) -> list[dict[str, Any]]:
    talk_ = {"who": "jeugdige", "by": "Anne Fictema", "what": "Samen geoefend", "effect": "Iets rustiger"}
    return [{"id": f"t{at}", "on": f"-{number - at + 1}w", **talk_} for at in range(1, number + 1)]


def calls(*outcomes: str) -> list[dict[str, Any]]:
    return [{"id": f"b{at}", "provider": f"Aanbieder {at}", "on": "-1w", "outcome": outcome}
            for at, outcome in enumerate(outcomes, start=1)]  # fmt: skip


def foundations(**last: Any) -> list[dict[str, Any]]:
    """Four in order, and the fifth as told."""
    first = [{"id": f"f-{block}", "block": block, "status": "op orde"} for block in ALL_FIVE[:4]]
    return [*first, {"id": "f-welzijn", "block": "welzijn", **last}]


_OWNED = {"status": "bezig", "who": "moeder", "by": "+4w"}
_STOPS = {**SENT, **JOINED, "handover.review_talks": [talk(choice="doel_bereikt")]}
_PLAN = {"special_checks.future_wish": "Een eigen plek en werk in de haven"}
_SIXTEEN = {"identity.birth_date": "-16y", **_PLAN}


def _steps(**fields: Any) -> dict[str, Any]:
    return {"special_checks.future_steps": [{"id": "s1", "what": "Een dag meelopen", **fields}]}


ROWS = [
    # a doctor does not decide as a court, nor the other way round
    Row("R-ROUTE-03", {**REFERRED, "intake.referral_route": "04 GI"}, {"intake.referral_route": "02 Huisarts"}),
    Row("R-ROUTE-03", {**REFERRED, "intake.referral_route": "08 Rechter/OvJ/JJI"}, {"intake.track": "GI_besluit"}),
    Row("R-ROUTE-03", {**RULED, "intake.referral_route": "03 Jeugdarts"}, {"intake.referral_route": "04 GI"}),
    Row("R-ROUTE-03", {**RULED, "intake.referral_route": "02 Huisarts"}, {"intake.referral_route": "01 Gemeente"}),
    Row("R-ROUTE-03", {**RULED, "intake.referral_route": "05 Medisch specialist"},
        {"intake.track": "verwijzing_ligt_er"}),
    Row(
        "R-TRIAGE-01",
        {"intake.track": "triage", "safety.verdict": "zorgen_onder_controle"},
        {"safety.verdict": "veilig"},
        why="any worry about safety is more than a brief look can hold",
    ),
    Row(
        "R-TRIAGE-01",
        {"intake.track": "triage", "situation.severity_child": 2},
        {"situation.severity_child": 1},
        why="what is plain to see takes finding out; what is light may be tried first",
    ),
    Row("R-TRIAGE-02", {**_BRIEF, "intake.triage_next": "Praten op school"}, {"intake.triage_call_on": "+6w"}),
    Row("R-TRIAGE-02", _BRIEF, {"intake.track": "volledig_onderzoek"}),
    Row("R-ROUTE-02", {**REFERRED, **REFERRAL, "intake.referral_on": ABSENT}, REFERRAL),
    Row("R-ROUTE-02", REFERRED, {"intake.track": "volledig_onderzoek"}),
    Row("R-GI-01", {**RULED, **RULING, "intake.ruling": ABSENT}, RULING),
    Row(
        "R-GI-02",
        {**RULED, **RULING, "intake.ruling_until": "+2m"},
        {"intake.ruling_until": "+3m"},
        why="three months is about what a new decision and a waiting list take",
    ),
    Row("R-GI-02", {**RULED, **RULING, "intake.ruling_until": "-1d"}, {"intake.after_ruling": "Het team gaat door"}),
    Row("R-CRISIS-01", {**AFTER_CRISIS, **LOOKED_BACK, "help_history.crisis_again": ABSENT}, LOOKED_BACK),
    Row("R-CRISIS-01", AFTER_CRISIS, {"intake.track": "volledig_onderzoek"}),
    Row(
        "R-EIGEN-01",
        {"help_history.own_talks": own_talks(6)},
        {"help_history.own_talks": own_talks(5)},
        why="the team's own light help is one to five talks; the sixth is another form of help",
    ),
    Row("R-EIGEN-02", {"help_history.own_talks": own_talks(1)}, {"help_history.own_talks_shared": False}),
    Row(
        "R-EIGEN-02",
        {"help_history.own_talks": own_talks(1)},
        {"help_history.own_talks": []},
        why="the first talk makes a file of helping; without one there is nothing to share",
    ),
    Row("R-HSJ-02", {**JOINED, "special_checks.hsj_contact": ABSENT}, JOINED),
    Row("R-HSJ-02", {**JOINED, "special_checks.hsj_intake_on": "+1d"}, {"special_checks.hsj_intake_on": "+0d"}),
    # at any age: what is nobody's holds the network
    Row(
        "R-HSJ-03",
        {**_STOPS, "special_checks.big_five": foundations(status="bezig", by="+4w")},
        {"special_checks.big_five": foundations(**_OWNED)},
        why="one foundation that is nobody's is enough to hold on",
    ),
    Row("R-HSJ-03", {**_STOPS, "special_checks.big_five": foundations(**_OWNED)[:4]},
        {"special_checks.big_five": foundations(status="op orde")}),
    Row("R-HSJ-03", {**SENT, **JOINED, "handover.ended_on": "-1d"}, {"handover.ended_on": "+1d"}),
    Row("R-HSJ-03", _STOPS, {"special_checks.hsj_joined": False}),
    Row("R-TOEK-01", {**_SIXTEEN, **_steps(who="moeder")}, _steps(who="moeder", until="+3m")),
    Row(
        "R-TOEK-01",
        {"identity.birth_date": "-16y"},
        {"identity.birth_date": "-15y11m"},
    ),
    Row(
        "R-PLEK-01",
        {"decision.place_search": calls("geen_plek", "past_niet", "belt_terug")},
        {"decision.place_search": calls("geen_plek", "past_niet")},
        why="after two calls one goes on; three without a place is a lack and no bad luck",
    ),
    Row("R-PLEK-01", {"decision.place_search": calls("geen_plek", "past_niet", "geen_plek")},
        {"decision.place_search": calls("geen_plek", "past_niet", "wachtlijst")}),
    Row("R-PLEK-01", {"decision.place_search": calls("geen_plek", "past_niet", "geen_plek")},
        {"decision.supply_missing": "Een logeerplek met een rolstoel"}),
    Row(
        "R-AANB-01",
        {"decision.products": [product(verified_on="-3m")]},
        {"decision.products": [product(verified_on="-2m")]},
        why="a waiting time of a quarter ago is no promise any more",
    ),
]  # fmt: skip
