"""A goal over time: one drawing for screen, paper and the web, with the same in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from casework.handover.blocks import GoalTrend, Origin, Scored
from casework.handover.picture_words import trend_words
from casework.handover.plain import plain
from desktop.pictures.goal_trend import GoalTrendDrawing
from desktop.render import shapes
from desktop.render.html import render_html
from desktop.render.pdf import render_pdf
from desktop.render.trend_geometry import trend_picture
from tests.desktop.reading import read
from tests.desktop.render_example import EXAMPLE
from tests.desktop.test_render_drawings import HAND, all_words, off_the_page
from tools import verapdf

FIRST, LAST = date(2025, 10, 23), date(2026, 11, 16)
SLEEP = GoalTrend(
    "D1", "Ik slaap weer door", 7,
    (Scored(FIRST, 3, Origin("needs.goals.d1.start"), at_start=True),
     Scored(date(2026, 1, 19), 4, Origin("handover.goal_scores.s1.score")),
     Scored(date(2026, 2, 2), 6, Origin("handover.goal_scores.s2.score")),
     Scored(LAST, 5, Origin("handover.goal_scores.s3.score"))),
    FIRST, LAST,
)  # fmt: skip


def test_the_words_tell_each_score_with_its_day_and_what_is_left_to_go() -> None:
    assert trend_words(SLEEP) == (
        "Doel D1 “Ik slaap weer door” over de tijd, op een schaal van 0 tot 10.",
        "Cijfers: een 3 bij de start, op 23 oktober 2025, een 4 op 19 januari 2026, een 6 op 2 februari 2026 en een 5 "
        "op 16 november 2026.",
        "Nu 2 hoger dan het eerste cijfer; het streven is een 7, nog 2 te gaan.",
    )


@pytest.mark.parametrize(
    ("last", "target", "told"),
    [
        (7, 7, "Nu 4 hoger dan het eerste cijfer; het streven is een 7, dat is gehaald."),
        (6, 7, "Nu 3 hoger dan het eerste cijfer; het streven is een 7, nog 1 te gaan."),
        (3, 7, "Nu gelijk aan het eerste cijfer; het streven is een 7, nog 4 te gaan."),
        (2, None, "Nu 1 lager dan het eerste cijfer; er is geen streven afgesproken."),
    ],
)
def test_what_it_has_come_to(last: int, target: int | None, told: str) -> None:
    scores = (*SLEEP.scores[:-1], replace(SLEEP.scores[-1], score=last))
    assert trend_words(replace(SLEEP, scores=scores, target=target))[-1] == told


@pytest.mark.parametrize("width", [300, 440, 720])
def test_every_figure_and_day_is_on_the_drawing(width: int) -> None:
    picture = trend_picture(SLEEP, width, HAND)
    assert off_the_page(picture, HAND) == []
    for words in ("3", "4", "6", "5", "streven 7", "23 oktober 2025", "16 november 2026"):
        assert words in all_words(picture)


def test_start_review_and_last_score_are_told_apart_without_colour() -> None:
    drawn = trend_picture(SLEEP, 620, HAND).shapes
    assert sum(isinstance(shape, shapes.Box) for shape in drawn) == 1
    assert [shape.fill for shape in drawn if isinstance(shape, shapes.Oval)] == ["surface", "surface", "primary"]
    assert [shape.dashed for shape in drawn if isinstance(shape, shapes.Path)].count(True) == 1


def test_a_higher_score_is_drawn_higher_and_a_later_one_further_on() -> None:
    spots = trend_picture(SLEEP, 620, HAND).spots
    assert [spot.x for spot in spots] == sorted(spot.x for spot in spots)
    assert spots[0].y > spots[1].y > spots[3].y > spots[2].y


def test_one_score_is_a_drawing_too() -> None:
    alone = replace(SLEEP, scores=SLEEP.scores[-1:], first=LAST, target=None)
    picture = trend_picture(alone, 300, HAND)
    assert off_the_page(picture, HAND) == [] and len(picture.spots) == 1


def test_arrows_walk_the_scores_and_enter_opens_the_field(qtbot, show) -> None:
    view = show(GoalTrendDrawing(SLEEP), 620, 240)
    view.setFocus()
    with qtbot.waitSignal(view.opened) as opened:
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
            qtbot.keyClick(view, key)
    assert opened.args == ["handover.goal_scores.s1.score"]
    assert view.accessibleName() == "Een 4 op 19 januari 2026. 2 van 4"
    assert "nog 2 te gaan" in view.accessibleDescription()


def test_paper_and_page_have_it_as_a_figure_that_says_the_same() -> None:
    document = replace(EXAMPLE, blocks=(SLEEP,))
    told = " ".join(trend_words(SLEEP))
    page = render_html(document)
    assert f'aria-label="{told}"' in page and "streven 7</text>" in page
    (figure,) = read(render_pdf(document)).root.tagged("Figure")
    assert figure.alternative == told and "streven7" in "".join(figure.text.split())
    assert trend_words(SLEEP)[1] in plain(document)


def test_paper_with_it_is_fit_for_aids_and_archive(tmp_path: Path) -> None:
    if missing := verapdf.available():
        pytest.skip(missing)
    file = tmp_path / "doelen.pdf"
    file.write_bytes(render_pdf(replace(EXAMPLE, blocks=(SLEEP,))))
    for result in verapdf.validate([file]):
        assert result.compliant, str(result)
