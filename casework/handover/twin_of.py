"""Fills the twin from the same material, section by section: what is not shared is not filled."""

from __future__ import annotations

from itertools import chain
from typing import Any

from casework.answers import Answered, Unanswered, is_known, months_later
from casework.handover import twin, twin_thread
from casework.handover.blocks import Reader, Withheld
from casework.handover.material import Material
from casework.handover.may_read import asked_by_others
from casework.handover.sections import SECTIONS, h00_cover
from casework.handover.twin_thread import text_of
from casework.steps.decision import DecisionAdvice
from casework.steps.explanation import Explanation
from casework.steps.handover import Handover
from casework.steps.help_history import HelpHistory
from casework.steps.help_question import HelpQuestions
from casework.steps.identity import Consent, Identity
from casework.steps.needs import Needs
from casework.steps.safety import Safety

_FOR_FAMILIES = frozenset(
    {"schema_", "document", "pack", "young_person", "recipient", "contact", "start_talk", "questions", "goals",
     "products", "together", "sections"}
)  # fmt: skip
"""What the twin of a parent's or young person's version holds: what their version tells, no more."""

VALID_MONTHS = 3


def twin_of(m: Material, version: int) -> twin.Twin:
    """The complete twin, as the provider may see it; its number is filled in when the content is final."""
    today = m.case.today
    head = twin.Head(
        version=version, issued_on=today, valid_until=months_later(today, VALID_MONTHS), practice=m.case.practice
    )
    pack = twin.PackUsed(id=m.pack.id, version=m.pack.version) if m.pack else None
    parts = {"people": _people(m), **_cover(m)}
    for code, fill in _FILLED_BY.items():
        if m.shared(code):
            parts |= fill(m)
    return twin.Twin(
        document=head, pack=pack, young_person=_young_person(m), sections=_sections(m), withheld=_withheld(m), **parts
    )


def for_reader(full: twin.Twin, m: Material, reader: Reader) -> twin.Twin:
    """The twin that goes with a reader's version."""
    document = full.document.model_copy(update={"reader": reader})
    if reader == "provider":
        return full.model_copy(update={"document": document})
    kept = {name: getattr(full, name) for name in _FOR_FAMILIES} | {"document": document}
    kept["sections"] = tuple(section.model_copy(update={"reason": ""}) for section in full.sections)
    mine = [question for question in full.questions if question.asker == full.young_person.name]
    if reader == "youth" and mine:
        kept["questions"] = tuple(mine)
    if reader == "parent":
        others = {one.id for one in m.thread.questions.values() if asked_by_others(m.case, one.asker.known)}
        kept["questions"] = tuple(question for question in full.questions if question.id not in others)
    return twin.Twin.model_construct(**kept)


def _said(answer: Answered[Any] | Unanswered) -> twin.Said | None:
    if isinstance(answer, Unanswered) or not is_known(answer):
        return None
    return twin.Said(text=str(answer.value), source=answer.source or "", kind=answer.kind or "", on=answer.on)


def _young_person(m: Material) -> twin.YoungPerson:
    shared = m.shared("H1")
    return twin.YoungPerson(name=m.name, birth_date=m.of(Identity).birth_date.known if shared else None, age=m.age)


def _people(m: Material) -> tuple[twin.Somebody, ...]:
    if not m.shared("H1"):
        return ()
    return tuple(twin.Somebody(id=one.id, name=m.who(one.id), role=m.role(one.id)) for one in m.case.people)


def _cover(m: Material) -> dict[str, Any]:
    step = m.of(Handover)
    return {
        "recipient": text_of(step.recipient),
        "contact": m.reach,
        "start_talk": text_of(step.start_talk),
        "three_to_know": step.three_to_know.known or (),
    }


def _custody_and_consent(m: Material) -> dict[str, Any]:
    identity = m.of(Identity)
    custody = tuple(
        twin.Custody(
            person=m.who(one.person.known),
            kind=text_of(one.kind),
            source=text_of(one.source),
            checked_on=one.checked_on.known,
        )
        for one in identity.custody.known or ()
    )
    return {"custody": custody, "consents": tuple(_consent(m, one) for one in identity.consents.known or ())}


