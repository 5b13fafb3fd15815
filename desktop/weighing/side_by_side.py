"""Two reference clients beside this family: the same, different and unknown equally large, and their limits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from casework.knowledge import Pack, ReferenceClient
from casework.weighing.assessment import Boundary, Likeness
from casework.words import in_words
from desktop.ask import Box
from desktop.theme.label import Plain, field_label
from desktop.theme.look import current
from desktop.theme.runs import RunLabel, bold, quiet
from desktop.theme.sign import Sign

_NOT_FILLED = "niet ingevuld"
_STATES = {
    "geldt": ("triangle-alert", "care", "geldt hier"),
    "geldt_niet": ("check", "good", "geldt hier niet"),
    "onbekend": ("circle-question-mark", "ink", "nog niet bekend"),
}


@dataclass(frozen=True)
class Row:
    """A feature of this family and of both reference clients; `differs` says of which it is not that of the family."""

    label: str
    client: str
    theirs: tuple[str, str]
    differs: tuple[bool, bool]


def rows(first: Likeness, second: Likeness) -> dict[str, list[Row]]:
    """By group: the same as with both, otherwise than one of them at least, and what of this family is unknown."""
    found: dict[str, list[Row]] = {"Gelijk": [], "Anders": [], "Onbekend": []}
    known = [{one.label: one for one in (*each.same, *each.different)} for each in (first, second)]
    other = [{one.label for one in each.different} for each in (first, second)]
    labels = dict.fromkeys(
        label for each in (first, second) for label in [*(one.label for one in (*each.same, *each.different))]
    )
    for label in labels:
        here = [each.get(label) for each in known]
        client = next(one.client for one in here if one is not None)
        theirs = tuple(one.reference if one is not None else _NOT_FILLED for one in here)
        differs = (label in other[0], label in other[1])
        row = Row(label, client, (theirs[0], theirs[1]), differs)
        found["Anders" if any(differs) else "Gelijk"].append(row)
    for label in dict.fromkeys((*first.unknown, *second.unknown)):
        if label not in labels:
            found["Onbekend"].append(Row(label, "nog niet bekend", ("", ""), (False, False)))
    return found


class SideBySide(QWidget):
    """`likeness` is what one may choose from; the nearest stands first, beside the nearest of another level."""

    def __init__(self, name: str, likeness: Sequence[Likeness], pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._likeness, self._pack = name, likeness, pack
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(10))
        choose = QHBoxLayout()
        choose.setSpacing(current().px(16))
        self.choices = [QComboBox(), QComboBox()]
        for box, words, at in zip(self.choices, ("Eerste ijkcliënt", "Tweede ijkcliënt"), _two(likeness), strict=True):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            for one in likeness:
                box.addItem(one.title, one.id)
            box.setCurrentIndex(at)
            box.currentIndexChanged.connect(lambda _: self._show())
            pair = QVBoxLayout()
            pair.setSpacing(current().px(2))
            pair.addWidget(field_label(words, box))
            pair.addWidget(box)
            choose.addLayout(pair, 1)
        column.addLayout(choose)
        self._table = QWidget()
        column.addWidget(self._table)
        self._column = column
        self._show()

    def chosen(self) -> tuple[Likeness, Likeness]:
        first, second = (self._likeness[box.currentIndex()] for box in self.choices)
        return first, second

    def _show(self) -> None:
        old, self._table = self._table, QWidget()
        self._column.replaceWidget(old, self._table)
        old.hide()
        old.deleteLater()
        _Table(self._table, self._name, self.chosen(), self._pack)


class _Table:
    """Fills a widget with the rows and with what each reference client says of itself, in the same columns."""

    def __init__(self, on: QWidget, name: str, two: tuple[Likeness, Likeness], pack: Pack) -> None:
        look = current()
        self._grid = QGridLayout(on)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setVerticalSpacing(look.px(5))
        for at, stretch in ((1, 4), (2, 4), (3, 5), (4, 5)):
            self._grid.setColumnStretch(at, stretch)
        self._line = 0
        on.setAccessibleName(f"{name} naast {two[0].title} en {two[1].title}")
        self._row(None, "", [RunLabel([bold(name)]), *(_title(one, pack) for one in two)])
        for group, sign in (("Gelijk", ("equal", "primary")), ("Anders", ("equal-not", "care")),
                            ("Onbekend", ("circle-question-mark", "ink"))):  # fmt: skip
            found = rows(*two)[group]
            self._head(f"{group} {len(found)}", "telt niet mee" if group == "Onbekend" else "")
            for row in found:
                mine = Plain(row.client, "small", strong=any(row.differs))
                theirs = [Plain(words, "small", strong=row.differs[at]) for at, words in enumerate(row.theirs)]
                self._row(sign, row.label, [mine, *theirs])
        clients = [pack.reference_clients[one.id] for one in two]
        self._head("Wat maakt het verschil?")
        self._each([_lines([one.tipping or "Zelfde niveau als wat het meest lijkt."]) for one in two])
        self._head("Wanneer past deze ijkcliënt niet?")
        self._each([boundaries(one.boundaries) for one in two])
        for words, said in _SAID:
            self._head(words)
            self._each([_lines(said(one)) for one in clients])

    def _head(self, words: str, note: str = "") -> None:
        head = RunLabel([bold(words), quiet(f"  {note}" if note else "")])
        self._grid.setRowMinimumHeight(self._line, current().px(8))
        self._grid.addWidget(head, self._line + 1, 0, 1, 5)
        self._line += 1
        self._line += 1

    def _each(self, parts: Sequence[QWidget]) -> None:
        self._row(None, "", [QWidget(), *parts])

    def _row(self, sign: tuple[str, str] | None, label: str, parts: Sequence[QWidget]) -> None:
        line = QFrame()
        line.setProperty("role", "hairline")
        line.setFixedHeight(1)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(line, self._line, 0, 1, 5)
        if sign is not None:
            self._grid.addWidget(Sign(*sign, 16), self._line + 1, 0, top)
        for at, part in enumerate((Plain(label, "small", "ink_quiet"), *parts), start=1):
            self._grid.addWidget(part, self._line + 1, at, top)
        self._line += 2


_SAID: tuple[tuple[str, Callable[[ReferenceClient], Sequence[str]]], ...] = (
    ("Eerst proberen", lambda one: one.try_first),
    ("Stoppen als", lambda one: one.stop_criteria),
    ("Om van te leren", lambda one: [one.question_to_learn] if one.question_to_learn else []),
)


class CompareBox(Box):
    """The whole comparison over the window, with a way back and nothing to decide."""

    width_px = 1040

    def __init__(self, parent: QWidget, name: str, likeness: Sequence[Likeness], pack: Pack) -> None:
        line = "Verzonnen voorbeelden, om van te leren. Gelijkenis is nooit op zichzelf een reden."
        super().__init__(parent, "Vergelijken", line, "Sluiten", "")
        self.view = SideBySide(name, likeness, pack)
        self.body.addWidget(self.view)
        self.to_read("De vergelijking")


def ask(parent: QWidget, name: str, likeness: Sequence[Likeness], pack: Pack) -> None:
    """Show the comparison until it is closed. Where there are not two to compare nothing opens."""
    if len(likeness) >= 2:
        CompareBox(parent, name, likeness, pack).agreed()


def _two(likeness: Sequence[Likeness]) -> tuple[int, int]:
    across = (at for at, one in enumerate(likeness) if one.level != likeness[0].level)
    return 0, next(across, 1)


def _title(one: Likeness, pack: Pack) -> RunLabel:
    labels = {str(code): words for code, words in pack.manifest.level_labels.items()}
    return RunLabel([bold(one.title), quiet(f", {labels.get(one.level) or in_words(one.level)}")])


def boundaries(found: Sequence[Boundary]) -> QWidget:
    """Every *wanneer niet*: whether it holds here, does not, or is not known yet."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    for one in found:
        sign, role, state = _STATES[one.state]
        line = QHBoxLayout()
        line.addWidget(Sign(sign, role, 16), 0, Qt.AlignmentFlag.AlignTop)
        words = bold(f" {state}") if one.state != "geldt_niet" else quiet(f" {state}")
        line.addWidget(RunLabel([quiet(f"{one.text}:"), words], "small"), 1)
        column.addLayout(line)
    return holder


def _lines(texts: Sequence[str]) -> QWidget:
    return Plain("\n".join(texts), "small")
