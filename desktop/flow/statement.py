"""Whose words a judgement is, of what kind and of which day: three chips under it, each opens its choice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QCalendarWidget, QMenu, QWidget, QWidgetAction

from casework.words import day_in_words, in_words
from desktop.flow.answering import KINDS, SOURCES, Given
from desktop.flow.showing import show_if
from desktop.theme.chips import StatementChips


class Statement(StatementChips):
    """`changed` carries the answer with another source, kind or day. short: the day in figures."""

    changed = Signal(object)

    def __init__(self, question: str, today: date, *, short: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(None, None, None, parent)
        self._question, self._today, self._short, self._given = question, today, short, Given()
        self.source_asked.connect(lambda: self.open_menu("source"))
        self.kind_asked.connect(lambda: self.open_menu("kind"))
        self.date_asked.connect(self.open_calendar)

    def show_given(self, given: Given) -> None:
        self._given = given
        on = date.fromisoformat(given.on) if given.on else None
        day = None if on is None else f"{on.day}-{on.month}-{on.year}" if self._short else day_in_words(on)
        self.show_statement(in_words(given.source) if given.source else None, given.kind, day)
        for chip in (self.kind, self.day):  # one thing at a time, where there is little room
            show_if(chip, not self._short or given.source is not None or (chip is self.day and on is not None))
        for chip in (self.source, self.kind, self.day):
            chip.setAccessibleDescription(self._question)

    def open_menu(self, about: str) -> QMenu:
        """The sources or the kinds to choose from."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for option in SOURCES if about == "source" else KINDS:
            act = menu.addAction(in_words(option))
            act.triggered.connect(
                lambda _=False, option=option: self.changed.emit(replace(self._given, **{about: option}))
            )
        _below(menu, self.source if about == "source" else self.kind)
        return menu

    def open_calendar(self) -> QCalendarWidget:
        """A calendar to take the day from."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setAccessibleName(f"Dag van dit antwoord: {self._question}")
        day = date.fromisoformat(self._given.on) if self._given.on else self._today
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.activated.connect(lambda day: self._take(menu, day))
        calendar.clicked.connect(lambda day: self._take(menu, day))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        _below(menu, self.day)
        calendar.setFocus()
        return calendar

    def _take(self, menu: QMenu, day: QDate) -> None:
        if not menu.isVisible():  # a click and an Enter may both tell of one choice
            return
        menu.close()
        self.changed.emit(replace(self._given, on=day.toString(Qt.DateFormat.ISODate)))


def _below(menu: QMenu, chip: QAbstractButton) -> None:
    menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))
