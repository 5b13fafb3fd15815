"""The whole chain as docs/packs.md tells it: a threshold changed in YAML, who flips, explained, signed, installed, and
seen in the window, where a running case keeps its own knowledge until somebody moves it."""

from __future__ import annotations

import json
import shutil
from importlib.resources import as_file
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

import resources
from desktop.cli import main
from tests.casework.edited_pack import MANIFEST, edited, shipped
from tests.desktop.window.conftest import PASSPHRASE

DAY = "2026-11-22"
NEXT = f"{shipped().version}.1"
RULE, FAMILY = "R-DUUR-01", "jesse"
THRESHOLD = ("rules/05-wat-speelt-er.yaml", "impaired_settings_count >= 2 && problem_months > 6",
             "impaired_settings_count >= 4 && problem_months > 6")  # fmt: skip
WHY = "De gedragswetenschappers vinden drie plekken nog gewoon genoeg."


@pytest.fixture
def asked(capsys):
    """Types a command of `ijkpunt pack`; gives its exit code, its JSON and its words."""

    def typed(*words: object) -> tuple[int, Any, str]:
        capsys.readouterr()
        code = main(["pack", *map(str, words)])
        said = capsys.readouterr()
        return code, json.loads(said.out) if said.out else None, said.err

    return typed


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def signals(case) -> set[str]:
    case.weigh()
    return {one.rule for one in case.assessment.signals}


def test_from_a_threshold_in_yaml_to_the_window(open_window, own_home, asked, answer_box, tmp_path: Path) -> None:
    home = own_home.folder
    before = open_window(own_home).enter()
    running = before.family(f"{FAMILY}.json").case
    assert RULE in signals(running)
    assert before.window.lock()

    # 1. a copy of the shipped pack, with another threshold and a higher version
    pack, ours = tmp_path / "groningen", resources.packs() / "groningen"
    with as_file(ours) as original:
        shutil.copytree(original, pack)
    version = f"version: {shipped().version}\n"
    edited(pack, THRESHOLD, (MANIFEST, version, f"version: {NEXT}\nfollows: {shipped().version}\n"))

    # 2. no mistakes, and who gets another outcome
    assert asked("check", pack, "--date", DAY)[0] == 0
    code, found, told = asked("diff", ours, pack, "--date", DAY)
    assert code == 0 and len(found["changes"]) == 1 and {flip["rule"] for flip in found["flips"]} == {RULE}
    assert FAMILY in {flip["family"] for flip in found["flips"]}
    assert f"{FAMILY}: {RULE} verdwijnt. Nog zonder uitleg." in told and f"regel {RULE} is veranderd" in told

    # 3. nothing goes out unexplained
    key, file, word = tmp_path / "uitgever.key", tmp_path / "groningen.ijkpak", tmp_path / "woord.txt"
    word.write_text(PASSPHRASE + "\n")
    assert asked("keygen", "--out", key, "--passphrase-file", word)[0] == 0
    sign = ("sign", pack, "--key", key, "--out", file, "--passphrase-file", word, "--date", DAY)
    code, held, told = asked(*sign)
    assert code == 3 and not file.exists() and len(held["missing"]) == len(found["flips"])
    assert "explained_flips" in told and FAMILY in told

    # 4. explained, signed, installed
    explained = f"follows: {shipped().version}\nexplained_flips:\n  - id: {RULE}\n    why: {WHY}\n"
    edited(pack, (MANIFEST, f"follows: {shipped().version}\n", explained))
    assert WHY in asked("diff", ours, pack, "--date", DAY)[2]
    assert asked(*sign)[0] == 0 and file.is_file()
    code, _, told = asked("install", file, "--home", home)
    assert code == 2 and "niet wordt vertrouwd" in told
    assert asked("install", file, "--home", home, "--issuer-key", f"{key}.pub")[0] == 0

    # 5. the window shows it, and the running case keeps what it had
    after = open_window(own_home).enter()
    house = after.window.house
    house.show_room("care")
    assert f"Regio Groningen, versie {NEXT}" in words(house.room("care").pack)
    fresh = house.open(after.window.session.begin()).case
    assert fresh.pack.rules[RULE].when.source == THRESHOLD[2]
    house.open_at(running.id)
    screen = house.case
    assert RULE in signals(screen.case) and screen.case.pack.version == shipped().version
    assert f"Er is nieuwe kennis: versie {NEXT}." in words(screen.knowledge_line)

    # 6. moved by choice, with the difference in words, and back
    said: list[str] = []
    answer_box(lambda box: (said.append(words(box)), box.act.click()))
    screen.knowledge_line.press.click()
    assert f"{RULE} verdwijnt: {shipped().rules[RULE].title}." in said[0]
    after.wait(lambda: house.case is not screen)
    assert RULE not in signals(house.case.case) and house.case.case.pack.version == NEXT
    moved = house.case
    moved.undo()
    after.wait(lambda: house.case is not moved)
    assert RULE in signals(house.case.case)
