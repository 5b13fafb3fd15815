"""What the tests of `ijkpunt pack` share: the fixtures `run`, which asks a command, and `key`, to sign with."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import resources
from desktop.cli import main

GRONINGEN, HOGELAND = resources.packs() / "groningen", resources.packs() / "hogeland"
DAY = "2026-11-22"
PASSPHRASE = "vier losse woorden hier"


@dataclass
class Said:
    code: int
    out: str
    told: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


@pytest.fixture(name="run")
def running(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    def asked(*words: object) -> Said:
        capsys.readouterr()
        code = main(["pack", *map(str, words)])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return asked


@pytest.fixture(name="key")
def signing_key(run: Callable[..., Said], tmp_path: Path) -> Path:
    path = tmp_path / "rigg.key"
    assert run("keygen", "--out", path, "--plain").code == 0
    return path


def public(key: Path) -> Path:
    return key.with_name(key.name + ".pub")
