"""Step 9. Own possibilities, ordinary solutions and other laws (stage 4), which leave the residual need.

Sources: CRvB 2017:1477 and 2024:1095, 1096; Jeugdwet 1.2 and 2.1. Where a doctor referred, or a certified institution
or court decides, own strength is not weighed.
"""

from typing import Any, Literal

from casework.answers import Answer
from casework.flow import Step
from casework.questions import Answers, Flag, Record, ask
from casework.steps.intake import needs_investigation, own_strength_is_weighed


class OwnCapacity(Record):
    need: Answer[str] = ask("behoefte", required=True, refers="needs.needs")
    parents_can: Answer[str] = ask("wat_kunnen_ouders", required=True, judgement=True, long=True)
    network_can: Answer[str] = ask("wat_kan_netwerk", judgement=True, long=True)
    caregiver_capacity: Answer[Literal["goed", "kwetsbaar", "overbelast"]] = ask(
        "belastbaarheid_ouders", required=True, judgement=True
    )
    availability: Answer[str] = ask("beschikbaarheid_werk_zorg")
    above_usual: Answer[Literal["ja", "nee", "deels"]] = ask("bovengebruikelijk", judgement=True)
    sufficient: Answer[Literal["voldoende", "deels", "onvoldoende"]] = ask(
        "eigen_kracht", "Dekt eigen kracht deze behoefte?", required=True, judgement=True
    )
    reasons: Answer[str] = ask("motivering", required=True, long=True)
    ordinance_article: Answer[str] = ask("verordening_artikel", required=True)


class PriorProvision(Record):
    item: Answer[str] = ask("sociale_kaart_item", required=True)
    considered: Answer[Flag] = ask("overwogen")
    tried: Answer[Flag] = ask("geprobeerd")
    why: Answer[str] = ask("waarom_wel/niet", long=True)
    waiting: Answer[str] = ask("wachttijd")
    covers: Answer[tuple[str, ...]] = ask("dekt_behoeften", refers="needs.needs")


class OtherLaw(Record):
    law: Answer[Literal["Wlz", "Zvw", "Wmo", "passend_onderwijs", "participatiewet", "anders"]] = ask(
        "wet", required=True
    )
    status: Answer[Literal["mogelijk", "aangevraagd", "afgewezen", "toegekend", "niet_aan_de_orde"]] = ask(
        "status", required=True
    )
    bridge: Answer[str] = ask("brug", "Hulp tot de andere wet helpt.")
    covers: Answer[tuple[str, ...]] = ask("dekt_behoeften", refers="needs.needs")


def _transport(case: Any, here: Any) -> bool:
    return here.transport_needed.known is True


class OwnPossibilities(Answers):
    own_capacity: Answer[tuple[OwnCapacity, ...]] = ask(
        "eigen_kracht[]", required=True, applies=own_strength_is_weighed
    )
    prior_provisions: Answer[tuple[PriorProvision, ...]] = ask(
        "voorliggend[]", may_be_empty=True, applies=needs_investigation
    )
    permanent_supervision: Answer[Flag] = ask(
        "wlz_permanent_toezicht", "Blijvend toezicht of 24 uur zorg nodig?", judgement=True, applies=needs_investigation
    )
    due_to_disability: Answer[Flag] = ask(
        "wlz_door_beperking", "Door een beperking of ziekte?", judgement=True, applies=needs_investigation
    )
    more_than_usual: Answer[Flag] = ask(
        "wlz_meer_dan_leeftijd", "Meer dan gewoon voor deze leeftijd?", judgement=True, applies=needs_investigation
    )
    medical_care: Answer[Flag] = ask(
        "zvw_medisch", "Verpleging, medische of paramedische zorg?", judgement=True, applies=needs_investigation
    )
    parents_own_need: Answer[Flag] = ask(
        "wmo_vraag_ouder", "Is het een vraag van de ouder zelf?", judgement=True, applies=needs_investigation
    )
    aimed_at_learning: Answer[Flag] = ask(
        "onderwijs_gericht_op_leren",
        "Is de hulp vooral nodig om te leren?",
        judgement=True,
        applies=needs_investigation,
    )
    school_support_used: Answer[Flag] = ask(
        "onderwijs_eigen_ondersteuning", "Zette school eigen ondersteuning in?", applies=needs_investigation
    )
    general_offer_fits: Answer[Flag] = ask(
        "preventief_mogelijk",
        "Kan een groep, training, maatje of loket helpen?",
        judgement=True,
        applies=needs_investigation,
    )
    general_offer_tried: Answer[Flag] = ask("preventief_geprobeerd", applies=needs_investigation)
    several_causes: Answer[Flag] = ask(
        "meerdere_oorzaken",
        "Spelen er ook opvoed-, gedrags- of psychische oorzaken? (Jeugdwet 1.2 lid 2)",
        judgement=True,
        applies=needs_investigation,
    )
    other_laws: Answer[tuple[OtherLaw, ...]] = ask("andere_wet[]", may_be_empty=True, applies=needs_investigation)
    transport_needed: Answer[Flag] = ask("vervoer_nodig", applies=needs_investigation)
    transport_ground: Answer[Literal["medische_noodzaak", "zelfredzaamheid", "geen"]] = ask(
        "vervoer_grond", applies=_transport
    )
    transport_money: Answer[Flag] = ask("vervoer_geldbelemmering", applies=_transport)
    transport_solution: Answer[str] = ask("vervoer_oplossing", applies=_transport)
    residual: Answer[tuple[str, ...]] = ask(
        "resthulpvraag[]",
        "Berekend; hier bevestigd.",
        required=True,
        may_be_empty=True,
        refers="needs.needs",
        applies=needs_investigation,
    )


STEP = Step("own_capacity", 9, "Eigen mogelijkheden", OwnPossibilities, stage=4)
