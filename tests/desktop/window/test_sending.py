"""After sending, in the window: what left stands in step 14 by itself, and can be added to, taken back and shown."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from casework.handover import compose
from casework.handover.blocks import Origin
from casework.handover.kinds import Wanted
from casework.handover.plain import plain
from casework.steps.explanation import Explanation
from casework.steps.handover import Handover
from desktop import ask
from desktop.handover.export import export
from desktop.handover.sent import issued, letter, previous, wanted
from desktop.render.inspect import inspect

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def exported(inside, handover, path: Path, asked: Wanted | None = None) -> dict:
    done = []
    form = {".txt": "text"}.get(path.suffix, path.suffix[1:])
    export(handover, handover.case, handover.reader, form, path, lambda: done.append(path), pytest.fail, asked)
    inside.qtbot.waitUntil(lambda: bool(done), timeout=30_000)
    return json.loads(path.read_bytes()) if path.suffix == ".json" else {}


def sendings(handover):
    return handover.case.case.step(Handover).sendings.known or ()


def test_an_export_writes_itself_down_once_for_every_form(inside, handover, tmp_path):
    told = exported(inside, handover, tmp_path / "een.json")
    for form in ("html", "txt"):
        exported(inside, handover, tmp_path / f"een.{form}")
    (one,) = sendings(handover)
    assert (one.document.known, one.version.known) == (told["document"]["id"], 1)
    assert (one.kind.known, one.reader.known, one.ground.known) == ("overdracht", "aanbieder", "toestemming")
    assert one.recipient.known == "De Verzonnen Linde" and one.sent_on.known == handover.case.today
    assert one.valid_until.known.isoformat() == told["document"]["valid_until"]
    assert one.fingerprint.known == issued(handover.case)[-1].fingerprint


def test_after_a_change_the_next_export_is_version_two(inside, handover, tmp_path):
    first = exported(inside, handover, tmp_path / "een.json")
    handover.case.confirm("handover.start_talk", "Maandag om tien uur op school")
    handover.case.weigh()
    second = exported(inside, handover, tmp_path / "twee.json")
    assert second["document"]["id"] == first["document"]["id"] and second["document"]["version"] == 2
    assert [one["now"] for one in second["changes"]] == ["Maandag om tien uur op school"]
    assert [one.version.known for one in sendings(handover)] == [1, 2]
    assert previous(handover.case, "parent") is None


def test_what_asks_to_call_about_it_is_no_new_version(inside, handover, tmp_path):
    first = exported(inside, handover, tmp_path / "een.json")
    (one,) = sendings(handover)
    long_ago = (handover.case.today - timedelta(weeks=2)).isoformat()
    handover.case.confirm(f"handover.sendings.{one.id}.sent_on", long_ago)
    handover.case.weigh()
    assert "R-VOLG-01" in [signal.rule for signal in handover.case.assessment.signals if signal.status == "open"]
    again = exported(inside, handover, tmp_path / "nog.json")
    assert again["document"] == first["document"] and len(sendings(handover)) == 1


def test_a_second_version_is_not_proposed_under_the_name_of_the_first(inside, handover, tmp_path):
    number = exported(inside, handover, tmp_path / "een.json")["document"]["id"]
    first = handover.proposed_name("pdf")
    assert first.endswith(f"overdracht-{number}-aanbieder.pdf")
    handover.case.confirm("handover.start_talk", "Maandag om tien uur op school")
    handover.case.weigh()
    handover.refresh()
    assert handover.proposed_name("pdf") == first.replace("aanbieder", "aanbieder-versie-2")


def test_an_addendum_and_a_withdrawal_name_what_left(inside, handover, tmp_path):
    first = exported(inside, handover, tmp_path / "een.json")["document"]
    asked = letter(handover.case, "addendum", first["id"], 1, "De start is later.")
    told = exported(inside, handover, tmp_path / "bij.json", asked)
    assert told["letter"] == {"number": 1, "text": "De start is later."}
    again = letter(handover.case, "addendum", first["id"], 1, "En nog iets.")
    assert again is not None and again.number == 2
    exported(inside, handover, tmp_path / "weg.json", letter(handover.case, "withdrawal", first["id"], 1, "Nee."))
    kinds = [(one.kind.known, one.refers_to.known, one.note.known) for one in sendings(handover)[1:]]
    assert kinds == [("aanvulling", first["id"], "De start is later."), ("intrekking", first["id"], "Nee.")]
    assert letter(handover.case, "addendum", "OV-2026-00000000", 1, "tekst") is None
    assert [one.document_id for one in issued(handover.case)] == [first["id"]]


def test_an_announcement_needs_an_answer_before_the_rest(inside, handover, tmp_path):
    exported(inside, handover, tmp_path / "kort.json", wanted(handover.case, "provider", "announcement"))
    assert [one.kind.known for one in sendings(handover)] == ["aankondiging"]
    with inside.qtbot.waitSignal(handover.failed, timeout=30_000) as failed:
        handover.export_to("pdf", tmp_path / "heel.pdf")
    assert "aankondiging nog niet aangenomen" in failed.args[0] and not (tmp_path / "heel.pdf").exists()
    handover.case.confirm("handover.full_early_reason", "Het gezin wacht al lang")
    handover.case.weigh()
    exported(inside, handover, tmp_path / "heel.json")


def test_the_receipt_is_made_from_what_left_and_is_no_sending(inside, handover, tmp_path):
    exported(inside, handover, tmp_path / "een.json")
    told = exported(inside, handover, tmp_path / "wie.json", wanted(handover.case, "parent", "receipt"))
    assert [one["to"] for one in told["receipt"]] == ["De Verzonnen Linde"]
    assert len(sendings(handover)) == 1


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def shown(inside, handover) -> str:
    """The plain text of the preview, once the window has caught up."""
    handover.case.weigh()
    handover.refresh()
    return plain(
        compose(handover.case.settled, handover.case.assessment, handover.case.pack, previous=handover._before())
    )


def test_the_sort_of_recipient_sets_the_sections(inside, handover):
    assert handover.parts._rows["H4"].tick.isChecked()
    handover.sharing.role.keep("school")
    handover.case.weigh()
    handover.refresh()
    assert not handover.parts._rows["H4"].tick.isChecked()
    assert "School werkt met de afspraken" in words(handover.parts._rows["H4"])
    handover.parts._rows["H4"].tick.click()
    handover.refresh()
    assert handover.parts._rows["H4"].tick.isChecked() and handover.save.isEnabled()


def test_who_may_not_read_it_gets_no_file(inside, handover, tmp_path):
    """Jesse's family agreed to the provider, and nobody asked them about youth protection."""
    handover.sharing.role.keep("gi")
    handover.case.weigh()
    handover.refresh()
    assert not handover.save.isEnabled() and "toestemming" in words(handover._missing)
    with inside.qtbot.waitSignal(handover.failed, timeout=30_000):
        handover.export_to("html", tmp_path / "weg.html")
    assert not (tmp_path / "weg.html").exists() and not sendings(handover)


