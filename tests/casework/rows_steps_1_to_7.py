"""Rules of steps 1 to 7: who asks, who decides, safety, the question, what is going on, and help so far."""

from __future__ import annotations

from tests.casework.families import ABSENT, consent, custodian, ended, helped, problem
from tests.casework.rule_rows import Row

_UNSAFE = {"safety.verdict": "acuut_of_structureel_onveilig"}
_AGREEMENT = [{"id": "a1", "what": "Oma slaapt hier", "who": "moeder", "otherwise": "Bellen met Veilig Thuis"}]
_REPORTED = {"safety.veilig_thuis": "melding", "safety.veilig_thuis_on": "-1d"}
_STACKED = [
    helped("h1", goal_area="gedrag_emotie", provider="A"),
    helped("h2", goal_area="gedrag_emotie", provider="B"),
]
_APART = [helped("h1", goal_area="gedrag_emotie", provider="A"), helped("h2", goal_area="school_werk", provider="B")]
_THREE = [helped(f"h{n}", goal_area=area, provider=f"Aanbieder {n}")
          for n, area in enumerate(("school_werk", "netwerk", "wonen_geld"))]  # fmt: skip
_CRISIS = {"help_history.crisis": True, "help_history.crisis_end": "-6w", "explanation.made_on": "-4m"}
_AFTER_CRISIS = {**_CRISIS, "help_history.help": [helped("h1", start="-3w", gfm_level="G2")]}
_CHAIN = [
    ended("h1", "-18m", "-12m", "G1"),
    ended("h2", "-12m", "-6m", "G2"),
    ended("h3", "-6m", "-1m", "G3"),
]

