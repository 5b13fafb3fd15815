"""The folder through which the post of the expert pool goes, as it is remembered in this home."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.session import Settings

SETTING = "pool.folder"
SLICE = 10
"""Envelopes in one slice of fetching: well below a tenth of a second."""
PATIENCE = 1.5
"""How long the window waits for a folder to answer, in seconds."""
GONE = (
    "De map {folder} is er nu niet. Is de stick of de netwerkschijf aangesloten? Wat u schreef is hier bewaard en gaat "
    "de volgende keer mee."
)


def post_folder(settings: Settings) -> Path | None:
    """None where nobody chose one yet."""
    found = settings.get(SETTING, "")
    return Path(str(found)) if found else None


def choose(settings: Settings, folder: Path) -> None:
    settings.put(SETTING, str(folder))


_asking: dict[Path, Thread] = {}


def at_hand(folder: Path) -> bool:
    """Whether the folder is there and answers in time.

    Who looks at a network drive that went away may stand still for minutes: that is a thread of its own, never the
    window, and there is never more than one for a folder.
    """
    before = _asking.get(folder)
    if before is not None and before.is_alive():
        return False
    found: list[bool] = []

    def look() -> None:
        found.append(os.path.isdir(folder))  # noqa: PTH112  # that is no error where looking is refused

    asking = _asking[folder] = Thread(target=look, daemon=True)
    asking.start()
    asking.join(PATIENCE)
    return found == [True]
