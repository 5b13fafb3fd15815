"""How a question is declared, and that every question of every step reads as it was meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import pytest
from pydantic import ValidationError

from casework.answers import NOT_ASKED, Answer, Answered, Day
from casework.consultation import Consultation
from casework.people import Person
from casework.questions import Answers, Count, Flag, Question, Record, Scale3, Shape, ask, questions
from casework.steps import FLOW

TODAY = date(2026, 11, 23)


class Toy(Record):
    name: Answer[str] = ask("naam", required=True)


class Sample(Answers):
    text: Answer[str] = ask("tekst", "Wat het is.", required=True)
    long: Answer[str] = ask("verhaal", long=True, judgement=True)
    day: Answer[Day] = ask("dag")
    yes_no: Answer[Flag] = ask("ja_nee", sensitive=True)
    number: Answer[Count] = ask("aantal")
    scale: Answer[Scale3] = ask("schaal")
    choice: Answer[Literal["a", "b"]] = ask("keuze")
    choices: Answer[tuple[Literal["a", "b"], ...]] = ask("keuzes", may_be_empty=True)
    person: Answer[str] = ask("persoon", person=True)
    reference: Answer[str] = ask("verwijzing", refers="needs.needs")
    references: Answer[tuple[str, ...]] = ask("verwijzingen", refers="needs.needs")
    texts: Answer[tuple[str, ...]] = ask("teksten")
    records: Answer[tuple[Toy, ...]] = ask("speelgoed[]", applies=lambda case, here: here.yes_no.known is True)


def test_every_declaration_gets_its_shape() -> None:
    assert {name: one.shape.value for name, one in questions(Sample).items()} == {
        "text": "text", "long": "long", "day": "day", "yes_no": "yes_no", "number": "number", "scale": "number",
        "choice": "choice", "choices": "choices", "person": "person", "reference": "reference",
        "references": "references", "texts": "texts", "records": "records",
    }  # fmt: skip


def test_what_was_declared_is_remembered() -> None:
    asked = questions(Sample)
    assert (asked["text"].title, asked["text"].required, asked["long"].required) == ("tekst", True, False)
    assert (asked["long"].judgement, asked["yes_no"].sensitive, asked["choices"].may_be_empty) == (True, True, True)
    assert asked["choice"].options == asked["choices"].options == ("a", "b")
    assert (asked["scale"].bounds, asked["number"].bounds, asked["text"].bounds) == ((0, 3), (0, 10_000), None)
    assert (asked["reference"].refers, asked["records"].record) == ("needs.needs", Toy)


def test_a_question_without_a_condition_always_applies() -> None:
    asked = questions(Sample)
    assert asked["text"].applies(None, Sample())
    assert not asked["records"].applies(None, Sample())
    assert asked["records"].applies(None, Sample().with_answer("yes_no", True))


def test_nothing_asked_is_nothing_written() -> None:
    assert Sample().answer("text") is NOT_ASKED
    assert Sample().model_dump(mode="json") == {}
    assert Toy(id="t1").model_dump(mode="json") == {"id": "t1", "part": "toegang"}


def test_one_answer_is_replaced_and_the_others_stay() -> None:
    first = Sample().with_answer("text", "een")
    second = first.with_answer("day", "-1w", today=TODAY)
    assert (second.text.known, second.day.known) == ("een", date(2026, 11, 16))
    assert first.day is NOT_ASKED
    assert Toy(id="t1").with_answer("name", "beer").id == "t1"


def test_an_answer_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValidationError):
        Sample().with_answer("scale", 4)
    with pytest.raises(ValidationError):
        Sample().with_answer("wat", 1)


@pytest.mark.parametrize("id_", ["", "a b", "a.b", "é", "x" * 65])
def test_the_id_of_a_record_fits_in_a_path(id_: str) -> None:
    with pytest.raises(ValidationError):
        Toy(id=id_)


def test_the_schema_carries_title_note_and_marks() -> None:
    schema = Sample.model_json_schema()["properties"]
    assert (schema["text"]["title"], schema["text"]["description"], schema["text"]["x-required"]) == (
        "tekst", "Wat het is.", True,
    )  # fmt: skip
    assert schema["long"]["x-judgement"] and schema["yes_no"]["x-sensitive"] and schema["records"]["x-conditional"]
    assert "x-required" not in schema["long"]


# Every question there is


def models() -> Iterator[type[Answers]]:
    """Every set of questions: of the steps, of what stands beside them, and of the records in them."""
    todo: list[type[Answers]] = [*(step.answers for step in FLOW.steps), Person, Consultation]
    while todo:
        model = todo.pop()
        yield model
        todo += [one.record for one in questions(model).values() if one.record is not None]


ALL = [(model, one) for model in models() for one in questions(model).values()]


def test_every_field_is_a_question() -> None:
    for model in models():
        assert set(model.model_fields) - {"id", "part"} == set(questions(model)), model


def test_no_two_questions_side_by_side_have_one_title() -> None:
    for model in models():
        titles = [one.title for one in questions(model).values()]
        assert len(titles) == len(set(titles)), model


@pytest.mark.parametrize(("model", "question"), ALL, ids=lambda one: getattr(one, "name", ""))
def test_every_question_is_complete(model: type[Answers], question: Question) -> None:
    assert question.title.strip() == question.title != ""
    assert bool(question.options) is (question.shape in (Shape.CHOICE, Shape.CHOICES))
    assert (question.record is not None) is (question.shape is Shape.RECORDS)
    assert (question.bounds is not None) is (question.shape is Shape.NUMBER)
    if question.may_be_empty:
        assert question.shape in (Shape.RECORDS, Shape.CHOICES, Shape.TEXTS, Shape.REFERENCES)
    if question.refers:
        step, _, name = question.refers.partition(".")
        assert questions(FLOW.by_id[step].answers)[name].record is not None


def test_every_shape_is_asked_for_somewhere() -> None:
    assert {one.shape for _, one in ALL} == set(Shape)


def test_lists_are_flat() -> None:
    """A list in a list has no path of its own: see DECISIONS, the case and its file."""
    for model in models():
        if issubclass(model, Record):
            assert all(one.shape is not Shape.RECORDS for one in questions(model).values()), model


def test_a_value_may_not_be_smuggled_in_without_checking() -> None:
    with pytest.raises(ValidationError):
        Sample(text=Answered[str](value=3))  # type: ignore[arg-type]
