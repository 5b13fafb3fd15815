"""Which sections of the handover must have content, and which are empty without a reason (brief §7.3, decisions 13).

Whether a section has content is decided here, once; what it says is composed in casework/handover.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from casework.answers import Answered, Unanswered, is_known
from casework.case import SettledCase
from casework.knowledge.pack import Pack
from casework.questions import Answers, questions
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
    """A section that must be there: its code, its title, where it is filled in, and the first of its questions that is
    not answered with something, or none.
    """

    code: str
    title: str
    path: str
    missing: Callable[[SettledCase], str | None]


_ONLY_WHERE_ASKED = frozenset({"products"})
"""Help is named where it is granted; elsewhere the question does not apply, and the section has its content without."""


def _all(model: type[Answers], *names: str) -> Callable[[SettledCase], str | None]:
    """Each of these questions is answered with something."""
    return lambda case: next((name for name in names if not _says_something(case.of(model), name)), None)


def _says_something(answers: Answers, name: str) -> bool:
    """An empty list does so only where it is a full answer: there was no help before."""
    answer: Answered[Any] | Unanswered = answers.answer(name)
    if name in _ONLY_WHERE_ASKED and isinstance(answer, Unanswered) and answer.unanswered == "not_applicable":
        return True
    return is_known(answer) and (answer.known != () or questions(type(answers))[name].may_be_empty)


MANDATORY: tuple[Section, ...] = (
    Section("H0", "Voorblad", "handover.recipient", _all(Handover, "recipient")),
    Section("H1", "Wie, gezag en toestemming", "identity.custody", _all(Identity, "custody")),
    Section("H2", "De vraag in eigen woorden", "help_question.questions", _all(HelpQuestions, "questions")),
    Section("H3", "Wat goed gaat, en wie kan helpen", "help_question.goes_well", _all(HelpQuestions, "goes_well")),
    Section("H4", "Wat wij samen denken", "explanation.together", _all(Explanation, "together", "not_known")),
    Section("H5", "Veiligheid", "safety.verdict", _all(Safety, "verdict")),
    Section("H6", "Wat er al is gedaan", "help_history.help", _all(HelpHistory, "help")),
    Section("H7", "Wat nodig is, en wie wat doet", "needs.needs", _all(Needs, "needs")),
    Section("H8", "Doelen en meten", "needs.goals", _all(Needs, "goals")),
    Section(
        "H9",
        "Wanneer minder, wanneer stoppen",
        "needs.conclusion",
        _all(Needs, "conclusion", "review_date", "stop_criteria"),
    ),
    Section(
        "H10",
        "Het besluit, en waarom",
        "decision.decision",
        _all(DecisionAdvice, "decision", "products", "motivation"),
    ),
    Section("H12", "Samenwerken", "decision.coordinator", _all(DecisionAdvice, "coordinator")),
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


_WHY_HELD_BACK = "de reden om dit niet te delen"

ALWAYS_SHARED = frozenset({"H0", "H14", "H16"})
"""The cover says whose it is, an own statement always goes along (Jeugdwet 7.3.8 lid 2), and so do the rights."""


def reasons_for_empty(case: SettledCase) -> Mapping[str, str]:
    """The sections that were said not to apply, with the reason (R-OVD-01 is lifted by it)."""
    choices = case.of(Handover).sections.known or ()
    return {str(one.section.known): str(one.empty_because.known) for one in choices if is_known(one.empty_because)}


def held_back_sections(case: SettledCase, pack: Pack | None) -> Mapping[str, str]:
    """The sections that stay here, by code, each with the reason: chosen in step 14, else what counts for this sort of
    recipient."""
    step = case.of(Handover)
    preset = pack.recipients.get(step.recipient_role.known or "aanbieder") if pack else None
    away = {str(code): why for code, why in preset.held_back.items()} if preset else {}
    for choice in step.sections.known or ():
        code = choice.section.known
        if code is not None and choice.shared.known is True:
            away.pop(code, None)
        elif code is not None and choice.shared.known is False:
            away[code] = str(choice.reason.known or "")
    return {code: why.strip() for code, why in away.items() if code not in ALWAYS_SHARED}


def empty_sections(case: SettledCase, pack: Pack | None) -> list[Section]:
    """The mandatory sections without content and without a reason why they do not apply.

    A section that is held back says nothing either: there the reason is what must be filled in, and a sort of
    recipient that does not get it brings one along.
    """
    excused = set(reasons_for_empty(case)) | (set() if needs_investigation(case) else _NOT_AT_TRIAGE)
    held_back = held_back_sections(case, pack)
    empty = []
    for section in MANDATORY:
        if section.code in held_back:
            if not held_back[section.code]:
                empty.append(section._replace(title=f"{section.title}: {_WHY_HELD_BACK}", path="handover.sections"))
        elif section.code not in excused and (name := section.missing(case)):
            empty.append(section._replace(path=f"{section.path.partition('.')[0]}.{name}"))
    return [*empty, *_unexplained_statements(case)]


def _unexplained_statements(case: SettledCase) -> list[Section]:
    """What is held back of a section says why, as a whole section does."""
    loose = [one for one in case.of(Handover).statements.known or () if not is_known(one.reason)]
    title = f"Een uitspraak: {_WHY_HELD_BACK}"
    return [Section("H0", title, f"handover.statements.{one.id}.reason", lambda _: "statements") for one in loose]
