"""The document as its reader will see it. It follows the case, and one stays where one was reading."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casework.handover.blocks import Document
from desktop.handover.paper import Paper
from desktop.theme.look import current
from desktop.theme.scroll import Scroll

_AT_ONCE = 12
"""As many new pieces are made before the document is shown: a screen full. The others follow in slices."""

_SLICE_MS = 12


class Preview(Scroll):
    """`pointed` and `followed` carry the origin of a sentence."""

    pointed = Signal(object)
    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Voorbeeld van de overdracht", parent, stop=True)
        self.paper = Paper()
        self.paper.pointed.connect(self.pointed)
        self.paper.followed.connect(self.followed)
        self._ground = QWidget()
        self._ground.setProperty("role", "page")
        middle = QHBoxLayout(self._ground)
        middle.setContentsMargins(*[current().px(20)] * 4)
        middle.addStretch(1)
        middle.addWidget(self.paper, 100)
        middle.addStretch(1)
        self.setWidget(self._ground)
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._make_some)

    def show_document(self, document: Document, hard: Sequence[str] = ()) -> None:
        """Show this document; `hard` are sentences to mark."""
        number, reading = self.paper.piece_at(self._top())
        over = self._over(reading)
        self.paper.show_document(document, number, hard)
        more = self.paper.make_some(_AT_ONCE, 0)
        self._stay(reading, over)
        if more:
            self._more.start()

    def finish(self) -> None:
        """Make the whole document now, instead of in slices."""
        self._more.stop()
        self.paper.finish()
        self._lay_out()

    def reveal(self, hard: str) -> None:
        """Bring a marked sentence into view; where it leads to an answer it gets the focus."""
        found = self.paper.piece_with(hard)
        if found is not None:
            self._lay_out()
            self.ensureWidgetVisible(found, 0, current().px(120))
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- inside

    def _make_some(self) -> None:
        _, reading = self.paper.piece_at(self._top())
        over = self._over(reading)
        more = self.paper.make_some(1, _SLICE_MS)
        self._stay(reading, over)
        if more:
            self._more.start()

    def _top(self) -> int:
        """The height of the sheet that is at the top of what one sees."""
        return self.verticalScrollBar().value() - self.paper.y()

    def _over(self, reading: QWidget | None) -> int:
        """How far what one reads begins above the top of what one sees."""
        return 0 if reading is None else self._top() - reading.y()

    def _stay(self, reading: QWidget | None, over: int) -> None:
        """Keep what one was reading in its place, whatever came or went above it."""
        self._lay_out()
        if self.verticalScrollBar().value() and reading is not None and self.paper.has(reading):
            self.verticalScrollBar().setValue(reading.y() + self.paper.y() + over)

    def _lay_out(self) -> None:
        """Now, instead of when the window has time: the scroll bar then knows how far it goes."""
        QCoreApplication.sendEvent(self._ground, QEvent(QEvent.Type.LayoutRequest))
