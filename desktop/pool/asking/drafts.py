"""What is being written to the pool, by case: kept in the home until it is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop.session import Settings

SETTING = "pool.asking"


def kept(settings: Settings, case_id: str, what: str = "") -> dict[str, Any] | None:
    """What was typed and chosen so far; None where nothing was. what: in a question that stands already."""
    found: dict[str, Any] | None = settings.get(SETTING, {}).get(_name(case_id, what))
    return found


def keep(settings: Settings, case_id: str, state: dict[str, Any], what: str = "") -> None:
    settings.put(SETTING, {**settings.get(SETTING, {}), _name(case_id, what): state})


def forget(settings: Settings, case_id: str, what: str = "") -> None:
    """It was said."""
    _leave(settings, lambda name: name != _name(case_id, what))


def forget_case(settings: Settings, case_id: str) -> None:
    """The case was erased."""
    _leave(settings, lambda name: name.partition(" ")[0] != case_id)


def _name(case_id: str, what: str) -> str:
    return f"{case_id} {what}".strip()


def _leave(settings: Settings, stays: Callable[[str], bool]) -> None:
    every = settings.get(SETTING, {})
    left = {name: state for name, state in every.items() if stays(name)}
    if left != every:
        settings.put(SETTING, left)
