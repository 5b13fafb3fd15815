"""An unlocked home: the store, who acts, the knowledge, and the cases that can be opened. Ends at lock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Protocol

from casework import casefile, edits, paths
from casework.actors import Actor
from casework.case import Case, PackRef, Response
from casework.knowledge import Pack
from casework.weighing.assessment import Assessment
from desktop.cases.open_case import OpenCase
from desktop.knowledge import Knowledge
from desktop.store import CaseLine, Store

_RESPONSES = "responses."

if TYPE_CHECKING:  # heavy: loaded when a screen of the pool opens
    from desktop.pool.case_pool import CasePool
    from desktop.pool.desk import PoolDesk
    from desktop.pool.post_office import PostOffice


class Settings(Protocol):
    """Small things that are remembered, such as where the cursor stood."""

    def get(self, name: str, default: Any = ...) -> Any: ...
    def put(self, name: str, value: Any) -> None: ...


class Session:
    """What the screens work with between unlocking and locking. `close` drops the key."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        actor: Actor,
        knowledge: Knowledge,
        today: Callable[[], date],
        absent: object,
        close: Callable[[], None],
        practice: bool,
        pool: Callable[[], PoolDesk],
    ) -> None:
        self.store, self.settings, self.actor, self.practice = store, settings, actor, practice
        self._pool = pool
        self.knowledge, self._today, self._absent, self._close = knowledge, today, absent, close

    @property
    def pack(self) -> Pack:
        """The knowledge new cases get; read on first use, after the first paint. A running case has its own."""
        return self.knowledge.newest

    @property
    def pool(self) -> PoolDesk:
        """The expert pool of this home; loaded on first use."""
        return self._pool()

    @cached_property
    def office(self) -> PostOffice:
        """Where the post of this home goes and comes, whoever asks for it: a screen, or the window by itself."""
        from desktop.pool.post_office import PostOffice

        return PostOffice(self)

    @property
    def today(self) -> date:
        return self._today()

    def begin(self, *, practice: bool = False) -> CaseLine:
        """A new, empty case."""
        return self._new(edits.new_id(), edits.new_id(), practice, None, {})

    def take_in(self, document: Mapping[str, Any], *, practice: bool) -> CaseLine:
        """A case from a case file, checked first. A case id that is taken gets a new one: nothing is replaced.

        It keeps the pack it was weighed with where it came from.
        """
        case = casefile.check(document, self.today)
        taken = {line.id for line in self.store.list()}
        case_id = edits.new_id() if case.id in taken else case.id
        flat = paths.flatten(casefile.as_document(case))
        line = self._new(case_id, case.family_id or edits.new_id(), practice or case.practice, case.pack, flat)
        self.store.log(case_id, "imported", self.actor)
        return line

    def open(self, line: CaseLine) -> OpenCase:
        """Open a case; the look is logged."""
        opened = OpenCase(self.store, line, self.actor, self.knowledge, weigh, self._today, self._absent)
        opened.pool = cache(lambda: self._pool_of(opened))
        self.store.log(line.id, "viewed", self.actor)
        return opened

    def _pool_of(self, case: OpenCase) -> CasePool:
        from desktop.pool.case_pool import CasePool

        return CasePool(case, self.pool, self.settings)

    def responses(self) -> list[Response]:
        """What was answered to signals in every case but the practice families, without whose it is: to be counted."""
        answered = (self.store.current(line.id) for line in self.store.list() if not line.practice)
        return [
            Response(rule=path.removeprefix(_RESPONSES), **value)
            for flat in answered
            for path, value in flat.items()
            if path.startswith(_RESPONSES)
        ]

    def line(self, case_id: str) -> CaseLine | None:
        return next((line for line in self.store.list() if line.id == case_id), None)

    def close(self) -> None:
        self._close()

    def _new(
        self, case_id: str, family_id: str, practice: bool, own: PackRef | None, flat: Mapping[str, Any]
    ) -> CaseLine:
        pack = own or PackRef(id=self.pack.id, version=self.pack.version)
        self.store.create(case_id, family_id, practice, pack.model_dump(), self.actor)
        if flat:
            self.store.confirm_many(case_id, flat, self.actor)
        line = self.line(case_id)
        assert line is not None
        OpenCase(self.store, line, self.actor, self.knowledge, weigh, self._today, self._absent)  # names it in the list
        return self.line(case_id) or line


def weigh(case: Case, pack: Pack, today: date) -> Assessment:
    """The weighing, loaded when it is first needed."""
    from casework.weighing.assess import assess

    return assess(case, pack, today)
