"""What the conclusions of the checklists rest on, and where their reasons stand in the handover."""

from __future__ import annotations

from casework.handover.blocks import Origin, Table
from casework.handover.compose import compose
from casework.weighing.assess import assess
from tests.casework.families import BIG_FIVE, TODAY, Changes, case_of, helped, ordinary, pack
from tests.casework.test_changeability import CHANGEABLE, LASTING, advice
from tests.casework.test_checklists import blocks, outcomes


def grounds(checklist: str, changes: Changes) -> list[tuple[str, str]]:
    return [(one.text, one.path) for one in outcomes(changes)[checklist].grounds]


def test_a_conclusion_rests_on_its_answers_else_on_what_the_steps_say() -> None:
    same = {"goal_area": "gedrag_emotie", "provider": "De Brug"}
    stacks: Changes = {"help_history.help": [helped("h1", **same), helped("h2", **same)]}
    assert grounds("c", stacks) == [
        ("Vormen van hulp die nu voor hetzelfde doelgebied lopen: 2.", "help_history.help"),
        ("Aanbieders die nu in het gezin komen: 1.", "help_history.help"),
    ]
    said = {**stacks, "checklists": {"c": {"ST01": "ja", "ST02": {"unanswered": "unknown"}}}}
    assert grounds("c", said)[0] == (
        "Zijn er nu twee of meer soorten hulp voor hetzelfde doel? Ja.", "checklists.c.ST01"
    )
    assert ("Het veiligheidsoordeel: onvoldoende zicht.", "safety.verdict") in grounds(
        "g", {"safety.verdict": "onvoldoende_zicht"}
    )


def test_where_one_answer_suffices_a_no_is_no_ground() -> None:
    """Else a motivation would say that a question belongs to another law because it does not."""
    answers = {"AF09": "nee", "AF11": "ja"}
    assert grounds("d", {"own_capacity.parents_own_need": False, "checklists": {"d": answers}}) == [
        ("Gaat het om een hulpmiddel of een aanpassing van het huis? Ja.", "checklists.d.AF11")
    ]
    assert grounds("d", {"own_capacity.parents_own_need": False, "checklists": {"d": {"AF11": "ja"}}}) == [
        ("Gaat het om een hulpmiddel of een aanpassing van het huis? Ja.", "checklists.d.AF11")
    ]


def test_what_a_checklist_found_tells_nobody_what_to_do() -> None:
    """It goes into the motivation and to who receives it; what is to be done stands under `next`."""
    imperative = ("Noem ", "Kijk ", "Maak ", "Vraag ", "Leg ", "Spreek ")
    for checklist in pack().checklists.values():
        for one in checklist.conclusions:
            assert not any(sentence.startswith(imperative) for sentence in one.text.split(". ")), one.code


def test_a_reason_stands_in_the_handover_with_where_it_comes_from() -> None:
    answered = {"AF05": {"value": "ja", "source": "ouder", "kind": "feit", "on": "2026-11-02"}}
    case = case_of(ordinary({"checklists": {"d": answered}}))
    document = compose(case.settle(TODAY), assess(case, pack(), TODAY), pack(), "provider")
    tables = [block for block in document.blocks if isinstance(block, Table)]
    stages = next(table for table in tables if table.caption == "De redenen in vijf stappen")
    at = next(n for n, row in enumerate(stages.rows) if row[0] == "Checklijst: Afbakening met andere wetten")
    assert "De Zvw kan voorgaan." in stages.rows[at][1]
    assert stages.origins[at] == Origin("checklists.d.AF05", "ouder", "feit", "2 november 2026")


def test_the_foundations_are_the_grounds_of_the_way_to_eighteen() -> None:
    found = grounds("b", {**blocks(inkomen="niet geregeld"), "checklists": {"b": {"BF14": "nee"}}})
    first = str(BIG_FIVE[0]["id"])
    assert ("Inkomen: niet geregeld.", f"special_checks.big_five.{_id_of('inkomen')}.status") in found
    assert ("Recht en regie: niet geregeld.", "checklists.b.BF14") in found
    assert found[0][1].startswith(f"special_checks.big_five.{first}")


def _id_of(block: str) -> str:
    return next(str(one["id"]) for one in BIG_FIVE if one["block"] == block)


def test_a_conclusion_tells_the_answers_that_weighed_most_in_its_direction() -> None:
    """A family reads why: of what can change the questions that say so, heaviest first, and none of the other side."""
    texts = {item.id: item.text for item in pack().checklists["a"].items}
    for answers, heaviest in ((CHANGEABLE, ("VC01", "VC05", "VC02")), (LASTING, ("VC07", "VC08", "VC09"))):
        assert advice(answers).reasons[1:] == tuple(f"{texts[item]} ja" for item in heaviest)
