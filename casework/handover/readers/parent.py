"""The parents' version: five questions with plain headings, in B1, u."""

from __future__ import annotations

from casework.answers import is_known
from casework.handover.blocks import Callout, Heading, Origin, Text
from casework.handover.material import Material
from casework.handover.may_read import asked_by_others, kept_out, parents_who_read
from casework.handover.parts import Blocks, remark, table
from casework.handover.readers import family
from casework.handover.sections import h10_decision
from casework.handover.sections.h07_needed import own_share
from casework.handover.words import free, sentence
from casework.steps.decision import DecisionAdvice
from casework.steps.help_question import HelpQuestions
from casework.steps.identity import Identity
from casework.words import listed

_NO_HELP = {
    "afwijzen": "Wij stellen voor om deze hulp nu niet te geven.",
    "andere_wet": "Wij denken dat een andere wet hierbij past.",
    "triage_klaar": "Wij hebben kort gekeken. Een groot onderzoek is nu niet nodig. U mag daar altijd nog om vragen.",
    "deels_toekennen": "Een deel van wat u vroeg, komt er niet. Hier staat waarom.",
}


def blocks(m: Material) -> Blocks:
    rights = list(family.rights(m, "rights", "Uw rechten", fresh_page=True))
    told = [*_told(m, "Uw rechten staan achterin." if rights else ""), *rights]
    yield from told
    yield from family.explained(m, told, "Wat woorden betekenen")


def _told(m: Material, where_rights: str) -> Blocks:
    yield from _greeting(m)
    yield Heading("Wat is de vraag?", topic="question")
    yield from family.or_else(_question(m), "Dat staat niet in dit stuk.")
    yield Heading("Wat gaan we doen?", topic="plan")
    yield from family.or_else(_plan(m), "Dat is nog niet gekozen.")
    yield Heading("Wie doet wat?", topic="who")
    yield from _who_does_what(m)
    yield Heading("Wanneer kijken we opnieuw?", topic="when")
    yield from family.look_again(m)
    yield from family.stopping(m, "Wij stoppen of kiezen iets anders als dit gebeurt")
    yield Heading("Wat kunt u doen als u het niet eens bent?", topic="disagree")
    yield from _disagree(m, where_rights)


def parents(m: Material) -> list[str]:
    """Whom it is for, by name; nobody by name where that section is held back."""
    return [name for name in (m.who(one) for one in _readers(m)) if name]


def _readers(m: Material) -> tuple[str, ...]:
    return parents_who_read(m.case) if m.shared("H1") else ()


def _greeting(m: Material) -> Blocks:
    yield from remark(f"Beste {listed(parents(m)) or 'ouder of voogd'},")
    name = m.short("jeugdige")
    yield from remark(f"Dit stuk gaat over hulp voor {name}. Hier leest u wat er gaat gebeuren.")
    yield from _for_you_alone(m)
    yield from remark(f"Klopt er iets niet? Schrijf het op, of zeg het aan {m.contact or 'ons'}.")
    yield from remark(family.LEGEND)


def _for_you_alone(m: Material) -> Blocks:
    """Said where somebody with custody is not among the readers; the secret itself stands nowhere in it."""
    if not m.shared("H1") or not kept_out(m.case):
        return
    secret = m.of(Identity).secret_address.known is True
    words = "Geef dit stuk niet door. Een andere ouder met gezag kan zelf om een stuk vragen."
    if secret:
        words = "Het adres is geheim. Geef dit stuk niet door."
    yield Callout("note", "Alleen voor u", (Text(words),), Origin("identity.custody"))


def _question(m: Material) -> Blocks:
    if not m.shared("H2"):
        return
    for question in m.thread.questions.values():
        asker = question.asker.known
        if asked_by_others(m.case, asker):
            continue
        who = m.short("jeugdige") if asker == "jeugdige" else m.who(asker)
        yield from family.asks(question, f"{who or 'Iemand'} zegt", who)
    if is_known(m.of(HelpQuestions).differ) and not kept_out(m.case):
        # what a child or a parent told us about it is not for the others to read
        yield from remark("Niet iedereen denkt over alles hetzelfde. Wilt u daarover praten? Wij helpen u graag.")


def _plan(m: Material) -> Blocks:
    if m.shared("H10"):
        yield from family.help_given(m, "Van")
        if m.thread.products and is_known(m.of(DecisionAdvice).decision):
            yield from remark(h10_decision.who_decides(m, plainly=True), "decision.decision")
        yield from family.decided(m, _NO_HELP)
        yield from family.prolonged(m)
    yield from family.first_talk(m)
    yield from family.when_it_goes_wrong(m)
    lead = "Dit zijn de doelen, met een cijfer van 0 tot 10:"
    yield from family.goals(m, lead, "Nu is dat een {now}. Het doel is een {target}.")


def _who_does_what(m: Material) -> Blocks:
    does: dict[str, list[str]] = {}
    you = listed([m.short(one) for one in _readers(m)]) or "Ouders"
    for code, need in m.thread.needs.items() if m.shared("H7") else ():
        own = own_share(m, need)
        if own is not None:
            does.setdefault(you, []).append(sentence(free(own.parents_can)))
            does.setdefault("Mensen om u heen", []).append(sentence(free(own.network_can)))
        for provider in family.providers_of(m, code) if m.shared("H10") else ():
            does.setdefault(provider, []).append(sentence(f"helpt hierbij: {free(need.what)}"))
    if m.is_triage and m.provider and m.shared("H10"):
        does.setdefault(m.provider, []).append("Krijgt een stuk van ons, en gaat ermee verder.")
    if m.contact:
        overview = "Houdt het overzicht. " if m.coordinator and m.shared("H12") else ""
        does.setdefault(m.contact, []).append(f"{overview}U mag altijd iets vragen.")
    told = {who: "\n".join(text for text in texts if text) for who, texts in does.items()}
    rows = [((who, texts), Origin("own_capacity.own_capacity")) for who, texts in told.items() if texts]
    yield from table("Wat iedereen doet", ("Wie", "Wat"), rows)
    if not rows:
        yield from remark("Dat spreken we nog af.")


def _disagree(m: Material, where_rights: str) -> Blocks:
    yield from remark(f"Vertel het aan {m.contact or 'ons'}. Samen zoeken we wat wel past. {where_rights}".rstrip())
    if m.of(DecisionAdvice).decision.known in ("afwijzen", "deels_toekennen", "andere_wet") and m.shared("H10"):
        yield from remark("Krijgt u een brief met het besluit? Daarin staat hoe u bezwaar maakt.")
    yield from remark("U mag uw eigen verhaal erbij schrijven. Dat gaat altijd mee.")
    yield from family.own_statement(m, "Dit staat er nu bij")
