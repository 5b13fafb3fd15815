"""From what a person knows to the key of the database.

The database key is random and never changes. It is wrapped (XChaCha20-Poly1305) by a key made from the passphrase
(Argon2id) and by one made from the recovery key. How a slot was made is authenticated with it.
"""
from __future__ import annotations

import hashlib
import json
import os
import secrets
import time
import unicodedata
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from typing import Any, Literal

KEY_BYTES = 32
_SALT_BYTES, _NONCE_BYTES, _TAG_BYTES = 16, 24, 16
_MEMORY_KIB = 64 * 1024
_MOST_TIME, _MOST_MEMORY_KIB, _MOST_LANES = 1_000, 4 * 1024 * 1024, 64


class CannotUnwrap(Exception):
    """The key does not fit, or the slot was altered."""


@dataclass(frozen=True)
class Cost:
    """What guessing one passphrase costs: Argon2id passes, memory in KiB, lanes."""

    time: int
    memory_kib: int
    lanes: int

    @classmethod
    def calibrated(cls, seconds: float = 1.0) -> Cost:
        """64 MiB and about `seconds` of work on this machine; never below OWASP's 19 MiB with two passes."""
        lanes = max(1, min(4, os.cpu_count() or 1))
        one, five = (_seconds(cls(passes, _MEMORY_KIB, lanes)) for passes in (1, 5))
        per_pass = max((five - one) / 4, five / 10)  # the first pass also pays for the memory; a hitch in it may not
        return cls(max(3, min(_MOST_TIME, round(seconds / per_pass))), _MEMORY_KIB, lanes)  # make the rest seem free


@dataclass(frozen=True)
class Slot:
    """One way in: the database key wrapped by one secret. `cost` is absent for the recovery key."""

    kind: Literal["passphrase", "recovery"]
    salt: bytes
    nonce: bytes
    wrapped: bytes
    cost: Cost | None

    @classmethod
    def wrap(cls, kind: Literal["passphrase", "recovery"], secret: bytes, key: bytes, cost: Cost | None) -> Slot:
        from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt

        salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
        how = _how(kind, salt, cost)
        return cls(kind, salt, nonce, encrypt(key, how, nonce, _wrapping_key(secret, salt, cost)), cost)

    def unwrap(self, secret: bytes) -> bytes:
        """The database key. Raises CannotUnwrap."""
        from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt
        from nacl.exceptions import CryptoError

        how = _how(self.kind, self.salt, self.cost)
        try:
            return decrypt(self.wrapped, how, self.nonce, _wrapping_key(secret, self.salt, self.cost))
        except CryptoError as error:
            raise CannotUnwrap from error

    def to_json(self) -> dict[str, Any]:
        texts = {name: b64encode(getattr(self, name)).decode() for name in ("salt", "nonce", "wrapped")}
        return texts | ({} if self.cost is None else {"argon2id": asdict(self.cost)})

    @classmethod
    def from_json(cls, kind: Literal["passphrase", "recovery"], data: dict[str, Any]) -> Slot:
        """Raises KeyError, TypeError or ValueError where `data` is no slot."""
        salt, nonce, wrapped = (b64decode(data[name], validate=True) for name in ("salt", "nonce", "wrapped"))
        cost = Cost(**data["argon2id"]) if kind == "passphrase" else None
        if cost is not None and not (
            all(type(part) is int for part in asdict(cost).values())
            and 1 <= cost.time <= _MOST_TIME and 1 <= cost.lanes <= _MOST_LANES
            and 8 * cost.lanes <= cost.memory_kib <= _MOST_MEMORY_KIB
        ):
            raise ValueError("the cost is out of all proportion")  # before it is verified it could freeze the machine
        if (len(salt), len(nonce), len(wrapped)) != (_SALT_BYTES, _NONCE_BYTES, KEY_BYTES + _TAG_BYTES):
            raise ValueError("salt, nonce or key has the wrong length")
        return cls(kind, salt, nonce, wrapped, cost)


def passphrase_bytes(passphrase: str) -> bytes:
    """The same bytes on every keyboard: an é typed in one or in two strokes is the same é."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


def derive(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(secret, salt, time_cost=cost.time, memory_cost=cost.memory_kib, parallelism=cost.lanes,
                           hash_len=KEY_BYTES, type=Type.ID)


def _seconds(cost: Cost) -> float:
    begin = time.perf_counter()
    derive(b"proef", b"0" * _SALT_BYTES, cost)
    return time.perf_counter() - begin


def _wrapping_key(secret: bytes, salt: bytes, cost: Cost | None) -> bytes:
    if cost is None:  # the recovery key has 160 random bits: stretching it would add nothing
        return hashlib.blake2b(secret, key=salt, person=b"ijkpunt/recovery", digest_size=KEY_BYTES).digest()
    return derive(secret, salt, cost)


def _how(kind: str, salt: bytes, cost: Cost | None) -> bytes:
    how = {"slot": f"ijkpunt/{kind}/1", "salt": salt.hex(), "cost": None if cost is None else asdict(cost)}
    return json.dumps(how, sort_keys=True).encode()
