"""`ijkpunt pack keygen` and `ijkpunt pack sign`: a pack goes out signed, once every difference is explained."""

from __future__ import annotations

import hashlib
from argparse import Namespace
from pathlib import Path

from casework.care.content import changes
from casework.care.release import obstacles
from casework.knowledge import Pack
from db.errors import PassphraseTooShort
from db.releases import SUFFIX, pack_up
from db.signing import MOST_BYTES, SigningKey, from_file, is_wrapped, public_text, to_file
from db.vault import MINIMUM_PASSPHRASE
from desktop.bootstrap import load_pack
from desktop.commands.common import HELD_BACK, Unusable, may_write, read_bytes, read_pack, say, tell, write_new
from desktop.commands.pack_source import no_fault, read_any
from desktop.commands.passphrase import asked_for
from desktop.commands.unlocked import pool_of
from desktop.packs import base_beside, files_of, practice_families, shipped

_PLAIN = "Let op: deze sleutel heeft geen wachtzin. Wie {file} kan lezen, kan pakketten tekenen."


def keygen(asked: Namespace) -> int:
    public = asked.out.with_name(asked.out.name + ".pub")
    passphrase = None if asked.plain else asked_for(asked.passphrase_file, "Wachtzin voor de nieuwe sleutel")
    if passphrase is not None and len(passphrase) < MINIMUM_PASSPHRASE:
        raise PassphraseTooShort(minimum=MINIMUM_PASSPHRASE)
    for path in (asked.out, public):
        may_write(path, force=False)  # both or neither
    key = SigningKey.new()
    write_new(asked.out, to_file(key, passphrase), force=False)
    write_new(public, (public_text(key.public) + "\n").encode(), force=False)
    if passphrase is None:
        tell(_PLAIN.format(file=asked.out))
    issuer = public_text(key.public)
    say({"schema": "ijkpunt/pack-key/1", "key": str(asked.out), "public": str(public), "issuer": issuer})
    return 0


def run(asked: Namespace) -> int:
    if asked.out.suffix != SUFFIX:
        raise Unusable(f"Geef het bestand een naam die eindigt op {SUFFIX}, zoals {asked.out.stem}{SUFFIX}.")
    new = read_pack(asked.pack)
    with no_fault():
        found = obstacles(new, _before(new, asked.pack, asked.previous), practice_families(asked.date), asked.date)
    if found:
        say({"schema": "ijkpunt/held-back/1", "ready": False, "missing": list(found)})
        tell("Dit pakket kan nog niet worden getekend:")
        for one in found:
            tell(f"- {one}.")
        return HELD_BACK
    key = _key(asked)
    release = pack_up(new.id, new.version, _files(new, asked.pack), key)
    write_new(asked.out, release, asked.force)
    say(
        {
            "schema": "ijkpunt/pack-signed/1",
            "pack": {"id": new.id, "version": new.version},
            "file": str(asked.out),
            "issuer": public_text(key.public),
            "sha256": hashlib.sha256(release).hexdigest(),
        }
    )
    return 0


def _before(new: Pack, folder: Path, previous: Path | None) -> Pack | None:
    """The pack this one comes after, which it must explain every difference with. Raises Unusable.

    The first version of an overlay comes after its base: that is what held in the municipality until now.
    """
    follows = new.manifest.follows
    if previous is not None:
        old = read_any(previous)
        if (old.id, old.version) != (new.id, follows):
            raise Unusable(
                f"{previous} is versie {old.version} van ‘{old.id}’. In manifest.yaml van dit pakket hoort dan "
                f"‘follows: {old.version}’ te staan, en er staat ‘{follows or 'niets'}’."
            )
        return old
    ours = load_pack(found) if (found := shipped(new.id)) is not None else None
    if follows is not None:
        if ours is not None and ours.version == follows:
            return ours
        raise Unusable(f"Dit pakket volgt op versie {follows}. Geef met --previous de map of het bestand daarvan.")
    if ours is not None and (ours.version != new.version or changes(ours, new)):
        raise Unusable(
            f"IJkpunt heeft al versie {ours.version} van ‘{new.id}’. Zet in manifest.yaml ‘follows: {ours.version}’ "
            "en een hogere ‘version’, dan wordt met die versie vergeleken."
        )
    base = base_beside(folder, new.manifest.extends) if new.manifest.extends and ours is None else None
    return load_pack(base) if base is not None else None


def _files(pack: Pack, folder: Path) -> dict[str, bytes]:
    """The files of the pack, and of its base: a release needs nothing that is not in it."""
    name = pack.manifest.extends
    base = base_beside(folder, name) if name else None
    return files_of(folder, pack.id) | (files_of(base, name) if base is not None and name else {})


def _key(asked: Namespace) -> SigningKey:
    """From the key file, or of the device of a home. Raises Unusable, or the trouble of whichever it is."""
    path: Path | None = asked.key
    if path is None:
        if asked.home is None:
            raise Unusable("Geef met --key het sleutelbestand, of met --home de map van het apparaat dat tekent.")
        with pool_of(asked) as desk:
            return desk.ring.signing_key
    data = read_bytes(path, MOST_BYTES)
    if is_wrapped(data):
        return from_file(data, asked_for(asked.passphrase_file, f"Wachtzin van {path.name}"), str(path))
    key = from_file(data, None, str(path))
    tell(_PLAIN.format(file=path))
    return key
