"""The directory read over the window, from within a case: it begins with what this family asks, and what one chooses
is taken to step 9 as a solution that was considered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casework.case import SettledCase
from casework.steps.identity import Identity
from casework.steps.situation import Situation
from casework.words import age_on
from desktop.ask import Box
from desktop.cases.open_case import OpenCase
from desktop.directory.filters import Family
from desktop.directory.shelves import ProvisionShelf
from desktop.flow.showing import show_if
from desktop.theme.buttons import button
from desktop.theme.look import current

PRIOR = "own_capacity.prior_provisions"
_TAKE = "Neem op in stap 9"
_TAKEN = "Staat bij stap 9"
_HEIGHT = 480


def family_of(case: SettledCase) -> Family:
    """What of this family narrows the search."""
    identity, born = case.of(Identity), case.of(Identity).birth_date.known
    return Family(
        case.of(Situation).problem_area.known,
        None if born is None else age_on(born, case.today),
        identity.village.known or "",
        identity.responsible_municipality.known or "",
    )


class DirectoryBox(Box):
    """Several can be taken, one after the other; the box stays until it is closed."""

    width_px = 1180

    def __init__(self, parent: QWidget, case: OpenCase) -> None:
        super().__init__(parent, "Wat is er in de buurt?", "", _TAKE, "Sluiten")
        self._case = case
        self.shelf = ProvisionShelf(case.pack, case.today, family_of(case.settled))
        self.shelf.setMinimumHeight(current().px(_HEIGHT))
        self.shelf.panes.title.setText("Past bij dit gezin")
        self.body.addWidget(self.shelf)
        self.act.setDefault(False)
        self.act.setAutoDefault(False)
        self.act.clicked.disconnect(self.accept)
        self.act.clicked.connect(self.take)
        self.shelf.panes.chosen.connect(lambda _: self._follow())
        self._follow()

    def take(self) -> None:
        """The provision being read becomes a considered solution of step 9."""
        provision = self.shelf.page.provision
        if provision is not None and provision.name not in self._taken():
            told = {"item": provision.name, "considered": True}
            self._case.add(PRIOR, told | ({"waiting": provision.waiting} if provision.waiting else {}))
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the field for words searches; it takes nothing and closes nothing."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _taken(self) -> set[object]:
        return {_plain(self._case.raw(f"{PRIOR}.{record}.item")) for record in self._case.order(PRIOR)}

    def _follow(self) -> None:
        provision = self.shelf.page.provision
        taken = provision is not None and provision.name in self._taken()
        self.act.setText(_TAKEN if taken else _TAKE)
        self.act.setEnabled(provision is not None and not taken)


class DirectoryButton(QWidget):
    """The way to the directory, where ordinary solutions are asked about."""

    def __init__(self, case: OpenCase, parent: QWidget) -> None:
        super().__init__(parent)
        self._case = case
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.press = button("Zoek in de sociale kaart…", "plain", "map-pin", small=True)
        self.press.clicked.connect(lambda: DirectoryBox(self, case).agreed())
        row.addWidget(self.press)
        row.addStretch(1)
        case.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        show_if(self, self._case.counts(PRIOR))


def _plain(raw: object) -> object:
    """The value of an answer, with or without its source."""
    return raw.get("value") if isinstance(raw, dict) else raw
