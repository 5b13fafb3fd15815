"""The panel Weging: always current, leads to the field, answered deliberately otherwise, never a percentage."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget

from casework.weighing.assessment import SeenFact
from desktop.flow.field import QuestionRow
from desktop.theme.layouts import laid_out
from desktop.theme.signal_card import SignalCard
from desktop.weighing.signals import announcement, counted_signals, facts_in_words, open_signals

UNSAFE = ("safety.verdict", "acuut_of_structureel_onveilig")

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def screen(inside):
    return inside.family("jesse.json")


def cards(screen) -> list[SignalCard]:
    """In the order in which they stand."""
    return list(laid_out(screen.panel.signals._list))


def standing(screen) -> list:
    return open_signals(screen.case.assessment.signals)


def change(screen, path: str, value: object) -> None:
    assert screen.case.confirm(path, value) is None
    screen.case.weigh()


def test_facts_are_told_in_words_and_not_in_codes():
    conclusion = SeenFact(path="needs.conclusion", value="VERANDERBAAR", label="de conclusie")
    place = SeenFact(path="situation.school_type", value="SO", label="school")
    assert facts_in_words([conclusion, place]) == "de conclusie: Veranderbaar, met hulp; school: speciaal onderwijs"


def test_it_follows_a_confirmed_answer(inside, screen):
    before = {one.rule for one in standing(screen)}
    change(screen, *UNSAFE)
    new = {one.rule for one in standing(screen)} - before
    assert new == {"R-VEIL-01", "R-IJK-02"}
    assert [card.accessibleName() for card in cards(screen)] == [
        f"{ {'STOP': 'STOP', 'ATTENTION': 'LET OP', 'TIP': 'TIP'}[one.severity]}: {one.title}"
        for one in standing(screen)
    ]
    assert announcement((), screen.case.assessment.signals).startswith(f"{len(standing(screen))} signa")


def test_a_card_that_did_not_change_stays_the_same_widget(screen):
    change(screen, *UNSAFE)
    kept = {card.accessibleName(): card for card in cards(screen)}
    change(screen, "intake.occasion", "iets anders")
    for card in cards(screen):
        if card.accessibleName() in kept:
            assert card is kept[card.accessibleName()]


def test_a_new_signal_does_not_take_the_focus(screen):
    row = screen.open_step("intake").findChild(QuestionRow, "intake.occasion")
    row.input.setFocus()
    before = QApplication.focusWidget()
    change(screen, *UNSAFE)
    assert QApplication.focusWidget() is before


def test_the_act_of_a_signal_leads_to_its_field(inside, screen):
    change(screen, *UNSAFE)
    signal = next(one for one in standing(screen) if one.action_path)
    card = next(card for card in cards(screen) if card.accessibleName().endswith(signal.title))
    screen.open_step("needs")
    card.set_open(True)
    next(press for press in card.findChildren(QPushButton) if press.text() == signal.action).click()
    assert screen.step_id == signal.action_path.split(".")[0]
    assert screen._stack.currentWidget().isAncestorOf(QApplication.focusWidget())


def test_deliberately_otherwise_needs_a_reason_and_a_sentence_and_can_be_taken_back(inside, screen, answer_box):
    change(screen, *UNSAFE)
    signal = next(one for one in standing(screen) if one.severity == "ATTENTION")

    def fill(box) -> None:
        assert not box.act.isEnabled()
        box._reasons._choose(box._reasons.chips[1])
        assert not box.act.isEnabled()
        box.findChild(QPlainTextEdit).setPlainText("Moeder wil eerst zelf met school praten.")
        box.act.click()

    answer_box(fill)
    screen.panel.signals.differ.emit(signal)
    screen.case.weigh()
    response = next(one for one in screen.case.case.responses if one.rule == signal.rule)
    assert (response.outcome, response.reason) == ("bewust_anders", "wens_gezin")
    assert response.note == "Moeder wil eerst zelf met school praten."
    assert signal.rule not in {one.rule for one in standing(screen)}
    name = f"Antwoord terugnemen: {signal.title}"
    next(b for b in screen.panel.findChildren(QAbstractButton) if b.accessibleName() == name).click()
    screen.case.weigh()
    assert signal.rule in {one.rule for one in standing(screen)}


def test_the_reasons_are_those_of_the_pack(screen, answer_box):
    known = screen.case.pack.texts["reasons"]
    assert "regel_past_niet" in known
    seen = []
    change(screen, *UNSAFE)
    signal = next(one for one in standing(screen) if one.severity == "ATTENTION")
    answer_box(lambda box: seen.extend((chip.key, chip.text()) for chip in box._reasons.chips))
    screen.panel.signals.differ.emit(signal)
    assert dict(seen) == dict(known)


def test_a_signal_can_be_followed_with_a_word_on_what_was_done(inside, screen, answer_box):
    change(screen, *UNSAFE)
    signal = next(one for one in standing(screen) if one.severity == "ATTENTION")
    card = next(card for card in cards(screen) if card.accessibleName().endswith(signal.title))

    def fill(box) -> None:
        box.findChild(QPlainTextEdit).setPlainText("Met school gebeld.")
        box.act.click()

    answer_box(fill)
    card.set_open(True)
    press = next(press for press in card.findChildren(QPushButton) if press.text() == "Opgevolgd…")
    press.setFocus()
    press.click()
    screen.case.weigh()
    assert screen.panel.signals.isAncestorOf(inside.window.focusWidget()), "the card went, the focus stays beside it"
    response = next(one for one in screen.case.case.responses if one.rule == signal.rule)
    assert (response.outcome, response.reason, response.note) == ("opgevolgd", "", "Met school gebeld.")
    assert signal.rule not in {one.rule for one in standing(screen)}


def test_a_tip_is_followed_with_one_click(screen):
    tip = next(one for one in standing(screen) if one.severity == "TIP")
    screen.panel.signals.followed.emit(tip)
    screen.case.weigh()
    response = next(one for one in screen.case.case.responses if one.rule == tip.rule)
    assert response.outcome == "opgevolgd"


def test_a_stop_cannot_be_answered_away(screen):
    change(screen, *UNSAFE)
    stops = [card for card in cards(screen) if card.property("signal") == "stop"]
    assert stops
    words = {press.text() for card in stops for press in card.findChildren(QPushButton)}
    assert not words & {"Bewust anders…", "Laat liggen", "Opgevolgd", "Opgevolgd…"}


def test_a_tip_can_be_left_with_one_click(screen):
    tip = next(one for one in standing(screen) if one.severity == "TIP")
    screen.panel.signals.differ.emit(tip)
    screen.case.weigh()
    assert tip.rule not in {one.rule for one in standing(screen)}


def test_a_stage_leads_to_what_it_misses(screen):
    change(screen, "decision.motivation", None)
    stage = screen.case.assessment.motivation[4]
    assert not stage.complete
    line = screen.panel.stages._lines[4]
    assert stage.missing[0] in line.text()
    screen.open_step("intake")
    line.click()
    assert screen.step_id == "decision"


def test_it_speaks_in_words_and_counts_never_in_percentages(screen):
    inside: QWidget = screen.panel.widget()
    words = [label.text() for label in inside.findChildren(QLabel)]
    words += [press.text() for press in inside.findChildren(QAbstractButton)]
    assert any("gelijk" in text for text in words) and any("zekerheid" in text for text in words)
    assert not [text for text in words if "%" in text]
    assert "een spiegel, u beslist" in words


def test_the_count_on_the_closed_drawer(screen):
    change(screen, *UNSAFE)
    assert "stop" in counted_signals(screen.case.assessment.signals)
    assert screen._drawer.text() == f"Weging: {counted_signals(screen.case.assessment.signals)}"


def test_a_line_of_a_page_leads_to_the_page_of_its_question(inside):
    screen = inside.family()
    screen.open_step("comparison").leads.emit("situation.severity_child")
    assert screen.step_id == "situation"
    assert QApplication.focusWidget() is not None and screen.isAncestorOf(QApplication.focusWidget())
