"""What one person answered in a round, and the small file in which it goes to whoever adds up: no name, date or case.

The id of a sheet is drawn at random when a round begins. It only serves to see that the same answers came twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field, ValidationError

from casework.answers import Frozen
from casework.calibration.questions import QUESTIONS, Question
from casework.codes import Changeability, Level, PoolNeed, Verdict
from casework.knowledge import Vignette
from casework.knowledge.vignettes import Reference, VignetteId
from casework.mistakes import in_dutch
from casework.trouble import Trouble

SCHEMA: Literal["ijkpunt/calibration/1"] = "ijkpunt/calibration/1"
MAX_BYTES = 200_000
Place: TypeAlias = Literal["same", "defensible", "different"]


class Weighed(Frozen):
    """The four answers to one vignette, given before looking at the reference. version: of the vignette."""

    version: Annotated[str, Field(min_length=1, max_length=20)]
    level: Level
    changeability: Changeability
    safety: Verdict
    pool: PoolNeed

    def answer(self, question: Question) -> str:
        return str(getattr(self, question.id))


class AnswerSheet(Frozen):
    """One person in one round, by vignette."""

    schema_: Literal["ijkpunt/calibration/1"] = Field(default=SCHEMA, alias="schema", serialization_alias="schema")
    id: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    answers: Mapping[VignetteId, Weighed] = Field(default_factory=dict)

    def as_file(self) -> bytes:
        """In the order of the ids, so that the file does not tell in which order somebody worked."""
        found = self.model_dump(mode="json", by_alias=True)
        return json.dumps({**found, "answers": dict(sorted(found["answers"].items()))}, indent=1).encode()


def read_sheet(data: bytes, name: str) -> AnswerSheet:
    """The sheet in a file; name is what to call the file. Raises Trouble with what is wrong and what to do."""
    if len(data) > MAX_BYTES:
        raise Trouble(f"{name} is te groot. Kies een bestand dat is gemaakt met ‘Mijn antwoorden bewaren’.")
    try:
        found: Any = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Trouble(f"{name} is geen antwoordbestand. Vraag de afzender om het opnieuw te bewaren.") from error
    if not isinstance(found, dict) or not str(found.get("schema", "")).startswith("ijkpunt/calibration/"):
        raise Trouble(f"{name} is geen antwoordbestand. Kies een bestand dat is gemaakt met ‘Mijn antwoorden bewaren’.")
    if found["schema"] != SCHEMA:
        raise Trouble(f"{name} komt uit een nieuwere versie van IJkpunt. Werk IJkpunt bij en probeer het opnieuw.")
    try:
        return AnswerSheet.model_validate(found)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise Trouble(
            f"{name} kan niet worden gelezen: {where}: {in_dutch(first)}. Vraag de afzender om het opnieuw te bewaren."
        ) from error


def joined(sheets: Iterable[AnswerSheet]) -> dict[str, AnswerSheet]:
    """The sheets by id. Of the same sheet twice the answers are put together, and what was answered first stands."""
    found: dict[str, AnswerSheet] = {}
    for sheet in sheets:
        known = found.get(sheet.id)
        found[sheet.id] = sheet if known is None else known.model_copy(
            update={"answers": {**sheet.answers, **known.answers}}
        )  # fmt: skip
    return found


def reference(vignette: Vignette, question: Question) -> Reference[str]:
    """What the reference answers to a question."""
    found: Reference[str] = getattr(vignette, question.id)
    return found


def places(own: Weighed, vignette: Vignette) -> dict[str, Place]:
    """Where each answer lies beside the reference, by question: the same, also defensible, or different."""
    found: dict[str, Place] = {}
    for question in QUESTIONS:
        answer, beside = own.answer(question), reference(vignette, question)
        found[question.id] = (
            "same" if answer == beside.answer else "defensible" if answer in beside.defensible else "different"
        )
    return found
