"""Backups as the user meets them: making one, how long ago the last one was, and putting one back at the door."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from casework.trouble import Trouble
from desktop import ask, background, bootstrap, clock
from desktop.secret_box import SecretBox
from desktop.theme.label import Plain

if TYPE_CHECKING:
    from desktop.session import Session, Settings

LAST = "last_backup"
_OLD_DAYS = 7


class _Making(ask.Box):
    """One can go on working; what came of it is said here, or in a box of its own where this one was closed."""

    keeps = False

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, "Reservekopie maken", "", "Doorwerken", "")
        self._words = Plain("Een ogenblik: alles wordt versleuteld weggeschreven en daarna nagelezen.")
        self.body.addWidget(self._words)

    def say(self, words: str) -> None:
        self._words.setText(words)
        self.setAccessibleDescription(words)
        self.act.setText("Begrepen")
        self.act.setAccessibleName("Begrepen")


def make(over: QWidget, vault: bootstrap.Vault, made: Callable[[Path], object]) -> None:
    """Ask where, and make a backup beside the work; `made` hears where it lies. What went wrong is told."""
    to = ask.folder(over, "Waar komt de reservekopie? Kies liefst een stick")
    if to is None:
        return
    box = _Making(over)

    def tell(words: str) -> None:
        if isValid(box) and box.isVisible():
            box.say(words)
        else:
            ask.tell(over, "Reservekopie maken", words)

    def done(path: Path) -> None:
        made(path)
        tell(f"De reservekopie staat in {path} en is nagelezen: zij is heel.\n\n"
             "Zij opent met de wachtzin of de herstelsleutel van vandaag, ook als u die later wijzigt. Bewaar haar "
             "niet bij deze computer. Van uw reservekopieën op die plek blijven de nieuwste zeven staan.")  # fmt: skip

    background.run(over, lambda: bootstrap.make_backup(vault, to), done,
                   lambda trouble: tell(f"De reservekopie is niet gemaakt. {trouble}"))  # fmt: skip
    box.agreed()


def put_back(over: QWidget, home: Path) -> bool:
    """Ask which backup and its passphrase, and put it in a home that is closed. Whether it was done; told in words."""
    folder = ask.folder(over, "Welke reservekopie? Kies haar map, of de stick waar zij op staat")
    if folder is None:
        return False
    try:
        source = bootstrap.find_backup(folder)
    except Trouble as trouble:
        ask.tell(over, "Er is niets teruggezet", str(trouble))
        return False
    line = f"U zet terug: {source}."
    if bootstrap.exists(home):
        line += " Wat nu op deze computer staat, wordt niet gewist. Het gaat naar een eigen map; straks leest u welke."
    box = SecretBox(over, "Reservekopie terugzetten", line, "Terugzetten",
                    ["Wachtzin of herstelsleutel van die dag"],
                    lambda typed: bootstrap.restore(source, home, typed[0]))  # fmt: skip
    if not box.agreed():
        return False
    words = "Ontgrendel met de wachtzin of de herstelsleutel die bij deze reservekopie hoort."
    if box.made is not None:
        words += (f"\n\nWat hier eerst stond, staat nu in {box.made}. Wis die map pas als u er niets uit mist; "
                  "terugzetten gaat op dezelfde manier.")  # fmt: skip
    ask.tell(over, "De reservekopie is teruggezet", words)
    return True


def remember(settings: Settings, path: Path) -> None:
    """That a backup was made now, and where. Raises Trouble."""
    settings.put(LAST, {"at": clock.now().isoformat(), "path": str(path)})


def age_in_words(settings: Settings, today: date) -> str:
    """How long ago the last one was."""
    days = _age(settings, today)
    if days is None:
        return "nog niet gemaakt"
    return {0: "vandaag", 1: "gisteren"}.get(days, f"{days} dagen geleden")


def reminder(session: Session) -> str:
    """A quiet sentence where there is something to lose and the last backup is old; else empty."""
    days = _age(session.settings, session.today)
    if session.practice or (days is not None and days <= _OLD_DAYS):
        return ""
    if all(line.practice for line in session.store.list()):
        return ""
    was = "Er is nog geen reservekopie" if days is None else f"Uw laatste reservekopie is {days} dagen oud"
    return f"{was}. U maakt er een bij Weergave, het tandwiel in de balk."


def _age(settings: Settings, today: date) -> int | None:
    last = settings.get(LAST)
    if not last:
        return None
    return max(0, (today - datetime.fromisoformat(last["at"]).astimezone().date()).days)
