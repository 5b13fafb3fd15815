"""The drawings on the screen: walked by keyboard, opened by Enter, told aloud, and always as the case stands."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton

from casework.handover.blocks import Origin
from casework.steps import FLOW
from desktop.flow.page import page_for
from desktop.handover.paper import Desk, Paper
from desktop.pictures.network_map import NetworkDrawing
from desktop.pictures.picture import colour
from desktop.pictures.timeline import TimelineDrawing, TimelineView
from desktop.theme.apply import apply_theme
from desktop.theme.label import Plain
from desktop.theme.look import current
from tests.desktop.cases import unlocked
from tests.desktop.test_render_drawings import BOTH, FULL, LIFE, PEOPLE


@pytest.fixture(autouse=True)
def in_light(light):
    """Every test here looks at the product."""


@pytest.fixture
def drawing(qtbot):
    made = TimelineDrawing(LIFE)
    qtbot.addWidget(made)
    made.resize(900, made.heightForWidth(900))
    return made


def test_a_screen_reader_hears_the_whole_and_then_the_part(drawing, qtbot):
    assert drawing.accessibleName().startswith("Levenslijn van 8 jaar")
    assert "Gezinshuis" in drawing.accessibleDescription()
    qtbot.keyClick(drawing, Qt.Key.Key_Home)
    assert drawing.accessibleName().startswith("Vroeg & <b>klein</b>, licht, van 1 september 2020")
    assert drawing.accessibleName().endswith(f"1 van {len(LIFE.bars) + len(LIFE.events)}")


def test_arrows_walk_everything_from_left_to_right_and_stop_at_the_ends(drawing, qtbot):
    walked = []
    drawing.pointed.connect(walked.append)
    for _ in range(len(drawing.spots) + 2):
        qtbot.keyClick(drawing, Qt.Key.Key_Right)
    assert {spot.path for spot in drawing.spots} == set(walked) == {
        one.origin.path for one in (*LIFE.bars, *LIFE.events)
    }
    assert [spot.x for spot in drawing.spots] == sorted(spot.x for spot in drawing.spots)
    qtbot.keyClick(drawing, Qt.Key.Key_Left)
    assert drawing.spot is drawing.spots[-2]


def test_enter_and_click_open_the_field(drawing, qtbot):
    qtbot.keyClick(drawing, Qt.Key.Key_End)
    with qtbot.waitSignal(drawing.opened) as opened:
        qtbot.keyClick(drawing, Qt.Key.Key_Return)
    assert opened.args == [drawing.spots[-1].path]
    spot = drawing.spots[0]
    middle = (spot.x + spot.width / 2, spot.y + spot.height / 2)
    with qtbot.waitSignal(drawing.opened) as opened:
        qtbot.mouseClick(drawing, Qt.MouseButton.LeftButton, pos=_point(middle))
    assert opened.args == [spot.path]


def _point(at):
    inset = 6  # room for the ring around a part
    return QPoint(round(at[0]) + inset, round(at[1]) + inset)


def test_enter_without_a_part_opens_nothing(drawing, qtbot):
    with qtbot.assertNotEmitted(drawing.opened):
        qtbot.keyClick(drawing, Qt.Key.Key_Return)


def test_it_keeps_its_height_at_any_width_and_stays_where_one_stood(drawing, qtbot):
    qtbot.keyClick(drawing, Qt.Key.Key_End)
    here = drawing.spot.path
    drawing.show_timeline(LIFE)
    assert drawing.spot.path == here
    assert drawing.heightForWidth(620) >= drawing.heightForWidth(1200)


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
def test_the_darkest_bar_stands_out_in_every_theme(qapp, qtbot, theme):
    apply_theme(qapp, theme)
    look = current()
    bar, words = colour(look, "residence"), colour(look, "on_residence")
    ground = QColor(look.tokens.surface)
    assert abs(bar.lightness() - ground.lightness()) > 100 < abs(bar.lightness() - words.lightness())
    made = TimelineDrawing(LIFE)
    qtbot.addWidget(made)
    made.resize(900, made.heightForWidth(900))
    image = made.grab().toImage()
    spot = next(spot for spot in made.spots if "Gezinshuis" in spot.path)
    assert image.pixelColor(round(spot.x + 9), round(spot.y + 9)) == bar


def test_table_and_words_hold_the_same(qtbot):
    view = TimelineView()
    qtbot.addWidget(view)
    view.show_timeline(LIFE)
    view.show()
    assert view.drawing.isVisible()
    view.switches.button(1).click()
    assert not view.drawing.isVisible()
    told = [label.text() for label in view.twin.findChildren(Plain)]
    names = [one.name for one in LIFE.bars] + [event.text for event in LIFE.events]
    assert set(names) <= set(told)
    first = view.twin.findChildren(QPushButton)[0]
    with qtbot.waitSignal(view.opened) as opened:
        first.click()
    assert first.accessibleName() == "Open: Vroeg & <b>klein</b>" and opened.args == [LIFE.bars[0].origin.path]
    view.switches.button(2).click()
    told = " ".join(label.text() for label in view.twin.findChildren(Plain))
    assert all(name in told for name in names)
    view.switches.button(0).click()
    assert view.drawing.isVisible() and view.twin is None


def test_eighty_forms_of_help_are_drawn_before_anybody_notices(qtbot):
    made = TimelineDrawing(FULL)
    qtbot.addWidget(made)
    began = process_time()
    made.resize(1000, made.heightForWidth(1000))
    made.grab()
    assert process_time() - began < 0.5


def test_people_are_walked_from_near_to_far(qtbot):
    made = NetworkDrawing(PEOPLE)
    qtbot.addWidget(made)
    assert [spot.path for spot in made.spots] == [tie.origin.path for tie in PEOPLE.ties]
    assert made.accessibleName() == "Netwerkkaart van Jesse Oefenstra, met 5 mensen"


def test_in_the_preview_a_part_leads_back_to_its_field(qtbot):
    paper = Paper()
    qtbot.addWidget(paper)
    paper.show_document(BOTH)
    paper.finish()
    life, people = paper.findChild(TimelineDrawing), paper.findChild(NetworkDrawing)
    assert life is not None and people is not None
    qtbot.keyClick(people, Qt.Key.Key_Home)
    with qtbot.waitSignal(paper.followed) as followed:
        qtbot.keyClick(people, Qt.Key.Key_Return)
    assert followed.args == [Origin(PEOPLE.ties[0].origin.path)]


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
def test_the_sheet_stands_out_from_what_it_lies_on(qapp, qtbot, theme):
    apply_theme(qapp, theme)
    try:
        desk = Desk()
        qtbot.addWidget(desk)
        paper = Paper(desk)
        desk.resize(300, 300)
        paper.setGeometry(50, 50, 200, 200)
        look, seen = current(), desk.grab().toImage()
        ground, edge = seen.pixelColor(10, 10), seen.pixelColor(51, 150)
        assert ground != edge
        assert ground == look.colour("window" if theme == "high_contrast" else "line")
    finally:
        apply_theme(qapp)


HELP = {
    "identity.birth_date": "2012-05-03",
    "help_history.help": ["h1", "h2"],
    "help_history.help.h1.name": "Maatje",
    "help_history.help.h1.start": "2025-01-01",
    "help_history.help.h1.running": True,
    "help_history.help.h2.name": "Gezinsbegeleiding",
}


def test_the_page_of_step_7_draws_what_stands_and_follows_every_change(qtbot, tmp_path: Path):
    with unlocked(tmp_path / "home") as home:
        case = home.begin(HELP)
        page = page_for(FLOW.by_id["help_history"], case)
        qtbot.addWidget(page)
        page.resize(900, 700)
        page.show()
        life = page.life
        assert [spot.path for spot in life.drawing.spots] == ["help_history.help.h1.name"]
        assert case.confirm("help_history.help.h2.start", "2026-01-01") is None
        assert len(life.drawing.spots) == 2
        with qtbot.waitSignal(page.leads) as led:
            qtbot.keyClick(life.drawing, Qt.Key.Key_Home)
            qtbot.keyClick(life.drawing, Qt.Key.Key_Return)
        assert led.args == ["help_history.help.h1.name"]
        case.remove("help_history.help", "h1")
        case.remove("help_history.help", "h2")
        assert not life.isVisible()
        page.hide()
