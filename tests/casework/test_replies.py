"""The reply of a provider: what may be in it, and what it does to the case it is for."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.handover.replies import Issued, TakenIn, taken_in
from casework.handover.reply import MAX_BYTES, Reply, ReplyError, read, schema
from casework.steps.handover import Handover

TODAY = date(2026, 12, 10)
FIRST = Issued("OV-2026-1a2b3c4d", 1, "a" * 64)
SECOND = Issued("OV-2026-99887766", 2, "b" * 64)


def document(number: int = 1, on: Issued = FIRST, **words: Any) -> dict[str, Any]:
    return {
        "schema": "ijkpunt/reply/1",
        "document_id": on.document_id,
        "version": on.version,
        "fingerprint": on.fingerprint,
        "reply_id": f"{number:020x}",
        "made_at": "2026-12-09T10:11:12.345Z",
        "outcome": "geaccepteerd",
        "waiting_weeks": 3,
    } | words


def reply(number: int = 1, on: Issued = FIRST, **words: Any) -> Reply:
    return read(json.dumps(document(number, on, **words)).encode())


def step(found: TakenIn | None = None, before: Handover | None = None, **answers: Any) -> Handover:
    """The step with what was taken in, as the case would then be read."""
    raw = (before.model_dump(mode="json") if before else {}) | answers
    records = {one["id"]: one for one in raw.get("replies", [])}
    for path, value in (found.changes if found else {}).items():
        match path.split("."):
            case [_, "replies"]:
                raw["replies"] = [records.setdefault(one, {"id": one}) for one in value]  # type: ignore[union-attr]
            case [_, "replies", record, name]:
                records[record][name] = value
            case [_, name]:
                raw[name] = {"unanswered": "not_asked"} if value is None else value
    return Handover.model_validate(raw)


def told(**words: Any) -> list[str]:
    with pytest.raises(ReplyError) as caught:
        reply(**words)
    return caught.value.mistakes


def test_a_reply_is_kept_as_a_record_and_is_what_counts() -> None:
    refused = {"outcome": "afgewezen", "reason": "geen_plek", "waiting_weeks": None, "note": "Pas in juni.", "clear": 4}
    found = taken_in(step(sent_on="2026-12-07"), reply(**refused), [FIRST], TODAY)
    assert found.status == "taken_in" and "geen plek" in found.words
    after = step(found)
    (one,) = after.replies.known or ()
    assert (one.id, one.document.known, one.version.known) == (f"{1:020x}", FIRST.document_id, 1)
    assert (one.given_on.known, one.received_on.known) == (date(2026, 12, 9), TODAY)
    assert (one.reason.known, one.note.known, one.clear.known) == ("geen_plek", "Pas in juni.", 4)
    assert one.complete.known is None and one.missed.known is None
    assert after.reaction.known == "afgewezen"
    assert after.reaction_reason.known == "wij hebben op tijd geen plek: Pas in juni."


def test_twice_changes_nothing() -> None:
    after = step(taken_in(step(), reply(), [FIRST], TODAY))
    again = taken_in(after, reply(), [FIRST], TODAY)
    assert (again.status, again.changes) == ("already", {})


@pytest.mark.parametrize("other", [{"waiting_weeks": 9}, {"outcome": "vraag", "waiting_weeks": None, "note": "Wie?"}])
def test_the_same_reply_with_other_words_is_told_and_not_taken_in(other: dict[str, Any]) -> None:
    """Changed in a text editor after it was sent: who reads that nothing changed would miss it."""
    after = step(taken_in(step(), reply(), [FIRST], TODAY))
    again = taken_in(after, reply(**other), [FIRST], TODAY)
    assert (again.status, again.changes) == ("refused", {}) and "iets anders" in again.words


def test_what_is_promised_is_told() -> None:
    words = taken_in(step(), reply(start_on="2026-12-14", first_plan_on="2027-01-11"), [FIRST], TODAY).words
    assert "De hulp begint op 14 december 2026. Het gezin wacht 3 weken." in words
    assert "Het eerste gesprek over het plan is op 11 januari 2027." in words


def test_a_reply_that_is_wrong_says_what_to_do_first() -> None:
    with pytest.raises(ReplyError) as caught:
        reply(outcome="misschien")
    assert str(caught.value).startswith("Dit antwoord klopt niet. Vraag de aanbieder")


def test_out_of_order_the_newest_counts() -> None:
    newer = reply(1, outcome="vraag", note="Wie is de mentor?", made_at="2026-12-09T12:00:00Z", waiting_weeks=None)
    after = step(taken_in(step(), newer, [FIRST], TODAY))
    late = taken_in(after, reply(2, made_at="2026-12-09T11:59:59Z"), [FIRST], TODAY)
    both = step(late, after)
    assert late.status == "older" and "nieuwere telt" in late.words
    assert len(both.replies.known or ()) == 2 and both.reaction.known == "vraag"
    assert both.reaction_reason.known == "Wie is de mentor?"
    last = taken_in(both, reply(3, made_at="2026-12-09T12:00:00.5Z"), [FIRST], TODAY)
    assert last.status == "taken_in" and step(last, both).reaction.known == "geaccepteerd"
    assert step(last, both).reaction_reason.known is None


def test_what_is_promised_has_not_begun() -> None:
    promised = taken_in(step(), reply(start_on="2026-12-14"), [FIRST], TODAY)
    assert step(promised).started_on.known is None
    begun = taken_in(step(), reply(start_on="2026-12-08"), [FIRST], TODAY)
    assert step(begun).started_on.known == date(2026, 12, 8)
    kept = taken_in(step(started_on="2026-12-08"), reply(), [FIRST], TODAY)
    assert "handover.started_on" not in kept.changes


def test_not_sent_yet_is_told() -> None:
    assert "wanneer u de overdracht verstuurde" in taken_in(step(), reply(), [FIRST], TODAY).words
    assert "verstuurde" not in taken_in(step(sent_on="2026-12-07"), reply(), [FIRST], TODAY).words


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ({"document_id": "OV-2026-00000000"}, "die is hier niet gemaakt. Er is niets ingelezen. Open de juiste casus"),
        ({"fingerprint": "c" * 64}, "kenmerk past niet"),
        ({"version": 2}, "versie 2 van OV-2026-1a2b3c4d. Die versie is niet uitgegeven"),
        ({"made_at": "2026-12-12T00:00:00Z"}, "nog niet geweest"),
    ],
    ids=["another case", "forged mark", "version never issued", "from the future"],
)
def test_what_does_not_belong_changes_nothing_and_says_why(words: dict[str, Any], why: str) -> None:
    found = taken_in(step(), reply(**words), [FIRST, SECOND], TODAY)
    assert (found.status, found.changes) == ("refused", {})
    assert why in found.words and "niets ingelezen" in found.words


def test_a_reply_to_what_was_replaced_says_so_and_yields_to_one_of_the_latest() -> None:
    both = [FIRST, SECOND]
    old = taken_in(step(), reply(1), both, TODAY)
    assert old.status == "taken_in" and "versie 2 is al verstuurd" in old.words
    new = taken_in(step(old), reply(2, SECOND, made_at="2026-12-09T09:00:00Z"), both, TODAY)
    assert new.status == "taken_in" and "Let op" not in new.words
    again = taken_in(step(new, step(old)), reply(3, made_at="2026-12-09T15:00:00Z"), both, TODAY)
    assert again.status == "older"


def test_every_mistake_is_told_at_once() -> None:
    mistakes = told(
        outcome="afgewezen", waiting_weeks=999, start_on="morgen", clear=6, fingerprint="A" * 64, naam="Jesse",
        made_at=1_765_000_000,
    )  # fmt: skip
    assert len(mistakes) == 7 and all(one.endswith(".") for one in mistakes)
    whole = "\n".join(mistakes)
    for place in ("fingerprint", "made_at", "reason: bij ‘afgewezen’ hoort een reden", "start_on", "clear", "naam"):
        assert place in whole


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ({"outcome": "vraag", "note": "  "}, "note: de vraag zelf ontbreekt"),
        ({"reason": "geen_plek"}, "reason: een reden hoort alleen bij ‘afgewezen’"),
        ({"waiting_weeks": None}, "waiting_weeks: vul in wanneer de hulp begint"),
        ({"outcome": "afgewezen", "reason": "anders", "waiting_weeks": None}, "note: bij ‘anders’ hoort"),
        ({"outcome": "afgewezen", "reason": "geen_plek"}, "waiting_weeks: dit hoort niet bij ‘afgewezen’"),
        ({"outcome": "misschien"}, "outcome: kies"),
        ({"made_at": "2026-12-09T10:11:12+01:00"}, "made_at: hier hoort"),
        ({"made_at": "2026-13-09T10:11:12Z"}, "made_at: "),
        ({"reply_id": "../../etc/passwd00000"}, "reply_id: "),
        ({"note": "\ud83d"}, "note: deze tekst is niet leesbaar"),
        ({"note": "woord " * 5_000}, "note: deze tekst is te lang"),
        ({"version": True}, "version: hier hoort een heel getal"),
    ],
)
def test_one_mistake_one_sentence(words: dict[str, Any], why: str) -> None:
    (only,) = told(**words)
    assert only.startswith(why), only


@pytest.mark.parametrize(
    "file",
    [b"", b"[]", b"null", b"{", b"\xff\xfe", b'{"schema": 1}', b"[" * 100_000, b"9" * 5_000, b" " * (MAX_BYTES + 1),
     b'{"schema": "ijkpunt/case/1"}', b'{"schema": "ijkpunt/reply/2"}'],
    ids=lambda file: repr(file[:20]),
)  # fmt: skip
def test_rubbish_is_refused_in_a_sentence(file: bytes) -> None:
    with pytest.raises(ReplyError) as caught:
        read(file)
    (only,) = caught.value.mistakes
    assert only.endswith(".") and "\n" not in only


def test_the_schema_is_published_and_names_every_reason() -> None:
    found = schema()
    assert set(found["required"]) == set(document()) - {"waiting_weeks"}
    assert found["additionalProperties"] is False
    assert len(found["properties"]["reason"]["anyOf"][0]["enum"]) == 9


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*document(), "reason", "note", "start_on", "clear", "missed", "x"]), _JSON))
def test_whatever_stands_in_it_is_read_or_told(words: dict[str, Any]) -> None:
    try:
        found = reply(**words)
    except ReplyError as error:
        assert error.mistakes and all(one.endswith((".", "?")) for one in error.mistakes)
    else:
        taken = taken_in(step(), found, [FIRST], TODAY)
        assert taken.words and (taken.status != "taken_in" or step(taken).replies.known)
