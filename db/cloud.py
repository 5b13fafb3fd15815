"""Is a folder shared or synchronised? An open SQLite file there gets damaged: the store refuses such a home."""
from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

_SYNCED = re.compile(
    r"^(onedrive|sharepoint|dropbox|google ?drive|icloud ?drive|mobile documents|nextcloud|owncloud|box sync"
    r"|pcloud ?drive|tresorit)\b",
    re.IGNORECASE,
)
_SYNC_ROOTS = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_NETWORK = frozenset({"cifs", "smb3", "smbfs", "nfs", "nfs4", "afs", "davfs", "fuse.sshfs", "fuse.rclone"})
_REMOTE_DRIVE = 4


def shared_because(folder: Path, environment: Mapping[str, str] | None = None, mounts: str | None = None) -> str | None:
    """Why this folder counts as shared, in Dutch, or None. A guess from names and mounts, not a proof.

    `environment` and `mounts` (the text of /proc/mounts) stand in for those of this machine.
    """
    environment = os.environ if environment is None else environment
    for place in (folder, folder.absolute(), folder.resolve()):  # what the user calls it, and where it leads
        if str(place).startswith(("\\\\", "//")):
            return "netwerkmap"
        if any(root and place.is_relative_to(root) for root in map(environment.get, _SYNC_ROOTS)):
            return "OneDrive"
        for part in re.split(r"[\\/]", str(place)):
            if found := _SYNCED.match(part):
                return found[0]
        if _on_network_drive(place, mounts):
            return "netwerkschijf"
    return None


def _on_network_drive(folder: Path, mounts: str | None) -> bool:
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _REMOTE_DRIVE)
    if mounts is None:
        table = Path("/proc/mounts")
        mounts = table.read_text(encoding="utf-8", errors="replace") if table.exists() else ""
    fields = (line.split(" ") for line in mounts.splitlines())
    points = [(mount[1].replace("\\040", " "), mount[2]) for mount in fields if len(mount) > 2]
    holding = [(point, kind) for point, kind in points if folder.is_relative_to(point)]
    return bool(holding) and max(holding, key=lambda mount: len(mount[0]))[1] in _NETWORK
