"""A reference client (ijkcliënt): a fictional young person whose level of help was agreed on, to calibrate against.

They calibrate, teach and give a reason; they are never on their own a ground for refusal (brief §5.1).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from casework.codes import Discipline, Level, PoolNeed, ProblemArea, TargetGroup
from casework.knowledge.entry import (
    AgeRange,
    ClientId,
    Count,
    Data,
    Entry,
    NotEmpty,
    ProductId,
    Score,
    Text,
    each_once,
)
from casework.knowledge.expressions import When


class Features(Data):
    """The profile that likeness compares (brief §5.2). Left out is unknown, and drops out of the comparison."""

    target_groups: frozenset[TargetGroup] | None = None
    severity: Score | None = None
    impairment: Score | None = None
    distress: Score | None = None
    settings: Annotated[int, Field(ge=1, le=3)] | None = None
    duration: Literal["kort", "3_12", "lang", "levenslang"] | None = None
    safety: Literal["geen", "zorgen", "onveilig"] | None = None
    family_capacity: Score | None = None
    network: Score | None = None
    help_history: Literal["geen", "een_licht", "meer_licht", "indicatie", "intensief"] | None = None
    help_effect: Literal["ja", "afgevlakt", "nee"] | None = None
    changeability: Literal["VERANDERBAAR", "GEMENGD", "CHRONISCH", "GEEN_WINST"] | None = None
    school: Literal["regulier", "SO", "thuiszitter", "geen_onderwijs", "niet_van_toepassing"] | None = None
    motivation_child: Score | None = None
    motivation_parent: Score | None = None
    flags: frozenset[Annotated[str, Field(pattern=r"^[A-Za-z0-9_]+$")]] | None = None


class NotWhen(Data):
    """A boundary: if this holds for somebody, this reference client is no measure for them (R-IJK-02)."""

    when: When
    text: Text


class Neighbour(Data):
    """A reference client across the boundary of a level, and the feature that tips the scale."""

    id: ClientId
    direction: Literal["hoger", "lager"]
    tipping: Text


class Moment(Data):
    """One of several moments in one young person's life: the line they form, and the place in it."""

    line: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    order: Count


class ReferenceClient(Entry):
    id: Annotated[str, Field(pattern=r"^IJK-\d{2}[a-z]?$")]
    version: Text
    title: Text
    problem_area: ProblemArea
    level: Level
    age: AgeRange
    story: Text
    child_voice: Text | None = None
    parent_voice: Text | None = None
    features: Features
    fitting_help: tuple[ProductId, ...] = ()
    extent: Text
    duration_max_months: Count | None = None
    try_first: tuple[Text, ...] = ()
    stop_criteria: tuple[Text, ...] = ()
    review_after_weeks: Count
    why_here: Text
    not_when: Annotated[tuple[NotWhen, ...], NotEmpty]
    contra_indications: tuple[Text, ...] = ()
    neighbours: Annotated[tuple[Neighbour, ...], NotEmpty, each_once(lambda one: one.id, "buur")]
    pool: PoolNeed = "nee"
    discipline: Discipline | None = None
    learning: Text | None = None
    question_to_learn: Text | None = None
    moment_of: Moment | None = None
