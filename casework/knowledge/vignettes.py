"""A practice vignette: a fictional situation to weigh for oneself, with the reference answers kept back until then.

Vignettes are there to calibrate a team (are we weighing alike?), never to judge a person. They are no reference clients
and nothing in the weighing reads them.
"""

from __future__ import annotations

from typing import Annotated, Any, Generic, Literal, TypeAlias, TypeVar

from pydantic import Field, model_validator

from casework.codes import Changeability, Level, PoolNeed, ProblemArea, Verdict
from casework.knowledge.entry import Data, Entry, NotEmpty, Text
from casework.mistakes import mistake

Code = TypeVar("Code", bound=str)
VignetteId: TypeAlias = Annotated[str, Field(pattern=r"^VIG-\d{2}$")]


class Voice(Data):
    """What somebody in the story says. who: as shown, such as `Moeder` or `De juf`."""

    who: Text
    says: Text


class Reference(Data, Generic[Code]):
    """What the reference answers to one question. defensible: every answer that holds up, `answer` among them."""

    answer: Code
    defensible: Annotated[tuple[Code, ...], NotEmpty]
    why: Text

    @model_validator(mode="after")
    def _holds_up_itself(self) -> Any:
        if self.answer not in self.defensible:
            raise mistake(f"‘{self.answer}’ is het antwoord; zet het ook onder ‘defensible’")
        return self


class Vignette(Entry):
    """age: in whole years. story: at most 200 words, in plain Dutch. asks: what the family or the school asks.

    version: goes up when the story or a reference changes, so that answers on another text are not added to these.
    discuss: questions for the team, after comparing.
    """

    id: VignetteId
    version: Text
    title: Text
    problem_area: ProblemArea
    age: Annotated[int, Field(ge=0, le=23)]
    place: Literal["stad", "dorp"]
    story: Text
    voices: Annotated[tuple[Voice, ...], NotEmpty]
    asks: Text
    level: Reference[Level]
    changeability: Reference[Changeability]
    safety: Reference[Verdict]
    pool: Reference[PoolNeed]
    discuss: Annotated[tuple[Text, ...], NotEmpty]
