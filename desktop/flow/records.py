"""A list of records: add, change, reorder, remove, and "there are none" where that is an answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.cases.open_case import OpenCase
from desktop.flow.answering import Given
from desktop.flow.card import Choosing, RecordCard
from desktop.flow.field import QuestionRow, nonanswer_words
from desktop.flow.inputs import LineInput
from desktop.flow.list_words import ListWords
from desktop.flow.no_answer import NoAnswer
from desktop.flow.showing import show_if
from desktop.theme.buttons import button
from desktop.theme.cards import EmptyState
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import Plain
from desktop.theme.look import current

_ASIDE = "Dit hoort nu niet bij deze situatie. Het blijft bewaard en gaat nergens mee."


class RecordList(QWidget):
    """A list question: its cards in their order, and what can be done with the list as a whole."""

    began = Signal(QWidget)
    """A record was added by hand: the field that has the cursor now."""

    def __init__(self, case: OpenCase, path: str, words: ListWords, choosing: Choosing, parent: QWidget,
                 why: str = "", *, deferred: bool = False) -> None:  # fmt: skip
        super().__init__(parent)
        self._deferred = deferred
        self.setObjectName(path)
        self.setAccessibleName(words.text)
        self._case, self.path, self._words, self._choosing = case, path, words, choosing
        self._cards: dict[str, RecordCard] = {}
        self._reason: LineInput | None = None
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, current().px(8), 0, 0)
        column.setSpacing(current().px(8))
        column.addWidget(Plain(words.text, "question"))
        if why:
            column.addWidget(Plain(why, "small", "ink_quiet"))
        self._empty: EmptyState | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(current().px(10))
        column.addLayout(self._list)
        self._said = Plain("", "small", "ink_quiet")
        column.addWidget(self._said)
        self._foot = QWidget()
        foot = FlowLayout(self._foot)
        add = f"{words.one} toevoegen"
        self.add_button = button(add[:1].upper() + add[1:], "plain", "plus", small=True)
        self.add_button.clicked.connect(self.add)
        self.none_button = button(words.none, "plain", "check", small=True)
        self.none_button.clicked.connect(lambda: case.keep(path, []))
        self.no_answer = NoAnswer(words.text, tall=False)
        self.no_answer.chosen.connect(self._on_nonanswer)
        self.undo_button = button("Weghalen ongedaan maken", "quiet", "undo-2", small=True)
        self.undo_button.clicked.connect(case.undo)
        for part in (self.add_button, self.none_button, self.undo_button, self.no_answer):
            foot.addWidget(part)
        column.addWidget(self._foot)
        self.refresh()

    def add(self) -> None:
        """A new record at the end, open, with the cursor in its first question."""
        record = self._case.add(self.path)
        self.refresh()
        self._cards[record].open(True)
        if rows := self._cards[record].rows():
            rows[0].setFocus()
            if rows[0].input is not None:
                rows[0].input.setFocus()
                self.began.emit(rows[0].input)

    def make(self) -> None:
        """Make the cards of a list that was deferred."""
        if self._deferred:
            self._deferred = False
            self.refresh()

    def open_at(self, path: str) -> str:
        """Open the card that holds the field at a path; returns that path.

        A path without a record (`step.list.field`), as a rule names it, is the first record that lacks it.
        """
        record, _, name = path.removeprefix(f"{self.path}.").partition(".")
        if record not in self._cards and self._cards:
            name, order = record, self._case.order(self.path)
            record = next((one for one in order if self._case.raw(f"{self.path}.{one}.{name}") is None), order[0])
        if record in self._cards:
            self._cards[record].open(True)
        return f"{self.path}.{record}.{name}".rstrip(".")

    def cards(self) -> list[RecordCard]:
        """The cards in the order that stands."""
        return [self._cards[record] for record in self._case.order(self.path) if record in self._cards]

    def rows(self) -> list[QuestionRow]:
        """The rows of every card that was opened."""
        return [row for card in self._cards.values() for row in card.rows()]

    def refresh(self) -> None:
        """Cards follow the order that stands; a card that stays keeps what was open in it."""
        order = self._case.order(self.path)
        if self._deferred:
            show_if(self, self._case.counts(self.path) or bool(order))
            return
        gone = [record for record in self._cards if record not in order]
        for record in gone:
            card = self._cards.pop(record)
            card.setParent(None)
            card.deleteLater()
        for place, record in enumerate(order):
            if record not in self._cards:
                self._cards[record] = RecordCard(self._case, self.path, record, self._words, self._choosing, self)
            if self._list.indexOf(self._cards[record]) != place:
                self._list.insertWidget(place, self._cards[record])
                self._cards[record].show()  # now, not when Qt has time: the cursor goes into it
            self._cards[record].refresh(place + 1, len(order))
        self._show_foot(order, just_removed=bool(gone))

    def _show_foot(self, order: list[str], *, just_removed: bool) -> None:
        raw = self._case.raw(self.path)
        counts, given = self._case.counts(self.path), Given.of(raw)
        show_if(self, counts or bool(order))
        blank = counts and not order
        self._show_empty(blank and raw is None)
        show_if(self.add_button, counts and (bool(order) or raw is not None))
        show_if(self.none_button, blank and bool(self._words.none) and raw != [])
        show_if(self.undo_button, just_removed)
        show_if(self.no_answer, blank)
        self.no_answer.show_given(given.unanswered)
        words = "" if counts else _ASIDE
        if blank and raw is not None:
            words = nonanswer_words(given) or (f"{self._words.none}." if self._words.none else "")
        self._said.setText(words)
        show_if(self._said, bool(words))
        show_if(self._foot, counts)

    def _show_empty(self, wanted: bool) -> None:
        if self._empty is None and wanted:
            add = f"{self._words.one} toevoegen"
            self._empty = EmptyState(*self._words.empty, add[:1].upper() + add[1:])
            self._empty.clicked.connect(self.add)
            self._column.insertWidget(self._column.indexOf(self._list), self._empty)
        if self._empty is not None:
            show_if(self._empty, wanted)

    def _on_nonanswer(self, key: str) -> None:
        if key != "not_applicable":
            self._case.keep(self.path, Given(unanswered=key or None).raw)
            return
        if self._reason is None:
            self._reason = LineInput(f"Waarom niet van toepassing: {self._words.text}", "niet van toepassing, want…")
            self._reason.left.connect(self._on_reason)
            self._column.addWidget(self._reason)
        self._reason.show()
        self._reason.setFocus()

    def _on_reason(self) -> None:
        assert self._reason is not None
        reason = self._reason.read()
        self._reason.hide()
        if reason:
            self._case.keep(self.path, Given(unanswered="not_applicable", reason=reason).raw)
