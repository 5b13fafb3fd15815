"""The last look at words before they leave, where they are not a whole question: a reason, an addition, a note."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from casework.pseudonym import Hit, Resolved
from desktop.ask import Box
from desktop.pool.asking.resolving import Resolving
from desktop.pool.case_pool import CasePool


class LeaveBox(Box):
    """The act waits until everything that was found is decided on."""

    width_px = 900

    def __init__(self, parent: QWidget, texts: Mapping[str, str], labels: Mapping[str, str],
                 hits: Mapping[str, tuple[Hit, ...]]) -> None:  # fmt: skip
        super().__init__(parent, "Wat gaat er uit?", "Lees na. Wat naar iemand leidt, beslist u zelf.", "Versturen")
        self.resolving = Resolving()
        self.body.addWidget(self.resolving)
        self.resolving.changed.connect(lambda: self.act.setEnabled(not self.resolving.undecided))
        self.resolving.show_texts(texts, labels, hits)


def let_leave(parent: QWidget, pool: CasePool, texts: Mapping[str, str],
              labels: Mapping[str, str]) -> dict[str, Resolved] | None:  # fmt: skip
    """The texts as they may leave; None when the user goes back. Asks only where something was found."""
    there = {name: text for name, text in texts.items() if text}
    hits = pool.hits(there)
    if not any(hits.values()):
        return {name: Resolved(text, (), {}) for name, text in there.items()}
    box = LeaveBox(parent, there, labels, hits)
    return box.resolving.resolved() if box.agreed() else None
