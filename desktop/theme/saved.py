"""The word that says whether what was typed is kept. No time, no percentage, nothing that pops up."""

from typing import Literal

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.theme.look import current
from desktop.theme.runs import Run, RunLabel
from desktop.theme.sign import Sign

SavedState = Literal["busy", "saved", "failed"]


class SavedWord(QWidget):
    """Starts as saved. A failure stays until the next save and names the way out. `on_bar` for light on dark."""

    def __init__(self, *, on_bar: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = "on_bar_quiet" if on_bar else "ink_quiet"
        self._sign = Sign("check", self._quiet)
        self._words = RunLabel((), "body")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().px(6))
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        self.state: SavedState = "saved"
        self.show_saved()

    def show_busy(self) -> None:
        self._show("busy", "pencil", self._quiet, "bezig")

    def show_saved(self) -> None:
        self._show("saved", "check", self._quiet, "bewaard")

    def show_failed(self, reason: str) -> None:
        """`reason` in words with the way out, such as `schijf is vol`."""
        self._show("failed", "octagon-alert", "stop", f"niet bewaard: {reason}")

    def _show(self, state: SavedState, icon: str, role: str, words: str) -> None:
        self.state = state
        self._sign.show_icon(icon, role)
        self._words.set_runs([Run(words, role, 600 if state == "failed" else 400)])
        self.setAccessibleName(words)
