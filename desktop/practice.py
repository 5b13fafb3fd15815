"""The practice families: fictional, shipped with the product, and marked as practice wherever they appear."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import resources
from desktop import bootstrap
from desktop.home import PRACTICE_PASSPHRASE, Home

if TYPE_CHECKING:
    from desktop.bootstrap import Vault
    from desktop.session import Session
    from desktop.store import CaseLine

ABOUT: Mapping[str, Any] = {"name": "Oefenaar", "role": "consulent", "registration": {"register": "geen"}}
"""Who works in a home to practise in."""

_FIRST = "jesse.json"
_LONGEST_LINE = 110


@dataclass(frozen=True)
class Family:
    """A practice family: who it is, in one line what brings it, and its case file."""

    file: str
    name: str
    line: str
    document: Mapping[str, Any]


def families() -> list[Family]:
    """All that are shipped: the family of the pictures first, then those with the most to see."""
    found = []
    for file in resources.examples().iterdir():
        if file.name.endswith(".json"):
            document = json.loads(file.read_text(encoding="utf-8"))
            answers = document.get("answers", {})
            name = str(_plain(answers.get("identity", {}).get("name")) or "Nog geen naam")
            line = str(_plain(answers.get("intake", {}).get("occasion")) or "Een casus om zelf in te vullen.")
            if len(line) > _LONGEST_LINE:
                line = line[: _LONGEST_LINE - 1].rsplit(" ", 1)[0].rstrip(".,") + "…"
            found.append(Family(file.name, name, line, document))
    return sorted(found, key=lambda family: (family.file != _FIRST, -len(json.dumps(family.document))))


class PracticePlace:
    """A home to practise in that is gone when it is closed."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="ijkpunt-oefenen-")
        # The families are fictional and the passphrase is on the screen: a costly key would guard nothing.
        self.home = Home(Path(self._folder.name) / "thuis", practice=True, cost=bootstrap.Cost(1, 64, 1))

    def make(self) -> Vault:
        """Make the home and load what it needs: for outside the thread of the window."""
        vault, _ = bootstrap.create(self.home.folder, PRACTICE_PASSPHRASE, self.home.cost)
        bootstrap.warm()
        return vault

    def close(self) -> None:
        self._folder.cleanup()


def fill(session: Session) -> CaseLine:
    """Take every family in; returns the one with the most to see."""
    from casework import casefile
    from desktop.cases.about import in_the_list

    for family in reversed(families()):
        line = session.take_in(family.document, practice=True)
        listed = in_the_list(casefile.check(family.document, session.today), session.today)
        session.store.describe(line.id, title=line.title, status=listed)
    return line


def _plain(value: Any) -> Any:
    return value.get("value") if isinstance(value, dict) else value
