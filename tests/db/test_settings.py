"""What is remembered beside the cases: encrypted in the store, and the little the unlock screen may know."""
from __future__ import annotations

from pathlib import Path

import pytest

from db.profile import Profile, read_profile, write_profile
from db.settings import Settings
from db.values import ABSENT
from tests.db.conftest import Store, reopen


def test_settings_survive_a_restart(store: Store) -> None:
    place = {"case": "c1", "step": "report", "path": "report.summary", "cursor": 12}
    settings = Settings(store.db)
    settings.put("place", place)
    settings.put("scale", 1.0)
    settings.put("scale", 1.5)
    settings.put("theme", "dark")
    settings.put("theme", ABSENT)
    store.close()
    again = reopen(store.home)
    found = Settings(again.db)
    assert (found.get("place"), found.get("scale"), found.get("theme", "light")) == (place, 1.5, "light")
    again.close()


def test_the_profile_is_readable_before_unlocking(tmp_path: Path) -> None:
    write_profile(tmp_path, Profile("Anne", "dark", 1.5))
    assert read_profile(tmp_path) == Profile("Anne", "dark", 1.5)


@pytest.mark.parametrize("text", [None, "", "{", "[]", '{"name": "x"}', '{"name": "A", "theme": "", "scale": "groot"}'])
def test_a_damaged_profile_keeps_nobody_out(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "profile.json").write_text(text)
    assert read_profile(tmp_path) == Profile()
