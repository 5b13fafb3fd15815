"""The cover: what the document says about itself, for each reader."""

from __future__ import annotations

from datetime import date

from casework.answers import is_known
from casework.handover.blocks import Cover, Reader
from casework.handover.material import Material
from casework.handover.readers.parent import parents
from casework.handover.twin import Head
from casework.handover.words import after_a_word, enumerated, free, known, said
from casework.steps.decision import DecisionAdvice
from casework.steps.handover import Handover
from casework.steps.identity import Identity
from casework.weighing.facts.consent import sharing_purpose
from casework.words import counted, day_in_words, listed, registered

Columns = tuple[tuple[str, tuple[str, ...]], ...]
_DAYS_IN_A_MONTH = 30.4375  # on average


def cover(m: Material, reader: Reader, head: Head) -> Cover:
    """`head` says number, version and days; the words differ by reader."""
    title, subtitle, columns = _words(m, reader)
    return Cover(
        title=title,
        subtitle=subtitle,
        document_id=head.id,
        version=head.version,
        issued_on=day_in_words(head.issued_on),
        valid_until=day_in_words(head.valid_until),
        pack=knowledge_words(m),
        columns=tuple((label, lines) for label, lines in columns if lines),
    )


def knowledge_words(m: Material) -> str:
    """With which knowledge it was weighed, of which day the rules are, and that they ran out where they did."""
    if m.pack is None:
        return "geen kennispakket"
    manifest = m.pack.manifest
    told = f"{m.pack.id} {m.pack.version}, regelstand van {day_in_words(manifest.valid_from)}"
    until = manifest.valid_until
    return f"{told}, verlopen op {day_in_words(until)}" if until is not None and until < m.case.today else told


def _words(m: Material, reader: Reader) -> tuple[str, str, Columns]:
    if reader == "provider":
        title = m.name if m.age is None else f"{m.name}, {m.age} jaar"
        return title[0].upper() + title[1:], _what(m), (("Van", _sender(m)), ("Voor", _for(m)), _consent(m))
    name, providers = m.short("jeugdige"), m.providers if m.shared("H10") else ()
    contact = tuple(line for line in (m.contact, m.reach) if line)
    helped = bool(m.thread.products) and m.shared("H10")
    if reader == "parent":
        columns: Columns = (("Voor", tuple(parents(m))), ("Hulp van", providers), ("Vragen aan", contact))
        title = "Dit hebben wij afgesproken" if helped else "Dit stellen wij voor"
        return title, f"Hulp voor {name}, in gewone taal", columns
    title = "Dit gaan we doen" if helped else "Dit stellen we voor"
    return title, f"Hulp voor {name}, in het kort", (("Hulp van", providers), ("Vragen aan", contact))


def _what(m: Material) -> str:
    """Which help, how long, from when; else what was decided."""
    if not m.shared("H10"):
        return ""
    products = list(m.thread.products.values())
    if not products:
        decision = said(m.of(DecisionAdvice).decision)
        return f"Besluitadvies: {decision}" if decision else ""
    starts = [one.start.known for one in products if one.start.known is not None]
    ends = [one.end.known for one in products if one.end.known is not None]
    first, *others = m.product_names.values()
    parts = [enumerated([first, *(after_a_word(name) for name in others)])]
    if starts and ends and (months := _months(min(starts), max(ends))) > 1:
        parts.append(counted(months, "maand", "maanden"))
    if starts:
        parts.append(f"vanaf {day_in_words(min(starts))}")
    return ", ".join(parts)


def _months(start: date, end: date) -> int:
    """To the nearest month, the last day included: from 1 January to 30 June is six, and so it is to 1 July."""
    return round(((end - start).days + 1) / _DAYS_IN_A_MONTH)


def _sender(m: Material) -> tuple[str, ...]:
    step = m.of(DecisionAdvice)
    registration = registered(known(step.signer_registration), free(step.signer_number))
    coordinator = m.coordinator if m.shared("H12") else ""
    beside = f"Regie: {coordinator}" if coordinator and coordinator != free(step.signed_by) else ""
    whose = f"{coordinator}, " if beside else ""  # two names above it: whose number it is must be said
    reach = f"Bereikbaar: {whose}{m.reach}" if m.reach else ""
    return tuple(line for line in (free(step.signed_by) or coordinator, registration, beside, reach) if line)


def _for(m: Material) -> tuple[str, ...]:
    recipient = free(m.of(Handover).recipient)
    provider = m.provider if m.shared("H10") else ""
    agb = next((free(one.provider_agb) for one in m.thread.products.values() if is_known(one.provider_agb)), "")
    beside = provider if provider.casefold() not in recipient.casefold() else ""
    return tuple(line for line in (recipient, beside, f"AGB {agb}" if agb and m.shared("H10") else "") if line)


def _consent(m: Material) -> tuple[str, tuple[str, ...]]:
    label = "Gezag en toestemming"
    if not m.shared("H1"):
        return label, ()
    identity = m.of(Identity)
    custody = [m.introduced(one.person.known) for one in identity.custody.known or ()]
    given, refused = m.consents(sharing_purpose(m.case))
    days = [one.start.known for one in given if one.start.known is not None]
    since = f", vanaf {day_in_words(max(days))}" if days else ""
    lines = [
        f"Gezag: {listed(custody)}" if custody else "",
        f"Akkoord met delen: {listed([m.who(one.who.known) for one in given])}{since}" if given else "",
        f"Niet akkoord: {listed([m.who(one.who.known) for one in refused])}" if refused else "",
    ]
    if is_known(identity.sharing_exception):
        lines.append("Delen mag ook zonder toestemming: zie onderdeel 1")
    return label, tuple(line for line in lines if line)
