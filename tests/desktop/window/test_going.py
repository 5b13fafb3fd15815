"""Going to a field of another page: it stays in view while that page takes its size, until one scrolls on."""

import pytest
from PySide6.QtWidgets import QAbstractSlider, QApplication, QWidget

from desktop.flow.field import QuestionRow


@pytest.fixture
def screen(inside):
    """A family that is followed: its pages are the longest."""
    return inside.family("volgen.json")


def top_of_focus(page) -> int:
    field = QApplication.focusWidget()
    return field.mapTo(page.viewport(), field.rect().topLeft()).y()


def settled(inside, page) -> None:
    """Every question is made, and the page has kept its size for a while."""
    sizes = []

    def at_rest() -> bool:
        sizes.append(page.inside.height())
        return not page._later and len(sizes) > 20 and len(set(sizes[-20:])) == 1

    inside.wait(at_rest)


@pytest.mark.parametrize("path", ["needs.conclusion", "needs.step_down", "handover.review_talks"])
def test_the_field_one_is_led_to_stays_in_view_while_the_page_takes_its_size(inside, screen, path):
    screen.go_to(path)
    page = screen._stack.currentWidget()
    settled(inside, page)
    assert page.isAncestorOf(QApplication.focusWidget())
    assert 0 <= top_of_focus(page) < page.viewport().height()


def test_a_field_in_a_card_far_down_a_page_that_just_opened_gets_the_cursor(inside, screen):
    screen.go_to("handover.review_talks.t-2.choice")
    page = screen._stack.currentWidget()
    row = page.findChild(QuestionRow, "handover.review_talks.t-2.choice")
    assert row is not None and row.isAncestorOf(QApplication.focusWidget())
    settled(inside, page)
    assert 0 <= top_of_focus(page) < page.viewport().height()


def test_a_choice_without_a_reason_leads_to_that_reason(inside, screen):
    screen.case.confirm("handover.review_talks.t-3.reasons", None)
    screen.case.weigh()
    (signal,) = (one for one in screen.case.assessment.signals if one.rule == "R-VOLG-05")
    screen.go_to(signal.action_path)
    row = screen._stack.currentWidget().findChild(QuestionRow, "handover.review_talks.t-3.reasons")
    assert row is not None and row.isAncestorOf(QApplication.focusWidget())


def test_who_scrolls_on_is_not_pulled_back(inside, screen):
    screen.go_to("needs.conclusion")
    page = screen._stack.currentWidget()
    settled(inside, page)
    bar = page.verticalScrollBar()
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    page.inside.setMinimumHeight(page.inside.height() + 400)
    settled(inside, page)
    assert bar.value() == 0


def test_a_field_that_is_gone_is_looked_for_no_more(inside, screen):
    screen.go_to("needs.goals.z-slaap.words")
    page = screen._stack.currentWidget()
    screen.case.remove("needs.goals", "z-slaap")
    page.inside.setMinimumHeight(page.inside.height() + 400)
    settled(inside, page)
    assert page.findChild(QWidget, "needs.goals.z-slaap.words") is None
