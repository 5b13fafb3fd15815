"""The terms and open signals of every case, remembered by its place in the journal, so that the day opens at once.

What is not known yet, or changed, is worked out one case at a time while the room is looked at: a key is never waited
for. What is remembered holds kinds, days and paths, none of the words of a family.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Mapping, Sequence
from datetime import date
from time import perf_counter
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from casework import casefile
from casework.agenda import Due, agenda
from casework.trouble import Trouble
from desktop.cases.open_case import document_of
from desktop.session import Session, weigh
from desktop.store import CaseLine

AGENDA = "agenda"
"""The name under which it is kept among the settings."""

_TELL_S = 1.0
_FORM = 1


class Brief(NamedTuple):
    """Of one case. known_by: the journal position, day and pack it was worked out at; signals: open, by severity."""

    known_by: tuple[int, str, str]
    dues: tuple[Due, ...]
    signals: Mapping[str, int]


class Briefs(QObject):
    """`changed` when more is known. `look` begins, `rest` stops; what was found by then is kept."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known = _read(session.settings.get(AGENDA))
        self._lines: Sequence[CaseLine] = ()
        self._waiting: deque[CaseLine] = deque()
        self._told_at = 0.0
        self._fresh = False
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._work)

    @property
    def lines(self) -> Sequence[CaseLine]:
        """The cases it is about: one's own work, or the practice families in a home to practise in."""
        return self._lines

    @property
    def busy(self) -> bool:
        return bool(self._waiting)

    def of(self, case_id: str) -> Brief | None:
        """What is known of a case, perhaps from before its last change."""
        return self._known.get(case_id)

    def look(self) -> None:
        """See which cases there are and work out what is not known of them."""
        session = self._session
        self._lines = [line for line in session.store.list() if session.practice or not line.practice]
        here = {line.id for line in self._lines}
        gone = self._known.keys() - here
        self._known = {case_id: brief for case_id, brief in self._known.items() if case_id in here}
        self._fresh = bool(gone)
        self._waiting = deque(line for line in self._lines if self._is_old(line))
        self._told_at = perf_counter()
        self._next.start()

    def rest(self) -> None:
        self._waiting.clear()
        self._next.stop()
        self._keep()

    def _work(self) -> None:
        """One case, and then the window again."""
        if not self._waiting:
            self._keep()
            self.changed.emit()
            return
        line = self._waiting.popleft()
        self._known[line.id] = self._brief(line)
        self._fresh = True
        if perf_counter() - self._told_at > _TELL_S:
            self.changed.emit()
            self._told_at = perf_counter()
        self._next.start()

    def _brief(self, line: CaseLine) -> Brief:
        session, today = self._session, self._session.today
        case = casefile.check(document_of(line, session.store.current(line.id)), today)
        pack = (case.pack and session.knowledge.own(case.pack)) or session.pack
        found = weigh(case, pack, today)
        signals = Counter[str](signal.severity for signal in found.signals if signal.status == "open")
        return Brief(self._key(line), agenda(case.settle(today), pack), dict(signals))

    def _is_old(self, line: CaseLine) -> bool:
        known = self._known.get(line.id)
        return known is None or known.known_by != self._key(line)

    def _key(self, line: CaseLine) -> tuple[int, str, str]:
        pack = self._session.pack
        return line.position, self._session.today.isoformat(), f"{pack.id} {pack.version}"

    def _keep(self) -> None:
        """On a full disk it is worked out again next time: nothing of a family is lost with it."""
        if self._fresh:
            self._fresh = False
            try:
                self._session.settings.put(AGENDA, _written(self._known))
            except Trouble:
                self._fresh = True


def forget(session: Session, case_id: str) -> None:
    """A case was erased: so are its days."""
    known = _read(session.settings.get(AGENDA))
    if known.pop(case_id, None) is not None:
        session.settings.put(AGENDA, _written(known))


def _written(known: Mapping[str, Brief]) -> dict[str, Any]:
    cases = {
        case_id: [list(brief.known_by), [_due_written(due) for due in brief.dues], dict(brief.signals)]
        for case_id, brief in known.items()
    }
    return {"form": _FORM, "cases": cases}


def _due_written(due: Due) -> list[Any]:
    return [due.kind, due.day.isoformat(), due.path, due.about.isoformat() if due.about else None, due.paused]


def _read(kept: Any) -> dict[str, Brief]:
    """Of another form than ours nothing is read: it is worked out again."""
    if not isinstance(kept, dict) or kept.get("form") != _FORM:
        return {}
    return {
        case_id: Brief(tuple(known_by), tuple(_due_read(*due) for due in dues), signals)
        for case_id, (known_by, dues, signals) in kept["cases"].items()
    }


def _due_read(kind: str, day: str, path: str, about: str | None, paused: bool) -> Due:
    return Due(kind, date.fromisoformat(day), path, date.fromisoformat(about) if about else None, paused)
