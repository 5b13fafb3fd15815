"""The last look at words before they leave, where they are not a whole question: a reason, an addition, a note."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from casework.pseudonym import Hit, Resolved
from casework.trouble import Trouble
from desktop import focus_order
from desktop.ask import Box
from desktop.pool.asking.resolving import Resolving
from desktop.pool.case_pool import CasePool
from desktop.theme.label import Plain


class LeaveBox(Box):
    """The act waits until everything that was found is decided on. `resolved` is what may leave, once agreed."""

    width_px = 900

    def __init__(self, parent: QWidget, pool: CasePool, texts: Mapping[str, str], labels: Mapping[str, str],
                 hits: Mapping[str, tuple[Hit, ...]]) -> None:  # fmt: skip
        super().__init__(parent, "Wat gaat er uit?", "Lees na. Wat naar iemand leidt, beslist u zelf.", "Versturen")
        self.resolved: dict[str, Resolved] = {}
        self.resolving = Resolving(pool.resolve)
        self.wrong = Plain("", "small", "stop")
        self.body.addWidget(self.wrong)
        self.body.addWidget(self.resolving)
        self.wrong.hide()
        self.resolving.changed.connect(lambda: self.act.setEnabled(not self.resolving.undecided))
        self.resolving.show_texts(texts, labels, hits)
        focus_order.first(self.resolving)

    def accept(self) -> None:
        try:
            self.resolved = self.resolving.resolved()
        except Trouble as trouble:
            self.wrong.setText(str(trouble))
            self.wrong.show()
        else:
            super().accept()


def let_leave(parent: QWidget, pool: CasePool, texts: Mapping[str, str], labels: Mapping[str, str],
              thread: str = "") -> dict[str, Resolved] | None:  # fmt: skip
    """The texts as they may leave; None when the user goes back. Asks only where something was found.

    thread: the question they are said in, so that who was Persoon 1 in it is so here."""
    there = {name: text for name, text in texts.items() if text}
    hits = pool.hits(there, thread)
    if not any(hits.values()):
        return {name: Resolved(text, (), {}) for name, text in there.items()}
    box = LeaveBox(parent, pool, there, labels, hits)
    return box.resolved if box.agreed() else None
