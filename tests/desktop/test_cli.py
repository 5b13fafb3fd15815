"""The command line as somebody uses it: exit codes, JSON and nothing else on stdout, Dutch on stderr, no half file."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import resources
from desktop.cli import main
from desktop.dutch_parser import in_dutch
from tests.casework.families import ordinary
from tests.casework.test_completeness import WHOLE

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-11-23"
ENGLISH = ("error", "usage:", "invalid", "required", "expected", "options:", "argument", "Traceback")


class Ran(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    """The command in this process: what the installed command does, without starting Python anew."""

    def ran(*arguments: object) -> Ran:
        try:
            code = main([str(one) for one in arguments])
        except SystemExit as stopped:  # as argparse ends a wrong command, and --help
            code = int(stopped.code or 0)
        out, err = capsys.readouterr()
        assert not any(word in err for word in ENGLISH), err
        return Ran(code, out, err)

    return ran


def process(*arguments: object, **options: Any) -> Ran:
    """The command as a process of its own."""
    done = subprocess.run([sys.executable, "-m", "desktop", *map(str, arguments)], cwd=ROOT, capture_output=True,
                          encoding="utf-8", timeout=120, **options)  # fmt: skip
    return Ran(done.returncode, done.stdout, done.stderr)


def write(path: Path, changes: Mapping[str, Any]) -> Path:
    """A case file from answers by path."""
    document: dict[str, Any] = {"schema": "ijkpunt/case/1", "case_id": "c1", "answers": {}}
    for name, value in changes.items():
        step, _, field = name.partition(".")
        if step == "extra":
            continue
        document["answers"].setdefault(step, {})[field] = value
        if not field:
            document[step] = document["answers"].pop(step)[""]
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.fixture
def held(tmp_path: Path) -> Path:
    return write(tmp_path / "half.json", {"intake.track": "volledig_onderzoek", "safety.verdict": "veilig"})


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    return write(tmp_path / "heel.json", {**WHOLE, **ordinary()})


# A process of its own


def test_the_weighing_is_json_on_stdout_and_nothing_else(held: Path) -> None:
    ran = process("weigh", held, "--date", DAY)
    assert (ran.code, ran.err) == (0, "")
    assert ran.json["schema"] == "ijkpunt/assessment/1"
    assert ran.out.endswith("}\n")


def test_the_same_in_a_terminal_that_knows_no_utf_8(held: Path, tmp_path: Path) -> None:
    """A Windows console, or LANG=C: JSON is UTF-8 always."""
    case = write(tmp_path / "c.json", {"needs.needs": [{"id": "n1", "what": "Rust — שלום 😀"}]})
    ran = process("weigh", case, "--date", DAY, env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PATH": ""})
    assert ran.code == 0
    assert ran.json["residual_need"][0]["what"] == "Rust — שלום 😀"


def test_a_wrong_case_is_told_in_dutch_on_stderr(tmp_path: Path) -> None:
    case = write(tmp_path / "fout.json", {"intake.track": "traige", "safety.verdikt": "veilig"})
    ran = process("weigh", case, "--date", DAY)
    assert (ran.code, ran.out) == (2, "")
    assert [line.partition(": ")[0] for line in ran.err.splitlines()] == ["fout.json", "fout.json"]
    assert "bedoelt u ‘verdict’?" in ran.err


def test_who_reads_only_the_beginning_causes_no_complaint(held: Path) -> None:
    command = f"{sys.executable} -m desktop schema case | head -c 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "{", "")


# weigh


def test_weigh_takes_the_reference_date_and_the_pack(run: Any, held: Path) -> None:
    ran = run("weigh", held, "--date", DAY, "--pack", resources.packs() / "groningen")
    assert (ran.code, ran.json["date"], ran.json["pack"]["id"]) == (0, DAY, "groningen")
    assert run("weigh", held, "--date", "2027-01-31").json["date"] == "2027-01-31"


def test_a_stop_is_no_error(run: Any, tmp_path: Path) -> None:
    case = write(tmp_path / "stop.json", {"safety.verdict": "acuut_of_structureel_onveilig"})
    ran = run("weigh", case, "--date", DAY)
    assert ran.code == 0
    assert "STOP" in {one["severity"] for one in ran.json["signals"]}


@pytest.mark.parametrize(
    "name", sorted(one.name for one in resources.examples().iterdir() if one.name.endswith(".json"))
)
def test_every_example_is_weighed(run: Any, name: str) -> None:
    ran = run("weigh", resources.examples() / name, "--date", DAY)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(("content", "sentence"), [
    (b"geen json", "is geen JSON"),
    (b"\xff", "UTF-8"),
    (b"[" * 100_000, "dieper genest"),
    (b'{"schema": "ijkpunt/case/9"}', "nieuwere versie van IJkpunt"),
    (b'{"schema": "ijkpunt/case/1", "case_id": "c", "zaak": 1}', "geen bekend veld"),
])  # fmt: skip
def test_what_is_no_case_file_is_exit_2(run: Any, tmp_path: Path, content: bytes, sentence: str) -> None:
    case = tmp_path / "x.json"
    case.write_bytes(content)
    ran = run("weigh", case)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("x.json: ") and sentence in ran.err


def test_fifty_megabytes_are_not_even_read(run: Any, tmp_path: Path) -> None:
    case = tmp_path / "groot.json"
    with case.open("wb") as file:
        file.truncate(50_000_000)
    ran = run("weigh", case)
    assert (ran.code, ran.out) == (2, "")
    assert "te groot: een casusbestand is hoogstens 20 MB" in ran.err


def test_a_file_that_is_not_there_or_is_a_folder(run: Any, tmp_path: Path) -> None:
    gone, folder = run("weigh", tmp_path / "weg.json"), run("weigh", tmp_path)
    assert (gone.code, gone.out, folder.code, folder.out) == (2, "", 2, "")
    assert "bestaat niet" in gone.err and "is een map. Kies een bestand." in folder.err


def test_a_pack_that_is_no_pack(run: Any, held: Path, tmp_path: Path) -> None:
    ran = run("weigh", held, "--pack", tmp_path / "weg")
    assert (ran.code, ran.out) == (2, "") and "is geen map met een kennispakket" in ran.err
    (tmp_path / "leeg").mkdir()
    ran = run("weigh", held, "--pack", tmp_path / "leeg")
    assert (ran.code, ran.out) == (2, "") and "manifest.yaml" in ran.err


@pytest.fixture
def own_pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resources.packs() / "groningen", tmp_path / "pakket"))


def test_a_pack_that_lacks_a_threshold_cannot_weigh(run: Any, held: Path, own_pack: Path) -> None:
    likeness = own_pack / "likeness.yaml"
    text = likeness.read_text(encoding="utf-8")
    likeness.write_text(text.replace("  alike_min:", "  anders_min:"), encoding="utf-8")
    case = write(held.parent / "c.json", {"identity.birth_date": "-14y", "situation.network": 1})
    ran = run("weigh", case, "--pack", own_pack, "--date", DAY)
    assert (ran.code, ran.out) == (2, "")
    assert "alike_min" in ran.err


# handover


def test_what_is_held_back_makes_no_file_and_says_why(run: Any, held: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit.pdf"
    ran = run("handover", held, "--out", out, "--date", DAY)
    assert (ran.code, out.exists()) == (3, False)
    assert (ran.json["schema"], ran.json["ready"]) == ("ijkpunt/held-back/1", False)
    assert any(one.startswith("H2 ") for one in ran.json["missing"])
    assert ran.err.strip()


@pytest.mark.parametrize("reader", ["provider", "parent", "youth"])
@pytest.mark.parametrize(("form", "begins"), [("html", b"<!"), ("text", b""), ("json", b"{")])
def test_every_reader_in_every_form(
    run: Any, whole: Path, tmp_path: Path, reader: str, form: str, begins: bytes
) -> None:
    out = tmp_path / "uit"
    ran = run("handover", whole, "--out", out, "--date", DAY, "--reader", reader, "--format", form)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    data = out.read_bytes()
    assert data.startswith(begins) and b"Oefenstra" in data


@pytest.mark.parametrize(("name", "begins"), [
    ("uit.html", b"<!"), ("UIT.HTM", b"<!"), ("uit.json", b"{"), ("uit.txt", b"OEFENING"), ("uit.pdf", b"%PDF-"),
    ("uit", b"%PDF-"),
])  # fmt: skip
def test_without_a_format_the_name_of_the_file_says_it(
    run: Any, whole: Path, tmp_path: Path, name: str, begins: bytes
) -> None:
    out = tmp_path / name
    case = json.loads(whole.read_text(encoding="utf-8"))
    whole.write_text(json.dumps({**case, "practice": True}), encoding="utf-8")
    assert run("handover", whole, "--out", out, "--date", DAY).code == 0
    assert out.read_bytes().startswith(begins)


def test_the_same_case_gives_the_same_bytes(run: Any, whole: Path, tmp_path: Path) -> None:
    for name in ("een.pdf", "twee.pdf"):
        assert run("handover", whole, "--out", tmp_path / name, "--date", DAY).code == 0
    assert (tmp_path / "een.pdf").read_bytes() == (tmp_path / "twee.pdf").read_bytes()


def test_an_existing_file_is_replaced_only_when_asked(run: Any, whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit.txt"
    out.write_text("van mij", encoding="utf-8")
    command = ("handover", whole, "--out", out, "--date", DAY, "--format", "text")
    ran = run(*command)
    assert (ran.code, ran.out, out.read_text(encoding="utf-8")) == (2, "", "van mij")
    assert "--force" in ran.err
    assert run(*command, "--force").code == 0
    assert out.read_text(encoding="utf-8") != "van mij"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["heel.json", "uit.txt"]


def test_a_folder_that_is_not_there_or_a_folder_as_file(run: Any, whole: Path, tmp_path: Path) -> None:
    gone = run("handover", whole, "--out", tmp_path / "weg" / "uit.pdf")
    folder = run("handover", whole, "--out", tmp_path, "--force")
    assert (gone.code, folder.code) == (2, 2)
    assert "bestaat niet" in gone.err and "is een map" in folder.err


# schema and pack


@pytest.mark.parametrize("kind", ["case", "facts", "assessment", "handover", "reply", "pack"])
def test_schema_describes_each_file(run: Any, kind: str) -> None:
    ran = run("schema", kind)
    assert (ran.code, ran.err) == (0, "")
    assert ran.json


def test_the_schema_of_the_facts_names_each_with_its_type_meaning_and_source(run: Any) -> None:
    facts = {one["name"]: one for one in run("schema", "facts").json}
    assert facts["safety_verdict"]["type"] == "text" and "veilig" in facts["safety_verdict"]["options"]
    assert all(one["meaning"] and one["source"] for one in facts.values())


def test_pack_check_counts_what_is_in_it(run: Any) -> None:
    ran = run("pack", "check", "--date", DAY)
    assert ran.code == 0
    assert ran.json["rules"] > 50


def test_pack_check_tells_every_mistake_with_file_and_line(run: Any, own_pack: Path) -> None:
    rule = own_pack / "rules" / "03-veiligheid.yaml"
    rule.write_text(
        rule.read_text(encoding="utf-8").replace("safety_verdict ==", "safety_verdikt =="), encoding="utf-8"
    )
    client = own_pack / "reference-clients" / "ijk-07.yaml"
    client.write_text(client.read_text(encoding="utf-8").replace("severity: 2", "severity: 9"), encoding="utf-8")
    ran = run("pack", "check", own_pack)
    assert (ran.code, ran.out) == (2, "")
    assert "rules/03-veiligheid.yaml:" in ran.err and "reference-clients/ijk-07.yaml:" in ran.err


# A wrong command


@pytest.mark.parametrize(("arguments", "sentence"), [
    (["weigh"], "noem ook: casus.json"),
    (["handover", "c.json"], "noem ook: --out"),
    (["wegen"], "‘wegen’ kan niet bij commando; kies uit: demo, weigh, handover"),
    (["weigh", "c.json", "--snel"], "dit is hier niet bekend: --snel"),
    (["weigh", "c.json", "--dat", DAY], "dit is hier niet bekend: --dat 2026-11-23"),
    (["weigh", "c.json", "--date"], "achter --date hoort een waarde"),
    (["weigh", "c.json", "--date", "morgen"], "--date: schrijf de peildatum als 2026-11-22, niet als “morgen”"),
    (["weigh", "c.json", "--date", "20261123"], "--date: schrijf de peildatum als 2026-11-22, niet als “20261123”"),
    (["weigh", "c.json", "--date", "1066-10-14"], "--date: kies een peildatum van 1900 tot en met 2199"),
    (["handover", "c.json", "--out", "x", "--format", "docx"], "‘docx’ kan niet bij --format; kies uit: pdf, html"),
    (["handover", "c.json", "--out", "x", "--reader", "oma"], "‘oma’ kan niet bij --reader; kies uit: provider"),
    (["handover", "c.json", "--out", "x", "--force=ja"], "achter --force hoort geen waarde"),
    (["schema", "zaak"], "‘zaak’ kan niet bij soort; kies uit: case, facts"),
    (["pack"], "noem ook: "),
])  # fmt: skip
def test_a_wrong_command_is_told_in_dutch(run: Any, arguments: list[str], sentence: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert "Uitleg staat in: ijkpunt" in ran.err


def test_what_argparse_never_said_before_is_still_dutch() -> None:
    assert in_dutch("conflicting subparser: x") == "controleer hoe het is geschreven"


@pytest.mark.parametrize(
    "arguments", [["--help"], ["weigh", "--help"], ["handover", "-h"], ["pack", "check", "--help"]]
)
def test_help_is_dutch(run: Any, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("gebruik: ijkpunt")
    assert not any(word in ran.out for word in ("usage", "options", "positional", "show this"))
