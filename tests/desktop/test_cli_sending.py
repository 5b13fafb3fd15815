"""The command line around the handover: the announcement before it, a second version, and the letters after it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import resources
from desktop.cli import main
from desktop.render.inspect import inspect
from tools import verapdf

DAY, LATER = "2026-12-07", "2026-12-14"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return write(tmp_path / "jesse.json", jesse())


def jesse(**handover: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resources.examples().joinpath("jesse.json").read_text(encoding="utf-8"))
    found["answers"]["handover"] |= handover
    return found


def write(path: Path, document: dict[str, Any]) -> Path:
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def run(case: Path, out: Path, *more: object, day: str = DAY) -> int:
    form = {".txt": "text"}.get(out.suffix, out.suffix[1:])
    return main(["handover", str(case), "--out", str(out), "--format", form, "--date", day, *map(str, more)])


@pytest.mark.parametrize("form", ["json", "pdf", "html"])
def test_a_second_version_from_any_form_of_the_first(case: Path, tmp_path: Path, form: str) -> None:
    first, second = tmp_path / f"een.{form}", tmp_path / "twee.json"
    assert run(case, first) == 0
    changed = write(tmp_path / "anders.json", jesse(start_talk="Maandag om tien uur op school"))
    assert run(changed, second, "--previous", first) == 0
    told = json.loads(second.read_text(encoding="utf-8"))
    before = told["document"]["refers_to"]
    assert told["document"]["version"] == 2 and before["id"] == told["document"]["id"]
    assert len(before["fingerprint"]) == 64
    (one,) = [one for one in told["changes"] if one["what"] == "eerste gesprek"]
    assert one["now"] == "Maandag om tien uur op school"


def test_a_next_version_is_for_the_same_reader(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = tmp_path / "een.json"
    assert run(case, first) == 0
    assert run(case, tmp_path / "twee.json", "--previous", first, "--reader", "parent") == 2
    assert "voor een andere lezer" in capsys.readouterr().err and not (tmp_path / "twee.json").exists()


@pytest.mark.parametrize("kind", [(), ("--kind", "withdrawal", "--text", "Nee.")])
def test_what_went_out_about_another_child_is_no_previous(
    case: Path, tmp_path: Path, kind: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    first, other = tmp_path / "een.json", jesse()
    assert run(case, first) == 0
    other["answers"]["identity"]["name"] = "Wendy Fictema"
    assert run(write(tmp_path / "wendy.json", other), tmp_path / "uit.json", "--previous", first, *kind) == 2
    assert "andere jeugdige" in capsys.readouterr().err and not (tmp_path / "uit.json").exists()


@pytest.mark.parametrize(
    "content", ["{}", "{", "[1]", '{"schema": "ijkpunt/handover/1"}', "een brief", "%PDF-1.7 kapot"]
)
def test_what_is_no_handover_is_no_previous(
    case: Path, tmp_path: Path, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "iets.json"
    other.write_text(content, encoding="utf-8")
    assert run(case, tmp_path / "uit.json", "--previous", other) == 2
    assert str(other) in capsys.readouterr().err


def test_an_altered_previous_is_refused(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = tmp_path / "een.html"
    assert run(case, first) == 0
    first.write_text(first.read_text(encoding="utf-8").replace("Marit Denkbeeldema", "Iemand Anders"), encoding="utf-8")
    assert run(case, tmp_path / "twee.json", "--previous", first) == 2
    assert "vastgelegd" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [
    ["--kind", "addendum"], ["--kind", "withdrawal", "--text", "Weg"], ["--text", "Zomaar"],
    ["--kind", "receipt", "--previous", "x.json"], ["--kind", "announcement", "--reader", "parent"],
])  # fmt: skip
def test_what_does_not_belong_together_is_told(
    case: Path, tmp_path: Path, wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(case, tmp_path / "uit.json", *wrong) == 2
    told = capsys.readouterr()
    assert told.out == "" and ("--text" in told.err or "--previous" in told.err or "--reader" in told.err)


def test_without_consent_only_the_announcement_leaves(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = jesse()
    document["answers"]["identity"]["consents"] = []
    case = write(tmp_path / "geen.json", document)
    for form in ("pdf", "html", "txt", "json"):
        assert run(case, tmp_path / f"heel.{form}") == 3
        assert "R-TOEST-01" in " ".join(json.loads(capsys.readouterr().out)["missing"])
        assert run(case, tmp_path / f"kort.{form}", "--kind", "announcement") == 0
    assert "Oefenstra" not in (tmp_path / "kort.txt").read_text(encoding="utf-8")


def test_without_consent_a_ground_needs_a_second_reader(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = jesse()
    identity = document["answers"]["identity"]
    identity |= {"consents": [], "sharing_exception": "7.3.16", "sharing_exception_reason": "Het moet vandaag"}
    assert run(write(tmp_path / "grond.json", document), tmp_path / "uit.pdf") == 3
    (missing,) = json.loads(capsys.readouterr().out)["missing"]
    assert "tweede geregistreerde collega" in missing
    identity |= {"sharing_second_reader": "T. Verzinga", "sharing_second_register": "SKJ",
                 "sharing_second_number": "100000077"}  # fmt: skip
    assert run(write(tmp_path / "twee.json", document), tmp_path / "uit.txt") == 0
    assert "T. Verzinga, SKJ 100000077" in (tmp_path / "uit.txt").read_text(encoding="utf-8")


def test_every_kind_is_sealed_and_archived(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """PDF/UA-1 and PDF/A-3a, and inspect knows what it has in hand."""
    first = tmp_path / "een.json"
    assert run(case, first) == 0
    changed = write(tmp_path / "anders.json", jesse(start_talk="Maandag om tien uur op school"))
    letter = ["--previous", first, "--text", "De start is later.\n<b>Bel</b> vooraf."]
    asked: dict[str, list[object]] = {
        "announcement": [], "receipt": [], "addendum": letter, "withdrawal": letter, "full": ["--previous", first],
    }  # fmt: skip
    papers = []
    for kind, more in asked.items():
        paper, page = tmp_path / f"{kind}.pdf", tmp_path / f"{kind}.html"
        assert run(changed, paper, "--kind", kind, *more) == run(changed, page, "--kind", kind, *more) == 0
        for file in (paper, page):
            assert inspect(file.read_bytes()).status == "as_issued"
            capsys.readouterr()
            assert main(["inspect", str(file)]) == 0
            assert json.loads(capsys.readouterr().out)["kind"] == kind
        assert ('id="antwoord"' in page.read_text(encoding="utf-8")) == (kind in ("announcement", "full"))
        papers.append(paper)
    if missing := verapdf.available():
        pytest.skip(missing)
    for result in verapdf.validate(papers, ("ua1", "3a")):
        assert result.compliant, str(result)
