"""Beheer: the knowledge this home works with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.trouble import Trouble
from desktop.care.install import Installer
from desktop.care.overrules import OverruleSheet
from desktop.care.pack_in_use import ExpirySheet, PackSheet
from desktop.room import Room
from desktop.session import Session
from desktop.theme.label import Plain, title
from desktop.theme.look import current
from desktop.theme.scroll import Scroll

_WIDEST = 860


class CareRoom(Room):
    """Which knowledge is in use, what expires, and how often signals are followed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        look = current()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area = Scroll("Beheer")
        inside = QWidget()
        inside.setProperty("role", "page")
        inside.setMaximumWidth(look.px(_WIDEST))
        column = QVBoxLayout(inside)
        column.setContentsMargins(look.px(28), look.px(20), look.px(28), look.px(20))
        column.setSpacing(look.px(16))
        column.addWidget(title("Beheer"))
        column.addWidget(Plain("De kennis waarmee IJkpunt weegt: van wie, van wanneer, en wat er terugkomt.", "body",
                               "ink_quiet"))  # fmt: skip
        self.pack, self.expiry, self.overrules = PackSheet(), ExpirySheet(), OverruleSheet(session)
        for sheet in (self.pack, self.expiry, self.overrules):
            column.addWidget(sheet)
        column.addStretch(1)
        area.setWidget(inside)
        whole.addWidget(area)
        self.installer = Installer(self, session.knowledge)
        self.installer.installed.connect(self.refresh)
        self.pack.install_asked.connect(self.installer.ask)
        install = QAction("Kennispakket installeren…", self)
        install.triggered.connect(self.installer.ask)
        self.acts: Sequence[QAction] = [install]

    def refresh(self) -> None:
        """Look again: something may have been installed from the command line."""
        knowledge = self.session.knowledge
        knowledge.look_again()
        try:
            newest = knowledge.newest
        except Trouble as trouble:  # here is where it can be mended, so here it is told and not raised
            self.pack.show_trouble(str(trouble))
        else:
            self.pack.show_pack(
                newest, knowledge.issuer, knowledge.kept, knowledge.newer_shipped, knowledge.altered
            )
            self.expiry.show_pack(newest, self.session.today)
            self.overrules.refresh()
        for sheet in (self.expiry, self.overrules):
            sheet.setVisible(not self.pack.troubled)
