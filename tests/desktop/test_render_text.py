"""Words on their way to a line: characters, fonts, reading direction, breaking."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

import pytest

from desktop.render import fonts
from desktop.render.bidi import begins_right, in_dutch, levels, visual
from desktop.render.characters import clean
from desktop.render.html import render_html
from desktop.render.icons import icon
from desktop.render.lines import Line, Lines, lines
from desktop.render.shaping import shape
from desktop.render.spans import Run, Word, letters, paragraphs, words
from desktop.render.srgb import profile
from desktop.render.structure import Element
from tests.desktop.render_example import EXAMPLE


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("gewoon", "gewoon"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("een\n\n \n\n\ntwee", "een\n\ntwee"),
        ("tab\there\u2003there", "tab here there"),
        ("bel\x07 nul\x00", "bel\ufffd nul\ufffd"),
        ("half \ud83d", "half \ufffd"),
        ("omge\u202edraaid\u2066", "omgedraaid"),
        ("e\u0301e\u0301n", "één"),
    ],
)
def test_clean(typed: str, shown: str) -> None:
    assert clean(typed) == shown


def test_the_first_font_that_has_the_letters() -> None:
    found = [(stretch.font.split("-")[0], stretch.text) for stretch in fonts.stretches("é→Ж😀ب", "bold")]
    assert found == [
        ("AtkinsonHyperlegibleNext", "é"),
        ("NotoSansMath", "→"),
        ("NotoSans", "Ж"),
        ("NotoEmoji", "😀"),
        ("NotoSansArabic", "ب"),
    ]


def test_no_letter_ends_as_an_empty_box() -> None:
    for code in [*range(0x20, 0x3000), *range(0x4E00, 0x4E20), *range(0x1F300, 0x1F700), 0x10FFFD]:
        char = clean(chr(code))
        for stretch in fonts.stretches(char, "regular"):
            shown = stretch.text
            if stretch.complex:
                shown = "".join(glyph.char for glyph in shape(stretch.font, stretch.text, False))
            has = fonts.font(stretch.font).face.charToGlyph
            assert all(has.get(ord(each)) for each in shown), hex(code)


def _drawn(text: str) -> str:
    heights = levels(text)
    return "".join(text[place] for place in visual(range(len(text)), lambda place: heights[place]))


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("abc", "abc"),
        ("אבג", "גבא"),
        ("naam אבג en jaar", "naam גבא en jaar"),
        ("אבג 14 דה", "הד 14 גבא"),
        ("ابت 2026", "2026 تبا"),
        ("אבג jaar דה", "גבא jaar הד"),
    ],
)
def test_reading_direction(written: str, drawn: str) -> None:
    assert _drawn(written) == drawn


def test_arabic_letters_join() -> None:
    joined = shape("NotoSansArabic-Regular", "ببب", True)
    alone = shape("NotoSansArabic-Regular", "ب", True)
    assert len({glyph.char for glyph in joined} - {glyph.char for glyph in alone}) == 3


def _lines(text: str, width: float, **kind: str) -> list[str]:
    made = lines(Element("P"), [Run(text, 10, **kind)], width, 15)  # type: ignore[arg-type]
    assert isinstance(made, Lines)
    for line in made.lines:
        assert _used(line) <= width + 0.02
    return ["".join(placed.span.text for placed in line) for line in made.lines]


def _used(line: Line) -> float:
    """Without the gap that ends the line: that may hang over the edge."""
    widths = [(placed.x + placed.span.width, placed.span) for placed in line]
    if not widths:
        return 0.0
    end, last = widths[-1]
    trailing = len(last.text) - len(last.text.rstrip(" "))
    return end - trailing * fonts.width(last.font, " ") * 10


def test_lines_end_between_words_and_keep_the_gap_for_who_copies_the_text() -> None:
    found = _lines("een twee drie vier vijf zes zeven", 60)
    assert len(found) > 2
    assert "".join(found) == "een twee drie vier vijf zes zeven"


def test_a_word_may_end_a_line_at_its_hyphen_or_soft_hyphen() -> None:
    assert _lines("Verzinga-Oefenstra", 70) == ["Verzinga-", "Oefenstra"]
    assert _lines("jeugdhulp\u00adaanbieder", 70) == ["jeugdhulp-", "aanbieder"]
    assert _lines("jeugdhulp\u00adaanbieder", 200) == ["jeugdhulpaanbieder"]
    assert len(_lines("06-12345678", 20)) > 1  # no letters around it: only where it must


def test_a_word_longer_than_the_line_is_broken_where_it_must() -> None:
    assert "".join(_lines("W" * 500, 100)) == "W" * 500
    assert "".join(_lines("ب" * 100, 100)) == "ب" * 100


def test_pieces_of_a_broken_word_keep_its_gap() -> None:
    (word, *_) = words([Run("lang woord", 10)])
    assert isinstance(word, Word) and word.gap is not None
    assert letters(word)[-1].gap is word.gap
    assert "".join(span.text for part in letters(word) for span in part.spans) == "lang"


def test_empty_lines_stay_empty_lines() -> None:
    assert [len(line) for line in paragraphs([Run("een\n\ntwee", 10)])] == [1, 0, 1]
    assert _lines("een\n\ntwee", 100) == ["een", "", "twee"]


def test_fifty_thousand_letters_take_little_time() -> None:
    assert sum(map(len, _lines("a" * 50_000, 400))) == 50_000
    assert len(_lines("中" * 2_000, 400)) > 100


def test_every_shipped_icon_can_be_drawn() -> None:
    shipped = [path for path in (files("resources") / "icons").iterdir() if path.name.endswith(".svg")]
    drawn = {path.name: icon(path.name[:-4]) for path in shipped if "0 0 24 24" in path.read_text(encoding="utf-8")}
    assert len(drawn) > 50
    for name, shapes in drawn.items():
        for shape_ in shapes:
            assert shape_.steps[0].kind == "M", name
            assert all(-1 <= part <= 25 for step in shape_.steps for point in step.points for part in point), name


def test_the_colour_profile_is_as_long_as_it_says() -> None:
    made = profile()
    assert int.from_bytes(made[:4], "big") == len(made)
    assert made[36:40] == b"acsp"


@pytest.mark.parametrize(("told", "from_the_right"), [
    ("ليلى أوفنسترا, 14 jaar", False),
    ("ليلى أوفنسترا is alleen gesproken.", False),
    ("ليلى أوفنسترا", True),
    ("أنا أقرأ هذا كل يوم مع معلمتي في المدرسة Jesse وأحب أن أرسم في البيت مع أخي الصغير", True),
    ("Zij zei: أنا أقرأ هذا", False),
    ("14", False),
])  # fmt: skip
def test_dutch_that_opens_with_a_name_in_other_letters_stays_dutch(told: str, from_the_right: bool) -> None:
    assert begins_right(told) is from_the_right
    assert (levels(f"{told}.")[-1] % 2 == 1) is from_the_right
    page = render_html(replace(EXAMPLE, cover=replace(EXAMPLE.cover, title=told)))
    assert ('<h1 dir="rtl">' in page) is from_the_right


ARABIC = "\u0645\u062d\u0645\u062f \u0627\u0644\u0623\u0645\u064a\u0646"


@pytest.mark.parametrize("name", [ARABIC, "\u05e0\u05d5\u05d7 \u05dc\u05d5\u05d9"])
def test_the_age_behind_a_name_in_other_letters_stays_behind_it(name: str) -> None:
    title = f"{name}, 14 jaar"
    made = lines(Element("P"), [Run(title, 12)], 500, 15)
    assert isinstance(made, Lines)
    (line,) = made.lines
    assert min(placed.x for placed in line) == 0, "Dutch begins at the left"
    drawn = "".join(placed.span.text for placed in sorted(line, key=lambda placed: placed.x))
    assert drawn.rstrip().endswith(", 14 jaar") and not drawn.startswith("14")
    assert in_dutch(title) == f"\u200e\u2068{name}\u2069, 14 jaar" and in_dutch(name) == name
    page = render_html(replace(EXAMPLE, cover=replace(EXAMPLE.cover, title=title)))
    assert f"<h1><bdi>{name}</bdi>, 14 jaar</h1>" in page


def test_a_number_inside_a_sentence_in_other_letters_stays_where_its_reader_looks() -> None:
    street = "Adres: \u0634\u0627\u0631\u0639 12"
    assert levels(street)[-1] == 2


def test_a_day_keeps_to_its_month_at_the_end_of_a_line() -> None:
    told = "vanaf 14 december 2026"
    whole = fonts.width(fonts.main_font("regular"), told) * 10
    for narrower in (0, 15, 40, 60, 80):
        for line in _lines(told, whole - narrower):
            assert not line.rstrip().endswith("14")
    assert _lines("over 14 dagen", 40)[0].rstrip() == "over 14"
