"""A fault of ours: told calmly, with what a maintainer needs and nothing about a client."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QLineEdit, QWidget

from casework.trouble import Trouble
from desktop import ask
from desktop.ask import Box
from desktop.theme.label import field_label

_ROOT = Path(__file__).resolve().parents[1]


def watch(window: QWidget) -> None:
    """From now on an exception that nobody expected is shown, and the work goes on.

    A trouble we know has its own sentence, also where no screen was there to tell it.
    """

    def told(kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, at)
            return
        known = isinstance(error, Trouble)
        if not known:
            sys.stderr.write(report(kind, at) + "\n")
        if not window.property("telling"):  # one box at a time, however often it goes wrong
            window.setProperty("telling", True)
            if known:
                ask.tell(window, "Dat kan nu niet", str(error))
            else:
                _Mishap(window, report(kind, at)).agreed()
            window.setProperty("telling", False)

    sys.excepthook = told


def report(kind: type[BaseException], at: TracebackType | None) -> str:
    """What kind of fault, and where in the program. Not the message: that may hold somebody's words."""
    places = [
        f"{_inside(Path(frame.filename))}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(at)[-4:]
    ]
    return f"{kind.__name__} in {' < '.join(reversed(places))}"


def _inside(file: Path) -> str:
    return str(file.relative_to(_ROOT)) if file.is_relative_to(_ROOT) else file.name


class _Mishap(Box):
    def __init__(self, window: QWidget, what: str) -> None:
        super().__init__(
            window,
            "Er ging iets mis in IJkpunt",
            "Wat u bevestigde is bewaard. U kunt doorgaan. Gebeurt het weer, sluit IJkpunt dan en start het opnieuw, "
            "en geef de regel hieronder door aan wie IJkpunt beheert. Er staat niets in over een gezin.",
            "Doorgaan",
            "",
        )
        line = QLineEdit(what)
        line.setReadOnly(True)
        self.body.addWidget(field_label("Voor de beheerder", line))
        self.body.addWidget(line)
