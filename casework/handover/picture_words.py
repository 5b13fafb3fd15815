"""The drawings in words: the text alternative on paper and on the web, and what plain text has in their place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from casework.handover.blocks import (
    GoalTrend,
    HelpBar,
    HelpLevel,
    LifeEvent,
    NetworkMap,
    Ring,
    Scored,
    Tie,
    Timeline,
)
from casework.words import age_on, counted, day_in_words, listed

LEVELS: dict[HelpLevel, str] = {
    "light": "licht",
    "indicated": "geïndiceerd",
    "residence": "intensief, verblijf of gesloten",
    "crisis": "crisis",
    "unknown": "niet bekend hoe zwaar",
}
RESULTS = {"bereikt": "doel bereikt", "deels": "doel deels bereikt", "niet": "doel niet bereikt",
           "onbekend": "niet bekend of het doel is bereikt"}  # fmt: skip
RINGS: dict[Ring, str] = {
    "household": "in huis",
    "family": "familie",
    "network": "vrienden en buurt",
    "professional": "school en hulp",
}
HELPS = {True: "kan helpen", False: "kan nu niet helpen", None: "niet bekend of die kan helpen"}
CUSTODY = "heeft gezag"


def timeline_title(timeline: Timeline) -> str:
    """Levenslijn van 11 jaar tot 23 november 2026, met 4 vormen van hulp."""
    helps = counted(len(timeline.bars), "vorm van hulp", "vormen van hulp")
    return f"Levenslijn van {at_words(timeline, timeline.start)} tot {day_in_words(timeline.end)}, met {helps}"


def at_words(timeline: Timeline, day: date) -> str:
    """A year of the line: 11 jaar, or 2023 where no birth date counts."""
    return str(day.year) if timeline.born is None else f"{age_on(timeline.born, day)} jaar"


def timeline_words(timeline: Timeline) -> tuple[str, ...]:
    """A sentence for the line as a whole, one for each thing on it in the order of time, one for each overlap."""
    things: list[tuple[date, str]] = [(bar.start, bar_words(bar)) for bar in timeline.bars]
    things += [(event.on, event_words(event)) for event in timeline.events]
    told = [text for _, text in sorted(things, key=lambda pair: pair[0])]
    return (f"{timeline_title(timeline)}.", *told, *_overlaps(timeline), *_undated(timeline))


def bar_words(bar: HelpBar) -> str:
    """Gezinshuis, intensief, verblijf of gesloten, sinds 1 mei 2026, loopt nog; begon 9 dagen na de crisis…"""
    told = [f"{bar.name}, {LEVELS[bar.level]}, {when_words(bar)}"]
    told += [RESULTS[bar.result]] if bar.result else []
    if bar.after is not None:
        told.append(f"begon {counted(bar.after, 'dag', 'dagen')} na de crisis of de hulp ervoor")
    return f"{'; '.join(told)}."


def when_words(bar: HelpBar) -> str:
    """van 1 mei 2025 tot 1 mei 2026."""
    start = day_in_words(bar.start)
    return {
        "ended": f"van {start} tot {day_in_words(bar.end)}" if bar.end else f"van {start}",
        "running": f"sinds {start}, loopt nog",
        "proposed": f"voorgesteld vanaf {start}",
        "end_unknown": f"van {start}, einde niet bekend",
    }[bar.state]


def after_words(days: int) -> str:
    """na 9 dagen: how soon help followed."""
    return f"na {counted(days, 'dag', 'dagen')}"


def event_words(event: LifeEvent) -> str:
    told = f"{event.text}, {event.detail}" if event.detail else event.text
    return f"Op {day_in_words(event.on)}: {told}."


def _overlaps(timeline: Timeline) -> Iterator[str]:
    """Where help ran at the same time."""
    several = [one for one in timeline.together if one.count > 1]
    for one in several:
        span = f"Van {day_in_words(one.start)} tot {day_in_words(one.end)}"
        yield f"{span} liepen {one.count} vormen van hulp tegelijk."
    if timeline.bars and not several:
        yield "Er liep nooit meer dan één vorm van hulp tegelijk."


def _undated(timeline: Timeline) -> Iterator[str]:
    if timeline.undated:
        yield f"Zonder begindatum, en daarom niet getekend: {listed(timeline.undated)}."


def network_title(network: NetworkMap) -> str:
    """Netwerkkaart van Jesse Oefenstra, met 9 mensen."""
    return f"Netwerkkaart van {network.name}, met {counted(len(network.ties), 'mens', 'mensen')}"


def network_words(network: NetworkMap) -> tuple[str, ...]:
    """A sentence for the map as a whole and one for each ring, from near to far."""
    rings = groupby(network.ties, key=lambda tie: tie.ring)
    told = (f"{RINGS[ring].capitalize()}: {'; '.join(map(tie_words, ties))}." for ring, ties in rings)
    return (f"{network_title(network)}.", *told)


def tie_words(tie: Tie) -> str:
    """Anja Oefenstra (moeder), heeft gezag, kan helpen. What nobody said is left out."""
    told = [f"{tie.name} ({tie.role})" if tie.role else tie.name]
    told += [CUSTODY] if tie.custody else []
    told += [HELPS[tie.helps]] if tie.helps is not None else []
    return ", ".join(told)


def trend_title(trend: GoalTrend) -> str:
    """Doel D1 “Ik slaap door” over de tijd, op een schaal van 0 tot 10."""
    return f"Doel {trend.code} “{trend.words}” over de tijd, op een schaal van 0 tot 10"


def trend_words(trend: GoalTrend) -> tuple[str, ...]:
    """A sentence for the goal, one for its scores in the order of time, one for where that has come to."""
    told = listed([score_words(one) for one in trend.scores])
    return (f"{trend_title(trend)}.", f"Cijfers: {told}.", f"{_come_to(trend)}.")


def score_words(one: Scored) -> str:
    """een 6 op 16 november 2026."""
    return f"een {one.score} {'bij de start, ' if one.at_start else ''}op {day_in_words(one.on)}"


def _come_to(trend: GoalTrend) -> str:
    """Nu 3 hoger dan het eerste cijfer; het streven is een 7, nog 1 te gaan."""
    first, now = trend.scores[0].score, trend.scores[-1].score
    step = now - first
    moved = "Nu gelijk aan het eerste cijfer" if not step else (
        f"Nu {abs(step)} {'hoger' if step > 0 else 'lager'} dan het eerste cijfer"
    )  # fmt: skip
    if trend.target is None:
        return f"{moved}; er is geen streven afgesproken"
    to_go = trend.target - now
    return f"{moved}; het streven is een {trend.target}, {f'nog {to_go} te gaan' if to_go > 0 else 'dat is gehaald'}"
