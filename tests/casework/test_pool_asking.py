"""A question made ready from the case, what may leave of it, and what comes back as values of the record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import resources
from casework import casefile
from casework.case import Case
from casework.consultation.consultation import Consultation, advice_holds_on, is_finished, unverified
from casework.pool import bodies as said
from casework.pool.asking import Draft, Words, proposal, request
from casework.pool.clocks import Norms
from casework.pool.consult import objection
from casework.pool.interest import providers_of, tied_to
from casework.pool.leaving import Ground, Identifiable, on_consent, on_urgency, without_consent
from casework.pool.taking_over import asked_values, taken_over
from casework.pool.turns import my_turn, next_moment, open_acts
from casework.pseudonym import Resolved, only, read_coarse
from casework.pseudonym.rare import expected_count
from casework.trouble import Trouble
from casework.weighing.assess import assess
from tests.casework.families import case_of, consent, custodian, ordinary, pack
from tests.casework.pool_talk import (
    ASKER,
    EXPERT,
    HUB,
    SECOND,
    Talk,
    accept,
    advice,
    assign,
    closing,
    decide,
    up_to_advice,
)
from tests.casework.pool_talk import release as released
from tests.casework.pool_talk import request as asked

DAY = date(2026, 11, 23)
COARSE = read_coarse(resources.pseudonym())
EXAMPLES = sorted(one.name for one in resources.examples().iterdir() if one.name.endswith(".json"))


def proposed(case: Case) -> Draft:
    return proposal(case.settle(DAY), assess(case, pack(), DAY), pack(), COARSE)


def family(name: str) -> Case:
    return casefile.read((resources.examples() / name).read_bytes(), DAY)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_family_has_a_question_that_is_at_most_checked(name: str) -> None:
    draft = proposed(family(name))
    assert draft.type in ("CONSULTATIE", "VERPLICHT_ADVIES") and draft.discipline
    assert len([one for one in draft.words.as_texts() if one.startswith("sub_")]) <= 3
    assert draft.words.missing in ((), ("question", "option_a", "option_b"))


def test_it_brings_along_what_was_tried_the_doubt_the_reference_clients_and_the_providers_as_letters() -> None:
    draft = proposed(family("wendy-15.json"))
    assert (draft.words.option_a, draft.words.option_b) == (
        "Intensieve hulp of verblijf",
        "Geïndiceerde hulp thuis of dichtbij",
    )
    assert draft.words.option_a.lower() in draft.words.question
    assert draft.words.tried.count("\n") == 5 and "wat niet: Alles ging over school" in draft.words.tried
    assert draft.providers == ("Aanbieder A", "Aanbieder B", "Aanbieder C")
    assert len(draft.clients_seen) == 3 and draft.asked_level == "intensief" and draft.theme == "verblijf"
    assert draft.discipline == "trauma_veiligheid"


def test_who_works_for_a_provider_of_the_case_is_known_at_home_and_no_name_leaves() -> None:
    case = family("wendy-15.json").settle(DAY)
    providers = providers_of(case)
    assert "Gezinshuis De Verzonnen Linde" in providers
    near = [EXPERT.model_copy(update={"id": name, "organisation": name})
            for name in ("De Verzonnen Linde", "Stichting Gezinshuis de verzonnen Linde, Nergenshuizen", "Linde", "",
                         "Praktijk Verzinga")]  # fmt: skip
    assert [one.id for one in tied_to(near, ["Gezinshuis De Verzonnen Linde"])] == [near[0].id, near[1].id, "Linde"]
    draft = proposed(family("wendy-15.json"))
    leaving = {name: Resolved(text, (), {}) for name, text in draft.words.as_texts().items()}
    asked = request(draft, leaving, family_informed=True, tied=(EXPERT.id,))
    assert asked.tied == (EXPERT.id,) and asked.for_experts.tied == ()
    assert not any(name in str(asked) for name in providers)


def test_a_line_that_stays_at_home_makes_nobody_recognisable() -> None:
    profile = proposed(family("wendy-15.json")).profile
    every = [label for label, _ in profile.told]
    less = only(profile, [label for label in every if label not in ("school", "kenmerken", "hulp")], pack())
    assert expected_count(profile, COARSE) < expected_count(less, COARSE)
    assert less.school == "" and less.flags == less.help == () and "school" not in dict(less.told)
    assert only(profile, every, pack()) == profile


def test_where_advice_is_compulsory_the_question_is_and_says_so() -> None:
    changes = ordinary({"comparison.level": "intensief"})
    draft = proposed(case_of(changes))
    assert draft.type == "VERPLICHT_ADVIES" and draft.because
    assert "R-EXP-01" in draft.opened_by and draft.asked_level == "intensief"


def as_written(draft: Draft) -> dict[str, Resolved]:
    return {name: Resolved(text, (), {}) for name, text in draft.words.as_texts().items()}


def test_only_what_was_decided_on_makes_a_request() -> None:
    draft = proposed(family("jesse.json"))
    made_ = request(draft, as_written(draft), family_informed=True, with_profile=["leeftijdsgroep"])
    assert made_.question == draft.words.question and [label for label, _ in made_.profile] == ["leeftijdsgroep"]
    assert made_.consent == "anoniem" and made_.sub_questions and made_.opened_by == draft.opened_by
    changed = replace(draft, words=replace(draft.words, tried="Jesse heeft nog niets geprobeerd."))
    with pytest.raises(Trouble, match="veranderd na het zoeken"):
        request(changed, as_written(draft), family_informed=True)
    left_out = {name: one for name, one in as_written(draft).items() if name != "question"}
    with pytest.raises(Trouble, match="nog niets verstuurd"):
        request(draft, left_out, family_informed=True)


def test_a_question_with_names_needs_everybody_who_must_consent_or_an_urgency() -> None:
    both = [custodian("moeder"), custodian("vader")]
    young = {"identity.birth_date": "-9y", "identity.custody": both}
    one = case_of(ordinary({**young, "identity.consents": [consent("moeder", "consult_herleidbaar")]})).settle(DAY)
    assert "Bas Oefenstra" in without_consent(one)
    with pytest.raises(Trouble, match="ontbreekt nog van"):
        on_consent(one, ["Isa Fictema"])
    everybody = [consent(who, "consult_herleidbaar") for who in ("moeder", "vader")]
    ground = on_consent(case_of(ordinary({**young, "identity.consents": everybody})).settle(DAY), ["Isa Fictema"])
    assert ground.readers == ("Isa Fictema",)
    sharing = [consent(who, "delen_met_aanbieder") for who in ("moeder", "vader")]
    assert without_consent(case_of(ordinary({**young, "identity.consents": sharing})).settle(DAY))
    with pytest.raises(Trouble, match="ernstig nadeel"):
        on_urgency("  ", ["Isa Fictema"])
    with pytest.raises(Trouble, match="wie deze vraag"):
        on_urgency("Er dreigt vannacht geweld.", [])


def test_from_twelve_the_young_person_consents_to_a_consult_with_names() -> None:
    told = {"identity.birth_date": "-13y", "identity.custody": [custodian("moeder")]}
    alone = case_of(ordinary({**told, "identity.consents": [consent("jeugdige", "consult_herleidbaar")]})).settle(DAY)
    assert without_consent(alone) == ""
    mother = case_of(ordinary({**told, "identity.consents": [consent("moeder", "consult_herleidbaar")]})).settle(DAY)
    assert "de jeugdige" in without_consent(mother)


def test_names_go_only_to_who_was_named() -> None:
    ground = Ground("spoed (Jeugdwet 7.3.16): er dreigt geweld", (EXPERT.name,))
    words = Words("Kan Jesse thuis blijven?", option_a="ja", option_b="nee")
    draft = replace(proposed(family("jesse.json")), words=words)
    texts = {name: Identifiable(text, ground) for name, text in draft.words.as_texts().items()}
    named = request(draft, texts, family_informed=True, ground=ground)
    assert "Jesse" in named.question and named.consent == "herleidbaar" and named.readers == (EXPERT.name,)
    talk = Talk()
    talk.says(ASKER, said.Submit(request=named))
    assert SECOND.name in objection(talk.consult, HUB, assign(SECOND, asked=named))
    assert objection(talk.consult, HUB, assign(EXPERT, asked=named)) == ""


def record(values: dict[str, object]) -> Consultation:
    there = {name: value for name, value in values.items() if value is not None}
    return Consultation.model_validate({"id": "r1", **there}, context={"today": DAY})


def test_a_released_advice_is_a_finished_record_that_holds_and_is_not_yet_verified() -> None:
    talk = up_to_advice("VERPLICHT_ADVIES")
    values = taken_over(talk.consult)
    assert values == taken_over(talk.consult)
    before = asked_values(asked(), {"question": "Met Jesse?", "option_a": "a", "option_b": "b"}, DAY)
    kept = record({**before, **values})
    assert is_finished(kept) and advice_holds_on(kept, DAY) and len(unverified(kept)) == 4
    assert kept.question.known == "Met Jesse?" and kept.adviser.known == EXPERT.name
    assert kept.advised_level.known == "basisondersteuning" and kept.team_decision.known is None


def test_a_decision_ticks_and_tells_the_pool_and_reopening_takes_the_advice_back() -> None:
    talk = up_to_advice("VERPLICHT_ADVIES")
    talk.says(ASKER, decide(decision="wijkt_af", reason="Het gezin wil niet.", cosigned_by="Bo Fictema"))
    kept = record({**asked_values(asked(), {}, DAY), **taken_over(talk.consult)})
    assert unverified(kept) == [] and kept.pool_informed.known is True and kept.cosigned_by.known == "Bo Fictema"
    talk.says(ASKER, said.Reopen(reason="Het is anders dan gedacht."))
    assert taken_over(talk.consult)["advice_on"] is None


def test_two_advices_leave_the_difference_as_the_other_view() -> None:
    talk = Talk()
    talk.says(ASKER, said.Submit(request=asked()))
    talk.says(HUB, assign(EXPERT, SECOND))
    for who in (EXPERT, SECOND):
        talk.says(who, accept())
        talk.says(who, said.Advise(advice=advice()))
    talk.says(HUB, released(talk.consult, leading=1, difference="De een wacht, de ander niet."))
    values = taken_over(talk.consult)
    assert values["adviser"] == SECOND.name and values["minority"] == "De een wacht, de ander niet."


def test_a_talk_on_the_telephone_is_no_advice_that_stands_without_a_registration() -> None:
    talk = Talk()
    talk.says(ASKER, said.PhoneNote(expert=SECOND, minutes=10, said="Eerst afwachten."))
    kept = record({"asked_on": DAY.isoformat(), **taken_over(talk.consult)})
    assert kept.answer_given.known == "Eerst afwachten." and not is_finished(kept)


def test_whose_turn_it_is_and_what_may_be_said() -> None:
    talk, norms = Talk(), Norms()
    talk.says(ASKER, said.Submit(request=asked()))
    assert open_acts(talk.consult) == ("mark_urgent", "withdraw") and my_turn(talk.consult, DAY, norms) is None
    talk.says(ASKER, said.MarkUrgent(reason="Er is vannacht geen bed."))
    assert open_acts(talk.consult) == ("withdraw",), "what is urgent already needs no saying twice"
    talk.says(HUB, said.AskCompletion(reason="Wie is er thuis?"))
    assert my_turn(talk.consult, DAY, norms) == "complete" and "complete" in open_acts(talk.consult)
    talk = up_to_advice()
    assert open_acts(talk.consult) == ("decide",) and my_turn(talk.consult, DAY, norms) == "decide"
    talk.says(ASKER, decide())
    assert set(open_acts(talk.consult)) == {"decide", "follow_up", "close", "reopen"}
    assert my_turn(talk.consult, DAY, norms) == "follow_up" and next_moment(talk.consult) == "zes_weken"
    talk.says(ASKER, said.FollowUp(moment="zes_weken", started=True, outcome="Het loopt."))
    assert next_moment(talk.consult) == "drie_maanden"
    talk.says(ASKER, said.FollowUp(moment="drie_maanden", started=True, outcome="Het loopt."))
    assert my_turn(talk.consult, DAY, norms) == "close" and "follow_up" not in open_acts(talk.consult)
    talk.says(ASKER, closing())
    assert open_acts(talk.consult) == ("reopen",)
