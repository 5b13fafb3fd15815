"""Step 3. Safe enough to go on? The meldcode log itself is a separate, protected record and never part of this.

Sources: Meldcode huiselijk geweld en kindermishandeling (five weighing questions); IGJ 2023 on seeing the child alone.
"""

from typing import Any, Literal

from casework.answers import Answer, Day
from casework.codes import Verdict
from casework.flow import Step
from casework.questions import Answers, Flag, Record, Stage, ask


class SafetyAgreement(Record):
    """What was agreed, with whom, until when, and what happens otherwise."""

    what: Answer[str] = ask("wat", required=True)
    who: Answer[str] = ask("wie", required=True, person=True)
    until: Answer[Day] = ask("tot_wanneer")
    otherwise: Answer[str] = ask("wat_als", required=True)


def _not_spoken(case: Any, here: Any) -> bool:
    return bool(here.spoken_alone.known == "nee_reden")


def _no_sight(case: Any, here: Any) -> bool:
    return bool(here.verdict.known == "onvoldoende_zicht")


def _consulted(case: Any, here: Any) -> bool:
    return here.veilig_thuis.known in ("advies", "melding")


class Safety(Answers):
    verdict: Answer[Verdict] = ask("veiligheidsoordeel", required=True, judgement=True)
    spoken_alone: Answer[Literal["ja", "nee_te_jong", "nee_reden"]] = ask("jeugdige_alleen_gesproken", required=True)
    not_alone_reason: Answer[str] = ask("alleen_gesproken_reden", required=True, applies=_not_spoken)
    plan_for_sight: Answer[str] = ask("plan_zicht", "Wie spreekt het kind, en wanneer.", long=True, applies=_no_sight)
    veilig_thuis: Answer[Literal["nee", "advies", "melding"]] = ask("overleg_VT")
    veilig_thuis_on: Answer[Day] = ask("overleg_VT_datum", behind_us=True, applies=_consulted)
    agreements: Answer[tuple[SafetyAgreement, ...]] = ask("veiligheidsafspraken[]", may_be_empty=True)
    other_children: Answer[Flag] = ask("andere_kinderen_thuis")
    other_children_checked: Answer[Flag] = ask(
        "andere_kinderen_bekeken",
        "Ieder kind apart bekeken (R-VEIL-04).",
        applies=lambda case, here: here.other_children.known is True,
    )
    reporting_code_step: Answer[Stage] = ask("meldcode_stap", "Gaat nooit mee in een document.")
    suicide_risk: Answer[Literal["niet_gevraagd", "nee", "ja_laag", "ja_hoog"]] = ask(
        "suiciderisico", sensitive=True, judgement=True
    )
    crisis_route_started: Answer[Flag] = ask(
        "crisisroute_gestart",
        "Dezelfde dag crisisroute ingezet.",
        applies=lambda case, here: here.suicide_risk.known == "ja_hoog",
    )


STEP = Step("safety", 3, "Veiligheid eerst", Safety)
