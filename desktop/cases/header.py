"""The head of a case: whose it is, how far, how long there is, whether all is kept, and what one can do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop.cases.about import age_and_village, decision_days, status_of
from desktop.cases.open_case import OpenCase
from desktop.theme.buttons import button
from desktop.theme.chips import ClockChip, Tag, status_tag
from desktop.theme.fitted import Fitted
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.pill import Pill
from desktop.theme.runs import Run
from desktop.theme.saved import SavedWord


class CaseHeader(Fitted, QFrame):
    """Follows the case by itself. `actions` become buttons, in their order; the last stands at the edge."""

    def __init__(self, case: OpenCase, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self.setAccessibleName("Casus")
        self._case = case
        self._row = QHBoxLayout(self)
        self._name, self._about = Plain("", "heading", wrap=False), Plain("", "body", "ink_quiet", wrap=False)
        self._status: Tag = status_tag("", "folder-open")
        self._clock = ClockChip(0)
        left = QWidget()
        line = FlowLayout(left, gap=12, line_gap=4)
        for widget in (self._name, self._about, self._status, self._clock):
            line.addWidget(widget)
        self._row.addWidget(left, 1, Qt.AlignmentFlag.AlignVCenter)
        self.saved = SavedWord()
        self._row.addWidget(self.saved)
        for action in actions:
            self._row.addWidget(action_button(action))
        case.changed.connect(self.refresh)  # a method: it ends with this header, the case may live on
        follow_saving(case, self.saved)
        self._fit()
        self.refresh()

    def refresh(self) -> None:
        """Show how the case stands now."""
        self._name.setText(self._case.name)
        self._about.setText(age_and_village(self._case))
        self._status.set_pill(Pill([Run(status_of(self._case.case), weight=600)], "folder-open"))
        days = decision_days(self._case)
        self._clock.setVisible(days is not None)
        if days is not None:
            self._clock.show_term(days, about="besluit")

    def _fit(self) -> None:
        look = current()
        self._row.setContentsMargins(look.px(18), look.px(8), look.px(16), look.px(8))
        self._row.setSpacing(look.px(12))
        self.setMinimumHeight(look.px(56))


def action_button(action: QAction) -> QPushButton:
    """A button for something that is also in the menu: same words, same state."""
    made = button(action.text(), "plain", str(action.data()) if action.data() else None)
    made.setToolTip(action.toolTip())
    made.clicked.connect(action.trigger)

    def follow() -> None:
        made.setEnabled(action.isEnabled())
        made.setText(action.text())
        made.setAccessibleName(action.text())
        made.setToolTip(action.toolTip())

    action.changed.connect(follow)
    follow()
    return made


def follow_saving(case: OpenCase, word: SavedWord) -> None:
    """Let the word say whether what is typed is kept."""
    case.saving.connect(word.show_busy)
    case.saved.connect(word.show_saved)
    case.not_saved.connect(word.show_failed)
