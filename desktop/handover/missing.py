"""What holds a handover back: STOP signals, what nobody can judge yet, and mandatory sections that are empty; and what
asks to be looked at in what goes along."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.handover.may_send import CONSENT, not_yet_from
from casework.steps import FLOW
from casework.weighing.assessment import Assessment
from casework.weighing.assessment import Signal as SeenSignal
from casework.weighing.completeness import empty_sections
from desktop.cases.open_case import OpenCase
from desktop.theme.label import Plain
from desktop.theme.layouts import clear
from desktop.theme.look import current
from desktop.theme.runs import bold, quiet
from desktop.theme.signal_card import SignalCard
from desktop.weighing.line import LineButton
from desktop.weighing.signals import facts_in_words, open_signals


class Missing(QWidget):
    """`go_to` carries the path of the field where it can be mended."""

    go_to = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(8))

    def show_missing(self, case: OpenCase, found: Assessment, refused: str, mended_at: str) -> None:
        """`refused`: why this reader's version may not be made, where that is so; `mended_at` the field that helps."""
        clear(self._column)
        if refused:
            there = f"Naar stap {FLOW.by_id[mended_at.partition('.')[0]].number}"
            card = SignalCard("ATTENTION", "Deze versie kan nog niet", [("Wat", refused)], action=there)
            card.act.connect(lambda: self.go_to.emit(mended_at))
            self._column.addWidget(card)
        elif found.handover.ready:
            self._column.addWidget(Plain("Niets houdt deze overdracht tegen.", "body", "good", strong=True))
        shown = [one for one in open_signals(found.signals) if one.severity == "STOP" or _about_what_goes(case, one)]
        for place, one in enumerate(shown):
            facts = facts_in_words(one.facts) + (not_yet_from(case.settled) if one.rule == CONSENT else "")
            card = SignalCard(one.severity, one.title, [("Wat", one.text), ("Feiten", facts)],
                              one.rule, one.source, one.action if one.action_path else "",
                              is_open=place == 0)  # fmt: skip
            card.act.connect(lambda path=one.action_path: self.go_to.emit(path))
            self._column.addWidget(card)
        waiting = [one for one in found.unknown_rules if one.stop]
        empty = empty_sections(case.settled, case.pack)
        if waiting or empty:
            self._column.addWidget(Plain("Nog te doen", "body", strong=True))
        for rule in waiting:
            known = case.pack.rules[rule.rule]
            self._line(known.title, "nog niet te beoordelen", known.action_path)
        for section in empty:
            self._line(f"{section.code.removeprefix('H')} {section.title}", "nog leeg", section.path)

    def _line(self, what: str, why: str, path: str) -> None:
        line = LineButton([bold(what), quiet(f": {why}")])
        line.clicked.connect(lambda: self.go_to.emit(path))
        self._column.addWidget(line)


def _about_what_goes(case: OpenCase, signal: SeenSignal) -> bool:
    """Whether it asks attention for the handover itself: such as what is told in it of others."""
    rule = case.pack.rules.get(signal.rule)
    return signal.severity == "ATTENTION" and rule is not None and rule.step == "handover"
