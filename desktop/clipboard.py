"""What is copied stays on the clipboard for half a minute: it is about a family, or opens their file."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

CLEARED_AFTER_MS = 30_000
SAID = "Gekopieerd. Over een halve minuut wordt het klembord weer leeg."


def copy_for_a_while(text: str) -> None:
    """Put a text on the clipboard, and take it off again if it is still there by then."""
    board = QGuiApplication.clipboard()
    board.setText(text)
    QTimer.singleShot(CLEARED_AFTER_MS, board, lambda: board.clear() if board.text() == text else None)
