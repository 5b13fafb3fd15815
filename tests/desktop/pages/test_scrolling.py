"""The wheel goes on over every field: it scrolls the page and changes no answer."""

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from desktop.flow.inputs import LongInput

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def turn_wheel(part):
    window = part.window()
    QTest.wheelEvent(window.windowHandle(), QPointF(part.mapTo(window, part.rect().center())), QPoint(0, -120))


def test_a_long_text_wraps_and_shows_no_bar(show):
    field = LongInput("Wat is de aanleiding?")
    field.show_value("School dreigt Jesse te schorsen. Hij wordt soms ineens boos en loopt dan de les uit. " * 2)
    show(field, 900, 120)
    for width in range(300, 900, 7):
        field.resize(width, 120)
        QApplication.processEvents()
        assert not field.edit.horizontalScrollBar().isVisible(), width


@pytest.mark.parametrize("editable", [False, True])
def test_the_wheel_over_a_choice_scrolls_the_page_and_chooses_nothing(begin, page_of, editable):
    page = page_of(begin({"identity.birth_date": "2009-04-01"}), "special_checks")
    page.finish()
    QApplication.processEvents()
    box = next(one for one in page.findChildren(QComboBox) if one.isVisible() and one.isEditable() == editable)
    page.ensureWidgetVisible(box)
    before, words = page.verticalScrollBar().value(), box.currentText()
    box.setFocus()
    turn_wheel(box)
    assert page.verticalScrollBar().value() > before
    assert box.currentText() == words
