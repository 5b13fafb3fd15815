"""Inspection file, protected copy and copy sheet in the window, beside the handover."""

from __future__ import annotations

import json
import os

import pikepdf
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from casework.handover.copy_blocks import ORDER
from casework.rights.asker import Asker
from desktop import clipboard
from desktop.handover.access import AccessBox, save
from desktop.handover.copy_sheet import CopySheet
from desktop.handover.journal import events
from desktop.handover.protect import PassphraseBox, protect
from desktop.render.inspect import inspect
from desktop.render.protect import protected_name

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def access(handover, qtbot):
    box = AccessBox(handover, handover.case)
    qtbot.addWidget(box)
    return box


def decide_all(box, *, away: str = "") -> None:
    for path, chips in box.deciding.items():
        press(chips, "privacy_ander" if path == away else "stays")


def press(chips, key: str) -> None:
    if chips.value() != key:
        next(one for one in chips.chips if one.key == key).click()


def offered(box) -> set[str]:
    return {one.key for chips in box.deciding.values() for one in chips.chips}


def saved(inside, handover, box, path, *, letters=False):
    done = []
    save(handover, handover.case, box.asker, box.choices, path, done.append, pytest.fail, letters=letters)
    inside.qtbot.waitUntil(lambda: bool(done), timeout=60_000)
    return json.loads(path.read_bytes()) if path.suffix == ".json" else inspect(path.read_bytes()).data


def test_nothing_is_made_while_something_is_undecided(access):
    assert access.deciding and not access.act.isEnabled()
    assert all(chips.value() is None for chips in access.deciding.values())
    decide_all(access)
    assert access.act.isEnabled()
    first = next(iter(access.deciding.values()))
    next(one for one in first.chips if one.isChecked()).click()
    assert not access.act.isEnabled()


def test_good_help_is_a_ground_towards_parents_only(access):
    assert access.asker == Asker("jeugdige")
    assert offered(access) == {"stays", "privacy_ander"}
    access.who.setCurrentIndex(1)
    assert access.asker.role == "ouder"
    assert offered(access) == {"stays", "privacy_ander", "goede_hulp"}


def test_the_file_holds_the_journal_and_not_what_was_left_out(inside, handover, access, tmp_path):
    handover.case.confirm("handover.start_talk", "Zaterdag bij oom Reint")
    access.refresh()
    decide_all(access, away="handover.start_talk")
    told = saved(inside, handover, access, tmp_path / "inzage.json")
    assert "Zaterdag bij oom Reint" not in json.dumps(told, ensure_ascii=False)
    assert [one["where"] for one in told["left_out"]] == ["Stap 14. Overdracht en volgen: Startgesprek"]
    assert any("Marit Denkbeeldema" in one["who"] and "vast" in one["what"] for one in told["journal"])
    again = saved(inside, handover, access, tmp_path / "nog-een.json")
    assert any(one["what"] == "maakte een bestand: inzage.json" for one in again["journal"])


def test_what_was_taken_out_and_is_kept_yet_is_told(inside, handover, access, tmp_path):
    record = handover.case.order("help_question.questions")[0]
    handover.case.remove("help_question.questions", record)
    access.refresh()
    decide_all(access)
    told = saved(inside, handover, access, tmp_path / "inzage.json")["statements"]
    (found,) = [one for one in told if one["path"] == f"help_question.questions.{record}.literally"]
    assert found["place"].endswith("(weggehaald, nog bewaard)") and "zwemmen" in found["text"]


def test_what_was_decided_stays_decided_as_long_as_the_words_stay(handover, access, qtbot):
    handover.case.confirm("handover.start_talk", "Zaterdag bij oom Reint")
    access.refresh()
    decide_all(access, away="handover.start_talk")
    handover.case.flush()
    again = AccessBox(handover, handover.case)
    qtbot.addWidget(again)
    assert again.act.isEnabled() and again.deciding["handover.start_talk"].value() == "privacy_ander"
    again.who.setCurrentIndex(1)
    assert not again.act.isEnabled()  # what one may read, another may not
    handover.case.confirm("handover.start_talk", "Zondag bij oom Reint")
    again.who.setCurrentIndex(0)
    assert not again.act.isEnabled() and again.deciding["handover.start_talk"].value() is None


