"""A label means one thing in a whole request, and in all that is said in it later."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from casework import casefile
from casework.pseudonym import (
    Known,
    KnownPerson,
    apply,
    coarse_profile,
    known_of,
    read_coarse,
    remembered,
    scan,
    scan_all,
)
from casework.steps.help_history import HelpHistory, by_start
from desktop.bootstrap import knowledge
from tests.casework.test_pseudonym_scan import DAY, words


@settings(deadline=None)
@given(st.permutations(["Jesse en Tjitske gingen.", "Ik sprak met Ubbo en Jesse.", "Zij zag Wubbo, Tjitske en Ubbo."]))
def test_labels_do_not_depend_on_the_order_of_the_texts(texts: list[str]) -> None:
    known = Known(DAY, (KnownPerson(("Jesse Oefenstra",), "child"),))

    def of(several: list[str]) -> dict[str, str]:
        found = scan_all({text: text for text in several}, known, words())
        return {text[hit.start : hit.end]: hit.proposed for text, hits in found.items() for hit in hits}

    assert of(texts) == of(sorted(texts))
    assert of(texts)["Jesse"] == "Kind A" and len(set(of(texts).values())) == 4


FAMILY = Known(
    DAY,
    (KnownPerson(("Jesse Oefenstra",), "child"), KnownPerson(("Ubbo Oefenstra",), "sibling")),
    places=("Leens",), schools=("De Schijnschool",), providers=("De Linde", "De Haven"),
)  # fmt: skip
ASKED = "Jesse en Ubbo zagen Tjitske. In Leens en in Baflo, van De Schijnschool naar De Haven, met Wubbo."


def said_of(text: str, known: Known, earlier: dict[str, str]) -> dict[str, str]:
    hits = scan_all({"": text}, known, words(), earlier)[""]
    return {text[hit.start : hit.end]: hit.proposed for hit in hits}


def test_what_is_added_later_has_the_labels_of_the_question():
    given = remembered(scan_all({"": ASKED}, FAMILY, words())[""], FAMILY)
    asked = said_of(ASKED, FAMILY, {})
    later = said_of("Ik sprak Wubbo en Hylke. In Baflo. Hylkes vriend Sjoerd zag Tjitske.", FAMILY, given)
    assert {name: later[name] for name in ("Wubbo", "Tjitske", "Baflo")} == {
        name: asked[name] for name in ("Wubbo", "Tjitske", "Baflo")
    }
    assert not {later["Hylke"], later["Sjoerd"]} & set(asked.values())
    assert later["Hylkes"] == f"{later['Hylke']}’s" or later["Hylkes"] == later["Hylke"]


def test_where_somebody_is_stays_in_the_sentence():
    text = "Kan Jesse bij Tjitske blijven?"
    assert apply(text, scan(text, FAMILY, words()), {}) == "Kan Kind A bij Persoon 1 blijven?"


def test_a_name_that_was_found_once_is_found_again_without_a_capital():
    text = "Overdag is hylke er."
    given = remembered(scan_all({"": "Ik sprak Hylke."}, FAMILY, words())[""], FAMILY)
    assert "hylke" not in said_of(text, FAMILY, {}) and said_of(text, FAMILY, given)["hylke"] == "Persoon 1"


def test_labels_hold_where_the_case_was_changed_in_between():
    asked = said_of(ASKED, FAMILY, {})
    given = remembered(scan_all({"": ASKED}, FAMILY, words())[""], FAMILY)
    changed = Known(
        DAY,
        (KnownPerson(("Jesse Oefenstra",), "child"), KnownPerson(("Aafke Oefenstra",), "sibling"),
         KnownPerson(("Ubbo Oefenstra",), "sibling"), KnownPerson(("Tjitske Fictema",), "friend")),
        places=("Ulrum", "Leens"), schools=("De Nepschool", "De Schijnschool"), providers=("De Boom", "De Haven"),
    )  # fmt: skip
    assert said_of(ASKED, changed, given) == asked
    assert said_of("Aafke is van De Nepschool, in Ulrum, bij De Boom.", changed, given) == {
        "Aafke": "Broer of zus 2", "De Nepschool": "School 2", "Ulrum": "Plaats 3", "De Boom": "Aanbieder A",
    }  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(["Tjitske", "Wubbo", "Hylke", "Ubbo", "Jesse", "Baflo"]), min_size=1), st.randoms())
def test_no_label_ever_comes_to_mean_another(mentioned: list[str], random) -> None:
    meant: dict[str, str] = {}
    given: dict[str, str] = {}
    for name in mentioned:
        hits = scan_all({"": f"Ik zag {name} gisteren."}, FAMILY, words(), given)[""]
        (label,) = {hit.proposed for hit in hits}
        assert meant.setdefault(label, name) == name and meant[label] == name
        given |= remembered(hits, FAMILY)
    assert len(meant) == len(set(mentioned))


def test_a_provider_has_one_letter_in_the_profile_and_in_the_text():
    document = json.loads((resources.examples() / "jesse.json").read_text(encoding="utf-8"))
    helps = document["answers"]["help_history"]["help"]
    (helps["value"] if isinstance(helps, dict) else helps).reverse()
    case, pack = casefile.check(document, DAY), knowledge()
    profile = coarse_profile(case.settle(DAY), pack, read_coarse(resources.pseudonym()))
    every = by_start(case.settle(DAY).of(HelpHistory).help.known or (), DAY)
    known = known_of(case, DAY)
    for one, told in zip(every, profile.help, strict=True):
        (hit,) = scan(one.provider.known or "", known, words())
        assert hit.proposed == told.provider
