"""What a provider asks for in a JW315 or JW317, one product at a time, in words for step 1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from casework.ijw.codes import EURO, REFERRERS
from casework.ijw.element import Element
from casework.ijw.reading import Reading
from casework.knowledge import Pack
from casework.steps.decision import Product
from casework.weighing.facts import jw301
from casework.words import day_in_words

_UNITS: Mapping[str, tuple[str, str]] = {
    "01": ("01 minuut", "minuten"),
    "04": ("04 uur", "uur"),
    "14": ("14 etmaal", "etmalen"),
    "16": ("16 dagdeel", "dagdelen"),
    "82": ("82 stuks output", "keer (resultaat)"),
    "83": ("83 euro", "eurocent"),
    "84": ("84 stuks inspanning", "keer (inspanning)"),
}
_FREQUENCIES: Mapping[str, tuple[str, str]] = {
    "1": ("1 dag", "per dag"),
    "2": ("2 week", "per week"),
    "4": ("4 maand", "per maand"),
    "6": ("6 totaal", "in de hele periode"),
}
_OTHER_NUMBER: Mapping[str, Mapping[str, str]] = {
    "JW315": {"CD080": "CD095", "CS338": "CS343"},
    "JW317": {"CD080": "CD096"},
}
"""The same condition has another number in another message."""

_WITHOUT_PRODUCT = frozenset({"CD079", "CD080"})
"""Conditions on the product, which a change of an allocation does not name."""

_DOCTOR_OR_INSTITUTION = ("02", "03", "04", "05")


@dataclass(frozen=True)
class Request:
    """One product asked for. referrer: code of COD327."""

    text: str
    referrer: str | None = None


@dataclass(frozen=True)
class _Names:
    """Where a product stands in a message and how its fields are called there."""

    group: str
    one: str
    start: str
    end: str
    what: str


_GROUPS: Mapping[str, tuple[_Names, ...]] = {
    "JW315": (
        _Names(
            "AangevraagdeProducten", "AangevraagdProduct", "ToewijzingIngangsdatum", "ToewijzingEinddatum", "Gevraagd"
        ),
    ),
    "JW317": (
        _Names("Verzoek/TeWijzigenProducten", "TeWijzigenProduct", "GewensteIngangsdatum", "Einddatum", "Wijzigen"),
        _Names("Verzoek/NieuweProducten", "NieuwProduct", "GewensteIngangsdatum", "Einddatum", "Nieuw"),
        _Names("Verzoek/OngewijzigdeProducten", "OngewijzigdProduct", "", "", "Blijft zo"),
    ),
}


def requests(reading: Reading, client: Element, kind: str, pack: Pack) -> list[Request]:
    """Every product that is asked for; what does not meet the conditions of iJw is noted."""
    reference = reading.text(client, "Verzoek/ReferentieAanbieder")
    return [
        _request(reading, element, names, kind, reference, pack)
        for names in _GROUPS[kind]
        for element in reading.one(client, names.group).all(names.one)
    ]


def _request(
    reading: Reading, element: Element, names: _Names, kind: str, of_message: str | None, pack: Pack
) -> Request:
    number = reading.number(element, "ToewijzingNummer")
    reference = reading.text(element, "ReferentieAanbieder") or of_message
    category, code = reading.text(element, "Product/Categorie"), reading.text(element, "Product/Code")
    start = reading.day(element, names.start) if names.start else None
    end = reading.day(element, names.end) if names.end else None
    volume = reading.number(element, "Omvang/Volume")
    unit = reading.choice(element, "Omvang/Eenheid", {key: key for key in _UNITS})
    frequency = reading.choice(element, "Omvang/Frequentie", {key: key for key in _FREQUENCIES})
    budget = reading.number(element, "Budget")
    referrer = reading.text(element, "Verwijzer/Type")
    parts = [
        f"toewijzing {number}" if number is not None else "",
        f"productcode {code}{_in_book(code, pack)}" if code else "",
        f"categorie {category}" if category else "",
        _extent(volume, unit, frequency),
        f"budget {_euros(budget)}" if budget is not None else "",
        f"vanaf {day_in_words(start)}" if start else "",
        f"tot en met {day_in_words(end)}" if end else "",
        _referrer(reading, element, referrer),
        f"beschikking {decision}" if (decision := reading.text(element, "BeschikkingNummer")) else "",
        f"van {day_in_words(decided)}" if (decided := reading.day(element, "BeschikkingIngangsdatum")) else "",
        "binnen een raamcontract" if reading.text(element, "Raamcontract") == "1" else "",
        f"referentie {reference}" if reference else "",
        f"toelichting van de aanbieder: {said}" if (said := reading.text(element, "Commentaar")) else "",
    ]
    if names.start:
        rules = _faults(category, code, volume, unit, frequency, budget, start, end)
        if names.one == "TeWijzigenProduct":
            rules = [rule for rule in rules if rule not in _WITHOUT_PRODUCT]
        rules += _faults_of_request(element, referrer, bool(decision), decided)
        for rule in rules:
            own = _OTHER_NUMBER[kind].get(rule, rule)
            reading.note(f"Een gevraagd product voldoet niet aan regel {own} van iJw. Vraag het na bij de aanbieder.")
    return Request(f"{names.what}: {', '.join(part for part in parts if part)}.", referrer)


def _faults(
    category: str | None, code: str | None, volume: int | None, unit: str | None, frequency: str | None,
    budget: int | None, start: date | None, end: date | None,
) -> list[str]:  # fmt: skip
    """The conditions on a product, judged where those on our own proposal are. Numbers only count as there."""
    values = {
        "category": category,
        "code": code,
        "volume": None if volume is None else 1,
        "unit": _UNITS[unit][0] if unit else None,
        "frequency": _FREQUENCIES[frequency][0] if frequency else None,
        "budget": None if budget is None else 1,
        "start": start,
        "end": end,
    }
    answered = {name: value for name, value in values.items() if value is not None}
    return jw301.faults(Product.model_validate({"id": "request", **answered}), None)


def _faults_of_request(element: Element, referrer: str | None, decision: bool, decided: date | None) -> Iterator[str]:
    """What only a request knows: the referrer, and a decision that was taken before."""
    inside = next(iter(element.all("Verwijzer")), Element("Verwijzer"))
    named, coded = bool(inside.all("Naam")), bool(inside.all("ZorgverlenerCode"))
    if referrer in _DOCTOR_OR_INSTITUTION and coded and named:
        yield "CD066"
    if referrer in _DOCTOR_OR_INSTITUTION and not coded and not named:
        yield "CD067"
    if referrer is not None and referrer not in _DOCTOR_OR_INSTITUTION and coded:
        yield "CD068"
    if decision != (decided is not None):
        yield "CD043"


def _referrer(reading: Reading, element: Element, code: str | None) -> str:
    agb = reading.text(element, "Verwijzer/ZorgverlenerCode")
    told = [reading.text(element, "Verwijzer/Naam"), f"AGB {agb}" if agb else None]
    named = " ".join(one for one in told if one)
    return f"verwijzer {REFERRERS.get(code or '', 'onbekend')}{f' ({named})' if named else ''}" if code or named else ""


def _extent(volume: int | None, unit: str | None, frequency: str | None) -> str:
    words = [_euros(volume) if unit == EURO and volume is not None else "" if volume is None else str(volume)]
    words += [_UNITS[unit][1]] if unit and unit != EURO else []
    words += [_FREQUENCIES[frequency][1]] if frequency else []
    return " ".join(word for word in words if word)


def _euros(cents: int) -> str:
    return f"€ {cents // 100},{cents % 100:02}"


def _in_book(code: str, pack: Pack) -> str:
    """What the catalogue calls a code. A region may give a code its own meaning, so the code itself stays."""
    names = [one.name for one in pack.products.values() if code in (one.code_region, one.code_jz21)]
    return f" (in het productenboek: {names[0]})" if len(names) == 1 else ""
