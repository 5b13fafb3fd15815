"""Step 4. The question in the asker's own words (stage 1 of the stappenplan).

One help question per asker: child and parent may differ. Own words are never overwritten by a professional's.
"""

from typing import Literal

from casework.answers import Answer
from casework.flow import Step
from casework.questions import Answers, Flag, Record, Scale3, ask


class HelpQuestion(Record):
    asker: Answer[str] = ask("vrager", "`jeugdige`, of een persoon.", required=True, person=True)
    literally: Answer[str] = ask(
        "letterlijk", "In eigen woorden, of als tekening beschreven.", required=True, long=True
    )
    rephrased: Answer[str] = ask("herformulering", required=True, long=True)
    agreed: Answer[Flag] = ask("akkoord_vrager", required=True)
    weight: Answer[Literal["hoog", "midden", "laag"]] = ask("belang")


class HelpQuestions(Answers):
    questions: Answer[tuple[HelpQuestion, ...]] = ask("hulpvragen[]", required=True)
    goes_well: Answer[str] = ask("wat_gaat_goed", required=True, judgement=True, long=True)
    wish: Answer[str] = ask("wens_over_half_jaar", required=True, judgement=True, long=True)
    not_wanted: Answer[str] = ask("wat_wil_je_niet", judgement=True, long=True)
    parents_expect: Answer[str] = ask("verwachting_ouder_van_hulp", judgement=True, long=True)
    differ: Answer[str] = ask(
        "verschil_van_mening", "Waar kind en ouder van elkaar verschillen.", judgement=True, long=True
    )
    differ_strongly: Answer[Flag] = ask("verschil_groot", "Kind en ouder willen echt iets anders.", judgement=True)
    motivation_child: Answer[Scale3] = ask("motivatie_kind", "0 geen, 1 weinig, 2 redelijk, 3 veel.", judgement=True)
    motivation_parent: Answer[Scale3] = ask("motivatie_ouder", "0 geen, 1 weinig, 2 redelijk, 3 veel.", judgement=True)


STEP = Step("help_question", 4, "De vraag in eigen woorden", HelpQuestions, stage=1)
