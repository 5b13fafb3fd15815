"""The portable form of a case: reading it with every mistake at once, and writing it (contract: case file)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model
from pydantic_core import ErrorDetails

from casework.answers import Answer
from casework.case import Case, PackRef, Response
from casework.consultation import Consultation
from casework.mistakes import in_dutch, shown
from casework.paths import assemble
from casework.people import Person
from casework.steps import FLOW

SCHEMA = "ijkpunt/case/1"
MAX_BYTES = 20_000_000
MAX_DEPTH = 40
MOST_MISTAKES = 100
"""A file with more is not a case file with slips in it; the rest is counted."""


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


_Name: TypeAlias = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]
"""Part of a path, so without a dot (see paths.py)."""


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
    checklists: dict[_Name, dict[_Name, Answer[str]]] = {}
    consultations: tuple[Consultation, ...] = ()
    responses: tuple[Response, ...] = ()

    def case(self) -> Case:
        return Case(
            id=self.case_id,
            family_id=self.family_id,
            pack=self.pack,
            practice=self.practice,
            people=self.people,
            answers=dict(self.answers),
            checklists=self.checklists,
            consultations=self.consultations,
            responses=self.responses,
        )


def read(data: bytes, today: date) -> Case:
    """The case in a case file. Raises CaseFileError with every mistake, in Dutch."""
    return check(parse(data), today)


def parse(data: bytes) -> dict[str, Any]:
    """The JSON object in the bytes, of a size and depth that can be handled. Raises CaseFileError."""
    if len(data) > MAX_BYTES:
        raise CaseFileError([_TOO_LARGE])
    try:
        document = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_no_doubles, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise CaseFileError([_NOT_UTF_8]) from error
    except RecursionError as error:
        raise CaseFileError([_TOO_DEEP]) from error
    except json.JSONDecodeError as error:
        raise CaseFileError([f"Dit bestand is geen JSON: regel {error.lineno}, teken {error.colno}. "
                             "Controleer of het bestand compleet is."]) from error  # fmt: skip
    except ValueError as error:  # Python reads no number of more than some thousands of digits
        raise CaseFileError(["In dit bestand staat een getal van duizenden cijfers. Haal het weg."]) from error
    if not isinstance(document, dict):
        raise CaseFileError(['Dit is geen casusbestand: het begint niet met { "schema": "ijkpunt/case/1", … }.'])
    if _deeper_than(document, MAX_DEPTH):
        raise CaseFileError([_TOO_DEEP])
    try:
        json.dumps(document, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:  # half a character, as in "\\ud83d": can be read, and never written again
        raise CaseFileError([_NOT_UTF_8]) from error
    return document


_TOO_LARGE = (
    f"Dit bestand is te groot: een casusbestand is hoogstens {MAX_BYTES // 1_000_000} MB. "
    "Het bevat alleen tekst: kies een ander bestand."
)
_NOT_UTF_8 = "Dit bestand is geen goede UTF-8-tekst. Bewaar het opnieuw als UTF-8."
_TOO_DEEP = f"Dit bestand is dieper genest dan een casusbestand kan zijn (meer dan {MAX_DEPTH} lagen)."


def check(document: Mapping[str, Any], today: date) -> Case:
    """The case in a parsed document. Raises CaseFileError with every mistake, in Dutch."""
    schema = document.get("schema")
    if not isinstance(schema, str) or not schema.startswith("ijkpunt/case/"):
        raise CaseFileError([f'Dit is geen casusbestand: "schema" moet "{SCHEMA}" zijn.'])
    if schema != SCHEMA:
        raise CaseFileError([f"Dit casusbestand heeft versie {shown(schema)}; dit programma leest ‘{SCHEMA}’. "
                             "Gebruik een nieuwere versie van IJkpunt."])  # fmt: skip
    doubled = list(islice(_doubled(document), MOST_MISTAKES))
    try:
        found = CaseFile.model_validate(document, context={"today": today})
    except ValidationError as error:
        raise CaseFileError([*_told(error.errors(include_url=False), document), *doubled]) from error
    if doubled:
        raise CaseFileError(doubled)
    return found.case()


def write(
    case_id: str, family_id: str, pack: PackRef | None, practice: bool, flat: Mapping[str, Any]
) -> dict[str, Any]:
    """A case file from what the store keeps by path."""
    return {**_head(case_id, family_id, pack, practice), **assemble(flat)}


def as_document(case: Case) -> dict[str, Any]:
    """A case as a case file, dates absolute; what was not asked is left out."""
    answers = {step: given.model_dump(mode="json") for step, given in case.answers.items()}
    return {
        **_head(case.id, case.family_id, case.pack, case.practice),
        "people": _dumped(case.people),
        "answers": {step: given for step, given in answers.items() if given},
        "checklists": {
            name: {item: said.model_dump(mode="json") for item, said in items.items()}
            for name, items in case.checklists.items()
        },
        "consultations": _dumped(case.consultations),
        "responses": _dumped(case.responses),
    }


def _head(case_id: str, family_id: str, pack: PackRef | None, practice: bool) -> dict[str, Any]:
    head = {"schema": SCHEMA, "case_id": case_id, "family_id": family_id, "pack": pack.model_dump() if pack else None}
    return head | ({"practice": True} if practice else {})


def _dumped(values: Sequence[BaseModel]) -> list[dict[str, Any]]:
    return [value.model_dump(mode="json") for value in values]


def schema() -> dict[str, Any]:
    """The JSON schema of the case file; titles are the field names of the brief."""
    return CaseFile.model_json_schema(by_alias=True)


def _told(errors: Sequence[ErrorDetails], document: Any) -> list[str]:
    told = [f"{_where(one['loc'], document)}: {_ended(in_dutch(one, CaseFile))}" for one in errors[:MOST_MISTAKES]]
    more = len(errors) - len(told)
    return [*told, f"En nog {more} andere fouten."] if more else told


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith("?") else f"{sentence}."


def _where(loc: tuple[int | str, ...], document: Any) -> str:
    """A place as a path by id: answers.help_history.help.<id>.result. Marks of unions are no part of the file."""
    path: list[str] = []
    here = document
    for before, part in zip(("", *loc), loc, strict=False):
        if part in _UNION_MARKS and before not in _UNION_MARKS:
            continue
        if isinstance(part, int) and isinstance(here, list) and part < len(here):
            here = here[part]
            name = here.get("id") if isinstance(here, dict) else None
            path.append(name if isinstance(name, str) and name else f"nr. {part + 1}")
        elif isinstance(here, dict) and part in here:
            here = here[part]
            path.append(str(part))
        elif part not in ("value", "[key]"):  # the value of an answer that was given plainly; the name just passed
            path.append(str(part))
    return ".".join(path) or "het bestand"


_UNION_MARKS = ("answered", "unanswered")


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


def _doubled(value: Any, path: str = "") -> Iterator[str]:
    """Records in one list that share an id, or two responses to one rule: paths go by them, so one would be lost."""
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _doubled(child, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        key, advice = ("rule", "houd één antwoord over") if path == "responses" else ("id", "geef elk een eigen id")
        names = Counter(item[key] for item in value if isinstance(item, dict) and isinstance(item.get(key), str))
        yield from (f"{path}: {key} {shown(name)} komt {n} keer voor; {advice}." for name, n in names.items() if n > 1)
        for item in value:
            yield from _doubled(item, path)
