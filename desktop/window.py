"""The window: the unlock screen, or the house behind it. Its title is never more than the name of the product."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import delete

from casework.trouble import Trouble
from desktop import ask, background, bootstrap, clock, emergency
from desktop.home import Home
from desktop.idle import MINUTES, STANDARD_MINUTES, Idle
from desktop.look_menu import LookMenu
from desktop.theme import icons
from desktop.theme.apply import apply_theme, preferred_theme
from desktop.unlock import UnlockScreen

if TYPE_CHECKING:
    from desktop.bootstrap import Vault
    from desktop.house import House
    from desktop.practice import PracticePlace
    from desktop.session import Session

SIZE = (1366, 688)
_IDLE = "idle_minutes"


class MainWindow(QMainWindow):
    """`entered` when the house stands, `left` when it is locked. `home` may be one to practise in."""

    entered = Signal()
    left = Signal()

    def __init__(self, home: Home) -> None:
        super().__init__()
        self.setWindowTitle("IJkpunt")
        self.setWindowIcon(icons.icon("mark", "primary"))
        self.setProperty("walks_tab", True)  # as desktop.flow.tab_order asks; that is not loaded at the door
        self._own_home = self._home = home
        self._profile = bootstrap.read_profile(home.folder)
        self._practice: PracticePlace | None = None
        self.session: Session | None = None
        self.house: House | None = None
        self._vault: Vault | None = None
        self._idle: Idle | None = None
        self._apply_look()
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _: self._follow_system())
        call = QAction("Noodkaart", self)
        call.setObjectName(ask.EMERGENCY)
        call.setShortcuts([QKeySequence("F1"), QKeySequence("Alt+N")])
        call.triggered.connect(self.show_emergency)
        self.addAction(call)
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(SIZE[0], screen.width()), min(SIZE[1], screen.height()))
        self._show_unlock()

    # -- in and out

    def enter(self, vault: Vault, about: Mapping[str, Any]) -> None:
        """Open the house with an unlocked home; `about` says who works here where that was just asked."""
        from casework.actors import Actor
        from casework.edits import new_id

        try:
            session = bootstrap.open_session(vault, Actor(id="", name=""), practice=self._home.practice)
            if about:
                session.settings.put("actor", {"id": new_id(), **about})
                self._keep_profile(name=about["name"])
            elif not self._profile.name and (kept := session.settings.get("actor")):
                self._keep_profile(name=kept["name"])  # a backup brings no profile along
            known = session.settings.get("actor") or {"id": new_id(), "name": self._profile.name or "Zonder naam"}
            session.actor = Actor.model_validate(known)
        except Trouble as trouble:
            vault.close()
            self._show_unlock(wrong=str(trouble))
            return
        self.session, self._vault = session, vault
        house = self._build_house(session)
        self._idle = Idle(self, session.settings.get(_IDLE) or STANDARD_MINUTES)
        self._idle.passed.connect(lambda: self.lock(nobody_there=True))
        house.go_to_place(session.settings.get("place"))
        self.entered.emit()

    def lock(self, *, nobody_there: bool = False) -> bool:
        """Keep what was typed, drop the key, and show the unlock screen. False where the user would rather not.

        Where a box stands over the work this is done right after it went: who asked keeps what stood in it, and for
        that the home must still be open.
        """
        if self.house is None or self.session is None:
            return True
        if ask.take_away():
            QTimer.singleShot(0, self, lambda: self.lock(nobody_there=nobody_there))
            return False
        why = self.house.keep()
        if why and nobody_there:
            QTimer.singleShot(60_000, self, lambda: self.lock(nobody_there=True))  # losing words is worse
            return False
        if why and not self._may_lose(why, "Toch vergrendelen"):
            return False
        self._close_house()
        self._show_unlock(locked_at=f"{clock.now().astimezone():%H:%M}")
        self.left.emit()
        return True

    def practise(self) -> None:
        """Into a throwaway home with the practice families, one click from the door."""
        from desktop.practice import PracticePlace

        self._practice = place = PracticePlace()
        self._home = place.home
        if isinstance(unlock := self.centralWidget(), UnlockScreen):
            unlock.wait("Een ogenblik: de oefengezinnen worden klaargezet.")
        background.run(self, place.make, self._begin_practice, lambda trouble: self.leave_practice(str(trouble)))

    def leave_practice(self, wrong: str = "") -> None:
        """Back to the door of one's own home; what was practised is gone."""
        self._close_house()
        if self._practice is not None:
            self._practice.close()
            self._practice = None
        self._home = self._own_home
        self._profile = replace(bootstrap.read_profile(self._home.folder), theme=self._profile.theme,
                                scale=self._profile.scale)  # fmt: skip
        self._show_unlock(wrong=wrong)

    # -- always there

    def show_emergency(self) -> None:
        """The card: beside the form at the door, over everything else elsewhere."""
        if isinstance(unlock := self.centralWidget(), UnlockScreen):
            unlock.focus_card()
            return
        over = QApplication.activeModalWidget() or self
        found = emergency.numbers(bootstrap.REGION, self._profile.numbers)
        card = emergency.EmergencyWindow(over, found, may_change=not self._home.practice)
        card.change_asked.connect(lambda: self._change_numbers(card))
        card.show()
        card.activateWindow()

    # -- inside

    def _begin_practice(self, vault: Vault) -> None:
        from desktop import practice

        self.enter(vault, practice.ABOUT)
        if self.session is not None and self.house is not None:
            self.house.open(practice.fill(self.session))

    def _build_house(self, session: Session) -> House:
        from desktop.house import House

        minutes = session.settings.get(_IDLE) or STANDARD_MINUTES
        self.house = house = House(session, self._look_menu(minutes))
        house.lock_asked.connect(self.lock)
        house.emergency_asked.connect(self.show_emergency)
        house.leave_practice.connect(lambda: self.leave_practice())
        self.setCentralWidget(house)
        house.show()  # now: only what is shown can take the focus back
        return house

    def _show_unlock(self, locked_at: str = "", wrong: str = "") -> None:
        unlock = UnlockScreen(self._home, self._profile, locked_at, wrong)
        unlock.unlocked.connect(self.enter)
        unlock.practise.connect(self.practise)
        unlock.leave_practice.connect(lambda: self.leave_practice())
        unlock.look_chosen.connect(self._choose_look)
        unlock.restored.connect(self._on_restored)
        self.setCentralWidget(unlock)
        unlock.focus_form()

    def _close_house(self) -> None:
        if self._idle is not None:
            self._idle.deleteLater()
            self._idle = None
        for card in self.findChildren(emergency.EmergencyWindow):
            card.close()
        if self.house is None or self.session is None:
            return
        self.house.end()
        self.house.hide()  # what takes its place deletes it
        self.session.close()
        self.session = self.house = self._vault = None

    def _may_lose(self, why: str, act: str) -> bool:
        from desktop.house import ask_to_lose

        return ask_to_lose(self, why, act)

    def _look_menu(self, minutes: float) -> LookMenu:
        menu = LookMenu(self._profile.theme, self._profile.scale, self)
        menu.chosen.connect(self._choose_look)
        menu.head("Vergrendelt vanzelf")
        for choice in MINUTES:
            act = menu.addAction(f"na {choice} minuten")
            act.setCheckable(True)
            act.setChecked(choice == minutes)
            act.triggered.connect(lambda _=False, choice=choice: self._choose_minutes(choice))
        if self._vault is not None and self.session is not None and not self._home.practice:
            from desktop import home_menu

            home_menu.add_to(menu, self, self._vault, self.session, self._home.cost, self._on_backup)
        return menu

    def _on_backup(self, path: Path) -> None:
        """Locked in the meantime: then it stays unsaid when it was made, and one is reminded too soon."""
        from desktop import backups

        session, house = self.session, self.house
        if session is not None and house is not None and not session.practice:
            ask.tried(self, lambda: backups.remember(session.settings, path))
            if room := house.place().get("room"):
                house.show_room(room)

    def _on_restored(self) -> None:
        self._profile = replace(bootstrap.read_profile(self._home.folder), theme=self._profile.theme,
                                scale=self._profile.scale)  # fmt: skip
        self._show_unlock()

    def _choose_minutes(self, minutes: int) -> None:
        if self.session is not None and self._idle is not None:
            self.session.settings.put(_IDLE, minutes)
            self._idle.set_minutes(minutes)

    def _choose_look(self, theme: str, scale: float) -> None:
        """Another look: the screens are built anew in it, which is quicker than dressing every page that was opened."""
        self._keep_profile(theme=theme, scale=scale)
        if self.house is None or self.session is None:
            self._apply_look()
            self._show_unlock()
            return
        place, list_line = self.house.place(), self.house.worklist.current_id()
        self.house.keep()
        self.house.end()
        old, self.house = self.house, None
        self.setCentralWidget(QWidget())
        delete(old)
        self._apply_look()
        house = self._build_house(self.session)
        house.worklist.select(list_line)
        house.go_to_place(place)

    def _follow_system(self) -> None:
        """The system went dark or light: so do we, unless the user chose a theme."""
        if not self._profile.theme:
            self._choose_look("", self._profile.scale)

    def _apply_look(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, self._profile.theme or preferred_theme(), self._profile.scale)

    def _keep_profile(self, **changes: Any) -> None:
        """A look can be chosen before there is a home to keep it in: then it is kept with the home."""
        self._profile = replace(self._profile, **changes)
        if bootstrap.exists(self._home.folder):
            try:
                bootstrap.write_profile(self._home.folder, self._profile)
            except Trouble as trouble:
                ask.tell(self, "Uw keuze kon niet worden bewaard", str(trouble))

    def _change_numbers(self, card: emergency.EmergencyWindow) -> None:
        found = emergency.ask_numbers(card, emergency.numbers(bootstrap.REGION, self._profile.numbers))
        if found is not None:
            self._keep_profile(numbers=found)
            card.card.show_numbers(emergency.numbers(bootstrap.REGION, found), may_change=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.house is not None:
            why = self.house.keep()
            if why and not self._may_lose(why, "Toch sluiten"):
                event.ignore()
                return
            self._close_house()
        if self._practice is not None:
            self._practice.close()
        event.accept()
