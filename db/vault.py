"""The way in: a home folder, and the passphrase or recovery key that opens it.

A home holds `vault.json` (the wrapped key), `ijkpunt.db` (encrypted), `profile.json` (see profile.py) and a lock file.
This module is on the unlock screen's way: what is heavy is imported where it is used.
"""
from __future__ import annotations

import hashlib
import json
import secrets
from pathlib import Path
from types import TracebackType
from typing import Any

from db.cloud import shared_because
from db.errors import (
    CloudFolder,
    DamagedVault,
    HomeIncomplete,
    HomeMissing,
    HomeTaken,
    MistypedRecoveryKey,
    NewerDatabase,
    PassphraseTooShort,
    WrongPassphrase,
    WrongRecoveryKey,
    WrongSecret,
    known_file_errors,
)
from db.files import HomeLock, make_private_folder, sync_folder, write_whole
from db.keys import KEY_BYTES, CannotUnwrap, Cost, Slot, passphrase_bytes
from db.recovery import new_recovery_key, read_recovery_key

DATABASE, HEADER = "ijkpunt.db", "vault.json"
MINIMUM_PASSPHRASE = 8
_VERSION = 1


class Vault:
    """An unlocked home: holds its key and its lock until `close`."""

    def __init__(self, home: Path, key: bytes, lock: HomeLock) -> None:
        self.home = home
        self._key = bytearray(key)
        self._lock = lock

    @property
    def database(self) -> Path:
        return self.home / DATABASE

    @property
    def key(self) -> bytes:
        """The key of the database (32 bytes)."""
        assert any(self._key), "the vault is closed"
        return bytes(self._key)

    def close(self) -> None:
        """Drop the key and let another window in. Python cannot promise that no copy of the key lingers in memory."""
        self._key[:] = bytes(KEY_BYTES)
        self._lock.release()

    def __enter__(self) -> Vault:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def exists(home: Path) -> bool:
    """Is there something to unlock here? False means: begin here anew."""
    return (home / HEADER).exists() or (home / DATABASE).exists()


def create(home: Path, passphrase: str, cost: Cost | None = None) -> tuple[Vault, str]:
    """Make a home; returns it unlocked, with the recovery key, which is shown once and kept nowhere.

    `cost` is measured on this machine where it is not given (about a second). Raises PassphraseTooShort, CloudFolder,
    HomeTaken, HomeIncomplete, HomeInUse, NotWritable, DiskFull.
    """
    from db.connection import build

    refuse_shared(home)
    _refuse_short(passphrase)
    make_private_folder(home)
    lock = HomeLock(home)
    try:
        if (home / HEADER).exists():
            raise HomeTaken(home=home)
        if (home / DATABASE).exists():
            raise HomeIncomplete(home=home, missing=HEADER)
        key, recovery = secrets.token_bytes(KEY_BYTES), new_recovery_key()
        slots = (
            Slot.wrap("passphrase", passphrase_bytes(passphrase), key, cost or Cost.calibrated()),
            Slot.wrap("recovery", read_recovery_key(recovery), key, None),
        )
        beside = home / f"{DATABASE}.new"
        build(beside, key)
        with known_file_errors(home):
            beside.replace(home / DATABASE)
            sync_folder(home)
        _write_header(home, *slots)  # last: a crash before this line leaves a home that holds nothing yet
    except BaseException:
        lock.release()
        raise
    return Vault(home, key, lock), recovery


def unlock(home: Path, passphrase: str) -> Vault:
    """Open a home. Raises WrongPassphrase, HomeMissing, HomeIncomplete, HomeInUse, CloudFolder, DamagedVault,
    NewerDatabase or NotWritable."""
    return _open(home, passphrase_bytes(passphrase), by_recovery_key=False)


def unlock_with_recovery(home: Path, recovery_key: str) -> Vault:
    """Open a home with the recovery key. Raises MistypedRecoveryKey, WrongRecoveryKey, and as `unlock`."""
    return _open(home, read_recovery_key(recovery_key), by_recovery_key=True)


