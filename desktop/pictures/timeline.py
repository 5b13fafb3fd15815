"""The life of a young person on the screen: as a drawing, as a table, and in words. Three forms of the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from casework.handover.blocks import Timeline
from casework.handover.picture_words import LEVELS, RESULTS, timeline_title, timeline_words, when_words
from casework.words import day_in_words
from desktop.pictures.picture import PictureView
from desktop.render.timeline_geometry import timeline_picture
from desktop.theme.buttons import Switch, button
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain
from desktop.theme.look import current

_WIDEST = 1280
_FORMS = ("Levenslijn", "Tabel", "In woorden")
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


class TimelineView(QWidget):
    """The drawing with its two twins. `opened` carries the path of the field somebody asked for."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Levenslijn")
        self._timeline: Timeline | None = None
        self.drawing = TimelineDrawing()
        self.drawing.opened.connect(self.opened)
        self.twin: QWidget | None = None
        self.switches = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(0)
        for number, words in enumerate(_FORMS):
            switch = Switch(words, "segment", ("first", "middle", "last")[number])
            self.switches.addButton(switch, number)
            row.addWidget(switch)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(12))
        self._column.addLayout(row)
        self._sheet = Sheet(padding=12)
        self._sheet.body.addWidget(self.drawing)
        self._column.addWidget(self._sheet)
        self.switches.button(0).setChecked(True)
        self.switches.idClicked.connect(self.show_form)
        self.hide()

    def show_timeline(self, timeline: Timeline | None) -> None:
        """Show this life, in the form that was chosen; with nothing to draw the whole is gone."""
        if timeline == self._timeline:
            return
        self._timeline = timeline
        if timeline is not None:
            self.drawing.show_timeline(timeline)
            self.show_form(self.switches.checkedId())
        self.setVisible(timeline is not None)

    def show_form(self, form: int) -> None:
        """0 is the drawing, 1 the table, 2 the words."""
        self.switches.button(form).setChecked(True)
        if self.twin is not None:
            self.twin.setParent(None)
            self.twin.deleteLater()
            self.twin = None
        if form and self._timeline is not None:
            self.twin = self._table(self._timeline) if form == 1 else _in_words(self._timeline)
            self._sheet.body.addWidget(self.twin)
        self.drawing.setVisible(form == 0)

    def _table(self, timeline: Timeline) -> QWidget:
        """A row for each thing on the line, in the order of time; a button leads to the field."""
        made = QWidget()
        made.setAccessibleName(f"{timeline_title(timeline)}, als tabel")
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current().px(16))
        grid.setVerticalSpacing(current().px(4))
        for column, (head, stretch) in enumerate(zip(_HEADS, (5, 4, 2, 3), strict=True)):
            grid.addWidget(Plain(head, "small", "ink_quiet"), 0, column)
            grid.setColumnStretch(column, stretch)
        for number, (_, name, path, cells) in enumerate(sorted(_rows(timeline), key=lambda row: row[0])):
            line = QFrame()
            line.setProperty("role", "hairline")
            line.setFixedHeight(1)
            grid.addWidget(line, 2 * number + 1, 0, 1, len(_HEADS))
            grid.addWidget(self._leading(path, name), 2 * number + 2, len(_HEADS))
            for column, words in enumerate((name, *cells)):
                cell = Plain(words, "small", strong=column == 0)
                grid.addWidget(cell, 2 * number + 2, column, Qt.AlignmentFlag.AlignVCenter)
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


def _in_words(timeline: Timeline) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().px(6))
    for number, sentence in enumerate(timeline_words(timeline)):
        column.addWidget(Plain(sentence, "body", strong=number == 0))
    return made