def _consent(m: Material, one: Consent) -> twin.Agreed:
    outcome = "ingetrokken" if one.withdrawn_on.known is not None else one.outcome.known or "gegeven"
    return twin.Agreed(
        person=m.who(one.who.known),
        purpose=text_of(one.purpose),
        outcome=outcome,
        start=one.start.known,
        end=one.end.known,
    )


def _questions(m: Material) -> dict[str, Any]:
    asked = tuple(
        twin.QuestionAsked(
            code=code,
            id=one.id,
            asker=m.who(one.asker.known),
            literally=text_of(one.literally),
            rephrased=text_of(one.rephrased),
            agreed=one.agreed.known,
        )
        for code, one in m.thread.questions.items()
    )
    return {"questions": asked}


def _strengths(m: Material) -> dict[str, Any]:
    return {"goes_well": _said(m.of(HelpQuestions).goes_well)}


def _explanation(m: Material) -> dict[str, Any]:
    step = m.of(Explanation)
    explained = twin.Explained(
        together=_said(step.together),
        alternative=_said(step.alternative),
        not_known=text_of(step.not_known),
        agrees_child=text_of(step.agrees_child),
        agrees_parents=text_of(step.agrees_parents),
    )
    return {"explanation": explained}


def _safety(m: Material) -> dict[str, Any]:
    step = m.of(Safety)
    agreed = tuple(
        twin.SafetyAgreed(
            what=text_of(one.what), who=m.who(one.who.known), until=one.until.known, otherwise=text_of(one.otherwise)
        )
        for one in step.agreements.known or ()
    )
    state = twin.SafetyState(verdict=text_of(step.verdict), spoken_alone=text_of(step.spoken_alone), agreements=agreed)
    return {"safety": state}


def _help_so_far(m: Material) -> dict[str, Any]:
    past = tuple(
        twin.PastHelp(
            name=text_of(one.name),
            provider=text_of(one.provider),
            start=one.start.known,
            end=one.end.known,
            running=one.running.known,
            result=text_of(one.result),
            gain=text_of(one.gain),
            helped=text_of(one.helped),
            did_not_help=text_of(one.did_not_help),
        )
        for one in m.of(HelpHistory).help.known or ()
    )
    return {"help_so_far": past}


def _ending(m: Material) -> dict[str, Any]:
    step = m.of(Needs)
    ending = twin.Ending(
        conclusion=text_of(step.conclusion),
        review_date=step.review_date.known,
        stop_criteria=step.stop_criteria.known or (),
        step_down=text_of(step.step_down),
    )
    return {"less_and_stop": ending}


def _together(m: Material) -> dict[str, Any]:
    step = m.of(DecisionAdvice)
    days = (one.on.known for one in step.reviews.known or ())
    together = twin.Together(
        coordinator=m.coordinator,
        intensity=text_of(step.coordination),
        reviews=tuple(day for day in days if day is not None),
        plan_expected=step.plan_expected.known,
    )
    return {"together": together}


def _voice(m: Material) -> dict[str, Any]:
    step = m.of(Handover)
    voice = twin.Voice(
        read_by_child=text_of(step.read_by_child),
        read_by_parents=text_of(step.read_by_parents),
        own_statement=text_of(step.own_statement),
    )
    return {"voice": voice}


def _sections(m: Material) -> tuple[twin.SectionState, ...]:
    return tuple(
        twin.SectionState(
            code=one.code,
            title=one.title,
            shared=m.shared(one.code),
            reason=m.held_back.get(one.code, ""),
        )
        for one in SECTIONS
    )


def _withheld(m: Material) -> tuple[twin.HeldBack, ...]:
    shared = (block for one in SECTIONS if m.shared(one.code) for block in one.blocks(m))
    found = chain(h00_cover.held_statements(m), shared)
    return tuple(twin.HeldBack(what=one.what, why=one.why) for one in found if isinstance(one, Withheld))


_FILLED_BY = {
    "H1": _custody_and_consent,
    "H2": _questions,
    "H3": _strengths,
    "H4": _explanation,
    "H5": _safety,
    "H6": _help_so_far,
    "H7": twin_thread.needs,
    "H8": twin_thread.goals,
    "H9": _ending,
    "H10": twin_thread.decision,
    "H12": _together,
    "H14": _voice,
}
