"""The room Sociale kaart, and the same directory from within a case."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from casework.knowledge.provisions import reach
from desktop.directory.from_case import PRIOR, DirectoryBox, DirectoryButton
from desktop.directory.room import DirectoryRoom
from desktop.theme.buttons import Switch
from desktop.weighing.line import LineButton
from tests.desktop.cases import pack

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def choose(box: QComboBox, code: str) -> None:
    box.setCurrentIndex(box.findData(code))
    assert box.currentData() == code


def told(widget) -> str:
    QApplication.processEvents()
    words = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    links = [line.accessibleName() for line in widget.findChildren(LineButton) if line.isVisibleTo(widget)]
    return "\n".join(words + links)


@pytest.fixture
def directory(inside) -> DirectoryRoom:
    inside.window.house.show_room("directory")
    QApplication.processEvents()
    room = inside.window.house.room("directory")
    assert isinstance(room, DirectoryRoom) and room.isVisible()
    return room


def test_every_provision_is_read_whole_and_says_how_sure_it_is(directory):
    for one in pack().provisions.values():
        directory.provisions.show_one(one.id)
        words = told(directory.provisions.page)
        sources = [pack().sources[source].title for source in one.sources]
        for text in (one.name, one.what, one.contact, one.owner, *one.places, *one.comes_home, *sources):
            assert text in words, (one.id, text)
        assert ("Verzonnen, om mee te oefenen" in words) is one.fictional
        assert one.verified_on is not None or "Nagevraagd\nnog niet" in words


def test_a_family_in_a_village_without_a_car_finds_what_it_can_reach(directory):
    shelf = directory.provisions
    choose(shelf.filters.place, "Bedum")
    choose(shelf.filters.area, "logeren")
    choose(shelf.filters.age, "9")
    assert shelf.panes.lines.row_of("bso-plus-winsum") is not None
    shelf.filters.near.setChecked(True)
    rows = [shelf.panes.lines.id_at(row) for row in range(shelf.panes.lines.rowCount())]
    assert "gastgezin-hogeland" in rows and "bso-plus-winsum" not in rows
    ways = {reach(pack().provisions[one], "Bedum", "Het Hogeland") for one in rows}
    assert ways <= {"dichtbij", "aan_huis", "online"}
    shelf.filters.words.setText("bestaat nergens")
    assert shelf.panes.lines.rowCount() == 0 and "haal een keuze weg" in shelf.panes.count.text()


def test_every_product_is_read_with_its_limits_and_codes(directory):
    for one in pack().products.values():
        directory.products.show_one(one.id)
        words = told(directory.products.page)
        others = [pack().products[other].name for other in (*one.try_first, *one.goes_with, *one.never_with)]
        texts = [one.target, one.goal, *one.when, *one.not_when, *one.contra_indications, *others]
        for text in (one.name, *texts, one.extension, one.wmo_counterpart, one.code_region, one.price_band):
            assert text is None or text in words, (one.id, text)


def test_a_lighter_product_is_a_way_to_read_it(directory, inside):
    QTest.mouseClick(directory.findChildren(Switch)[1], Qt.MouseButton.LeftButton)
    heavy = next(one for one in pack().products.values() if one.try_first)
    directory.products.show_one(heavy.id)
    inside.wait(lambda: directory.products.page.isVisible())
    first = pack().products[heavy.try_first[0]]
    line = next(one for one in directory.products.page.findChildren(LineButton) if first.name in one.accessibleName())
    line.click()
    assert directory.products.page.product.id == first.id


def test_a_product_is_found_by_level_age_and_words(directory):
    shelf = directory.products
    choose(shelf.filters.level, "intensief")
    choose(shelf.filters.age, "14")
    shelf.filters.words.setText("mst")
    assert [shelf.panes.lines.id_at(row) for row in range(shelf.panes.lines.rowCount())] == ["mst"]


def test_a_provider_says_how_long_one_waits_and_leads_to_its_products(directory):
    shelf = directory.providers
    days = [pack().providers[shelf.panes.lines.id_at(row)].waiting_days for row in range(shelf.panes.lines.rowCount())]
    assert days == sorted(days) and len(days) >= 8
    for one in pack().providers.values():
        shelf.show_one(one.id)
        words = told(shelf.page)
        assert one.name in words and f"{one.waiting_days} dagen" in words and "op 2 november 2026" in words
        assert (one.contract_partner or one.contact) in words and (one.bridging or "niets bekend") in words
    choose(shelf.filters.product, "crisisopvang")
    assert [shelf.panes.lines.id_at(row) for row in range(shelf.panes.lines.rowCount())] == ["haven"]
    shelf.show_one("haven")
    told(shelf.page)
    shelf.page.findChildren(LineButton)[-1].click()
    assert directory.products.page.product.id == pack().providers["haven"].products[-1]
    assert directory.regions[1] is directory.products.panes.side


def test_from_a_case_it_asks_for_this_family_and_takes_what_is_chosen_to_step_9(inside, answer_box):
    case = inside.family().case
    before = case.order(PRIOR)
    screen = inside.window.house.case
    screen.go_to(PRIOR)
    button = screen.findChild(DirectoryButton)

    def act(box) -> None:
        assert isinstance(box, DirectoryBox)
        shelf = box.shelf
        assert shelf.filters.area.currentData() == case.raw("situation.problem_area")["value"]
        assert shelf.filters.age.currentData() and shelf.panes.lines.rowCount() > 0
        chosen = shelf.panes.lines.id_at(0)
        shelf.panes.list.setCurrentIndex(shelf.panes.lines.index(0))
        shelf.show_one(chosen)
        QTest.mouseClick(box.act, Qt.MouseButton.LeftButton)
        assert box.act.text() == "Staat bij stap 9" and not box.act.isEnabled() and box.isVisible()
        QTest.keyClick(box, Qt.Key.Key_Return)
        assert box.isVisible(), "Enter searches; it does not close"
        box.back.click()

    answer_box(act)
    button.press.click()
    added = [record for record in case.order(PRIOR) if record not in before]
    assert len(added) == 1
    name = case.raw(f"{PRIOR}.{added[0]}.item")
    assert name in {one.name for one in pack().provisions.values()}
    assert case.raw(f"{PRIOR}.{added[0]}.considered") is True


@pytest.mark.parametrize("width", [1366, 700])
def test_on_a_narrow_window_the_list_or_the_page_is_shown(directory, inside, width):
    inside.window.resize(width, 688)
    panes = directory.provisions.panes
    inside.wait(lambda: panes.narrow is (width == 700))
    panes.to_list()
    assert panes.side.isVisible() and panes.reading.isVisible() is (width == 1366)
    panes.chosen.emit(panes.lines.id_at(2))
    assert panes.reading.isVisible() and panes.side.isVisible() is (width == 1366)
