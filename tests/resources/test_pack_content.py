"""The content of the shipped pack: what is promised of reference clients, products, checklists and texts is there."""

import re
from collections import Counter
from statistics import mean

import pytest

import resources
from casework.care.outcomes import as_facts
from casework.edits import is_path
from casework.knowledge import Facts, Pack, load
from casework.knowledge.clients import ReferenceClient
from casework.questions import questions
from casework.steps import FLOW
from casework.weighing import facts
from casework.weighing.level import indicate
from casework.weighing.likeness import compare, features_of, median_rank
from casework.weighing.pointing import Pointed

AREAS = ("basis_individueel", "onderwijs", "basis_ggz", "gezin_lvb", "verblijf", "logeren", "intensief_ambulant")
SCALE = ("algemeen_voorliggend", "basisondersteuning", "geindiceerd_ambulant", "intensief", "gedwongen_kader")
WENDY = ("basisondersteuning",) * 3 + ("geindiceerd_ambulant",) * 2 + ("intensief", "gedwongen_kader")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load(resources.packs() / "groningen", facts.kinds(), is_path)


def sentences(text: str) -> list[int]:
    """The number of words in each sentence."""
    parts = (part.split() for part in re.split(r"[.!?:](?:\s|$)", text))
    return [len(words) for words in parts if words]


def facts_of(client: ReferenceClient, pack: Pack) -> Facts:
    """The facts of somebody who is exactly like a reference client."""
    return Facts(as_facts(client, pack), facts.kinds())


def test_every_area_has_a_client_at_basis_one_above_and_a_border(pack: Pack) -> None:
    for area in AREAS:
        mine = [client for client in pack.reference_clients.values() if client.problem_area == area]
        levels = {client.level for client in mine}
        assert "basisondersteuning" in levels, area
        assert levels & set(SCALE[2:]), area
        assert any(client.not_when and client.neighbours for client in mine), area


def test_the_outcomes_of_the_thirty_five_are_those_agreed(pack: Pack) -> None:
    agreed = {f"IJK-{number:02}" for number in range(1, 36)}
    outcomes = Counter(one.level for one in pack.reference_clients.values() if one.id in agreed)
    assert outcomes == {
        "algemeen_voorliggend": 3,
        "basisondersteuning": 13,
        "geindiceerd_ambulant": 8,
        "intensief": 8,
        "andere_wet": 3,
    }


def test_wendy_is_one_line_of_seven_moments(pack: Pack) -> None:
    moments = [one for one in pack.reference_clients.values() if one.moment_of is not None]
    assert [(one.moment_of.line, one.moment_of.order) for one in moments if one.moment_of] == [
        ("wendy", order) for order in range(1, 8)
    ]
    assert tuple(one.level for one in moments) == WENDY
    assert [one.age.min for one in moments] == sorted(one.age.min for one in moments)


def test_stories_are_short_plain_and_name_nobody(pack: Pack) -> None:
    villages = [re.compile(rf"(?<!\w){re.escape(name)}(?!\w)") for name in pack.manifest.villages]
    for client in pack.reference_clients.values():
        assert len(client.story.split()) <= 120, client.id
        assert mean(sentences(client.story)) <= 15, client.id
        assert ("Wendy" if client.moment_of else client.id.replace("IJK", "K")) in client.story, client.id
        assert client.child_voice and client.parent_voice, client.id
        told = " ".join((client.title, client.story, client.child_voice, client.parent_voice, client.why_here))
        assert not [name.pattern for name in villages if name.search(told)], client.id
        assert not re.search(r"\d{9}", told), client.id


def test_every_profile_is_complete(pack: Pack) -> None:
    for client in pack.reference_clients.values():
        empty = {name for name, value in client.features if value is None}
        assert empty <= {"help_effect"}, client.id
        assert not empty or client.features.help_history in ("geen", "een_licht"), client.id


def test_no_client_meets_its_own_boundary(pack: Pack) -> None:
    met = [
        (client.id, boundary.when.source)
        for client in pack.reference_clients.values()
        for boundary in client.not_when
        if boundary.when.evaluate(facts_of(client, pack)) is True
    ]
    assert met == []


def test_a_boundary_of_every_client_catches_a_neighbour(pack: Pack) -> None:
    """The *wanneer niet* lies between neighbours: of the clients across the level, one at least falls outside."""
    open_borders = [
        client.id
        for client in pack.reference_clients.values()
        if not any(
            boundary.when.evaluate(facts_of(pack.reference_clients[one.id], pack)) is True
            for one in client.neighbours
            for boundary in client.not_when
        )
    ]
    assert open_borders == []


