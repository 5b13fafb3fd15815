"""The room *Vandaag*: where one was, which terms ask something, and what came in. One looks at it first each day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from casework.agenda import Due
from casework.words import counted, weekday_in_words
from desktop.backups import reminder
from desktop.flow.showing import show_if
from desktop.room import Room
from desktop.rooms import CALIBRATION, CASES, ROOMS
from desktop.session import Session
from desktop.theme.buttons import button
from desktop.theme.cards import EmptyState, Sheet
from desktop.theme.label import Plain, small, title
from desktop.theme.look import current
from desktop.theme.scroll import Scroll
from desktop.theme.sign import Sign
from desktop.today.answers import Answer, answers, known_to_pool, pool_dues, waits_here
from desktop.today.briefs import Briefs
from desktop.today.last import LastPlace, last_place
from desktop.today.side import AnswerSheet, SignalSheet
from desktop.today.terms import Term, TermSheet, in_order

_NARROW_EM = 70
_SIDE = 396


class TodayRoom(Room):
    """What is known shows at once; the rest follows while one looks."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.briefs = Briefs(session, self)
        self.briefs.changed.connect(self._show)
        self._answers: list[Answer] = []
        self._pool_dues: list[tuple[str, Due]] = []
        self._known_to_pool: frozenset[tuple[str, str]] = frozenset()
        self._works_in_pool = False
        self._last: LastPlace | None = None
        self._pool_soon = QTimer(self, singleShot=True, interval=0)
        self._pool_soon.timeout.connect(self._look_at_pool)
        session.office.moved.connect(self._on_post)
        self._build()

    @property
    def regions(self) -> Sequence[QWidget]:
        return [self._left, self._right]

    @property
    def shown(self) -> list[Term]:
        """The terms as they stand in the list."""
        lines = {line.id: line for line in self.briefs.lines}
        known = ((line, self.briefs.of(line.id)) for line in self.briefs.lines)
        found = [(line, due) for line, brief in known if brief is not None for due in brief.dues
                 if (line.id, due.path) not in self._known_to_pool]  # fmt: skip
        found += [(lines[case_id], due) for case_id, due in self._pool_dues if case_id in lines]
        return in_order(found, self.session.today)

    def refresh(self) -> None:
        self.briefs.look()
        self._last = last_place(self.session)
        self._show_last()
        self._backup.setText(reminder(self.session))
        show_if(self._backup, bool(self._backup.text()))
        self._show()
        self._pool_soon.start()

    def keep(self) -> None:
        self.briefs.rest()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.briefs.rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- inside

    def _build(self) -> None:
        look = current()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area = Scroll("Vandaag")
        inside = QWidget()
        inside.setProperty("role", "page")
        column = QVBoxLayout(inside)
        column.setSpacing(look.px(16))
        self._column = column
        self._day, self._asks = title(""), Plain("", "body", "ink_quiet")
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._day)
        head.addWidget(self._asks)
        column.addLayout(head)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(look.px(20))
        self._left, self._right = QWidget(), QWidget()
        self._left.setAccessibleName("Wat er te doen is")
        self._right.setAccessibleName("Wat er binnenkwam")
        self._halves.addWidget(self._left, 1, Qt.AlignmentFlag.AlignTop)
        self._halves.addWidget(self._right, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._halves)
        column.addStretch(1)
        self._fill_left()
        self._fill_right()
        area.setWidget(inside)
        whole.addWidget(area)

    def _fill_left(self) -> None:
        column = _stacked(self._left)
        self._was = Sheet(padding=18, gap=4)
        self._was.setAccessibleName("Hier was u gebleven")
        row = QHBoxLayout()
        row.setSpacing(current().px(20))
        words = QVBoxLayout()
        words.setSpacing(current().px(4))
        self._was_when, self._was_who = small(""), Plain("", "question", strong=True)
        self._was_words = Plain("", "body", "ink_quiet")
        for part in (self._was_when, self._was_who, self._was_words):
            words.addWidget(part)
        row.addLayout(words, 1)
        self.go_on = button("Verder bij deze zin", "primary", "corner-down-right")
        self.go_on.clicked.connect(self._go_on)
        row.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignVCenter)
        self._was.body.addLayout(row)
        self.terms = TermSheet()
        self.terms.asked.connect(self.case_asked)
        self._empty = EmptyState("Nog geen casus", "Wie is er, en wat vraagt dit gezin?", "Naar de casussen")
        self._empty.clicked.connect(lambda: self.room_asked.emit(CASES))
        self.waits = AnswerSheet()
        self.waits.asked.connect(self._to_answer)
        for sheet in (self.waits, self._was, self.terms, self._empty):
            column.addWidget(sheet)

    def _fill_right(self) -> None:
        column = _stacked(self._right)
        self.answers, self.signals = AnswerSheet(), SignalSheet()
        self.answers.asked.connect(self._to_answer)
        practise = Sheet(padding=18, gap=4)
        practise.setAccessibleName("Iets uitproberen?")
        row = QHBoxLayout()
        row.setSpacing(current().px(12))
        row.addWidget(Sign("sprout", "expert", 22))
        words = QVBoxLayout()
        words.setSpacing(current().px(2))
        words.addWidget(Plain("Iets uitproberen?", "body", strong=True))
        words.addWidget(small("Weeg een verzonnen gezin en vergelijk daarna."))
        row.addLayout(words, 1)
        press = button("Oefenen", small=True)
        press.clicked.connect(lambda: self.room_asked.emit(CALIBRATION))
        row.addWidget(press)
        practise.body.addLayout(row)
        self._backup = small("")
        for sheet in (self.answers, self.signals, practise, self._backup):
            column.addWidget(sheet)

    def _show(self) -> None:
        terms, lines, busy = self.shown, self.briefs.lines, self.briefs.busy
        self._day.setText(weekday_in_words(self.session.today).capitalize())
        self._asks.setText(_in_words(sum(term.asks_today for term in terms), some=bool(lines), busy=busy))
        if self._works_in_pool and not lines:
            self._asks.setText("" if self.waits.isVisibleTo(self) else "In de expertpool wacht niets op u.")
        self.terms.show_terms(terms, busy=busy)
        show_if(self.terms, bool(lines))
        show_if(self._empty, not lines and not self._works_in_pool)
        known = (self.briefs.of(line.id) for line in lines)
        self.signals.show_signals([brief.signals for brief in known if brief is not None])

    def _show_last(self) -> None:
        last = self._last
        show_if(self._was, last is not None)
        if last is None:
            return
        at = last.at.astimezone()
        self._was_when.setText(f"Hier was u gebleven, {weekday_in_words(at.date())} om {at:%H:%M}")
        self._was_who.setText(": ".join(part for part in (last.line.title or "Nog geen naam", last.step_words) if part))
        self._was_words.setText(f"U schreef: “{last.sentence}”" if last.sentence else "")
        show_if(self._was_words, bool(last.sentence))
        words = "Verder bij deze zin" if last.sentence else "Verder met deze casus"
        self.go_on.setText(words)
        self.go_on.setAccessibleName(f"{words}: {self._was_who.text()}")

    def _on_post(self) -> None:
        """What came in while one looks stands there at once; else the next time that one comes by."""
        if self.isVisible() and not self.session.office.busy:
            self._pool_soon.start()

    def _look_at_pool(self) -> None:
        """After the first paint: the pool brings its keys along."""
        desk, before = self.session.pool, self._pool_dues
        self._answers = answers(desk, {line.id: line.title for line in self.briefs.lines})
        self._pool_dues = list(pool_dues(desk, self.session.today))
        self._known_to_pool = known_to_pool(desk)
        title = "Afspraken uit een overleg" if desk.view == "hub" else "Antwoord binnen"
        self.answers.show_answers(self._answers, title)
        waits = waits_here(desk)
        self.waits.show_answers(waits, "Dit wacht in de expertpool")
        self._works_in_pool = desk.me is not None and desk.me.role != "aanvrager"
        if self._pool_dues != before or self._works_in_pool:
            self._show()

    def _go_on(self) -> None:
        if self._last is not None:
            self.place_asked.emit(self._last.place)

    def _to_answer(self, case_id: str, path: str) -> None:
        """To the case it belongs to; a question that belongs to none is read in the room of the pool."""
        if case_id:
            self.case_asked.emit(case_id, path)
        elif any(kind.id == "pool" for kind in ROOMS):
            self.room_asked.emit("pool")

    def _fit(self) -> None:
        look = current()
        narrow = self.width() < _NARROW_EM * look.px(15)
        across = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(across)
        self._right.setMaximumWidth(16_777_215 if narrow else look.px(_SIDE))
        self._right.setMinimumWidth(0 if narrow else look.px(_SIDE))
        margin = look.px(14 if narrow else 28)
        self._column.setContentsMargins(margin, look.px(16), margin, look.px(16))


def _stacked(holder: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().px(16))
    return column


def _in_words(number: int, *, some: bool, busy: bool) -> str:
    """How much asks something today, and no more than is known."""
    if not some:
        return "Begin een casus, of oefen eerst met een verzonnen gezin."
    if number:
        asks = "vraagt" if number == 1 else "vragen"
        return f"{counted(number, 'termijn', 'termijnen').capitalize()} {asks} vandaag iets van u. De rest mag wachten."
    return "De termijnen worden bijgewerkt." if busy else "Geen enkele termijn vraagt vandaag iets van u."


