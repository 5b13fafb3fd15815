"""Help is prolonged: few questions, what was said before waits to be said again, and the conclusion is drawn anew."""

import pytest

from casework.steps.needs import Needs
from casework.weighing.prolonging import asked_at_prolonging, counting
from desktop.checklists.earlier import EarlierQuestions
from desktop.flow.before import FromBefore
from desktop.flow.field import QuestionRow
from tests.desktop.cases import pack
from tests.desktop.pages.common import of_example
from tests.desktop.pages.test_checklists import block_of, choose, click, rows_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PROLONGED = {"intake.track": "verlenging", "checklists.a.VC01": "ja", "checklists.a.VC12": "nee"}
"""Help that runs is looked at again."""


def test_a_prolonging_asks_only_what_the_help_still_brings_and_what_its_end_would_do(begin, page_of, qtbot):
    block = block_of(page_of(begin(PROLONGED), "needs"), "a")
    asked = [name for name, row in rows_of(block).items() if row.isVisible()]
    assert asked == ["VC12", "VC13", "VC14", "VC15", "VC16", "VC17", "VC18a", "VC18b", "VC19", "VC20"]
    earlier = block.findChild(EarlierQuestions)
    assert "11 vragen" in earlier.told.text() and "Toen beantwoord: 1. Die antwoorden" in earlier.told.text()
    click(earlier.shows)
    assert all(row.isVisible() for row in block.rows)
    click(earlier.shows)
    assert not rows_of(block)["VC01"].isVisible()


def test_who_is_led_to_a_question_of_the_first_time_sees_it(begin, page_of):
    page = page_of(begin(PROLONGED), "needs")
    page.go_to("checklists.a.VC07")
    assert rows_of(block_of(page, "a"))["VC07"].isVisible()


ASKED_AGAIN = {f"checklists.a.{item.id}" for item in pack().checklists["a"].items if asked_at_prolonging(item)}


def prolonged_today(begin):
    """Answered in the first investigation, in a file without days, and as a non-answer. The route began today."""
    return begin({
        "intake.track": {"value": "verlenging", "on": "2026-11-23"},
        "checklists.a.VC12": {"value": "ja", "source": "ouder", "on": "2026-06-03"},
        "checklists.a.VC15": {"value": "nee", "on": "2026-06-04"},
        "checklists.a.VC18a": "nee",
        "checklists.a.VC19": {"unanswered": "unknown"},
        "decision.signed_by": {"value": "A. Fictema", "on": "2026-06-03"},
        "decision.motivation": {"value": "Zo was het toen.", "on": "2026-06-03"},
        "needs.goals": ["d1"],
        "needs.goals.d1.by": "2026-09-01",
    })  # fmt: skip


def test_what_was_said_before_a_prolonging_waits_to_be_said_again(begin, page_of):
    case = prolonged_today(begin)
    block = block_of(page_of(case, "needs"), "a")
    rows, earlier = rows_of(block), block.findChild(EarlierQuestions)
    assert earlier.waiting.isVisible()
    assert earlier.waiting.text().startswith("2 antwoorden zijn van vóór deze verlenging.")
    assert rows["VC12"].input.read() is None and rows["VC15"].input.read() is None
    then = rows["VC12"].findChild(FromBefore)
    assert then.words.text().startswith("Vorige keer, van 3 juni 2026: ja.")
    assert rows["VC15"].findChild(FromBefore).words.text().startswith("Vorige keer, van 4 juni 2026: nee.")
    assert rows["VC18a"].findChild(FromBefore) is None, "without a day it says what it says today"
    assert rows["VC19"].findChild(FromBefore) is None, "who did not know said nothing that could be weighed"
    assert set(counting(case.settled, case.pack)) == {"VC18a", "VC19"}
    click(then.press)
    assert case.raw("checklists.a.VC12") == {"value": "ja", "source": "ouder", "on": "2026-11-23"}
    assert not then.isVisible() and rows["VC12"].input.read() == "ja"
    click(rows["VC15"].input.chips.chips[2])  # the same answer, chosen anew
    assert case.raw("checklists.a.VC15") == {"value": "nee", "on": "2026-11-23"}
    assert not earlier.waiting.isVisible() and {"VC12", "VC15"} <= set(counting(case.settled, case.pack))
    case.undo()
    assert case.raw("checklists.a.VC15") == {"value": "nee", "on": "2026-06-04"} and earlier.waiting.isVisible()


