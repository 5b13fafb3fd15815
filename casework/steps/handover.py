"""Step 14. Handing over, and what comes back: who reacts, how the help goes, and what is chosen at each review."""

from collections.abc import Collection
from datetime import date
from typing import Any, Literal

from casework.answers import Answer, Answered, Day, Unanswered, is_known
from casework.codes import RecipientRole, SectionCode
from casework.flow import Problem, Step
from casework.questions import Answers, Count, Flag, Record, Scale5, Scale10, ask, questions
from casework.steps.help_history import Gain
from casework.steps.intake import Intake, needs_investigation

Read = Literal["akkoord", "akkoord_met_aanvulling", "oneens_toch_delen", "oneens_niet_delen", "niet_mogelijk"]




class SectionChoice(Record):
    """A choice about one section: shared or held back with a reason, or why it is empty."""

    section: Answer[SectionCode] = ask("onderdeel", required=True)
    shared: Answer[Flag] = ask("delen")
    reason: Answer[str] = ask("reden")
    empty_because: Answer[str] = ask("leeg_omdat", "Waarom dit onderdeel hier niet van toepassing is.")


class StatementChoice(Record):
    """One statement that stays here, by the path of the answer it comes from, and why."""

    where: Answer[str] = ask("pad", "Het pad van het antwoord, zoals explanation.together.", required=True)
    reason: Answer[str] = ask("reden", required=True)


class Attachment(Record):
    name: Answer[str] = ask("naam", required=True)
    dated: Answer[Day] = ask("datum", behind_us=True)
    why: Answer[str] = ask("waarom_gedeeld", required=True)


ReviewChoice = Literal[
    "doel_bereikt", "afschalen", "stoppen_met_plan", "verlengen", "andere_aanpak", "ander_doel", "doorgaan"
]
"""What a review comes to. Going on as agreed is a choice too; more than what was agreed is `verlengen`."""


def _light(case: Any, here: Any) -> bool:
    return bool(here.kind.known == "jaarlijks_licht")


def _in_full(case: Any, here: Any) -> bool:
    return not _light(case, here)


class ReviewTalk(Record):
    """A talk with the family about how the help goes (volgmoment): gain, what helped, and what is chosen now.

    Lasting support is looked at lightly, once a year: not whether it brings gain, but whether it still fits.
    """

    on: Answer[Day] = ask("datum", required=True, behind_us=True)
    kind: Answer[Literal["volgmoment", "jaarlijks_licht"]] = ask(
        "soort", "Niet gezegd is een gewoon volgmoment; licht is een keer per jaar, bij blijvende steun."
    )
    who: Answer[str] = ask("wie_erbij")
    gain: Answer[Gain] = ask(
        "gezondheidswinst", "Volgens wat in stap 8 is afgesproken.", required=True, judgement=True, applies=_in_full
    )
    helped: Answer[str] = ask("wat_hielp", judgement=True, long=True, applies=_in_full)
    did_not_help: Answer[str] = ask("wat_niet", judgement=True, long=True, applies=_in_full)
    still_fits: Answer[Literal["ja", "deels", "nee"]] = ask(
        "past_steun_nog", required=True, judgement=True, applies=_light
    )
    could_be_less: Answer[Flag] = ask("kan_met_minder", required=True, judgement=True, applies=_light)
    carers_manage: Answer[Flag] = ask(
        "omgeving_houdt_vol", "De mensen om het kind heen.", required=True, judgement=True, applies=_light
    )
    other_law: Answer[Flag] = ask("wlz_of_18_aan_de_orde", applies=_light)
    choice: Answer[ReviewChoice] = ask("keuze", required=True, judgement=True)
    reasons: Answer[str] = ask("waarom", required=True, long=True)
    next_on: Answer[Day] = ask("volgende_keer")


class GoalScore(Record):
    """The score somebody gives one goal at one review, from 0 to 10, with their own words."""

    review: Answer[str] = ask("bij_welk_volgmoment", required=True, refers="handover.review_talks")
    goal: Answer[str] = ask("doel", required=True, refers="needs.goals")
    score: Answer[Scale10] = ask("doelscore", required=True, judgement=True)
    words: Answer[str] = ask("eigen_woorden", judgement=True)


