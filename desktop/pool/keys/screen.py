"""Keys and post: this device, whom the coordinator lets in, and the way the post goes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.pool.keys.device import DeviceSheet
from desktop.pool.keys.people import PeopleSheet
from desktop.pool.keys.post import PostSheet
from desktop.pool.keys.start import StartSheet
from desktop.session import Session
from desktop.theme.label import Plain, title
from desktop.theme.page import Page

_LINE = "Wie u bent in de expertpool, wie u vertrouwt, en hoe vragen en adviezen heen en weer gaan."


class KeysScreen(Page):
    """`begun` when this device got its keys, and with them its role."""

    begun = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("Sleutels en post van de expertpool", parent)
        self.session = session
        self.office = session.office
        self.office.moved.connect(self._on_moved)
        self.start: StartSheet | None = None
        self.device: DeviceSheet | None = None
        self.people: PeopleSheet | None = None
        self.post: PostSheet | None = None
        self._build()

    def refresh(self) -> None:
        """Show what stands now. Somebody who became a coordinator gets the list of devices."""
        if self.device is None or self.session.pool.ring.admits != (self.people is not None):
            self._build()
            return
        for sheet in (self.device, self.people, self.post):
            if sheet is not None:
                sheet.refresh()

    def _build(self) -> None:
        self.clear()
        self.start = self.device = self.people = self.post = None
        self.column.addWidget(title("Sleutels en post"))
        self.column.addWidget(Plain(_LINE, "body", "ink_quiet"))
        ring = self.session.pool.ring
        if ring.card is None:
            self.start = StartSheet(self.session)
            self.start.begun.connect(self._on_begun)
            self.column.addWidget(self.start)
            return
        self.device = DeviceSheet(self.session)
        self.device.changed.connect(self.refresh)
        self.column.addWidget(self.device)
        if ring.admits:
            self.people = PeopleSheet(self.session)
            self.people.changed.connect(self.device.refresh)
            self.column.addWidget(self.people)
        self.post = PostSheet(self.session, self.office)
        self.column.addWidget(self.post)

    def _on_begun(self) -> None:
        self._build()
        self.begun.emit()

    def _on_moved(self) -> None:
        if self.office.busy or self.device is None:
            return
        self.device.refresh()
        if self.people is not None:
            self.people.refresh()
