"""Following the help: scores over time, standing still, what is due, and what it does to changeable or lasting."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from casework.casefile import as_document, check
from casework.steps import FLOW
from casework.steps.handover import Handover, talks_held
from casework.steps.needs import Needs
from casework.weighing.assess import assess
from casework.weighing.changeability import weigh_changeability
from casework.weighing.following import Due, due, is_overdue, latest_score, scores, stands_still, trend
from casework.weighing.following_words import reading
from casework.weighing.profile import profile
from tests.casework.families import TODAY, Changes, case_of, goal, helped, ordinary, pack
from tests.casework.rows_following import SENT, score, talk

TWO_GOALS = [goal("d1", start=3, target=7), goal("d2", start=4, target=6)]
ALL_OF_A = {f"VC{number:02}": "een_beetje" for number in range(1, 16)} | {"VC16": "ja", "VC17": "ja"}


def settled(changes: Changes) -> Any:
    return case_of(ordinary({**SENT, "needs.goals": TWO_GOALS, "needs.review_date": "+6m", **changes})).settle(TODAY)


def reviewed(*rounds: dict[str, int], **talks: Any) -> dict[str, Any]:
    """Reviews four weeks apart, the last a week ago, with the scores of each."""
    days = [f"-{1 + 4 * (len(rounds) - at)}w" for at in range(1, len(rounds) + 1)]
    return {
        "handover.review_talks": [talk(f"r{at}", day, **talks) for at, day in enumerate(days, start=1)],
        "handover.goal_scores": [
            score(f"r{at}", number, goal_id)
            for at, scores in enumerate(rounds, start=1)
            for goal_id, number in scores.items()
        ],
    }


# The trend


def test_the_trend_starts_where_the_help_started_and_follows_the_reviews() -> None:
    first, second = trend(settled(reviewed({"d1": 4}, {"d1": 6, "d2": 5})))
    assert [(point.on, point.score) for point in first.points] == [
        (date(2025, 10, 23), 3),
        (date(2026, 10, 19), 4),
        (date(2026, 11, 16), 6),
    ]
    assert (first.words, first.target) == ("Ik wil het voelen aankomen", 7)
    assert [point.score for point in second.points] == [4, 5]


def test_scores_of_a_review_to_come_or_of_no_review_do_not_count() -> None:
    later = {
        "handover.review_talks": [talk("r1", "+1d")],
        "handover.goal_scores": [score("r1", 9), {**score("r1", 9), "id": "s2", "review": "weg"}],
    }
    assert [point.score for point in trend(settled(later))[0].points] == [3]


@pytest.mark.parametrize(
    ("before", "after", "still"),
    [
        ({"d1": 5}, {"d1": 5}, True),
        ({"d1": 5}, {"d1": 4}, True),
        ({"d1": 5}, {"d1": 6}, False),
        ({"d1": 5, "d2": 5}, {"d1": 5, "d2": 6}, False),
        ({"d1": 5}, {"d2": 5}, None),
    ],
)
def test_standing_still_is_no_goal_that_rises(before: Any, after: Any, still: bool | None) -> None:
    assert stands_still(settled(reviewed(before, after))) is still


def test_one_review_says_nothing_about_standing_still() -> None:
    assert stands_still(settled(reviewed({"d1": 2}))) is None


def test_only_the_last_two_reviews_count() -> None:
    assert stands_still(settled(reviewed({"d1": 9}, {"d1": 4}, {"d1": 5}))) is False


# Changeable or lasting, on real scores


def conclusion(changes: Changes, **answers: str) -> str | None:
    given = {"checklists": {"a": {**ALL_OF_A, **answers}}}
    return weigh_changeability(settled({**changes, **given}), pack()).conclusion


def test_the_scores_answer_what_nobody_did() -> None:
    """Of the weight of loss 3 + 3 of 8 while the scores stand still, and 3 of 8 once they rise; half is the border."""
    poor = {"VC12": "ja", "VC14": "nee", "VC15": "nee"}
    without = {key: value for key, value in {**ALL_OF_A, **poor}.items() if key != "VC13"}
    stalled = {**reviewed({"d1": 4}, {"d1": 4}), "checklists": {"a": without}}
    rising = {**reviewed({"d1": 4}, {"d1": 6}), "checklists": {"a": without}}
    assert weigh_changeability(settled(stalled), pack()).conclusion == "GEEN_WINST"
    assert weigh_changeability(settled(rising), pack()).conclusion == "GEMENGD"


def test_an_answer_goes_before_the_scores() -> None:
    delivered_badly = reviewed({"d1": 4}, {"d1": 4})
    assert conclusion(delivered_badly, VC13="nee", VC12="nee", VC16="nee") != "UITVOERING_EERST"
    assert conclusion(delivered_badly, VC13="ja", VC12="nee", VC16="nee") == "UITVOERING_EERST"


def test_scores_alone_draw_no_conclusion() -> None:
    case = settled({**reviewed({"d1": 4}, {"d1": 4}), "checklists": {"a": {}}})
    assert weigh_changeability(case, pack()).conclusion is None


def test_the_goals_as_last_scored_decide_whether_they_are_reached() -> None:
    assert conclusion(reviewed({"d1": 6, "d2": 6}, {"d1": 7, "d2": 6})) == "DOEL_BEREIKT"
    assert conclusion(reviewed({"d1": 7, "d2": 6}, {"d1": 6, "d2": 6})) != "DOEL_BEREIKT"
    assert conclusion(reviewed({"d1": 7})) != "DOEL_BEREIKT"  # the other goal was never scored


def test_high_is_reached_when_it_stays_high() -> None:
    no_target = {"needs.goals": [goal("d1", start=3)]}
    assert conclusion({**no_target, **reviewed({"d1": 8}, {"d1": 8})}) == "DOEL_BEREIKT"
    assert conclusion({**no_target, **reviewed({"d1": 7}, {"d1": 8})}) != "DOEL_BEREIKT"
    assert conclusion({**no_target, **reviewed({"d1": 8}, {"d1": 7})}) != "DOEL_BEREIKT"


def test_the_latest_score_is_where_the_next_provider_starts() -> None:
    """The last review that scored it, before any the score now, else the one at the start."""
    first, second = settled({}).of(Needs).goals.known or ()
    assert latest_score(first, scores(settled(reviewed({"d1": 6}, {"d2": 5}))).get("d1", ())) == 6
    assert latest_score(second, ()) == 4
    assert latest_score(second.with_answer("now", 5), ()) == 5


# Step 8 opens again


def problems(changes: Changes) -> list[str]:
    case = settled(changes)
    return [problem.message for problem in FLOW.by_id["needs"].problems(case.steps)]


def test_twice_no_gain_opens_step_eight_until_the_conclusion_is_new() -> None:
    again = "conclusie_veranderbaar: twee keer geen winst, kijk opnieuw wat nodig is"
    lost = reviewed({}, {}, gain="nee")
    assert again in problems(lost)
    assert again not in problems(reviewed({}, gain="nee"))
    assert again not in problems({**lost, "needs.conclusion": {"value": "GEEN_WINST", "on": "-1w"}})
    assert again in problems({**lost, "needs.conclusion": {"value": "GEEN_WINST", "on": "-8d"}})


def test_a_prolonging_asks_for_a_conclusion_from_after_the_review() -> None:
    again = "conclusie_veranderbaar: de hulp wordt verlengd, kijk opnieuw wat nodig is"
    prolonged = {"intake.track": "verlenging", **reviewed({}, gain="ja")}
    assert again in problems({**prolonged, "needs.conclusion": {"value": "VERANDERBAAR", "on": "-8d"}})
    assert again not in problems({**prolonged, "needs.conclusion": {"value": "VERANDERBAAR", "on": "-1w"}})
    assert again not in problems({**prolonged, "intake.track": "volledig_onderzoek",
                                  "needs.conclusion": {"value": "VERANDERBAAR", "on": "-8d"}})  # fmt: skip
    assert again not in problems({"intake.track": "verlenging"})  # no review here to be older than


# Clocks


def clocks(changes: Changes) -> list[tuple[str, date]]:
    return [(one.what, one.day) for one in due(settled(changes))]


def test_the_day_of_a_review_goes_when_the_talk_was_held() -> None:
    planned = {"needs.review_date": "-3d", "decision.reviews": [{"id": "e1", "on": "+2m"}]}
    assert clocks(planned) == [("evaluatie", date(2026, 11, 20)), ("evaluatie", date(2027, 1, 23))]
    held = {**planned, "handover.review_talks": [talk(on="-1w")]}
    assert clocks(held) == [("evaluatie", date(2027, 1, 23))]


def test_overdue_is_a_day_behind_us_without_a_talk() -> None:
    assert is_overdue(settled({"needs.review_date": "-1d"}))
    assert not is_overdue(settled({"needs.review_date": "+0d"}))
    assert not is_overdue(settled({"needs.review_date": "-1d", "handover.review_talks": [talk(on="-1d")]}))


def test_what_was_agreed_at_the_last_talk_comes_first() -> None:
    agreed = {"handover.review_talks": [talk(on="-1w", next_on="+3w")]}
    assert clocks(agreed)[0] == ("afgesproken_gesprek", date(2026, 12, 14))


def test_lasting_support_is_looked_at_every_year() -> None:
    nothing_planned = {"needs.review_date": {"unanswered": "unknown"}, "decision.reviews": []}
    lasting = {**nothing_planned, "needs.conclusion": "CHRONISCH"}
    assert clocks(lasting) == [("jaarlijks", date(2026, 10, 23))]
    assert clocks({**lasting, "handover.review_talks": [talk(on="-2m")]}) == [("jaarlijks", date(2027, 9, 23))]
    assert clocks(nothing_planned) == []
    agreed = {**lasting, "needs.review_date": "+2m"}
    assert "jaarlijks" not in dict(clocks(agreed))
    assert [one.words for one in due(settled(agreed))] == ["kijk licht: past deze steun nog, en kan het met minder?"]


def test_help_that_goes_on_without_a_day_is_looked_at_within_half_a_year() -> None:
    going_on = {"needs.review_date": "-1m", "decision.reviews": [], "handover.review_talks": [talk(on="-1m")]}
    assert clocks(going_on) == [("evaluatie", date(2027, 4, 23))]
    assert clocks({**going_on, "handover.review_talks": [talk(on="-1m", next_on="+1w")]}) == [
        ("afgesproken_gesprek", date(2026, 11, 30))
    ]
    assert dict(clocks({**going_on, "handover.ended_on": "-1w"})).keys() == {"terugbellen"}


def test_a_provider_who_says_nothing_is_asked() -> None:
    silent = {"handover.sent_on": "-1d", "handover.started_on": {"unanswered": "unknown"},
              "handover.reaction": "geen_antwoord"}  # fmt: skip
    assert clocks(silent)[0] == ("reactie_aanbieder", date(2026, 11, 27))
    assert "reactie_aanbieder" not in dict(clocks({**silent, "handover.reaction": "geaccepteerd"}))


def test_every_clock_says_in_words_what_to_do() -> None:
    found = due(settled({"needs.review_date": "-3d", "handover.review_talks": [talk(on="-9w", next_on="+1w")]}))
    assert all(isinstance(one, Due) and len(one.words.split()) > 4 for one in found)
    assert len(found) == 2


# The case file


def test_reviews_are_asked_once_help_was_handed_over_or_ran_before() -> None:
    talks = {"handover.review_talks": [talk()]}
    ran = {"intake.track": "verlenging", "help_history.help": [helped("h1")]}
    assert "handover.review_talks" in case_of(ordinary(talks)).settle(TODAY).kept_aside
    assert "handover.review_talks" not in case_of(ordinary({**talks, **SENT})).settle(TODAY).kept_aside
    assert "handover.review_talks" not in case_of(ordinary({**talks, **ran})).settle(TODAY).kept_aside


def test_reviews_and_scores_come_back_from_the_case_file() -> None:
    case = case_of(ordinary({**SENT, "needs.goals": TWO_GOALS, **reviewed({"d1": 4}, {"d1": 6})}))
    document = as_document(case)
    assert document["schema"] == "ijkpunt/case/1"
    assert check(document, TODAY) == case


def test_a_whole_family_with_reviews_weighs() -> None:
    lost = {**SENT, "needs.goals": TWO_GOALS, **reviewed({"d1": 4}, {"d1": 4}, gain="afgevlakt", choice="verlengen")}
    found = assess(case_of(ordinary(lost)), pack(), TODAY)
    assert {"R-VOLG-02", "R-VOLG-03", "R-VOLG-07"} <= {one.rule for one in found.signals}


# The clocks towards eighteen, and after the help stopped


@pytest.mark.parametrize(
    ("age", "looked", "day"),
    [
        ("-15y11m", None, None),
        ("-16y", None, "2026-11-23"),
        ("-16y4m", "-3m", "2027-01-23"),
        ("-16y4m", "-5m", "2026-07-23"),
        ("-17y", "-1w", "2027-05-23"),
        ("-17y7m", "-1m", "2027-01-23"),
        ("-17y10m", "-1w", None),
    ],
)
def test_the_big_five_are_gone_through_each_half_year(age: str, looked: str | None, day: str | None) -> None:
    given = {"identity.birth_date": age, **({"special_checks.big_five_on": looked} if looked else {})}
    days = [one.day.isoformat() for one in due(settled(given)) if one.what == "big_five"]
    assert days == ([day] if day else [])


def test_the_big_five_are_no_review_of_the_help() -> None:
    assert not is_overdue(settled({"identity.birth_date": "-17y", "needs.review_date": "+1m"}))


def test_after_the_help_stopped_somebody_calls_once() -> None:
    stopped = {"handover.ended_on": "-2m"}
    assert [(one.what, one.day.isoformat()) for one in due(settled(stopped))] == [("terugbellen", "2026-12-23")]
    assert due(settled({**stopped, "handover.review_talks": [talk("r1", "-1w")]})) == ()
    assert due(settled({**stopped, "handover.came_back_on": "-1w"})) == ()
    assert [one.what for one in due(settled({"handover.ended_on": "+1w"}))] != ["terugbellen"]


def test_a_family_that_comes_back_opens_step_eight_until_the_conclusion_is_new() -> None:
    again = "conclusie_veranderbaar: het gezin kwam terug, kijk opnieuw wat nodig is"
    back = {"handover.ended_on": "-4m", "handover.came_back_on": "-1w"}
    assert again in problems({**back, "needs.conclusion": {"value": "VERANDERBAAR", "on": "-8d"}})
    assert again not in problems({**back, "needs.conclusion": {"value": "VERANDERBAAR", "on": "-1w"}})
    assert again not in problems({"handover.ended_on": "-4m"})


def test_what_the_last_review_said_is_what_help_brought() -> None:
    """Not what is only planned, and not what step 7 said before it."""
    helps = {"help_history.help": [helped("h1", gain="ja"), helped("h2", gain="nee", start="+1w")]}
    features = [profile(settled(changes), {}) for changes in (helps, {**helps, **reviewed({}, gain="afgevlakt")})]
    assert [one["help_effect"] for one in features] == ["ja", "afgevlakt"]


# What the scores say, in words


def said(*rounds: dict[str, int], **talks: Any) -> tuple[str, ...]:
    case = settled(reviewed(*rounds, **talks))
    return reading(case, talks_held(case)[-1], 8)


def test_the_words_tell_each_move_and_what_all_scores_say() -> None:
    assert said({"d1": 4, "d2": 5}, {"d1": 6, "d2": 5})[:2] == ("D1 steeg van 4 naar 6.", "D2 bleef 5.")
    assert said({"d1": 4}, {"d1": 3})[0] == "D1 daalde van 4 naar 3."
    assert "vooruitgang" in said({"d1": 4}, {"d1": 5})[-1]
    assert "steeg geen enkel cijfer" in said({"d1": 4}, {"d1": 4})[-1]
    assert "Ieder doel is gehaald" in said({"d1": 6, "d2": 6}, {"d1": 7, "d2": 6})[-1]
    assert "nog te weinig cijfers" in said({"d1": 4})[-1]
    assert "Stap 8 staat weer open" in said({"d1": 4}, {"d1": 5}, gain="nee")[-1]


def test_an_earlier_review_tells_its_moves_alone() -> None:
    case = settled(reviewed({"d1": 4}, {"d1": 5}))
    assert reading(case, talks_held(case)[0], 8) == ("D1 steeg van 3 naar 4.",)


@pytest.mark.parametrize(("on", "words"), [
    ({"unanswered": "unknown"}, "Vul in op welke dag dit gesprek was."), ("+1d", "Deze dag moet nog komen."),
])  # fmt: skip
def test_a_review_that_was_not_held_says_only_why_its_scores_do_not_count(on: Any, words: str) -> None:
    case = settled({"handover.review_talks": [talk("r1", "-3w"), {**talk("r2"), "on": on}]})
    (told,) = reading(case, (case.of(Handover).review_talks.known or ())[-1], 8)
    assert told.startswith(words)


def test_what_the_export_wrote_down_starts_the_clock_too():
    """Five working days, over a weekend; a version for parents is no question to a provider."""
    sending = {"id": "s1", "document": "AK-2026-0a1b2c3d", "version": 1, "kind": "aankondiging", "reader": "aanbieder",
               "sent_on": "2026-11-20"}  # fmt: skip
    nobody = {"unanswered": "not_asked"}
    silent = {"handover.sent_on": nobody, "handover.started_on": nobody, "handover.reaction": nobody}
    announced = {**silent, "handover.sendings": [sending]}
    assert ("reactie_aanbieder", date(2026, 11, 27)) in clocks(announced)
    assert "reactie_aanbieder" not in dict(clocks({**announced, "handover.reaction": "geaccepteerd"}))
    own = {**sending, "kind": "overdracht", "reader": "ouder"}
    assert "reactie_aanbieder" not in dict(clocks({**silent, "handover.sendings": [own]}))
