"""An error in a method that Qt calls must not end the program: tried in a process of its own, which may die."""

import subprocess
import sys

import pytest

_FAULTY = """
from PySide6.QtWidgets import QLabel, QWidget
from desktop.commands.window import application
class Before(QWidget):
    def resizeEvent(self, event):
        {fault}
app = application()
class After(QWidget):
    def resizeEvent(self, event):
        {fault}
class Mixed:
    def resizeEvent(self, event):
        {fault}
class Both(Mixed, QWidget):
    pass
for made in (Before(), After(), Both()):
    try:
        made.show()
    except Exception as error:
        print(type(error).__name__)
print("still here")
"""


@pytest.mark.parametrize(("fault", "kind"), [
    ("int('x')", "ValueError"),
    ("QLabel(1, 2, 3)", "TypeError"),
    ("raise LookupError('ours')", "LookupError"),
])  # fmt: skip
def test_an_error_out_of_c_is_told_and_the_program_goes_on(fault: str, kind: str) -> None:
    said = subprocess.run([sys.executable, "-c", _FAULTY.format(fault=fault)], capture_output=True, text=True)
    assert (said.returncode, said.stdout.split("\n")[:4]) == (0, [kind, kind, kind, "still here"])


def test_what_is_no_business_of_qt_is_left_alone() -> None:
    program = (
        "from desktop.commands.window import application; app = application()\n"
        "from desktop.window import MainWindow\n"
        "import sys\n"
        "guarded = hasattr(MainWindow.closeEvent, '__wrapped__')\n"
        "assert guarded == (sys.version_info < (3, 12))\n"
        "assert not hasattr(MainWindow.__init__, '__wrapped__')\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_slot_still_gets_as_many_values_as_it_takes() -> None:
    program = (
        "from PySide6.QtWidgets import QDialog, QPushButton\n"
        "from desktop.commands.window import application\n"
        "app = application()\n"
        "class Asking(QDialog):\n"
        "    def reject(self):\n"
        "        print('asked')\n"
        "button, asking = QPushButton(), Asking()\n"
        "button.clicked.connect(asking.reject)\n"
        "button.click()\n"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout == "asked\n"
