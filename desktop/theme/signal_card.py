"""A signal: what is the matter, on which facts, by which rule and source, and where to mend it. It never decides."""

from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QVBoxLayout,
    QWidget,
)

from desktop.theme.buttons import button
from desktop.theme.cards import space
from desktop.theme.fitted import Fitted
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.roles import set_role
from desktop.theme.sign import Sign

Severity: TypeAlias = Literal["STOP", "ATTENTION", "TIP"]
SHOWN: Final[dict[Severity, tuple[str, str, str]]] = {  # signal of the sheet, icon, word
    "STOP": ("stop", "octagon-x", "STOP"),
    "ATTENTION": ("care", "triangle-alert", "LET OP"),
    "TIP": ("tip", "lightbulb", "TIP"),
}


class SignalHead(QAbstractButton):
    """Sign, signal word and the sentence. A click, Enter or Space opens and closes the card."""

    def __init__(self, severity: Severity, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tone, icon, word = SHOWN[severity]
        self.setProperty("role", "head")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{word}: {title}")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = QHBoxLayout(self)
        self._row.addWidget(Sign(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        self._words = QVBoxLayout()
        self._words.addWidget(Plain(word, "signal", tone, wrap=False))
        self._words.addWidget(Plain(title, "body", strong=True))
        self._row.addLayout(self._words, 1)
        self._chevron = Sign("chevron-up", "ink_quiet", 16)
        self._row.addWidget(self._chevron, 0, Qt.AlignmentFlag.AlignTop)
        self.fit()

    def show_open(self, is_open: bool) -> None:
        self._chevron.show_icon("chevron-up" if is_open else "chevron-down", "ink_quiet")
        self.setAccessibleDescription("open" if is_open else "dicht; druk op Enter om te openen")

    def fit(self) -> None:
        look = current()
        self._row.setContentsMargins(look.px(12), look.px(9), look.px(12), look.px(10))
        self._row.setSpacing(look.px(9))
        self._words.setSpacing(look.px(1))

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class SignalCard(Fitted, QFrame):
    """`facts` are pairs of a label and a text, shown before the rule and the source.

    `act` asks to go to the place to mend it, `followed` to say that this was done, `differ` to deviate on purpose or to
    leave a tip, `asked` for what `also` says. Closed it is one line.
    """

    act = Signal()
    followed = Signal()
    differ = Signal()
    asked = Signal()

    def __init__(
        self,
        severity: Severity,
        title: str,
        facts: Sequence[tuple[str, str]] = (),
        rule: str = "",
        source: str = "",
        action: str = "",
        other: str = "",
        done: str = "",
        *,
        also: str = "",
        is_open: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("signal", SHOWN[severity][0])
        self.setAccessibleName(f"{SHOWN[severity][2]}: {title}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._column = QVBoxLayout(self)
        self.head = SignalHead(severity, title)
        self.head.clicked.connect(lambda: self.set_open(not self.is_open()))
        self._column.addWidget(self.head)
        self._body = QWidget()
        self._inside = QVBoxLayout(self._body)
        self._table = QGridLayout()
        self._table.setColumnStretch(1, 1)
        rows = [*facts, ("Regel", rule), ("Bron", source)]
        for line, (label, text) in enumerate((label, text) for label, text in rows if text):
            self._table.addWidget(Plain(label, "small", "ink_quiet", wrap=False), line, 0, Qt.AlignmentFlag.AlignTop)
            self._table.addWidget(Plain(text, "small"), line, 1)
        self._inside.addLayout(self._table)
        self._buttons = FlowLayout()
        if action:  # a tip has no filled button: it may be left
            first = button(action, "plain" if severity == "TIP" else "primary", small=True)
            first.clicked.connect(self.act)
            self._buttons.addWidget(first)
        for words, asks in ((done, self.followed), (other, self.differ), (also, self.asked)):
            if words:
                press = button(words, "quiet" if severity == "TIP" else "plain", small=True)
                press.clicked.connect(asks)
                self._buttons.addWidget(press)
        if action or other or done or also:
            self._inside.addLayout(self._buttons)
        self._inside.addStretch(1)
        self._column.addWidget(self._body, 1)
        self._fit()
        self.set_open(is_open)

    def is_open(self) -> bool:
        return not self._body.isHidden()

    def set_open(self, is_open: bool) -> None:
        self._body.setVisible(is_open)
        self.head.show_open(is_open)
        set_role(self, open="true" if is_open else "false")
        set_role(self.head)

    def _fit(self) -> None:
        look = current()
        space(self._column, 0, 0)
        self._inside.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(11))
        self._inside.setSpacing(look.px(9))
        self._table.setHorizontalSpacing(look.px(12))
        self._table.setVerticalSpacing(look.px(4))
        self.head.fit()
