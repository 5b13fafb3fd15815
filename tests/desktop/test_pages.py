"""The fourteen pages: every question in words, what applies and what does not, where a path leads, all by keyboard."""

import json
import re
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

import resources
from casework import casefile, paths
from casework.steps import FLOW
from casework.steps.intake import Intake
from casework.steps.needs import Needs
from desktop.flow.field import QuestionRow
from desktop.flow.page import page_for
from desktop.flow.tab_order import WALKED, tab_stops
from desktop.theme.apply import apply_theme
from desktop.theme.look import Look, current
from desktop.theme.radio_chips import RadioChip
from desktop.weighing.comparison import ClientCard, ComparisonBlock
from desktop.weighing.motivation import MotivationButton
from desktop.weighing.residual import ResidualBlock
from desktop.weighing.would_change import WouldChangeBlock
from tests.desktop.cases import TODAY, pack, unlocked

# What the offscreen platform says of every window and menu; it is no shortcoming of ours.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

STEPS = [step.id for step in FLOW.steps]
CODE = re.compile(r"\b[a-z]+(_[a-z0-9]+)+\b")
NEED = {
    "needs.needs": ["n1", "n2"],
    "needs.needs.n1.what": "eerder merken dat hij boos wordt",
    "needs.needs.n2.what": "op één lijn reageren",
}


@pytest.fixture(autouse=True)
def light(qapp):
    if current() != Look():
        apply_theme(qapp)


@pytest.fixture
def home(tmp_path):
    with unlocked(tmp_path / "home") as opened:
        yield opened


@pytest.fixture
def begin(home):
    """A case with answers by path, weighed."""

    def begun(answers=None):
        case = home.begin(answers)
        case.weigh()
        return case

    return begun


def of_example(name):
    document = json.loads((resources.examples() / name).read_text(encoding="utf-8"))
    return paths.flatten(casefile.as_document(casefile.check(document, TODAY)))


@pytest.fixture
def family(begin):
    """A practice family in which every step is filled in."""
    return begin(of_example("jesse.json"))


@pytest.fixture
def page_of(show):
    def opened(case, step_id):
        page = show(page_for(FLOW.by_id[step_id], case), 796, 640)
        page.finish()
        QApplication.processEvents()
        return page

    return opened


@pytest.fixture(scope="module")
def seen(qapp, tmp_path_factory):
    """Every page of that family, opened once with a card of each list open, for the tests that only look."""
    shown = {}
    with unlocked(tmp_path_factory.mktemp("seen") / "home") as home:
        case = home.begin(of_example("jesse.json"))
        case.weigh()

        def page(step_id):
            if step_id not in shown:
                shown[step_id] = with_open_cards(page_for(FLOW.by_id[step_id], case))
            return shown[step_id]

        yield page
        for made in shown.values():
            made.close()
            made.deleteLater()
        QApplication.processEvents()


def with_open_cards(page):
    page.resize(796, 640)
    page.show()
    page.finish()
    for of_list in page._lists.values():
        for card in of_list.cards()[:1]:
            card.open(True)
    QApplication.processEvents()
    return page


def words_on(page):
    """Everything a person can read on a page, and every option they can choose."""
    for label in page.findChildren(QLabel):
        if label.isVisible():
            yield label.text()
    for box in page.findChildren(QComboBox):
        yield from (box.itemText(at) for at in range(box.count()))
    yield from (chip.accessibleName() for chip in page.findChildren(RadioChip))


# -- every page


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
    assert page._lists["special_checks.big_five"].isVisible()
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


def checklist(page):
    from desktop.flow.checklist import ChecklistBlock

    return page.findChild(ChecklistBlock)


def test_the_checklist_is_answered_and_what_it_comes_to_follows(begin, page_of, qtbot):
    case = begin()
    page = page_of(case, "needs")
    block = checklist(page)
    rows = {row.item.id: row for row in block.rows}
    assert list(rows) == [item.id for item in pack().checklists["a"].items]
    assert block._title.text() == "Nog geen conclusie"
    for item in pack().checklists["a"].items:
        if item.direction in ("V", "C"):
            QTest.mouseClick(
                rows[item.id].input.chips.chips[0 if item.direction == "V" else 2], Qt.MouseButton.LeftButton
            )
    assert case.raw("checklists.a.VC01") == "ja" and case.raw("checklists.a.VC07") == "nee"
    qtbot.waitUntil(lambda: case.assessment.changeability.conclusion == "VERANDERBAAR")
    title = next(one.title for one in pack().checklists["a"].conclusions if one.code == "VERANDERBAAR")
    assert block._title.text() == title and "VC01" in block._text.text()
    QTest.mouseClick(block.take_over, Qt.MouseButton.LeftButton)
    assert case.settled.of(Needs).conclusion.known == "VERANDERBAAR"
    assert not block.take_over.isVisible()


def test_a_little_and_a_non_answer_are_kept_as_the_contract_has_them(begin, page_of):
    case = begin()
    rows = {row.item.id: row for row in checklist(page_of(case, "needs")).rows}
    QTest.mouseClick(rows["VC01"].input.chips.chips[1], Qt.MouseButton.LeftButton)
    rows["VC02"]._on_nonanswer("declined")
    assert case.raw("checklists.a.VC01") == "een_beetje"
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
    with qtbot.waitSignal(page.leads) as led:
        QTest.mouseClick(lines[0], Qt.MouseButton.LeftButton)
    assert led.args[0] in {one.field for one in family.assessment.would_change}


def test_the_motivation_starts_from_the_five_stages(family, page_of):
    family.confirm("decision.motivation", None)
    page = page_of(family, "decision")
    start = page.findChild(MotivationButton)
    QTest.mouseClick(start.press, Qt.MouseButton.LeftButton)
    text = family.raw("decision.motivation")
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
