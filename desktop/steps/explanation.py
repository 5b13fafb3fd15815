"""The page of step 6: why it happens and why it lasts, together with the family."""

from desktop.flow.list_words import ListWords
from desktop.flow.page import StepPage

_AGREES = {"eens": "eens", "deels": "deels eens", "oneens": "oneens", "niet_besproken": "nog niet besproken"}

FACTORS = ListWords(
    text="Wat speelt mee?",
    one="factor",
    labels={
        "text": "Wat speelt mee?",
        "type": "Wat doet het?",
        "level": "Bij wie of waar?",
        "strength": "Hoe zeker zijn wij?",
        "family_says": "Wat zegt het gezin ervan?",
    },
    options={
        "type": {
            "aanleiding": "het begon ermee",
            "in_stand_houdend": "het houdt het in stand",
            "kwetsbaarheid": "het maakt kwetsbaar",
            "beschermend": "het beschermt",
        },
        "strength": {"hypothese": "het is een vermoeden"},
    },
    empty=(
        "Er staat nog niets dat meespeelt.",
        "Vraag: waardoor begon het, waardoor blijft het, en wat helpt ertegen? Kijk ook naar school en hulp.",
    ),
    told={"type": "", "level": "bij", "strength": ""},
)


class Page(StepPage):
    intro = "Waarom gebeurt dit, en waarom blijft het? Samen met het gezin."

    def build(self) -> None:
        self.ask("variant", "Hoe uitgebreid is deze verklaring?", {"licht": "kort", "uitgebreid": "uitgebreid"})
        self.ask_list("factors", FACTORS)

        self.section("Onze verklaring")
        self.ask("together", "Wij denken samen dat…")
        self.ask("alternative", "Wat zou het ook kunnen zijn?")
        self.ask("not_known", "Wat weten wij nog niet?")
        self.ask("agrees_child", "Is de jeugdige het ermee eens?", _AGREES)
        self.ask("agrees_parents", "Zijn de ouders het ermee eens?", _AGREES)

        self.section("Wie keek mee")
        self.ask("made_on", "Wanneer is deze verklaring gemaakt of vernieuwd?")
        self.ask(
            "behavioural_scientist",
            "Keek er een gedragswetenschapper mee?",
            {"ja": "ja", "nee_niet_nodig": "nee, niet nodig", "nee_niet_beschikbaar": "nee, er was niemand"},
        )
        self.side_by_side(
            ("scientist_name", "Naam van de gedragswetenschapper"),
            ("scientist_discipline", "Vakgebied"),
        )
