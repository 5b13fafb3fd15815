"""The program that falls: it brings two envelopes to the folder, and is killed before it notes the second."""
from __future__ import annotations

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from db import vault as vaults
from db.connection import connect
from db.exchange import folder as folders
from db.pool import PoolStore
from tests.db.conftest import PASSPHRASE


def main(home: Path, share: Path) -> None:
    store = PoolStore(connect(vaults.unlock(home, PASSPHRASE)), lambda: datetime.now(UTC))
    first, second, _ = [envelope for envelope, _ in store.waiting()]
    folders.put(share, first)
    store.sent([first.id])
    folders.put(share, second)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
