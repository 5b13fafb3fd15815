"""Sheets: the white cards a page is made of, the empty state, and what is withheld."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.pictures.hatching import Hatched
from desktop.pictures.mark import MarkOutline
from desktop.theme.buttons import button
from desktop.theme.fitted import Fitted
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.runs import RunLabel, bold, quiet
from desktop.theme.sign import Sign


class Sheet(Fitted, QFrame):
    """A card. Put parts in `body`; `title` stands above them. `padding` and `gap` in px at 100 %."""

    def __init__(self, title: str = "", *, padding: int = 16, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sheet")
        self._padding, self._gap = padding, gap
        self.body = QVBoxLayout(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if title:
            self.setAccessibleName(title)
            self.body.addWidget(Plain(title, "body", strong=True))
        self._fit()

    def _fit(self) -> None:
        space(self.body, self._padding, self._gap)


class EmptyState(Fitted, QFrame):
    """Nothing there yet: one bold line, one line what to ask, one button. Never an apology, never a joke."""

    clicked = Signal()

    def __init__(self, strong: str, line: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sheet")
        self.setAccessibleName(strong)
        self._row = QHBoxLayout(self)
        self._row.addWidget(MarkOutline(), 0, Qt.AlignmentFlag.AlignVCenter)
        self._words = QVBoxLayout()
        self._words.addWidget(Plain(strong, "question", strong=True))
        self._words.addWidget(Plain(line, "small", "ink_quiet"))
        if action:
            press = button(action, "primary", small=True)
            press.clicked.connect(self.clicked)
            self._words.addWidget(press, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addLayout(self._words, 1)
        self._fit()

    def _fit(self) -> None:
        space(self._row, 20, 20)
        space(self._words, 0, 6)


class Withheld(Fitted, Hatched):
    """What is held back from a document, and why.

    `kind` is `hidden` (the reader sees that something is held back) or `never` (even its existence stays here).
    """

    clicked = Signal()

    def __init__(
        self,
        kind: Literal["hidden", "never"],
        what: str,
        reason: str,
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        icon, words = {"hidden": ("eye-off", "Niet gedeeld"), "never": ("lock", "Gaat nooit mee")}[kind]
        self.setAccessibleName(f"{words}: {what}. {reason}")
        self._row = QHBoxLayout(self)
        self._words = QHBoxLayout()
        self._words.addWidget(Sign(icon, "ink"), 0, Qt.AlignmentFlag.AlignTop)
        text = RunLabel([bold(f"{words}: {what}. "), quiet(reason)])
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.addWidget(text, 1)
        self._row.addLayout(self._words, 1)
        if action:
            press = button(action, "link")
            press.clicked.connect(self.clicked)
            self._row.addWidget(press, 0, Qt.AlignmentFlag.AlignTop)
        self._fit()

    def _fit(self) -> None:
        space(self._row, 8, 10)
        space(self._words, 4, 8)  # on one line with the words of the button


def space(layout: QLayout, padding: int, gap: int) -> None:
    """Margins and spacing of a layout, in px at 100 %; call it again in `changeEvent` when the text size changes."""
    look = current()
    layout.setContentsMargins(*[look.px(padding)] * 4)
    layout.setSpacing(look.px(gap))
