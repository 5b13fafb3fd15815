"""A product of the catalogue (brief §6.3)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from casework.codes import Frequency, GfmLevel, Level, ProblemArea, Unit
from casework.knowledge.entry import AgeRange, ChecklistRef, Count, Entry, NotEmpty, ProductId, Text
from casework.knowledge.searching import tells, words_of


class Product(Entry):
    """A form of help one can choose. words: what names it in free text, matched as whole words (decisions 11).

    never_with, goes_with, try_first: other products. long_and_light: a long indication is no reason for a signal
    (decisions 10). intensive: needs the careful analysis of checklist f. price_band: fictional.
    """

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=40)]
    region: Text
    version: Text
    name: Text
    words: tuple[Text, ...] = ()
    gfm_level: GfmLevel
    level: Level
    problem_areas: Annotated[tuple[ProblemArea, ...], NotEmpty]
    category_jz020: Annotated[str, Field(pattern=r"^\d{2}$")] | None = None
    code_region: Text | None = None
    code_jz21: Annotated[str, Field(pattern=r"^\d{2}[A-Z]\d{2}$")] | None = None
    variant: Literal["inspanning", "output", "taak"] | None = None
    unit: Unit | None = None
    frequency: Frequency | None = None
    price_band: Text | None = None
    target: Text
    age: AgeRange
    iq_min: Annotated[int, Field(ge=20, le=130)] | None = None
    goal: Text
    nature: Text
    duration_std_months: Count | None = None
    duration_max_months: Count | None = None
    extension: Text | None = None
    intensity: Text | None = None
    try_first: tuple[ProductId, ...] = ()
    when: tuple[Text, ...] = ()
    not_when: tuple[Text, ...] = ()
    contra_indications: tuple[Text, ...] = ()
    never_with: tuple[ProductId, ...] = ()
    goes_with: tuple[ProductId, ...] = ()
    advice_required: bool
    checklist_required: ChecklistRef | None = None
    treatment: bool
    long_and_light: bool
    intensive: bool
    wmo_counterpart: Text | None = None
    transport: bool


def find(
    products: Iterable[Product], problem_area: str = "", age: int | None = None, level: str = "", text: str = ""
) -> list[Product]:
    """The products that fit, in the order given. What is not asked does not narrow; age in whole years."""
    words = words_of(text)
    return [
        one
        for one in products
        if problem_area in ("", *one.problem_areas)
        and (age is None or one.age.min <= age <= one.age.max)
        and level in ("", one.level)
        and tells(" ".join((one.name, one.target, one.goal, one.code_region or "", *one.words)), words)
    ]
