"""Who has which keys: a card for each device, signed by a coordinator, and the address book of all of them.

A device makes its keys itself and asks to be enrolled with its card, signed by its own key. The coordinator compares
the fingerprint in person and signs. Every home pins the coordinator's key once, also by its fingerprint. An address
book is a set of signed statements: merging two is taking both, in any order, any number of times.
"""
from __future__ import annotations

import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field, ValidationError

from casework.answers import Frozen
from casework.pool.parties import Party
from casework.pool.roster import Roster
from db.errors import StoreError
from db.signing import SigningKey, verified

MOST_BYTES = 20_000_000
"""No file by which homes tell each other who they are, or what may be used again, is larger."""

CLOCK_MARGIN = timedelta(days=2)
"""Laptops' clocks differ; nothing is refused for less."""

Key = Annotated[str, Field(pattern=r"^[A-Za-z0-9+/]{43}=$")]
Signature = Annotated[str, Field(pattern=r"^[A-Za-z0-9+/]{86}==$")]
M = TypeVar("M", bound=Frozen)
_GROUPS, _DIGITS = 6, 5


class NotACard(StoreError):
    sentence = "In {file} staat geen {what}. Vraag het bestand opnieuw."


class NotTrusted(StoreError):
    sentence = (
        "Dit adresboek is niet getekend door de coördinator die u vertrouwt. Vergelijk de vingerafdruk met de "
        "coördinator zelf, aan de telefoon of aan tafel."
    )


@dataclass(frozen=True)
class DeviceKeys:
    """The secret half: one key to sign with, one to open what was sealed for this device. Lives in the database."""

    signing: SigningKey
    box_secret: bytes
    box_public: bytes

    @classmethod
    def new(cls) -> DeviceKeys:
        from nacl.public import PrivateKey

        box = PrivateKey.generate()
        return cls(SigningKey.new(), bytes(box), bytes(box.public_key))

    def to_json(self) -> dict[str, str]:
        return {"signing": _coded(self.signing.secret), "box": _coded(self.box_secret)}

    @classmethod
    def from_json(cls, data: dict[str, str]) -> DeviceKeys:
        from nacl.public import PrivateKey

        box = PrivateKey(b64decode(data["box"]))
        return cls(SigningKey.from_seed(b64decode(data["signing"])), bytes(box), bytes(box.public_key))

    def __repr__(self) -> str:
        return "DeviceKeys(…)"  # never a secret, in no report


class Card(Frozen):
    """The public half, and whose it is. mailbox: where messages for this person go."""

    party: Party
    mailbox: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$")]
    signing: Key
    box: Key

    @property
    def device(self) -> str:
        """The id of the device: a digest of its keys, so that it cannot be another's."""
        return hashlib.sha256(b64decode(self.signing) + b64decode(self.box)).hexdigest()[:32]

    @property
    def fingerprint(self) -> str:
        """Six groups of five digits, to read to each other: about a hundred bits."""
        number = int.from_bytes(hashlib.sha256(b"fingerprint" + b64decode(self.signing) + b64decode(self.box)).digest())
        digits = str(number % 10 ** (_GROUPS * _DIGITS)).zfill(_GROUPS * _DIGITS)
        return " ".join(digits[at : at + _DIGITS] for at in range(0, len(digits), _DIGITS))


class Enrolment(Frozen):
    """A device asks to be enrolled: its card, signed by itself."""

    schema_: Literal["ijkpunt/device-request/1"] = Field(default="ijkpunt/device-request/1", alias="schema")
    card: Card
    signature: Signature


class Certificate(Frozen):
    """The coordinator vouches for a card until a day (twelve months at most)."""

    card: Card
    issuer: Key
    issued_on: date
    valid_until: date
    signature: Signature


class Revocation(Frozen):
    """A device that is no longer trusted: lost, or its user left. What arrives from it after this is set apart."""

    device: str
    issuer: Key
    on: date
    reason: str
    signature: Signature


