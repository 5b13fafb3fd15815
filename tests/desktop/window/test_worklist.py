"""The work list: finding, beginning, taking in, giving out and erasing cases."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from casework.actors import Actor
from desktop.theme.label import Plain

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def titles(driver) -> list[str]:
    model = driver.window.house.worklist.lines
    return [model.line(row).title for row in range(model.rowCount())]


def words_of(box) -> str:
    return "\n".join(label.text() for label in box.findChildren(Plain))


def test_an_empty_list_says_what_to_do(inside):
    inside.window.house.show_list()
    worklist = inside.window.house.worklist
    assert worklist._empty.isVisible() and not worklist.list.isVisible()
    worklist._empty.clicked.emit()
    assert inside.window.house.case is not None
    assert not inside.window.house.case.case.line.practice


def test_searching_finds_what_was_written_and_enter_opens_it(inside):
    inside.family("jesse.json")
    inside.family("chronisch.json")
    inside.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    worklist = inside.window.house.worklist
    assert len(titles(inside)) == 2
    inside.type("jesse oef")
    inside.wait(lambda: titles(inside) == ["Jesse Oefenstra"])
    inside.press(Qt.Key.Key_Return)
    assert inside.window.house.case.case.name == "Jesse Oefenstra"
    worklist.search.setText("bestaat vast niet")
    inside.wait(lambda: titles(inside) == [])
    inside.window.house.show_list()
    assert worklist._none.isVisible()


def test_a_line_tells_practice_age_and_how_far_it_is_aloud_too(inside):
    inside.family("jesse.json")
    inside.window.house.show_list()
    model = inside.window.house.worklist.lines
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Jesse Oefenstra, Oefengezin, 14 jaar")


def test_a_case_goes_out_as_a_file_and_comes_in_again_as_another_case(inside, tmp_path):
    inside.family("jesse.json")
    house = inside.window.house
    line, path = inside.window.session.store.list()[0], tmp_path / "casus.json"
    house.worklist.export_file(line, path)
    assert json.loads(path.read_bytes())["schema"] == "ijkpunt/case/1"
    entries = [entry.kind for entry in inside.window.session.store.history(line.id)]
    assert "exported" in entries
    house.worklist.import_file(path)
    lines = inside.window.session.store.list()
    assert len({one.id for one in lines}) == 2 and {one.title for one in lines} == {"Jesse Oefenstra"}
    assert house.case.case.line.practice


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"geen json", "geen JSON"),
        (b'{"schema": "ijkpunt/case/9", "case_id": "a"}', "nieuwere versie van IJkpunt"),
        (b'{"schema": "ijkpunt/case/1", "case_id": "a", "kleur": 1}', "kleur"),
        (b"[" * 5000, "genest"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_changes_nothing(inside, tmp_path, answer_box, content, sentence):
    path = tmp_path / "stuk.json"
    path.write_bytes(content)
    told: list[str] = []

    def read(box) -> None:
        told.append(words_of(box))
        box.accept()

    answer_box(read)
    inside.window.house.worklist.import_file(path)
    assert sentence in told[0] and not inside.window.session.store.list()


def test_erasing_asks_for_a_typed_word_and_is_for_practice_or_a_team_leader(inside, answer_box):
    inside.family("jesse.json")
    house, session = inside.window.house, inside.window.session
    house.show_list()
    assert house.worklist._erase.isEnabled()
    session.begin()
    house.worklist.refresh()
    house.worklist.select(next(line.id for line in session.store.list() if not line.practice))
    assert not house.worklist._erase.isEnabled()
    assert "teamleider" in house.worklist._erase.toolTip()
    session.actor = Actor(id="t", name="Teamleider Verzinga", role="teamleider")
    house.worklist._judge()
    assert house.worklist._erase.isEnabled()

    def half_and_back(box) -> None:
        box.findChild(QLineEdit).setText("wis")
        assert not box.act.isEnabled()
        box.reject()

    answer_box(half_and_back)
    house.worklist.erase()
    assert len(session.store.list()) == 2

    def whole(box) -> None:
        box.findChild(QLineEdit).setText("wissen")
        box.act.click()

    house.worklist.select(next(line.id for line in session.store.list() if line.practice))
    answer_box(whole)
    house.worklist.erase()
    assert [line.practice for line in session.store.list()] == [False]
    assert house.case is None, "the screen of an erased case goes too"
