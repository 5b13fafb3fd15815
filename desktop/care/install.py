"""Asking for a signed pack and installing it. A new issuer is trusted only with the key file that came another way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from casework.trouble import Trouble
from desktop import ask, background
from desktop.installing import Installation, UnknownIssuer, install
from desktop.knowledge import Knowledge


class Installer(QObject):
    """`installed` when the knowledge of this home is another from now on."""

    installed = Signal()

    def __init__(self, over: QWidget, knowledge: Knowledge) -> None:
        super().__init__(over)
        self._over, self._knowledge = over, knowledge

    def ask(self) -> None:
        """Which file?"""
        file = ask.file_to_read(self._over, "Kennispakket installeren", ["Kennispakket (*.ijkpak)"])
        if file is not None:
            self.install(file)

    def install(self, file: Path, issuer_key: Path | None = None) -> None:
        """Check and install outside the thread of the window; then tell, also what was refused."""
        home = self._knowledge.home
        background.run(
            self, lambda: install(home, file, issuer_key), self._done, lambda trouble: self._refused(file, trouble)
        )

    def _done(self, done: Installation) -> None:
        self._knowledge.look_again()
        self.installed.emit()
        release = done.release
        if not done.fresh:
            line = "Dit pakket stond hier al. Er is niets veranderd aan de inhoud."
        else:
            line = (
                "Nieuwe casussen worden hiermee gewogen. Een casus die loopt, houdt zijn eigen versie; boven in die "
                "casus staat wat er zou veranderen."
            )
        ask.tell(self._over, f"{release.id} {release.version} is geïnstalleerd", line)

    def _refused(self, file: Path, trouble: Trouble) -> None:
        if not isinstance(trouble, UnknownIssuer):
            ask.tell(self._over, "Dit kennispakket is niet geïnstalleerd", str(trouble))
        elif ask.confirm(self._over, "Kent u deze uitgever?", str(trouble), "Sleutelbestand kiezen…"):
            key = ask.file_to_read(self._over, "Sleutelbestand van de uitgever", ["Publieke sleutel (*.pub)"])
            if key is not None:
                self.install(file, key)
