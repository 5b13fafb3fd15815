"""Reading a pack wherever it is, for the commands that take a folder as well as a signed file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from casework.knowledge import Pack, PackFault
from db.releases import MOST_RELEASE_BYTES, SUFFIX, Release, read_release
from desktop.commands.common import Unusable, read_bytes, read_pack


def read_any(path: Path) -> Pack:
    """The pack in a folder or in a signed file; whose signature it carries is not asked. Raises Trouble."""
    if path.suffix != SUFFIX:
        return read_pack(path)
    with TemporaryDirectory(prefix="ijkpunt-") as beside:
        return read_pack(unpack(read_file(path), Path(beside)))


def read_file(path: Path) -> Release:
    """The release in a file, every byte checked. Raises Unusable, NotARelease, ReleaseAltered."""
    return read_release(read_bytes(path, MOST_RELEASE_BYTES), str(path))


def unpack(release: Release, folder: Path) -> Path:
    """Write the files of a release somewhere; returns the folder of the pack."""
    for name, content in release.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder / release.id


@contextmanager
def no_fault() -> Iterator[None]:
    """A condition that cannot be weighed is told as a mistake in the pack. Raises Unusable."""
    try:
        yield
    except PackFault as error:
        raise Unusable(f"Dit kennispakket kan niet worden gewogen: {error}") from error
