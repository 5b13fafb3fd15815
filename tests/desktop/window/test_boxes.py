"""A box that asks something: where it begins, and that what it says later is read whole."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from desktop.ask import Box
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
