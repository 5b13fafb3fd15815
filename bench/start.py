"""From nothing to the unlock screen painted, against an empty PySide6 window: whole processes, in turns."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.timing import medians, told

_ROOT = Path(__file__).resolve().parents[1]
_UNTIL_PAINTED = """
from PySide6.QtCore import QEvent, QObject
painted = []
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            painted.append(True)
        return False
watch = Watch()
window.installEventFilter(watch)
window.show()
while not painted:
    app.processEvents()
import os
os._exit(0)
"""
_OURS = """
import sys
from pathlib import Path
from desktop.commands.window import application
from desktop.home import Home
from desktop.window import MainWindow
app = application()
window = MainWindow(Home(Path(sys.argv[1])))
"""
_EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1366, 688)
"""


def run(rounds: int = 15) -> list[str]:
    with TemporaryDirectory() as folder:
        found = medians(
            {"ours": lambda: _painted(_OURS, folder), "empty": lambda: _painted(_EMPTY, folder)},
            rounds,
        )
    return [told("start to the unlock screen", found["ours"], found["empty"], "empty window", "<= 1.5")]


def _painted(program: str, folder: str) -> None:
    subprocess.run([sys.executable, "-c", program + _UNTIL_PAINTED, f"{folder}/home"], cwd=_ROOT, check=True)
