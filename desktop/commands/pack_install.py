"""`ijkpunt pack install FILE.ijkpak`: put a signed pack beside what stands in a home."""

from __future__ import annotations

from argparse import Namespace

from db.signing import public_text
from desktop.bootstrap import default_home
from desktop.commands.common import say
from desktop.installing import install


def run(asked: Namespace) -> int:
    done = install(asked.home or default_home(), asked.file, asked.issuer_key)
    say(
        {
            "schema": "ijkpunt/pack-installed/1",
            "pack": {"id": done.release.id, "version": done.release.version},
            "issuer": public_text(done.release.issuer),
            "new": done.fresh,
            "versions": list(done.versions),
        }
    )
    return 0
