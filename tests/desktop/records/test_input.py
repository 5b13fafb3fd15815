"""Drafts, wrong input, odd letters and names for every input, proved on step 7."""


import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from casework.edits import place
from casework.steps import FLOW
from desktop.flow.answering import NONANSWERS, nonanswers_of
from desktop.flow.page import page_for
from tests.desktop.cases import TODAY
from tests.desktop.records.common import (
    ODD,
    add,
    field,
    helps,
    opened,
    row,
    said,
    write,
)

# What the offscreen platform says of every window and menu; it is no shortcoming of ours.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_typing_is_in_the_store_within_a_second_and_confirmed_at_leaving(page, case, home, qtbot):
    one = row(add(page), "helped")
    field(one).setFocus()
    QTest.keyClicks(field(one), "samen wan")
    qtbot.waitUntil(lambda: [draft.text for draft in home.cases.drafts("c1")] == ["samen wan"], timeout=1000)
    assert case.raw(one.path) is None, "what is being typed is not an answer yet"
    QTest.keyClicks(field(one), "delen")
    QTest.keyClick(field(one), Qt.Key.Key_Tab)
    assert case.raw(one.path)["value"] == "samen wandelen"
    assert list(home.cases.drafts("c1")) == []


def test_what_was_typed_stands_there_after_a_crash_with_the_cursor(page, case, home, show):
    one = row(add(page), "helped")
    field(one).setFocus()
    QTest.keyClicks(field(one), "halve zin")
    for _ in range(4):
        QTest.keyClick(field(one), Qt.Key.Key_Left)
    QTest.keyClicks(field(one), "e")
    case.flush()
    again = opened(home.open(), show)
    helps(again).cards()[0].open(True)
    typed = field(row(helps(again).cards()[0], "helped"))
    assert typed.toPlainText() == "halvee zin" and typed.textCursor().position() == 6


@pytest.mark.parametrize(("typed", "sentence"), [
    ("5 jullie 2026", "Schrijf een datum als 19-11-2026, of “vandaag”."),
    ("gister", "Schrijf een datum als 19-11-2026, of “vandaag”."),
    ("31-2-2026", "De datum 31-2-2026 bestaat niet. Controleer dag en maand."),
])  # fmt: skip
def test_a_wrong_day_gets_a_sentence_and_the_text_stays(page, case, typed, sentence):
    card = add(page)
    one = row(card, "start")
    write(one, typed)
    assert case.raw(one.path) is None and field(one).text() == typed
    assert sentence in said(one) and field(one).accessibleDescription() == sentence
    write(row(card, "provider"), "Fictema")
    assert field(one).text() == typed and sentence in said(one), "another answer wipes nothing away"
    write(one, "vandaag")
    assert case.raw(one.path) == TODAY.isoformat()
    assert said(one) == ["Begonnen op"] and field(one).text() == "23-11-2026"


@pytest.mark.parametrize(
    ("typed", "kept"), [("5 juli 2026", "2026-07-05"), ("1 Maart 2025", "2025-03-01"), ("5/7/2026", "2026-07-05")]
)
def test_a_day_may_be_typed_as_it_is_written_everywhere_else(page, case, typed, kept):
    one = row(add(page), "start")
    write(one, typed)
    assert case.raw(one.path) == kept


@pytest.mark.parametrize("typed", ["-1", "drie", "2,5", "99999"])
def test_a_wrong_number_gets_a_sentence(page, case, typed):
    one = row(add(page), "extensions")
    write(one, typed)
    assert case.raw(one.path) is None and len(said(one)) == 2 and field(one).text() == typed


def test_fifty_thousand_letters(page, case, home):
    text = ("Een lange zin over hulp. " * 2000).strip()
    assert len(text) >= 49_999
    one = row(add(page), "helped")
    field(one).setFocus()
    field(one).insertPlainText(text)
    QTest.keyClick(field(one), Qt.Key.Key_Tab)
    assert home.open().raw(one.path)["value"] == text
    assert field(one).height() < 400, "a long text scrolls, it does not push the page away"


def test_odd_letters_are_shown_and_kept_as_they_are(page, case):
    card = add(page)
    one = row(card, "goal")
    field(one).setFocus()
    field(one).insertPlainText(ODD)
    QTest.keyClick(field(one), Qt.Key.Key_Tab)
    write(row(card, "provider"), "<i>&amp;")
    assert case.raw(one.path) == ODD and field(one).toPlainText() == ODD
    card.open(False)
    shown = [label for label in card.findChildren(QLabel) if label.isVisible()]
    assert any("<i>&amp;" in label.text() for label in shown)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in shown)


def offered(one):
    box = one.input.box
    return [box.itemText(at) for at in range(box.count())]


def test_not_knowing_is_offered_once(page, case):
    card = add(page)
    gain = row(card, "gain")
    assert "niet bekend" in offered(gain) and "weet ik niet" not in offered(gain)
    assert "weet ik niet" in offered(row(card, "gfm_level"))
    case.confirm(gain.path, {"unanswered": "unknown"})
    assert gain.input.box.currentText() == "weet ik niet", "what was given before stays to be seen"


@pytest.mark.parametrize(("path", "without"), [
    ("safety.suicide_risk", {"not_asked"}), ("situation.iq_level", {"unknown"}), ("identity.gender", {"unknown"}),
    ("safety.verdict", set()),
])  # fmt: skip
def test_a_question_offers_no_non_answer_it_has_among_its_answers(path, without):
    assert set(NONANSWERS) - set(nonanswers_of(place(path).question)) == without


def test_the_first_line_of_a_list_is_nobody_and_a_name_after_a_non_answer_is_kept(page, case):
    one = row(add(page), "for_whom")
    box = one.input.box
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert case.raw(one.path) is None
    box.setCurrentIndex(box.count() - 2)
    box.activated.emit(box.count() - 2)
    assert case.raw(one.path) == {"unanswered": "declined"}
    write(one, "tante Fictema")
    assert case.raw(one.path) == "tante Fictema"


def test_a_list_with_nothing_in_it_says_so(show, case):
    case.add("needs.needs")
    needs = show(page_for(FLOW.by_id["needs"], case), 796, 640)
    needs.finish()
    listed = needs._lists["needs.needs"]
    listed.cards()[0].open(True)
    asked = next(one for one in listed.rows() if one.question.name == "question")
    assert asked.input.box.itemText(0) == "er is nog niets om uit te kiezen"


# -- for everyone


def test_every_input_has_a_name_in_the_accessibility_tree(page):
    card = add(page, "Spelgroep")
    write(row(card, "helped"), "wandelen")
    roles = QAccessible.Role
    asked = {roles.EditableText, roles.ComboBox, roles.CheckBox, roles.RadioButton, roles.Button, roles.PushButton}
    found = [(one.role(), name_of(one)) for one in tree(QAccessible.queryAccessibleInterface(page))]
    inputs = [name for role, name in found if role in asked]
    assert len(inputs) > 30
    assert all(inputs), [role for role, name in found if role in asked and not name]
    assert {one.words for one in card.rows() if one.isVisible()} <= set(inputs)


def name_of(interface):
    """Its name, as a screen reader finds it: of a choice on Linux that is its label."""
    labels = [other for other, flag in interface.relations() if flag == QAccessible.RelationFlag.Label]
    return (labels[0] if labels else interface).text(QAccessible.Text.Name)


def tree(interface):
    for at in range(interface.childCount()):
        child = interface.child(at)
        if child is not None and not child.state().invisible:
            yield child
            yield from tree(child)