class RosterStatement(Frozen):
    """Who can be reached when, as a coordinator keeps it."""

    roster: Roster
    issuer: Key
    signature: Signature


class Directory(Frozen):
    """The address book. Statements stand in a fixed order, so that the same book is the same file."""

    schema_: Literal["ijkpunt/directory/1"] = Field(default="ijkpunt/directory/1", alias="schema")
    certificates: tuple[Certificate, ...] = ()
    revocations: tuple[Revocation, ...] = ()
    rosters: tuple[RosterStatement, ...] = ()
    """Of each coordinator the newest."""

    def merged(self, other: Directory) -> Directory:
        certificates = {one.signature: one for one in (*self.certificates, *other.certificates)}
        revocations = {one.signature: one for one in (*self.revocations, *other.revocations)}
        return Directory(
            certificates=tuple(certificates[name] for name in sorted(certificates)),
            revocations=tuple(revocations[name] for name in sorted(revocations)),
            rosters=_newest((*self.rosters, *other.rosters)),
        )

    def issuers(self, roots: Iterable[str]) -> frozenset[str]:
        """Whose signatures count: the pinned keys, and each coordinator one of those vouches for and did not revoke.

        One step and no further: who a second coordinator calls a coordinator reads the post, and admits nobody.
        """
        pinned = frozenset(roots)
        revoked = {one.device for one in self.revocations if one.issuer in pinned and is_signed(one)}
        return pinned | {
            one.card.signing
            for one in self.certificates
            if one.issuer in pinned and one.card.party.role == "coordinator" and one.card.device not in revoked
            and is_signed(one)
        }  # fmt: skip

    def signed_by(self, roots: Iterable[str]) -> Directory:
        """Only what one of these keys, or a coordinator they vouch for, really signed."""
        trusted = self.issuers(roots)
        return Directory(
            certificates=tuple(one for one in self.certificates if one.issuer in trusted and is_signed(one)),
            revocations=tuple(one for one in self.revocations if one.issuer in trusted and is_signed(one)),
            rosters=tuple(one for one in self.rosters if one.issuer in trusted and is_signed(one)),
        )

    @property
    def roster(self) -> Roster | None:
        """The newest that any coordinator kept; None where none did."""
        return max((one.roster for one in self.rosters), key=lambda one: one.kept_at, default=None)

    @property
    def begun_by(self) -> Card:
        """The coordinator with whom this book begins: what a person compares before trusting it. Raises NotTrusted."""
        found = [one for one in self.certificates if one.issuer == one.card.signing and is_signed(one)]
        if not found:
            raise NotTrusted
        return min(found, key=lambda one: one.issued_on).card

    def of_device(self, device: str) -> Certificate | None:
        """The certificate of a device that holds longest."""
        found = [one for one in self.certificates if one.card.device == device]
        return max(found, key=lambda one: one.valid_until, default=None)

    def revoked(self, device: str) -> Revocation | None:
        return next((one for one in self.revocations if one.device == device), None)

    @property
    def devices(self) -> tuple[Certificate, ...]:
        """Of each device that was not revoked the certificate that holds longest, also where that has run out."""
        named = sorted({one.card.device for one in self.certificates})
        found = [self.of_device(device) for device in named if self.revoked(device) is None]
        return tuple(one for one in found if one is not None)

    def open_on(self, day: date) -> tuple[Card, ...]:
        """The cards to write to on a day: one a device, not revoked, not run out."""
        return tuple(one.card for one in self.devices if day <= one.valid_until + CLOCK_MARGIN)


def card_of(keys: DeviceKeys, party: Party, mailbox: str) -> Card:
    return Card(party=party, mailbox=mailbox, signing=_coded(keys.signing.public), box=_coded(keys.box_public))


def ask_enrolment(keys: DeviceKeys, card: Card) -> Enrolment:
    return Enrolment(card=card, signature=_signed(keys, "request", card.model_dump(mode="json", by_alias=True)))


