"""What is said of the post, in the window and by `ijkpunt exchange` alike."""

from __future__ import annotations

from collections.abc import Mapping

from casework.words import counted


def unfinished(number: int) -> str:
    """That so many files could not be read yet, and what becomes of them; empty where all could."""
    if not number:
        return ""
    return (
        f"{counted(number, 'bestand is', 'bestanden zijn')} nog niet te lezen: nog niet helemaal binnen, of een "
        "virusscanner houdt het vast. Dat wordt de volgende keer opnieuw geprobeerd."
    )


def too_early(counts: Mapping[str, int]) -> str:
    """That something came before what it answers to; empty where nothing did. counts: of consults, by status."""
    if not (number := counts.get("CONCEPT", 0)):
        return ""
    return f"{counted(number, 'vraag wacht', 'vragen wachten')} op een eerder bericht dat nog niet binnen is."
