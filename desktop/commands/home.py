"""`ijkpunt backup`: a verified backup of a home that no window has open."""

from __future__ import annotations

from argparse import Namespace

from desktop.commands.common import say
from desktop.commands.passphrase import asked_for


def backup(asked: Namespace) -> int:
    """The home is brought up to date first, as by the window, and remembers when its last backup was made."""
    from db.connection import connect
    from db.settings import Settings
    from desktop.backups import remember
    from desktop.bootstrap import default_home, make_backup, unlock

    with unlock(asked.home or default_home(), asked_for(asked.passphrase_file, "Wachtzin")) as vault:
        database = connect(vault)
        try:
            made = make_backup(vault, asked.out)
            remember(Settings(database), made)
        finally:
            database.close()
    say({"backup": str(made)})
    return 0
