"""Where cases are kept: a folder, and whether it is one to practise in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.bootstrap import Cost

PRACTICE_PASSPHRASE = "oefenen met ijkpunt"
"""Of a practice home: no secret, but locking and unlocking can be practised too."""


@dataclass(frozen=True)
class Home:
    """`practice`: a throwaway home with fictional families. `cost`: of the passphrase; None is measured here."""

    folder: Path
    practice: bool = False
    cost: Cost | None = None
