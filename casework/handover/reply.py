"""The reply of a provider as a file (schema ijkpunt/reply/1): made by the web page of the handover, read here.

It names the document it answers and carries nothing about the family but what the provider writes in its own words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import AwareDatetime, BeforeValidator, ConfigDict, Field, ValidationError, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from casework.answers import Day, Frozen
from casework.mistakes import in_dutch, mistake, shown
from casework.steps.handover import RefusalReason, ReplyOutcome

SCHEMA = "ijkpunt/reply/1"
MAX_BYTES = 200_000
"""A reply is a page of text; what is larger is something else."""
_LONGEST = 10_000
_BROKEN = "Dit antwoord klopt niet. Vraag de aanbieder om het in de webpagina opnieuw te maken. Dit is er mis:"

OUTCOMES: Mapping[str, str] = {
    "geaccepteerd": "ja, wij nemen deze vraag aan",
    "vraag": "wij hebben eerst een vraag",
    "afgewezen": "nee, wij nemen deze vraag niet aan",
}
REASONS: Mapping[str, str] = {
    "geen_plek": "wij hebben op tijd geen plek",
    "hulp_niet_in_huis": "wij geven deze hulp niet",
    "leeftijd_of_regio": "wij werken niet voor deze leeftijd of in deze regio",
    "zwaarder_nodig": "wij denken dat zwaardere hulp nodig is",
    "lichter_kan": "wij denken dat lichtere hulp genoeg is",
    "eerst_veiligheid": "er moet eerst iets gebeuren aan de veiligheid",
    "geen_contract": "wij hebben geen contract voor deze hulp",
    "gezin_wil_niet": "het gezin wil onze hulp niet",
    "anders": "iets anders",
}
USEFULNESS: Mapping[str, str] = {
    "complete": "Stond alles erin wat u nodig had?",
    "clear": "Was de overdracht duidelijk?",
    "usable": "Kon u er meteen mee verder?",
}
"""The three questions about the handover itself, each from 1 (nee) to 5 (ja)."""
assert set(OUTCOMES) == set(get_args(ReplyOutcome)) and set(REASONS) == set(get_args(RefusalReason))


class ReplyError(Exception):
    """A reply that cannot be used; one Dutch sentence for each mistake. `str` says what to do first, where the mistakes
    themselves do not."""

    def __init__(self, mistakes: list[str], advice: str = "") -> None:
        super().__init__("\n".join([*([advice] if advice else []), *mistakes]))
        self.mistakes = mistakes


def _in_utc(value: object) -> object:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z", value):
        raise PydanticCustomError("datetime_type", "not a moment in UTC")  # a number would be seconds since 1970
    return value


Moment = Annotated[AwareDatetime, BeforeValidator(_in_utc)]
Mark = Annotated[int, Field(ge=1, le=5, strict=True)]
Words = Annotated[str, Field(max_length=_LONGEST)]


class Reply(Frozen):
    """One answer to one document. Corrected, it is a new reply with an id of its own and a later moment."""

    model_config = ConfigDict(title="IJkpunt antwoord")

    schema_: Literal["ijkpunt/reply/1"] = Field(alias="schema")
    document_id: str = Field(title="document_id", min_length=1, max_length=100)
    version: int = Field(title="versie", ge=1, le=10_000, strict=True)
    fingerprint: str = Field(title="kenmerk", description="SHA-256 van overdracht.json.", pattern="^[0-9a-f]{64}$")
    reply_id: str = Field(title="antwoord_id", description="Willekeurig.", pattern="^[0-9a-f]{20}$")
    made_at: Moment = Field(title="gegeven_op", description="Moment in UTC, zoals 2026-12-09T10:11:12Z.")
    outcome: ReplyOutcome = Field(title="uitkomst")
    reason: RefusalReason | None = Field(None, title="reden_code", description="Bij afgewezen, en alleen dan.",
                                         validate_default=True)  # fmt: skip
    note: Words = Field("", title="toelichting", description="Nodig bij een vraag, en bij de reden ‘anders’.",
                        validate_default=True)  # fmt: skip
    start_on: Day | None = Field(None, title="start_op")
    waiting_weeks: Annotated[int, Field(ge=0, le=520, strict=True)] | None = Field(
        None, title="wachttijd_weken", description="Bij geaccepteerd: dit of start_op.", validate_default=True
    )
    first_plan_on: Day | None = Field(None, title="eerste_plan_op")
    complete: Mark | None = Field(None, title="compleet", description=USEFULNESS["complete"])
    clear: Mark | None = Field(None, title="duidelijk", description=USEFULNESS["clear"])
    usable: Mark | None = Field(None, title="bruikbaar", description=USEFULNESS["usable"])
    missed: Words = Field("", title="wat_miste")
    contact: str = Field("", title="naam_contact", max_length=200)

    # Each rule stands with the field it is told at, so that one reading tells every mistake.

    @field_validator("reason")
    @classmethod
    def _only_with_no(cls, value: str | None, info: ValidationInfo) -> str | None:
        outcome = info.data.get("outcome")
        if outcome == "afgewezen" and value is None:
            raise mistake("bij ‘afgewezen’ hoort een reden; vul die in")
        if outcome in ("geaccepteerd", "vraag") and value is not None:
            raise mistake("een reden hoort alleen bij ‘afgewezen’; haal hem weg")
        return value

    @field_validator("note")
    @classmethod
    def _where_words_are_needed(cls, value: str, info: ValidationInfo) -> str:
        if not value.strip() and info.data.get("outcome") == "vraag":
            raise mistake("de vraag zelf ontbreekt; schrijf haar op")
        if not value.strip() and info.data.get("reason") == "anders":
            raise mistake("bij ‘anders’ hoort een toelichting; schrijf op wat de reden is")
        return value

    @field_validator("start_on", "waiting_weeks", "first_plan_on")
    @classmethod
    def _not_with_no(cls, value: Any, info: ValidationInfo) -> Any:
        if value is not None and info.data.get("outcome") == "afgewezen":
            raise mistake("dit hoort niet bij ‘afgewezen’; haal het weg")
        return value

    @field_validator("waiting_weeks")
    @classmethod
    def _when_it_begins(cls, value: int | None, info: ValidationInfo) -> int | None:
        begins = info.data.get("start_on", value)  # a start that was written wrong is told at the start
        if value is None and begins is None and "start_on" in info.data and info.data.get("outcome") == "geaccepteerd":
            raise mistake("vul in wanneer de hulp begint, of hoeveel weken het gezin wacht")
        return value


def read(data: bytes) -> Reply:
    """The reply in a file. Raises ReplyError with every mistake, in Dutch."""
    if len(data) > MAX_BYTES:
        raise ReplyError(["Dit bestand is te groot voor een antwoord. Kies een bestand dat met ‘antwoord-’ begint."])
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ReplyError([
            "Dit is geen antwoordbestand, of het is onderweg beschadigd. Vraag de aanbieder om het opnieuw te sturen."
        ]) from error  # fmt: skip
    schema = document.get("schema") if isinstance(document, dict) else None
    if not isinstance(schema, str) or not schema.startswith("ijkpunt/reply/"):
        raise ReplyError(["Dit is geen antwoord op een overdracht. Kies een bestand dat met ‘antwoord-’ begint."])
    if schema != SCHEMA:
        raise ReplyError([f"Dit antwoord heeft versie {shown(schema)}; dit programma leest ‘{SCHEMA}’. "
                          "Gebruik een nieuwere versie van IJkpunt."])  # fmt: skip
    try:
        return Reply.model_validate(document)
    except ValidationError as error:
        told = [(one["loc"], in_dutch(one, Reply)) for one in error.errors(include_url=False)]
        raise ReplyError([f"{'.'.join(map(str, where))}: {words}." for where, words in told], _BROKEN) from error


def schema() -> dict[str, Any]:
    """The JSON schema of the reply (`ijkpunt schema reply`)."""
    return Reply.model_json_schema(by_alias=True)
