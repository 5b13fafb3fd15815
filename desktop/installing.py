"""Installing a signed pack in a home: the same for the command line and the window, with the same refusals in words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from casework.care.content import changes
from casework.knowledge import Pack, version_order
from db.packs import Downgrade, SameVersionOtherContent, Shelf, UnknownIssuer
from db.releases import Release
from db.signing import MOST_BYTES, public_from_text
from desktop.bootstrap import read_once
from desktop.commands.common import Unusable, read_bytes, read_pack
from desktop.commands.pack_source import read_file
from desktop.packs import shipped

__all__ = ["Installation", "UnknownIssuer", "install"]


@dataclass(frozen=True)
class Installation:
    """fresh: it did not stand there already. versions: all there are now, oldest first."""

    release: Release
    fresh: bool
    versions: tuple[str, ...]


def install(home: Path, file: Path, issuer_key: Path | None = None) -> Installation:
    """Check whose a release is and that it is whole, then put it beside what stands there.

    issuer_key: the file with the issuer's public key, to trust it from now on. Raises Trouble: UnknownIssuer where that
    file is needed, else what is wrong; then everything is as it was.
    """
    release, shelf = read_file(file), Shelf(home)
    fresh = shelf.install(release, _check, None if issuer_key is None else _public(issuer_key))
    return Installation(release, fresh, tuple(one.version for one in shelf.versions(release.id)))


def _check(folder: Path) -> Pack:
    """The pack in the folder. Raises Unusable; and Downgrade and SameVersionOtherContent beside what we ship."""
    pack = read_pack(folder)
    ours = read_once(found) if (found := shipped(pack.id)) is not None else None
    if ours is not None and version_order(pack.version) < version_order(ours.version):
        raise Downgrade(pack=pack.id, version=pack.version, newest=ours.version)
    if ours is not None and pack.version == ours.version and changes(ours, pack):
        raise SameVersionOtherContent(pack=pack.id, version=pack.version)
    return pack


def _public(path: Path) -> bytes:
    try:
        return public_from_text(read_bytes(path, MOST_BYTES).decode("utf-8-sig"), str(path))
    except UnicodeDecodeError as error:
        raise Unusable(f"{path} is geen tekst. Kies het bestand op .pub van de uitgever.") from error
