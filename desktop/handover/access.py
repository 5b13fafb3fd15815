"""The inspection file in the window: for whom, what to decide about others in it, and the files it becomes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from casework.handover.blocks import Document
from casework.rights.access_file import access_file
from casework.rights.asker import Asker, askers, refused
from casework.rights.letter import letter, parts_of
from casework.rights.redaction import Choice, Ground, Proposal, grounds_towards, proposals
from casework.rights.statements import everything
from casework.trouble import Trouble
from casework.words import counted
from desktop import ask, background
from desktop.bootstrap import write_whole
from desktop.cases.open_case import OpenCase
from desktop.handover.journal import events
from desktop.handover.produce import rendered
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain, field_label
from desktop.theme.layouts import clear
from desktop.theme.look import current
from desktop.theme.radio_chips import RadioChips

_LINE = (
    "Alles wat wij in deze zaak bewaren, voor wie erom vraagt. Wat van of over een ander is, beoordeelt u stuk voor "
    "stuk. Wat u weglaat, zit niet in het bestand; de lezer leest wel dat er iets weg is, en waarom."
)
_STAYS = "stays"
_WORDS: Mapping[Ground, str] = {
    "privacy_ander": "Weg: privacy van een ander",
    "goede_hulp": "Weg: past niet bij goede hulp",
}
KINDS = ["PDF (*.pdf)", "gegevens (JSON) (*.json)"]


class AccessBox(ask.Box):
    """`asker` and `choices` are what was filled in; the act waits until everything is decided.

    Every choice is kept with the case at once, so that closing or locking loses none. It stands as long as the words it
    was about stay the same.
    """

    width_px = 760

    def __init__(self, parent: QWidget, case: OpenCase) -> None:
        super().__init__(parent, "Inzagedossier maken", _LINE, "Bewaren als…")
        self._case = case
        self._may = askers(case.settled)
        self.who = QComboBox()
        for one in self._may:
            self.who.addItem(f"{one.name_in(case.case)} ({one.role})")
        self.body.addWidget(field_label("Wie vraagt erom?", self.who))
        self.body.addWidget(self.who)
        self.letters = QCheckBox("Maak de brief erbij (de tekst is een concept: laat een jurist hem vaststellen)")
        self.letters.setChecked(True)
        self.body.addWidget(self.letters)
        self._count = Plain("", "body", strong=True)
        self.body.addWidget(self._count)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(current().px(8))
        self.body.addLayout(self._rows)
        self.deciding: dict[str, RadioChips] = {}
        self._marks: dict[str, str] = {}
        self._kept: dict[str, list[str]] = {}
        self.who.currentIndexChanged.connect(self.refresh)
        self.refresh()
        self.who.setFocus()

    @property
    def asker(self) -> Asker:
        return self._may[self.who.currentIndex()]

    @property
    def choices(self) -> list[Choice]:
        """What is decided until now."""
        said = {path: chips.value() for path, chips in self.deciding.items()}
        stays = [Choice(path=path, black=False) for path, one in said.items() if one == _STAYS]
        return stays + [Choice(path=path, black=True, ground=ground)
                        for path, one in said.items() for ground in _WORDS if one == ground]  # fmt: skip

    def refresh(self) -> None:
        """What is from or about another, for who asks now."""
        clear(self._rows)
        self.deciding, self._marks = {}, {}
        typed = self._case.unconfirmed(self._path)
        self._kept = json.loads(typed[0]) if typed else {}
        case, whole = self._case.case, self._case.with_removed()
        for one in proposals(whole, everything(case, whole, self._case.pack), self.asker):
            self._rows.addWidget(self._row(one))
        self._tell()

    def _row(self, one: Proposal) -> QWidget:
        made = Sheet(padding=10, gap=4)
        made.body.addWidget(Plain(one.statement.where, "small", "ink_quiet"))
        made.body.addWidget(Plain(one.statement.text, "body"))
        origin = f"{one.because} {one.statement.origin}".strip()
        made.body.addWidget(Plain(origin, "label", "ink_quiet"))
        mark = hashlib.sha256(one.statement.text.encode(errors="replace")).hexdigest()
        chips = RadioChips(f"Besluit over {one.statement.where}", {_STAYS: "Blijft staan", **self._grounds()})
        said, about = self._kept.get(one.statement.path, ["", ""])
        chips.set_value(said if about == mark else None)
        chips.changed.connect(self._keep)
        self.deciding[one.statement.path], self._marks[one.statement.path] = chips, mark
        made.body.addWidget(chips)
        return made

    @property
    def _path(self) -> str:
        return ".".join(("access", *self.asker)).rstrip(".")

    def _grounds(self) -> dict[str, str]:
        """Towards the young person there is but one."""
        return {ground: words for ground, words in _WORDS.items() if ground in grounds_towards(self.asker)}

    def _keep(self) -> None:
        now = {path: [chips.value() or "", self._marks[path]] for path, chips in self.deciding.items()}
        self._kept |= {path: said for path, said in now.items() if said[0]}
        self._kept = {path: said for path, said in self._kept.items() if now.get(path, said)[0]}
        self._case.typing(self._path, json.dumps(self._kept), 0)
        self._tell()

    def _tell(self) -> None:
        left = len(self.deciding) - len(self.choices)
        many = counted(left, "uitspraak", "uitspraken")
        self._count.setText(f"Nog {many} van of over een ander te beoordelen" if left else "Alles is beoordeeld")
        self.act.setEnabled(left == 0)


def ask_access(parent: QWidget, case: OpenCase, done: Callable[[Path], object],
               failed: Callable[[Trouble], object]) -> None:  # fmt: skip
    """Ask who, decide, and where it comes; `done` gets the file once it is there."""
    if not askers(case.settled):
        why = " ".join(dict.fromkeys(refused(case.settled, one) for one in (Asker("jeugdige"), Asker("ouder"))))
        ask.tell(parent, "Niemand kan dit dossier nu inzien", why)
        return
    box = AccessBox(parent, case)
    if not box.agreed():
        return
    name = f"{'OEFENING-' if case.line.practice else ''}inzagedossier-{case.today.isoformat()}.pdf"
    path = ask.file_to_write(parent, "Inzagedossier bewaren", name, KINDS)
    if path is not None:
        save(parent, case, box.asker, box.choices, path, done, failed, letters=box.letters.isChecked())


def save(
    owner: QObject, case: OpenCase, asker: Asker, choices: Sequence[Choice], path: Path,
    done: Callable[[Path], object], failed: Callable[[Trouble], object], *, letters: bool,
) -> None:  # fmt: skip
    """Write the file, and each letter beside it, or nothing; log it with what was decided. Trouble goes to `failed`."""
    standing, whole, pack, today = case.case, case.with_removed(), case.pack, case.today
    journal = events(case.history())
    form: Any = "json" if path.suffix.lower() == ".json" else "pdf"

    def work() -> list[Path]:
        made: dict[Path, Document] = {path: access_file(standing, pack, today, asker, choices, journal, whole)}
        if letters:
            for part in parts_of(made[path]):
                made[path.with_name(f"{path.stem}-brief-{part}{path.suffix}")] = letter(
                    standing, pack, today, asker, part, made[path]
                )
        if there := [one.name for one in made if one != path and one.exists()]:
            raise Trouble(f"{there[0]} bestaat al. Kies een andere naam voor het inzagedossier.")
        files = {one: rendered(document, form) for one, document in made.items()}
        with ExitStack() as undoing:
            for one in sorted(files, key=lambda one: one == path):  # last what may take the place of another
                write_whole(one, files[one])
                undoing.callback(one.unlink)
            undoing.pop_all()
        return list(files)

    def told(files: list[Path]) -> None:
        decided = [one.model_dump(exclude_none=True) for one in choices]
        about = {"kind": "access", "for": asker.role, "person": asker.person, "choices": decided}
        for one in files:
            case.log("exported", {"form": form, "file": one.name, **(about if one == path else {})})
        done(path)

    background.run(owner, work, told, failed)

