"""The practice families: believable, fictional, never ageing, and weighed as a professional would weigh them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple, get_args

import pytest
from stdnum.nl import bsn

import resources
from casework.case import Case, Response
from casework.casefile import check, read
from casework.handover.blocks import Reader
from casework.handover.compose import compose
from casework.handover.plain import plain
from casework.weighing.assess import assess
from casework.weighing.assessment import Assessment
from desktop.bootstrap import knowledge
from desktop.cli import main

TODAY = date(2026, 11, 22)
OTHER_DAYS = (date(2027, 8, 31), date(2028, 2, 29), date(2031, 5, 31))
READERS: tuple[Reader, ...] = get_args(Reader)


class Expected(NamedTuple):
    level: str | None
    changeability: str | None
    ready: bool = True


FAMILIES = {
    "chronisch": Expected("basisondersteuning", "CHRONISCH"),
    "geen-winst": Expected("basisondersteuning", "GEEN_WINST"),
    "geheim-adres": Expected("geindiceerd_ambulant", "VERANDERBAAR", ready=False),
    "gi-besluit": Expected("gedwongen_kader", "VERANDERBAAR"),
    "jesse": Expected("geindiceerd_ambulant", "VERANDERBAAR"),
    "minimal": Expected(None, None, ready=False),
    "na-crisis": Expected("geindiceerd_ambulant", "VERANDERBAAR"),
    "triage": Expected("algemeen_voorliggend", None),
    "volgen": Expected("basisondersteuning", "VERANDERBAAR", ready=False),
    "wendy-06": Expected("basisondersteuning", "VERANDERBAAR"),
    "wendy-13": Expected("geindiceerd_ambulant", "VERANDERBAAR"),
    "wendy-15": Expected("intensief", "VERANDERBAAR"),
    "zeventien": Expected("intensief", "VERANDERBAAR"),
}
READY = [name for name, expected in FAMILIES.items() if expected.ready]
SURNAMES = {"Oefenstra", "Fictema", "Verzinga", "Denkbeeldema", "Voorbeeldsma"}
INSTITUTIONS = re.compile(r"Verzonnen|Denkbeeldschool")


def content(name: str) -> str:
    return resources.examples().joinpath(f"{name}.json").read_text(encoding="utf-8")


def family(name: str, today: date = TODAY) -> Case:
    return read(content(name).encode(), today)


@pytest.mark.parametrize("name", FAMILIES)
def test_doing_otherwise_has_a_reason_of_the_pack(name: str) -> None:
    known = knowledge().texts["reasons"]
    for one in family(name).responses:
        assert one.reason in known if one.outcome == "bewust_anders" else not one.reason, one
        assert one.note


@cache
def weighed(name: str, today: date = TODAY) -> Assessment:
    return assess(family(name, today), knowledge(), today)


@cache
def words(name: str, reader: Reader) -> str:
    return plain(compose(family(name).settle(TODAY), weighed(name), knowledge(), reader))


def test_every_family_is_in_the_table() -> None:
    assert {file.name for file in resources.examples().iterdir()} == {f"{name}.json" for name in FAMILIES}


@pytest.mark.parametrize("name", FAMILIES)
def test_level_changeability_and_readiness(name: str) -> None:
    found = weighed(name)
    assert Expected(found.level.indicated, found.changeability.conclusion, found.handover.ready) == FAMILIES[name]


@pytest.mark.parametrize("name", FAMILIES)
@pytest.mark.parametrize("day", OTHER_DAYS)
def test_a_family_never_ages(name: str, day: date) -> None:
    """Every date is relative, so on any day the family is as old, the help as recent and the advice as valid."""
    assert not re.findall(r"\d{4}-\d{2}-\d{2}", content(name))
    found, now = weighed(name, day), weighed(name)
    assert (found.level, found.changeability, found.handover) == (now.level, now.changeability, now.handover)


@pytest.mark.parametrize("name", READY)
def test_a_ready_family_leaves_nothing_unsaid(name: str) -> None:
    """Every signal that asks for an answer got one, and the motivation shows all five stages."""
    found = weighed(name)
    assert found.handover.open == ()
    assert [stage.missing for stage in found.motivation if stage.missing and name != "triage"] == []


@pytest.mark.parametrize("name", READY)
@pytest.mark.parametrize("reader", READERS)
def test_a_ready_family_has_a_document_for_each_reader(name: str, reader: Reader) -> None:
    text = words(name, reader)
    first_name = json.loads(content(name))["answers"]["identity"]["name"].split()[0]
    assert text.startswith("OEFENING") and first_name in text
    assert not re.search(r"los eind|\[afgeschermd\]|None|_", text)


@pytest.mark.parametrize("name", READY)
def test_own_words_reach_the_provider_as_they_were_said(name: str) -> None:
    questions = json.loads(content(name))["answers"]["help_question"]["questions"]
    assert all(f"“{one['literally']}”" in words(name, "provider") for one in questions)


def test_minimal_is_as_small_as_a_case_file_can_be() -> None:
    document = json.loads(content("minimal"))
    assert check(document, TODAY).id == "minimal"
    assert set(document) == {"schema", "case_id"}
    missing = " ".join(weighed("minimal").handover.missing)
    assert all(rule in missing for rule in ("R-SPOED-01", "R-TOEST-01", "R-VEIL-01", "R-OVD-01"))


def test_the_secret_address_is_held_back_by_consent_and_by_nothing_else() -> None:
    found = weighed("geheim-adres")
    assert [signal.rule for signal in found.signals if signal.severity == "STOP"] == ["R-TOEST-01"]
    assert [line.partition(":")[0] for line in found.handover.missing] == ["R-TOEST-01"]


@pytest.mark.parametrize("reader", READERS)
def test_the_secret_address_stays_secret_when_father_consents(reader: Reader) -> None:
    document = json.loads(content("geheim-adres"))
    identity = document["answers"]["identity"]
    for consent in identity["consents"]:
        consent["outcome"] = "gegeven"
    case = check(document, TODAY)
    assessment = assess(case, knowledge(), TODAY)
    assert assessment.handover.ready
    text = plain(compose(case.settle(TODAY), assessment, knowledge(), reader))
    for secret in ("Geheimlaan", "Nergenshuizen", "Verzinzijl", "De Verzonnen Vlinder", identity["bsn"]):
        assert secret not in text


def test_the_lasting_condition_gets_no_treatment() -> None:
    products = [one["product"] for one in json.loads(content("chronisch"))["answers"]["decision"]["products"]]
    assert products and not any(knowledge().products[name].treatment for name in products)


def test_no_gain_is_not_no_help() -> None:
    answers = json.loads(content("geen-winst"))["answers"]
    assert answers["decision"]["products"] and answers["needs"]["second_look"] is True
    assert "niet het einde van de steun" in words("geen-winst", "provider")


def test_an_answer_does_not_lift_what_holds_the_secret_address_back() -> None:
    """A STOP goes only with its facts: a reasoned answer leaves it where it is."""
    answer = Response(rule="R-TOEST-01", outcome="bewust_anders", reason="toch delen", note="Moeder wil het graag.")
    answered = replace(family("geheim-adres"), responses=(answer,))
    assert not assess(answered, knowledge(), TODAY).handover.ready


def test_everybody_is_fictional() -> None:
    names = {person["name"] for name in FAMILIES for person in json.loads(content(name)).get("people", [])}
    invented = {name for name in names if name.split()[-1] in SURNAMES or INSTITUTIONS.search(name)}
    assert names and names == invented


def test_no_real_place_is_named() -> None:
    real = [*(one.name for one in knowledge().manifest.municipalities), *knowledge().manifest.villages]
    named = [
        (name, place) for name in FAMILIES for place in real if re.search(rf"\b{re.escape(place)}\b", content(name))
    ]
    assert named == []


def test_every_citizen_number_passes_the_eleven_test() -> None:
    numbers = re.findall(r'"bsn": "(\d+)"', "".join(content(name) for name in FAMILIES))
    assert len(numbers) == len(FAMILIES) - 1 and all(bsn.is_valid(number) for number in numbers)


def test_wendy_is_a_victim_and_never_called_otherwise() -> None:
    assert not re.search("prostitu|hoer|dader", "".join(content(name) for name in FAMILIES), re.IGNORECASE)
    assert "seksueel uitbuiten" in content("wendy-15")


def test_the_command_carries_jesse_to_a_pdf_and_tells_what_holds_sita_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case, out = tmp_path / "casus.json", tmp_path / "overdracht.pdf"
    case.write_text(content("jesse"), encoding="utf-8")
    assert main(["handover", str(case), "--out", str(out), "--date", TODAY.isoformat()]) == 0
    assert out.read_bytes().startswith(b"%PDF-")
    case.write_text(content("geheim-adres"), encoding="utf-8")
    held = tmp_path / "tegengehouden.pdf"
    assert main(["handover", str(case), "--out", str(held), "--date", TODAY.isoformat()]) == 3
    assert "R-TOEST-01" in capsys.readouterr().out and not held.exists()
