"""The case file: everything it can hold, and every way in which a file can be wrong, told in Dutch and all at once."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import resources
from casework import casefile
from casework.case import Case
from casework.casefile import MAX_BYTES, MAX_DEPTH, CaseFileError, as_document, check, read
from casework.steps import FLOW
from tests.casework.anything import SEEDS, some_document

TODAY = date(2026, 11, 23)
HEAD = '{"schema": "ijkpunt/case/1", "case_id": "c1"'


def told(data: bytes | str) -> list[str]:
    with pytest.raises(CaseFileError) as caught:
        read(data.encode() if isinstance(data, str) else data, TODAY)
    assert str(caught.value) == "\n".join(caught.value.mistakes)
    return caught.value.mistakes


def wrong(**parts: Any) -> list[str]:
    return told(json.dumps({"schema": "ijkpunt/case/1", "case_id": "c1", **parts}))


def good(**parts: Any) -> Case:
    return check({"schema": "ijkpunt/case/1", "case_id": "c1", **parts}, TODAY)


# What it holds


def test_the_least_there_can_be() -> None:
    case = good()
    assert (case.id, case.family_id, case.pack, case.practice, case.people) == ("c1", "", None, False, ())
    assert case.answers.keys() == FLOW.by_id.keys()


def test_a_written_case_says_no_more_than_was_said() -> None:
    assert as_document(good(answers={"intake": {"report_date": "-3m", "track": {"unanswered": "not_asked"}}})) == {
        "schema": "ijkpunt/case/1",
        "case_id": "c1",
        "family_id": "",
        "pack": None,
        "people": [],
        "answers": {"intake": {"report_date": "2026-08-23"}},
        "checklists": {},
        "consultations": [],
        "responses": [],
    }


def test_a_practice_case_stays_one() -> None:
    assert check(as_document(good(practice=True)), TODAY).practice is True


def test_a_byte_order_mark_is_no_mistake() -> None:
    assert read(b"\xef\xbb\xbf" + f"{HEAD}}}".encode(), TODAY).id == "c1"


def test_letters_of_every_kind_come_through() -> None:
    words = "<b>&amp;</b> שלום 😀 e\u0301 \u202eomgekeerd\n" + "a" * 50_000
    case = good(answers={"intake": {"occasion": words}})
    again = read(json.dumps(as_document(case), ensure_ascii=False).encode(), TODAY)
    assert as_document(again)["answers"]["intake"]["occasion"] == words


@settings(max_examples=30, deadline=None)
@given(seed=SEEDS)
def test_any_case_is_the_same_after_writing_and_reading(seed: int) -> None:
    case = check(some_document(Random(seed)), TODAY)
    assert read(json.dumps(as_document(case)).encode(), TODAY) == case


@pytest.mark.parametrize(
    "name", sorted(one.name for one in resources.examples().iterdir() if one.name.endswith(".json"))
)
def test_the_examples_are_case_files(name: str) -> None:
    case = read((resources.examples() / name).read_bytes(), TODAY)
    assert check(as_document(case), TODAY) == case


def test_the_schema_names_every_field_with_the_name_of_the_brief() -> None:
    schema = casefile.schema()
    steps = schema["$defs"]["Steps"]["properties"]
    assert list(steps) == [step.id for step in FLOW.steps]
    intake = schema["$defs"]["Intake"]["properties"]
    assert (intake["report_date"]["title"], intake["report_date"]["x-required"]) == ("meldingsdatum", True)
    assert schema["$defs"]["Safety"]["properties"]["verdict"]["title"] == "veiligheidsoordeel"
    assert schema["required"] == ["schema", "case_id"]


# What is no case file at all


@pytest.mark.parametrize(("data", "sentence"), [
    (b"", "Dit bestand is geen JSON: regel 1, teken 1. Controleer of het bestand compleet is."),
    (b'{"schema": "ijkpunt/case/1",\n "case_id"', "Dit bestand is geen JSON: regel 2, teken 11. "
     "Controleer of het bestand compleet is."),
    (b"%PDF-1.7", "Dit bestand is geen JSON: regel 1, teken 1. Controleer of het bestand compleet is."),
    (b"\xff\xfe{\x00}\x00", "Dit bestand is geen goede UTF-8-tekst. Bewaar het opnieuw als UTF-8."),
    ('{"naam": "Zoë"}'.encode("latin-1"), "Dit bestand is geen goede UTF-8-tekst. Bewaar het opnieuw als UTF-8."),
    (b'{"naam": "\\ud83d"}', "Dit bestand is geen goede UTF-8-tekst. Bewaar het opnieuw als UTF-8."),
    (b'{"\\udc00": 1}', "Dit bestand is geen goede UTF-8-tekst. Bewaar het opnieuw als UTF-8."),
    (b"[]", 'Dit is geen casusbestand: het begint niet met { "schema": "ijkpunt/case/1", … }.'),
    (b'"tekst"', 'Dit is geen casusbestand: het begint niet met { "schema": "ijkpunt/case/1", … }.'),
    (b"{}", 'Dit is geen casusbestand: "schema" moet "ijkpunt/case/1" zijn.'),
    (b'{"schema": 1}', 'Dit is geen casusbestand: "schema" moet "ijkpunt/case/1" zijn.'),
    (b'{"schema": "ijkpunt/assessment/1"}', 'Dit is geen casusbestand: "schema" moet "ijkpunt/case/1" zijn.'),
    (b'{"schema": "ijkpunt/case/2", "nieuw": {}}', "Dit casusbestand heeft versie ‘ijkpunt/case/2’; dit programma "
     "leest ‘ijkpunt/case/1’. Gebruik een nieuwere versie van IJkpunt."),
    (b'{"schema": "ijkpunt/case/1", "schema": 1}', 'De naam "schema" staat twee keer in hetzelfde blok.'),
    (b'{"a": NaN}', "NaN is geen getal dat in een casusbestand kan staan."),
    (b'{"a": -Infinity}', "-Infinity is geen getal dat in een casusbestand kan staan."),
    (b'{"a": ' + b"1" * 5000 + b"}", "In dit bestand staat een getal van duizenden cijfers. Haal het weg."),
    (b" " * (MAX_BYTES + 1), "Dit bestand is te groot: een casusbestand is hoogstens 20 MB. Het bevat alleen tekst: "
     "kies een ander bestand."),
], ids=lambda one: repr(one[:24]))  # fmt: skip
def test_no_case_file(data: bytes, sentence: str) -> None:
    assert told(data) == [sentence]


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_a_bottomless_file_is_no_crash(opening: str) -> None:
    started = time.perf_counter()
    assert told(opening * 100_000) == [
        "Dit bestand is dieper genest dan een casusbestand kan zijn (meer dan 40 lagen)."
    ]
    assert time.perf_counter() - started < 2


def test_as_deep_as_it_may_be_is_read_and_one_deeper_is_not() -> None:
    def nested(depth: int) -> str:
        return '{"schema": "ijkpunt/case/1", "case_id": "c1", "x": ' + "[" * depth + "]" * depth + "}"

    assert "geen bekend veld" in told(nested(MAX_DEPTH - 1))[0]
    assert "dieper genest" in told(nested(MAX_DEPTH))[0]


def test_fifty_megabytes_are_refused_at_once() -> None:
    data = b'{"schema": "ijkpunt/case/1", "x": "' + b"a" * 50_000_000 + b'"}'
    started = time.perf_counter()
    assert "te groot" in told(data)[0]
    assert time.perf_counter() - started < 0.5


# What is wrong in a case file


@pytest.mark.parametrize(("parts", "sentence"), [
    ({"answers": {"intake": {"track": "traige"}}}, "answers.intake.track: kies triage, volledig_onderzoek, verlenging, "
     "herbeoordeling_na_crisis, verwijzing_ligt_er of GI_besluit (er staat ‘traige’)."),
    ({"answers": {"intake": {"report_date": 20261122}}},
     "answers.intake.report_date: hier hoort een datum als 2026-01-31 (er staat ‘20261122’)."),
    ({"answers": {"help_history": {"crisis": "ja"}}},
     "answers.help_history.crisis: hier hoort true of false (er staat ‘ja’)."),
    ({"answers": {"intake": {"occasion": None}}}, "answers.intake.occasion: null zegt niets; laat het veld weg, of zeg "
     "bij ‘unanswered’ waarom er geen antwoord is."),
    ({"answers": {"help_history": {"help": [{"id": "h1"}, {"id": "h2", "gain": "soms"}]}}},
     "answers.help_history.help.h2.gain: kies ja, afgevlakt, nee of onbekend (er staat ‘soms’)."),
    ({"answers": {"help_history": {"help": {"value": [{"id": "h1", "gain": "soms"}]}}}},
     "answers.help_history.help.value.h1.gain: kies ja, afgevlakt, nee of onbekend (er staat ‘soms’)."),
    ({"answers": {"help_history": {"help": [{"id": "h1"}, 3]}}},
     "answers.help_history.help.nr. 2: hier hoort een blok met velden (er staat ‘3’)."),
    ({"answers": {"help_history": {"help": [{"name": "x"}]}}},
     "answers.help_history.help.nr. 1.id: ‘id’ ontbreekt; vul dit in."),
    ({"answers": {"help_history": {"help": {"id": "h1"}}}},
     "answers.help_history.help: hier hoort een lijst (er staat een blok met velden)."),
    ({"answers": {"intake": {"trak": "triage"}}},
     "answers.intake.trak: ‘trak’ is hier geen bekend veld; bedoelt u ‘track’?"),
    ({"answers": {"help_history": {"help": [{"id": "h1", "nme": "x"}]}}},
     "answers.help_history.help.h1.nme: ‘nme’ is hier geen bekend veld; bedoelt u ‘name’?"),
    ({"answers": {"intak": {}}}, "answers.intak: ‘intak’ is hier geen bekend veld; bedoelt u ‘intake’?"),
    ({"anwers": {}}, "anwers: ‘anwers’ is hier geen bekend veld; bedoelt u ‘answers’?"),
    ({"answers": []}, "answers: hier hoort een blok met velden (er staat een lijst)."),
    ({"answers": {"situation": {"severity_child": {"value": 2, "sorce": "ouder"}}}},
     "answers.situation.severity_child.sorce: ‘sorce’ is hier geen bekend veld; bedoelt u ‘source’?"),
    ({"answers": {"intake": {"occasion": {"unanswered": "not_applicable"}}}},
     "answers.intake.occasion: niet van toepassing vraagt een reden; vul ‘reason’ in."),
    ({"answers": {"intake": {"occasion": {"unanswered": "geen idee"}}}}, "answers.intake.occasion.unanswered: kies "
     "not_asked, unknown, declined of not_applicable (er staat ‘geen idee’)."),
    ({"case_id": ""}, "case_id: dit is leeg; vul iets in of haal de regel weg."),
    ({"checklists": {"a": {"VC01": 3}}}, "checklists.a.VC01: hier hoort tekst (er staat ‘3’)."),
    ({"checklists": {"a.b": {"VC01": "ja"}}},
     "checklists.a.b: dit heeft niet de vorm die hier moet (^[A-Za-z0-9_-]+$) (er staat ‘a.b’)."),
    ({"responses": [{"rule": "R-VC-01", "outcome": "weggeklikt"}]},
     "responses.nr. 1.outcome: kies opgevolgd of bewust_anders (er staat ‘weggeklikt’)."),
    ({"responses": [{"rule": "R-1", "outcome": "opgevolgd"}, {"rule": "R-1", "outcome": "bewust_anders"}]},
     "responses: rule ‘R-1’ komt 2 keer voor; houd één antwoord over."),
    ({"people": [{"id": "p"}, {"id": "p"}, {"id": "p"}]}, "people: id ‘p’ komt 3 keer voor; geef elk een eigen id."),
    ({"answers": {"help_history": {"help": [{"id": "h"}, {"id": "h"}]}}},
     "answers.help_history.help: id ‘h’ komt 2 keer voor; geef elk een eigen id."),
    ({"pack": {"id": "groningen"}}, "pack.version: ‘version’ ontbreekt; vul dit in."),
])  # fmt: skip
def test_a_mistake_is_told_with_its_place_by_id(parts: Mapping[str, Any], sentence: str) -> None:
    assert wrong(**parts) == [sentence]


def test_one_id_may_stand_in_two_lists() -> None:
    assert good(people=[{"id": "x"}], answers={"help_history": {"help": [{"id": "x"}]}}).people[0].id == "x"


def test_every_mistake_is_told_at_once() -> None:
    found = wrong(
        famly_id="f1",
        people=[{"id": "p"}, {"id": "p"}],
        answers={
            "intake": {"track": "traige", "report_date": 5, "urgency": None},
            "help_history": {"crisis": "ja", "help": [{"id": "h1", "gain": "soms"}]},
        },
        checklists={"a": {"VC01": True}},
        consultations=[{"id": "e1", "family_informed": "ja"}],
    )
    assert sorted(one.partition(":")[0] for one in found) == [
        "answers.help_history.crisis",
        "answers.help_history.help.h1.gain",
        "answers.intake.report_date",
        "answers.intake.track",
        "answers.intake.urgency",
        "checklists.a.VC01",
        "consultations.e1.family_informed",
        "famly_id",
        "people",
    ]


def test_what_is_wrong_a_thousand_times_is_counted() -> None:
    found = wrong(people=[1] * 1000)
    assert len(found) == 101
    assert found[-1] == "En nog 900 andere fouten."


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS, other=JSON, where=st.integers(0, 10_000))
@example(seed=1, other={"value": {"value": 1}}, where=3)
@example(seed=1, other={"unanswered": {}}, where=3)
def test_anything_anywhere_is_read_or_told(seed: int, other: Any, where: int) -> None:
    """A valid file with one value replaced by any JSON: a case or Dutch sentences, never a crash."""
    document = some_document(Random(seed))
    places = [(block, key) for block in _blocks(document) for key in block]
    block, key = places[where % len(places)]
    block[key] = other
    try:
        check(document, TODAY)
    except CaseFileError as error:
        assert error.mistakes
        assert all(one.endswith((".", "?")) and "Input should" not in one for one in error.mistakes)


def _blocks(value: Any) -> list[dict[str, Any]]:
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [*([value] if isinstance(value, dict) else []), *(one for child in below for one in _blocks(child))]


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    assert told(data)
