"""The order in which the messages of a consult are read: cause before effect, and what the coordinator had seen first.

Clocks of laptops differ by days, so time decides only between messages that did not know of each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from casework.pool.messages import Message


def in_order(known: Mapping[str, Message]) -> Iterator[tuple[Message, bool]]:
    """For a coordinator, who reads everything: each message once, and whether something it comes after is missing.

    Whatever a coordinator had seen when acting stands before that act; what they had not seen comes after it. So a
    message that arrives late never rewrites what the coordinator did since.
    """
    hub = sorted((one for one in known.values() if one.by.role == "coordinator"), key=_place)
    rest = sorted((one for one in known.values() if one.by.role != "coordinator"), key=_place)
    told: set[str] = set()
    missing: set[str] = set()
    for message in (*hub, *rest):
        for one in _with_causes(message, known, told):
            if any(parent not in known or parent in missing for parent in one.after):
                missing.add(one.id)
            yield one, one.id in missing


def by_step(known: Iterable[Message]) -> list[Message]:
    """For everybody else, who reads a part: cause before effect all the same, for every author counts on."""
    return sorted(known, key=_place)


def _place(message: Message) -> tuple[int, bool, str, str]:
    return message.step, message.by.role != "coordinator", message.at.isoformat(), message.id


def _with_causes(message: Message, known: Mapping[str, Message], told: set[str]) -> Iterator[Message]:
    """The causes of a message that were not told yet, and then itself. Without recursion: a thread may be long."""
    waiting = [message]
    while waiting:
        one = waiting[-1]
        open_ = [known[parent] for parent in one.after if parent in known and parent not in told]
        if one.id in told:
            waiting.pop()
        elif open_:
            waiting.extend(sorted(open_, key=_place, reverse=True))
        else:
            told.add(waiting.pop().id)
            yield one
