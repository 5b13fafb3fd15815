"""Where lines end on paper: no short word alone, a day with its year, and no word broken for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casework.handover.blocks import Text
from desktop.render import style as s
from desktop.render.desk import Desk, runs
from desktop.render.lines import Lines, lines
from desktop.render.spans import run
from desktop.render.structure import Element


@pytest.mark.parametrize("strong", [False, True])
def test_a_short_word_does_not_end_a_paragraph_alone(strong: bool) -> None:
    words = (Text("Zo meten we het: ", strong=strong), Text("keren per week uit de les op een school, nu 4."))
    for width in range(215, 330, 5):
        desk = Desk(s.PROVIDER, Element("Document"), notes=False)
        made = lines(desk.parent, runs(words, s.PROVIDER.body), float(width), 15.0)
        assert isinstance(made, Lines)
        last = made.lines[-1]
        assert len(made.lines) == 1 or len("".join(placed.span.text for placed in last).split()) > 1, width


def test_a_year_stays_with_its_day_in_a_cell_too() -> None:
    desk = Desk(s.PROVIDER, Element("Document"), notes=False)
    told = [run("vanaf 18 november 2026", s.PROVIDER.small)]
    for width in range(86, 110, 4):
        made = lines(desk.parent, told, float(width), 13.5)
        assert isinstance(made, Lines)
        assert made.lines[-1][-1].span.text.split() != ["2026"], width


@pytest.mark.parametrize("size", [7.0, 8.0, 9.0])
@pytest.mark.parametrize("strong", [False, True])
def test_no_word_is_broken_to_keep_company(size: float, strong: bool) -> None:
    """In a narrow column the day of a review stood as "22 november 2" with "026" below it."""
    desk = Desk(s.PROVIDER, Element("Document"), notes=False)
    said = (Text("22 ", strong=strong), Text("november 2026", strong=strong))
    for words in (said, (Text("22 november 2026", strong=strong),)):
        for width in range(60, 90):
            made = lines(desk.parent, runs(words, replace(s.PROVIDER.body, letters=size)), float(width), 15.0)
            assert isinstance(made, Lines)
            told = " ".join("".join(placed.span.text for placed in line).strip() for line in made.lines)
            assert told == "22 november 2026", width
