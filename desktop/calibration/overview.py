"""The list of practice vignettes: which are compared and which are still to be weighed, and what to do as a team."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from casework.knowledge import Vignette
from desktop.calibration.notebook import Notebook
from desktop.theme.buttons import button, with_menu
from desktop.theme.cards import Sheet
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import Plain, title
from desktop.theme.layouts import clear
from desktop.theme.look import current
from desktop.theme.page import Page
from desktop.theme.runs import bold, quiet
from desktop.theme.sign import Sign
from desktop.weighing.line import LineButton

_LINE = (
    "Weeg eerst zelf, vergelijk daarna. Er is geen goed of fout: het gaat om wat u samen anders ziet. Iedereen in deze "
    "verhalen is verzonnen, en niemand ziet uw antwoorden tot u ze zelf deelt."
)


class Overview(Page):
    """`chosen` carries the id of the vignette to open."""

    chosen = Signal(str)

    def __init__(self, acts: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__("Oefensituaties", parent)
        self.column.addWidget(title("Oefenen en ijken"))
        self.column.addWidget(Plain(_LINE))
        self._count = Plain("", "body", strong=True)
        self.column.addWidget(self._count)
        holder = QWidget()
        row = FlowLayout(holder)
        for act in acts:
            press = button(act.text(), "plain", str(act.data()), small=True)
            if isinstance(menu := act.menu(), QMenu):
                with_menu(press, menu)
            else:
                press.clicked.connect(act.trigger)
            row.addWidget(press)
        self.column.addWidget(holder)
        self._list = Sheet(padding=14, gap=2)
        self._list.setAccessibleName("Oefensituaties")
        self.column.addWidget(self._list)
        self.lines: dict[str, LineButton] = {}
        self._signs: dict[str, Sign] = {}

    def show_notebook(self, vignettes: Sequence[Vignette], notebook: Notebook) -> None:
        """Show how far one is. The lines stay, so that focus and place stay too."""
        done = [one.id for one in vignettes if notebook.compared(one) is not None]
        self._count.setText(f"{len(done)} van {len(vignettes)} vergeleken")
        if list(self.lines) != [one.id for one in vignettes]:
            self._build(vignettes)
        for one in vignettes:
            compared, begun = one.id in done, bool(notebook.chosen(one))
            state = "vergeleken" if compared else "begonnen" if begun else "nog te wegen"
            where = "in de stad" if one.place == "stad" else "in een dorp"
            age = "jonger dan 1 jaar" if one.age == 0 else f"{one.age} jaar"
            self.lines[one.id].set_runs([bold(one.title), quiet(f"   {age}, {where}. {state.capitalize()}")])
            self._signs[one.id].show_icon(*(("circle-check", "primary") if compared else ("circle", "edge")))

    def go_to(self, name: str) -> None:
        """Put the focus on the line of a vignette, in sight; nothing happens where it is not in the list."""
        line = self.lines.get(name)
        if line is not None:
            line.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, line, lambda: self.ensureWidgetVisible(line, 0, current().px(20)))  # once laid out

    def _build(self, vignettes: Sequence[Vignette]) -> None:
        clear(self._list.body)
        self.lines, self._signs = {}, {}
        for one in vignettes:
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, current().px(5), 0, current().px(5))
            row.setSpacing(current().px(10))
            self._signs[one.id] = Sign("circle", "edge")
            self.lines[one.id] = line = LineButton([bold(one.title)], step="body")
            line.clicked.connect(lambda _=False, name=one.id: self.chosen.emit(name))
            row.addWidget(self._signs[one.id], 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(line, 1)
            self._list.body.addWidget(holder)
