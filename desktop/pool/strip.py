"""The strip above every screen of the pool: what waits to be sent, bringing and fetching, and the way to the keys."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.pool.post_office import PostOffice
from desktop.theme.buttons import Switch, button
from desktop.theme.cards import space
from desktop.theme.fitted import Fitted
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import Plain


class PostStrip(Fitted, QFrame):
    """`keys_asked` carries whether the keys and the post are to be shown instead of the work."""

    keys_asked = Signal(bool)

    def __init__(self, office: PostOffice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.setProperty("role", "header")
        self._row = FlowLayout(self)
        self.work, self.keys = Switch("Vragen", "segment", "first"), Switch("Sleutels en post", "segment", "last")
        self.work.clicked.connect(lambda: self._ask(False))
        self.keys.clicked.connect(lambda: self._ask(True))
        self.exchange = button("Post brengen en halen", icon="mail", small=True)
        self.exchange.clicked.connect(office.exchange)
        self.said = Plain("", "small", "ink_quiet")
        pair = QWidget()
        joined = QHBoxLayout(pair)
        joined.setContentsMargins(0, 0, 0, 0)
        joined.setSpacing(0)
        joined.addWidget(self.work)
        joined.addWidget(self.keys)
        for part in (pair, self.exchange, self.said):
            self._row.addWidget(part)
        office.moved.connect(self.refresh)
        self._fit()

    def show_keys(self, shown: bool) -> None:
        """Which of the two stands below. The post has its own button there."""
        self.work.setChecked(not shown)
        self.keys.setChecked(shown)
        self.refresh()

    def refresh(self) -> None:
        office = self._office
        self.exchange.setVisible(office.folder is not None and not self.keys.isChecked())
        self.said.setVisible(not self.keys.isChecked())
        if office.busy:
            self.said.setText(f"Bezig… {office.told}")
        else:
            self.said.setText(office.problem or f"{office.waiting} {office.told}".strip())

    def _fit(self) -> None:
        space(self._row, 8, 8)

    def _ask(self, keys: bool) -> None:
        self.show_keys(keys)
        self.keys_asked.emit(keys)
