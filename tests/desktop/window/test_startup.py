"""The unlock screen does not wait for what only the rooms behind it need."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
HEAVY = ("pydantic", "yaml", "sqlite_utils", "sqlcipher3", "cel", "common_expression_language", "reportlab", "pikepdf",
         "argon2", "nacl", "holidays", "casework.steps", "casework.knowledge", "casework.handover")  # fmt: skip
FIRST_PAINT = """
import json, sys
from pathlib import Path
from desktop.cli import _parser
from desktop.commands import window as command
from desktop.home import Home
from desktop.window import MainWindow
_parser()
app = command.application()
window = MainWindow(Home(Path(sys.argv[1])))
painted = []
from PySide6.QtCore import QEvent, QObject
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not painted:
            painted.append([name for name in json.loads(sys.argv[2]) if name in sys.modules])
        return False
watch = Watch()
window.installEventFilter(watch)
window.show()
while not painted:
    app.processEvents()
print(json.dumps(painted[0]))
"""


def test_nothing_heavy_is_loaded_before_the_first_paint(home):
    shown = subprocess.run([sys.executable, "-c", FIRST_PAINT, home, json.dumps(HEAVY)], cwd=ROOT, text=True,
                           capture_output=True, timeout=60)  # fmt: skip
    assert shown.returncode == 0, shown.stderr
    assert json.loads(shown.stdout) == []


AFTERWARDS = """
import gc
from desktop import bootstrap
bootstrap.warm()
pack = bootstrap.knowledge()
print(any(one is pack for one in gc.get_objects()))
bootstrap.warm()
later = [[]]
print(any(one is later for one in gc.get_objects()))
"""


def test_what_was_loaded_is_not_looked_through_for_garbage_while_somebody_works():
    shown = subprocess.run([sys.executable, "-c", AFTERWARDS], cwd=ROOT, text=True, capture_output=True, timeout=60)
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.split() == ["False", "True"]


FILE_DIALOG = """
from desktop.commands.window import application
app = application()
from PySide6.QtWidgets import QFileDialog, QLabel
dialog = QFileDialog(None, "Bewaren", "", "Casus (*.json)")
dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
print([label.text() for label in dialog.findChildren(QLabel)])
print(app.translate("QAbstractFileIconProvider", "Folder"), app.translate("Elders", "Folder"))
"""


def test_the_file_dialog_that_qt_draws_speaks_dutch():
    shown = subprocess.run([sys.executable, "-c", FILE_DIALOG], cwd=ROOT, text=True, capture_output=True, timeout=60)
    assert shown.returncode == 0, shown.stderr
    labels, words = shown.stdout.splitlines()
    assert labels == "['&Zoeken in:', 'Bestands&naam:', 'Bestands&type:']"
    assert words == "Map Folder", "what is not ours is left as it is"