def test_a_sentence_is_kept_here_from_its_card_and_let_go_again(inside, handover, monkeypatch):
    telling = str(handover.case.case.step(Explanation).alternative.known)
    assert telling in shown(inside, handover)
    handover._card.show_origin(Origin("explanation.alternative"))
    monkeypatch.setattr(ask, "words", lambda *_: "Dit hoeft de aanbieder niet te weten")
    handover._card._keep.click()
    assert telling not in shown(inside, handover) and handover._card.isHidden()
    assert "stap 6" in words(handover.sharing.held_back)
    handover.sharing.held_back.hold_back("explanation.alternative", "nog eens")
    assert len(handover.case.order("handover.statements")) == 1
    again = next(one for one in handover.sharing.held_back.findChildren(QPushButton) if one.text() == "Weer delen")
    again.click()
    assert telling in shown(inside, handover) and handover.sharing.held_back.isHidden()


def test_the_own_statement_cannot_be_kept_here(handover):
    handover._card.show_origin(Origin("handover.own_statement"))
    assert handover._card._keep.isHidden()


def test_what_left_stands_beside_the_preview_and_is_taken_back_there(inside, handover, tmp_path, monkeypatch):
    assert handover.sharing.sendings.receipt.isHidden()
    exported(inside, handover, tmp_path / "een.json")
    handover.refresh()
    panel = handover.sharing.sendings
    assert "Overdracht, versie 1" in words(panel) and panel.announce.isHidden() and not panel.receipt.isHidden()
    paper = tmp_path / "intrekking.pdf"
    monkeypatch.setattr(ask, "file_to_write", lambda *_: paper)
    with inside.qtbot.waitSignal(panel.exported, timeout=30_000):
        panel.write_letter("withdrawal", sendings(handover)[0], "De toestemming is ingetrokken.")
    assert inspect(paper.read_bytes()).status == "as_issued"
    handover.refresh()
    assert "Ingetrokken" in words(panel)
    assert not [one for one in panel.findChildren(QPushButton) if one.isVisible() and one.text() == "Intrekken…"]


def test_nobody_adds_to_what_a_newer_version_took_the_place_of(inside, handover, tmp_path):
    exported(inside, handover, tmp_path / "een.json")
    handover.case.confirm("handover.start_talk", "Maandag om tien uur op school")
    handover.case.weigh()
    exported(inside, handover, tmp_path / "twee.json")
    panel = handover.sharing.sendings
    panel.refresh()

    def acts() -> list[str]:
        return [one.accessibleName() for one in panel.findChildren(QPushButton) if one.isVisible()]

    inside.wait(lambda: "Aanvullen: Overdracht, versie 2" in acts())
    assert not [one for one in acts() if one.endswith("versie 1")]
    assert "Vervangen door versie 2" in words(panel)


def test_what_left_elsewhere_is_told(handover, monkeypatch):
    told = []
    monkeypatch.setattr(ask, "tell", lambda *words: told.append(words))
    elsewhere = {"document": "OV-2026-00000000", "version": 1, "kind": "overdracht"}
    record = handover.case.add("handover.sendings", elsewhere)
    one = next(one for one in sendings(handover) if one.id == record)
    handover.sharing.sendings.write_letter("addendum", one, "tekst")
    assert "niet met deze computer" in told[0][2]


def test_a_letter_that_is_not_saved_keeps_its_words(inside, handover, tmp_path, monkeypatch, answer_box):
    exported(inside, handover, tmp_path / "een.json")
    panel, (one,) = handover.sharing.sendings, sendings(handover)
    monkeypatch.setattr(ask, "file_to_write", lambda *_: None)

    def write(words, act):
        def acting(box):
            seen.append(box.findChild(QPlainTextEdit).toPlainText())
            box.findChild(QPlainTextEdit).setPlainText(words)
            getattr(box, act).click()

        answer_box(acting)
        panel.ask_letter("addendum", one)

    seen: list[str] = []
    write("De start is later.", "back")
    write("De start is een week later.", "act")
    paper = tmp_path / "aanvulling.pdf"
    monkeypatch.setattr(ask, "file_to_write", lambda *_: paper)
    with inside.qtbot.waitSignal(panel.exported, timeout=30_000):
        write("De start is twee weken later.", "act")
    handover.refresh()
    assert "Aanvulling bij versie 1" in words(panel)
    write("", "back")
    assert seen == ["", "De start is later.", "De start is een week later.", ""]
