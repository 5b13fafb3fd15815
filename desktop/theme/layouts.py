"""What is the same for every layout."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

_OWN = Qt.FindChildOption.FindDirectChildrenOnly


def laid_out(layout: QLayout) -> Iterator[QWidget]:
    """The widgets in it and in the layouts within it, in the order in which they stand.

    Not by `itemAt`: PySide6 keeps the item it gave, also after Qt threw it away together with its widget, and then
    takes whatever comes to stand at that place in memory for the item: a widget that is just being made, for one,
    which fails over it, or ends the program.
    """
    holder = layout.parentWidget()
    yield from _in_order(layout, holder.findChildren(QWidget, options=_OWN) if holder else [])


def _in_order(layout: QLayout, widgets: list[QWidget]) -> Iterator[QWidget]:
    places: dict[int, QWidget | QLayout] = {layout.indexOf(widget): widget for widget in widgets}
    places |= {layout.indexOf(within): within for within in layout.findChildren(QLayout, options=_OWN)}
    for place in sorted(places.keys() - {-1}):  # what is not in it is at -1
        part = places[place]
        if isinstance(part, QWidget):
            yield part
        else:
            yield from _in_order(part, widgets)


def clear(layout: QLayout) -> None:
    """Take everything out of it, at once for the eye and a screen reader."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
