"""Beside the terms: what the pool answered, and how many signals are open over all cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from casework.words import counted
from desktop.flow.showing import show_if
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain, heading
from desktop.theme.layouts import clear
from desktop.theme.look import current
from desktop.theme.sign import Sign
from desktop.theme.signal_card import SHOWN, Severity
from desktop.today.answers import Answer

_MEANS: Mapping[Severity, tuple[str, str]] = {
    "STOP": ("houdt een overdracht tegen", "houden een overdracht tegen"),
    "ATTENTION": ("wacht op uw antwoord", "wachten op uw antwoord"),
    "TIP": ("mag blijven liggen", "mogen blijven liggen"),
}


class AnswerSheet(Sheet):
    """`asked` carries the case and the path; gone where nothing came in."""

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=18, gap=10, parent=parent)
        self._head = heading("")
        self.body.addWidget(self._head)
        self._list = QVBoxLayout()
        self._list.setSpacing(current().px(12))
        self.body.addLayout(self._list)
        self._shown: Sequence[Answer] = ()
        self.hide()

    def show_answers(self, answers: Sequence[Answer], title: str) -> None:
        self._head.setText(title)
        self.setAccessibleName(title)
        if answers != self._shown:
            self._shown = answers
            clear(self._list)
            for one in answers:
                self._list.addWidget(self._part(one))
        show_if(self, bool(answers))

    def _part(self, one: Answer) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().px(10))
        row.addWidget(Sign(one.icon, "expert"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(current().px(3))
        words.addWidget(Plain(one.head, "body", strong=True))
        words.addWidget(Plain(one.line, "small", "ink_quiet"))
        press = button(one.act, "link")
        press.setAccessibleName(f"{one.head}: {one.act}")
        press.clicked.connect(partial(self.asked.emit, one.case_id, one.path))
        words.addWidget(press, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        return part


class SignalSheet(Sheet):
    """Counts only: which signal it is stands in the case."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=18, gap=8, parent=parent)
        self.setAccessibleName("Open signalen")
        head = QHBoxLayout()
        head.addWidget(heading("Open signalen"), 1)
        self._cases = Plain("", "small", "ink_quiet")
        head.addWidget(self._cases, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(current().px(10))
        grid.setVerticalSpacing(current().px(10))
        grid.setColumnStretch(3, 1)
        self._rows: dict[Severity, tuple[Plain, Plain]] = {}
        for number, (severity, (tone, icon, word)) in enumerate(SHOWN.items()):
            count, means = Plain("", "body", strong=True), Plain("", "small", "ink_quiet")
            for column, part in enumerate((Sign(icon, tone), Plain(word, "signal", tone, wrap=False), count, means)):
                grid.addWidget(part, number, column)
            self._rows[severity] = count, means
        self.body.addLayout(grid)

    def show_signals(self, signals: Sequence[Mapping[str, int]]) -> None:
        """Of each case, by severity."""
        total: Counter[str] = Counter()
        for one in signals:
            total.update(one)
        self._cases.setText(f"in {counted(sum(1 for one in signals if any(one.values())), 'casus', 'casussen')}")
        for severity, (count, means) in self._rows.items():
            number = total[severity]
            count.setText(str(number))
            means.setText(_MEANS[severity][number != 1] if number else "niets")
