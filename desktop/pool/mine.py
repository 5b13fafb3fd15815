"""What a consultant asked the pool: every question, where it stands, and whether it was sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.pool.clocks import clock
from casework.pool.lifecycle import TYPE_WORDS
from casework.pool.line import Line
from casework.words import counted, in_words
from desktop.pool.asked_before import AskedBefore
from desktop.pool.words import status
from desktop.session import Session
from desktop.theme.cards import EmptyState
from desktop.theme.label import Plain, title
from desktop.theme.layouts import clear
from desktop.theme.page import Page
from desktop.theme.runs import Run, bold, quiet
from desktop.weighing.line import LineButton


class MyQuestions(QWidget):
    """`case_asked` carries the id of the case a question came from."""

    case_asked = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.sheet = Page("Mijn vragen aan de expertpool")
        column.addWidget(self.sheet)
        self.lines: dict[str, LineButton] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(self.sheet.column.spacing())
        self.asked_before = AskedBefore(session.pool)
        self.sheet.column.addWidget(title("Mijn vragen"))
        self.sheet.column.addLayout(self._list)
        self.sheet.column.addWidget(self.asked_before)

    @property
    def regions(self) -> Sequence[QWidget]:
        return [self.sheet]

    def refresh(self) -> None:
        """Show what came in since; what is being looked up, and where one is, stays."""
        at = next((thread for thread, line in self.lines.items() if line.hasFocus()), "")
        clear(self._list)
        self.lines = {}
        self._show(self.session.pool.store.rows(limit=200, newest_first=True))
        self.asked_before.refresh()
        if at in self.lines:
            self.lines[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, found: Sequence[Line]) -> None:
        if not found:
            how = "Stel een vraag vanuit een casus, in stap 12."
            self._list.addWidget(EmptyState("U hebt nog niets gevraagd.", how))
            return
        self._list.addWidget(Plain("Kies een vraag om naar de casus te gaan.", "small", "ink_quiet"))
        titles = {case.id: case.title for case in self.session.store.list()}
        for line in found:
            case_id, _ = self.session.pool.store.linked(line.thread) or ("", "")
            press = self.lines[line.thread] = LineButton(self._runs(line, titles.get(case_id, "")), step="body")
            press.clicked.connect(lambda _=False, thread=line.thread: self._open(thread))
            self._list.addWidget(press)

    def _open(self, thread: str) -> None:
        if linked := self.session.pool.store.linked(thread):
            case_id, record = linked
            self.case_asked.emit(case_id, f"expert_pool.consultations.{record}.question" if record else "")

    def _runs(self, line: Line, about: str) -> list[Run]:
        """about: whose case it came from; what IJkpunt proposed as a question reads the same in many."""
        desk = self.session.pool
        running = clock(desk.consult(line.thread), desk.today, desk.norms)
        begins = ", ".join(filter(None, (about, TYPE_WORDS[line.type])))
        told = [quiet(f"\n{begins}, "), Run(status(line), "ink_quiet", 600)]
        if running is not None:
            who = "u" if running.who == "aanvrager" else in_words(running.who)
            late = running.stage in ("te_laat", "escalatie")
            told += [quiet(", "), Run(running.words, "care" if late else "ink_quiet", 600), quiet(f", bij {who}")]
        sent, waits = desk.store.post_of(line.thread)
        waiting = f"wacht op verzending ({counted(waits, 'bericht', 'berichten')})"
        post = waiting if waits else "verzonden" if sent else "bewaard"
        return [bold(str(line.summary.get("question", "")), "primary"), *told, quiet(f", {post}")]
