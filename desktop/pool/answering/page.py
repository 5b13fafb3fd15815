"""One question of an expert: first the interest, then the question with the advice under it, later what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casework.pool import answering
from casework.pool.clocks import clock
from casework.pool.state import Consult
from casework.trouble import Trouble
from casework.words import day_in_words
from desktop.pool.answering import outcome, words
from desktop.pool.answering.drafts import Drafts
from desktop.pool.answering.form import AdviceForm
from desktop.pool.answering.interest import InterestSheet, ask_decline
from desktop.pool.answering.outcome import AdviceSheet, OutcomeSheet
from desktop.pool.answering.question import QuestionSheet
from desktop.session import Session
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.chips import ClockChip
from desktop.theme.label import Plain, title
from desktop.theme.page import Page

_SAVED = "Uw concept is bewaard op dit apparaat. Niemand leest het voordat u het instuurt."
_ELSEWHERE = "De coördinator gaf deze vraag aan iemand anders, of de vraag is ingetrokken."
_REOPENED = "Het team opende de vraag opnieuw; zij ligt weer bij de coördinator. Dit kwam er van uw advies."


class QuestionPage(Page):
    """`back` to the list; `body_asked` carries what to say; the form's own wishes come along."""

    back = Signal()
    body_asked = Signal(object)
    completion_asked = Signal()
    send_asked = Signal()

    def __init__(self, session: Session, consult: Consult, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__("Een vraag aan u", parent)
        self._session, self.consult, self._drafts = session, consult, drafts
        self.interest: InterestSheet | None = None
        self.form: AdviceForm | None = None
        me = session.pool.me
        assert me is not None
        self._me = me
        self.standing = answering.standing(consult, me)
        back = button("Naar de lijst", "quiet", "arrow-left", small=True)
        back.clicked.connect(self.back)
        self.column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(title(words.sentence(words.kind(consult), end="")))
        self.column.addWidget(Plain(words.sentence(answering.WORDS[self.standing]), "body", strong=True))
        running = _clock(session, consult) if self.standing in answering.MINE | {"aanvulling"} else None
        if running is not None:
            self.column.addWidget(running, 0, Qt.AlignmentFlag.AlignLeft)
        reminded = [one for one in consult.history if one.kind == "remind"]
        if reminded and self.standing in answering.MINE:
            line = f"De coördinator herinnerde u op {day_in_words(reminded[-1].at.date())}: {reminded[-1].why}."
            self.column.addWidget(Plain(line, "small", "care"))
        self._build()

    def keep(self) -> None:
        """Bring to the store what was typed. A full disk is told where one is writing; the words stay on the screen."""
        if self.form is not None and self.form.pending:
            self._store(self.form)

    # -- inside

    def _build(self) -> None:
        consult, stands = self.consult, self.standing
        if stands == "belang":
            self.interest = InterestSheet(consult)
            self.interest.accepted.connect(self.body_asked)
            self.interest.declined.connect(self.body_asked)
            self.column.addWidget(self.interest)
            return
        if stands == "niet_meer":
            before = answering.advised_before(consult, self._me)
            self.column.addWidget(Plain(_ELSEWHERE if before is None else _REOPENED))
            if before is not None:
                self._outcome(before)
            return
        if consult.release is not None:
            self._outcome(consult)
            self.column.addWidget(QuestionSheet(consult, self._session.pack))
            return
        if stands == "terug":
            said = Sheet("De coördinator vraagt", gap=6)
            said.body.addWidget(Plain(answering.comment(consult)))
            self.column.addWidget(said)
        self.column.addWidget(QuestionSheet(consult, self._session.pack))
        if stands == "ingestuurd":
            self.column.addWidget(AdviceSheet(consult.advices[self._me.id], "Uw advies"))
        else:
            self._write()

    def _outcome(self, consult: Consult) -> None:
        self.column.addWidget(OutcomeSheet(consult, self._me))
        for sheet in outcome.released(consult):
            self.column.addWidget(sheet)

    def _write(self) -> None:
        desk, thread = self._session.pool, self.consult.thread
        draft = self._drafts.of(thread)
        first = draft or answering.first_draft(desk.heard(thread), self._me, desk.today)
        self.form = form = AdviceForm(self.consult, self._me, first, lambda: desk.today)
        if draft:
            form.state.setText(_SAVED)
        form.typed.connect(lambda: self._store(form))
        form.send_asked.connect(self.send_asked)
        form.completion_asked.connect(self.completion_asked)
        form.give_back_asked.connect(self._decline)
        waits = self.standing == "aanvulling"
        form.send.setEnabled(not waits)
        form.complete.setEnabled(not waits)
        form.give_back.setEnabled(not waits)
        if waits:
            form.wrong.setText("U kunt verder schrijven. Insturen kan als de aanvulling er is.")
        self.column.addWidget(form)

    def _decline(self) -> None:
        if (body := ask_decline(self)) is not None:
            self.body_asked.emit(body)

    def _store(self, form: AdviceForm) -> None:
        try:
            self._drafts.keep(self.consult.thread, form.draft())
        except Trouble as trouble:
            form.state.setText(f"Nog niet bewaard. {trouble}")
        else:
            form.calm()
            form.state.setText(_SAVED)


def _clock(session: Session, consult: Consult) -> ClockChip | None:
    """How long there is to answer; None where nothing is waited for from the pool."""
    running = clock(consult, session.pool.today, session.pool.norms)
    if running is None or running.waits_for not in ("antwoord", "aanvulling"):
        return None
    return ClockChip(running.left, paused=running.stage == "staat_stil", about="antwoord")
