"""One record of a list: a card that sums it up, and its questions once it is opened. Only an open card is built."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from casework.edits import record_type
from casework.questions import Question, Record, Shape, questions
from desktop.cases.open_case import OpenCase
from desktop.flow.answering import Given, options_of
from desktop.flow.card_part import CardPart
from desktop.flow.choices import Choices
from desktop.flow.field import Asking, QuestionRow
from desktop.flow.grid import FULL, FieldGrid
from desktop.flow.list_words import ListWords
from desktop.flow.showing import show_if
from desktop.flow.telling import code_of, summary, told
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.chips import Tag, thread_pill
from desktop.theme.icons import icon
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.runs import Run, RunLabel, bold, quiet
from desktop.theme.sign import Sign

Choosing = Callable[[Question], Choices | None]
"""What a person or reference question offers."""

_LONG = (Shape.LONG, Shape.TEXTS, Shape.CHOICES, Shape.REFERENCES)
_SHORT = (Shape.DAY, Shape.NUMBER, Shape.YES_NO)
_SHORT_WORDS = 18


class RecordCard(Sheet):
    """A closed card tells what the record is about; an open one asks everything of it."""

    def __init__(self, case: OpenCase, list_path: str, record: str, words: ListWords, choosing: Choosing,
                 parent: QWidget) -> None:  # fmt: skip
        super().__init__(padding=14, gap=8, parent=parent)
        self.setObjectName(f"{list_path}.{record}")
        self.record = record
        self._case, self._list_path, self._words, self._choosing = case, list_path, words, choosing
        self._model: type[Record] = record_type(list_path)
        self._rows: list[QuestionRow] = []
        self._grids: list[FieldGrid] = []
        self._parts: list[CardPart] = []
        self._number = self._count = 1
        self._inside: QWidget | None = None
        self._head = QHBoxLayout()
        self._head.setSpacing(current().px(10))
        self._code = Tag(thread_pill("N1"))
        self._title = Plain("", "question")
        self._loose = Sign("unlink", "care", 16)
        self._note = Plain("", "small", "care", wrap=False)
        self._fold = button("", "quiet", "chevron-down", small=True)
        self._fold.clicked.connect(lambda: self.open(not self.is_open))
        self._head.addWidget(self._code, 0, _TOP)
        self._head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(self._loose, 0, Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(self._note, 0, Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(self._fold, 0, _TOP)
        self.body.addLayout(self._head)
        self._closed = QWidget()
        closed = QHBoxLayout(self._closed)
        closed.setContentsMargins(0, 0, 0, 0)
        closed.setSpacing(current().px(16))
        self._told = RunLabel(type_step="small")
        closed.addWidget(self._told, 1)
        self._drawing: QWidget | None = None
        self.body.addWidget(self._closed)

    @property
    def is_open(self) -> bool:
        return self._inside is not None and not self._inside.isHidden()

    @property
    def path(self) -> str:
        return f"{self._list_path}.{self.record}"

    def rows(self) -> list[QuestionRow]:
        """The rows of its questions, once it was opened."""
        return [*self._rows, *(row for part in self._parts for row in part.rows())]

    def open(self, wanted: bool) -> None:
        if wanted and self._inside is None:
            self._build()
        if self._inside is not None:
            show_if(self._inside, wanted)
        self._show_head()

    def refresh(self, number: int, count: int) -> None:
        """Show what stands now; `number` is its place in the list of `count`."""
        self._number, self._count = number, count
        if self._inside is not None:
            self._refresh_inside()
        self._show_head()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.is_open and self.rect().contains(event.position().toPoint()):
            self.open(True)
        super().mouseReleaseEvent(event)

    # -- inside

    def _show_head(self) -> None:
        place = f"{self._words.one} {self._number}"
        title = summary(self._case, self._list_path, self.record, self._words)
        note = self._words.note(self._case, self.record) if self._words.note else ""
        code = code_of(self._list_path, self._number)
        self.setAccessibleName(f"{place} van {self._count}: {title or 'nog leeg'}")
        self._code.set_pill(thread_pill(code or "–", loose=bool(note)))
        show_if(self._code, bool(code))
        self._title.setText(title or f"{place[:1].upper()}{place[1:]}")
        self._note.setText(f"los eind: {note}" if note else "")
        for widget in (self._loose, self._note):
            show_if(widget, bool(note))
        act = "Sluit" if self.is_open else "Open"
        self._fold.setIcon(icon("chevron-up" if self.is_open else "chevron-down", "primary"))
        self._fold.setAccessibleName(f"{act} {place}: {title or 'nog leeg'}")
        self._fold.setToolTip(f"{act} {place}")
        self._closed.hide()
        if not self.is_open:
            runs = self._telling()
            self._told.set_runs(runs)
            self._draw()
            show_if(self._closed, bool(runs) or self._drawing is not None)

    def _telling(self) -> list[Run]:
        """What a closed card tells: a quiet word and the answer, one after another."""
        asked = questions(self._model)
        runs: list[Run] = []
        for name, before in self._words.told.items():
            if text := told(self._case, f"{self.path}.{name}", asked[name], self._words):
                gap = "    " if runs else ""
                runs += [quiet(f"{gap}{before} " if before else gap), bold(text)]
        return runs

    def _draw(self) -> None:
        if self._drawing is not None:
            self._drawing.setParent(None)
            self._drawing.deleteLater()
        self._drawing = self._words.drawn(self._case, self.record) if self._words.drawn else None
        if self._drawing is not None and (closed := self._closed.layout()) is not None:
            closed.addWidget(self._drawing)

    def _build(self) -> None:
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(12))
        self.body.addWidget(self._inside)
        grid = self._new_grid(column)
        for name, question in questions(self._model).items():
            if make := self._words.inside.get(name):
                self._parts.append(make(self._case, self.record, self._inside))
                column.addWidget(self._parts[-1])
                grid = self._new_grid(column)
            if head := self._words.heads.get(name):
                column.addWidget(Plain(head, "body", strong=True))
                grid = self._new_grid(column)
            row = self._row(name, question, grid)
            self._rows.append(row)
            grid.add(row, _span(row))
        foot = QHBoxLayout()
        self._up = self._act(foot, "arrow-up", "Omhoog", lambda: self._case.move(self._list_path, self.record, -1))
        self._down = self._act(foot, "arrow-down", "Omlaag", lambda: self._case.move(self._list_path, self.record, 1))
        if any(row.asking.why for row in self._rows):
            why = self._act(foot, "circle-question-mark", "Waarom vragen wij dit?", lambda: None)
            why.setCheckable(True)
            why.toggled.connect(self._show_why)
        foot.addStretch(1)
        self._act(foot, "trash-2", "Weghalen", lambda: self._case.remove(self._list_path, self.record))
        column.addLayout(foot)
        self._refresh_inside()

    def _show_why(self, shown: bool) -> None:
        for row in self._rows:
            row.show_why(shown)

    def _refresh_inside(self) -> None:
        for row in self._rows:
            row.refresh()
            self._close_unopened(row)
        for part in self._parts:
            part.refresh()
        for grid in self._grids:
            grid.settle()
        self._up.setEnabled(self._number > 1)
        self._down.setEnabled(self._number < self._count)

    def _close_unopened(self, row: QuestionRow) -> None:
        """A question that another one opens stays out of sight until that is answered."""
        opener = self._words.opened_by.get(row.question.name)
        if opener and Given.of(self._case.raw(f"{self.path}.{opener}")).is_blank:
            show_if(row, self._case.raw(row.path) is not None)

    def _new_grid(self, column: QVBoxLayout) -> FieldGrid:
        grid = FieldGrid()
        column.addWidget(grid)
        self._grids.append(grid)
        return grid

    def _row(self, name: str, question: Question, parent: QWidget) -> QuestionRow:
        narrowed = self._words.choices.get(name)
        asking = Asking(
            self._words.labels[name],
            why=self._case.pack.why.get(f"{self._list_path}.{name}", ""),
            options=self._words.options.get(name, {}),
            choices=(lambda: narrowed(self._case)) if narrowed else self._choosing(question),
            compact=True,
            quiet=True,
        )
        return QuestionRow(self._case, f"{self.path}.{name}", question, asking, parent)

    def _act(self, foot: QHBoxLayout, icon_name: str, words: str, act: Callable[[], object]) -> QPushButton:
        press = button(words, "quiet", icon_name, small=True)
        press.setAccessibleName(f"{words}: {self._words.one} {self._number}")
        press.clicked.connect(lambda: act())
        foot.addWidget(press)
        return press


_TOP = Qt.AlignmentFlag.AlignTop


def _span(row: QuestionRow) -> int:
    """How many quarters of the card a field takes."""
    question = row.question
    if question.shape in _LONG or (question.judgement and question.shape is Shape.TEXT):
        return FULL
    if question.shape in _SHORT and not question.judgement:
        return 1
    options = options_of(question, row.asking.options)
    short = options is not None and max(map(len, options.values())) <= _SHORT_WORDS
    return 1 if short and not question.judgement else 2
