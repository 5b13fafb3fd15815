"""What came in from the pool and waits for a reader: an advice, a question back, a refusal with its route."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from casework.agenda import Due, awaits_answer, of_the_pool
from casework.consultation.consultation import Status
from casework.knowledge.searching import plain
from casework.pool.answering import WORDS, standing
from casework.pool.lifecycle import BEFORE_ADVICE, STATUS_WORDS, TYPE_WORDS
from casework.weighing.facts.working_days import working_days_left
from casework.words import counted, day_in_words, term_in_words
from desktop.pool.waiting import waiting_rows

if TYPE_CHECKING:
    from casework.pool.line import Line
    from desktop.pool.desk import PoolDesk

_READ: tuple[Status, ...] = ("ADVIES_VASTGESTELD", "AANVULLING_GEVRAAGD")
_TABLE: tuple[Status, ...] = ("OMGEZET_NAAR_MDO_HSJ",)
_ASKS: tuple[Status, ...] = ("TERUGGEKOPPELD", "GEVOLGD", "OMGEZET_NAAR_MDO_HSJ", "OMGEZET_NAAR_CASEMANAGEMENT")


_SHOWN = 6
"""More than this is counted."""


class Answer(NamedTuple):
    """case_id and path: where it is read; empty where the question belongs to no case here."""

    icon: str
    head: str
    line: str
    act: str
    case_id: str
    path: str


def answers(desk: PoolDesk, titles: dict[str, str]) -> list[Answer]:
    """For the asker, and of the coordinator what a meeting gave her to do; an expert reads in the room of the pool.

    titles: of the cases, by id.
    """
    if desk.view == "hub":
        return [one for row in desk.store.rows(_TABLE) for one in _agreed(desk, row)]
    if desk.view == "expert":
        return []
    return [_answer(row, *_where(desk, row.thread), titles) for row in desk.store.rows(_READ)]


def waits_here(desk: PoolDesk) -> list[Answer]:
    """What waits in the pool for an expert or a coordinator, with its clock: what is due first stands on top."""
    found = sorted(waiting_rows(desk), key=lambda row: (not row.urgent, row.due or date.max))
    told = [_waits(desk, row) for row in found]
    if (more := len(told) - _SHOWN) > 0:
        rest = Answer("mail", f"En nog {counted(more, 'vraag', 'vragen')}", "", "Bekijken", "", "")
        return [*told[:_SHOWN], rest]
    return told


def _waits(desk: PoolDesk, row: Line) -> Answer:
    """An expert reads the question once it was said whether there is an interest."""
    me, head = desk.me, f"“{row.summary.get('question', '')}”"
    term = "" if row.due is None else term_in_words(working_days_left(desk.today, row.due))
    status = "" if row.urgent and row.status == "SPOED" else STATUS_WORDS[row.status]
    if me is not None and me.role == "expert":
        stands = standing(desk.consult(row.thread), me)
        head, status = "Een vraag aan u" if stands == "belang" else head, WORDS[stands]
    told = ("spoed" if row.urgent else "", TYPE_WORDS[row.type], term, status)
    line = ", ".join(filter(None, told))
    return Answer("clock", head, f"{line[:1].upper()}{line[1:]}.", "Bekijken", "", "")


def pool_dues(desk: PoolDesk, today: date) -> Iterator[tuple[str, Due]]:
    """What questions wait for, and still ask once they were answered, with the case each belongs to."""
    if desk.view == "hub":
        return
    for row in desk.store.rows({*_ASKS, *BEFORE_ADVICE}):
        case_id, path = _where(desk, row.thread)
        if case_id:
            for due in of_the_pool(desk.consult(row.thread), path, today, desk.norms):
                yield case_id, due


def known_to_pool(desk: PoolDesk) -> frozenset[tuple[str, str]]:
    """The terms of a case, as case and path, that the pool reckons better: it knows what stood still and is urgent."""
    return frozenset((case_id, awaits_answer(record)) for case_id, record in desk.store.links())


def _agreed(desk: PoolDesk, row: Line) -> Iterator[Answer]:
    """What a meeting agreed on that the coordinator herself does: by her name, or as the coordinator."""
    mine = [plain(name) for name in ("coördinator", desk.me.name if desk.me else "") if name]
    for minutes in desk.consult(row.thread).minutes:
        for action in minutes.actions:
            if any(name in plain(action.who) for name in mine):
                said = f"Uit het overleg van {day_in_words(minutes.held_on)}. “{row.summary.get('question', '')}”"
                head = f"{action.what}, uiterlijk {day_in_words(action.by)}"
                yield Answer("calendar", head, said, "Bekijken", "", "")


def _where(desk: PoolDesk, thread: str) -> tuple[str, str]:
    case_id, record = desk.store.linked(thread) or ("", "")
    return case_id, f"consultations.{record}" if record else "expert_pool"


def _answer(row: Line, case_id: str, path: str, titles: dict[str, str]) -> Answer:
    about = f" over {titles[case_id]}" if case_id in titles else ""
    question = f"“{row.summary.get('question', '')}”"
    if row.status == "AANVULLING_GEVRAAGD":
        said = f"{question} De klok van de pool staat stil tot u antwoordt."
        return Answer("message-square-more", f"Vraag terug{about}", said, "Beantwoorden", case_id, path)
    who = ", ".join(row.summary.get("experts", {}).values())
    said = ". ".join(part for part in (who, question, _validity(row)) if part)
    return Answer("message-square-reply", f"Advies{about}", said, "Lezen en afwegen", case_id, path)


def _validity(row: Line) -> str:
    until = row.summary.get("valid_until")
    return f"Geldig tot en met {day_in_words(date.fromisoformat(until))}." if until else ""
