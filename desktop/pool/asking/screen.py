"""Asking the expert pool from a case, in two looks: the question as the case proposes it, then what leaves."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from casework.pool.asking import request
from casework.pool.leaving import Identifiable, Leaving, without_consent
from casework.trouble import Trouble
from casework.words import listed
from desktop import focus_order
from desktop.cases.header import CaseHeader
from desktop.cases.open_case import OpenCase
from desktop.flow.showing import show_if
from desktop.left_open import ABOUT
from desktop.pool.asked_before import AskedBefore
from desktop.pool.asking import drafts, phone
from desktop.pool.asking.beside import GoesAlong, Reachable
from desktop.pool.asking.form import LABELS, AskingForm
from desktop.pool.asking.resolving import Resolving
from desktop.pool.case_pool import CasePool
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain, title
from desktop.theme.look import current
from desktop.theme.scroll import Scroll
from desktop.theme.sign import Sign

_KEEP_AFTER_MS = 400
_TWO_COLUMNS_EM, _BESIDE = 70, 340
_LINE = "IJkpunt schreef de vraag voor uit de casus. Kijk na, vul aan, en ga dan naar wat er uitgaat."
_CHECK = "Lees na wat er uitgaat. Dit is gepseudonimiseerd, niet anoniem: wie het gezin kent, kan het nog herkennen."
_NAMED = "Lees na. Dit gaat met namen uit, alleen naar de coördinator en {}. Dat staat in het logboek van de casus."


class AskingScreen(QWidget):
    """`back` to the case; `asked` carries the thread of a question that was saved."""

    back = Signal()
    asked = Signal(str)

    def __init__(self, case: OpenCase, pool: CasePool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case, self.pool = case, pool
        self.setProperty(ABOUT, case.id)
        steps = QAction("Naar de stappen", self)
        steps.setData("list-checks")
        steps.triggered.connect(self.back)
        self.acts = [steps]
        QShortcut(QKeySequence("Esc"), self, self._step_back, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._keep_timer = QTimer(self, singleShot=True, interval=_KEEP_AFTER_MS)
        self._keep_timer.timeout.connect(self._keep_soon)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header = CaseHeader(case, self.acts)
        column.addWidget(self.header)
        proposed, experts = pool.proposal(), pool.desk.people("expert") if pool.desk.me else []
        self.form = AskingForm(proposed, without_consent(case.settled), experts)
        tied = pool.tied if experts else ()
        self.reachable = Reachable(experts, pool.desk.reachable() if experts else (), tied)
        self.along = GoesAlong(proposed, case.pack, case.assessment.signals if case.assessment else (), tied)
        self.resolving = Resolving(pool.resolve)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._first())
        self._stack.addWidget(self._second())
        column.addWidget(self._stack, 1)
        column.addWidget(self._make_foot())
        if state := drafts.kept(pool.settings, case.id):
            self.form.show_state(state)
        self.form.changed.connect(self._on_changed)
        self.reachable.called.connect(self._note_call)
        self.resolving.changed.connect(lambda: self._tell(""))
        self._on_changed(keep=False)

    # -- what the window asks

    @property
    def headline(self) -> str:
        return self.case.name

    @property
    def regions(self) -> list[QWidget]:
        return [self.header, self._stack, self._foot]

    def keep(self) -> None:
        """Keep what was typed; nothing of it has left."""
        self._keep_timer.stop()
        drafts.keep(self.pool.settings, self.case.id, self.form.state())

    # -- on and back

    @property
    def checking(self) -> bool:
        return self._stack.currentIndex() == 1

    def look_over(self) -> None:
        """To what leaves: every lead that is found is decided on there."""
        draft = self.form.draft
        texts = draft.words.as_texts()
        named = self.form.naming.with_names
        labels = {name: label.partition(" (")[0] for name, label in LABELS.items()}
        self.resolving.show_texts(texts, labels, {} if named else self.pool.hits(texts))
        self.resolving.setVisible(not named)
        self._check_line.setText(_NAMED.format(listed(self.form.naming.chosen)) if named else _CHECK)
        self._as_written.setText("\n\n".join(f"{labels[name]}\n{text}" for name, text in texts.items()))
        show_if(self._named_sheet, named)
        warnings = () if named else self.pool.warnings(draft, self.along.chosen())
        self._warnings.setText("\n".join(warnings))
        show_if(self._warning_sheet, bool(warnings))
        self._told = ""
        self._stack.setCurrentIndex(1)
        self._settle()
        focus_order.first(self.resolving if self.resolving.rows else self._foot)

    def to_form(self) -> None:
        self._told = ""
        self._stack.setCurrentIndex(0)
        self._settle()

    def send(self) -> None:
        """Save the question with its envelopes; it goes at once where the folder can be reached."""
        form, draft = self.form, self.form.draft
        try:
            ground = form.naming.ground_for(self.case.settled)
            texts = draft.words.as_texts()
            leaving: Mapping[str, Leaving] = (
                {name: Identifiable(text, ground) for name, text in texts.items()}
                if ground
                else self.resolving.resolved()
            )
            joins = form.joins.value()
            asked = request(draft, leaving, family_informed=form.informed.value() == "ja",
                            family_joins=None if joins is None else joins == "ja", ground=ground,
                            with_profile=self.along.chosen(), tied=[one.id for one in self.pool.tied])  # fmt: skip
            thread = self.pool.ask(asked, texts, ground)
        except Trouble as trouble:
            self._tell(str(trouble))
            return
        self._keep_timer.stop()
        drafts.forget(self.pool.settings, self.case.id)
        self.asked.emit(thread)

    # -- inside

    def _first(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("role", "page")
        column = QVBoxLayout(inside)
        self._margins(column)
        column.addWidget(title("Vraag aan de expertpool"))
        column.addWidget(Plain(_LINE, "body", "ink_quiet"))
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(current().px(16))
        self._beside = QWidget()
        beside = QVBoxLayout(self._beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(current().px(14))
        self.asked_before = AskedBefore(self.pool.desk)
        for part in (self.asked_before, self.reachable, self.along):
            beside.addWidget(part)
        beside.addStretch(1)
        self._halves.addWidget(self.form, 1)
        self._halves.addWidget(self._beside)
        column.addLayout(self._halves)
        return _scrolling(inside, "De vraag")

    def _second(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("role", "page")
        column = QVBoxLayout(inside)
        self._margins(column)
        column.addWidget(title("Wat gaat er uit?"))
        self._check_line = Plain(_CHECK, "body", "ink_quiet")
        column.addWidget(self._check_line)
        self._warning_sheet = Sheet()
        head = QHBoxLayout()
        head.addWidget(Sign("triangle-alert", "care"))
        head.addWidget(Plain("Let op: herkenbaar in een klein dorp", "body", "care", strong=True), 1)
        self._warning_sheet.body.addLayout(head)
        self._warnings = Plain("", "body")
        self._warning_sheet.body.addWidget(self._warnings)
        column.addWidget(self._warning_sheet)
        self._named_sheet = Sheet("Zoals het uitgaat: met namen")
        self._as_written = Plain("", "body")
        self._named_sheet.body.addWidget(self._as_written)
        column.addWidget(self._named_sheet)
        column.addWidget(self.resolving)
        column.addStretch(1)
        return _scrolling(inside, "Wat gaat er uit")

    def _margins(self, column: QVBoxLayout) -> None:
        look = current()
        column.setContentsMargins(look.px(26), look.px(16), look.px(26), look.px(26))
        column.setSpacing(look.px(12))

    def _make_foot(self) -> QFrame:
        self._foot = QFrame()
        self._foot.setProperty("role", "header")
        row = QHBoxLayout(self._foot)
        look = current()
        row.setContentsMargins(look.px(26), look.px(8), look.px(26), look.px(8))
        row.setSpacing(look.px(10))
        self.backward = button("Terug", "plain", "chevron-left")
        self.backward.clicked.connect(self._step_back)
        self.forward = button("Naar wat er uitgaat", "primary")
        self.forward.clicked.connect(lambda: self.send() if self.checking else self.look_over())
        self._says = Plain("", "small", "ink_quiet")
        row.addWidget(self.backward)
        row.addWidget(self._says, 1)
        row.addWidget(self.forward)
        return self._foot

    def _step_back(self) -> None:
        self._keep_soon()
        self.to_form() if self.checking else self.back.emit()

    def _on_changed(self, *, keep: bool = True) -> None:
        self.reachable.show_for(self.form.discipline.value() or "")
        if keep:
            self._keep_timer.start()
        self._tell("")

    def _settle(self) -> None:
        """What the button does now, and why it cannot yet."""
        if self.checking:
            open_ = 0 if self.form.naming.with_names else self.resolving.undecided
            why = self.pool.closed or (f"Nog {open_} te beslissen. Er is nog niets verstuurd." if open_ else "")
            self.forward.setText("Vastleggen en versturen")
        else:
            lacks = self.form.lacks
            why = f"Nog nodig: {listed(lacks)}." if lacks else ""
            self.forward.setText("Naar wat er uitgaat")
        self.forward.setAccessibleName(self.forward.text())
        self.forward.setEnabled(not why)
        self._says.setText(self._told or why or ("" if self.checking else self.pool.closed))
        self.forward.setAccessibleDescription(self._says.text())

    def _tell(self, words: str) -> None:
        self._told = words
        self._settle()

    def _note_call(self) -> None:
        if thread := phone.ask(self, self.pool):
            self.asked.emit(thread)

    def _keep_soon(self) -> None:
        try:
            self.keep()
        except Trouble as trouble:
            self._tell(str(trouble))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look = current()
        wide = self.width() / look.px(15) >= _TWO_COLUMNS_EM
        self._halves.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._beside.setMaximumWidth(look.px(_BESIDE) if wide else 16_777_215)
        self._beside.setMinimumWidth(look.px(_BESIDE) if wide else 0)


def _scrolling(inside: QWidget, name: str) -> Scroll:
    area = Scroll(name)
    area.setWidget(inside)
    return area
