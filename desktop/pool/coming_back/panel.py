"""The questions of a case to the expert pool, on step 12: asking one, how each stands, and what one can do with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.pool.state import Consult
from casework.pool.turns import Act, my_turn, open_acts
from casework.trouble import Trouble
from desktop import ask
from desktop.cases.open_case import OpenCase
from desktop.pool.asking import phone
from desktop.pool.case_pool import CasePool
from desktop.pool.coming_back.acting import act_on
from desktop.pool.coming_back.thread_sheet import ThreadSheet
from desktop.slices import Slices
from desktop.steps import ASK_POOL
from desktop.theme.buttons import button
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import Plain
from desktop.theme.look import current

if TYPE_CHECKING:  # bootstrap brings them in
    from db.exchange.post import Delivered


class PoolPanel(QWidget):
    """`leads` to the screen of a new question. Made anew whenever something changed; it keeps nothing itself."""

    leads = Signal(str)

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(10))
        self._buttons = QWidget()
        row = FlowLayout(self._buttons)
        self.ask_button = button("Vraag de expertpool", "primary", "message-square-more")
        self.ask_button.clicked.connect(lambda: self.leads.emit(ASK_POOL))
        self.phone_button = button("Gebeld? Noteer het…", "plain", "phone-call")
        self.phone_button.clicked.connect(self._note_call)
        self.fetch_button = button("Post ophalen", "plain", "download")
        self.fetch_button.clicked.connect(self._fetch)
        for press in (self.ask_button, self.phone_button, self.fetch_button):
            row.addWidget(press)
        column.addWidget(self._buttons)
        self._said = Plain("", "small", "ink_quiet")
        column.addWidget(self._said)
        self._list = QVBoxLayout()
        self._list.setSpacing(current().px(10))
        column.addLayout(self._list)
        self.sheets: dict[str, ThreadSheet] = {}
        self._shown: object = None
        self._problem = ""
        self._slices = Slices(self)
        self._slices.part.connect(self._on_part)
        self._slices.ended.connect(self._on_fetched)
        self._slices.failed.connect(self._on_fetched)
        case.changed.connect(self._follow)

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh()
        super().showEvent(event)

    @property
    def _pool(self) -> CasePool:
        assert self._case.pool is not None  # else the page does not make this part
        return self._case.pool()

    def refresh(self) -> None:
        pool = self._pool
        found = pool.threads()
        post = {thread: pool.post_words(thread) for thread, _ in found}
        self._tell(pool.closed)
        self.fetch_button.setEnabled(not pool.closed)
        self.phone_button.setEnabled(not pool.closed)
        if self._shown == (shown := (found, post, self._case.today)):
            return
        self._shown = shown
        for sheet in self.sheets.values():
            sheet.hide()
            sheet.setParent(None)
            sheet.deleteLater()
        self.sheets = {}
        for thread, consult in found:
            sheet = self._sheet(pool, thread, consult, post[thread])
            self.sheets[thread] = sheet
            self._list.addWidget(sheet)

    def _sheet(self, pool: CasePool, thread: str, consult: Consult, post: str) -> ThreadSheet:
        today, norms = self._case.today, pool.desk.norms
        sheet = ThreadSheet(consult, post, today, norms, self._case.pack, pool.who_is_who(thread))
        turn = my_turn(consult, today, norms)
        for act in open_acts(consult):
            sheet.offer(act, turn == act).clicked.connect(partial(self._act, thread, act))
        return sheet

    def _act(self, thread: str, act: Act) -> None:
        consult = self._pool.desk.consult(thread)
        try:
            act_on(self, self._pool, thread, consult, act)
        except Trouble as trouble:
            ask.tell(self, "Niet vastgelegd", str(trouble))
        self.refresh()

    def _note_call(self) -> None:
        phone.ask(self, self._pool)
        self.refresh()

    @property
    def busy(self) -> bool:
        """Is the post being fetched?"""
        return self._slices.busy

    def _fetch(self) -> None:
        self._problem = ""
        self._tell("Bezig met de post…")
        self._slices.run(self._pool.fetching())

    def _on_part(self, part: Delivered) -> None:
        self._problem = self._problem or part.problem

    def _on_fetched(self, problem: str = "") -> None:
        said = problem or self._problem or "De post is opgehaald."
        try:
            self._pool.take_over()
        except Trouble as trouble:
            said = str(trouble)
        self.refresh()
        self._tell(said)

    def hideEvent(self, event: QHideEvent) -> None:
        self._slices.stop()  # what was not read yet lies where it lay
        super().hideEvent(event)

    def _tell(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))


