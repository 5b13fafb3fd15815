"""An overlay holds only what differs: it is joined with its base by field and by id; mistakes have file and line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from importlib.resources.abc import Traversable
from itertools import pairwise
from pathlib import Path

import pytest

import resources
from casework.edits import is_path
from casework.knowledge import Pack, PackError, load, version_order
from casework.weighing import facts
from casework.weighing.thresholds import SETTINGS
from tests.casework.test_knowledge_loader import FACTS, PATHS, TINY

MANIFEST = """\
id: fictema
version: 2026.2
title: Gemeente Fictema
extends: oefenland
municipality: "9901"
valid_from: 2026-06-01
owner: Gemeente Fictema
"""


@pytest.fixture
def overlay(tmp_path: Path) -> Callable[..., Pack]:
    """The overlay with these files, on a copy of the tiny pack beside it."""
    shutil.copytree(TINY, tmp_path / "oefenland")

    def read(manifest: str = MANIFEST, **files: str) -> Pack:
        root = tmp_path / "fictema"
        for name, text in {"manifest": manifest, **files}.items():
            path = root / f"{name.replace('__', '/')}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return load(root, FACTS, PATHS.__contains__, base=lambda name: beside(root, name))

    return read


def beside(root: Path, name: str) -> Traversable | None:
    return root.parent / name if (root.parent / name).is_dir() else None


def base() -> Pack:
    return load(TINY, FACTS, PATHS.__contains__)


def mistakes(read: Callable[..., Pack], *given: str, **files: str) -> list[str]:
    with pytest.raises(PackError) as caught:
        read(*given, **files)
    return caught.value.mistakes


def test_an_overlay_that_says_nothing_else_is_its_base_under_another_name(overlay: Callable[..., Pack]) -> None:
    pack, under = overlay(), base()
    assert (pack.id, pack.version, pack.base) == ("fictema", "2026.2", "oefenland 1.0")
    assert pack.manifest.for_municipality is not None and pack.manifest.for_municipality.name == "Fictema"
    assert (pack.rules, pack.checklists, pack.products, pack.texts) == (
        under.rules, under.checklists, under.products, under.texts)  # fmt: skip
    assert (pack.likeness, pack.manifest.settings) == (under.likeness, under.manifest.settings)
    assert under.base == ""


def test_what_the_overlay_gives_replaces_field_by_field(overlay: Callable[..., Pack]) -> None:
    pack = overlay(
        MANIFEST + "settings: {wait_norm_days: 30}\nemergency_numbers: [{id: spoed, number: '0900 0000'}]\n"
        "municipalities: [{code: '9901', ordinance: Verordening Fictema}, {code: '9902', name: Verzinga}]\n",
        rules__own="- {id: R-STAP-01, text: Bel eerst., shows: []}",
        likeness="weights: {severity: 5}",
        texts__rights="complaint: Bel de gemeente Fictema.\nopen: Kom langs.",
    )
    changed, kept = pack.rules["R-STAP-01"], base().rules["R-STAP-01"]
    assert (changed.text, changed.shows) == ("Bel eerst.", ())
    assert (changed.when, changed.title, changed.valid_until) == (kept.when, kept.title, kept.valid_until)
    assert pack.likeness.weights == {"age": 1, "severity": 5, "target_groups": 3}
    assert pack.manifest.settings == {"decision_term_weeks": 8, "wait_norm_days": 30}
    assert [(one.id, one.number) for one in pack.manifest.emergency_numbers] == [
        ("alarm", "112"), ("spoed", "0900 0000")]  # fmt: skip
    assert [(one.name, one.ordinance) for one in pack.manifest.municipalities] == [
        ("Fictema", "Verordening Fictema"), ("Verzinga", "")]  # fmt: skip
    assert pack.texts["rights"] == {"complaint": "Bel de gemeente Fictema.", "open": "Kom langs."}
    assert list(pack.rules) == list(base().rules)


def test_a_question_of_a_checklist_is_changed_by_its_id(overlay: Callable[..., Pack]) -> None:
    pack = overlay(checklists__a="id: a\nitems: [{id: VC12, text: Hielp het?}]")
    before = {item.id: item for item in base().checklists["a"].items}
    after = {item.id: item for item in pack.checklists["a"].items}
    assert list(after) == list(before)
    assert after["VC12"].text == "Hielp het?"
    assert after["VC12"].direction == before["VC12"].direction
    assert after["VC01"] == before["VC01"]


def test_something_new_stands_last_and_nothing_goes_away(overlay: Callable[..., Pack]) -> None:
    whole = (TINY / "products" / "products.yaml").read_text().split("\n---")[0]
    new = whole.replace("gesprekken", "loket", 1)
    pack = overlay(products__new=new, rules__own="- {id: R-STAP-01, status: ingetrokken}")
    assert list(pack.products) == [*base().products, "loket"]
    assert pack.rules["R-STAP-01"].status == "ingetrokken"


@pytest.mark.parametrize(("file", "text", "expected"), [
    ("rules__own", "- id: R-STAP-01\n  text: Bel eerst.\n  severity: HOOG",
     "rules/own.yaml:3: R-STAP-01, severity: kies STOP, ATTENTION of TIP (er staat ‘HOOG’)"),
    ("rules__own", "- id: R-STAP-1\n  text: Bel eerst.",
     "rules/own.yaml:1: ‘R-STAP-1’ staat niet in de basis; bedoelt u ‘R-STAP-01’?"),
    ("rules__own", "- id: R-STAP-01\n  text: Een\n- id: R-STAP-01\n  text: Twee",
     "rules/own.yaml:3: ‘R-STAP-01’ bestaat al (rules/own.yaml:1); geef dit een ander id"),
    ("rules__own", "- id: R-VEIL-01\n  when: 'false'",
     "rules/own.yaml:2: R-VEIL-01, when: deze regel houdt tegen en is overal gelijk; verander hier alleen woorden"),
    ("rules__own", "- id: R-VEIL-01\n  text: Bel nu.\n  status: ingetrokken",
     "rules/own.yaml:3: R-VEIL-01, status: deze regel houdt tegen en is overal gelijk; verander hier alleen woorden"),
    ("rules__own", "- id: R-STAP-01\n  severity: STOP",
     "rules/own.yaml:2: R-STAP-01, severity: alleen R-EXP-01, R-OVD-01, R-SKJ-01, R-SPOED-01, R-TOEST-01 en R-VEIL-01 "
     "houden tegen; kies ATTENTION of TIP"),
    ("checklists__a", "id: a\nitems:\n- {id: VC01, text: Nieuw}\n- id: VC12\n  weight: 9",
     "checklists/a.yaml:5: a, weight: kies een getal van 3 of lager (er staat ‘9’)"),
    ("texts__why", "safety.report: Omdat.\nsafety.nergens: Omdat.",
     "texts/why.yaml:2: safety.nergens: ‘safety.nergens’ is geen stap of veld; schrijf ‘stap’ of ‘stap.veld’ zoals in "
     "ijkpunt schema case"),
])  # fmt: skip
def test_a_mistake_in_the_overlay_has_its_file_and_line(
    overlay: Callable[..., Pack], file: str, text: str, expected: str
) -> None:
    assert mistakes(overlay, **{file: text}) == [expected]


def test_a_mistake_in_the_base_names_the_base(overlay: Callable[..., Pack], tmp_path: Path) -> None:
    rules = tmp_path / "oefenland" / "rules" / "safety.yaml"
    rules.write_text(rules.read_text().replace("shows: [safety, reported]", "shows: [safty]"))
    found = mistakes(overlay, rules__own="- {id: R-VEIL-01, text: Bel nu.}")
    assert found == [
        "oefenland/rules/safety.yaml:10: R-VEIL-01, shows: gegeven ‘safty’ bestaat niet; bedoelt u ‘safety’?"
    ]


@pytest.mark.parametrize(("name", "expected"), [
    ("nergens", "het pakket ‘nergens’ is niet gevonden; zet de map ervan naast deze map"),
    ("../oefenland", "het pakket ‘../oefenland’ is niet gevonden; zet de map ervan naast deze map"),
    ("fictema", "‘fictema’ bouwt zelf op een ander pakket; kies dat als basis"),
])  # fmt: skip
def test_without_its_base_only_that_is_told(overlay: Callable[..., Pack], name: str, expected: str) -> None:
    found = mistakes(overlay, MANIFEST.replace("oefenland", name), rules__own="- {id: R-STAP-01, text: Bel.}")
    assert found == [f"manifest.yaml:4: extends: {expected}"]


def test_a_folder_with_another_pack_is_no_base(overlay: Callable[..., Pack], tmp_path: Path) -> None:
    shutil.move(tmp_path / "oefenland", tmp_path / "ander")
    found = mistakes(overlay, MANIFEST.replace("oefenland", "ander"))
    assert found == ["manifest.yaml:4: extends: in de map ‘ander’ staat een ander pakket; zet het goede ernaast"]


def test_what_a_pack_says_of_itself_does_not_come_from_the_base(overlay: Callable[..., Pack]) -> None:
    assert mistakes(overlay, MANIFEST.replace("owner: Gemeente Fictema\n", "")) == [
        "manifest.yaml:1: fictema: ‘owner’ ontbreekt; vul dit in"]  # fmt: skip


def test_a_municipality_that_is_not_listed(overlay: Callable[..., Pack]) -> None:
    assert mistakes(overlay, MANIFEST.replace("9901", "1234")) == [
        "manifest.yaml:1: fictema: gemeente ‘1234’ staat niet onder ‘municipalities’; kies een code die er staat"]


def test_versions_are_compared_as_people_count() -> None:
    order = ["2025.12", "2026", "2026.2-concept", "2026.2", "2026.10", "2026.10.1", "2027.1-rc2", "2027.1-rc10"]
    assert all(version_order(one) < version_order(next_) for one, next_ in pairwise(order))
    assert version_order("2026") == version_order("2026.0.0")
    with pytest.raises(ValueError, match="no version"):
        version_order("nieuw")


@pytest.mark.parametrize("name", ["hogeland", "gemeente-groningen", "midden-groningen"])
def test_the_overlays_we_ship_leave_what_nobody_read_open(name: str) -> None:
    def base_of(extended: str) -> Traversable:
        return resources.packs() / extended

    pack = load(resources.packs() / name, facts.kinds(), is_path, SETTINGS, base_of)
    region = load(resources.packs() / "groningen", facts.kinds(), is_path, SETTINGS)
    municipality = pack.manifest.for_municipality
    assert (pack.id, pack.base) == (name, f"groningen {region.version}")
    assert municipality is not None and municipality.own_capacity_article == ""
    assert pack.rules.keys() == region.rules.keys()
    assert pack.rules["R-EK-03"].in_force(pack.manifest.valid_from)


def test_reasons_for_doing_otherwise_are_few_and_in_words() -> None:
    reasons = load(resources.packs() / "groningen", facts.kinds(), is_path).texts["reasons"]
    assert 6 <= len(reasons) <= 8
    assert "anders" in reasons and all(text[0].isupper() for text in reasons.values())
