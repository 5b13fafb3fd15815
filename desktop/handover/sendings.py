"""What already left for this family, and the letters that may follow: announcement, addendum, withdrawal, receipt."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from casework.handover.blocks import Kind, Reader
from casework.handover.kinds import Wanted
from casework.handover.may_read import refusal
from casework.handover.may_send import held_back
from casework.handover.sendings import ended_by
from casework.steps.handover import Handover, Sending
from casework.trouble import Trouble
from casework.words import day_in_words
from desktop import ask
from desktop.cases.open_case import OpenCase
from desktop.handover.export import export, letter_name
from desktop.handover.produce import ENDINGS, Format
from desktop.handover.sent import letter, wanted
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain, field_label
from desktop.theme.layouts import clear
from desktop.theme.look import current

_WORDS = {"aankondiging": "Aankondiging,", "overdracht": "Overdracht,", "aanvulling": "Aanvulling bij",
          "intrekking": "Intrekking van"}  # fmt: skip
_READERS = {"ouder": "voor ouders", "jongere": "voor de jongere"}
_ADD = (
    "Aanvulling schrijven",
    "Dit hoort bij het stuk dat al uitging; dat blijft gelden. Schrijf op wat de ontvanger nog moet weten.",
    "Wat vult u aan?",
)
_TAKE_BACK = (
    "Overdracht intrekken",
    "De ontvanger krijgt een brief: het stuk geldt niet meer en moet weg. Schrijf op waarom, zonder het verhaal.",
    "Waarom trekt u het in?",
)


class Sendings(QWidget):
    """Follows the case when `refresh` is called. `exported` the file that was made, `failed` why it was not."""

    exported = Signal(object)
    failed = Signal(str)

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._typed: dict[tuple[Kind, str | None, int | None], str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(6))
        column.addWidget(Plain("Wat ging al uit", "body", strong=True))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(current().px(6))
        column.addLayout(self._rows)
        self.announce = button("Korte aankondiging bewaren…", "plain", small=True)
        self.announce.setToolTip("Wat een aanbieder moet weten om te zeggen of er plek is. Zonder verhaal.")
        self.announce.clicked.connect(self.ask_announcement)
        column.addWidget(self.announce)
        self.receipt = button("Overzicht voor het gezin bewaren…", "plain", small=True)
        self.receipt.setToolTip("Wie kreeg wat, waarom, tot wanneer, en hoe het gezin het terugneemt.")
        self.receipt.clicked.connect(self.ask_receipt)
        column.addWidget(self.receipt)
        self.refresh()

    def refresh(self) -> None:
        clear(self._rows)
        sendings = self._case.settled.of(Handover).sendings.known or ()
        for one in reversed(sendings):
            self._rows.addWidget(self._row(one))
        if not sendings:
            self._rows.addWidget(Plain("Er ging nog niets uit.", "small", "ink_quiet"))
        whole = any(one.kind.known == "overdracht" and one.reader.known == "aanbieder" for one in sendings)
        self.announce.setVisible(not whole)
        self.receipt.setVisible(bool(sendings))

    # -- asking

    def ask_announcement(self) -> None:
        self._ask_file(wanted(self._case, "provider", "announcement"))

    def ask_receipt(self) -> None:
        """For parents; where they may not read along, for the young person."""
        reader: Reader = "youth" if refusal(self._case.settled, "parent") else "parent"
        self._ask_file(wanted(self._case, reader, "receipt"))

    def ask_letter(self, kind: Kind, sending: Sending) -> None:
        """An addendum to, or a withdrawal of, what left: in the user's own words, kept until the file is there."""
        about = (kind, sending.document.known, sending.version.known)
        go_on, text = _text(self, *(_ADD if kind == "addendum" else _TAKE_BACK), self._typed.get(about, ""))
        self._typed[about] = text
        if go_on:
            self.write_letter(kind, sending, text)

    def write_letter(self, kind: Kind, sending: Sending, text: str) -> None:
        asked = letter(self._case, kind, sending.document.known or "", sending.version.known, text)
        if asked is None:
            ask.tell(self, "Dit kan hier niet", "Dit stuk is niet met deze computer gemaakt.")
        else:
            self._ask_file(asked)

    def save(self, asked: Wanted, form: Format, path: Path) -> None:
        """Make the file; it is there when `exported` is sent."""
        export(self, self._case, asked.reader, form, path, partial(self._made, path, asked), self._told, asked)

    # -- inside

    def _ask_file(self, asked: Wanted) -> None:
        found = self._case.assessment
        if found is not None and (why := held_back(self._case.settled, found, asked.reader, asked.kind)):
            ask.tell(self, "Dit kan nog niet", " ".join(why))
            return
        name = letter_name(asked.kind, self._case.today, self._case.line.practice)
        kinds = [f"PDF (*{ENDINGS['pdf']})", f"webpagina (HTML) (*{ENDINGS['html']})"]
        path = ask.file_to_write(self, "Bewaren", name, kinds)
        if path is not None:
            self.save(asked, "html" if path.suffix.lower() in (".html", ".htm") else "pdf", path)

    def _made(self, path: Path, asked: Wanted) -> None:
        if asked.previous is not None:
            about = asked.previous.reference
            self._typed.pop((asked.kind, about.id, about.version), None)
        self.exported.emit(path)

    def _told(self, trouble: Trouble) -> None:
        self.failed.emit(str(trouble))

    def _row(self, one: Sending) -> QWidget:
        made = Sheet(padding=10, gap=4)
        what = f"{_WORDS.get(one.kind.known or '', '')} versie {one.version.known}"
        made.body.addWidget(Plain(what, "small", strong=True))
        about = (one.recipient.known, _READERS.get(one.reader.known or ""),
                 one.sent_on.known and day_in_words(one.sent_on.known))  # fmt: skip
        made.body.addWidget(Plain(", ".join(part for part in about if part), "label", "ink_quiet"))
        made.body.addWidget(Plain(one.document.known or "", "label", "ink_quiet"))
        if one.kind.known != "overdracht" or one.reader.known != "aanbieder":
            return made
        if ended := ended_by(self._case.settled.of(Handover), one):  # nobody adds to what no longer holds
            made.body.addWidget(Plain(ended.capitalize(), "label", "stop", strong=True))
            return made
        row = QHBoxLayout()
        kinds: tuple[tuple[Kind, str], ...] = (("addendum", "Aanvullen…"), ("withdrawal", "Intrekken…"))
        for kind, words in kinds:
            press = button(words, "plain", small=True)
            press.setAccessibleName(f"{words.rstrip('…')}: {what}")
            press.clicked.connect(partial(self.ask_letter, kind, one))
            row.addWidget(press)
        row.addStretch(1)
        made.body.addLayout(row)
        return made


def _text(parent: QWidget, question: str, line: str, label: str, typed: str) -> tuple[bool, str]:
    """Whether to go on with a few sentences in the user's own words, and those words; the act waits until there are
    some. typed: what was written before somebody turned back."""
    box = ask.Box(parent, question, line, "Verder")
    field = QPlainTextEdit(typed)
    field.setTabChangesFocus(True)
    field.setMinimumHeight(current().px(120))
    box.body.addWidget(field_label(label, field))
    box.body.addWidget(field)
    box.act.setEnabled(bool(typed.strip()))
    field.textChanged.connect(lambda: box.act.setEnabled(bool(field.toPlainText().strip())))
    field.setFocus()
    return box.agreed(), field.toPlainText().strip()
