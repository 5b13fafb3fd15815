"""What somebody does on the screen of a question, and with what came back."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton


def decide_all(screen) -> None:
    screen.resolving.replace_known()
    for row in screen.resolving.rows:
        if row.decision is None:
            row.decide("replace")


def send(screen) -> str:
    """Checked and sent, as somebody with little to add does it."""
    screen.form.informed.chips[0].click()
    screen.forward.click()
    decide_all(screen)
    threads: list[str] = []
    screen.asked.connect(threads.append)
    screen.forward.click()
    assert threads, screen._says.text()
    return threads[0]


def press(panel, thread: str, words: str) -> None:
    found = [one for one in panel.sheets[thread].findChildren(QPushButton) if one.text().startswith(words)]
    assert found, [one.text() for one in panel.sheets[thread].findChildren(QPushButton)]
    found[0].click()
