"""The list editor, proved on step 7: add, change, reorder, remove, undo; non-answers, statements, drafts, odd input."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCalendarWidget, QLabel, QLineEdit, QMenu, QPlainTextEdit

from casework.steps import FLOW
from casework.steps.help_history import HelpHistory
from desktop.flow.inputs import LineInput
from desktop.flow.no_answer import NoAnswer
from desktop.flow.page import page_for
from desktop.theme.apply import apply_theme
from tests.desktop.cases import TODAY, unlocked

# What the offscreen platform says of every window and menu; it is no shortcoming of ours.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LIST = "help_history.help"
ODD = "<b>niet vet</b> & 👩‍👧 מילה عربية Їжак"


@pytest.fixture(autouse=True)
def light(qapp):
    apply_theme(qapp)


@pytest.fixture
def home(tmp_path):
    with unlocked(tmp_path / "home") as opened:
        yield opened


@pytest.fixture
def case(home):
    return home.begin()


@pytest.fixture
def page(case, show):
    return opened(case, show)


def opened(case, show):
    made = show(page_for(FLOW.by_id["help_history"], case), 796, 640)
    made.finish()
    return made


def helps(page):
    return page._lists[LIST]


def add(page, name=""):
    """Press the button to add one, and type a name into its first question."""
    made = helps(page)
    before = len(made.cards())
    press = made.add_button if made.add_button.isVisible() else made._empty.findChild(type(made.add_button))
    QTest.mouseClick(press, Qt.MouseButton.LeftButton)
    assert len(made.cards()) == before + 1
    card = made.cards()[-1]
    if name:
        write(row(card, "name"), name)
    return card


def row(card, name):
    return next(one for one in card.rows() if one.question.name == name)


def field(one):
    """Where one types in a row."""
    return one.findChild(QPlainTextEdit) or one.findChild(QLineEdit)


def write(one, text):
    """Type as one does: into the field, then leave it."""
    target = field(one)
    target.setFocus()
    target.selectAll()
    QTest.keyClicks(target, text)
    QTest.keyClick(target, Qt.Key.Key_Tab)


def press(menu: QMenu, words: str):
    action: QAction = next(act for act in menu.actions() if act.text().startswith(words))
    action.trigger()
    menu.close()


def menu_of(chip):
    QApplication.processEvents()  # what has just come into sight gets its place
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def kept(case, card, name):
    return case.raw(f"{LIST}.{card.record}.{name}")


def said(one):
    return [label.text() for label in one.findChildren(QLabel) if label.isVisible()]


# -- add, change, reorder, remove, undo


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


def button(widget, name):
    return next(one for one in widget.findChildren(QAbstractButton) if one.accessibleName().startswith(name))


# -- none, and real non-answers


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


def choose(one, words):
    box = one.input.box
    box.setFocus()
    at = box.findText(words)
    box.setCurrentIndex(at)
    box.activated.emit(at)


# -- typing


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
