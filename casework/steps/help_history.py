"""Step 7. What help there was and is, with its effect: stacking, and chains after a crisis (seed:000, stuurknoppen)."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

from casework.answers import Answer, Day
from casework.codes import GfmLevel, LifeDomain
from casework.flow import Step
from casework.questions import Answers, Count, Flag, Record, ask
from casework.steps.intake import Intake

Gain = Literal["ja", "afgevlakt", "nee", "onbekend"]
EndReason = Literal[
    "20 tijdelijk",
    "31 volgens plan",
    "32 door cliënt",
    "33 door aanbieder",
    "34 in overleg",
    "35 extern",
    "36 gemeente",
    "37 wijziging",
    "38 andere aanbieder",
    "39 ander domein",
]


def _ended(case: Any, here: Any) -> bool:
    return here.running.known is not True


class Help(Record):
    """One form of help, running or ended. A start in the future is a proposed start."""

    name: Answer[str] = ask("product", "Product uit het productenboek, of een naam.", required=True)
    provider: Answer[str] = ask("aanbieder")
    start: Answer[Day] = ask("start", required=True)
    running: Answer[Flag] = ask("loopt", required=True)
    end: Answer[Day] = ask("eind", applies=_ended)
    gfm_level: Answer[GfmLevel] = ask("gfm_niveau")
    goal: Answer[str] = ask("doel")
    goal_area: Answer[LifeDomain] = ask("doelgebied")
    for_whom: Answer[str] = ask("gezinslid", person=True)
    result: Answer[Literal["bereikt", "deels", "niet", "onbekend"]] = ask("resultaat", judgement=True)
    gain: Answer[Gain] = ask("gezondheidswinst", judgement=True)
    extensions: Answer[Count] = ask("aantal_verlengingen")
    end_reason: Answer[EndReason] = ask("reden_einde", "JZ588.", applies=_ended)
    helped: Answer[str] = ask("wat_hielp", judgement=True, long=True)
    did_not_help: Answer[str] = ask("wat_niet", judgement=True, long=True)


def by_start(every: Iterable[Help], today: date) -> list[Help]:
    """In the order in which they began, one without a day as if today: whose provider came first is Aanbieder A."""
    return sorted(every, key=lambda one: (one.start.known or today, one.id))


class OwnTalk(Record):
    """A talk in which the team itself helped: it belongs to the file of helping, not of deciding (Jeugdwet 7.3.8)."""

    part: Literal["hulpverlening"] = "hulpverlening"
    on: Answer[Day] = ask("datum", required=True, behind_us=True)
    who: Answer[str] = ask("met_wie", required=True, person=True)
    by: Answer[str] = ask("door_wie", "Wie van het team hielp.", required=True)
    what: Answer[str] = ask("wat_gedaan", required=True, long=True)
    effect: Answer[str] = ask("wat_leverde_het_op", judgement=True, long=True)


def _team_helped(case: Any, here: Any) -> bool:
    return bool(here.own_talks.known)


def _after_crisis(case: Any, here: Any) -> bool:
    return bool(case.of(Intake).track.known == "herbeoordeling_na_crisis")


class HelpHistory(Answers):
    help: Answer[tuple[Help, ...]] = ask("hulp[]", required=True, may_be_empty=True)
    crisis: Answer[Flag] = ask("crisis_laatste_12m", "Ja met de dag van de crisis.", required=True)
    crisis_end: Answer[Day] = ask("crisis_einde", applies=lambda case, here: here.crisis.known is True)
    crisis_told: Answer[str] = ask(
        "crisis_wat_gebeurde", "En wat hielp om het rustig te krijgen.", required=True, judgement=True, long=True,
        applies=_after_crisis,
    )  # fmt: skip
    crisis_changed: Answer[str] = ask(
        "crisis_wat_is_anders", "Wat nu anders is dan voor de crisis.", required=True, judgement=True, long=True,
        applies=_after_crisis,
    )  # fmt: skip
    crisis_again: Answer[str] = ask(
        "crisis_wat_als_weer", "Wie belt wie, en wat doet ieder.", required=True, long=True, applies=_after_crisis
    )
    coordinator_now: Answer[str] = ask("regievoerder_nu", person=True)
    lasting: Answer[Literal["eenmalig", "chronisch"]] = ask("eenmalig_of_chronisch_traject", judgement=True)
    own_talks: Answer[tuple[OwnTalk, ...]] = ask(
        "eigen_gesprekken[]", "Lichte hulp van het team zelf: een tot vijf gesprekken.", may_be_empty=True
    )
    own_talks_shared: Answer[Flag] = ask(
        "eigen_gesprekken_delen", "Het gezin vindt goed dat dit deel van het dossier meegaat.", applies=_team_helped
    )


STEP = Step("help_history", 7, "Hulp tot nu toe", HelpHistory)
