"""The recovery key finds every slip of the pen that people make."""
from __future__ import annotations

import pytest

from db.errors import MistypedRecoveryKey
from db.recovery import _SIGNS, new_recovery_key, read_recovery_key


def test_eight_groups_of_five() -> None:
    key = new_recovery_key()
    assert [len(group) for group in key.split("-")] == [5] * 8
    assert not set("IOLU") & set(key)
    assert read_recovery_key(key) == key.replace("-", "").encode()


def test_every_single_wrong_sign_is_found() -> None:
    key = new_recovery_key()
    for place, right in enumerate(key):
        for sign in set(_SIGNS) - {right} if right != "-" else ():
            with pytest.raises(MistypedRecoveryKey, match=f"groep {place // 6 + 1}"):
                read_recovery_key(key[:place] + sign + key[place + 1:])


def test_every_swap_of_neighbours_and_of_groups_is_found() -> None:
    groups = new_recovery_key().split("-")
    swapped = [
        "-".join([*groups[:g], groups[g][:i] + groups[g][i + 1] + groups[g][i] + groups[g][i + 2:], *groups[g + 1:]])
        for g in range(8) for i in range(4) if groups[g][i] != groups[g][i + 1]
    ] + ["-".join([*groups[:g], groups[g + 1], groups[g], *groups[g + 2:]]) for g in range(7)]
    for wrong in swapped:
        with pytest.raises(MistypedRecoveryKey):
            read_recovery_key(wrong)


@pytest.mark.parametrize(("typed", "words"), [("", "0 tekens"), ("ABCD", "4 tekens"), ("U" * 40, "het teken U")])
def test_what_is_no_key_at_all(typed: str, words: str) -> None:
    with pytest.raises(MistypedRecoveryKey, match=words):
        read_recovery_key(typed)
