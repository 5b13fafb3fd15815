"""`ijkpunt access`: what is asked first, the file itself on paper and as data, and a letter with it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest

import resources
from desktop.cli import main
from desktop.render.inspect import inspect
from tools import verapdf

DAY = "2026-12-07"
SECRET = "Zaterdag komt de buurvrouw van Reint erbij"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    found: dict[str, Any] = json.loads(resources.examples().joinpath("jesse.json").read_text(encoding="utf-8"))
    found["answers"]["handover"]["start_talk"] = SECRET
    (tmp_path / "jesse.json").write_text(json.dumps(found), encoding="utf-8")
    return tmp_path / "jesse.json"


def run(case: Path, out: Path, *more: str, who: str = "jeugdige") -> int:
    return main(["access", str(case), "--for", who, "--out", str(out), "--date", DAY, *more])


@pytest.fixture
def choices(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert run(case, tmp_path / "niet.pdf") == 3 and not (tmp_path / "niet.pdf").exists()
    asked = json.loads(capsys.readouterr().out)["open"]
    assert SECRET in {one["text"] for one in asked}
    decided = [{"path": one["path"], "black": one["text"] == SECRET,
                **({"ground": "privacy_ander"} if one["text"] == SECRET else {})} for one in asked]  # fmt: skip
    file = tmp_path / "keuzes.json"
    told = {"schema": "ijkpunt/access-choices/1", "decided_by": "Marit Denkbeeldema", "choices": decided}
    file.write_text(json.dumps(told), encoding="utf-8")
    return file


def whole(pdf: bytes) -> str:
    """All that is in a PDF, unpacked."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        out = io.BytesIO()
        file.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.all, compress_streams=False)
    return out.getvalue().decode("latin-1")


def test_the_file_holds_everything_but_what_was_left_out(case: Path, choices: Path, tmp_path: Path) -> None:
    pdf, data = tmp_path / "inzage.pdf", tmp_path / "inzage.json"
    assert run(case, pdf, "--choices", str(choices)) == 0
    assert run(case, data, "--choices", str(choices), "--format", "json") == 0
    found = inspect(pdf.read_bytes())
    assert found.status == "as_issued" and found.data == json.loads(data.read_bytes())
    assert found.data["schema"] == "ijkpunt/access/1" and len(found.data["left_out"]) == 1
    assert "buurvrouw" not in whole(pdf.read_bytes()) and "buurvrouw" not in data.read_text(encoding="utf-8")
    assert "Jesse Oefenstra" in data.read_text(encoding="utf-8")


def test_paper_for_everyone_and_for_the_archive(case: Path, choices: Path, tmp_path: Path) -> None:
    papers = [tmp_path / f"{name}.pdf" for name in ("file", "toegang", "hulpverlening")]
    for paper in papers:
        more = () if paper.stem == "file" else ("--letter", paper.stem)
        assert run(case, paper, "--choices", str(choices), *more) == 0
    if missing := verapdf.available():
        pytest.skip(missing)
    for result in verapdf.validate(papers, ("ua1", "3a")):
        assert result.compliant, result


def test_of_two_parents_one_must_be_named(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(case, tmp_path / "uit.pdf", who="ouder") == 2
    assert "--person" in capsys.readouterr().err
    assert run(case, tmp_path / "uit.pdf", "--person", "niemand", who="ouder") == 2
    assert "gezag" in capsys.readouterr().err


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"schema": "ijkpunt/access-choices/1", "decided_by": ""}'])
def test_choices_that_cannot_be_read(case: Path, tmp_path: Path, content: str,
                                     capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    file = tmp_path / "keuzes.json"
    file.write_text(content, encoding="utf-8")
    assert run(case, tmp_path / "uit.pdf", "--choices", str(file)) == 2
    assert "keuzes.json" in capsys.readouterr().err and not (tmp_path / "uit.pdf").exists()