def test_a_signature_from_before_a_prolonging_is_signed_again(begin, page_of):
    case = prolonged_today(begin)
    row = page_of(case, "decision").findChild(QuestionRow, "decision.signed_by")
    then = row.findChild(FromBefore)
    assert then.words.text() == "Dit is van vóór deze verlenging, van 3 juni 2026. Klopt het nog?"
    assert case.asked_anew("decision.signed_by") and case.asked_anew("decision.motivation")
    click(then.press)
    assert case.raw("decision.signed_by") == {"value": "A. Fictema", "on": "2026-11-23"}
    assert not then.isVisible() and not case.asked_anew("decision.signed_by")


def test_a_goal_whose_day_is_over_gets_a_new_one_at_a_prolonging(begin):
    case = prolonged_today(begin)
    assert case.asked_anew("needs.goals.d1.by")
    case.confirm("needs.goals.d1.by", "2027-02-01")
    assert not case.asked_anew("needs.goals.d1.by")


def followed_for_long(begin):
    """A family whose conclusion is from before its reviews, and whose help is to be prolonged now: asked again."""
    example = of_example("volgen.json")
    again = {path: {"value": said, "on": "2026-11-23"} for path, said in example.items() if path in ASKED_AGAIN}
    return begin({**example, **again, "intake.track": "verlenging"})


def test_the_same_conclusion_can_be_drawn_anew_after_a_review(begin, page_of, qtbot):
    case = followed_for_long(begin)
    block = block_of(page_of(case, "needs"), "a")
    assert case.assessment.changeability.conclusion == case.settled.of(Needs).conclusion.known
    assert case.asked_anew("needs.conclusion") and block.result.take_over.isVisible()
    click(block.result.take_over)
    assert case.settled.of(Needs).conclusion.on == case.today
    assert not case.asked_anew("needs.conclusion")
    qtbot.waitUntil(lambda: not block.result.take_over.isVisible())


def test_another_conclusion_that_is_asked_for_anew_is_of_today(begin, page_of):
    case = followed_for_long(begin)
    page = page_of(case, "needs")
    choose(page, "needs.conclusion", "GEMENGD")
    assert case.settled.of(Needs).conclusion.on == case.today
    choose(page, "needs.conclusion", "CHRONISCH")
    assert case.settled.of(Needs).conclusion.on == case.today


def test_answers_that_kept_no_day_get_the_day_of_the_journal_when_a_prolonging_begins(begin, home):
    case = begin({"intake.track": "volledig_onderzoek", "checklists.a.VC12": "ja", "decision.signed_by": "A. Fictema",
                  "checklists.a.VC14": {"unanswered": "unknown"}, "checklists.a.opened": "ja",
                  "decision.motivation": {"value": "Zo was het.", "on": "2026-03-01"}})  # fmt: skip
    written = {line.path: line.at.astimezone().date().isoformat() for line in case.history()}["checklists.a.VC12"]
    case.confirm("intake.track", "triage")
    assert case.raw("checklists.a.VC12") == "ja", "only a prolonging asks for the day"
    case.confirm("intake.track", {"value": "verlenging", "on": "2026-11-23"})
    assert case.raw("checklists.a.VC12") == {"value": "ja", "on": written}
    assert case.raw("decision.signed_by") == {"value": "A. Fictema", "on": written}
    assert case.raw("decision.motivation") == {"value": "Zo was het.", "on": "2026-03-01"}
    assert case.raw("checklists.a.VC14") == {"unanswered": "unknown"}
    case.undo()
    assert case.raw("checklists.a.VC12") == "ja" and case.raw("intake.track") == "triage", "one step of undo"
