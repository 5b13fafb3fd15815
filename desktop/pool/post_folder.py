"""The folder through which the post of the expert pool goes, as it is remembered in this home."""

from __future__ import annotations

from _thread import LockType, allocate_lock, start_new_thread
from os import F_OK, access
from pathlib import Path
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


_asking: dict[Path, LockType] = {}


def at_hand(folder: Path) -> bool:
    """Whether the folder is there and answers in time.

    Who looks at a network drive that went away may stand still for minutes: that is a thread of its own, never the
    window, and there is never more than one for a folder. It makes nothing that Python's collector counts, or the
    collector could run there, long after, and end widgets outside the thread of the window.
    """
    before = _asking.get(folder)
    if before is not None and before.locked():
        return False
    path, found = str(folder), list[bool]()
    ended = _asking[folder] = allocate_lock()
    ended.acquire()

    def look() -> None:
        found.append(access(path, F_OK))
        ended.release()

    start_new_thread(look, ())
    if ended.acquire(timeout=PATIENCE):
        ended.release()
    return found == [True] and folder.is_dir()
