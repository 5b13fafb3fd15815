"""Where one was last: the case, the step and the sentence, to go on from on another day."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from casework.steps import FLOW
from desktop import clock
from desktop.session import Session
from desktop.steps import step_of
from desktop.store import CaseLine

LAST = "last_case"
"""The name under which it is kept among the settings: as `place`, with the moment."""

_LONGEST = 160


class LastPlace(NamedTuple):
    """place: as the window goes back to it. sentence: the end of what was written there, empty where nothing was."""

    line: CaseLine
    place: dict[str, Any]
    at: datetime
    sentence: str

    @property
    def step_words(self) -> str:
        step = FLOW.by_id.get(str(self.place.get("step")))
        return f"stap {step.number}, {step.title}" if step else ""


def keep(session: Session, place: dict[str, Any]) -> None:
    session.settings.put(LAST, {**place, "at": clock.now().isoformat()})


def forget(session: Session, case_id: str) -> None:
    """A case was erased: so is where one was in it."""
    if (session.settings.get(LAST) or {}).get("case") == case_id:
        session.settings.put(LAST, {})


def last_place(session: Session) -> LastPlace | None:
    """None where there is none, or the case is gone."""
    place = session.settings.get(LAST) or {}
    line = session.line(str(place["case"])) if place.get("case") else None
    if line is None:
        return None
    return LastPlace(line, place, datetime.fromisoformat(place["at"]), _sentence(session, line, place))


def _sentence(session: Session, line: CaseLine, place: dict[str, Any]) -> str:
    """What was typed last at that field, as far as the cursor; cut at a word."""
    path = str(place.get("path") or "")
    if not path or step_of(path) not in FLOW.by_id:
        return ""
    typed = next((draft.text for draft in session.store.drafts(line.id) if draft.path == path), None)
    if typed is None:
        kept = session.store.current(line.id).get(path)
        kept = kept.get("value") if isinstance(kept, dict) else kept
        typed = kept if isinstance(kept, str) else ""
    written = " ".join(typed[: int(place.get("cursor") or 0) or None].split())
    return written if len(written) <= _LONGEST else "…" + written[-_LONGEST:].partition(" ")[2]
