"""The pictures in the README and the manual, of a practice family: python -m tools.screenshots

Made without a screen, so that they are the same everywhere; they land in docs/images.
"""

from __future__ import annotations

import os
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is loaded

from PySide6.QtWidgets import QWidget

from desktop import practice
from desktop.commands.demo import _wait
from desktop.commands.window import application
from desktop.home import PRACTICE_PASSPHRASE
from desktop.unlock import UnlockForm
from desktop.window import SIZE, MainWindow

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "images"
FAMILY = "jesse.json"
_SETTLE_S = 1.0


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    app = application()
    place = practice.PracticePlace()
    place.make().close()
    window = MainWindow(place.home)
    window.resize(*SIZE)
    window.show()

    def take(widget: QWidget, name: str) -> None:
        _rest(app)
        widget.grab().save(str(FOLDER / f"{name}.png"))
        print(FOLDER / f"{name}.png")

    take(window, "ontgrendelen")
    form = window.findChild(UnlockForm)
    assert form is not None
    form.asked.emit(PRACTICE_PASSPHRASE)
    _wait(app, lambda: window.house is not None, "ontgrendelen")
    assert window.house is not None and window.session is not None
    family = next(one for one in practice.families() if one.file == FAMILY)
    screen = window.house.open(window.session.take_in(family.document, practice=True))
    screen.case.weigh()
    screen.open_number(8)
    take(window, "casus-stap-8")
    window.house.show_handover()
    take(window, "overdracht")
    window.close()
    place.close()


def _rest(app: object) -> None:
    """Let everything that waits for a quiet moment have it."""
    import time

    end = time.monotonic() + _SETTLE_S
    _wait(app, lambda: time.monotonic() > end, "rust")


if __name__ == "__main__":
    main()
