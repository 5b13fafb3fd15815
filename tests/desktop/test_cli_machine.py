"""What the machine refuses, told in Dutch: devices, names that are too long, an answer that nobody can read."""
# ruff: noqa: F811 (a fixture is asked for by its name)

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.test_cli import DAY, ENGLISH, ROOT, process, run, whole  # noqa: F401


def test_a_device_is_not_replaced_by_a_file(run: Any, whole: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "buis"
    os.mkfifo(pipe)
    ran = run("handover", whole, "--out", pipe, "--date", DAY, "--force")
    assert (ran.code, pipe.is_fifo()) == (2, True)
    assert "geen gewoon bestand" in ran.err


def test_a_link_to_nowhere_is_not_replaced_either(run: Any, whole: Path, tmp_path: Path) -> None:
    link = tmp_path / "uit.pdf"
    link.symlink_to(tmp_path / "weg.pdf")
    assert run("handover", whole, "--out", link, "--date", DAY).code == 2
    assert link.is_symlink()


@pytest.mark.parametrize("command", [
    ("handover", "CASE", "--out", "TO"), ("weigh", "CASE", "--pack", "TO"), ("filing", "CASE", "--out", "TO"),
])  # fmt: skip
def test_a_name_that_is_too_long_is_told(run: Any, whole: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    places = {"CASE": whole, "TO": tmp_path / ("a" * 300)}
    ran = run(*(places.get(one, one) for one in command))
    assert (ran.code, ran.out) == (2, "")
    assert "te lang" in ran.err


@pytest.mark.parametrize(("to", "sentence"), [
    (">&-", "Er is geen uitvoer"), (">/dev/full", "kan niet worden geschreven"),
])  # fmt: skip
def test_an_answer_that_nobody_can_read_is_no_success(to: str, sentence: str) -> None:
    command = f"{sys.executable} -m desktop schema case {to}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 2
    assert sentence in done.stderr and not any(word in done.stderr for word in ENGLISH)


def test_the_test_run_tells_where_it_cannot_write(tmp_path: Path) -> None:
    ran = process("--smoke", tmp_path / "weg" / "uit.pdf")
    assert ran.code == 1
    assert "Er kan niet in " in ran.err and "Traceback" not in ran.err
