"""Step 13: who works here signs without typing what the profile holds, and arriving at a page is where one types."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from casework.actors import Actor, Registration
from casework.steps.decision import DecisionAdvice
from desktop import focus_order
from desktop.flow.own_signature import OwnSignature
from tests.desktop.cases import TODAY

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def registered(until):
    held = Registration(register="SKJ", number="000000000", valid_until=until)
    return Actor(id="anne", name="Anne Fictema", registration=held)


def test_one_press_signs_with_name_and_registration_and_can_be_undone(begin, home, page_of):
    begin()
    case = home.open(actor=registered(TODAY))
    signature = page_of(case, "decision").findChild(OwnSignature)
    assert signature.isVisible() and signature.press.text() == "Ik onderteken: Anne Fictema"
    signature.press.click()
    step = case.settled.of(DecisionAdvice)
    assert (step.signed_by.known, step.signer_registration.known) == ("Anne Fictema", "SKJ")
    assert (step.signer_number.known, step.signer_valid_until.known) == ("000000000", TODAY)
    assert not signature.isVisible(), "somebody signed"
    case.undo()
    assert case.settled.of(DecisionAdvice).signed_by.known is None and signature.isVisible()


def test_without_a_registration_that_holds_there_is_nothing_to_press(begin, home, page_of):
    begin()
    lapsed = home.open(actor=registered(TODAY - timedelta(days=1)))
    assert not page_of(lapsed, "decision").findChild(OwnSignature).isVisible()


def test_who_arrives_at_a_page_by_a_key_can_type_at_once(begin, page_of):
    page = page_of(begin(), "intake")
    focus_order.first(page)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit) and page._rows["intake.report_date"].isAncestorOf(focused)


@pytest.mark.parametrize(("typed", "kept"), [
    ("anja oefenstra", "p-anja"), ("Anja Oefenstra (moeder)", "p-anja"), ("Marit", "Marit"),
    ("Iemand (anders)", "Iemand (anders)"),
])  # fmt: skip
def test_who_types_a_whole_name_means_the_person_of_the_case(family, page_of, typed, kept):
    row = page_of(family, "decision")._rows["decision.coordinator"]
    row.input.line.setFocus()
    row.input.line.selectAll()
    QTest.keyClicks(row.input.line, typed)
    QTest.keyClick(row.input.line, Qt.Key.Key_Tab)
    assert family.raw("decision.coordinator") == kept
