"""Where the facts point to, in words with reasons: level, changeable or lasting, the pool, and what would change it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casework.knowledge import Pack
from casework.weighing.assessment import Assessment, Level, Likeness
from casework.weighing.trials import answer_words
from casework.words import in_words, listed
from desktop.pictures.likeness import LikenessCells, likeness_words
from desktop.steps import ASK_POOL
from desktop.theme.label import Plain
from desktop.theme.layouts import clear
from desktop.theme.look import current
from desktop.theme.runs import Run, RunLabel, bold, quiet
from desktop.weighing.line import LineButton, ask_line

_CONCLUSIONS = {
    "VEILIGHEID_EERST": "eerst veiligheid",
    "ONVOLDOENDE_ZICHT": "nog niet genoeg zicht",
    "UITVOERING_EERST": "eerst de uitvoering op orde",
    "DOEL_BEREIKT": "het doel is bereikt",
    "GEEN_WINST": "deze hulp geeft geen winst meer",
    "CHRONISCH": "blijvend: steun om het vol te houden",
    "VERANDERBAAR": "veranderbaar: hulp kan dit oplossen of verminderen",
    "GEMENGD": "gemengd: een deel verandert, een deel blijft",
}
_MOST_REASONS, _MOST_CHANGES = 3, 3


class Outlook(QWidget):
    """`chosen` carries the path of a field, or of a step; `compare_asked` asks for the whole comparison."""

    chosen = Signal(str)
    compare_asked = Signal()

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(4))
        self._shown: object = None

    def show_assessment(self, found: Assessment) -> None:
        parts = (found.level, found.changeability, found.consultation, found.likeness, found.ask_first,
                 found.would_change)  # fmt: skip
        if self._shown == parts:
            return
        self._shown = parts
        clear(self._column)
        self._level(found)
        self._changeability(found)
        self._pool(found)
        self._likeness(found.likeness, found)
        self._changes(found)

    def level_words(self, level: Level) -> str:
        return self._pack.manifest.level_labels.get(level) or in_words(level)

    def _level(self, found: Assessment) -> None:
        level = found.level
        self._head("Waar het op wijst")
        if level.indicated is None:
            self._say([quiet("Nog te weinig bekend om ergens op te wijzen.")])
        else:
            self._say([bold(self.level_words(level.indicated)), quiet(f", zekerheid {level.certainty}")])
            others = [self.level_words(one) for one in level.defensible if one != level.indicated]
            if others:
                self._say([quiet(f"Ook te verdedigen: {listed(others, 'of')}")])
        self._reasons(level.reasons)

    def _changeability(self, found: Assessment) -> None:
        self._head("Veranderbaar of blijvend")
        conclusion = found.changeability.conclusion
        self._say([bold(_CONCLUSIONS[conclusion]) if conclusion else quiet("Nog niet te zeggen.")])
        self._reasons(found.changeability.reasons)

    def _pool(self, found: Assessment) -> None:
        advice = found.consultation
        if not (advice.required or advice.recommended):
            return
        self._head("Expertpool")
        self._lead("Advies is verplicht" if advice.required else "Advies is aan te raden", "expert_pool")
        self._reasons(advice.reasons)
        self._lead("Vraag de expertpool", ASK_POOL)

    def _likeness(self, likeness: Sequence[Likeness], found: Assessment) -> None:
        self._head("Lijkt het meest op")
        if found.ask_first:
            self._say([quiet("Nog te weinig bekend om te zeggen wie lijkt. Vraag eerst:")])
            for one in found.ask_first:
                self._column.addWidget(ask_line(one, self.chosen))
        elif found.nothing_alike:
            self._say([quiet("Geen ijkcliënt lijkt genoeg om op te leunen.")])
            self._lead("Vraag de expertpool", ASK_POOL)
        for near in _near(likeness):
            self._column.addWidget(_hairline())
            other = ", ander niveau" if found.level.indicated and near.level != found.level.indicated else ""
            line = LineButton([bold(near.title), quiet(f", {self.level_words(near.level)}{other}")])
            line.clicked.connect(lambda: self.chosen.emit("comparison"))
            self._column.addWidget(line)
            self._column.addWidget(_cells(near))
            if near.tipping:
                self._say([Run("Het verschil: ", "ink_quiet", 600), quiet(near.tipping)])
            for words in near.not_when:
                self._say([Run("Wanneer niet: ", "care", 600), Run(words)])

        if len(likeness) >= 2:
            line = LineButton([bold("Leg twee ijkcliënten ernaast")])
            line.clicked.connect(lambda: self.compare_asked.emit())
            self._column.addWidget(line)

    def _changes(self, found: Assessment) -> None:
        if not found.would_change:
            return
        self._head("Wat zou dit veranderen?")
        for one in found.would_change[:_MOST_CHANGES]:
            effect = f"{one.effect[:1].upper()}{one.effect[1:]}"
            answer = answer_words(one.field, one.to, self._pack)
            line = LineButton([bold(f"{one.label or one.field}: {answer}. "), quiet(effect)])
            line.clicked.connect(lambda _=False, path=one.field: self.chosen.emit(path))
            self._column.addWidget(line)

    # -- pieces

    def _head(self, words: str) -> None:
        head = Plain(words, "body", strong=True)
        head.setContentsMargins(0, current().px(10), 0, 0)
        self._column.addWidget(head)

    def _say(self, runs: Sequence[Run]) -> None:
        self._column.addWidget(RunLabel(runs, "small"))

    def _lead(self, words: str, path: str) -> None:
        line = LineButton([bold(words)])
        line.clicked.connect(lambda: self.chosen.emit(path))
        self._column.addWidget(line)

    def _reasons(self, reasons: Sequence[str]) -> None:
        for reason in reasons[:_MOST_REASONS]:
            self._say([quiet(f"• {reason}")])
        if len(reasons) > _MOST_REASONS:
            self._say([quiet(f"• en nog {len(reasons) - _MOST_REASONS}: zie stap 10")])


def _near(likeness: Sequence[Likeness]) -> list[Likeness]:
    """The three nearest, the last of them of another level: almost the same, another outcome."""
    shown = list(likeness[:3])
    if shown and all(one.level == shown[0].level for one in shown):
        shown[2:] = [one for one in likeness[2:] if one.level != shown[0].level][:1] or shown[2:]
    return shown


def _cells(one: Likeness) -> QWidget:
    counts = (len(one.same), len(one.different), len(one.unknown))
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(current().px(8))
    line.addWidget(LikenessCells(*counts, small=True))
    line.addWidget(Plain(likeness_words(*counts), "label", "ink_quiet"), 1)
    return row


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("role", "hairline")
    line.setFixedHeight(1)
    return line
