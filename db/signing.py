"""Keys that sign (Ed25519), of a publisher of knowledge packs and of a device of the expert pool alike.

Here is making one, keeping it in a file, signing and checking. The key of a device lives in the database of its home.

The key file is JSON. The secret is wrapped by a passphrase as the keys of a home are (keys.py), or stands there plain.
"""
from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass

from db.errors import StoreError
from db.keys import CannotUnwrap, Cost, Slot, passphrase_bytes

SCHEMA = "ijkpunt/signing-key/1"
MOST_BYTES = 10_000
"""No key file is larger."""

PUBLIC_BYTES, SIGNATURE_BYTES = 32, 64


class WrongKeyPassphrase(StoreError):
    sentence = "De wachtzin van deze sleutel klopt niet. Let op hoofdletters en spaties, en probeer het opnieuw."


class NotAKey(StoreError):
    sentence = "In {file} staat geen {what}. ‘ijkpunt pack keygen’ maakt er twee: kies het bestand {which}."


@dataclass(frozen=True)
class SigningKey:
    """A key that signs. `secret` is the seed; `public` is what others trust."""

    secret: bytes
    public: bytes

    @classmethod
    def new(cls) -> SigningKey:
        from nacl.signing import SigningKey as Ed25519

        made = Ed25519.generate()
        return cls(bytes(made), bytes(made.verify_key))

    @classmethod
    def from_seed(cls, secret: bytes) -> SigningKey:
        """The key as it was, from its kept secret. Raises ValueError where that is no seed."""
        from nacl.signing import SigningKey as Ed25519

        return cls(secret, bytes(Ed25519(secret).verify_key))

    def sign(self, data: bytes) -> bytes:
        """64 bytes; the same data always gives the same."""
        from nacl.signing import SigningKey as Ed25519

        return Ed25519(self.secret).sign(data).signature

    def __repr__(self) -> str:
        return f"SigningKey(public={public_text(self.public)!r})"  # never the secret, in no report


def verified(data: bytes, signature: bytes, public: bytes) -> bool:
    """Was this data signed by this key?"""
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(public).verify(data, signature)
    except (BadSignatureError, ValueError):
        return False
    return True


def to_file(key: SigningKey, passphrase: str | None, cost: Cost | None = None) -> bytes:
    """The contents of a key file. Without a passphrase whoever reads the file can sign. cost: of guessing, measured on
    this machine where it is not given.
    """
    head = {"schema": SCHEMA, "public": public_text(key.public)}
    if passphrase is None:
        return _json({**head, "plain": b64encode(key.secret).decode()})
    slot = Slot.wrap("passphrase", passphrase_bytes(passphrase), key.secret, cost or Cost.calibrated())
    return _json({**head, "wrapped": slot.to_json()})


def is_wrapped(data: bytes) -> bool:
    """Does this key file ask for a passphrase?"""
    try:
        return "wrapped" in json.loads(data)
    except (ValueError, TypeError, RecursionError):
        return False


def from_file(data: bytes, passphrase: str | None, name: str) -> SigningKey:
    """The key in a key file; name: of the file, for the sentence. Raises NotAKey, WrongKeyPassphrase."""
    try:
        found = json.loads(data)
        if found["schema"] != SCHEMA:
            raise ValueError(found["schema"])
        if "plain" in found:
            secret = b64decode(found["plain"], validate=True)
        else:
            secret = Slot.from_json("passphrase", found["wrapped"]).unwrap(passphrase_bytes(passphrase or ""))
        key = SigningKey.from_seed(secret)
        if public_text(key.public) != found["public"]:
            raise ValueError("the two halves do not belong together")
    except CannotUnwrap as error:
        raise WrongKeyPassphrase from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotAKey(file=name, what="sleutel om mee te tekenen", which="zonder .pub") from error
    return key


def public_text(public: bytes) -> str:
    """A public key as people pass it on."""
    return f"ijkpunt-uitgever:{b64encode(public).decode()}"


def public_from_text(text: str, name: str) -> bytes:
    """A public key as it was passed on; name: of the file it came in. Raises NotAKey."""
    start, _, coded = text.strip().partition(":")
    try:
        public = b64decode(coded, validate=True)
    except ValueError as error:
        raise NotAKey(file=name, what="publieke sleutel", which="op .pub") from error
    if start != "ijkpunt-uitgever" or len(public) != PUBLIC_BYTES:
        raise NotAKey(file=name, what="publieke sleutel", which="op .pub")
    return public


def _json(data: dict[str, object]) -> bytes:
    return (json.dumps(data, indent=1) + "\n").encode()
