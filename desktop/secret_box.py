"""A box that asks for a passphrase and works on it outside the window's thread; what is wrong is said in the box."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from casework.trouble import Trouble
from desktop import ask, background
from desktop.passphrase import Passphrase
from desktop.theme.label import Plain
from desktop.theme.roles import set_role

T = TypeVar("T")


class SecretBox(ask.Box, Generic[T]):
    """`work` gets what was typed, in the order of `labels`; the box goes when it is done, and `made` is what it gave.

    Trouble it raises is told here, and one can type again. While it works the box stays: what is being written cannot
    be taken back halfway.
    """

    keeps = False
    made: T

    def __init__(
        self,
        parent: QWidget,
        question: str,
        line: str,
        act: str,
        labels: Sequence[str],
        work: Callable[[Sequence[str]], T],
    ) -> None:
        super().__init__(parent, question, line, act)
        self._work, self._busy = work, False
        self.lines = [Passphrase(label, on_bar=False) for label in labels]
        self._said = Plain()
        self._said.hide()
        for widget in (*self.lines, self._said):
            self.body.addWidget(widget)
        self.lines[0].setFocus()

    def accept(self) -> None:
        if not self._busy:
            typed = [line.text for line in self.lines]
            self._at_work(True)
            background.run(self, lambda: self._work(typed), self._done, self._failed)

    def reject(self) -> None:
        """Only a lock takes the box away while it works: the work then ends by itself."""
        if not self._busy or self.property(ask.TAKEN):
            super().reject()

    @property
    def said(self) -> str:
        """What is told in the box now: what is wrong, or that it is at work."""
        return self._said.text()

    def _done(self, made: T) -> None:
        self.made = made
        super().accept()

    def _failed(self, trouble: Trouble) -> None:
        self._at_work(False)
        self._say(str(trouble), "stop")
        self.lines[0].setFocus()

    def _at_work(self, busy: bool) -> None:
        self._busy = busy
        for widget in (*self.lines, self.act, self.back):
            widget.setEnabled(not busy)
        self._say("Een ogenblik…" if busy else "", "ink_quiet")

    def _say(self, words: str, tone: str) -> None:
        set_role(self._said, tone=tone)
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self.lines[0].line.setAccessibleDescription(words)
