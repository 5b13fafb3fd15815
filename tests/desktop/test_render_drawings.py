"""The drawings on paper and on the web: nothing touches, nothing falls off, and the same is said in words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, cycle, islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.handover.blocks import (
    HelpBar,
    LifeEvent,
    NetworkMap,
    Origin,
    Tie,
    Timeline,
    Together,
)
from casework.handover.picture_words import network_words, timeline_words
from desktop.render import figure, fonts, shaping, svg
from desktop.render import style as s
from desktop.render.html import render_html
from desktop.render.network_geometry import network_picture
from desktop.render.pdf import render_pdf
from desktop.render.shapes import Box, Hand, Path, Words
from desktop.render.timeline_axis import Axis
from desktop.render.timeline_geometry import timeline_picture
from desktop.render.timeline_lanes import place
from tests.desktop.reading import read
from tests.desktop.render_example import ARABIC, EXAMPLE
from tools import verapdf

TODAY = date(2026, 12, 7)
BORN = date(2012, 5, 3)
HAND = Hand(1.0, lambda text, bold: 6.6 * len(text))
NAMES = ("Maatje", "Gezinsbegeleiding", "Ondersteuner jeugd en gezin bij de huisarts (OJG), met korte hulp", "FACT")
LEVELS = ("light", "indicated", "residence", "crisis", "unknown")


def bar(name, start, days=200, level="indicated", **more):
    end, origin = start + timedelta(days=days), Origin(f"help_history.help.{name}")
    return HelpBar(name, level, start, end, "ended", origin, **more)


def event(text, on, kind="happened"):
    return LifeEvent(kind, text, on, Origin(f"situation.{text}"))


def line(bars, events=(), together=(), **more):
    return Timeline(date(2020, 5, 3), TODAY, TODAY, tuple(bars), tuple(events), tuple(together), BORN, **more)


LIFE = line(
    [bar("Vroeg & <b>klein</b>", date(2020, 9, 1), 60, "light"), bar("Crisisbed", date(2026, 1, 1), 20, "crisis"),
     bar("Gezinshuis", date(2026, 1, 30), 150, "residence", after=9, result="niet"),
     replace(bar("Begeleiding", date(2025, 1, 1), 600, result="deels"), end=None, state="running"),
     bar("Logeren", date(2025, 10, 1), 200, "light"), replace(bar("Straks", date(2026, 12, 7)), state="proposed")],
    [event("begint met weglopen", date(2025, 3, 1)), event("crisis voorbij", date(2026, 1, 21), "crisis"),
     event("geen analyse na de crisis", date(2026, 1, 21), "not_analysed"),
     event("verklarende analyse", date(2024, 1, 1), "analysed")],
    [Together(date(2025, 1, 1), date(2025, 10, 1), 1), Together(date(2025, 10, 1), date(2026, 1, 30), 3)],
    larger_from=date(2024, 5, 3), undated=("Zonder dag",),
)  # fmt: skip
FULL = line(
    [bar(f"{name} {n}", date(2020, 6, 1) + timedelta(days=28 * n), 20 + 17 * (n % 30), level)
     for n, (name, level) in enumerate(islice(zip(cycle(NAMES), cycle(LEVELS), strict=False), 80))],
    [event(f"Gebeurtenis nummer {n} die even duurt", date(2021, 1, 1) + timedelta(days=90 * n)) for n in range(12)],
)  # fmt: skip


def tie(name, ring="family", helps=None, custody=False, role="familie"):
    return Tie(name, role, ring, helps, custody, Origin(f"people.{name}.name"))


PEOPLE = NetworkMap(
    "Jesse Oefenstra",
    (tie("Anja", "household", None, True), tie("Reint", "family", True), tie("Jan <i>", "network", False),
     tie(f"Oma {ARABIC[:12]}", "network"), tie("De Verzonnen Denkbeeldschoolgemeenschap", "professional", True)),
)  # fmt: skip
BOTH = replace(EXAMPLE, blocks=(LIFE, PEOPLE))


def all_words(picture):
    return " ".join(shape.text for shape in picture.shapes if isinstance(shape, Words))


def off_the_page(picture, hand):
    """Words that stick out left or right of the drawing."""
    out = []
    for shape in picture.shapes:
        if isinstance(shape, Words):
            wide = hand.measure(shape.text, shape.bold)
            left = shape.x - {"start": 0, "middle": wide / 2, "end": wide}[shape.anchor]
            if left < -1 or left + wide > picture.width + 1 or not 0 <= shape.y <= picture.height:
                out.append(shape.text)
    return out


# The line


@pytest.mark.parametrize("width", [300, 520, 713, 1280])
@pytest.mark.parametrize("life", [LIFE, FULL], ids=["chain", "eighty"])
def test_bars_and_their_words_never_touch(life, width):
    lanes = place(Axis(life, 88, width - 26, HAND), life)
    for lane in range(len(lanes.heights)):
        spans = sorted((one.label.low, one.label.high) for one in lanes.bars if one.lane == lane)
        spans += [(one.arc.first, one.arc.last) for one in lanes.bars if one.arc and one.lane + 1 == lane]
        for (_, end), (start, _) in zip(sorted(spans), sorted(spans)[1:], strict=False):
            assert end <= start


@pytest.mark.parametrize("width", [300, 520, 713, 1280])
@pytest.mark.parametrize("life", [LIFE, FULL], ids=["chain", "eighty"])
def test_a_bar_below_sixty_carries_no_words_and_no_words_fall_off(life, width):
    lanes = place(Axis(life, 88, width - 26, HAND), life)
    inside = [one for one in lanes.bars if one.label.side == "inside"]
    assert (inside or width == 300) and all(one.width >= 60 and one.bar.level != "crisis" for one in inside)
    picture = timeline_picture(life, width, HAND)
    assert off_the_page(picture, HAND) == []
    for each in life.bars:
        assert all(word in all_words(picture) for word in each.name.split())


def test_each_level_has_its_own_form():
    """Shape by shape, without a colour: fill or none, and what else is drawn."""
    forms = set()
    for level in LEVELS:
        picture = timeline_picture(line([bar("Hulp", date(2022, 1, 1), 700, level)]), 713, HAND)
        mine = [shape for shape in picture.shapes if isinstance(shape, Box) and abs(shape.height - 30) <= 2]
        marks = [shape.points for shape in picture.shapes
                 if isinstance(shape, Path) and shape.stroke in ("on_residence", "surface")]  # fmt: skip
        forms.add((mine[0].stroke is not None, mine[0].fill == "surface", tuple(marks)))
    assert len(forms) == len(LEVELS)


def test_three_at_once_are_hatched_and_named():
    picture = timeline_picture(LIFE, 713, HAND)
    assert any(isinstance(shape, Path) and shape.stroke == "care_edge" for shape in picture.shapes)
    assert "Stapeling: 3 tegelijk" in all_words(picture)
    assert "Stapeling" not in all_words(timeline_picture(replace(LIFE, together=LIFE.together[:1]), 713, HAND))


def test_a_chain_has_an_arc_with_its_days_and_smaller_years_say_so():
    told = all_words(timeline_picture(LIFE, 713, HAND))
    assert "na 9 dagen" in told and "vanaf 12 jaar groter" in told and "Zonder dag" in told
    axis = Axis(LIFE, 0, 1000, HAND)
    early = axis.x(date(2021, 5, 3)) - axis.x(date(2020, 5, 3))
    late = axis.x(date(2026, 5, 3)) - axis.x(date(2025, 5, 3))
    assert late > 2 * early > 0


def test_the_same_at_another_size_is_the_same_drawing():
    small, large = (timeline_picture(LIFE, 713 * unit, Hand(unit, lambda text, bold, u=unit: 6.6 * len(text) * u))
                    for unit in (1, 2))  # fmt: skip
    assert len(small.shapes) == len(large.shapes) and large.height == pytest.approx(2 * small.height)


# The rings


RINGS = st.lists(st.sampled_from(["household", "family", "network", "professional"]), min_size=1, max_size=12)


@given(RINGS)
@settings(max_examples=15, deadline=None)
def test_nobody_stands_on_anybody_else(rings):
    ties = tuple(tie(f"Oefenpersoon {n}", ring) for n, ring in enumerate(sorted(rings)))
    picture = network_picture(NetworkMap("Jesse", ties), 713, HAND)
    for one, other in combinations(picture.spots, 2):
        across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
        down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
        assert across <= 0 or down <= 0
    assert off_the_page(picture, HAND) == []


def test_a_tie_shows_in_its_line_and_in_a_word():
    picture = network_picture(PEOPLE, 713, HAND)
    lines = {(shape.line, shape.dashed) for shape in picture.shapes if isinstance(shape, Path)}
    assert len(lines) == 3
    told = all_words(picture)
    assert "kan helpen" in told and "kan nu niet helpen" in told and "gezag" in told
    assert all(name in told for name in ("in huis", "familie", "vrienden en buurt", "school en hulp"))


# On paper


@pytest.fixture(scope="module")
def paper() -> bytes:
    return render_pdf(BOTH)


@pytest.fixture(scope="module")
def full() -> bytes:
    return render_pdf(replace(EXAMPLE, blocks=(FULL,)))


def test_words_that_run_to_the_left_are_as_wide_as_they_are_drawn():
    name = "ليلى الخيالي"
    alone = NetworkMap(name, (tie(name, "household", None, True), tie("Reint", "family", True)))
    picture = network_picture(alone, 470, figure.HAND)
    assert off_the_page(picture, figure.HAND) == []
    for box in (shape for shape in picture.shapes if isinstance(shape, Box)):
        assert -1 <= box.x < box.x + box.width <= picture.width + 1


def test_a_figure_says_the_same_in_words_and_where_it_lies(paper):
    whole = read(paper)
    figures = whole.root.tagged("Figure")
    assert figures[0].alternative == " ".join(timeline_words(LIFE))
    assert figures[1].alternative == " ".join(network_words(PEOPLE))
    for found in figures:
        box = [float(edge) for edge in found.raw.A.BBox]
        assert s.MARGIN - 0.1 <= box[0] < box[2] <= s.PAGE_WIDTH - s.MARGIN + 0.1
        assert s.BOTTOM <= box[1] < box[3] <= s.TOP + 0.1


def test_words_in_a_figure_are_words(paper):
    told = re.sub(r"\s", "", read(paper).root.tagged("Figure")[0].text)
    assert "Gezinshuis" in told and "na9dagen" in told and "<b>klein</b>" in told


def test_letters_are_never_smaller_than_the_smallest_on_paper():
    assert figure.HAND.size >= s.PROVIDER.note.letters


def test_drawings_keep_paper_fit_for_aids_and_archive_and_the_same(paper, full, tmp_path):
    assert render_pdf(BOTH) == paper
    if missing := verapdf.available():
        pytest.skip(missing)
    files = [tmp_path / "both.pdf", tmp_path / "full.pdf"]
    for file, content in zip(files, (paper, full), strict=True):
        file.write_bytes(content)
    for result in verapdf.validate(files):
        assert result.compliant, str(result)


def test_eighty_forms_of_help_go_over_pages_and_each_stands_there_once(full):
    whole = read(full)
    figures = whole.root.tagged("Figure")
    assert len(figures) > 1
    told = " ".join(found.alternative for found in figures)
    assert all(told.count(f"{each.name}, ") == 1 for each in FULL.bars)
    for found in figures:
        box = [float(edge) for edge in found.raw.A.BBox]
        assert s.BOTTOM <= box[1] < box[3] <= s.TOP + 0.1


def test_eighty_that_began_on_one_day_are_drawn_each_once_and_on_the_page():
    alike = replace(FULL, bars=tuple(replace(each, start=date(2021, 1, 1), end=date(2021, 9, 1)) for each in FULL.bars))
    whole = read(render_pdf(replace(EXAMPLE, blocks=(alike,))))
    figures = whole.root.tagged("Figure")
    told = " ".join(found.alternative for found in figures)
    assert all(told.count(f"{each.name}, ") == 1 for each in alike.bars)
    for found in figures:
        box = [float(edge) for edge in found.raw.A.BBox]
        assert s.BOTTOM <= box[1] < box[3] <= s.TOP + 0.1


# On the web


def test_the_page_has_each_drawing_as_an_image_with_title_and_description():
    page = render_html(BOTH)
    images = re.findall(r"<svg role=\"img\".*?</svg>", page, re.DOTALL)
    assert len(images) == 2
    for image in images:
        assert re.search(r"<title>[^<]+</title><desc>[^<]+</desc>", image) and 'aria-label="' in image
    assert "&lt;b&gt;klein&lt;/b&gt;" in page and "<b>klein" not in page and "<i>" not in page


def test_web_words_may_run_wider_without_falling_off():
    wider = Hand(1.0, lambda text, bold: svg.HAND.measure(text, bold))
    assert off_the_page(timeline_picture(LIFE, svg.LINE_WIDTH, svg.HAND), wider) == []


def test_no_word_of_a_family_is_remembered_after_its_page_is_made():
    render_html(BOTH)
    assert shaping.shape.cache_info().currsize == fonts.stretches.cache_info().currsize == 0
