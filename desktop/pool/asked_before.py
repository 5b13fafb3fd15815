"""*Is dit al eens gevraagd?*: answers of the pool that may be used again, found by words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from casework.pool.reuse import Reusable
from casework.words import counted, day_in_words, in_words
from desktop import ask
from desktop.pool import knowledge_base
from desktop.pool.desk import PoolDesk
from desktop.pool.words import discipline
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.icons import icon
from desktop.theme.label import Plain
from desktop.theme.layouts import clear
from desktop.theme.look import current

_MOST = 5


class AskedBefore(Sheet):
    """Hidden while there are no answers at all. An answer is no advice about this family, and says so."""

    def __init__(self, desk: PoolDesk, parent: QWidget | None = None) -> None:
        super().__init__("Is dit al eens gevraagd?", gap=6, parent=parent)
        self._desk = desk
        self.search = QLineEdit(placeholderText="Zoek in eerdere antwoorden")
        self.search.setAccessibleName("Zoeken in eerdere antwoorden van de pool")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "ink_quiet"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(lambda _: self.refresh())
        self.ended = QCheckBox("Ook wat is verlopen")
        self.ended.toggled.connect(lambda _: self.refresh())
        self._told = Plain("", "small", "ink_quiet")
        self._list = QVBoxLayout()
        self._list.setSpacing(current().px(10))
        self.body.addWidget(self.search)
        self.body.addLayout(self._list)
        self.body.addWidget(self._told)
        self.body.addWidget(self.ended)
        self.found: list[Reusable] = []
        self.refresh()

    def refresh(self) -> None:
        ended = self.ended.isChecked()
        self.found = knowledge_base.find(self._desk, self.search.text(), ended=ended)
        clear(self._list)
        for one in self.found[:_MOST]:
            self._list.addWidget(self._part(one))
        more = len(self.found) - _MOST
        told = "Een eerder antwoord is geen advies over dit gezin. Twijfelt u, vraag het dan."
        if not self.found:
            told = "Niets gevonden. Vraag het de pool."
        elif more > 0:
            told = f"Nog {counted(more, 'antwoord', 'antwoorden')}: zoek met meer woorden. {told}"
        self._told.setText(told)
        self.setVisible(bool(self.found or knowledge_base.find(self._desk, "", ended=True)))

    def _part(self, one: Reusable) -> QWidget:
        part = _told(one, self._desk)
        column = part.layout()
        if self._desk.ring.admits and column is not None:
            out = button("Haal eruit…", "quiet", small=True)
            out.setAccessibleName(f"Haal eruit: {one.question}")
            out.clicked.connect(lambda: self.take_out(one))
            column.addWidget(out)
            column.setAlignment(out, Qt.AlignmentFlag.AlignLeft)
        return part

    def take_out(self, one: Reusable) -> None:
        """Of a coordinator: it is no longer to be found, in any home that fetches its post."""
        line = f"‘{one.question}’ is daarna nergens meer te vinden. Wie het al las, las het."
        if ask.confirm(self, "Dit antwoord eruit halen?", line, "Haal eruit"):
            gone = one.model_copy(update={"withdrawn": True, "on": max(one.on, self._desk.today)})
            knowledge_base.publish(self._desk, gone)
            self.refresh()


class KnowledgeBox(ask.Box):
    """The knowledge base over the bench."""

    width_px = 640

    def __init__(self, parent: QWidget, desk: PoolDesk) -> None:
        line = "Wat teams vinden als zij een vraag stellen. Zet er iets in vanuit een beantwoorde vraag."
        super().__init__(parent, "Kennisbank", line, "Klaar", "")
        self.found = AskedBefore(desk)
        self.body.addWidget(self.found)
        if self.found.isHidden():
            self.body.addWidget(Plain("Er staat nog niets in.", "body", "ink_quiet"))


def _told(one: Reusable, desk: PoolDesk) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current().px(2))
    column.addWidget(Plain(one.question, "body", strong=True))
    answer = Plain(one.answer, "body")
    answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    column.addWidget(answer)
    if one.because:
        column.addWidget(Plain(f"Waarom: {one.because}", "small"))
    about = ", ".join(part for part in (one.theme, in_words(one.level), discipline(one.discipline)) if part)
    column.addWidget(Plain(f"{about}. Nagelezen door {one.read_by}.", "small", "ink_quiet"))
    if not one.holds_on(desk.today):
        column.addWidget(Plain(f"Verlopen op {day_in_words(one.until)}.", "small", "care", strong=True))
    elif one.ends_soon(desk.today):
        column.addWidget(Plain(f"Verloopt op {day_in_words(one.until)}.", "small", "care", strong=True))
    return part
