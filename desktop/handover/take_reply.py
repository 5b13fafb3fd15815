"""Reading the reply of a provider into the case that is open: asked for with a button, told in words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from casework.handover.replies import taken_in
from casework.handover.reply import MAX_BYTES, ReplyError, read
from casework.steps.handover import Handover
from casework.trouble import Trouble
from desktop import ask
from desktop.bootstrap import read_whole
from desktop.cases.open_case import OpenCase
from desktop.handover.sent import issued
from desktop.theme.buttons import button

_KINDS = ["Antwoord van de aanbieder (*.json)"]
_HEADS = {
    "taken_in": "Het antwoord is ingelezen",
    "older": "Het antwoord is bewaard, een nieuwer telt",
    "already": "Dit antwoord was er al",
    "refused": "Dit antwoord is niet ingelezen",
}


def reply_button(case: OpenCase) -> QPushButton:
    """For beside the questions about what the provider said."""
    made = button("Antwoord inlezen…", "plain", "message-square-reply")
    made.setToolTip("Het bestand dat de aanbieder met de webpagina van de overdracht maakte.")
    made.clicked.connect(lambda: ask_reply(made, case))
    return made


def ask_reply(parent: QWidget, case: OpenCase) -> None:
    """Ask for the file, take it in, and tell what came of it."""
    path = ask.file_to_read(parent, "Antwoord inlezen", _KINDS)
    if path is not None:
        ask.tell(parent, *take_reply(case, path))


def take_reply(case: OpenCase, path: Path) -> tuple[str, str]:
    """Take the reply in a file into the case; a head and a line that say what came of it. Nothing is half taken in."""
    try:
        reply = read(read_whole(path, MAX_BYTES))
    except (Trouble, ReplyError) as error:
        return _HEADS["refused"], str(error)
    found = taken_in(case.case.step(Handover), reply, issued(case), case.today)
    if found.changes:
        if mistake := case.confirm_all(found.changes):
            return _HEADS["refused"], mistake
        case.log("imported", {"reply": reply.reply_id, "document": reply.document_id, "file": path.name})
    return _HEADS[found.status], found.words
