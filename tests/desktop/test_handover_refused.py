"""A version that may not be made for its reader becomes no file, by the command line nor by the window's own way."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import resources
from casework.casefile import check
from casework.handover.may_read import PURPOSE, refusal
from casework.trouble import Trouble
from casework.weighing.assess import assess
from desktop.bootstrap import knowledge
from desktop.cli import main
from desktop.handover.produce import FORMATS, Format, produce

TODAY = date(2026, 11, 22)


def zeventien(*, consents: bool = False) -> dict[str, object]:
    document = json.loads(resources.examples().joinpath("zeventien.json").read_text(encoding="utf-8"))
    if consents:
        given = {"id": "ouders", "who": "jeugdige", "purpose": PURPOSE, "outcome": "gegeven", "start": "-1d"}
        document["answers"]["identity"]["consents"].append(given)
    return document


def run(folder: Path, document: dict[str, object], reader: str) -> tuple[int, Path]:
    case, out = folder / "casus.json", folder / f"{reader}.txt"
    case.write_text(json.dumps(document), encoding="utf-8")
    asked = ["handover", str(case), "--out", str(out), "--reader", reader, "--format", "text"]
    return main([*asked, "--date", TODAY.isoformat()]), out


def test_parents_of_a_seventeen_year_old_get_no_file_without_consent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out = run(tmp_path, zeventien(), "parent")
    told = capsys.readouterr()
    assert code == 3 and not out.exists()
    assert json.loads(told.out)["missing"] == [refusal(check(zeventien(), TODAY).settle(TODAY), "parent")]
    assert "“missing”" in told.err


def test_with_consent_they_do(tmp_path: Path) -> None:
    code, out = run(tmp_path, zeventien(consents=True), "parent")
    assert code == 0 and "Beste Ellen Verzinga," in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("reader", ["provider", "youth"])
def test_the_others_get_theirs(tmp_path: Path, reader: str) -> None:
    code, out = run(tmp_path, zeventien(), reader)
    assert code == 0 and out.exists()


@pytest.mark.parametrize("form", FORMATS)
def test_no_form_gets_around_it(form: Format) -> None:
    case = check(zeventien(), TODAY)
    with pytest.raises(Trouble, match="vanaf 16 jaar beslist de jongere zelf"):
        produce(case, assess(case, knowledge(), TODAY), knowledge(), TODAY, "parent", form)
