"""The roster travels signed with the address book: the newest counts, and only a coordinator's."""

from __future__ import annotations

from datetime import time

import pytest

from casework.pool.roster import Availability, Half, Roster
from db.exchange.cards import Directory, keep_roster
from db.exchange.home import NotTheCoordinator
from tests.casework.pool_talk import ASKER, EXPERT, HUB
from tests.db.pool_homes import Region

ALL: tuple[Half, ...] = ("ma_ochtend", "ma_middag")


def roster(region: Region, *halves: Half) -> Roster:
    one = Availability(person=EXPERT.id, halves=halves, phone="0612345678", phone_until=time(23, 59))
    return Roster(kept_at=region.clock(), people=(one,))


def test_an_asker_sees_who_can_be_reached(region):
    region.home(HUB).ring.keep_roster(roster(region, *ALL))
    assert region.home(ASKER).desk.reachable() == []
    region.deliver()
    assert [one.party.id for one in region.home(ASKER).desk.reachable()] == [EXPERT.id]


def test_the_newest_counts_in_whatever_order(region):
    hub = region.home(HUB)
    hub.ring.keep_roster(roster(region, *ALL))
    old = hub.ring.directory
    hub.ring.keep_roster(roster(region))
    new = hub.ring.directory
    assert old.merged(new).roster == new.merged(old).roster == new.roster
    assert len(old.merged(new).rosters) == 1


def test_nobody_else_keeps_a_roster(region):
    asker = region.home(ASKER)
    with pytest.raises(NotTheCoordinator):
        asker.ring.keep_roster(roster(region, *ALL))
    forged = keep_roster(asker.ring._keys, roster(region, *ALL))
    book = asker.ring.directory.merged(Directory(rosters=(forged,)))
    assert book.signed_by(asker.ring._roots).roster is None
