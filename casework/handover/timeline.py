"""The life of a young person as a line: from what counts of a case to bars of help, events, and how much ran at once.

Overlap is stacking, and help that follows close upon a crisis is a chain: both show before any rule names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from casework.answers import is_known, months_later
from casework.case import SettledCase
from casework.handover.blocks import HelpBar, HelpLevel, LifeEvent, Origin, Timeline, Together
from casework.handover.words import free, words
from casework.knowledge.pack import Pack
from casework.steps.explanation import Explanation
from casework.steps.help_history import Help, HelpHistory
from casework.steps.identity import Identity
from casework.steps.situation import Problem, Situation
from casework.weighing.facts.catalogue import Catalogue
from casework.weighing.facts.episodes import is_running
from casework.words import age_on, counted, months_between

CHAIN_DAYS = 30
"""Help that starts sooner after a crisis, or after help that followed it, is a link of a chain (seed:000)."""

_LEVELS: dict[str, HelpLevel] = {
    "G0": "light", "G1": "light", "G2": "indicated", "G3": "residence", "G4": "crisis", "G5": "residence",
}  # fmt: skip
_CHAINED = ("indicated", "residence")
_LONGEST = 90
"""Letters of a text in the drawing: longer ones are cut there, and stand whole in the table."""

_QUIET_DAYS = 730
"""Years without help before the busy part are drawn smaller where they last at least this long…"""

_LARGE_SHARE = 0.7
"""…and the busy part would else get less than this share of the line."""


def timeline_of(
    case: SettledCase, pack: Pack | None, *, ages: bool = True, problems: bool = True, analyses: bool = True
) -> Timeline | None:
    """None where there is no help with a day to draw. What is not shared elsewhere is left out here by the switches."""
    history, today = case.of(HelpHistory), case.today
    helps = history.help.known or ()
    catalogue = Catalogue(pack.products.values() if pack else ())
    bars = sorted((_bar(one, catalogue, today) for one in helps if one.start.known), key=lambda bar: bar.start)
    if not bars:
        return None
    crisis = _last_crisis(history, bars, today)
    bars = _chained(bars, history.crisis_end.known)
    events = [*_problems(case)] if problems else []
    events += _crisis(history, today)
    events += _analyses(case, crisis, today) if analyses else []
    events.sort(key=lambda event: event.on)
    born = case.of(Identity).birth_date.known if ages else None
    first = min([bar.start for bar in bars] + [event.on for event in events])
    start = year_start(first, born)
    end = max([today, *(last_day(bar, today) for bar in bars), *(event.on for event in events)])
    return Timeline(
        start=start,
        end=end,
        today=today,
        bars=tuple(bars),
        events=tuple(events),
        together=tuple(_together(bars, today)),
        born=born,
        larger_from=_larger_from(bars, start, end, today, born),
        undated=tuple(_short(free(one.name)) for one in helps if one.start.known is None and free(one.name)),
    )


def parts_of(timeline: Timeline, count: int) -> tuple[Timeline, ...]:
    """The same in `count` stretches of time under each other, for a line too full for one page.

    Help stands in the stretch in which it began, and the stretch is as long as its help. What began on one day may
    stand in two: eighty on a day do not fit on a page.
    """
    things: list[HelpBar | LifeEvent] = sorted([*timeline.bars, *timeline.events], key=_began)
    size = -(-len(things) // count)
    out = []
    for place in range(0, len(things), size):
        here = things[place : place + size]
        bars = tuple(one for one in here if isinstance(one, HelpBar))
        events = tuple(one for one in here if isinstance(one, LifeEvent))
        start = year_start(min([bar.start for bar in bars] + [event.on for event in events]), timeline.born)
        end = max([last_day(bar, timeline.today) for bar in bars] + [event.on for event in events])
        end = max(end, months_later(start, 12))
        out.append(replace(
            timeline, start=start, end=end, bars=bars, events=events, larger_from=None,
            together=tuple(
                replace(one, start=max(one.start, start), end=min(one.end, end))
                for one in timeline.together if one.start < end and one.end > start
            ),
            undated=timeline.undated if place + size >= len(things) else (),
        ))  # fmt: skip
    return tuple(out)


def _began(one: HelpBar | LifeEvent) -> date:
    return one.start if isinstance(one, HelpBar) else one.on


def last_day(bar: HelpBar, today: date) -> date:
    """Up to where a bar is drawn: help that runs reaches today, of other help without an end only the start is sure."""
    if bar.state == "running":
        return max(today, bar.start)
    return max(bar.end or bar.start, bar.start)


def year_start(day: date, born: date | None) -> date:
    """The birthday on or before a day, or its first of January where no birth date counts."""
    return date(day.year, 1, 1) if born is None else months_later(born, 12 * age_on(born, day))


def _bar(one: Help, catalogue: Catalogue, today: date) -> HelpBar:
    start, runs = one.start.known, is_running(one, today)
    assert start is not None
    product = None if one.gfm_level.known else catalogue.find(one.name.known)
    level = one.gfm_level.known or (product.gfm_level if product else "")
    bar = HelpBar(
        name=_short(free(one.name)) or "hulp zonder naam",
        level=_LEVELS.get(level, "unknown"),
        start=start,
        end=None if runs else one.end.known,
        state="ended",
        origin=Origin(f"help_history.help.{one.id}.name"),
        result=one.result.known,
    )
    if start > today:
        return replace(bar, state="proposed")
    if runs:
        return replace(bar, state="running")
    return bar if bar.end is not None else replace(bar, state="end_unknown")


def _short(text: str) -> str:
    """One line, cut between two words where it is longer than anybody reads in a drawing."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]}…"


