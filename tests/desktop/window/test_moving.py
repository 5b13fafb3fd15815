"""A running case keeps its knowledge, says that there is newer, and moves by choice and back."""

from __future__ import annotations

import json

import pytest
from PySide6.QtWidgets import QLabel

import resources
from desktop.cases.moving import MoveBox
from desktop.cli import main
from desktop.flow.aim import seen_from
from tests.casework.edited_pack import shipped
from tests.desktop.released import NEXT, SOME, public, released

RULE = ("rules/13-besluitadvies.yaml", "title: Er is ook een lichtere vorm", "title: Er is ook iets lichters")


@pytest.fixture
def install(tmp_path, own_home, capsys):
    def installed(*changes):
        file = released(tmp_path, *changes)
        asked = ["pack", "install", str(file), "--home", str(own_home.folder), "--issuer-key", str(public(tmp_path))]
        assert main(asked) == 0
        return capsys.readouterr()

    return installed


def line(screen) -> str:
    return next(label.text() for label in screen.knowledge_line.findChildren(QLabel) if label.text())


def test_nothing_is_said_while_there_is_nothing_newer(inside):
    assert not inside.family().knowledge_line.isVisible()


def test_a_running_case_keeps_its_version_and_a_new_one_gets_the_newest(inside, install):
    screen, session = inside.family(), inside.window.session
    install(SOME)
    session.knowledge.look_again()
    inside.window.house.show_list()
    inside.window.house.show_case()
    assert line(screen) == f"Er is nieuwe kennis: versie {NEXT}. Deze casus houdt versie {shipped().version}."
    assert screen.case.pack.version == shipped().version
    assert screen.case.pack.setting("level_some") == 2
    fresh = session.open(session.begin())
    assert fresh.pack.version == NEXT and fresh.pack.setting("level_some") == 3


def test_knowledge_of_another_owner_is_told_apart_by_name(inside, own_home, tmp_path):
    screen, key, file = inside.family(), tmp_path / "uitgever.key", tmp_path / "hogeland.ijkpak"
    assert main(["pack", "keygen", "--plain", "--out", str(key)]) == 0
    assert main(["pack", "sign", str(resources.packs() / "hogeland"), "--key", str(key), "--out", str(file)]) == 0
    assert main(["pack", "install", str(file), "--home", str(own_home.folder), "--issuer-key", f"{key}.pub"]) == 0
    inside.window.session.knowledge.look_again()
    screen.knowledge_line.refresh()
    assert line(screen) == (
        f"Er is nieuwe kennis: Gemeente Het Hogeland, versie {shipped().version}. "
        f"Deze casus houdt Regio Groningen, versie {shipped().version}."
    )


def test_moving_tells_the_difference_and_can_be_undone(inside, install, answer_box):
    screen, house = inside.family("wendy-06.json"), inside.window.house
    install(SOME)
    inside.window.session.knowledge.look_again()
    screen.open_step("needs")
    screen.knowledge_line.refresh()
    told: list[str] = []

    def leave(box: MoveBox) -> None:
        told.extend(label.text() for label in box.findChildren(QLabel))
        box.back.click()

    answer_box(leave)
    screen.knowledge_line.press.click()
    assert screen.case.pack.version == shipped().version
    assert any("basisondersteuning" in words or "verandert er niets" in words for words in told), told

    answer_box(lambda box: box.act.click())
    screen.knowledge_line.press.click()
    inside.wait(lambda: house.case is not screen)
    assert house.case.case.pack.version == NEXT and house.case.step_id == "needs"
    assert house.case.case.case.pack.version == NEXT
    assert not house.case.knowledge_line.isVisible()
    moved = inside.window.session.store.history(house.case.case.id, "pack")[-1]
    assert (moved.kind, moved.value, moved.actor["name"]) == (
        "set", {"id": "groningen", "version": NEXT}, "Marit Denkbeeldema")  # fmt: skip

    after = house.case
    after.undo()
    inside.wait(lambda: house.case is not after)
    assert house.case.case.pack.version == shipped().version
    assert house.case.knowledge_line.isVisible()


def test_moving_and_undoing_it_keep_the_place_on_the_page(inside, install, answer_box):
    """Whoever reads half way down a long page and moves the case, reads on there."""
    screen, house = inside.family("wendy-06.json"), inside.window.house
    install(SOME)
    inside.window.session.knowledge.look_again()
    page = screen.open_step("situation")
    page.finish()
    screen.knowledge_line.refresh()
    inside.wait(lambda: page.verticalScrollBar().maximum() > 1200)
    page.verticalScrollBar().setValue(900)
    seen = seen_from(page)
    answer_box(lambda box: box.act.click())
    screen.knowledge_line.press.click()
    inside.wait(lambda: house.case is not screen)
    moved = house.case
    inside.wait(lambda: seen_from(moved._pages["situation"]) == seen)

    moved.go_to("situation.severity_child")
    inside.wait(lambda: moved.place()["path"] == "situation.severity_child")
    at = seen_from(moved._pages["situation"])
    moved.case.undo()
    inside.wait(lambda: house.case is not moved)
    back = house.case
    inside.wait(lambda: back.place()["path"] == "situation.severity_child")
    inside.wait(lambda: seen_from(back._pages["situation"]) == at)


def test_a_case_whose_own_version_is_not_here_says_so(inside, answer_box):
    session, house = inside.window.session, inside.window.house
    family = json.loads(json.dumps(inside.family().case.as_file()))
    family["pack"] = {"id": "groningen", "version": "2031.4"}
    screen = house.open(session.take_in(family, practice=True))
    assert screen.case.case.pack.version == "2031.4"
    assert "2031.4) is hier niet te gebruiken" in line(screen) and shipped().version in line(screen)
    told: list[str] = []

    def move(box: MoveBox) -> None:
        told.extend(label.text() for label in box.findChildren(QLabel))
        box.act.click()

    answer_box(move)
    screen.knowledge_line.press.click()
    assert any("niet te zeggen" in words for words in told)
    inside.wait(lambda: house.case is not screen)
    assert house.case.case.case.pack.version == shipped().version


@pytest.mark.parametrize("name", ["../../elders", "groningen/..", ""])
def test_the_name_of_a_pack_never_becomes_a_way_out_of_the_folder(inside, name):
    family = inside.family().case.as_file()
    screen = inside.window.house.open(inside.window.session.take_in(
        {**family, "pack": {"id": name, "version": "1.0"}}, practice=True))  # fmt: skip
    assert screen.case.pack.version == shipped().version
    assert "niet te gebruiken" in line(screen)
