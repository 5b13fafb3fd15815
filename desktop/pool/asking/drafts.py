"""Questions to the pool that are being written, by case: kept in the home until they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop.session import Settings

SETTING = "pool.asking"


def kept(settings: Settings, case_id: str) -> dict[str, Any] | None:
    """What was typed and chosen so far; None where nothing was."""
    found: dict[str, Any] | None = settings.get(SETTING, {}).get(case_id)
    return found


def keep(settings: Settings, case_id: str, state: dict[str, Any]) -> None:
    settings.put(SETTING, {**settings.get(SETTING, {}), case_id: state})


def forget(settings: Settings, case_id: str) -> None:
    """It was asked, or the case was erased."""
    every = settings.get(SETTING, {})
    if case_id in every:
        settings.put(SETTING, {name: state for name, state in every.items() if name != case_id})
