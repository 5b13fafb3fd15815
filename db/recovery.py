"""The recovery key as people write it down: eight groups of five signs, the fifth of each group checking the others.

160 random bits. The check sign finds every single wrong sign and every swap of two neighbours, and says in which
group; the number of the group is part of it, so that groups in the wrong order are found too.
"""
from __future__ import annotations

import secrets

from db.errors import MistypedRecoveryKey

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: nothing that reads as something else
_READ_AS = str.maketrans("OIL", "011")
_GROUPS, _LENGTH = 8, 5


def new_recovery_key() -> str:
    """A fresh key, written as `ABCD1-…`."""
    groups = (("".join(secrets.choice(_SIGNS) for _ in range(_LENGTH - 1)), number) for number in range(_GROUPS))
    return "-".join(group + _check(group, number) for group, number in groups)


def read_recovery_key(typed: str) -> bytes:
    """The key behind what was typed, whatever the case, spaces and dashes. Raises MistypedRecoveryKey."""
    signs = "".join(sign for sign in typed.upper().translate(_READ_AS) if not sign.isspace() and sign not in "-–")
    if strange := sorted({sign for sign in signs if sign not in _SIGNS}):
        raise MistypedRecoveryKey(problem=f"het teken {strange[0]} komt er niet in voor")
    if len(signs) != _GROUPS * _LENGTH:
        raise MistypedRecoveryKey(problem=f"er staan {len(signs)} tekens en het moeten er {_GROUPS * _LENGTH} zijn")
    for number in range(_GROUPS):
        group = signs[number * _LENGTH:(number + 1) * _LENGTH]
        if _check(group[:-1], number) != group[-1]:
            raise MistypedRecoveryKey(problem=f"groep {number + 1} ({group}) klopt niet")
    return signs.encode()


def _check(group: str, number: int) -> str:
    """A checksum in the field of 32 elements: add each sign, then multiply by x modulo x^5 + x^2 + 1."""
    total = number + 1
    for sign in group:
        total = (total ^ _SIGNS.index(sign)) << 1
        total = total ^ 0b100101 if total & 0b100000 else total
    return _SIGNS[total]
