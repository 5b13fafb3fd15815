"""The signals of a case: STOP, LET OP, TIP, the first one open and the rest one line. Answered ones stand below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casework.case import Response
from casework.handover.words import words
from casework.weighing.assessment import SeenFact, Signal
from casework.words import counted
from desktop import focus_order
from desktop.steps import ASK_POOL
from desktop.theme.buttons import button
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.runs import Run, RunLabel, quiet
from desktop.theme.sign import Sign
from desktop.theme.signal_card import SHOWN, SignalCard

_ORDER = ("STOP", "ATTENTION", "TIP")
_OUTCOMES = {"opgevolgd": ("circle-check", "opgevolgd"), "bewust_anders": ("split", "bewust anders")}


def open_signals(signals: Sequence[Signal]) -> list[Signal]:
    """What still asks for something, the heaviest first; what is about the document as a whole after the rest."""
    return sorted(
        (one for one in signals if one.status == "open"),
        key=lambda one: (_ORDER.index(one.severity), _of_the_document(one)),
    )


def _of_the_document(signal: Signal) -> bool:
    """Such as that sections are empty: true from the first minute, and no news while somebody listens."""
    return signal.action_path.startswith("handover")


def counted_signals(signals: Sequence[Signal]) -> str:
    """1 stop, 2 let op: what a closed panel says. Tips are not counted; they may be left."""
    found = [one.severity for one in open_signals(signals)]
    parts = [
        f"{found.count(severity)} {words}"
        for severity, words in (("STOP", "stop"), ("ATTENTION", "let op"))
        if severity in found
    ]
    return ", ".join(parts) or "niets open"


_ASKS_THE_POOL = frozenset({"R-EXP-01", "R-EXP-02"})
"""What these rules ask for is a question to the pool: the act leads straight to it."""


class SignalList(QWidget):
    """`act` carries the path of the place to mend it, `followed` and `differ` the signal, `take_back` the id of a rule.

    reasons: why one did otherwise, in words by code.
    """

    act = QtSignal(str)
    followed = QtSignal(object)
    differ = QtSignal(object)
    take_back = QtSignal(str)

    def __init__(self, reasons: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reasons = reasons
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(8))
        self._head = RunLabel(type_step="body")
        self._column.addWidget(self._head)
        self._cards: dict[str, tuple[Signal, SignalCard]] = {}
        self._opened: str | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(current().px(8))
        self._column.addLayout(self._list)
        self._answered = QVBoxLayout()
        self._answered.setSpacing(current().px(4))
        self._column.addLayout(self._answered)
        self._shown: tuple[object, ...] = ()

    def show_signals(self, signals: Sequence[Signal], responses: Sequence[Response]) -> None:
        """Cards of signals that did not change stay as they are, so that nothing moves under a reader's eyes."""
        if self._shown == (signals, responses):
            return
        self._shown = (signals, responses)
        standing = open_signals(signals)
        answered = [one for one in signals if one.status != "open"]
        self._head.set_runs([
            Run("Signalen ", weight=700),
            quiet(f"{len(standing)} open" + (f", {len(answered)} beantwoord" if answered else "")),
        ])  # fmt: skip
        focused = self.window().focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._show_open(standing)
        self._show_answered(answered, {response.rule: response for response in responses})
        if had_focus and self.window().focusWidget() is not focused:
            focus_order.first(self)  # what was answered went: on to what is still open

    def _show_open(self, standing: Sequence[Signal]) -> None:
        for rule in set(self._cards) - {one.rule for one in standing if self._cards.get(one.rule, (None,))[0] == one}:
            _, card = self._cards.pop(rule)
            _drop(card)
        for place, one in enumerate(standing):
            if one.rule not in self._cards:
                self._cards[one.rule] = (one, self._card(one))
            card = self._cards[one.rule][1]
            if self._list.indexOf(card) != place:
                self._list.insertWidget(place, card)
        first = standing[0].rule if standing and not _of_the_document(standing[0]) else None
        if first != self._opened:
            self._opened = first
            for rule, (_, card) in self._cards.items():
                if card.is_open() != (rule == first):
                    card.set_open(rule == first)

    def _card(self, one: Signal) -> SignalCard:
        other = {"STOP": "", "ATTENTION": "Bewust anders…", "TIP": "Laat liggen"}[one.severity]
        card = SignalCard(
            one.severity,
            one.title,
            [("Wat", one.text), ("Feiten", facts_in_words(one.facts))],
            one.rule,
            one.source,
            one.action if one.action_path else "",
            other,
            {"STOP": "", "ATTENTION": "Opgevolgd…", "TIP": "Opgevolgd"}[one.severity],
            also="Vraag de pool" if one.weighs_towards_pool and one.rule not in _ASKS_THE_POOL else "",
            is_open=False,
        )
        leads_to = ASK_POOL if one.rule in _ASKS_THE_POOL else one.action_path
        card.act.connect(lambda: self.act.emit(leads_to))
        card.asked.connect(lambda: self.act.emit(ASK_POOL))
        card.followed.connect(lambda: self.followed.emit(one))
        card.differ.connect(lambda: self.differ.emit(one))
        return card

    def _show_answered(self, answered: Sequence[Signal], responses: dict[str, Response]) -> None:
        while (item := self._answered.takeAt(0)) is not None:
            if row := item.widget():
                _drop(row)
        for one in answered:
            if (response := responses.get(one.rule)) is not None:
                self._answered.addWidget(self._row(one, response))

    def _row(self, one: Signal, response: Response) -> QWidget:
        icon, words = _OUTCOMES[response.outcome]
        if one.status == "resolved":
            icon, words = "circle-check", "opgelost"
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Sign(icon, "ink_quiet", 16))
        label = Plain(f"{one.title}: {words}", "small", "ink_quiet")
        label.setToolTip(". ".join(filter(None, (self._reasons.get(response.reason, ""), response.note))))
        line.addWidget(label, 1)
        back = button("Terugnemen", "link")
        back.setAccessibleName(f"Antwoord terugnemen: {one.title}")
        back.clicked.connect(lambda: self.take_back.emit(one.rule))
        line.addWidget(back)
        return row


def facts_in_words(facts: Sequence[SeenFact]) -> str:
    """hulpvormen die nu lopen: 3; er is overlegd: nee."""
    return "; ".join(f"{fact.label or fact.path}: {words(fact.value)}" for fact in facts)


def announcement(before: Sequence[Signal], after: Sequence[Signal]) -> str:
    """What is new, in one sentence for a screen reader; empty where nothing is."""
    known = {one.rule for one in before if one.status == "open"}
    new = [one for one in open_signals(after) if one.rule not in known]
    if not new:
        return ""
    return f"{counted(len(new), 'signaal', 'signalen')} erbij: {SHOWN[new[0].severity][2]}, {new[0].title}"


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
