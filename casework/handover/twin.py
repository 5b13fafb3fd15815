"""The JSON twin of a handover (schema ijkpunt/handover/1): the same facts for a machine, under the same withholding."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field

from casework.answers import Frozen
from casework.handover.blocks import Kind, Reader
from casework.handover.page import Page
from casework.handover.twin_sent import Announced, Change, Letter, Reference, Shared

SCHEMA = "ijkpunt/handover/1"


class Said(Frozen):
    """A statement, with whose it is, of what kind and of which day."""

    text: str
    source: str = ""
    kind: str = ""
    on: date | None = None


class Head(Frozen):
    id: str = Field(default="", description="OV-jaar-kenmerk; volgt uit de inhoud.")
    version: int = 1
    reader: Reader = "provider"
    language: str = "nl-NL"
    issued_on: date
    valid_until: date
    practice: bool = False
    kind: Kind = "full"
    refers_to: Reference | None = Field(default=None, description="Wat dit vervangt, aanvult of intrekt.")


class PackUsed(Frozen):
    id: str
    version: str


class Somebody(Frozen):
    """Somebody around the young person: never with a phone number, address or birth date."""

    id: str
    name: str
    role: str = ""


class YoungPerson(Frozen):
    name: str
    birth_date: date | None = None
    age: int | None = None


class Custody(Frozen):
    person: str
    kind: str = ""
    source: str = ""
    checked_on: date | None = None


class Agreed(Frozen):
    """A consent: by whom, for what, and whether it was given."""

    person: str
    purpose: str
    outcome: Literal["gegeven", "geweigerd", "ingetrokken"]
    start: date | None = None
    end: date | None = None


class QuestionAsked(Frozen):
    code: str
    id: str
    asker: str
    literally: str = ""
    rephrased: str = ""
    agreed: bool | None = None


class Explained(Frozen):
    together: Said | None = None
    alternative: Said | None = None
    not_known: str = ""
    agrees_child: str = ""
    agrees_parents: str = ""


class SafetyAgreed(Frozen):
    what: str
    who: str = ""
    until: date | None = None
    otherwise: str = ""


class SafetyState(Frozen):
    verdict: str = ""
    spoken_alone: str = ""
    agreements: tuple[SafetyAgreed, ...] = ()


class PastHelp(Frozen):
    name: str
    provider: str = ""
    start: date | None = None
    end: date | None = None
    running: bool | None = None
    result: str = ""
    gain: str = ""
    helped: str = ""
    did_not_help: str = ""


class NeedFound(Frozen):
    code: str
    id: str
    what: str
    question: str = ""
    nature: str = ""
    intensity: str = ""
    months: int | None = None
    own_share: str = ""
    network_share: str = ""
    own_capacity: str = ""
    loose_end: str = ""


class Residue(Frozen):
    need: str
    extent: str = ""
    why: str = ""


class GoalSet(Frozen):
    code: str
    id: str
    words: str
    measured_by: str = ""
    need: str = ""
    start: int | None = None
    now: int | None = None
    target: int | None = None
    by: date | None = None
    owner: str = ""


class GoalScored(Frozen):
    """The score of a goal on a day, 0 to 10: that of the start, or of a review."""

    goal: str
    on: date
    score: int
    at_start: bool = False


class IjwProduct(Frozen):
    """Product (iJw 3.2): the category of JZ020, and the code."""

    Categorie: str | None = None
    Code: str | None = None


class IjwExtent(Frozen):
    """Omvang (iJw 3.2): Eenheid of WJ756, Frequentie of WMO757, as codes."""

    Volume: int
    Eenheid: str | None = None
    Frequentie: str | None = None


class IjwAllocated(Frozen):
    """ToegewezenProduct under the names of iJw 3.2; a draft to copy from, not a message."""

    Product: IjwProduct | None = None
    Ingangsdatum: date | None = None
    Einddatum: date | None = None
    Omvang: IjwExtent | None = None
    Budget: int | None = None


class ProductChosen(Frozen):
    code: str
    id: str
    product: str
    name: str
    provider: str = ""
    provider_agb: str = ""
    delivery: str = ""
    covers: tuple[str, ...] = ()
    ijw: IjwAllocated


class Ending(Frozen):
    conclusion: str = ""
    review_date: date | None = None
    stop_criteria: tuple[str, ...] = ()
    step_down: str = ""


class Advice(Frozen):
    id: str
    question: str = ""
    advice: str = ""
    because: str = ""
    adviser: str = ""
    discipline: str = ""
    registration: str = ""
    given_on: date | None = None
    valid_until: date | None = None
    team_decision: str = ""
    deviation_reason: str = ""


class Decided(Frozen):
    decision: str = ""
    level: str = ""
    request: str = ""
    motivation: str = ""
    alternatives: str = ""
    stay_alternatives: tuple[str, ...] = ()
    family_form_reason: str = ""
    triage_reason: str = ""
    dissent: str = ""
    signed_by: str = ""
    signer_registration: str = ""


class Together(Frozen):
    coordinator: str = ""
    intensity: str = ""
    reviews: tuple[date, ...] = ()
    plan_expected: date | None = None


class Voice(Frozen):
    read_by_child: str = ""
    read_by_parents: str = ""
    own_statement: str = ""


class OpenPoint(Frozen):
    rule: str
    title: str


class SectionState(Frozen):
    code: str
    title: str
    shared: bool
    reason: str = ""


class HeldBack(Frozen):
    what: str
    why: str


class Twin(Frozen):
    """A field that is empty was not asked, does not apply, or is held back; `sections` and `withheld` say which."""

    schema_: Literal["ijkpunt/handover/1"] = Field(default="ijkpunt/handover/1", alias="schema")
    document: Head
    pack: PackUsed | None = None
    young_person: YoungPerson
    people: tuple[Somebody, ...] = ()
    custody: tuple[Custody, ...] = ()
    consents: tuple[Agreed, ...] = ()
    recipient: str = ""
    contact: str = Field(default="", description="Waar het team te bellen of te mailen is.")
    start_talk: str = ""
    three_to_know: tuple[str, ...] = ()
    questions: tuple[QuestionAsked, ...] = ()
    goes_well: Said | None = None
    explanation: Explained | None = None
    safety: SafetyState | None = None
    help_so_far: tuple[PastHelp, ...] = ()
    needs: tuple[NeedFound, ...] = ()
    residual_need: tuple[Residue, ...] = ()
    goals: tuple[GoalSet, ...] = ()
    goal_scores: tuple[GoalScored, ...] = ()
    less_and_stop: Ending | None = None
    decision: Decided | None = None
    products: tuple[ProductChosen, ...] = ()
    advice: tuple[Advice, ...] = ()
    together: Together | None = None
    voice: Voice | None = None
    open_points: tuple[OpenPoint, ...] = ()
    sections: tuple[SectionState, ...] = ()
    withheld: tuple[HeldBack, ...] = ()
    page: Page | None = Field(default=None, description="Wat er op de bladen staat: hieruit is het stuk weer te maken.")
    changes: tuple[Change, ...] = ()
    announcement: Announced | None = None
    letter: Letter | None = None
    receipt: tuple[Shared, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return self.model_dump(mode="json", by_alias=True)


def schema() -> dict[str, Any]:
    """The JSON schema of the twin (`ijkpunt schema handover`)."""
    return Twin.model_json_schema(by_alias=True)
