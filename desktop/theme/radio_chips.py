"""Answers as radio chips. The non-answers stand in the same row, dashed: they are answers too, never an empty state."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from desktop.theme.fitted import Fitted
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.look import current
from desktop.theme.pill import Pill
from desktop.theme.runs import Run
from desktop.theme.style import paint_radio_mark
from desktop.theme.tokens import CONTROL, RADIUS_CONTROL

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class RadioChip(Fitted, QRadioButton):
    """One answer of 34 px high. Choosing it again lets go of it, which a plain radio button cannot."""

    def __init__(self, key: str, words: str, nonanswer: bool, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self.key, self._words, self._nonanswer = key, words, nonanswer
        self.setAutoExclusive(False)  # the group below lets go of the others itself
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._pill().size(width).height()

    def sizeHint(self) -> QSize:
        # As wide as when chosen: bold type must not push the neighbours aside.
        return self._pill(chosen=True).size()

    def minimumSizeHint(self) -> QSize:
        size = self.sizeHint()
        return QSize(min(size.width(), current().px(160)), size.height())

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        hover = self.underMouse() and self.isEnabled() and not self.isChecked()
        self._pill().paint(painter, QRectF(self.rect()), hover=hover)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*_BACK, *_ON, *_CLEAR, Qt.Key.Key_Home, Qt.Key.Key_End):
            event.ignore()  # the group knows the neighbours
        else:
            super().keyPressEvent(event)

    def _pill(self, chosen: bool | None = None) -> Pill:
        chosen = self.isChecked() if chosen is None else chosen
        role = "ink" if chosen or not self._nonanswer else "ink_quiet"
        return Pill(
            [Run(self._words, role, 600 if chosen else 400)],
            border="primary" if chosen else "edge",
            ground="primary_soft" if chosen else "surface",
            dashed=not chosen and (self._nonanswer or not self.isEnabled()),
            height=CONTROL,
            radius=RADIUS_CONTROL,
            padding=11,
            gap=8,
            step="body",
            paint_sign=lambda painter, square: paint_radio_mark(painter, square, chosen),
        )


class _Divider(QWidget):
    """The hairline before the non-answers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("divides", True)

    def sizeHint(self) -> QSize:
        return QSize(current().px(9), current().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(self.width() // 2, 0, 1, self.height()), current().colour("line"))
        painter.end()


class RadioChips(QWidget):
    """One question's answers, each a key and its words; `changed` carries the chosen key, or None.

    Arrows walk and choose, Home and End too; Space chooses or lets go; Delete lets go. Tab goes past the group.
    """

    changed = Signal(object)

    def __init__(
        self,
        question: str,
        answers: Mapping[str, str],
        nonanswers: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(question)
        self._row = FlowLayout(self)
        self.chips = [RadioChip(key, words, False, self) for key, words in answers.items()]
        others = [RadioChip(key, words, True, self) for key, words in (nonanswers or {}).items()]
        for chip in self.chips:
            self._row.addWidget(chip)
        if self.chips and others:
            self._row.addWidget(_Divider(self))
        for chip in others:
            self._row.addWidget(chip)
        self.chips += others
        for chip in self.chips:
            chip.setAccessibleDescription(question)
            chip.clicked.connect(lambda checked, clicked=chip: self._choose(clicked if checked else None))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._one_tab_stop()

    def value(self) -> str | None:
        """The key of the chosen answer, or None."""
        return next((chip.key for chip in self.chips if chip.isChecked()), None)

    def set_value(self, key: str | None) -> None:
        """Shows an answer without telling anyone; KeyError for a key that is not one of the answers."""
        if key is not None and key not in {chip.key for chip in self.chips}:
            raise KeyError(key)
        self._show(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        now = self.focusWidget()
        if not isinstance(now, RadioChip) or now not in self.chips:
            event.ignore()
            return
        at, last = self.chips.index(now), len(self.chips) - 1
        key = event.key()
        if key in _CLEAR:
            self._choose(None)
            return
        goals = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        goals |= dict.fromkeys(_BACK, (at - 1) % (last + 1)) | dict.fromkeys(_ON, (at + 1) % (last + 1))
        if key not in goals:
            event.ignore()
            return
        chip = self.chips[goals[Qt.Key(key)]]
        self._choose(chip)
        chip.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, chip: RadioChip | None) -> None:
        self._show(chip.key if chip else None)
        self.changed.emit(chip.key if chip else None)

    def _show(self, key: str | None) -> None:
        for chip in self.chips:
            chip.setChecked(chip.key == key)
        self._one_tab_stop()

    def _stop(self) -> RadioChip:
        return next((chip for chip in self.chips if chip.isChecked()), self.chips[0])

    def _one_tab_stop(self) -> None:
        """Tab reaches the chosen answer, or the first: not twelve stops for one question."""
        stop = self._stop()
        for chip in self.chips:
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chip is stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(stop)
