"""The life of a young person on the screen: as a drawing, as a table, and in words. Three forms of the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from casework.handover.blocks import Timeline
from casework.handover.picture_words import LEVELS, RESULTS, timeline_title, timeline_words, when_words
from casework.words import day_in_words
from desktop.pictures.forms import ThreeForms, table_grid, table_line
from desktop.pictures.picture import PictureView
from desktop.render.timeline_geometry import timeline_picture
from desktop.theme.buttons import button
from desktop.theme.label import Plain

_WIDEST = 1280
_HEADS = ("Wat", "Wanneer", "Hoe zwaar", "Resultaat")


class TimelineDrawing(PictureView):
    """The drawing alone. Arrows walk help and events in the order of time, Enter opens the field."""

    def __init__(self, timeline: Timeline | None = None, parent: QWidget | None = None) -> None:
        super().__init__(_WIDEST, parent)
        if timeline is not None:
            self.show_timeline(timeline)

    def show_timeline(self, timeline: Timeline) -> None:
        self.show_picture(
            lambda width, hand: timeline_picture(timeline, width, hand),
            timeline_title(timeline),
            timeline_words(timeline),
        )


class TimelineView(ThreeForms):
    """The drawing with its two twins. `opened` carries the path of the field somebody asked for."""

    drawing: TimelineDrawing

    def __init__(self, parent: QWidget | None = None) -> None:
        self._timeline: Timeline | None = None
        super().__init__("Levenslijn", TimelineDrawing(), parent)
        self.drawing.opened.connect(self.opened)

    @property
    def has_something(self) -> bool:
        return self._timeline is not None

    def show_timeline(self, timeline: Timeline | None) -> None:
        """Show this life, in the form that was chosen; with nothing to draw the whole is gone."""
        if timeline == self._timeline:
            return
        self._timeline = timeline
        if timeline is not None:
            self.drawing.show_timeline(timeline)
            self.show_form(self.switches.checkedId())
        self.setVisible(timeline is not None)

    def words(self) -> Sequence[str]:
        return timeline_words(self._timeline) if self._timeline else ()

    def table(self) -> QWidget:
        """A row for each thing on the line, in the order of time; a button leads to the field."""
        made, grid = table_grid(_HEADS, (5, 4, 2, 3))
        if self._timeline is None:
            return made
        made.setAccessibleName(f"{timeline_title(self._timeline)}, als tabel")
        rows = sorted(_rows(self._timeline), key=lambda row: row[0])
        for number, (_, name, path, cells) in enumerate(rows):
            at = table_line(grid, number, len(_HEADS))
            grid.addWidget(self._leading(path, name), at, len(_HEADS))
            for column, words in enumerate((name, *cells)):
                grid.addWidget(Plain(words, "small", strong=column == 0), at, column, Qt.AlignmentFlag.AlignVCenter)
        return made

    def _leading(self, path: str, name: str) -> QPushButton:
        press = button("Open", "quiet", small=True)
        press.setAccessibleName(f"Open: {name}")
        press.clicked.connect(lambda: self.opened.emit(path))
        return press


def _rows(timeline: Timeline) -> Iterator[tuple[date, str, str, tuple[str, str, str]]]:
    """Day, name, path, and the other cells of each row."""
    for bar in timeline.bars:
        result = RESULTS[bar.result] if bar.result else ""
        yield bar.start, bar.name, bar.origin.path, (when_words(bar), LEVELS[bar.level], result)
    for event in timeline.events:
        yield event.on, event.text, event.origin.path, (day_in_words(event.on), "", event.detail)
