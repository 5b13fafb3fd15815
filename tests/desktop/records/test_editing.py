"""The list editor: add, change, reorder, remove, undo."""


import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from casework.steps.help_history import HelpHistory
from desktop.flow.inputs import LineInput
from desktop.flow.page import page_for
from tests.desktop.records.common import (
    LIST,
    add,
    button,
    field,
    helps,
    kept,
    menu_of,
    press,
    row,
    said,
    write,
)

# What the offscreen platform says of every window and menu; it is no shortcoming of ours.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_what_is_added_and_typed_is_kept(page, case, home):
    card = add(page, "Gezinsgesprekken")
    write(row(card, "start"), "1-2-2026")
    assert kept(case, card, "name") == "Gezinsgesprekken"
    assert kept(case, card, "start") == "2026-02-01"
    again = home.open()
    assert [help.name.known for help in again.case.step(HelpHistory).help.known] == ["Gezinsgesprekken"]


def test_a_card_tells_its_record_and_asks_only_when_open(page):
    card = add(page, "Gezinsgesprekken")
    write(row(card, "provider"), "De Verzonnen Linde")
    assert card.is_open
    card.open(False)
    assert [label.text() for label in card.findChildren(QLabel) if label.isVisible()] == [
        "Gezinsgesprekken",
        "van De Verzonnen Linde",
    ]
    again = page_for(page.step, page.case)
    again.finish()
    assert helps(again).cards()[0].rows() == []


def test_a_change_replaces_the_answer_and_undo_brings_it_back(page, case):
    card = add(page, "Gesprekken")
    write(row(card, "name"), "Spelgroep")
    assert kept(case, card, "name") == "Spelgroep"
    case.undo()
    assert kept(case, card, "name") == "Gesprekken"
    assert field(row(card, "name")).text() == "Gesprekken"


def test_records_change_places_by_their_buttons(page, case, qtbot):
    first, second, third = (add(page, name) for name in ("een", "twee", "drie"))
    assert not first._up.isEnabled() and not third._down.isEnabled()
    QTest.mouseClick(third._up, Qt.MouseButton.LeftButton)
    assert case.order(LIST) == [first.record, third.record, second.record]
    assert [card.record for card in helps(page).cards()] == case.order(LIST)
    qtbot.waitUntil(lambda: first.y() < third.y() < second.y())
    QTest.mouseClick(first._down, Qt.MouseButton.LeftButton)
    assert case.order(LIST) == [third.record, first.record, second.record]


def test_what_is_removed_comes_back_whole(page, case):
    card = add(page, "Spelgroep")
    write(row(card, "provider"), "Fictema Jeugd")
    QTest.mouseClick(button(card, "Weghalen"), Qt.MouseButton.LeftButton)
    assert case.order(LIST) == [] and case.case.step(HelpHistory).help.known == ()
    QTest.mouseClick(helps(page).undo_button, Qt.MouseButton.LeftButton)
    (back,) = case.case.step(HelpHistory).help.known
    assert (back.name.known, back.provider.known) == ("Spelgroep", "Fictema Jeugd")
    assert not helps(page).undo_button.isVisible()





def test_there_is_none_is_an_answer(page, case):
    QTest.mouseClick(helps(page).none_button, Qt.MouseButton.LeftButton)
    assert case.raw(LIST) == []
    assert "Er was en is geen hulp." in said(helps(page))


def test_a_list_can_be_not_applicable_with_a_reason(page, case):
    press(menu_of(helps(page).no_answer), "niet van toepassing")
    assert case.raw(LIST) is None
    reason = helps(page).findChild(LineInput).line
    QTest.keyClicks(reason, "net in Nederland")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert case.raw(LIST) == {"unanswered": "not_applicable", "reason": "net in Nederland"}
    assert "Niet van toepassing: net in Nederland." in said(helps(page))
