"""The handover as a file: made outside the thread of the window, written whole, and logged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject

from casework.edits import new_id
from casework.handover.blocks import Document, Kind, Reader
from casework.handover.kinds import Wanted
from casework.handover.sendings import sent
from casework.trouble import Trouble
from desktop import background
from desktop.bootstrap import write_whole
from desktop.cases.open_case import OpenCase
from desktop.handover.produce import ENDINGS, Format, issued, rendered
from desktop.handover.sent import as_logged, wanted

_LETTERS: dict[Kind, str] = {"full": "overdracht", "announcement": "aankondiging", "addendum": "aanvulling",
                             "withdrawal": "intrekking", "receipt": "wie-kreeg-wat"}  # fmt: skip
FORMAT_WORDS: dict[Format, str] = {"pdf": "PDF", "html": "webpagina (HTML)", "text": "tekst", "json": "gegevens (JSON)"}
READER_WORDS: dict[Reader, str] = {"provider": "aanbieder", "parent": "ouder", "youth": "jongere"}


def file_name(document_id: str, reader: Reader, form: Format, practice: bool, version: int = 1) -> str:
    """Never with the name of a client in it; with the word OEFENING where it is practice. A later version keeps its
    number: its own name keeps it from being put over the one that left before."""
    mark = "OEFENING-" if practice else ""
    later = f"-versie-{version}" if version > 1 else ""
    return f"{mark}overdracht-{document_id}-{READER_WORDS[reader]}{later}{ENDINGS[form]}"


def letter_name(kind: Kind, today: date, practice: bool) -> str:
    """The number follows from the content, so the day tells one from another."""
    mark = "OEFENING-" if practice else ""
    return f"{mark}{_LETTERS[kind]}-{today.isoformat()}{ENDINGS['pdf']}"


def export(
    owner: QObject,
    case: OpenCase,
    reader: Reader,
    form: Format,
    path: Path,
    done: Callable[[], object],
    failed: Callable[[Trouble], object],
    asked: Wanted | None = None,
) -> None:
    """Make the document of the case as it stands and put it at a path, log it, and write down in step 14 that it left.

    asked: another document than the handover for this reader. Trouble is told to `failed`; nothing is half.
    """
    standing, assessment, pack, today = case.case, case.assessment, case.pack, case.today
    assert assessment is not None
    made = asked or wanted(case, reader)

    def work() -> Document:
        document = issued(standing, assessment, pack, today, made)
        write_whole(path, rendered(document, form))
        return document

    def told(left: Document) -> None:
        about = as_logged(left)
        case.log("exported", {"reader": left.reader, "form": form, "file": path.name, "kind": left.kind, **about})
        if changes := sent(case.settled, left, about["document"]["fingerprint"], new_id()):
            case.confirm_all(changes)
        done()

    background.run(owner, work, told, failed)
