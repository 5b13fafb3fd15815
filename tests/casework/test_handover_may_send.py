"""Consent at every export (brief §2.3): who decides, the grounds in law, the second reader, and first a short word."""

from __future__ import annotations

from typing import Any

import pytest

from casework.handover.may_send import held_back, mended_at
from casework.weighing.assessment import HandoverState
from tests.casework.handover_family import assessment, family, settled, unanswered

SECOND = {
    "identity__sharing_second_reader": "Tjitske Verzinga",
    "identity__sharing_second_register": "SKJ",
    "identity__sharing_second_number": "100000077",
}
GROUND = {"identity__sharing_exception": "7.3.16", "identity__sharing_exception_reason": "Er dreigt ernstig nadeel"}


def held(**changed: Any) -> str:
    return " ".join(held_back(settled(family(**changed)), assessment(), "provider"))


def test_with_consent_it_may_go() -> None:
    assert held() == ""


@pytest.mark.parametrize("consents", [
    [],
    [{"id": "a", "who": "jeugdige", "purpose": "delen_met_aanbieder", "outcome": "geweigerd"}],
    [{"id": "a", "who": "jeugdige", "purpose": "delen_met_aanbieder", "withdrawn_on": "2026-12-01"}],
    [{"id": "a", "who": "jeugdige", "purpose": "delen_met_aanbieder", "end": "2026-12-01"}],
    [{"id": "a", "who": "jeugdige", "purpose": "hulp"}],
])  # fmt: skip
def test_without_consent_it_says_whom_to_ask(consents: list[object]) -> None:
    assert "Er is geen toestemming" in held(identity__consents=consents)


def test_without_consent_it_needs_a_ground_in_law_and_a_second_registered_reader() -> None:
    alone = {"identity__consents": []}
    assert "grond uit de wet" in held(**alone)
    assert "tweede geregistreerde collega" in held(**alone, **GROUND)
    for missing in SECOND:
        looked = {**SECOND, missing: unanswered("not_asked")}
        assert "tweede geregistreerde collega" in held(**alone, **GROUND, **looked)
    assert held(**alone, **GROUND, **SECOND) == ""


def test_the_second_reader_is_somebody_else() -> None:
    alone = {"identity__consents": [], **GROUND, **SECOND, "decision__signed_by": "Iris Fictema",
             "decision__signer_number": "100000001"}  # fmt: skip
    assert held(**alone) == ""
    assert "dezelfde" in held(**{**alone, "decision__signed_by": "tjitske  verzinga"})
    assert "dezelfde" in held(**{**alone, "decision__signer_number": "1000 00077"})
    assert "dezelfde" in held(**{**alone, "decision__signer_number": "SKJ 100000077"})


def test_it_says_which_question_answers_what_holds_it_back() -> None:
    def at(**changed: Any) -> str:
        return mended_at(settled(family(**changed)), "provider")

    alone = {"identity__consents": []}
    assert at(**alone) == "identity.consents"
    assert at(**alone, **GROUND) == "identity.sharing_second_reader"
    number = {"identity__sharing_second_number": unanswered("not_asked")}
    assert at(**alone, **GROUND, **{**SECOND, **number}) == "identity.sharing_second_number"
    same = {"decision__signed_by": "Tjitske Verzinga"}
    assert at(**alone, **GROUND, **SECOND, **same) == "identity.sharing_second_reader"


def test_each_recipient_needs_a_consent_of_its_own() -> None:
    school = {"handover__recipient_role": "school"}
    assert "geen toestemming" in held(**school)
    given = [{"id": "s", "who": "jeugdige", "purpose": "school"}]
    assert held(**school, identity__consents=given) == ""


def test_a_stop_is_told_once() -> None:
    stopped = replace_ready(("R-TOEST-01: Er is nog geen geldige toestemming",))
    (told,) = held_back(settled(family(identity__consents=[])), stopped, "provider")
    assert told == f"{stopped.handover.missing[0]}; nog niet van: Jesse Oefenstra (jeugdige)"


def test_it_says_whose_consent_misses() -> None:
    young = {"identity__consents": [], "identity__birth_date": "2016-05-22"}
    assert "wie dit krijgt; nog niet van: Anja Oefenstra en Harm Fictema." in held(**young)
    nameless = {**young, "identity__custody": [{"id": "g1", "kind": "ouder"}]}
    assert "nog niet van: iemand met gezag." in held(**nameless)


ANNOUNCED = {"id": "s1", "document": "OV-2026-0a", "version": 1, "kind": "aankondiging", "sent_on": "2026-12-01"}
YES = {"id": "r1", "document": "OV-2026-0a", "given_on": "2026-12-03", "outcome": "geaccepteerd"}


def test_after_an_announcement_the_whole_document_waits_for_yes() -> None:
    announced = {"handover__sendings": [ANNOUNCED]}
    assert "aankondiging nog niet aangenomen" in held(**announced)
    assert mended_at(settled(family(**announced)), "provider") == "handover.full_early_reason"
    unasked = family(**announced, identity__consents=[])
    assert mended_at(settled(unasked), "provider") == "handover.full_early_reason", "a STOP leads to the consent"
    assert held(**announced, handover__full_early_reason="Het gezin wacht al een jaar") == ""
    answered = {**announced, "handover__sent_on": "2026-12-01", "handover__replies": [YES]}
    assert held(**answered) == ""
    assert "aankondiging" in held(**{**answered, "handover__replies": [{**YES, "outcome": "vraag"}]})


def test_an_announcement_and_a_withdrawal_need_no_consent() -> None:
    bare = settled(family(identity__consents=[]))
    assert held_back(bare, assessment(), "provider", "announcement") == ()
    assert held_back(bare, assessment(), "provider", "withdrawal") == ()
    nobody = settled(family(handover__recipient=None))
    assert "naar wie" in held_back(nobody, assessment(), "provider", "announcement")[0]


def replace_ready(missing: tuple[str, ...]) -> Any:
    return assessment().model_copy(update={"handover": HandoverState(ready=False, missing=missing, open=())})
