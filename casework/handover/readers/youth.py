"""The young person's version: short, je, in B1."""

from __future__ import annotations

from casework.answers import Answered, is_known
from casework.handover.blocks import Heading, Origin, Paragraph, Text
from casework.handover.material import Material
from casework.handover.parts import Blocks, items, origin, remark, told
from casework.handover.readers import family
from casework.handover.sections import h10_decision
from casework.handover.words import free, known, sentence
from casework.steps.help_question import HelpQuestions
from casework.steps.special_checks import FutureStep, SpecialChecks
from casework.words import listed

_NO_HELP = {
    "afwijzen": "Er komt nu geen extra hulp.",
    "andere_wet": "Er past waarschijnlijk andere hulp bij jou. Dat zoeken we uit.",
    "triage_klaar": "We hebben kort gekeken. Meer uitzoeken hoeft nu niet. Je mag daar altijd nog om vragen.",
    "deels_toekennen": "Je krijgt een deel van de hulp. Hier staat waarom.",
}


def blocks(m: Material) -> Blocks:
    yield from remark(f"Dag {m.short('jeugdige')},")
    yield from remark(f"Dit stuk gaat over jou. Klopt er iets niet? Zeg het aan {m.contact or 'ons'}.")
    yield from remark(family.LEGEND)
    yield Heading("Wat is jouw vraag?", topic="question")
    yield from family.or_else(_question(m), "Dat staat niet in dit stuk.")
    yield Heading("Wat gaan we doen?", topic="plan")
    yield from family.or_else(_plan(m), "Dat is nog niet gekozen.")
    yield Heading("Wie helpt jou?", topic="who")
    yield from _helpers(m)
    yield from _later(m)
    yield Heading("Wanneer kijken we opnieuw?", topic="when")
    yield from family.look_again(m)
    yield from family.stopping(m, "We stoppen of kiezen iets anders als dit gebeurt")
    yield Heading("Wat als jij het er niet mee eens bent?", topic="disagree")
    yield from _disagree(m)
    yield from family.rights(m, "rights-youth", "Jouw rechten")


def _question(m: Material) -> Blocks:
    if not m.shared("H2"):
        return
    mine = [one for one in m.thread.questions.values() if one.asker.known == "jeugdige"]
    for question in mine:
        yield from family.asks(question, "Jij zei", m.name)
    for question in () if mine else m.thread.questions.values():
        who = m.who(question.asker.known)
        yield from family.asks(question, f"{who or 'Iemand'} vraagt", who)
    wish = m.of(HelpQuestions).wish
    if isinstance(wish, Answered) and is_known(wish) and wish.source == "jeugdige":
        text = (Text("Dit wil jij over een half jaar: ", strong=True), Text(free(wish), quoted=True))
        yield Paragraph(text, origin(wish, "help_question.wish"))


def _plan(m: Material) -> Blocks:
    if m.shared("H10"):
        yield from family.help_given(m, "Van wie")
        yield from family.decided(m, _NO_HELP)
        yield from family.prolonged(m, brief=True)
    yield from family.first_talk(m)
    yield from family.when_it_goes_wrong(m)
    lead = "Hier gaan we voor, met een cijfer van 0 tot 10:"
    yield from family.goals(m, lead, "Nu is dat een {now}. We willen naar een {target}.")


def _helpers(m: Material) -> Blocks:
    around = [one for one in m.case.people if one.can_be_called_on.known is True] if m.shared("H3") else []
    said: list[tuple[str, Origin | None]] = [
        (sentence(f"{m.who(one.id)} wil je helpen"), Origin(f"people.{one.id}.can_be_called_on")) for one in around
    ]
    if m.provider and m.shared("H10"):
        if m.thread.products:
            helped = f"De hulp komt van {listed(m.providers)}. {h10_decision.who_decides(m, plainly=True)}"
            said.insert(0, (helped.strip(), Origin("decision.products")))
        elif m.is_triage:
            said.insert(0, (f"Dit gaat verder bij {m.provider}.", Origin("handover.recipient")))
    if m.contact:
        keeps = m.coordinator and m.shared("H12")
        does = f"{m.contact} houdt het overzicht. Je mag" if keeps else f"Je mag {m.contact}"
        said.append((f"{does} altijd iets vragen.", Origin("decision.coordinator" if keeps else "decision.signed_by")))
    yield from items(said or [("Dat spreken we nog af.", None)])


def _later(m: Material) -> Blocks:
    """Their own plan for later, as they said it."""
    step = m.of(SpecialChecks)
    steps = step.future_steps.known or ()
    if not m.shared("H11") or not (is_known(step.future_wish) or steps):
        return
    yield Heading("Jouw plan voor later")
    yield from told("Dit wil jij", step.future_wish, "special_checks.future_wish", own_words=True)
    yield from items(
        (_step(m, one), Origin(f"special_checks.future_steps.{one.id}.what")) for one in steps if is_known(one.what)
    )


def _step(m: Material, step: FutureStep) -> str:
    who = "jijzelf" if step.who.known == "jeugdige" else m.short(step.who.known)
    more = [f"met {who}" if who else "", f"tot {known(step.until)}" if is_known(step.until) else ""]
    return ", ".join(part for part in (free(step.what).rstrip("."), *more) if part) + "."


def _disagree(m: Material) -> Blocks:
    yield from remark(f"Vertel het aan {m.contact or 'ons'}. Of aan iemand die jij vertrouwt.")
    yield from remark("Je mag zelf iets opschrijven. Dat gaat altijd mee.")
    yield from family.own_statement(m, "Dit staat er nu bij")
