"""Something of a page's own inside the card of a record, between its questions."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.flow.field import QuestionRow


class CardPart(QWidget):
    """Made when the card is first opened, and refreshed with it."""

    def refresh(self) -> None:
        """Show what stands now."""
        raise NotImplementedError

    def rows(self) -> list[QuestionRow]:
        """The questions it asks: confirmed with those of the card."""
        return []
