"""Step 10. Compare with the reference clients and name the level of help. Likeness calibrates, it never decides."""


from casework.answers import Answer
from casework.codes import Level
from casework.flow import Step
from casework.questions import Answers, ask
from casework.steps.intake import needs_investigation


class Comparison(Answers):
    chosen: Answer[tuple[str, ...]] = ask("gekozen_ijkclient[]", applies=needs_investigation)
    why: Answer[str] = ask("waarom_wel_niet", required=True, judgement=True, long=True, applies=needs_investigation)
    level: Answer[Level] = ask("niveau_voorstel", required=True, judgement=True, applies=needs_investigation)
    offered_instead: Answer[str] = ask(
        "wat_wel_aangeboden",
        "Wat er wel is, als er geen individuele voorziening komt.",
        required=True,
        long=True,
        applies=lambda case, here: needs_investigation(case) and here.level.known == "geen_individuele_voorziening",
    )


STEP = Step("comparison", 10, "Vergelijken en niveau", Comparison)
