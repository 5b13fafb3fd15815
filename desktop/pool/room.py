"""The room *Expertpool*: what it shows follows from the role of this device; keys and post are a press away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import focus_order
from desktop.pool.keys.screen import KeysScreen
from desktop.pool.strip import PostStrip
from desktop.pool.waiting import waiting
from desktop.room import Room
from desktop.session import Session

_BY_ROLE: Mapping[str, str] = {
    "coordinator": "desktop.pool.bench.screen:BenchScreen",
    "expert": "desktop.pool.answering.screen:AnsweringScreen",
    "aanvrager": "desktop.pool.mine:MyQuestions",
}
"""THE DISPATCH. For nobody yet, and on asking, the keys and the post: this device is to be enrolled first."""


class PoolRoom(Room):
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.office = session.office
        self.office.moved.connect(self._on_moved)
        self.strip = PostStrip(self.office)
        self.strip.keys_asked.connect(self._show)
        self._column.addWidget(self.strip)
        self._keys_shown: bool | None = None
        self.screen_ = QWidget()

    @property
    def regions(self) -> Sequence[QWidget]:
        found: Sequence[QWidget] = getattr(self.screen_, "regions", [self.screen_])
        return found if self.strip.isHidden() else [self.strip, *found]

    def refresh(self) -> None:
        """The screen of the role as things stand now; the keys, until somebody is trusted here."""
        ring = self.session.pool.ring
        if self._keys_shown is None:
            self._show(not ring.trusts)
        self.strip.setVisible(ring.card is not None)
        self.strip.refresh()
        if (again := getattr(self.screen_, "refresh", None)) is not None:
            again()
        self.counted.emit(waiting(self.session.pool))

    def enter(self) -> None:
        """In the work, not in the strip above it."""
        focus_order.first(self.screen_)

    def keep(self) -> None:
        if (keep := getattr(self.screen_, "keep", None)) is not None:
            keep()

    def _show(self, keys: bool) -> None:
        if keys == self._keys_shown:
            return
        self.keep()
        self._column.removeWidget(self.screen_)
        self.screen_.hide()
        self.screen_.deleteLater()
        self._keys_shown, self.screen_ = keys, self._made(keys)
        self._column.addWidget(self.screen_, 1)
        self.strip.show_keys(keys)
        for name, told in (("case_asked", self.case_asked), ("said", self._on_said), ("begun", self.refresh)):
            if (asked := getattr(self.screen_, name, None)) is not None:
                asked.connect(told)
        self.refresh()

    def _made(self, keys: bool) -> QWidget:
        me = self.session.pool.me
        if keys or me is None:
            return KeysScreen(self.session)
        module, kind = _BY_ROLE[me.role].split(":")
        made = getattr(import_module(module), kind)(self.session)
        assert isinstance(made, QWidget)
        return made

    def _on_said(self) -> None:
        """What was said goes at once where the folder is there; else it waits, and the strip says so."""
        self.counted.emit(waiting(self.session.pool))
        if not self.office.exchange_unasked():
            self.strip.refresh()

    def _on_moved(self) -> None:
        if not self.office.busy:
            self.refresh()
