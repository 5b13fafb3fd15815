"""`ijkpunt pack install FILE.ijkpak`: check whose it is and that it is whole, then put it beside what stands there."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from casework.care.content import changes
from casework.knowledge import Pack, version_order
from db.packs import Downgrade, SameVersionOtherContent, Shelf
from db.signing import MOST_BYTES, public_from_text, public_text
from desktop.bootstrap import default_home, load_pack
from desktop.commands.common import Unusable, read_bytes, read_pack, say
from desktop.commands.pack_source import read_file
from desktop.packs import shipped


def run(asked: Namespace) -> int:
    release = read_file(asked.file)
    shelf = Shelf(asked.home or default_home())
    fresh = shelf.install(release, _check, None if asked.issuer_key is None else _public(asked.issuer_key))
    say(
        {
            "schema": "ijkpunt/pack-installed/1",
            "pack": {"id": release.id, "version": release.version},
            "issuer": public_text(release.issuer),
            "new": fresh,
            "versions": [one.version for one in shelf.versions(release.id)],
        }
    )
    return 0


def _check(folder: Path) -> Pack:
    """The pack in the folder. Raises Unusable; and Downgrade and SameVersionOtherContent beside what we ship."""
    pack = read_pack(folder)
    ours = load_pack(found) if (found := shipped(pack.id)) is not None else None
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
