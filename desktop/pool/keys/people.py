"""For a coordinator: letting devices in, how long they are trusted, and taking that trust away."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from casework.words import day_in_words, in_words
from desktop import ask
from desktop.bootstrap import write_whole
from desktop.pool.keys.files import BOOK, REQUEST
from desktop.pool.keys.fingerprint import CompareBox
from desktop.pool.words import discipline
from desktop.session import Session
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import Plain
from desktop.theme.layouts import clear
from desktop.theme.look import current
from desktop.theme.runs import Run, RunLabel, bold, quiet

if TYPE_CHECKING:  # bootstrap brings them in
    from db.exchange.cards import Card

_SOON = timedelta(days=60)
_ADMIT = (
    "Bel {name} op een nummer dat u al had, of zit ernaast. Laat de zes groepen voorlezen van het andere scherm. De "
    "toelating geldt twaalf maanden."
)
_LINE = "Wie hier staat kan vragen en adviezen ontvangen. Het adresboek gaat mee met de post."


class PeopleSheet(Sheet):
    """`changed` when somebody was let in, prolonged or withdrawn."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("Apparaten in de pool", gap=10, parent=parent)
        self._session = session
        self.body.addWidget(Plain(_LINE, "small", "ink_quiet"))
        holder = QWidget()
        row = FlowLayout(holder)
        self.admit = button("Een apparaat toelaten…", "primary", "plus", small=True)
        self.admit.clicked.connect(self.ask_admit)
        self.book = button("Adresboek bewaren…", icon="save", small=True)
        self.book.clicked.connect(self.ask_book)
        for press in (self.admit, self.book):
            row.addWidget(press)
        self.body.addWidget(holder)
        self.said = Plain("", "small")
        self.body.addWidget(self.said)
        self._presses: dict[str, QPushButton] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(current().px(8))
        self.body.addLayout(self._list)
        self.refresh()

    def refresh(self) -> None:
        """As it stands now; the focus stays with whom it was."""
        at = next((name for name, press in self._presses.items() if press.hasFocus()), "")
        self._presses = {}
        clear(self._list)
        book = self._session.pool.ring.directory
        cards = {one.card.device: one.card for one in book.certificates}
        for card in sorted(cards.values(), key=lambda one: (book.revoked(one.device) is not None, one.party.name)):
            line = QFrame()
            line.setProperty("role", "hairline")
            line.setFixedHeight(1)
            self._list.addWidget(line)
            self._list.addWidget(self._row(card))
        if at:
            self._presses.get(at, self.admit).setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, card: Card) -> QWidget:
        book, today = self._session.pool.ring.directory, self._session.today
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(4))
        party = card.party
        about = [in_words(party.role).replace("coordinator", "coördinator"), discipline(party.discipline),
                 party.team, party.organisation]  # fmt: skip
        column.addWidget(RunLabel([bold(party.name), quiet("   " + ", ".join(part for part in about if part))]))
        own = book.of_device(card.device)
        assert own is not None  # its card came from the book
        revoked = book.revoked(card.device)
        if revoked is not None:
            state = Run(f"Ingetrokken op {day_in_words(revoked.on)}: {revoked.reason}", "stop", 600)
        elif own.valid_until < today:
            state = Run(f"Verlopen op {day_in_words(own.valid_until)}", "stop", 600)
        elif own.valid_until - today <= _SOON:
            state = Run(f"Verloopt binnenkort: {day_in_words(own.valid_until)}", "care", 600)
        else:
            state = quiet(f"Toegelaten tot en met {day_in_words(own.valid_until)}")
        column.addWidget(RunLabel([state, quiet(f"   vingerafdruk {card.fingerprint}")], "small"))
        if revoked is None:
            acts = QWidget()
            row = FlowLayout(acts)
            for words, act in (("Verlengen", self.prolong), ("Intrekken…", self.ask_withdraw)):
                press = button(words, "quiet", small=True)
                press.setAccessibleName(f"{words} {party.name}")
                self._presses[f"{words} {card.device}"] = press
                press.clicked.connect(lambda _=False, act=act, card=card: ask.tried(self, lambda: act(card)))
                row.addWidget(press)
            column.addWidget(acts, 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def ask_admit(self) -> None:
        path = ask.file_to_read(self, "Een apparaat toelaten", [REQUEST])
        if path is not None:
            ask.tried(self, lambda: self.take_request(path))

    def take_request(self, path: Path) -> None:
        ring = self._session.pool.ring
        found = ring.read_request(path)
        name, role = found.card.party.name, in_words(found.card.party.role).replace("coordinator", "coördinator")
        box = CompareBox(self, f"{name} toelaten als {role}?", _ADMIT.format(name=name), name, found.card.fingerprint,
                         "Toelaten")  # fmt: skip
        if box.agreed():
            ring.admit(found, found.card.fingerprint, self._session.today)
            self._tell(f"{name} is toegelaten. Geef het adresboek terug: als bestand, of met de post.")

    def ask_book(self) -> None:
        path = ask.file_to_write(self, "Adresboek bewaren", "adresboek.json", [BOOK])
        if path is not None:
            ask.tried(self, lambda: self.save_book(path))

    def save_book(self, path: Path) -> None:
        write_whole(path, self._session.pool.ring.book_file())
        self.said.setText(f"Bewaard als {path.name}. De ander vergelijkt bij het inlezen uw vingerafdruk.")

    def prolong(self, card: Card) -> None:
        made = self._session.pool.ring.prolong(card.device, self._session.today)
        self._tell(f"{card.party.name} is verlengd tot en met {day_in_words(made.valid_until)}.")

    def ask_withdraw(self, card: Card) -> None:
        reason = ask.words(
            self,
            f"De toelating van {card.party.name} intrekken?",
            "Wat dit apparaat daarna stuurt, wordt apart gezet. Dit geldt voorgoed; een nieuw apparaat kan zich "
            "opnieuw aanmelden. Anderen weten het zodra zij de post ophalen.",
            "Waarom?",
            "Intrekken",
        )
        if reason is not None:
            self._session.pool.ring.withdraw(card.device, self._session.today, reason)
            self._tell(f"De toelating van {card.party.name} is ingetrokken.")

    def _tell(self, words: str) -> None:
        self.refresh()
        self.said.setText(words)
        self.changed.emit()
