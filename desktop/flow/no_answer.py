"""The real non-answers of a question: one dashed chip that opens them, and shows the one that was given."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.flow.answering import NONANSWERS
from desktop.flow.showing import show_if
from desktop.theme.chips import Chip
from desktop.theme.look import current
from desktop.theme.pill import Pill
from desktop.theme.runs import Run
from desktop.theme.tokens import CHIP, CONTROL, RADIUS_CHIP, RADIUS_CONTROL

_NONE_YET, _SHORT = "geen antwoord", "geen"


class NoAnswer(Chip):
    """`chosen` carries the key of a non-answer, or "" to take it back. `tall` is as high as the answers beside it."""

    chosen = Signal(str)

    def __init__(self, question: str, *, tall: bool, parent: QWidget | None = None,
                 offers: Mapping[str, str] = NONANSWERS) -> None:  # fmt: skip
        self._question, self._tall, self._given, self._offers = question, tall, "", offers
        self._none_yet = _NONE_YET
        super().__init__(self._face(), parent)
        self.setProperty("radius", RADIUS_CONTROL if tall else RADIUS_CHIP)
        self.clicked.connect(self.open_menu)

    def show_given(self, key: str | None) -> None:
        """Show the non-answer that stands, or that one can be chosen."""
        self._given = key or ""
        self.set_pill(self._face())

    def set_pill(self, pill: Pill) -> None:
        super().set_pill(pill)
        words = NONANSWERS.get(self._given, _NONE_YET)  # who hears it needs no fewer words
        self.setAccessibleName(f"{self._question}: {words}. Druk om te kiezen.")

    def fit(self, width: int) -> QSize:
        """In fewer words where they would lie over the middle of the field, where one clicks. Returns the size."""
        self._none_yet = _NONE_YET
        if self._face().size().width() > width * 2 // 5:
            self._none_yet = _SHORT
        self.set_pill(self._face())
        return self.sizeHint()

    def open_menu(self) -> QMenu:
        """The non-answers to choose from, at the chip."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, words in self._offers.items():
            act = menu.addAction(f"{words}…" if key == "not_applicable" else words)
            act.triggered.connect(lambda _=False, key=key: self.chosen.emit(key))
        if self._given:
            menu.addSeparator()
            menu.addAction("toch een antwoord geven").triggered.connect(lambda: self.chosen.emit(""))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        return menu

    def _face(self) -> Pill:
        given = bool(self._given)
        return Pill(
            [Run(NONANSWERS.get(self._given, self._none_yet), "ink" if given else "ink_quiet", 600 if given else 400)],
            border="primary" if given else "edge",
            ground="primary_soft" if given else "surface",
            dashed=True,
            height=CONTROL if self._tall else CHIP,
            radius=RADIUS_CONTROL if self._tall else RADIUS_CHIP,
            padding=11 if self._tall else 8,
            step="body" if self._tall else "label",
        )


class Offered(QObject):
    """Lays a small `NoAnswer` over the right end of an empty field, while it is pointed at or has the focus.

    So forty fields do not show forty buttons; Tab reaches it from an empty field, and passes it by in a filled one.
    """

    def __init__(self, field: QWidget, chip: NoAnswer) -> None:
        super().__init__(field)
        self._field, self._chip, self._empty = field, chip, True
        chip.setProperty("over_field", True)  # Tab comes to it after the field
        chip.hide()
        field.installEventFilter(self)
        chip.installEventFilter(self)

    def set_empty(self, empty: bool) -> None:
        self._empty = empty
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave, QEvent.Type.FocusIn, QEvent.Type.FocusOut,
                            QEvent.Type.Resize):  # fmt: skip
            self._settle()
        return False

    def _settle(self) -> None:
        near = self._field.underMouse() or self._field.hasFocus() or self._chip.hasFocus()
        wanted = self._empty and near and self._field.isEnabled()
        if wanted:
            size, gap = self._chip.fit(self._field.width()), current().px(5)
            self._chip.setGeometry(self._field.width() - size.width() - gap, gap, size.width(), size.height())
        show_if(self._chip, wanted)
