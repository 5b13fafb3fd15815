"""The way in: setting up, unlocking, what goes wrong in words, and whom to call before anything is unlocked."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton

from desktop import bootstrap
from desktop.emergency import EmergencyCard
from desktop.home import Home
from desktop.setup import RecoveryKeyPage, SetupForm
from desktop.theme.label import Plain
from desktop.unlock import RecoveryForm, UnlockForm
from tests.desktop.window.conftest import PASSPHRASE, TINY

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def named(parent, kind, name):
    return next(child for child in parent.findChildren(kind) if child.accessibleName() == name)


def said(driver) -> str:
    """The sentence on the plate for mishaps, empty where none is shown."""
    return driver.door._wrong.accessibleName() if not driver.door._wrong.isHidden() else ""


def set_up(driver, **answers):
    form = driver.window.findChild(SetupForm)
    filled = {"Naam": "Marit Denkbeeldema", "Registratienummer": "000000000", "Registratie geldig tot en met": "",
              "Wachtzin": PASSPHRASE, "Nog een keer de wachtzin": PASSPHRASE} | answers  # fmt: skip
    for name, text in filled.items():
        named(form, QLineEdit, name).setText(text)
    form.begin.click()
    return form


def test_the_first_time_asks_who_works_here_and_shows_the_recovery_key_once(open_window, home):
    driver = open_window(Home(home, cost=TINY))
    named(driver.window.findChild(SetupForm), QComboBox, "Rol").setCurrentText("teamleider")
    set_up(driver, **{"Registratienummer": "SKJ 000000000", "Registratie geldig tot en met": "31-12-2027"})
    driver.wait(lambda: driver.window.findChild(RecoveryKeyPage) is not None)
    page = driver.window.findChild(RecoveryKeyPage)
    key = named(page, QLineEdit, "Herstelsleutel").text()
    go = named(page, QPushButton, "Verder")
    assert len(key) > 20 and not go.isEnabled()
    assert driver.window.house is None
    page.findChild(QCheckBox).click()
    go.click()
    driver.wait(lambda: driver.window.house is not None)
    actor = driver.window.session.actor
    assert (actor.name, actor.role) == ("Marit Denkbeeldema", "teamleider")
    assert (actor.registration.register_, actor.registration.number) == ("SKJ", "000000000")
    assert actor.registration.valid_until.isoformat() == "2027-12-31"
    assert bootstrap.read_profile(home).name == "Marit Denkbeeldema"
    loose = key.replace("-", "").encode()
    assert not [file for file in home.rglob("*") if file.is_file() and
                (key.encode() in file.read_bytes() or loose in file.read_bytes())]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"Naam": " "}, "Vul uw naam in"),
        ({"Registratienummer": ""}, "Vul uw SKJ-nummer in"),
        ({"Registratie geldig tot en met": "31-02-2027"}, "“31-02-2027” is geen datum"),
        ({"Nog een keer de wachtzin": "iets anders hier"}, "niet gelijk"),
        ({"Wachtzin": "kort", "Nog een keer de wachtzin": "kort"}, "te kort"),
    ],
)
def test_what_is_wrong_with_setting_up_is_said_and_nothing_is_made(open_window, home, wrong, sentence):
    driver = open_window(Home(home, cost=TINY))
    set_up(driver, **wrong)
    driver.wait(lambda: sentence in said(driver))
    assert not bootstrap.exists(home)


def test_a_wrong_passphrase_is_said_and_can_be_tried_again(at_the_door):
    at_the_door.unlock("niet deze woorden")
    at_the_door.wait(lambda: "wachtzin klopt niet" in said(at_the_door))
    assert at_the_door.window.house is None
    at_the_door.enter()
    assert at_the_door.window.session.actor.name == "Marit Denkbeeldema"


def test_the_recovery_key_opens_too(open_window, home):
    vault, key = bootstrap.create(home, PASSPHRASE, TINY)
    vault.close()
    driver = open_window(Home(home))
    named(driver.window, QPushButton, "Herstelsleutel gebruiken").click()
    field = driver.window.findChild(RecoveryForm).findChild(QLineEdit)
    driver.qtbot.keyClicks(field, key)
    driver.qtbot.keyClick(field, Qt.Key.Key_Return)
    driver.wait(lambda: driver.window.house is not None)


def test_a_second_window_on_the_same_home_is_told_so(inside, open_window):
    second = open_window(inside.home)
    second.unlock()
    second.wait(lambda: "IJkpunt is al open" in said(second))


def test_a_file_that_is_no_database_is_told_at_the_door(own_home, open_window):
    (own_home.folder / "ijkpunt.db").write_bytes(b"boodschappenlijst\n" * 500)
    driver = open_window(own_home)
    driver.unlock()
    driver.wait(lambda: "ijkpunt.db" in said(driver) or "beschadigd" in said(driver))
    assert driver.window.house is None
    assert driver.door.isEnabled() and driver.door.findChild(UnlockForm).isEnabled()


def test_the_window_stays_alive_while_the_passphrase_is_worked_on(open_window, home):
    vault, _ = bootstrap.create(home, PASSPHRASE, bootstrap.Cost(12, 64 * 1024, 1))
    vault.close()
    driver = open_window(Home(home))
    ticks: list[int] = []
    clock = QTimer(interval=10, timeout=lambda: ticks.append(1))
    clock.start()
    driver.unlock()
    driver.wait(lambda: driver.window.house is not None)
    assert len(ticks) > 10


def test_caps_lock_is_told_by_what_is_typed(at_the_door):
    form = at_the_door.window.findChild(UnlockForm)
    line = form.findChild(QLineEdit)
    hint = next(label for label in form.findChildren(Plain) if "Caps Lock" in label.text())
    at_the_door.qtbot.keyClick(line, "a")
    assert not hint.isVisible()
    at_the_door.qtbot.keyClick(line, "A")  # a capital without Shift
    assert hint.isVisible() and "Caps Lock" in line.accessibleDescription()
    at_the_door.qtbot.keyClick(line, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not hint.isVisible()


def test_the_eye_shows_the_passphrase(at_the_door):
    line = at_the_door.window.findChild(UnlockForm).findChild(QLineEdit)
    assert line.echoMode() == QLineEdit.EchoMode.Password
    line.actions()[0].trigger()
    assert line.echoMode() == QLineEdit.EchoMode.Normal


def test_whom_to_call_is_one_key_away_before_anything_is_unlocked(at_the_door):
    card = at_the_door.window.findChild(EmergencyCard)
    at_the_door.wait(lambda: "112" in card.accessibleDescription())
    assert "Veilig Thuis: 0800 2000" in card.accessibleDescription()
    at_the_door.press(Qt.Key.Key_F1)
    assert QApplication.focusWidget() is card


def test_a_number_of_the_teams_own_stands_on_the_card_while_locked(own_home, open_window):
    profile = bootstrap.read_profile(own_home.folder)
    bootstrap.write_profile(own_home.folder, type(profile)(profile.name, numbers={"spoed-voor-jeugd": "000 0000"}))
    driver = open_window(own_home)
    card = driver.window.findChild(EmergencyCard)
    driver.wait(lambda: "Spoed voor Jeugd Groningen: 000 0000" in card.accessibleDescription())


def test_a_family_to_practise_with_is_one_click_away(at_the_door):
    named(at_the_door.window, QPushButton, "Oefenen met een verzonnen gezin").click()
    at_the_door.wait(lambda: at_the_door.window.house is not None and at_the_door.window.house.case is not None)
    house, session = at_the_door.window.house, at_the_door.window.session
    assert session.practice and all(line.practice for line in session.store.list())
    assert not house._banner.isHidden()
    folder = at_the_door.window._practice.home.folder
    house.findChild(QPushButton, "stop_practising").click()
    assert at_the_door.door is not None and not folder.exists()
    at_the_door.enter()
    assert not at_the_door.window.session.practice and not at_the_door.window.session.store.list()


def test_the_profile_holds_nothing_about_clients(inside):
    inside.family()
    kept = json.loads((inside.home.folder / "profile.json").read_text())
    assert set(kept) == {"name", "theme", "scale", "numbers"}
