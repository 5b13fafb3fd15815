"""The commands for the back office and the case system, as somebody types them."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pikepdf
import pytest

import resources
from casework.ijw.allocation import Allocation
from desktop.cli import main
from tests.desktop.interop_messages import jw315

EXAMPLES = sorted((resources.packs().parent / "examples").glob("*.json"))
JESSE = next(path for path in EXAMPLES if path.stem == "jesse")
DAY = ("--date", "2026-11-23")

Output = pytest.CaptureFixture[str]


def names_in(case: Path) -> set[str]:
    """The words of every name in a case file, and the number."""
    document = json.loads(case.read_text(encoding="utf-8"))
    identity = document["answers"].get("identity", {})
    full = [identity.get("name", ""), *(person.get("name", "") for person in document.get("people", []))]
    return {word.casefold() for name in full for word in name.split() if len(word) > 3} | {identity.get("bsn", "-")}


@pytest.mark.parametrize("case", EXAMPLES, ids=lambda path: path.stem)
def test_every_family_gives_a_proposal_or_what_holds_it_back(case: Path, capsys: Output) -> None:
    code = main(["allocation", str(case), *DAY])
    told, said = capsys.readouterr()
    document = json.loads(told)
    if code == 0:
        assert Allocation.model_validate(document).Client.Bsn and not said
    else:
        assert code == 3 and document["schema"] == "ijkpunt/held-back/1" and document["missing"]
        assert "missing" in said


def test_at_least_the_families_with_a_granted_product_give_one(capsys: Output) -> None:
    given = {case.stem for case in EXAMPLES if main(["allocation", str(case), *DAY]) == 0}
    capsys.readouterr()
    assert {"jesse", "wendy-13", "wendy-15", "zeventien"} <= given


def test_the_proposal_as_a_file_is_never_written_over(tmp_path: Path, capsys: Output) -> None:
    out = tmp_path / "toewijzingsvoorstel.json"
    assert main(["allocation", str(JESSE), "--out", str(out), *DAY]) == 0
    first = out.read_bytes()
    assert capsys.readouterr() == ("", "") and json.loads(first)["schema"] == "ijkpunt/allocation/1"
    assert main(["allocation", str(JESSE), "--out", str(out), *DAY]) == 2
    assert "bestaat al" in capsys.readouterr().err and out.read_bytes() == first
    assert main(["allocation", str(JESSE), "--out", str(out), "--force", *DAY]) == 0 and out.read_bytes() == first


def test_what_holds_it_back_leaves_no_file(tmp_path: Path, capsys: Output) -> None:
    document = json.loads(JESSE.read_text(encoding="utf-8"))
    document["answers"]["decision"]["products"][0]["volume"] = None
    del document["answers"]["decision"]["products"][0]["volume"]
    case, out = tmp_path / "casus.json", tmp_path / "voorstel.json"
    case.write_text(json.dumps(document), encoding="utf-8")
    assert main(["allocation", str(case), "--out", str(out), *DAY]) == 3
    (missing,) = json.loads(capsys.readouterr().out)["missing"]
    assert missing.startswith("CD041: Individuele begeleiding basis: ") and missing.endswith("h-jesse.volume)")
    assert not out.exists()


def test_the_schema_of_the_proposal_is_published(capsys: Output) -> None:
    assert main(["schema", "allocation"]) == 0
    assert "ToegewezenProduct" in json.loads(capsys.readouterr().out)["$defs"]["Line"]["properties"]


def test_a_message_starts_a_case_that_can_be_weighed(tmp_path: Path, capsys: Output) -> None:
    message, case = tmp_path / "jw315.xml", tmp_path / "casus.json"
    message.write_bytes(jw315())
    assert main(["incoming", str(message), "--out", str(case), *DAY]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["message"], told["case_id"]) == ("JW315", json.loads(case.read_bytes())["case_id"])
    assert main(["weigh", str(case), *DAY]) == 0
    assert json.loads(capsys.readouterr().out)["schema"] == "ijkpunt/assessment/1"
    assert main(["incoming", str(message), "--out", str(case), *DAY]) == 2


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (jw315(subversion="1"), "Er is niets overgenomen"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "DOCTYPE"),
        (b"geen xml", "geen goede XML"),
    ],
)
def test_a_message_that_is_not_read_makes_nothing(data: bytes, says: str, tmp_path: Path, capsys: Output) -> None:
    message, case = tmp_path / "bericht.xml", tmp_path / "casus.json"
    message.write_bytes(data)
    assert main(["incoming", str(message), "--out", str(case), *DAY]) == 2
    assert says in capsys.readouterr().err and not case.exists()


def test_another_version_is_shown(tmp_path: Path, capsys: Output) -> None:
    message = tmp_path / "bericht.xml"
    message.write_bytes(jw315(subversion="3"))
    assert main(["incoming", str(message), "--out", str(tmp_path / "casus.json"), *DAY]) == 2
    shown: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["content"]
    assert {"path": "Bericht/Header/BerichtSubversie", "text": "3"} in shown


@pytest.mark.parametrize("case", EXAMPLES, ids=lambda path: path.stem)
def test_every_family_becomes_a_package_that_names_nobody(case: Path, tmp_path: Path, capsys: Output) -> None:
    out = tmp_path / "pakket"
    code = main(["filing", str(case), "--out", str(out), *DAY])
    if code == 3:
        assert json.loads(capsys.readouterr().out)["missing"] and not out.exists()
        return
    assert code == 0
    (pdf,) = out.glob("*.pdf")
    metadata = json.loads((out / "metadata.json").read_text(encoding="utf-8"))
    about = metadata["enkelvoudiginformatieobject"]
    assert about["bestandsnaam"] == pdf.name and about["bestandsomvang"] == pdf.stat().st_size
    assert about["integriteit"]["waarde"] == hashlib.sha256(pdf.read_bytes()).hexdigest()
    assert {"creatiedatum", "titel", "auteur", "taal"} <= set(about) and len(about["taal"]) == 3
    marks = json.dumps([about["titel"], about["trefwoorden"], pdf.name, metadata["zaakinformatieobject"]]).casefold()
    assert not [name for name in names_in(case) if name in marks]
    assert not re.search(r"\d{9}", marks) and case.stem not in marks
    with pikepdf.open(pdf) as opened:
        assert "overdracht.json" in opened.attachments


def test_the_package_as_one_file_is_the_same_each_time(tmp_path: Path) -> None:
    first, second = tmp_path / "een.zip", tmp_path / "twee.zip"
    assert main(["filing", str(JESSE), "--out", str(first), *DAY]) == 0
    assert main(["filing", str(JESSE), "--out", str(second), *DAY]) == 0
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as package:
        assert package.testzip() is None and len(package.namelist()) == 2


def test_a_package_is_whole_or_not_there(tmp_path: Path, capsys: Output) -> None:
    there = tmp_path / "er-al"
    there.mkdir()
    assert main(["filing", str(JESSE), "--out", str(there), *DAY]) == 2
    assert main(["filing", str(JESSE), "--out", str(tmp_path / "weg" / "pakket"), *DAY]) == 2
    assert "bestaat al" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["er-al"] and not list(there.iterdir())
