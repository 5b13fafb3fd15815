"""Ctrl+G and a number: straight to a step."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casework.steps import FLOW
from desktop.ask import Box
from desktop.theme.label import Plain


class GoTo(Box):
    """Takes a number of a step; `number` is what was chosen.

    It waits for Enter: a box that goes by itself leaves the Enter of who types "11" and Enter to whatever comes next.
    """

    def __init__(self, parent: QWidget) -> None:
        last = len(FLOW.steps)
        super().__init__(parent, "Naar welke stap?", act="Ga")
        self._line = self.field(f"Nummer van 1 tot {last}")
        self.body.addWidget(Plain("\n".join(f"{step.number}. {step.title}" for step in FLOW.steps), tone="ink_quiet"))
        self._line.textChanged.connect(self._judge)
        self._line.setFocus()
        self._judge("")

    @property
    def number(self) -> int | None:
        text = self._line.text().strip()
        return int(text) if text.isdecimal() and 1 <= int(text) <= len(FLOW.steps) else None

    def _judge(self, text: str) -> None:
        self.act.setEnabled(self.number is not None)


def ask(parent: QWidget) -> int | None:
    box = GoTo(parent)
    return box.number if box.agreed() else None
