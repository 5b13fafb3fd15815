"""Acts on a consult that ask more than a few words, or say nothing in it: minutes, paper, and what others may learn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from casework.papers.minutes import minutes_document
from casework.pool.bodies import Minutes, Remind
from casework.pool.clocks import clock
from casework.pool.drafting import Draft, drafted
from casework.pool.messages import Body
from casework.pool.state import Consult
from desktop import ask
from desktop.bootstrap import write_whole
from desktop.pool.bench.asking import Asking
from desktop.pool.bench.drafting import Drafting, ask_vote, votes_so_far
from desktop.pool.bench.minuting import Minuting
from desktop.pool.bench.reusing import to_knowledge_base
from desktop.pool.drafts import drafts, keep
from desktop.session import Session

_TYPED = "pool.minutes"


def to_reference_client(parent: QWidget, session: Session, consult: Consult) -> None:
    """Begin a draft, write on, or take down a vote of the panel, whatever is next. Raises Trouble."""
    desk, pack = session.pool, session.pack
    assert desk.me is not None
    draft = drafts(desk).get(consult.thread) or drafted(consult, desk.me, pack)
    made: Draft | None = None
    next_ = _at_the_panel(parent, draft) if draft.state == "voorgelegd" else draft.state
    if next_ == "stem":
        made = ask_vote(parent, draft, [*desk.people("expert"), *desk.people("coordinator")], desk)
    elif next_ == "concept":
        box = Drafting(parent, draft, pack, desk)
        made = box.draft if box.agreed() else None
    elif next_:
        ask.tell(parent, f"Deze ijkcliënt is {draft.state}", votes_so_far(draft))
    if made is not None:
        keep(desk, made)


def _at_the_panel(parent: QWidget, draft: Draft) -> str:
    """What is next; empty where one only looked who voted."""
    box = Asking(parent, "Deze ijkcliënt ligt bij het panel", votes_so_far(draft), "Verder")
    box.choice("next", "Wat wilt u doen?", {"stem": "een stem vastleggen", "concept": "het concept veranderen"})
    return box.answers["next"] if box.agreed() else ""


def take_minutes(parent: QWidget, session: Session, consult: Consult) -> Body | None:
    """The minutes of a meeting; what was typed and not said is kept for the next time. Raises Trouble."""
    settings = session.pool.store.settings
    kept: dict[str, Any] = settings.get(_TYPED, {})
    box = Minuting(parent, lambda: session.today, kept.get(consult.thread, {}))
    agreed = box.agreed()
    settings.put(_TYPED, {**kept, consult.thread: box.typed})
    return box.minutes if agreed else None


def forget_typed(session: Session, thread: str, body: Body) -> None:
    """It was said: what was typed for it is kept no longer."""
    if isinstance(body, Minutes):
        settings = session.pool.store.settings
        kept: dict[str, Any] = settings.get(_TYPED, {})
        settings.put(_TYPED, {name: typed for name, typed in kept.items() if name != thread})


def print_minutes(parent: QWidget, session: Session, consult: Consult) -> None:
    """The last minutes as PDF. Raises trouble of the disk."""
    from desktop.render.pdf import render_pdf

    minutes = consult.minutes[-1]
    name = f"verslag-overleg-{minutes.held_on.isoformat()}.pdf"
    path = ask.file_to_write(parent, "Verslag bewaren", name, ["PDF (*.pdf)"])
    if path is not None:
        question = consult.request.question if consult.request else ""
        write_whole(path, render_pdf(minutes_document(minutes, question, consult.thread[:8])))


def remind(parent: QWidget, session: Session, consult: Consult) -> Body | None:
    """Say how far the clock is, also before it would say so itself."""
    desk = session.pool
    running = clock(consult, desk.today, desk.norms)
    if running is None or running.stage == "staat_stil":
        return None
    stage = "herinnering" if running.stage == "op_tijd" else running.stage
    return Remind(stage=stage, due=running.due)


OWN_ACTS: Mapping[str, Callable[[QWidget, Session, Consult], Body | None]] = {
    "remind": remind,
    "draft": to_reference_client,
    "reuse": to_knowledge_base,
    "minutes": take_minutes,
    "minutes_paper": print_minutes,
}
"""By the kind of the act. What comes back is said in the consult."""
