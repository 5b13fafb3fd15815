"""The desk of an expert: the list, and one question at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from casework.pool import answering
from casework.pool.bodies import Advise, AskCompletion, Decline
from casework.pool.lifecycle import BEFORE_ADVICE
from casework.pool.messages import Body
from casework.pool.state import Consult
from desktop import ask, focus_order
from desktop.left_open import ABOUT
from desktop.pool.answering.drafts import Drafts
from desktop.pool.answering.overview import Overview
from desktop.pool.answering.page import QuestionPage
from desktop.session import Session

_ENDED_SHOWN = 50


class AnsweringScreen(QStackedWidget):
    """Of a home whose role is expert. `said` when something was said: the post may go."""

    said = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.drafts = Drafts(session.settings)
        self.overview = Overview()
        self.overview.chosen.connect(self.open)
        self.addWidget(self.overview)
        self.page: QuestionPage | None = None
        QShortcut(QKeySequence("Esc"), self, self.show_list, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.refresh()

    @property
    def waiting(self) -> int:
        """How many questions wait for this expert."""
        return self.overview.mine

    # -- where one is

    def refresh(self) -> None:
        """Show what came in since. What is being written stays as it stands."""
        me = self.session.pool.me
        assert me is not None  # the room shows this to an expert
        desk = self.session.pool
        by_folder = self.session.office.folder is not None
        self.overview.show_consults(self._consults(), me, self.drafts, desk.today, desk.norms, by_folder=by_folder)
        if self.page is not None:
            now = desk.consult(self.page.consult.thread)
            if now.history != self.page.consult.history:
                self.open(now.thread)

    def keep(self) -> None:
        """Bring to the store what was typed: called before locking."""
        if self.page is not None:
            self.page.keep()

    def show_list(self) -> None:
        self._leave()
        self.refresh()
        self.setCurrentWidget(self.overview)
        focus_order.first(self.overview)

    def open(self, thread: str) -> None:
        self._leave()
        self.setProperty(ABOUT, thread)
        desk = self.session.pool
        consult = desk.consult(thread)
        ask.tried(self, lambda: self.drafts.seen(thread, len(consult.history)))
        self.page = page = QuestionPage(self.session, consult, self.drafts)
        page.back.connect(self.show_list)
        page.body_asked.connect(self.say)
        page.completion_asked.connect(self.ask_completion)
        page.send_asked.connect(self.send)
        self.addWidget(page)
        self.setCurrentWidget(page)
        focus_order.first(page)

    # -- saying

    def say(self, body: Body) -> bool:
        """Say something about the question that is open, and show what became of it."""
        assert self.page is not None
        thread = self.page.consult.thread
        self.page.keep()

        def do() -> None:
            self.session.pool.say(thread, body)

        if not ask.tried(self, do):
            return False
        if isinstance(body, Decline):
            self.show_list()
        else:
            self.open(thread)
        self.said.emit()
        return True

    def ask_completion(self) -> None:
        words = ask.words(
            self,
            "Wat moet de vrager aanvullen?",
            "De klok staat stil tot het antwoord er is. Uw concept blijft bewaard.",
            "Uw vraag",
            "Aanvulling vragen",
        )
        if words is not None:
            self.say(AskCompletion(reason=words))

    def send(self) -> None:
        """Send the advice, once it is whole. The draft goes when the advice is safe in the store, not before."""
        page, me = self.page, self.session.pool.me
        assert page is not None and page.form is not None and me is not None and page.consult.request is not None
        page.keep()
        draft = page.form.draft()
        wrong = page.form.misread() or answering.lacking(draft, page.consult.request, self.session.pool.today)
        page.form.wrong.setText(wrong)
        thread = page.consult.thread
        if not wrong and self.say(Advise(advice=answering.advice_of(draft, page.consult, me))):
            ask.tried(self, lambda: self.drafts.forget(thread))

    # -- inside

    def _consults(self) -> list[Consult]:
        desk = self.session.pool
        rows = desk.store.rows(BEFORE_ADVICE)
        known = {row.thread for row in rows}
        rows += [row for row in desk.store.rows(limit=_ENDED_SHOWN, newest_first=True) if row.thread not in known]
        return [consult for row in rows if (consult := desk.consult(row.thread)).status != "CONCEPT"]

    def _leave(self) -> None:
        page, self.page = self.page, None
        if page is not None:
            page.keep()
            self.removeWidget(page)
            page.deleteLater()
