"""What stands between unlocking and locking: the bar, the rooms, the open case and its handover."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from casework.trouble import Trouble
from desktop import ask, focus_order
from desktop.cases import go_to
from desktop.cases.header import follow_saving
from desktop.cases.open_case import OpenCase
from desktop.cases.screen import CaseScreen
from desktop.cases.worklist import WorkList
from desktop.focus_back import FocusBack
from desktop.handover.screen import HandoverScreen
from desktop.left_open import LeftOpen
from desktop.look_menu import LookMenu
from desktop.pictures.banner import PracticeBanner
from desktop.pool.asking.place import AskingPlace
from desktop.pool.coming_back.fetching import Fetching
from desktop.room import Room
from desktop.rooms import CASES, POOL, ROOMS
from desktop.session import Session
from desktop.store import CaseLine
from desktop.today import forget_case, last
from desktop.topbar import TopBar

if TYPE_CHECKING:
    from desktop.pool.asking.screen import AskingScreen

_REMEMBER_MS, PLACE = 1500, "place"
_CASES_PLACE = next(place for place, kind in enumerate(ROOMS) if kind.id == CASES)


class House(QWidget):
    """Built at unlocking, destroyed at locking. `keep` first: it loses nothing, or says what it could not keep."""

    lock_asked = Signal()
    emergency_asked = Signal()
    leave_practice = Signal()

    def __init__(self, session: Session, look_menu: LookMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar = TopBar([room.title for room in ROOMS], look_menu)
        self.bar.tab_chosen.connect(lambda place: self.show_room(ROOMS[place].id))
        self.bar.search_asked.connect(self.search)
        self.bar.lock_asked.connect(self.lock_asked)
        self.bar.emergency_asked.connect(self.emergency_asked)
        column.addWidget(self.bar)
        self._banner = PracticeBanner()
        self._banner.stop_practising.connect(self._stop_practising)
        column.addWidget(self._banner)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        self._rooms: dict[str, Room] = {}
        self.case: CaseScreen | None = None
        self.handover: HandoverScreen | None = None
        self.asking = AskingPlace(self._stack, self)
        self.asking.back.connect(self.show_case)
        self.asking.asked.connect(self._on_asked)
        self._fetching = Fetching(session, self)
        self._fetching.counted.connect(partial(self.bar.show_count, _place(POOL)))
        self.left_open, self._not_kept = LeftOpen(session.settings, self._try), ""
        self._focus_back = FocusBack(self._stack, self.bar)
        self._keys()
        self._remember = QTimer(self, singleShot=True, interval=_REMEMBER_MS)
        self._remember.timeout.connect(self._keep_place)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        self.show_room(ROOMS[0].id)
        self._fetching.soon()

    # -- where one is

    def room(self, room_id: str) -> Room:
        """A room, made when it is first asked for."""
        if room_id not in self._rooms:
            made = next(kind for kind in ROOMS if kind.id == room_id).make(self._session)
            made.case_asked.connect(self.open_at)
            made.room_asked.connect(self.show_room)
            made.place_asked.connect(self._go_on_at)
            made.gone.connect(self._on_gone)
            made.counted.connect(partial(self.bar.show_count, _place(room_id)))
            self._rooms[room_id] = made
            self._stack.addWidget(made)
        return self._rooms[room_id]

    @property
    def worklist(self) -> WorkList:
        room = self.room(CASES)
        assert isinstance(room, WorkList)
        return room

    def open(self, line: CaseLine) -> CaseScreen:
        """Open a case, in the place of the one that was open."""
        if self.case is None or self.case.case.id != line.id:
            self._close_case()
            opened = self._session.open(line)
            self.case = screen = CaseScreen(opened)
            opened.setParent(screen)
            screen.handover_asked.connect(self.show_handover)
            screen.pool_asked.connect(self.show_asking)
            screen.described.connect(lambda status: self._describe(opened, status))
            follow_saving(opened, self.bar.saved)
            opened.not_saved.connect(self._on_not_saved)
            opened.saved.connect(self._on_saved)
            opened.moved.connect(self._build_anew, Qt.ConnectionType.QueuedConnection)
            self._stack.addWidget(screen)
            screen.describe()
            self._fetching.soon(opened)
        self.show_case()
        return self.case

    def open_at(self, case_id: str, path: str = "") -> None:
        """Open a case by its id, at a field where one is named. A case that is gone is left alone."""
        if (line := self._session.line(case_id)) is not None:
            screen = self.open(line)
            if path:
                screen.go_to(path)

    def show_room(self, room_id: str) -> None:
        if self.case is not None:
            self.case.keep()
        room = self.room(room_id)
        room.refresh()
        self._show(room)
        room.enter()

    def show_list(self) -> None:
        self.show_room(CASES)

    def show_case(self) -> None:
        if self.case is not None:
            self.case.knowledge_line.refresh()
            self._show(self.case)

    def show_handover(self) -> None:
        """The document of the case that is open."""
        if self.case is None:
            return
        self.case.keep()
        if self.handover is None:
            self.handover = HandoverScreen(self.case.case)
            self.handover.back.connect(self.show_case)
            self.handover.go_to.connect(self._to_field)
            self._stack.addWidget(self.handover)
        self._show(self.handover)
        self.handover.refresh()

    def show_asking(self) -> None:
        """A question to the expert pool, from the case that is open."""
        if self.case is not None:
            self.case.keep()
            self._show(self.asking.open(self.case.case))
            self.asking.enter()

    def search(self) -> None:
        self.show_list()
        self.worklist.focus_search()

    # -- keeping

    def keep(self) -> str:
        """Confirm and store all that was typed, and where one was. What could not be kept is told; else empty."""
        self._not_kept = ""
        if self.case is not None:
            self.case.keep()
        for keep in (self.asking.keep, self.left_open.persist, *(room.keep for room in self._rooms.values())):
            self._try(keep)
        self._keep_place()
        return self._not_kept

    def end(self) -> None:
        """From here on nothing is kept any more: the store is about to close."""
        QApplication.instance().focusChanged.disconnect(self._on_focus)  # type: ignore[union-attr]
        self._remember.stop()
        self._focus_back.stop()
        self._fetching.stop()

    def place(self) -> dict[str, Any]:
        """Where one is, to come back to after a lock or a crash."""
        here, today = self._stack.currentWidget(), self._session.today.isoformat()
        if self.case is None or isinstance(here, Room):
            return {"on": today, "room": next((room_id for room_id, room in self._rooms.items() if room is here), "")}
        screen = "handover" if here is self.handover else "case"
        return {"on": today, "case": self.case.case.id, "screen": screen, **self.case.place()}

    def go_to_place(self, place: dict[str, Any] | None) -> None:
        """Back to where one was; a case that is gone gives the room one begins in. So does a new day: it says what
        comes first, and leads back with one press."""
        if place and place.get("on", self._session.today.isoformat()) != self._session.today.isoformat():
            return
        if place and any(kind.id == place.get("room") for kind in ROOMS):
            self.show_room(str(place["room"]))
        line = self._session.line(str(place["case"])) if place and place.get("case") else None
        if place is None or line is None:
            return
        self.open(line).go_to_place(place)
        if place.get("screen") == "handover":
            self.show_handover()

    # -- inside

    def _on_asked(self) -> None:
        """Back to the step where the question stands, with what became of it."""
        self.show_case()
        self.asking.close()
        if self.case is not None:
            self.case.go_to("consultations")

    def _show(self, screen: Room | CaseScreen | HandoverScreen | AskingScreen) -> None:
        self._stack.setCurrentWidget(screen)
        room = next((place for place, kind in enumerate(ROOMS) if self._rooms.get(kind.id) is screen), None)
        case = self.case if room is None else None
        self._banner.setVisible(self._session.practice or (case is not None and case.case.line.practice))
        in_bar = _CASES_PLACE if room is None else room
        self.bar.show_screen(in_bar, case.headline if case else "", screen.acts)
        self.bar.fit(self.width())
        if case is not None and screen is case:
            case.rail.items[case.step_id].setFocus()

    def _close_case(self) -> None:
        if self.case is not None:
            self.case.keep()
            self._try(self.asking.keep)
        self.asking.close()
        for screen in (self.handover, self.case):
            if screen is not None:
                self._stack.removeWidget(screen)
                screen.hide()
                screen.deleteLater()
        self.case = self.handover = None

    def _build_anew(self) -> None:
        """The case that is open, in screens that know its new pack, at the place where one was."""
        line = None if self.case is None else self._session.line(self.case.case.id)
        if self.case is not None and line is not None:
            place = self.case.place()
            self._close_case()
            self.open(line).go_to_place(place)

    def _to_field(self, path: str) -> None:
        self.show_case()
        if self.case is not None:
            self.case.go_to(path)

    def _go_on_at(self, place: dict[str, Any]) -> None:
        """Where one was on a day before."""
        self.go_to_place({**place, "on": self._session.today.isoformat()})

    def _on_gone(self, case_id: str) -> None:
        self.left_open.forget(case_id)
        self._try(lambda: forget_case(self._session, case_id))
        if self.case is not None and self.case.case.id == case_id:
            self.asking.close()
            screens, self.case, self.handover = (self.handover, self.case), None, None
            for screen in screens:
                if screen is not None:
                    self._stack.removeWidget(screen)
                    screen.deleteLater()

    def _stop_practising(self) -> None:
        if self._session.practice:
            self.leave_practice.emit()
        else:
            self.show_list()

    def _describe(self, case: OpenCase, status: str) -> None:
        self._try(lambda: self._session.store.describe(case.id, title=case.name, status=status))

    def _keep_place(self) -> None:
        self._remember.stop()
        self._try(self._put_place)

    def _put_place(self) -> None:
        place = self.place()
        self._session.settings.put(PLACE, place)
        if "case" in place:
            last.keep(self._session, place)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Trouble as trouble:
            self._on_not_saved(str(trouble))

    def _on_not_saved(self, why: str) -> None:
        self._not_kept = why

    def _on_saved(self) -> None:
        self._not_kept = ""
        self._remember.start()

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            self._remember.start()

    def _keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+K", self.search),
            ("Ctrl+L", self.lock_asked.emit),
            ("Ctrl+G", self._ask_step),
            ("F6", lambda: self._next_region(back=False)),
            ("Shift+F6", lambda: self._next_region(back=True)),
            ("Ctrl+Z", lambda: self.case.undo() if self._on_case() and self.case else None),
            ("Ctrl+Shift+Z", lambda: self.case.redo() if self._on_case() and self.case else None),
            ("Ctrl+Y", lambda: self.case.redo() if self._on_case() and self.case else None),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _on_case(self) -> bool:
        return self.case is not None and self._stack.currentWidget() is self.case

    def _ask_step(self) -> None:
        if self.case is not None and (number := go_to.ask(self)) is not None:
            self.show_case()
            self.case.open_number(number)

    def _next_region(self, *, back: bool) -> None:
        screen = self._stack.currentWidget()
        regions = getattr(screen, "regions", [screen])
        focus_order.next_region([self.bar, *regions], back=back)

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Tab in the order of reading, over all that stands in the window."""
        return focus_order.step(self, back=not next_one)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.fit(self.width())


def _place(room_id: str) -> int:
    return next(place for place, kind in enumerate(ROOMS) if kind.id == room_id)


def ask_to_lose(parent: QWidget, why: str, act: str) -> bool:
    """Whether to go on although something could not be kept."""
    line = f"{why}\n\nWat nog niet bewaard is, gaat nu verloren."
    return ask.confirm(parent, "Niet alles is bewaard", line, act, "Terug")
