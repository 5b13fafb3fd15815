"""The statements that stay here: kept from the card of a sentence, with a reason; let go along again from the list."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casework.handover.need_to_know import at_once, may_be_held_back, where_said
from casework.steps.handover import Handover
from desktop import ask
from desktop.cases.open_case import OpenCase
from desktop.theme.buttons import button
from desktop.theme.label import Plain
from desktop.theme.layouts import clear
from desktop.theme.look import current

_LIST = "handover.statements"


class HeldBack(QWidget):
    """Follows the case when `refresh` is called; takes no room while everything goes along."""

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(6))
        self.refresh()

    def refresh(self) -> None:
        clear(self._column)
        chosen = self._case.settled.of(Handover).statements.known or ()
        if chosen:
            self._column.addWidget(Plain("Uitspraken die niet meegaan", "body", strong=True))
        for one in chosen:
            told = where_said(one.where.known or "")
            self._column.addWidget(self._row(one.id, told[0].upper() + told[1:], one.reason.known or ""))
        self.setVisible(bool(chosen))

    def ask_to_hold_back(self, path: str) -> bool:
        """Ask for the reason, and keep the statement of this path here; False where somebody thought better of it."""
        reason = ask.words(self, "Deze uitspraak niet delen?", self.what_stays(path), "Reden", "Niet delen")
        if reason:
            self.hold_back(path, reason)
        return bool(reason)

    def what_stays(self, path: str) -> str:
        """What holding back the statement of this path comes to, in words: of a list, all of it."""
        many = at_once(self._case.settled, path)
        together = f"Dit is er één van {many} bij dezelfde vraag. Ze blijven alle {many} hier. " if many > 1 else ""
        rest = "Wat u hier vastlegde, gaat nergens in het stuk mee. De ontvanger leest dat er iets ontbreekt en waarom."
        return together + rest

    def hold_back(self, path: str, reason: str) -> None:
        here = self._case.settled.of(Handover).statements.known or ()
        if may_be_held_back(path) and path not in {one.where.known for one in here}:
            self._case.add(_LIST, {"where": path, "reason": reason})

    def let_go(self, record: str) -> None:
        """It goes along again."""
        self._case.remove(_LIST, record)

    def _row(self, record: str, what: str, why: str) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Plain(what, "small"))
        words.addWidget(Plain(why, "label", "ink_quiet"))
        row.addLayout(words, 1)
        again = button("Weer delen", "plain", small=True)
        again.setAccessibleName(f"Weer delen: {what}")
        again.clicked.connect(lambda _=False: self.let_go(record))
        row.addWidget(again)
        return made
