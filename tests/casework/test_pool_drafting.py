"""A reference case from a consult: filled in from what left, whole before the panel sees it, never one's own vote."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from casework.knowledge import Pack
from casework.knowledge.pack import LONGEST_STORY
from casework.pool import bodies as said
from casework.pool.drafting import Draft, drafted, edited, entry, limits_of, missing, neighbours, submitted, voted
from casework.trouble import Trouble
from desktop.bootstrap import knowledge
from tests.casework.pool_talk import ASKER, EXPERT, HUB, SECOND, Talk, accept, advice, assign, release, request

DAY = date(2026, 12, 1)
CHAIR = HUB.model_copy(update={"id": "hub-2", "name": "Bo Verzinga"})
PROFILE = (("leeftijdsgroep", "12–15 jaar"), ("kenmerken", "autisme, angst of stemming"), ("ernst", "2 van 3"),
           ("veiligheid", "veilig"), ("aantal plekken", "op twee plekken"))  # fmt: skip


@cache
def pack() -> Pack:
    return knowledge()


def answered(**changes: object) -> Talk:
    talk = Talk()
    seen = ("IJK-01", "IJK-02")
    asked = request(profile=PROFILE, theme="basis-ggz", clients_seen=seen, tried="Tien gesprekken.", **changes)
    talk.says(ASKER, said.Submit(request=asked))
    talk.says(HUB, assign(asked=asked))
    talk.says(EXPERT, accept())
    talk.says(EXPERT, said.Advise(advice=advice()))
    talk.says(HUB, release(talk.consult))
    return talk


def whole() -> Draft:
    draft = drafted(answered().consult, HUB, pack())
    near = neighbours(pack(), draft.level)[0].id
    return edited(draft, neighbour=near, limits=tuple(limits_of(pack(), near)[:2]), tipping="De klacht blijft.",
                  review_after_weeks=12)  # fmt: skip


def test_what_is_known_is_filled_in_and_the_rest_is_named() -> None:
    draft = drafted(answered().consult, HUB, pack())
    assert (draft.problem_area, draft.age_min, draft.age_max) == ("basis_ggz", 12, 15)
    assert draft.level == "basisondersteuning"
    several = {"target_groups": ["ASS", "angst_stemming"]}
    assert draft.features == {**several, "severity": 2, "settings": 2, "safety": "geen"}
    assert "een grens: wanneer dit geen maat is" in missing(draft) and "de leeftijd" not in missing(draft)
    assert draft.no_votes == (HUB.id, ASKER.id, EXPERT.id)


def test_a_question_with_names_is_no_reference_case() -> None:
    talk = answered(consent="herleidbaar", ground="toestemming", readers=(EXPERT.name,))
    with pytest.raises(Trouble, match="met namen"):
        drafted(talk.consult, HUB, pack())


def test_a_question_without_advice_is_no_reference_case() -> None:
    talk = Talk()
    talk.says(ASKER, said.Submit(request=request()))
    with pytest.raises(Trouble, match="geen advies"):
        drafted(talk.consult, HUB, pack())


def test_the_panel_sees_only_what_is_whole() -> None:
    with pytest.raises(Trouble, match="Vul eerst aan"):
        submitted(drafted(answered().consult, HUB, pack()))
    assert submitted(whole()).state == "voorgelegd"


@pytest.mark.parametrize("member", [HUB, ASKER, EXPERT])
def test_nobody_votes_about_own_work(member: object) -> None:
    with pytest.raises(Trouble, match="eigen werk"):
        voted(submitted(whole()), member, "Goed.", DAY, agrees=True)  # type: ignore[arg-type]


def test_two_who_had_no_part_in_it_adopt() -> None:
    one = voted(submitted(whole()), SECOND, "Herkenbaar.", DAY, agrees=True)
    assert one.state == "voorgelegd"
    with pytest.raises(Trouble, match="al gestemd"):
        voted(one, SECOND, "Nog eens.", DAY, agrees=True)
    with pytest.raises(Trouble, match="al gestemd"):
        voted(one, SECOND.model_copy(update={"id": "hub-4", "role": "coordinator"}), "Nog eens.", DAY, agrees=True)
    with pytest.raises(Trouble, match="reden"):
        voted(one, CHAIR, "  ", DAY, agrees=True)
    assert voted(one, CHAIR, "Mist in de reeks.", DAY, agrees=True).state == "aangenomen"
    split = voted(one, CHAIR, "Lijkt te veel op een ander.", DAY, agrees=False)
    assert split.state == "voorgelegd"
    third = CHAIR.model_copy(update={"id": "hub-3", "name": "Lo Voorbeeldsma"})
    assert voted(split, third, "Idem.", DAY, agrees=False).state == "afgewezen"


def test_other_words_are_voted_on_anew() -> None:
    one = voted(submitted(whole()), SECOND, "Herkenbaar.", DAY, agrees=True)
    again = edited(one, title="Anders gezegd")
    assert again.state == "concept" and not again.votes


def test_the_entry_says_which_way_the_neighbour_lies() -> None:
    draft = whole()
    made = entry(draft, "IJK-45", pack(), DAY)
    other = pack().reference_clients[draft.neighbour]
    assert made["neighbours"][0]["direction"] == ("hoger" if other.level == "geindiceerd_ambulant" else "lager")
    assert made["status"] == "concept"


def test_a_story_longer_than_a_pack_takes_is_not_put_to_the_panel() -> None:
    assert missing(whole().model_copy(update={"story": "woord " * LONGEST_STORY})) == []
    long = whole().model_copy(update={"story": "woord " * (LONGEST_STORY + 1)})
    assert missing(long) == [f"een korter verhaal: het telt {LONGEST_STORY + 1} woorden, hoogstens {LONGEST_STORY}"]
    with pytest.raises(Trouble, match="korter verhaal"):
        submitted(long)
