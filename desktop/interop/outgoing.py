"""For the back office, from the page of the decision: the proposal and the package for the case system as files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.handover.may_send import held_back
from casework.handover.replies import Issued
from casework.trouble import Trouble
from desktop import ask, background
from desktop.bootstrap import write_whole
from desktop.cases.open_case import OpenCase
from desktop.handover.sent import wanted
from desktop.interop import zgw
from desktop.interop.back_office import Filing, Proposal, filing, proposal
from desktop.render.seal import data_bytes, fingerprint
from desktop.theme.buttons import button
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import Plain

_NOT_YET = "Het toewijzingsvoorstel kan nog niet"
_NO_PACKAGE = "Het zaaksysteempakket kan nog niet"
_MOST = 8


class BackOfficeButtons(QWidget):
    """`saved` carries the file that was made, `refused` why there is none. Nothing is sent: both become a file."""

    saved = Signal(Path)
    refused = Signal(str)

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        row = FlowLayout(self)
        self.propose = button("Toewijzingsvoorstel bewaren…", "plain", "save", small=True)
        self.file = button("Zaaksysteempakket bewaren…", "plain", "save", small=True)
        self.propose.setToolTip("Een JSON-bestand met de namen en codes van iJw 3.2, voor wie het bericht maakt.")
        self.file.setToolTip("Een zip met de overdracht als PDF en de gegevens om haar in het zaaksysteem te zetten.")
        self.propose.clicked.connect(self._ask_proposal)
        self.file.clicked.connect(self._ask_package)
        for press in (self.propose, self.file):
            row.addWidget(press)
        self.said = Plain("", "small")
        self.said.hide()
        row.addWidget(self.said)
        self.saved.connect(lambda path: self._say(f"Bewaard: {path.name}"))
        self.refused.connect(lambda _: self._say(""))

    def save_proposal(self, path: Path) -> None:
        """Put the proposal of the case as it stands in a file, or say what is missing."""
        case, made = self._case, self._proposal()
        if made is None:
            return
        try:
            write_whole(path, made.as_bytes())
        except Trouble as trouble:
            self._refuse("Het toewijzingsvoorstel is niet bewaard", [str(trouble)])
            return
        case.log("exported", {"form": "toewijzingsvoorstel", "file": path.name})
        self.saved.emit(path)

    def save_package(self, path: Path) -> None:
        """Put the package in one file, made outside the thread of the window; nothing is half."""
        case = self._case
        case.weigh()
        standing, assessment, pack, today = case.case, case.assessment, case.pack, case.today
        assert assessment is not None
        asked = wanted(case, "provider")  # what is filed has the number and the version of what left

        def work() -> Filing:
            made = filing(standing, assessment, pack, today, asked)
            write_whole(path, zgw.zipped(made.files, today))
            return made

        def done(made: Filing) -> None:
            self.file.setEnabled(True)
            cover = made.document.cover
            left = Issued(cover.document_id, cover.version, fingerprint(data_bytes(made.document.data)))
            about = {"reader": "provider", "form": "zaaksysteempakket", "file": path.name}
            case.log("exported", {**about, "document": left._asdict()})
            self.saved.emit(path)

        def failed(trouble: Trouble) -> None:
            self.file.setEnabled(True)
            self._refuse(_NO_PACKAGE, [str(trouble)])

        self.file.setEnabled(False)
        self._say("Een ogenblik: het bestand wordt gemaakt.")
        background.run(self, work, done, failed)

    # -- inside

    def _proposal(self) -> Proposal | None:
        """What may go to the back office now; else it is said what is missing."""
        case = self._case
        case.weigh()
        assert case.assessment is not None
        made = proposal(case.case, case.assessment, case.pack, case.today)
        if made.document is not None:
            return made
        self._refuse(_NOT_YET, [one.words for one in made.missing])
        return None

    def _ask_proposal(self) -> None:
        if self._proposal() is None:
            return  # nobody chooses a name for a file that cannot be
        path = ask.file_to_write(self, "Toewijzingsvoorstel bewaren", self._name("toewijzingsvoorstel", ".json"),
                                 ["Toewijzingsvoorstel (*.json)"])  # fmt: skip
        if path is not None:
            self.save_proposal(path)

    def _ask_package(self) -> None:
        self._case.weigh()
        assert self._case.assessment is not None
        if why := held_back(self._case.settled, self._case.assessment, "provider"):
            self._refuse(_NO_PACKAGE, list(why))
            return
        path = ask.file_to_write(self, "Zaaksysteempakket bewaren", self._name("zaaksysteempakket", ".zip"),
                                 ["Zaaksysteempakket (*.zip)"])  # fmt: skip
        if path is not None:
            self.save_package(path)

    def _name(self, what: str, ending: str) -> str:
        """Never with the name of a client in it."""
        mark = "OEFENING-" if self._case.line.practice else ""
        return f"{mark}{what}-{self._case.id[:8]}{ending}"

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _refuse(self, head: str, reasons: list[str]) -> None:
        more = [f"en nog {len(reasons) - _MOST}"] if len(reasons) > _MOST else []
        why = "\n".join([*reasons[:_MOST], *more])
        self.refused.emit(why)
        ask.tell(self, head, why)
