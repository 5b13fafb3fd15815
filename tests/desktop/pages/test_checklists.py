"""The checklists b to g on their pages: closed until a rule or a person opens them, answered, and what they come to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from casework.steps import FLOW
from casework.steps.needs import Needs
from casework.steps.special_checks import SpecialChecks
from casework.weighing.checklists.eighteen import QUESTIONS
from desktop.checklists.block import ChecklistBlock
from desktop.checklists.earlier import EarlierQuestions
from desktop.checklists.foundation import FOUNDATIONS, NOT_SAID, Foundation
from desktop.checklists.overview import ChecklistOverview
from desktop.flow.field import QuestionRow
from desktop.steps import ASKED_ON, step_of
from desktop.theme.runs import RunLabel
from desktop.weighing.line import LineButton
from desktop.weighing.motivation import first_text
from tests.desktop.cases import pack
from tests.desktop.pages.common import of_example

# What the offscreen platform says of every window and menu; it is no shortcoming of ours.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SEVENTEEN = {"identity.birth_date": "2009-04-01"}


def block_of(page, name):
    return next(block for block in page.findChildren(ChecklistBlock) if block.checklist.id == name)


def click(part):
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)


def choose(page, path, key):
    box = page.findChild(QuestionRow, path).findChild(QComboBox)
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())
    QApplication.processEvents()


def rows_of(block):
    return {row.item.id: row for row in block.rows}


def test_every_checklist_has_one_page_and_its_moment_names_it():
    for name, checklist in pack().checklists.items():
        step_id = step_of(f"checklists.{name}.X1")
        assert step_id == ASKED_ON[f"checklists.{name}"]
        assert f"stap {FLOW.by_id[step_id].number}," in checklist.moment.lower(), name


@pytest.mark.parametrize("name", list("cdef"))
def test_it_is_closed_until_somebody_opens_it_and_stays_open(begin, page_of, qtbot, name):
    case = begin({"identity.birth_date": "2014-01-01"})
    page = page_of(case, step_of(f"checklists.{name}"))
    block = block_of(page, name)
    assert not block.is_open and not block.rows and not block.result.isVisible()
    assert block.head.why.text() == "Dicht: geen regel vraagt hierom."
    click(block.head.opens)
    qtbot.waitUntil(lambda: block.is_open and bool(block.rows))
    page.finish()
    assert case.raw(f"checklists.{name}.opened") == "ja"
    assert [row.item.id for row in block.rows] == [item.id for item in pack().checklists[name].items]
    assert all(row.isVisible() for row in block.rows)
    assert block.head.why.text() == "Met de hand geopend."
    click(block.head.closes)
    qtbot.waitUntil(lambda: not block.is_open)
    assert not any(row.isVisible() for row in block.rows) and block.head.opens.isVisible()


def test_an_empty_checklist_says_how_many_answers_it_waits_for(begin, page_of, qtbot):
    case = begin({"checklists.e.opened": "ja"})
    block = block_of(page_of(case, "special_checks"), "e")
    (told,) = [words for words in block.result.words() if "wachten nog op een antwoord" in words]
    waiting = int(told.removeprefix("• ").split()[0])
    assert told == f"• {waiting} van de {len(block.rows)} vragen wachten nog op een antwoord" and waiting > 5
    case.keep("checklists.e.LO07", {"unanswered": "unknown"})
    qtbot.waitUntil(lambda: any(words.startswith(f"• {waiting - 1} van de") for words in block.result.words()))


def test_a_rule_opens_it_and_is_named(begin, page_of):
    case = begin({"comparison.level": "intensief"})
    block = block_of(page_of(case, "special_checks"), "f")
    assert block.head.why.text() == f"Open door: {pack().rules['R-INT-01'].title}."
    assert not block.head.closes.isVisible(), "what a rule opened is not closed by hand"


def test_an_answer_leads_to_a_conclusion_with_its_grounds_and_what_to_do(begin, page_of, qtbot):
    case = begin({"checklists.e.opened": "ja"})
    page = page_of(case, "special_checks")
    block = block_of(page, "e")
    rows = rows_of(block)
    chips = {chip.key: chip for chip in rows["LO02"].input.chips.chips}
    assert list(chips) == ["licht", "elke_dag", "zware_nachten"]
    click(rows["LO01"].input.chips.chips[0])
    click(chips["zware_nachten"])
    qtbot.waitUntil(lambda: "Geïndiceerd logeren past" in block.result.words())
    words = block.result.words()
    assert any(text.endswith("twee of meer zware nachten per week.".capitalize()) for text in words)
    assert "• Ten hoogste zes maanden, dan opnieuw wegen" in words
    assert "Dit gaat naar de motivering, bij deel 5 van het stappenplan: het besluit." in words
    text = first_text(case.settled, case.assessment).split("\n\n")[4]
    assert "Dat blijkt uit: Is er steeds toezicht" in text and "Twee of meer zware nachten per week." in text


@pytest.mark.parametrize(("changes", "checklist", "stage"), [
    ({"needs.conclusion": "VERANDERBAAR"}, "a", 3),
    ({"identity.birth_date": "2009-03-01", "checklists.b.BF01": "ja", "checklists.b.BF04": "nee"}, "b", 3),
    ({"checklists.c.ST01": "ja"}, "c", 3),
    ({"checklists.d.AF05": "ja"}, "d", 4),
    ({"checklists.e.LO01": "ja", "checklists.e.LO02": "zware_nachten"}, "e", 5),
    ({"checklists.f.IN05": "nee"}, "f", 5),
])  # fmt: skip
def test_what_a_checklist_comes_to_stands_in_the_first_text_of_the_motivation(begin, changes, checklist, stage):
    """In the stage of the stappenplan that its sheet names. Of g the verdict is the result: that stands in step 3."""
    case = begin(changes)
    text = first_text(case.settled, case.assessment).split("\n\n")[stage - 1]
    if checklist == "a":
        assert "Onze conclusie: Veranderbaar, met hulp." in text
        assert {one.stage for one in pack().checklists["a"].conclusions} == {stage}
        return
    (found,) = [one for one in case.assessment.checklists if one.checklist == checklist]
    told = [one for one in pack().checklists[checklist].conclusions if one.code in found.conclusions]
    assert told and all(one.stage == stage and one.text in text for one in told)


def test_the_first_text_of_the_motivation_reads_as_sentences(begin):
    """A need with a full stop of its own, a term of one month, and the area as step 5 calls it."""
    jesse = of_example("jesse.json")
    need = f"needs.needs.{jesse['needs.needs'][0]}"
    case = begin({**jesse, f"{need}.months": 1, f"{need}.what": "Jesse oefent met eerder merken."})
    _, problems, needs, *_ = first_text(case.settled, case.assessment).split("\n\n")
    assert "het gebied lichte hulp aan de jeugdige." in problems
    assert "N1: Jesse oefent met eerder merken (wekelijks, 1 maand). N2: " in needs


def test_not_knowing_and_not_applying_are_kept_with_the_reason(begin, page_of):
    case = begin({"checklists.c.opened": "ja"})
    rows = rows_of(block_of(page_of(case, "help_history"), "c"))
    rows["ST01"]._on_nonanswer("unknown")
    assert case.raw("checklists.c.ST01") == {"unanswered": "unknown"}
    rows["ST02"]._on_nonanswer("not_applicable")
    assert case.raw("checklists.c.ST02") is None, "first the reason"
    QTest.keyClicks(rows["ST02"]._reason.line, "er is een hulpverlener")
    QTest.keyClick(rows["ST02"]._reason.line, Qt.Key.Key_Tab)
    kept = {"unanswered": "not_applicable", "reason": "er is een hulpverlener"}
    assert case.raw("checklists.c.ST02") == kept


def test_what_a_step_says_stands_with_the_question_and_leads_there(begin, page_of, qtbot):
    case = begin({"own_capacity.medical_care": True})
    page = page_of(case, "own_capacity")
    row = rows_of(block_of(page, "d"))["AF05"]
    (line,) = row.findChildren(LineButton)
    words = "Stap 9 zegt: Verpleging, medische of paramedische zorg is nodig: ja."
    assert line.text() == "Bekijk het in stap 9" and words in [one.text() for one in row.findChildren(RunLabel)]
    qtbot.waitUntil(lambda: line.height() > 0 and line.isVisible())
    click(line)
    assert page._rows["own_capacity.medical_care"].isAncestorOf(QApplication.focusWidget())
    case.confirm("own_capacity.medical_care", False)
    told = [one.text() for one in row.findChildren(RunLabel)]
    assert words.replace("ja.", "nee.") in told and words not in told


def test_an_open_point_leads_to_its_question_also_on_another_page(begin, page_of, qtbot):
    case = begin({"checklists.c.ST01": "ja"})
    page = page_of(case, "help_history")
    lines = {line.text(): line for line in block_of(page, "c").result.findChildren(LineButton)}
    with qtbot.waitSignal(page.leads) as led:
        click(lines["• Leg vast wat stopt of wacht als het nieuwe begint"])
    assert led.args == ["special_checks.stops_or_waits"]
    click(lines["• Spreek af wie de regie heeft"])
    assert rows_of(block_of(page, "c"))["ST05"].isAncestorOf(QApplication.focusWidget())


def test_opening_and_closing_by_hand_keeps_the_focus_there(begin, page_of, qtbot):
    head = block_of(page_of(begin(), "special_checks"), "e").head
    head.opens.setFocus()
    click(head.opens)
    qtbot.waitUntil(lambda: head.closes.isVisible())
    assert QApplication.focusWidget() is head.closes
    click(head.closes)
    qtbot.waitUntil(lambda: head.opens.isVisible())
    assert QApplication.focusWidget() is head.opens


def test_the_overview_tells_all_seven_and_leads_to_each(begin, page_of, qtbot):
    page = page_of(begin(SEVENTEEN), "special_checks")
    overview = page.findChild(ChecklistOverview)
    assert sorted(overview.lines) == list("abcdefg")
    assert "dicht" in overview.lines["e"].text() and "dicht" not in overview.lines["b"].text()
    with qtbot.waitSignal(page.leads) as led:
        click(overview.lines["c"])
    assert led.args == ["checklists.c"]
    click(overview.lines["e"])
    assert QApplication.focusWidget() is block_of(page, "e").head.opens


def test_a_foundation_is_one_block_of_questions_and_what_is_arranged(begin, page_of, qtbot):
    case = begin(SEVENTEEN)
    page = page_of(case, "special_checks")
    block = block_of(page, "b")
    found = {one._block: one for one in block.findChildren(Foundation)}
    assert list(found) == list(FOUNDATIONS)
    for name, foundation in found.items():
        above = rows_of(block)[QUESTIONS[name][-1]]
        assert above.y() < foundation.y() and foundation.isVisible()
    rows = {row.question.name: row for row in found["wonen"].rows}
    assert rows["status"].keep("niet geregeld") is None
    assert rows["by"].keep("2027-02-01") is None
    (record,) = case.settled.of(SpecialChecks).big_five.known
    assert (record.block.known, record.status.known, str(record.by.known)) == ("wonen", "niet geregeld", "2027-02-01")
    qtbot.waitUntil(lambda: any("kies wie" in words for words in block.result.words()))
    case.undo()
    case.undo()
    assert case.order("special_checks.big_five") == []
    assert rows["status"].isVisible()


def test_what_stands_for_a_foundation_under_another_id_is_shown_and_kept_there(begin, page_of):
    at = "special_checks.big_five"
    case = begin({**SEVENTEEN, at: ["r7"], f"{at}.r7.block": "inkomen", f"{at}.r7.status": "bezig"})
    page = page_of(case, "special_checks")
    money = next(one for one in page.findChildren(Foundation) if one._block == "inkomen")
    rows = {row.question.name: row for row in money.rows}
    assert rows["status"].input.box.currentText() == "bezig"
    rows["needed"].keep("een bankrekening")
    assert case.raw(f"{at}.r7.needed") == "een bankrekening" and case.order(at) == ["r7"]
    page.go_to(at)
    assert any(one.isAncestorOf(QApplication.focusWidget()) for one in page.findChildren(Foundation))


def test_what_names_no_foundation_is_asked_which_it_is_and_goes_there(begin, page_of):
    at = "special_checks.big_five"
    case = begin({**SEVENTEEN, at: ["r7"], f"{at}.r7.status": "bezig", f"{at}.r7.needed": "een bankrekening"})
    page = page_of(case, "special_checks")
    found = {one._block: one for one in page.findChildren(Foundation)}
    rows = {row.question.name: row for row in found[NOT_SAID].rows}
    assert found[NOT_SAID].isVisible() and rows["needed"].input.edit.toPlainText() == "een bankrekening"
    assert rows["block"].keep("inkomen") is None
    assert not found[NOT_SAID].isVisible()
    money = [row.input for row in found["inkomen"].rows if row.isVisible() and row.question.name == "needed"]
    assert [one.edit.toPlainText() for one in money] == ["een bankrekening"]


def test_the_fields_of_a_foundation_have_room(begin, page_of, qtbot):
    page = page_of(begin(SEVENTEEN), "special_checks")
    rows = [row for one in page.findChildren(Foundation) for row in one.rows]
    qtbot.waitUntil(lambda: all(row.height() >= row.sizeHint().height() for row in rows))


def test_triage_asks_for_no_checklist_of_its_own_accord(begin, page_of):
    page = page_of(begin({"intake.track": "triage"}), "special_checks")
    assert not page.findChild(ChecklistOverview).isVisible()
    assert not any(block.isVisible() for block in page.findChildren(ChecklistBlock))


def test_how_the_parents_sleep_weighs_and_is_not_proposed_for_others_to_read(begin):
    answers = {"LO01": "ja", "LO02": "zware_nachten", "LO03a": "4"}
    case = begin({f"checklists.e.{item}": {"value": said} for item, said in answers.items()})
    outcome = next(one for one in case.assessment.checklists if one.checklist == "e")
    assert {ground.path.rpartition(".")[2]: ground.private for ground in outcome.grounds}["LO03a"]
    text = first_text(case.settled, case.assessment)
    assert "Twee of meer zware nachten" in text and "slapen de ouders" not in text


def test_a_conclusion_that_nobody_asks_for_again_keeps_its_day(begin, page_of):
    case = begin(of_example("volgen.json"))
    drawn_on = case.settled.of(Needs).conclusion.on
    choose(page_of(case, "needs"), "needs.conclusion", "GEMENGD")
    assert case.settled.of(Needs).conclusion.on == drawn_on


def test_a_first_question_asks_them_all(begin, page_of):
    block = block_of(page_of(begin({"checklists.a.VC12": "nee"}), "needs"), "a")
    assert all(row.isVisible() for row in block.rows)
    assert not block.findChild(EarlierQuestions).anew.isVisible()


def test_the_scores_of_the_reviews_stand_with_the_question_about_them(begin, page_of):
    row = rows_of(block_of(page_of(begin(of_example("volgen.json")), "needs"), "a"))["VC13"]
    assert [line.text() for line in row.findChildren(LineButton)] == ["Bekijk het in stap 14"]
