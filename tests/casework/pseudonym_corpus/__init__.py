"""The frozen corpus of case notes, read: what each case knows, and each note with its marks (see README.md)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
KINDS = (
    "person", "place", "school", "provider", "address", "postcode", "date",
    "phone", "mail", "bsn", "iban", "number", "plate", "link",
)  # fmt: skip
FORMS = (
    "possessive", "diminutive", "inflected", "initials", "lower", "word", "relation", "nickname", "misspelt",
)  # fmt: skip
_MARK = re.compile(r"\[([^\]|]+)\|([ku]) (\w+)((?: \w+)*)\]")


@dataclass(frozen=True)
class Mark:
    """What a reader marked: where, what it is, whether the case knows it, and in which forms it is written."""

    start: int
    end: int
    text: str
    known: bool
    kind: str
    forms: frozenset[str]


@dataclass(frozen=True)
class Note:
    file: str
    number: int
    known: Mapping[str, Any]
    """As the file has it; the tests make the scanner's own value of it."""
    text: str
    marks: tuple[Mark, ...]


def notes() -> list[Note]:
    """Every note of the corpus, in the order of files and notes."""
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        case = yaml.safe_load(path.read_text(encoding="utf-8"))
        for number, marked in enumerate(case["notes"], 1):
            text, marks = _read(marked)
            found.append(Note(path.stem, number, case["known"], text, marks))
    return found


def _read(marked: str) -> tuple[str, tuple[Mark, ...]]:
    text, marks, last = "", [], 0
    for one in _MARK.finditer(marked):
        text += marked[last : one.start()]
        marks.append(Mark(len(text), len(text) + len(one[1]), one[1], one[2] == "k", one[3], frozenset(one[4].split())))
        text += one[1]
        last = one.end()
    return text + marked[last:], tuple(marks)


def fingerprint() -> str:
    """SHA-256 over the corpus files, in order of name."""
    sum_of_all = hashlib.sha256()
    for path in sorted(FOLDER.glob("*.yaml")):
        sum_of_all.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return sum_of_all.hexdigest()
