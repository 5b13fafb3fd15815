"""A box that asks the words an act needs: fields to write in and choices, and an act that waits for what must be."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.ask import Box
from desktop.theme.label import field_label
from desktop.theme.look import current
from desktop.theme.radio_chips import RadioChips


class Asking(Box):
    """Add what is asked with `words` and `choice`; after `agreed` the answers stand in `answers`, by name."""

    def __init__(self, parent: QWidget, question: str, line: str, act: str) -> None:
        super().__init__(parent, question, line, act)
        self._fields: dict[str, tuple[QPlainTextEdit | RadioChips, bool]] = {}

    def words(self, name: str, label: str, *, may_stay_empty: bool = False, text: str = "", lines: int = 3) -> None:
        field = QPlainTextEdit(text)
        field.setTabChangesFocus(True)
        field.setFixedHeight(current().px(20 + 20 * lines))
        field.textChanged.connect(self._judge)
        self._add(name, label, field, may_stay_empty)

    def choice(self, name: str, label: str, answers: Mapping[str, str], chosen: str | None = None) -> None:
        field = RadioChips(label, answers)
        field.set_value(chosen)
        field.changed.connect(lambda _: self._judge())
        self._add(name, label, field, may_stay_empty=False)

    @property
    def answers(self) -> dict[str, str]:
        return {name: _value(field) for name, (field, _) in self._fields.items()}

    def _add(self, name: str, label: str, field: QPlainTextEdit | RadioChips, may_stay_empty: bool) -> None:
        self.body.addWidget(field_label(f"{label} (mag leeg blijven)" if may_stay_empty else label, field))
        self.body.addWidget(field)
        self._fields[name] = (field, may_stay_empty)
        self._judge()

    def _judge(self) -> None:
        self.act.setEnabled(all(may_stay_empty or _value(field) for field, may_stay_empty in self._fields.values()))


def _value(field: QPlainTextEdit | RadioChips) -> str:
    return field.toPlainText().strip() if isinstance(field, QPlainTextEdit) else field.value() or ""
