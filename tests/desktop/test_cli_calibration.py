"""`ijkpunt calibration agree`: a team's files in, a figure about the team out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from casework.calibration.team import FEWEST_PEOPLE
from desktop.cli import main
from tests.casework.calibration_team import somebody
from tests.casework.edited_pack import shipped


def files(folder: Path, people: int) -> list[str]:
    """One of them always sees intensive help."""
    paths = [folder / f"{number}.json" for number in range(people)]
    for number, path in enumerate(paths):
        path.write_bytes(somebody(shipped(), number, **({"level": "intensief"} if number == 0 else {})).as_file())
    return [str(path) for path in paths]


def test_a_team_gets_json_and_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = files(tmp_path, FEWEST_PEOPLE)
    assert main(["calibration", "agree", *given, given[0]]) == 0
    said = capsys.readouterr()
    found = json.loads(said.out)
    assert found["schema"] == "ijkpunt/calibration-team/1" and found["people"] == FEWEST_PEOPLE
    assert found["held_back"] is None and found["discuss"]
    level = found["agreement"]["level"]
    assert level["low"] < level["kappa"] < level["high"] and level["n"] == FEWEST_PEOPLE * len(shipped().vignettes)
    assert said.err.startswith("Niveau: 0,") and found["agreement"]["safety"]["kappa"] == 1


def test_a_small_team_hears_why_there_is_no_figure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calibration", "agree", *files(tmp_path, FEWEST_PEOPLE - 1)]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["agreement"] == {} and json.loads(said.out)["held_back"]
    assert said.err.startswith("Nog geen uitkomst. Er zijn antwoorden van 4 personen")


def test_one_bad_file_stops_it_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "brief.json"
    bad.write_text("{}", encoding="utf-8")
    assert main(["calibration", "agree", *files(tmp_path, 5), str(bad)]) == 2
    said = capsys.readouterr()
    assert not said.out and "brief.json is geen antwoordbestand" in said.err
    assert main(["calibration", "agree", str(tmp_path / "weg.json")]) == 2
    assert "weg.json bestaat niet" in capsys.readouterr().err
