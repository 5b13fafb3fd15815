"""The room IJkcliënten: everything of a reference client is there, links lead on, and it works on a narrow window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from casework.knowledge.library import moments
from desktop.library.how import weights_in_words
from desktop.library.screen import LibraryScreen
from desktop.rooms import LIBRARY
from desktop.weighing.line import LineButton
from tests.desktop.cases import pack

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CLIENTS = pack().reference_clients


@pytest.fixture
def library(inside) -> LibraryScreen:
    inside.window.house.show_room(LIBRARY)
    QApplication.processEvents()
    room = inside.window.house.room(LIBRARY)
    assert isinstance(room, LibraryScreen) and room.isVisible()
    return room


def told(widget) -> str:
    words = [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]
    return "\n".join(words + [line.accessibleName() for line in widget.findChildren(LineButton)])


def test_every_reference_client_is_read_whole(library):
    for one in CLIENTS.values():
        library.show_client(one.id)
        words = told(library.page)
        sources = [pack().sources[source].title for source in one.sources]
        neighbours = [CLIENTS[to.id].title for to in one.neighbours] + [to.tipping for to in one.neighbours]
        helps = [pack().products[product].name for product in one.fitting_help]
        for text in (one.title, one.story, one.child_voice, one.parent_voice, one.why_here, one.extent, one.learning,
                     one.question_to_learn, one.owner, *one.try_first, *one.stop_criteria, *helps, *neighbours,
                     *one.contra_indications, *sources, *(no.text for no in one.not_when)):  # fmt: skip
            assert text in words, (one.id, text)
        assert "nog niet bevestigd door een professional" in words and "vanaf 1 januari 2026" in words


def test_filters_narrow_the_list_and_say_how_many(library):
    library.filters.area.setCurrentIndex(library.filters.area.findData("logeren"))
    assert 0 < library.panes.lines.rowCount() < len(CLIENTS)
    assert library.panes.count.text() == f"{library.panes.lines.rowCount()} van {len(CLIENTS)} ijkcliënten"
    assert CLIENTS["IJK-01"].problem_area != "logeren", "what was read does not fit"
    assert library.page.client.problem_area == "logeren" and library.panes.list.currentIndex().row() == 0
    library.filters.words.setText("bestaat nergens")
    assert library.panes.lines.rowCount() == 0 and "haal een keuze weg" in library.panes.count.text()
    library.filters.clear()
    assert library.panes.lines.rowCount() == len(CLIENTS)


def test_a_neighbour_is_a_link_across_the_level(library):
    library.show_client("IJK-01")
    line = next(one for one in library.page.findChildren(LineButton) if "Weerbaar na pesten" in one.accessibleName())
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert library.page.client.id == "IJK-02"
    assert library.panes.lines.id_at(library.panes.list.currentIndex().row()) == "IJK-02"


def test_the_life_of_wendy_is_walked_as_a_path(library, inside):
    library.show_client("IJK-36a")
    for later in moments(CLIENTS["IJK-36a"], pack())[1:]:
        line = next(one for one in library.page.path.findChildren(LineButton) if later.title in one.accessibleName())
        inside.wait(lambda line=line: line.height() > 10)  # the page is laid out
        QTest.mouseClick(line, Qt.MouseButton.LeftButton)
        assert library.page.client.id == later.id
    assert "u bent hier" in told(library.page)


def test_what_is_read_is_in_view_in_the_list(library):
    library.show_client("IJK-36d")
    shown = library.panes.list.visualRect(library.panes.list.currentIndex())
    assert library.panes.lines.id_at(library.panes.list.currentIndex().row()) == "IJK-36d"
    assert library.panes.list.viewport().rect().contains(shown)


def test_the_arrow_keys_walk_the_list(library, qtbot):
    library.show_client("IJK-01")
    library.panes.list.setFocus()
    qtbot.keyClick(library.panes.list, Qt.Key.Key_Down)
    assert library.page.client.id == "IJK-02"


def test_a_link_opens_what_the_filters_hide(library):
    library.filters.area.setCurrentIndex(library.filters.area.findData("logeren"))
    library.show_client("IJK-01")
    assert library.page.client.id == "IJK-01" and not library.panes.list.selectionModel().hasSelection()


def test_how_is_compared_tells_every_feature_of_the_pack(library):
    library.how_act.trigger()
    assert library.how.isVisible() and not library.page.isVisible()
    words = told(library.how)
    for feature in pack().likeness.weights:
        assert pack().likeness.labels[feature] in words
    assert "7 van de 10" in words and "niet vergeleken" in words
    library.show_client("IJK-05")
    assert library.page.isVisible() and not library.how.isVisible()


def test_a_weight_that_changes_is_told_otherwise():
    before = dict(weights_in_words(pack()))
    assert "veiligheid" in before["telt zwaar (4 kenmerken)"]
    lighter = pack().likeness.model_copy(update={"weights": {**pack().likeness.weights, "safety": 0}})
    after = dict(weights_in_words(replace(pack(), likeness=lighter)))
    assert after["telt niet mee (1 kenmerk)"] == "veiligheid"


def test_on_a_narrow_window_the_list_or_the_page_is_shown_with_a_way_back(library, inside, qtbot):
    inside.window.resize(700, 688)
    inside.wait(lambda: library.panes.narrow)
    library.panes.to_list()
    assert library.panes.side.isVisible() and not library.panes.reading.isVisible()
    library.panes.list.setCurrentIndex(library.panes.lines.index(3))
    assert library.panes.side.isVisible(), "looking through with the arrows stays in the list"
    qtbot.keyClick(library.panes.list, Qt.Key.Key_Return)
    assert library.panes.reading.isVisible() and not library.panes.side.isVisible()
    QTest.mouseClick(library.panes.back, Qt.MouseButton.LeftButton)
    assert library.panes.side.isVisible() and library.panes.list.hasFocus()
