"""The post: a folder that both can reach, a USB stick, or the files of a mail. `<folder>/<mailbox>/<id>.ijkenv`.

Whoever puts the files there, and in what state they arrive, does not matter: what counts is what stands in them.
"""
from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from db.errors import known_file_errors
from db.exchange.envelope import MOST_BYTES, SUFFIX, Envelope
from db.files import sync_folder

BOOK = "adresboek.json"


def put(folder: Path, envelope: Envelope) -> None:
    """Whole or not at all; what lies there already is left alone. Raises NotWritable, DiskFull."""
    place = folder / envelope.mailbox
    with known_file_errors(place):
        place.mkdir(parents=True, exist_ok=True)
        final = place / f"{envelope.id}{SUFFIX}"
        if final.exists() and final.stat().st_size == len(envelope.data):
            return
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


def lying_there(folder: Path, mailbox: str, known: frozenset[str]) -> Iterator[Path]:
    """What may be new for a mailbox: everything but parts and what goes by the name of what is known. Sorted.

    Also files in the folder itself: from a stick or a mail. Raises NotWritable where the folder cannot be read.
    """
    with known_file_errors(folder):
        for place in (folder / mailbox, folder):
            if place.is_dir():
                with os.scandir(place) as found:
                    names = sorted(entry.name for entry in found if not entry.name.startswith("."))
                for name in names:
                    stem, dot, kind = name.rpartition(".")
                    if dot + kind.lower() == SUFFIX and stem.lower() not in known:
                        yield place / name


def read(path: Path) -> bytes:
    """At most one byte more than an envelope may have. Raises OSError, also where a scanner holds the file."""
    with path.open("rb", buffering=0) as file:
        return file.read(min(MOST_BYTES, os.fstat(file.fileno()).st_size) + 1) or b""
