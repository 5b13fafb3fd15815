"""`ijkpunt pack overrules`: counts out of an encrypted home, for the owner of the rules."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from casework.actors import Actor
from db.keys import Cost
from desktop import bootstrap
from tests.desktop.pack_commands import PASSPHRASE, Said, running  # noqa: F401


@pytest.fixture
def home(tmp_path: Path, qapp: object) -> Path:
    """Six families that followed a signal, one that did otherwise, and nine to practise with."""
    vault, _ = bootstrap.create(tmp_path / "home", PASSPHRASE, Cost(1, 64, 1))
    session = bootstrap.open_session(vault, Actor(id="anne", name="Anne Fictema"))
    for number in range(16):
        line = session.begin(practice=number > 6)
        answers = {"responses.R-SPOED-01": {"outcome": "opgevolgd", "reason": "", "note": "Jelle"}}
        if number == 0:
            answers["responses.R-EK-02"] = {"outcome": "bewust_anders", "reason": "later", "note": "Jelle"}
        session.store.confirm_many(line.id, answers, session.actor)
    session.close()
    return tmp_path / "home"


@pytest.fixture
def word(tmp_path: Path) -> Path:
    file = tmp_path / "woord.txt"
    file.write_text(PASSPHRASE + "\n")
    return file


def test_counts_are_said_and_told_without_anybody(run: Callable[..., Said], home: Path, word: Path) -> None:
    said = run("overrules", "--home", home, "--passphrase-file", word)
    assert said.code == 0
    assert said.data["rules"] == [
        {"rule": "R-SPOED-01", "responses": 7, "followed": 7, "otherwise": 0, "reasons": {}}]  # fmt: skip
    assert said.told == "R-SPOED-01: 7 keer beantwoord: 7 opgevolgd, 0 bewust anders.\n"
    assert "Jelle" not in said.out and "Anne" not in said.out


def test_a_file_is_written_once_and_only_with_the_passphrase(
    run: Callable[..., Said], home: Path, word: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "aantallen.csv"
    monkeypatch.setattr(sys, "stdin", StringIO("heel andere woorden hier\n"))
    said = run("overrules", "--home", home, "--out", out)
    assert said.code == 2 and not out.exists() and "achtzin" in said.told
    said = run("overrules", "--home", home, "--out", out, "--passphrase-file", word)
    assert (said.code, said.out) == (0, "")
    assert ";R-SPOED-01;7;7;0;" in out.read_text(encoding="utf-8-sig")
    assert run("overrules", "--home", home, "--out", out, "--passphrase-file", word).code == 2
    assert run("overrules", "--home", home, "--out", tmp_path / "x.txt", "--passphrase-file", word).code == 2


def test_nothing_to_give_is_told(run: Callable[..., Said], tmp_path: Path, word: Path) -> None:
    vault, _ = bootstrap.create(tmp_path / "empty", PASSPHRASE, Cost(1, 64, 1))
    vault.close()
    said = run("overrules", "--home", tmp_path / "empty", "--passphrase-file", word)
    assert said.code == 0 and said.data["rules"] == [] and "Er is niets om te geven" in said.told
