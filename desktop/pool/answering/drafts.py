"""What an expert is writing, kept in the encrypted store while it is typed, until it is sent."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.session import Settings

_NAME = "pool.advice."
_SEEN = "pool.seen"


class Drafts:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def of(self, thread: str) -> dict[str, str]:
        """Empty where nothing was typed yet."""
        return dict(self._settings.get(_NAME + thread) or {})

    def keep(self, thread: str, fields: Mapping[str, str]) -> None:
        """Raises DiskFull."""
        self._settings.put(_NAME + thread, dict(fields))

    def forget(self, thread: str) -> None:
        """What was sent is no draft any more."""
        self._settings.put(_NAME + thread, None)

    # -- what was looked at

    def is_news(self, thread: str, moments: int) -> bool:
        """Did something happen since this expert last looked?"""
        return moments > int((self._settings.get(_SEEN) or {}).get(thread, 0))

    def seen(self, thread: str, moments: int) -> None:
        if self.is_news(thread, moments):
            self._settings.put(_SEEN, {**(self._settings.get(_SEEN) or {}), thread: moments})
