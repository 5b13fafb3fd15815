"""The expert pool: reading ten thousand envelopes, checked and opened, in messages a second."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from casework.pool import bodies as said
from casework.pool import messages
from casework.pool.parties import Party
from casework.weighing.facts.working_days import is_working_day
from db import vault
from db.keys import Cost

ENVELOPES = 10_000
_ASKER = Party(id="p-asker", name="Anna Oefenstra", role="aanvrager", team="team West")
_HUB = Party(id="p-hub", name="Co Verzinga", role="coordinator")


def run() -> list[str]:
    return [_import()]


def _import() -> str:
    from db.connection import connect
    from db.exchange import folder as folders
    from db.exchange.cards import Directory
    from db.exchange.envelope import seal
    from db.exchange.home import KeyRing
    from db.pool import PoolStore
    from desktop.pool.desk import PoolDesk

    now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    with TemporaryDirectory() as folder:
        homes = {}
        for party in (_HUB, _ASKER):
            opened, _ = vault.create(Path(folder) / party.id, "vier losse woorden hier", Cost(1, 64, 1))
            database = connect(opened)
            store = PoolStore(database, lambda: now)
            desk = PoolDesk(store, KeyRing(store), lambda: now, now.date)
            desk.ring.start(party, now.date())
            homes[party.id] = (opened, database, desk)
        hub, asker = homes[_HUB.id][2], homes[_ASKER.id][2]
        card, hub_card = asker.ring.card, hub.ring.card
        assert card is not None and hub_card is not None
        hub.ring.admit(asker.ring.request(), card.fingerprint, now.date())
        keys, share = asker.ring._keys, Path(folder) / "post"
        share.mkdir()
        for number in range(ENVELOPES):
            request = said.Request(
                type="CONSULTATIE", question=f"Nog eens basishulp, of meer? ({number})", option_a="tien gesprekken",
                option_b="een half jaar begeleiding", discipline="orthopedagogiek_gz", family_informed=True,
                tried="Achttien gesprekken, deels bereikt. " * 8,
            )  # fmt: skip
            at = now + timedelta(seconds=number)
            message = messages.say(f"{number:032x}", [], at, _ASKER, said.Submit(request=request))
            folders.put(share, seal(messages.to_bytes(message), keys, card, "pool", [hub_card], message.thread, at.date()))  # noqa: E501
        is_working_day(now.date())  # the calendar of holidays is loaded at unlocking
        start = time.perf_counter()
        done = hub.receive(share)
        taken = time.perf_counter() - start
        assert done.read == ENVELOPES and isinstance(hub.ring.directory, Directory)
        for opened, database, _ in homes.values():
            database.close()
            opened.close()
    return f"{'import of 10,000 envelopes':<34}{taken * 1000:9.0f} ms   {ENVELOPES / taken:9.0f} a second   aim >= 1000"
