"""Step 14. Handing over, and what comes back."""

from typing import Any, Literal

from casework.answers import Answer, Day
from casework.flow import Step
from casework.questions import Answers, Flag, Record, ask

Read = Literal["akkoord", "akkoord_met_aanvulling", "oneens_toch_delen", "oneens_niet_delen", "niet_mogelijk"]
SectionCode = Literal[
    "H0", "H1", "H2", "H3", "H4", "H5", "H6", "H7", "H8", "H9", "H10", "H11", "H12", "H13", "H14", "H15", "H16", "H17"
]


class SectionChoice(Record):
    """A choice about one section: shared or held back with a reason, or why it is empty."""

    section: Answer[SectionCode] = ask("onderdeel", required=True)
    shared: Answer[Flag] = ask("delen")
    reason: Answer[str] = ask("reden")
    empty_because: Answer[str] = ask("leeg_omdat", "Waarom dit onderdeel hier niet van toepassing is.")


class Attachment(Record):
    name: Answer[str] = ask("naam", required=True)
    dated: Answer[Day] = ask("datum")
    why: Answer[str] = ask("waarom_gedeeld", required=True)


def _sent(case: Any, here: Any) -> bool:
    return here.sent_on.known is not None


class Handover(Answers):
    recipient: Answer[str] = ask("ontvanger", required=True)
    sections: Answer[tuple[SectionChoice, ...]] = ask(
        "onderdelen_delen", "Een lege lijst: alle onderdelen gaan mee.", required=True, may_be_empty=True
    )
    meldcode_shared: Answer[Flag] = ask("meldcode_gegevens_in_onderdelen", "Staan er gegevens uit de meldcode in?")
    third_party_shared: Answer[Flag] = ask("gegevens_van_derden", "Staan er gegevens van derden in?")
    read_by_child: Answer[Read] = ask("gelezen_door_jeugdige", required=True)
    read_by_parents: Answer[Read] = ask("gelezen_door_ouders", required=True)
    own_statement: Answer[str] = ask(
        "eigen_verklaring", "Van jeugdige of ouder; gaat altijd mee (Jeugdwet 7.3.8 lid 2).", long=True
    )
    start_talk: Answer[str] = ask("startgesprek", "Wanneer, waar en met wie.")
    three_to_know: Answer[tuple[str, ...]] = ask("drie_dingen", "Drie dingen die de aanbieder moet weten.")
    practical: Answer[str] = ask(
        "praktisch", "Dagen, medicatie of allergie, alleen als het nodig is.", long=True, sensitive=True
    )
    attachments: Answer[tuple[Attachment, ...]] = ask("bijlagen", may_be_empty=True)
    warm: Answer[Literal["gesprek_gepland", "gedaan", "niet_nodig"]] = ask("warme_overdracht", required=True)
    sent_on: Answer[Day] = ask("verzonden_op")
    sent_by: Answer[str] = ask("via", applies=_sent)
    reaction: Answer[Literal["geaccepteerd", "vraag", "afgewezen", "geen_antwoord"]] = ask(
        "aanbieder_reactie", applies=_sent
    )
    reaction_reason: Answer[str] = ask("aanbieder_reactie_reden", applies=_sent)
    started_on: Answer[Day] = ask("start_op", applies=_sent)


STEP = Step("handover", 14, "Overdracht en volgen", Handover)
