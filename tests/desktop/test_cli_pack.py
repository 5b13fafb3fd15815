"""The care for content from the command line: what a policy officer types, from a changed threshold to a window."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

import resources
from db import signing
from desktop.cli import main
from tests.casework.edited_pack import MANIFEST, edited, next_version, shipped
from tests.desktop.pack_commands import DAY, GRONINGEN, HOGELAND, PASSPHRASE, Said, public, running, signing_key  # noqa: F401

SOME = (MANIFEST, "level_some: 2", "level_some: 3")


# check


def test_check_counts_and_says_what_to_look_at(run: Callable[..., Said]) -> None:
    said = run("check", "--date", DAY)
    assert said.code == 0
    assert said.data["pack"] == {"id": "groningen", "version": shipped().version}
    assert said.data["rules"] == len(shipped().rules) and said.data["base"] is None
    assert "noodnummer Spoed voor Jeugd Groningen: nog niet ingevuld" in said.told


@pytest.mark.parametrize(("name", "open_"), [
    ("hogeland", ["gemeente Het Hogeland: het artikel over eigen kracht"]),
    ("gemeente-groningen", ["gemeente Groningen: het artikel over eigen kracht"]),
    ("midden-groningen", ["gemeente Midden-Groningen: de verordening", "gemeente Midden-Groningen: het artikel over"]),
])  # fmt: skip
def test_check_of_an_overlay_names_its_blanks(run: Callable[..., Said], name: str, open_: list[str]) -> None:
    said = run("check", resources.packs() / name, "--date", DAY)
    assert said.code == 0 and said.data["base"] == f"groningen {shipped().version}"
    assert [line for line in said.told.splitlines() if line.startswith("gemeente")] == [
        line for line in said.told.splitlines() if any(line.startswith(one) for one in open_)]  # fmt: skip
    assert all(one in said.told for one in open_)


def test_check_tells_every_mistake_at_once_with_file_and_line(run: Callable[..., Said], tmp_path: Path) -> None:
    broken = edited(tmp_path / "pack", ("rules/03-veiligheid.yaml", "severity: STOP", "severity: TIP"),
                    ("likeness.yaml", "  age: 2", "  age: zwaar"))  # fmt: skip
    said = run("check", broken)
    assert (said.code, said.out) == (2, "")
    assert "likeness.yaml:4: " in said.told
    assert "rules/03-veiligheid.yaml:4: R-VEIL-01, severity: deze regel houdt altijd tegen; kies STOP" in said.told


def test_check_names_an_explanation_that_explains_nothing(run: Callable[..., Said], tmp_path: Path) -> None:
    slips = ("R-DUUR-1", "IJK-01", "wendy-6", "wendy-06", "R-DUUR-01")
    told = "\n".join(f"  - id: {name}\n    why: De grens is verlegd." for name in slips)
    pack = next_version(tmp_path / "groningen", explained=told)
    said = run("check", pack)
    lines = (pack / "manifest.yaml").read_text(encoding="utf-8").splitlines()
    found = [line for line in said.told.splitlines() if "explained_flips" in line]
    assert found == [
        f"manifest.yaml:{lines.index(f'  - id: {name}') + 1}: explained_flips: ‘{name}’ is geen regel, ijkcliënt of "
        f"oefengezin; bedoelt u ‘{meant}’?" for name, meant in (("R-DUUR-1", "R-DUUR-01"), ("wendy-6", "wendy-06"))
    ]


def test_check_warns_sixty_days_ahead(run: Callable[..., Said], tmp_path: Path) -> None:
    begins = "valid_from: 2026-01-01"
    pack = edited(tmp_path / "pack", (MANIFEST, begins, f"{begins}\nvalid_until: 2026-12-31"))
    warning = f"{MANIFEST}:6: dit kennispakket verloopt op 31 december 2026"
    assert warning in run("check", pack, "--date", "2026-11-22").told
    assert warning not in run("check", pack, "--date", "2026-10-31").told


def test_check_warns_of_what_expires_beside_mistakes_too(run: Callable[..., Said], tmp_path: Path) -> None:
    begins = "valid_from: 2026-01-01"
    pack = edited(tmp_path / "pack", (MANIFEST, begins, f"{begins}\nvalid_until: 2026-12-31"),
                  ("likeness.yaml", "  age: 2", "  age: zwaar"))  # fmt: skip
    said = run("check", pack, "--date", "2026-11-22")
    assert said.code == 2 and "likeness.yaml:4: " in said.told
    assert f"{MANIFEST}:6: dit kennispakket verloopt op 31 december 2026" in said.told


def test_an_overlay_finds_its_base_beside_it_before_ours(run: Callable[..., Said], tmp_path: Path) -> None:
    edited(tmp_path / "groningen", (MANIFEST, f"version: {shipped().version}", "version: 2030.1"))
    overlay = tmp_path / "dorp"
    overlay.mkdir()
    (overlay / MANIFEST).write_text("id: dorp\nversion: 1.0\ntitle: Dorp\nextends: groningen\nvalid_from: 2026-01-01\n"
                                    "owner: Gemeente Fictema\n")  # fmt: skip
    assert run("check", overlay).data["base"] == "groningen 2030.1"


# diff


def test_diff_is_json_on_stdout_and_words_on_stderr(run: Callable[..., Said], tmp_path: Path) -> None:
    said = run("diff", GRONINGEN, next_version(tmp_path / "pack", SOME), "--date", DAY)
    assert said.code == 0 and said.data["schema"] == "ijkpunt/pack-diff/1"
    assert {flip["family"] for flip in said.data["flips"]} >= {"IJK-36c"}
    assert said.data["unexplained"] == len(said.data["flips"])
    assert "instelling level_some is veranderd. waarde: was ‘2’, wordt ‘3’." in said.told
    assert "Nog zonder uitleg." in said.told


def test_diff_weighs_the_practice_families_too(run: Callable[..., Said], tmp_path: Path) -> None:
    always = ("rules/09-eigen-mogelijkheden.yaml", "when: prevention_signs\n", "when: age_years >= 0\n")
    said = run("diff", GRONINGEN, edited(tmp_path / "pack", always), "--date", DAY)
    examples = {file.name.removesuffix(".json") for file in resources.examples().iterdir()}
    assert {flip["family"] for flip in said.data["flips"]} & examples


# keygen


def test_a_key_is_wrapped_by_a_passphrase_on_the_input(
    run: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO(PASSPHRASE + "\n"))
    said = run("keygen", "--out", tmp_path / "k")
    assert said.code == 0 and said.told == ""
    found = signing.from_file((tmp_path / "k").read_bytes(), PASSPHRASE, "k")
    assert said.data["issuer"] == public(tmp_path / "k").read_text().strip() == signing.public_text(found.public)


def test_a_plain_key_is_made_with_a_warning(run: Callable[..., Said], tmp_path: Path) -> None:
    said = run("keygen", "--out", tmp_path / "k", "--plain")
    assert said.code == 0 and "geen wachtzin" in said.told
    if hasattr(os, "geteuid"):
        assert stat.S_IMODE((tmp_path / "k").stat().st_mode) == 0o600


def test_a_key_is_never_written_over(run: Callable[..., Said], key: Path) -> None:
    before = key.read_bytes(), public(key).read_bytes()
    assert run("keygen", "--out", key, "--plain").code == 2
    key.unlink()
    assert run("keygen", "--out", key, "--plain").code == 2  # the public half of the old one still stands there
    assert not key.exists() and public(key).read_bytes() == before[1]


@pytest.mark.parametrize(("typed", "why"), [("", "--passphrase-file"), ("kort\n", "te kort")])
def test_a_key_needs_a_passphrase_worth_the_name(
    run: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, why: str
) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO(typed))
    said = run("keygen", "--out", tmp_path / "k")
    assert said.code == 2 and why in said.told
    assert not (tmp_path / "k").exists()


# sign


def test_an_unexplained_flip_holds_back_and_an_explained_one_goes_out(
    run: Callable[..., Said], tmp_path: Path, key: Path
) -> None:
    out, pack = tmp_path / "x.ijkpak", next_version(tmp_path / "pack", SOME)
    said = run("sign", pack, "--key", key, "--out", out, "--date", DAY)
    assert said.code == 3 and not out.exists()
    assert any("IJK-36c" in one for one in said.data["missing"])
    flips = run("diff", GRONINGEN, pack, "--date", DAY).data["flips"]
    whole = "".join(f"  - {{id: {family}, why: Zo bedoeld}}\n" for family in sorted({one["family"] for one in flips}))
    explained = next_version(tmp_path / "explained", SOME, explained=whole)
    said = run("sign", explained, "--key", key, "--out", out, "--date", DAY)
    assert said.code == 0 and said.data["pack"]["version"] == f"{shipped().version}.1"
    assert out.is_file()


def test_a_signed_file_is_not_replaced_unasked(run: Callable[..., Said], tmp_path: Path, key: Path) -> None:
    out = tmp_path / "x.ijkpak"
    asked = ("sign", HOGELAND, "--key", key, "--out", out, "--date", DAY)
    assert run(*asked).code == 0
    first = out.read_bytes()
    assert run(*asked).code == 2
    assert run(*asked, "--force").code == 0
    assert out.read_bytes() == first  # the same pack and the same key give the same file


@pytest.mark.parametrize(("changes", "why"), [
    ((SOME,), "follows: "),
    (((MANIFEST, "version: 2026.1", "version: 2027.1"),), "follows: "),
    (((MANIFEST, "version: 2026.1", "version: 2027.1\nfollows: 2026.9"),), "--previous"),
])  # fmt: skip
def test_a_pack_says_which_one_it_follows(
    run: Callable[..., Said], tmp_path: Path, key: Path, changes: tuple[tuple[str, str, str], ...], why: str
) -> None:
    said = run("sign", edited(tmp_path / "pack", *changes), "--key", key, "--out", tmp_path / "x.ijkpak", "--date", DAY)
    assert said.code == 2 and why in said.told


def test_the_pack_before_may_be_a_signed_file(run: Callable[..., Said], tmp_path: Path, key: Path) -> None:
    first, second = tmp_path / "1.ijkpak", tmp_path / "2.ijkpak"
    pack = next_version(tmp_path / "pack")
    assert run("sign", pack, "--key", key, "--out", first, "--date", DAY).code == 0
    version = shipped().version
    follows = f"version: {version}.1\nfollows: {version}"
    edited(pack, (MANIFEST, follows, f"version: {version}.2\nfollows: {version}.1"))
    wrong = run("sign", pack, "--key", key, "--out", second, "--date", DAY, "--previous", GRONINGEN)
    assert wrong.code == 2 and f"follows: {version}" in wrong.told
    assert run("sign", pack, "--key", key, "--out", second, "--date", DAY, "--previous", first).code == 0


def test_the_first_overlay_is_compared_with_its_base(run: Callable[..., Said], tmp_path: Path, key: Path) -> None:
    overlay = tmp_path / "dorp"
    overlay.mkdir()
    (overlay / MANIFEST).write_text(
        "id: dorp\nversion: 1.0\ntitle: Dorp\nextends: groningen\nvalid_from: 2026-01-01\nowner: Gemeente Fictema\n"
        "settings: {level_some: 3}\n"
    )
    said = run("sign", overlay, "--key", key, "--out", tmp_path / "x.ijkpak", "--date", DAY)
    assert said.code == 3 and any("IJK-36c" in one for one in said.data["missing"])


def test_only_the_right_passphrase_signs(
    run: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    word = tmp_path / "woord.txt"
    word.write_text(PASSPHRASE + "\r\n")
    assert run("keygen", "--out", tmp_path / "k", "--passphrase-file", word).code == 0
    asked = ("sign", HOGELAND, "--key", tmp_path / "k", "--out", tmp_path / "x.ijkpak", "--date", DAY)
    monkeypatch.setattr(sys, "stdin", StringIO("vier andere woorden hier\n"))
    said = run(*asked)
    assert said.code == 2 and "wachtzin van deze sleutel klopt niet" in said.told
    assert not (tmp_path / "x.ijkpak").exists()
    assert run(*asked, "--passphrase-file", word).code == 0


def test_what_is_no_key_or_no_name_is_told(run: Callable[..., Said], tmp_path: Path, key: Path) -> None:
    hogeland = HOGELAND
    assert "geen sleutel" in run("sign", hogeland, "--key", public(key), "--out", tmp_path / "x.ijkpak").told
    said = run("sign", hogeland, "--key", key, "--out", tmp_path / "x.zip")
    assert said.code == 2 and "x.ijkpak" in said.told


# algorithm


def test_algorithm_writes_three_files_or_none(run: Callable[..., Said], tmp_path: Path) -> None:
    out = tmp_path / "openbaar"
    assert run("algorithm", "--out", out).code == 2
    out.mkdir()
    said = run("algorithm", HOGELAND, "--out", out, "--date", DAY)
    assert said.code == 0 and sorted(path.name for path in out.iterdir()) == sorted(said.data["files"])
    entry = json.loads((out / "algoritmeregister.json").read_text(encoding="utf-8"))
    assert entry["organization"] == "Gemeente Het Hogeland" and "contact_email" in said.told
    assert "Algoritmekaart IJkpunt, Gemeente Het Hogeland" in (out / "algoritmekaart.html").read_text(encoding="utf-8")
    (out / "algoritmekaart.md").unlink()
    assert run("algorithm", "--out", out).code == 2
    assert not (out / "algoritmekaart.md").exists()
    assert run("algorithm", "--out", out, "--force").code == 0


@pytest.mark.parametrize("words", [(), ("wegen",), ("sign",), ("install",), ("check", "geen-map"), ("diff", "a", "b")])
def test_what_cannot_be_done_is_told_in_dutch(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    try:
        code = main(["pack", *words])
    except SystemExit as exit_:
        code = int(exit_.code or 0)
    said = capsys.readouterr()
    assert (code, said.out) == (2, "") and said.err
    assert not any(word in said.err for word in ("error", "usage", "required", "invalid"))
