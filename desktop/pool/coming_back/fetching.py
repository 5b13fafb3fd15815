"""The post, fetched by itself: soon after unlocking, and when a case opens that asked something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from casework.trouble import Trouble
from desktop.pool.post_folder import post_folder

if TYPE_CHECKING:
    from desktop.cases.open_case import OpenCase
    from desktop.session import Session

_AFTER_MS = 300
"""After the first paint of what was opened."""


class Fetching(QTimer):
    """Stop it before the home closes. A folder that is away loses nothing: the post stays where it is."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent, singleShot=True, interval=_AFTER_MS)
        self._session = session
        self._case: OpenCase | None = None
        self.problem = ""
        self.timeout.connect(self.fetch)

    def soon(self, case: OpenCase | None = None) -> None:
        self._case = case
        self.start()

    def fetch(self) -> None:
        """Bring and fetch the post where a folder was chosen, and take over what came back for the case that opened."""
        case, self._case, self.problem = self._case, None, ""
        folder = post_folder(self._session.settings)
        try:
            if folder is not None and folder.is_dir() and self._session.pool.me is not None:
                self.problem = self._session.pool.send(folder).problem or self._session.pool.receive(folder).problem
            if case is not None and case.pool is not None and not case.line.practice:
                case.pool().take_over()
        except Trouble as trouble:
            self.problem = str(trouble)
