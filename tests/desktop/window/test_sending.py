"""After sending, in the window: what left stands in step 14 by itself, and can be added to, taken back and shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from casework.handover.kinds import Wanted
from casework.steps.handover import Handover
from desktop.handover.sent import issued, letter, previous, wanted

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def handover(inside):
    inside.family("jesse.json")
    inside.window.house.show_handover()
    return inside.window.house.handover


def exported(inside, handover, path: Path, asked: Wanted | None = None) -> dict:
    from desktop.handover.export import export

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
