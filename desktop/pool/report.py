"""The signal report of this home: counted once for each quarter that is over, and written as PDF or workbook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import resources
from casework.papers.signal_report import LEGEND, PROVISIONAL, cell_words, report_document
from casework.pool.report import Report, quarter_name, quarter_named, signal_report, texts
from casework.pseudonym import Known, read_lexicon, scan
from casework.trouble import Trouble
from casework.words import day_in_words
from desktop.pool.words import discipline

if TYPE_CHECKING:
    from desktop.pool.desk import PoolDesk

_KEPT = "pool.report"


def report_of(desk: PoolDesk, name: str) -> Report:
    """The figures of a quarter, such as 2026-4. Once a file was made of a quarter that is over, they stay as they were.

    Raises Trouble for a quarter that is none or has not begun, and for anybody but a coordinator, who alone sees all.
    """
    if desk.view != "hub":
        raise Trouble("Alleen de coördinator ziet alle vragen. Vraag de coördinator om het signaalrapport.")
    first, last = quarter_named(name)
    kept: dict[str, object] = desk.store.settings.get(_KEPT, {})
    if (before := kept.get(name.strip())) is not None:
        return Report.model_validate(before, strict=False)
    experts = Counter[str](one.discipline or "" for one in desk.people("expert"))
    teams = (one.team for one in desk.people("aanvrager"))
    return signal_report(desk.store.begun_between(first, last), teams, experts, name, desk.today, discipline)


def settle(desk: PoolDesk, report: Report) -> None:
    """A file of this report was made: a quarter that is over is counted no more. Its sentences may still be chosen."""
    kept: dict[str, object] = desk.store.settings.get(_KEPT, {})
    if report.final and report.quarter not in kept:
        bare = with_sentences(report, {"reasons": (), "missing": ()})
        desk.store.settings.put(_KEPT, {**kept, report.quarter: bare.model_dump(mode="json", by_alias=True)})


def quarters(desk: PoolDesk, most: int = 5) -> list[str]:
    """This quarter and those before it, the latest that is over first, as the one of now is not whole."""
    found, day = [], desk.today
    for _ in range(most):
        found.append(quarter_name(day))
        day = quarter_named(found[-1])[0] - timedelta(days=1)
    return [*found[1:], found[0]]


class Sentence(NamedTuple):
    """Something that was written. leads: words in it that may lead to somebody, for whoever decides on it."""

    words: str
    leads: tuple[str, ...]


def sentences(desk: PoolDesk, report: Report, villages: Sequence[str]) -> dict[str, list[Sentence]]:
    """What was written in the quarter, searched once more. A person decides of each whether it goes along."""
    lexicon, known = read_lexicon(resources.pseudonym(), villages), Known(desk.today)
    written = texts(desk.store.begun_between(report.first, report.last), report.first, report.last)

    def searched(text: str) -> Sentence:
        return Sentence(text, tuple(text[hit.start : hit.end] for hit in scan(text, known, lexicon)))

    return {name: [searched(one) for one in found] for name, found in written.items()}


def with_sentences(report: Report, chosen: Mapping[str, Sequence[str]]) -> Report:
    """The report with the sentences somebody read and chose."""
    return report.model_copy(update={name: tuple(found) for name, found in chosen.items()})


def report_file(report: Report, path: Path) -> bytes:
    """The report as the ending of the name asks: PDF or workbook. Raises Trouble for another ending."""
    match path.suffix.lower():
        case ".pdf":
            from desktop.render.pdf import render_pdf

            return render_pdf(report_document(report))
        case ".xlsx":
            return _workbook(report)
    raise Trouble(f"Het signaalrapport wordt een .pdf of een .xlsx; {path.name} eindigt anders. Kies een andere naam.")


def _workbook(report: Report) -> bytes:
    from desktop.render.workbook import Sheet, workbook

    document = report_document(report)
    days = f"{day_in_words(report.first)} tot en met {day_in_words(report.last)}"
    about = [("Kwartaal", report.quarter), ("Vragen die begonnen", days), ("Geteld op", day_in_words(report.made_on)),
             ("Stand", "definitief" if report.final else PROVISIONAL), ("Lezen", LEGEND)]  # fmt: skip
    sheets = [Sheet("Over dit rapport", ("Wat", "Hoe"), about)]
    for section in report.sections:
        rows = [[one if isinstance(one, int) else cell_words(one) for one in row] for row in section.rows]
        noted = [[section.note]] if section.note else []
        sheets.append(Sheet(section.title, section.head, [*rows, *noted]))
    for title, told in (("Waarom afgeweken", report.reasons), ("Gemist aanbod", report.missing)):
        if told:
            sheets.append(Sheet(title, (title,), [[one] for one in told]))
    return workbook(sheets, document.cover.title)
