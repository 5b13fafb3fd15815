"""`ijkpunt exchange …` as a script uses it: three homes enrol with each other and a question goes through a folder."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

import resources
from casework.actors import Actor
from casework.codes import Discipline
from casework.pool import bodies as said
from casework.pool.parties import PoolRole
from db import vault as vaults
from db.connection import connect
from db.releases import read_release
from db.settings import Settings
from db.signing import public_text
from desktop import cli
from desktop.bootstrap import pool_desk
from desktop.clock import today
from desktop.commands.exchange_parser import DISCIPLINES, POOL_ROLES
from tests.casework.pool_talk import request
from tests.db.conftest import PASSPHRASE, TINY

Run = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    words = tmp_path / "wachtzin.txt"
    words.write_text(PASSPHRASE)

    def go(home: str, *arguments: object) -> tuple[int, Any, str]:
        folder = tmp_path / home
        if not folder.exists() and "--new" not in arguments:
            vaults.create(folder, PASSPHRASE, TINY)[0].close()
        code = cli.main(
            ["exchange", *map(str, arguments), "--home", str(folder), "--passphrase-file", str(words)]
        )
        out, err = capsys.readouterr()
        return code, json.loads(out) if out else None, err

    return go


def enrolled(run: Run, tmp_path: Path) -> None:
    _, hub, _ = run("hub", "start", "--role", "coordinator", "--name", "Co Verzinga")
    _, asker, _ = run("asker", "start", "--role", "aanvrager", "--name", "Anna Oefenstra", "--team", "team West")
    wish, book = tmp_path / "aanmelding.json", tmp_path / "adresboek.json"
    assert run("asker", "request", "--out", wish)[1]["fingerprint"] == asker["fingerprint"]
    assert run("hub", "enrol", wish, "--fingerprint", asker["fingerprint"])[0] == 0
    assert run("hub", "directory", "--out", book)[1] == {"devices": 2}
    _, trusted, _ = run("asker", "trust", book, "--fingerprint", hub["fingerprint"])
    assert trusted == {"coordinator": "Co Verzinga", "devices": 2}


def ask(tmp_path: Path) -> None:
    with vaults.unlock(tmp_path / "asker", PASSPHRASE) as vault:
        db = connect(vault)
        pool_desk(db).ask(said.Submit(request=request()))
        db.close()


def test_a_question_travels_by_command(run: Run, tmp_path: Path) -> None:
    enrolled(run, tmp_path)
    ask(tmp_path)
    share = tmp_path / "post"
    assert len(run("asker", "status")[1]["waiting"]) == 1
    assert run("asker", "sync", share)[1]["sent"] == {
        "sent": 0, "waiting": 1, "read": 0, "unfinished": 0, "set_apart": [],
    } and not share.exists()  # fmt: skip
    share.mkdir()
    assert run("asker", "sync", share)[1]["sent"]["sent"] == 1
    assert run("hub", "sync", share)[1]["received"]["read"] == 1
    _, status, _ = run("hub", "status")
    assert status["consults"] == {"INGEDIEND": 1} and status["enrolled"] is True
    assert sorted(one["name"] for one in status["devices"]) == ["Anna Oefenstra", "Co Verzinga"]
    assert all(date.fromisoformat(one["valid_until"]) > today() for one in status["devices"])
    assert run("hub", "receive", share)[1]["received"]["read"] == 0
    assert run("asker", "resend", "--days", 7)[1] == {"waiting_again": 1}
    assert run("asker", "send", share)[1]["sent"]["sent"] == 1
    assert run("hub", "receive", share)[1]["received"]["read"] == 0


def test_what_goes_wrong_is_said_and_ends_with_a_code(run: Run, tmp_path: Path) -> None:
    enrolled(run, tmp_path)
    ask(tmp_path)
    blocked = tmp_path / "bestand"
    blocked.write_bytes(b"")
    code, told, err = run("asker", "send", blocked)
    assert code == 3 and told["sent"]["waiting"] == 1 and str(blocked) in err
    share = tmp_path / "post"
    code, told, err = run("hub", "sync", share)
    assert code == 3 and told["received"]["read"] == 0 and "post is er nu niet" in err
    share.mkdir()
    run("asker", "send", share)
    (path,) = (share / "pool").iterdir()
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    code, told, err = run("hub", "receive", share)
    assert code == 3 and told["received"]["set_apart"] == [path.name] and "handtekening" in err
    assert run("hub", "status")[1]["set_apart"][0]["name"] == path.name


def test_what_comes_by_itself_is_told_and_is_no_failure(run: Run, tmp_path: Path) -> None:
    enrolled(run, tmp_path)
    ask(tmp_path)
    share = tmp_path / "post"
    share.mkdir()
    run("asker", "send", share)
    (question,) = (share / "pool").iterdir()
    whole = question.read_bytes()
    question.write_bytes(whole[:-100])
    with vaults.unlock(tmp_path / "asker", PASSPHRASE) as vault:
        db = connect(vault)
        (row,) = pool_desk(db).store.rows()
        pool_desk(db).say(row.thread, said.MarkUrgent(reason="Hij moet weg."))
        db.close()
    run("asker", "send", share)
    code, told, err = run("hub", "receive", share)
    assert code == 0 and (told["received"]["read"], told["received"]["unfinished"]) == (1, 1)
    assert "1 bestand is nog niet te lezen" in err and "1 vraag wacht op een eerder bericht" in err
    question.write_bytes(whole)
    code, told, err = run("hub", "receive", share)
    assert (code, told["received"]["read"], err) == (0, 1, "")


@pytest.mark.parametrize(
    ("home", "arguments", "words"),
    [
        ("asker", ("request", "--out", "x.json"), "nog geen sleutels"),
        ("hub", ("start", "--role", "expert", "--name", "Twee keer"), "al aangemeld"),
        ("hub", ("enrol", "{book}", "--fingerprint", "1"), "aanmelding van een apparaat"),
        ("hub", ("revoke", "0" * 32, "--reason", "weg"), "geen apparaat"),
        ("hub", ("trust", "{missing}", "--fingerprint", "1"), "bestaat niet"),
    ],
)
def test_bad_input_ends_with_two_and_a_sentence(
    run: Run, tmp_path: Path, home: str, arguments: tuple[str, ...], words: str
) -> None:
    run("hub", "start", "--role", "coordinator", "--name", "Co Verzinga")
    book = tmp_path / "adresboek.json"
    run("hub", "directory", "--out", book)
    asked = [one.format(book=book, missing=tmp_path / "weg.json") for one in arguments]
    code, out, err = run(home, *asked)
    assert code == 2 and out is None and words in err


def test_a_new_home_can_be_begun_without_a_window(run: Run, tmp_path: Path) -> None:
    code, told, err = run("nieuw", "start", "--role", "aanvrager", "--name", "Isa Fictema", "--new",
                          "--register", "SKJ", "--number", "100009")  # fmt: skip
    assert code == 0 and len(told["fingerprint"].split()) == 6 and "Herstelsleutel" in err
    with vaults.unlock(tmp_path / "nieuw", PASSPHRASE) as vault:
        db = connect(vault)
        worker = Actor.model_validate(Settings(db).get("actor"))  # the window journals what is done under this name
        db.close()
    assert worker.registration is not None
    assert (worker.name, worker.role, worker.registration.number) == ("Isa Fictema", "consulent", "100009")


def test_the_device_signs_packs_with_the_key_it_signs_post_with(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("hub", "start", "--role", "coordinator", "--name", "Co Verzinga")
    out = tmp_path / "hogeland.ijkpak"
    asked = ["pack", "sign", str(resources.packs() / "hogeland"), "--out", str(out), "--date", "2026-11-22",
             "--passphrase-file", str(tmp_path / "wachtzin.txt")]  # fmt: skip
    assert cli.main([*asked, "--home", str(tmp_path / "hub")]) == 0
    told = json.loads(capsys.readouterr().out)
    with vaults.unlock(tmp_path / "hub", PASSPHRASE) as vault:
        db = connect(vault)
        key = pool_desk(db).ring.signing_key
        db.close()
    assert told["issuer"] == public_text(key.public)
    assert read_release(out.read_bytes(), out.name).issuer == key.public
    assert cli.main([*asked, "--force"]) == 2
    assert "--key" in capsys.readouterr().err


def test_a_second_coordinator_joins_and_a_device_is_prolonged(run: Run, tmp_path: Path) -> None:
    enrolled(run, tmp_path)
    _, second, _ = run("second", "start", "--role", "coordinator", "--name", "Sam Fictema", "--joins")
    wish, book = tmp_path / "tweede.json", tmp_path / "boek.json"
    run("second", "request", "--out", wish)
    assert run("second", "enrol", wish, "--fingerprint", second["fingerprint"])[0] == 2  # nobody vouches for it yet
    run("hub", "enrol", wish, "--fingerprint", second["fingerprint"])
    hub = run("hub", "status")[1]
    run("hub", "directory", "--out", book)
    run("second", "trust", book, "--fingerprint", hub["fingerprint"])
    asker = run("asker", "status")[1]["device"]
    assert run("second", "prolong", asker)[1]["device"] == asker
    assert run("asker", "prolong", asker)[0] == 2
    assert run("second", "prolong", "0" * 32)[0] == 2


def test_the_choices_of_the_parser_are_those_of_the_pool() -> None:
    assert get_args(PoolRole) == POOL_ROLES
    assert get_args(Discipline) == DISCIPLINES