ROWS = [
    # Step 1
    Row(
        "R-SPOED-01",
        {"intake.urgency": "acuut_gevaar"},
        {"safety.agreements": _AGREEMENT},
        why="one agreement on safety is enough to have done the first thing",
    ),
    Row("R-SPOED-01", {"intake.urgency": "acuut_gevaar"}, _REPORTED),
    Row("R-SPOED-01", {"intake.urgency": "acuut_gevaar", "safety.verdict": ABSENT, "safety.veilig_thuis": ABSENT}),
    Row(
        "R-SPOED-01",
        {"intake.urgency": "acuut_gevaar", "safety.verdict": "onvoldoende_zicht", "safety.agreements": _AGREEMENT},
        {"safety.verdict": "zorgen_onder_controle"},
    ),
    Row("R-ROUTE-01", {"intake.referral_route": "03 Jeugdarts"}, {"intake.coordination": "Gebeld met de jeugdarts"}),
    Row("R-ROUTE-01", {"intake.track": "GI_besluit"}, {"intake.coordination": "Overleg met de GI"}),
    Row("R-PRODUCT-01", {"intake.requested_product": "MST bij een aanbieder"}, {"intake.requested_product": "geen"}),
    Row("R-TERMIJN-01", {"intake.report_date": "-7w", "decision.decision": ABSENT}, {"decision.decision": "toekennen"}),
    Row(
        "R-TERMIJN-01",
        {"intake.report_date": "-42d", "decision.decision": ABSENT},
        {"intake.report_date": "-41d"},
        why="two weeks before the term ends is the last moment to plan; a day earlier there is room",
    ),
    Row(
        "R-TERMIJN-01",
        {"intake.urgency": "binnen_5_werkdagen", "intake.report_date": "-8d", "decision.decision": ABSENT},
        {"intake.report_date": "-7d"},
        why="more than five working days, holidays left out: on the sixth the promise is broken",
    ),
    # Step 2; the whole matrix of consent stands in test_facts_consent.py
    Row("R-TOEST-01", {"identity.consents": []}),
    Row("R-TOEST-01", {"identity.consents": [consent("jeugdige", withdrawn_on="-1d")]}),
    Row(
        "R-TOEST-01",
        {"identity.consents": [], "identity.sharing_exception": "7.3.16"},
        {"identity.sharing_exception_reason": "Er dreigt vandaag ernstig nadeel"},
    ),
    Row("R-TOEST-02", {"identity.consents": [consent("jeugdige"), consent("jeugdige", "hulp")]}),
    Row(
        "R-TOEST-02",
        {"identity.consents": [consent("jeugdige"), consent("jeugdige", "hulp")]},
        {"identity.help_exception": "ernstig_nadeel", "identity.help_exception_reason": "Thuis praten kan niet"},
    ),
    Row("R-GEZAG-01", {"identity.custody": [custodian("moeder"), custodian("vader", "eigen opgave")]}),
    Row(
        "R-WOON-01",
        {"identity.responsible_municipality": "Oldambt"},
        {"identity.own_municipality": "gemeente  oldambt"},
    ),
    Row("R-VERH-01", {"identity.moved_during_help": True}),
    Row("R-GEHEIM-01", {"identity.secret_address": True}),
    Row("R-VERTR-01", {"identity.adviser_told": False}),
    Row("R-BSN-01", {"identity.bsn_verified_by": "nog_niet"}, {"identity.bsn_verified_by": "andere_gebruiker"}),
    Row("R-BSN-01", {"identity.bsn": "999900007"}),
    # Step 3
    Row("R-VEIL-01", _UNSAFE, {**_REPORTED, "safety.agreements": _AGREEMENT}),
    Row(
        "R-VEIL-01",
        {**_UNSAFE, **_REPORTED},
        {"safety.agreements": _AGREEMENT},
        why="one agreement beside the report, and the first thing is done",
    ),
    Row("R-VEIL-01", {**_UNSAFE, "safety.agreements": _AGREEMENT, "safety.veilig_thuis": "melding"}, _REPORTED),
    Row("R-VEIL-01", {**_UNSAFE, "safety.agreements": ABSENT, "safety.veilig_thuis": ABSENT}),
    Row("R-VEIL-02", {"safety.verdict": "onvoldoende_zicht"}, {"safety.plan_for_sight": "Jeugdarts, donderdag"}),
    Row("R-VEIL-03", {"safety.suicide_risk": "ja_hoog"}, {"safety.crisis_route_started": True}),
    Row("R-VEIL-03", {"safety.suicide_risk": "ja_hoog"}, {"safety.suicide_risk": "ja_laag"}),
    Row("R-VEIL-04", {"safety.other_children": True}, {"safety.other_children_checked": True}),
    Row(
        "R-VEIL-05",
        {"safety.verdict": "onveilig_hulp_mogelijk", "safety.agreements": []},
        {
            "safety.agreements": [
                {"id": "a1", "what": "Opa bellen", "who": "Jesse", "otherwise": "112 bellen"},
            ]
        },
        why="one agreement makes worries bearable, none does not",
    ),
    Row(
        "R-KIND-01",
        {"safety.spoken_alone": "nee_te_jong"},
        {"identity.birth_date": "-5y11m"},
        why="below six a child need not be spoken to alone",
    ),
    Row("R-KIND-01", {"safety.spoken_alone": "nee_reden"}, {"safety.not_alone_reason": "Wilde dat nog niet"}),
    # Step 4
    Row(
        "R-VRAAG-01",
        {"help_question.questions": [{"id": "v1", "asker": "moeder", "literally": "Rust aan tafel"}]},
        {"help_question.questions": [{"id": "v1", "asker": "Fenna Oefenstra", "literally": "Rust aan tafel"}]},
    ),
    Row(
        "R-VRAAG-02",
        {"help_question.questions": [{"id": "v1", "asker": "jeugdige", "literally": "Ik wil MST"}]},
        {"help_question.questions": [{"id": "v1", "asker": "jeugdige", "literally": "Ik wil een rustige plek"}]},
    ),
    Row("R-VRAAG-03", {"help_question.differ_strongly": True}),
    # Step 5
    Row(
        "R-DOM-01",
        {"situation.domains": [{"id": "l1", "domain": "gedrag_emotie"}]},
        why="one domain without a reason is one too many: not more is asked than needed",
    ),
    Row(
        "R-DOM-01",
        {"situation.problems": [problem(domain="wonen_geld")]},
        why="one problem written where nobody meant to look is one too many",
    ),
    Row(
        "R-DIAG-01",
        {"situation.problems": [problem(diagnosis="vastgesteld")]},
        {"situation.problems": [problem(diagnosis="vastgesteld", diagnosed_by="Kinderarts, 2025")]},
    ),
    Row("R-LVB-01", {"situation.target_groups": ["LVB_ouder"]}, {"situation.target_groups": ["ASS"]}),
    Row("R-ONDERW-01", {"situation.other_areas": ["onderwijs"]}, {"situation.school_consulted": "ja"}),
    Row(
        "R-DUUR-01",
        {"situation.problems": [problem(since="-7m", where=["thuis", "school"])]},
        {"situation.problems": [problem(since="-6m", where=["thuis", "school"])]},
        why="on two places and seven months: past the half year that waiting may take",
    ),
    Row(
        "R-DUUR-01",
        {"situation.problems": [problem(), problem("b2", where=["school"])]},
        {"situation.problems": [problem(), problem("b2", where=["school"], impairment=1)]},
        why="a second place counts only where it hinders; on one place it is another story",
    ),
    # Step 6
    Row(
        "R-VA-01",
        {"comparison.level": "intensief"},
        {"explanation.variant": "uitgebreid", "explanation.behavioural_scientist": "ja"},
    ),
    Row(
        "R-VA-01",
        {
            "help_history.help": [
                ended("h1", "-36m", "-30m", "G2"),
                ended("h2", "-20m", "-12m", "G2"),
                helped("h3", start="-2m", gfm_level="G2"),
            ]
        },
        {"help_history.help": [ended("h1", "-36m", "-30m", "G2"), helped("h3", start="-2m", gfm_level="G2")]},
        why="referred again for the second time, so look deeper; once may be chance",
    ),
    Row(
        "R-VA-02",
        {"explanation.factors": [{"id": f"x{n}", "text": "Moe", "level": "kind"} for n in range(2)]},
        {
            "explanation.factors": [
                {"id": f"x{n}", "text": "Moe", "level": place} for n, place in enumerate(("kind", "school"))
            ]
        },
        why="two causes and both in the child: somebody did not look around",
    ),
    Row("R-VA-03", {"explanation.agrees_parents": "oneens"}, {"explanation.agrees_parents": "deels"}),
    # Step 7
    Row(
        "R-STAP-01",
        {"help_history.help": _STACKED},
        {"help_history.help": _APART},
        why="two forms of help for one goal are a stack, for two goals they are not",
    ),
    Row(
        "R-STAP-01",
        {"help_history.help": _THREE},
        {"help_history.help": [{**one, "provider": "Eén"} for one in _THREE]},
    ),
    Row(
        "R-STAP-01",
        {"help_history.help": _STACKED},
        {"help_history.help": [_STACKED[0], {**_STACKED[1], "start": "+1m"}]},
    ),
    Row(
        "R-STAP-02",
        {"help_history.help": [helped("h1", extensions=3, result="deels")]},
        {"help_history.help": [helped("h1", extensions=2, result="deels")]},
    ),
    Row("R-KETEN-01", _AFTER_CRISIS, {"explanation.made_on": "-5w"}),
    Row("R-KETEN-01", _AFTER_CRISIS, {"help_history.help": [helped("h1", start="-3w", gfm_level="G1")]}),
    Row(
        "R-KETEN-01",
        {**_CRISIS, "help_history.help": [helped("h1", start="-12d", gfm_level="G2")]},
        {"help_history.help": [helped("h1", start="-11d", gfm_level="G2")]},
        why="thirty days after the crisis it is still the crisis that chooses; on the next day it is not",
    ),
    Row(
        "R-KETEN-02",
        {"help_history.help": _CHAIN},
        {"help_history.help": [*_CHAIN[:2], ended("h3", "-4m", "-1m", "G3")]},
    ),
    Row(
        "R-KETEN-02",
        {"help_history.help": _CHAIN},
        {"help_history.help": [*_CHAIN[:2], ended("h3", "-6m", "-1m", "G2")]},
    ),
    Row(
        "R-REGIE-01",
        {"help_history.help": _APART, "help_history.coordinator_now": ABSENT, "decision.coordinator": ABSENT},
        {"help_history.coordinator_now": "moeder"},
        why="two forms of help of two providers need somebody who keeps them together",
    ),
]
