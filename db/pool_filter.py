"""A filter of the coordinator's bench as SQL over the consults and their marks."""
from __future__ import annotations

from casework.pool.bench import Filter


def where(wanted: Filter) -> tuple[str, str, tuple[object, ...], str]:
    """The table, the condition, its values, and the day to sort the newest by."""
    parts: list[str] = []
    values: list[object] = []
    table, day = "pool_consult", "begun"

    def add(condition: str, *given: object) -> None:
        parts.append(condition)
        values.extend(given)

    if wanted.mark:
        table, day = "pool_consult JOIN pool_mark USING (number)", "day"
        add("mark = ?", wanted.mark)
        if wanted.first is not None:
            add("day >= ?", wanted.first.isoformat())
        if wanted.last is not None:
            add("day <= ?", wanted.last.isoformat())
    for column, chosen in (("status", wanted.statuses or None), ("theme", wanted.themes)):
        if chosen is not None:
            add(f"{column} IN ({', '.join('?' * len(chosen))})", *sorted(chosen))
    if wanted.due_until is not None:
        add("due <= ?", wanted.due_until.isoformat())
    if wanted.begun_from is not None:
        add("begun >= ?", wanted.begun_from.isoformat())
    return table, " AND ".join(parts) or "TRUE", tuple(values), day
