"""What every step page is: its questions in words, bound both ways. Subclass it as `Page` in desktop/steps/<id>.py.

A page that forgets a question of its step refuses to be built, and names it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from casework.flow import Step
from casework.questions import Answers, Question, Shape, questions
from casework.words import in_words
from desktop.cases.open_case import OpenCase
from desktop.flow.field import QuestionRow
from desktop.flow.records import ListWords, RecordList, summary
from desktop.theme.label import Plain, heading, title
from desktop.theme.look import current

_CODES = {"help_question.questions": "V", "needs.needs": "N", "needs.goals": "D", "decision.products": "P"}


class StepPage(QScrollArea):
    """`intro` says in one line what this step is for. `build` asks every question of the step."""

    intro: ClassVar[str] = ""

    def __init__(self, step: Step[Any], case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step, self.case = step, case
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(step.title)
        inside = QWidget()
        inside.setProperty("role", "page")
        self.column = QVBoxLayout(inside)
        margin = current().px(24)
        self.column.setContentsMargins(margin, current().px(16), margin, margin)
        self.column.setSpacing(current().px(18))
        self.setWidget(inside)
        self._rows: dict[str, QuestionRow] = {}
        self._lists: dict[str, RecordList] = {}
        self._head()
        model: type[Answers] = step.answers
        self._asked: Mapping[str, Question] = questions(model)
        self.build()
        self.column.addStretch(1)
        if forgotten := set(self._asked) - set(self._rows) - set(self._lists):
            raise TypeError(f"the page of {step.id!r} asks nothing for {sorted(forgotten)}")
        case.changed.connect(self._on_changed)

    def build(self) -> None:
        """Ask for every answer of the step."""
        raise NotImplementedError

    # -- asking

    def section(self, words: str, line: str = "") -> None:
        """A head above the questions that follow."""
        self.column.addWidget(heading(words))
        if line:
            self.column.addWidget(Plain(line, "small", "ink_quiet"))

    def ask(self, name: str, words: str, options: Mapping[str, str] | None = None) -> QuestionRow:
        """One question, in words a person would say. `options` words the answers otherwise than their code."""
        row = self._row(name, words, options, big=True)
        self.column.addWidget(row)
        return row

    def side_by_side(self, *asked: tuple[str, str]) -> None:
        """A few short questions on one line."""
        line = QHBoxLayout()
        line.setSpacing(current().px(16))
        for name, words in asked:
            line.addWidget(self._row(name, words, None, big=False), 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(line)

    def ask_list(self, name: str, words: ListWords) -> RecordList:
        """A list of records; `words` names every question of a record."""
        question = self._asked[name]
        assert question.record is not None
        if forgotten := set(questions(question.record)) - set(words.labels):
            raise TypeError(f"the list {name!r} of {self.step.id!r} has no words for {sorted(forgotten)}")
        path = f"{self.step.id}.{name}"
        made = RecordList(self.case, path, words, self._choosing, self.case.pack.why.get(path, ""))
        self._lists[name] = made
        self.column.addWidget(made)
        return made

    def add(self, widget: QWidget) -> None:
        """Something of the page's own between the questions: a drawing, a checklist."""
        self.column.addWidget(widget)

    # -- going to a field

    def go_to(self, path: str) -> None:
        """Bring the field at a path (`step.field` or `step.list.<id>.field`) into view and put the cursor there."""
        parts = path.split(".")
        name = parts[1] if len(parts) > 1 else ""
        target: QWidget | None = self._rows.get(name)
        if (made := self._lists.get(name)) is not None:
            target = made
            if len(parts) > 2:
                made.open_record(parts[2])
                target = next((row for row in made.rows() if row.path == path), made)
        if target is not None:
            self.ensureWidgetVisible(target, 0, current().px(120))
            _first_focus(target).setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm_all(self) -> None:
        """Confirm what was typed and not left yet: at lock, export and leaving the page."""
        for row in [*self._rows.values(), *(row for made in self._lists.values() for row in made.rows())]:
            row.confirm()

    # -- inside

    def _head(self) -> None:
        self.column.addWidget(title(self.step.title))
        if self.step.stage:
            self.intro_line = f"Stappenplan, stap {self.step.stage} van 5. {self.intro}"
        else:
            self.intro_line = self.intro
        self.column.addWidget(Plain(self.intro_line, "body", "ink_quiet"))

    def _row(self, name: str, words: str, options: Mapping[str, str] | None, *, big: bool) -> QuestionRow:
        question, path = self._asked[name], f"{self.step.id}.{name}"
        row = QuestionRow(self.case, path, question, words, options=options, big=big,
                          choices=self._choosing(question.refers, question.shape),
                          why=self.case.pack.why.get(path, ""))  # fmt: skip
        self._rows[name] = row
        return row

    def _choosing(self, refers: str | None, shape: Shape) -> Callable[[], Mapping[str, str]]:
        """What a person or reference question offers: asked anew each time."""
        if shape is Shape.PERSON:
            return lambda: people(self.case)
        return lambda: records(self.case, refers) if refers else {}

    def _on_changed(self, paths: frozenset[str]) -> None:
        for row in self._rows.values():
            row.refresh()
        for made in self._lists.values():
            made.refresh()


def people(case: OpenCase) -> dict[str, str]:
    """Whom an answer may name: the young person, and everybody of the case."""
    named = {one.id: one for one in case.case.people}
    return {"jeugdige": "de jeugdige"} | {
        key: f"{one.name.known or 'naam onbekend'} ({in_words(one.relation.known or 'anders')})"
        for key, one in named.items()
    }


def records(case: OpenCase, list_path: str) -> dict[str, str]:
    """The records of a list as one line each, with their code: N1 leren kalmeren."""
    code = _CODES.get(list_path, "")
    return {
        record: f"{code}{number} {summary(case, list_path, record)}".strip()
        for number, record in enumerate(case.order(list_path), start=1)
    }


def _first_focus(widget: QWidget) -> QWidget:
    return next((child for child in widget.findChildren(QWidget)
                 if child.focusPolicy() != Qt.FocusPolicy.NoFocus and child.isVisibleTo(widget)), widget)  # fmt: skip


def page_for(step: Step[Any], case: OpenCase) -> StepPage:
    """The page of a step, by name: there is no second list to keep."""
    page: StepPage = import_module(f"desktop.steps.{step.id}").Page(step, case)
    return page
