"""The only door to modal boxes and file dialogs. Each asks one thing, in words, and gives the answer or None."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from casework.trouble import Trouble
from desktop import focus_order, left_open
from desktop.theme.buttons import button
from desktop.theme.label import Plain, field_label, heading
from desktop.theme.look import current

WIDTH = 520
TAKEN = "taken_away"
_STOOD_HERE = "Dit stond hier de vorige keer. Het is nog niet vastgelegd."
EMERGENCY = "emergency"
"""The object name of the window's action for the emergency card; it works over a box too."""


_trying: list[list[Callable[[], None]]] = []
"""For each act that is being tried: what keeps the words of the boxes that were agreed to for it."""


class _Inside(QWidget):
    """`grown` when what stands in it takes another room."""

    grown = Signal()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.grown.emit()
        return done


class Box(QDialog):
    """A box with a question, a line that explains it, room for fields in `body`, an act and a way back."""

    width_px = WIDTH
    keeps = True
    """Whether what stands in it is there again after a lock. Not a passphrase, nor a word that confirms."""

    def __init__(self, parent: QWidget, question: str, line: str = "", act: str = "", back: str = "Annuleren") -> None:
        super().__init__(parent)
        self._over, self._asked = parent, f"{question} {line}".strip()
        self.setWindowTitle("IJkpunt")
        self.setAccessibleName(question)
        look = current()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, look.px(20))
        self._inside = _Inside()
        self._inside.grown.connect(self._grow)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(look.px(24), look.px(24), look.px(24), look.px(16))
        column.setSpacing(look.px(12))
        column.addWidget(heading(question))
        if line:
            column.addWidget(Plain(line))
        self.body = QVBoxLayout()
        self.body.setSpacing(look.px(8))
        column.addLayout(self.body, 1)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._inside)
        whole.addWidget(scroll, 1)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(look.px(24), 0, look.px(24), 0)
        self._foot.setSpacing(look.px(8))
        self.act = button(act or "Goed", "primary")
        self.act.setDefault(True)
        self.act.clicked.connect(self.accept)
        self._foot.addWidget(self.act)
        if back:
            self.back = button(back)
            self.back.clicked.connect(self.reject)
            self._foot.addWidget(self.back)
        self._foot.addStretch(1)
        whole.addLayout(self._foot)
        self.addActions([action for action in parent.window().actions() if action.objectName() == EMERGENCY])

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its words need at this width, wider for a word such as a key that does not break; where the
        window is smaller than that, the words scroll.
        """
        beside = self._scroll.verticalScrollBar().sizeHint().width()  # it takes its room from the words
        width = max(current().px(self.width_px), self._inside.minimumSizeHint().width() + beside)
        self.resize(min(width, self._over.window().width()), 0)
        self._grow()
        if self.focusWidget() is None:
            focus_order.first(self._inside)  # in what is asked, not on the way back
        super().showEvent(event)

    def _grow(self) -> None:
        """A sentence that comes later, such as what is wrong, is read whole too."""
        below = self._foot.sizeHint().height() + current().px(32)
        layout, width = self._inside.layout(), self.width()
        assert layout is not None
        beside = width - self._scroll.verticalScrollBar().sizeHint().width()  # else a bar that shows itself stays
        height = layout.totalHeightForWidth(beside) if layout.hasHeightForWidth() else layout.sizeHint().height()
        wanted = min(height + below, max(self._over.window().height(), below))
        if wanted > self.height():
            self.resize(width, wanted)

    def field(self, label: str, text: str = "") -> QLineEdit:
        """A labelled line to type in."""
        line = QLineEdit(text)
        self.body.addWidget(field_label(label, line))
        self.body.addWidget(line)
        return line

    def beside_act(self, label: QWidget) -> None:
        """What is read wherever the words above are scrolled to, such as what is missing before the act may be."""
        self._foot.insertWidget(self._foot.count() - 1, label, 1)

    def to_read(self, what: str) -> None:
        """There is more here to read than to fill in: the arrow keys walk through it from the start."""
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(what)
        self._scroll.setFocus()

    def agreed(self) -> bool:
        """Ask, and wait for the answer; what was filled in can still be read right after."""
        left = left_open.over(self) if self.keeps else None
        if left is not None and left.take(self, self._asked):
            self.body.addWidget(Plain(_STOOD_HERE, "small", "ink_quiet"))
        agreed = self.exec() == QDialog.DialogCode.Accepted
        if left is not None and self.property(TAKEN):
            left.keeper(self, self._asked)()
        elif left is not None and agreed and _trying:
            _trying[-1].append(left.keeper(self, self._asked))
        self.deleteLater()
        return agreed


def confirm(
    parent: QWidget, question: str, line: str, act: str, back: str = "Annuleren", *, only_when_done: bool = False
) -> bool:
    """Whether the user wants this. `act` says what will happen, never yes or no.

    only_when_done: it says that something was done outside IJkpunt, so Enter that comes too soon is the way back.
    """
    box = Box(parent, question, line, act, back)
    if only_when_done:
        box.act.setAutoDefault(False)
        box.back.setDefault(True)
        box.back.setFocus()
    return box.agreed()


def tried(parent: QWidget, act: Callable[[], object]) -> bool:
    """Do something; trouble we know is told in a box, and what was filled in for it is there the next time it is
    asked. Whether it was done.
    """
    _trying.append([])
    try:
        act()
    except Trouble as trouble:
        for keep in _trying[-1]:
            keep()
        tell(parent, "Dat is niet gelukt", str(trouble))
        return False
    finally:
        _trying.pop()
    return True


def tell(parent: QWidget, what: str, line: str) -> None:
    """Something the user must have read."""
    Box(parent, what, line, "Begrepen", "").agreed()


def words(parent: QWidget, question: str, line: str, label: str, act: str) -> str | None:
    """A line in the user's own words; the act waits until something is written."""
    box = Box(parent, question, line, act)
    field = box.field(label)
    box.act.setEnabled(False)
    field.textChanged.connect(lambda text: box.act.setEnabled(bool(text.strip())))
    field.setFocus()
    return field.text().strip() if box.agreed() else None


