"""The two files by which people let each other in."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from casework.trouble import Trouble

REQUEST: Final = "Aanmelding van een apparaat (*.json)"
BOOK: Final = "Adresboek (*.json)"
_MOST_BYTES = 5_000_000


def read(path: Path) -> bytes:
    """Raises Trouble where it cannot be read, or is far too large to be one of these."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise Trouble(f"{path.name} kan niet worden gelezen ({error.strerror}). Controleer of u erbij kunt.") from error
    if len(data) > _MOST_BYTES:
        raise Trouble(f"{path.name} is te groot voor een aanmelding of adresboek. Vraag het bestand opnieuw.")
    return data
