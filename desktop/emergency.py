"""The emergency card: whom to call now. It stands beside the unlock screen and is one key away everywhere (F1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

import resources
from desktop.ask import Box
from desktop.theme.buttons import button
from desktop.theme.cards import space
from desktop.theme.fitted import Fitted
from desktop.theme.fonts import FIGURES
from desktop.theme.label import Plain, title
from desktop.theme.layouts import clear
from desktop.theme.look import current
from desktop.theme.sign import Sign

_WIDTH = 520
_ICONS = {
    "alarm": "phone-call",
    "veilig-thuis": "shield",
    "spoed-voor-jeugd": "life-buoy",
    "zelfmoordpreventie": "message-circle",
    "kindertelefoon": "user-round",
}


@dataclass(frozen=True)
class Number:
    """Whom to call. `number` is empty as long as nobody filled it in, `checked_on` as long as nobody rang it."""

    id: str
    title: str
    note: str
    number: str
    checked_on: str


def numbers(region: str, own: Mapping[str, str]) -> list[Number]:
    """The numbers of a region's knowledge pack, with those this team filled in itself over them.

    It reads one small file: the card cannot wait until a whole pack is loaded and checked.
    """
    import yaml

    text = (resources.packs() / region / "manifest.yaml").read_text(encoding="utf-8")
    found = yaml.load(text, yaml.BaseLoader)["emergency_numbers"]
    return [
        Number(one["id"], one["title"], "" if own.get(one["id"]) and not one.get("number") else one.get("note", ""),
               own.get(one["id"]) or one.get("number", ""), one.get("checked_on", ""))
        for one in found
    ]  # fmt: skip


class EmergencyCard(Fitted, QFrame):
    """The card itself. It can hold the focus as a whole, and a screen reader then reads every number."""

    change_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Noodkaart")
        self._column = QVBoxLayout(self)
        head = QHBoxLayout()
        head.setSpacing(current().px(12))
        head.addWidget(Sign("siren", "ink", 22))
        head.addWidget(title("Noodkaart"), 1)
        self._column.addLayout(head)
        self._column.addWidget(Plain("Altijd bereikbaar, ook vergrendeld en zonder netwerk.", "body", "ink_quiet"))
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._column.addLayout(self._rows)
        self._checked = Plain("", "small", "ink_quiet")
        self._column.addWidget(self._checked)
        self._change = button("Nummers aanpassen…", "quiet", "pencil", small=True)
        self._change.clicked.connect(self.change_asked)
        self._change.hide()
        self._column.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self._fit()

    def show_numbers(self, found: Sequence[Number], *, may_change: bool = False) -> None:
        """Fill the card."""
        clear(self._rows)
        for one in found:
            self._rows.addWidget(_Row(one))
        days = {one.checked_on for one in found if one.checked_on}
        every = len(days) == 1 and all(one.checked_on for one in found)
        self._checked.setText(
            f"Nummers nagekeken op {days.pop()}."
            if every
            else "Nog niet elk nummer is nagebeld. Bel ze een keer, en vul aan wat ontbreekt."
        )
        self._change.setVisible(may_change)
        self.setAccessibleDescription(
            ". ".join(f"{one.title}: {one.number or 'nog niet ingevuld'}" for one in found)
        )

    def _fit(self) -> None:
        space(self._column, 48, 10)


class _Row(QFrame):
    """Icon, name and note, and the number at the right."""

    def __init__(self, one: Number) -> None:
        super().__init__()
        look = current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        line = QFrame()
        line.setProperty("role", "hairline")
        line.setFixedHeight(1)
        column.addWidget(line)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, look.px(12))
        row.setSpacing(look.px(24))
        row.addWidget(Sign(_ICONS.get(one.id, "phone"), "ink", 22))
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        words.addWidget(Plain(one.title, "body", strong=True))
        if one.note:
            words.addWidget(Plain(one.note, "label", "ink_quiet"))
        row.addLayout(words, 1)
        number = Plain(one.number or "nog niet ingevuld", "heading" if one.number else "small", wrap=False)
        if one.number:
            number.setStyleSheet(f"font-family: '{FIGURES}'; font-size: {20 * look.scale * 0.75}pt")
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)


class EmergencyWindow(QDialog):
    """The card over whatever one is doing. It stops nothing: it is closed with Esc, and the work stands as it stood."""

    change_asked = Signal()

    def __init__(self, parent: QWidget, found: Sequence[Number], *, may_change: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle("IJkpunt")
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.card = EmergencyCard()
        self.card.show_numbers(found, may_change=may_change)
        self.card.change_asked.connect(self.change_asked)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.card)
        column.addWidget(scroll)
        close = button("Sluiten", "plain", "x")
        close.clicked.connect(self.close)
        inside = self.card.layout()
        assert inside is not None
        inside.addWidget(close)
        width = min(current().px(_WIDTH), parent.width())
        self.resize(width, min(inside.totalHeightForWidth(width), max(parent.window().height(), 1)))
        self.card.setFocus()


def ask_numbers(parent: QWidget, found: Sequence[Number]) -> dict[str, str] | None:
    """The numbers as the team fills them in, by id; None when it goes back."""
    box = Box(parent, "Nummers op de noodkaart", "Bel een nummer voordat u het invult.", "Bewaren")
    fields = {one.id: box.field(one.title, one.number) for one in found}
    return {key: field.text().strip() for key, field in fields.items()} if box.agreed() else None
