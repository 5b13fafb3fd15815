"""What applies and what does not, where a path leads, and why a question is asked."""


import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from casework.steps.intake import Intake
from desktop.checklists.foundation import FOUNDATIONS, Foundation
from desktop.flow.field import QuestionRow
from tests.desktop.cases import pack
from tests.desktop.pages.common import NEED

# What the offscreen platform says of every window and menu; it is no shortcoming of ours.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_what_no_longer_applies_is_kept_apart(begin, page_of):
    case = begin({"intake.track": "triage"})
    page = page_of(case, "intake")
    row = page._rows["intake.triage_reason"]
    row.input.edit.setFocus()
    row.input.edit.insertPlainText("het is nog te vroeg")
    QTest.keyClick(row.input.edit, Qt.Key.Key_Tab)
    assert case.settled.of(Intake).triage_reason.known == "het is nog te vroeg"
    case.confirm("intake.track", "volledig_onderzoek")
    assert row.isVisible() and not row.input.edit.isEnabled()
    assert row.input.edit.toPlainText() == "het is nog te vroeg"
    assert any("gaat nergens mee" in label.text() for label in row.findChildren(QLabel))
    assert case.settled.of(Intake).triage_reason.known is None


def test_a_head_goes_with_its_questions(begin, page_of):
    case = begin()
    page = page_of(case, "needs")
    head = next(label for label in page.findChildren(QLabel) if label.text().startswith("Deze hulp geeft geen winst"))
    assert not head.isVisible()
    case.confirm("needs.conclusion", "GEEN_WINST")
    assert head.isVisible() and page._rows["needs.no_gain_choices"].isVisible()


def test_a_step_that_asks_nothing_says_so(begin, page_of):
    page = page_of(begin({"intake.track": "triage"}), "special_checks")
    assert [label.text() for label in page.findChildren(QLabel) if label.isVisible()][2:] == [
        "Deze stap hoort niet bij deze route. Er is hier niets te vragen."
    ]


def test_special_checks_come_with_age_and_with_what_is_going_on(begin, page_of):
    case = begin({"identity.birth_date": "2009-11-01", "situation.problem_area": "verblijf"})
    page = page_of(case, "special_checks")
    shown = {path for path, row in page._rows.items() if row.isVisible()}
    assert {"special_checks.extended_help", "special_checks.family_form_reason"} <= shown
    assert [one._block for one in page.findChildren(Foundation) if one.isVisible()] == list(FOUNDATIONS)
    assert "special_checks.threat_of_placement" not in shown


def test_a_page_out_of_sight_follows_when_it_is_seen_again(begin, page_of):
    case = begin()
    page = page_of(case, "intake")
    page.hide()
    case.confirm("intake.requested_product", "een maatje")
    page.show()
    assert page._rows["intake.requested_product"].input.edit.toPlainText() == "een maatje"


def test_life_domains_stay_closed_until_a_reason_opens_them(begin, page_of):
    case = begin({"situation.domains": ["d1"], "situation.problems": ["p1"]})
    page = page_of(case, "situation")
    domains, problems = page._lists.values()
    for made in (domains, problems):
        made.cards()[0].open(True)
    rows = {row.question.name: row for row in domains.cards()[0].rows()}
    box = next(row for row in problems.cards()[0].rows() if row.question.name == "domain").input.box
    case.confirm("situation.domains.d1.domain", "school_werk")
    assert not rows["strengths"].isVisible() and box.findText("school en werk") < 0
    case.confirm("situation.domains.d1.necessity", "school dreigt met schorsen")
    assert rows["strengths"].isVisible() and box.findText("school en werk") > 0
    assert box.findText("wonen en geld") < 0


# -- where a path leads


@pytest.mark.parametrize(
    ("step_id", "path", "lands_on"),
    [
        ("intake", "intake.urgency", "intake.urgency"),
        ("identity", "identity.village", "identity.village"),
        ("needs", "checklists.a.VC05", "checklists.a.VC05"),
        ("needs", "needs.needs.months", "needs.needs.n1.months"),
        ("needs", "needs.needs.n2.nature", "needs.needs.n2.nature"),
    ],
)
def test_a_path_leads_to_its_field(begin, page_of, step_id, path, lands_on):
    page = page_of(begin(NEED | {"needs.needs.n2.months": 6}), step_id)
    page.go_to(path)
    focus = QApplication.focusWidget()
    while not isinstance(focus, QuestionRow):
        focus = focus.parentWidget()
    assert focus.path == lands_on
    assert page.viewport().rect().contains(focus.mapTo(page.viewport(), focus.rect().topLeft()))


def test_a_path_to_an_empty_list_leads_to_the_list(begin, page_of):
    page = page_of(begin(), "needs")
    page.go_to("needs.goals.measured_by")
    focus = QApplication.focusWidget()
    assert page._lists["needs.goals"].isAncestorOf(focus)


def test_why_a_question_is_asked_is_told_when_asked(begin, page_of):
    page = page_of(begin(), "intake")
    row = page._rows["intake.urgency"]
    why = pack().why["intake.urgency"]
    assert not any(why in label.text() for label in row.findChildren(QLabel))
    ask = next(child for child in row.findChildren(QWidget) if child.accessibleName().startswith("Waarom vragen"))
    QTest.mouseClick(ask, Qt.MouseButton.LeftButton)
    assert any(why in label.text() and label.isVisible() for label in row.findChildren(QLabel))


# -- the blocks of single pages


def test_the_ground_of_urgency_is_what_the_law_calls_it(begin, page_of):
    """Jeugdwet 7.3.16: time to ask lacks, and serious harm threatens. Not that somebody cannot oversee it."""
    page = page_of(begin(), "identity")
    (told,) = [one.text() for one in page.findChildren(QAbstractButton) if "7.3.16" in one.text()]
    assert told == "geen tijd om te vragen, er dreigt ernstig nadeel (Jeugdwet 7.3.16)"
