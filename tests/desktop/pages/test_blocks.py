"""The blocks between the questions: checklist, residual need, comparison, what would change it."""


import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from casework.steps.decision import DecisionAdvice
from casework.steps.needs import Needs
from desktop.weighing.comparison import ClientCard, ComparisonBlock
from desktop.weighing.motivation import MotivationButton
from desktop.weighing.residual import ResidualBlock
from desktop.weighing.would_change import WouldChangeBlock
from tests.desktop.cases import TODAY, pack
from tests.desktop.pages.common import NEED

# What the offscreen platform says of every window and menu; it is no shortcoming of ours.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def checklist(page):
    from desktop.checklists.block import ChecklistBlock

    return page.findChild(ChecklistBlock)


def test_the_checklist_is_answered_and_what_it_comes_to_follows(begin, page_of, qtbot):
    case = begin()
    page = page_of(case, "needs")
    block = checklist(page)
    rows = {row.item.id: row for row in block.rows}
    assert list(rows) == [item.id for item in pack().checklists["a"].items]
    assert "Nog geen conclusie" in block.result.words()
    for item in pack().checklists["a"].items:
        if item.direction in ("V", "C"):
            QTest.mouseClick(
                rows[item.id].input.chips.chips[0 if item.direction == "V" else 2], Qt.MouseButton.LeftButton
            )
    today = case.today.isoformat()
    assert case.raw("checklists.a.VC01") == {"value": "ja", "on": today}
    assert case.raw("checklists.a.VC07") == {"value": "nee", "on": today}
    qtbot.waitUntil(lambda: case.assessment.changeability.conclusion == "VERANDERBAAR")
    title = next(one.title for one in pack().checklists["a"].conclusions if one.code == "VERANDERBAAR")
    assert title in block.result.words()
    assert f"• {pack().checklists['a'].items[0].text} ja" in block.result.words()
    QTest.mouseClick(block.result.take_over, Qt.MouseButton.LeftButton)
    assert case.settled.of(Needs).conclusion.known == "VERANDERBAAR"
    assert not block.result.take_over.isVisible()


def test_a_little_and_a_non_answer_are_kept_as_the_contract_has_them(begin, page_of):
    case = begin()
    rows = {row.item.id: row for row in checklist(page_of(case, "needs")).rows}
    QTest.mouseClick(rows["VC01"].input.chips.chips[1], Qt.MouseButton.LeftButton)
    rows["VC02"]._on_nonanswer("declined")
    assert case.raw("checklists.a.VC01") == {"value": "een_beetje", "on": case.today.isoformat()}
    assert case.raw("checklists.a.VC02") == {"unanswered": "declined"}


def test_what_the_checklist_does_not_ask_is_off_with_its_reason(begin, page_of):
    case = begin({"help_history.help": []})
    page = page_of(case, "needs")
    row = next(row for row in checklist(page).rows if row.item.id == "VC12")
    assert row.isVisible() and not row.input.chips.isEnabled()
    assert any("er was of is eerder hulp" in label.text() for label in row.findChildren(QLabel))
    case.add("help_history.help", {"name": "Spelgroep", "start": "2026-01-05", "running": True})
    case.weigh()
    assert row.input.chips.isEnabled()


def test_the_residual_need_is_computed_and_confirmed_by_a_person(begin, page_of):
    case = begin(NEED | {"own_capacity.own_capacity": ["e1"], "own_capacity.own_capacity.e1.need": "n1",
                         "own_capacity.own_capacity.e1.sufficient": "voldoende"})  # fmt: skip
    page = page_of(case, "own_capacity")
    block = page.findChild(ResidualBlock)
    told = [label.text() for label in block.findChildren(QLabel) if label.isVisible()]
    assert any(words.startswith("N2 op één lijn reageren") for words in told)
    assert not any(words.startswith("N1") for words in told)
    QTest.mouseClick(block.press, Qt.MouseButton.LeftButton)
    assert case.raw("own_capacity.residual") == ["n2"]
    case.confirm("own_capacity.own_capacity.e1.sufficient", "onvoldoende")
    case.weigh()
    assert block.press.isVisible()
    assert "Bevestigd was iets anders; de antwoorden wijzen nu op N1 en N2." in [
        label.text() for label in block.findChildren(QLabel) if label.isVisible()
    ]


