"""The handover as a file: made outside the thread of the window, written whole, and logged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from casework.handover.blocks import Reader
from casework.handover.kinds import Wanted
from casework.handover.replies import Issued
from casework.trouble import Trouble
from desktop import background
from desktop.bootstrap import write_whole
from desktop.cases.open_case import OpenCase
from desktop.handover.produce import ENDINGS, Format, issued, rendered
from desktop.render.seal import data_bytes, fingerprint

FORMAT_WORDS: dict[Format, str] = {"pdf": "PDF", "html": "webpagina (HTML)", "text": "tekst", "json": "gegevens (JSON)"}
READER_WORDS: dict[Reader, str] = {"provider": "aanbieder", "parent": "ouder", "youth": "jongere"}


def file_name(document_id: str, reader: Reader, form: Format, practice: bool) -> str:
    """Never with the name of a client in it; with the word OEFENING where it is practice."""
    mark = "OEFENING-" if practice else ""
    return f"{mark}overdracht-{document_id}-{READER_WORDS[reader]}{ENDINGS[form]}"


def export(
    owner: QObject,
    case: OpenCase,
    reader: Reader,
    form: Format,
    path: Path,
    done: Callable[[], object],
    failed: Callable[[Trouble], object],
) -> None:
    """Make the document of the case as it stands and put it at a path. Trouble is told to `failed`; nothing is half."""
    standing, assessment, pack, today = case.case, case.assessment, case.pack, case.today
    assert assessment is not None and assessment.handover.ready

    def work() -> Issued:
        document = issued(standing, assessment, pack, today, Wanted(reader))
        write_whole(path, rendered(document, form))
        return Issued(document.cover.document_id, document.cover.version, fingerprint(data_bytes(document.data)))

    def told(left: Issued) -> None:
        case.log("exported", {"reader": reader, "form": form, "file": path.name, "document": left._asdict()})
        done()

    background.run(owner, work, told, failed)
