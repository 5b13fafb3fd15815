"""The portable form of a case: reading it with every mistake at once, and writing it (contract: case file)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from casework.answers import Answer
from casework.case import Case, PackRef, Response
from casework.consultation import Consultation
from casework.mistakes import in_dutch
from casework.paths import assemble
from casework.people import Person
from casework.steps import FLOW

SCHEMA = "ijkpunt/case/1"
MAX_BYTES = 20_000_000
MAX_DEPTH = 40


class CaseFileError(Exception):
    """A case file that cannot be used; one Dutch sentence for each mistake."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


_Steps = create_model(
    "Steps",
    __config__=ConfigDict(extra="forbid", frozen=True),
    **{step.id: (step.answers, Field(default_factory=step.answers, title=step.title)) for step in FLOW.steps},
)  # type: ignore[call-overload]


class CaseFile(BaseModel):
    """A case as JSON. A missing field is `not_asked`; dates may be relative to the reference date (`-14m`)."""

    model_config = ConfigDict(extra="forbid", frozen=True, title="IJkpunt casus")

    schema_: Literal["ijkpunt/case/1"] = Field(alias="schema")
    case_id: str = Field(min_length=1, max_length=64)
    family_id: str = Field(default="", max_length=64)
    pack: PackRef | None = None
    practice: bool = Field(default=False, description="Een oefencasus: elke afdruk draagt het woord OEFENING.")
    people: tuple[Person, ...] = ()
    answers: _Steps = Field(default_factory=_Steps)  # type: ignore[valid-type]
    checklists: dict[str, dict[str, Answer[str]]] = {}
    consultations: tuple[Consultation, ...] = ()
    responses: tuple[Response, ...] = ()

    def case(self) -> Case:
        answers = {step.id: getattr(self.answers, step.id) for step in FLOW.steps}
        return Case(
            id=self.case_id,
            family_id=self.family_id,
            pack=self.pack,
            practice=self.practice,
            people=self.people,
            answers=answers,
            checklists=self.checklists,
            consultations=self.consultations,
            responses=self.responses,
        )


def read(data: bytes, today: date) -> Case:
    """The case in a case file. Raises CaseFileError with every mistake, in Dutch."""
    return check(parse(data), today)


def parse(data: bytes) -> dict[str, Any]:
    """The JSON object in the bytes, of a size and depth that can be handled."""
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        raise CaseFileError([f"Dit bestand is te groot ({len(data) // 1_000_000} MB; hoogstens {limit} MB). "
                             "Een casusbestand bevat alleen tekst: kies een ander bestand."])  # fmt: skip
    try:
        document = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_no_doubles, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise CaseFileError(["Dit bestand is geen UTF-8-tekst. Bewaar het opnieuw als UTF-8."]) from error
    except RecursionError as error:
        raise CaseFileError([_TOO_DEEP]) from error
    except json.JSONDecodeError as error:
        raise CaseFileError([f"Dit bestand is geen JSON: regel {error.lineno}, teken {error.colno}. "
                             "Controleer of het bestand compleet is."]) from error  # fmt: skip
    if not isinstance(document, dict):
        raise CaseFileError(['Dit is geen casusbestand: het begint niet met { "schema": "ijkpunt/case/1", … }.'])
    if _deeper_than(document, MAX_DEPTH):
        raise CaseFileError([_TOO_DEEP])
    return document


_TOO_DEEP = f"Dit bestand is dieper genest dan een casusbestand kan zijn (meer dan {MAX_DEPTH} lagen)."


def check(document: Mapping[str, Any], today: date) -> Case:
    """The case in a parsed document. Raises CaseFileError with every mistake, in Dutch."""
    schema = document.get("schema")
    if not isinstance(schema, str) or not schema.startswith("ijkpunt/case/"):
        raise CaseFileError([f'Dit is geen casusbestand: "schema" moet "{SCHEMA}" zijn.'])
    if schema != SCHEMA:
        raise CaseFileError([f'Dit casusbestand heeft versie "{schema}"; dit programma leest "{SCHEMA}". '
                             "Gebruik een nieuwere versie van IJkpunt."])  # fmt: skip
    try:
        found = CaseFile.model_validate(document, context={"today": today})
    except ValidationError as error:
        mistakes = [f"{_where(e['loc'], document)}: {in_dutch(e, CaseFile)}." for e in error.errors()]
        raise CaseFileError(mistakes) from error
    if doubles := list(_doubled_ids(document)):
        raise CaseFileError(doubles)
    return found.case()


def write(
    case_id: str, family_id: str, pack: PackRef | None, practice: bool, flat: Mapping[str, Any]
) -> dict[str, Any]:
    """A case file from what the store keeps by path."""
    head = {"schema": SCHEMA, "case_id": case_id, "family_id": family_id}
    about = {"pack": pack.model_dump() if pack else None, **({"practice": True} if practice else {})}
    return {**head, **about, **assemble(flat)}


def as_document(case: Case) -> dict[str, Any]:
    """A case as a case file, dates absolute; what was not asked is left out."""
    file = CaseFile.model_construct(
        schema_=SCHEMA,
        case_id=case.id,
        family_id=case.family_id,
        pack=case.pack,
        practice=case.practice,
        people=case.people,
        answers=_Steps.model_construct(**case.answers),
        checklists=case.checklists,
        consultations=case.consultations,
        responses=case.responses,
    )
    document = file.model_dump(mode="json", by_alias=True)
    document["answers"] = {step: given for step, given in document["answers"].items() if given}
    return document


def schema() -> dict[str, Any]:
    """The JSON schema of the case file; titles are the field names of the brief."""
    return CaseFile.model_json_schema(by_alias=True)


def _where(loc: tuple[int | str, ...], document: Any) -> str:
    """A place as a path by id: answers.help_history.help.<id>.result. Marks of unions are no part of the file."""
    path: list[str] = []
    here = document
    for part in loc:
        if isinstance(part, int) and isinstance(here, list) and part < len(here):
            here = here[part]
            path.append(str(here["id"]) if isinstance(here, dict) and "id" in here else f"nr. {part + 1}")
        elif isinstance(part, str) and isinstance(here, dict) and part in here:
            here = here[part]
            path.append(part)
        elif part not in _UNION_MARKS:
            path.append(str(part))
    return ".".join(path) or "het bestand"


_UNION_MARKS = ("answered", "unanswered", "value")


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = [key for key, count in Counter(key for key, _ in pairs).items() if count > 1]
        raise CaseFileError([f'De naam "{key}" staat twee keer in hetzelfde blok.' for key in twice])
    return found


def _no_constant(name: str) -> None:
    raise CaseFileError([f"{name} is geen getal dat in een casusbestand kan staan."])


def _deeper_than(value: Any, limit: int) -> bool:
    level = [value]
    for _ in range(limit):
        level = [child for item in level for child in _children(item)]
        if not level:
            return False
    return True


def _children(item: Any) -> Iterator[Any]:
    if isinstance(item, dict):
        yield from item.values()
    elif isinstance(item, list):
        yield from item


def _doubled_ids(value: Any, path: str = "") -> Iterator[str]:
    """Records in one list that share an id: paths go by id, so one would hide the other."""
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _doubled_ids(child, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        ids = Counter(item["id"] for item in value if isinstance(item, dict) and isinstance(item.get("id"), str))
        yield from (
            f'{path}: het id "{name}" komt {n} keer voor; geef elk een eigen id.' for name, n in ids.items() if n > 1
        )
        for item in value:
            yield from _doubled_ids(item, path)