def test_the_weighing_finds_the_level_of_every_client_defensible(pack: Pack) -> None:
    """The reference clients test the rules: each is weighed as a family, without its own likeness to itself."""
    clients = [client for client in pack.reference_clients.values() if client.id != "IJK-26"]
    assert [client.id for client in clients if client.level not in weighed(client, pack)] == []


def test_a_lasting_question_that_the_network_carries_needs_no_help(pack: Pack) -> None:
    client = pack.reference_clients["IJK-26"]
    assert client.level in weighed(client, pack)


def weighed(client: ReferenceClient, pack: Pack) -> set[str | None]:
    """The levels that are indicated or defensible for a family exactly like this, the client itself left out."""
    values = as_facts(client, pack)
    profile = {**features_of(client), "age": values["age_years"]}
    others = [one for one in compare(profile, pack) if one.client.id != client.id]
    advice = indicate(values, Pointed.at(median_rank(others, pack)), pack)
    return {advice.indicated, *advice.defensible}


def test_nothing_known_is_no_boundary_met(pack: Pack) -> None:
    nothing = Facts({}, facts.kinds())
    for client in pack.reference_clients.values():
        assert not any(boundary.when.evaluate(nothing) is True for boundary in client.not_when), client.id


def test_the_fitting_help_fits(pack: Pack) -> None:
    for client in pack.reference_clients.values():
        fitting = [pack.products[product] for product in client.fitting_help]
        assert fitting, client.id
        assert client.level == "andere_wet" or any(product.level == client.level for product in fitting), client.id
        assert any(client.problem_area in product.problem_areas for product in fitting), client.id
        for product in fitting:
            assert product.age.min <= client.age.max and client.age.min <= product.age.max, (client.id, product.id)
            assert client.pool == "verplicht" or not product.advice_required, (client.id, product.id)
        longest = [product.duration_max_months or 99 for product in fitting]
        assert (client.duration_max_months or 0) <= max(longest), client.id


GROUPS = {
    "leun-en-steuncontact", "maatje", "groepsondersteuning", "basis-individueel", "echtscheidingsloket",
    "opvoedondersteuning", "gezinsbegeleiding", "individuele-begeleiding-basis",
    "individuele-begeleiding-specialistisch", "ojg-basis-ggz", "specialistische-ggz", "dyslexiezorg", "bso-plus",
    "dagbesteding-16plus", "dagbehandeling", "vrijwillig-logeren", "logeren-laag", "logeren-specialistisch", "mst",
    "mdft", "fact-jeugd", "systeemtherapie", "begeleidingsprogramma-jongeren", "netwerkpleegzorg-tijdelijk",
    "pleegzorg", "gezinshuis", "verblijf-behandelgroep", "crisisopvang", "gesloten-jeugdhulp",
}  # fmt: skip


def test_what_stands_beside_a_signal_says_which_source_it_is(pack: Pack) -> None:
    """A signal shows the reference alone. Law and rulings go by their article or number, all else by its own name."""
    named = [one for one in pack.sources.values() if one.kind not in ("law", "ruling")]
    words = [[set(re.findall(r"\w{3,}", text.casefold())) for text in (one.title, one.reference)] for one in named]
    assert [one.id for one, (title, told) in zip(named, words, strict=True) if not title & told] == []
    assert len({one.reference for one in pack.sources.values()}) == len(pack.sources)


def test_all_product_groups_are_there(pack: Pack) -> None:
    assert pack.products.keys() >= GROUPS


def test_products_agree_with_each_other(pack: Pack) -> None:
    for product in pack.products.values():
        assert (product.duration_std_months or 0) <= (product.duration_max_months or 99), product.id
        for other in product.never_with:
            assert product.id in pack.products[other].never_with, (product.id, other)
        for lighter in product.try_first:
            assert pack.products[lighter].gfm_level <= product.gfm_level, (product.id, lighter)
        assert not product.intensive or product.advice_required, product.id
        assert (product.price_band or "").startswith("fictief: "), product.id


def test_light_help_is_short_unless_it_is_long_and_light(pack: Pack) -> None:
    for product in pack.products.values():
        if product.gfm_level == "G1" and not product.long_and_light and product.id != "maatje":
            assert (product.duration_max_months or 0) <= 6, product.id
    assert pack.products["leun-en-steuncontact"].long_and_light


