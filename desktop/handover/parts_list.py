"""Which sections go along. One that stays here needs a reason; some always go."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from casework.handover.need_to_know import ALWAYS_SHARED
from casework.handover.sections import SECTIONS, Section
from casework.steps.handover import Handover, SectionChoice
from casework.weighing.completeness import held_back_sections
from casework.words import counted
from desktop import ask
from desktop.cases.open_case import OpenCase
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.runs import Run, RunLabel, quiet
from desktop.theme.sign import Sign

_LIST = "handover.sections"


class PartsList(QWidget):
    """Follows the case. `changed` when a section was put on or off."""

    changed = Signal()

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(4))
        self._head = RunLabel()
        self._column.addWidget(self._head)
        self._rows = {section.code: _Row(section) for section in SECTIONS}
        for code, row in self._rows.items():
            row.tick.clicked.connect(lambda wanted, code=code: self.choose(code, wanted))
            self._column.addWidget(row)
        self.refresh()

    def refresh(self) -> None:
        away = held_back_sections(self._case.settled, self._case.pack)
        for code, row in self._rows.items():
            row.show_choice(code not in away, away.get(code, ""))
        held = len(away)
        self._head.set_runs([
            Run("Onderdelen ", weight=700),
            quiet(f"{counted(len(self._rows) - held, 'gedeeld', 'gedeeld')}, {held} niet"),
        ])  # fmt: skip

    def choose(self, code: str, wanted: bool) -> None:
        """Let a section go along, or hold it back with a reason."""
        reason = None
        if not wanted:
            row = self._rows[code]
            reason = ask.words(
                self,
                f"“{row.section.title}” niet delen?",
                "De ontvanger ziet dat dit onderdeel is achtergehouden, en waarom.",
                "Reden",
                "Niet delen",
            )
        if wanted or reason:
            self.decide(code, wanted, reason or "")
        self.refresh()

    def decide(self, code: str, shared: bool, reason: str) -> None:
        """With its reason, as one step of undo."""
        choice, told = self._choices().get(code), {"shared": shared, "reason": reason or None}
        if choice is None:
            self._case.add(_LIST, {"section": code, **{name: one for name, one in told.items() if one is not None}})
        else:
            self._case.confirm_all({f"{_LIST}.{choice.id}.{name}": one for name, one in told.items()})
        self.changed.emit()

    def _choices(self) -> dict[str, SectionChoice]:
        found = self._case.case.step(Handover).sections.known or ()
        return {str(one.section.known): one for one in found if one.section.known is not None}


class _Row(QWidget):
    def __init__(self, section: Section) -> None:
        super().__init__()
        self.section = section
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().px(8))
        self.tick = QCheckBox()
        self.tick.setAccessibleName(f"{section.title} delen")
        row.addWidget(self.tick)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(RunLabel([quiet(f"{section.number}  "), Run(section.title)], "small"))
        self._reason = Plain("", "label", "ink_quiet")
        words.addWidget(self._reason)
        row.addLayout(words, 1)
        self._sign = Sign("eye-off", "ink_quiet", 16)
        row.addWidget(self._sign)
        if section.code in ALWAYS_SHARED:
            self.tick.setEnabled(False)
            self.tick.setToolTip("Dit onderdeel gaat altijd mee.")

    def show_choice(self, shared: bool, reason: str) -> None:
        self.tick.setChecked(shared)
        self._sign.setVisible(not shared)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason) and not shared)
