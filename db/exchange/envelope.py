"""What travels: an envelope, sealed for devices and signed by one, named by its content.

    IJKPUNT-ENVELOPE 1
    {header}            canonical JSON on one line: mailbox, thread, sender, day, nonce, a wrapped key for each device
    {signature}         Ed25519 over the id, base64
    {body}              XChaCha20-Poly1305 of the padded message, bound to the header

The id is SHA-256 over header and body. Header and name hold no personal data: random ids, a day and sizes. `prev` has
room for the chain of a device, `pad` says how the body was padded. A sealed box is anonymous, so who sent it follows
from the signature alone: it is checked, with the mailbox and the list of recipients in it, before anything is opened.
"""
from __future__ import annotations

import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias

from db.errors import StoreError
from db.exchange.cards import CLOCK_MARGIN, Card, Certificate, DeviceKeys, Directory
from db.signing import verified

MAGIC = b"IJKPUNT-ENVELOPE 1\n"
SUFFIX = ".ijkenv"
MOST_BYTES = 600_000
"""No envelope is larger: what is larger does not belong in a consult."""

_ANY_VERSION = b"IJKPUNT-ENVELOPE "
_BUCKETS = (1024, 4096, 16_384, 65_536, 262_144)
_LENGTH_BYTES, _NONCE_BYTES, _TAG_BYTES = 4, 24, 16

Code: TypeAlias = Literal[
    "onvolledig", "geen_envelop", "nieuwere_versie", "vervalst", "onbekende_afzender", "ingetrokken",
    "verlopen_sleutel", "andere_postbus", "niet_voor_dit_apparaat", "onleesbaar",
]  # fmt: skip
WORDS: dict[Code, str] = {
    "onvolledig": "Dit bericht is nog niet helemaal binnen. Het wordt vanzelf opnieuw gelezen.",
    "geen_envelop": "Dit is geen bericht van IJkpunt, of het is beschadigd. Vraag de afzender het opnieuw te sturen.",
    "nieuwere_versie": "Dit bericht komt van een nieuwere IJkpunt. Werk IJkpunt bij, daarna wordt het gelezen.",
    "vervalst": "De handtekening klopt niet: dit bericht is veranderd. Bel de afzender en vraag of het echt is.",
    "onbekende_afzender": "De afzender staat niet in uw adresboek. Haal het nieuwste adresboek op bij de coördinator. "
    "Bent u dat zelf, laat het apparaat dan toe.",
    "ingetrokken": "De sleutel van de afzender is ingetrokken. Bel de coördinator. Bent u dat zelf, bel dan wie "
    "het stuurde.",
    "verlopen_sleutel": "De sleutel van de afzender is verlopen. De coördinator kan hem verlengen.",
    "andere_postbus": "Dit bericht was voor een andere postbus bedoeld. Bel de coördinator. Bent u dat zelf, bel dan "
    "wie het stuurde.",
    "niet_voor_dit_apparaat": "Dit bericht is niet voor dit apparaat verzegeld. Lees het op uw andere apparaat.",
    "onleesbaar": "Dit bericht kan niet worden geopend: de inhoud is beschadigd. Vraag het opnieuw te sturen.",
}


class EnvelopeProblem(StoreError):
    """Why an envelope is not read. code: one of WORDS."""

    sentence = "Een bericht van de expertpool kan niet worden gelezen. Kijk bij sleutels en post waarom."

    def __init__(self, code: Code) -> None:
        self.code = code
        self.sentence = WORDS[code]
        super().__init__()


class MessageTooLarge(StoreError):
    sentence = "Dit bericht is te lang om te versturen. Kort het in tot ongeveer dertig bladzijden."


class NobodyToWriteTo(StoreError):
    sentence = "In uw adresboek staat niemand voor deze postbus. Haal het nieuwste adresboek op bij de coördinator."


@dataclass(frozen=True)
class Envelope:
    """As it lies in a folder. id: its name."""

    id: str
    mailbox: str
    data: bytes

    @property
    def file_name(self) -> str:
        return f"{self.id}{SUFFIX}"


@dataclass(frozen=True)
class Sealed:
    """An envelope taken apart: whole and in our form, but nothing in it was checked yet.

    id: the name that goes with what stands in it, whatever the file is called.
    """

    id: str
    head: dict[str, Any]
    header: bytes
    signature: bytes
    body: bytes


@dataclass(frozen=True)
class Opened:
    """What came out, and whose it is."""

    id: str
    thread: str
    payload: bytes
    sender: Certificate


def seal(payload: bytes, keys: DeviceKeys, sender: Card, mailbox: str, to: Sequence[Card], thread: str, day: date) -> Envelope:  # fmt: skip # noqa: E501
    """An envelope for every device of a mailbox. Raises NobodyToWriteTo, MessageTooLarge."""
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt
    from nacl.public import PublicKey, SealedBox
    from nacl.utils import random

    if not to:
        raise NobodyToWriteTo
    plain = _padded(payload)
    key, nonce = random(32), random(_NONCE_BYTES)
    wrapped = [[card.device, _coded(SealedBox(PublicKey(b64decode(card.box))).encrypt(key))] for card in to]
    header = _canonical({
        "v": 1, "kind": "message", "mailbox": mailbox, "thread": thread, "sender": sender.device, "prev": None,
        "day": day.isoformat(), "pad": "bucket", "size": len(plain) + _TAG_BYTES, "nonce": _coded(nonce),
        "keys": sorted(wrapped),
    })  # fmt: skip
    body = encrypt(plain, hashlib.sha256(header).digest(), nonce, key)
    id_ = _id(header, body)
    signature = b64encode(keys.signing.sign(_to_sign(id_)))
    return Envelope(id_, mailbox, MAGIC + header + b"\n" + signature + b"\n" + body)


