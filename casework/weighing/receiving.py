"""What the receiver of this help still waits for: the wishes of the pack for the chosen products, held to the case.

It holds nothing back. A real non-answer (*weet ik niet*, *wil niet zeggen*) tells the receiver enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casework.answers import Answered, Unanswered
from casework.case import SettledCase
from casework.knowledge.pack import Pack, in_force
from casework.knowledge.receiving import Receiving, Wish
from casework.questions import Answers, Record
from casework.steps import FLOW
from casework.steps.decision import DecisionAdvice
from casework.steps.handover import Handover
from casework.weighing.assessment import Wanted

_PRODUCTS = "decision.products"


def wanted_by_receiver(case: SettledCase, pack: Pack) -> tuple[Wanted, ...]:
    """In the order of the pack; nothing where no product was chosen, or where it goes to somebody else than the
    provider: then nobody waits for it yet."""
    if case.of(Handover).recipient_role.known not in (None, "aanbieder"):
        return ()
    chosen = {one.id: str(one.product.known) for one in case.of(DecisionAdvice).products.known or ()}
    found = []
    for kind in in_force(pack.receiving, case.today):
        mine = {record for record, product in chosen.items() if not kind.products or product in kind.products}
        if mine:
            found += [one for wish in kind.wishes if (one := _lacking(case, kind, wish, mine)) is not None]
    return tuple(found)


def _lacking(case: SettledCase, kind: Receiving, wish: Wish, mine: set[str]) -> Wanted | None:
    path = next(_open(case, wish.path.split("."), mine), None)
    if path is None:
        return None
    return Wanted(receiving=kind.id, kind=kind.name, path=path, what=wish.what, why=wish.why, sources=kind.sources)


def _open(case: SettledCase, parts: Sequence[str], mine: set[str]) -> Iterator[str]:
    """The paths that were not asked yet; of a list each record, of the products only those of this kind of help."""
    step_id, name, *inside = parts
    model: type[Answers] = FLOW.by_id[step_id].answers
    answer = case.of(model).answer(name)
    if _not_asked(answer):
        yield f"{step_id}.{name}"
    for record in (answer.known or ()) if inside else ():
        ours = f"{step_id}.{name}" != _PRODUCTS or record.id in mine
        if isinstance(record, Record) and ours and _not_asked(record.answer(inside[0])):
            yield f"{step_id}.{name}.{record.id}.{inside[0]}"


def _not_asked(answer: Answered[object] | Unanswered) -> bool:
    return isinstance(answer, Unanswered) and answer.unanswered == "not_asked"
