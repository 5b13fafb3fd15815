"""Which mandatory sections are empty without a reason: these hold the handover back (R-OVD-01, decisions 13)."""

from __future__ import annotations

from typing import Any

from casework.answers import Answered, Unanswered, is_known
from casework.case import SettledCase
from casework.handover.material import Material
from casework.handover.need_to_know import ALWAYS_SHARED
from casework.handover.sections import SECTIONS, Section
from casework.knowledge.pack import Pack
from casework.steps import FLOW
from casework.weighing.assessment import Assessment

_OTHER_ROUTE = "deze vragen horen niet bij deze route"


def empty_sections(
    case: SettledCase, assessment: Assessment | None = None, pack: Pack | None = None
) -> list[tuple[str, str]]:
    """Code and title of each mandatory section that has no content and no reason why it does not apply.

    A section that is held back counts as empty as long as nobody wrote why. Without a pack the rights are not judged:
    they are its text, not the case's.
    """
    m = Material(case, assessment, pack)
    return [(section.code, section.title) for section in SECTIONS if section.level == "M" and _is_empty(m, section)]


def _is_empty(m: Material, section: Section) -> bool:
    choice = m.choices.get(section.code)
    if not m.shared(section.code):
        return choice is None or not is_known(choice.reason)
    if absent_because(m, section):
        return False
    if section.reads and not any(_is_given(answer) for answer in _answers(m, section)):
        return True
    return (m.pack is not None or section.code not in ALWAYS_SHARED) and not any(True for _ in section.blocks(m))


def absent_because(m: Material, section: Section) -> str:
    """Why a section has nothing to tell here: said in step 14, or because the route does not ask its questions."""
    choice = m.choices.get(section.code)
    if choice is not None and is_known(choice.empty_because):
        return str(choice.empty_because.known)
    answers = _answers(m, section)
    away = [answer for answer in answers if isinstance(answer, Unanswered) and answer.unanswered == "not_applicable"]
    if not away or len(away) < len(answers):
        return ""
    aside = all(path in m.case.steps.kept_aside for path in section.reads)
    return _OTHER_ROUTE if aside else (away[0].reason or _OTHER_ROUTE)


def _answers(m: Material, section: Section) -> list[Answered[Any] | Unanswered]:
    found = []
    for path in section.reads:
        step_id, name = path.split(".")
        found.append(m.of(FLOW.by_id[step_id].answers).answer(name))
    return found


def _is_given(answer: Answered[Any] | Unanswered) -> bool:
    """Answered, or asked without an answer: that too is told."""
    return is_known(answer) or (isinstance(answer, Unanswered) and answer.unanswered in ("unknown", "declined"))
