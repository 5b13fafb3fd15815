"""Fictional handovers for the tests of paper: one as it should be, one full of awkward words."""

from __future__ import annotations

from dataclasses import replace

from casework.handover.blocks import (
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
    Table,
    Text,
    Thread,
    Withheld,
)

JESSE = Cover(
    title="Jesse Oefenstra, 14 jaar",
    subtitle="Ambulante begeleiding van jongere en gezin, 6 maanden, vanaf 14 december 2026",
    document_id="OV-2026-0312",
    version=1,
    issued_on="7 december 2026",
    valid_until="7 juni 2027",
    pack="oefenpakket 2026.1",
    columns=(
        ("Van", ("M. Denkbeeldema, consulent", "Basisteam West, SKJ 000000000", "ma tot do, 000 111 22 33")),
        ("Voor", ("De Verzonnen Linde", "t.a.v. team ambulant", "AGB 00000000")),
        ("Gezag en toestemming", ("Moeder en vader samen", "Beiden en Jesse: akkoord", "gegeven op 4 december 2026")),
    ),
)


def _said(who: str, kind: str, on: str = "19 november 2026") -> Origin:
    return Origin("answers.explanation", who, kind, on)


def _goal(code: str, words: str, measured_by: str, owner: str, start: int | None, target: int | None) -> Goal:
    said = Origin("goals", "Jesse", "eigen woorden")
    return Goal(code, words, measured_by, owner, start, target, "24 mei 2027", said)


FRONT = (
    Callout(
        "ask",
        "Wat vragen wij u?",
        (
            Text(
                "Help Jesse zijn boosheid eerder te merken en help zijn ouders op één lijn te reageren, zodat hij in "
                "mei weer hele dagen in de klas zit."
            ),
        ),
    ),
    Heading("Drie doelen"),
    _goal("D1", "Naar school zonder eruit gestuurd te worden.", "Keren per week uit de les, nu 4", "Jesse", 3, 7),
    _goal("D2", "Niet elke avond ruzie over mij.", "Avonden per week zonder ruzie, nu 2", "moeder en vader", 2, 6),
    _goal("D3", "Weer naar zwemmen met Daan.", "Keer per week, nu 0", "Jesse en oom Reint", 0, 8),
    Heading("Drie dingen die u moet weten"),
    Items(
        (
            Paragraph(
                (
                    Text("Praten over gevoel werkte niet.", strong=True),
                    Text(" In 18 gesprekken kwam Jesse het verst als hij iets deed: fietsen, koken, zwemmen."),
                )
            ),
            Paragraph(
                (
                    Text("Ouders wonen apart en spreken elkaar weinig.", strong=True),
                    Text(" Nodig hen samen uit; oom Reint wil erbij zitten."),
                )
            ),
            Paragraph(
                (
                    Text("School houdt de plek vast tot 1 februari.", strong=True),
                    Text(" De mentor van De Denkbeeldschool verwacht u in de eerste week."),
                )
            ),
        ),
        numbered=True,
    ),
    Callout("safe", "Veiligheid: veilig", (Text("Jesse is alleen gesproken op 19 november."),)),
    Callout("meet", "Startgesprek: 14 december, 15.30 uur", (Text("Bij moeder thuis. Met Jesse en beide ouders."),)),
    NewPage(),
)

HELP = (
    (
        "Basisondersteuning\nokt 2025 tot okt 2026",
        "deels",
        "Samen iets doen; vaste persoon, vaste dag",
        "Gevoelskaarten en huiswerkschrift",
    ),
    (
        "Gezinsgesprek\nfeb tot aug 2026",
        "niet",
        "Agenda vooraf op papier",
        "Ouders om en om spreken: Jesse werd boodschapper tussen twee huizen",
    ),
)

