"""A home that is open for as long as a command needs its pool."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from desktop.commands.common import tell
from desktop.commands.passphrase import asked_for

if TYPE_CHECKING:
    from desktop.pool.desk import PoolDesk


@contextmanager
def pool_of(asked: Namespace, *, new: Mapping[str, Any] | None = None) -> Iterator[PoolDesk]:
    """The pool of the home that was asked for. new: begin that home where there is none, for who works there."""
    from casework.edits import new_id
    from db.connection import connect
    from db.settings import Settings
    from desktop.bootstrap import create, default_home, exists, pool_desk, unlock

    home = asked.home or default_home()
    passphrase = asked_for(asked.passphrase_file, "Wachtzin")
    if begins := new is not None and not exists(home):
        vault, recovery = create(home, passphrase)
        tell(f"Herstelsleutel, wordt nergens bewaard: {recovery}")
    else:
        vault = unlock(home, passphrase)
    try:
        database = connect(vault)
        try:
            if begins:
                Settings(database).put("actor", {"id": new_id(), **(new or {})})
            yield pool_desk(database)
        finally:
            database.close()
    finally:
        vault.close()
