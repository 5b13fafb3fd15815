"""What one does with the home itself, in the menu of the gear: a backup, the passphrase, the recovery key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop import backups, change_keys
from desktop.bootstrap import Cost, Vault
from desktop.look_menu import LookMenu
from desktop.session import Session

NAME = "Reservekopie en wachtzin"


def add_to(
    menu: LookMenu, over: QWidget, vault: Vault, session: Session, cost: Cost | None, made: Callable[[Path], object]
) -> None:
    """A menu of its own inside: all in one list is higher than a small screen.

    `made` hears where a new backup lies. How long ago the last one was stands above it each time the menu opens.
    """
    menu.addSeparator()
    own = menu.addMenu(NAME)
    last = own.addAction("")
    last.setEnabled(False)
    own.addAction("Reservekopie maken…").triggered.connect(lambda: backups.make(over, vault, made))
    own.addSeparator()
    own.addAction("Wachtzin wijzigen…").triggered.connect(lambda: change_keys.change_passphrase(over, vault, cost))
    own.addAction("Nieuwe herstelsleutel…").triggered.connect(lambda: change_keys.change_recovery_key(over, vault))
    own.aboutToShow.connect(
        lambda: last.setText(f"Laatste reservekopie: {backups.age_in_words(session.settings, session.today)}")
    )
