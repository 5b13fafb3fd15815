"""The folder through which the post of the expert pool goes, as it is remembered in this home."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.session import Settings

SETTING = "pool.folder"
SLICE = 10
"""Envelopes in one slice of fetching: well below a tenth of a second."""
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
