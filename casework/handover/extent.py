"""How much help there is of a product. Without a code iJw leaves the extent empty: then what is needed says it."""

from __future__ import annotations

from casework.handover.material import Material
from casework.handover.words import clauses, extent_of, known
from casework.steps.decision import Product
from casework.words import counted

_OFTEN = {
    "<1x/mnd": "af en toe",
    "wekelijks": "elke week",
    "meermaals/wk": "een paar keer per week",
    "dagelijks": "elke dag",
    "24u": "dag en nacht",
}
"""How often, as families say it, from light to heavy."""


def agreed_extent(m: Material, product: Product) -> str:
    """90 minuten per week; else, of the needs it covers: geen vast aantal; nodig is N2 wekelijks, 4 maanden."""
    if agreed := extent_of(product):
        return agreed
    if m.stays_here(f"decision.products.{product.id}.volume"):
        return ""
    needed = [_needed(m, code) for code in m.thread.needs_of(product)] if m.shared("H7") else []
    return f"geen vast aantal; nodig is {clauses(needed)}" if any(needed) else ""


def _needed(m: Material, code: str) -> str:
    need = m.thread.needs[code]
    months = "" if need.months.known is None else counted(need.months.known, "maand", "maanden")
    parts = [part for part in (known(need.intensity), months) if part]
    return f"{code} {', '.join(parts)}" if parts else ""


def how_much(m: Material, product: Product) -> str:
    """For families: the agreed extent, else how often help is needed at most."""
    if agreed := extent_of(product):
        return agreed
    needs = [m.thread.needs[code] for code in m.thread.needs_of(product)] if m.shared("H7") else []
    often = {need.intensity.known for need in needs}
    return next((words for code, words in reversed(_OFTEN.items()) if code in often), "")
