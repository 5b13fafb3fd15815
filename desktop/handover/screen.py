"""The handover before it goes: for whom, what still holds it back, which sections go along, and how it reads."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from casework.handover import compose
from casework.handover.blocks import Document, Origin, Reader
from casework.handover.compose import Previous
from casework.handover.may_send import held_back, mended_at
from casework.handover.readable import readable
from casework.handover.sendings import LIST as SENDINGS
from casework.handover.wording import reader_words
from casework.trouble import Trouble
from casework.words import counted
from desktop import ask
from desktop.cases.header import CaseHeader
from desktop.cases.open_case import OpenCase
from desktop.handover.beside import ReadingList, WantedList
from desktop.handover.export import FORMAT_WORDS, READER_WORDS, export, file_name
from desktop.handover.missing import Missing
from desktop.handover.origin import OriginCard
from desktop.handover.paper import WIDTH, Desk
from desktop.handover.parts_list import PartsList
from desktop.handover.preview import Preview
from desktop.handover.produce import ENDINGS, FORMATS, Format
from desktop.handover.rights import Rights
from desktop.handover.sent import previous
from desktop.handover.sharing import Sharing
from desktop.handover.take_reply import ask_reply
from desktop.left_open import ABOUT
from desktop.theme.buttons import Switch, button, with_menu
from desktop.theme.icons import leading
from desktop.theme.label import Plain, title
from desktop.theme.look import current
from desktop.theme.roles import set_role
from desktop.theme.scroll import Scroll

_LEFT, _CARD = 346, 262
_THREE_COLUMNS_EM, _TWO_COLUMNS_EM = 84, 70


class HandoverScreen(QWidget):
    """`back` to the steps; `go_to` carries the path of a field; `exported` the file that was made,
    `failed` why it was not."""

    back = Signal()
    go_to = Signal(str)
    exported = Signal(object)
    failed = Signal(str)

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case = case
        self.setProperty(ABOUT, case.id)
        self.reader: Reader = "provider"
        steps = QAction("Naar de stappen", self)
        steps.setData("list-checks")
        steps.triggered.connect(self.back)
        answer = QAction("Antwoord inlezen…", self)
        answer.setData("message-square-reply")
        answer.triggered.connect(lambda: ask_reply(self, case))
        self.acts = [answer, steps]
        QShortcut(QKeySequence("Esc"), self, self.back.emit, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header = CaseHeader(case, self.acts)
        column.addWidget(self.header)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(0)
        column.addLayout(self._halves, 1)
        self._left = self._make_left()
        self._halves.addWidget(self._left)
        self._right = self._make_right()
        self._halves.addWidget(self._right, 1)
        self._left_before: tuple[tuple[str, ...], Previous | None] = ((), None)
        self._showing: tuple[object, object, object] = (None, None, None)
        self._save_had_focus = False
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self.refresh)
        case.weighed.connect(self._on_weighed)

    # -- showing

    def refresh(self) -> None:
        """Compose the document anew for this reader, and say what is still missing."""
        self._again.stop()
        if self.case.assessment is None:
            self.case.weigh()
        found = self.case.assessment
        assert found is not None
        showing = (self.case.case, found, self.reader)
        if all(new is old for new, old in zip(showing, self._showing, strict=True)):
            return  # a case and its weighing are made anew at every change, so this is what stands on the paper
        self._showing = showing
        document = compose(self.case.settled, found, self.case.pack, self.reader, previous=self._before())
        self._about = document.cover
        reading = None if self.reader == "provider" else readable(document, self.case.pack)
        hard = [one.sentence for one in reading.hard] if reading else []
        self.preview.show_document(document, hard)
        self._reading.show_readable(reading)
        self._wanted.show_wanted(found.handover.wanted if self.reader == "provider" else ())
        self.parts.refresh()
        self.sharing.refresh()
        stops = found.handover.missing
        whys = held_back(self.case.settled, found, self.reader)
        refused = " ".join(why for why in whys if not why.startswith(stops))  # a STOP has a card of its own
        self._missing.show_missing(self.case, found, refused, mended_at(self.case.settled, self.reader))
        count = len(found.handover.missing) + bool(refused)
        self.save.setEnabled(count == 0)
        self.save.setText(f"Vaststellen: {count} te gaan" if count else "Bewaren als…")
        self.save.setIcon(leading("lock" if count else "download", "ink_quiet" if count else "on_primary"))
        why = f"Dit kan nog niet: {counted(count, 'punt', 'punten')} te gaan, zie links." if count else ""
        self.save.setToolTip(why)
        self.save.setAccessibleDescription(why)
        goes_to = reader_words(document)
        self._for.setText(f"{goes_to}, met wat u achterhoudt" if self.reader == "provider" else goes_to)

    def choose_reader(self, reader: Reader) -> None:
        self.reader = reader
        self._card.hide()
        self.preview.verticalScrollBar().setValue(0)
        self.refresh()

    # -- exporting

    def export_to(self, form: Format, path: Path) -> None:
        """Put the document for this reader in a file; the file is there when `exported` is sent."""
        self._save_had_focus = self.window().focusWidget() is self.save  # also while a file dialog still closes
        if self._save_had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # or it goes to a sentence, whose origin then opens unasked
        self.save.setEnabled(False)
        self._say("Een ogenblik: het bestand wordt gemaakt.")
        export(self, self.case, self.reader, form, path, lambda: self._on_exported(path), self._on_failed)

    def ask_export(self, form: Format) -> None:
        kinds = [f"{FORMAT_WORDS[form]} (*{ENDINGS[form]})"]
        path = ask.file_to_write(self, "Overdracht bewaren", self.proposed_name(form), kinds)
        if path is not None:
            self.export_to(form, path)

    def proposed_name(self, form: Format) -> str:
        """What the file of this document is called unless somebody calls it otherwise."""
        return file_name(self._about.document_id, self.reader, form, self.case.line.practice, self._about.version)

    @property
    def headline(self) -> str:
        return self.case.name

    @property
    def regions(self) -> list[QWidget]:
        return [self.header, self._left, self._right]

    # -- inside

    def _make_left(self) -> Scroll:
        look = current()
        area = Scroll("Voor wie, en wat gaat mee")
        inside = QFrame()
        inside.setProperty("role", "rail")
        column = QVBoxLayout(inside)
        column.setContentsMargins(look.px(18), look.px(14), look.px(18), look.px(18))
        column.setSpacing(look.px(12))
        column.addWidget(title("Overdracht"))
        column.addWidget(Plain("Voor wie is het?", "label", "ink_quiet"))
        column.addLayout(self._segments())
        self.sharing = Sharing(self.case)
        column.addWidget(self.sharing.role)
        self._missing = Missing()
        self._missing.go_to.connect(self.go_to)
        column.addWidget(self._missing)
        self._wanted = WantedList()
        self._wanted.go_to.connect(self.go_to)
        column.addWidget(self._wanted)
        self._reading = ReadingList()
        self._reading.reveal.connect(lambda sentence: self.preview.reveal(sentence))
        column.addWidget(self._reading)
        self.parts = PartsList(self.case)
        column.addWidget(self.parts)
        self.sharing.sendings.exported.connect(self._on_exported)
        self.sharing.sendings.failed.connect(lambda why: self._on_failed(Trouble(why)))
        column.addWidget(self.sharing)
        self.rights = Rights(self.case, self._for_provider)
        self.rights.exported.connect(lambda path: self._say(f"Bewaard: {path.name}"))
        self.rights.failed.connect(lambda why: self._say(f"Niet bewaard. {why}", "stop"))
        column.addWidget(self.rights)
        column.addStretch(1)
        area.setWidget(inside)
        return area

    def _segments(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        self._readers = QButtonGroup(self)
        places: tuple[Literal["first", "middle", "last"], ...] = ("first", "middle", "last")
        for (reader, words), place in zip(READER_WORDS.items(), places, strict=True):
            segment = Switch(words.capitalize(), "segment", place)
            segment.setChecked(reader == self.reader)
            segment.setAccessibleName(f"Voor de {words}")
            segment.clicked.connect(lambda _=False, reader=reader: self.choose_reader(reader))
            self._readers.addButton(segment)
            row.addWidget(segment, 1)
        return row

    def _make_right(self) -> QWidget:
        look = current()
        made = Desk()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QFrame()
        bar.setProperty("role", "header")
        row = QHBoxLayout(bar)
        row.setContentsMargins(look.px(24), look.px(7), look.px(16), look.px(7))
        row.setSpacing(look.px(10))
        self._for = Plain("", "small", "ink_quiet", wrap=False)  # or a long message leaves it a column of single words
        self._said = Plain("", "small", "ink")
        self._drawer = button("Onderdelen", "plain", "list-checks", small=True)
        self._drawer.setCheckable(True)
        self._drawer.clicked.connect(lambda _: self._arrange())
        row.addWidget(self._drawer)
        row.addWidget(self._for, 1)
        row.addWidget(self._said)
        self.save = button("Bewaren als…", "primary", "lock", small=True)
        menu = QMenu(self.save)
        for form in FORMATS:
            menu.addAction(FORMAT_WORDS[form], partial(self.ask_export, form))
        with_menu(self.save, menu)
        row.addWidget(self.save)
        column.addWidget(bar)
        self._document = QWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._document)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(0)
        self.preview = Preview()
        self.preview.pointed.connect(self._point)
        self.preview.followed.connect(lambda origin: self.go_to.emit(origin.path))
        self._card = OriginCard()
        self._card.followed.connect(self.go_to)
        self._card.withheld.connect(self._hold_back)
        self._beside.addWidget(self.preview, 1)
        self._beside.addWidget(self._card, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._document, 1)
        return made

    def _point(self, origin: Origin) -> None:
        self._card.show_origin(origin)

    def _hold_back(self, path: str) -> None:
        if self.sharing.held_back.ask_to_hold_back(path):
            self._card.hide()  # the sentence it is about is no longer there

    def _on_weighed(self) -> None:
        if self.isVisible():
            self._again.start()

    def _for_provider(self) -> Document:
        found = self.case.assessment
        assert found is not None
        return compose(self.case.settled, found, self.case.pack)

    def _before(self) -> Previous | None:
        """What left for this reader before: read from the journal once, until something leaves again."""
        key = (self.reader, *self.case.order(SENDINGS))
        if self._left_before[0] != key:
            self._left_before = (key, previous(self.case, self.reader))
        return self._left_before[1]

    def _on_exported(self, path: Path) -> None:
        self._give_back()
        self._say(f"Bewaard: {path.name}")
        self.exported.emit(path)

    def _give_back(self) -> None:
        """The button works again, and has the focus it lost to the bar at the top by not working."""
        self.save.setEnabled(True)
        if self._save_had_focus:
            self._save_had_focus = False
            self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, trouble: Trouble) -> None:
        self._give_back()
        self._say(f"Niet bewaard. {trouble}", "stop")
        self.failed.emit(str(trouble))

    def _say(self, words: str, tone: str = "ink") -> None:
        set_role(self._said, tone=tone)
        self._said.setText(words)

    def showEvent(self, event: QShowEvent) -> None:
        """What was said of a file is over once somebody went away."""
        self._say("")
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Beside each other where there is room; else the sections take the place of the document when asked for."""
        look = current()
        em = self.width() / look.px(15)
        narrow, open_ = em < _TWO_COLUMNS_EM, self._drawer.isChecked()
        self.header.setVisible(not narrow)
        self._drawer.setVisible(narrow)
        self._for.setVisible(not narrow)
        self._halves.setDirection(QBoxLayout.Direction.BottomToTop if narrow else QBoxLayout.Direction.LeftToRight)
        self._left.setMinimumWidth(0 if narrow else look.px(_LEFT))
        self._left.setMaximumWidth(16_777_215 if narrow else look.px(_LEFT))
        self._left.setVisible(not narrow or open_)
        self._document.setVisible(not narrow or not open_)
        self._halves.setStretchFactor(self._left, 1 if narrow and open_ else 0)
        self._halves.setStretchFactor(self._right, 0 if narrow and open_ else 1)
        wide = em >= _THREE_COLUMNS_EM
        self._beside.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.BottomToTop)
        kept = self._card.sizePolicy()
        kept.setRetainSizeWhenHidden(wide)  # or the sentence would shift away under a double click
        self._card.setSizePolicy(kept)
        self._card.setFixedWidth(look.px(_CARD) if wide else min(self.width(), look.px(WIDTH)))
