"""A protected copy of a PDF that was made here: which file, with what passphrase, and where it comes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from casework.trouble import Trouble
from desktop import ask, clipboard
from desktop.bootstrap import read_whole, write_whole
from desktop.cases.open_case import OpenCase
from desktop.file_passphrase import drawn, normal, weakness
from desktop.render.protect import protected, protected_name
from desktop.theme.buttons import button
from desktop.theme.label import Plain

_PDF = ["PDF (*.pdf)"]
_LINE = (
    "De kopie gaat alleen open met deze wachtzin. Wij tonen hem één keer en bewaren hem nergens. Geef hem door langs "
    "een andere weg dan het bestand: bel, of vertel het zelf. Een webpagina of JSON kan geen slot hebben; een PDF wel."
)
_MOST_BYTES = 64_000_000


class PassphraseBox(ask.Box):
    """Shows a passphrase that was drawn; it may be typed over, and is then looked at."""

    keeps = False

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Wachtzin voor de kopie", _LINE, "Kopie bewaren…")
        self.line = self.field("Wachtzin", drawn())
        self.line.setReadOnly(True)
        self.line.setCursorPosition(0)
        self._said = Plain("", "small", "ink_quiet")
        copy = button("Kopiëren", "plain", "copy", small=True)
        copy.clicked.connect(self._copy)
        self.own = QCheckBox("Ik bedenk zelf een wachtzin")
        self.own.toggled.connect(self._on_own)
        self.body.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.own)
        self.body.addWidget(self._said)
        self.line.textChanged.connect(self._look)

    @property
    def passphrase(self) -> str:
        return normal(self.line.text())

    def _copy(self) -> None:
        clipboard.copy_for_a_while(self.line.text())
        self._said.setText(clipboard.SAID)

    def _on_own(self, own: bool) -> None:
        self.line.setReadOnly(not own)
        self.line.setText("" if own else drawn())
        self.line.setFocus()

    def _look(self, text: str) -> None:
        why = weakness(text)
        self._said.setText(why)
        self.act.setEnabled(not why)


def ask_protected(parent: QWidget, case: OpenCase) -> Path | None:
    """Ask for the file and the passphrase, and write the copy. Returns where it is; None where nothing was asked.

    Raises Trouble where it cannot be made.
    """
    source = ask.file_to_read(parent, "Van welke PDF wilt u een beveiligde kopie?", _PDF)
    if source is None:
        return None
    box = PassphraseBox(parent)
    if not box.agreed():
        return None
    path = ask.file_to_write(parent, "Beveiligde kopie bewaren", str(protected_name(source)), _PDF)
    if path is None:
        return None
    protect(case, source, path, box.passphrase)
    return path


def protect(case: OpenCase, source: Path, path: Path, passphrase: str) -> None:
    """Write the copy and log it. Raises Trouble; the file it is made from stays as it is."""
    if path == source:
        raise Trouble("Geef de kopie een andere naam: het bestand voor het archief blijft zoals het is.")
    write_whole(path, protected(read_whole(source, _MOST_BYTES), passphrase))
    case.log("exported", {"form": "beveiligde kopie", "file": path.name})
