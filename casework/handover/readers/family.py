"""What the versions for families share: plain words (B1), no judgement of safety, no analysis, no history."""

from __future__ import annotations

from datetime import date

from casework.answers import is_known
from casework.handover.blocks import Heading, Items, NewPage, Origin, Paragraph, Text
from casework.handover.material import Material
from casework.handover.parts import Blocks, facts, items, origin, remark
from casework.handover.sections import h08_goals, h16_rights
from casework.handover.words import ended, extent_of, free, period_of, sentence
from casework.steps.decision import DecisionAdvice, Product
from casework.steps.handover import Handover
from casework.steps.help_question import HelpQuestion
from casework.steps.needs import Needs
from casework.words import day_in_words


def first_name(m: Material) -> str:
    """How people call the young person."""
    return m.name if m.name == "de jeugdige" else m.name.split()[0]


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


def _product(m: Material, code: str, product: Product, provider_label: str) -> list[tuple[str, str]]:
    return [
        ("Hulp", m.product_names[code]),
        (provider_label, free(product.provider) or m.provider),
        ("Hoeveel", extent_of(product)),
        ("Wanneer", period_of(product)),
        ("Tot die tijd", free(product.bridging)),
    ]


def goals(m: Material, lead: str, score: str) -> Blocks:
    """Goals in their own words, with the score; `score` is the sentence with {now} and {target} in it."""
    found = list(h08_goals.goals(m)) if m.shared("H8") else []
    if not found:
        return
    yield from remark(lead)
    told = []
    for goal in found:
        scored = goal.start is not None and goal.target is not None
        after = f" {score.format(now=goal.start, target=goal.target)}" if scored else ""
        words = Text(sentence(goal.words), quoted=True)
        told.append(Paragraph((words, Text(after)) if after else (words,), goal.origin))
    yield Items(tuple(told))


def first_talk(m: Material) -> Blocks:
    talk = m.of(Handover).start_talk
    if is_known(talk):
        yield Paragraph(
            (Text("Het eerste gesprek: ", strong=True), Text(ended(free(talk)))), Origin("handover.start_talk")
        )


def look_again(m: Material) -> Blocks:
    """The days on which everybody looks whether it helps."""
    days = review_days(m)
    if not days:
        yield from remark("Die dag kiezen we nog.")
    elif len(days) == 1:
        yield from remark(f"We kijken samen op {day_in_words(days[0])}.", "decision.reviews")
    else:
        yield from remark("We kijken samen op deze dagen:")
        yield from items((day_in_words(day), Origin("decision.reviews")) for day in days)


def review_days(m: Material) -> list[date]:
    reviews = m.of(DecisionAdvice).reviews.known or () if m.shared("H12") else ()
    last = m.of(Needs).review_date.known if m.shared("H9") else None
    return sorted({day for day in (*(one.on.known for one in reviews), last) if day is not None})


def own_statement(m: Material, lead: str) -> Blocks:
    statement = m.of(Handover).own_statement
    if is_known(statement):
        where = origin(statement, "handover.own_statement")
        yield Paragraph((Text(f"{lead}: ", strong=True), Text(free(statement), quoted=True)), where)


def rights(m: Material, name: str, lead: str, title: str) -> Blocks:
    """The rights on a page of their own, where the pack has them in this reader's words."""
    told = list(h16_rights.rights(m, name))
    if told:
        yield from remark(lead)
        yield NewPage()
        yield Heading(title)
        yield from told
