"""Signed packs for tests of the window: the shipped one with a few lines changed, as the version after it."""

from __future__ import annotations

from pathlib import Path

from db.releases import pack_up
from db.signing import SigningKey, public_text
from desktop.packs import files_of
from tests.casework.edited_pack import MANIFEST, next_version, shipped

ISSUER = SigningKey.new()
NEXT = f"{shipped().version}.1"
SOME = (MANIFEST, "level_some: 2", "level_some: 3")


def released(folder: Path, *changes: tuple[str, str, str], key: SigningKey = ISSUER, version: str = NEXT) -> Path:
    """The file of the next version with these changes, signed. version: where one of the changes gives another."""
    pack = next_version(folder / "groningen", *changes)
    file = folder / f"groningen-{version}.ijkpak"
    file.write_bytes(pack_up("groningen", version, files_of(pack, "groningen"), key))
    return file


def public(folder: Path, key: SigningKey = ISSUER) -> Path:
    """The file an issuer gives to who installs."""
    file = folder / "uitgever.key.pub"
    file.write_text(public_text(key.public) + "\n")
    return file
