"""`ijkpunt exchange …`: what the window does with keys and post, for a script. Every command prints JSON."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from desktop.commands.common import HELD_BACK, Unusable, say, tell, write_new
from desktop.commands.unlocked import pool_of
from desktop.pool.post_folder import GONE
from desktop.pool.post_words import too_early, unfinished

if TYPE_CHECKING:
    from db.exchange.post import Delivered
    from desktop.pool.desk import PoolDesk



def start(asked: Namespace) -> int:
    from casework.actors import Registration

    registration = Registration(register=asked.register, number=asked.number)
    role = "consulent" if asked.role == "aanvrager" else asked.role
    about = {"name": asked.name, "role": role, "registration": registration.model_dump(mode="json", by_alias=True)}
    with pool_of(asked, new=about if asked.new else None) as desk:
        card = desk.start(
            asked.role,
            asked.name,
            registration,
            team=asked.team,
            organisation=asked.organisation,
            discipline=asked.discipline,
            joins=asked.joins,
        )
        say({"device": card.device, "person": card.party.id, "fingerprint": card.fingerprint})
    return 0


def request(asked: Namespace) -> int:
    with pool_of(asked) as desk:
        write_new(asked.out, desk.ring.request_file(), asked.force)
        card = desk.ring.card
        assert card is not None  # there was a request of it
        say({"device": card.device, "fingerprint": card.fingerprint})
    return 0


def enrol(asked: Namespace) -> int:
    with pool_of(asked) as desk:
        found = desk.ring.read_request(asked.file)
        made = desk.ring.admit(found, asked.fingerprint, desk.today)
        say({"device": made.card.device, "name": made.card.party.name, "valid_until": made.valid_until.isoformat()})
    return 0


def directory(asked: Namespace) -> int:
    with pool_of(asked) as desk:
        write_new(asked.out, desk.ring.book_file(), asked.force)
        say({"devices": len(desk.ring.directory.open_on(desk.today))})
    return 0


def trust(asked: Namespace) -> int:
    with pool_of(asked) as desk:
        book = desk.ring.read_book(asked.file)
        root = desk.ring.trust(book, asked.fingerprint)
        say({"coordinator": root.party.name, "devices": len(desk.ring.directory.open_on(desk.today))})
    return 0


def prolong(asked: Namespace) -> int:
    with pool_of(asked) as desk:
        made = desk.ring.prolong(asked.device, desk.today)
        say({"device": asked.device, "valid_until": made.valid_until.isoformat()})
    return 0


def revoke(asked: Namespace) -> int:
    with pool_of(asked) as desk:
        if desk.ring.directory.of_device(asked.device) is None:
            raise Unusable(f"Er is geen apparaat {asked.device} in het adresboek. Kijk met ‘ijkpunt exchange status’.")
        desk.ring.withdraw(asked.device, desk.today, asked.reason)
        say({"device": asked.device, "revoked_on": desk.today.isoformat()})
    return 0


def status(asked: Namespace) -> int:
    """What is saved, sent and waiting; who is known; what was set apart, with why in words."""
    with pool_of(asked) as desk:
        card, book = desk.ring.card, desk.ring.directory
        say({
            "device": card.device if card else None,
            "fingerprint": card.fingerprint if card else None,
            "enrolled": desk.ring.is_enrolled(desk.today),
            "waiting": [{"id": one.id, "mailbox": one.mailbox, "why": why} for one, why in desk.store.waiting()],
            "set_apart": [{"name": one.name, "why": desk.told_of(one)} for one in desk.store.set_apart()],
            "consults": desk.store.counts(),
            "devices": [
                {"device": one.card.device, "name": one.card.party.name, "role": one.card.party.role,
                 "fingerprint": one.card.fingerprint, "valid_until": one.valid_until.isoformat()}
                for one in book.devices  # also what has run out: it can be prolonged
            ],
        })  # fmt: skip
    return 0


def resend(asked: Namespace) -> int:
    """What went waits again: bring it with `send` or `sync`. Who read it already notices nothing."""
    with pool_of(asked) as desk:
        say({"waiting_again": desk.send_again(asked.days)})
    return 0


def send(asked: Namespace) -> int:
    with pool_of(asked) as desk:
        return _told(asked, desk, {"sent": desk.send(asked.folder)})


def receive(asked: Namespace) -> int:
    with pool_of(asked) as desk:
        return _told(asked, desk, {"received": desk.receive(asked.folder)})


def sync(asked: Namespace) -> int:
    with pool_of(asked) as desk:
        return _told(asked, desk, {"sent": desk.send(asked.folder), "received": desk.receive(asked.folder)})


def _told(asked: Namespace, desk: PoolDesk, done: dict[str, Delivered]) -> int:
    """JSON of what was done; 3 where something waits, was set apart or the folder is not there, why on stderr."""
    told: dict[str, Any] = {}
    if held := not asked.folder.is_dir():
        tell(GONE.format(folder=asked.folder))
    for words in (unfinished(sum(one.unfinished for one in done.values())), too_early(desk.store.counts())):
        if words:
            tell(words)  # that comes by itself: no reason to end with 3
    for name, one in done.items():
        told[name] = {"sent": one.sent, "waiting": one.waiting, "read": one.read, "unfinished": one.unfinished,
                      "set_apart": [apart.name for apart in one.apart]}  # fmt: skip
        for words in (one.problem, *(f"{apart.name}: {desk.told_of(apart)}" for apart in one.apart)):
            if words:
                held = True
                tell(words)
    say(told)
    return HELD_BACK if held else 0