ReplyOutcome = Literal["geaccepteerd", "vraag", "afgewezen"]
RefusalReason = Literal[
    "geen_plek", "hulp_niet_in_huis", "leeftijd_of_regio", "zwaarder_nodig", "lichter_kan", "eerst_veiligheid",
    "geen_contract", "gezin_wil_niet", "anders",
]  # fmt: skip
"""Why a provider says no, so that reasons can be counted; in words in casework/handover/reply.py."""


def _refused(case: Any, here: Any) -> bool:
    return bool(here.outcome.known == "afgewezen")


class ProviderReply(Record):
    """What the provider answered to a handover. Read from a file, it carries the id of the reply itself."""

    document: Answer[str] = ask("document_id", "Het nummer van de overdracht, zoals OV-2026-1a2b3c4d.", required=True)
    version: Answer[Count] = ask("versie")
    received_on: Answer[Day] = ask("ontvangen_op", behind_us=True)
    given_on: Answer[Day] = ask("gegeven_op", required=True)
    given_at: Answer[str] = ask("gegeven_om", "Tijd in UTC (uu:mm:ss): op één dag telt het laatste antwoord.")
    outcome: Answer[ReplyOutcome] = ask("uitkomst", required=True)
    reason: Answer[RefusalReason] = ask("reden_code", applies=_refused)
    note: Answer[str] = ask("toelichting", long=True)
    start_on: Answer[Day] = ask("start_op")
    waiting_weeks: Answer[Count] = ask("wachttijd_weken")
    first_plan_on: Answer[Day] = ask("eerste_plan_op")
    complete: Answer[Scale5] = ask("compleet", "Stond alles erin? 1 nee, 5 ja.")
    clear: Answer[Scale5] = ask("duidelijk", "Was het duidelijk? 1 nee, 5 ja.")
    usable: Answer[Scale5] = ask("bruikbaar", "Kon u er meteen mee verder? 1 nee, 5 ja.")
    missed: Answer[str] = ask("wat_miste", long=True)
    contact: Answer[str] = ask("naam_contact", "Wie bij de aanbieder antwoordde.")


SendingKind = Literal["aankondiging", "overdracht", "aanvulling", "intrekking"]
SendingGround = Literal["toestemming", "zonder_naam", "7.3.4_lid_2", "7.3.16", "maatregel_of_rechter"]
"""On what it was shared. `zonder_naam`: an announcement from which nobody can tell who it is."""


class Sending(Record):
    """One document that went out: written down when it is made, never typed over."""

    document: Answer[str] = ask("document_id", required=True)
    version: Answer[Count] = ask("versie", required=True)
    kind: Answer[SendingKind] = ask("soort", required=True)
    reader: Answer[Literal["aanbieder", "ouder", "jongere"]] = ask("lezer")
    recipient: Answer[str] = ask("ontvanger")
    recipient_role: Answer[RecipientRole] = ask("ontvanger_rol")
    sent_on: Answer[Day] = ask("verzonden_op", required=True, behind_us=True)
    via: Answer[str] = ask("via")
    ground: Answer[SendingGround] = ask("grondslag")
    second_reader: Answer[str] = ask("tweede_lezer")
    second_reader_registration: Answer[str] = ask("tweede_lezer_registratie")
    valid_until: Answer[Day] = ask("geldig_tot")
    fingerprint: Answer[str] = ask("vingerafdruk", "SHA-256 van overdracht.json.")
    refers_to: Answer[str] = ask("verwijst_naar", "Het nummer van het stuk waar dit bij hoort.")
    note: Answer[str] = ask("tekst", "De aanvulling zelf, of de reden van het intrekken.", long=True)
    held_back: Answer[tuple[str, ...]] = ask("wat_achtergehouden")


def last_for_provider(here: Any, kinds: Collection[str] = ("aankondiging", "overdracht")) -> Sending | None:
    """What left last that a provider answers: an announcement or a handover."""
    left = [
        one
        for one in here.sendings.known or ()
        if one.kind.known in kinds and one.reader.known not in ("ouder", "jongere")
        if one.sent_on.known is not None
    ]
    return max(reversed(left), key=lambda one: one.sent_on.known, default=None)  # on one day the last of the list


