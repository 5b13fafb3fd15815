"""How often signals are followed or not: counts that go back to the owner of a rule, never a person."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.care.overrules import OverruleCounts, overrule_counts
from desktop import ask
from desktop.bootstrap import write_whole
from desktop.session import Session
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain
from desktop.theme.layouts import clear
from desktop.theme.look import current
from desktop.theme.runs import RunLabel, bold, quiet

_ABOUT = (
    "Hoe vaak een signaal is opgevolgd of niet, over alle casussen hier. Alleen aantallen van vijf of meer, nooit van "
    "wie en nooit eigen woorden. De eigenaar van een regel leert ervan."
)


class OverruleSheet(Sheet):
    """Counted each time the room is entered; given to the owner as a file."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("Opgevolgd of bewust anders", parent=parent)
        self._session = session
        self.counts: OverruleCounts | None = None
        self.body.addWidget(Plain(_ABOUT, "small", "ink_quiet"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(current().px(6))
        self.body.addLayout(self._lines)
        self.press = button("Bewaar voor de eigenaar…", "plain", "save", small=True)
        self.press.clicked.connect(self._ask)
        self.body.addWidget(self.press, 0, Qt.AlignmentFlag.AlignLeft)
        self.saved = Plain("", "small", "ink_quiet")
        self.body.addWidget(self.saved)
        self.saved.hide()

    def refresh(self) -> None:
        pack = self._session.pack
        self.counts = overrule_counts(self._session.responses(), pack)
        clear(self._lines)
        for one in self.counts.rules:
            head = bold(f"{pack.rules[one.rule].title} ({one.rule}): ")
            self._lines.addWidget(RunLabel([head, quiet(one.words(pack))]))
        if not self.counts.rules:
            self._lines.addWidget(Plain("Nog geen signaal is vijf keer of vaker beantwoord."))
        self.press.setVisible(bool(self.counts.rules))
        self.saved.hide()

    def save(self, path: Path) -> None:
        """As a spreadsheet where the name ends so, else as JSON."""
        assert self.counts is not None
        data = self.counts.as_file(self._session.pack, path.suffix)
        if ask.tried(self, lambda: write_whole(path, data)):
            self.saved.setText(f"Bewaard: {path.name}")
            self.saved.show()

    def _ask(self) -> None:
        kinds = ["Rekenblad (*.csv)", "JSON (*.json)"]
        path = ask.file_to_write(self, "Aantallen bewaren", "ijkpunt-bewust-anders.csv", kinds)
        if path is not None:
            self.save(path)