INSIDE = (
    Heading("Wie, gezag en toestemming", code="1"),
    Facts(
        (
            ("Jeugdige", "Jesse Oefenstra, geboren op 3 mei 2012"),
            ("BSN", "999900006"),
            ("Adres", "Verzinsellaan 1\n0000 AA Nergenshuizen"),
            ("Taal", "Nederlands thuis, oma spreekt alleen Arabisch: er is een tolk nodig bij gesprekken met haar"),
        ),
        Origin("people", "basisregistratie", "feit", "2 december 2026"),
    ),
    Heading("De vraag in eigen woorden", code="2"),
    Thread("V1", "“Weer naar school zonder dat het misgaat.”", (), "", _said("Jesse", "eigen woorden")),
    Thread("N1", "Jesse merkt eerder dat hij boos wordt.", ("V1",), "", _said("consulent", "oordeel")),
    Thread("P1", "Begeleiding jongere, 90 minuten per week,", ("D1", "D3")),
    Thread("N2", "Ouders reageren op één lijn.", ("V2",), "nog geen doel", _said("moeder", "mening")),
    Heading("Wat wij samen denken", code="4"),
    Paragraph(
        (
            Text(
                "Sinds zijn ouders uit elkaar zijn, houdt Jesse veel voor zich en loopt het op tot hij ontploft. Op "
                "school ziet niemand dat aankomen."
            ),
        ),
        _said("moeder, vader, mentor", "waarneming"),
    ),
    Paragraph(
        (
            Text("Thuis gelden twee soorten regels. Jesse zegt: "),
            Text("ik weet nooit welke telt", quoted=True),
            Text(" en zoekt de grens op."),
        ),
        _said("Jesse en moeder", "mening"),
    ),
    Paragraph(
        (
            Text("Andere verklaring:", strong=True),
            Text(" moeite met plannen en druk op school kan ook los van thuis spelen. Nog niet onderzocht."),
        ),
        _said("gedragswetenschapper", "hypothese", "26 november 2026"),
    ),
    Withheld("gezondheid van ouders", "Niet nodig voor deze hulp."),
    Heading("Veiligheid", code="5"),
    Paragraph((Text("Veilig.", strong=True), Text(" Loopt ruzie op, dan belt hij oom Reint en gaat hij daarheen."))),
    Heading("Afspraken", level=2),
    Items(
        (
            Paragraph((Text("Jesse belt oom Reint"),), _said("Jesse", "afspraak")),
            Paragraph((Text("School belt moeder, niet vader en moeder tegelijk"),)),
        )
    ),
    Heading("Wat er al is gedaan", code="6"),
    Table("Eerdere hulp", ("Hulp", "Doel gehaald", "Wat hielp", "Wat niet hielp: niet herhalen"), HELP),
    Callout("care", "Let op: school beslist voor 1 februari", (Text("Daarna vervalt de plek in de klas."),)),
    Callout("open", "Wat wij nog niet weten", (Text("Hoe zwaar Jesse er zelf aan tilt: niet gevraagd."),)),
    Callout("stop", "STOP: eerst toestemming van vader", (Text("Zonder akkoord gaat het verslag niet mee."),)),
    Heading("Uw rechten", code="16"),
    Paragraph(
        (Text("U kunt gratis praten met een vertrouwenspersoon: www.jeugdstem.nl of https://voorbeeld.nl/pad."),)
    ),
)

EXAMPLE = Document(
    reader="provider",
    language="nl",
    cover=JESSE,
    blocks=FRONT + INSIDE,
    data={"schema": "ijkpunt/handover/1", "goals": [{"code": "D1", "words": "Naar school"}], "young_person": "Zoë"},
)

ARABIC = "الولد يحتاج إلى الهدوء في البيت (كل يوم 15 دقيقة)"
LONG_ARABIC = (
    "هذا نص عربي كامل يمتد على أكثر من سطر واحد حتى نرى كيف يعود السطر إلى اليمين، "
    "مع كلمة school في الوسط ورقم 2026 في النهاية، ثم المزيد من الكلمات."
)
LONG_ROW = "Dit staat er steeds opnieuw, zodat de rij over de rand van de bladzijde heen moet lopen. " * 60

AWKWARD = Document(
    reader="provider",
    language="nl",
    cover=replace(
        JESSE,
        title="Ömer <b>Fictema</b> & Zoë Verzinga-van der Oefenstra uit het verre Nergenshuizen, 8 en 11 jaar",
        document_id="OV-2026-0312-met-een-heel-lang-nummer-waar-niemand-op-rekende-0123456789",
        subtitle="",
        columns=(),
        issued_on="gisteren",
    ),
    blocks=(
        Heading("Onbekende <i>tekens</i> & halve <tags", code="1"),
        Paragraph((Text("<b>vet</b> & <font color=red>rood</font> &lt; < onaf <para"),), _said("<who>", "a & b")),
        Paragraph((Text("Besturing\x00\x07\x1b en half paar \ud83d en \ufffe, tab\tmidden, zacht\u00adwoord"),)),
        Paragraph((Text("Regel een\nRegel twee\r\nRegel drie\n\n\n\n\nNa wit"),)),
        Paragraph((Text("Emoji 😀 👨‍👩‍👧 ❤️ en pijlen → ≥ ≠ ✓, IJ, ŵ, Привіт Оксано, Ελένη, Nguyễn Văn Ả"),)),
        Paragraph((Text("Oma zegt: "), Text(ARABIC, quoted=True), Text(", elke dag."))),
        Paragraph((Text(LONG_ARABIC),)),
        Paragraph((Text("שלום לכולם", strong=True), Text(" en 中文字 en ไทย en ሰላም"))),
        Paragraph((Text("W" * 400),), _said("systeem", "feit")),
        Paragraph((Text("a" * 300 + " " + "中" * 40 + " " + "ب" * 300),)),
        Items((Paragraph((Text(""),)), Paragraph((Text("na een lege"),)))),
        Facts((("", "zonder label"), ("Label" * 30, "waarde"), ("Leeg", ""))),
        Table("", ("Eén",), (("te", "veel", "cellen"), ())),
        Table(
            "Lange rij",
            ("Nr", "Tekst", "Slot"),
            (("1", LONG_ROW, "eind"), ("2", "kort", "")),
            (_said("moeder", "mening"), None),
        ),
        Table(
            "Veel rijen",
            ("Nr", "Naam", "Wat er gebeurde"),
            tuple((str(n), f"Oefenstra {n}", "Gesprek met school en ouders. " * (1 + n % 4)) for n in range(60)),
        ),
        Callout("note", "Kader dat over de bladzijde heen moet", (Text(LONG_ROW),)),
        Goal("D1", "“Geen score”", "", "", None, None),
        Goal("D2", "Alleen een streven", "gesprek", "Jesse", None, 10),
        Withheld("<geheim> & meer", ""),
        Paragraph((Text("vijftigduizend " * 3_400),)),
        Heading("Kop helemaal aan het eind"),
    ),
    data={"awkward": "<b>&\u0000\ud83d"},
)
