"""The ready-made parts: words as they are, chips by keyboard, signals that open and act, nothing cut off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from desktop.theme import gallery
from desktop.theme.apply import apply_theme
from desktop.theme.buttons import Switch, button
from desktop.theme.chips import Chip, ClockChip, StatementChips, clock_words
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.pill import Pill
from desktop.theme.radio_chips import RadioChip, RadioChips
from desktop.theme.runs import Run
from desktop.theme.saved import SavedWord
from desktop.theme.signal_card import SignalCard

# What the offscreen platform says of every window; it is no shortcoming of ours.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

ANSWERS = {"yes": "ja", "some": "een beetje", "no": "nee"}
OTHERS = {"unknown": "weet ik niet", "declined": "wil niet zeggen"}


@pytest.fixture(autouse=True)
def in_light(light):
    """Every test here looks at the product."""


def test_words_are_shown_as_they_are_and_wrap(show):
    text = "<b>Niet vet</b> & gewone tekst die over de rand heen loopt"
    label = show(Plain(text), 160, 200)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.heightForWidth(160) > 2 * label.fontMetrics().height()
    assert label.minimumSizeHint().width() <= 160


def test_parts_go_on_at_the_next_line(show):
    window = QWidget()
    row = FlowLayout(window)
    buttons = [QPushButton(f"Knop {number}") for number in range(6)]
    for each in buttons:
        row.addWidget(each)
    show(window, 250, 300)
    assert len({each.y() for each in buttons}) > 1
    assert all(each.geometry().right() <= 250 for each in buttons)
    assert row.heightForWidth(10_000) < row.heightForWidth(250)


def chips_shown(show):
    chips = show(RadioChips("Past het?", ANSWERS, OTHERS), 700, 60)
    heard = []
    chips.changed.connect(heard.append)
    return chips, heard


def test_a_click_answers_and_the_same_click_lets_go(qtbot, show):
    chips, heard = chips_shown(show)
    qtbot.mouseClick(chips.chips[1], Qt.MouseButton.LeftButton)
    assert chips.value() == "some"
    qtbot.mouseClick(chips.chips[3], Qt.MouseButton.LeftButton)
    assert chips.value() == "unknown"
    qtbot.mouseClick(chips.chips[3], Qt.MouseButton.LeftButton)
    assert chips.value() is None
    assert heard == ["some", "unknown", None]


def test_the_keyboard_walks_chooses_and_clears(qtbot, show):
    chips, heard = chips_shown(show)
    chips.setFocus()
    assert QApplication.focusWidget() is chips.chips[0]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert heard == ["some", "declined", "yes", "declined"]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert chips.value() is None
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert heard[-2:] == [None, "declined"]


def test_tab_stops_once_in_a_question(show):
    chips, heard = chips_shown(show)
    chips.set_value("no")
    stops = [chip.key for chip in chips.chips if chip.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["no"]
    assert not heard


def test_an_answer_that_is_not_there_is_refused(show):
    chips, _ = chips_shown(show)
    with pytest.raises(KeyError):
        chips.set_value("maybe")


def test_terms_in_words():
    assert [clock_words(days)[1] for days in (31, 5, 1, 0, -1, -2)] == [
        "nog 31 werkdagen",
        "nog 5 werkdagen",
        "nog 1 werkdag",
        "vandaag",
        "1 werkdag te laat",
        "2 werkdagen te laat",
    ]
    assert [clock_words(days)[0] for days in (6, 5, 0, -1)] == ["running", "short", "short", "late"]
    assert clock_words(12, paused=True) == ("paused", "klok staat stil")
    assert ClockChip(31, about="besluit").text() == "besluit: nog 31 werkdagen"


def test_a_statement_asks_for_what_is_missing(qtbot, show):
    chips = show(StatementChips("Jesse", None, "19 november"), 600, 40)
    assert [chip.accessibleName() for chip in (chips.source, chips.kind, chips.day)] == [
        "van Jesse",
        "welke soort?",
        "19 november",
    ]
    with qtbot.waitSignal(chips.kind_asked):
        qtbot.mouseClick(chips.kind, Qt.MouseButton.LeftButton)


def test_a_failed_save_stays_and_says_why(show):
    word = show(SavedWord())
    word.show_failed("schijf is vol")
    assert word.accessibleName() == "niet bewaard: schijf is vol"
    word.show_saved()
    assert word.state == "saved"


def signal_card(severity="STOP", **more):
    facts = [("Feiten", "Alleen moeder gaf akkoord.")]
    return SignalCard(severity, "Vader ontbreekt", facts, "R-1", "Jeugdwet 7.3.4", "Naar stap 2", "Anders…", **more)


def test_a_signal_opens_closes_and_acts(qtbot, show):
    card = show(signal_card(is_open=False), 400, 300)
    assert not card.is_open()
    assert "Alleen moeder" not in {label.text() for label in card.findChildren(QLabel) if label.isVisible()}
    card.head.setFocus()
    qtbot.keyClick(card.head, Qt.Key.Key_Return)
    assert card.is_open()
    assert card.head.accessibleName() == "STOP: Vader ontbreekt"
    act, differ = card.findChildren(QPushButton)
    with qtbot.waitSignal(card.act):
        act.click()
    with qtbot.waitSignal(card.differ):
        differ.click()
    qtbot.keyClick(card.head, Qt.Key.Key_Space)
    assert not card.is_open()


PRESSED = [lambda: button("Verder"), lambda: Chip(Pill([Run("van wie?")])), lambda: Switch("Ouder", "segment")]


@pytest.mark.parametrize("made", PRESSED)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_what_the_space_bar_presses(qtbot, show, made, key):
    press = show(made(), 200, 60)
    with qtbot.waitSignal(press.clicked):
        qtbot.keyClick(press, key)


def test_a_tip_has_no_filled_button(show):
    assert signal_card("TIP").findChildren(QPushButton)[0].property("role") == "plain"
    assert signal_card("STOP").findChildren(QPushButton)[0].property("role") == "primary"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_in_the_gallery_is_cut_off(qapp, show, scale):
    apply_theme(qapp, "light", scale)
    window = show(gallery.window(1366 if scale == 1 else 900), 1366 if scale == 1 else 900, 1000)
    labels = [label for label in window.findChildren(QLabel) if label.isVisible() and label.text()]
    assert len(labels) > 40
    for label in labels:
        needed = label.heightForWidth(label.width()) if label.hasHeightForWidth() else label.sizeHint().height()
        assert label.height() >= needed, label.text()
        if not label.hasHeightForWidth():
            assert label.width() >= label.sizeHint().width(), label.text()
    for pressed in window.findChildren(QAbstractButton):
        if pressed.isVisible() and not isinstance(pressed, RadioChip) and pressed.text():
            assert pressed.width() >= min(pressed.sizeHint().width(), pressed.parentWidget().width()), pressed.text()


def test_everything_that_can_be_operated_has_a_name(show):
    window = show(gallery.window(1366), 1366, 1000)
    nameless = [
        widget
        for kind in (QAbstractButton, QLineEdit, QComboBox)
        for widget in window.findChildren(kind)
        if not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert not nameless


@pytest.mark.parametrize("role", ["tab", "segment"])
def test_a_switch_is_not_wider_when_chosen(show, role):
    switch = show(Switch("Sociale kaart", role), 200, 60)
    before = switch.sizeHint().width()
    switch.setChecked(True)
    assert switch.sizeHint().width() == before
    assert before >= QFontMetrics(current().font("body", 700)).horizontalAdvance("Sociale kaart")
