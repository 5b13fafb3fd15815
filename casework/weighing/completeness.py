"""Which sections of the handover must have content, and which are empty without a reason (brief §7.3, decisions 13).

Whether a section has content is decided here, once; what it says is composed in casework/handover.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from casework.answers import is_known
from casework.case import SettledCase
from casework.questions import Answers
from casework.steps.decision import DecisionAdvice
from casework.steps.explanation import Explanation
from casework.steps.handover import Handover
from casework.steps.help_history import HelpHistory
from casework.steps.help_question import HelpQuestions
from casework.steps.identity import Identity
from casework.steps.intake import needs_investigation
from casework.steps.needs import Needs
from casework.steps.safety import Safety


class Section(NamedTuple):
    """A section that must be there: its code, its title, where it is filled in, and whether it has content."""

    code: str
    title: str
    path: str
    filled: Callable[[SettledCase], bool]


def _any(model: type[Answers], *names: str) -> Callable[[SettledCase], bool]:
    """At least one of these questions is answered with something."""
    return lambda case: any(_says_something(case.of(model), name) for name in names)


def _all(model: type[Answers], *names: str) -> Callable[[SettledCase], bool]:
    return lambda case: all(_says_something(case.of(model), name) for name in names)


def _says_something(answers: Answers, name: str) -> bool:
    answer: Any = answers.answer(name)
    return is_known(answer)


def _has_records(model: type[Answers], name: str) -> Callable[[SettledCase], bool]:
    return lambda case: bool(case.of(model).answer(name).known)


MANDATORY: tuple[Section, ...] = (
    Section("H0", "Voorblad", "handover.recipient", _all(Handover, "recipient")),
    Section("H1", "Wie, gezag en toestemming", "identity.custody", _has_records(Identity, "custody")),
    Section("H2", "De vraag in eigen woorden", "help_question.questions", _has_records(HelpQuestions, "questions")),
    Section("H3", "Wat goed gaat, en wie kan helpen", "help_question.goes_well", _any(HelpQuestions, "goes_well")),
    Section("H4", "Wat wij samen denken", "explanation.together", _all(Explanation, "together", "not_known")),
    Section("H5", "Veiligheid", "safety.verdict", _any(Safety, "verdict")),
    Section("H6", "Wat er al is gedaan", "help_history.help", _any(HelpHistory, "help")),
    Section("H7", "Wat nodig is, en wie wat doet", "needs.needs", _has_records(Needs, "needs")),
    Section("H8", "Doelen en meten", "needs.goals", _has_records(Needs, "goals")),
    Section(
        "H9",
        "Wanneer minder, wanneer stoppen",
        "needs.conclusion",
        _all(Needs, "conclusion", "review_date", "stop_criteria"),
    ),
    Section("H10", "Het besluit, en waarom", "decision.decision", _all(DecisionAdvice, "decision", "motivation")),
    Section("H12", "Samenwerken", "decision.coordinator", _any(DecisionAdvice, "coordinator")),
    Section(
        "H14",
        "Wat jeugdige en ouders van dit stuk vinden",
        "handover.read_by_child",
        _all(Handover, "read_by_child", "read_by_parents"),
    ),
)
"""H16, the rights, comes from the pack and is always there."""

_NOT_AT_TRIAGE = frozenset({"H4", "H7", "H8", "H9", "H12"})
"""Triage fixes no nature and extent yet (Groningen ordinance 2026): these questions do not apply."""


def reasons_for_empty(case: SettledCase) -> Mapping[str, str]:
    """The sections that were said not to apply, with the reason (R-OVD-01 is lifted by it)."""
    choices = case.of(Handover).sections.known or ()
    return {str(one.section.known): str(one.empty_because.known) for one in choices if is_known(one.empty_because)}


def empty_sections(case: SettledCase) -> list[Section]:
    """The mandatory sections without content and without a reason why they do not apply."""
    excused = set(reasons_for_empty(case)) | (set() if needs_investigation(case) else _NOT_AT_TRIAGE)
    return [section for section in MANDATORY if section.code not in excused and not section.filled(case)]
