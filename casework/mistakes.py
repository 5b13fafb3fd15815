"""Mistakes in data, told in Dutch: what is wrong, and what to do. For case files and knowledge packs alike.

Pydantic finds the mistakes; this is the one place that puts its English error types into words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import islice
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from casework.trouble import Trouble
from casework.words import listed

M = TypeVar("M", bound=BaseModel)
_MOST_OPTIONS = 12
_LONGEST_VALUE = 40
_OURS = "in_dutch"


def mistake(sentence: str) -> PydanticCustomError:
    """What a validator of ours raises: `sentence` is Dutch already and says what to do."""
    return PydanticCustomError(_OURS, "{sentence}", {"sentence": sentence})


def as_typed(model: type[M], typed: Mapping[str, Any]) -> M:
    """What somebody typed, as a model. Raises Trouble with the first thing that does not fit, such as a long text."""
    try:
        return model.model_validate(typed)
    except ValidationError as error:
        said = in_dutch(error.errors()[0])
        raise Trouble(f"{said[:1].upper()}{said[1:]}.") from error


def in_dutch(error: ErrorDetails, model: type[BaseModel] | None = None) -> str:
    """One mistake as a Dutch sentence without a full stop; where it stands is for the caller to say.

    `model` is what was being read: with it, a misspelt field gets a suggestion. Total: an error type that is not known
    here still gives a Dutch sentence.
    """
    kind, context = error["type"], error.get("ctx", {})
    if kind == _OURS:
        return str(context["sentence"])
    if kind == "missing":
        return f"‘{_last(error['loc'])}’ ontbreekt; vul dit in"
    if kind == "extra_forbidden":
        return _unknown_field(error["loc"], model)
    if kind == "literal_error":
        return _choose(error["input"], re.findall(r"'([^']*)'", str(context.get("expected", ""))))
    if kind in ("enum", "union_tag_invalid"):
        options = context.get("expected") or context.get("expected_tags") or ""
        return _choose(context.get("tag", error["input"]), re.findall(r"'([^']*)'", str(options)))
    if error["input"] == "" and context.get("min_length", 1) == 1:
        return "dit is leeg; vul iets in of haal de regel weg"
    sentence = _SENTENCES.get(kind, "dit past hier niet; kijk in het schema wat hier mag staan")
    quote = kind.endswith("_type") or not isinstance(error["input"], dict | list | tuple)
    return f"{sentence.format_map(_Words(context))}{_instead_of(error['input']) if quote else ''}"


def did_you_mean(word: str, known: Collection[str]) -> str:
    """`; bedoelt u ‘…’?`, or nothing when no known word is near."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"; bedoelt u ‘{near[0]}’?" if near else ""


def shown(value: object) -> str:
    """A value as quoted in a sentence: short, on one line; what is not a single value is named by its kind."""
    if isinstance(value, Mapping):
        return "een blok met velden"
    if isinstance(value, list | tuple | set | frozenset):
        return "een lijst"
    if isinstance(value, bool) or value is None:
        return {True: "‘true’", False: "‘false’", None: "niets"}[value]
    if isinstance(value, bytes):  # a file that is no JSON at all
        value = value.decode("utf-8", "replace")
    text = " ".join(islice(str(value)[: 10 * _LONGEST_VALUE].split(), _LONGEST_VALUE))
    return f"‘{text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + '…'}’"


def _instead_of(value: object) -> str:
    return f" (er staat {shown(value)})"


def _choose(given: object, options: Sequence[str]) -> str:
    if len(options) > _MOST_OPTIONS:
        near = get_close_matches(str(given), options, n=3, cutoff=0.4)
        return f"{shown(given)} is geen keuze hier; {_closest(near)}"
    return f"kies {listed(options, last='of')}{_instead_of(given)}"


def _closest(near: Sequence[str]) -> str:
    return f"het dichtst in de buurt: {listed(near, last='of')}" if near else "kijk in het schema welke keuzes er zijn"


def _unknown_field(loc: tuple[int | str, ...], model: type[BaseModel] | None) -> str:
    name = _last(loc)
    guess = did_you_mean(name, fields_at(model, loc[:-1])) if model else ""
    return f"‘{name}’ is hier geen bekend veld{guess or '; haal het weg'}"


def _last(loc: tuple[int | str, ...]) -> str:
    return str(loc[-1]) if loc else "dit"


