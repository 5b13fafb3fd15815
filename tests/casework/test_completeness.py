"""Which sections of the handover must have content, one by one, and what excuses an empty one (decisions 13)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from casework.edits import is_path
from casework.knowledge.pack import Pack
from casework.weighing.completeness import MANDATORY, empty_sections, reasons_for_empty
from tests.casework.families import TODAY, case_of, goal, need, product
from tests.casework.families import pack as the_pack

UNKNOWN = {"unanswered": "unknown"}
FILLED: dict[str, dict[str, Any]] = {
    "H0": {"handover.recipient": "Verzinga Jeugdhulp"},
    "H1": {"identity.custody": [{"id": "g1", "person": "moeder"}]},
    "H2": {"help_question.questions": [{"id": "v1", "literally": "Ik wil rust"}]},
    "H3": {"help_question.goes_well": "Ze tekent graag"},
    "H4": {"explanation.together": "Wij denken samen dat …", "explanation.not_known": "Hoe het op school gaat"},
    "H5": {"safety.verdict": "veilig"},
    "H6": {"help_history.help": []},
    "H7": {"needs.needs": [need()]},
    "H8": {"needs.goals": [goal()]},
    "H9": {"needs.conclusion": "VERANDERBAAR", "needs.review_date": "+3m", "needs.stop_criteria": ["Vier weken rust"]},
    "H10": {
        "decision.decision": "toekennen",
        "decision.products": [product()],
        "decision.motivation": "In vijf stappen",
    },
    "H12": {"decision.coordinator": "A. Fictema"},
    "H14": {"handover.read_by_child": "akkoord", "handover.read_by_parents": "niet_mogelijk"},
}
WHOLE: dict[str, Any] = {path: value for parts in FILLED.values() for path, value in parts.items()}


def empty(changes: Mapping[str, Any], pack: Pack | None = None) -> list[str]:
    return [section.code for section in empty_sections(case_of(changes).settle(TODAY), pack)]


def excuse(code: str, because: Any) -> dict[str, Any]:
    return {"handover.sections": [{"id": "s1", "section": code, "empty_because": because}]}


def test_an_empty_case_lacks_every_section() -> None:
    assert empty({}) == [section.code for section in MANDATORY] == list(FILLED)


def test_a_whole_case_lacks_none() -> None:
    assert empty(WHOLE) == []


@pytest.mark.parametrize("path", WHOLE)
def test_each_part_is_needed(path: str) -> None:
    code = next(code for code, parts in FILLED.items() if path in parts)
    rest = {other: value for other, value in WHOLE.items() if other != path}
    assert empty(rest) == [code]
    assert empty({**rest, path: UNKNOWN}) == [code]


@pytest.mark.parametrize("path", [path for path, value in WHOLE.items() if isinstance(value, list | str)])
def test_nothing_said_is_no_content(path: str) -> None:
    """An empty text or list says nothing, but for the help so far: an empty list there says there was none."""
    if isinstance(WHOLE[path], list):
        assert bool(empty({**WHOLE, path: []})) is (path != "help_history.help")
    elif path in ("handover.recipient", "explanation.together", "decision.motivation", "decision.coordinator"):
        assert empty({**WHOLE, path: "  "})


@pytest.mark.parametrize("code", FILLED)
def test_a_reason_excuses_an_empty_section(code: str) -> None:
    rest = {path: value for path, value in WHOLE.items() if path not in FILLED[code]}
    assert empty({**rest, **excuse(code, "speelt hier niet")}) == []
    assert empty({**rest, **excuse(code, " ")}) == [code]
    assert empty({**rest, **excuse(code, UNKNOWN)}) == [code]


def test_the_reasons_are_told() -> None:
    assert reasons_for_empty(case_of(excuse("H6", "eerste hulp")).settle(TODAY)) == {"H6": "eerste hulp"}
    assert reasons_for_empty(case_of({}).settle(TODAY)) == {}


def test_triage_fixes_no_nature_and_extent() -> None:
    gone = ("H4", "H7", "H8", "H9", "H12")
    rest = {path: value for code, parts in FILLED.items() if code not in gone for path, value in parts.items()}
    assert empty({**rest, "intake.track": "triage"}) == []
    assert empty(rest) == list(gone)


def test_the_question_that_is_missing_is_named() -> None:
    without = {path: value for path, value in WHOLE.items() if path != "decision.products"}
    (section,) = empty_sections(case_of(without).settle(TODAY), None)
    assert section.path == "decision.products"
    refused = {**without, "decision.decision": "afwijzen"}
    assert empty(refused) == []


def test_every_section_says_where_to_fill_it_in() -> None:
    assert all(is_path(section.path) and section.title for section in MANDATORY)


def test_a_section_that_is_held_back_needs_a_reason_and_no_content() -> None:
    def held_back(code: str, **fields: Any) -> dict[str, Any]:
        return {"handover.sections": [{"id": "s1", "section": code, "shared": False, **fields}]}

    without = {path: value for path, value in WHOLE.items() if path != "safety.verdict"}
    assert empty({**without, **held_back("H5", reason="Vader leest mee")}) == []
    unexplained = empty_sections(case_of({**WHOLE, **held_back("H5")}).settle(TODAY), None)
    assert [(one.code, one.path) for one in unexplained] == [("H5", "handover.sections")]
    assert empty({**WHOLE, **held_back("H14"), "handover.read_by_child": UNKNOWN}) == ["H14"], "this always goes along"


def test_a_statement_that_is_held_back_says_why_as_a_section_does() -> None:
    loose = {"id": "u1", "where": "explanation.together"}
    assert empty({**WHOLE, "handover.statements": [loose]}) == ["H0"]
    assert empty({**WHOLE, "handover.statements": [{**loose, "reason": "Gaat over een ander"}]}) == []


def test_what_this_sort_of_recipient_does_not_get_holds_nothing_back() -> None:
    """The pack keeps section 4 from a school, with its reason; asked for all the same, it must have content."""
    groningen = the_pack()
    rest = {path: value for path, value in WHOLE.items() if path not in FILLED["H4"]}
    assert empty(rest, groningen) == ["H4"]
    school = {**rest, "handover.recipient_role": "school"}
    assert empty(school, groningen) == []
    wanted = {"handover.sections": [{"id": "s1", "section": "H4", "shared": True}]}
    assert empty({**school, **wanted}, groningen) == ["H4"]
    loose = {"handover.sections": [{"id": "s1", "section": "H4", "shared": False}]}
    assert empty({**school, **loose}, groningen) == ["H4"], "held back by hand, the reason is one's own"
