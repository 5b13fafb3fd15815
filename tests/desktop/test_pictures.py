"""The drawings: the same shape for screen and paper, and the same said in words."""

import pytest
from PySide6.QtGui import QColor

from desktop.pictures.banner import PracticeBanner
from desktop.pictures.goal_gauge import GoalGauge
from desktop.pictures.hatching import Hatched
from desktop.pictures.likeness import LikenessCells, likeness_words
from desktop.pictures.mirror import MirrorBar
from desktop.pictures.rail_mark import WORDS, RailMark
from desktop.render import geometry
from desktop.theme.apply import apply_theme
from desktop.theme.tokens import THEMES

# What the offscreen platform says of every window; it is no shortcoming of ours.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture(autouse=True)
def in_light(light):
    """Every test here looks at the product."""


def colours(widget, width=None, height=None):
    """Every colour in a picture of the widget, with how often it occurs."""
    widget.resize(width or widget.sizeHint().width(), height or widget.sizeHint().height())
    image = widget.grab().toImage()
    counts: dict[str, int] = {}
    for y in range(image.height()):
        for x in range(image.width()):
            name = QColor(image.pixel(x, y)).name().upper()
            counts[name] = counts.get(name, 0) + 1
    return counts


def test_cells_fill_the_width_and_never_touch():
    cells = geometry.mirror_cells(["complete", "partly", "missing"], 100, 5)
    assert [cell.kind for cell in cells] == ["full", "half", "dashed"]
    assert cells[-1].x + cells[-1].width == pytest.approx(100)
    assert cells[1].x - (cells[0].x + cells[0].width) == pytest.approx(5)
    assert geometry.mirror_cells([], 100, 5) == ()


def test_likeness_counts_cells_and_shrinks_when_narrow():
    wide = geometry.likeness_cells(7, 4, 2, 1000, 2, 24)
    narrow = geometry.likeness_cells(7, 4, 2, 100, 2, 24)
    assert [cell.kind for cell in wide] == ["full"] * 7 + ["empty"] * 4 + ["dashed"] * 2
    assert wide[0].width == 24
    assert narrow[-1].x + narrow[-1].width == pytest.approx(100)


def test_the_gauge_places_scores_on_its_line():
    shape = geometry.goal_gauge(2, 7, 3, 200)
    assert (shape.start, shape.ring, shape.target, shape.between) == (40, 60, 140, (60, 140))
    assert [tick.label for tick in shape.ticks] == [str(score) for score in range(11)]


def test_a_goal_that_became_worse_is_drawn_backwards():
    assert geometry.goal_gauge(None, 4, 8, 100).between == (40, 80)


def test_what_is_not_known_is_not_drawn():
    shape = geometry.goal_gauge(None, 7, None, 200)
    assert (shape.start, shape.ring, shape.between) == (None, None, None)


@pytest.mark.parametrize("score", [-1, 11])
def test_a_score_beside_the_scale_is_refused(qtbot, score):
    with pytest.raises(ValueError):
        geometry.goal_gauge(score, None, None, 100)
    with pytest.raises(ValueError):
        GoalGauge(None, score, None)


def test_ticks_of_the_ruler():
    ticks = geometry.scale_ticks(600, 24, 4)
    assert len(ticks) == 25
    assert [tick.x for tick in ticks if tick.major] == [0, 100, 200, 300, 400, 500, 600]


def test_hatching_stays_inside_its_rectangle_at_one_angle():
    lines = geometry.hatching(100, 40, 10)
    assert len(lines) == 14
    for (x0, y0), (x1, y1) in lines:
        assert 0 <= x0 <= x1 <= 100
        assert 0 <= y1 <= y0 <= 40
        assert x1 - x0 == pytest.approx(y0 - y1)


def test_a_triangle_stands_on_its_tip():
    assert geometry.triangle((10, 20), 8, 5) == ((10, 20), (6, 15), (14, 15))


def test_the_drawings_say_in_words_what_they_show(qtbot):
    said = {}
    for widget in (LikenessCells(7, 4, 2), MirrorBar(["complete", "partly", "missing"]), GoalGauge(3, 7, None)):
        qtbot.addWidget(widget)
        said[type(widget)] = (widget.accessibleName(), widget.accessibleDescription())
    assert said == {
        LikenessCells: ("7 gelijk, 4 anders, 2 onbekend", ""),
        MirrorBar: ("1 van 3 stappen compleet", "1 compleet, 2 deels, 3 nog niets"),
        GoalGauge: ("Doel op de schaal van 0 tot 10", "start 3, nu onbekend, streven 7"),
    }


def test_likeness_leaves_out_what_does_not_occur():
    assert likeness_words(3, 0, 1) == "3 gelijk, 1 onbekend"
    assert likeness_words(0, 0, 0) == "niets vergeleken"


def test_more_likeness_is_more_ink(qtbot):
    primary = THEMES["light"].primary
    amounts = []
    for same in (0, 5, 13):
        cells = LikenessCells(same, 13 - same, 0)
        qtbot.addWidget(cells)
        amounts.append(colours(cells).get(primary, 0))
    assert amounts[0] == 0 < amounts[1] < amounts[2]


def test_each_state_of_a_step_has_its_own_form(qtbot):
    """In one colour they must still differ: black and white copies and colour-blind readers see form only."""
    forms = set()
    for state in WORDS:
        mark = RailMark(state)
        qtbot.addWidget(mark)
        mark.resize(16, 16)
        image = mark.grab().toImage()
        forms.add(tuple(QColor(image.pixel(x, y)).lightness() < 150 for y in range(16) for x in range(16)))
        assert mark.accessibleName() == WORDS[state]
    assert len(forms) == len(WORDS)


def test_the_staff_line_joins_the_marks(qtbot):
    mark = RailMark("open", line_above=True, line_below=True)
    qtbot.addWidget(mark)
    edge = QColor(THEMES["light"].edge)
    mark.resize(16, 38)
    image = mark.grab().toImage()
    for y in (1, 36):
        shades = [QColor(image.pixel(x, y)).lightness() for x in range(16)]
        assert min(shades) <= edge.lightness() + 40


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
def test_what_is_withheld_is_hatched_in_every_theme(qapp, qtbot, theme):
    apply_theme(qapp, theme)
    box = Hatched()
    qtbot.addWidget(box)
    found = colours(box, 200, 60)
    hatch = THEMES[theme].mark if theme == "high_contrast" else THEMES[theme].sunken
    assert found.get(hatch, 0) > 500
    assert found.get(THEMES[theme].surface, 0) > 500


def test_the_banner_says_that_the_family_is_invented_and_lets_one_stop(qtbot):
    banner = PracticeBanner()
    qtbot.addWidget(banner)
    assert "verzonnen" in banner.accessibleName()
    assert "OEFENING" in banner.accessibleName()
    banner.resize(1000, banner.sizeHint().height())
    banner.show()
    with qtbot.waitSignal(banner.stop_practising):
        banner.findChild(object, "stop_practising").click()
    assert banner.sizeHint().height() >= 36
