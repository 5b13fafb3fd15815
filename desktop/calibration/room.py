"""The room *Oefenen*: the list, one vignette at a time, and the team; goes in and out as files without a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from casework.calibration.answers import MAX_BYTES, read_sheet
from casework.calibration.team import Team, team
from casework.knowledge import Vignette, in_force
from casework.trouble import Trouble
from casework.words import counted
from desktop import ask, background, focus_order
from desktop.bootstrap import read_whole, write_whole
from desktop.calibration.notebook import Notebook
from desktop.calibration.overview import Overview
from desktop.calibration.team_page import TeamPage
from desktop.calibration.vignette_page import VignettePage, question_of
from desktop.cases.practice_menu import PracticeMenu
from desktop.practice import Family
from desktop.room import Room
from desktop.session import Session

_KIND = "Antwoordbestand (*.json)"


class CalibrationRoom(Room):
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.notebook = Notebook(session.settings)
        self._save = self._act("Mijn antwoorden bewaren…", "save", self.ask_save)
        self._take_in = self._act("Antwoorden inlezen…", "upload", self.ask_take_in)
        self._team = self._act("Weegt het team hetzelfde?", "users", self.show_team)
        self._anew = self._act("Nieuwe ronde…", "rotate-ccw", self.ask_anew)
        self._family = QAction("Een heel gezin oefenen", self)
        self._family.setData("sprout")
        self.families = PracticeMenu(self)
        self.families.chosen.connect(self.take_in_family)
        self._family.setMenu(self.families)
        self.acts = [self._family, self._save, self._take_in, self._team, self._anew]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        column.addWidget(self._stack)
        self.overview = Overview(self.acts)
        self.overview.chosen.connect(self.open)
        self.team_page = TeamPage()
        self.team_page.back.connect(self.show_list)
        self.team_page.chosen.connect(self.open)
        self.team_page.take_in_asked.connect(self.ask_take_in)
        self.team_page.forget_asked.connect(self.ask_forget)
        self.page: VignettePage | None = None
        for screen in (self.overview, self.team_page):
            self._stack.addWidget(screen)
        QShortcut(QKeySequence("Esc"), self, self.show_list, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.refresh()

    @property
    def vignettes(self) -> Sequence[Vignette]:
        """What can be weighed today, in the order of the ids: nothing in that order tells an answer."""
        return sorted(in_force(self.session.pack.vignettes, self.session.today), key=lambda one: one.id)

    def refresh(self) -> None:
        self.overview.show_notebook(self.vignettes, self.notebook)

    def enter(self) -> None:
        """On the list, at the first that is still to be weighed."""
        onward = next((one.id for one in self.vignettes if self.notebook.compared(one) is None), "")
        if self._stack.currentWidget() is self.overview and onward:
            self.overview.go_to(onward)
        else:
            super().enter()

    # -- where one is

    def show_list(self) -> None:
        at = self.page.vignette.id if self.page is not None else ""
        self.refresh()
        self._show(self.overview)
        self.overview.go_to(at)

    def open(self, name: str) -> None:
        """One vignette; what it refers to is hidden until it is compared."""
        self._open(next(one for one in self.vignettes if one.id == name))

    def show_team(self) -> None:
        """Add up outside the thread of the window: the interval takes a thousand draws."""
        sheets, pack = self.notebook.team(), self.session.pack
        background.run(self, lambda: team(sheets, pack), self._show_team, self._tell)

    def _show_team(self, found: Team) -> None:
        self.team_page.show_team(found, self.session.pack, came_in=self.notebook.came_in)
        self._show(self.team_page)

    def _open(self, vignette: Vignette) -> None:
        self._close_page()
        self.page = VignettePage(self.session.pack, vignette, self.notebook)
        self.page.back.connect(self.show_list)
        self.page.next.connect(self._next)
        self.page.answered.connect(self._choose)
        self.page.compare_asked.connect(self.compare)
        self._stack.addWidget(self.page)
        self._show(self.page)

    def _next(self) -> None:
        """The next that is still to be weighed, else the list."""
        assert self.page is not None
        names = [one.id for one in self.vignettes]
        at = names.index(self.page.vignette.id) + 1 if self.page.vignette.id in names else 0
        later = [*self.vignettes[at:], *self.vignettes[:at]]
        onward = next((one for one in later if self.notebook.compared(one) is None), None)
        if onward is None:
            self.show_list()
        else:
            self._open(onward)

    def _show(self, screen: QWidget) -> None:
        self._stack.setCurrentWidget(screen)
        focus_order.first(screen)

    def take_in_family(self, family: Family) -> None:
        """A practice family among the cases, opened at once: the whole way instead of one weighing."""
        ask.tried(self, lambda: self.case_asked.emit(self.session.take_in(family.document, practice=True).id, ""))

    # -- answering

    def _choose(self, name: str, code: str | None) -> None:
        page = self.page
        assert page is not None
        ask.tried(self, lambda: self.notebook.choose(page.vignette, question_of(name).id, code))
        page.judge()

    def compare(self) -> None:
        """Lock the answers of the vignette that is open, and show the reference."""
        page = self.page
        assert page is not None
        ask.tried(self, lambda: self.notebook.compare(page.vignette))
        self._open(page.vignette)

    # -- files

    def ask_save(self) -> None:
        if not self.notebook.sheet.answers:
            ask.tell(self, "Er is nog niets om te bewaren", "Weeg eerst een situatie en kies Vergelijk.")
            return
        name = f"ijken-antwoorden-{self.notebook.sheet.id[:8]}.json"
        path = ask.file_to_write(self, "Mijn antwoorden bewaren", name, [_KIND])
        if path is not None:
            self.save(path)

    def save(self, path: Path) -> None:
        """Own answers as a file without a name, for whoever adds up."""
        ask.tried(self, lambda: write_whole(path, self.notebook.sheet.as_file()))

    def ask_take_in(self) -> None:
        paths = ask.files_to_read(self, "Antwoorden van collega’s inlezen", [_KIND])
        if paths:
            self.take_in(paths)

    def take_in(self, paths: Sequence[Path]) -> None:
        """What can be read comes in, and shows what the team comes to; each file that cannot is told with why."""
        sheets, refused = [], []
        for path in paths:
            try:
                sheets.append(read_sheet(read_whole(path, MAX_BYTES), path.name))
            except Trouble as trouble:
                refused.append(str(trouble))
        if not sheets:
            self._tell(Trouble("\n".join(refused)))
            return

        def keep() -> None:
            new = self.notebook.take_in(sheets)
            told = f"{counted(new, 'nieuw antwoordbestand', 'nieuwe antwoordbestanden')} ingelezen."
            twice = "Wat er al was, telt één keer mee. Wis de bestanden als u ze niet meer nodig hebt."
            ask.tell(self, told, "\n\n".join([*(["Niet ingelezen:\n" + "\n".join(refused)] if refused else []), twice]))
            self.show_team()

        ask.tried(self, keep)

    # -- asking

    def ask_forget(self) -> None:
        if ask.confirm(
            self,
            "De ingelezen antwoorden wissen?",
            "Uw eigen antwoorden blijven. De antwoorden van collega’s kunt u opnieuw inlezen uit hun bestanden.",
            "Wissen",
        ):
            ask.tried(self, self.notebook.forget_team)
            self.show_team()

    def ask_anew(self) -> None:
        if ask.confirm(
            self,
            "Een nieuwe ronde beginnen?",
            "Uw eigen antwoorden worden gewist en u weegt alles opnieuw. Moet het team ze nog optellen? Bewaar ze dan "
            "eerst als bestand.",
            "Nieuwe ronde beginnen",
        ):
            ask.tried(self, self.notebook.begin_anew)
            self._close_page()
            self.show_list()

    # -- inside

    def _act(self, words: str, icon: str, run: Callable[[], None]) -> QAction:
        made = QAction(words, self)
        made.setData(icon)
        made.triggered.connect(run)
        return made

    def _close_page(self) -> None:
        page, self.page = self.page, None
        if page is not None:
            self._stack.removeWidget(page)
            page.deleteLater()

    def _tell(self, trouble: Trouble) -> None:
        ask.tell(self, "Dat is niet gelukt", str(trouble))
