"""YAML as a pack may use it: text with lines; everything clever is refused with the line it stands on."""
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.knowledge.yamlfile import Unreadable, read_yaml


@pytest.mark.parametrize(("data", "line", "expected"), [
    (b"", 1, "dit bestand is leeg; vul het of haal het weg"),
    (b"# alleen een opmerking\n", 1, "dit bestand is leeg; vul het of haal het weg"),
    (b"a: 1\n\tb: 2\n", 2, "gebruik spaties, geen tabs"),
    (b"a:\n\t- b\n", 2, "gebruik spaties, geen tabs"),
    (b"a: 1\nb: \xff\n", 2, "geen UTF-8; sla het bestand op als UTF-8"),
    (b"a: 1\nb: \x07\n", 2, "een onzichtbaar teken dat niet mag; typ deze regel opnieuw"),
    (b"x: 1\nb: zo: dus\n", 2, "een dubbele punt of inspringing die hier niet kan; zet de tekst tussen \" \""),
    (b"x: 1\nb: @jan\n", 2, "dit teken kan hier niet beginnen; zet de tekst tussen \" \""),
    (b"x: 1\nb: 'open\n", 3, "er ontbreekt een aanhalingsteken"),
    (b"x: 1\nb: [a, b\n", 3, "er ontbreekt een ] of een komma"),
    (b"x: 1\nb: {a: b\n", 3, "er ontbreekt een } of een komma"),
    (b'x: 1\nb: "\\q"\n', 2, "een \\ met een onbekend teken; gebruik enkele aanhalingstekens"),
    (b"- a\nb: c\n", 2,
     "de opmaak klopt hier niet; kijk naar inspringing, streepjes, dubbele punten en aanhalingstekens"),
    (b"x: 1\na: &b\n  c: d\n", 2, "& en * om te verwijzen kunnen niet; schrijf de tekst uit of zet hem tussen \" \""),
    (b"x: 1\na: *b\n", 2, "& en * om te verwijzen kunnen niet; schrijf de tekst uit of zet hem tussen \" \""),
    (b"x: 1\na: !!python/object:os.system {}\n", 2, "een ! aan het begin kan niet; zet de tekst tussen \" \""),
    (b"x: 1\n? [a]\n: b\n", 2, "de naam van een veld is één woord of tekst, geen lijst of blok"),
    (b"x: 1\na: " + b"[" * 50 + b"]" * 50, 2, "meer dan 12 lagen diep; maak het platter"),
    (b"x: 1\na: " + b"{a: " * 5000 + b"}" * 5000, 2, "meer dan 12 lagen diep; maak het platter"),
    (b"a: " + b"x" * 1_000_001, 1, "dit bestand is groter dan 1000 kB; splits het"),
])
def test_a_file_that_cannot_be_read(data: bytes, line: int, expected: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_yaml(data)
    assert (caught.value.line, caught.value.sentence) == (line, expected)


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
    with pytest.raises(Unreadable, match="& en") as caught:
        read_yaml(bomb.encode())
    assert caught.value.line == 1


def test_every_value_stays_text_and_keeps_its_line() -> None:
    found = read_yaml(b"a: no\nb:\n  - 012\n  - {c: ~, d: 2026-01-01}\n---\n- |\n  twee\n  regels\n")
    assert found.documents == [{"a": "no", "b": ["012", {"c": "~", "d": "2026-01-01"}]}, ["twee\nregels\n"]]
    assert [found.line(loc) for loc in ((0, "a"), (0, "b"), (0, "b", 1, "d"), (1, 0))] == [1, 2, 4, 6]
    assert found.line((0, "b", 1, "d", "nergens")) == 4


def test_keys_given_twice_are_noted_and_the_first_counts() -> None:
    found = read_yaml(b"a: 1\nb: {c: 1, c: 2}\na: {d: [3]}\n")
    assert found.documents == [{"a": "1", "b": {"c": "1"}}]
    assert found.doubled == [(2, "c"), (3, "a")]


YAML_BITS = ["a", "b: ", "- ", "\n", "  ", ": ", "? ", "|", ">", "[", "]", "{", "}", ",", "&x ", "*x", "!t ", "'", '"',
             "#", "---\n", "...\n", "%YAML 1.1\n", "\t", "é", "\x00", "\\", "<<: "]


@settings(deadline=None)
@given(st.binary(max_size=80) | st.lists(st.sampled_from(YAML_BITS), max_size=40).map("".join).map(str.encode))
def test_any_bytes_are_a_file_or_a_dutch_sentence_with_a_line(data: bytes) -> None:
    try:
        found = read_yaml(data)
    except Unreadable as error:
        assert 1 <= error.line <= data.count(b"\n") + data.count(b"\r") + data.count(b"\xc2\x85") + \
            data.count(b"\xe2\x80") + 2
        assert error.sentence
    else:
        assert found.documents
