"""`ijkpunt inspect` on PDFs, web pages and replies."""
# ruff: noqa: F811 (a fixture is asked for by its name)

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pikepdf

from tests.desktop.test_cli import DAY, held, run, whole  # noqa: F401


def test_inspect_tells_whether_it_is_as_issued(run: Any, whole: Path, tmp_path: Path) -> None:
    issued, touched, saved = (tmp_path / name for name in ("uit.pdf", "aangeraakt.pdf", "bewaard.pdf"))
    assert run("handover", whole, "--out", issued, "--date", DAY).code == 0
    ran = run("inspect", issued)
    assert (ran.code, ran.json["status"]) == (0, "as_issued")
    assert ran.json["data"]

    touched.write_bytes(issued.read_bytes() + b"\n")
    assert (run("inspect", touched).code) == 4

    with pikepdf.open(issued) as pdf:
        data = json.loads(pdf.attachments["overdracht.json"].get_file().read_bytes())
        data["extra"] = "erbij"
        pdf.attachments["overdracht.json"] = pikepdf.AttachedFileSpec(pdf, json.dumps(data).encode())
        pdf.save(saved)
    assert run("inspect", saved).code == 5


def test_inspect_knows_what_is_not_ours(run: Any, tmp_path: Path, held: Path) -> None:
    ran = run("inspect", held)
    assert (ran.code, ran.json["status"], ran.json["data"]) == (6, "not_ours", None)
    large = tmp_path / "groot.pdf"
    with large.open("wb") as file:
        file.truncate(60_000_000)
    assert run("inspect", large).code == 6
    assert run("inspect", tmp_path / "weg.pdf").code == 2


def test_inspect_knows_a_page_a_reply_and_what_a_reply_belongs_to(run: Any, whole: Path, tmp_path: Path) -> None:
    page, pdf, data, answer = (tmp_path / name for name in ("uit.html", "uit.pdf", "uit.json", "antwoord.json"))
    for out, form in ((page, "html"), (pdf, "pdf"), (data, "json")):
        assert run("handover", whole, "--out", out, "--format", form, "--date", DAY).code == 0
    ran = run("inspect", page)
    assert (ran.code, ran.json["status"], ran.json["data"]) == (0, "as_issued", json.loads(data.read_bytes()))
    loose = run("inspect", data)
    assert loose.code == 6 and "losse gegevens" in loose.json["reasons"][0]

    head = ran.json["data"]["document"]
    reply = {"schema": "ijkpunt/reply/1", "document_id": head["id"], "version": head["version"], "reply_id": "a" * 20,
             "fingerprint": hashlib.sha256(data.read_bytes()).hexdigest(), "made_at": "2026-12-09T10:00:00Z",
             "outcome": "vraag", "note": "Wie is de mentor?"}  # fmt: skip
    answer.write_text(json.dumps(reply), encoding="utf-8")
    assert run("inspect", answer).json["status"] == "reply"
    for against in (page, pdf, data):
        assert (run("inspect", answer, "--against", against).code) == 0
    answer.write_text(json.dumps(reply | {"fingerprint": "b" * 64}), encoding="utf-8")
    forged = run("inspect", answer, "--against", pdf)
    assert (forged.code, forged.json["status"]) == (5, "does_not_belong") and "kenmerk" in forged.json["reasons"][1]
    answer.write_text(json.dumps(reply | {"note": "", "clear": 9}), encoding="utf-8")
    assert run("inspect", answer).code == 6 and len(run("inspect", answer).json["reasons"]) == 2

    assert run("inspect", pdf, "--against", page).code == 2
    page.write_bytes(page.read_bytes().replace(b'"id": "OV-', b'"id": "OX-'))
    answer.write_text(json.dumps(reply), encoding="utf-8")
    ran = run("inspect", answer, "--against", page)
    assert ran.code == 2 and "past niet bij het kenmerk" in ran.err
