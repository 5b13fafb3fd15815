"""The place of a question in the window: one at a time, made when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop import focus_order
from desktop.cases.open_case import OpenCase

if TYPE_CHECKING:
    from desktop.pool.asking.screen import AskingScreen


class AskingPlace(QObject):
    """`back` to the case; `asked` when a question was saved."""

    back = Signal()
    asked = Signal()

    def __init__(self, stack: QStackedWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._stack = stack
        self.screen: AskingScreen | None = None

    def open(self, case: OpenCase) -> AskingScreen:
        from desktop.pool.asking.screen import AskingScreen

        assert case.pool is not None  # a case in the window was opened by a session
        self.close()
        self.screen = AskingScreen(case, case.pool())
        self.screen.back.connect(self.back)
        self.screen.asked.connect(lambda _: self.asked.emit())
        self._stack.addWidget(self.screen)
        return self.screen

    def enter(self) -> None:
        """The cursor in the first thing to fill in."""
        if self.screen is not None:
            focus_order.first(self.screen.form)

    def keep(self) -> None:
        """Keep what was typed."""
        if self.screen is not None:
            self.screen.keep()

    def close(self) -> None:
        """Take it away; what was typed was kept before."""
        if self.screen is not None:
            self._stack.removeWidget(self.screen)
            self.screen.hide()
            self.screen.deleteLater()
            self.screen = None
