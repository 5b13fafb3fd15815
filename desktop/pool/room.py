"""The room *Expertpool*: what it shows follows from the role of this device."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.room import Room
from desktop.session import Session
from desktop.theme.cards import EmptyState

_BY_ROLE: Mapping[str, str] = {
    "coordinator": "desktop.pool.bench.screen:BenchScreen",
    "expert": "desktop.pool.answering.screen:AnsweringScreen",
    "aanvrager": "desktop.pool.mine:MyQuestions",
    "": "desktop.pool.keys.screen:KeysScreen",
}
"""THE DISPATCH. Nobody yet: this device is to be enrolled first."""


class PoolRoom(Room):
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._role: str | None = None
        self.screen_ = QWidget()

    @property
    def regions(self) -> Sequence[QWidget]:
        found: Sequence[QWidget] = getattr(self.screen_, "regions", [self.screen_])
        return found

    def refresh(self) -> None:
        """The screen of the role, as things stand now."""
        me = self.session.pool.me
        role = me.role if me else ""
        if role != self._role:
            self._show(role)
        if (again := getattr(self.screen_, "refresh", None)) is not None:
            again()
        self.counted.emit(getattr(self.screen_, "waiting", 0))

    def keep(self) -> None:
        if (keep := getattr(self.screen_, "keep", None)) is not None:
            keep()

    def _show(self, role: str) -> None:
        self._column.removeWidget(self.screen_)
        self.screen_.hide()
        self.screen_.deleteLater()
        self._role, self.screen_ = role, _made(_BY_ROLE[role], self.session)
        self._column.addWidget(self.screen_)
        if (asked := getattr(self.screen_, "case_asked", None)) is not None:
            asked.connect(self.case_asked)


def _made(name: str, session: Session) -> QWidget:
    module, kind = name.split(":")
    if find_spec(module.rsplit(".", 1)[0]) is None or find_spec(module) is None:
        return EmptyState("Hier is nog geen scherm voor.", "Op de opdrachtregel kan het wel: ijkpunt exchange --help.")
    made = getattr(import_module(module), kind)(session)
    assert isinstance(made, QWidget)
    return made
