"""The bar at the top: where one is, searching, how it looks, the emergency card and locking.

Where there is less room the words of what one rarely presses go first, and on a narrow window all but locking moves
into one menu, and the bar carries the name of what is open.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from desktop.look_menu import LookMenu
from desktop.theme.buttons import Switch, button, with_menu
from desktop.theme.fitted import Fitted
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.saved import SavedWord
from desktop.theme.sign import Sign

_NARROW_EM = 70
_FULL, _SHORT = ("Zoek alles   Ctrl K", "Weergave", "Noodkaart   F1"), ("Zoek", "", "Noodkaart")


class TopBar(Fitted, QFrame):
    """`tabs` are the words of the places one can go to; the first is where one begins."""

    tab_chosen = Signal(int)
    search_asked = Signal()
    lock_asked = Signal()
    emergency_asked = Signal()

    def __init__(self, tabs: Sequence[str], look_menu: LookMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setAccessibleName("Bovenbalk")
        self._look_menu = look_menu
        self._actions: Sequence[QAction] = ()
        self._row = QHBoxLayout(self)
        self.menu = button("Menu", "bar", "menu")
        with_menu(self.menu, QMenu(self.menu))
        self.menu.menu().aboutToShow.connect(self._fill_menu)
        self._mark = Sign("mark", "on_bar", 22)
        self._name = Plain("IJkpunt", "heading", "on_bar", wrap=False)
        self._headline = Plain("", "heading", "on_bar")
        self._row.addWidget(self.menu)
        self._row.addWidget(self._mark)
        self._row.addWidget(self._name)
        self._tab_words = tuple(tabs)
        self.tabs = [Switch(words, "tab") for words in tabs]
        for place, tab in enumerate(self.tabs):
            tab.setAutoExclusive(True)
            tab.clicked.connect(lambda _=False, place=place: self.tab_chosen.emit(place))
            self._row.addWidget(tab)
        self._row.addWidget(self._headline, 1)
        self._row.addStretch(1)
        self.saved = SavedWord(on_bar=True)
        self._row.addWidget(self.saved)
        self.search = button(_FULL[0], "bar", "search")
        self.search.setAccessibleName("Zoek in alle casussen, Control K")
        self.search.clicked.connect(self.search_asked)
        self.look = button(_FULL[1], "bar", "settings")
        self.look.setToolTip("Weergave")
        with_menu(self.look, look_menu)
        self.emergency = button(_FULL[2], "bar", "siren")
        self.emergency.setAccessibleName("Noodkaart, F1")
        self.emergency.clicked.connect(self.emergency_asked)
        self.lock = button("Vergrendel", "bar", "lock")
        self.lock.clicked.connect(self.lock_asked)
        for press in (self.search, self.look, self.emergency, self.lock):
            self._row.addWidget(press)
        self._fit()
        self.set_narrow(False)

    def fit(self, width: int) -> None:
        """Show what there is room for in a window of this width: all words, fewer words, or one menu."""
        look = current()
        narrow = width < _NARROW_EM * look.px(15)
        for words in (_FULL, _SHORT):
            for press, text in zip((self.search, self.look, self.emergency), words, strict=True):
                press.setText(text)
            if self._wide() <= width:
                break
        else:
            narrow = True
        self.set_narrow(narrow)

    def _wide(self) -> int:
        """The width of the bar with every tab in it."""
        shown = (self._mark, self._name, *self.tabs, self.search, self.look, self.emergency, self.lock)
        margins = self._row.contentsMargins()
        between = self._row.spacing() * (len(shown) + 1)
        return sum(widget.sizeHint().width() for widget in shown) + between + margins.left() + margins.right()

    def set_narrow(self, narrow: bool) -> None:
        """One menu in place of words side by side."""
        for widget in (self._mark, self._name, *self.tabs, self.search, self.look, self.emergency):
            widget.setVisible(not narrow)
        for widget in (self.menu, self._headline):
            widget.setVisible(narrow)
        self.saved.setVisible(narrow and bool(self._headline.text()))
        self._narrow = narrow

    def show_screen(self, tab: int, headline: str, actions: Sequence[QAction]) -> None:
        """What is open: the tab it belongs to, its name, and what one can do there (for the menu)."""
        self.tabs[tab].setChecked(True)
        self._headline.setText(headline)
        self._actions = actions
        self.set_narrow(self._narrow)

    def show_count(self, tab: int, number: int) -> None:
        """How much waits in a place, behind its word."""
        words = self._tab_words[tab]
        self.tabs[tab].setText(f"{words} ({number})" if number else words)
        self.tabs[tab].setAccessibleName(f"{words}, {number} wacht op u" if number else words)

    def _fill_menu(self) -> None:
        menu = self.menu.menu()
        menu.clear()
        menu.addActions(list(self._actions))
        menu.addSeparator()
        for place, tab in enumerate(self.tabs):
            menu.addAction(tab.text(), partial(self.tab_chosen.emit, place))
        menu.addAction("Zoek alles\tCtrl+K", self.search_asked.emit)
        menu.addAction("Noodkaart\tF1", self.emergency_asked.emit)
        menu.addMenu(self._look_menu)

    def _fit(self) -> None:
        look = current()
        self._row.setContentsMargins(look.px(20), 0, look.px(16), 0)
        self._row.setSpacing(look.px(12))
        for tab in self.tabs:
            tab.setMinimumHeight(look.px(48))
        self.setMinimumHeight(look.px(48))
