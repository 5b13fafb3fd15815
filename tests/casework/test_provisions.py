"""The provision directory: what is found for whom, and how a pack says what is wrong with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import resources
from casework.codes import ProblemArea
from casework.edits import is_path
from casework.knowledge import PackError, Provision, load
from casework.knowledge.provisions import find, reach
from casework.weighing.facts import kinds
from tests.casework.families import pack

TINY = Path(__file__).parents[1] / "packs" / "tiny"
GOOD = """\
id: leesclub
valid_from: 2026-01-01
owner: Beheer
sources: [eigen]
name: Leesclub De Verzonnen Bladzij
kind: groep
what: Samen lezen.
problem_areas: [onderwijs]
age: {min: 6, max: 12}
places: [Nergenshuizen]
cost: gratis
contact: "Verzonnen voorbeeld: vraag naar Anna Fictema"
free_access: true
fictional: true
"""


def here() -> list[Provision]:
    return list(pack().provisions.values())


def ids(found: list[Provision]) -> list[str]:
    return [one.id for one in found]


def test_the_nearest_comes_first() -> None:
    ways = [reach(one, "Winsum", "Het Hogeland") for one in find(here(), age=9, village="Winsum",
                                                                  municipality="Het Hogeland")]  # fmt: skip
    assert ways == sorted(ways, key=("dichtbij", "aan_huis", "online", "met_vervoer").index)
    assert {"dichtbij", "aan_huis", "online", "met_vervoer"} == set(ways)


def test_what_a_municipality_keeps_for_its_own_is_not_for_a_family_elsewhere() -> None:
    pekela = ids(find(here(), village="Nergenshuizen", municipality="Pekela"))
    city = ids(find(here(), municipality="Groningen"))
    assert "wij-team" in city and "sociaal-team-hogeland" not in city
    assert not {"wij-team", "ojg-stad", "sociaal-team-hogeland"} & set(pekela)
    assert "stad-piekergroep" in pekela, "a group in the city takes whoever can get there"
    assert "wij-team" in ids(find(here())) and "ojg-winsum" in ids(find(here(), village="Winsum"))


def test_without_transport_leaves_what_is_near_at_home_or_online() -> None:
    near = ids(find(here(), "logeren", 9, "Bedum", "Het Hogeland", without_transport=True))
    assert "gastgezin-hogeland" in near and "oppas-hogeland" in near
    assert "bso-plus-winsum" not in near
    assert "bso-plus-winsum" in ids(find(here(), "logeren", 9, "Bedum", "Het Hogeland"))


def test_who_comes_home_comes_only_in_its_own_municipality() -> None:
    assert "maatje-steiger" not in ids(find(here(), municipality="Groningen"))
    assert reach(pack().provisions["stad-jim"], "Winsum", "Het Hogeland") == "met_vervoer"
    assert reach(pack().provisions["maatje-steiger"], None, "Groningen") is None


def test_age_counts_from_the_first_to_the_last_year() -> None:
    def at(age: int) -> bool:
        return "weerbaarheid-winsum" in ids(find(here(), age=age))

    assert [at(7), at(8), at(12), at(13)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("maatje", True),
        ("MAATJES steig", True),
        ("steiger verzonnen", True),
        ("aatje", False),
        ("maatje huiswerk", False),
    ],
)
def test_text_is_found_by_the_beginning_of_words(text: str, found: bool) -> None:
    assert ("maatje-steiger" in ids(find(here(), text=text))) is found


def test_accents_do_not_hide_anything() -> None:
    assert "clientondersteuning" in ids(find(here(), text="clientondersteuning"))
    assert "clientondersteuning" in ids(find(here(), text="cliënt"))


def test_nothing_asked_is_everything() -> None:
    assert len(find(here())) == len(here())


def test_there_is_enough_and_what_is_made_up_says_so() -> None:
    assert len(here()) >= 40
    for one in here():
        assert ("Verzonnen voorbeeld" in one.contact) is one.fictional, one.id
        assert one.fictional or one.sources != ("voorstel-ijkpunt",), one.id


def test_every_area_has_something_free_without_transport_everywhere() -> None:
    areas: tuple[ProblemArea, ...] = ("basis_individueel", "onderwijs", "basis_ggz", "gezin_lvb", "verblijf", "logeren",
                                      "intensief_ambulant")  # fmt: skip
    for area in areas:
        for village, municipality in (("Zoutkamp", "Het Hogeland"), (None, "Groningen")):
            found = find(here(), area, village=village, municipality=municipality, without_transport=True)
            assert any(one.free_access and one.cost == "gratis" for one in found), (area, village)


def test_what_a_product_of_the_catalogue_is_called_agrees_with_it() -> None:
    for one in here():
        if one.product is not None:
            product = pack().products[one.product]
            assert set(product.problem_areas) & set(one.problem_areas), one.id
            assert product.age.min <= one.age.max and one.age.min <= product.age.max, one.id


def mistakes(tmp_path: Path, text: str) -> list[str]:
    root = tmp_path / "tiny"
    shutil.copytree(TINY, root)
    (root / "provisions").mkdir()
    (root / "provisions" / "kaart.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PackError) as refused:
        load(root, kinds(), is_path)
    return [one for one in refused.value.mistakes if one.startswith("provisions/")]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (GOOD.replace("Nergenshuizen", "Nergenshuis"),
         "provisions/kaart.yaml:10: leesclub, places: ‘Nergenshuis’ is geen dorp of gemeente van dit pakket"),
        (GOOD.replace("places: [Nergenshuizen]\n", ""), "provisions/kaart.yaml:1: leesclub: niemand kan hier komen"),
        (GOOD.replace("kind: groep", "kind: groepje"), "provisions/kaart.yaml:6: leesclub, kind: "),
        (GOOD.replace("min: 6", "min: 13"), "provisions/kaart.yaml:9: leesclub, age: ‘max’ is lager dan ‘min’"),
        (GOOD + "product: leesles\n", "provisions/kaart.yaml:15: leesclub, product: product ‘leesles’ bestaat niet"),
        (GOOD.replace("sources: [eigen]", "sources: [niets]"), "provisions/kaart.yaml:4: leesclub, sources: "),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_file_and_line(tmp_path: Path, wrong: str, told: str) -> None:
    assert [one[: len(told)] for one in mistakes(tmp_path, wrong)] == [told]


def test_the_shipped_overlays_keep_the_directory_of_the_region() -> None:
    overlay = load(resources.packs() / "hogeland", kinds(), is_path, base=lambda name: resources.packs() / name)
    assert overlay.provisions.keys() >= pack().provisions.keys()
