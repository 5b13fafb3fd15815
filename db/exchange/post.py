"""The post of one home: seals what is said, brings it to the folder, and reads what lies there for this person.

Sending and reading can stop anywhere and be done again: envelopes are named by what stands in them.
"""
from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from casework.pool import messages
from casework.pool.line import Line
from casework.pool.messages import Message
from db.errors import StoreError
from db.exchange import folder as folders
from db.exchange.cards import MOST_BYTES, Card, DeviceKeys, Directory, directory_from, to_bytes
from db.exchange.envelope import EnvelopeProblem, NobodyToWriteTo, Opened, Reader, claim, look_at, seal
from db.files import read_whole
from db.pool import Arrived, Outgoing, PoolStore, Said, SetApart, Unit
from db.values import moment

Project = Callable[[str, list[Message]], Line]
"""What the messages of a thread come to, as a line for the lists."""

BATCH = 500
"""Envelopes kept in one unit of work, where nobody is waiting for a window."""

_MAY_BE_READ_LATER = frozenset({"onbekende_afzender", "verlopen_sleutel", "nieuwere_versie", "niet_voor_dit_apparaat"})
_DAMAGED = frozenset({"geen_envelop", "onleesbaar"})


@dataclass
class Delivered:
    """What sending or reading came to, for people: counts, and why something could not be."""

    sent: int = 0
    waiting: int = 0
    read: int = 0
    threads: set[str] = field(default_factory=set)
    unfinished: int = 0
    apart: list[SetApart] = field(default_factory=list)
    problem: str = ""

    def add(self, other: Delivered) -> None:
        """What was done after this."""
        self.sent += other.sent
        self.waiting += other.waiting
        self.read += other.read
        self.threads |= other.threads
        self.unfinished += other.unfinished
        self.apart += other.apart
        self.problem = other.problem or self.problem


def all_of(parts: Iterable[Delivered]) -> Delivered:
    """Do the whole of it in one go."""
    done = Delivered()
    for part in parts:
        done.add(part)
    return done


def read_book(path: Path) -> Directory:
    """The address book in a file; nothing of it is trusted yet. Raises NotACard, NotReadable."""
    return directory_from(read_whole(path, MOST_BYTES), path.name)


