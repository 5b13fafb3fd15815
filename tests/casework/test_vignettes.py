"""A vignette in a pack: what is wrong with it is told with file and line, and a change of it is seen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casework.care.content import changes
from casework.knowledge import PackError, warnings
from tests.casework.edited_pack import edited, read, shipped

DAY = date(2026, 11, 22)

FILE = "vignettes/basis-en-onderwijs.yaml"


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ("id: VIG-01", "id: VIG-1", "VIG-1, id: "),
        ("id: VIG-02", "id: VIG-01", "‘VIG-01’ bestaat al (vignettes/basis-en-onderwijs.yaml:4)"),
        ("answer: algemeen_voorliggend", "answer: licht", "VIG-01, answer: kies geen_individuele_voorziening, "),
        ("answer: algemeen_voorliggend", "answer: intensief", "‘intensief’ is het antwoord; zet het ook onder"),
        ("sources: [hogeland-2020,", "sources: [hogeland-2021,", "bron ‘hogeland-2021’ bestaat niet; bedoelt u"),
        ("  age: 8\n", "  age: 44\n", "VIG-01, age: "),
        ("  asks: De ouders vragen speltherapie.\n", "", "‘asks’ ontbreekt; vul dit in"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path: Path, old: str, new: str, mistake: str) -> None:
    with pytest.raises(PackError) as refused:
        read(edited(tmp_path / "pack", (FILE, old, new)))
    assert any(one.startswith(f"{FILE}:") and mistake in one for one in refused.value.mistakes), refused.value.mistakes


def test_another_reference_is_a_change_of_content(tmp_path: Path) -> None:
    changed = read(edited(tmp_path / "pack", (FILE, "    answer: VERANDERBAAR", "    answer: ONVOLDOENDE_ZICHT")))
    (change,) = changes(shipped(), changed)
    assert (change.kind, change.id) == ("oefensituatie", "VIG-01")
    assert [one.field for one in change.fields] == ["changeability.answer"]


def test_a_story_that_is_too_long_is_mentioned(tmp_path: Path) -> None:
    long = read(edited(tmp_path / "pack", (FILE, "Sanne Oefenstra is acht.", f"Sanne is {'heel ' * 200}acht.")))
    assert any("VIG-01: het verhaal telt" in one for one in warnings(long, DAY))
    assert not any("het verhaal telt" in one for one in warnings(shipped(), DAY))
