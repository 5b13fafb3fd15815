"""Need to know: by sort of recipient, by section and by statement. What stays here is listed, never told."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from casework.answers import Answered
from casework.handover.blocks import Document, Heading, Reader, Table, Withheld
from casework.handover.compose import compose
from casework.handover.need_to_know import may_be_held_back, without_held_back
from casework.handover.plain import plain
from casework.knowledge.recipients import Recipient
from casework.questions import Shape, questions
from casework.steps import FLOW
from casework.weighing.completeness import empty_sections
from tests.casework.handover_family import PACK, assessment, composed, family, settled

SCHOOL = Recipient.model_construct(
    id="school", name="school", held_back={"H4": "School heeft genoeg aan de afspraken."}, status="concept",
    owner="", sources=(), valid_from=date(2026, 1, 1),
)  # fmt: skip
WITH_ROLES = replace(PACK, recipients={"school": SCHOOL})


def held(*paths: str, reader: Reader = "provider", **more: Any) -> Document:
    away = [{"id": f"u{n}", "where": path, "reason": f"Reden {n}"} for n, path in enumerate(paths)]
    return composed(family(handover__statements=away, **more), reader)


def everything(document: Document) -> str:
    return plain(document) + json.dumps(document.data, ensure_ascii=False)


def of_school(**more: Any) -> Document:
    case = settled(family(handover__recipient_role="school", **more))
    return compose(case, assessment(), WITH_ROLES)


def test_the_recipient_decides_what_goes_along_unless_somebody_chooses() -> None:
    telling = settled().of(FLOW.by_id["explanation"].answers).answer("together").known
    told = everything(of_school())
    assert str(telling) not in told and SCHOOL.held_back["H4"] in told
    chosen = [{"id": "k", "section": "H4", "shared": True}]
    assert str(telling) in everything(of_school(handover__sections=chosen))
    assert str(telling) in everything(composed())


@pytest.mark.parametrize("reader", ["provider", "parent", "youth"])
@pytest.mark.parametrize("path", [
    "explanation.together", "explanation.not_known", "help_question.goes_well", "needs.step_down",
    "decision.motivation", "safety.plan_for_sight", "handover.start_talk",
])  # fmt: skip
def test_a_statement_held_back_is_nowhere(path: str, reader: Reader) -> None:
    step_id, name = path.split(".")
    marked = "Dit blijft hier zeker zevenvoud."
    document = held(path, reader=reader, **{f"{step_id}__{name}": {"value": marked, "source": "ouder"}})
    assert "zevenvoud" not in everything(document)
    shown = everything(composed(family(**{f"{step_id}__{name}": {"value": marked, "source": "ouder"}})))
    assert "zevenvoud" in shown or path == "safety.plan_for_sight"


def test_it_says_that_something_is_held_back_and_why() -> None:
    document = held("explanation.together")
    said = [(block.what, block.why) for block in document.blocks if isinstance(block, Withheld)]
    assert ("een uitspraak uit stap 6, " + FLOW.by_id["explanation"].title, "Reden 0.") in said
    assert {"what": said[0][0], "why": said[0][1]} in json.loads(json.dumps(document.data))["withheld"]


def test_one_answer_of_a_record_goes_and_the_rest_stays() -> None:
    question = family()["answers"]["help_question"]["questions"][0]
    document = held(f"help_question.questions.{question['id']}.literally")
    first = json.loads(json.dumps(document.data))["questions"][0]
    assert first["id"] == question["id"] and first["literally"] == ""


def test_without_its_name_a_record_is_gone() -> None:
    goal = family()["answers"]["needs"]["goals"][0]
    assert goal["id"] not in everything(held(f"needs.goals.{goal['id']}.words"))


def test_the_own_statement_always_goes_along() -> None:
    statement = {"handover__own_statement": {"value": "Ik wil dat u dit weet.", "source": "jeugdige"}}
    assert not may_be_held_back("handover.own_statement")
    assert "Ik wil dat u dit weet." in everything(held("handover.own_statement", **statement))


def test_a_reason_is_needed_as_for_a_section() -> None:
    loose = settled(family(handover__statements=[{"id": "u1", "where": "explanation.together"}]))
    assert [one.path for one in empty_sections(loose, None)] == ["handover.statements.u1.reason"]


def test_every_question_can_be_held_back_without_breaking_the_document() -> None:
    """Whatever the screen offers, the document still composes for each reader."""
    for step in FLOW.steps:
        for question in questions(step.answers).values():
            path = f"{step.id}.{question.name}"
            answer = settled().of(step.answers).answer(question.name)
            if not isinstance(answer, Answered):
                continue
            if question.shape is Shape.RECORDS and answer.value:
                path = f"{path}.{answer.value[0].id}.{next(iter(questions(type(answer.value[0]))))}"
            document = held(path)
            assert any(isinstance(block, Heading) for block in document.blocks), path


def test_what_the_weighing_says_of_an_answer_that_stays_here_stays_here_too() -> None:
    """The reason why a need remains repeats how far own strength goes."""
    repeated, other = "eigen kracht dekt de rest", "eigen kracht is niet voldoende"
    assert repeated in everything(composed(family()))
    less = everything(held("own_capacity.own_capacity.e1.sufficient"))
    assert repeated not in less and other in less


MOTIVATED = "1. Wat er speelt. Moeder slaapt al weken slecht door de ruzies. Daarom is hulp nodig."


@pytest.mark.parametrize("reader", ["provider", "parent", "youth"])
def test_its_words_are_nowhere_else_either(reader: Reader) -> None:
    """The motivation is filled in from other answers, and holds their very words."""
    words = "Moeder slaapt al  weken slecht door de ruzies"
    document = held("explanation.together", reader=reader, explanation__together={"value": words, "source": "ouder"},
                    decision__motivation=MOTIVATED, handover__three_to_know=[f"{words.lower()}!"])  # fmt: skip
    assert "weken slecht" not in everything(document)
    if reader == "provider":
        assert "[niet gedeeld]. Daarom is hulp nodig." in plain(document)


def test_the_own_statement_stays_whole_where_it_repeats_what_stays_here() -> None:
    words = "Moeder slaapt al weken slecht door de ruzies."
    statement = {"handover__own_statement": {"value": f"Ik zeg zelf: {words}", "source": "ouder"}}
    document = held("explanation.together", explanation__together=words, decision__motivation=MOTIVATED, **statement)
    assert f"Ik zeg zelf: {words}" in plain(document) and json.loads(json.dumps(document.data))["voice"][
        "own_statement"] == f"Ik zeg zelf: {words}"  # fmt: skip


def test_a_name_that_stays_here_in_one_place_stands_in_the_others() -> None:
    provider = family()["answers"]["help_history"]["help"][0]
    less = held(f"help_history.help.{provider['id']}.provider", handover__recipient=provider["provider"])
    assert any(provider["provider"] in lines for _, lines in less.cover.columns)


def agreeing(*consents: tuple[str, str, str, str], role: str) -> str:
    """What the cover says about consent, where it goes to this sort of recipient."""
    given = [
        {"id": f"t{n}", "who": who, "purpose": purpose, "outcome": outcome, "start": start}
        for n, (who, purpose, outcome, start) in enumerate(consents)
    ]
    document = composed(family(identity__consents=given, handover__recipient_role=role))
    return "; ".join(dict(document.cover.columns)["Gezag en toestemming"])


def test_the_cover_tells_of_consent_for_who_gets_it() -> None:
    said = (("jeugdige", "delen_met_aanbieder", "gegeven", "2026-12-01"), ("p-anja", "school", "gegeven", "2026-12-02"))
    assert "Akkoord met delen: Jesse Oefenstra, vanaf 1 december 2026" in agreeing(*said, role="aanbieder")
    assert "Akkoord met delen: Anja Oefenstra, vanaf 2 december 2026" in agreeing(*said, role="school")


def test_who_changed_their_mind_stands_on_one_side() -> None:
    first, then = ("p-anja", "school", "gegeven", "2026-11-01"), ("p-anja", "school", "geweigerd", "2026-12-01")
    told = agreeing(first, then, role="school")
    assert "Niet akkoord: Anja Oefenstra" in told and "Akkoord met delen" not in told
    back = ("p-anja", "school", "gegeven", "2026-12-05")
    told = agreeing(first, then, back, role="school")
    assert "Akkoord met delen: Anja Oefenstra" in told and "Niet akkoord" not in told


def test_school_is_not_asked_what_is_asked_of_the_provider() -> None:
    asked = "Help het gezin aan rust."
    less = replace(PACK, recipients={"school": SCHOOL.model_copy(update={"held_back": {"H10": "Gaat over de hulp."}})})
    case = settled(family(handover__recipient_role="school", decision__request=asked))
    assert asked not in everything(compose(case, assessment(), less))
    assert asked in everything(compose(case, assessment(), WITH_ROLES))
    assert asked in everything(composed(family(decision__request=asked)))


@pytest.mark.parametrize("reader", ["provider", "parent", "youth"])
def test_the_words_of_a_section_that_stays_here_are_nowhere_else_either(reader: Reader) -> None:
    telling = "Moeder slaapt al weken slecht door de ruzies."
    changed = {"explanation__together": {"value": telling, "source": "ouder"}, "decision__motivation": MOTIVATED,
               "handover__sections": [{"id": "k", "section": "H4", "shared": False, "reason": "Privé."}]}  # fmt: skip
    document = composed(family(**changed), reader)
    assert "weken slecht" not in everything(document)
    assert reader != "provider" or "1. Wat er speelt. [niet gedeeld]. Daarom is hulp nodig." in plain(document)


def test_words_that_a_section_that_goes_along_tells_itself_stay_there() -> None:
    goal = family()["answers"]["needs"]["goals"][0]
    words = "Elke avond zonder ruzie aan tafel zitten"
    question = family()["answers"]["help_question"]["questions"][0] | {"literally": f"{words.lower()}."}
    needs = family()["answers"]["needs"] | {"goals": [goal | {"words": words}]}
    away = [{"id": "k", "section": "H2", "shared": False, "reason": "Privé."}]
    document = composed(family(needs=needs, help_question__questions=[question], handover__sections=away))
    assert words in plain(document)


def test_a_row_of_a_table_is_held_back_whole() -> None:
    """One points at the row: that one cell of it stays here is not what was asked."""
    tables = (block for block in composed().blocks if isinstance(block, Table))
    rows = {where.path for table in tables for where in table.origins if where and where.path.count(".") == 3}
    assert len(rows) > 10
    for path in filter(may_be_held_back, rows):
        step_id, name, record, _ = path.split(".")
        away = [{"id": "u", "where": path, "reason": "Omdat"}]
        less = without_held_back(settled(family(handover__statements=away)))
        kept = less.of(FLOW.by_id[step_id].answers).answer(name).known
        assert record not in {one.id for one in kept or ()}, path


def test_help_that_is_held_back_is_in_no_table_and_no_drawing() -> None:
    one = next(one for one in family()["answers"]["help_history"]["help"] if one.get("did_not_help"))
    (where,) = {
        where.path for block in composed().blocks if isinstance(block, Table)
        for where in block.origins if where and one["id"] in where.path
    }  # fmt: skip
    less = everything(held(where))
    assert one["name"] not in less and one["id"] not in less


def test_a_block_that_leads_back_to_one_answer_is_held_back_whole() -> None:
    need = family()["answers"]["needs"]["needs"][0]
    own = family()["answers"]["own_capacity"]["own_capacity"][0] | {"reasons": "Vader werkt in ploegen en moeder ook."}
    weighed = {"own_capacity__own_capacity": [own]}
    shown, beside = everything(composed(family(**weighed))), f"own_capacity.own_capacity.{own['id']}.sufficient"
    assert need["expertise"] in shown and own["reasons"] in shown
    less = everything(held(f"needs.needs.{need['id']}.nature", beside, **weighed))
    assert need["expertise"] not in less and own["reasons"] not in less and need["what"]["value"] in less
