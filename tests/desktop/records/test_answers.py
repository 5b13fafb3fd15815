"""Non-answers, statements and what no longer applies, proved on step 7."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget

from casework.steps.help_history import HelpHistory
from desktop.flow.inputs import LineInput
from desktop.flow.no_answer import NoAnswer
from tests.desktop.cases import TODAY
from tests.desktop.records.common import (
    add,
    choose,
    field,
    menu_of,
    press,
    row,
    said,
    write,
)

# What the offscreen platform says of every window and menu; it is no shortcoming of ours.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize(("words", "key"), [("weet ik niet", "unknown"), ("wil niet zeggen", "declined"),
                                            ("niet gevraagd", "not_asked")])  # fmt: skip
def test_a_typed_question_takes_a_real_non_answer_and_gives_it_back(page, case, words, key):
    one = row(add(page), "goal")
    field(one).setFocus()
    offer = one.findChild(NoAnswer)
    assert offer.isVisible(), "an empty field with the focus offers its non-answers"
    press(menu_of(offer), words)
    assert case.raw(one.path) == {"unanswered": key}
    assert not field(one).isVisible()
    stands = next(chip for chip in one.findChildren(NoAnswer) if chip.isVisible())
    assert stands.text() == words and stands.accessibleName().startswith(f"{one.words}: {words}")
    press(menu_of(stands), "toch een antwoord geven")
    assert case.raw(one.path) is None and field(one).isVisible()


@pytest.mark.parametrize("wide", [150, 170, 210, 250, 300, 680])
def test_the_offer_of_no_answer_leaves_the_middle_of_a_field_of_any_width(page, wide):
    day = field(row(add(page), "provider"))
    day.setFixedWidth(wide)
    day.setFocus()
    offer = day.findChild(NoAnswer)
    assert offer.isVisible() and offer.x() > wide // 2


def test_who_clicks_the_middle_of_a_narrow_day_gets_the_cursor_and_no_menu(page, case):
    card = add(page)
    day, provider = field(row(card, "start")), field(row(card, "provider"))
    for one in (day, provider):
        one.setFocus()
        offer = one.findChild(NoAnswer)
        assert offer.isVisible() and not offer.geometry().contains(one.rect().center())
    assert day.findChild(NoAnswer).text() == "geen" and provider.findChild(NoAnswer).text() == "geen antwoord"
    assert day.findChild(NoAnswer).accessibleName().endswith(": geen antwoord. Druk om te kiezen.")
    press(menu_of(day.findChild(NoAnswer)), "weet ik niet")
    assert case.raw(row(card, "start").path) == {"unanswered": "unknown"}


def test_a_choice_in_a_card_takes_a_non_answer_from_its_list(page, case):
    one = row(add(page), "result")
    box = one.input.box
    at = box.findText("wil niet zeggen")
    box.setCurrentIndex(at)
    box.activated.emit(at)
    assert case.raw(one.path) == {"unanswered": "declined"}
    assert box.currentText() == "wil niet zeggen"


def test_chips_let_go_for_a_non_answer(page, case):
    one = page._rows["help_history.crisis"]
    QTest.mouseClick(one.input.chips.chips[0], Qt.MouseButton.LeftButton)
    assert case.raw(one.path) is True
    press(menu_of(one.findChild(NoAnswer)), "weet ik niet")
    assert case.raw(one.path) == {"unanswered": "unknown"}
    assert one.input.chips.value() is None


def test_not_applicable_asks_for_its_reason_first(page, case):
    one = row(add(page), "provider")
    field(one).setFocus()
    press(menu_of(one.findChild(NoAnswer)), "niet van toepassing")
    assert case.raw(one.path) is None
    reason = one.findChild(LineInput).line
    assert reason.hasFocus() and "Schrijf waarom dit niet van toepassing is." in said(one)
    QTest.keyClicks(reason, "hulp van oma")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert case.raw(one.path) == {"unanswered": "not_applicable", "reason": "hulp van oma"}


def test_not_applicable_without_a_reason_is_no_answer(page, case):
    one = row(add(page), "provider")
    field(one).setFocus()
    press(menu_of(one.findChild(NoAnswer)), "niet van toepassing")
    QTest.keyClick(one.findChild(LineInput).line, Qt.Key.Key_Return)
    assert case.raw(one.path) is None and field(one).isVisible()


# -- whose words, of what kind, of which day


def test_a_judgement_gets_its_day_and_takes_source_and_kind(page, case):
    one = row(add(page), "helped")
    write(one, "samen wandelen")
    assert case.raw(one.path) == {"value": "samen wandelen", "on": TODAY.isoformat()}
    press(menu_of(one._told.source), "school")
    press(menu_of(one._told.kind), "waarneming")
    assert case.raw(one.path) == {
        "value": "samen wandelen", "source": "school", "kind": "waarneming", "on": TODAY.isoformat(),
    }  # fmt: skip
    assert (one._told.source.text(), one._told.kind.text()) == ("van school", "waarneming")


def test_the_day_of_a_judgement_comes_from_a_calendar(page, case):
    one = row(add(page), "helped")
    write(one, "samen wandelen")
    calendar = one._told.open_calendar()
    assert isinstance(calendar, QCalendarWidget) and calendar.selectedDate() == QDate(
        TODAY.year, TODAY.month, TODAY.day
    )
    day = TODAY - timedelta(days=9)
    calendar.activated.emit(QDate(day.year, day.month, day.day))
    assert case.raw(one.path)["on"] == day.isoformat()


def test_other_words_keep_whose_they_are(page, case):
    one = row(add(page), "helped")
    write(one, "wandelen")
    press(menu_of(one._told.source), "ouder")
    write(one, "elke week wandelen")
    assert case.raw(one.path) == {"value": "elke week wandelen", "source": "ouder", "on": TODAY.isoformat()}


# -- what no longer applies


def test_what_no_longer_applies_is_shown_apart_and_reaches_nothing(page, case):
    card = add(page, "Spelgroep")
    end = row(card, "end")
    write(end, "1-6-2026")
    choose(row(card, "running"), "ja")
    assert end.isVisible() and not field(end).isEnabled()
    assert any("hoort nu niet bij deze situatie" in words for words in said(end))
    assert case.raw(end.path) == "2026-06-01"
    (counted,) = case.settled.of(HelpHistory).help.known
    assert counted.end.known is None
    choose(row(card, "running"), "nee")
    assert field(end).isEnabled() and case.settled.of(HelpHistory).help.known[0].end.known is not None
