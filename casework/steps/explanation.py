"""Step 6. The explanatory analysis: why this happens and why it lasts, together with the family."""

from typing import Any, Literal

from casework.answers import Answer, Day
from casework.flow import Step
from casework.questions import Answers, Record, ask
from casework.steps.intake import needs_investigation

Agreement = Literal["eens", "deels", "oneens", "niet_besproken"]


class Factor(Record):
    text: Answer[str] = ask("tekst", required=True, judgement=True)
    type: Answer[Literal["aanleiding", "in_stand_houdend", "kwetsbaarheid", "beschermend"]] = ask("type", required=True)
    level: Answer[Literal["kind", "ouder", "gezin", "school", "netwerk", "omgeving", "hulpverlening"]] = ask(
        "niveau", required=True
    )
    strength: Answer[Literal["hypothese", "waarschijnlijk", "duidelijk"]] = ask("sterkte")
    family_says: Answer[str] = ask("wat_zegt_gezin")


def _scientist(case: Any, here: Any) -> bool:
    return bool(here.behavioural_scientist.known == "ja") and needs_investigation(case)


class Explanation(Answers):
    variant: Answer[Literal["licht", "uitgebreid"]] = ask("variant", required=True, applies=needs_investigation)
    made_on: Answer[Day] = ask(
        "analyse_datum",
        "Dag waarop de analyse is gemaakt of vernieuwd.",
        behind_us=True,
        applies=needs_investigation,
    )
    factors: Answer[tuple[Factor, ...]] = ask("factoren[]", applies=needs_investigation)
    together: Answer[str] = ask(
        "verklaring_samen",
        "Wij denken samen dat …",
        required=True,
        judgement=True,
        long=True,
        applies=needs_investigation,
    )
    alternative: Answer[str] = ask("alternatieve_verklaring", judgement=True, long=True, applies=needs_investigation)
    agrees_child: Answer[Agreement] = ask("eens_jeugdige", required=True, applies=needs_investigation)
    agrees_parents: Answer[Agreement] = ask("eens_ouders", required=True, applies=needs_investigation)
    behavioural_scientist: Answer[Literal["ja", "nee_niet_nodig", "nee_niet_beschikbaar"]] = ask(
        "gedragswetenschapper_betrokken", required=True, applies=needs_investigation
    )
    scientist_name: Answer[str] = ask("gedragswetenschapper_naam", applies=_scientist)
    scientist_discipline: Answer[str] = ask("gedragswetenschapper_discipline", applies=_scientist)
    not_known: Answer[str] = ask("wat_weten_we_niet", required=True, long=True, applies=needs_investigation)


STEP = Step("explanation", 6, "Verklaring samen", Explanation, stage=2)
