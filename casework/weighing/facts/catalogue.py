"""Finding products of the pack: by id or name, and by the words that name them in free text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from casework.knowledge.products import Product


class Catalogue:
    """The products of a pack, findable. Names and words are compared without case."""

    def __init__(self, products: Iterable[Product]) -> None:
        self._products = tuple(products)

    @cached_property
    def _by_name(self) -> dict[str, Product]:
        by_name = {product.name.casefold(): product for product in self._products}
        return by_name | {product.id.casefold(): product for product in self._products}

    def find(self, name: str | None) -> Product | None:
        """The product with this id or name, or None: not every help comes out of the catalogue."""
        return self._by_name.get(name.strip().casefold()) if name else None

    def named_in(self, text: str) -> list[Product]:
        """The products a text names, by whole words only: `plek` never matches `werkplek` (decisions 11)."""
        return [product for product in self._products if _pattern((product.name, *product.words)).search(text)]


def is_respite(product: Product) -> bool:
    """Staying elsewhere now and then to relieve a family. The first problem area is what a product is mainly for."""
    return product.problem_areas[0] == "logeren"


@lru_cache(maxsize=1024)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
