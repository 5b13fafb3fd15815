"""The conditions of iJw 3.2 on a product in an allocation (JW301) that its schema does not check."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casework.answers import is_known
from casework.knowledge.products import Product as CatalogueProduct
from casework.steps.decision import Product

_UNITS_NOT_BY_DAY = ("14 etmaal", "16 dagdeel", "83 euro", "84 stuks inspanning")
NATIONAL_CODE = re.compile(r"^(\d{2})[A-Z]\d{2}$")
"""JZ21, the national list of products: a code starts with its category."""


def faults(product: Product, catalogue: CatalogueProduct | None) -> list[str]:
    """The numbers of the conditions that are not met. A personal budget is not sent as an allocation: none.

    A product of the catalogue brings its own category, where it has one; without one it is not sent either.
    """
    return [] if product.delivery.known == "pgb" else list(_faults(product, catalogue))


def category(product: Product, catalogue: CatalogueProduct | None) -> str | None:
    """The category (JZ020) of a product: as answered, without the words behind it, else that of the catalogue."""
    answered = (product.category.known or "").split(maxsplit=1)
    return answered[0] if answered else catalogue.category_jz020 if catalogue is not None else None


def _faults(product: Product, catalogue: CatalogueProduct | None) -> Iterator[str]:
    extent = [product.volume.known, product.unit.known, product.frequency.known]
    has_extent, has_whole_extent = any(one is not None for one in extent), None not in extent
    has_budget, has_code, has_end = (
        product.budget.known is not None,
        is_known(product.code),
        product.end.known is not None,
    )
    if not (has_budget or has_code or is_known(product.category) or catalogue is not None):
        yield "CD079"
    if has_budget and has_extent:
        yield "CD077/CD078"
    if has_code and not has_budget and not has_whole_extent:
        yield "CD041"
    if has_extent and not has_code:
        yield "CD080"
    if has_budget and not has_end:
        yield "CD075"
    if product.frequency.known == "2 week" and not has_end:
        yield "CD076"
    if product.unit.known in _UNITS_NOT_BY_DAY and product.frequency.known == "1 dag":
        yield "CS338"
    if product.end.known is not None and product.start.known is not None and product.end.known < product.start.known:
        yield "CS003"
    reason = (product.change_reason.known or "")[:2]
    if reason == "13" and product.end.known != product.start.known:
        yield "CS335"
    if reason == "01":
        yield "CS336"
    if not _code_fits(product, catalogue):
        yield "TR381"


def _code_fits(product: Product, catalogue: CatalogueProduct | None) -> bool:
    """A code lies within its category. What the pack says of a code goes before how it looks: a municipality may use
    a national-looking code of its own.
    """
    code, of_answer = (product.code.known or "").strip(), category(product, catalogue)
    if not code or of_answer is None:
        return True
    if catalogue is not None and catalogue.category_jz020 and code in (catalogue.code_region, catalogue.code_jz21):
        return of_answer == catalogue.category_jz020
    national = NATIONAL_CODE.match(code)
    return national is None or national[1] == of_answer
