"""Likeness in words: what is the same, differs and is unknown, what tips a case of another level, who is left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from casework.knowledge import Facts, ReferenceClient
from casework.weighing import facts as case_facts
from casework.weighing.likeness import compare, features_of, in_detail, not_compared
from tests.casework.families import pack
from tests.casework.test_likeness import CLIENTS, alone, client, own_profile, with_clients

NOTHING = Facts({}, case_facts.kinds())


def shown(mine: Mapping[str, Any], one: ReferenceClient) -> Any:
    found = alone(mine, one)
    assert found is not None
    return in_detail(found, mine, NOTHING, pack())


def test_same_and_different_are_told_in_words_of_both_sides() -> None:
    one = client(severity=1, school="SO", target_groups=frozenset({"ASS"}), network=2)
    found = shown({"age": 13, "severity": 2, "school": "SO", "target_groups": frozenset({"ASS", "ADHD"})}, one)
    assert [(row.label, row.client, row.reference) for row in found.same] == [
        ("leeftijd", "13 jaar", "10 tot en met 12 jaar"),
        ("kenmerken", "ADHD, autisme", "autisme"),
        ("school", "speciaal onderwijs", "speciaal onderwijs"),
    ]
    assert [(row.label, row.client, row.reference) for row in found.different] == [("ernst", "duidelijk", "licht")]
    assert found.unknown == ("probleemgebied", "steun uit het netwerk")


@settings(max_examples=60, deadline=None)
@given(like=st.sampled_from(CLIENTS), one=st.sampled_from(CLIENTS), dropped=st.sets(st.sampled_from(sorted(
    features_of(CLIENTS[0])))))  # fmt: skip
def test_every_feature_is_the_same_or_different_or_unknown(
    like: ReferenceClient, one: ReferenceClient, dropped: set[str]
) -> None:
    mine = {name: value for name, value in own_profile(like).items() if name not in dropped}
    if (found := alone(mine, one)) is None:
        return
    told = in_detail(found, mine, NOTHING, pack())
    labels = pack().likeness.labels
    listed = [row.label for row in (*told.same, *told.different)] + list(told.unknown)
    assert sorted(listed) == sorted(labels[feature] for feature in features_of(one))
    assert 0 <= told.similarity <= 1 and 0 < told.coverage <= 1


def test_only_a_boundary_that_is_met_is_told() -> None:
    one = next(client for client in CLIENTS if any(b.when.source == "wlz_signs" for b in client.not_when))
    texts = [b.text for b in one.not_when if b.when.source == "wlz_signs"]
    found = compare(own_profile(one), with_clients(one))[0]
    for facts, told in (({"wlz_signs": True}, texts), ({"wlz_signs": False}, []), ({}, [])):
        typed = Facts(facts, case_facts.kinds())
        met = in_detail(found, own_profile(one), typed, pack()).not_when
        assert [text for text in met if text in texts] == told


def test_who_is_excluded_is_told_in_words() -> None:
    assert not_compared({}, pack()) == ()
    one, two = client("IJK-01", safety="geen"), client("IJK-02", age=(2, 3))
    told = not_compared({"age": 11, "safety": "onveilig"}, with_clients(one, two))
    assert told == (
        "1 ijkcliënt niet vergeleken: de leeftijd verschilt meer dan vier jaar",
        "1 ijkcliënt niet vergeleken: de veiligheid verschilt twee stappen",
    )


def test_a_case_of_another_level_says_what_tips_it() -> None:
    first, second = pack().reference_clients["IJK-01"], pack().reference_clients["IJK-02"]
    mine = {**own_profile(first), "age": 12}
    near, next_ = compare(mine, with_clients(first, second))
    assert (near.client.id, next_.client.id) == ("IJK-01", "IJK-02")
    neighbour = next(to for to in first.neighbours if to.id == "IJK-02")
    assert in_detail(next_, mine, NOTHING, pack(), near).tipping == neighbour.tipping
    assert in_detail(near, mine, NOTHING, pack(), near).tipping == ""
    stranger = client("IJK-05", like="IJK-32", severity=3, level="intensief")
    far = compare({"age": 11, "severity": 1}, with_clients(stranger))[0]
    told = in_detail(far, {"age": 11, "severity": 1}, NOTHING, pack(), near).tipping
    assert told == "Ernst: hier licht, bij deze ijkcliënt ernstig"


def test_every_boundary_says_whether_it_holds_or_that_nobody_knows() -> None:
    one = next(client for client in CLIENTS if any(b.when.source == "wlz_signs" for b in client.not_when))
    for facts, state in (({"wlz_signs": True}, "geldt"), ({"wlz_signs": False}, "geldt_niet"), ({}, "onbekend")):
        typed = Facts(facts, case_facts.kinds())
        told = in_detail(compare(own_profile(one), with_clients(one))[0], own_profile(one), typed, pack())
        states = {b.text: b.state for b in told.boundaries}
        assert list(states) == [b.text for b in one.not_when]
        assert [states[b.text] for b in one.not_when if b.when.source == "wlz_signs"] == [state]
