"""What the versions for families share: plain words (B1), no judgement of safety, no analysis, no history.

What a professional wrote about somebody stands between “ ”, as what somebody said does: a version that speaks to u or
je cannot speak about moeder or Jesse as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from casework.answers import Answered, Unanswered, is_known
from casework.handover.blocks import Block, Facts, Goal, Heading, Items, NewPage, Origin, Paragraph, Text
from casework.handover.extent import how_much
from casework.handover.material import Material
from casework.handover.parts import Blocks, facts, origin, remark
from casework.handover.plain import lines_of
from casework.handover.sections import h08_goals, h16_rights
from casework.handover.words import after_a_word, ended, free, known, period_of, quoted, sentence
from casework.steps.comparison import Comparison
from casework.steps.decision import DecisionAdvice, Product
from casework.steps.handover import Handover
from casework.steps.help_history import HelpHistory
from casework.steps.help_question import HelpQuestion
from casework.steps.intake import Intake
from casework.steps.needs import Needs
from casework.steps.own_capacity import OwnPossibilities
from casework.steps.special_checks import SpecialChecks
from casework.words import day_in_words, listed

LEGEND = "Wat tussen “ ” staat, zei of schreef iemand zo."


def asks(question: HelpQuestion, lead: str, who: str) -> Blocks:
    """“…” in the asker's own words; where only a summary is written down, the summary."""
    answer = question.literally if is_known(question.literally) else question.rephrased
    if is_known(answer):
        where = origin(answer, f"help_question.questions.{question.id}.literally", who)
        yield Paragraph(
            (Text(f"{lead}: ", strong=True), Text(free(answer), quoted=answer is question.literally)), where
        )


def or_else(told: Blocks, otherwise: str) -> Blocks:
    """A question is never left without an answer."""
    content = list(told)
    yield from content or remark(otherwise)


def help_given(m: Material, provider_label: str) -> Blocks:
    """Each product: what, from whom, how much, from when to when."""
    for code, product in m.thread.products.items():
        yield from facts(_product(m, code, product, provider_label), f"decision.products.{product.id}.product")


def stopping(m: Material, lead: str) -> Blocks:
    """When the help ends or becomes other help, as it was written down, in one paragraph."""
    criteria = m.of(Needs).stop_criteria.known or () if m.shared("H9") else ()
    if told := [Text(sentence(text), quoted=True) for text in criteria if text.strip()]:
        spaced = [run for one in told for run in (Text(" "), one)]
        yield Paragraph((Text(f"{lead}:", strong=True), *spaced), Origin("needs.stop_criteria"))


def providers_of(m: Material, need: str) -> tuple[str, ...]:
    """Who helps with a need: the provider of each product for it, each once."""
    told = (free(m.thread.products[code].provider) or m.provider for code in m.thread.products_of(need))
    return tuple(dict.fromkeys(one for one in told if one))


def _product(m: Material, code: str, product: Product, provider_label: str) -> list[tuple[str, str]]:
    return [
        ("Hulp", m.product_names[code]),
        (provider_label, free(product.provider) or m.provider),
        ("Hoeveel", how_much(m, product)),
        ("Wanneer", period_of(product)),
        ("Tot die tijd", quoted(known(product.bridging))),
    ]


def decided(m: Material, says: Mapping[str, str]) -> Blocks:
    """What does not come or stops, why, and what there is instead. `says` opens a decision that is not simply yes."""
    step, decision = m.of(DecisionAdvice), m.of(DecisionAdvice).decision.known or ""
    yield from remark(says.get(decision, ""), "decision.decision")
    yield from written("Dit is er wel", m.of(Comparison).offered_instead, "comparison.offered_instead")
    if decision == "andere_wet" and m.shared("H11"):
        yield from _other_laws(m)
    yield from written("Waarom geen groot onderzoek", m.of(Intake).triage_reason, "intake.triage_reason")
    if m.shared("H9"):
        yield from _no_gain(m)
    if decision in says and is_known(step.alternatives):
        yield from written("Wat ook kon, en waarom niet", step.alternatives, "decision.alternatives")
    elif decision in says:
        yield from written("Waarom wij dit voorstellen", step.motivation, "decision.motivation")


def _no_gain(m: Material) -> Blocks:
    needs = m.of(Needs)
    if not is_known(needs.no_gain_reason):
        return
    stops = "afbouwen_en_stoppen" in (needs.no_gain_choices.known or ())
    lead = "Waarom de hulp stopt" if stops else "Waarom de hulp anders wordt"
    yield from written(lead, needs.no_gain_reason, "needs.no_gain_reason")
    if stops:
        yield from written("Hoe de hulp minder wordt", needs.step_down, "needs.step_down")


def prolonged(m: Material, *, brief: bool = False) -> Blocks:
    """That help goes on is never a matter of course: why, whether it gets less, and when it stops. brief: only why, for
    a young person reads two pages at most."""
    step = m.of(SpecialChecks)
    if m.shared("H9"):
        yield from written("Waarom de hulp langer duurt", step.prolong_why, "special_checks.prolong_why")
    if m.shared("H9") and not brief:
        yield from written("Minder, of waarom nog niet", step.prolong_less, "special_checks.prolong_less")
        yield from written("De hulp stopt als", step.prolong_stops, "special_checks.prolong_stops")


