"""The keys and the address book of one home, kept in its encrypted database. One place for starting, enrolling,
trusting and revoking; the same keys sign knowledge packs where a home issues them.
"""
from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from casework.answers import months_later
from casework.pool.audience import mailbox_of
from casework.pool.parties import Party
from casework.pool.roster import Roster
from db.errors import StoreError
from db.exchange.cards import (
    MOST_BYTES,
    Card,
    Certificate,
    DeviceKeys,
    Directory,
    Enrolment,
    NotTrusted,
    ask_enrolment,
    card_of,
    enrol,
    enrolment_from,
    keep_roster,
    revoke,
    to_bytes,
)
from db.exchange.post import Post, Project, read_book
from db.files import read_whole
from db.pool import PoolStore
from db.signing import SigningKey
from db.values import ABSENT, Value

MOST_MONTHS = 12
"""A certificate holds at most this long; then the coordinator looks again who works here."""

_KEYS, _CARD, _ROOTS, _BOOK = "device", "card", "roots", "directory"


class NoKeysYet(StoreError):
    sentence = "Dit apparaat heeft nog geen sleutels voor de expertpool. Meld het eerst aan."


class KeysAlready(StoreError):
    sentence = "Dit apparaat is al aangemeld bij de expertpool."


class NotTheCoordinator(StoreError):
    sentence = "Alleen een coördinator kan apparaten toelaten, verlengen en intrekken."


class NotInTheBook(StoreError):
    sentence = "Dit apparaat staat niet (meer) in het adresboek. Laat het opnieuw toe met een aanmelding."


class WrongFingerprint(StoreError):
    sentence = (
        "De vingerafdruk klopt niet. In het bestand hoort hij bij: {found}. Vergelijk hem met de ander, aan tafel of "
        "aan de telefoon, en neem het bestand niet over als hij verschilt."
    )


