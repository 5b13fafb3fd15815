"""The page of step 12: the consultations of the expert pool, and what holds where there is no finished advice."""

from collections.abc import Mapping

from casework.consultation import is_finished
from casework.pool.lifecycle import STATUS_WORDS, TYPE_WORDS
from desktop.cases.open_case import OpenCase
from desktop.flow.list_words import ListWords
from desktop.flow.page import StepPage

DISCIPLINES = {
    "kinder_jeugdpsychiatrie": "kinder- en jeugdpsychiatrie",
    "orthopedagogiek_gz": "orthopedagoog of gz-psycholoog",
    "LVB": "licht verstandelijke beperking",
    "systeemtherapie": "systeemtherapie",
    "verslaving": "verslaving",
    "trauma_veiligheid": "trauma en veiligheid",
    "gedwongen_kader": "gedwongen kader",
    "pleegzorg_verblijf": "pleegzorg en verblijf",
    "onderwijs": "onderwijs",
    "jeugdarts": "jeugdarts",
    "ervaringsdeskundige": "ervaringsdeskundige",
}


def _rules(case: OpenCase) -> Mapping[str, str]:
    """The signals that weigh towards the pool, which a request can name."""
    signals = case.assessment.signals if case.assessment else ()
    return {signal.rule: signal.title for signal in signals if signal.weighs_towards_pool}


def _loose(case: OpenCase, consultation: str) -> str:
    mine = next((one for one in case.case.consultations if one.id == consultation), None)
    if mine is None or not mine.question.known:
        return ""
    return "" if is_finished(mine) else "nog geen vastgesteld advies"


CONSULTATIONS = ListWords(
    text="Vragen aan de expertpool",
    one="consultvraag",
    labels={
        "type": "Wat voor consult?",
        "status": "Hoe staat het ervoor?",
        "asked_on": "Gevraagd op",
        "question": "Uw ene hoofdvraag",
        "tried": "Wat is al geprobeerd?",
        "option_a": "U twijfelt tussen",
        "option_b": "en",
        "discipline": "Welke deskundigheid zoekt u?",
        "deadline_reason": "Wanneer is antwoord nodig, en waarom dan?",
        "opened_by": "Welke signalen vroegen hierom?",
        "family_informed": "Weet het gezin ervan?",
        "advice_on": "Advies van",
        "answer_given": "Het antwoord",
        "advised_level": "Welk niveau raadt de expert aan?",
        "because": "Waarom?",
        "not_the_other": "Waarom niet het andere?",
        "certainty": "Hoe zeker is dat?",
        "adviser": "Wie adviseert?",
        "adviser_discipline": "Welk vakgebied?",
        "adviser_registration": "SKJ- of BIG-nummer",
        "based_on": "Waarop steunt het advies?",
        "minority": "Dacht iemand er anders over?",
        "valid_until": "Geldig tot en met",
        "verified_author": "Duidelijk wie dit schreef en vanuit welk vak?",
        "verified_basis": "Duidelijk op welke informatie het steunt?",
        "verified_consistent": "Klopt het met zichzelf?",
        "verified_current": "Is het nog van nu?",
        "team_decision": "Wat doet het team ermee?",
        "deviation_reason": "Waarom wijkt het team af?",
        "pool_informed": "Weet de pool dat?",
        "cosigned_by": "Wie ondertekent mee?",
        "cosigner_registration": "SKJ- of BIG-nummer",
    },
    options={
        "type": dict[str, str](TYPE_WORDS.items()),
        "status": dict[str, str](STATUS_WORDS.items()),
        "discipline": DISCIPLINES,
        "adviser_discipline": DISCIPLINES,
        "team_decision": {"volgt": "volgt het advies", "deels": "volgt het deels", "wijkt_af": "wijkt af"},
    },
    choices={"opened_by": _rules},
    empty=("Er is nog niets gevraagd.", "Stel één hoofdvraag, en zeg waartussen u twijfelt."),
    title=("question",),
    told={"type": "", "asked_on": "van", "status": "", "advised_level": "advies:", "team_decision": "het team"},
    heads={
        "type": "De vraag",
        "advice_on": "Het advies",
        "verified_author": "Nagegaan (vergewissen)",
        "team_decision": "Wat het team doet",
    },
    note=_loose,
)


class Page(StepPage):
    intro = "Bijzondere deskundigheid waar dat nodig is; bij intensieve hulp is advies verplicht."

    def build(self) -> None:
        self.ask("expertise_needed", "Welke deskundigheid is nodig, en waarvoor?")
        if self.case.pool is not None:
            from desktop.pool.coming_back.panel import PoolPanel

            self.pool = PoolPanel(self.case)
            self.pool.leads.connect(self.leads)
            self.add(self.pool)
        self.list_at("consultations", CONSULTATIONS)

        self.section("Verder zonder vastgesteld advies", "Alleen in deze drie gevallen kan de overdracht toch door.")
        self.ask(
            "exception",
            "Waarom kan het niet wachten op advies?",
            {
                "spoed": "spoed: het advies volgt snel",
                "GI_rechter": "de instelling of rechter besloot",
                "afwijking_medeondertekend": "afwijking die een tweede professional ondertekent",
            },
        )
        self.ask("exception_reason", "Leg uit waarom")
        self.ask("advice_by", "Uiterlijk wanneer is er advies? (binnen vijf werkdagen na de start)")
        self.ask("cosigned_by", "Wie ondertekent mee?")
        self.side_by_side(
            ("cosigner_registration", "In welk register staat die persoon?"),
            ("cosigner_number", "Registratienummer"),
        )
