"""What stands in a layout, asked without leaving anything behind that Qt does not know of."""

import gc

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayoutItem, QVBoxLayout, QWidget, QWidgetItem

from desktop.flow.tab_order import tab_stops
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.layouts import clear, laid_out


def words(layout):
    return [label.text() for label in laid_out(layout)]


def test_widgets_stand_in_the_order_of_the_layouts_also_within_each_other(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    column, row, chips = QVBoxLayout(page), QHBoxLayout(), FlowLayout()
    labels = {name: QLabel(name) for name in ("last", "chip", "beside", "first", "another chip")}
    column.addWidget(labels["first"])
    column.addLayout(row)
    column.addStretch()
    column.addWidget(labels["last"])
    row.addLayout(chips)
    row.addWidget(labels["beside"])
    chips.addWidget(labels["chip"])
    chips.addWidget(labels["another chip"])
    QLabel("over it, in no layout", page)
    assert words(column) == ["first", "chip", "another chip", "beside", "last"]
    assert words(row) == ["chip", "another chip", "beside"]
    clear(chips)
    assert words(column) == ["first", "beside", "last"]


def test_python_keeps_nothing_of_a_layout_that_was_gone_through(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for _ in range(3):
        column.addWidget(QLabel("x"))
    page.show()
    before = set(map(id, kept_items()))
    assert list(tab_stops(page)) == [] and len(words(column)) == 3
    assert [item for item in kept_items() if id(item) not in before] == []


def kept_items() -> list[QLayoutItem]:
    return [one for one in gc.get_objects() if isinstance(one, QWidgetItem)]