def typed(parent: QWidget, question: str, line: str, word: str, act: str) -> bool:
    """Whether the user wants this so much as to type a word over: for what cannot be undone."""
    box = Box(parent, question, line, act)
    box.keeps = False
    field = box.field(f"Typ “{word}” om dit te bevestigen")
    box.act.setEnabled(False)
    field.textChanged.connect(lambda text: box.act.setEnabled(text.strip().casefold() == word.casefold()))
    field.setFocus()
    return box.agreed()


def file_to_write(parent: QWidget, what: str, name: str, kinds: Sequence[str]) -> Path | None:
    """Where to put a file; the system asks before it replaces one. `kinds` such as `PDF (*.pdf)`."""
    chosen, _ = QFileDialog.getSaveFileName(parent, what, name, ";;".join(kinds))
    return Path(chosen) if chosen else None


def file_to_read(parent: QWidget, what: str, kinds: Sequence[str]) -> Path | None:
    """Which file to read."""
    chosen, _ = QFileDialog.getOpenFileName(parent, what, "", ";;".join(kinds))
    return Path(chosen) if chosen else None


def files_to_read(parent: QWidget, what: str, kinds: Sequence[str]) -> list[Path]:
    """Which files to read, one or more; none where the user would rather not."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, what, "", ";;".join(kinds))
    return [Path(one) for one in chosen]


def folder(parent: QWidget, what: str) -> Path | None:
    """Which folder."""
    chosen = QFileDialog.getExistingDirectory(parent, what)
    return Path(chosen) if chosen else None


def take_away() -> bool:
    """Take the box away that stands over all else, as when the window locks: what was asked is answered with no, and
    what stood in it is there again the next time it is asked. Whether there was one; another may stand under it.
    """
    box = QApplication.activeModalWidget()
    if not isinstance(box, QDialog) or not box.isVisible():
        return False
    box.setProperty(TAKEN, True)
    box.reject()
    return True
