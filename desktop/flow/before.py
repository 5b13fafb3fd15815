"""Under a question at a prolonging: what was said before it, and one press to say that it is still so."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.words import day_in_words
from desktop.flow.answering import Given
from desktop.theme.buttons import button
from desktop.theme.label import Plain
from desktop.theme.look import current


class FromBefore(QWidget):
    """`still_so`: who works here looked again, and it holds today."""

    still_so = Signal()

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(4))
        self.words = Plain("", "small")
        self.press = button("Nog steeds zo", "plain", "check", small=True)
        self.press.setAccessibleName(f"Nog steeds zo: {question}")
        self.press.clicked.connect(self.still_so)
        column.addWidget(self.words)
        column.addWidget(self.press, 0, Qt.AlignmentFlag.AlignLeft)

    def tell(self, words: str) -> None:
        if words != self.words.text():
            self.words.setText(words)


def of_day(given: Given) -> str:
    """In the middle of a sentence: `, van 3 juni 2026`; empty where no day was kept."""
    return f", van {day_in_words(date.fromisoformat(given.on))}" if given.on else ""
