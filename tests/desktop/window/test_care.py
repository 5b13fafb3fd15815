"""Beheer in the real window: which knowledge is in use, what expires, installing and refusing, and what is counted."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

import resources
from casework.trouble import Trouble
from db.packs import Shelf
from db.releases import read_release
from db.signing import SigningKey
from desktop import mishap
from desktop.installing import install
from tests.casework.edited_pack import MANIFEST, read, shipped
from tests.desktop.released import ISSUER, NEXT, SOME, public, released

EXPIRES = (MANIFEST, "valid_from: 2026-01-01", "valid_from: 2026-01-01\nvalid_until: 2026-02-28")


@pytest.fixture
def choose(monkeypatch):
    """The files that are chosen in the next dialogs of the system."""

    def chosen(*files: Path) -> None:
        left = [str(file) for file in files]
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (left.pop(0), ""))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (left.pop(0), ""))

    return chosen


@pytest.fixture
def room(inside):
    inside.window.house.show_room("care")
    return inside.window.house.room("care")


def words(widget) -> str:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what was taken out is gone
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_it_shows_what_is_shipped(room):
    assert f"Regio Groningen, versie {shipped().version}" in words(room.pack)
    assert "Regelstand van 1 januari 2026." in words(room.pack) and "Meegeleverd met IJkpunt." in words(room.pack)
    assert f"Nog in concept: {len(shipped().rules)} regels" in words(room.expiry)
    assert "Nog geen signaal is vijf keer of vaker beantwoord." in words(room.overrules)
    assert not room.overrules.press.isVisible()


def test_what_a_municipality_has_yet_to_fill_in_stands_there(room):
    room.pack.show_pack(read(resources.packs() / "midden-groningen"), "", (), "")
    said = words(room.pack)
    assert "Gemeente Midden-Groningen: de verordening is nog niet ingevuld." in said
    assert "het artikel over eigen kracht is nog niet ingevuld; R-EK-03 meldt dit." in said
    room.pack.show_pack(shipped(), "", (), "")
    assert "nog niet ingevuld" not in words(room.pack)


def test_a_stranger_is_trusted_only_with_the_key_file(inside, room, choose, answer_box, tmp_path):
    file, seen = released(tmp_path, SOME), []
    choose(file, public(tmp_path))

    def trust(box) -> None:
        seen.append(words(box))
        answer_box(lambda after: (seen.append(words(after)), after.act.click()))
        box.act.click()

    answer_box(trust)
    room.pack.press.click()
    inside.wait(lambda: len(seen) == 2)
    assert "Kent u deze uitgever?" in seen[0] and "niet wordt vertrouwd" in seen[0]
    assert f"groningen {NEXT} is geïnstalleerd" in seen[1]
    inside.wait(lambda: f"versie {NEXT}" in words(room.pack))
    assert "Getekend met ijkpunt-uitgever:" in words(room.pack)
    assert inside.window.session.pack.setting("level_some") == 3


def test_a_pack_that_was_altered_on_this_laptop_is_told_until_it_is_installed_again(inside, room, tmp_path):
    home, file = inside.home.folder, released(tmp_path, SOME)
    install(home, file, public(tmp_path))
    room.refresh()
    assert "op deze laptop veranderd" not in words(room.pack)
    current = Shelf(home).current()
    manifest = current.folder / MANIFEST
    manifest.write_text(manifest.read_text(encoding="utf-8") + "# anders\n", encoding="utf-8")
    room.refresh()
    assert "zijn op deze laptop veranderd nadat het was getekend. Installeer hetzelfde" in words(room.pack)
    assert install(home, file).fresh
    room.refresh()
    assert "op deze laptop veranderd" not in words(room.pack)


def _altered(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


@pytest.mark.parametrize("harm", ["altered", "other issuer", "older", "no pack"])
def test_what_may_not_come_in_is_refused_in_words_and_changes_nothing(
    inside, room, choose, answer_box, tmp_path, harm
):  # fmt: skip
    home, seen = inside.home.folder, []
    file = released(tmp_path, SOME)
    why = {
        "altered": "handtekening klopt niet",
        "other issuer": "niet getekend met de sleutel die u opgaf",
        "older": "is ouder. Een oudere versie terugzetten kan niet",
        "no pack": "geen ondertekend kennispakket",
    }
    if harm == "altered":
        _altered(file)
    elif harm == "no pack":
        file.write_bytes(b"niets")
    elif harm == "older":
        (tmp_path / "later").mkdir()
        later = released(tmp_path / "later", (MANIFEST, f"version: {NEXT}", "version: 2030.1"), version="2030.1")
        install(home, later, public(tmp_path))
    choose(file, public(tmp_path, SigningKey.new()))
    before = Shelf(home).current()

    def refused(box) -> None:
        seen.append(words(box))
        if harm == "other issuer" and len(seen) == 1:
            answer_box(refused)
        box.act.click()

    answer_box(refused)
    room.pack.press.click()
    inside.wait(lambda: bool(seen) and why[harm] in seen[-1])
    assert "Dit kennispakket is niet geïnstalleerd" in seen[-1]
    assert Shelf(home).current() == before


def test_a_pack_that_no_longer_fits_is_mended_here(inside, tmp_path):
    home = inside.home.folder
    install(home, released(tmp_path, SOME), public(tmp_path))
    there = Shelf(home).current()
    assert there is not None
    (there.folder / "likeness.yaml").write_text("weights: {leeftijdje: 1}\n")
    inside.window.house.show_room("care")
    room = inside.window.house.room("care")
    assert "past niet bij deze versie van IJkpunt" in words(room.pack) and not room.expiry.isVisible()
    (tmp_path / "later").mkdir()
    later = released(tmp_path / "later", (MANIFEST, f"version: {NEXT}", "version: 2030.1"), version="2030.1")
    install(home, later)
    room.refresh()
    assert "versie 2030.1" in words(room.pack) and f"ook versie {NEXT}." in words(room.pack)
    inside.wait(room.expiry.isVisible)


def test_opening_a_case_without_a_pack_that_fits_says_so_in_a_sentence(inside, answer_box, monkeypatch, tmp_path):
    house, session, seen = inside.window.house, inside.window.session, []
    line = session.begin()
    install(inside.home.folder, released(tmp_path, SOME), public(tmp_path))
    there = Shelf(inside.home.folder).current()
    assert there is not None
    (there.folder / "likeness.yaml").write_text("weights: {leeftijdje: 1}\n")
    session.knowledge.look_again()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    mishap.watch(inside.window)
    answer_box(lambda box: (seen.append(words(box)), box.act.click()))
    with pytest.raises(Trouble) as raised:
        house.open(line)
    sys.excepthook(raised.type, raised.value, raised.tb)  # as Qt does with what nobody caught
    assert "past niet bij deze versie van IJkpunt" in seen[0] and "Er ging iets mis" not in seen[0]
    assert not inside.window.property("telling") and house.case is None


def test_a_newer_pack_that_came_along_with_the_program_is_told(inside, room, tmp_path):
    older = (MANIFEST, f"version: {NEXT}\nfollows: {shipped().version}\n", "version: 2025.1\n")
    file = released(tmp_path, older, version="2025.1")
    release = read_release(file.read_bytes(), file.name)
    Shelf(inside.home.folder).install(release, read, ISSUER.public)  # when the program itself was older too
    room.refresh()
    assert f"Met IJkpunt kwam versie {shipped().version} mee. Die is nieuwer" in words(room.pack)
    (tmp_path / "later").mkdir()
    install(inside.home.folder, released(tmp_path / "later", SOME), public(tmp_path))
    room.refresh()
    assert "kwam versie" not in words(room.pack)


def test_what_expires_is_amber_there_and_above_a_case(inside, room, tmp_path):
    install(inside.home.folder, released(tmp_path, EXPIRES), public(tmp_path))
    room.refresh()
    assert "Dit kennispakket verliep op 28 februari 2026; kijk of er een opvolger is." in words(room.expiry)
    amber = [label for label in room.expiry.findChildren(QLabel) if label.property("tone") == "care"]
    assert len(amber) == 1
    screen = inside.family()
    assert "Dit kennispakket verliep op 28 februari 2026; kijk of er een opvolger is." in words(screen.knowledge_line)
    assert screen.knowledge_line.isVisible() and not screen.knowledge_line.press.isVisible()


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_counts_go_to_the_owner_and_practice_does_not_count(inside, room, choose, tmp_path, ending):
    session = inside.window.session
    for number in range(12):
        line = session.begin(practice=number > 5)
        session.store.confirm(line.id, "responses.R-EK-02", {"outcome": "opgevolgd", "reason": "", "note": "Moeder"},
                              session.actor)  # fmt: skip
    room.refresh()
    assert "6 keer beantwoord: 6 opgevolgd, 0 bewust anders." in words(room.overrules)
    choose(tmp_path / f"aantallen.{ending}")
    room.overrules.press.click()
    data = (tmp_path / f"aantallen.{ending}").read_text(encoding="utf-8-sig")
    assert "Moeder" not in data and f"Bewaard: aantallen.{ending}" in words(room.overrules)
    if ending == "json":
        assert json.loads(data)["rules"][0]["responses"] == 6
    else:
        assert f"groningen;{shipped().version};R-EK-02;6;6;0;" in data


def test_every_button_can_be_reached_and_is_named(room):
    presses = [press for press in room.findChildren(QPushButton) if press.isVisible()]
    assert presses and all(press.accessibleName() for press in presses)
