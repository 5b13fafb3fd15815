"""A name, an address and a phone number as people write them, in the parts iJw wants.

Only what can be taken apart in one way is: everything else is None, and the back office looks it up.
"""

from __future__ import annotations

import re
from typing import Any

_DUTCH_PREFIXES = ("van", "de", "der", "den", "het", "te", "ten", "ter", "tot", "in", "op", "bij", "uit", "'t", "'s")
_OTHER_PREFIXES = ("von", "zu", "d'", "du", "la", "le", "di", "da", "dos", "del", "el", "al", "ibn")
_PREFIXES = frozenset((*_DUTCH_PREFIXES, *_OTHER_PREFIXES))
_LONGEST_ADDRESS = 200
_ADDRESS = re.compile(
    r"(?:(?P<organisation>[^,]{1,35}), )?(?P<street>[^,\d]{2,24}) (?P<number>\d{1,5}) ?(?P<letter>[A-Za-z])?"
    r"(?:[ -](?P<addition>[^ ,]{1,4}))?, (?P<postcode>\d{4}) ?(?P<letters>[A-Z]{2}) (?P<town>[^,\d]{2,80})"
)
_PHONE = re.compile(r"(?P<country>\+31|0031)?[\d \-()]{6,20}")
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_INITIAL = re.compile(r"[a-zA-ZÀ-ỳ]")

Raw = dict[str, Any]
"""Elements of iJw by name, not checked yet."""


def clean(text: str | None) -> str:
    """On one line, without signs that cannot be printed: those cannot stand in a message."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text or "").split())


def split_name(name: str | None) -> tuple[str, str, str] | None:
    """First names, prefix and family name: Tom, de, Wit. None where that is a guess."""
    words = clean(name).split()
    if len(words) < 2 or any(_joined(word) for word in words):
        return None
    start = next((at for at, word in enumerate(words) if at and word in _PREFIXES), len(words) - 1)
    end = start
    while end < len(words) and words[end] in _PREFIXES:
        end += 1
    first, prefix, last = (" ".join(part) for part in (words[:start], words[start:end], words[end:]))
    return (first, prefix, last) if last and len(prefix) <= 10 else None


def _joined(word: str) -> bool:
    """Oefenstra-de Vries: a double name, of which the parts cannot be told."""
    return "-" in word and word.rpartition("-")[2] in _PREFIXES


def name_of(first: str, prefix: str, last: str) -> Raw:
    """The elements of a name; initials where they can be written in iJw."""
    letters = [word[0] for word in first.replace("-", " ").split()]
    initials = "".join(letters[:6]) if letters and all(map(_INITIAL.match, letters)) else None
    family = {"Achternaam": last, "Voorvoegsel": prefix or None}
    return {"Geslachtsnaam": family, "Voornamen": first or None, "Voorletters": initials}


def address_of(text: str | None) -> tuple[Raw, str | None] | None:
    """The elements of `Straat 12a, 9999 XX Plaats`, and the name of an organisation in front of it."""
    written = clean(text)
    found = _ADDRESS.fullmatch(written) if len(written) <= _LONGEST_ADDRESS else None
    if found is None:
        return None
    house = {
        "Huisnummer": int(found["number"]),
        "Huisletter": found["letter"],
        "HuisnummerToevoeging": found["addition"],
    }
    return {
        "Huis": house,
        "Postcode": found["postcode"] + found["letters"],
        "Straatnaam": found["street"],
        "Plaatsnaam": found["town"],
    }, found["organisation"]


def reach_of(*texts: str | None) -> Raw:
    """Phone and e-mail, from texts that are nothing else."""
    found: Raw = {}
    for text in map(clean, texts):
        if phone := _PHONE.fullmatch(text):
            digits = "".join(filter(str.isascii, filter(str.isdigit, text)))
            national = "0" + digits.removeprefix("0031").removeprefix("31") if phone["country"] else digits
            if len(national) <= 15:
                found["Telefoon"] = {"Telefoon01": {"Telefoonnummer": national, "Landnummer": "0031"}}
        elif len(text) <= 80 and _EMAIL.fullmatch(text):
            found["Emailadres"] = text
    return found
