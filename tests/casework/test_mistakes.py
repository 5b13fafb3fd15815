"""Every mistake a reader can make comes back as one Dutch sentence that says what to do."""
from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import AfterValidator, Field, ValidationError
from pydantic_core import PydanticUndefined

from casework.answers import Answer, Day, Frozen
from casework.mistakes import _SENTENCES, did_you_mean, fields_at, in_dutch, mistake, shown


def _odd(value: int) -> int:
    if value % 2 == 0:
        raise mistake("kies een oneven getal")
    return value


class Inner(Frozen):
    colour: Literal["rood", "groen", "blauw"] = "rood"


class Sample(Frozen):
    name: str = "x"
    short: Annotated[str, Field(min_length=2, max_length=4)] = "abc"
    code: Annotated[str, Field(pattern="^R-")] = "R-1"
    whole: Annotated[int, Field(ge=0, le=3)] = 1
    part: float = 0.5
    yes: bool = True
    day: Day | None = None
    several: Annotated[tuple[Inner, ...], Field(max_length=2)] = ()
    inner: Inner = Inner()
    many: Literal["a1", "b2", "c3", "d4", "e5", "f6", "g7", "h8", "i9", "j10", "k11", "l12", "m13"] = "a1"
    odd: Annotated[int, AfterValidator(_odd)] = 1
    answer: Answer[date] | None = None


class Needed(Frozen):
    severity: str


@pytest.mark.parametrize(("data", "sentence"), [
    ({"nome": 1}, "‘nome’ is hier geen bekend veld; bedoelt u ‘name’?"),
    ({"qqqqqq": 1}, "‘qqqqqq’ is hier geen bekend veld; haal het weg"),
    ({"inner": {"color": "rood"}}, "‘color’ is hier geen bekend veld; bedoelt u ‘colour’?"),
    ({"several": [{"coluor": "rood"}]}, "‘coluor’ is hier geen bekend veld; bedoelt u ‘colour’?"),
    ({"name": 3}, "hier hoort tekst (er staat ‘3’)"),
    ({"name": ["a"]}, "hier hoort tekst (er staat een lijst)"),
    ({"name": {"a": 1}}, "hier hoort tekst (er staat een blok met velden)"),
    ({"name": None}, "hier hoort tekst (er staat niets)"),
    ({"short": "a"}, "deze tekst is te kort; gebruik minstens 2 tekens (er staat ‘a’)"),
    ({"short": ""}, "deze tekst is te kort; gebruik minstens 2 tekens (er staat ‘’)"),
    ({"short": "abcde"}, "deze tekst is te lang; gebruik hoogstens 4 tekens (er staat ‘abcde’)"),
    ({"code": "X"}, "dit heeft niet de vorm die hier moet (^R-) (er staat ‘X’)"),
    ({"whole": "drie"}, "hier hoort een heel getal (er staat ‘drie’)"),
    ({"whole": 1.5}, "hier hoort een heel getal (er staat ‘1.5’)"),
    ({"whole": 4}, "kies een getal van 3 of lager (er staat ‘4’)"),
    ({"whole": -1}, "kies een getal van 0 of hoger (er staat ‘-1’)"),
    ({"whole": ""}, "dit is leeg; vul iets in of haal de regel weg"),
    ({"part": "veel"}, "hier hoort een getal (er staat ‘veel’)"),
    ({"yes": "misschien"}, "hier hoort true of false (er staat ‘misschien’)"),
    ({"day": "31 januari"}, "hier hoort een datum als 2026-01-31 (er staat ‘31 januari’)"),
    ({"day": "2026-02-30"}, "hier hoort een datum als 2026-01-31 (er staat ‘2026-02-30’)"),
    ({"day": ["x"]}, "hier hoort een datum als 2026-01-31 (er staat een lijst)"),
    ({"day": "2026-01-31T10:00"}, "hier hoort een datum zonder tijd (er staat ‘2026-01-31T10:00’)"),
    ({"day": "-3m"},
     "een datum als -3m kan alleen met een peildatum; schrijf de datum uit of geef een peildatum (er staat ‘-3m’)"),
    ({"several": "x"}, "hier hoort een lijst (er staat ‘x’)"),
    ({"several": [{}, {}, {}]}, "deze lijst is te lang; hoogstens 2 toegestaan"),
    ({"inner": "x"}, "hier hoort een blok met velden (er staat ‘x’)"),
    ({"inner": {"colour": "geel"}}, "kies rood, groen of blauw (er staat ‘geel’)"),
    ({"many": "m1"}, "‘m1’ is geen keuze hier; het dichtst in de buurt: m13, a1 of l12"),
    ({"many": "zzz"}, "‘zzz’ is geen keuze hier; kijk in het schema welke keuzes er zijn"),
    ({"odd": 2}, "kies een oneven getal"),
    ({"answer": {"unanswered": "not_applicable"}}, "niet van toepassing vraagt een reden; vul ‘reason’ in"),
])
def test_each_mistake_has_its_sentence(data: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Sample.model_validate(data)
    assert [in_dutch(error, Sample) for error in caught.value.errors()] == [sentence]


def test_a_missing_field_is_named() -> None:
    with pytest.raises(ValidationError) as caught:
        Needed.model_validate({})
    assert in_dutch(caught.value.errors()[0]) == "‘severity’ ontbreekt; vul dit in"


def test_a_day_outside_the_calendar() -> None:
    with pytest.raises(ValidationError) as caught:
        Sample.model_validate({"day": "-999999d"}, context={"today": date(2026, 1, 31)})
    assert in_dutch(caught.value.errors()[0]).startswith("deze datum ligt buiten de kalender")


def test_an_unknown_error_type_still_speaks_dutch() -> None:
    error = {"type": "of_tomorrow", "loc": (), "msg": "Something English", "input": PydanticUndefined}
    assert "English" not in in_dutch(error)  # type: ignore[arg-type]


def test_broken_json() -> None:
    with pytest.raises(ValidationError) as caught:
        Sample.model_validate_json("{")
    assert in_dutch(caught.value.errors()[0]).startswith("dit is geen geldige JSON")


@given(st.sampled_from(sorted(_SENTENCES)), st.text() | st.integers() | st.none() | st.booleans())
def test_no_sentence_breaks_without_its_context(kind: str, value: object) -> None:
    assert in_dutch({"type": kind, "loc": ("a",), "msg": "", "input": value})


@given(st.text())
def test_what_is_shown_is_short_and_on_one_line(value: str) -> None:
    assert len(shown(value)) <= 42
    assert "\n" not in shown(value)


def test_suggestions_only_when_near() -> None:
    assert did_you_mean("sevrity", ["severity", "step"]) == "; bedoelt u ‘severity’?"
    assert did_you_mean("kleur", ["severity", "step"]) == ""


def test_the_fields_at_a_place_skip_union_tags() -> None:
    assert fields_at(Sample, ("answer", "answered")) == ["value", "source", "kind", "on", "unanswered", "reason"]
    assert fields_at(Sample, ("several", 3)) == ["colour"]


def test_a_file_that_is_no_json_is_shown_as_the_text_it_is() -> None:
    assert shown("hallo één".encode()) == "‘hallo één’"
