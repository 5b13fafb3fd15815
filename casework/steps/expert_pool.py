"""Step 12. The expert pool: specific expertise where the step needs it, compulsory for intensive help.

The consultations themselves are records of the case (casework/consultation). Here stands what lifts R-EXP-01: urgency
with a date for the advice, the certified institution or court, or a reasoned deviation signed by a second registered
professional (brief, end of §3).
"""

from typing import Any, Literal

from casework.answers import Answer, Day
from casework.flow import Step
from casework.questions import Answers, ask
from casework.steps.intake import needs_investigation


def _excepted(case: Any, here: Any) -> bool:
    return here.exception.known is not None and needs_investigation(case)


def _deviates(case: Any, here: Any) -> bool:
    return here.exception.known == "afwijking_medeondertekend" and needs_investigation(case)


class ExpertPool(Answers):
    expertise_needed: Answer[str] = ask("welke_deskundigheid_nodig", long=True, applies=needs_investigation)
    exception: Answer[Literal["spoed", "GI_rechter", "afwijking_medeondertekend"]] = ask(
        "uitzondering_advies", "Waarom zonder vastgesteld advies verder.", applies=needs_investigation
    )
    exception_reason: Answer[str] = ask("uitzondering_advies_reden", required=True, long=True, applies=_excepted)
    advice_by: Answer[Day] = ask(
        "advies_uiterlijk",
        "Bij spoed: uiterlijk 5 werkdagen na de start.",
        required=True,
        applies=lambda case, here: here.exception.known == "spoed" and needs_investigation(case),
    )
    cosigned_by: Answer[str] = ask("medeondertekend_door", required=True, applies=_deviates)
    cosigner_registration: Answer[Literal["SKJ", "BIG"]] = ask(
        "medeondertekend_registratie", required=True, applies=_deviates
    )
    cosigner_number: Answer[str] = ask("medeondertekend_nummer", required=True, applies=_deviates)


STEP = Step("expert_pool", 12, "Expertpool", ExpertPool)
