"""Shared and synchronised folders are recognised, ordinary ones left alone."""
from __future__ import annotations

import sys
from pathlib import Path

import pytest

from db.cloud import shared_because

MOUNTS = "\n".join([
    "/dev/sda1 / ext4 rw 0 0", "//server/dossiers /mnt/dossiers cifs rw 0 0", "nas:/x /srv/met\\040spatie nfs4 rw 0 0",
    "tmpfs /mnt/dossiers/lokaal tmpfs rw 0 0",
])


@pytest.mark.parametrize(("folder", "reason"), [
    ("/home/anne/OneDrive/ijkpunt", "OneDrive"),
    ("/home/anne/OneDrive - Gemeente Fictema/werk", "OneDrive"),
    ("C:\\Users\\anne\\OneDrive - Gemeente\\ijkpunt", "OneDrive"),
    ("/home/anne/Dropbox/x", "Dropbox"),
    ("/Volumes/Google Drive/x", "Google Drive"),
    ("\\\\server\\dossiers\\ijkpunt", "netwerkmap"),
    ("/home/anne/.local/share/ijkpunt", None),
    ("/home/anne/onedriver/x", None),
])
def test_by_name(folder: str, reason: str | None) -> None:
    assert shared_because(Path(folder), {}, "") == reason


def test_by_what_windows_says() -> None:
    assert shared_because(Path("/werk/mijn map/ijkpunt"), {"OneDriveCommercial": "/werk/mijn map"}, "") == "OneDrive"


@pytest.mark.skipif(sys.platform == "win32", reason="mounts are for Linux")
@pytest.mark.parametrize(("folder", "reason"), [
    ("/mnt/dossiers/anne", "netwerkschijf"), ("/srv/met spatie/x", "netwerkschijf"),
    ("/mnt/dossiers/lokaal/x", None), ("/home/anne", None),
])
def test_by_mount(folder: str, reason: str | None) -> None:
    assert shared_because(Path(folder), {}, MOUNTS) == reason


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs rights on Windows")
def test_a_link_into_a_synchronised_folder(tmp_path: Path) -> None:
    (tmp_path / "Nextcloud").mkdir()
    (tmp_path / "gewoon").symlink_to(tmp_path / "Nextcloud")
    assert shared_because(tmp_path / "gewoon" / "ijkpunt", {}, "") == "Nextcloud"
