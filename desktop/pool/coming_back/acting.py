"""What whoever asked says in a consult: each a box that asks it, and words that are looked over before they leave."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casework.mistakes import as_typed
from casework.pool import bodies as said
from casework.pool.messages import Body
from casework.pool.state import Consult
from casework.pool.turns import Act
from casework.steps.decision import DecisionAdvice
from desktop.left_open import ABOUT
from desktop.pool.asking import drafts
from desktop.pool.asking.leave_box import let_leave
from desktop.pool.case_pool import CasePool
from desktop.pool.coming_back.boxes import SayBox
from desktop.pool.coming_back.closing import CloseBox, FollowUpBox
from desktop.pool.coming_back.deciding import DecideBox

_BODIES: dict[Act, type[Body]] = {
    "complete": said.Complete,
    "decide": said.Decide,
    "follow_up": said.FollowUp,
    "close": said.Close,
    "mark_urgent": said.MarkUrgent,
    "withdraw": said.Withdraw,
    "reopen": said.Reopen,
}


def act_on(parent: QWidget, pool: CasePool, thread: str, consult: Consult, act: Act) -> None:
    """Ask for it and say it. Raises Trouble; then nothing was said. What was typed stays until it is said."""
    box, what, case_id = _box(parent, pool, consult, act), f"{thread} {act}", pool.case.id
    box.setProperty(ABOUT, thread)
    box.show_typed(drafts.kept(pool.settings, case_id, what) or {})
    agreed = box.agreed()
    drafts.keep(pool.settings, case_id, box.typed, what)
    if not agreed:
        return
    told, texts, labels = box.told, box.texts, box.labels  # now: the box is gone once another one was open
    leaving = let_leave(parent, pool, texts, labels, thread)
    if leaving is not None:
        words = {name: one.after for name, one in leaving.items()}
        pool.say(thread, as_typed(_BODIES[act], {**told, **words}), texts)
        drafts.forget(pool.settings, case_id, what)


def _box(parent: QWidget, pool: CasePool, consult: Consult, act: Act) -> SayBox:
    match act:
        case "complete":
            asked = next((one.why for one in reversed(consult.history) if one.kind == "ask_completion"), "")
            return SayBox(parent, "Aanvullen", f"De pool vraagt: {asked}", "words", "Uw aanvulling")
        case "mark_urgent":
            line = "De vraag gaat voor. Is er nu gevaar? Wacht dan niet op advies: kijk op de noodkaart (F1)."
            return SayBox(parent, "Spoed", line, "reason", "Waarom kan het niet wachten?")
        case "withdraw":
            return SayBox(parent, "Vraag intrekken", "De pool krijgt bericht. U kunt haar later opnieuw openen.",
                          "reason", "Waarom trekt u de vraag in?")  # fmt: skip
        case "reopen":
            return SayBox(parent, "Opnieuw openen", "De vraag gaat terug naar de coördinator.", "reason",
                          "Waarom is de vraag er weer?")  # fmt: skip
        case "decide":
            return DecideBox(parent, consult, pool.case.pack)
        case "follow_up":
            return FollowUpBox(parent, consult)
        case "close":
            return CloseBox(parent, pool.case.settled.of(DecisionAdvice).supply_missing.known or "")