def test_where_a_letter_cannot_be_written_nothing_is_left(inside, handover, access, tmp_path):
    decide_all(access)
    (tmp_path / f"inzage-brief-toegang.pdf.{os.getpid()}.new").mkdir()  # where it is written first
    failed = []
    save(handover, handover.case, access.asker, access.choices, tmp_path / "inzage.pdf", pytest.fail, failed.append,
         letters=True)  # fmt: skip
    inside.wait(lambda: bool(failed))
    assert "inzage-brief-toegang.pdf" in str(failed[0]) and not [*tmp_path.glob("*.pdf")]


def test_the_letters_come_beside_it_on_paper(inside, handover, access, tmp_path):
    decide_all(access)
    told = saved(inside, handover, access, tmp_path / "inzage.pdf", letters=True)
    letter = inspect((tmp_path / "inzage-brief-toegang.pdf").read_bytes())
    assert letter.status == "as_issued" and letter.data["about"] == told["document"]["id"]


def test_a_letter_that_is_there_is_not_replaced(inside, handover, access, tmp_path):
    (tmp_path / "inzage-brief-toegang.pdf").write_text("van gisteren")
    decide_all(access)
    failed = []
    save(handover, handover.case, access.asker, access.choices, tmp_path / "inzage.pdf", pytest.fail, failed.append,
         letters=True)  # fmt: skip
    inside.qtbot.waitUntil(lambda: bool(failed), timeout=60_000)
    assert "bestaat al" in str(failed[0]) and not (tmp_path / "inzage.pdf").exists()


def test_the_journal_tells_what_happened_without_content(inside, handover):
    handover.case.confirm("handover.start_talk", "Zaterdag bij oom Reint")
    told = events(handover.case.history())
    assert "oom Reint" not in str(told) and any("antwoord" in one.what for one in told)


def test_a_protected_copy_is_made_beside_the_file(inside, handover, tmp_path, qtbot):
    source = tmp_path / "overdracht.pdf"
    handover.export_to("pdf", source)
    inside.qtbot.waitUntil(source.exists, timeout=60_000)
    box = PassphraseBox(handover)
    qtbot.addWidget(box)
    assert box.line.isReadOnly() and len(box.passphrase.split()) == 7 and box.act.isEnabled()
    before = source.read_bytes()
    protect(handover.case, source, protected_name(source), box.passphrase)
    with pikepdf.open(protected_name(source), password=box.passphrase) as file:
        assert file.encryption.bits == 256
    assert source.read_bytes() == before
    assert box.passphrase not in json.dumps(handover.case.logged("exported"), default=str)


def test_an_own_passphrase_must_be_strong(handover, qtbot):
    box = PassphraseBox(handover)
    qtbot.addWidget(box)
    box.own.setChecked(True)
    box.line.setText("welkom01")
    assert not box.act.isEnabled() and "te kort" in box._said.text()
    box.line.setText("wolk fiets zadel kaars")
    assert box.act.isEnabled()


def test_each_part_is_copied_as_text_and_forgotten(handover, qtbot, monkeypatch):
    monkeypatch.setattr(clipboard, "CLEARED_AFTER_MS", 50)
    handover.case.confirm("identity.bsn", "999900006")
    sheet = CopySheet(handover, handover.case, handover._for_provider())
    qtbot.addWidget(sheet)
    board = QGuiApplication.clipboard()
    press = next(one for one in sheet.findChildren(QPushButton) if "gezag en toestemming" in one.accessibleName())
    press.click()
    assert "Jesse Oefenstra" in board.text() and "999900006" not in board.text()
    qtbot.waitUntil(lambda: board.text() == "", timeout=5_000)
    assert handover.case.logged("exported")[-1]["form"] == "klembord"
    sheet.all.click()
    assert [one.code for one in sheet.blocks] == [code for code in ORDER if code in {one.code for one in sheet.blocks}]
    assert "999900006" not in board.text() and "Niet gedeeld: burgerservicenummer" in board.text()
    assert all(one.text in board.text() for one in sheet.blocks)
    sheet.bsn.setChecked(True)
    sheet.all.click()
    assert "BSN: 999900006" in board.text() and "burgerservicenummer" not in board.text()


def test_what_was_copied_later_by_another_program_stays(handover, qtbot, monkeypatch):
    monkeypatch.setattr(clipboard, "CLEARED_AFTER_MS", 30)
    clipboard.copy_for_a_while("van ons")
    QGuiApplication.clipboard().setText("van een ander")
    qtbot.wait(120)
    assert QGuiApplication.clipboard().text() == "van een ander"


def test_the_three_stand_beside_the_handover(handover):
    for press in (handover.rights.access, handover.rights.protect, handover.rights.copy):
        assert press.accessibleName() and press.focusPolicy() and not press.isHidden()
