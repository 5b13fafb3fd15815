"""How tests/kept/packs/*.ids are made: `python -m tests.kept.make_pack_ids`, once for each release of a pack.

A list that was kept stays as it is: every later version of that pack, and of the overlays on it, must still have all
of it. An overlay gets a list when it brings codes of its own.
"""

from __future__ import annotations

from pathlib import Path

import resources
from casework.care.ids import ids
from casework.knowledge import Pack
from tests.casework.edited_pack import read

KEPT = Path(__file__).parent / "packs"
PACKS = ("groningen", "hogeland", "gemeente-groningen", "midden-groningen")


def shipped() -> list[Pack]:
    return [read(resources.packs() / name) for name in PACKS]


if __name__ == "__main__":
    for pack in (one for one in shipped() if not one.base):
        (KEPT / f"{pack.id}-{pack.version}.ids").write_text("\n".join(sorted(ids(pack))) + "\n", encoding="utf-8")
