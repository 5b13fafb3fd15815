"""One question on a page: its words, why it is asked, its input, its non-answers, and whose words the answer is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget, QWidgetAction

from casework.questions import Question
from casework.words import day_in_words, in_words
from desktop.cases.open_case import OpenCase
from desktop.flow.answering import KINDS, NONANSWERS, SOURCES, Given, chip_key, chip_options, chip_value
from desktop.flow.inputs import Choices, LineInput, input_for
from desktop.theme.buttons import button
from desktop.theme.chips import StatementChips
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.radio_chips import RadioChips


_ASIDE = "Deze vraag hoort nu niet bij deze situatie. Het antwoord blijft bewaard en gaat nergens mee."


class QuestionRow(QWidget):
    """Bound to a path both ways: shows what stands there, and confirms what is answered. `refresh` shows it anew."""

    def __init__(self, case: OpenCase, path: str, question: Question, words: str, *, choices: Choices = dict,
                 options: Mapping[str, str] | None = None, why: str = "", big: bool = True,
                 parent: QWidget | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName(path)
        self._case, self.path, self.question, self.words = case, path, question, words
        self._given = Given()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(5))
        self._label = Plain(words, "question" if big else "label", "ink" if big else "ink_quiet")
        self._column.addWidget(self._label)
        if why:
            self._add_why(why)
        self._body = QWidget()
        self._row = QHBoxLayout(self._body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current().px(8))
        self._chips: RadioChips | None = None
        self.input = None
        few = chip_options(question, options or {})
        if few is not None:
            self._chips = RadioChips(words, few, NONANSWERS)
            self._chips.changed.connect(self._on_chip)
            self._row.addWidget(self._chips, 1)
            self._label.setBuddy(self._chips)
        else:
            named = options or {option: in_words(option) for option in question.options}
            self.input = input_for(question, words, named, choices, lambda: self._case.today)
            self.input.typed.connect(lambda text, cursor: self._case.typing(self.path, text, cursor))
            self.input.left.connect(self._on_left)
            self._row.addWidget(self.input, 1)
            self._label.setBuddy(self.input)
            self._row.addWidget(self._nonanswer_button(), 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self._body)
        self._reason = LineInput(f"{words}: waarom niet van toepassing", "niet van toepassing, want…")
        self._reason.left.connect(self._on_reason)
        self._column.addWidget(self._reason)
        self._non = button("", "quiet", "x", small=True)
        self._non.clicked.connect(lambda: self._confirm(Given()))
        self._column.addWidget(self._non, 0, Qt.AlignmentFlag.AlignLeft)
        self._told = StatementChips(None, None, None)
        self._told.source_asked.connect(lambda: self._menu("source", SOURCES))
        self._told.kind_asked.connect(lambda: self._menu("kind", KINDS))
        self._told.date_asked.connect(self._ask_day)
        self._column.addWidget(self._told)
        self._wrong = Plain("", "small", "stop")
        self._column.addWidget(self._wrong)
        self._aside = Plain(_ASIDE, "small", "ink_quiet")
        self._column.addWidget(self._aside)
        self.refresh()
        if typed := case.unconfirmed(path):
            self._show_typed(*typed)

    def refresh(self) -> None:
        """Show what stands at the path now: the one place that decides how this row looks."""
        self._given = given = Given.of(self._case.raw(self.path))
        counts = self._case.counts(self.path)
        self.setVisible(counts or given != Given())
        self._aside.setVisible(not counts)
        self._body.setEnabled(counts)
        self._told.setEnabled(counts)
        if self._chips is not None:
            self._chips.set_value(given.unanswered or chip_key(self.question, given.value))
        elif self.input is not None:
            if not self._is_typing():
                self.input.show_value(given.value)
            self.input.setVisible(not given.unanswered)
        self._non.setVisible(bool(given.unanswered) and self._chips is None)
        if given.unanswered:
            words = NONANSWERS[given.unanswered].rstrip("…")
            self._non.setText(words)
            self._non.setAccessibleName(f"{self.words}: {words}. Druk om toch te antwoorden.")
        self._reason.setVisible(given.unanswered == "not_applicable")
        self._reason.show_value(given.reason)
        self._told.setVisible(self.question.judgement and given.value is not None)
        day = day_in_words(date.fromisoformat(given.on)) if given.on else None
        self._told.show_statement(in_words(given.source) if given.source else None, given.kind, day)
        self._say("")

    def confirm(self) -> None:
        """Confirm what stands in the input: at leaving, lock and export."""
        if self.input is not None and self._is_typing():
            self._on_left()

    def _is_typing(self) -> bool:
        return self._case.unconfirmed(self.path) is not None

    def _show_typed(self, text: str, cursor: int) -> None:
        if self.input is not None:
            self.input.show_typed(text, cursor)

    def _on_chip(self, key: str | None) -> None:
        if key is None:
            self._confirm(Given())
        elif key == "not_applicable":
            self._ask_reason()
        elif key in NONANSWERS:
            self._confirm(Given(unanswered=key))
        else:
            self._confirm_value(chip_value(self.question, key))

    def _on_left(self) -> None:
        assert self.input is not None
        try:
            value = self.input.read()
        except ValueError as error:
            self._say(str(error))
            return
        if value == self._given.value and not self._is_typing():
            self._say("")
            return
        if value is None and self._given.unanswered:
            return
        self._confirm_value(value)

    def _confirm_value(self, value: Any) -> None:
        judged_on = self._case.today.isoformat() if self.question.judgement else None
        self._confirm(self._given.with_value(value, judged_on=judged_on))

    def _confirm(self, given: Given) -> None:
        wrong = self._case.confirm(self.path, given.raw)
        if wrong:
            self._say(wrong[:1].upper() + wrong[1:])
        else:
            self.refresh()

    def _say(self, wrong: str) -> None:
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        if self.input is not None:
            self.input.mark_wrong(bool(wrong))
            self.input.setAccessibleDescription(wrong)

    # -- non-answers

    def _nonanswer_button(self) -> QWidget:
        more = button("geen antwoord", "quiet", "circle-help", small=True)
        more.setAccessibleName(f"{self.words}: geen antwoord kiezen")
        menu = QMenu(more)
        for key, words in NONANSWERS.items():
            act = menu.addAction(words)
            act.triggered.connect(lambda _=False, key=key: self._on_chip(key))
        more.setMenu(menu)
        return more

    def _ask_reason(self) -> None:
        if self.input is not None:
            self.input.hide()
        self._reason.show()
        self._reason.setFocus()
        self._say("Schrijf waarom dit niet van toepassing is.")

    def _on_reason(self) -> None:
        reason = self._reason.read()
        if reason and reason != self._given.reason:
            self._confirm(Given(unanswered="not_applicable", reason=reason))
        elif not reason and self._given.unanswered != "not_applicable":
            self.refresh()

    # -- whose words, of what kind, of which day

    def _menu(self, about: str, options: tuple[str, ...]) -> None:
        menu = QMenu(self)
        for option in options:
            act = menu.addAction(in_words(option))
            act.triggered.connect(lambda _=False, option=option: self._confirm(replace(self._given, **{about: option})))
        chip = self._told.source if about == "source" else self._told.kind
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def _ask_day(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget()
        calendar.setAccessibleName("Dag van dit antwoord")
        day = date.fromisoformat(self._given.on) if self._given.on else self._case.today
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.activated.connect(menu.close)
        calendar.activated.connect(
            lambda day: self._confirm(replace(self._given, on=day.toString(Qt.DateFormat.ISODate)))
        )
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        menu.popup(self._told.day.mapToGlobal(self._told.day.rect().bottomLeft()))
        calendar.setFocus()

    def _on_day(self, day: QDate) -> None:
        self._confirm(replace(self._given, on=day.toString(Qt.DateFormat.ISODate)))

    # -- why

    def _add_why(self, why: str) -> None:
        ask = button("Waarom vragen wij dit?", "link")
        ask.setCheckable(True)
        ask.setAccessibleName(f"Waarom vragen wij dit? {self.words}")
        panel = QFrame()
        panel.setProperty("role", "why")
        inside = QVBoxLayout(panel)
        inside.addWidget(Plain(why, "small", "ink"))
        panel.hide()
        ask.toggled.connect(panel.setVisible)
        self._column.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(panel)