class Reader:
    """Opens what was sealed for one device; whose a device is, is looked up once, for thousands of envelopes."""

    def __init__(self, keys: DeviceKeys, me: Card, directory: Directory) -> None:
        self._keys, self._mailbox, self._device, self._directory = keys, me.mailbox, me.device, directory
        self._senders: dict[str, tuple[Certificate, bytes, bool]] = {}

    def open(self, sealed: Sealed) -> Opened:
        """Check everything, then open. Raises EnvelopeProblem, with its reason in words."""
        from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt
        from nacl.bindings import crypto_box_seal_open as unwrap
        from nacl.exceptions import CryptoError

        head = sealed.head
        sender = self._checked(sealed)
        if head["mailbox"] != self._mailbox:
            raise EnvelopeProblem("andere_postbus")
        wrapped = next((one[1] for one in head["keys"] if one[0] == self._device), None)
        if wrapped is None:
            raise EnvelopeProblem("niet_voor_dit_apparaat")
        try:
            key = unwrap(b64decode(wrapped, validate=True), self._keys.box_public, self._keys.box_secret)
            nonce = b64decode(head["nonce"], validate=True)
            plain = decrypt(sealed.body, hashlib.sha256(sealed.header).digest(), nonce, key)
            length = int.from_bytes(plain[:_LENGTH_BYTES])
            if length > len(plain) - _LENGTH_BYTES:
                raise ValueError(length)
        except (CryptoError, ValueError, TypeError) as error:
            raise EnvelopeProblem("onleesbaar") from error
        return Opened(sealed.id, head["thread"], plain[_LENGTH_BYTES : _LENGTH_BYTES + length], sender)

    def _checked(self, sealed: Sealed) -> Certificate:
        """Who sealed it, after the signature was checked."""
        found, public, revoked = self._sender(sealed.head["sender"])
        if not verified(_to_sign(sealed.id), sealed.signature, public):
            raise EnvelopeProblem("vervalst")
        if revoked:
            raise EnvelopeProblem("ingetrokken")  # whatever day it claims: who has the laptop sets its clock
        if date.fromisoformat(sealed.head["day"]) > found.valid_until + CLOCK_MARGIN:
            raise EnvelopeProblem("verlopen_sleutel")
        return found

    def _sender(self, device: str) -> tuple[Certificate, bytes, bool]:
        """The certificate of a device, its key, and whether it was revoked."""
        if device not in self._senders:
            found = self._directory.of_device(device)
            if found is None:
                raise EnvelopeProblem("onbekende_afzender")
            revoked = self._directory.revoked(device) is not None
            self._senders[device] = (found, b64decode(found.card.signing), revoked)
        return self._senders[device]


def look_at(data: bytes) -> Sealed:
    """Take an envelope apart. Raises EnvelopeProblem where it is not whole, or not in our form."""
    if len(data) > MOST_BYTES:
        raise EnvelopeProblem("geen_envelop")
    if not data.startswith(MAGIC):
        if data.startswith(_ANY_VERSION):
            raise EnvelopeProblem("nieuwere_versie" if b"\n" in data[: len(MAGIC) + 8] else "onvolledig")
        raise EnvelopeProblem("onvolledig" if MAGIC.startswith(data[: len(MAGIC)]) else "geen_envelop")
    pieces = data[len(MAGIC) :].split(b"\n", 2)
    if len(pieces) < 3:
        raise EnvelopeProblem("onvolledig")
    header, coded, body = pieces
    try:
        head = json.loads(header)
        if (
            _canonical(head) != header
            or any(type(head[name]) is not str for name in ("mailbox", "thread", "sender", "day", "nonce"))
            or any(len(one) != 2 for one in head["keys"])
        ):
            raise ValueError(head)
        date.fromisoformat(head["day"])
        signature, missing = b64decode(coded, validate=True), int(head["size"]) - len(body)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise EnvelopeProblem("geen_envelop") from error
    if missing > 0:
        raise EnvelopeProblem("onvolledig")
    if missing < 0:
        raise EnvelopeProblem("vervalst")
    return Sealed(_id(header, body), head, header, signature, body)


def claim(data: bytes | None, name: Literal["mailbox", "sender"]) -> str:
    """For whom an envelope says that it is, or from which device, unchecked; empty where that cannot be read."""
    try:
        return "" if data is None else str(look_at(data).head[name])
    except EnvelopeProblem:
        return ""


def _padded(payload: bytes) -> bytes:
    """With its length before it, filled up to one of few sizes, so that the size tells little."""
    room = next((size for size in _BUCKETS if size >= len(payload) + _LENGTH_BYTES), None)
    if room is None:
        raise MessageTooLarge
    return (len(payload).to_bytes(_LENGTH_BYTES) + payload).ljust(room, b"\0")


def _id(header: bytes, body: bytes) -> str:
    return hashlib.sha256(header + hashlib.sha256(body).digest()).hexdigest()


def _to_sign(id_: str) -> bytes:
    return f"ijkpunt/envelope/1\n{id_}".encode()


def _canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def _coded(data: bytes) -> str:
    return b64encode(data).decode()
