"""The seal of an issued file: a number over all its other bytes, and one over the data inside (docs/inspect.md).

It tells whether a file is still the one that was issued. It is no signature: who wants to deceive can count again.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import NamedTuple

DATA_NAME = "overdracht.json"
FILE_KEY = "/IJkpuntZegel"
DATA_KEY = "/IJkpuntGegevens"
MARK = "ijkpunt-zegel-sha256"
_MARK = f"{MARK}:".encode()
_OPEN = b"0" * 64
UNSEALED = (_MARK + _OPEN).decode()
"""What the file carries until it is sealed; the same length as the seal."""
_FIELD = re.compile(re.escape(_MARK) + b"([0-9a-f]{64})")


class Carried(NamedTuple):
    """What a file brings along: the data, and every mark of it that was laid down when the file was made."""

    data: bytes | None
    marks: list[str]


def data_bytes(data: Mapping[str, object]) -> bytes:
    """The JSON twin as it is attached: the same bytes as `--format json` gives. TypeError if it is no JSON."""
    return (json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode(errors="backslashreplace")


def fingerprint(data: bytes) -> str:
    """SHA-256, 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def seal(file: bytes) -> bytes:
    """The file with its one open field filled in. ValueError where there is not exactly one."""
    if file.count(UNSEALED.encode()) != 1:
        raise ValueError("a file is sealed once, in one place")
    return file.replace(UNSEALED.encode(), _MARK + fingerprint(file).encode())


def has_seal(file: bytes) -> bool:
    """Whether the field is there, whatever it says."""
    return _FIELD.search(file) is not None


def unbroken(file: bytes) -> bool:
    """Whether every byte is as it was sealed."""
    found = _FIELD.findall(file)
    return len(found) == 1 and fingerprint(_FIELD.sub(UNSEALED.encode(), file)) == found[0].decode()
