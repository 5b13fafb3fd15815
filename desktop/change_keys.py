"""Another passphrase, another recovery key. Who asks shows first that the home is theirs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from casework.trouble import Trouble
from desktop import ask, bootstrap
from desktop.secret_box import SecretBox
from desktop.setup import RecoveryKeyPage

_NOW = "Uw wachtzin nu, of uw herstelsleutel"


def change_passphrase(over: QWidget, vault: bootstrap.Vault, cost: bootstrap.Cost | None = None) -> None:
    """Ask the old one and twice the new one. `cost`: as of a home; None is measured here."""

    def work(typed: Sequence[str]) -> None:
        old, new, again = typed
        if new != again:
            raise Trouble("De twee nieuwe wachtzinnen zijn niet gelijk. Typ ze opnieuw.")
        bootstrap.key_by_either(vault.home, old)
        bootstrap.change_passphrase(vault, new, cost)

    line = "Kies minstens acht tekens, bijvoorbeeld vier losse woorden. Uw herstelsleutel blijft dezelfde."
    labels = (_NOW, "Nieuwe wachtzin", "Nog een keer de nieuwe wachtzin")
    if SecretBox(over, "Wachtzin wijzigen", line, "Wijzigen", labels, work).agreed():
        ask.tell(over, "Uw wachtzin is gewijzigd",
                 "IJkpunt opent vanaf nu met de nieuwe. Reservekopieën van eerder openen nog met de oude wachtzin: "
                 "onthoud die zo lang, of maak een nieuwe reservekopie en wis de oude.")  # fmt: skip


class KeyBox(ask.Box):
    """The new key, shown once; the act waits for who wrote it down."""

    keeps = False
    width_px = 620  # the whole key on its line: it is copied by hand

    def __init__(self, parent: QWidget, key: str) -> None:
        line = "De nieuwe geldt zodra u op Verder drukt. Tot dan geldt de oude."
        super().__init__(parent, "Nieuwe herstelsleutel", line, "Verder")
        page = RecoveryKeyPage(key, on_bar=False)
        page.go.hide()  # that of the box is in sight too where the page scrolls
        page.sure.toggled.connect(self.act.setEnabled)
        self.act.setEnabled(False)
        self.body.addWidget(page)


def change_recovery_key(over: QWidget, vault: bootstrap.Vault) -> None:
    """Ask the passphrase, show a new key, and let it hold when it was written down."""
    line = "Bent u het vel kwijt, of zag een ander het? Dan maakt u hier een nieuwe sleutel."
    box = SecretBox(over, "Nieuwe herstelsleutel", line, "Verder", [_NOW],
                    lambda typed: bootstrap.key_by_either(vault.home, typed[0]))  # fmt: skip
    if not box.agreed():
        return
    fresh = bootstrap.new_recovery_key()
    if KeyBox(over, fresh).agreed() and ask.tried(over, lambda: bootstrap.change_recovery_key(vault, fresh)):
        ask.tell(over, "De nieuwe herstelsleutel geldt",
                 "De oude opent IJkpunt niet meer. Reservekopieën van eerder openen nog met de oude sleutel of "
                 "de wachtzin van toen. Zag een ander uw sleutel? Maak een nieuwe kopie en wis de oude.")  # fmt: skip
