"""H0. The first page: what is asked, three goals, three things to know, safety, the first talk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate

from casework.answers import is_known
from casework.handover.blocks import Callout, Heading, Items, Origin, Paragraph, Text, Withheld
from casework.handover.material import Material
from casework.handover.need_to_know import where_said
from casework.handover.parts import Blocks, origin, remark, told_one_by_one
from casework.handover.sections import h05_safety, h06_help_so_far, h08_goals
from casework.handover.sections.h10_decision import STILL_POSSIBLE, who_decides
from casework.handover.words import after_a_word, clauses, ended, enumerated, free, quoted, said, sentence
from casework.knowledge.plain_language import sentences
from casework.steps.comparison import Comparison
from casework.steps.decision import DecisionAdvice
from casework.steps.explanation import Explanation
from casework.steps.handover import Handover
from casework.steps.help_history import HelpHistory
from casework.steps.intake import Intake
from casework.steps.needs import Needs
from casework.words import counted, listed

_LATEST = 2
"""Of earlier help on the cover."""
_LINES = 150
"""Letters: as much as two lines of the cover hold."""


def blocks(m: Material) -> Blocks:
    yield from _request(m)
    if m.shared("H8"):
        yield from _goals(m)
    yield from _to_know(m)
    if m.shared("H5"):
        yield from h05_safety.verdict(m)
    start_talk = m.of(Handover).start_talk
    if is_known(start_talk):
        when = (Text(sentence(free(start_talk))),)
        yield Callout("meet", "Startgesprek", when, origin(start_talk, "handover.start_talk"))
    yield from told_one_by_one(_in_short(m))
    yield from _held_back(m)


def request(m: Material) -> str:
    """What is asked of the provider in one sentence: in the team's words, else the products for this young person.
    Somebody else who does not get the decision is not asked it."""
    asked = m.of(DecisionAdvice).request
    if m.of(Handover).recipient_role.known not in (None, "aanbieder") and not m.shared("H10"):
        return ""
    if is_known(asked):
        return sentence(str(asked.known))
    if not m.product_names or not m.shared("H10"):
        return ""
    return f"Geef {m.name} deze hulp: {enumerated([after_a_word(name) for name in m.product_names.values()])}."


def _request(m: Material) -> Blocks:
    decision = m.of(DecisionAdvice)
    if asked := request(m):
        yield Callout("ask", "Wat vragen wij u?", (Text(asked),), origin(decision.request, "decision.request"))
    elif m.is_triage and is_known(decision.decision) and m.shared("H10"):
        recipient = free(m.of(Handover).recipient)
        goes_to = f"De vraag van {m.short('jeugdige')} gaat verder bij {ended(recipient)} " if recipient else ""
        words = f"{goes_to}{sentence(said(decision.decision))} {STILL_POSSIBLE}"
        yield Callout("note", "Wat er nu gebeurt", (Text(words),), origin(decision.decision, "decision.decision"))
    elif is_known(decision.decision) and m.shared("H10"):
        instead = free(m.of(Comparison).offered_instead)
        words = sentence(said(decision.decision)) + (f" Wat er wel is: {sentence(instead)}" if instead else "")
        yield Callout("note", "Besluitadvies", (Text(words),), origin(decision.decision, "decision.decision"))


def _goals(m: Material) -> Blocks:
    goals = list(h08_goals.goals(m, brief=True))
    if not goals:
        return
    yield Heading("Drie doelen" if len(goals) == 3 else "Doelen")
    yield from goals[:3]
    if rest := len(goals) - 3:
        yield from remark(f"Nog {counted(rest, 'doel', 'doelen')}: zie onderdeel 8." if rest > 0 else "")


def _to_know(m: Material) -> Blocks:
    known = m.of(Handover).three_to_know.known or ()
    if known:
        yield Heading("Drie dingen die u moet weten" if len(known) == 3 else "Wat u moet weten")
        yield Items(tuple(_headed(text) for text in known if text.strip()), numbered=True)


def _headed(text: str) -> Paragraph:
    """The first sentence stands out; the rest explains it."""
    first, mark, rest = sentence(text).partition(". ")
    runs = (Text(first + mark.strip(), strong=True), Text(f" {rest}"))
    return Paragraph(runs if rest else runs[:1], Origin("handover.three_to_know"))


def _in_short(m: Material) -> Iterator[tuple[str, str, str]]:
    """What else a first call asks: why this, what was tried, what nobody knows yet, when it stops, who decides. One
    line of each; the section tells the rest."""
    yield from _why(m)
    if m.shared("H6"):
        yield "Al geprobeerd", _tried(m), "help_history.help"
    if m.shared("H4"):
        yield "Nog niet bekend", _first(sentences(free(m.of(Explanation).not_known)), 4), "explanation.not_known"
    if m.shared("H4") and m.is_triage:
        yield "Nog niet bekend", "Wij keken kort, zonder volledig onderzoek.", "intake.track"
    if m.is_triage and is_known(m.of(Intake).triage_call_on) and m.shared("H10"):
        yield "Opnieuw kijken", f"Wij bellen het gezin op {said(m.of(Intake).triage_call_on)}.", "intake.triage_call_on"
    if m.shared("H9"):
        yield "Stopt of verandert als", _first(m.of(Needs).stop_criteria.known or (), 9), "needs.stop_criteria"
    if m.shared("H10") and is_known(m.of(DecisionAdvice).decision):
        yield "Wie beslist", sentence(who_decides(m)), "decision.decision"


def _why(m: Material) -> Iterator[tuple[str, str, str]]:
    """What we think together, and that not all do; where nothing was explained, the first question in its own words."""
    step = m.of(Explanation)
    if m.shared("H4") and is_known(step.together):
        disputed = {"oneens", "deels"} & {step.agrees_child.known, step.agrees_parents.known}
        beside = " Niet iedereen ziet het zo." if disputed else ""
        why = _joined(sentences(free(step.together)), _LINES - len(beside) - len(" Meer: onderdeel 4."))
        yield "Waarom", f"{_first(why, 4)}{beside}", "explanation.together"
    elif m.shared("H2"):
        for question in list(m.thread.questions.values())[:1]:
            literally = is_known(question.literally)
            asks = quoted(free(question.literally)) if literally else sentence(free(question.rephrased))
            told = f"{m.who(question.asker.known) or 'Iemand'}: {asks}" if asks else ""
            path = f"help_question.questions.{question.id}"
            yield "Waarom", told, f"{path}.literally" if literally else f"{path}.rephrased"


def _tried(m: Material) -> str:
    """The latest help with what came of it, and how much more there was."""
    past = m.of(HelpHistory).help
    if past.known is None:
        return sentence(said(past))
    latest = sorted(past.known, key=lambda one: one.start.known or date.min, reverse=True)
    told = [h06_help_so_far.in_short(one) for one in latest[:_LATEST]]
    more = f"Nog {len(latest) - _LATEST} keer hulp: zie onderdeel 6." if len(latest) > _LATEST else ""
    return f"{sentence(clauses(told))} {more}".strip() if told else "Er was nog geen hulp."


def _first(told: Sequence[str], section: int) -> str:
    """The first of them, and where the rest is read; only that where it is too long for a line or two."""
    first = sentence(told[0]) if told else ""
    where = f"onderdeel {section}."
    if len(first) > _LINES:
        return f"Zie {where}"
    return f"{first} Meer: {where}" if len(told) > 1 else first


def _joined(told: Sequence[str], room: int) -> list[str]:
    """As many of the first sentences as the room (letters) holds, as one; and the others."""
    lengths = accumulate(len(one) + 1 for one in told)
    count = max(1, sum(length <= room for length in lengths))
    return [" ".join(told[:count]), *told[count:]]


def _held_back(m: Material) -> Blocks:
    away = sorted((code.removeprefix("H") for code in m.held_back), key=int)
    if len(away) == 1:
        yield from remark(f"Eén onderdeel is niet gedeeld: onderdeel {away[0]}. Daar staat waarom.")
    elif away:
        yield from remark(f"{len(away)} onderdelen zijn niet gedeeld: {listed(away)}. Daar staat waarom.")
    if statements := len(m.of(Handover).statements.known or ()):
        told = counted(statements, "uitspraak is", "uitspraken zijn")
        yield from remark(f"{told[0].upper()}{told[1:]} niet gedeeld. Op het volgende blad staat waarom.")


def held_statements(m: Material) -> Blocks:
    """The statements that stay here and why, on the page after the cover: the cover has no room for a list."""
    chosen = m.of(Handover).statements.known or ()
    if chosen:
        yield Heading("Wat wij niet delen")
    for one in chosen:
        yield Withheld(where_said(one.where.known or ""), sentence(free(one.reason)) or "Er staat niet bij waarom.")
