"""The algoritmekaart: everything the weighing goes by, for anyone to read, made from the pack itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from casework.care.register import DESCRIPTION, GOAL, human_intervention, methods, risks
from casework.care.used import used_facts
from casework.codes import Direction
from casework.knowledge import Pack, in_force
from casework.steps import FLOW
from casework.weighing.condition_words import condition_words
from casework.weighing.facts import Fact
from casework.weighing.thresholds import IN_WORDS
from casework.words import counted, day_in_words, in_words

_DIRECTION: Mapping[Direction, str] = {
    "V": "kan veranderen",
    "C": "blijft",
    "W+": "winst",
    "W-": "geen winst",
    "poort": "eerst nodig",
    "rem": "remt stoppen",
    "af": "kan een ander overnemen",
    "om": "andere oorzaak eerst",
}
_SEVERITY = {"STOP": "houdt tegen", "ATTENTION": "vraagt aandacht", "TIP": "tip"}
_HOW_READ = (
    "‘Wanneer’ is gemaakt van de voorwaarde zelf. Daar staat ieder gegeven met wat het is, en wat het dan moet zijn. "
    "‘Niet bekend’ is iets anders dan nee: niemand vroeg het nog. De voorwaarde zelf staat hieronder."
)
_CONTACT = (
    "Vragen over dit hulpmiddel of over wat het voor u betekende? De gemeente vult hier in bij wie u terechtkunt: "
    "naam, e-mailadres en telefoonnummer. Zolang dat er niet staat, vraagt u het de medewerker met wie u praat."
)


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class Table:
    """The first cell of a row is its head."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Section:
    title: str
    blocks: tuple[Paragraph | Table, ...]


Card: TypeAlias = tuple[Section, ...]


def card(pack: Pack, today: date) -> Card:
    """The sections, the most general first. today: the day whose rules are told."""
    rules = in_force(pack.rules, today)
    used = used_facts(pack, today)
    laid = f", op basis van {pack.base}" if pack.base else ""
    return (
        Section("Wat het doet", (Paragraph(DESCRIPTION), Paragraph(GOAL))),
        Section("Mensen beslissen", (Paragraph(human_intervention(pack, today)),)),
        Section("Risico’s en wat eraan is gedaan", (Paragraph(risks(pack)),)),
        Section("Hoe het werkt", (Paragraph(methods(pack, today)),)),
        Section(
            "De regels",
            (
                Paragraph(f"{counted(len(rules), 'regel', 'regels')} op {day_in_words(today)}."),
                Table(
                    "Regels",
                    ("Regel", "Soort", "Wat er gezien wordt", "Wanneer", "Bron", "Status"),
                    _rules(pack, today),
                ),
                Paragraph(_HOW_READ),
                Table(
                    "Voorwaarden zoals de computer ze leest",
                    ("Regel", "Voorwaarde"),
                    tuple((rule.id, rule.when.source) for rule in rules),
                ),
            ),
        ),
        Section("Gewichten en grenzen", tuple(_weights(pack))),
        Section(
            "Welke gegevens worden gebruikt",
            (
                Paragraph(f"{counted(len(used), 'gegeven', 'gegevens')}, alle uit het dossier zelf."),
                Table(
                    "Gegevens",
                    ("Gegeven", "Wat het is", "Waar het vandaan komt", "Veld"),
                    tuple((fact.name, fact.meaning, _origin(fact, pack), ", ".join(fact.reads)) for fact in used),
                ),
            ),
        ),
        Section(
            "De ijkcliënten",
            (
                Paragraph(
                    "Verzonnen jongeren bij wie het niveau van hulp is besproken. Zij ijken; zij beslissen niets."
                ),
                Table("IJkcliënten", ("IJkcliënt", "Titel", "Niveau", "Status"), _clients(pack, today)),
            ),
        ),
        Section("Waar het op rust", (Table("Bronnen", ("Bron", "Waar", "Nagekeken op"), _sources(pack)),)),
        Section(
            "Versie en contact",
            (
                Paragraph(
                    f"Kennispakket {pack.manifest.title} ({pack.id}), versie {pack.version}{laid}. Eigenaar: "
                    f"{pack.manifest.owner}. Geldig vanaf {day_in_words(pack.manifest.valid_from)}."
                ),
                Paragraph(_CONTACT),
            ),
        ),
    )


def _rules(pack: Pack, today: date) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            rule.id,
            _SEVERITY[rule.severity],
            rule.title,
            condition_words(rule.when),
            "; ".join(pack.sources[name].reference for name in rule.sources),
            f"{rule.status}, eigenaar {rule.owner}",
        )
        for rule in in_force(pack.rules, today)
    )


def _origin(fact: Fact, pack: Pack) -> str:
    """The steps and checklists a fact comes from, as they are called on the screen."""
    titles = {step.id: step.title for step in FLOW.steps}
    titles |= {f"checklists.{name}": f"vragenlijst {one.title}" for name, one in pack.checklists.items()}
    titles |= {"consultations": titles["expert_pool"], "weging": "de weging zelf", "pack": "het kennispakket"}
    parts = (path.split(".") for path in fact.reads)
    places = (".".join(part[:2]) if part[0] == "checklists" else part[0] for part in parts)
    return "; ".join(dict.fromkeys(titles[place] for place in places))


def _weights(pack: Pack) -> Iterator[Paragraph | Table]:
    likeness = pack.likeness
    yield Paragraph("Gewicht 0 telt niet mee; een kenmerk dat niet bekend is, valt weg uit de vergelijking.")
    weights = tuple((likeness.labels.get(name, name), f"{weight:g}") for name, weight in likeness.weights.items())
    yield Table("Hoe zwaar elk kenmerk telt bij gelijkenis", ("Kenmerk", "Gewicht"), weights)
    bounds = {**likeness.thresholds, **pack.manifest.settings}
    told = tuple((IN_WORDS.get(name, ""), f"{value:g}".replace(".", ","), name) for name, value in bounds.items())
    yield Table("Grenzen", ("Grens", "Waarde", "Naam in het pakket"), told)
    items = tuple(
        (item.id, item.text, _DIRECTION[item.direction] if item.direction else "", str(item.weight or ""))
        for checklist in pack.checklists.values()
        for item in checklist.items
        if item.weight is not None
    )
    yield Table("Hoe zwaar een vraag van een vragenlijst telt", ("Vraag", "Tekst", "Richting", "Gewicht"), items)


def _clients(pack: Pack, today: date) -> tuple[tuple[str, ...], ...]:
    labels = {str(name): label for name, label in pack.manifest.level_labels.items()}
    return tuple(
        (one.id, one.title, labels.get(one.level, in_words(one.level)), one.status)
        for one in in_force(pack.reference_clients, today)
    )


def _sources(pack: Pack) -> tuple[tuple[str, ...], ...]:
    return tuple((one.title, one.reference, day_in_words(one.checked_on)) for one in pack.sources.values())
