"""The moments of one life as a path: at which age, and where the weighing pointed then."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casework.knowledge import ReferenceClient
from desktop.reading.parts import marked
from desktop.theme.cards import Sheet
from desktop.theme.runs import Run, RunLabel, bold, quiet
from desktop.weighing.line import LineButton


class PathOfMoments(Sheet):
    """`asked` carries the id of a moment. The one that is open is bold and no link."""

    asked = Signal(str)

    def __init__(
        self,
        moments: Sequence[ReferenceClient],
        here: str,
        level: Callable[[ReferenceClient], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"Eén leven, {len(moments)} momenten", gap=4, parent=parent)
        for at, one in enumerate(moments, start=1):
            after = quiet(f": {level(one)}")
            if one.id == here:
                words = RunLabel([bold(f"{at}. {one.title}"), after, bold("  u bent hier")])
                words.setAlignment(Qt.AlignmentFlag.AlignTop)
                self.body.addLayout(marked(words, "map-pin", "primary"))
            else:
                line = LineButton([Run(f"{at}. {one.title}", "primary", 600), after], step="body")
                line.clicked.connect(lambda _=False, id_=one.id: self.asked.emit(id_))
                self.body.addLayout(marked(line, "circle", "edge"))
