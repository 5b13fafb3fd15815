"""The post: through which folder, what is saved, sent and waiting, what was set apart, and mail instead of a folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.words import counted, listed
from desktop import ask
from desktop.pool.post_office import PostOffice
from desktop.session import Session
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import Plain, field_label
from desktop.theme.layouts import clear
from desktop.theme.look import current
from desktop.theme.radio_chips import RadioChips
from desktop.theme.runs import RunLabel, bold, quiet

_LINE = (
    "Kies een gedeelde map of een stick die u en de coördinator allebei kunnen bereiken. Alles daarin is versleuteld; "
    "bestandsnamen zeggen niets over wie of wat."
)
_MAIL = "Geen map die u samen kunt bereiken? Mail de bestanden dan als bijlage."
_AGAIN = (
    "Kwam een bericht niet aan, of staat het bij de ander apart omdat het beschadigd is? Stuur het dan nog eens. Wie "
    "het al las, merkt er niets van."
)
_DAYS = {1: "sinds gisteren", 7: "laatste zeven dagen", 31: "laatste maand"}
_ENVELOPES = "Post van IJkpunt (*.ijkenv)"
_MOST_SHOWN = 20


class PostSheet(Sheet):
    def __init__(self, session: Session, office: PostOffice, parent: QWidget | None = None) -> None:
        super().__init__("Post", gap=10, parent=parent)
        self._session, self.office = session, office
        self.body.addWidget(Plain(_LINE, "small", "ink_quiet"))
        self.where = Plain("", "body")
        self.body.addWidget(self.where)
        self.choose = button("Map kiezen…", icon="folder-open", small=True)
        self.choose.clicked.connect(self.ask_folder)
        self.exchange = button("Post brengen en halen", "primary", "mail", small=True)
        self.exchange.clicked.connect(office.exchange)
        self.stop = button("Stoppen", "quiet", "x", small=True)
        self.stop.clicked.connect(office.stop)
        self.resend = button("Stuur opnieuw…", icon="mail", small=True)
        self.resend.clicked.connect(self.ask_resend)
        self._presses(self.choose, self.exchange, self.stop, self.resend)
        self.waiting, self.told = Plain("", "body", strong=True), Plain("", "small")
        self.problem = Plain("", "small", "stop", strong=True)
        for label in (self.waiting, self.told, self.problem):
            self.body.addWidget(label)
        self.body.addWidget(Plain(_MAIL, "small", "ink_quiet"))
        self.save = button("Bewaar als bestand voor de mail…", icon="save", small=True)
        self.save.clicked.connect(self.ask_save)
        self.read = button("Bestand uit de mail lezen…", icon="upload", small=True)
        self.read.clicked.connect(self.ask_read)
        self._presses(self.save, self.read)
        self._apart_head = Plain("Apart gezet", "body", strong=True)
        self.body.addWidget(self._apart_head)
        self._apart = QVBoxLayout()
        self._apart.setSpacing(current().px(6))
        self.body.addLayout(self._apart)
        self.again = button("Probeer opnieuw", icon="rotate-ccw", small=True)
        self.again.clicked.connect(office.recheck)
        self._presses(self.again)
        office.moved.connect(self._on_moved)
        self.refresh()

    def _presses(self, *presses: QWidget) -> None:
        holder = QWidget()
        row = FlowLayout(holder)
        for press in presses:
            row.addWidget(press)
        self.body.addWidget(holder)

    def _on_moved(self) -> None:
        """While post comes in only the counts move; the lists follow at the end."""
        if self.office.busy:
            self._show_state()
        else:
            self.refresh()

    def refresh(self) -> None:
        self._show_state()
        self.waiting.setText(self.office.waiting)
        self.save.setEnabled(bool(self._session.pool.store.post_left()))
        self.resend.setEnabled(self._session.pool.sent_since(max(_DAYS)) > 0)
        self._show_apart()

    def _show_state(self) -> None:
        folder, busy = self.office.folder, self.office.busy
        self.where.setText(f"Map: {folder}" if folder else "U koos nog geen map voor de post.")
        self.exchange.setEnabled(folder is not None)  # also while busy, or the focus would go to the next button
        if self.stop.hasFocus() and not busy:
            self.exchange.setFocus(Qt.FocusReason.OtherFocusReason)
        self.stop.setVisible(busy)
        self.told.setText(f"Bezig… {self.office.told}" if busy else self.office.told)
        self.problem.setText(self.office.problem)

    def _show_apart(self) -> None:
        clear(self._apart)
        desk = self._session.pool
        apart = desk.store.apart(_MOST_SHOWN)
        for one in apart:
            self._apart.addWidget(RunLabel([bold(f"{one.name}  "), quiet(desk.told_of(one))], "small"))
        more = desk.store.count_apart() - len(apart)
        if more > 0:
            self._apart.addWidget(Plain(f"En nog {counted(more, 'bestand', 'bestanden')}.", "small", "ink_quiet"))
        self._apart_head.setVisible(bool(apart))
        self.again.setVisible(bool(apart))

    # -- asking

    def ask_folder(self) -> None:
        folder = ask.folder(self, "Map voor de post kiezen")
        if folder is not None:
            self.office.choose(folder)

    def ask_save(self) -> None:
        folder = ask.folder(self, "Waar moeten de bestanden voor de mail komen?")
        if folder is not None:
            ask.tried(self, lambda: self.save_for_mail(folder))

    def save_for_mail(self, folder: Path) -> None:
        """Each waiting message as a file; it is sent when the user says that it was mailed, and not before."""
        desk = self._session.pool
        saved = desk.save_for_mail(folder)
        places = [f"{place.name}: {counted(len(ids), 'bestand', 'bestanden')}" for place, ids in saved.items()]
        if ask.confirm(
            self,
            "Zijn deze bestanden gemaild?",
            f"In {folder} staat nu een map {listed(places)}. Mail wat in een map staat als bijlage aan die persoon. "
            "Daarna kunt u de mappen wissen.",
            "Ja, gemaild",
            "Nog niet",
            only_when_done=True,
        ):
            desk.mailed(saved)
        self.refresh()

    def ask_resend(self) -> None:
        """Somebody says that a message did not come through, or was damaged."""
        desk = self._session.pool
        there = {days: number for days in _DAYS if (number := desk.sent_since(days))}
        choices = {str(days): f"{_DAYS[days]}: {counted(number, 'bericht', 'berichten')}"
                   for days, number in there.items()}  # fmt: skip
        box = ask.Box(self, "Wat stuurt u opnieuw?", _AGAIN, "Stuur opnieuw")
        since = RadioChips("Van wanneer?", choices)
        since.set_value(next(iter(choices), None))
        since.changed.connect(lambda value: box.act.setEnabled(value is not None))
        box.body.addWidget(field_label("Van wanneer?", since))
        box.body.addWidget(since)
        if box.agreed() and (chosen := since.value()) is not None:
            ask.tried(self, lambda: self.send_again(int(chosen)))

    def send_again(self, days: int) -> None:
        """It goes at once where the folder is there; else it waits, also to be mailed."""
        self._session.pool.send_again(days)
        self.refresh()
        if self.office.folder is not None:
            self.office.exchange()

    def ask_read(self) -> None:
        files = ask.files_to_read(self, "Post uit de mail lezen", [_ENVELOPES])
        if files:
            self.office.read(files)