def change_passphrase(vault: Vault, passphrase: str, cost: Cost | None = None) -> None:
    """Give an unlocked home another passphrase; the recovery key stays. Raises PassphraseTooShort, DiskFull."""
    _refuse_short(passphrase)
    _, recovery = _read_header(vault.home)
    slot = Slot.wrap("passphrase", passphrase_bytes(passphrase), vault.key, cost or Cost.calibrated())
    _write_header(vault.home, slot, recovery)


def change_recovery_key(vault: Vault, fresh: str) -> None:
    """Let a new recovery key open this home, as after the sheet was lost; from here on the old one does not.

    `fresh` comes from `new_recovery_key`, and was written down before this: one of the two always opens the home.
    Raises DiskFull, NotWritable.
    """
    passphrase, _ = _read_header(vault.home)
    _write_header(vault.home, passphrase, Slot.wrap("recovery", read_recovery_key(fresh), vault.key, None))


def key_by_either(home: Path, secret: str) -> bytes:
    """The key of a home, open or closed, by its passphrase or its recovery key. Raises WrongSecret, DamagedVault,
    NewerDatabase."""
    passphrase, recovery = _read_header(home)
    try:
        return passphrase.unwrap(passphrase_bytes(secret))
    except CannotUnwrap:
        pass  # then it may be the other one
    try:
        return recovery.unwrap(read_recovery_key(secret))
    except (CannotUnwrap, MistypedRecoveryKey):
        raise WrongSecret from None


def _open(home: Path, secret: bytes, *, by_recovery_key: bool) -> Vault:
    refuse_shared(home)
    with known_file_errors(home):
        if not exists(home):
            raise HomeMissing(home=home)
        for name in (HEADER, DATABASE):
            if not (home / name).exists():
                raise HomeIncomplete(home=home, missing=name)
    make_private_folder(home)
    lock = HomeLock(home)
    try:
        return Vault(home, _read_header(home)[by_recovery_key].unwrap(secret), lock)
    except CannotUnwrap:
        lock.release()
        raise (WrongRecoveryKey if by_recovery_key else WrongPassphrase) from None
    except BaseException:
        lock.release()
        raise


def refuse_shared(home: Path) -> None:
    """An open database in such a folder gets damaged. Raises CloudFolder."""
    if reason := shared_because(home):
        raise CloudFolder(home=home, reason=reason)


def _refuse_short(passphrase: str) -> None:
    if len(passphrase.strip()) < MINIMUM_PASSPHRASE:
        raise PassphraseTooShort(minimum=MINIMUM_PASSPHRASE)


def _write_header(home: Path, passphrase: Slot, recovery: Slot) -> None:
    header: dict[str, Any] = {
        "format": "ijkpunt/vault", "version": _VERSION,
        "passphrase": passphrase.to_json(), "recovery": recovery.to_json(),
    }
    header["check"] = _check(header)
    write_whole(home / HEADER, json.dumps(header, indent=1).encode())


def _read_header(home: Path) -> tuple[Slot, Slot]:
    """The slots for the passphrase and for the recovery key. Raises DamagedVault or NewerDatabase."""
    path = home / HEADER
    with known_file_errors(path):
        data = path.read_bytes()
    try:
        header = json.loads(data)
        if header.pop("check") != _check(header) or header["format"] != "ijkpunt/vault":
            raise ValueError("altered")
        if header["version"] > _VERSION:
            raise NewerDatabase
        return Slot.from_json("passphrase", header["passphrase"]), Slot.from_json("recovery", header["recovery"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedVault(file=path) from error


def _check(header: dict[str, Any]) -> str:
    """Tells damage from a wrong passphrase; against forgery each slot is authenticated by itself."""
    return hashlib.sha256(json.dumps(header, sort_keys=True).encode()).hexdigest()