def _last_crisis(history: HelpHistory, bars: Sequence[HelpBar], today: date) -> date | None:
    ends = [bar.end for bar in bars if bar.level == "crisis" and bar.end is not None and bar.end <= today]
    stated = history.crisis_end.known
    return max([*ends, *([stated] if stated else [])], default=None)


def _chained(bars: Sequence[HelpBar], crisis_end: date | None) -> list[HelpBar]:
    """The bars, with at each that follows close upon a crisis, or upon a link before it, after how many days."""
    ends = [crisis_end] if crisis_end else []
    out = []
    for bar in bars:
        gaps = [(bar.start - end).days for end in ends if 0 <= (bar.start - end).days < CHAIN_DAYS]
        linked = bar.level in _CHAINED and bool(gaps)
        out.append(replace(bar, after=min(gaps)) if linked else bar)
        if bar.end is not None and (linked or bar.level == "crisis"):
            ends.append(bar.end)
    return out


def _problems(case: SettledCase) -> Iterator[LifeEvent]:
    for one in case.of(Situation).problems.known or ():
        text = _first_sentence(one)
        if one.since.known is not None and one.since.known <= case.today and text:
            yield LifeEvent("happened", text, one.since.known, Origin(f"situation.problems.{one.id}.description"))


def _first_sentence(problem: Problem) -> str:
    """What began, as it was said; where that takes too many words only in which part of life."""
    told = re.split(r"(?<=\w)[.!?](?:\s|$)", " ".join(free(problem.description).split()), maxsplit=1)[0].strip()
    if told and len(told) <= _LONGEST:
        return told
    return f"begin: {words(problem.domain.known)}" if is_known(problem.domain) else _short(told)


def _crisis(history: HelpHistory, today: date) -> Iterator[LifeEvent]:
    end = history.crisis_end.known
    if end is not None:
        yield LifeEvent("crisis", "crisis voorbij", min(end, today), Origin("help_history.crisis_end"))


def _analyses(case: SettledCase, crisis: date | None, today: date) -> Iterator[LifeEvent]:
    """The analysis that was made, and the one that is missing: after a crisis everything may be different."""
    step, where = case.of(Explanation), Origin("explanation.made_on")
    made = step.made_on.known
    if made is not None:
        with_whom = "met gedragswetenschapper" if step.behavioural_scientist.known == "ja" else ""
        yield LifeEvent("analysed", "verklarende analyse", made, where, with_whom)
    if crisis is None or "explanation.made_on" in case.kept_aside or (made is not None and made >= crisis):
        return
    months = 0 if made is None else months_between(made, today)
    old = counted(months, "maand", "maanden") if months < 24 else f"{months // 12} jaar"
    detail = "er is er nog geen" if made is None else f"de laatste is {old} oud"
    yield LifeEvent("not_analysed", "geen analyse na de crisis", crisis, where, detail)


def _together(bars: Sequence[HelpBar], today: date) -> Iterator[Together]:
    """Stretches in which the number of forms of help is the same. Help that ends on a day and help that starts on it
    do not overlap; what nobody knows the end of counts on no more than its first day."""
    one_day = timedelta(days=1)
    spans = [
        (bar.start, max(min(last_day(bar, today), today), bar.start + one_day)) for bar in bars if bar.start <= today
    ]
    days = sorted({day for span in spans for day in span})
    stretches = [
        Together(low, high, sum(start <= low and high <= end for start, end in spans)) for low, high in pairwise(days)
    ]
    current: Together | None = None
    for one in stretches:
        if current is not None and current.count == one.count:
            current = replace(current, end=one.end)
            continue
        if current is not None and current.count:
            yield current
        current = one
    if current is not None and current.count:
        yield current


def _larger_from(bars: Sequence[HelpBar], start: date, end: date, today: date, born: date | None) -> date | None:
    """The year in which help comes back after the longest quiet time, if what comes after it is the lesser part."""
    covered, gaps = start, []
    for bar in bars:
        gaps.append(((bar.start - covered).days, bar.start))
        covered = max(covered, last_day(bar, today))
    longest, back = max(gaps, key=lambda gap: gap[0])
    busy = year_start(back, born)
    if longest < _QUIET_DAYS or busy <= start:
        return None
    return busy if (end - busy).days < _LARGE_SHARE * (end - start).days else None
