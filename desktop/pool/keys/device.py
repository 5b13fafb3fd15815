"""This device: its fingerprint, whether it is let in, and the two steps that are left until then."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casework.words import counted, day_in_words
from desktop import ask
from desktop.bootstrap import write_whole
from desktop.pool.keys.files import BOOK, REQUEST
from desktop.pool.keys.fingerprint import CompareBox, Fingerprint
from desktop.session import Session
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import Plain

_READ_OUT = "Lees deze zes groepen voor als een collega erom vraagt, aan tafel of aan de telefoon. Stuur ze nooit mee."
_TRUST = (
    "Bel {name} op een nummer dat u al had, of zit er naast. Laat de zes groepen voorlezen van het scherm van de "
    "coördinator. Alleen zo weet u dat niemand er tussen zit."
)


class DeviceSheet(Sheet):
    """`changed` when this device trusts somebody new."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("Dit apparaat", gap=10, parent=parent)
        self._session = session
        card = session.pool.ring.card
        assert card is not None  # the screen shows this sheet once there are keys
        self._card = card
        self.body.addWidget(Fingerprint(card.fingerprint))
        self.body.addWidget(Plain(_READ_OUT, "small", "ink_quiet"))
        self.state = Plain("", "body", strong=True)
        self.body.addWidget(self.state)
        self.line = Plain("", "small", "ink_quiet")
        self.body.addWidget(self.line)
        holder = QWidget()
        row = FlowLayout(holder)
        self.request = button("Aanmelding bewaren…", icon="save", small=True)
        self.request.clicked.connect(self.ask_request)
        self.trust = button("Adresboek inlezen…", icon="shield-check", small=True)
        self.trust.clicked.connect(self.ask_trust)
        for press in (self.request, self.trust):
            row.addWidget(press)
        self.body.addWidget(holder)
        self.said = Plain("", "small")
        self.body.addWidget(self.said, 0, Qt.AlignmentFlag.AlignLeft)
        self.refresh()

    def refresh(self) -> None:
        ring, today = self._session.pool.ring, self._session.today
        book = ring.directory
        own = book.of_device(self._card.device)
        known = counted(len(book.open_on(today)), "apparaat", "apparaten")
        self.line.setText(f"In uw adresboek: {known}." if ring.trusts else "Uw adresboek is nog leeg.")
        if book.revoked(self._card.device) is not None:
            self.state.setText("De toelating van dit apparaat is ingetrokken. Bel de coördinator.")
        elif own is not None and ring.is_enrolled(today):
            self.state.setText(f"Toegelaten tot en met {day_in_words(own.valid_until)}.")
        elif own is not None:
            self.state.setText("De toelating is verlopen. Vraag de coördinator haar te verlengen.")
        elif ring.trusts:
            self.state.setText("Nog niet toegelaten. Geef de coördinator uw aanmelding en haal dan de post op.")
        else:
            self.state.setText(
                "Nog twee stappen. Bewaar de aanmelding en geef die aan de coördinator. Lees daarna het adresboek in "
                "dat u terugkrijgt."
            )
        self.request.setVisible(not ring.admits)
        self.trust.setVisible(not ring.admits)

    def ask_request(self) -> None:
        path = ask.file_to_write(self, "Aanmelding bewaren", "aanmelding.json", [REQUEST])
        if path is not None:
            ask.tried(self, lambda: self.save_request(path))

    def save_request(self, path: Path) -> None:
        write_whole(path, self._session.pool.ring.request_file())
        self.said.setText(f"Bewaard als {path.name}. Geef dit bestand aan de coördinator.")

    def ask_trust(self) -> None:
        path = ask.file_to_read(self, "Adresboek inlezen", [BOOK])
        if path is not None:
            ask.tried(self, lambda: self.take_book(path))

    def take_book(self, path: Path) -> None:
        """Take over a newer book of a coordinator who is trusted already, or compare fingerprints first."""
        ring = self._session.pool.ring
        book = ring.read_book(path)
        if ring.trusts:
            ring.update(book)
            self.said.setText("Het adresboek is bijgewerkt.")
        else:
            root = book.begun_by
            box = CompareBox(
                self, "Is dit de coördinator?", _TRUST.format(name=root.party.name), root.party.name, root.fingerprint,
                "Deze coördinator vertrouwen",
            )  # fmt: skip
            if not box.agreed():
                return
            ring.trust(book, root.fingerprint)
            self.said.setText(f"U vertrouwt {root.party.name}.")
        self.refresh()
        self.changed.emit()
