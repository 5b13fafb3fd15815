"""The whole way round: exported from the window, answered in a real browser, and read into the case again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from casework.steps.handover import Handover
from desktop.cli import main
from desktop.handover.sent import issued
from desktop.handover.take_reply import take_reply
from tests.desktop.reply_page import opened, saved, verdict


def exported(inside, handover, path: Path) -> Path:
    with inside.qtbot.waitSignal(handover.exported, timeout=30_000):
        handover.export_to("pdf" if path.suffix == ".pdf" else path.suffix[1:], path)
    return path


def by_hand(handover, folder: Path, **words) -> Path:
    """A reply as the page would make it, to what was exported last."""
    left = issued(handover.case)[-1]
    made = {"schema": "ijkpunt/reply/1", **left._asdict(), "reply_id": "0" * 20, "outcome": "geaccepteerd",
            "made_at": "2026-01-02T10:00:00Z", "waiting_weeks": 1} | words  # fmt: skip
    file = folder / f"antwoord-{made['reply_id'][:6]}.json"
    file.write_text(json.dumps(made), encoding="utf-8")
    return file


def taken(case) -> list[str]:
    """The replies that the journal says were read in."""
    return [about["reply"] for about in case.logged("imported") if isinstance(about, dict)]


def test_there_and_back_again(browser, inside, handover, tmp_path, capsys):
    page_file = exported(inside, handover, tmp_path / "overdracht.html")
    with opened(browser, page_file) as page:
        assert verdict(page).startswith("Zoals uitgegeven")
        page.check("#outcome-3")
        page.select_option("#reason", "geen_plek")
        page.fill("#note", "Pas na de zomer.")
        page.check("#complete-4")
        page.fill("#missed", "Het telefoonnummer van school.")
        page.focus("button[type=submit]")
        answer = saved(page, tmp_path)
    case = handover.case
    head, line = take_reply(case, answer)
    assert head == "Het antwoord is ingelezen" and "geen plek" in line
    step = case.case.step(Handover)
    (one,) = step.replies.known
    assert (one.outcome.known, one.reason.known, one.complete.known) == ("afgewezen", "geen_plek", 4)
    assert one.missed.known == "Het telefoonnummer van school." and one.received_on.known == case.today
    assert step.reaction.known == "afgewezen" and "Pas na de zomer" in step.reaction_reason.known
    assert take_reply(case, answer)[0] == "Dit antwoord was er al"
    assert taken(case) == [one.id]
    for form in ("html", "pdf", "json"):
        whole = page_file if form == "html" else exported(inside, handover, tmp_path / f"overdracht.{form}")
        assert inspected(capsys, answer, whole) == (0, "belongs"), form
    assert inspected(capsys, answer) == (0, "reply")
    case.confirm("handover.three_to_know", ["Iets anders."])
    case.weigh()
    other = exported(inside, handover, tmp_path / "overdracht-anders.html")
    assert inspected(capsys, answer, other) == (5, "does_not_belong")


def inspected(capsys, answer: Path, against: Path | None = None) -> tuple[int, str]:
    """What `ijkpunt inspect` comes to for a reply."""
    capsys.readouterr()
    code = main(["inspect", str(answer), *(["--against", str(against)] if against else [])])
    told = json.loads(capsys.readouterr().out)
    assert told["data"]["schema"] == "ijkpunt/reply/1" and told["reasons"][0].startswith("Antwoord op overdracht OV-")
    return code, told["status"]


def test_one_step_of_undo_takes_it_back(inside, handover, tmp_path):
    exported(inside, handover, tmp_path / "overdracht.json")
    before = handover.case.as_file()
    assert take_reply(handover.case, by_hand(handover, tmp_path))[0] == "Het antwoord is ingelezen"
    assert handover.case.as_file() != before
    handover.case.undo()
    assert handover.case.case.step(Handover).replies.known in (None, ())


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ({"document_id": "OV-2026-00000000"}, "Open de juiste casus"),
        ({"fingerprint": "0" * 64}, "kenmerk past niet"),
        ({"outcome": "afgewezen"}, "reason: bij ‘afgewezen’ hoort een reden"),
    ],
    ids=["another case", "forged", "not whole"],
)
def test_what_does_not_belong_changes_nothing(inside, handover, tmp_path, words, why):
    exported(inside, handover, tmp_path / "overdracht.json")
    before = handover.case.as_file()
    head, line = take_reply(handover.case, by_hand(handover, tmp_path, **words))
    assert head == "Dit antwoord is niet ingelezen" and why in line
    assert handover.case.as_file() == before and taken(handover.case) == []


def test_a_file_that_is_gone_is_told(handover, tmp_path):
    head, line = take_reply(handover.case, tmp_path / "antwoord-weg.json")
    assert head == "Dit antwoord is niet ingelezen" and "antwoord-weg.json bestaat niet" in line


def test_the_button_asks_for_the_file_and_tells_what_came_of_it(inside, handover, tmp_path, answer_box, monkeypatch):
    exported(inside, handover, tmp_path / "overdracht.json")
    file = by_hand(handover, tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(file), ""))
    told = []
    for place in ("handover", "case"):
        inside.window.house.show_handover() if place == "handover" else inside.window.house.case.open_step("handover")
        screen = inside.window.house.handover if place == "handover" else inside.window.house.case
        made = next(one for one in screen.findChildren(QPushButton) if one.text() == "Antwoord inlezen…")

        def read_it(box) -> None:
            told.append("\n".join(label.text() for label in box.findChildren(QLabel)))
            box.act.click()

        answer_box(read_it)
        made.click()
    assert "Het antwoord is ingelezen" in told[0] and "ja, wij nemen deze vraag aan" in told[0]
    assert "Dit antwoord was er al" in told[1]
