"""Searching on the coordinator's bench: everything that was logged."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QToolButton

from casework.pool.bench import MOST_FOUND
from db.pool import Unit
from desktop.pool.bench.screen import BenchScreen
from tests.casework.pool_talk import HUB
from tests.desktop.pool.benches import HEAVY, TOLD, Work

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def found(bench: BenchScreen) -> list[str]:
    return [str(bench.lines.index(row).data()) for row in range(bench.lines.rowCount())]


def test_search_finds_what_stands_in_an_advice(bench: BenchScreen, qtbot: Any) -> None:
    bench.search.setText("oudergesprekken")
    qtbot.waitUntil(lambda: found(bench) == [HEAVY, TOLD])  # of one both advices are in and none is released
    bench.search.setText("bestaat nergens")
    qtbot.waitUntil(lambda: found(bench) == [])
    assert "Hier staat nu niets" in bench.number.text()


def test_a_search_that_finds_too_many_says_so(bench: BenchScreen, week: Work, qtbot: Any) -> None:
    store = week.desk(HUB).store
    row = store.rows()[0]
    store.keep(Unit(rows=[replace(row, thread=f"{number:032x}", words="overal") for number in range(MOST_FOUND + 1)]))
    bench.search.setText("overal")
    qtbot.waitUntil(lambda: bench.lines.rowCount() == MOST_FOUND)
    assert bench.number.text() == "De nieuwste 200. Zoek met een woord erbij."


def test_who_goes_to_another_list_leaves_no_cross_behind_in_an_empty_search(bench: BenchScreen, qtbot: Any) -> None:
    (cross,) = [one for one in bench.search.findChildren(QToolButton) if one.property("opacity") == 0.0]
    bench.search.setText("oudergesprekken")
    qtbot.waitUntil(lambda: cross.property("opacity") == 1.0)
    bench.show_shelf("nieuw")
    qtbot.waitUntil(lambda: cross.property("opacity") == 0.0)
    assert not bench._late.isActive() and bench.title.text() == "Nieuw"
