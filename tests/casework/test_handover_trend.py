"""Help that already ran: how each goal went, and what was found at each review, in H8 for who takes it on."""

from __future__ import annotations

from typing import Any

import pytest

from casework.handover.blocks import GoalTrend, Table
from tests.casework.handover_family import composed, family
from tests.casework.handover_reading import under
from tests.casework.rows_following import score, talk

TALKS = [
    talk("r1", "2026-03-02", gain="ja", helped="Een vaste begeleider"),
    talk("r2", "2026-06-01", gain="afgevlakt", choice="verlengen", reasons="Bijna op eigen benen"),
]


def running(**more: Any) -> dict[str, Any]:
    document = family()
    goals = [goal["id"] for goal in document["answers"]["needs"]["goals"]]
    given = [
        score("r1", 4, goals[0]),
        {**score("r2", 6, goals[0]), "words": "Ik voel het eerder"},
        score("r2", 3, goals[1]),
    ]
    document["answers"]["intake"]["track"] = "verlenging"
    document["answers"]["handover"] |= {"review_talks": TALKS, "goal_scores": given, **more}
    return document


def of(kind: type, document: dict[str, Any]) -> list[Any]:
    return [block for block in under(composed(document), "8") if isinstance(block, kind)]


def test_each_goal_that_was_scored_is_drawn_on_the_same_days() -> None:
    first, second = of(GoalTrend, running())
    assert [one.score for one in first.scores][-2:] == [4, 6]
    assert [one.score for one in second.scores if not one.at_start] == [3]
    assert (first.first, first.last) == (second.first, second.last)
    assert first.last.isoformat() == "2026-06-01"


def test_above_each_drawing_stands_of_which_goal_it_is() -> None:
    blocks = list(under(composed(running()), "8"))
    drawn = [at for at, block in enumerate(blocks) if isinstance(block, GoalTrend)]
    told = ["".join(text.text for text in blocks[at - 1].runs) for at in drawn]
    assert told == [f"{blocks[at].code} {blocks[at].words} over de tijd:" for at in drawn]
    assert len(drawn) == 2


def test_each_review_tells_gain_what_helped_and_what_was_chosen() -> None:
    (table,) = of(Table, running())
    assert table.rows[0][:4] == ("2 maart 2026", "D1: 4", "ja", "Een vaste begeleider")
    assert table.rows[1][1] == "D1: 6, “Ik voel het eerder”\nD2: 3"
    assert table.rows[1][-1] == "verlengen: Bijna op eigen benen"


@pytest.mark.parametrize("changed", [{"review_talks": [], "goal_scores": []}, {"goal_scores": []}])
def test_without_scores_nothing_is_drawn(changed: dict[str, Any]) -> None:
    assert of(GoalTrend, running(**changed)) == []


def test_help_that_never_ran_has_no_word_of_it() -> None:
    document = running()
    document["answers"]["intake"]["track"] = "volledig_onderzoek"
    document["answers"]["handover"].pop("sent_on", None)
    assert of(GoalTrend, document) == [] and of(Table, document) == []


def test_the_twin_has_the_same_scores_and_families_do_not_get_them() -> None:
    data = composed(running()).data
    told = [(one["goal"], one["on"], one["score"]) for one in data["goal_scores"] if not one["at_start"]]
    assert told == [("D1", "2026-03-02", 4), ("D1", "2026-06-01", 6), ("D2", "2026-06-01", 3)]
    assert composed(running(), "parent").data["goal_scores"] == []


def test_a_review_that_was_written_down_later_carries_its_own_day() -> None:
    late = {**TALKS[1], "gain": {"value": "ja", "source": "ouder", "kind": "mening", "on": "2026-11-20"}}
    (table,) = [one for one in of(Table, running(review_talks=[TALKS[0], late])) if "Volgmomenten" in one.caption]
    assert [where.words for where in table.origins][-1] == "ouder, mening, 1 juni 2026"
