"""The profile that goes along is coarse and a whitelist; what stays recognisable is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import resources
from bench.pseudonym import PAGE, lexicon, renewed
from casework import casefile
from casework.pseudonym import CoarseProfile, coarse_profile, known_of, rare_warnings, read_coarse, scan
from casework.pseudonym.rare import expected_count
from casework.steps.identity import Identity
from desktop.bootstrap import knowledge

DAY = date(2026, 11, 22)
DATA = read_coarse(resources.pseudonym())
FAMILIES = sorted(
    one.name.removesuffix(".json") for one in resources.examples().iterdir() if one.name.endswith(".json")
)


def profile_of(name: str, **identity: object) -> CoarseProfile:
    case = casefile.read((resources.examples() / f"{name}.json").read_bytes(), DAY)
    if identity:
        told = Identity.model_validate({**case.step(Identity).model_dump(), **identity})
        case = replace(case, answers={**case.answers, "identity": told})
    return coarse_profile(case.settle(DAY), knowledge(), DATA)


@pytest.mark.parametrize("name", FAMILIES)
def test_a_profile_holds_nothing_that_the_case_knows(name: str) -> None:
    case = casefile.read((resources.examples() / f"{name}.json").read_bytes(), DAY)
    profile = coarse_profile(case.settle(DAY), knowledge(), DATA, with_sex=True)
    text = "\n".join(f"{label}: {words}." for label, words in profile.told)
    assert not [text[hit.start : hit.end] for hit in scan(text, known_of(case, DAY), lexicon()) if hit.known]


def test_help_is_told_by_letter_and_in_relative_time() -> None:
    told = [one.told for one in profile_of("jesse").help]
    assert told[0] == "Algemeen en preventief, Aanbieder A, begon 2 jaar geleden, duurde 8 maanden, hielp"
    assert "Aanbieder C" in told[2] and "Aanbieder C" in told[3]


def test_sex_stays_out_unless_asked_and_the_municipality_becomes_a_part_of_the_region() -> None:
    profile = profile_of("jesse", gender="1 mannelijk", responsible_municipality="Het Hogeland")
    assert profile.sex == "" and profile.region_part == "Noord-Groningen"
    assert "Hogeland" not in str(profile.told)
    assert profile_of("jesse", responsible_municipality="Het Hogeland", secret_address=True).region_part == ""


@pytest.mark.parametrize(
    ("birth", "band"),
    [("-3y11m", "0–3"), ("-4y", "4–7"), ("-11y11m", "8–11"), ("-12y", "12–15"), ("-17y11m", "16–17"), ("-18y", "18+")],
)
def test_age_is_a_band(birth: str, band: str) -> None:
    case = casefile.read((resources.examples() / "jesse.json").read_bytes(), DAY)
    told = Identity.model_validate({**case.step(Identity).model_dump(), "birth_date": birth}, context={"today": DAY})
    case = replace(case, answers={**case.answers, "identity": told})
    assert coarse_profile(case.settle(DAY), knowledge(), DATA).age_band == band


def test_a_rare_combination_is_told_as_an_estimate() -> None:
    rare = rare_warnings(profile_of("wendy-15"), knowledge(), DATA)
    assert "ongeveer" in rare[0] or "minder dan 1" in rare[0]
    assert "zit thuis" in rare[1] and "ruwe schatting" in rare[2]
    assert not any("anoniem" in one for one in rare)


def test_a_common_combination_is_not() -> None:
    profile = profile_of("jesse")
    assert expected_count(profile, DATA) >= DATA.at_least and rare_warnings(profile, knowledge(), DATA) == ()


def test_the_more_is_told_the_fewer_fit() -> None:
    bare = profile_of("jesse").model_copy(update={"target_groups": (), "flags": (), "family_form": ""})
    fuller = bare.model_copy(update={"target_groups": ("ASS",)})
    fullest = fuller.model_copy(update={"school": "thuiszitter"})
    assert expected_count(bare, DATA) > expected_count(fuller, DATA) > expected_count(fullest, DATA)


def test_every_share_is_of_a_value_that_exists() -> None:
    labels = knowledge().likeness.value_labels
    for feature, shares in DATA.shares.items():
        assert feature not in labels or shares.keys() <= labels[feature].keys()
        assert all(0 < share < 1 for share in shares.values())
    named = {one.name for one in knowledge().manifest.municipalities}
    assert {name for part in DATA.region_parts for name in part.municipalities} == named


def test_the_published_figures_are_those_of_today() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert renewed(page) == page, "renew them with python -m bench.pseudonym"
