"""The proposal for the back office: from what counts of a case to `toewijzingsvoorstel.json`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from casework.case import PackRef, SettledCase
from casework.ijw import conditions
from casework.ijw.allocation import (
    Allocation,
    ClientData,
    CodeList,
    Left,
    Line,
    Municipality,
    NotAllocated,
)
from casework.ijw.codes import EURO, code_of
from casework.ijw.conditions import Unmet
from casework.ijw.person import client_elements
from casework.ijw.personal import Raw, clean
from casework.knowledge import Pack
from casework.knowledge.products import Product as CatalogueProduct
from casework.mistakes import in_dutch
from casework.steps.decision import DecisionAdvice, Product
from casework.steps.identity import Identity
from casework.weighing.facts import jw301
from casework.weighing.facts.catalogue import Catalogue

GRANTS = ("toekennen", "deels_toekennen")
"""Only these lead to an allocation: basic support without a decision is given by the team itself."""

_ALWAYS = (
    Left(element="BerichtIdentificatie", why="Nummer en dag van het bericht geeft uw eigen systeem."),
    Left(element="XsdVersie", why="Neem deze over uit het officiële schema dat uw systeem gebruikt (IV034)."),
    Left(element="Toewijzingsdatum en Toewijzingstijd", why="Het moment van vaststellen; het nieuwste geldt (OP033)."),
)
_FIELDS: Mapping[str, str] = {
    "Ingangsdatum": "start",
    "Einddatum": "end",
    "Categorie": "category",
    "Code": "code",
    "Volume": "volume",
    "Eenheid": "unit",
    "Frequentie": "frequency",
    "Budget": "budget",
    "ReferentieAanbieder": "provider_reference",
    "ToewijzingNummer": "allocation_number",
    "RedenWijziging": "change_reason",
    "AgbCode": "provider_agb",
    "Bsn": "bsn",
    "Geboortedatum": "birth_date",
    "Achternaam": "surname",
    "Voorvoegsel": "surname_prefix",
    "Voornamen": "first_names",
    "Naam": "name",
    "Relaties": "custody",
    "Contactgegevens": "address",
}
"""The question behind an element of iJw."""

_WANTED: Mapping[str, str] = {
    "AgbCode": "Een AGB-code heeft acht cijfers",
    "Bsn": "Een burgerservicenummer heeft negen cijfers",
    "Categorie": "Kies een categorie van 40 tot en met 55, of van 31 tot en met 38",
}


@dataclass(frozen=True)
class Proposed:
    """`allocation` is None as long as something is `unmet`: a message that breaks a rule comes back rejected."""

    allocation: Allocation | None
    unmet: tuple[Unmet, ...]


def propose(case: SettledCase, pack: Pack) -> Proposed:
    """What goes to the back office, or every condition that is not met. Total: never raises on a case."""
    step, identity = case.of(DecisionAdvice), case.of(Identity)
    if step.decision.known not in GRANTS:
        why = _UNDECIDED if step.decision.known is None else _NO_GRANT
        return Proposed(None, (Unmet("iJw", "decision.decision", why),))
    unmet: list[Unmet] = []
    lines, aside, left = _lines(step.products.known or (), Catalogue(pack.products.values()), unmet)
    if not lines and not unmet:
        unmet.append(Unmet("iJw", "decision.products", _NO_LINE))
    elements, of_client = client_elements(case, unmet)
    client = _checked(ClientData, elements, "identity", "", unmet)
    if client is not None:
        unmet += conditions.of_client(client)
    municipality = _municipality(identity, pack)
    if municipality.Gemeentecode is None:
        left.append(Left(element="Afzender", why="De code van de verantwoordelijke gemeente staat niet in het pakket."))
    if unmet or client is None:
        return Proposed(None, tuple(dict.fromkeys(unmet)))
    return Proposed(
        Allocation(
            case_id=case.id,
            date=case.today,
            pack=PackRef(id=pack.id, version=pack.version),
            practice=case.practice,
            municipality=municipality,
            Client=client,
            products=tuple(lines),
            not_allocated=tuple(aside),
            back_office=(*_ALWAYS, *of_client, *left),
        ),
        (),
    )


_UNDECIDED = "Er is nog geen besluit. Vul bij stap 13 in wat u voorstelt."
_NO_GRANT = "Bij dit besluit hoort geen toewijzing: er wordt geen hulp met een beschikking toegekend."
_NO_LINE = "Er is geen product dat als toewijzing gaat. Kies een product, of laat het voorstel achterwege."


def _lines(
    products: tuple[Product, ...], catalogue: Catalogue, unmet: list[Unmet]
) -> tuple[list[Line], list[NotAllocated], list[Left]]:
    lines: list[Line] = []
    aside: list[NotAllocated] = []
    left: list[Left] = []
    for product in products:
        known = catalogue.find(product.product.known)
        name = known.name if known else clean(product.product.known) or "product zonder naam"
        path = f"decision.products.{product.id}"
        if why := _why_aside(product, known):
            aside.append(NotAllocated(id=product.id, name=name, why=why))
            continue
        unmet += [Unmet(one.rule, one.path, f"{name}: {one.text}") for one in
                  conditions.of_product(product, known, path)]  # fmt: skip
        provider = {"name": clean(product.provider.known), "AgbCode": clean(product.provider_agb.known) or None}
        code_list = _code_list(product, known)
        raw = {"id": product.id, "name": name, "provider": provider, "code_list": code_list,
               "ToegewezenProduct": _product(product, known)}  # fmt: skip
        if (line := _checked(Line, raw, path, f"{name}: ", unmet)) is not None:
            lines.append(line)
            left += _left_of(line)
    return lines, aside, left


def _why_aside(product: Product, known: CatalogueProduct | None) -> str:
    if product.delivery.known == "pgb":
        return "Een persoonsgebonden budget gaat niet als toewijzing naar een aanbieder."
    if known is not None and jw301.category(product, known) is None and product.budget.known is None:
        return "Dit product is vrij toegankelijk: het heeft geen categorie in het productenboek."
    return ""


def _product(product: Product, known: CatalogueProduct | None) -> Raw:
    category, unit = jw301.category(product, known), code_of(product.unit.known)
    volume, frequency, budget = product.volume.known, code_of(product.frequency.known), product.budget.known
    code = clean(product.code.known) or None
    whole = volume is not None and unit is not None and frequency is not None
    return {
        "ToewijzingNummer": product.allocation_number.known,
        "ReferentieAanbieder": clean(product.provider_reference.known) or None,
        "Product": {"Categorie": category, "Code": code} if category or code else None,
        "Ingangsdatum": product.start.known,
        "Einddatum": product.end.known,
        "RedenWijziging": code_of(product.change_reason.known),
        "Omvang": {"Volume": (volume or 0) * (100 if unit == EURO else 1), "Eenheid": unit, "Frequentie": frequency}
        if whole
        else None,
        "Budget": None if budget is None else budget * 100,
    }


def _code_list(product: Product, known: CatalogueProduct | None) -> CodeList | None:
    """Whose code it is. A regional code goes first: the same code in the national list may mean something else."""
    code = clean(product.code.known)
    if not code:
        return None
    if known is not None and code == known.code_region:
        return "gemeente"
    return "JZ21" if known is not None and code == known.code_jz21 else "niet_vastgesteld"


def _left_of(line: Line) -> Iterator[Left]:
    allocated = line.ToegewezenProduct
    if allocated.ToewijzingNummer is None:
        first = "Het nummer van de toewijzing die verandert." if allocated.RedenWijziging else "Een nieuw nummer."
        yield Left(element=f"ToewijzingNummer ({line.name})", why=first)
    if line.provider.AgbCode is None:
        yield Left(element=f"Ontvanger ({line.name})", why="De AGB-code van de aanbieder is niet ingevuld.")
    if line.code_list == "gemeente":
        yield Left(element=f"Code ({line.name})", why="Een code van de gemeente of regio: hij telt alleen daar.")
    if line.code_list == "niet_vastgesteld":
        yield Left(
            element=f"Code ({line.name})", why="Deze code staat niet in het productenboek. Kijk na van wie hij is."
        )


def _municipality(identity: Identity, pack: Pack) -> Municipality:
    name = clean(identity.responsible_municipality.known)
    found = pack.manifest.called(name)
    return Municipality(name=name, Gemeentecode=found.code if found else None)


M = TypeVar("M", bound=BaseModel)


def _checked(model: type[M], elements: Mapping[str, Any], path: str, of: str, unmet: list[Unmet]) -> M | None:
    """The elements as iJw wants them; each that does not fit is added to `unmet` with the field to go to."""
    try:
        return model.model_validate(elements)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            loc = [str(part) for part in one["loc"] if not isinstance(part, int)]
            field = next(
                (_FIELDS[part] for part in ("Relaties", *reversed(loc)) if part in loc and part in _FIELDS), ""
            )
            said = f"{loc[-1]}: {'vul dit in' if one['input'] is None else in_dutch(one, model)}"
            if one["input"] is not None and loc[-1] in _WANTED:
                said = _WANTED[loc[-1]]
            unmet.append(Unmet("XSD", f"{path}.{field}" if field else path, f"{of}{said}."))
        return None
