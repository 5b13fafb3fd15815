"""The two files by which people let each other in."""

from __future__ import annotations

from typing import Final

REQUEST: Final = "Aanmelding van een apparaat (*.json)"
BOOK: Final = "Adresboek (*.json)"