def is_withdrawn(here: Any, document: str | None, version: int | None) -> bool:
    """Whether that version was taken back by a letter: a later one under the same number counts again."""
    return any(
        one.kind.known == "intrekking" and (one.refers_to.known, one.version.known) == (document, version)
        for one in here.sendings.known or ()
    )


def sent_to_provider(here: Any) -> date | None:
    """The last day on which something left that a provider answers."""
    last = last_for_provider(here)
    return None if last is None else last.sent_on.known


def handed_over_on(here: Any) -> date | None:
    """The day somebody wrote down, else that on which the whole handover was last made: an announcement is none."""
    last = last_for_provider(here, ("overdracht",))
    return here.sent_on.known or (None if last is None else last.sent_on.known)


def stands_since(here: Any) -> date | None:
    """The day it was handed over, as long as that stands: nothing where the last version was taken back."""
    last = last_for_provider(here, ("overdracht",))
    if last is not None and is_withdrawn(here, last.document.known, last.version.known):
        return None
    return handed_over_on(here)


def replies_in_order(here: Any) -> tuple[ProviderReply, ...]:
    """What the provider answered, the latest last."""
    replies = here.replies.known or ()
    return tuple(sorted(replies, key=lambda one: (one.given_on.known or date.min, one.given_at.known or "")))


def announced_unanswered(here: Any) -> bool:
    """An announcement went out, and nobody has accepted the request yet."""
    announced = any(one.kind.known == "aankondiging" for one in here.sendings.known or ())
    accepted = here.reaction.known == "geaccepteerd" or any(
        one.outcome.known == "geaccepteerd" for one in here.replies.known or ()
    )
    return announced and not accepted


def _sent(case: Any, here: Any) -> bool:
    return here.sent_on.known is not None or sent_to_provider(here) is not None


def _followed(case: Any, here: Any) -> bool:
    """Help that was handed over is followed; at a prolonging or a reassessment it already ran."""
    ran_before = case.of(Intake).track.known in ("verlenging", "herbeoordeling_na_crisis")
    return needs_investigation(case) and (ran_before or handed_over_on(here) is not None)


def _ended(case: Any, here: Any) -> bool:
    return _followed(case, here) and here.ended_on.known is not None


