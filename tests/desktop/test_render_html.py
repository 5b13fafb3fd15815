"""The handover as one web page, read back with the parser of the standard library."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from casework.handover.blocks import Document
from desktop.render.characters import clean
from desktop.render.html import render_html
from tests.desktop.render_example import AWKWARD, EXAMPLE
from tests.desktop.test_render_pdf import _words

VOID = {"meta", "br"}


class Page(HTMLParser):
    """Keeps text, tags and attributes, and whether everything that opens closes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.opened = "", [""]
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()
        assert self.opened == [""], f"left open: {self.opened}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.opened.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.opened[-1] != "style":
            self.text += data

    def of(self, name: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.tags if tag == name]


@pytest.fixture(scope="module", params=["example", "awkward", "practice"])
def document(request: pytest.FixtureRequest) -> Document:
    kinds = {"example": EXAMPLE, "awkward": AWKWARD, "practice": replace(EXAMPLE, practice=True, reader="parent")}
    return kinds[request.param]


def test_well_formed_and_complete(document: Document) -> None:
    text = "".join(Page(render_html(document)).text.split())
    kinds = {"safe", "care", "stop", "meet", "open", "note", "ask"}
    for block in document.blocks:
        for words in _words(block):
            if words not in kinds:
                assert "".join(clean(words).split()).strip("“”") in text, words[:80]


def test_nothing_comes_from_elsewhere_and_nothing_runs(document: Document) -> None:
    html = render_html(document)
    page = Page(html)
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "form", "base", "input"}
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on") or name == "src"]
    assert "url(" not in html and "@import" not in html and "javascript:" not in html
    policy = next(each["content"] for each in page.of("meta") if "http-equiv" in each)
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")


def test_the_language_the_title_and_the_headings() -> None:
    html = render_html(EXAMPLE)
    page = Page(html)
    assert page.of("html") == [{"lang": "nl-NL"}]
    assert "<title>Overdracht jeugdhulp, OV-2026-0312</title>" in html
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_say_which_cells_are_heads() -> None:
    page = Page(render_html(EXAMPLE))
    assert [each["scope"] for each in page.of("th")] == ["col"] * 4 + ["row"] * 2
    assert page.of("caption") == [{}]


def test_goals_are_told_to_who_does_not_see_the_drawing() -> None:
    gauges = [each for each in Page(render_html(EXAMPLE)).of("svg") if each.get("role") == "img"]
    assert gauges[0]["aria-label"] == "Doel D1 op een lijn van 0 tot 10: nu 3, streven 7."
    assert len(gauges) == 3


def test_icons_are_for_the_eye_alone() -> None:
    drawings = [each for each in Page(render_html(EXAMPLE)).of("svg") if each.get("role") != "img"]
    assert drawings and all(each["aria-hidden"] == "true" for each in drawings)


def test_no_identifier_is_used_twice() -> None:
    identifiers = [each["id"] for _, each in Page(render_html(EXAMPLE)).tags if "id" in each]
    assert len(identifiers) == len(set(identifiers))


def test_only_the_provider_reads_where_a_sentence_came_from() -> None:
    assert "mening, 19 november 2026" in render_html(EXAMPLE)
    assert "mening, 19 november 2026" not in render_html(replace(EXAMPLE, reader="parent"))


def test_practice_says_so() -> None:
    assert Page(render_html(replace(EXAMPLE, practice=True))).text.count("OEFENING") == 2  # title and first line
    assert "OEFENING" not in render_html(EXAMPLE)


def test_web_addresses_are_links_to_what_is_written() -> None:
    assert [each["href"] for each in Page(render_html(EXAMPLE)).of("a")] == [
        "https://www.jeugdstem.nl",
        "https://voorbeeld.nl/pad",
    ]
