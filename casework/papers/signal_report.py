"""The signal report as a document: the same blocks as every other paper of IJkpunt."""

from __future__ import annotations

from casework.handover.blocks import Block, Callout, Cover, Document, Heading, Items, Paragraph, Table, Text
from casework.pool.report import Cell, Report, Section
from casework.words import day_in_words

HIDDEN = "–"
LEGEND = f"Een {HIDDEN} betekent: minder dan vijf, of te herleiden tot minder dan vijf."
PROVISIONAL = "Voorlopig: dit kwartaal loopt nog"
NAME = "Signaalrapport expertpool"
NOTICE = "Zonder personen. Wat minder dan vijf is, staat er niet in."


def report_document(report: Report) -> Document:
    """The report on paper; its figures go along as data."""
    number, year = report.quarter[-1], report.quarter[:4]
    days = f"{day_in_words(report.first)} tot en met {day_in_words(report.last)}"
    cover = Cover(
        title=f"Signaalrapport, kwartaal {number} van {year}",
        subtitle=f"Vragen die begonnen van {days}",
        document_id=f"SR-{report.quarter}",
        version=1,
        issued_on=day_in_words(report.made_on),
        valid_until="",
        pack="",
    )
    data = report.model_dump(mode="json", by_alias=True)
    return Document("provider", "nl", cover, tuple(_blocks(report)), data=data, name=NAME,
                    for_whom="voor het beleid", notice=NOTICE)  # fmt: skip


def _blocks(report: Report) -> list[Block]:
    blocks: list[Block] = []
    if not report.final:
        said = "Verspreid dit niet. Twee tellingen van één kwartaal naast elkaar verraden wie er tussendoor bij kwam."
        blocks.append(Callout("care", PROVISIONAL, (Text(said),)))
    blocks.append(Paragraph((Text(f"Dit rapport telt vragen, geen mensen. {LEGEND}"),)))
    for section in report.sections:
        blocks += [Heading(section.title), _table(section)]
        if section.note:
            blocks.append(Paragraph((Text(section.note),)))
    for title, told in (("Waarom teams afweken", report.reasons), ("Welk aanbod er niet was", report.missing)):
        if told:
            blocks += [Heading(title), Items(tuple(Paragraph((Text(one, quoted=True),)) for one in told))]
    return blocks


def _table(section: Section) -> Table:
    return Table("", section.head, tuple(tuple(map(cell_words, row)) for row in section.rows))


def cell_words(cell: Cell) -> str:
    return HIDDEN if cell is None else str(cell)
