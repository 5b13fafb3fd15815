"""The conditions of iJw 3.2 on a product in an allocation (JW301) that its schema does not check."""

from __future__ import annotations

from collections.abc import Iterator

from casework.answers import is_known
from casework.knowledge.products import Product as CatalogueProduct
from casework.steps.decision import Product

_UNITS_NOT_BY_DAY = ("14 etmaal", "16 dagdeel", "83 euro", "84 stuks inspanning")


def faults(product: Product, catalogue: CatalogueProduct | None) -> list[str]:
    """The numbers of the conditions that are not met. A personal budget is not sent as an allocation: none.

    A product of the catalogue brings its own category, where it has one; without one it is not sent either.
    """
    return [] if product.delivery.known == "pgb" else list(_faults(product, catalogue))


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
