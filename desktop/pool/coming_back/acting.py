"""What whoever asked says in a consult: each a box that asks it, and words that are looked over before they leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from casework.pool import bodies as said
from casework.pool.messages import Body
from casework.pool.state import Consult
from casework.pool.turns import Act
from desktop.pool.asking.leave_box import let_leave
from desktop.pool.case_pool import CasePool
from desktop.pool.coming_back.boxes import SayBox
from desktop.pool.coming_back.closing import CloseBox, FollowUpBox
from desktop.pool.coming_back.deciding import DecideBox

_Left = Mapping[str, str]
_Says = Callable[[_Left], Body]


def act_on(parent: QWidget, pool: CasePool, thread: str, consult: Consult, act: Act) -> None:
    """Ask for it and say it. Raises Trouble; then nothing was said."""
    box, says = _box(parent, pool, consult, act)
    if not box.agreed():
        return
    leaving = let_leave(parent, pool, box.texts, box.labels)
    if leaving is not None:
        pool.say(thread, says({name: one.after for name, one in leaving.items()}))


def _box(parent: QWidget, pool: CasePool, consult: Consult, act: Act) -> tuple[SayBox, _Says]:
    match act:
        case "complete":
            asked = next((one.why for one in reversed(consult.history) if one.kind == "ask_completion"), "")
            box = SayBox(parent, "Aanvullen", f"De pool vraagt: {asked}", "words", "Uw aanvulling")
            return box, lambda left: said.Complete(words=left["words"])
        case "withdraw":
            box = SayBox(parent, "Vraag intrekken", "De pool krijgt bericht. Opnieuw openen kan.", "reason",
                         "Waarom trekt u de vraag in?")  # fmt: skip
            return box, lambda left: said.Withdraw(reason=left["reason"])
        case "reopen":
            box = SayBox(parent, "Opnieuw openen", "De vraag gaat terug naar de coördinator.", "reason",
                         "Waarom is de vraag er weer?")  # fmt: skip
            return box, lambda left: said.Reopen(reason=left["reason"])
        case "decide":
            deciding = DecideBox(parent, consult, pool.case.pack)
            return deciding, deciding.body_of
        case "follow_up":
            following = FollowUpBox(parent, consult)
            return following, following.body_of
        case "close":
            closing = CloseBox(parent)
            return closing, closing.body_of


