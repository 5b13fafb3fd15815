"""The room *Oefenen*: nothing of the reference before comparing, nothing changes after, and a team adds up offline."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.calibration.beside import Beside
from desktop.pictures.agreement_line import AgreementLine
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.runs import RunLabel
from tests.casework.calibration_team import somebody
from tests.desktop.window.test_worklist import words_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

ANSWERS = {"level": "basisondersteuning", "changeability": "VERANDERBAAR", "safety": "veilig", "pool": "overweeg"}


@pytest.fixture
def room(inside):
    inside.window.house.show_room("calibration")
    return inside.window.house.room("calibration")


def told(widget: QWidget) -> str:
    return "\n".join(label.text() for kind in (Plain, RunLabel) for label in widget.findChildren(kind))


def answer(room, **other: str) -> None:
    for question, code in {**ANSWERS, **other}.items():
        chips = room.page.answers[question]
        next(chip for chip in chips.chips if chip.key == code).click()


def weigh(room, name: str, **other: str) -> None:
    room.open(name)
    answer(room, **other)
    room.page.compare.click()


def test_the_reference_is_nowhere_before_comparing(room):
    room.open("VIG-02")
    vignette = room.page.vignette
    secrets = [getattr(vignette, question).why for question in ANSWERS] + list(vignette.discuss)
    assert not [one for one in secrets if one in told(room)]
    assert not room.page.compare.isEnabled() and "niveau" in room.page.compare.toolTip()
    answer(room)
    assert room.page.compare.isEnabled()
    room.page.compare.click()
    assert all(one in told(room.page) for one in secrets)
    cards = [card.accessibleName() for card in room.page.findChildren(Beside)]
    assert cards == [
        "Niveau: gelijk aan het voorbeeld",
        "Veranderbaar of blijvend: gelijk aan het voorbeeld",
        "Veiligheid: gelijk aan het voorbeeld",
        "Expertpool: anders dan het voorbeeld",
    ]


def test_a_whole_family_can_be_practised_with_from_here(room, inside):
    press = next(one for one in room.overview.findChildren(QPushButton) if one.text() == "Een heel gezin oefenen")
    assert press.menu() is room.families
    room.families.aboutToShow.emit()
    act = next(one for one in room.families.actions() if one.text().startswith("Rixt Fictema: "))
    act.trigger()
    case = inside.window.house.case.case
    assert case.name == "Rixt Fictema" and case.line.practice


def test_answers_stay_over_a_lock_and_are_locked_after_comparing(room, inside):
    room.open("VIG-01")
    next(chip for chip in room.page.answers["level"].chips if chip.key == "intensief").click()
    weigh(room, "VIG-02")
    locked = room.notebook.sheet.answers["VIG-02"]
    inside.window.lock()
    inside.enter()
    house = inside.window.house
    again = house.room("calibration")
    assert again is not room and again.notebook.sheet.answers["VIG-02"] == locked
    again.open("VIG-01")
    assert again.page.answers["level"].value() == "intensief"
    again.notebook.choose(again.session.pack.vignettes["VIG-02"], "level", "intensief")
    assert again.notebook.sheet.answers["VIG-02"] == locked
    assert not inside.window.session.store.list(), "a vignette is nobody's case"


def test_it_can_be_done_without_a_mouse(room, inside):
    first = room.overview.lines["VIG-01"]
    assert first.hasFocus() and "Nog te wegen" in first.accessibleName()
    inside.press(Qt.Key.Key_Return)
    assert room.page.vignette.id == "VIG-01"
    room.page.answers["level"].setFocus()
    inside.press(Qt.Key.Key_Right)
    assert room.notebook.chosen(room.page.vignette) == {"level": "algemeen_voorliggend"}
    inside.press(Qt.Key.Key_Escape)
    assert room.overview.isVisible() and first.hasFocus() and "Begonnen" in first.accessibleName()


def test_the_next_is_one_still_to_be_weighed(room):
    weigh(room, "VIG-18")
    room.page.next.emit()
    assert room.page.vignette.id == "VIG-01"


def test_a_team_adds_up_from_files_and_twice_is_once(room, inside, tmp_path, answer_box):
    weigh(room, "VIG-02")
    mine = tmp_path / "mijn.json"
    room.save(mine)
    assert set(json.loads(mine.read_bytes())) == {"schema", "id", "answers"}
    paths = [mine]
    for number in range(5):
        paths.append(tmp_path / f"{number}.json")
        paths[-1].write_bytes(somebody(room.session.pack, number).as_file())
    seen: list[str] = []
    for expected in ("5 nieuwe antwoordbestanden", "0 nieuwe antwoordbestanden"):
        answer_box(lambda box: (seen.append(words_of(box)), box.accept()))
        room.take_in(paths)
        inside.wait(lambda: room.team_page.isVisible() and bool(room.team_page.findChildren(AgreementLine)))
        assert expected in seen[-1]
        assert "Antwoorden van 6 personen op samen 91 situaties." in told(room.team_page)
        room.show_list()
    drawn = {line.accessibleName(): line.accessibleDescription() for line in room.team_page.findChildren(AgreementLine)}
    assert len(drawn) == 4
    assert drawn["Niveau: overeenstemming met het voorbeeld"].startswith("1,00: zeer goed.")
    inside.window.lock()
    inside.enter()
    assert len(inside.window.house.room("calibration").notebook.team()) == 6


def test_what_to_talk_about_leads_to_the_situation_and_still_hides_its_reference(room, inside):
    room.notebook.take_in(somebody(room.session.pack, number, level="intensief") for number in range(5))
    room.show_team()
    inside.wait(room.team_page.isVisible)
    vignettes = {one.title: one for one in room.vignettes}
    links = [press for press in room.team_page.findChildren(QPushButton) if press.text() in vignettes]
    assert links
    furthest = vignettes[links[0].text()]
    links[0].click()
    assert room.page.vignette == furthest and furthest.level.why not in told(room.page)


def test_a_small_team_sees_no_line_but_why(room, inside):
    weigh(room, "VIG-02")
    room.show_team()
    inside.wait(room.team_page.isVisible)
    assert not room.team_page.findChildren(AgreementLine)
    assert "1 persoon op samen 1 situatie" in told(room.team_page)


def test_a_wrong_file_is_told_and_the_good_ones_come_in(room, tmp_path, answer_box):
    good, bad = tmp_path / "goed.json", tmp_path / "brief.json"
    good.write_bytes(somebody(room.session.pack, 1).as_file())
    bad.write_text("Beste collega", encoding="utf-8")
    seen: list[str] = []
    answer_box(lambda box: (seen.append(words_of(box)), box.accept()))
    room.take_in([bad])
    assert "brief.json is geen antwoordbestand" in seen[0] and not room.notebook.came_in
    answer_box(lambda box: (seen.append(words_of(box)), box.accept()))
    room.take_in([bad, good])
    assert "1 nieuw antwoordbestand ingelezen" in seen[1] and "brief.json is geen antwoordbestand" in seen[1]
    assert len(room.notebook.team()) == 1


def test_a_new_round_begins_empty_under_another_id(room, answer_box):
    weigh(room, "VIG-02")
    before = room.notebook.sheet.id
    answer_box(lambda box: box.accept())
    room.ask_anew()
    assert room.notebook.sheet.id != before and not room.notebook.sheet.answers and room.overview.isVisible()


@pytest.mark.parametrize(("width", "scale"), [(1366, 1.0), (1366, 2.0), (820, 1.0)])
def test_nothing_is_cut_off(room, inside, qapp, width, scale):
    from desktop.theme.apply import apply_theme

    inside.window.resize(width, 688)
    apply_theme(qapp, "light", scale)
    room.open("VIG-10")
    inside.wait(lambda: room.page.isVisible() and room.page.widget().width() == room.page.viewport().width())
    qapp.processEvents()
    for chips in room.page.answers.values():
        assert chips.height() >= chips.heightForWidth(chips.width()) - 1
        for chip in chips.chips:
            assert chip.geometry().bottom() <= chips.height() and chip.geometry().right() <= chips.width()
    for label in room.page.findChildren(Plain):
        assert label.height() >= label.heightForWidth(label.width()) - current().px(2), label.text()
