"""`ijkpunt`: the window on the user's own home, or on the one that is named."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from desktop.home import Home

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def run(asked: Namespace) -> int:
    from desktop import mishap
    from desktop.bootstrap import default_home
    from desktop.window import MainWindow

    app = application()
    window = MainWindow(Home(asked.home or default_home()))
    mishap.watch(window)
    window.show()
    return app.exec()


def application() -> QApplication:
    """The one application, in Dutch also where Qt itself speaks."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
    from PySide6.QtWidgets import QApplication

    from desktop import overrides
    from desktop.dutch_dialogs import DutchDialogs

    overrides.guard()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("IJkpunt")
    app.setApplicationDisplayName("IJkpunt")
    dutch = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)
    QLocale.setDefault(dutch)
    app.installTranslator(DutchDialogs(app))
    words = QTranslator(app)
    if words.load(dutch, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
    return app
