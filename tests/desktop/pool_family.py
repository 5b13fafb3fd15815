"""A case in the home of somebody who asks, on the same folder as a coordinator and two experts."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import resources
from casework.actors import Actor
from db.cases import Cases
from db.settings import Settings
from db.values import ABSENT
from desktop.cases.open_case import OpenCase
from desktop.pool import post_folder
from desktop.pool.case_pool import CasePool
from desktop.session import Session
from tests.casework.pool_talk import ASKER
from tests.db.pool_homes import Region
from tests.desktop.cases import Packs

ANNA = Actor(id="asker", name=ASKER.name)


@dataclass
class AskingHome:
    """The home of the asker of a region, with a session on it."""

    region: Region
    session: Session = field(init=False)
    opened: list[OpenCase] = field(default_factory=list)

    def __post_init__(self) -> None:
        home = self.region.home(ASKER)
        cases, settings = Cases(home.db, self.region.clock), Settings(home.db)
        self.session = Session(cases, settings, ANNA, Packs(), self._today, ABSENT,  # type: ignore[arg-type]
                               home.close, False, lambda: home.desk)  # fmt: skip
        post_folder.choose(settings, self.region.share)

    def family(self, file: str = "wendy-15.json", changes: dict[str, Any] | None = None, *,
               practice: bool = False) -> OpenCase:  # fmt: skip
        """A family that is not one to practise with and asked the pool nothing yet, with changes by path."""
        document = {**json.loads((resources.examples() / file).read_text(encoding="utf-8")), "practice": practice}
        document.pop("consultations", None)
        line = self.session.take_in(document, practice=practice)
        case = self.session.open(line)
        if changes:
            assert case.confirm_all(changes) is None
        case.weigh()
        self.opened.append(case)
        return case

    def pool(self, case: OpenCase) -> CasePool:
        assert case.pool is not None
        return case.pool()

    def close(self) -> None:
        for case in self.opened:
            case.flush()
        self.region.close()

    def _today(self) -> date:
        return self.region.clock.today


def asking_home(folder: Path) -> AskingHome:
    return AskingHome(Region(folder))
