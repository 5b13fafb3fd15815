"""A box that asks something: where it begins, and that what it says later is read whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ask import Box
from desktop.cases.go_to import GoTo
from desktop.theme.apply import apply_theme
from desktop.theme.label import Plain
from desktop.theme.radio_chips import RadioChips


@pytest.fixture
def box(show):
    """Over a window, with an act that waits for what is asked."""
    over = show(QWidget(), 900, 600)
    made = Box(over, "Welk advies staat voorop?", act="Stel vast")
    made.act.setEnabled(False)
    made.chips, made.wrong = RadioChips("Welk?", {"een": "het ene", "ander": "het andere"}), Plain("", "small", "stop")
    made.body.addWidget(made.chips)
    made.body.addWidget(made.wrong)
    made.show()
    yield made
    made.close()


def test_it_begins_in_what_is_asked_and_not_on_the_way_back(box) -> None:
    assert box.focusWidget() in box.chips.chips


def test_a_sentence_that_comes_later_is_read_whole(box, qtbot) -> None:
    low = box.height()
    box.wrong.setText("Dit is niet dezelfde vingerafdruk. Neem het bestand niet over, en bel de ander op. " * 2)
    qtbot.waitUntil(lambda: box.height() > low)
    assert not box._scroll.verticalScrollBar().isVisible()


def test_a_number_of_a_step_waits_for_enter_so_that_enter_presses_nothing_on_that_step(show, qtbot) -> None:
    box = GoTo(show(QWidget(), 900, 600))
    box.show()
    line = box.findChild(QLineEdit)
    for number in ("8", "12"):
        line.clear()
        qtbot.keyClicks(line, number)
        assert box.isVisible() and box.number == int(number)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert box.result() == GoTo.DialogCode.Accepted


@pytest.mark.parametrize("line", [
    "Getekend met een sleutel die hier niet wordt vertrouwd: "
    "ijkpunt-uitgever:kyMa2nxohHKZYoKtE7Q3K6gB2lD6ctarOEgyyuE1JEU=. Vraag de uitgever of dit de goede is.",
    "Nieuwe casussen worden hiermee gewogen. Een casus die loopt, houdt zijn eigen versie; boven in die casus staat "
    "wat er zou veranderen.",
], ids=["a word that does not break", "two lines that would be three beside a bar"])  # fmt: skip
def test_nothing_scrolls_where_there_is_room(show, qtbot, qapp, line) -> None:
    apply_theme(qapp)
    box = Box(show(QWidget(), 1366, 688), "Kent u deze uitgever?", line, "Begrepen", "")
    box.show()
    qtbot.waitExposed(box)
    qtbot.wait(50)
    assert not box._scroll.horizontalScrollBar().isVisible()
    assert not box._scroll.verticalScrollBar().isVisible()
    box.close()


def test_a_long_list_of_long_words_scrolls_one_way_only(show, qtbot, qapp) -> None:
    """The bar beside the words takes its room from them."""
    apply_theme(qapp)
    box = Box(show(QWidget(), 1366, 688), "Dit bericht is niet ingelezen", "", "Begrepen", "")
    path = "Bericht/Client/AangevraagdeProducten/AangevraagdProduct/ToewijzingEinddatum"
    box.body.addWidget(Plain("\n".join([path] * 60)))
    box.show()
    qtbot.waitExposed(box)
    qtbot.wait(50)
    assert box._scroll.verticalScrollBar().isVisible() and not box._scroll.horizontalScrollBar().isVisible()
    box.close()