class Handover(Answers):
    recipient: Answer[str] = ask("ontvanger", required=True)
    recipient_role: Answer[RecipientRole] = ask("ontvanger_rol", "Zonder antwoord: de aanbieder.")
    sections: Answer[tuple[SectionChoice, ...]] = ask(
        "onderdelen_delen", "Een lege lijst: alle onderdelen gaan mee.", required=True, may_be_empty=True
    )
    statements: Answer[tuple[StatementChoice, ...]] = ask("uitspraken_niet_delen[]", may_be_empty=True)
    meldcode_shared: Answer[Flag] = ask("meldcode_gegevens_in_onderdelen", "Staan er gegevens uit de meldcode in?")
    third_party_shared: Answer[Flag] = ask("gegevens_van_derden", "Staan er gegevens van derden in?")
    read_by_child: Answer[Read] = ask("gelezen_door_jeugdige", required=True, dated=True)
    read_by_parents: Answer[Read] = ask("gelezen_door_ouders", required=True, dated=True)
    own_statement: Answer[str] = ask(
        "eigen_verklaring", "Van jeugdige of ouder; gaat altijd mee (Jeugdwet 7.3.8 lid 2).", long=True
    )
    contact_reach: Answer[str] = ask(
        "bereikbaar", "Telefoon of e-mail van wie regie voert, voor vragen; gaat mee, als enige nummer."
    )
    start_talk: Answer[str] = ask("startgesprek", "Wanneer, waar en met wie.")
    three_to_know: Answer[tuple[str, ...]] = ask("drie_dingen", "Drie dingen die de aanbieder moet weten.")
    practical: Answer[str] = ask(
        "praktisch", "Dagen, medicatie of allergie, alleen als het nodig is.", long=True, sensitive=True
    )
    attachments: Answer[tuple[Attachment, ...]] = ask("bijlagen", may_be_empty=True)
    warm: Answer[Literal["gesprek_gepland", "gedaan", "niet_nodig"]] = ask("warme_overdracht", required=True)
    sent_on: Answer[Day] = ask("verzonden_op", behind_us=True)
    sent_by: Answer[str] = ask("via", applies=_sent)
    sendings: Answer[tuple[Sending, ...]] = ask(
        "verzendingen[]", "Wat er uitging; opgeschreven bij het maken.", may_be_empty=True
    )
    full_early_reason: Answer[str] = ask(
        "volledig_voor_antwoord_reden",
        "Waarom het hele stuk gaat voordat de aankondiging is aangenomen.",
        applies=lambda case, here: announced_unanswered(here),
    )
    reaction: Answer[Literal["geaccepteerd", "vraag", "afgewezen", "geen_antwoord"]] = ask(
        "aanbieder_reactie", applies=_sent
    )
    reaction_reason: Answer[str] = ask("aanbieder_reactie_reden", applies=_sent)
    started_on: Answer[Day] = ask("start_op", applies=_sent)
    replies: Answer[tuple[ProviderReply, ...]] = ask(
        "antwoorden[]", "Wat de aanbieder antwoordde; het nieuwste telt.", may_be_empty=True
    )
    review_talks: Answer[tuple[ReviewTalk, ...]] = ask("volgmomenten[]", may_be_empty=True, applies=_followed)
    goal_scores: Answer[tuple[GoalScore, ...]] = ask("uitkomst[]", may_be_empty=True, applies=_followed)
    ended_on: Answer[Day] = ask("hulp_gestopt_op", "Waarna het gezin zonder deze hulp verder ging.", applies=_followed)
    came_back_on: Answer[Day] = ask("gezin_terug_op", "Het gezin vroeg opnieuw hulp.", applies=_ended)


def talks_held(case: Any) -> tuple[ReviewTalk, ...]:
    """The reviews that were held until today, the latest last. A review without a day cannot be placed in time."""
    talks = [talk for talk in case.of(Handover).review_talks.known or () if talk.on.known is not None]
    return tuple(sorted((talk for talk in talks if talk.on.known <= case.today), key=lambda talk: talk.on.known))


def gain_lost_twice(case: Any) -> bool | None:
    """Did the last two reviews both find no gain, or gain that levels off? Unknown with fewer than two that say so."""
    gains = [talk.gain.known for talk in talks_held(case)[-2:]]
    if len(gains) < 2 or None in gains or "onbekend" in gains:
        return None
    return all(gain in ("nee", "afgevlakt") for gain in gains)


def prolonged_since(case: Any) -> date | None:
    """Since when the prolonging that runs is weighed; what was answered before that day is looked at again.

    The last of: the day it became the route, the last review that chose it. None where there is no such day: help that
    came from elsewhere was never weighed here before, and a file that kept no days says what it says today.
    """
    track = case.of(Intake).track
    if track.known != "verlenging":
        return None
    days = [talk.on.known for talk in talks_held(case) if talk.choice.known == "verlengen"]
    return max((day for day in (track.on, *days) if day is not None), default=None)


def is_from_before(case: Any, answer: Answered[Any] | Unanswered) -> bool:
    """Was it answered before the prolonging that runs? An answer without a day says what it says today."""
    since = prolonged_since(case)
    if since is None or not isinstance(answer, Answered) or not is_known(answer):
        return False
    return answer.on is not None and answer.on < since


def look_again(case: Any, answers: Answers, step: str) -> list[Problem]:
    """What of a step's dated answers is from before the prolonging: it stands, and somebody has to look at it again."""
    return [
        Problem(f"{step}.{name}", f"{question.title}: van vóór deze verlenging, kijk of het nog klopt")
        for name, question in questions(type(answers)).items()
        if question.dated and is_from_before(case, answers.answer(name))
    ]


def _read_before(here: Handover, case: Any) -> list[Problem]:
    return look_again(case, here, "handover")


STEP = Step("handover", 14, "Overdracht en volgen", Handover, also_missing=_read_before)
