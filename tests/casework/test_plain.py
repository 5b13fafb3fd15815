"""The handover as plain text."""

from __future__ import annotations

from casework.handover.blocks import (
    Block,
    Callout,
    Cover,
    Document,
    Facts,
    Goal,
    Heading,
    Items,
    NewPage,
    Origin,
    Paragraph,
    Reader,
    Table,
    Text,
    Thread,
    Withheld,
)
from casework.handover.plain import plain
from casework.handover.wording import file_title, in_quotes, loose_end

COVER = Cover(
    title="Jesse Oefenstra, 14 jaar",
    subtitle="Begeleiding, 6 maanden",
    document_id="OV-2026-0312",
    version=2,
    issued_on="7 december 2026",
    valid_until="7 juni 2027",
    pack="oefenpakket 1.0",
    columns=(("Van", ("M. Denkbeeldema", "SKJ 000000000")),),
)
SAID = Origin("needs.goals.1", "moeder", "mening", "19 november 2026")


def document(*blocks: Block, reader: Reader = "provider", practice: bool = False) -> Document:
    return Document(reader, "nl-NL", COVER, blocks, practice)


EVERYTHING = document(
    Callout("ask", "Wat vragen wij u?", (Text("Help Jesse."),)),
    Heading("Wat wij denken", code="4"),
    Paragraph((Text("Moeder: ", strong=True), Text("het loopt op", quoted=True)), SAID),
    Facts((("Adres", "Verzinsellaan 1\nNergenshuizen"), ("Taal", "Nederlands")), SAID),
    Items((Paragraph((Text("eerst"),), SAID), Paragraph((Text("daarna"),))), numbered=True),
    Heading("Deel", level=2),
    Items((Paragraph((Text("los punt"),)),)),
    Table("Eerdere hulp", ("Hulp", "Wat hielp"), (("Basis\n2025", "doen"), ("Gezin", "")), (SAID, None)),
    Thread("N1", "Jesse merkt het eerder.", ("V1",), "nog geen doel"),
    Goal("D1", "Naar school", "Keren per week.", "Jesse", 3, None, "24 mei 2027", SAID),
    Withheld("gezondheid van ouders", "Niet nodig voor deze hulp"),
    NewPage(),
)

EXPECTED = """\
Overdracht jeugdhulp, voor de aanbieder

Jesse Oefenstra, 14 jaar
========================
Begeleiding, 6 maanden

Van
    M. Denkbeeldema
    SKJ 000000000

[Wat vragen wij u?]
Help Jesse.

4  Wat wij denken
-----------------

Moeder: “het loopt op” [moeder, mening, 19 november 2026]

Adres: Verzinsellaan 1
    Nergenshuizen
Taal: Nederlands
[moeder, mening, 19 november 2026]

1. eerst [moeder, mening, 19 november 2026]
2. daarna

Deel
····

- los punt

Eerdere hulp:
* Basis
  2025 [moeder, mening, 19 november 2026]
  Wat hielp: doen
* Gezin

N1  Jesse merkt het eerder. (hoort bij V1)
    Los eind: nog geen doel

D1  “Naar school” [moeder, mening, 19 november 2026]
    Keren per week. Eigenaar: Jesse. Uiterlijk: 24 mei 2027
    Doel D1 op een lijn van 0 tot 10: nu 3, nog geen streven.

[Niet gedeeld: gezondheid van ouders. Niet nodig voor deze hulp.]

OV-2026-0312, versie 2, 7 december 2026. Geldig tot en met 7 juni 2027. Kennispakket: oefenpakket 1.0
Vertrouwelijk. Alleen voor wie op het voorblad staat.
"""


def test_every_block() -> None:
    assert plain(EVERYTHING) == EXPECTED


def test_families_do_not_read_where_a_sentence_came_from() -> None:
    text = plain(document(*EVERYTHING.blocks, reader="parent"))
    assert "19 november" not in text
    assert text.startswith("Afspraken over jeugdhulp, voor ouders")


def test_practice_comes_first() -> None:
    practice = document(practice=True)
    assert plain(practice).startswith("OEFENING. Dit is een verzonnen gezin.")
    assert file_title(practice) == "OEFENING: Overdracht jeugdhulp, OV-2026-0312"


def test_always_writable() -> None:
    assert plain(document(Paragraph((Text("half \ud83d paar"),)))).encode("utf-8")


def test_quotes_once() -> None:
    assert in_quotes("zo") == in_quotes("“zo”") == in_quotes('"zo"') == "“zo”"
    assert in_quotes('hij zei "nee"') == "“hij zei ‘nee’”"


def test_a_loose_end_says_so_once() -> None:
    assert loose_end(Thread("N1", "", (), "los eind: geen doel")) == "Los eind: geen doel"
    assert loose_end(Thread("N1", "", (), "geen doel")) == "Los eind: geen doel"
    assert loose_end(Thread("N1", "")) == ""
