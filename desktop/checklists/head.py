"""The head of a checklist: what it is for, when, by whom and on what; and why it is open, or the button to open it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from casework.knowledge import Checklist, Pack
from casework.weighing import facts as case_facts
from casework.weighing.checklists import OPENED, ChecklistOutcome
from casework.words import listed
from desktop.cases.open_case import OpenCase
from desktop.checklists.result import CHANGEABILITY, outcome_of
from desktop.flow.showing import show_if
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.chips import status_tag
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import Plain

BY_HAND = "Met de hand geopend."


class ChecklistHead(Sheet):
    """Closed it says what the checklist is for and how to open it; open it says also why, and on what it rests."""

    def __init__(self, case: OpenCase, checklist: Checklist, parent: QWidget) -> None:
        super().__init__(gap=4, parent=parent)
        self._case, self._checklist = case, checklist
        self.setAccessibleName(f"Checklijst: {checklist.title}")
        line = QWidget()
        words = FlowLayout(line, gap=12, line_gap=4)
        words.addWidget(Plain(f"Checklijst: {checklist.title}", "question"))
        if checklist.status != "vastgesteld":
            words.addWidget(status_tag(checklist.status))
        self.body.addWidget(line)
        self.body.addWidget(Plain(checklist.purpose, "small"))
        self.body.addWidget(Plain(f"Wanneer: {_sentence(checklist.moment)}", "small", "ink_quiet"))
        self.source = Plain(_standing(checklist, case.pack), "small", "ink_quiet")
        self.source.hide()
        self.why = Plain("", "small", strong=True)
        self.body.addWidget(self.why)
        self.opens = button("Toch openen", "plain", "plus", small=True)
        self.opens.setAccessibleName(f"Toch openen: {checklist.title}")
        self.opens.clicked.connect(lambda: self._keep("ja"))
        self.closes = button("Weer sluiten", "quiet", "minus", small=True)
        self.closes.setAccessibleName(f"Weer sluiten: {checklist.title}")
        self.closes.clicked.connect(lambda: self._keep(None))
        self.stands = button("Bron en beheer", "link", small=True)
        self.stands.setAccessibleName(f"Bron en beheer: {checklist.title}")
        self.stands.setCheckable(True)
        self.stands.toggled.connect(lambda shown: show_if(self.source, shown))
        acts = QWidget()
        row = FlowLayout(acts, gap=8, line_gap=4)
        for act in (self.opens, self.closes, self.stands):
            row.addWidget(act)
        self.body.addWidget(acts)
        self.body.addWidget(self.source)

    def refresh(self) -> None:
        """Why it is open now, and what can be done about that."""
        outcome = outcome_of(self._checklist.id, self._case.assessment)
        always = self._checklist.id == CHANGEABILITY
        self.why.setText("" if always else opened_because(self._case, self._checklist, outcome))
        show_if(self.why, not always)
        only_by_hand = outcome is not None and outcome.by_hand and not outcome.by_rule and not outcome.answered
        wanted = {self.opens: not always and outcome is None, self.closes: only_by_hand}
        focused = next((act for act in wanted if act.hasFocus()), None)
        if focused is not None and not wanted[focused]:  # else Qt gives the focus to the far end of the window
            self.stands.setFocus(Qt.FocusReason.OtherFocusReason)
        for act, shown in wanted.items():
            show_if(act, shown)
            if shown and focused is not None:
                act.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, opened: str | None) -> None:
        self._case.keep(f"checklists.{self._checklist.id}.{OPENED}", opened)


def opened_because(case: OpenCase, checklist: Checklist, outcome: ChecklistOutcome | None) -> str:
    """Why a checklist b to g is open, in words; or that it is closed."""
    if outcome is None:
        return "Dicht: geen regel vraagt hierom."
    rules = [case.pack.rules[rule].title.rstrip(".") for rule in outcome.opened_by if rule in case.pack.rules]
    if rules:
        return f"Open door: {'; '.join(rules)}."
    return f"Open, want {_known(case, checklist)}." if outcome.by_rule else BY_HAND


def _known(case: OpenCase, checklist: Checklist) -> str:
    """What is known of what the condition reads: what is so, else what has a value, else what is still unknown."""
    assert checklist.opens_when is not None
    names, facts = sorted(checklist.opens_when.depends_on), case.facts()
    so = [case_facts.FACTS[name].meaning for name in names if facts.get(name) is True]
    told = [case_facts.told(name, facts[name])[0] for name in names if name in facts and facts[name] is not False]
    unknown = [f"nog niet bekend is: {case_facts.FACTS[name].meaning}" for name in names if name not in facts]
    found = so or [f"{one[:1].lower()}{one[1:].rstrip('.')}".replace(": ", " is ", 1) for one in told] or unknown
    return listed(found)


def _standing(checklist: Checklist, pack: Pack) -> str:
    sources = [pack.sources[name].reference.rstrip(".") for name in checklist.sources if name in pack.sources]
    return f"Beheer: {checklist.owner}. Bron: {'; '.join(sources)}."


def _sentence(text: str) -> str:
    return f"{text[:1].lower()}{text[1:].rstrip('.')}."
