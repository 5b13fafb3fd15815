"""Any sequence of setting, clearing, undoing, redoing and restarting does what a plain dict with two stacks does."""
from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from db import vault as vaults
from db.values import ABSENT
from tests.db.conftest import ANNE, PASSPHRASE, TINY, Store, reopen

PATHS = st.sampled_from(["people", "people.p1.name", "report.age"])
VALUES = st.one_of(st.just(ABSENT), st.none(), st.booleans(), st.integers(0, 2), st.text(max_size=2),
                   st.lists(st.sampled_from("ab"), max_size=2))


class AgainstADict(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        home = Path(self.folder.name) / "home"
        vaults.create(home, PASSPHRASE, TINY)[0].close()
        self.store: Store = reopen(home)
        self.store.cases.create("c1", "f1", True, None, ANNE)
        self.now: dict[str, str] = {}
        self.past: list[dict[str, str]] = []
        self.future: list[dict[str, str]] = []

    @rule(values=st.dictionaries(PATHS, VALUES, min_size=1))
    def confirm(self, values: dict[str, object]) -> None:
        new = {path: value for path, value in (self.now | values).items() if value is not ABSENT}
        changed = [(type(v), v) for v in new.values()] != [(type(v), v) for v in self.now.values()] or new != self.now
        assert self.store.cases.confirm_many("c1", values, ANNE) == changed
        if changed:
            self.past.append(self.now)
            self.future.clear()
            self.now = new

    @rule()
    def undo(self) -> None:
        assert bool(self.store.cases.undo("c1", ANNE)) == bool(self.past)
        if self.past:
            self.future.append(self.now)
            self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        assert bool(self.store.cases.redo("c1", ANNE)) == bool(self.future)
        if self.future:
            self.past.append(self.now)
            self.now = self.future.pop()

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = reopen(self.store.home)

    @invariant()
    def the_same(self) -> None:
        assert self.store.cases.current("c1") == self.now
        assert self.store.cases.journal.verify() == []

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()


AgainstADict.TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
TestAgainstADict = AgainstADict.TestCase
