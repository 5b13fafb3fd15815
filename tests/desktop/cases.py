"""A case that is really open: an encrypted store in a temporary home, the pack that is shipped, a fixed day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import resources
from casework.actors import Actor
from casework.case import PackRef
from casework.edits import is_path
from casework.knowledge import Pack, load
from casework.weighing import facts
from casework.weighing.assess import assess
from db.cases import Cases
from db.cipher import Database
from db.connection import connect
from db.keys import Cost
from db.values import ABSENT
from db.vault import create
from desktop.cases.open_case import OpenCase

TODAY = date(2026, 11, 23)
ANNE = Actor(id="anne", name="Anne Fictema")


@cache
def pack() -> Pack:
    return load(resources.packs() / "groningen", facts.kinds(), is_path)


class Packs:
    """Only the pack that is shipped."""

    @property
    def newest(self) -> Pack:
        return pack()

    def own(self, asked: PackRef) -> Pack | None:
        return pack()


class Clock:
    """Every look at it is a second later."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@dataclass
class Home:
    """An unlocked home in a temporary folder."""

    cases: Cases
    db: Database
    opened: list[OpenCase] = field(default_factory=list)

    def open(self, case_id: str = "c1", actor: Actor = ANNE) -> OpenCase:
        """Open a case, as after unlocking: what was typed before is there."""
        line = next(line for line in self.cases.list() if line.id == case_id)
        self.opened.append(OpenCase(self.cases, line, actor, Packs(), assess, lambda: TODAY, ABSENT))
        return self.opened[-1]

    def begin(self, answers: Mapping[str, Any] | None = None, case_id: str = "c1") -> OpenCase:
        """A new case with answers by path, as the store keeps them."""
        self.cases.create(case_id, f"f-{case_id}", True, {"id": pack().id, "version": pack().version}, ANNE)
        if answers:
            self.cases.confirm_many(case_id, dict(answers), ANNE)
        return self.open(case_id)


@contextmanager
def unlocked(folder: Path) -> Iterator[Home]:
    vault, _ = create(folder, "vier losse woorden hier", Cost(1, 64, 1))
    db = connect(vault)
    home = Home(Cases(db, Clock()), db)
    yield home
    for case in home.opened:
        case.flush()  # as at lock: nothing is written once the home is closed
    db.close()
    vault.close()
