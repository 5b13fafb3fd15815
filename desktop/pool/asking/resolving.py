"""Before and after side by side, and every lead to somebody decided on by a person: replace, keep, or own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from casework.pseudonym import Decision, Hit, Keep, OwnWording, Replace, Resolved
from casework.words import counted
from desktop import focus_order
from desktop.flow.showing import show_if
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.radio_chips import RadioChips
from desktop.theme.runs import Run, RunLabel, bold, quiet

_KEYS = {Qt.Key.Key_V: "replace", Qt.Key.Key_L: "keep", Qt.Key.Key_E: "own"}

_AROUND = 40
"""Characters on either side."""

Resolve: TypeAlias = Callable[[str, tuple[Hit, ...], Mapping[int, Decision]], Resolved]
"""Makes a text that may leave, or raises Trouble."""


@dataclass(frozen=True)
class Lead:
    """The same words for the same person, place or day, wherever they stand in the texts."""

    words: str
    hit: Hit
    places: tuple[tuple[str, Hit], ...]
    before: str = ""
    after: str = ""
    """What stands around it where it is found first: by that alone a person can tell a name from a word."""


def leads(texts: Mapping[str, str], hits: Mapping[str, tuple[Hit, ...]]) -> list[Lead]:
    """One for each thing to decide, in the order of reading."""
    found: dict[tuple[str, str], list[tuple[str, Hit]]] = {}
    for name in texts:
        for hit in hits.get(name, ()):
            found.setdefault((hit.entity, texts[name][hit.start : hit.end]), []).append((name, hit))
    return [Lead(words, places[0][1], tuple(places), *_around(texts[places[0][0]], places[0][1]))
            for (_, words), places in found.items()]  # fmt: skip


def _around(text: str, hit: Hit) -> tuple[str, str]:
    """A few whole words on either side, on one line."""
    before, after = " ".join(text[: hit.start].split()), " ".join(text[hit.end :].split())
    if len(before) > _AROUND:
        before = f"… {before[-_AROUND:].partition(' ')[2]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND].rpartition(' ')[0]} …"
    return (f"{before} " if text[: hit.start][-1:].isspace() else before,
            f" {after}" if text[hit.end : hit.end + 1].isspace() else after)  # fmt: skip


class LeadRow(QWidget):
    """One lead and what is decided on it. V replaces, L keeps, E asks for own words."""

    changed = Signal()

    def __init__(self, lead: Lead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lead = lead
        column = QVBoxLayout(self)
        column.setContentsMargins(0, current().px(6), 0, current().px(6))
        column.setSpacing(current().px(4))
        times = f", {counted(len(lead.places), 'keer', 'keer')}" if len(lead.places) > 1 else ""
        said = [Run(lead.before), bold(lead.words, "care"), Run(lead.after)]
        column.addWidget(RunLabel([*said, quiet(f"   {lead.hit.kind.value}{times}: {lead.hit.why}")]))
        label = f"‘{lead.words}’, {lead.hit.kind.value}"
        self.choice = RadioChips(label, {
            "replace": f"Vervang door ‘{lead.hit.proposed}’",
            "keep": "Laat staan: niet herkenbaar",
            "own": "Eigen woorden",
        })  # fmt: skip
        self.choice.changed.connect(self._on_choice)
        column.addWidget(self.choice)
        self.own = QLineEdit()
        self.own.setAccessibleName(f"Eigen woorden in plaats van {label}")
        self.own.setPlaceholderText("Wat komt ervoor in de plaats? Leeg laten haalt het weg.")
        self.own.textChanged.connect(lambda _: self.changed.emit())
        column.addWidget(self.own)
        self.own.hide()

    @property
    def decision(self) -> Decision | None:
        """None while nobody decided."""
        match self.choice.value():
            case "replace":
                return Replace()
            case "keep":
                return Keep()
            case "own":
                return OwnWording(self.own.text().strip())
            case _:
                return None

    def decide(self, key: str) -> None:
        self.choice.set_value(key)
        self._on_choice(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (key := _KEYS.get(Qt.Key(event.key()))) is not None and not event.modifiers() and not self.own.hasFocus():
            self.decide(key)
        else:
            super().keyPressEvent(event)

    def _on_choice(self, key: object) -> None:
        self.own.setVisible(key == "own")
        if key == "own":
            self.own.setFocus()
        self.changed.emit()


class Resolving(QWidget):
    """Texts that are about to leave, each with its name and its label. `changed` after every decision."""

    changed = Signal()

    def __init__(self, resolve: Resolve, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._resolve = resolve
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(12))
        self._texts: Mapping[str, str] = {}
        self._hits: Mapping[str, tuple[Hit, ...]] = {}
        self.rows: list[LeadRow] = []
        self._after: dict[str, RunLabel] = {}
        self._inside: QWidget | None = None

    def show_texts(self, texts: Mapping[str, str], labels: Mapping[str, str],
                   hits: Mapping[str, tuple[Hit, ...]]) -> None:  # fmt: skip
        """Begin anew. What was decided before on the same words about the same holds."""
        before = {(row.lead.hit.entity, row.lead.words): row for row in self.rows}
        self._texts, self._hits = dict(texts), hits
        self.rows, self._after = [LeadRow(lead) for lead in leads(texts, hits)], {}
        for row in self.rows:
            if (known := before.get((row.lead.hit.entity, row.lead.words))) and (key := known.choice.value()):
                row.own.setText(known.own.text())
                row.decide(key)
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(12))
        column.addWidget(self._decisions())
        column.addWidget(self._side_by_side(labels))
        self._column.addWidget(self._inside)
        self._on_changed()

    @property
    def undecided(self) -> int:
        return sum(row.decision is None for row in self.rows)

    def resolved(self) -> dict[str, Resolved]:
        """Each text with what was decided on it. Raises Trouble while something is undecided, and where own words bring
        back what the case knows."""
        return {name: self._resolve(text, self._hits.get(name, ()), self._decisions_in(name))
                for name, text in self._texts.items()}  # fmt: skip

    def replace_known(self) -> None:
        """Replace what the case itself knows and nobody decided on yet: who presses this decides on each of them."""
        for row in self.rows:
            if row.lead.hit.known and row.decision is None:
                row.decide("replace")
        if left := [row for row in self.rows if row.decision is None]:  # the button is gone: on to what is left
            focus_order.first(left[0])

    # -- inside

    def _decisions(self) -> QWidget:
        sheet = Sheet(gap=4)
        self._head = Plain("", "body", strong=True)
        sheet.body.addWidget(self._head)
        self.known = button("Vervang wat deze casus zelf kent", "plain", "check", small=True)
        self.known.clicked.connect(self.replace_known)
        if self.rows:
            sheet.body.addWidget(Plain("Kies met de pijltjes, of met V (vervang), L (laat staan), E (eigen woorden).",
                                       "small", "ink_quiet"))  # fmt: skip
            sheet.body.addWidget(self.known, 0, Qt.AlignmentFlag.AlignLeft)
        for row in self.rows:
            row.changed.connect(self._on_changed)
            sheet.body.addWidget(row)
        return sheet

    def _side_by_side(self, labels: Mapping[str, str]) -> QWidget:
        sheet = Sheet()
        grid = QGridLayout()
        grid.setHorizontalSpacing(current().px(24))
        grid.setVerticalSpacing(current().px(10))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Plain("Zoals u het schreef", "body", strong=True), 0, 0)
        grid.addWidget(Plain("Zoals het uitgaat: gepseudonimiseerd", "body", strong=True), 0, 1)
        for place, (name, text) in enumerate(self._texts.items(), 1):
            for side in (0, 1):
                box = QVBoxLayout()
                box.setSpacing(current().px(2))
                box.addWidget(Plain(labels.get(name, name), "label", "ink_quiet"))
                shown = RunLabel(self._runs(name, text, after=bool(side)))
                shown.setAlignment(Qt.AlignmentFlag.AlignTop)
                box.addWidget(shown, 1)
                grid.addLayout(box, place, side)
                if side:
                    self._after[name] = shown
        sheet.body.addLayout(grid)
        return sheet

    def _runs(self, name: str, text: str, *, after: bool) -> list[Run]:
        """The text with what was found standing out: as it is, or as it becomes."""
        decided, runs, last = self._decisions_in(name), [], 0
        for hit in self._hits.get(name, ()):
            runs.append(Run(text[last : hit.start]))
            here, last = text[hit.start : hit.end], hit.end
            if not after:
                runs.append(bold(here, "care"))
                continue
            match decided.get(hit.start):
                case Keep():
                    runs.append(bold(here))
                case OwnWording(words):
                    runs.append(bold(words, "primary"))
                case Replace():
                    runs.append(bold(hit.proposed, "primary"))
                case None:
                    runs.append(bold(f"[{hit.proposed}?]", "care"))
        return [*runs, Run(text[last:])]

    def _decisions_in(self, name: str) -> dict[int, Decision]:
        return {hit.start: decision for row in self.rows if (decision := row.decision) is not None
                for where, hit in row.lead.places if where == name}  # fmt: skip

    def _on_changed(self) -> None:
        for name, label in self._after.items():
            label.set_runs(self._runs(name, self._texts[name], after=True))
        open_ = self.undecided
        found = counted(len(self.rows), "aanwijzing", "aanwijzingen")
        left = "alles is beslist" if not open_ else f"nog {open_} te beslissen"
        self._head.setText(f"{found} naar een persoon, plaats of dag: {left}" if self.rows
                           else "Er is niets gevonden dat naar iemand leidt. Lees het zelf nog eens na.")  # fmt: skip
        show_if(self.known, any(row.lead.hit.known and row.decision is None for row in self.rows))
        self.changed.emit()