def test_the_ages_of_mst_and_mdft_are_those_of_the_source(pack: Pack) -> None:
    assert (pack.products["mst"].age.min, pack.products["mst"].iq_min) == (12, 70)
    assert (pack.products["mdft"].age.min, pack.products["mdft"].age.max) == (12, 19)


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("Wij willen MST voor onze zoon.", "mst"),
        ("De juf zegt dat er begeleiding moet komen", "individuele-begeleiding-basis"),
        ("Kan hij naar een logeerhuis?", "logeren-laag"),
        ("ik wil een maatje", "maatje"),
        ("Systeemtherapie, zei de huisarts.", "systeemtherapie"),
        ("Ik zoek een rustige plek om te leren", None),
        ("Zij gaat naar het kinderdagverblijf", None),
        ("Een plek aan tafel voor iedereen", None),
        ("Ik wil vaker bij opa logeren", None),
        ("Mijn maatjes zeggen dat ook", None),
        ("Mijn zoon heeft dyslexie", None),
    ],
)
def test_product_words_are_found_as_whole_words_only(pack: Pack, said: str, named: str | None) -> None:
    found = [
        product.id
        for product in pack.products.values()
        if any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said, re.IGNORECASE) for word in product.words)
    ]
    assert found == ([named] if named else [])


def test_checklist_a_is_whole(pack: Pack) -> None:
    checklist = pack.checklists["a"]
    ids = [f"VC{number:02}" for number in range(1, 18)] + ["VC18a", "VC18b", "VC19", "VC20"]
    assert [item.id for item in checklist.items] == ids
    weights: Counter[str] = Counter()
    for item in checklist.items:
        weights[item.direction or ""] += item.weight or 0
    assert weights == {"V": 13, "C": 12, "W-": 8, "W+": 3, "poort": 0, "rem": 0, "af": 0, "om": 0}
    ran = Facts({"earlier_help": False}, facts.kinds())
    asked = [item.id for item in checklist.items if item.applies is None or item.applies.evaluate(ran) is not False]
    assert not {"VC12", "VC13", "VC14", "VC15"} & set(asked)
    assert [one.code for one in checklist.conclusions] == [
        "VEILIGHEID_EERST", "ONVOLDOENDE_ZICHT", "UITVOERING_EERST", "DOEL_BEREIKT", "GEEN_WINST", "CHRONISCH",
        "VERANDERBAAR", "GEMENGD",
    ]  # fmt: skip


def test_no_gain_never_reads_as_no_help(pack: Pack) -> None:
    no_gain = next(one for one in pack.checklists["a"].conclusions if one.code == "GEEN_WINST")
    assert "niet het einde van steun" in no_gain.text
    assert len([line for line in no_gain.next if line.split(":")[0] in FIVE_CHOICES]) == len(FIVE_CHOICES)


FIVE_CHOICES = ("Afbouwen en stoppen", "Andere aanpak", "Ander doel", "Andere oorzaak eerst", "Andere wet")


def test_all_seven_checklists_are_there(pack: Pack) -> None:
    assert sorted(pack.checklists) == list("abcdefg")
    assert all(checklist.conclusions for checklist in pack.checklists.values())


def test_every_feature_weighs_and_has_words(pack: Pack) -> None:
    likeness = pack.likeness
    assert likeness.weights.keys() == likeness.labels.keys()
    for client in pack.reference_clients.values():
        for feature, value in (("problem_area", client.problem_area), *client.features):
            for one in value if isinstance(value, frozenset) else () if value is None else (value,):
                assert str(one) in likeness.value_labels[feature], (client.id, feature, one)


def test_every_question_says_why(pack: Pack) -> None:
    asked = {f"{step.id}.{name}" for step in FLOW.steps for name in questions(step.answers)}
    assert asked <= pack.why.keys()
    for path, text in pack.why.items():
        assert text.endswith(".") and len(text.split()) <= 30, path
    assert mean(length for text in pack.why.values() for length in sentences(text)) <= 15


def test_the_rights_are_complete_and_plain(pack: Pack) -> None:
    rights = pack.texts["rights"]
    assert {"confidential_adviser", "complaint", "file_access", "objection", "client_advocate", "second_opinion"} <= (
        rights.keys()
    )
    for name, text in rights.items():
        title, _, body = text.partition("\n")
        assert title and body, name
        assert mean(sentences(" ".join(body.split()))) <= 15, name


def test_no_emergency_number_pretends_to_be_checked(pack: Pack) -> None:
    numbers = {one.id: one for one in pack.manifest.emergency_numbers}
    assert numbers["alarm"].number == "112"
    assert numbers["veilig-thuis"].number == "0800 2000"
    assert numbers["spoed-voor-jeugd"].number == ""
    assert "Beheer" in (numbers["spoed-voor-jeugd"].note or "")
    assert all(one.checked_on is None for one in numbers.values())


def test_the_ten_municipalities_are_there(pack: Pack) -> None:
    assert len(pack.manifest.municipalities) == 10
    assert {one.name: one.code for one in pack.manifest.municipalities}["Het Hogeland"] == "1966"


def test_everything_is_a_concept_with_a_source_that_exists(pack: Pack) -> None:
    for entries in (pack.reference_clients, pack.products, pack.checklists):
        for entry in entries.values():
            assert entry.status == "concept", entry.id
            assert entry.sources and all(source in pack.sources for source in entry.sources), entry.id