def enrol(keys: DeviceKeys, card: Card, issued_on: date, valid_until: date) -> Certificate:
    """The coordinator vouches for a card."""
    issuer = _coded(keys.signing.public)
    content = _content(Certificate.model_construct(card=card, issuer=issuer, issued_on=issued_on,
                                                   valid_until=valid_until, signature=""))  # fmt: skip
    return Certificate(card=card, issuer=issuer, issued_on=issued_on, valid_until=valid_until,
                       signature=_signed(keys, "certificate", content))  # fmt: skip


def revoke(keys: DeviceKeys, device: str, on: date, reason: str) -> Revocation:
    issuer = _coded(keys.signing.public)
    content = _content(Revocation.model_construct(device=device, issuer=issuer, on=on, reason=reason, signature=""))
    return Revocation(device=device, issuer=issuer, on=on, reason=reason,
                      signature=_signed(keys, "revocation", content))  # fmt: skip


def keep_roster(keys: DeviceKeys, roster: Roster) -> RosterStatement:
    """The coordinator signs who can be reached when. roster.kept_at: with its time zone."""
    issuer = _coded(keys.signing.public)
    content = _content(RosterStatement.model_construct(roster=roster, issuer=issuer, signature=""))
    return RosterStatement(roster=roster, issuer=issuer, signature=_signed(keys, "roster", content))


def _newest(found: Iterable[RosterStatement]) -> tuple[RosterStatement, ...]:
    """Of each issuer the last; of two of one moment always the same one."""
    kept: dict[str, RosterStatement] = {}
    for one in sorted(found, key=lambda one: (one.roster.kept_at, one.signature)):
        kept[one.issuer] = one
    return tuple(kept[issuer] for issuer in sorted(kept))


_KINDS: dict[type[Frozen], str] = {Certificate: "certificate", Revocation: "revocation", RosterStatement: "roster"}


def is_signed(statement: Certificate | Revocation | RosterStatement) -> bool:
    kind = _KINDS[type(statement)]
    signature, issuer = b64decode(statement.signature), b64decode(statement.issuer)
    return verified(to_sign(kind, _content(statement)), signature, issuer)


def enrolment_from(data: bytes, name: str) -> Enrolment:
    """Read a request to be enrolled; name: of the file. Raises NotACard, also where it is not signed by its own key."""
    found = read_as(Enrolment, data, name, "aanmelding van een apparaat")
    said = to_sign("request", found.card.model_dump(mode="json", by_alias=True))
    if not verified(said, b64decode(found.signature), b64decode(found.card.signing)):
        raise NotACard(file=name, what="ongeschonden aanmelding")
    return found


def directory_from(data: bytes, name: str) -> Directory:
    """Read an address book; what is not signed is for `signed_by`. Raises NotACard."""
    return read_as(Directory, data, name, "adresboek")


def to_bytes(what: Enrolment | Directory) -> bytes:
    return what.model_dump_json(by_alias=True, indent=1).encode() + b"\n"


def read_as(model: type[M], data: bytes, name: str, what: str) -> M:
    """What stands in a file; what: it should be, in Dutch. Raises NotACard, also where it is far too large."""
    try:
        if len(data) > MOST_BYTES:
            raise ValueError("too large")
        return model.model_validate_json(data)
    except (ValidationError, ValueError) as error:
        raise NotACard(file=name, what=what) from error


def _content(statement: Frozen) -> dict[str, Any]:
    return statement.model_dump(mode="json", by_alias=True, exclude={"signature"})


def to_sign(kind: str, content: dict[str, Any]) -> bytes:
    """What is signed: its kind first, so that one sort of statement can never pass for another."""
    return f"ijkpunt/{kind}/1\n".encode() + json.dumps(content, sort_keys=True, ensure_ascii=False).encode()


def _signed(keys: DeviceKeys, kind: str, content: dict[str, Any]) -> str:
    return _coded(keys.signing.sign(to_sign(kind, content)))


def _coded(data: bytes) -> str:
    return b64encode(data).decode()
