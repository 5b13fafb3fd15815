"""A backup, another passphrase, another recovery key, and a backup put back at the door: real boxes, a real home."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLineEdit, QMenu, QPushButton

from desktop import ask, backups, bootstrap, home_menu
from desktop.home import Home
from desktop.setup import SetupForm
from desktop.theme.label import Plain
from tests.desktop.window.conftest import PASSPHRASE, TINY

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
NEW = "een heel andere zin"


def words(box: QDialog) -> str:
    return " ".join(label.text() for label in box.findChildren(Plain) if not label.isHidden())


@pytest.fixture
def talk(qtbot):
    """Answer the boxes that come one after the other: each act gets the box and says when it is through with it."""

    def talking(*acts) -> list[str]:
        seen: list[str] = []
        left = list(acts)

        def look() -> None:
            box = QApplication.activeModalWidget()
            if isinstance(box, QDialog) and box.isVisible() and left and left[0](box):
                seen.append(words(box))
                left.pop(0)
            if left:
                QTimer.singleShot(20, look)

        QTimer.singleShot(20, look)
        return seen

    return talking


def fill(*typed: str):
    """Type in the lines of a box and press its act, once; then the box is let be."""

    def act(box: ask.Box) -> bool:
        for line, text in zip(box.findChildren(QLineEdit), typed, strict=True):
            line.setText(text)
        box.act.click()
        return True

    return act


def once(sentence: str, then: str = "accept"):
    """When a box says this, close it."""

    def act(box: ask.Box) -> bool:
        if sentence not in words(box):
            return False
        QTimer.singleShot(0, box, getattr(box, then))
        return True

    return act


def choose(monkeypatch, folder: Path) -> None:
    monkeypatch.setattr(ask, "folder", lambda *_: folder)  # the file dialog is the system's own


def own_menu(driver) -> QMenu | None:
    """The menu in that of the gear, as it opens."""
    acts = driver.window.house.bar.look.menu().actions()
    found = next((act.menu() for act in acts if act.text() == home_menu.NAME), None)
    if found is not None:
        found.aboutToShow.emit()
    return found


def press(driver, name: str) -> None:
    next(action for action in own_menu(driver).actions() if action.text() == name).trigger()


def head(driver) -> str:
    return own_menu(driver).actions()[0].text()


def make(driver, monkeypatch, talk, to: Path, says: str = "is nagelezen") -> str:
    choose(monkeypatch, to)
    seen = talk(once(says))
    press(driver, "Reservekopie maken…")
    driver.wait(lambda: bool(seen))
    return seen[0]


def test_a_backup_is_made_and_the_menu_says_when(inside, monkeypatch, talk, tmp_path):
    assert head(inside) == "Laatste reservekopie: nog niet gemaakt"
    said = make(inside, monkeypatch, talk, tmp_path / "stick")
    (made,) = (tmp_path / "stick").iterdir()
    assert str(made) in said and "wachtzin of de herstelsleutel van vandaag" in said
    assert head(inside) == "Laatste reservekopie: vandaag"
    assert inside.window.session.settings.get(backups.LAST)["path"] == str(made)
    bootstrap.unlock(made, PASSPHRASE).close()


@pytest.mark.parametrize(("place", "says"), [("OneDrive/kopie", "gesynchroniseerd"), ("home/erin", "IJkpunt zelf")])
def test_a_place_that_would_lose_it_is_refused(inside, monkeypatch, talk, tmp_path, place, says):
    to = inside.home.folder / "erin" if place.startswith("home") else tmp_path / place
    said = make(inside, monkeypatch, talk, to, says)
    assert "De reservekopie is niet gemaakt" in said and "stick" in said and not to.exists()
    assert inside.window.session.settings.get(backups.LAST) is None


def test_the_day_says_quietly_that_the_last_one_is_old(inside, monkeypatch, talk, tmp_path):
    house, session = inside.window.house, inside.window.session
    line = house.room("today")._backup
    assert line.isHidden()  # nothing to lose yet
    session.begin()
    house.show_room("today")
    assert not line.isHidden() and "nog geen reservekopie" in line.text()
    make(inside, monkeypatch, talk, tmp_path / "stick")
    inside.wait(line.isHidden)
    for days, shown in ((7, False), (8, True)):
        session._today = lambda days=days: bootstrap.clock.today() + timedelta(days=days)
        house.show_room("today")
        assert line.isHidden() is not shown
    assert "8 dagen oud" in line.text()


def test_the_passphrase_is_changed_by_who_knows_the_old_one(inside, monkeypatch, talk, tmp_path):
    make(inside, monkeypatch, talk, tmp_path / "stick")
    (older,) = (tmp_path / "stick").iterdir()
    seen = talk(
        fill(PASSPHRASE, NEW, "iets anders"), once("niet gelijk", "setFocus"),
        fill("niet de oude", NEW, NEW), once("herstelsleutel klopt niet", "setFocus"),
        fill(PASSPHRASE, "kort", "kort"), once("te kort", "setFocus"),
        fill(PASSPHRASE, NEW, NEW), once("Reservekopieën van eerder openen nog met de oude wachtzin"),
    )  # fmt: skip
    press(inside, "Wachtzin wijzigen…")
    inside.wait(lambda: len(seen) == 8)
    inside.window.lock()
    inside.unlock()
    inside.wait(lambda: "klopt niet" in inside.door._wrong.accessibleName())
    inside.unlock(NEW)
    inside.wait(lambda: inside.window.house is not None)
    bootstrap.unlock(older, PASSPHRASE).close()


def test_leaving_the_box_changes_nothing(inside, talk):
    header = (inside.home.folder / "vault.json").read_bytes()
    for name in ("Wachtzin wijzigen…", "Nieuwe herstelsleutel…"):
        seen = talk(once("herstelsleutel", "reject"))
        press(inside, name)
        assert len(seen) == 1 and (inside.home.folder / "vault.json").read_bytes() == header


@pytest.fixture
def with_key(open_window, home):
    """Inside a home of which the recovery key is known."""
    vault, key = bootstrap.create(home, PASSPHRASE, TINY)
    vault.close()
    driver = open_window(Home(home, cost=TINY))
    return driver.enter(), key


def test_who_forgot_the_passphrase_changes_it_with_the_recovery_key(with_key, talk):
    driver, key = with_key
    seen = talk(fill(key, NEW, NEW), once("IJkpunt opent vanaf nu met de nieuwe"))
    press(driver, "Wachtzin wijzigen…")
    assert len(seen) == 2
    driver.window.lock()
    bootstrap.unlock(driver.home.folder, NEW).close()


@pytest.mark.parametrize("kept", [True, False])
def test_a_new_recovery_key_holds_when_it_was_written_down(with_key, talk, kept):
    driver, old = with_key
    fresh: list[str] = []

    def write_down(box) -> bool:
        if not (tick := box.findChildren(QCheckBox)):
            return False
        fresh.append(box.findChild(QLineEdit).text())
        assert not box.act.isEnabled()
        if kept:
            tick[0].click()
            QTimer.singleShot(0, box, box.act.click)
        else:
            QTimer.singleShot(0, box, box.reject)
        return True

    seen = talk(fill(PASSPHRASE), write_down, *[once("De oude opent IJkpunt niet meer")] * kept)
    press(driver, "Nieuwe herstelsleutel…")
    assert len(seen) == 2 + kept
    driver.window.lock()
    holds, gone = (fresh[0], old) if kept else (old, fresh[0])
    bootstrap.unlock_with_recovery(driver.home.folder, holds).close()
    with pytest.raises(Exception, match="hoort niet bij deze map"):
        bootstrap.unlock_with_recovery(driver.home.folder, gone)


def put_back(driver, monkeypatch, talk, source: Path, *acts) -> list[str]:
    choose(monkeypatch, source)
    seen = talk(*acts)
    button = next(one for one in driver.door.findChildren(QPushButton) if "terugzetten" in one.text())
    button.click()
    driver.wait(lambda: len(seen) == len(acts))
    return seen


def test_a_backup_is_put_back_on_a_new_computer(inside, open_window, monkeypatch, talk, tmp_path):
    inside.window.session.settings.put("actor", {"id": "m", "name": "Marit Denkbeeldema"})
    case = inside.window.session.begin()
    make(inside, monkeypatch, talk, tmp_path / "stick")
    new = open_window(Home(tmp_path / "nieuw", cost=TINY))
    assert new.window.findChild(SetupForm)
    seen = put_back(new, monkeypatch, talk, tmp_path / "stick", fill("niet deze"), once("klopt niet", "setFocus"),
                    fill(PASSPHRASE), once("is teruggezet"))  # fmt: skip
    assert "niet gewist" not in seen[0] and "vervangen" not in seen[-1]
    new.enter()
    assert [line.id for line in new.window.session.store.list()] == [case.id]
    assert bootstrap.read_profile(tmp_path / "nieuw").name == "Marit Denkbeeldema"


def test_what_stood_there_is_put_aside_and_can_come_back(inside, monkeypatch, talk, tmp_path):
    make(inside, monkeypatch, talk, tmp_path / "stick")
    later = inside.window.session.begin()
    inside.window.lock()
    seen = put_back(inside, monkeypatch, talk, tmp_path / "stick", fill(PASSPHRASE), once("is teruggezet"))
    (aside,) = inside.home.folder.glob("vervangen-*")
    assert "niet gewist" in seen[0] and str(aside) in seen[1]
    inside.enter()
    assert not inside.window.session.store.list()
    inside.window.lock()
    put_back(inside, monkeypatch, talk, aside, fill(PASSPHRASE), once("is teruggezet"))
    inside.enter()
    assert [line.id for line in inside.window.session.store.list()] == [later.id]


def test_a_damaged_or_foreign_backup_is_refused(inside, monkeypatch, talk, tmp_path):
    make(inside, monkeypatch, talk, tmp_path / "stick")
    (made,) = (tmp_path / "stick").iterdir()
    inside.window.lock()
    before = {path.name: path.read_bytes() for path in inside.home.folder.iterdir() if path.is_file()}
    (tmp_path / "foto's").mkdir()
    put_back(inside, monkeypatch, talk, tmp_path / "foto's", once("geen goede reservekopie"))
    data = bytearray((made / "ijkpunt.db").read_bytes())
    data[len(data) // 2] ^= 1
    (made / "ijkpunt.db").write_bytes(data)
    put_back(inside, monkeypatch, talk, made, fill(PASSPHRASE), once("Er is niets veranderd", "reject"))
    assert {path.name: path.read_bytes() for path in inside.home.folder.iterdir() if path.is_file()} == before
    inside.enter()


def test_practising_has_no_home_to_keep(at_the_door):
    next(one for one in at_the_door.door.findChildren(QPushButton) if one.text().startswith("Oefenen")).click()
    at_the_door.wait(lambda: at_the_door.window.house is not None)
    assert own_menu(at_the_door) is None
