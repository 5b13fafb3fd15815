"""The journal of a case for the family that asks: who looked, changed or passed on what, by day, without content."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from casework.rights.access_file import Event
from casework.steps import FLOW
from casework.words import counted, listed
from desktop.store import HistoryLine

_CHANGES = ("created", "set", "cleared", "undone", "redone")
_BESIDE = {"people": "mensen", "consultations": "expertpool", "checklists": "vragenlijsten", "responses": "signalen"}
_FORMS = {"klembord": "kopieerde tekst", "beveiligde kopie": "maakte een beveiligde kopie"}


def events(lines: Sequence[HistoryLine]) -> list[Event]:
    """Oldest first. The changes of one person on one day are one line; every look, export and import has its own."""
    changed: dict[tuple[date, str], list[str]] = {}
    found: list[tuple[date, str, str | None]] = []
    for line in lines:
        on, who = line.at.astimezone().date(), _who(line.actor)
        if line.kind not in _CHANGES:
            found.append((on, who, _passed(line.kind, line.value)))
            continue
        if (on, who) not in changed:
            found.append((on, who, None))
        changed.setdefault((on, who), []).append(line.path)
    return [Event(on, who, _changed(changed[on, who]) if what is None else what) for on, who, what in found]


def _who(actor: dict[str, Any]) -> str:
    return ", ".join(str(actor[part]) for part in ("name", "role") if actor.get(part))


def _changed(paths: Sequence[str]) -> str:
    roots = {path.partition(".")[0] for path in paths}
    steps = [str(step.number) for step in FLOW.steps if step.id in roots]
    where = [f"stap {listed(steps)}"] if steps else []
    where += [words for root, words in _BESIDE.items() if root in roots]
    told = f"legde {counted(len(paths), 'antwoord', 'antwoorden')} vast"
    return f"{told} ({'; '.join(where)})" if where else told


def _passed(kind: str, about: Any) -> str:
    told = about if isinstance(about, dict) else {}
    what = str(told.get("file") or told.get("section") or told.get("form") or "").strip()
    if kind == "exported" and told.get("form") == "expertpool":
        if told.get("consent") != "herleidbaar":
            return "schreef aan de expertpool, gepseudonimiseerd"
        return f"schreef met namen aan de expertpool, voor {listed(told['readers'])}. Grond: {told['ground']}"
    if kind == "exported":
        act = _FORMS.get(str(told.get("form")), "maakte een bestand")
        return f"{act}: {what}" if what else act
    if kind == "imported":
        return f"las een bestand in: {what}" if what else "las een bestand in"
    return "keek in het dossier" if kind == "viewed" else "wiste"
