"""The signal report: hides what is small, in a table and by its total, and tells who never asks."""

from __future__ import annotations

from datetime import date

import pytest

from casework.handover.blocks import Callout, Table
from casework.handover.plain import plain
from casework.papers.signal_report import HIDDEN, report_document
from casework.pool.line import Line
from casework.pool.report import Report, Section, quarter_named, signal_report, texts
from casework.trouble import Trouble

LAST = date(2027, 1, 4)


def line(number: int, team: str = "team West", theme: str = "logeren", **summary: object) -> Line:
    told = {"discipline": "systeemtherapie", "in_time": True, "answered_on": "2026-11-26", **summary}
    return Line(f"{number:032x}", "GESLOTEN", "CONSULTATIE", False, date(2026, 11, 23), None, "", team, theme, told)


def made(lines: list[Line], today: date = LAST) -> Report:
    teams = ["team West", "team Oost", "team Noord"]
    return signal_report(lines, teams, {"systeemtherapie": 1, "lvb": 2}, "2026-4", today)


def section(report: Report, title: str) -> Section:
    return next(one for one in report.sections if one.title.startswith(title))


def test_small_counts_are_hidden_with_what_would_give_them_away() -> None:
    lines = [line(at) for at in range(9)] + [line(10 + at, team="team Oost") for at in range(2)]
    teams = dict(section(made(lines), "Wie vraagt").rows)
    assert teams == {"team Noord": 0, "team Oost": None, "team West": None, "Totaal": 11}


def test_a_theme_that_is_small_is_not_named() -> None:
    lines = [line(at) for at in range(9)] + [line(20 + at, theme="verblijf") for at in range(6)]
    lines += [line(30 + at, theme="onderwijs") for at in range(3)]
    told = section(made(lines), "Waar gaan")
    assert ("logeren", 9) in told.rows and ("andere thema’s samen", 9) in told.rows
    assert not any("onderwijs" in str(row) for row in told.rows)
    assert "1 thema" in told.note or "één thema" in told.note


def test_what_few_said_is_not_told_at_all() -> None:
    report = made([line(1, waiting=20, usefulness=5, decision="wijkt_af", supply_missing="logeren")])
    told = {(one.title, cell) for one in report.sections for row in one.rows for cell in row[1:] if cell == 1}
    assert told == {("Vraag en aanbod per discipline", 1)}  # the one expert in the address book
    assert section(report, "Wachten").rows == (("Gezinnen van wie dit bekend is", None),)


def test_a_combination_of_levels_that_is_small_has_no_row() -> None:
    steps = {"asked_level": "basis", "advised_level": "basis", "chosen_level": "basis"}
    lines = [line(at, **steps) for at in range(9)]
    lines += [line(20 + at, **{**steps, "advised_level": "intensief"}) for at in range(6)]
    lines += [line(40 + at, **{**steps, "chosen_level": "verblijf"}) for at in range(3)]
    told = section(made(lines), "Niveau")
    assert [row[-1] for row in told.rows] == [9, 18] and "verblijf" not in str(told.rows)
    assert "minder dan vijf" in told.note


def test_where_nothing_can_be_told_a_nought_does_not_tell_it_either() -> None:
    report = made([line(at, usefulness=2, decision="wijkt_af", supply_missing="logeren") for at in range(3)])
    for title in ("Bruikbaarheid", "Gevolgd", "Antwoord op tijd", "Aanbod dat er niet was"):
        assert {row[-1] for row in section(report, title).rows} == {None}


def test_waiting_tells_the_middle_and_hides_who_waited_long_where_they_are_few() -> None:
    waits = [10, 20, 30, 40, 50, 60]
    rows = dict(section(made([line(at, waiting=days) for at, days in enumerate(waits)]), "Wachten").rows)
    assert rows["Dagen tot de hulp begon, middelste"] == 35 and rows["Langer dan zes weken"] is None


def test_disciplines_stand_beside_who_there_is() -> None:
    rows = section(made([line(at) for at in range(7)]), "Vraag en aanbod").rows
    assert rows == (("systeemtherapie", 7, 1), ("lvb", 0, 2), ("Totaal", 7, 3))


def test_a_quarter_that_runs_is_called_provisional_on_paper() -> None:
    running = report_document(made([line(1)], date(2026, 12, 1)))
    over = report_document(made([line(1)]))
    assert any(isinstance(block, Callout) for block in running.blocks)
    assert not any(isinstance(block, Callout) for block in over.blocks)


def test_the_document_says_of_itself_that_it_is_no_handover() -> None:
    document = report_document(made([line(at) for at in range(3)]))
    words = plain(document)
    assert "Signaalrapport expertpool, voor het beleid" in words and "Overdracht" not in words
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert any(HIDDEN in row for table in tables for row in table.rows)


def test_texts_are_those_of_the_quarter_and_once_each() -> None:
    lines = [line(at, decision="wijkt_af", reason="Het gezin wil niet.") for at in range(3)]
    lines.append(line(9, decision="volgt", reason="Goed plan.", supply_missing="logeren in de buurt"))
    found = texts(lines, *quarter_named("2026-4"))
    assert found == {"reasons": ["Het gezin wil niet."], "missing": ["logeren in de buurt"]}
    assert texts(lines, *quarter_named("2026-3")) == {"reasons": [], "missing": []}


@pytest.mark.parametrize("name", ["2026", "2026-5", "26-1", "", "kwartaal 4"])
def test_another_word_than_a_quarter_is_told(name: str) -> None:
    with pytest.raises(Trouble, match="2026-4"):
        quarter_named(name)


def test_a_quarter_that_has_not_begun_is_told() -> None:
    with pytest.raises(Trouble, match="nog niet begonnen"):
        made([], date(2026, 9, 30))