def fields_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """The names of the fields that may stand at a place in a model. Unknown parts of `loc` (union tags) are skipped."""
    found = [model]
    for part in loc:
        deeper = [
            inner
            for one in found
            if part in one.model_fields
            for inner in _models(one.model_fields[str(part)].annotation)
        ]
        found = deeper or found
    return [name for one in found for name in one.model_fields]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and get_origin(annotation) is None and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


class _Words(dict[str, Any]):
    """The context of an error with Dutch numbers; a word it lacks never breaks a sentence."""

    def __missing__(self, key: str) -> str:
        return "…"


_A_TEXT = "hier hoort tekst"
_A_NUMBER = "hier hoort een getal"
_A_WHOLE_NUMBER = "hier hoort een heel getal"
_YES_NO = "hier hoort true of false"
_A_DAY = "hier hoort een datum als 2026-01-31"
_A_MOMENT = "hier hoort een datum met tijd als 2026-01-31T09:30"
_A_LIST = "hier hoort een lijst"
_FIELDS = "hier hoort een blok met velden"

_SENTENCES: Mapping[str, str] = {
    "relative_date": "een datum als -3m kan alleen met een peildatum; schrijf de datum uit of geef een peildatum",
    "date_out_of_range": "deze datum ligt buiten de kalender; kies een datum tussen het jaar 1 en 9999",
    "reason_missing": "niet van toepassing vraagt een reden; vul ‘reason’ in",
    "string_type": _A_TEXT,
    "string_unicode": "deze tekst is niet leesbaar; sla het bestand op als UTF-8",
    "bytes_type": _A_TEXT,
    "string_not_ascii": "gebruik hier alleen gewone letters, cijfers en streepjes",
    "string_too_short": "deze tekst is te kort; gebruik minstens {min_length} tekens",
    "string_too_long": "deze tekst is te lang; gebruik hoogstens {max_length} tekens",
    "string_pattern_mismatch": "dit heeft niet de vorm die hier moet ({pattern})",
    "int_type": _A_WHOLE_NUMBER,
    "int_parsing": _A_WHOLE_NUMBER,
    "int_from_float": _A_WHOLE_NUMBER,
    "int_parsing_size": "dit getal is te groot; kies een kleiner getal",
    "float_type": _A_NUMBER,
    "float_parsing": _A_NUMBER,
    "decimal_type": _A_NUMBER,
    "decimal_parsing": _A_NUMBER,
    "finite_number": _A_NUMBER,
    "greater_than": "kies een getal groter dan {gt}",
    "greater_than_equal": "kies een getal van {ge} of hoger",
    "less_than": "kies een getal kleiner dan {lt}",
    "less_than_equal": "kies een getal van {le} of lager",
    "multiple_of": "kies een veelvoud van {multiple_of}",
    "bool_type": _YES_NO,
    "bool_parsing": _YES_NO,
    "date_type": _A_DAY,
    "date_parsing": _A_DAY,
    "date_from_datetime_parsing": _A_DAY,
    "date_from_datetime_inexact": "hier hoort een datum zonder tijd",
    "date_past": "kies een datum in het verleden",
    "date_future": "kies een datum in de toekomst",
    "datetime_type": _A_MOMENT,
    "datetime_parsing": _A_MOMENT,
    "datetime_from_date_parsing": _A_MOMENT,
    "time_type": "hier hoort een tijd als 09:30",
    "time_parsing": "hier hoort een tijd als 09:30",
    "list_type": _A_LIST,
    "tuple_type": _A_LIST,
    "set_type": _A_LIST,
    "frozen_set_type": _A_LIST,
    "iterable_type": _A_LIST,
    "too_short": "deze lijst is te kort; minstens {min_length} nodig",
    "too_long": "deze lijst is te lang; hoogstens {max_length} toegestaan",
    "dict_type": _FIELDS,
    "mapping_type": _FIELDS,
    "model_type": _FIELDS,
    "model_attributes_type": _FIELDS,
    "dataclass_type": _FIELDS,
    "invalid_key": "de naam van een veld is altijd tekst",
    "union_tag_not_found": "het is niet te zien wat dit is; kijk in het schema wat hier mag staan",
    "none_required": "laat dit leeg",
    "recursion_loop": "dit verwijst naar zichzelf; haal de verwijzing weg",
    "json_invalid": "dit is geen geldige JSON",
    "json_type": "dit is geen geldige JSON",
}
