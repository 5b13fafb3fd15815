"""One's own answer beside that of the reference, equally large, with the reasons and what else can be defended."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from casework.calibration.answers import Place, Weighed, places, reference
from casework.calibration.questions import Question
from casework.knowledge import Vignette
from casework.words import listed
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.runs import RunLabel, bold, quiet
from desktop.theme.sign import Sign

_PLACES: Mapping[Place, tuple[str, str, str]] = {
    "same": ("equal", "primary", "Gelijk aan het voorbeeld"),
    "defensible": ("split", "ink", "Anders dan het voorbeeld, en ook te verdedigen"),
    "different": ("equal-not", "care", "Anders dan het voorbeeld"),
}


class Beside(Sheet):
    """words: what each code is called."""

    def __init__(
        self,
        question: Question,
        own: Weighed,
        vignette: Vignette,
        words: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(gap=8, parent=parent)
        beside = reference(vignette, question)
        icon, tone, said = _PLACES[places(own, vignette)[question.id]]
        self.setAccessibleName(f"{question.title}: {said.lower()}")
        head = QHBoxLayout()
        head.setSpacing(current().px(8))
        head.addWidget(Sign(icon, tone), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(RunLabel([bold(question.title), quiet(f"   {said}")]), 1)
        self.body.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(current().px(16))
        for column, (label, code) in enumerate((("U", own.answer(question)), ("Het voorbeeld", beside.answer))):
            grid.setColumnStretch(column, 1)
            grid.addWidget(Plain(label, "label", "ink_quiet"), 0, column)
            grid.addWidget(Plain(words[code], "body", strong=True), 1, column)
        self.body.addLayout(grid)
        self.body.addWidget(Plain(beside.why))
        others = [words[code] for code in beside.defensible if code != beside.answer]
        if others:
            self.body.addWidget(RunLabel([bold("Ook te verdedigen: "), quiet(f"{listed(others, 'of')}.")]))
