"""The knowledge packs of a home: every version that was installed, so that a running case keeps the one it began with.

`packs/<id>/<version>/` holds the folder of the pack, for an overlay with its base beside it, and `release.json` that
says whose it is. `packs/current.json` names the pack new cases get, `packs/issuers.json` whose packs are trusted.
Nothing here is secret and nothing is about a client.
"""
from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from casework.knowledge import Pack, version_order
from casework.knowledge.manifest import VERSION
from db.errors import StoreError, known_file_errors
from db.files import make_private_folder, sync_folder, write_whole
from db.releases import LISTING, Release, digests
from db.signing import public_from_text, public_text

_CURRENT, _ISSUERS, _ISSUERS_SCHEMA = "current.json", "issuers.json", "ijkpunt/issuers/1"


class UnknownIssuer(StoreError):
    sentence = (
        "Dit pakket is getekend met een sleutel die hier voor ‘{pack}’ niet wordt vertrouwd: {issuer}. Vraag de "
        "uitgever langs een andere weg of dit de goede sleutel is. Zo ja, installeer het dan met het sleutelbestand "
        "(.pub) van de uitgever erbij; op de opdrachtregel met --issuer-key."
    )


class WrongIssuer(StoreError):
    sentence = (
        "Dit pakket is niet getekend met de sleutel die u opgaf, maar met {issuer}. Installeer het niet; vraag het "
        "opnieuw bij de uitgever."
    )


class Downgrade(StoreError):
    sentence = (
        "Hier staat al versie {newest} van ‘{pack}’; versie {version} is ouder. Een oudere versie terugzetten kan "
        "niet. Is de nieuwe fout, geef dan een nieuwere uit met de oude inhoud."
    )


class SameVersionOtherContent(StoreError):
    sentence = (
        "Versie {version} van ‘{pack}’ is hier al, met een andere inhoud. Vraag de uitgever om een hogere versie."
    )


class SaysOtherwise(StoreError):
    sentence = (
        "Dit pakket heet van buiten {outside} en van binnen {inside}. Vraag de uitgever om het opnieuw te tekenen."
    )


class DamagedIssuers(StoreError):
    sentence = (
        "Het bestand {file} is beschadigd. Haal het weg en installeer het volgende pakket met het sleutelbestand "
        "(.pub) van de uitgever erbij."
    )


@dataclass(frozen=True)
class Installed:
    """A version in a home. folder: of the pack itself; the base of an overlay is the folder beside it."""

    id: str
    version: str
    folder: Path


