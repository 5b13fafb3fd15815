"""The post: a folder that both can reach, a USB stick, or the files of a mail. `<folder>/<mailbox>/<id>.ijkenv`.

Whoever puts the files there, and in what state they arrive, does not matter: what counts is what stands in them.
"""
from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from db.errors import DiskFull, NotWritable, known_file_errors
from db.exchange.envelope import MOST_BYTES, SUFFIX, Envelope
from db.files import sync_folder, write_whole

BOOK = "adresboek.json"


class FolderFull(DiskFull):
    sentence = (
        "In de map {folder} is geen ruimte meer. Wat u schreef is hier bewaard en gaat de volgende keer mee. Vraag de "
        "beheerder van die map om ruimte."
    )


class FolderClosed(NotWritable):
    sentence = (
        "In de map {folder} kan nu niet worden gelezen of geschreven. Wat u schreef is hier bewaard en gaat de "
        "volgende keer mee. Is de stick of de netwerkschijf aangesloten, en mag u er schrijven?"
    )


def put(folder: Path, envelope: Envelope) -> None:
    """Whole or not at all; what lies there already is left alone. Raises FolderClosed, FolderFull.

    The folder itself is never made: where a stick is not in, post would be sent to nobody.
    """
    if not folder.is_dir():
        raise FolderClosed(folder=folder)
    put_beside(folder / envelope.mailbox, envelope)


def put_beside(place: Path, envelope: Envelope) -> None:
    """As `put`, without a folder for the mailbox: as files for a mail. Raises FolderClosed, FolderFull."""
    with _known(place):
        place.mkdir(parents=True, exist_ok=True)
        final = place / envelope.file_name
        if final.exists() and final.read_bytes() == envelope.data:
            return  # what was damaged there is written anew
        beside = place / f"{envelope.id}.{os.getpid()}.deel"
        try:
            with beside.open("wb") as file:
                file.write(envelope.data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(final)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
    sync_folder(place)


def lay(path: Path, content: bytes) -> None:
    """What everybody reads beside the envelopes, such as the address book. Raises FolderClosed, FolderFull."""
    with _known(path.parent):
        write_whole(path, content)


def lying_there(folder: Path, mailbox: str, known: frozenset[str]) -> Iterator[Path]:
    """What may be new for a mailbox: everything but parts and what goes by the name of what is known. Sorted.

    Also files in the folder itself: from a stick or a mail. Raises FolderClosed where the folder cannot be read.
    """
    with _known(folder):
        for place in (folder / mailbox, folder):
            if place.is_dir():
                with os.scandir(place) as found:
                    names = sorted(entry.name for entry in found if not entry.name.startswith("."))
                for name in names:
                    stem, dot, kind = name.rpartition(".")
                    if dot + kind.lower() == SUFFIX and stem.lower() not in known:
                        yield place / name


@contextmanager
def _known(folder: Path) -> Iterator[None]:
    try:
        with known_file_errors(folder):
            yield
    except DiskFull as error:
        raise FolderFull(folder=folder) from error
    except NotWritable as error:
        raise FolderClosed(folder=folder) from error


def read(path: Path) -> bytes:
    """At most one byte more than an envelope may have. Raises OSError, also where a scanner holds the file."""
    with path.open("rb", buffering=0) as file:
        return file.read(min(MOST_BYTES, os.fstat(file.fileno()).st_size) + 1) or b""
