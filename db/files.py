"""Files that are private and whole: old or new, never half; and the lock that keeps a second window out."""
from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

from db.errors import HomeInUse, IsAFolder, NoSuchFile, NotReadable, known_file_errors

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FILE_MODE, _FOLDER_MODE = 0o600, 0o700


def make_private_folder(folder: Path) -> None:
    """Make the folder if needed, readable by its owner alone (on Windows the user profile guards it).

    Raises NotWritable or DiskFull.
    """
    with known_file_errors(folder):
        folder.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
        folder.chmod(_FOLDER_MODE)


def make_private_file(path: Path) -> None:
    """Make an empty file if needed, for its owner alone: SQLite gives its side files the same mode."""
    with known_file_errors(path):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, _FILE_MODE))
        path.chmod(_FILE_MODE)


def write_whole(path: Path, data: bytes) -> None:
    """Write a private file so that after a crash the old or the new content stands there, never a half.

    Raises NotWritable or DiskFull; the old content then still stands.
    """
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    with known_file_errors(path):
        try:
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _FILE_MODE), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
    sync_folder(path.parent)


def read_whole(path: Path, most: int) -> bytes:
    """What is in a file somebody gave us, and one byte more than `most` of a larger one: who reads on, says so.

    Raises NotReadable.
    """
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError as error:
        raise NoSuchFile(file=path) from error
    except IsADirectoryError as error:
        raise IsAFolder(file=path) from error
    except OSError as error:
        raise NotReadable(file=path) from error


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder survive a power cut. Windows has no such call and does not need it."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class HomeLock:
    """Held by the one window that uses a home. The system lets go of it when the process dies, however it dies."""

    def __init__(self, home: Path) -> None:
        """Take the lock, or raise HomeInUse."""
        path = home / "ijkpunt.lock"
        make_private_file(path)
        self._file: IO[bytes] | None = path.open("r+b")
        try:
            if sys.platform == "win32":
                msvcrt.locking(self._file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self.release()
            raise HomeInUse(home=home) from error

    def release(self) -> None:
        """Let go; a second time does nothing."""
        if self._file is not None:
            self._file.close()
            self._file = None
