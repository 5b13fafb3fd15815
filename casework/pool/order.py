"""The order in which the messages of a consult are read: cause before effect, and what the coordinator had seen first.

Clocks of laptops differ by days, so time decides only between messages that did not know of each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from casework.pool.messages import Message

_Place = Callable[[Message], tuple[int, str, str]]


def in_order(known: Mapping[str, Message]) -> Iterator[tuple[Message, bool]]:
    """Each message once, and whether something it comes after is missing.

    Whatever a coordinator had seen when acting stands before that act; what they had not seen comes after it. So a
    message that arrives late never rewrites what the coordinator did since.
    """
    depths = _depths(known)

    def place(message: Message) -> tuple[int, str, str]:
        return depths[message.id], message.at.isoformat(), message.id

    hub = sorted((one for one in known.values() if one.by.role == "coordinator"), key=place)
    rest = sorted((one for one in known.values() if one.by.role != "coordinator"), key=place)
    told: set[str] = set()
    missing: set[str] = set()
    for message in (*hub, *rest):
        for one in _with_causes(message, known, told, place):
            if any(parent not in known or parent in missing for parent in one.after):
                missing.add(one.id)
            yield one, one.id in missing


def _with_causes(message: Message, known: Mapping[str, Message], told: set[str], place: _Place) -> Iterator[Message]:
    """The causes of a message that were not told yet, and then itself. Without recursion: a thread may be long."""
    waiting = [message]
    while waiting:
        one = waiting[-1]
        open_ = [known[parent] for parent in one.after if parent in known and parent not in told]
        if one.id in told:
            waiting.pop()
        elif open_:
            waiting.extend(sorted(open_, key=place, reverse=True))
        else:
            told.add(waiting.pop().id)
            yield one


def _depths(known: Mapping[str, Message]) -> dict[str, int]:
    """How many steps from the start. Ids are digests of what they come after, so there are no circles."""
    found: dict[str, int] = {}
    for start in known:
        waiting = [start]
        while waiting:
            one = waiting[-1]
            parents = [parent for parent in known[one].after if parent in known]
            if open_ := [parent for parent in parents if parent not in found]:
                waiting.extend(open_)
            else:
                found[waiting.pop()] = 1 + max((found[parent] for parent in parents), default=0)
    return found
