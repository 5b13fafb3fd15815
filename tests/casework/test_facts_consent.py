"""The consent matrix (brief §2.3), per age, custody and exception."""

from __future__ import annotations

from typing import Any

import pytest

from tests.casework.families import ABSENT, Changes, consent, custodian, facts_of, ordinary

YOUNG, MOTHER, FATHER = "jeugdige", "moeder", "vader"
BOTH = [custodian(MOTHER), custodian(FATHER)]
ONLY_MOTHER = [custodian(MOTHER)]


def asked(age: str, custody: Any, who: list[str], purpose: str, **more: Any) -> Changes:
    return ordinary(
        {
            "identity.birth_date": f"-{age}",
            "identity.custody": custody,
            "identity.consents": [consent(one, purpose) for one in who],
            **{f"identity.{field}": value for field, value in more.items()},
        }
    )


@pytest.mark.parametrize(
    ("age", "custody", "who", "enough"),
    [
        ("8y", BOTH, [MOTHER, FATHER], True),
        ("8y", BOTH, [MOTHER], False),
        ("8y", BOTH, [YOUNG], False),
        ("8y", ONLY_MOTHER, [MOTHER], True),
        ("8y", [], [MOTHER], False),
        ("8y", ABSENT, [MOTHER], None),
        ("8y", [custodian(MOTHER), {"id": "g2", "kind": "ouder"}], [MOTHER, FATHER], False),
        ("11y11m", BOTH, [YOUNG, MOTHER], False),
        ("12y", BOTH, [YOUNG], True),
        ("12y", BOTH, [MOTHER, FATHER], False),
        ("15y", ABSENT, [YOUNG], True),
        ("17y", BOTH, [YOUNG], True),
        ("19y", ABSENT, [YOUNG], True),
        ("19y", ABSENT, [MOTHER], False),
    ],
)
def test_consent_to_share(age: str, custody: Any, who: list[str], enough: bool | None) -> None:
    assert facts_of(asked(age, custody, who, "delen_met_aanbieder")).get("consent_to_share") is enough


@pytest.mark.parametrize(
    ("age", "custody", "who", "enough"),
    [
        ("8y", BOTH, [MOTHER, FATHER], True),
        ("8y", BOTH, [FATHER], False),
        ("12y", BOTH, [YOUNG, MOTHER, FATHER], True),
        ("15y11m", BOTH, [YOUNG, MOTHER], False),
        ("15y11m", BOTH, [MOTHER, FATHER], False),
        ("12y", ABSENT, [YOUNG], None),
        ("16y", BOTH, [YOUNG], True),
        ("16y", BOTH, [MOTHER, FATHER], False),
        ("20y", ABSENT, [YOUNG], True),
    ],
)
def test_consent_to_the_help_itself(age: str, custody: Any, who: list[str], enough: bool | None) -> None:
    assert facts_of(asked(age, custody, who, "hulp")).get("consent_to_help") is enough


@pytest.mark.parametrize(
    ("age", "who", "share", "help_"),
    [
        ("13y", [MOTHER, FATHER], True, True),
        ("13y", [YOUNG], False, False),
        ("17y", [MOTHER, FATHER], True, True),
        ("17y", [YOUNG, MOTHER], False, False),
        ("19y", [MOTHER], True, True),
        ("19y", [YOUNG], False, False),
    ],
)
def test_who_cannot_decide_is_represented(age: str, who: list[str], share: bool, help_: bool) -> None:
    for purpose, fact, enough in (
        ("delen_met_aanbieder", "consent_to_share", share),
        ("hulp", "consent_to_help", help_),
    ):
        assert facts_of(asked(age, BOTH, who, purpose, able_to_decide=False))[fact] is enough


@pytest.mark.parametrize("missing", ["identity.birth_date", "identity.consents"])
def test_consent_is_unknown_until_it_was_asked(missing: str) -> None:
    facts = facts_of(ordinary({missing: ABSENT}))
    assert not {"consent_to_share", "consent_to_help", "consent_missing_from_count"} & facts.keys()


@pytest.mark.parametrize(
    ("consents", "enough"),
    [
        ([consent(YOUNG, outcome="gegeven")], True),
        ([consent(YOUNG, outcome="geweigerd")], False),
        ([consent(YOUNG, start="+1d")], False),
        ([consent(YOUNG, start="-1y", end="-1d")], False),
        ([consent(YOUNG, start="-1y", end="+0d")], True),
        ([consent(YOUNG, withdrawn_on="+0d")], False),
        ([consent(YOUNG, withdrawn_on="+1d")], True),
        ([consent(YOUNG), {**consent(YOUNG, outcome="geweigerd", start="-1d"), "id": "c2"}], False),
        ([consent(YOUNG), {**consent(YOUNG, outcome="geweigerd", start="-2m"), "id": "c2"}], True),
        ([consent(YOUNG), {**consent(YOUNG, outcome="geweigerd"), "id": "c2"}], False),
        ([consent(YOUNG, "hulp"), consent(YOUNG, "school")], False),
        ([consent("fenna oefenstra")], True),
        ([{"id": "c1", "purpose": "delen_met_aanbieder"}], False),
    ],
)
def test_a_consent_counts_while_it_holds(consents: list[dict[str, Any]], enough: bool) -> None:
    assert facts_of(ordinary({"identity.consents": consents}))["consent_to_share"] is enough


def test_a_person_is_the_same_by_id_and_by_name() -> None:
    answers = asked("8y", [custodian("Anna Oefenstra"), custodian(FATHER)], [MOTHER, "bas oefenstra "],
                    "delen_met_aanbieder")  # fmt: skip
    assert facts_of(answers)["consent_to_share"] is True


def test_namesakes_do_not_consent_for_each_other() -> None:
    people = [{"id": one, "name": "Jan Oefenstra", "relation": "vader"} for one in (MOTHER, FATHER)]
    assert (
        facts_of({**asked("8y", BOTH, [FATHER], "delen_met_aanbieder"), "people": people})["consent_to_share"] is False
    )


def test_it_is_told_from_how_many_people_consent_is_missing() -> None:
    assert facts_of(asked("8y", BOTH, [], "delen_met_aanbieder"))["consent_missing_from_count"] == 2


@pytest.mark.parametrize(
    ("age", "exception", "complete"),
    [
        ("14y", "7.3.4_lid_2", True),
        ("16y", "7.3.4_lid_2", False),
        ("11y", "7.3.4_lid_2", False),
        ("8y", "7.3.16", True),
        ("17y", "maatregel_of_rechter", True),
    ],
)
def test_an_exception_counts_where_the_law_has_it(age: str, exception: str, complete: bool) -> None:
    named = asked(age, BOTH, [], "delen_met_aanbieder", sharing_exception=exception, sharing_exception_reason="Nadeel")
    assert facts_of(named)["sharing_exception_complete"] is complete


@pytest.mark.parametrize("reason", [ABSENT, "", "  "])
def test_an_exception_without_a_reason_is_none(reason: Any) -> None:
    named = asked("14y", BOTH, [], "delen_met_aanbieder", sharing_exception="7.3.16", sharing_exception_reason=reason)
    assert (
        facts_of({path: value for path, value in named.items() if value is not ABSENT})["sharing_exception_complete"]
        is False
    )


def test_a_refusal_is_seen() -> None:
    assert facts_of(ordinary({"identity.consents": [consent(FATHER, outcome="geweigerd")]}))["consent_refused"] is True
    assert facts_of(ordinary())["consent_refused"] is False
