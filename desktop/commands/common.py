"""What the commands share: reading a case and a pack, weighing, writing a file whole, and telling trouble in Dutch."""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, cast

from casework.trouble import Trouble

if TYPE_CHECKING:  # heavy: the window comes by here too, and must not wait for them
    from casework.case import Case
    from casework.knowledge import Pack, PackError
    from casework.weighing.assessment import Assessment

UNUSABLE, HELD_BACK = 2, 3


class Unusable(Trouble):
    """Input that cannot be used: told on stderr, exit 2."""


class UnusablePack(Unusable):
    """A pack with mistakes. `why` has them one by one, and what of the rest expires."""

    def __init__(self, words: str, why: PackError) -> None:
        super().__init__(words)
        self.why = why


def read_bytes(path: Path, most: int) -> bytes:
    """What is in a file, and one byte more than `most` of a file that is too large. Raises Trouble."""
    from desktop.bootstrap import read_whole

    return read_whole(path, most)


def read_case(path: Path, today: date) -> Case:
    """The case in a file. Raises Unusable with every mistake."""
    from casework import casefile

    try:
        return casefile.read(read_bytes(path, casefile.MAX_BYTES), today)
    except casefile.CaseFileError as error:
        raise Unusable("\n".join(f"{path.name}: {mistake}" for mistake in error.mistakes)) from error


def read_pack(folder: Path | None) -> Pack:
    """The pack in a folder, else the one that is shipped. Raises Unusable with every mistake, file and line."""
    from casework.knowledge import PackError
    from desktop.bootstrap import knowledge

    if folder is not None and not folder.is_dir():
        raise Unusable(f"{folder} is geen map met een kennispakket.")
    try:
        return knowledge(folder)
    except PackError as error:
        raise UnusablePack("\n".join(("Dit kennispakket kan niet worden gebruikt:", *error.mistakes)), error) from error


def weighed(case: Case, pack: Pack, today: date) -> Assessment:
    """The weighing of a case. Raises Unusable for a pack that cannot weigh it."""
    from casework.knowledge import PackFault
    from casework.weighing.assess import assess

    try:
        return assess(case, pack, today)
    except PackFault as fault:
        raise Unusable(f"Met dit kennispakket kan niet worden gewogen: {fault}.") from fault


def may_write(path: Path, force: bool) -> None:
    """Whether a file may come here: never over an existing one unless asked, never over a device. Raises Unusable."""
    if path.is_dir():
        raise Unusable(f"{path} is een map. Geef de naam van een bestand.")
    if path.exists() and not path.is_file():  # /dev/null: to replace it, as --force would, breaks the machine
        raise Unusable(f"{path} is geen gewoon bestand, maar een apparaat. Geef de naam van een bestand.")
    if os.path.lexists(path) and not force:
        raise Unusable(f"{path} bestaat al. Kies een andere naam, of zeg --force om het te vervangen.")
    if not path.parent.is_dir():
        raise Unusable(f"De map {path.parent} bestaat niet. Maak die eerst, of kies een andere.")


def write_new(path: Path, data: bytes, force: bool) -> None:
    """Write a whole file or nothing. Raises Unusable, or trouble of the disk."""
    from desktop.bootstrap import write_whole

    may_write(path, force)
    write_whole(path, data)


def say(document: Any) -> None:
    """JSON on stdout, and nothing else. Raises Unusable."""
    put(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def put(text: str) -> None:
    """Text on stdout. Raises Unusable where there is no stdout, or no room for it: nobody has the answer then."""
    out: TextIO | None = sys.stdout  # None when it was closed, or in a program of Windows without a console
    if out is None:
        raise Unusable("Er is geen uitvoer om naar te schrijven. Geef het commando in een venster, of leid het om.")
    try:
        out.write(text)
        out.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())  # or Python complains at exit of what is left
        if not isinstance(error, BrokenPipeError):  # who reads has seen enough, as `| head` does
            raise Unusable("De uitvoer kan niet worden geschreven. Controleer of de schijf vol is.") from error


def tell(sentence: str) -> None:
    """A Dutch sentence on stderr, where there is one."""
    if (err := cast("TextIO | None", sys.stderr)) is not None:
        err.write(sentence + "\n")
