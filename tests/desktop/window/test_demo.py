"""The commands that need nobody: the demo without a screen, and the drive that proves a build is complete."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.commands import demo

ROOT = Path(__file__).resolve().parents[3]


def ijkpunt(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    alone = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run([sys.executable, "-m", "desktop", *map(str, arguments)], cwd=cwd, text=True, timeout=180,
                          capture_output=True, env={**alone, "PYTHONPATH": str(ROOT)})  # fmt: skip


def test_without_a_screen_the_demo_carries_a_family_to_its_pdf_and_replaces_nothing(tmp_path):
    first = ijkpunt("demo", cwd=tmp_path)
    assert first.returncode == 0, first.stderr
    (made,) = tmp_path.glob("OEFENING-overdracht-*.pdf")
    assert made.read_bytes().startswith(b"%PDF-") and str(made) in first.stdout
    out = tmp_path / "bestaat.pdf"
    out.write_bytes(b"van iemand anders")
    second = ijkpunt("demo", "--out", out, cwd=tmp_path)
    assert second.returncode == 0 and out.read_bytes() == b"van iemand anders"
    assert (tmp_path / "bestaat-2.pdf").read_bytes().startswith(b"%PDF-")
    assert not list(Path(tmp_path).glob("**/vault.json"))


def test_a_folder_that_is_not_there_is_told(tmp_path):
    told = ijkpunt("demo", "--out", tmp_path / "weg" / "a.pdf", cwd=tmp_path)
    assert told.returncode == 2 and "bestaat niet" in told.stderr


def test_the_real_window_is_driven_to_a_pdf(tmp_path):
    driven = ijkpunt("--smoke", tmp_path / "rook.pdf", cwd=tmp_path)
    assert driven.returncode == 0, driven.stderr
    assert (tmp_path / "rook.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("platform", "display", "seen"),
    [("offscreen", ":0", False), ("minimal:x", "", False), ("xcb", "", True), ("", ":0", True)],
)
def test_whether_there_is_a_screen(monkeypatch, platform, display, seen):
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert demo.has_screen() is seen
