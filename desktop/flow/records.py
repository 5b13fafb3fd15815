"""A list of records: add, change, reorder, remove. Each record is a card that opens; only an open card is built."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from casework.edits import record_type
from casework.questions import Record, Shape, questions
from casework.words import in_words
from desktop.cases.open_case import OpenCase
from desktop.flow.answering import NONANSWERS, Given
from desktop.flow.field import QuestionRow
from desktop.theme.buttons import button
from desktop.theme.cards import EmptyState, Sheet
from desktop.theme.chips import Tag, thread_pill
from desktop.theme.label import Plain
from desktop.theme.look import current

_SHORT = (Shape.DAY, Shape.NUMBER, Shape.PERSON, Shape.REFERENCE, Shape.TEXT)


@dataclass(frozen=True)
class ListWords:
    """How a list is worded: the question, one record, and a label for each question in a record.

    code: the letter of the thread (V, N, D, P) or nothing. empty: a bold line and a line that says what to ask.
    none: the words of "there are none", where an empty list is a full answer. options: other words for options.
    """

    text: str
    one: str
    labels: Mapping[str, str]
    empty: tuple[str, str]
    code: str = ""
    none: str = ""
    options: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


Choosing = Callable[[str | None, Shape], Callable[[], Mapping[str, str]]]


class RecordCard(Sheet):
    """One record: a line that sums it up, and its questions once it is opened."""

    def __init__(self, case: OpenCase, list_path: str, record: str, words: ListWords, choosing: Choosing) -> None:
        super().__init__(padding=14, gap=10)
        self.record = record
        self._case, self._list_path, self._words, self._choosing = case, list_path, words, choosing
        self._rows: list[QuestionRow] = []
        head = QHBoxLayout()
        self._code = Tag(thread_pill("…"))
        self._title = Plain("", "question")
        head.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        self._up = self._act(head, "chevron-up", "omhoog", lambda: case.move(list_path, record, -1))
        self._down = self._act(head, "chevron-down", "omlaag", lambda: case.move(list_path, record, +1))
        self._act(head, "trash-2", "weghalen", lambda: case.remove(list_path, record))
        self._fold = button("Openen", "plain", small=True)
        self._fold.clicked.connect(lambda: self.open(not self.is_open))
        head.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self._inside = QWidget()
        self._inside.hide()
        self.body.addWidget(self._inside)

    @property
    def is_open(self) -> bool:
        return bool(self._rows) and not self._inside.isHidden()

    def open(self, wanted: bool) -> None:
        if wanted and not self._rows:
            self._build()
        self._inside.setVisible(wanted)
        self._fold.setText("Sluiten" if wanted else "Openen")
        self._fold.setAccessibleName(f"{self._fold.text()}: {self._words.one} {self._title.text()}")

    def refresh(self, number: int, count: int) -> None:
        title = summary(self._case, self._list_path, self.record) or f"{self._words.one} {number}"
        self._title.setText(title)
        self.setAccessibleName(f"{self._words.one} {number} van {count}: {title}")
        self._code.set_pill(thread_pill(f"{self._words.code}{number}"))
        self._up.setEnabled(number > 1)
        self._down.setEnabled(number < count)
        for row in self._rows:
            row.refresh()

    def rows(self) -> list[QuestionRow]:
        return self._rows

    def _act(self, head: QHBoxLayout, icon: str, words: str, act: Callable[[], object]) -> QWidget:
        press = button("", "quiet", icon, small=True)
        press.setToolTip(f"{self._words.one} {words}")
        press.setAccessibleName(f"{self._words.one} {words}")
        press.clicked.connect(lambda: act())
        head.addWidget(press, 0, Qt.AlignmentFlag.AlignTop)
        return press

    def _build(self) -> None:
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current().px(16))
        grid.setVerticalSpacing(current().px(12))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        place, column = 0, 0
        for name, question in questions(record_type(self._list_path)).items():
            row = QuestionRow(
                self._case,
                f"{self._list_path}.{self.record}.{name}",
                question,
                self._words.labels[name],
                choices=self._choosing(question.refers, question.shape),
                options=self._words.options.get(name),
                why=self._case.pack.why.get(f"{self._list_path}.{name}", ""),
                big=False,
            )
            self._rows.append(row)
            short = question.shape in _SHORT and not question.judgement
            if not short:
                place, column = place + (column > 0), 0
            grid.addWidget(row, place, column, 1, 1 if short else 2, Qt.AlignmentFlag.AlignTop)
            place, column = (place, 1) if short and column == 0 else (place + 1, 0)


class RecordList(QWidget):
    """A list question: its cards, a button to add one, and "there are none" where that is an answer."""

    opened = Signal(str)

    def __init__(self, case: OpenCase, path: str, words: ListWords, choosing: Choosing, why: str = "") -> None:
        super().__init__()
        self.setObjectName(path)
        self.setAccessibleName(words.text)
        self._case, self.path, self._words, self._choosing = case, path, words, choosing
        self._cards: dict[str, RecordCard] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(8))
        column.addWidget(Plain(words.text, "question"))
        if why:
            column.addWidget(Plain(why, "small", "ink_quiet"))
        self._empty = EmptyState(words.empty[0], words.empty[1], f"{words.one} toevoegen".capitalize())
        self._empty.clicked.connect(self.add)
        column.addWidget(self._empty)
        self._list = QVBoxLayout()
        self._list.setSpacing(current().px(8))
        column.addLayout(self._list)
        foot = QHBoxLayout()
        self._add = button(f"{words.one} toevoegen".capitalize(), "plain", "plus", small=True)
        self._add.clicked.connect(self.add)
        foot.addWidget(self._add)
        self._none = button(words.none or "Er zijn er geen", "plain", "check", small=True)
        self._none.clicked.connect(lambda: case.keep(path, []))
        foot.addWidget(self._none)
        self._unknown = button(NONANSWERS["unknown"], "quiet", small=True)
        self._unknown.setAccessibleName(f"{words.text} {NONANSWERS['unknown']}")
        self._unknown.clicked.connect(lambda: case.keep(path, {"unanswered": "unknown"}))
        foot.addWidget(self._unknown)
        foot.addStretch(1)
        column.addLayout(foot)
        self._said = Plain("", "small", "ink_quiet")
        column.addWidget(self._said)
        self.refresh()

    def add(self) -> None:
        record = self._case.add(self.path)
        self.refresh()
        self._cards[record].open(True)
        rows = self._cards[record].rows()
        if rows:
            rows[0].setFocus()

    def open_record(self, record: str) -> None:
        """Open a card, as when a signal leads to a field in it."""
        if record in self._cards:
            self._cards[record].open(True)

    def rows(self) -> list[QuestionRow]:
        return [row for card in self._cards.values() for row in card.rows()]

    def refresh(self) -> None:
        """Cards follow the order that stands; a card that stays keeps what was open in it."""
        raw = self._case.raw(self.path)
        order = self._case.order(self.path)
        for record in [one for one in self._cards if one not in order]:
            card = self._cards.pop(record)
            card.setParent(None)
            card.deleteLater()
        for place, record in enumerate(order):
            if record not in self._cards:
                self._cards[record] = RecordCard(self._case, self.path, record, self._words, self._choosing)
            if (item := self._list.itemAt(place)) is None or item.widget() is not self._cards[record]:
                self._list.insertWidget(place, self._cards[record])
            self._cards[record].refresh(place + 1, len(order))
        counts = self._case.counts(self.path)
        given = Given.of(raw)
        self.setVisible(counts or bool(order))
        self._empty.setVisible(not order and counts and raw is None)
        self._add.setVisible(counts and (bool(order) or raw is not None))
        self._none.setVisible(counts and not order and bool(self._words.none) and raw != [])
        self._unknown.setVisible(counts and not order and given.unanswered is None)
        self._say(counts, order, raw, given)

    def _say(self, counts: bool, order: list[str], raw: object, given: Given) -> None:
        words = ""
        if not counts:
            words = "Dit hoort nu niet bij deze situatie. Het blijft bewaard en gaat nergens mee."
        elif given.unanswered:
            words = NONANSWERS[given.unanswered].rstrip("…").capitalize() + "."
        elif raw is not None and not order and self._words.none:
            words = self._words.none + "."
        self._said.setText(words)
        self._said.setVisible(bool(words))


def summary(case: OpenCase, list_path: str, record: str) -> str:
    """What a record is about, in one line: its first answered text, name or choice."""
    model: type[Record] = record_type(list_path)
    for name, question in questions(model).items():
        value = Given.of(case.raw(f"{list_path}.{record}.{name}")).value
        if value in (None, "", []):
            continue
        if question.shape is Shape.PERSON or question.refers:
            continue
        text = str(value) if question.shape in (Shape.TEXT, Shape.LONG) else in_words(value)
        return text if len(text) <= 90 else text[:89] + "…"
    return ""
