"""What the motivation still misses: the five stages of the stappenplan as cells and lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.weighing.assessment import Stage
from desktop.pictures.mirror import MirrorBar
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.runs import Run, bold, quiet
from desktop.weighing.line import LineButton


class Stages(QWidget):
    """`chosen` carries the number of a stage: go there."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(1))
        column.addWidget(Plain("Wat uw motivering nog mist", "body", strong=True))
        column.addSpacing(current().px(4))
        self._bar = MirrorBar(["missing"] * 5)
        column.addWidget(self._bar)
        column.addSpacing(current().px(4))
        self._lines = [LineButton([], str(number)) for number in range(1, 6)]
        for number, line in enumerate(self._lines, start=1):
            line.clicked.connect(lambda _=False, number=number: self.chosen.emit(number))
            column.addWidget(line)

    def show_stages(self, stages: Sequence[Stage]) -> None:
        self._bar.set_states(
            ["complete" if stage.complete else "partly" if stage.touched else "missing" for stage in stages]
        )
        for stage, line in zip(stages, self._lines, strict=True):
            line.set_runs(_words(stage))
            line.setToolTip("\n".join(stage.missing))
            line.setAccessibleDescription("mist nog: " + ", ".join(stage.missing) if stage.missing else "")


def _words(stage: Stage) -> list[Run]:
    """What is missing is bold, what is complete is quiet; the first thing by name, the others counted."""
    if stage.complete:
        return [Run(f"{stage.title}: "), quiet("compleet")]
    if not stage.touched:
        return [Run(f"{stage.title}: "), quiet("komt nog")]
    more = len(stage.missing) - 1
    return [Run(f"{stage.title}: "), bold(stage.missing[0]), *([quiet(f", en nog {more}")] if more else [])]
