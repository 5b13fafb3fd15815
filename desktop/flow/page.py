"""What every step page is: its questions in words, bound both ways. Subclass it as `Page` in desktop/steps/<id>.py.

A page that forgets a question of its step refuses to be built, and names it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from typing import Any, ClassVar

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from casework.edits import record_type
from casework.flow import Step
from casework.questions import Answers, Question, Shape, questions
from casework.steps.intake import needs_investigation
from desktop.cases.open_case import OpenCase
from desktop.checklists.block import Beside, ChecklistBlock
from desktop.flow.aim import Aim
from desktop.flow.choices import Choices
from desktop.flow.field import Asking, QuestionRow
from desktop.flow.grid import FULL, FieldGrid
from desktop.flow.list_words import ListWords
from desktop.flow.records import RecordList
from desktop.flow.showing import show_if
from desktop.flow.tab_order import WALKED, leave, move_focus
from desktop.flow.telling import people, references
from desktop.steps import step_of
from desktop.theme.chips import status_tag
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import Plain, heading, title
from desktop.theme.look import current

_ONLY_IF_NEEDED = "Vraag dit alleen als u het nodig hebt om te beslissen."
_STAGES = {1: "de vraag", 2: "wat er speelt", 3: "aard en omvang", 4: "eigen kracht", 5: "het besluit"}
_AT_ONCE = 6
"""As many questions are made before the page is shown: a screen full. The others follow in slices."""

_SLICE_MS = 8
_NOT_HERE = "Deze stap hoort niet bij deze route. Er is hier niets te vragen."


class StepPage(QScrollArea):
    """`intro` says in one line what this step is for. `build` asks every question of the step."""

    leads = Signal(str)
    """A part of the page leads to the field at this path, perhaps on another page."""

    intro: ClassVar[str] = ""

    def __init__(self, step: Step[Any], case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step, self.case = step, case
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(step.title)
        self.aim = Aim(self)
        self.inside = QWidget()
        self.inside.setProperty("role", "page")
        self.column = QVBoxLayout(self.inside)
        look = current()
        self.column.setContentsMargins(look.px(26), look.px(16), look.px(26), look.px(26))
        self.column.setSpacing(look.px(16))
        self._rows: dict[str, QuestionRow] = {}
        self._lists: dict[str, RecordList] = {}
        self._grids: list[FieldGrid] = []
        self._checklists: list[ChecklistBlock] = []
        self._elsewhere: set[str] = set()
        self._sections: list[tuple[list[QWidget], list[QWidget]]] = []
        self._stale = False
        self._later: deque[QuestionRow | RecordList] = deque()
        self._at_once = 0
        model: type[Answers] = step.answers
        self._asked: Mapping[str, Question] = questions(model)
        self._head()
        self.build()
        self.column.addStretch(1)
        asked = {path.removeprefix(f"{step.id}.") for path in (*self._rows, *self._lists)} | self._elsewhere
        if forgotten := set(self._asked) - asked:
            raise TypeError(f"the page of {step.id!r} asks nothing for {sorted(forgotten)}")
        self._settle()
        self.redraw()
        self.setWidget(self.inside)
        case.changed.connect(self._on_changed)
        QTimer.singleShot(0, self, self._make_some)

    def build(self) -> None:
        """Ask for every answer of the step."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Show what the page draws of the case besides its questions; called when the case is another."""

    # -- asking

    def section(self, words: str, line: str = "") -> None:
        """A head above the questions that follow; it goes when none of them applies."""
        heads: list[QWidget] = [heading(words)]
        if line:
            heads.append(Plain(line, "small", "ink_quiet"))
        box = QVBoxLayout()
        box.setContentsMargins(0, current().px(12), 0, 0)
        box.setSpacing(current().px(2))
        for head in heads:
            box.addWidget(head)
        self.column.addLayout(box)
        self._sections.append((heads, []))

    def only_if_needed(self, line: str = _ONLY_IF_NEEDED) -> None:
        """The head above the sensitive questions, which come last."""
        self.section("Alleen als het nodig is", line)

    def ask(self, name: str, words: str, options: Mapping[str, str] | None = None,
            choices: Choices | None = None) -> QuestionRow:  # fmt: skip
        """One question, in words a person would say. `options` words the answers otherwise than their code."""
        row = self._row(name, Asking(words, options=options or {}, choices=choices), self.inside)
        self._place(row)
        return row

    def side_by_side(self, *asked: tuple[str, str] | tuple[str, str, Mapping[str, str]], span: int = 2) -> None:
        """Short questions beside each other, each as name, words and perhaps other words for its options.

        span: how many quarters of the width each takes.
        """
        grid = FieldGrid(self.inside)
        for name, words, *options in asked:
            asking = Asking(words, options=options[0] if options else {}, compact=True)
            row = self._row(name, asking, grid)
            grid.add(row, FULL if row.question.shape in (Shape.LONG, Shape.TEXTS) else span)
            self._of_section(row)
        self._grids.append(grid)
        self.column.addWidget(grid)

    def ask_list(self, name: str, words: ListWords) -> RecordList:
        """A list question of the step; `words` names every question of a record."""
        return self.list_at(f"{self.step.id}.{name}", words)

    def asked_inside(self, name: str, made: RecordList) -> None:
        """A list question that is asked inside the cards of another list."""
        self._lists[f"{self.step.id}.{name}"] = made

    def list_at(self, path: str, words: ListWords) -> RecordList:
        """A list that stands beside the steps, such as the people of the case."""
        if forgotten := set(questions(record_type(path))) - set(words.labels):
            raise TypeError(f"the list {path!r} has no words for {sorted(forgotten)}")
        why = self.case.pack.why.get(path, "")
        made = RecordList(self.case, path, words, self._choosing, self.inside, why, deferred=self._enough())
        made.began.connect(self.aim.at)
        self._at_once += 2 + len(self.case.order(path))
        self._lists[path] = made
        self._later.append(made)
        self._place(made)
        return made

    def ask_checklist(self, name: str, *, conclusion: str = "", beside: Beside | None = None,
                      asks: Sequence[str] = ()) -> None:  # fmt: skip
        """A checklist of the pack, where its moment is.

        conclusion: the question of the step in which a person confirms what it comes to. beside: what stands under one
        of its questions; asks: the questions of the step that are asked there.
        """
        self._elsewhere |= set(asks)
        checklist = self.case.pack.checklists.get(name)
        if checklist is None:
            return
        path = f"{self.step.id}.{conclusion}" if conclusion else ""
        block = ChecklistBlock(self.case, checklist, self.inside, conclusion_path=path, beside=beside)
        block.leads.connect(self.lead)
        block.grew.connect(lambda: self._grow(block))
        self._checklists.append(block)
        self._of_section(block)
        self.add(block)

    def row(self, name: str, words: str, options: Mapping[str, str], parent: QWidget) -> QuestionRow:
        """One question of the step that the page places itself."""
        return self._row(name, Asking(words, options=options), parent)

    def add(self, widget: QWidget) -> None:
        """Something of the page's own between the questions: a drawing, a checklist."""
        self.column.addWidget(widget)
        self._later += widget.findChildren(QuestionRow)

    def lead(self, path: str) -> None:
        """To a field of this page, or of another one."""
        if step_of(path) == self.step.id:
            self.go_to(path)
        else:
            self.leads.emit(path)

    def finish(self) -> None:
        """Make every question now, instead of in slices after the page is shown."""
        while self._later:
            self._later.popleft().make()
        self._settle()

    # -- going to a field

    def go_to(self, path: str) -> None:
        """Bring the field at a path (`step.field`, `step.list.<id>.field`) into view and put the cursor there.

        A path that names no field goes to what it lies in: the list, or the top of the page.
        """
        self.finish()  # a card that is still to be made cannot be opened
        for list_path, made in self._lists.items():
            if path.startswith(f"{list_path}."):
                path = made.open_at(path)
                break
        for block in self._checklists:
            block.open_at(path)
        target = self._at(path)
        self.aim.at(target, _first_focus(target))

    def focusNextPrevChild(self, next: bool) -> bool:  # Qt's name
        if move_focus(self.inside, on=next):
            self.aim.let_go()
            if (focused := self.focusWidget()) is not None:
                self.ensureWidgetVisible(focused, 0, current().px(60))
            return True
        return super().focusNextPrevChild(next) if self.window().property(WALKED) else leave(self, on=next)

    def confirm_all(self) -> None:
        """Confirm what was typed and not left yet: at lock, export and leaving the page."""
        for row in self.inside.findChildren(QuestionRow):
            row.confirm()

    # -- inside

    def _head(self) -> None:
        head = QWidget()
        line = FlowLayout(head, gap=12, line_gap=4)
        line.addWidget(title(self.step.title))
        if stage := self.step.stage:
            line.addWidget(status_tag(f"stappenplan {stage} van 5: {_STAGES[stage]}"))
        box = QVBoxLayout()
        box.setSpacing(current().px(4))
        box.addWidget(head)
        box.addWidget(Plain(self.intro, "body", "ink_quiet"))
        self.column.addLayout(box)
        self._not_here = Plain(_NOT_HERE, "question")
        self.column.addWidget(self._not_here)

    def _row(self, name: str, asking: Asking, parent: QWidget) -> QuestionRow:
        question, path = self._asked[name], f"{self.step.id}.{name}"
        asking = replace(asking, why=self.case.pack.why.get(path, ""),
                         choices=asking.choices or self._choosing(question))  # fmt: skip
        row = QuestionRow(self.case, path, question, asking, parent, deferred=self._enough())
        self._at_once += 1
        self._rows[path] = row
        self._later.append(row)
        return row

    def _enough(self) -> bool:
        """Whether what is made before the page is shown fills a screen."""
        return self._at_once >= _AT_ONCE

    def _place(self, widget: QWidget) -> None:
        self.column.addWidget(widget)
        self._of_section(widget)

    def _of_section(self, widget: QWidget) -> None:
        if self._sections:
            self._sections[-1][1].append(widget)

    def _choosing(self, question: Question) -> Choices | None:
        """What a person or reference question offers: asked anew each time."""
        if question.shape is Shape.PERSON:
            return lambda: people(self.case)
        if (refers := question.refers) is not None:
            return lambda: references(self.case, refers)
        return None

    def _at(self, path: str) -> QWidget:
        parts = path.split(".")
        for length in range(len(parts), 1, -1):
            if (found := self.inside.findChild(QWidget, ".".join(parts[:length]))) is not None:
                return found
        below = ".".join(parts[:2]) + "."  # what lies in it, where it has no place of its own
        within = (one for one in self.inside.findChildren(QWidget) if one.objectName().startswith(below))
        return self._lists.get(path) or next(within, self.inside)

    def _grow(self, block: ChecklistBlock) -> None:
        """A checklist that opened has questions to make."""
        self._later += block.findChildren(QuestionRow)
        QTimer.singleShot(0, self, self._make_some)

    def _make_some(self) -> None:
        """Make questions for a moment, then let the window have its turn."""
        until = QElapsedTimer()
        until.start()
        while self._later and until.elapsed() < _SLICE_MS:
            self._later.popleft().make()
        if self._later:
            QTimer.singleShot(0, self, self._make_some)
        self._settle()

    def _on_changed(self, paths: frozenset[str]) -> None:
        if self.isVisible():
            self.aim.hold()
            self._refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._refresh()
        super().showEvent(event)

    def _refresh(self) -> None:
        self._stale = False
        for row in self._rows.values():
            row.refresh()
        for made in self._lists.values():
            made.refresh()
        self._settle()
        self.redraw()

    def _settle(self) -> None:
        """Heads and rows of fields follow what applies now."""
        for heads, under in self._sections:
            shown = not under or any(not widget.isHidden() for widget in under)
            for head in heads:
                show_if(head, shown)
        for grid in self._grids:
            grid.settle()
        asked = any(not widget.isHidden() for widget in (*self._rows.values(), *self._lists.values()))
        to_weigh = asked or needs_investigation(self.case.settled)
        for block in self._checklists:
            show_if(block, to_weigh or block.is_open)
        anything = asked or any(not block.isHidden() for block in self._checklists)
        show_if(self._not_here, not anything)


def _first_focus(widget: QWidget) -> QWidget:
    """The field of a row; else the first part that takes the focus."""
    if isinstance(widget, QuestionRow) and widget.input is not None:
        return widget.input
    return next((child for child in widget.findChildren(QWidget)
                 if child.focusPolicy() != Qt.FocusPolicy.NoFocus and child.isVisibleTo(widget)), widget)  # fmt: skip


def page_for(step: Step[Any], case: OpenCase) -> StepPage:
    """The page of a step, by name: there is no second list to keep."""
    page: StepPage = import_module(f"desktop.steps.{step.id}").Page(step, case)
    return page
