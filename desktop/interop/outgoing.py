"""For the back office, from the page of the decision: the proposal and the package for the case system as files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.handover.replies import Issued
from casework.trouble import Trouble
from desktop import ask, background
from desktop.bootstrap import write_whole
from desktop.cases.open_case import OpenCase
from desktop.interop import zgw
from desktop.interop.back_office import Filing, filing, proposal
from desktop.render.seal import data_bytes, fingerprint
from desktop.theme.buttons import button
from desktop.theme.flow_layout import FlowLayout

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

    def save_proposal(self, path: Path) -> None:
        """Put the proposal of the case as it stands in a file, or say what is missing."""
        case = self._case
        case.weigh()
        assert case.assessment is not None
        made = proposal(case.case, case.assessment, case.pack, case.today)
        if made.document is None:
            self._refuse(_NOT_YET, [one.words for one in made.missing])
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

        def work() -> Filing:
            made = filing(standing, assessment, pack, today)
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
        background.run(self, work, done, failed)

    # -- inside

    def _ask_proposal(self) -> None:
        path = ask.file_to_write(self, "Toewijzingsvoorstel bewaren", self._name("toewijzingsvoorstel", ".json"),
                                 ["Toewijzingsvoorstel (*.json)"])  # fmt: skip
        if path is not None:
            self.save_proposal(path)

    def _ask_package(self) -> None:
        path = ask.file_to_write(self, "Zaaksysteempakket bewaren", self._name("zaaksysteempakket", ".zip"),
                                 ["Zaaksysteempakket (*.zip)"])  # fmt: skip
        if path is not None:
            self.save_package(path)

    def _name(self, what: str, ending: str) -> str:
        """Never with the name of a client in it."""
        mark = "OEFENING-" if self._case.line.practice else ""
        return f"{mark}{what}-{self._case.id[:8]}{ending}"

    def _refuse(self, head: str, reasons: list[str]) -> None:
        more = [f"en nog {len(reasons) - _MOST}"] if len(reasons) > _MOST else []
        why = "\n".join([*reasons[:_MOST], *more])
        self.refused.emit(why)
        ask.tell(self, head, why)
