"""The pool of one home: what may be said here, saying it, and the post. Screens and commands use nothing else."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from casework.actors import Registration
from casework.codes import Discipline
from casework.consultation.consultation import Status
from casework.pool import audience, messages
from casework.pool.bodies import PhoneNote, Submit
from casework.pool.clocks import Norms
from casework.pool.consult import View, fold, objection, view_of
from casework.pool.lifecycle import ENDED
from casework.pool.line import VERSION, Line, line
from casework.pool.messages import Body, Message
from casework.pool.parties import Party, PoolRole
from casework.pool.roster import Availability, Reach, Roster, reachable
from casework.pool.state import Consult
from casework.trouble import Trouble, why_not
from casework.words import listed
from desktop.pool import knowledge_base

if TYPE_CHECKING:  # bootstrap brings them in
    from db.exchange.cards import Card
    from db.exchange.home import KeyRing
    from db.exchange.post import Delivered, Post
    from db.pool import PoolStore, SetApart

_RECKONED, _RENEWED, _BATCH, _ALL = "norms", "lines", 20, 100_000
_OPEN: frozenset[Status] = frozenset(get_args(Status)) - ENDED


WITHDRAWN = "De toelating van dit apparaat is ingetrokken: wat u hier zegt, kan niemand lezen. Bel de coördinator."


class MayNotSay(Trouble):
    """Why something may not be said now, in Dutch."""


class PoolDesk:
    """Of an unlocked home. `me` is None until this device was started."""

    def __init__(
        self,
        store: PoolStore,
        ring: KeyRing,
        now: Callable[[], datetime],
        today: Callable[[], date],
    ) -> None:
        self.store, self.ring, self._now, self._today = store, ring, now, today

    @property
    def today(self) -> date:
        return self._today()

    @property
    def me(self) -> Party | None:
        card = self.ring.card
        return None if card is None else card.party

    @property
    def view(self) -> View:
        return view_of(None if self.me is None else self.me.role)

    def people(self, role: str) -> list[Party]:
        """Who can be written to in a role, by name; once each, however many devices they have."""
        found = {card.party.id: card.party for card in self.ring.directory.open_on(self.today)}
        return sorted((one for one in found.values() if one.role == role), key=lambda one: one.name)

    def start(
        self,
        role: PoolRole,
        name: str,
        registration: Registration,
        *,
        team: str = "",
        organisation: str = "",
        discipline: Discipline | None = None,
        joins: bool = False,
    ) -> Card:
        """Make the keys of this device, for somebody new in the pool. joins: a second coordinator.

        Raises KeysAlready.
        """
        party = Party(id=f"p-{secrets.token_hex(8)}", name=name, role=role, team=team, organisation=organisation,
                      discipline=discipline, registration=registration)  # fmt: skip
        return self.ring.start(party, self.today, joins=joins)

    @property
    def roster(self) -> Roster:
        """Who is there when, and the terms, as a coordinator last kept them."""
        return self.ring.directory.roster or Roster(kept_at=self._now())

    @property
    def norms(self) -> Norms:
        return self.roster.norms

    def keep_roster(self, people: Iterable[Availability] | None = None, norms: Norms | None = None) -> None:
        """Keep who is there when, or the terms; what is left out stays. It goes along with the address book.

        Raises NotTheCoordinator.
        """
        known = self.ring.directory.roster
        was = known or Roster(kept_at=self._now())
        at = max(self._now(), was.kept_at + timedelta(seconds=1)) if known else self._now()  # also after a fast clock
        chosen = was.people if people is None else tuple(people)
        self.ring.keep_roster(Roster(kept_at=at, people=chosen, norms=norms or was.norms))

    def reckoning(self) -> Iterator[int]:
        """Reckon the clocks of open consults anew where the terms changed, part by part; stopping loses nothing."""
        norms = self.norms
        told = norms.model_dump(mode="json")
        before = self.store.key(_RECKONED)
        if told == (before if isinstance(before, dict) else Norms().model_dump(mode="json")):
            return
        threads = [row.thread for row in self.store.rows(_OPEN, _ALL)]
        for first in range(0, len(threads), _BATCH):
            batch = threads[first : first + _BATCH]
            self._post().reckon(batch)
            yield len(batch)
        self.store.put_keys({_RECKONED: told})

    def renewing(self) -> Iterator[int]:
        """Make every line anew where an older program made it, part by part; it goes on where it stopped."""
        while (after := self._renewed_up_to()) is not None:
            threads = self.store.threads(after, _BATCH)
            self._post().reckon(threads)
            self.store.put_keys({_RENEWED: {"version": VERSION, "up_to": threads[-1] if threads else None}})
            yield len(threads)

    def _renewed_up_to(self) -> str | None:
        """The last thread this program looked at; None where it looked at all."""
        kept = self.store.key(_RENEWED)
        return kept["up_to"] if isinstance(kept, dict) and kept["version"] == VERSION else ""

    def reachable(self) -> list[Reach]:
        """Which experts can be reached now, without a network: from the roster in the address book."""
        return reachable(self.roster, self.people("expert"), self._now().astimezone())

    # -- reading

    def consult(self, thread: str) -> Consult:
        return fold(thread, self.heard(thread), self.view)

    def heard(self, thread: str) -> list[Message]:
        return [messages.from_bytes(content) for content in self.store.messages(thread)]

    def may_not(self, thread: str, body: Body) -> str:
        """Why this may not be said now; empty where it may."""
        if self.me is None:
            return "Meld dit apparaat eerst aan bij de expertpool."
        if (card := self.ring.card) is not None and self.ring.directory.revoked(card.device) is not None:
            return WITHDRAWN
        return objection(self.consult(thread), self.me, body, self.view)

    # -- saying

    def ask(self, body: Submit | PhoneNote, case_id: str = "", record: str = "") -> str:
        """A new question; returns its thread. case_id and record: where it came from, which never leaves.

        The link stands first: a question that was asked is never without the case it came from.
        """
        thread = secrets.token_hex(16)
        if case_id:
            self.store.link(thread, case_id, record)
        self.say(thread, body)
        return thread

    def say(self, thread: str, body: Body) -> Consult:
        """Say something, saved with its envelopes. Raises MayNotSay, or the store's trouble; then nothing is said."""
        if why := self.may_not(thread, body):
            raise MayNotSay(why)
        me = self.me
        assert me is not None
        before = self.consult(thread)
        message = messages.say(thread, before.heads, self._now(), me, body, before.next_step)
        self._post().say(message, audience.mailboxes(before, me, body), self.today)
        return self.consult(thread)

    # -- the post

    def send(self, folder: Path) -> Delivered:
        return _whole(self.sending(folder))

    def receive(self, folder: Path) -> Delivered:
        return _whole(self.receiving(folder))

    def sending(self, folder: Path) -> Iterator[Delivered]:
        """Bring the post part by part, so that a window can breathe and stop in between."""
        from db.exchange.post import Delivered

        post, all_went = self._post(), True
        for part in post.sending(folder):
            all_went = all_went and not part.problem
            yield part
        if self.view == "hub" and all_went:
            for bring in (post.put_directory, partial(knowledge_base.bring, self)):
                if problem := why_not(bring, folder):
                    yield Delivered(problem=problem)

    def receiving(self, folder: Path, batch: int | None = None) -> Iterator[Delivered]:
        """Read the post part by part; the address book first: what a new colleague sent can then be read at once.

        batch: how many envelopes make a part. A book that is not ours is told as a problem, and holds no post back.
        """
        from db.exchange.post import BATCH, Delivered

        for fetch in (self._fetch_directory, partial(knowledge_base.fetch, self)):
            if problem := why_not(fetch, folder):
                yield Delivered(problem=problem)
        for _ in chain(self.reckoning(), self.renewing()):
            yield Delivered()
        post = self._post()
        yield from post.rechecking(batch or BATCH)
        yield from post.receiving(folder, batch or BATCH)

    def rechecking(self, batch: int) -> Iterator[Delivered]:
        """Try again what was set apart."""
        return self._post().rechecking(batch)

    def name_of(self, mailbox: str) -> str:
        """Who else reads what is brought to a mailbox: coordinators share one."""
        cards, own = self.ring.directory.open_on(self.today), self.ring.card
        names = sorted({card.party.name for card in cards if card.mailbox == mailbox and card != own})
        return listed(names) or "iemand die niet meer in het adresboek staat"

    def told_of(self, one: SetApart) -> str:
        """Why a file was set apart and what to do, with from whom it says it is: nobody can call who has no name."""
        from db.exchange.envelope import claim

        found = self.ring.directory.of_device(claim(one.data, "sender"))
        return f"{f'Zegt van {found.card.party.name} te zijn. ' if found else ''}{one.words}"

    def save_for_mail(self, folder: Path) -> dict[Path, list[str]]:
        """What waits as files to attach to a mail, in a folder for each person: the ids of each. Waits until `mailed`.

        Raises FolderClosed, FolderFull.
        """
        from db.exchange.folder import put_beside

        saved: dict[Path, list[str]] = {}
        for envelope, _ in self.store.waiting():
            name = "".join(sign for sign in self.name_of(envelope.mailbox) if sign.isalnum() or sign in " -")
            place = folder / f"voor {name}"
            put_beside(place, envelope)
            saved.setdefault(place, []).append(envelope.id)
        return saved

    def sent_since(self, days: int) -> int:
        """How many messages of the last so many days went."""
        return self.store.sent_since(self._now() - timedelta(days=days))

    def send_again(self, days: int) -> int:
        """What went in the last so many days waits again, as it was; how many. Who read it already notices nothing."""
        return self.store.send_again(self._now() - timedelta(days=days))

    def mailed(self, saved: Mapping[Path, Iterable[str]]) -> None:
        """What stands in these folders was mailed: it waits no longer."""
        self.store.sent(id_ for ids in saved.values() for id_ in ids)

    def reading(self, files: Iterable[Path], batch: int) -> Iterator[Delivered]:
        """Read files that came with a mail."""
        return self._post().reading(files, batch)

    def _fetch_directory(self, folder: Path) -> None:
        """Take over the address book that lies with the post. Raises Trouble where that cannot be."""
        from db.exchange.folder import BOOK

        path = folder / BOOK
        if self.ring.trusts and path.is_file():  # where nobody is trusted yet, a person compares fingerprints first
            self.ring.update(self.ring.read_book(path))

    def _post(self) -> Post:
        view, today, norms = self.view, self.today, self.norms  # looked up once, for ten thousand messages

        def project(thread: str, heard: Iterable[Message]) -> Line:
            return line(fold(thread, heard, view), today, norms)

        return self.ring.post(project)


def _whole(parts: Iterable[Delivered]) -> Delivered:
    from db.exchange.post import all_of

    return all_of(parts)
