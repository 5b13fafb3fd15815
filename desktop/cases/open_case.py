"""A case that is open in the window: what stands, what counts, what follows. Screens read it and ask it to change.

Every confirmed change goes to the store first and is shown after; the case is then built anew from what the store has.
The weighing follows when the window has time, so that a key never waits for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from casework import casefile, edits
from casework.actors import Actor
from casework.case import Case, PackRef, SettledCase
from casework.knowledge import Fact, Pack
from casework.paths import with_removed
from casework.steps import FLOW
from casework.steps.identity import Identity
from casework.trouble import Trouble
from casework.weighing.assessment import Assessment
from casework.weighing.facts import derive
from desktop.cases.days import begins_prolonging, days_kept
from desktop.store import CaseLine, HistoryLine, Knowledge, Store

if TYPE_CHECKING:  # heavy: loaded when the pool is first asked something
    from desktop.pool.case_pool import CasePool

_DRAFT_AFTER_MS = 400
_PACK = "pack"

Weigh = Callable[[Case, Pack, date], Assessment]


class OpenCase(QObject):
    """One open case. `changed` carries the paths that changed; `weighed` comes after it, when the weighing is new.

    `moved`: it is weighed with another pack from now on, so that every screen of it must be built anew.
    """

    changed = Signal(frozenset)
    weighed = Signal()
    moved = Signal()
    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    pool: Callable[[], CasePool] | None = None
    """The expert pool as this case sees it, loaded on first use; None where there is no unlocked home around it."""

    case: Case
    settled: SettledCase
    pack: Pack
    _facts: Mapping[str, Fact] | None

    def __init__(self, store: Store, line: CaseLine, actor: Actor, knowledge: Knowledge, weigh: Weigh,
                 today: Callable[[], date], absent: object, parent: QObject | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        self._store, self._actor, self._weigh, self._today, self._absent = store, actor, weigh, today, absent
        self.line, self.knowledge, self._title = line, knowledge, line.title
        self.assessment: Assessment | None = None
        self._typed: dict[str, tuple[str, int]] = {}
        self._kept = {draft.path: (draft.text, draft.cursor) for draft in store.drafts(line.id)}
        self._draft_timer = QTimer(self, singleShot=True, interval=_DRAFT_AFTER_MS)
        self._draft_timer.timeout.connect(self.flush)
        self._weigh_timer = QTimer(self, singleShot=True, interval=0)
        self._weigh_timer.timeout.connect(self.weigh)
        self._build()

    @property
    def actor(self) -> Actor:
        """Who works here."""
        return self._actor

    @property
    def id(self) -> str:
        return self.line.id

    @property
    def today(self) -> date:
        return self._today()

    @property
    def name(self) -> str:
        """How the young person is called; never in a window title."""
        return self.case.step(Identity).name.known or "Nog geen naam"

    # -- reading

    def raw(self, path: str) -> Any:
        """The value at a path as in a case file, or None."""
        return self._flat.get(path)

    def order(self, list_path: str) -> list[str]:
        return edits.order_of(self._flat.get(list_path))

    def facts(self) -> Mapping[str, Fact]:
        """What is known of the case before the rules: made when first asked for, until something changes."""
        if self._facts is None:
            self._facts = derive(self.settled, self.pack, {})
        return self._facts

    def unconfirmed(self, path: str) -> tuple[str, int] | None:
        """What was typed here and not confirmed, with the place of the cursor: after a crash or a lock."""
        return self._typed.get(path) or self._kept.get(path)

    def counts(self, path: str) -> bool:
        """Whether the question at a path applies now; what does not apply is kept aside."""
        return path not in self.settled.steps.kept_aside and path not in self.settled.kept_aside

    def asked_anew(self, path: str) -> bool:
        """Whether an answer that was given is asked for again, such as a conclusion from before the last review."""
        step = FLOW.by_id.get(path.partition(".")[0])
        return step is not None and any(one.path == path for one in step.problems(self.settled.steps))

    # -- changing

    def typing(self, path: str, text: str, cursor: int) -> None:
        """Somebody types: one draft row, overwritten within a second."""
        self._typed[path] = (text, cursor)
        self.saving.emit()
        if not self._draft_timer.isActive():
            self._draft_timer.start()

    def flush(self) -> None:
        """Bring what was typed to the store now: after a moment, at lock, at export."""
        self._draft_timer.stop()
        typed, self._typed = self._typed, {}
        try:
            for path, (text, cursor) in typed.items():
                self._store.draft(self.id, path, text, cursor)
                self._kept[path] = (text, cursor)
        except Trouble as trouble:
            self._typed = typed | self._typed
            self.not_saved.emit(str(trouble))
        else:
            self.saved.emit()

    def confirm(self, path: str, raw: object | None) -> str | None:
        """Keep an answer, or clear it with None. Returns a Dutch sentence where the value does not fit."""
        try:
            value = None if raw is None else edits.checked(path, raw, self.today)
        except ValueError as error:
            return str(error)
        days = days_kept(self._flat, self.history()) if begins_prolonging(path, value, self.raw(path)) else {}
        return self._keep({**days, path: value})

    def confirm_all(self, raws: Mapping[str, object | None]) -> str | None:
        """Keep answers together, as one step of undo; or none, and a Dutch sentence why, where one does not fit."""
        try:
            values = {path: None if raw is None else edits.checked(path, raw, self.today) for path, raw in raws.items()}
        except ValueError as error:
            return str(error)
        return self._keep(values)

    def keep(self, path: str, raw: object | None) -> str | None:
        """Keep a value that stands beside the steps, such as a checklist answer or a response."""
        return self._keep({path: raw})

    def add(self, list_path: str, values: Mapping[str, object] | None = None) -> str:
        """A new record at the end of a list; returns its id."""
        record = edits.new_id()
        changes: dict[str, object | None] = {list_path: self._with_order(list_path, [*self.order(list_path), record])}
        changes |= {f"{list_path}.{record}.{name}": value for name, value in (values or {}).items()}
        self._keep(changes)
        return record

    def remove(self, list_path: str, record: str) -> None:
        """Take a record out of the order; its answers stay, so that undo brings it back whole."""
        order = [one for one in self.order(list_path) if one != record]
        self._keep({list_path: self._with_order(list_path, order)})

    def move(self, list_path: str, record: str, by: int) -> None:
        """Move a record up (-1) or down (+1) in its list."""
        order = self.order(list_path)
        at = order.index(record)
        to = min(max(at + by, 0), len(order) - 1)
        order.insert(to, order.pop(at))
        self._keep({list_path: self._with_order(list_path, order)})

    def move_to(self, pack: PackRef) -> None:
        """Weigh this case with another pack from now on: kept and undone like an answer."""
        self._keep({_PACK: pack.model_dump()})

    def undo(self) -> None:
        """Take the last change back, by keeping its inverse."""
        self._after(self._store.undo(self.id, self._actor))

    def redo(self) -> None:
        self._after(self._store.redo(self.id, self._actor))

    # -- what follows

    def weigh(self) -> None:
        """Weigh now; screens hear `weighed`."""
        self._weigh_timer.stop()
        self.assessment = self._weigh(self.case, self.pack, self.today)
        self.weighed.emit()

    def as_file(self) -> dict[str, Any]:
        """This case as a case file."""
        return self._document()

    def with_removed(self) -> Case:
        """The case with the records that were taken out of it and are kept yet: for who asks what is kept."""
        return casefile.check(document_of(self.line, with_removed(self._flat)), self.today)

    def log(self, kind: str, about: object) -> None:
        """Record a look, an export or an import."""
        self._store.log(self.id, kind, self._actor, about)  # type: ignore[arg-type]

    def logged(self, kind: str) -> list[Any]:
        """What was told of each look, export or import, oldest first."""
        return [line.value for line in self._store.history(self.id, "") if line.kind == kind]

    def history(self) -> Sequence[HistoryLine]:
        """All that happened in this case, oldest first."""
        return self._store.history(self.id)

    def _with_order(self, list_path: str, order: Sequence[str]) -> object:
        raw = self._flat.get(list_path)
        return {**raw, "value": list(order)} if isinstance(raw, dict) and "value" in raw else list(order)

    def _keep(self, changes: Mapping[str, object | None]) -> str | None:
        self.saving.emit()
        try:
            values = {path: self._absent if value is None else value for path, value in changes.items()}
            self._store.confirm_many(self.id, values, self._actor)
        except Trouble as trouble:
            self.not_saved.emit(str(trouble))
            return str(trouble)
        for path in changes:
            self._typed.pop(path, None)
            self._kept.pop(path, None)
        self._after(changes)
        return None

    def _after(self, changes: Mapping[str, object]) -> None:
        self.saved.emit()
        if changes:
            self._build()
            self.changed.emit(frozenset(changes))
            if _PACK in changes:
                self.moved.emit()

    def _build(self) -> None:
        self._flat = dict(self._store.current(self.id))
        self.case = casefile.check(self._document(), self.today)
        self.settled = self.case.settle(self.today)
        self._facts = None
        own = self.case.pack
        self.pack = (own and self.knowledge.own(own)) or self.knowledge.newest
        if self._title != self.name:
            self._title = self.name
            self._store.describe(self.id, title=self.name)
        self._weigh_timer.start()

    def _document(self) -> dict[str, Any]:
        return document_of(self.line, self._flat)


def document_of(line: CaseLine, flat: Mapping[str, Any]) -> dict[str, Any]:
    """A case as a case file, from what the store has of it by path."""
    pack = flat.get(_PACK)
    reference = PackRef(id=pack["id"], version=pack["version"]) if pack else None
    return casefile.write(line.id, line.family_id, reference, line.practice, flat)