def test_reference_clients_are_compared_and_chosen(family, page_of):
    family.confirm("comparison.chosen", None)
    page = page_of(family, "comparison")
    block = page.findChild(ComparisonBlock)
    assert [card.found for card in block.cards] == list(family.assessment.likeness)
    card = block.cards[0]
    assert card.found.same and card.found.different and card.found.unknown
    QTest.mouseClick(card.fold, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    told = {label.text(): label for label in card.findChildren(QLabel) if label.isVisible()}
    for one in (*card.found.same, *card.found.different):
        assert {one.label, one.client, one.reference} <= set(told)
    same, other, unknown = card.found.same[0], card.found.different[0], card.found.unknown[0]
    sizes = {told[words].font().pointSizeF() for words in (same.client, other.client, other.reference, unknown)}
    assert len(sizes) == 1, "what is the same, differs and is unknown is equally large"
    QTest.mouseClick(card.choose, Qt.MouseButton.LeftButton)
    assert family.raw("comparison.chosen") == [card.found.id]
    QTest.mouseClick(card.choose, Qt.MouseButton.LeftButton)
    assert family.raw("comparison.chosen") is None


def test_a_card_that_was_open_stays_open_when_the_weighing_moves(family, page_of):
    page = page_of(family, "comparison")
    block = page.findChild(ComparisonBlock)
    nearest = block.cards[0].found.id
    block.cards[0].open(True)
    family.confirm("situation.severity_child", 1)
    family.weigh()
    opened = [card.found.id for card in page.findChildren(ClientCard) if card.is_open and card in block.cards]
    assert opened == [nearest]


def test_what_would_change_it_leads_to_its_question(family, page_of, qtbot):
    page = page_of(family, "comparison")
    block = page.findChild(WouldChangeBlock)
    lines = [child for child in block.findChildren(QWidget) if child.metaObject().className() == "LineButton"]
    assert len(lines) == len(family.assessment.would_change) > 0
    told = [line.accessibleName() for line in lines]
    assert any("Ernst van het geheel: nu duidelijk. Bij ernstig" in words for words in told), told
    with qtbot.waitSignal(page.leads) as led:
        QTest.mouseClick(lines[0], Qt.MouseButton.LeftButton)
    assert led.args[0] in {one.field for one in family.assessment.would_change}


def test_the_motivation_starts_from_the_five_stages(family, page_of):
    family.confirm("decision.motivation", None)
    page = page_of(family, "decision")
    start = page.findChild(MotivationButton)
    QTest.mouseClick(start.press, Qt.MouseButton.LeftButton)
    text = family.settled.of(DecisionAdvice).motivation.known
    assert [line[:2] for line in text.split("\n\n")] == ["1.", "2.", "3.", "4.", "5."]
    assert "N1: Jesse merkt eerder dat hij boos wordt" in text
    assert page._rows["decision.motivation"].input.edit.toPlainText() == text
    assert not start.press.isEnabled(), "what somebody wrote is never overwritten"


def test_consultations_and_people_are_asked_on_their_pages(begin, page_of):
    case = begin()
    page = page_of(case, "expert_pool")
    page._lists["consultations"].add()
    (card,) = page._lists["consultations"].cards()
    assert [row.question.name for row in card.rows()][:5] == ["type", "status", "asked_on", "question", "tried"]
    assert not next(row for row in card.rows() if row.question.name == "certainty").isVisible()
    case.confirm(f"consultations.{card.record}.advice_on", TODAY.isoformat())
    assert next(row for row in card.rows() if row.question.name == "certainty").isVisible()
    page = page_of(case, "identity")
    page._lists["people"].add()
    assert len(case.case.people) == 1


def test_who_is_called_for_a_place_can_be_chosen_from_the_register(begin, page_of):
    case = begin({"intake.track": "volledig_onderzoek"})
    page = page_of(case, "decision")
    made = page._lists["decision.place_search"]
    made.add()
    called = next(row for row in made.rows() if row.question.name == "provider")
    offered = [called.input.box.itemText(at) for at in range(called.input.box.count())]
    assert set(offered) >= {one.name for one in pack().providers.values()}
    assert called.input.box.isEditable(), "somebody who is not in the register can be typed"
