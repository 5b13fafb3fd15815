"""Vandaag: it opens the day, leads to the field, remembers what it knew, and never shows what is gone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from desktop.house import PLACE
from desktop.rooms import CASES, TODAY
from desktop.today.briefs import AGENDA
from desktop.today.last import LAST
from desktop.today.room import TodayRoom
from tests.desktop.window.conftest import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def today(driver) -> TodayRoom:
    """The room, when it knows all there is to know."""
    driver.window.house.show_room(TODAY)
    room = driver.window.house.room(TODAY)
    driver.wait(lambda: not room.briefs.busy and not room._pool_soon.isActive())
    driver.wait(lambda: not room.briefs._next.isActive())
    return room


def case_with(driver, **answers: str):
    """A case of one's own with answers by path, `__` for a dot."""
    session = driver.window.session
    line = session.begin()
    values = {path.replace("__", "."): value for path, value in answers.items()}
    session.store.confirm_many(line.id, values, session.actor)
    return session.line(line.id)


def reported(driver, days_ago: int, name: str = "Mila Verzinga"):
    """A report so many days ago, in eight weeks to be decided on."""
    day = driver.window.session.today - timedelta(days=days_ago)
    line = case_with(driver, identity__name=name, intake__report_date=day.isoformat(), intake__urgency="geen")
    driver.window.session.open(line)  # gives it its name in the list
    return line


def words(room: TodayRoom) -> list[str]:
    return [row._words.text() for row in room.terms.rows if not row.isHidden()]


def test_the_day_begins_here_and_an_empty_one_says_what_to_do(inside):
    house = inside.window.house
    room = today(inside)
    assert house.bar.tabs[0].isChecked() and room.isVisible()
    assert room._empty.isVisible() and not room.terms.isVisible() and not room._was.isVisible()
    room._empty.clicked.emit()
    assert house.worklist.isVisible()


def test_a_term_that_is_late_stands_on_top_and_its_button_leads_to_the_field(inside):
    reported(inside, 20, "Sem Oefenstra")
    late = reported(inside, 70)
    room = today(inside)
    assert [term.line.title for term in room.shown] == ["Mila Verzinga", "Sem Oefenstra"]
    assert room._asks.text().startswith("1 termijn vraagt vandaag")
    assert "te laat" in room.terms.rows[0]._clock.text() and words(room)[0].startswith("Besluit op de melding")
    room.terms.rows[0].press.setFocus()
    inside.press(Qt.Key.Key_Space)
    case = inside.window.house.case
    assert case.case.id == late.id and case.step_id == "decision"


def test_a_decision_that_is_made_asks_nothing_any_more(inside):
    line = reported(inside, 70)
    assert len(today(inside).shown) == 1
    inside.window.house.open(line).case.confirm("decision.decision", "andere_wet")
    assert today(inside).shown == []
    assert not today(inside).terms._none.isHidden()


def test_practice_families_are_no_work(inside):
    inside.family()
    room = today(inside)
    assert room.shown == [] and room._empty.isVisible()


def test_what_was_known_shows_at_once_after_unlocking_and_is_not_worked_out_again(inside):
    reported(inside, 70)
    today(inside)
    inside.window.lock()
    inside.type(PASSPHRASE)
    inside.press(Qt.Key.Key_Return)
    inside.wait(lambda: inside.window.house is not None)
    room = inside.window.house.room(TODAY)
    assert len(words(room)) == 1, "before any case was read"
    assert not room.briefs.busy


def test_signals_are_counted_over_all_cases(inside):
    case_with(inside, intake__urgency="acuut_gevaar", intake__track="volledig_onderzoek")
    room = today(inside)
    count, means = room.signals._rows["STOP"]
    assert int(count.text()) >= 1 and "tegen" in means.text()
    assert room.signals._cases.text() == "in 1 casus"


def test_an_erased_case_leaves_nothing_behind(inside):
    line = reported(inside, 70)
    house, settings = inside.window.house, inside.window.session.settings
    house.open(line)
    house._keep_place()
    today(inside)
    assert line.id in settings.get(AGENDA)["cases"] and settings.get(LAST)["case"] == line.id
    house.worklist.erase_case(line)
    assert line.id not in str(settings.get(AGENDA)) and not settings.get(LAST)
    assert today(inside).shown == []


def test_where_one_was_on_a_day_before_is_one_press_away_with_the_sentence(inside):
    line = reported(inside, 20)
    inside.window.house.open_at(line.id, "intake.occasion")
    inside.wait(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    inside.type("Zij willen graag")
    inside.window.house.keep()
    settings = inside.window.session.settings
    yesterday = (inside.window.session.today - timedelta(days=1)).isoformat()
    settings.put(PLACE, {**settings.get(PLACE), "on": yesterday})
    place = settings.get(PLACE)
    house = inside.window.house
    house.show_room(CASES)
    house.go_to_place(place)
    assert house.worklist.isVisible(), "another day begins with the day"
    room = today(inside)
    assert "“Zij willen graag”" in room._was_words.text() and room._was_who.text().startswith("Mila Verzinga: stap 1")
    room.go_on.click()
    assert house.case.case.id == line.id
    assert QApplication.focusWidget().toPlainText() == "Zij willen graag"
