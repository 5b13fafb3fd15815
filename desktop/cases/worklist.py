"""The work list: every case, what was changed last first. Search as you type through everything that is written."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QMenu, QPushButton, QVBoxLayout, QWidget

from casework import casefile
from casework.trouble import Trouble
from casework.words import counted
from desktop import ask
from desktop.bootstrap import read_whole, write_whole
from desktop.cases.lines import CaseDelegate, CaseLines
from desktop.cases.practice_menu import PracticeMenu
from desktop.cases.take_request import ask_request, take_request
from desktop.practice import Family
from desktop.room import Room
from desktop.session import Session
from desktop.store import CaseLine
from desktop.theme.buttons import button, with_menu
from desktop.theme.cards import EmptyState
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.icons import icon
from desktop.theme.label import Plain, title
from desktop.theme.look import current

_SEARCH_MS = 120
NARROW_EM = 70
_KIND = "Casusbestand (*.json)"


class WorkList(Room):
    """Where a case is chosen, begun, taken in and erased."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        look = current()
        self._column = column = QVBoxLayout(self)
        column.setSpacing(look.px(12))
        head = QHBoxLayout()
        head.setSpacing(look.px(16))
        head.addWidget(title("Casussen"))
        self._count = Plain("", "body", "ink_quiet")
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        self.search = QLineEdit(placeholderText="Zoek op naam, of op iets wat u hebt opgeschreven")
        self.search.setAccessibleName("Zoeken in alle casussen")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "ink_quiet"), QLineEdit.ActionPosition.LeadingPosition)
        column.addWidget(self.search)
        self._acts = self._buttons()
        column.addWidget(self._acts)
        self.lines = CaseLines(session.today)
        self.list = QListView()
        self.list.setAccessibleName("Casussen")
        self.list.setModel(self.lines)
        self.list.setItemDelegate(CaseDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.activated.connect(lambda _: self.open_current())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._judge())
        column.addWidget(self.list, 1)
        self._empty = EmptyState("Nog geen casus", "Wie is er, en wat vraagt dit gezin?", "Nieuwe casus")
        self._empty.clicked.connect(self.begin)
        column.addWidget(self._empty)
        self._none = Plain("Niets gevonden. Zoek met minder woorden, of met een deel van een woord.", tone="ink_quiet")
        column.addWidget(self._none)
        column.addStretch(0)
        self._soon = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._soon.timeout.connect(self.refresh)
        self.search.textChanged.connect(lambda _: self._soon.start())
        self.search.returnPressed.connect(self._open_first)
        self.refresh()

    # -- showing

    def enter(self) -> None:
        self.list.setFocus()

    def refresh(self) -> None:
        """Show what the store has, for what is searched."""
        text = self.search.text().strip()
        here = self._line()
        found = self.session.store.search(text) if text else self.session.store.list()
        with QSignalBlocker(self.list.selectionModel()):
            self.lines.show(found)
        at = next((place for place, line in enumerate(found) if here and line.id == here.id), 0)
        if found:
            self.list.setCurrentIndex(self.lines.index(at))
        self._count.setText(counted(len(found), "casus", "casussen") + (" gevonden" if text else ""))
        self.list.setVisible(bool(found))
        self._none.setVisible(bool(text) and not found)
        self._empty.setVisible(not text and not found)
        self._judge()

    def current_id(self) -> str:
        """The id of the chosen case, empty where none is."""
        line = self._line()
        return line.id if line is not None else ""

    def select(self, case_id: str) -> None:
        """Choose a case in the list; nothing happens where it is not there."""
        for row in range(self.lines.rowCount()):
            line = self.lines.line(row)
            if line is not None and line.id == case_id:
                self.list.setCurrentIndex(self.lines.index(row))

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus() and self.list.isVisible():
            self.list.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.hasFocus():
            self.open_current()
        elif event.key() == Qt.Key.Key_Delete and self.list.hasFocus() and self._erase.isEnabled():
            self.erase()
        else:
            super().keyPressEvent(event)

    # -- acting

    def begin(self) -> None:
        """A new, empty case, opened at once. In a home to practise in it is practice."""
        self._try(lambda: self._ask_for(self.session.begin(practice=self.session.practice)))

    def open_current(self) -> None:
        if (line := self._line()) is not None:
            self._ask_for(line)

    def take_in_family(self, family: Family) -> None:
        """A practice family beside the other cases, opened at once."""
        self._try(lambda: self._ask_for(self.session.take_in(family.document, practice=True)))

    def import_file(self, path: Path) -> None:
        """A case from a case file; what is wrong with it is told whole."""

        def take_in() -> None:
            document = casefile.parse(read_whole(path, casefile.MAX_BYTES))
            self._ask_for(self.session.take_in(document, practice=self.session.practice))

        self._try(take_in)

    def import_request(self, path: Path) -> None:
        """A case from a message of a provider; a message that is refused or unknown is told, and nothing is made."""

        def take_in() -> None:
            if (line := take_request(self, self.session, path)) is not None:
                self._ask_for(line)

        self._try(take_in)

    def export_file(self, line: CaseLine, path: Path) -> None:
        """The whole case as a case file, unencrypted; the export is logged."""

        def write() -> None:
            opened = self.session.open(line)
            write_whole(path, json.dumps(opened.as_file(), ensure_ascii=False, indent=1).encode())
            opened.log("exported", {"form": "casusbestand", "file": path.name})

        self._try(write)

    def erase_case(self, line: CaseLine) -> None:
        """Erase a case for good."""

        def erase() -> None:
            self.session.store.erase(line.id, self.session.actor)
            self.gone.emit(line.id)
            self.refresh()

        self._try(erase)

    # -- asking

    def ask_import(self) -> None:
        path = ask.file_to_read(self, "Casusbestand inlezen", [_KIND])
        if path is not None:
            self.import_file(path)

    def ask_request(self) -> None:
        if (path := ask_request(self)) is not None:
            self.import_request(path)

    def ask_export(self) -> None:
        line = self._line()
        if line is None or not ask.confirm(
            self,
            "Deze casus als bestand bewaren?",
            "In dat bestand staat alles, zonder wachtzin. Bewaar het alleen op een plek die even veilig is, "
            "en wis het als het niet meer nodig is.",
            "Kies een plek…",
        ):
            return
        mark = "OEFENING-" if line.practice else ""
        path = ask.file_to_write(self, "Casus als bestand bewaren", f"{mark}casus-{line.id[:8]}.json", [_KIND])
        if path is not None:
            self.export_file(line, path)

    def erase(self) -> None:
        line = self._line()
        if line is not None and ask.typed(
            self,
            "Deze casus wissen?",
            f"{line.title or 'Nog geen naam'}: alles wat is opgeschreven verdwijnt voorgoed. In oude reservekopieën "
            "staat het nog tot die zijn opgeruimd.",
            "wissen",
            "Voorgoed wissen",
        ):
            self.erase_case(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window what one can do with a case is in the menu of the bar."""
        super().resizeEvent(event)
        look = current()
        narrow = self.width() < NARROW_EM * look.px(15)
        for press in self._wide_only:
            press.setVisible(not narrow)
        margin = look.px(14 if narrow else 28)
        self._column.setContentsMargins(margin, look.px(10 if narrow else 20), margin, look.px(10 if narrow else 20))

    # -- inside

    def _buttons(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        new = button("Nieuwe casus", "primary", "folder-plus", small=True)
        new.clicked.connect(self.begin)
        practise = button("Oefengezin erbij", "plain", "sprout", small=True)
        self._families = PracticeMenu(practise)
        self._families.chosen.connect(self.take_in_family)
        with_menu(practise, self._families)
        take_in = button("Casusbestand inlezen…", "plain", "upload", small=True)
        take_in.clicked.connect(self.ask_import)
        self._open = QAction(icon("folder-open"), "Openen", self)
        self._export = QAction(icon("save"), "Als bestand bewaren…", self)
        self._erase = QAction(icon("trash-2"), "Wissen…", self)
        self._open.triggered.connect(self.open_current)
        self._export.triggered.connect(self.ask_export)
        self._erase.triggered.connect(self.erase)
        request = button("Verzoek van aanbieder inlezen…", "plain", "upload", small=True)
        request.setToolTip("Een JW315 of JW317 (XML) van iJw als begin van een casus.")
        request.clicked.connect(self.ask_request)
        for widget in (new, practise, take_in, request):
            row.addWidget(widget)
        self.acts = [self._open, self._export, self._erase]
        self._wide_only = []
        for action, name in ((self._open, "folder-open"), (self._export, "save"), (self._erase, "trash-2")):
            press = button(action.text(), "quiet", name, small=True)
            self._wide_only.append(press)
            press.clicked.connect(action.trigger)
            action.changed.connect(lambda press=press, action=action: _follow(press, action))
            row.addWidget(press)
        return holder

    def _show_menu(self, at: QPoint) -> None:
        if self._line() is not None:
            menu = QMenu(self)
            menu.addActions(self.acts)
            menu.popup(self.list.viewport().mapToGlobal(at))

    def _open_first(self) -> None:
        self._soon.stop()
        self.refresh()
        self.open_current()

    def _ask_for(self, line: CaseLine) -> None:
        self.case_asked.emit(line.id, "")

    def _line(self) -> CaseLine | None:
        return self.lines.line(self.list.currentIndex().row())

    def _judge(self) -> None:
        """What can be done with the chosen case; what cannot says why."""
        line, actor = self._line(), self.session.actor
        for action in (self._open, self._export):
            action.setEnabled(line is not None)
        may = line is not None and (line.practice or actor.may("erase_case"))
        self._erase.setEnabled(may)
        self._erase.setToolTip("" if may or line is None else "Een echte casus wissen kan alleen een teamleider.")

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except casefile.CaseFileError as error:
            ask.tell(self, "Dit casusbestand kan niet worden ingelezen", _few(error.mistakes))
        except Trouble as trouble:
            ask.tell(self, "Dat is niet gelukt", str(trouble))


def _few(mistakes: Sequence[str]) -> str:
    shown = "\n".join(mistakes[:8])
    return shown if len(mistakes) <= 8 else f"{shown}\nen nog {len(mistakes) - 8}"


def _follow(press: QPushButton, action: QAction) -> None:
    press.setEnabled(action.isEnabled())
    press.setToolTip("" if action.isEnabled() else action.toolTip())
