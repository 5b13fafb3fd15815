"""Three readers, one source, for every practice family: what families read stands in the provider's version too."""

from __future__ import annotations

import re
from typing import Any

import pytest

from casework.handover.blocks import Reader
from casework.handover.plain import plain
from tests.casework.handover_family import composed
from tests.desktop.test_paper import EDGES
from tests.desktop.test_rebuild import EXAMPLES
from tests.desktop.test_rebuild import composed as practised

FAMILIES: tuple[Reader, ...] = ("parent", "youth")
MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
DATE = re.compile(rf"\b\d{{1,2}} (?:{MONTHS}) \d{{4}}\b")
NUMBER = re.compile(r"\b\d+\b")
NAME = re.compile(r"(?<=[a-zéû,] )[A-ZÀ-Ž][\wé’-]+")


def _checked(told: str, provider: str) -> None:
    assert set(DATE.findall(told)) <= set(DATE.findall(provider))
    words = set(re.findall(r"\w+", provider)) | set(re.findall(r"[\w’-]+", provider))
    assert set(NUMBER.findall(told)) - words == set()
    assert set(NAME.findall(told)) - words == set()


@pytest.mark.parametrize("reader", FAMILIES)
@pytest.mark.parametrize("example", EXAMPLES)
def test_names_numbers_and_dates_all_stand_in_the_providers_version(example: str, reader: Reader) -> None:
    _checked(plain(practised(example, reader)), plain(practised(example, "provider")))


@pytest.mark.parametrize("reader", FAMILIES)
@pytest.mark.parametrize("name", [name for name in EDGES if name != "30.000 words"])
def test_so_they_do_in_the_edge_cases(name: str, reader: Reader) -> None:
    _checked(plain(composed(EDGES[name], reader)), plain(composed(EDGES[name])))


@pytest.mark.parametrize("reader", FAMILIES)
@pytest.mark.parametrize("example", EXAMPLES)
def test_their_data_contradict_nothing_in_the_providers(example: str, reader: Reader) -> None:
    theirs: dict[str, Any] = practised(example, reader).data
    whole: dict[str, Any] = practised(example, "provider").data
    for name, told in theirs.items():
        if name == "document":
            assert {**told, "reader": "provider"} == whole[name]
        elif name == "sections":
            assert all({**one, "reason": ""} in [{**other, "reason": ""} for other in whole[name]] for one in told)
        elif isinstance(told, list):
            assert all(one in whole[name] for one in told)
        elif name not in ("page", "young_person") and told:
            assert told == whole[name]
        elif name == "young_person":
            assert all(whole[name][key] == value for key, value in told.items() if value is not None)
