"""The form of a review: a score for each goal in its own card, what the scores say, and where a choice leads."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractSlider, QApplication, QComboBox

from casework import casefile, paths
from casework.weighing.following import scores
from casework.weighing.prolonging import asked_at_prolonging
from desktop.flow.field import QuestionRow
from desktop.flow.said_on import said_on
from desktop.following.agreed import Agreed
from desktop.following.next_step import next_step
from desktop.following.review import ReviewNext, ReviewScores
from desktop.steps import step_of
from desktop.theme.runs import RunLabel
from tests.desktop.cases import TODAY, pack
from tests.desktop.pages.common import words_on

GOALS = [
    {"id": "d1", "words": "Ik slaap weer door", "start": {"value": 3, "on": "2026-06-01"}, "target": 7,
     "owner": "jeugdige"},
    {"id": "d2", "words": "Samen eten zonder ruzie", "start": {"value": 4, "on": "2026-06-01"}, "target": 8},
]  # fmt: skip
STEP_8 = {"goals": GOALS, "gain_means": "Vier nachten doorslapen", "stop_criteria": ["drie weken goed geslapen"]}
FIRST = {"id": "r1", "on": "2026-08-03", "gain": "ja", "choice": "doorgaan", "reasons": "Het gaat vooruit"}
SECOND = {"id": "r2", "on": "2026-10-05"}
SCORED = [{"id": "s1", "review": "r1", "goal": "d1", "score": 5}]


@pytest.fixture
def review(begin, page_of):
    """The page of step 14 with the card of the second review open."""

    def opened(needs: dict[str, Any] = STEP_8, **more: Any) -> tuple[Any, Any]:
        step = {"sent_on": "2026-05-20", "started_on": "2026-06-01", "review_talks": [FIRST, {**SECOND, **more}],
                "goal_scores": SCORED}  # fmt: skip
        document = {"schema": "ijkpunt/case/1", "case_id": "c1", "answers": {"needs": needs, "handover": step}}
        case = begin(paths.flatten(casefile.as_document(casefile.check(document, TODAY))))
        page = page_of(case, "handover")
        page.go_to("handover.review_talks.r2")
        QApplication.processEvents()
        return case, page

    return opened


def part(page: Any, kind: type) -> Any:
    return next(one for one in page.findChildren(kind) if page.findChild(type(one)) and one.isVisibleTo(page))


def choose(page: Any, goal: str, score: str) -> None:
    row = part(page, ReviewScores).scores[goal]
    next(chip for chip in row.chips.chips if chip.key == score).click()
    QApplication.processEvents()


def test_a_score_is_kept_with_its_review_its_goal_its_owner_and_its_day(review) -> None:
    case, page = review()
    choose(page, "d1", "6")
    record = case.order("handover.goal_scores")[-1]
    assert case.raw(f"handover.goal_scores.{record}.review") == "r2"
    assert case.raw(f"handover.goal_scores.{record}.goal") == "d1"
    said = {"value": 6, "source": "jeugdige", "kind": "mening", "on": "2026-10-05"}
    assert case.raw(f"handover.goal_scores.{record}.score") == said
    assert [point.score for point in scores(case.settled)["d1"]] == [5, 6]


def test_what_is_written_down_later_is_of_the_day_of_the_review(review, qtbot) -> None:
    case, page = review()
    box = page.findChild(QuestionRow, "handover.review_talks.r2.gain").findChild(QComboBox)
    box.setCurrentIndex(box.findData("nee"))
    box.activated.emit(box.currentIndex())
    choose(page, "d1", "6")
    QApplication.processEvents()
    assert case.raw("handover.review_talks.r2.gain") == {"value": "nee", "on": "2026-10-05"}
    record = case.order("handover.goal_scores")[-1]
    words = page.findChild(QuestionRow, f"handover.goal_scores.{record}.words")
    words.input.field.setFocus()
    qtbot.keyClicks(words.input.field, "Het lukt")
    page.confirm_all()
    assert case.raw(f"handover.goal_scores.{record}.words") == {"value": "Het lukt", "on": "2026-10-05"}
    assert said_on(case, "needs.conclusion") == case.today.isoformat()


def test_another_score_replaces_the_first_and_choosing_it_again_takes_it_away(review) -> None:
    case, page = review()
    for score in ("6", "2"):
        choose(page, "d1", score)
    assert [point.score for point in scores(case.settled)["d1"]] == [5, 2]
    choose(page, "d1", "2")
    assert [point.score for point in scores(case.settled)["d1"]] == [5]
    case.undo()
    assert [point.score for point in scores(case.settled)["d1"]] == [5, 2]


def test_the_score_one_clicks_stays_under_the_hand_when_the_first_line_comes_above_it(review, qtbot) -> None:
    case, page = review()
    for record in case.order("handover.goal_scores"):
        case.remove("handover.goal_scores", record)
    row = part(page, ReviewScores).scores["d2"]
    chip = row.chips.chips[5]
    page.ensureWidgetVisible(row, 0, 200)
    QApplication.processEvents()
    stood = chip.mapTo(page, QPoint(0, 0)).y()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.trends.isVisible() and page.trends.height() > 100)
    QApplication.processEvents()
    assert chip.mapTo(page, QPoint(0, 0)).y() == stood
    page.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderPageStepSub)
    scrolled = page.verticalScrollBar().value()
    page.trends.hide()
    QApplication.processEvents()
    assert page.verticalScrollBar().value() == scrolled, "who scrolled looks elsewhere"


def test_who_walks_away_with_tab_is_not_called_back_to_where_the_page_was_opened(review) -> None:
    _, page = review()
    page.aim.from_top("handover.recipient", 0)
    bar = page.verticalScrollBar()
    assert bar.value() < 400
    part(page, ReviewScores).scores["d2"].chips.chips[0].setFocus()
    page.focusNextPrevChild(True)
    stood = bar.value()
    assert stood > 400
    page._lists["handover.review_talks"].cards()[0].open(True)
    QApplication.processEvents()
    assert bar.value() >= stood


def test_a_new_review_is_in_view_with_its_first_question(review) -> None:
    _, page = review()
    made = page._lists["handover.review_talks"]
    page.ensureWidgetVisible(made.add_button, 0, 0)  # at the lower edge: the new card comes below it
    made.add_button.click()
    QApplication.processEvents()
    field = QApplication.focusWidget()
    assert made.cards()[-1].isAncestorOf(field)
    assert 0 <= field.mapTo(page, QPoint(0, 0)).y() <= page.height() - field.height()


def test_somebody_may_not_know_and_that_is_no_score(review) -> None:
    case, page = review()
    choose(page, "d2", "unknown")
    record = case.order("handover.goal_scores")[-1]
    assert case.raw(f"handover.goal_scores.{record}.score") == {"unanswered": "unknown"}
    assert "d2" not in scores(case.settled)


def test_words_with_a_score_are_asked_once_there_is_one(review, qtbot) -> None:
    case, page = review()
    row = part(page, ReviewScores).scores["d2"]
    assert row.words_row is None
    choose(page, "d2", "5")
    row.words_row.setFocus()
    row.words_row.input.field.setFocus()
    qtbot.keyClicks(row.words_row.input.field, "Weer samen lachen")
    page.confirm_all()
    record = case.order("handover.goal_scores")[-1]
    assert case.raw(f"handover.goal_scores.{record}.words")["value"] == "Weer samen lachen"


@pytest.mark.parametrize(
    ("score", "said"), [("6", "D1 steeg van 5 naar 6.\nEr is vooruitgang."), ("5", "D1 bleef 5.\nBij de laatste twee"),
                        ("4", "D1 daalde van 5 naar 4.\nBij de laatste twee")],
)  # fmt: skip
def test_what_the_scores_say_stands_there_at_once(review, score: str, said: str) -> None:
    _, page = review()
    choose(page, "d1", score)
    assert said in " ".join(words_on(page))


def test_what_was_agreed_in_step_8_stands_beside_it(review) -> None:
    _, page = review()
    choose(page, "d1", "5")
    told = " ".join(label.accessibleName() or label.text() for label in part(page, Agreed).findChildren(RunLabel))
    assert "Vier nachten doorslapen" in told and "drie weken goed geslapen" in told
    assert "ja, volgens de cijfers" in told
    assert "Is de verklarende analyse nog actueel" in told and "Kan het kind of gezin iets nieuws leren" not in told


def test_who_does_not_know_has_answered_all_the_same(review) -> None:
    case, page = review()
    case.keep("checklists.a.VC14", {"unanswered": "unknown"})
    told = " ".join(label.accessibleName() or label.text() for label in part(page, Agreed).findChildren(RunLabel))
    assert "dit helpt ons niet (meer)? weet ik niet" in told


def test_scores_that_do_not_count_yet_say_why(review) -> None:
    case, page = review(on="2027-10-05")
    choose(page, "d1", "6")
    told = part(page, ReviewScores)._reading
    assert told.text() == "Deze dag moet nog komen. De cijfers tellen mee vanaf die dag." and told.isVisible()
    case.confirm("handover.review_talks.r2.on", None)
    assert told.text().startswith("Vul in op welke dag dit gesprek was.")
    case.confirm("handover.review_talks.r2.on", "2026-10-05")
    assert told.text().startswith("D1 steeg van 5 naar 6.")


def test_the_drawing_follows_the_scores(review) -> None:
    _, page = review()
    choose(page, "d2", "6")
    assert [trend.code for trend in page.trends._trends] == ["D1", "D2"]


def test_prolonging_starts_its_own_route_and_leads_there(review, qtbot) -> None:
    case, page = review(choice="verlengen", reasons="Bijna klaar")
    act = part(page, ReviewNext).act
    assert act.text() == "Begin de route verlenging"
    with qtbot.waitSignal(page.leads) as led:
        act.click()
    (path,) = led.args
    assert step_of(path) == "needs" and path.startswith("checklists.a.")
    assert asked_at_prolonging(next(item for item in pack().checklists["a"].items if path.endswith(item.id)))
    assert case.raw("intake.track") == {"value": "verlenging", "on": case.today.isoformat()}
    assert act.text() == "Ga naar de vragen voor verlengen"


def test_the_route_is_called_in_step_one_what_the_review_and_the_rule_call_it(begin, page_of) -> None:
    case = begin()
    said = (next_step(case, "verlengen").words, pack().rules["R-VOLG-03"].text)
    assert all("route verlenging" in one for one in said)
    assert "verlenging: lopende hulp opnieuw bekijken" in set(words_on(page_of(case, "intake")))


def test_going_on_as_agreed_leads_nowhere(review) -> None:
    _, page = review(choice="doorgaan")
    assert not any(one.isVisibleTo(page) for one in page.findChildren(ReviewNext))


def test_a_light_look_asks_no_scores(review) -> None:
    _, page = review(kind="jaarlijks_licht")
    assert not any(one.isVisibleTo(page) for one in page.findChildren(ReviewScores))
    assert "Past deze steun nog?" in " ".join(words_on(page))


def test_a_rule_that_names_a_score_leads_to_its_review(review) -> None:
    _, page = review()
    page.go_to("handover.goal_scores.s1.score")
    cards = {card.record: card for card in page._lists["handover.review_talks"].cards()}
    assert cards["r1"].is_open


def test_without_goals_it_says_where_to_begin(review) -> None:
    _, page = review(needs={})
    assert "Er is in stap 8 nog geen doel." in " ".join(words_on(page))
