"""What would change it: single answers that would move the level, the conclusion on changeability or the nearest case.

Tried one at a time on the facts; the case itself stays as it is. What people can work on, tried the better way, is
`te_veranderen`; all else, unknown or known, is `eerst_nagaan`: find out first whether it is so. Signals and pairs are
searched on asking (further_changes.py): they take longer than a keystroke may.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice

from casework.answers import Answered
from casework.case import SettledCase
from casework.knowledge import Fact, Pack
from casework.weighing.assessment import ChangeabilityAdvice, Level, LevelAdvice, WouldChange
from casework.weighing.changeability import weigh_changeability
from casework.weighing.level import indicate
from casework.weighing.likeness import Compared, compare, is_alike, level_of, nearest_if
from casework.weighing.pointing import Pointed, pointing
from casework.weighing.profile import Profile, profile
from casework.weighing.prolonging import counting
from casework.weighing.trials import Tried, trials
from casework.words import in_words

_MOST = 8


def would_change(
    case: SettledCase,
    facts: Mapping[str, Fact],
    level: LevelAdvice,
    changeability: ChangeabilityAdvice,
    compared: Sequence[Compared],
    pack: Pack,
) -> tuple[WouldChange, ...]:
    """At most eight: first those that move the level, then the conclusion, then the nearest case."""
    tried = list(trials(case, facts, pack))
    of_level = list(_of_level(case, tried, level, compared, pack))
    found = chain(
        of_level,
        _of_changeability(case, changeability, pack),
        _of_nearest(case, facts, tried, compared, {one.field for one in of_level}, pack),
    )
    return tuple(islice(found, _MOST))


def level_with(
    case: SettledCase, tried: Mapping[str, Fact], level: LevelAdvice, pointed: Pointed, pack: Pack
) -> Level | None:
    """The level with other facts. Other facts may be like other reference clients: looked up only where it matters."""
    other = indicate(tried, pointed, pack).indicated
    if other == level.indicated:
        return other
    return indicate(tried, pointing(compare(profile(case, tried), pack), pack), pack).indicated


def nearest_with(
    case: SettledCase, mine: Profile, tried: Mapping[str, Fact], compared: Sequence[Compared], pack: Pack
) -> Compared | None:
    """The nearest reference client with other facts than those of `mine`; None where nobody is alike then."""
    after = profile(case, tried)
    changes = {name: value for name, value in after.items() if mine.get(name) != value}
    gone = mine.keys() - after.keys()
    if not changes and not gone:
        return next((one for one in compared[:1] if is_alike(one, pack)), None)
    if "safety" in changes or gone:
        first = next(iter(compare(after, pack)), None)
    else:
        first = nearest_if(compared, changes, pack)
    return first if first is not None and is_alike(first, pack) else None


def _of_level(
    case: SettledCase, tried: Sequence[Tried], level: LevelAdvice, compared: Sequence[Compared], pack: Pack
) -> Iterator[WouldChange]:
    found: set[str] = set()
    pointed = pointing(compared, pack)
    for one in tried:
        if one.answer.field in found:
            continue  # the first answer that moves it says enough about this question
        other = level_with(case, one.facts, level, pointed, pack)
        if other is not None and other != level.indicated:
            found.add(one.answer.field)
            yield one.so(f"het niveau wijst dan naar {in_words(other)}", "niveau")


def _of_nearest(
    case: SettledCase,
    facts: Mapping[str, Fact],
    tried: Sequence[Tried],
    compared: Sequence[Compared],
    told: set[str],
    pack: Pack,
) -> Iterator[WouldChange]:
    """Another case becomes the nearest. Those of another level go first: there the outcome is at stake."""
    now = next((one.client for one in compared[:1] if is_alike(one, pack)), None)
    if now is None:
        return
    mine = profile(case, facts)
    same: list[WouldChange] = []
    for one in tried:
        if one.answer.field in told:
            continue
        other = nearest_with(case, mine, one.facts, compared, pack)
        if other is None or other.client.id == now.id:
            continue
        told.add(one.answer.field)
        across = level_of(other.client) != level_of(now)
        effect = f"het lijkt dan het meest op ‘{other.client.title}’{', een ander niveau' if across else ''}"
        if across:
            yield one.so(effect, "ijkcliënt")
        else:
            same.append(one.so(effect, "ijkcliënt"))
    yield from same


def _of_changeability(case: SettledCase, now: ChangeabilityAdvice, pack: Pack) -> Iterator[WouldChange]:
    if now.conclusion is None:
        return
    given = dict(counting(case, pack))
    for item in pack.checklists["a"].items:
        answer = given.get(item.id)
        current = answer.value if isinstance(answer, Answered) else None
        for value in ("ja", "nee"):
            if value == current:
                continue
            tried = {**case.checklists, "a": {**given, item.id: Answered[str](value=value, on=case.today)}}
            other = weigh_changeability(replace(case, checklists=tried), pack).conclusion
            if other is not None and other != now.conclusion:
                yield WouldChange(
                    field=f"checklists.a.{item.id}",
                    label=item.text,
                    from_=current,
                    to=value,
                    effect=f"de conclusie wordt dan {in_words(other.lower())}",
                    kind="eerst_nagaan",
                    about="veranderbaarheid",
                )
                break
