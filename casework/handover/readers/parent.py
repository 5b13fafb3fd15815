"""The parents' version: five questions with plain headings, in B1, u."""

from __future__ import annotations

from casework.answers import is_known
from casework.handover.blocks import Heading, Origin
from casework.handover.material import Material
from casework.handover.parts import Blocks, items, remark, table, told
from casework.handover.readers import family
from casework.handover.sections.h07_needed import own_share
from casework.handover.words import free, sentence
from casework.steps.comparison import Comparison
from casework.steps.decision import DecisionAdvice
from casework.steps.help_question import HelpQuestions
from casework.steps.identity import Identity
from casework.steps.needs import Needs
from casework.words import listed

_NO_HELP = {
    "afwijzen": "Wij stellen voor om deze hulp nu niet te geven.",
    "andere_wet": "Wij denken dat een andere wet hierbij past.",
    "triage_klaar": "Wij hebben kort gekeken. Meer onderzoek is nu niet nodig.",
    "deels_toekennen": "Een deel van wat u vroeg, komt er niet.",
}


def blocks(m: Material) -> Blocks:
    yield from _greeting(m)
    yield Heading("Wat is de vraag?")
    yield from family.or_else(_question(m), "Dat staat niet in dit stuk.")
    yield Heading("Wat gaan we doen?")
    yield from family.or_else(_plan(m), "Dat is nog niet gekozen.")
    yield Heading("Wie doet wat?")
    yield from _who_does_what(m)
    yield Heading("Wanneer kijken we opnieuw?")
    yield from family.look_again(m)
    yield from _stopping(m)
    yield Heading("Wat kunt u doen als u het niet eens bent?")
    yield from _disagree(m)
    yield from family.rights(m, "rights", "Op het volgende blad staan uw rechten.", "Uw rechten")


def parents(m: Material) -> list[str]:
    """The people with custody, by name; nobody by name where that section is held back."""
    custody = m.of(Identity).custody.known or () if m.shared("H1") else ()
    return [name for name in (m.who(one.person.known) for one in custody) if name]


def _greeting(m: Material) -> Blocks:
    yield from remark(f"Beste {listed(parents(m)) or 'ouder of voogd'},")
    name = family.first_name(m)
    yield from remark(f"Dit stuk gaat over hulp voor {name}. Hier leest u wat er gaat gebeuren.")
    yield from remark("Klopt er iets niet? Zeg het ons.")


def _question(m: Material) -> Blocks:
    if not m.shared("H2"):
        return
    for question in m.thread.questions.values():
        asker = question.asker.known
        who = family.first_name(m) if asker == "jeugdige" else m.who(asker)
        yield from family.asks(question, f"{who or 'Iemand'} zegt", who)
    differ = m.of(HelpQuestions).differ
    if is_known(differ):
        yield from told("Hierover denken jullie verschillend", differ, "help_question.differ")


def _plan(m: Material) -> Blocks:
    if m.shared("H10"):
        yield from family.help_given(m, "Van")
        decision = m.of(DecisionAdvice).decision
        yield from remark(_NO_HELP.get(decision.known or "", ""), "decision.decision")
        yield from told("Dit is er wel", m.of(Comparison).offered_instead, "comparison.offered_instead")
    yield from family.first_talk(m)
    lead = "Dit willen jullie bereiken. Het cijfer loopt van 0 tot 10."
    yield from family.goals(m, lead, "Nu is dat een {now}. Het doel is een {target}.")


def _who_does_what(m: Material) -> Blocks:
    does: dict[str, list[str]] = {}
    for code, need in m.thread.needs.items() if m.shared("H7") else ():
        own = own_share(m, need)
        if own is not None:
            does.setdefault("U zelf", []).append(sentence(free(own.parents_can)))
            does.setdefault("Mensen om u heen", []).append(sentence(free(own.network_can)))
        if m.provider and m.thread.products_of(code) and m.shared("H10"):
            does.setdefault(m.provider, []).append(sentence(f"helpt hierbij: {free(need.what)}"))
    if m.coordinator and m.shared("H12"):
        does.setdefault(m.coordinator, []).append("Houdt het overzicht. U mag altijd iets vragen.")
    told = {who: "\n".join(text for text in texts if text) for who, texts in does.items()}
    rows = [((who, texts), Origin("own_capacity.own_capacity")) for who, texts in told.items() if texts]
    yield from table("Wat iedereen doet", ("Wie", "Wat"), rows)
    if not rows:
        yield from remark("Dat spreken we nog af.")


def _stopping(m: Material) -> Blocks:
    criteria = m.of(Needs).stop_criteria.known or () if m.shared("H9") else ()
    if criteria:
        yield from remark("Wij stoppen, of kiezen iets anders, als dit gebeurt:")
        yield from items((sentence(text), Origin("needs.stop_criteria")) for text in criteria)


def _disagree(m: Material) -> Blocks:
    coordinator = m.coordinator if m.shared("H12") else ""
    yield from remark(f"Vertel het aan {coordinator or 'ons'}. Samen zoeken we wat wel past.")
    yield from remark("U mag uw eigen verhaal erbij schrijven. Dat gaat altijd mee.")
    yield from family.own_statement(m, "Dit staat er nu bij")
