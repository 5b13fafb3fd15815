"""The coordinator's bench: lists at the left, the consults on one in the middle, the one that is open at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from casework.pool import bodies as said
from casework.pool.bench import BUSY, MOST_FOUND, SHELVES, Filter, repeated, same_question_from
from casework.pool.messages import Body
from casework.pool.state import Consult
from casework.words import counted
from desktop import ask
from desktop.bootstrap import write_whole
from desktop.left_open import ABOUT
from desktop.pool.asked_before import KnowledgeBox
from desktop.pool.bench.acts import ACTS
from desktop.pool.bench.asking import Asking
from desktop.pool.bench.boards import Boards
from desktop.pool.bench.experts import Candidate, candidates
from desktop.pool.bench.foot import QuarterFoot
from desktop.pool.bench.lines import ConsultLines, ConsultList
from desktop.pool.bench.own_acts import OWN_ACTS, forget_typed
from desktop.pool.bench.page import ConsultPage
from desktop.pool.bench.reporting import Reporting
from desktop.pool.bench.shelves import Shelves
from desktop.pool.remind import Reminders
from desktop.pool.report import report_file, settle
from desktop.session import Session
from desktop.theme.buttons import button
from desktop.theme.icons import icon
from desktop.theme.label import Plain, title
from desktop.theme.look import current

NARROW_EM, _MIDDLING_EM = 62, 84
AFTER_MS = 150
"""Between the first paint and what follows it."""
_SEARCH_MS = 120
_SHELVES_WIDTH, _PAGE_WIDTH = 226, 384
_BY_ID = {shelf.id: shelf for shelf in SHELVES}


class BenchScreen(QWidget):
    """Of a coordinator. `said` when something was said: the post may go."""

    said = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self._shelf = session, SHELVES[0].id
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.shelves = Shelves()
        self.shelves.chosen.connect(self.show_shelf)
        self.shelves.board_chosen.connect(self.show_board)
        self.page = ConsultPage(lambda: session.pack)
        self.page.act_asked.connect(self.act)
        row.addWidget(self.shelves)
        row.addWidget(self._middle(), 1)
        row.addWidget(self.page)
        self.boards = Boards(session)
        self.boards.changed.connect(self._on_changed)
        row.addWidget(self.boards, 1)
        self._board = ""
        self._reading = False
        self.reminders = Reminders(session.pool, self)
        self.reminders.ended.connect(self._on_reminded)
        self._after = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._after.timeout.connect(self.finish)
        self._unpainted = False

    @property
    def regions(self) -> Sequence[QWidget]:
        return [self.shelves, self.boards] if self._board else [self.shelves, self.middle, self.page]

    def refresh(self) -> None:
        """What stands now. What takes longer follows the first paint: how the quarter goes, and what is due."""
        self._count()
        self._fill(here=self._read)
        if self._board:
            self.boards.refresh()
        self._unpainted = True
        self.update()

    def finish(self) -> None:
        """What follows the first paint."""
        self._unpainted = False
        self._after.stop()
        self.foot.begin()
        there = [f"{one.party.name} {one.words}" for one in self.session.pool.reachable()]
        self.shelves.foot.setText(f"Rooster nu: {', '.join(there)}." if there else "")
        self.reminders.begin()

    def keep(self) -> None:
        """Before locking: what was not reminded of yet is due the next time."""
        self._unpainted = False
        self._after.stop()
        self._late.stop()
        self.foot.stop()
        self.reminders.stop()

    def show_board(self, name: str) -> None:
        """A page in the place of the consults."""
        self._board = name
        self.boards.show_board(name)
        self.shelves.show_at(name)
        self._arrange()

    def show_shelf(self, name: str) -> None:
        self._shelf, self._board = name, ""
        self.search.clear()
        self._late.stop()
        self._reading = False
        self._count()
        self._fill()

    def show_consult(self, thread: str) -> None:
        """Read one, and what can be done with it."""
        desk = self.session.pool
        self.setProperty(ABOUT, thread)
        consult = desk.consult(thread)
        there = {one.party.id: one.words for one in desk.reachable()}
        found = candidates(consult, desk.people("expert"), desk.store.loads(BUSY), there)
        self.page.show_consult(consult, found, desk.today)

    # -- acts

    def act(self, kind: str) -> None:
        """Ask what an act needs, and say it. What may not be said is told with its reason."""
        if (consult := self.page.consult) is not None:
            ask.tried(self, lambda: self._act(kind, consult))

    def make_report(self) -> None:
        """The signal report of a quarter, as a file."""
        box = Reporting(self, self.session.pool, self.session.pack.manifest.villages)
        if not box.agreed():
            return
        report = box.report
        name, kinds = f"signaalrapport-{report.quarter}.pdf", ("PDF (*.pdf)", "Excel (*.xlsx)")
        path = ask.file_to_write(self, "Signaalrapport bewaren", name, kinds)
        if path is not None and ask.tried(self, lambda: write_whole(path, report_file(report, path))):
            settle(self.session.pool, report)

    def _assignment(self, chosen: Sequence[Candidate]) -> Body | None:
        """Experts with an interest are asked only with a reason, and then it is told."""
        consult = self.page.consult
        assert consult is not None and consult.request is not None
        despite = ""
        if tied := [one for one in chosen if one.interest]:
            told = "; ".join(f"{one.party.name}: {one.interest}" for one in tied)
            box = Asking(self, "Toch toewijzen, ondanks een belang?", told, "Wijs toch toe")
            box.words("despite", "Waarom deze expert toch?")
            if not box.agreed():
                return None
            despite = box.answers["despite"]
        return said.Assign(
            experts=tuple(one.party for one in chosen), request=consult.request.for_experts, added=consult.added,
            asker=consult.asker, team=consult.team, urgent=consult.urgent, despite=despite,
        )  # fmt: skip

    def _act(self, kind: str, consult: Consult) -> None:
        """Raises Trouble; then nothing was said."""
        if own := OWN_ACTS.get(kind):
            body = own(self, self.session, consult)
        elif kind == "assign":
            body = self._assignment(self.page.chosen)
        else:
            body = next(act for act in ACTS if act.kind == kind).asks(self, consult)
        if body is None:
            return
        self.session.pool.say(consult.thread, body)
        forget_typed(self.session, consult.thread, body)
        self._count()
        self._fill(here=consult.thread)
        self.said.emit()

    # -- inside

    def _on_changed(self) -> None:
        """The roster or the terms: what depends on them is looked at anew, and others get them."""
        self.finish()
        self.said.emit()

    def _on_reminded(self, number: int) -> None:
        self.notice.setText(self.reminders.problem)
        self.notice.setVisible(bool(self.reminders.problem))
        if number:
            self._count()
            self._fill(here=self._read)
            self.said.emit()

    def _middle(self) -> QWidget:
        look = current()
        self.middle = QFrame()
        self.middle.setProperty("role", "page")
        self.middle.setAccessibleName("Vragen aan de expertpool")
        column = QVBoxLayout(self.middle)
        column.setContentsMargins(0, look.px(12), 0, 0)
        column.setSpacing(look.px(8))
        head = QHBoxLayout()
        head.setContentsMargins(look.px(14), 0, look.px(14), 0)
        head.setSpacing(look.px(10))
        self.back = button("Terug", "quiet", "arrow-left", small=True)
        self.back.clicked.connect(self._to_list)
        self.title = title("")
        self.number = Plain("", "body", "ink_quiet", wrap=False)
        head.addWidget(self.title)
        head.addWidget(self.number, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        self.search = QLineEdit(placeholderText="Zoek in alle vragen en adviezen")
        self.search.setAccessibleName("Zoeken in alle vragen en adviezen")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "ink_quiet"), QLineEdit.ActionPosition.LeadingPosition)
        around = QHBoxLayout()
        around.setContentsMargins(look.px(14), 0, look.px(14), 0)
        around.addWidget(self.search)
        column.addLayout(around)
        self.notice = Plain("", "small", "care")
        self.notice.setContentsMargins(look.px(14), 0, look.px(14), 0)
        self.notice.hide()
        column.addWidget(self.notice)
        self.lines = ConsultLines(self)
        self.list = ConsultList(self.lines)
        column.addWidget(self.list, 1)
        self.foot = QuarterFoot(self.session.pool)
        self.foot.setContentsMargins(look.px(14), look.px(4), look.px(14), look.px(8))
        under = QHBoxLayout()
        under.setContentsMargins(0, 0, look.px(14), look.px(4))
        under.addWidget(self.foot, 1)
        self.report = button("Signaalrapport…", "quiet", small=True)
        self.report.clicked.connect(self.make_report)
        self.knowledge = button("Kennisbank…", "quiet", small=True)
        self.knowledge.clicked.connect(lambda: KnowledgeBox(self, self.session.pool).agreed())
        under.addWidget(self.knowledge)
        under.addWidget(self.report)
        column.addLayout(under)
        self._late = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._late.timeout.connect(self._fill)
        self.search.textChanged.connect(lambda _: self._late.start())
        self.list.selectionModel().currentChanged.connect(lambda now, _: self._open(now.row(), move=False))
        self.list.activated.connect(lambda now: self._open(now.row(), move=True))
        self.list.clicked.connect(lambda now: self._open(now.row(), move=True))
        return self.middle

    @property
    def _read(self) -> str:
        """The thread of the consult one is reading; empty where there is none."""
        return self.page.consult.thread if self.page.consult else ""

    def _filter(self, name: str) -> Filter:
        return _BY_ID[name].on(self.session.pool.today, self._themes)

    def _count(self) -> None:
        desk = self.session.pool
        self._themes = desk.store.themes(same_question_from(desk.today))
        self._counts = desk.store.counted({name: self._filter(name) for name in _BY_ID})
        self.shelves.show_counts(self._counts)
        self.shelves.show_at(self._board or self._shelf)

    def _fill(self, *, here: str = "") -> None:
        """The list that is chosen, or what was found. `here` stays open, on it or not; else the first on it is."""
        desk, words = self.session.pool, self.search.text().strip()
        found = desk.store.search(words) if words else []
        wanted, number = self._filter(self._shelf), len(found) if words else self._counts[self._shelf]
        with QSignalBlocker(self.list.selectionModel()):
            if words:
                self.lines.show(lambda after, most: found[after : after + most], desk.today)
            else:
                self.lines.show(lambda after, most: desk.store.listed(wanted, most, after), desk.today)
        self.title.setText("Gevonden" if words else _BY_ID[self._shelf].title)
        told = counted(number, "vraag", "vragen") if number else "Hier staat nu niets."
        if self._shelf == "zelfde_vraag" and not words and number:
            told = f"{told}: {', '.join(repeated(self._themes))}"
        elif words and number == MOST_FOUND:
            told = f"De nieuwste {number}. Zoek met een woord erbij."
        self.number.setText(told)
        with QSignalBlocker(self.list.selectionModel()):
            row = self.lines.find(here or self._read)
            if row is None and number and not here:
                row = 0
            if row is not None:
                self.list.setCurrentIndex(self.lines.index(row))
        if thread := here if row is None else self.lines.thread_at(row):
            self.show_consult(thread)
        else:
            self.page.show_nothing()
        self._arrange()

    def _open(self, row: int, *, move: bool) -> None:
        if thread := self.lines.thread_at(row):
            self.show_consult(thread)
            self._reading = move
            self._arrange()

    def _to_list(self) -> None:
        self._reading = False
        self._arrange()
        self.list.setFocus()

    def _arrange(self) -> None:
        """Three beside each other where there is room; else the lists above, and one of list and consult."""
        look, em = current(), self.width() / current().px(15)
        narrow = em < NARROW_EM
        board = bool(self._board)
        self.shelves.setVisible(not narrow or not self._reading)
        self.middle.setVisible(not board and (not narrow or not self._reading))
        self.page.setVisible(not board and (not narrow or self._reading))
        self.boards.setVisible(board)
        share = 1.0 if em >= _MIDDLING_EM else 0.85
        self.shelves.setFixedWidth(round(look.px(_SHELVES_WIDTH) * share))
        if narrow:
            self.page.setMinimumWidth(0)
            self.page.setMaximumWidth(16777215)
        else:
            self.page.setFixedWidth(round(look.px(_PAGE_WIDTH) * share))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._reading:
            self._to_list()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """From here on what takes longer may follow: a clock that ran from `refresh` on would overtake a slow paint."""
        super().paintEvent(event)
        if self._unpainted:
            self._unpainted = False
            self._after.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
