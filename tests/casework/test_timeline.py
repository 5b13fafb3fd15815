"""The life as a line: what stands on it, what overlaps, what followed upon a crisis, and what is told in its place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.handover.blocks import Table, Timeline
from casework.handover.masked import MASK
from casework.handover.picture_words import timeline_words
from casework.handover.plain import plain
from casework.handover.timeline import parts_of, timeline_of
from tests.casework.handover_family import PACK, TODAY, composed, family, said, settled


def help_of(name, start, end=None, level="G2", running=None, **more):
    told = {"id": name.lower().replace(" ", "-")[:20], "name": name, "start": start, "gfm_level": level, **more}
    told |= {"end": end} if end else {}
    return told | ({"running": running} if running is not None else {"running": end is None})


def life(*helps, crisis_end=None, **changed):
    step = {"help": list(helps), "crisis": crisis_end is not None}
    step |= {"crisis_end": crisis_end} if crisis_end else {}
    return timeline_of(settled(family(help_history=step, **changed)), PACK)


def counts(timeline):
    return [(one.start.isoformat(), one.end.isoformat(), one.count) for one in timeline.together]


@pytest.mark.parametrize("helps", [[], [{"id": "a", "name": "Maatje"}]])
def test_without_a_day_there_is_nothing_to_draw(helps):
    assert life(*helps) is None


def test_levels_and_states():
    timeline = life(
        help_of("Licht", "2024-01-01", "2024-02-01", "G0"),
        help_of("Zwaar", "2024-03-01", level="G5"),
        help_of("Crisisbed", "2024-05-01", "2024-05-09", "G4"),
        help_of("Straks", "2027-01-01", level="G2"),
        help_of("Ooit", "2020-01-01", level="G2", running=False),
        {"id": "z", "name": "Zonder alles", "start": "2021-01-01"},
    )
    assert {bar.name: (bar.level, bar.state) for bar in timeline.bars} == {
        "Ooit": ("indicated", "end_unknown"),
        "Zonder alles": ("unknown", "end_unknown"),
        "Licht": ("light", "ended"),
        "Zwaar": ("residence", "running"),
        "Crisisbed": ("crisis", "ended"),
        "Straks": ("indicated", "proposed"),
    }
    assert (timeline.end, timeline.today) == (date(2027, 1, 1), TODAY)


def test_how_much_ran_at_once_changes_on_the_day():
    timeline = life(
        help_of("A", "2025-01-01", "2025-07-01"),
        help_of("B", "2025-03-01", "2025-05-01"),
        help_of("C", "2025-07-01", "2025-09-01"),
        help_of("D", "2026-11-01"),
    )
    assert counts(timeline) == [
        ("2025-01-01", "2025-03-01", 1),
        ("2025-03-01", "2025-05-01", 2),
        ("2025-05-01", "2025-09-01", 1),
        ("2026-11-01", "2026-12-07", 1),
    ]


def test_help_that_is_proposed_does_not_count_as_running():
    assert counts(life(help_of("A", "2026-11-01"), help_of("B", "2027-01-01"))) == [("2026-11-01", "2026-12-07", 1)]


def test_a_chain_after_a_crisis_is_linked_as_long_as_each_follows_within_thirty_days():
    timeline = life(
        help_of("Thuis", "2025-12-01", "2026-02-01"),
        help_of("Crisisbed", "2026-02-20", "2026-03-01", "G4"),
        help_of("Gezinshuis", "2026-03-10", "2026-06-01", "G3"),
        help_of("Gesloten", "2026-06-13", "2026-07-01", "G5"),
        help_of("Begeleiding", "2026-07-31", "2026-08-20", "G2"),
        help_of("Maatje", "2026-06-05", "2026-06-20", "G0"),
    )
    linked = {bar.name: bar.after for bar in timeline.bars if bar.after is not None}
    assert linked == {"Gezinshuis": 9, "Gesloten": 12}, "30 days is no longer a link, light help never is"
    assert any("Gezinshuis" in told and "begon 9 dagen na de crisis" in told for told in timeline_words(timeline))


def test_the_stated_end_of_a_crisis_starts_a_chain_too():
    (bar,) = life(help_of("Gezinshuis", "2026-03-10", level="G3"), crisis_end="2026-03-10").bars
    assert bar.after == 0


def test_an_analysis_from_before_the_crisis_is_missing_after_it():
    timeline = life(
        help_of("A", "2026-01-01"), crisis_end="2026-11-30", explanation__made_on="2024-11-01",
        explanation__behavioural_scientist="ja",
    )  # fmt: skip
    told = {event.kind: (event.on.isoformat(), event.detail) for event in timeline.events if event.kind != "happened"}
    assert told == {
        "analysed": ("2024-11-01", "met gedragswetenschapper"),
        "crisis": ("2026-11-30", ""),
        "not_analysed": ("2026-11-30", "de laatste is 2 jaar oud"),
    }


def test_an_analysis_after_the_crisis_is_not_missing():
    timeline = life(help_of("A", "2026-01-01"), crisis_end="2026-11-01", explanation__made_on="2026-11-02")
    assert "not_analysed" not in {event.kind for event in timeline.events}


def test_quiet_years_before_the_busy_part_are_drawn_smaller():
    busy = help_of("Later", "2025-06-01", "2026-06-01")
    early = life(help_of("Vroeg", "2014-06-01", "2014-08-01"), busy)
    assert (early.start, early.larger_from) == (date(2014, 5, 3), date(2025, 5, 3)), "whole years of age"
    assert life(busy, situation__problems=[]).larger_from is None


def test_without_a_birth_date_the_years_are_those_of_the_calendar():
    timeline = life(help_of("A", "2025-06-01"), identity__birth_date=None, situation__problems=[])
    assert (timeline.start, timeline.born) == (date(2025, 1, 1), None)
    assert timeline_words(timeline)[0] == "Levenslijn van 2025 tot 7 december 2026, met 1 vorm van hulp."


def test_help_without_a_start_is_told_for_it_cannot_be_drawn():
    timeline = life(help_of("A", "2025-06-01"), {"id": "b", "name": "Maatje"})
    assert timeline.undated == ("Maatje",)
    assert timeline_words(timeline)[-1] == "Zonder begindatum, en daarom niet getekend: Maatje."


def test_the_words_tell_everything_in_the_order_of_time():
    timeline = life(help_of("B", "2026-01-01"), help_of("A", "2024-01-01", "2026-02-01", result="niet"),
                    situation__problems=[])  # fmt: skip
    told = [sentence for sentence in timeline_words(timeline) if not sentence.startswith("Op ")]
    assert told == [
        "Levenslijn van 11 jaar tot 7 december 2026, met 2 vormen van hulp.",
        "A, geïndiceerd, van 1 januari 2024 tot 1 februari 2026; doel niet bereikt.",
        "B, geïndiceerd, sinds 1 januari 2026, loopt nog.",
        "Van 1 januari 2026 tot 1 februari 2026 liepen 2 vormen van hulp tegelijk.",
    ]


def test_a_long_text_in_the_drawing_is_cut_between_words():
    (bar,) = life(help_of("Hulp " * 60, "2025-01-01")).bars
    assert len(bar.name) <= 91 and bar.name.endswith("Hulp…")


# In the document


def drawn_in(document):
    return next((block for block in document.blocks if isinstance(block, Timeline)), None)


def without(code):
    document = family()
    document["answers"]["handover"]["sections"] = [
        {"id": "o1", "section": code, "shared": False, "reason": "Niet nodig voor deze hulp"}
    ]
    return composed(document)


def test_the_provider_sees_the_line_above_the_table_and_families_do_not():
    blocks = composed().blocks
    place = blocks.index(drawn_in(composed()))
    assert isinstance(blocks[place + 1], Table) and blocks[place + 1].caption == "Hulp tot nu toe"
    assert drawn_in(composed(None, "parent")) is drawn_in(composed(None, "youth")) is None


def test_what_is_not_shared_is_not_drawn():
    assert drawn_in(without("H6")) is None
    assert drawn_in(without("H1")).born is None, "a birthday on the line would tell the birth date"
    assert {event.kind for event in drawn_in(composed()).events} == {"happened"}
    assert drawn_in(without("H4")).events == ()


def test_what_is_never_told_is_covered_in_the_drawing_too():
    document = family(identity__secret_address=True)
    document["answers"]["help_history"]["help"][0]["name"] = "Maatje in Nergenshuizen"
    document["answers"]["situation"]["problems"][0]["description"] = said("Loopt weg uit Nergenshuizen")
    told = plain(composed(document))
    assert f"Maatje in {MASK}" in told and f"Loopt weg uit {MASK}" in told and "Nergenshuizen" not in told


# A line too full for one page


def test_parts_hold_everything_once_and_follow_each_other():
    helps = [help_of(f"Hulp {n}", f"{2013 + n // 12}-{n % 12 + 1:02}-01", f"{2014 + n // 12}-01-15") for n in range(80)]
    whole = life(*helps)
    parts = parts_of(whole, 4)
    assert 2 <= len(parts) <= 4
    assert [bar.name for part in parts for bar in part.bars] == [bar.name for bar in whole.bars]
    assert [event for part in parts for event in part.events] == list(whole.events)
    for part in parts:
        assert all(part.start <= bar.start and bar.end <= part.end for bar in part.bars)
        assert all(part.start <= one.start < one.end <= part.end for one in part.together)


def test_what_began_on_one_day_is_in_parts_too_and_a_part_may_hold_what_happened_alone():
    helps = [help_of(f"Hulp {n}", "2024-03-01", "2025-03-01") for n in range(9)]
    whole = life(*helps, crisis_end="2026-10-01")
    parts = parts_of(whole, 5)
    assert [bar for part in parts for bar in part.bars] == list(whole.bars)
    assert max(len(part.bars) for part in parts) < 4
    assert [event for part in parts for event in part.events] == list(whole.events)
    assert any(part.events and not part.bars for part in parts_of(whole, 9))


DAYS = st.dates(date(1990, 1, 1), date(2040, 1, 1))


@given(st.lists(st.tuples(DAYS, st.one_of(st.none(), DAYS), st.sampled_from(["G0", "G2", "G3", "G4"])), min_size=1,
                max_size=12), st.one_of(st.none(), DAYS))  # fmt: skip
@settings(max_examples=25, deadline=None)
def test_whatever_days_were_typed_the_line_holds_them(spans, crisis):
    helps = [help_of(f"H{n}", start.isoformat(), end and end.isoformat(), level)
             for n, (start, end, level) in enumerate(spans)]  # fmt: skip
    timeline = life(*helps, crisis_end=crisis and crisis.isoformat())
    assert len(timeline.bars) == len(spans)
    starts = [bar.start for bar in timeline.bars]
    assert timeline.start <= min(starts) <= max(starts) <= timeline.end
    assert all(one.start < one.end <= TODAY or one.end.toordinal() - one.start.toordinal() == 1
               for one in timeline.together)  # fmt: skip
    assert all(bar.after is None or 0 <= bar.after < 30 for bar in timeline.bars)
    for count in (2, 5):
        parts = parts_of(timeline, count)
        assert sorted(bar.name for part in parts for bar in part.bars) == sorted(bar.name for bar in timeline.bars)
