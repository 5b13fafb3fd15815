"""Bringing and fetching the post in the window: in slices, with what was done and what went wrong in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from casework.words import counted, listed
from desktop.pool.post_folder import GONE, SLICE, at_hand, choose, post_folder
from desktop.pool.post_words import too_early, unfinished
from desktop.session import Session
from desktop.slices import Slices

if TYPE_CHECKING:  # bootstrap brings them in
    from db.exchange.post import Delivered
_Work: TypeAlias = "Callable[[], Iterable[Delivered]]"


class PostOffice(QObject):
    """`moved` while post goes and comes, and when that ends. `done` is what the last time came to so far.

    There is one of a session (`Session.office`): two at once would read the same files twice.
    """

    moved = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._next: list[_Work] = []
        self.done: Delivered | None = None
        self.problem = ""
        self.stopped = False
        self._slices = Slices(self)
        self._slices.part.connect(self._add)
        self._slices.ended.connect(self.moved)
        self._slices.failed.connect(self._fail)

    @property
    def folder(self) -> Path | None:
        return post_folder(self._session.settings)

    def choose(self, folder: Path) -> None:
        choose(self._session.settings, folder)
        self.problem = ""
        self.moved.emit()

    @property
    def busy(self) -> bool:
        return self._slices.busy

    # -- doing

    def exchange(self) -> None:
        """Bring what waits and fetch what lies there."""
        if not self.exchange_unasked():
            folder = self.folder
            self._fail(GONE.format(folder=folder) if folder else "Kies eerst de map voor de post.")

    def exchange_unasked(self) -> bool:
        """The same by itself: whether it could. Where the folder is not there nothing is told, and the post waits."""
        folder = self.folder
        there = folder is not None and at_hand(folder)
        if there:
            self._begin(self._exchanging)
        return there

    def read(self, files: Sequence[Path]) -> None:
        """Read files that came with a mail."""
        self._begin(partial(self._session.pool.reading, files, SLICE))

    def recheck(self) -> None:
        """Try again what was set apart."""
        self._begin(self._rechecking)

    def stop(self) -> None:
        """Also before locking. What was not read yet lies where it lay."""
        if self.busy:
            self._slices.stop()
            self.stopped = True
            self.moved.emit()

    # -- telling

    @property
    def waiting(self) -> str:
        """What is saved here and not sent yet, and for whom; and what came before that on which it answers."""
        desk = self._session.pool
        left = desk.store.post_left()
        early = too_early(desk.store.counts())
        if not left:
            return f"Alles is verzonden. {early}".strip()
        who = [f"{number} voor {desk.name_of(mailbox)}" for mailbox, number in left.items()]
        total = counted(sum(left.values()), "bericht is bewaard en wacht", "berichten zijn bewaard en wachten")
        return f"{total} op verzending: {listed(who)}. {early}".strip()

    @property
    def told(self) -> str:
        """What the last time came to; empty before that."""
        done = self.done
        if done is None:
            return ""
        said = [f"{counted(done.sent, 'bericht', 'berichten')} verzonden", f"{done.read} gelezen"]
        lines = [f"{'Gestopt: ' if self.stopped else ''}{listed(said)}."]
        if done.unfinished:
            lines.append(unfinished(done.unfinished))
        if done.apart:
            apart = counted(len(done.apart), "bestand is", "bestanden zijn")
            lines.append(f"{apart} apart gezet. Waarom staat onderaan bij Sleutels en post.")
        return " ".join(lines)

    # -- inside

    def _begin(self, work: _Work) -> None:
        """At once, or after what is being done: what was said meanwhile goes too, and no chosen file is forgotten."""
        from db.exchange.post import Delivered

        if self.busy:
            if work not in self._next:
                self._next.append(work)
        else:
            self.done, self.problem, self.stopped = Delivered(), "", False
            self._next = [work]
            self._slices.run(self._all())
            self.moved.emit()

    def _all(self) -> Iterator[object]:
        while self._next:
            yield from self._next.pop(0)()

    def _exchanging(self) -> Iterator[Delivered]:
        folder, desk = self.folder, self._session.pool
        if folder is not None:
            yield from desk.sending(folder)
            yield from desk.receiving(folder, SLICE)

    def _rechecking(self) -> Iterator[Delivered]:
        return self._session.pool.rechecking(SLICE)

    def _add(self, part: Delivered) -> None:
        assert self.done is not None
        self.done.add(part)
        self.problem = self.done.problem
        self.moved.emit()

    def _fail(self, sentence: str) -> None:
        self.problem = sentence
        self.moved.emit()
