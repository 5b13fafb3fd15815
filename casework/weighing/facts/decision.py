"""Step 13: what is proposed, what the catalogue says about it, who signs, and whether it covers what is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from casework.actors import Registration
from casework.answers import Answered, Unanswered, is_known, months_later
from casework.knowledge.products import Product as CatalogueProduct
from casework.steps.decision import DecisionAdvice, Product
from casework.steps.handover import is_from_before
from casework.steps.help_history import HelpHistory
from casework.steps.own_capacity import OwnPossibilities
from casework.weighing.facts import consent, jw301
from casework.weighing.facts.catalogue import is_respite
from casework.weighing.facts.logic import any_of, count, laid_down
from casework.weighing.facts.registry import FactSource, answer, fact
from casework.weighing.residual import capacity_weighed, residual_needs
from casework.words import months_between

_PRODUCTS = "decision.products"
_AMBULATORY = "45"
"""JZ020: help at home or nearby, also where it serves to prevent or end a stay."""
_WAIT_NORM_DAYS = 42

answer(DecisionAdvice, "decision", "het besluit")


def _step(given: FactSource) -> DecisionAdvice:
    return given.case.of(DecisionAdvice)


def _products(given: FactSource) -> tuple[Product, ...] | None:
    return _step(given).products.known


def _any_product(given: FactSource, holds: Callable[[CatalogueProduct], bool]) -> bool | None:
    """Unknown where no product was chosen yet, or where a product that is not in the catalogue may be one."""
    products = _products(given)
    if products is None:
        return None
    found = (given.catalogue.find(one.product.known) for one in products)
    return any_of(None if one is None else holds(one) for one in found)


@fact("gekozen producten", _PRODUCTS)
def product_count(given: FactSource) -> int | None:
    return count(_products(given))


@fact("bij een gekozen product is advies van de expertpool verplicht", _PRODUCTS, "pack.products")
def product_advice_required(given: FactSource) -> bool | None:
    return _any_product(given, lambda product: product.advice_required)


@fact("een gekozen product is intensieve hulp", _PRODUCTS, "pack.products")
def product_intensive(given: FactSource) -> bool | None:
    return _any_product(given, lambda product: product.intensive)


@fact("een gekozen product is behandeling", _PRODUCTS, "pack.products")
def product_treatment(given: FactSource) -> bool | None:
    return _any_product(given, lambda product: product.treatment)


@fact("een gekozen product mag lang duren omdat het licht is", _PRODUCTS, "pack.products")
def product_long_and_light(given: FactSource) -> bool | None:
    return _any_product(given, lambda product: product.long_and_light)


@fact("een gekozen product betekent ergens anders wonen", _PRODUCTS, "pack.products")
def out_of_home(given: FactSource) -> bool | None:
    return _any_product(given, _is_placement)


def _is_placement(product: CatalogueProduct) -> bool:
    return product.problem_areas[0] == "verblijf" and product.category_jz020 != _AMBULATORY


@fact("een gekozen product is logeren", _PRODUCTS, "pack.products")
def product_respite(given: FactSource) -> bool | None:
    return _any_product(given, is_respite)


@fact("maanden dat het langste product loopt", _PRODUCTS)
def product_months(given: FactSource) -> int | None:
    periods = [(one.start.known, one.end.known) for one in _products(given) or ()]
    known = [_months(start, end) for start, end in periods if start and end and start <= end]
    return max(known) if known and len(known) == len(periods) else None


def _months(start: date, end: date) -> int:
    """Begun months: from 1 January to 1 July is six, a day longer is seven."""
    whole = months_between(start, end)
    return whole if months_later(start, whole) >= end else whole + 1


def _residual(given: FactSource) -> frozenset[str] | None:
    """The needs that are left: as confirmed by people, else as computed once every need was weighed."""
    confirmed = given.case.of(OwnPossibilities).residual.known
    if confirmed is not None:
        return frozenset(confirmed)
    return frozenset(need.id for need in residual_needs(given.case)) if capacity_weighed(given.case) else None


@fact("producten voor een behoefte die niet overblijft", _PRODUCTS, "own_capacity.residual")
def products_uncovered_count(given: FactSource) -> int | None:
    residual = _residual(given)
    if residual is None:
        return None
    return count(_products(given), lambda one: bool(set(one.covers.known or ()) - residual))


@fact("behoeften die overblijven zonder product", "own_capacity.residual", _PRODUCTS)
def residual_uncovered_count(given: FactSource) -> int | None:
    residual, products = _residual(given), _products(given)
    if residual is None or products is None:
        return None
    return len(residual - {need for one in products for need in one.covers.known or ()})


@fact("er is lichtere hulp voor hetzelfde, nog niet geprobeerd", _PRODUCTS, "pack.products")
def lighter_alternative(given: FactSource) -> bool | None:
    helps = given.case.of(HelpHistory).help.known or ()
    tried = {product.id for one in helps if (product := given.catalogue.find(one.name.known)) is not None}
    products = given.pack.products

    def has_lighter(chosen: CatalogueProduct) -> bool:
        return any(set(products[name].problem_areas) & set(chosen.problem_areas)
                   for name in chosen.try_first if name in products and name not in tried)  # fmt: skip

    return _any_product(given, has_lighter)


@fact("de leeftijd past niet bij een gekozen product", _PRODUCTS, "identity.birth_date", "pack.products")
def age_out_of_range(given: FactSource) -> bool | None:
    years = consent.age(given.case)
    if years is None:
        return None
    return _any_product(given, lambda product: not product.age.min <= years <= product.age.max)


@fact("gekozen producten combineren wat niet samen mag", _PRODUCTS, "pack.products")
def forbidden_combination(given: FactSource) -> bool | None:
    products = _products(given)
    if products is None:
        return None
    chosen = {product.id for one in products if (product := given.catalogue.find(one.product.known)) is not None}
    return any(set(given.pack.products[name].never_with) & chosen for name in chosen)


@fact("fouten tegen de iJw-regels voor een toewijzing", _PRODUCTS)
def jw301_faults(given: FactSource) -> int | None:
    products = _products(given)
    if products is None:
        return None
    return sum(len(jw301.faults(one, given.catalogue.find(one.product.known))) for one in products)


@fact("dagen wachten op het product met de langste wachttijd", _PRODUCTS)
def wait_days(given: FactSource) -> int | None:
    known = [one.wait_days.known for one in _products(given) or () if one.wait_days.known is not None]
    return max(known, default=None)


def _waits_long(given: FactSource) -> list[Product]:
    norm = given.pack.setting("wait_norm_days", _WAIT_NORM_DAYS)
    return [one for one in _products(given) or () if (one.wait_days.known or 0) > norm]


@fact("de wachttijd is langer dan de norm", _PRODUCTS, "pack.settings.wait_norm_days")
def waits_beyond_norm(given: FactSource) -> bool | None:
    products = _products(given)
    if products is None:
        return None
    return True if _waits_long(given) else any_of(None if one.wait_days.known is None else False for one in products)


@fact("er staat wat de wachttijd overbrugt", _PRODUCTS)
def bridging_given(given: FactSource) -> bool | None:
    waiting = _waits_long(given)
    return all(is_known(one.bridging) for one in waiting) if waiting else None


@fact("er is een persoonsgebonden budget gekozen", _PRODUCTS)
def pgb(given: FactSource) -> bool | None:
    products = _products(given)
    return None if products is None else any(one.delivery.known == "pgb" for one in products)


@fact("er is een regievoerder gekozen", "decision.coordinator")
def coordinator_chosen(given: FactSource) -> bool | None:
    return laid_down(_step(given).coordinator)


@fact("de motivering staat er", "decision.motivation")
def motivation_written(given: FactSource) -> bool | None:
    return laid_down(_step(given).motivation)


@fact("een collega toetste het besluit", "decision.peer_check")
def peer_checked(given: FactSource) -> bool | None:
    return laid_down(_step(given).peer_check)


@fact("er staat welke alternatieven zijn overwogen", "decision.alternatives")
def alternatives_given(given: FactSource) -> bool | None:
    return laid_down(_step(given).alternatives)


@fact("een geregistreerde professional tekende", "decision.signed_by", "decision.signer_registration")
def signed_registered(given: FactSource) -> bool | None:
    step = _step(given)
    return _signed(given, step.signed_by) and _registered(
        given, step.signer_registration.known, step.signer_number.known, step.signer_valid_until.known
    )


@fact("een tweede geregistreerde professional tekende mee", "decision.cosigned_by", "decision.cosigner_registration")
def cosigned_registered(given: FactSource) -> bool | None:
    step = _step(given)
    signer, cosigner = (name.known or "" for name in (step.signed_by, step.cosigned_by))
    if not _signed(given, step.cosigned_by) or cosigner.strip().casefold() == signer.strip().casefold():
        return False
    return _registered(
        given, step.cosigner_registration.known, step.cosigner_number.known, step.cosigner_valid_until.known
    )


def _signed(given: FactSource, name: Answered[str] | Unanswered) -> bool:
    """A signature from before a prolonging signs what was decided then, and not this."""
    return is_known(name) and not is_from_before(given.case, name)


def _registered(given: FactSource, register: str | None, number: str | None, until: date | None) -> bool:
    held = Registration.model_validate(
        {"register": register or "geen", "number": (number or "").strip(), "valid_until": until}
    )
    return held.holds_on(given.today)


@fact("het verzoek wordt in zijn geheel afgewezen", "decision.decision")
def refuses_whole(given: FactSource) -> bool | None:
    """Whatever the ground, another law too (decisions 8)."""
    decision = _step(given).decision.known
    return None if decision is None else decision in ("afwijzen", "andere_wet")


answer(DecisionAdvice, "objection_told", "de weg van bezwaar is uitgelegd")


@fact("verplichte onderdelen van de overdracht die leeg zijn", "weging.handover")
def empty_section_count(given: FactSource) -> int | None:
    return given.extra.get("empty_section_count")
