"""A signed knowledge pack as one file (`.ijkpak`): a zip anyone can look into, with a signature over every byte.

First stands `release.json` with the id, the version and the SHA-256 of each file; then the files by name, the base of
an overlay in a folder beside it. Nothing is compressed and the time is fixed, so that the same folder always gives the
same bytes. The comment of the zip carries the issuer and the signature over everything before the comment. That is
checked first: nothing in a file of unknown hands is ever unpacked.
"""
from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass

from casework.knowledge.manifest import VERSION
from db.errors import StoreError
from db.signing import PUBLIC_BYTES, SIGNATURE_BYTES, SigningKey, verified

SCHEMA = "ijkpunt/pack-release/1"
SUFFIX = ".ijkpak"
LISTING = "release.json"
MOST_BYTES, MOST_FILE_BYTES, MOST_FILES = 15_000_000, 1_000_000, 2_000
MOST_RELEASE_BYTES = 20_000_000
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*){1,2}\.yaml", re.ASCII)
_MARK = b"ijkpunt-pakket-1 "
_TEXT_LENGTHS = [4 * -(-length // 3) for length in (PUBLIC_BYTES, SIGNATURE_BYTES)]  # in base64
_COMMENT = len(_MARK) + sum(_TEXT_LENGTHS) + 1
_EARLIEST = (1980, 1, 1, 0, 0, 0)


class NotARelease(StoreError):
    sentence = "{file} is geen ondertekend kennispakket van IJkpunt. Vraag de uitgever om het bestand op .ijkpak."


class ReleaseAltered(StoreError):
    sentence = (
        "{file} is veranderd of beschadigd nadat het is ondertekend ({fault}). Gebruik het niet; haal het opnieuw op "
        "bij de uitgever."
    )


class CannotPack(StoreError):
    sentence = "Dit kennispakket past niet in een bestand: {fault}."


class _Odd(Exception):
    """Something in a release that should not be there; says what, in Dutch."""


@dataclass(frozen=True)
class Release:
    """A release whose signature is right. Whether the issuer is trusted is for the caller to ask.

    files: contents by name, `<id>/rules/x.yaml`; those of the base of an overlay start with its id.
    """

    id: str
    version: str
    issuer: bytes
    files: Mapping[str, bytes]
    digest: str
    """Of the whole file; equal only for the very same release."""


def pack_up(id_: str, version: str, files: Mapping[str, bytes], key: SigningKey) -> bytes:
    """The release of these files, signed. Raises CannotPack for what could not be read back."""
    if fault := _too_much(files):
        raise CannotPack(fault=fault)
    listing = {"schema": SCHEMA, "id": id_, "version": version, "files": digests(files)}
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_entry(LISTING), json.dumps(listing, indent=1, sort_keys=True).encode())
        for name in sorted(files):
            archive.writestr(_entry(name), files[name])
        archive.comment = b" " * _COMMENT  # fixes its length, which stands before it
    signed = whole.getvalue()[:-_COMMENT]
    return signed + _MARK + b64encode(key.public) + b" " + b64encode(key.sign(signed))


def read_release(data: bytes, name: str) -> Release:
    """The release in a file, every byte of it checked; name: of the file, for the sentences.

    Raises NotARelease, ReleaseAltered.
    """
    signed, comment = data[:-_COMMENT], data[-_COMMENT:]
    if len(data) > MOST_RELEASE_BYTES or not comment.startswith(_MARK):
        raise NotARelease(file=name)
    issuer, signature = _issuer_and_signature(comment, name)
    if not verified(signed, signature, issuer):
        raise ReleaseAltered(file=name, fault="de handtekening klopt niet")
    try:
        return _read(data, issuer)
    except _Odd as error:
        raise ReleaseAltered(file=name, fault=error) from error
    except (zipfile.BadZipFile, NotImplementedError, ValueError, KeyError, TypeError, RecursionError, OSError) as error:
        raise ReleaseAltered(file=name, fault="het is niet te lezen") from error


def _issuer_and_signature(comment: bytes, name: str) -> tuple[bytes, bytes]:
    try:
        first, second = comment.removeprefix(_MARK).split(b" ")
        issuer, signature = b64decode(first, validate=True), b64decode(second, validate=True)
    except ValueError as error:
        raise ReleaseAltered(file=name, fault="de handtekening is onleesbaar") from error
    if [b64encode(issuer), b64encode(signature)] != [first, second]:  # two ways to write one key would be one too many
        raise ReleaseAltered(file=name, fault="de handtekening is onleesbaar")
    return issuer, signature


def _read(data: bytes, issuer: bytes) -> Release:
    """Even an issuer we trust may hold nothing that could harm: what is odd raises _Odd with the reason."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if len({entry.filename.casefold() for entry in entries}) != len(entries):
            raise _Odd("er staat een naam twee keer in")
        if any(entry.compress_type != zipfile.ZIP_STORED or entry.flag_bits & 1 for entry in entries):
            raise _Odd("er is iets samengeperst of versleuteld")
        if any(entry.external_attr >> 16 & 0o170000 not in (0, 0o100000) for entry in entries):
            raise _Odd("er staat een verwijzing in")
        if len(entries) > MOST_FILES + 1 or sum(entry.file_size for entry in entries) > MOST_BYTES + MOST_FILE_BYTES:
            raise _Odd("het is te groot")
        contents = {entry.filename: archive.read(entry) for entry in entries}
    listing = json.loads(contents.pop(LISTING))
    if listing["schema"] != SCHEMA:
        raise _Odd("het is gemaakt met een nieuwere versie van IJkpunt")
    if fault := _too_much(contents):
        raise _Odd(fault)
    if listing["files"] != digests(contents):
        raise _Odd("een bestand is niet wat de lijst zegt")
    id_, version = listing["id"], listing["version"]
    if not isinstance(id_, str) or "/" in id_ or f"{id_}/manifest.yaml" not in contents:
        raise _Odd("het pakket zelf ontbreekt")
    if not isinstance(version, str) or not re.fullmatch(VERSION, version):
        raise _Odd("de versie is geen versie")
    return Release(id_, version, issuer, contents, hashlib.sha256(data).hexdigest())


def _too_much(files: Mapping[str, bytes]) -> str:
    """Why these files cannot be in a release, or nothing."""
    odd = next((name for name in sorted(files) if not _NAME.fullmatch(name) or ".." in name), None)
    if odd is not None:
        return f"de naam {odd[:80]!r} kan niet; gebruik letters, cijfers en streepjes, en .yaml aan het eind"
    large = next((name for name in sorted(files) if len(files[name]) > MOST_FILE_BYTES), None)
    if large is not None:
        return f"{large} is te groot; splits het"
    return "het is te groot" if len(files) > MOST_FILES or sum(map(len, files.values())) > MOST_BYTES else ""


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """By name the SHA-256 of every file."""
    return {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}


def _entry(name: str) -> zipfile.ZipInfo:
    """The same on every system: nothing of this machine or this moment."""
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.create_system, entry.external_attr = 3, 0o100644 << 16
    return entry
