"""The signal report of a home: counted once, PDF and workbook, in the window and on the command line."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pytest
from PySide6.QtWidgets import QDialog

from casework.trouble import Trouble
from desktop.cli import main
from desktop.pool.bench.reporting import Reporting
from desktop.pool.bench.screen import BenchScreen
from desktop.pool.report import Sentence, quarters, report_file, report_of, sentences, settle, with_sentences
from tests.casework.pool_talk import ASKER, HUB
from tests.db.conftest import PASSPHRASE
from tests.desktop.pool.benches import Work

VILLAGES = ("Uithuizen",)


def test_a_quarter_that_is_over_is_counted_once(week: Work) -> None:
    desk = week.desk(HUB)
    running = report_of(desk, "2026-4")
    assert not running.final
    week.later(60)
    over = report_of(desk, "2026-4")
    assert over.final and over.made_on == desk.today
    week.later(10)
    assert report_of(desk, "2026-4").made_on == desk.today, "looking settles nothing"
    settle(desk, with_sentences(over, {"reasons": ["Het gezin wil niet."]}))
    week.later(10)
    assert report_of(desk, "2026-4") == over


def test_only_the_coordinator_counts(week: Work) -> None:
    with pytest.raises(Trouble, match="coördinator"):
        report_of(week.desk(ASKER), "2026-4")


def test_the_latest_quarter_that_is_over_comes_first(week: Work) -> None:
    assert quarters(week.desk(HUB), 3) == ["2026-3", "2026-2", "2026-4"]


def test_what_was_written_is_searched_once_more(week: Work) -> None:
    """The scan errs to the safe side: ‘gezin wil’ reads as a name. A person decides."""
    desk = week.desk(HUB)
    found = sentences(desk, report_of(desk, "2026-4"), VILLAGES)
    assert found == {"reasons": [Sentence("Het gezin wil geen logeren meer.", ("wil",))],
                     "missing": [Sentence("logeren in de buurt", ())]}  # fmt: skip


def test_the_workbook_opens_and_holds_the_same_figures(week: Work) -> None:
    report = report_of(week.desk(HUB), "2026-4")
    data = report_file(report, Path("x.xlsx"))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        parts = {name: ElementTree.fromstring(file.read(name)) for name in file.namelist()}
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    names = [sheet.get("name") for sheet in parts["xl/workbook.xml"].iter(f"{space}sheet")]
    assert "Niveau gevraagd, geadviseerd" in names, "a tab ends at a word"
    assert len(names) == len(report.sections) + 1 and len({str(name).casefold() for name in names}) == len(names)
    assert all(len(str(name)) <= 31 for name in names)
    short = parts["xl/worksheets/sheet2.xml"]
    assert next(value.text for value in short.iter(f"{space}v")) == "6"
    assert report_file(report, Path("x.xlsx")) == data


def test_the_pdf_is_tagged_and_names_no_person(week: Work) -> None:
    data = report_file(report_of(week.desk(HUB), "2026-4"), Path("x.PDF"))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.Root.MarkInfo.Marked and "/StructTreeRoot" in pdf.Root
        twin = json.loads(pdf.attachments["overdracht.json"].get_file().read_bytes())
    assert twin["schema"] == "ijkpunt/signal-report/1"
    assert "Fictema" not in json.dumps(twin) and "Oefenstra" not in json.dumps(twin)


def test_another_ending_is_told(week: Work) -> None:
    with pytest.raises(Trouble, match=r"\.pdf of een \.xlsx"):
        report_file(report_of(week.desk(HUB), "2026-4"), Path("x.docx"))


def test_in_the_window_a_sentence_goes_along_once_ticked(
    week: Work, qtbot: Any, answer_box: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = BenchScreen(week.session)
    qtbot.addWidget(screen)
    screen.refresh()
    screen.keep()
    box = Reporting(screen, week.desk(HUB), VILLAGES)
    qtbot.addWidget(box)
    box.quarter.setCurrentIndex(box.quarter.count() - 1)
    assert box.report.reasons == ()
    box.ticks["reasons"][0].setChecked(True)
    assert box.report.reasons == ("Het gezin wil geen logeren meer.",)
    path = tmp_path / "rapport.xlsx"
    monkeypatch.setattr("desktop.ask.file_to_write", lambda *_: path)
    answer_box(lambda dialog: dialog.done(QDialog.DialogCode.Accepted))
    screen.report.click()
    assert zipfile.is_zipfile(path)


def test_on_the_command_line(week: Work, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    week.region.close()
    secret = tmp_path / "wachtzin"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    out = tmp_path / "rapport.pdf"
    said = ["--home", str(tmp_path / "regio" / HUB.id), "--passphrase-file", str(secret)]
    assert main(["pool", "report", "--quarter", "2026-4", "--out", str(out), *said]) == 0
    assert out.read_bytes().startswith(b"%PDF") and json.loads(capsys.readouterr().out)["quarter"] == "2026-4"
    assert main(["pool", "report", "--quarter", "vorig", "--out", str(out), *said]) == 2
    assert "2026-4" in capsys.readouterr().err
    week.region.homes.clear()
