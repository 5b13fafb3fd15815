"""Every page: words, names, widths, and all of it by keyboard."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from casework.steps import FLOW
from desktop.flow.field import QuestionRow
from desktop.flow.page import page_for
from desktop.flow.tab_order import WALKED, tab_stops
from desktop.theme.apply import apply_theme
from tests.desktop.pages.common import CODE, STEPS, with_open_cards, words_on

# What the offscreen platform says of every window and menu; it is no shortcoming of ours.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_nothing_is_wider_than_the_page_at_twice_the_size(family, qapp):
    apply_theme(qapp, "light", 2.0)
    for step in FLOW.steps:
        page = with_open_cards(page_for(step, family))
        assert not too_wide(page), step.id
        page.close()
        page.deleteLater()
        QApplication.processEvents()
    apply_theme(qapp)


@pytest.mark.parametrize("step_id", STEPS)
def test_every_question_is_asked_in_words_of_its_own(seen, step_id):
    page = seen(step_id)
    for row in page._rows.values():
        assert row.words != row.question.title and not CODE.search(row.words), row.path
    for made in page._lists.values():
        assert made._words.text and made._words.empty[0] and made._words.empty[1]
        assert not any(CODE.search(label) for label in made._words.labels.values())


@pytest.mark.parametrize("step_id", STEPS)
def test_no_code_is_left_in_what_people_read(seen, step_id):
    assert not {words for words in words_on(seen(step_id)) if CODE.search(words)}


@pytest.mark.parametrize("step_id", STEPS)
def test_what_is_sensitive_is_asked_last_and_says_so(seen, step_id):
    page = seen(step_id)
    asked = [row.question.sensitive or row.path == "safety.crisis_route_started" for row in page._rows.values()]
    assert asked == sorted(asked), "what is sensitive, and what follows from it, comes last"
    if any(asked) and any(row.isVisible() for row in page._rows.values() if row.question.sensitive):
        assert "Alleen als het nodig is" in words_on(page)


@pytest.mark.parametrize("step_id", STEPS)
def test_every_input_has_a_name(seen, step_id):
    fields = [child for child in seen(step_id).inside.findChildren(QWidget) if child.isVisible() and takes_focus(child)]
    assert not [field for field in fields if not field.accessibleName()]


def takes_focus(widget):
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None


@pytest.mark.parametrize("step_id", STEPS)
def test_nothing_is_wider_than_the_page(seen, step_id):
    assert not too_wide(seen(step_id))


def too_wide(page):
    right = page.viewport().width()
    parts = [child for child in page.inside.findChildren(QWidget) if child.isVisible()]
    return [part for part in parts if part.mapTo(page.inside, part.rect().topRight()).x() > right]


def test_a_page_opens_with_a_screen_full_of_work(family):
    for step in FLOW.steps:
        page = page_for(step, family)
        made = [row for row in page.findChildren(QuestionRow) if row.input is not None]
        cards = [card for of_list in page._lists.values() for card in of_list.cards()]
        assert len(made) <= 8, step.id
        assert not any(card.rows() for card in cards), "a closed card has no fields yet"
        page.finish()
        assert all(row.input is not None for row in page._rows.values() if not row.isHidden())
        page.deleteLater()


class Around(QWidget):
    """What lies around a page: Tab past the last question, or before the first, ends up here."""

    def __init__(self):
        super().__init__()
        self.setProperty(WALKED, True)
        self.left = []

    def focusNextPrevChild(self, on):
        self.left.append(on)
        return True


@pytest.mark.parametrize("step_id", ["intake", "own_capacity", "needs", "decision", "handover"])
def test_tab_walks_the_page_as_it_is_read_and_leaves_it(family, show, step_id):
    around = Around()
    page = page_for(FLOW.by_id[step_id], family)
    page.setParent(around)
    page.resize(796, 600)
    show(around, 796, 600)
    page.finish()
    QApplication.processEvents()
    stops = list(tab_stops(page.inside))
    stops[0].setFocus(Qt.FocusReason.TabFocusReason)
    walked = []
    while not around.left:
        walked.append(QApplication.focusWidget())
        assert len(walked) <= 2 * len(stops) + 5, "Tab goes round inside the page"
        QTest.keyClick(walked[-1], Qt.Key.Key_Tab)
    assert [stop for stop in walked if stop in stops] == stops
    tops = [stop.mapTo(page.inside, stop.rect().topLeft()).y() for stop in stops]
    assert all(later > earlier - 120 for earlier, later in pairwise(tops)), "never far back up"
    stops[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(stops[0], Qt.Key.Key_Backtab)
    assert around.left == [True, False]


def test_the_fields_of_a_page_are_reached_backwards_too(begin, page_of):
    page = page_of(begin(), "intake")
    stops = list(tab_stops(page.inside))
    stops[3].setFocus()
    QTest.keyClick(stops[3], Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is stops[2]


# -- what applies


@pytest.mark.parametrize("step_id", STEPS)
def test_no_question_is_cut_off(qtbot, show, family, step_id):
    """Made in slices, as in the window: a row that is made after the page was shown gets all the room it asks for."""
    page = show(page_for(FLOW.by_id[step_id], family), 796, 640)
    qtbot.waitUntil(lambda: not page._later)

    def cut_off():
        rows = (row for row in page.inside.findChildren(QuestionRow) if row.isVisible())
        return [(row.path, row.height()) for row in rows if row.height() < row.heightForWidth(row.width())]

    qtbot.waitUntil(lambda: not cut_off(), timeout=3000)
