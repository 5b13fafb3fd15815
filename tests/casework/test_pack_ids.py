"""Codes are for ever: what a released pack held, every later one holds, as the same kind of thing."""

from __future__ import annotations

import pytest

from casework.care.ids import ids
from casework.knowledge import Pack
from tests.kept.make_pack_ids import KEPT, PACKS, shipped


def kept(pack: Pack) -> dict[str, set[str]]:
    """The codes of each released version of a pack and of its base."""
    names = (pack.id, pack.manifest.extends or pack.id)
    files = {file for name in names for file in KEPT.glob(f"{name}-[0-9]*.ids")}
    return {file.stem: set(file.read_text(encoding="utf-8").splitlines()) for file in files}


@pytest.mark.parametrize("pack", shipped(), ids=PACKS)
def test_no_released_code_was_renamed_removed_or_reused(pack: Pack) -> None:
    released = kept(pack)
    assert released, f"no codes of {pack.id} are kept"
    gone = {version: sorted(codes - ids(pack)) for version, codes in released.items()}
    assert not any(gone.values()), gone