class KeyRing:
    """What this home can sign and open, and whom it knows."""

    def __init__(self, store: PoolStore) -> None:
        self._store = store
        self._checked: tuple[Value, list[str], Directory] | None = None

    # -- this device

    def start(self, party: Party, today: date, *, joins: bool = False) -> Card:
        """Make the keys of this device. A first coordinator vouches for itself: the pool begins there.

        joins: of a coordinator, that the pool is there already and another coordinator will vouch for this device.
        Raises KeysAlready.
        """
        if self._store.key(_KEYS) is not ABSENT:
            raise KeysAlready
        keys = DeviceKeys.new()
        card = card_of(keys, party, mailbox_of(party))
        made = {_KEYS: keys.to_json(), _CARD: _as_json(card)}
        if party.role == "coordinator" and not joins:
            own = enrol(keys, card, today, months_later(today, MOST_MONTHS))
            made |= {_ROOTS: [card.signing], _BOOK: _as_json(Directory(certificates=(own,)))}
        self._store.put_keys(made)  # all at once: half a device could never be started again
        return card

    @property
    def card(self) -> Card | None:
        """None where this device was never started."""
        found = self._store.key(_CARD)
        return None if found is ABSENT else Card.model_validate(found)

    def request(self) -> Enrolment:
        """What the coordinator signs. Raises NoKeysYet."""
        return ask_enrolment(self._keys, self._own)

    def request_file(self) -> bytes:
        """The request as a file to hand over. Raises NoKeysYet."""
        return to_bytes(self.request())

    @property
    def signing_key(self) -> SigningKey:
        """What this device signs with; knowledge packs too, where this home issues them. Raises NoKeysYet."""
        return self._keys.signing

    def is_enrolled(self, today: date) -> bool:
        """Does somebody we trust vouch for this device today?"""
        card = self.card
        return card is not None and any(one.device == card.device for one in self.directory.open_on(today))

    # -- the others

    @property
    def admits(self) -> bool:
        """May this device vouch for others?"""
        card, roots = self.card, self._roots
        return card is not None and card.signing in self.directory.issuers(roots)

    @property
    def issuers(self) -> frozenset[str]:
        """Whose signatures count here: the coordinators that are trusted."""
        return self.directory.issuers(self._roots)

    @property
    def trusts(self) -> bool:
        """Was a coordinator pinned here?"""
        return bool(self._roots)

    @staticmethod
    def read_request(path: Path) -> Enrolment:
        """The request in a file somebody handed over. Raises NotACard, NotReadable."""
        return enrolment_from(read_whole(path, MOST_BYTES), path.name)

    read_book = staticmethod(read_book)

    def book_file(self) -> bytes:
        """The address book as a file to hand over."""
        return to_bytes(self.directory)

    @property
    def directory(self) -> Directory:
        """What a coordinator we trust signed."""
        found, roots = self._store.key(_BOOK), self._roots
        if self._checked is None or self._checked[:2] != (found, roots):
            book = Directory() if found is ABSENT else Directory.model_validate(found)
            self._checked = (found, roots, book.signed_by(roots))  # every signature: not at each look
        return self._checked[2]

    def admit(self, enrolment: Enrolment, fingerprint: str, today: date, months: int = MOST_MONTHS) -> Certificate:
        """Vouch for another device, after its fingerprint was read out. Raises NotTheCoordinator, WrongFingerprint."""
        self._must_admit()
        _compare(fingerprint, [enrolment.card])
        return self._vouch(enrolment.card, today, months)

    def prolong(self, device: str, today: date, months: int = MOST_MONTHS) -> Certificate:
        """Vouch longer for a device whose user still works here. Raises NotTheCoordinator, NotInTheBook."""
        self._must_admit()
        found = self.directory.of_device(device)
        if found is None or self.directory.revoked(device) is not None:
            raise NotInTheBook
        return self._vouch(found.card, today, months)

    def _vouch(self, card: Card, today: date, months: int) -> Certificate:
        made = enrol(self._keys, card, today, months_later(today, min(months, MOST_MONTHS)))
        self._keep(self.directory.merged(Directory(certificates=(made,))))
        return made

    def keep_roster(self, roster: Roster) -> None:
        """Sign who can be reached when, and the terms; it travels with the address book. Raises NotTheCoordinator."""
        self._must_admit()
        self._keep(self.directory.merged(Directory(rosters=(keep_roster(self._keys, roster),))))

    def withdraw(self, device: str, today: date, reason: str) -> None:
        """Never trust a device again. Raises NotTheCoordinator."""
        self._must_admit()
        self._keep(self.directory.merged(Directory(revocations=(revoke(self._keys, device, today, reason),))))

    def trust(self, book: Directory, fingerprint: str) -> Card:
        """Pin the coordinator of an address book, after the fingerprint was read out, and take over what they signed.

        Raises WrongFingerprint, NotTrusted.
        """
        coordinators = [one.card for one in book.certificates if one.issuer == one.card.signing]
        root = _compare(fingerprint, coordinators)
        self._take_over(book, sorted({*self._roots, root.signing}))
        return root

    def update(self, book: Directory) -> bool:
        """Take over what is new in an address book; True if there was any. Raises NotTrusted where nothing is ours."""
        return self._take_over(book, self._roots)

    def _take_over(self, book: Directory, roots: list[str]) -> bool:
        ours = book.signed_by(roots)
        if not ours.certificates and not ours.revocations:
            raise NotTrusted
        merged = self.directory.merged(ours)
        changed = merged != self.directory
        self._store.put_keys({_ROOTS: roots, _BOOK: _as_json(merged)})
        return changed

    def post(self, project: Project) -> Post:
        """Raises NoKeysYet."""
        return Post(self._store, self._keys, self._own, self.directory, project)

    # -- inside

    @property
    def _keys(self) -> DeviceKeys:
        found = self._store.key(_KEYS)
        if found is ABSENT:
            raise NoKeysYet
        return DeviceKeys.from_json(found)

    @property
    def _own(self) -> Card:
        if (card := self.card) is None:
            raise NoKeysYet
        return card

    @property
    def _roots(self) -> list[str]:
        found = self._store.key(_ROOTS)
        return [] if found is ABSENT else list(found)

    def _must_admit(self) -> None:
        if not self.admits:
            raise NotTheCoordinator

    def _keep(self, book: Directory) -> None:
        self._store.put_keys({_BOOK: _as_json(book)})


def _as_json(one: Card | Directory) -> Value:
    return one.model_dump(mode="json", by_alias=True)


def _compare(fingerprint: str, cards: Iterable[Card]) -> Card:
    digits = "".join(sign for sign in fingerprint if sign.isdigit())
    found = list(cards)
    for card in found:
        if card.fingerprint.replace(" ", "") == digits:
            return card
    raise WrongFingerprint(found=" of ".join(card.fingerprint for card in found) or "niemand")