class Post:
    """Of an unlocked home with keys. directory: what the trusted coordinator signed."""

    def __init__(self, store: PoolStore, keys: DeviceKeys, card: Card, directory: Directory, project: Project) -> None:
        self._store, self._keys, self._card, self._directory, self._project = store, keys, card, directory, project

    # -- out

    def say(self, message: Message, mailboxes: Iterable[str], today: date) -> None:
        """Keep a message of ours with an envelope for each mailbox. Raises NobodyToWriteTo, MessageTooLarge, DiskFull.

        The mailbox of one's own role may have no other device in it: then there is nobody to tell. Where there is, it
        is sealed for this device as well: a home put back from a backup finds there what it said after it.
        """
        payload, cards = messages.to_bytes(message), self._directory.open_on(today)
        outgoing = []
        for mailbox in sorted(mailboxes):
            to = [card for card in cards if card.mailbox == mailbox]
            if any(card.device != self._card.device for card in to):
                made = seal(payload, self._keys, self._card, mailbox, to, message.thread, today)
                outgoing.append(Outgoing(made, message.thread))
            elif mailbox != self._card.mailbox:
                raise NobodyToWriteTo
        row = self._project(message.thread, [*self._heard(message.thread), message])
        self._store.keep(Unit(said=[_kept(message)], rows=[row], outgoing=outgoing))

    def sending(self, folder: Path) -> Iterator[Delivered]:
        """Bring what waits to the folder, an envelope a part. What cannot go stays waiting, with why."""
        for envelope, _ in self._store.waiting():
            try:
                folders.put(folder, envelope)
            except StoreError as error:
                self._store.not_sent(envelope.id, str(error))
                yield Delivered(waiting=1, problem=str(error))
            else:
                self._store.sent([envelope.id])
                yield Delivered(sent=1)

    def put_directory(self, folder: Path) -> None:
        """Lay the address book where everybody fetches the post; what others laid there is kept. Raises FolderClosed,
        FolderFull, NotReadable, NotACard."""
        path = folder / folders.BOOK
        there = read_book(path) if path.exists() else Directory()
        folders.lay(path, to_bytes(there.merged(self._directory)))

    # -- in

    def receiving(self, folder: Path, batch: int = BATCH) -> Iterator[Delivered]:
        """Read what lies in the folder for this person, a batch a part; stopping in between loses nothing.

        Raises NotWritable where the folder cannot be reached.
        """
        return self._take_in(self._lying(folder), batch)

    def rechecking(self, batch: int = BATCH) -> Iterator[Delivered]:
        """Try again what was set apart and may be readable now: the address book grew, or the program."""
        return self._take_in(self._apart(), batch)

    def reading(self, files: Iterable[Path], batch: int = BATCH) -> Iterator[Delivered]:
        """Read these files, such as were attached to a mail."""
        return self._take_in(((path.name, _at_hand(path)) for path in files), batch)

    def _lying(self, folder: Path) -> Iterator[tuple[str, bytes | None]]:
        """What is for somebody else is left to lie where all can fetch it; in our own mailbox it is told of."""
        for path in folders.lying_there(folder, self._card.mailbox, self._store.known()):
            data = _at_hand(path)
            if path.parent != folder or claim(data, "mailbox") in ("", self._card.mailbox):
                yield path.name, data

    def _apart(self) -> Iterator[tuple[str, bytes]]:
        """One at a time: there may be thousands, such as of a colleague whose key ran out."""
        for digest, (code, name) in self._store.digests_apart().items():
            if code in _MAY_BE_READ_LATER and (data := self._store.data_apart(digest)) is not None:
                yield name, data

    def _take_in(self, found: Iterable[tuple[str, bytes | None]], size: int) -> Iterator[Delivered]:
        batch, reader = _Batch(), Reader(self._keys, self._card, self._directory)
        known = set(self._store.known())
        apart = self._store.digests_apart()
        before = {digest: code for digest, (code, _) in apart.items()}
        damaged = {file: digest for digest, (code, file) in apart.items() if code in _DAMAGED}
        for name, data in found:
            if batch.looked_at >= size:
                yield self._keep(batch)
                batch = _Batch()
            batch.looked_at += 1
            if data is None:
                batch.unfinished += 1
                continue
            digest = hashlib.sha256(data).hexdigest()
            try:
                sealed = look_at(data)
                if sealed.id in known:
                    batch.read_after_all += [digest] if digest in before else []
                    continue
                opened = reader.open(sealed)
                message = _message(opened)
            except EnvelopeProblem as problem:
                if problem.code == "onvolledig":
                    batch.unfinished += 1
                elif before.get(digest) != problem.code:
                    batch.apart.append(SetApart(digest, name, data, problem.code))
                    before[digest] = problem.code
                continue
            known.add(sealed.id)
            batch.add(opened, message, digest if digest in before else damaged.get(name))
        yield self._keep(batch)

    def reckon(self, threads: Iterable[str]) -> None:
        """Make the lines of these consults anew, from what was said."""
        heard = self._store.messages_of(threads)
        rows = [self._project(thread, [*map(messages.from_bytes, told)]) for thread, told in heard.items()]
        self._store.keep(Unit(rows=rows))

    def _keep(self, batch: _Batch) -> Delivered:
        heard = self._store.messages_of(batch.threads)
        rows = [
            self._project(thread, [*map(messages.from_bytes, heard.get(thread, ())), *new])
            for thread, new in batch.threads.items()
        ]
        self._store.keep(Unit(batch.said, rows, (), batch.arrived, batch.apart, batch.read_after_all))
        return Delivered(
            read=len(batch.arrived), threads=set(batch.threads), unfinished=batch.unfinished, apart=batch.apart
        )

    def _heard(self, thread: str) -> list[Message]:
        return [messages.from_bytes(content) for content in self._store.messages(thread)]


class _Batch:
    """What is kept in one unit of work."""

    def __init__(self) -> None:
        self.threads: dict[str, list[Message]] = {}
        self.said: list[Said] = []
        self.arrived: list[Arrived] = []
        self.apart: list[SetApart] = []
        self.read_after_all: list[str] = []
        self.unfinished = self.looked_at = 0
        """How many files are not whole yet; how many were looked at, also where there was nothing new in them."""

    def add(self, opened: Opened, message: Message, read_after_all: str | None) -> None:
        """read_after_all: what was set apart of it, itself or as it was before it was sent again."""
        self.threads.setdefault(message.thread, []).append(message)
        self.said.append(Said(message.id, message.thread, moment(message.at), opened.payload))
        self.arrived.append(Arrived(opened.id, message.id))
        if read_after_all is not None:
            self.read_after_all.append(read_after_all)


def _message(opened: Opened) -> Message:
    """The message in an envelope; it may only speak for who signed it. Raises EnvelopeProblem."""
    try:
        message = messages.from_bytes(opened.payload)
    except ValidationError as error:
        raise EnvelopeProblem("onleesbaar") from error
    vouched = opened.sender.card.party
    if (message.by.id, message.by.role) != (vouched.id, vouched.role) or message.thread != opened.thread:
        raise EnvelopeProblem("vervalst")
    return message


def _at_hand(path: Path) -> bytes | None:
    """None where a virus scanner holds the file, or it is gone again: the next time it is read."""
    try:
        return folders.read(path)
    except OSError:
        return None


def _kept(message: Message) -> Said:
    return Said(message.id, message.thread, moment(message.at), messages.to_bytes(message))
