"""The cover alone is enough for a first call: why, what was tried, what is not known, when it stops, who decides."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from casework.handover.blocks import Document, Facts
from casework.handover.need_to_know import at_once
from casework.words import day_in_words
from tests.casework.handover_family import composed, family, settled


def in_short(**changed: Any) -> dict[str, str]:
    """The pairs on the first page."""
    document = composed(family(**changed))
    return dict(next(block for block in document.blocks if isinstance(block, Facts)).rows)


def helped(name: str, start: str, **more: Any) -> dict[str, Any]:
    return {"id": name.lower(), "name": name, "start": start, **more}


def away(section: str) -> dict[str, Any]:
    return {"handover__sections": [{"id": "k", "section": section, "shared": False, "reason": "Privé."}]}


def test_the_latest_help_with_what_came_of_it() -> None:
    helps = [helped(name, start, result="deels") for name, start in (("Een", "2024-01-01"), ("Drie", "2026-01-01"))]
    helps.append(helped("Twee", "2025-01-01", running=True))
    told = in_short(help_history__help=helps)["Al geprobeerd"]
    assert told == "Drie (doel deels bereikt); Twee (loopt nog). Nog 1 keer hulp: zie onderdeel 6."
    assert in_short(help_history__help=[])["Al geprobeerd"] == "Er was nog geen hulp."
    declined = in_short(help_history__help={"unanswered": "declined"})
    assert declined["Al geprobeerd"] == "Gevraagd: wil niet zeggen."


def test_the_first_of_what_is_not_known_and_where_the_rest_is() -> None:
    unknown = {"explanation__not_known": "Wie de vrienden zijn. Zij wil daar nu niets over zeggen."}
    assert in_short(**unknown)["Nog niet bekend"] == "Wie de vrienden zijn. Meer: onderdeel 4."
    assert in_short(explanation__not_known="woord " * 40)["Nog niet bekend"] == "Zie onderdeel 4."
    stops = {"needs__stop_criteria": ["Acht weken in de klas"]}
    assert in_short(**stops)["Stopt of verandert als"] == "Acht weken in de klas."


def test_why_is_what_we_think_together_and_that_not_all_do() -> None:
    first, rest = "Kort. " + "Zij zoekt een plek " * 5 + "om te blijven.", " En dit is weer een andere zin."
    said = {"explanation__together": first + rest}
    agreed = in_short(**said, explanation__agrees_child="eens", explanation__agrees_parents="eens")["Waarom"]
    assert agreed == f"{first} Meer: onderdeel 4."
    disputed = in_short(**said, explanation__agrees_child="eens", explanation__agrees_parents="deels")["Waarom"]
    assert disputed == "Kort. Meer: onderdeel 4. Niet iedereen ziet het zo."


def test_why_is_else_the_question_in_its_own_words() -> None:
    first = family()["answers"]["help_question"]["questions"][0]
    unasked: dict[str, Any] = {"explanation__together": {"unanswered": "declined"}}
    assert in_short(**unasked)["Waarom"] == f"Jesse Oefenstra: “{first['literally']}”"
    summed = [{key: value for key, value in first.items() if key != "literally"}]
    assert in_short(**unasked, help_question__questions=summed)["Waarom"].endswith(f": {first['rephrased']}")
    assert "Waarom" not in in_short(**unasked, handover__sections=away("H2")["handover__sections"])


def test_after_a_brief_look_it_says_so_and_when_the_team_calls() -> None:
    looked = in_short(intake__track="triage", intake__triage_call_on="2027-01-03")
    assert looked["Nog niet bekend"] == "Wij keken kort, zonder volledig onderzoek."
    assert looked["Opnieuw kijken"] == "Wij bellen het gezin op 3 januari 2027."
    assert "Opnieuw kijken" not in in_short()


def test_who_decides_follows_the_route() -> None:
    assert in_short()["Wie beslist"].startswith("Het college van de gemeente")
    assert in_short(intake__referral_route="02 Huisarts")["Wie beslist"].startswith("De arts die verwees")


def test_what_a_section_that_stays_here_tells_is_not_on_the_cover() -> None:
    assert "Zie" not in in_short(**away("H4"))["Waarom"]
    for section, label in (("H6", "Al geprobeerd"), ("H4", "Nog niet bekend"), ("H9", "Stopt of verandert als"),
                           ("H10", "Wie beslist")):  # fmt: skip
        assert label in in_short() and label not in in_short(**away(section))


def test_whose_number_it_is_where_two_are_named() -> None:
    two = dict(composed().cover.columns)["Van"]
    assert two[2:] == (
        "Regie: Marit Denkbeeldema", "Bereikbaar: Marit Denkbeeldema, 000 111 22 33, maandag tot en met donderdag",
    )  # fmt: skip
    one = dict(composed(family(decision__signed_by="Marit Denkbeeldema")).cover.columns)["Van"]
    assert one[-1] == "Bereikbaar: 000 111 22 33, maandag tot en met donderdag"


# Every row leads to its own answer


def blocks_with_rows_of_their_own(document: Document) -> list[Facts]:
    return [block for block in document.blocks if isinstance(block, Facts) and block.origins]


def test_one_row_of_a_product_stays_here_alone() -> None:
    product = family()["answers"]["decision"]["products"][0]
    where = f"decision.products.{product['id']}.wait_days"
    rows = dict(row for block in blocks_with_rows_of_their_own(composed()) for row in block.rows)
    held = composed(family(handover__statements=[{"id": "u", "where": where, "reason": "Omdat."}]))
    left = dict(row for block in blocks_with_rows_of_their_own(held) for row in block.rows)
    assert "Wachttijd" in rows and set(rows) - set(left) == {"Wachttijd"}


def test_every_row_has_an_answer_it_leads_to() -> None:
    found = blocks_with_rows_of_their_own(composed())
    assert len(found) > 6
    for block in found:
        assert len(block.origins) == len(block.rows) and all(one.path for one in block.origins)


def test_what_is_held_back_is_not_told_as_if_it_were_not_so() -> None:
    product = family()["answers"]["decision"]["products"][0]
    paths = (f"decision.products.{product['id']}.volume", "intake.referral_route")
    kept = [{"id": f"u{n}", "where": path, "reason": "Omdat."} for n, path in enumerate(paths)]
    document = composed(family(handover__statements=kept, intake__referral_route="02 Huisarts"))
    told = [dict(block.rows) for block in document.blocks if isinstance(block, Facts)]
    first = next(rows for rows in told if "Periode" in rows)
    assert "Omvang" not in first and not [rows for rows in told if "Wie beslist" in rows]


def test_a_list_says_how_many_stay_here_at_once() -> None:
    case = settled()
    assert at_once(case, "handover.three_to_know") == 3
    assert at_once(case, "decision.motivation") == at_once(case, "people.p-anja.name") == 1


def test_a_need_without_a_product_says_why() -> None:
    rows = {row[0][:2]: row for block in composed().blocks for row in getattr(block, "rows", ()) if len(row) == 4}
    assert rows["N3"][3] == "nog geen hulp"
    own = [one | {"sufficient": "voldoende"} for one in family()["answers"]["own_capacity"]["own_capacity"]]
    needs = {one["need"] for one in own}
    products = [one | {"covers": [n for n in one["covers"] if n not in needs]}
                for one in family()["answers"]["decision"]["products"]]  # fmt: skip
    document = composed(family(own_capacity__own_capacity=own, decision__products=products))
    assert "niet nodig: eigen kracht" in {row[-1] for block in document.blocks for row in getattr(block, "rows", ())}


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [("2027-01-01", "2027-06-30", "6 maanden, "), ("2027-01-01", "2027-07-01", "6 maanden, "),
     ("2026-11-23", "2027-03-01", "3 maanden, "), ("2027-01-01", "2027-12-31", "12 maanden, "),
     ("2027-01-01", "2027-01-31", "")],
)  # fmt: skip
def test_how_long_the_help_is_to_the_nearest_month(start: str, end: str, told: str) -> None:
    product = {"id": "p1", "product": "begeleiding-individueel-basis", "start": start, "end": end}
    words = composed(family(decision__products=[product])).cover.subtitle
    assert words.partition(", ")[2].removesuffix(f"vanaf {day_in_words(date.fromisoformat(start))}") == told
