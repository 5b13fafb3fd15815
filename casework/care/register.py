"""The entry for the Algoritmeregister, publication standard 1.0, made from the rules themselves.

What a pack can tell is filled in; what only a municipality can declare (who to ask, since when, its impact assessments,
its own weighing of pros and cons) stays empty. One entry is about one organisation.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from casework.care.used import used_facts
from casework.knowledge import Pack, in_force
from casework.steps import FLOW
from casework.words import counted, day_in_words, listed

_OPEN = (
    "status",
    "begin_date",
    "end_date",
    "contact_email",
    "website",
    "url",
    "proportionality",
    "process_index_url",
    "impacttoetsen",
    "provider",
    "publiccode",
    "source_id",
)
DESCRIPTION = (
    "IJkpunt denkt mee als een jeugdteam met een gezin uitzoekt welke hulp past. Het legt de situatie naast vaste "
    "regels en voorbeelden, en zegt wat opvalt en wat nog mist. Het team beslist, samen met het gezin."
)
GOAL = (
    "Gezinnen in een gelijke situatie krijgen een gelijke, goed uitgelegde afweging. IJkpunt helpt het team om niets "
    "over te slaan: veiligheid, wat het gezin zelf kan, lichtere hulp, en of een andere wet voorgaat. Het gezin merkt "
    "dit aan een gesprek met vaste stappen en aan een besluit waarin de redenen staan."
)
HUMAN = (
    "IJkpunt neemt geen besluit. Een medewerker vult in wat met het gezin is besproken, ziet bij elk signaal welke "
    "gegevens, regel en bron erachter zitten, en volgt het op of wijkt er bewust van af met een reden. {stops} houden "
    "een overdracht tegen tot is gedaan wat de wet vraagt; ook dan beslissen mensen wat er gebeurt. Is het onveilig, "
    "gaat een kind ergens anders wonen, komt er intensieve hulp of wordt het hele verzoek afgewezen, dan tekent een "
    "geregistreerde professional. Het gezin mag meelezen, een eigen verklaring toevoegen en bezwaar maken."
)
RISKS = (
    "Een regel kan niet passen: daarom kan van een signaal worden afgeweken, met een reden, en gaan aantallen per "
    "regel zonder namen terug naar de eigenaar. Een gegeven kan ontbreken: onbekend telt nooit als nee, en het "
    "dossier zegt wat nog moet worden uitgezocht. Een voorbeeld kan sturen: gelijkenis is nooit alleen een reden voor "
    "minder hulp, en er staat altijd een voorbeeld met een andere uitkomst bij. Een nieuwe versie kan iets anders "
    "zeggen: {clients} en de oefengezinnen worden vooraf met oud en nieuw gewogen, en elk verschil moet zijn "
    "uitgelegd. Afkomst, geloof, nationaliteit en woonbuurt tellen niet mee."
)


def register_entry(pack: Pack, today: date) -> dict[str, Any]:
    """The entry as JSON, every field of the standard in it; `lars` is given out by the register itself."""
    municipality = pack.manifest.for_municipality
    return {
        **dict.fromkeys(_OPEN, ""),
        "standard_version": "1.0",
        "lang": "nld",
        "name": "IJkpunt: meedenken welke jeugdhulp past",
        "description_short": DESCRIPTION,
        "organization": f"Gemeente {municipality.name}" if municipality else "",
        "category": ["Zorg en gezondheid"],
        "publication_category": "Impactvolle algoritmes",
        "goal": GOAL,
        "human_intervention": human_intervention(pack, today),
        "risks": risks(pack),
        "lawful_basis": _lawful_basis(pack),
        "lawful_basis_grouping": [],
        "impacttoetsen_grouping": [],
        "source_data": _source_data(pack, today),
        "source_data_grouping": [],
        "methods_and_models": methods(pack, today),
        "tags": "jeugdhulp, toegang, besluitondersteuning, beslisregels, Jeugdwet",
    }


def human_intervention(pack: Pack, today: date) -> str:
    stops = sum(rule.severity == "STOP" for rule in in_force(pack.rules, today))
    return HUMAN.format(stops=counted(stops, "regel", "regels").capitalize())


def risks(pack: Pack) -> str:
    return RISKS.format(clients=counted(len(pack.reference_clients), "ijkcliënt", "ijkcliënten"))


def methods(pack: Pack, today: date) -> str:
    """What goes in, what is done with it, what comes out; for a technical reader."""
    rules = in_force(pack.rules, today)
    severities = Counter(rule.severity for rule in rules)
    weights = [f"{pack.likeness.labels.get(name, name)} {weight:g}" for name, weight in pack.likeness.weights.items()]
    return " ".join(
        (
            f"Vaste, leesbare regels; niet zelflerend, geen AI-model. Kennispakket {pack.id}, versie {pack.version}"
            f"{f', op basis van {pack.base}' if pack.base else ''}, geldig vanaf "
            f"{day_in_words(pack.manifest.valid_from)}.",
            f"Invoer: de antwoorden van veertien stappen, herleid tot {len(used_facts(pack, today))} gegevens.",
            f"Werking: {len(rules)} regels met elk een voorwaarde, tekst, bron en geldigheid "
            f"({severities['STOP']} houden tegen, {severities['ATTENTION']} vragen aandacht, {severities['TIP']} geven "
            "een tip). Een gegeven dat niet bekend is, maakt een voorwaarde onbekend, nooit onwaar.",
            "Het niveau van hulp volgt in vaste orde uit veiligheid en wettelijke route, andere wet, veranderbaarheid, "
            "wat na eigen mogelijkheden overblijft, en gelijkenis; gelijkenis alleen verlaagt nooit een niveau.",
            f"Gelijkenis: gewogen overeenkomst met {len(pack.reference_clients)} uitgewerkte ijkcliënten op kenmerken "
            f"die bekend zijn, met als gewichten: {listed(weights)}.",
            "Uitvoer: een aangewezen niveau met wat ook verdedigbaar is en hoe zeker, signalen met regel en bron, wat "
            "nog onbekend is, en wat de uitkomst zou veranderen. Hetzelfde dossier, pakket en dezelfde dag geven "
            "altijd hetzelfde. Alle regels en gewichten staan in de algoritmekaart.",
        )
    )


def _lawful_basis(pack: Pack) -> str:
    laws = dict.fromkeys(source.title for source in pack.sources.values() if source.kind == "law")
    return f"De gemeente onderzoekt welke jeugdhulp nodig is. Waar de regels op rusten: {'; '.join(laws)}."


def _source_data(pack: Pack, today: date) -> str:
    """Per step, with how many facts are read; the card names each of them."""
    steps = Counter(fact.reads[0].partition(".")[0] for fact in used_facts(pack, today))
    told = [f"{step.title} ({steps[step.id]})" for step in FLOW.steps if steps[step.id]]
    return (
        "Wat het gezin vertelt en de medewerker vastlegt, met van elk oordeel wie het zei en wanneer. Geen koppeling "
        "met andere systemen en geen gegevens van buiten het dossier; alles blijft op de laptop van de medewerker. "
        f"Aantal gegevens dat de regels lezen, per stap: {'; '.join(told)}. De algoritmekaart noemt ze alle."
    )
