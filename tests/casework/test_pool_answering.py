"""The expert's side: where a question stands for one of two who are blind of each other, and writing an advice."""

from __future__ import annotations

from datetime import date

import pytest

from casework.pool import bodies as said
from casework.pool.answering import advice_of, comment, draft_of, first_draft, lacking, questions, standing
from tests.casework.pool_talk import ASKER, EXPERT, HUB, SECOND, Talk, accept, advice, assign, decide, release, request

TODAY = date(2026, 11, 23)


def assigned(*experts: object, **asked: object) -> Talk:
    talk = Talk()
    body = request(**asked)
    talk.says(ASKER, said.Submit(request=body))
    talk.says(HUB, assign(*experts, asked=body))
    return talk


def test_one_question_from_arrival_to_decision() -> None:
    talk = assigned()
    seen = [standing(talk.consult, EXPERT)]
    for by, body in (
        (EXPERT, accept()),
        (EXPERT, said.AskCompletion(reason="Hoe oud is het kind?")),
        (ASKER, said.Complete(words="Acht jaar.")),
        (EXPERT, said.Advise(advice=advice())),
        (HUB, said.ReturnAdvice(expert=EXPERT.id, comment="En als school niet meewerkt?")),
        (EXPERT, said.Advise(advice=advice(risks="School doet niet mee."))),
        (HUB, said.Discuss(note="Eens.")),
    ):
        seen.append(standing(talk.says(by, body), EXPERT))
    seen.append(standing(talk.says(HUB, release(talk.consult)), EXPERT))
    seen.append(standing(talk.says(ASKER, decide()), EXPERT))
    assert seen == ["belang", "advies", "aanvulling", "advies", "ingestuurd", "terug", "ingestuurd", "ingestuurd",
                    "vastgesteld", "besloten"]  # fmt: skip


def test_what_the_coordinator_asked_is_gone_once_it_is_answered() -> None:
    talk = assigned()
    talk.says(EXPERT, accept())
    talk.says(EXPERT, said.Advise(advice=advice()))
    assert comment(talk.consult) == ""
    talk.says(HUB, said.ReturnAdvice(expert=EXPERT.id, comment="En als school niet meewerkt?"))
    assert comment(talk.consult) == "En als school niet meewerkt?"
    talk.says(EXPERT, said.Advise(advice=advice()))
    assert comment(talk.consult) == ""


def test_who_gave_it_back_has_it_no_more_and_the_other_goes_on() -> None:
    talk = assigned(EXPERT, SECOND)
    talk.says(EXPERT, said.Decline(reason="Ken het gezin."))
    assert (standing(talk.consult, EXPERT), standing(talk.consult, SECOND)) == ("niet_meer", "belang")
    talk.says(ASKER, said.Withdraw(reason="Verhuisd."))
    assert standing(talk.consult, SECOND) == "niet_meer"


def test_a_new_draft_knows_the_expert_and_holds_three_months() -> None:
    assert first_draft([], EXPERT, date(2026, 11, 30)) == {
        "valid_until": "2027-02-28", "discipline": "orthopedagogiek_gz", "registration": "SKJ 100001",
    }  # fmt: skip


def test_what_came_back_begins_with_my_own_last_advice() -> None:
    talk = assigned(EXPERT, SECOND)
    for one in (EXPERT, SECOND):
        talk.says(one, accept())
    talk.says(EXPERT, said.Advise(advice=advice(approach="eerst")))
    talk.says(SECOND, said.Advise(advice=advice(approach="van een ander")))
    talk.says(HUB, said.ReturnAdvice(expert=EXPERT.id, comment="Kan het korter?"))
    talk.says(EXPERT, said.Advise(advice=advice(approach="daarna")))
    assert first_draft(talk.heard, EXPERT, TODAY) == draft_of(advice(approach="daarna"))


def test_a_draft_becomes_the_advice_it_was_made_from() -> None:
    talk = assigned(sub_questions=("Hoe lang?",))
    talk.says(EXPERT, accept("werkt bij aanbieder A"))
    whole = draft_of(advice()) | {"answer_1": "Drie maanden."}
    made = advice_of(whole, talk.consult, EXPERT)
    assert made.answers[1] == said.Answer(question=1, words="Drie maanden.")
    assert made.interest == "werkt bij aanbieder A"
    assert draft_of(made) == whole


MAY_BE_EMPTY = {"risks", "know_first", "evaluate_after", "minority"}


@pytest.mark.parametrize("name", sorted(set(draft_of(advice())) - MAY_BE_EMPTY))
def test_each_needed_field_is_asked_for_by_its_words(name: str) -> None:
    draft = draft_of(advice())
    assert lacking(draft, request(), TODAY) == ""
    sentence = lacking(draft | {name: " "}, request(), TODAY)
    assert sentence.startswith("Vul nog in: ") and " en " not in sentence.replace("hoofdvraag", "")


def test_every_question_is_answered_and_the_day_is_to_come() -> None:
    two = request(sub_questions=("Hoe lang?",))
    assert questions(two)[1] == "Hoe lang?"
    assert lacking(draft_of(advice()), two, TODAY) == "Vul nog in: het antwoord op deelvraag 1."
    late = lacking(draft_of(advice(valid_until=date(2026, 11, 22))), request(), TODAY)
    assert "22 november 2026" in late and "voorbij" in late
    assert lacking(draft_of(advice(valid_until=TODAY)), request(), TODAY) == ""
