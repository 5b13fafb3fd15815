"""The handover as one web page, read back with the parser of the standard library."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from casework.handover.blocks import Document, Heading, Paragraph, Text, Withheld
from desktop.render.characters import clean
from desktop.render.html import render_html
from tests.desktop.render_example import AWKWARD, EXAMPLE
from tests.desktop.test_render_pdf import _words

VOID = {"meta", "br", "input"}


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
        if self.opened[-1] not in ("style", "script"):
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


def test_nothing_comes_from_elsewhere_and_nothing_of_theirs_runs(document: Document) -> None:
    html = render_html(document)
    page = Page(html)
    assert not {tag for tag, _ in page.tags} & {"link", "img", "iframe", "object", "base"}
    barred = ("src", "srcset", "style", "action")
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on") or name in barred]
    assert "url(" not in html and "@import" not in html and "javascript:" not in html
    data, *scripts = page.of("script")
    assert data == {"type": "application/json", "id": "ijkpunt-overdracht"}
    assert scripts == ([{}] if document.reader == "provider" else [])


def test_the_policy_allows_just_its_own_style_and_script(document: Document) -> None:
    html = render_html(document)
    policy = next(each["content"] for each in Page(html).of("meta") if "http-equiv" in each)
    told = dict(part.split(" ", 1) for part in policy.split("; "))
    for kind, tag in (("style-src", "style"), ("script-src", "script")):
        inside = re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        hashes = [f"'sha256-{b64encode(sha256(each.encode()).digest()).decode()}'" for each in inside]
        assert told.pop(kind, "") == " ".join(hashes)
    assert told == {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}


def test_families_get_no_form_and_no_script() -> None:
    page = Page(render_html(replace(EXAMPLE, reader="youth")))
    assert not page.of("form") and not page.of("input") and len(page.of("script")) == 1


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
    links = [each["href"] for each in Page(render_html(EXAMPLE)).of("a")]
    assert [link for link in links if not link.startswith("#")] == [
        "https://www.jeugdstem.nl",
        "https://voorbeeld.nl/pad",
    ]


@pytest.mark.parametrize(("content", "told"), [
    (Paragraph((Text("Stuur deze kaart terug."),)), True),
    (Withheld("Terugkoppelkaart", "Deze kaart is voor de aanbieder."), False),
])  # fmt: skip
def test_without_the_form_the_page_names_the_card_only_where_it_is(content: Paragraph | Withheld, told: bool) -> None:
    page = render_html(replace(EXAMPLE, blocks=(Heading("Terugkoppelkaart", code="17"), content)))
    assert ("onderdeel 17" in page) is told and "bel de afzender" in page
    assert "onderdeel 17" not in render_html(replace(EXAMPLE, blocks=()))
