"""A box over the work: typing in it holds the lock off, a lock loses nothing of it, and the focus comes back."""

from __future__ import annotations

import time
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from casework.trouble import Trouble
from desktop import ask
from desktop.left_open import ABOUT, SETTING
from desktop.today import forget_case
from tests.db.test_disk_full import fill_up, room

STOOD_HERE = "Dit stond hier de vorige keer. Het is nog niet vastgelegd."
QUESTION = ("Waarom niet?", "De reden staat in het dossier.", "Uw reden", "Vastleggen")


def asks(inside, about: str = "") -> str | None:
    house = inside.window.house
    part = QWidget(house)
    part.setProperty(ABOUT, about)
    return ask.words(part, *QUESTION)


def typed_and_locked(box: QDialog, inside, words: str) -> None:
    inside.qtbot.keyClicks(QApplication.focusWidget(), words)
    inside.window.lock(nobody_there=True)


def test_typing_in_a_box_holds_the_lock_off(inside, answer_box) -> None:
    def type_on(box: QDialog) -> None:
        inside.window._idle.set_minutes(1 / 60)
        began = time.monotonic()
        while time.monotonic() < began + 1.6:
            inside.qtbot.wait(50)
            inside.qtbot.keyClick(box.windowHandle(), Qt.Key.Key_A)
        assert box.isVisible()
        inside.qtbot.mouseClick(box.act, Qt.MouseButton.LeftButton)

    answer_box(type_on)
    assert len(asks(inside) or "") > 10
    assert inside.window.house is not None


def test_what_stood_in_a_box_when_it_locked_stands_there_again_once(inside, answer_box) -> None:
    answer_box(lambda box: typed_and_locked(box, inside, "Moeder wil eerst rust."))
    assert asks(inside, "casus-1") is None
    inside.wait(lambda: inside.door is not None)
    inside.enter()

    other = answer_box(lambda box: box.setProperty("seen", box.findChild(QLineEdit).text()))
    asks(inside, "casus-2")
    assert other[0].property("seen") == ""  # what was said of one family is never offered for another

    def look(box: QDialog) -> None:
        assert box.findChild(QLineEdit).text() == "Moeder wil eerst rust."
        assert STOOD_HERE in [label.text() for label in box.findChildren(QLabel)]
        inside.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    answer_box(look)
    assert asks(inside, "casus-1") == "Moeder wil eerst rust."
    assert not inside.window.session.settings.get(SETTING)


def test_what_stood_in_a_box_goes_with_its_case(inside, answer_box) -> None:
    answer_box(lambda box: typed_and_locked(box, inside, "Blijft niet."))
    asks(inside, "casus-1")
    inside.wait(lambda: inside.door is not None)
    inside.enter()
    settings = inside.window.session.settings
    assert settings.get(SETTING)
    forget_case(inside.window.session, "casus-1")
    assert not settings.get(SETTING)


@pytest.mark.parametrize("disk_is_full", [False, True])
def test_what_could_not_be_done_need_not_be_typed_again(inside, answer_box, disk_is_full: bool) -> None:
    store = SimpleNamespace(db=inside.window.session.settings._db)
    said, told = [], []

    def refused() -> None:
        said.append(asks(inside, "casus-1"))
        answer_box(lambda box: (told.append([label.text() for label in box.findChildren(QLabel)]), box.accept()))
        raise Trouble("Er kwam iets tussen.")

    def write(box: QDialog) -> None:
        box.findChild(QLineEdit).setText("Moeder wil eerst rust. " * 200)
        if disk_is_full:
            fill_up(store)
        box.accept()

    answer_box(write)
    assert not ask.tried(inside.window.house, refused)
    assert "Er kwam iets tussen." in told[0]
    room(store)

    def look(box: QDialog) -> None:
        assert STOOD_HERE in [label.text() for label in box.findChildren(QLabel)]
        box.accept()

    answer_box(look)
    assert ask.tried(inside.window.house, lambda: said.append(asks(inside, "casus-1")))
    assert said[0] and said[0] == said[1]

    answer_box(lambda box: told.append(box.findChild(QLineEdit).text()) or box.reject())
    asks(inside, "casus-1")
    assert told[1] == "" and not inside.window.session.settings.get(SETTING), "what was done is kept no longer"


def test_what_no_disk_could_keep_goes_with_its_case_too(inside, answer_box) -> None:
    store, house = SimpleNamespace(db=inside.window.session.settings._db), inside.window.house

    def write(box: QDialog) -> None:
        box.findChild(QLineEdit).setText("Blijft niet. " * 400)
        fill_up(store)
        box.accept()

    def refused() -> None:
        asks(inside, "casus-1")
        answer_box(lambda box: box.accept())
        raise Trouble("De schijf is vol.")

    answer_box(write)
    ask.tried(house, refused)
    room(store)
    house.left_open.forget("casus-1")
    house.left_open.persist()
    assert not inside.window.session.settings.get(SETTING)


def test_a_word_that_confirms_is_never_kept(inside, answer_box) -> None:
    answer_box(lambda box: typed_and_locked(box, inside, "wissen"))
    assert not ask.typed(inside.window.house, "Wissen?", "Dit kan niet terug.", "wissen", "Wis")
    inside.wait(lambda: inside.door is not None)
    inside.enter()
    assert not inside.window.session.settings.get(SETTING)


def test_after_a_box_the_focus_is_where_one_was_although_that_was_made_anew(inside, answer_box) -> None:
    """As a page that shows what was just said: the button that asked is another one afterwards."""
    room = inside.window.house.room("today")
    holder = QWidget(room)
    column = QVBoxLayout(holder)
    presses: list[QPushButton] = []

    def fill() -> None:
        for press in presses:
            press.setParent(None)
        presses[:] = [QPushButton(words) for words in ("Bekeken", "Vraag terug", "Omzetten")]
        for press in presses:
            column.addWidget(press)
            press.clicked.connect(on_press)

    def on_press() -> None:
        if ask.confirm(holder, "Zeker?", "", "Doe het"):
            fill()

    fill()
    holder.setGeometry(0, 0, 300, 200)
    holder.show()
    presses[1].setFocus()
    answer_box(lambda box: inside.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return))
    inside.press(Qt.Key.Key_Space)
    inside.wait(lambda: inside.window.focusWidget() is presses[1])
