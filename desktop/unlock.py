"""The way in: name and passphrase at the left, the emergency card at the right. Nothing about clients is known here.

It is painted before anything heavy is loaded; making a key takes a second and happens outside the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop import background, bootstrap
from desktop.emergency import EmergencyCard, numbers
from desktop.home import PRACTICE_PASSPHRASE, Home
from desktop.look_menu import LookMenu
from desktop.passphrase import Passphrase
from desktop.setup import RecoveryKeyPage, SetupForm
from desktop.theme.buttons import button, with_menu
from desktop.theme.label import Plain
from desktop.theme.layouts import clear
from desktop.theme.look import current
from desktop.theme.roles import set_role
from desktop.theme.sign import Sign

if TYPE_CHECKING:
    from casework.trouble import Trouble
    from desktop.bootstrap import Profile, Vault

NARROW_EM = 70
_FORM, _CARD = 420, 520


class UnlockScreen(QScrollArea):
    """`unlocked` carries the open vault, and who works here where that was just asked (else empty)."""

    unlocked = Signal(object, dict)
    practise = Signal()
    leave_practice = Signal()
    look_chosen = Signal(str, float)
    restored = Signal()

    def __init__(self, home: Home, profile: Profile, locked_at: str = "", wrong: str = "") -> None:
        super().__init__()
        self._home, self._profile = home, profile
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self.setWidget(inside)
        left = QFrame()
        left.setProperty("role", "bar")
        self._left = QHBoxLayout(left)
        self._column = QVBoxLayout()
        self._column.setSpacing(current().px(18))
        self._left.addLayout(self._column, 1)
        self.card = EmergencyCard()
        self._halves.addWidget(left, 1)
        self._halves.addWidget(self.card)
        self._head()
        self._form = QVBoxLayout()
        self._column.addLayout(self._form)
        self._wrong = _Wrong()
        self._column.addWidget(self._wrong)
        self._busy = Plain("Een ogenblik: de wachtzin wordt nagekeken.", "small", "on_bar_quiet")
        self._busy.hide()
        self._column.addWidget(self._busy)
        self._foot(locked_at)
        self._column.addStretch(1)
        if bootstrap.exists(home.folder):
            self._show(UnlockForm(profile.name, practice=home.practice))
        else:
            self._show(SetupForm())
        self._wrong.say(wrong)
        inside.installEventFilter(self)

    # -- what there is

    def _head(self) -> None:
        self._column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(current().px(18))
        row.addWidget(Sign("mark", "on_bar", 44))
        name = Plain("IJkpunt", "title", "on_bar", wrap=False)
        name.setStyleSheet(f"font-size: {36 * current().scale * 0.75}pt")
        row.addWidget(name)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addWidget(Plain("Luisteren, wegen, overdragen.", "body", "on_bar_quiet"))

    def _foot(self, locked_at: str) -> None:
        line = QFrame()
        line.setFixedHeight(1)
        line.setStyleSheet(f"background: {current().tokens.on_bar_quiet}")
        self._column.addWidget(line)
        if locked_at:
            self._column.addWidget(Plain(f"Vergrendeld om {locked_at}. Alles wat u typte is bewaard.\n"
                                         "Na het ontgrendelen staat de cursor waar hij stond.",
                                         "body", "on_bar_quiet"))  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(current().px(8))
        if self._home.practice:
            stop = button("Stoppen met oefenen", "bar", "arrow-left")
            stop.clicked.connect(self.leave_practice)
            row.addWidget(stop)
        else:
            practise = button("Oefenen met een verzonnen gezin", "bar", "sprout")
            practise.clicked.connect(self.practise)
            row.addWidget(practise)
        look = button("Weergave", "bar", "settings")
        menu = LookMenu(self._profile.theme, self._profile.scale, look)
        menu.chosen.connect(self.look_chosen)
        with_menu(look, menu)
        row.addWidget(look)
        row.addStretch(1)
        self._column.addLayout(row)
        if not self._home.practice:
            put_back = button("Reservekopie terugzetten…", "bar", "rotate-ccw")
            put_back.clicked.connect(self._put_back)
            self._column.addWidget(put_back, 0, Qt.AlignmentFlag.AlignLeft)

    def _put_back(self) -> None:
        from desktop import backups

        if backups.put_back(self, self._home.folder):
            self.restored.emit()

    def _fill_card(self) -> None:
        self.card.show_numbers(numbers(bootstrap.REGION, self._profile.numbers))

    def _show(self, form: UnlockForm | RecoveryForm | SetupForm | RecoveryKeyPage) -> None:
        """Put one form in the place of another."""
        clear(self._form)
        self._wrong.say("")
        self._form.addWidget(form)
        self._current: QWidget = form
        if isinstance(form, SetupForm):
            form.asked.connect(self._begin)
            form.wrong.connect(self._wrong.say)
        elif isinstance(form, UnlockForm):
            form.asked.connect(lambda text: self._open(lambda: bootstrap.unlock(self._home.folder, text)))
            form.recover.connect(lambda: self._show(RecoveryForm()))
        elif isinstance(form, RecoveryForm):
            form.asked.connect(lambda key: self._open(lambda: bootstrap.unlock_with_recovery(self._home.folder, key)))
            form.back.connect(lambda: self._show(UnlockForm(self._profile.name)))
        form.setFocus()

    # -- what happens

    def _open(self, unlock: Callable[[], Vault]) -> None:
        def work() -> Vault:
            return _warmed(unlock())

        self._work(True)
        background.run(self, work, lambda vault: self.unlocked.emit(vault, {}), self._failed)

    def _begin(self, about: Mapping[str, Any], passphrase: str) -> None:
        def work() -> tuple[Vault, str]:
            vault, key = bootstrap.create(self._home.folder, passphrase, self._home.cost)
            return _warmed(vault), key

        def done(made: tuple[Vault, str]) -> None:
            self._work(False)
            vault, key = made
            page = RecoveryKeyPage(key)
            page.kept.connect(lambda: self.unlocked.emit(vault, dict(about)))
            self._show(page)

        self._work(True)
        background.run(self, work, done, self._failed)

    def _work(self, busy: bool) -> None:
        self._busy.setVisible(busy)
        self._current.setEnabled(not busy)
        self._wrong.say("")

    def _failed(self, trouble: Trouble) -> None:
        self._work(False)
        self._wrong.say(str(trouble))
        self._current.setFocus()

    def wait(self, words: str) -> None:
        """Something takes a moment; until then nothing can be asked here."""
        self._work(True)
        self._busy.setText(words)

    # -- its form

    def focus_form(self) -> None:
        self._current.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_card(self) -> None:
        self.card.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(self.card)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What reads a file comes after the first paint."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._fill_card)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look = current()
        narrow = self.width() < NARROW_EM * look.px(15)
        self._halves.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self.card.setMaximumWidth(16_777_215 if narrow else look.px(_CARD))
        self.card.setMinimumWidth(0 if narrow else look.px(_CARD))
        side = look.px(24) if narrow else max(look.px(48), min(look.px(120), (self.width() - look.px(_CARD)) // 7))
        right = look.px(24) if narrow else max(side, self.width() - look.px(_CARD) - side - look.px(_FORM + 140))
        self._left.setContentsMargins(side, look.px(24), right, look.px(24))

    def sizeHint(self) -> QSize:
        return QSize(1366, 688)


def _warmed(vault: Vault) -> Vault:
    """The vault, with all that a session needs loaded. Closed again where that fails, so that one can try anew."""
    from casework.knowledge import PackError
    from casework.trouble import Trouble

    try:
        bootstrap.warm()
    except PackError as error:
        vault.close()
        raise Trouble(f"Het kennispakket kan niet worden gebruikt. {error.mistakes[0]}") from error
    except BaseException:
        vault.close()
        raise
    return vault


class UnlockForm(QWidget):
    """Name and passphrase."""

    asked = Signal(str)
    recover = Signal()

    def __init__(self, name: str, *, practice: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(14))
        if name:
            who = QVBoxLayout()
            who.setSpacing(current().px(2))
            who.addWidget(Plain("Naam", "label", "on_bar"))
            who.addWidget(Plain(name, "question", "on_bar"))
            column.addLayout(who)
        if practice:
            column.addWidget(Plain(f"Oefenen: de wachtzin is “{PRACTICE_PASSPHRASE}”.", "body", "on_bar"))
        self._passphrase = Passphrase("Wachtzin")
        column.addWidget(self._passphrase)
        row = QHBoxLayout()
        row.setSpacing(current().px(20))
        go = button("Ontgrendelen", "primary")
        recover = button("Herstelsleutel gebruiken", "link")
        recover.clicked.connect(self.recover)
        for press in (go.clicked, self._passphrase.entered):
            press.connect(lambda *_: self.asked.emit(self._passphrase.text))
        row.addWidget(go)
        row.addWidget(recover)
        row.addStretch(1)
        column.addLayout(row)
        recover.setVisible(not practice)
        self.setFocusProxy(self._passphrase)


class RecoveryForm(QWidget):
    """The recovery key in place of the passphrase."""

    asked = Signal(str)
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(14))
        label = Plain("Herstelsleutel, zoals hij op het vel staat", "label", "on_bar")
        self._key = QLineEdit()
        self._key.setAccessibleName("Herstelsleutel")
        label.setBuddy(self._key)
        column.addWidget(label)
        column.addWidget(self._key)
        row = QHBoxLayout()
        row.setSpacing(current().px(20))
        go, back = button("Ontgrendelen", "primary"), button("Terug naar de wachtzin", "link")
        back.clicked.connect(self.back)
        for press in (go.clicked, self._key.returnPressed):
            press.connect(lambda *_: self.asked.emit(self._key.text()))
        row.addWidget(go)
        row.addWidget(back)
        row.addStretch(1)
        column.addLayout(row)
        self.setFocusProxy(self._key)


class _Wrong(QFrame):
    """A known mishap in one sentence, on a plate of its own: the bar is too dark for it."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, signal="stop")
        row = QHBoxLayout(self)
        row.setContentsMargins(*[current().px(12)] * 4)
        row.setSpacing(current().px(10))
        row.addWidget(Sign("octagon-alert", "stop"), 0, Qt.AlignmentFlag.AlignTop)
        self._words = Plain("", "body", "stop")
        row.addWidget(self._words, 1)
        self.hide()

    def say(self, sentence: str) -> None:
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
