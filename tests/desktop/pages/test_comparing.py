"""Comparing: two reference clients beside the family, what tips them, and the search for signals and pairs."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.library.reading import ReadBox
from desktop.weighing.comparison import ComparisonBlock
from desktop.weighing.line import LineButton
from desktop.weighing.side_by_side import CompareBox, SideBySide, rows
from desktop.weighing.would_change import WouldChangeBlock
from tests.desktop.cases import pack
from tests.desktop.pages.common import of_example

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def told(widget):
    return {label.text(): label for label in widget.findChildren(QLabel) if not label.isHidden()}


@pytest.fixture
def view(family, qtbot):
    made = SideBySide(family.name, family.assessment.likeness, family.pack)
    qtbot.addWidget(made)
    made.show()
    QApplication.processEvents()
    return made


@pytest.mark.parametrize("in_sight", [True, False])
def test_what_one_compares_with_can_be_chosen_once_it_was_weighed(home, page_of, in_sight):
    answers = of_example("jesse.json")
    case = home.begin({path: said for path, said in answers.items() if path != "comparison.chosen"})
    page = page_of(case, "comparison")
    row = page._rows["comparison.chosen"]
    case.assessment = None  # as when the window opens on this page
    row.refresh()
    assert not row.input._boxes
    page.setVisible(in_sight)
    case.weigh()
    page.show()
    near = [one.id for one in case.assessment.likeness]
    assert near and set(near) <= set(row.input._boxes)


def test_every_feature_of_both_is_the_same_different_or_unknown(family):
    first, *others = family.assessment.likeness
    for second in others:
        found = rows(first, second)
        labels = [row.label for group in found.values() for row in group]
        assert len(labels) == len(set(labels))
        for each in (first, second):
            assert {one.label for one in (*each.same, *each.different)} | set(each.unknown) <= set(labels)
        assert all(any(row.differs) for row in found["Anders"])
        assert not any(any(row.differs) for row in found["Gelijk"])


def test_the_second_one_came_out_at_another_level_and_the_values_that_differ_are_bold(view):
    first, second = view.chosen()
    assert first.level != second.level
    words = told(view)
    found = rows(first, second)
    sizes = {words[row.client].font().pointSizeF() for group in found.values() for row in group}
    assert len(sizes) == 1
    row = next(row for row in found["Anders"] if row.differs[1])
    assert words[row.theirs[1]].property("strong") is True


def test_limits_say_whether_they_hold_and_help_and_question_stand_beside(view):
    text = "\n".join(told(view))
    for one in view.chosen():
        client = pack().reference_clients[one.id]
        for boundary in one.boundaries:
            state = {"geldt": "geldt hier", "geldt_niet": "geldt hier niet", "onbekend": "nog niet bekend"}
            assert f"{boundary.text}: {state[boundary.state]}" in text
        for words in (*client.try_first, *client.stop_criteria, client.question_to_learn):
            assert words in text
    assert view.chosen()[1].tipping in text


def test_another_choice_shows_another_reference_client(view):
    view.choices[1].setCurrentIndex(4)
    QApplication.processEvents()
    assert any(words.startswith(view.chosen()[1].title) for words in told(view))


def test_the_page_opens_it_over_the_window(family, page_of, qtbot):
    block = page_of(family, "comparison").findChild(ComparisonBlock)
    seen = []

    def look():
        box = QApplication.activeModalWidget()
        if not isinstance(box, CompareBox):
            QTimer.singleShot(20, look)
            return
        seen.append([one.id for one in box.view.chosen()])
        box.accept()

    QTimer.singleShot(0, look)
    QTest.mouseClick(block.beside, Qt.MouseButton.LeftButton)
    assert seen and seen[0][0] == family.assessment.likeness[0].id


def test_the_whole_example_is_read_from_the_card(family, page_of):
    card = page_of(family, "comparison").findChild(ComparisonBlock).cards[0]
    card.open(True)
    box = ReadBox(card, family.pack, card.found.id)
    assert box.page.client.id == card.found.id
    story = family.pack.reference_clients[card.found.id].story
    assert story in told(box)
    other = box.page.client.neighbours[0].id
    box.page.asked.emit(other)
    assert box.page.client.id == other
    seen = []

    def look():
        active = QApplication.activeModalWidget()
        if not isinstance(active, ReadBox):
            QTimer.singleShot(20, look)
            return
        seen.append(active.page.client.id)
        active.accept()

    QTimer.singleShot(0, look)
    QTest.mouseClick(card.read, Qt.MouseButton.LeftButton)
    assert seen == [card.found.id]


def test_a_long_comparison_is_walked_through_with_the_keys(family, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 500)
    window.show()
    box = CompareBox(window, family.name, family.assessment.likeness, family.pack)
    qtbot.addWidget(box)
    box.show()
    qtbot.waitUntil(lambda: box._scroll.verticalScrollBar().maximum() > 0)
    assert box.focusWidget() is box._scroll
    qtbot.keyClick(box._scroll, Qt.Key.Key_PageDown)
    assert box._scroll.verticalScrollBar().value() > 0


def test_a_case_of_another_level_says_what_tips_it(family, page_of):
    block = page_of(family, "comparison").findChild(ComparisonBlock)
    across = [card for card in block.cards if card.found.tipping]
    nearer = {len(card.found.same) > len(card.found.different) for card in across}
    assert nearer == {True, False}
    for card in across:
        near = "Bijna" if len(card.found.same) > len(card.found.different) else "Minder"
        assert f"{near} gelijk, ander niveau. {card.found.tipping}." in told(card)
    assert all(words in block._left_out.text() for words in family.assessment.not_compared)


def test_where_nothing_is_alike_the_pool_is_one_click_away(family, page_of, qtbot):
    """A family about whom enough is known, and who is like nobody."""
    for path, value in (
        ("situation.target_groups", ["eetstoornis", "middelen"]), ("situation.network", 0),
        ("situation.severity_child", 3), ("help_question.motivation_parent", 0),
        ("situation.school_type", "geen onderwijs"), ("situation.problem_area", "logeren"),
    ):  # fmt: skip
        family.confirm(path, value)
    family.weigh()
    page = page_of(family, "comparison")
    block = page.findChild(ComparisonBlock)
    assert family.assessment.nothing_alike and not family.assessment.ask_first
    assert any("Geen ijkcliënt lijkt genoeg" in words for words in told(block))
    with qtbot.waitSignal(page.leads) as led:
        QTest.mouseClick(block.pool, Qt.MouseButton.LeftButton)
    assert led.args == ["expert_pool"]


def test_where_too_little_is_known_it_says_what_to_ask_first(begin, page_of, qtbot):
    case = begin({"situation.severity_child": 3, "situation.network": 0})
    page = page_of(case, "comparison")
    block = page.findChild(ComparisonBlock)
    first = case.assessment.ask_first
    assert len(first) == 3 and not block.pool.isVisibleTo(page)
    assert not any("Geen ijkcliënt lijkt" in words for words in told(block))
    line = next(one for one in block.findChildren(LineButton) if one.accessibleName() == "Stap 3: veiligheid")
    with qtbot.waitSignal(page.leads) as led:
        QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert led.args == [first[0].path]


def test_signals_and_pairs_are_searched_on_asking_and_forgotten_when_an_answer_changes(family, page_of, qtbot):
    block = page_of(family, "comparison").findChild(WouldChangeBlock)
    QTest.mouseClick(block.further, Qt.MouseButton.LeftButton)
    assert not block.further.isEnabled()
    qtbot.waitUntil(lambda: "Signalen die komen of gaan" in told(block), timeout=20_000)
    assert not block.further.isVisibleTo(block)
    words = told(block)
    assert any(text.startswith("Twee antwoorden samen") for text in words)
    pair = next(one for one in block.findChildren(LineButton) if ", en " in one.accessibleName())
    with qtbot.waitSignal(block.chosen):
        QTest.mouseClick(pair, Qt.MouseButton.LeftButton)
    family.confirm("situation.severity_child", 1)
    family.weigh()
    assert block.further.isVisibleTo(block) and block.further.isEnabled()
    assert not any(", en " in one.accessibleName() for one in block.findChildren(LineButton) if not one.isHidden())