class Shelf:
    """Where the packs of a home stand. Reading it needs no passphrase."""

    def __init__(self, home: Path) -> None:
        self._root = home / "packs"

    def versions(self, id_: str) -> list[Installed]:
        """The versions of a pack, oldest first."""
        folder = self._root / id_
        beside = folder.iterdir() if folder.is_dir() else ()
        found = [path for path in beside if re.fullmatch(VERSION, path.name) and (path / LISTING).is_file()]
        ordered = sorted(found, key=lambda path: version_order(path.name))
        return [Installed(id_, path.name, path / id_) for path in ordered]

    def find(self, id_: str, version: str) -> Installed | None:
        """The version a case asks for, or None where it is not installed here."""
        return next((one for one in self.versions(id_) if one.version == version), None)

    def current(self) -> Installed | None:
        """What was installed last: the pack new cases get. None where nothing was, or that cannot be told."""
        try:
            named = json.loads((self._root / _CURRENT).read_bytes())
            return self.find(str(named["id"]), str(named["version"]))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def issuer(self, there: Installed) -> str:
        """Whose public key a version was signed with, as people pass it on; empty where that cannot be told."""
        return str(_told(there).get("issuer", ""))

    def altered(self, there: Installed) -> bool:
        """Whether its files are no longer as they were installed; never of what was installed before this was noted."""
        noted, folder = _told(there).get("files"), there.folder.parent
        try:
            stands = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")}
        except OSError:
            return True
        return noted is not None and noted != digests(stands)

    def issuers(self, id_: str) -> list[bytes]:
        """The public keys trusted for a pack. Raises DamagedIssuers."""
        return [public_from_text(text, _ISSUERS) for text in self._issuers().get(id_, ())]

    def install(self, release: Release, check: Callable[[Path], Pack], trust: bytes | None = None) -> bool:
        """Put a release on the shelf and make it current: wholly, or not at all. False where it stood there already.

        check: reads the pack in a folder and raises what is wrong with it. trust: the issuer's key as its user got it,
        trusted for this pack from now on. A version whose files were altered is put there anew. Raises WrongIssuer,
        UnknownIssuer, Downgrade, SameVersionOtherContent, SaysOtherwise, DamagedIssuers, NotWritable, DiskFull and what
        `check` raises; then everything is as it was.
        """
        self._refuse_issuer(release, trust)
        newest = next(iter(self.versions(release.id)[::-1]), None)
        if newest is not None and version_order(release.version) < version_order(newest.version):
            raise Downgrade(pack=release.id, version=release.version, newest=newest.version)
        there = self.find(release.id, release.version)
        if there is not None and _told(there)["digest"] != release.digest:
            raise SameVersionOtherContent(pack=release.id, version=release.version)
        fresh = there is None or self.altered(there)
        if fresh:
            self._put(release, check)
        self._trust(release)
        write_whole(self._root / _CURRENT, _json({"id": release.id, "version": release.version}))
        return fresh

    def _refuse_issuer(self, release: Release, trust: bytes | None) -> None:
        issuer = public_text(release.issuer)
        if trust is not None and trust != release.issuer:
            raise WrongIssuer(issuer=issuer)
        if trust is None and release.issuer not in self.issuers(release.id):
            raise UnknownIssuer(pack=release.id, issuer=issuer)

    def _put(self, release: Release, check: Callable[[Path], Pack]) -> None:
        """Beside its place first, and there only when every file is right."""
        target = self._root / release.id / release.version
        for folder in (self._root.parent, self._root, target.parent):
            make_private_folder(folder)
        with known_file_errors(self._root):
            beside = Path(mkdtemp(prefix=".new-", dir=self._root))
        try:
            for name, content in release.files.items():
                make_private_folder((beside / name).parent)
                write_whole(beside / name, content)
            pack = check(beside / release.id)
            if (pack.id, pack.version) != (release.id, release.version):
                outside, inside = f"{release.id} {release.version}", f"{pack.id} {pack.version}"
                raise SaysOtherwise(outside=outside, inside=inside)
            told = {"id": release.id, "version": release.version, "digest": release.digest}
            noted = {**told, "issuer": public_text(release.issuer), "files": digests(release.files)}
            write_whole(beside / LISTING, _json(noted))
            with known_file_errors(target):
                if target.is_dir():  # altered: nothing in it is worth keeping, and the whole stands beside it
                    shutil.rmtree(target)
                beside.rename(target)
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise
        sync_folder(target.parent)

    def _trust(self, release: Release) -> None:
        known, issuer = self._issuers(), public_text(release.issuer)
        if issuer not in known.get(release.id, ()):
            trusted = {**known, release.id: [*known.get(release.id, ()), issuer]}
            write_whole(self._root / _ISSUERS, _json({"schema": _ISSUERS_SCHEMA, "trusted": trusted}))

    def _issuers(self) -> dict[str, list[str]]:
        path = self._root / _ISSUERS
        try:
            found: dict[str, list[str]] = json.loads(path.read_bytes())["trusted"]
            for keys in found.values():
                for text in keys:
                    public_from_text(text, str(path))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, StoreError) as error:
            raise DamagedIssuers(file=path) from error
        return found


def _told(there: Installed) -> dict[str, Any]:
    """What was written down of an installed release; an unreadable note is of no release we know."""
    try:
        found: dict[str, Any] = json.loads((there.folder.parent / LISTING).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {"digest": None}
    return found


def _json(data: dict[str, Any]) -> bytes:
    return (json.dumps(data, indent=1, sort_keys=True) + "\n").encode()