def _other_laws(m: Material) -> Blocks:
    for one in m.of(OwnPossibilities).other_laws.known or ():
        if one.status.known in ("mogelijk", "aangevraagd", "toegekend"):
            law = "een andere regeling" if one.law.known == "anders" else known(one.law)
            rows = [("Andere wet", f"{law}, {known(one.status)}"), ("Tot die tijd", quoted(known(one.bridge)))]
            yield from facts(rows, f"own_capacity.other_laws.{one.id}.law")


def written(lead: str, answer: Answered[str] | Unanswered, path: str) -> Blocks:
    """What a professional wrote, under a lead of our own."""
    if is_known(answer):
        words = Text(sentence(free(answer)), quoted=True)
        yield Paragraph((Text(f"{lead}: ", strong=True), words), origin(answer, path))


def goals(m: Material, lead: str, score: str) -> Blocks:
    """Goals in their own words, with the score; `score` is the sentence with {now} and {target} in it."""
    found = list(h08_goals.goals(m)) if m.shared("H8") else []
    if not found:
        return
    yield from remark(lead)
    told = []
    for goal in found:
        words = Text(sentence(goal.words), quoted=True)
        after = _scored(m, goal, score)
        told.append(Paragraph((words, Text(f" {after}")) if after else (words,), goal.origin))
    yield Items(tuple(told))


def _scored(m: Material, goal: Goal, score: str) -> str:
    """A figure alone says nothing: what is counted stands beside it."""
    known_scores = goal.start is not None and goal.target is not None
    figures = score.format(now=goal.start, target=goal.target) if known_scores else ""
    measure = ended(_after_a_colon(m, goal.measured_by))
    return " ".join(part for part in (figures, f"Zo meten we het: {measure}" if measure else "") if part)


def _after_a_colon(m: Material, text: str) -> str:
    """Aantal dagen becomes aantal dagen; a text that begins with a name keeps its capital."""
    names = {word for name in (m.name, *map(m.who, (one.id for one in m.case.people))) for word in name.split()}
    first = text.partition(" ")[0].strip(",.:;").removesuffix("’s").removesuffix("'s")
    return text if first in names else after_a_word(text)


def first_talk(m: Material) -> Blocks:
    yield from written("Het eerste gesprek", m.of(Handover).start_talk, "handover.start_talk")


def when_it_goes_wrong(m: Material) -> Blocks:
    """Who calls whom after a crisis: those who live with it need it at hand more than anybody."""
    if m.shared("H6"):
        yield from written("Als het weer misgaat", m.of(HelpHistory).crisis_again, "help_history.crisis_again")


def look_again(m: Material) -> Blocks:
    """The days on which everybody looks whether it helps; after a brief look there are none."""
    days = review_days(m)
    calls = m.of(Intake).triage_call_on.known
    if not days and calls is not None:
        yield from remark(f"We bellen op {day_in_words(calls)}: helpt het?", "intake.triage_call_on")
    elif not days and m.is_triage:
        yield from remark(f"Er is geen vaste dag. Gaat het niet beter? Vertel het aan {m.contact or 'ons'}.")
    elif not days:
        yield from remark("Die dag kiezen we nog.")
    else:
        yield from remark(f"We kijken samen op {listed([day_in_words(day) for day in days])}.", "decision.reviews")


def review_days(m: Material) -> list[date]:
    reviews = m.of(DecisionAdvice).reviews.known or () if m.shared("H12") else ()
    last = m.of(Needs).review_date.known if m.shared("H9") else None
    return sorted({day for day in (*(one.on.known for one in reviews), last) if day is not None})


def own_statement(m: Material, lead: str) -> Blocks:
    statement = m.of(Handover).own_statement
    if is_known(statement):
        where = origin(statement, "handover.own_statement")
        yield Paragraph((Text(f"{lead}: ", strong=True), Text(free(statement), quoted=True)), where)


def rights(m: Material, name: str, title: str, *, fresh_page: bool = False) -> Blocks:
    """The rights, where the pack has them in this reader's words; on a page of their own if asked."""
    told = list(h16_rights.rights(m, name))
    if told:
        if fresh_page:
            yield NewPage()
        yield Heading(title, topic="rights")
        yield from told


def explained(m: Material, told: Sequence[Block], title: str) -> Blocks:
    """The words of the pack's glossary that stand in what is told, each in ordinary language."""
    text = "\n".join(line for block in told for line in lines_of(block, noted=False))
    glossary = m.pack.texts.get("glossary", {}) if m.pack else {}
    found = [(word, meaning) for word, meaning in glossary.items() if re.search(rf"\b{re.escape(word)}\b", text, re.I)]
    if found:
        yield Heading(title)
        yield Facts(tuple((word[0].upper() + word[1:], " ".join(meaning.split())) for word, meaning in found))
