"""What a municipality publishes: a register entry that keeps to the standard, and a card that holds every rule."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

import resources
from casework.care.card import Table, card
from casework.care.card_pages import as_html, as_markdown
from casework.care.register import register_entry
from casework.knowledge import in_force
from casework.weighing.condition_words import condition_words
from casework.weighing.facts import FACTS
from tests.casework.edited_pack import edited, read, shipped

DAY = date(2026, 11, 22)
REQUIRED = {"name", "description_short", "organization", "status", "contact_email", "publication_category", "lang"}
OPTIONAL = {
    "category", "begin_date", "end_date", "website", "url", "goal", "proportionality", "human_intervention", "risks",
    "lawful_basis", "lawful_basis_grouping", "process_index_url", "impacttoetsen_grouping", "impacttoetsen",
    "source_data", "source_data_grouping", "methods_and_models", "provider", "publiccode", "source_id", "tags",
    "standard_version",
}  # fmt: skip
LIMITS = {
    "name": 100, "description_short": 350, "organization": 100, "goal": 2500, "human_intervention": 2500, "risks": 2500,
    "lawful_basis": 2500, "source_data": 2500, "methods_and_models": 5000, "tags": 2500,
}  # fmt: skip
"""The most characters of each text that is filled in."""
DECLARED = {"status", "contact_email", "begin_date", "impacttoetsen", "impacttoetsen_grouping", "proportionality"}


def test_the_entry_has_every_field_of_the_standard_within_its_length() -> None:
    entry = register_entry(read(resources.packs() / "hogeland"), DAY)
    assert entry.keys() == REQUIRED | OPTIONAL
    assert (entry["lang"], entry["standard_version"]) == ("nld", "1.0")
    assert entry["publication_category"] in ("Hoog-risico AI-systeem", "Impactvolle algoritmes", "Overige algoritmes")
    assert entry["organization"] == "Gemeente Het Hogeland"
    assert {name for name in LIMITS if not 0 < len(entry[name]) <= LIMITS[name]} == set()


def test_what_only_a_municipality_can_declare_is_left_empty() -> None:
    entry = register_entry(shipped(), DAY)
    assert not any(entry[name] for name in DECLARED)
    assert entry["organization"] == ""


def test_the_entry_says_of_a_registered_signature_what_the_rule_says() -> None:
    """Not every decision needs one: R-SKJ-01 names when."""
    said, rule = register_entry(shipped(), DAY)["human_intervention"], shipped().rules["R-SKJ-01"].text
    sentence = next(one for one in said.split(". ") if "geregistreerde professional" in one)
    for case in ("onveilig", "ergens anders wonen", "intensieve hulp", "het hele verzoek"):
        assert case in rule and case in sentence


def test_the_entry_follows_the_rules(tmp_path: Path) -> None:
    before = register_entry(shipped(), DAY)["methods_and_models"]
    fewer = ("rules/09-eigen-mogelijkheden.yaml", "  status: concept", "  status: ingetrokken")
    after = register_entry(read(edited(tmp_path / "pack", fewer)), DAY)["methods_and_models"]
    count = len(in_force(shipped().rules, DAY))
    assert f"{count} regels met" in before and f"{count - 1} regels met" in after


def tables() -> dict[str, Table]:
    found = (block for section in card(shipped(), DAY) for block in section.blocks)
    return {block.caption: block for block in found if isinstance(block, Table)}


def test_the_card_holds_every_rule_weight_fact_and_client() -> None:
    rules = {row[0]: row for row in tables()["Regels"].rows}
    assert rules.keys() == {rule.id for rule in in_force(shipped().rules, DAY)}
    stop = shipped().rules["R-VEIL-01"]
    assert rules["R-VEIL-01"][1:4] == ("houdt tegen", stop.title, condition_words(stop.when))
    assert all(all(row[:5]) for row in rules.values())
    asked = dict(tables()["Voorwaarden zoals de computer ze leest"].rows)
    assert asked.keys() == rules.keys() and asked["R-VEIL-01"] == stop.when.source
    assert len(tables()["Hoe zwaar elk kenmerk telt bij gelijkenis"].rows) == len(shipped().likeness.weights)
    bounds = {row[2]: row[:2] for row in tables()["Grenzen"].rows}
    assert bounds["level_some"][1] == "2" and bounds["alike_min"][1] == "0,7"
    assert all(words for words, _ in bounds.values())
    assert {row[0] for row in tables()["IJkcliënten"].rows} == shipped().reference_clients.keys()


def test_the_card_names_every_fact_a_rule_reads_with_its_origin() -> None:
    rows = {row[0]: row[1:] for row in tables()["Gegevens"].rows}
    read_by_rules = {name for rule in shipped().rules.values() for name in rule.when.depends_on}
    assert read_by_rules <= rows.keys() <= FACTS.keys()
    assert rows["safety_verdict"] == (FACTS["safety_verdict"].meaning, "Veiligheid eerst", "safety.verdict")
    assert rows["term_days_left"][1] == "Aanmelding en route; het kennispakket"
    assert rows["vc18b"][1] == "vragenlijst Veranderbare hulp of blijvende steun"


class Page(HTMLParser):
    """The text of a page, what it would fetch, and whether every tag closes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.fetched, self.open = "", list[str](), list[str]()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.fetched += [f"{tag} {name}" for name, _ in attrs if name in ("src", "href", "action")]
        self.fetched += [tag] if tag in ("script", "link", "img", "iframe") else []
        self.open += [] if tag == "meta" else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_is_whole_and_fetches_nothing() -> None:
    html = as_html(card(shipped(), DAY), "Kaart <met> & zonder")
    page = Page(html)
    assert (page.fetched, page.open) == ([], [])
    assert "Kaart <met> & zonder" in page.text
    assert shipped().rules["R-EK-02"].when.source in page.text
    assert html.count('scope="row"') == sum(len(table.rows) for table in tables().values())


def test_the_markdown_keeps_its_tables_whole() -> None:
    text = as_markdown(card(shipped(), DAY), "Kaart")
    for block in re.findall(r"(?:^\|.*\n?)+", text, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}) == 1, block[:80]
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len(rows) == sum(len(table.rows) + 2 for table in tables().values())
    assert "months\\_to\\_review" in text


@pytest.mark.parametrize("said", ["nationaliteit", "beslist, samen met het gezin"])
def test_the_card_says_who_decides_and_what_does_not_count(said: str) -> None:
    assert said in as_markdown(card(shipped(), DAY), "Kaart")


def test_nothing_is_derived_from_where_somebody_comes_from() -> None:
    assert not [name for name in FACTS if re.search(r"origin|national|religion|ethnic|postcode|village", name)]
