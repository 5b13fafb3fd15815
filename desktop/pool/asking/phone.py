"""A talk of at most a quarter of an hour on the telephone, noted in three fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from casework.pool.bodies import PhoneNote
from casework.trouble import Trouble
from desktop import ask as asking
from desktop.ask import Box
from desktop.pool.asking import drafts
from desktop.pool.asking.leave_box import let_leave
from desktop.pool.case_pool import CasePool
from desktop.theme.label import field_label
from desktop.theme.look import current
from desktop.theme.radio_chips import RadioChips

_DRAFT = "phone"
_MINUTES = {"5": "5 minuten", "10": "10 minuten", "15": "15 minuten"}


class PhoneBox(Box):
    """With whom, how long, and what was asked and said."""

    def __init__(self, parent: QWidget, pool: CasePool) -> None:
        super().__init__(parent, "Telefonisch consult", "Van hooguit een kwartier. Langer? Stel dan een vraag.",
                         "Verder")  # fmt: skip
        self._experts = pool.desk.people("expert")
        self.who = QComboBox()
        self.who.addItems([one.name for one in self._experts])
        self.minutes = RadioChips("Hoe lang?", _MINUTES)
        self.said = QPlainTextEdit()
        self.said.setTabChangesFocus(True)
        self.said.setFixedHeight(current().px(120))
        for label, field in (("Met wie belde u?", self.who), ("Hoe lang?", self.minutes),
                             ("Wat vroeg u, en wat was het antwoord?", self.said)):  # fmt: skip
            self.body.addWidget(field_label(label, field))
            self.body.addWidget(field)
        self.minutes.changed.connect(lambda _: self._judge())
        self.said.textChanged.connect(self._judge)
        self._judge()
        self.who.setFocus()

    @property
    def typed(self) -> dict[str, Any]:
        """All that stands there, to go on with later."""
        return {"who": self.who.currentText(), "minutes": self.minutes.value(), "said": self.said.toPlainText()}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        self.who.setCurrentIndex(max(0, self.who.findText(str(typed.get("who", "")))))
        self.minutes.set_value(minutes if (minutes := typed.get("minutes")) in _MINUTES else None)
        self.said.setPlainText(str(typed.get("said", "")))
        self._judge()

    @property
    def words(self) -> str:
        return self.said.toPlainText().strip()

    @property
    def told(self) -> dict[str, Any]:
        """With whom and how long."""
        return {"expert": self._experts[self.who.currentIndex()], "minutes": int(self.minutes.value() or 0)}

    def _judge(self) -> None:
        self.act.setEnabled(bool(self._experts and self.minutes.value() and self.words))


def ask(parent: QWidget, pool: CasePool) -> str:
    """Ask for the note and keep it; its thread, or nothing where the user went back or it could not be. What was typed
    stays until it is noted."""
    if pool.closed:
        asking.tell(parent, "Dit kan hier nog niet", pool.closed)
        return ""
    if not pool.desk.people("expert"):
        line = "Er staan nog geen experts in het adresboek. Haal eerst de post op."
        asking.tell(parent, "Dit kan hier nog niet", line)
        return ""
    box = PhoneBox(parent, pool)
    box.show_typed(drafts.kept(pool.settings, pool.case.id, _DRAFT) or {})
    agreed = box.agreed()
    drafts.keep(pool.settings, pool.case.id, box.typed, _DRAFT)
    if not agreed:
        return ""
    words, told = box.words, box.told  # now: the box is gone once another one was open
    leaving = let_leave(parent, pool, {"said": words}, {"said": "Wat er is besproken"})
    if leaving is None:
        return ""
    try:
        thread = pool.note(PhoneNote(**told, said=leaving["said"].after), words)
    except Trouble as trouble:
        asking.tell(parent, "Niet vastgelegd", str(trouble))
        return ""
    drafts.forget(pool.settings, pool.case.id, _DRAFT)
    return thread
