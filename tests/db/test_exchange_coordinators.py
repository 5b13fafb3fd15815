"""More than one coordinator: who vouches for whom, for how long, and what is no longer believed."""

from __future__ import annotations

import shutil
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from casework.pool import bodies as said
from db.backup import backup, restore
from db.cipher import driver
from db.exchange.cards import MOST_BYTES, Directory, NotTrusted, directory_from, to_bytes
from db.exchange.home import NotInTheBook, NotTheCoordinator
from db.pool import SetApart, Unit
from desktop.pool.desk import MayNotSay
from tests.casework.pool_talk import ASKER, EXPERT, HUB, SECOND, assign, request
from tests.db.conftest import PASSPHRASE
from tests.db.pool_homes import Home, Region

DEPUTY = HUB.model_copy(update={"id": "hub-2", "name": "Sam Fictema"})
NEW = EXPERT.model_copy(update={"id": "expert-3", "name": "Lo Verzinga"})


@pytest.fixture
def deputy(region: Region) -> Home:
    """A second coordinator, vouched for by the first."""
    hub, home = region.home(HUB), Home(region.root / DEPUTY.id, region.clock)
    region.homes[DEPUTY.id] = home
    home.ring.start(DEPUTY, region.clock.today, joins=True)
    hub.ring.admit(home.ring.request(), home.ring.card.fingerprint, region.clock.today)
    home.ring.trust(hub.ring.directory, hub.ring.card.fingerprint)
    return home


def admit(by: Home, region: Region, party: object = NEW) -> Home:
    made = Home(region.root / party.id, region.clock)
    region.homes[party.id] = made
    made.ring.start(party, region.clock.today)
    by.ring.admit(made.ring.request(), made.ring.card.fingerprint, region.clock.today)
    return made


def test_a_second_coordinator_reads_the_post_of_the_pool_and_admits_people(region: Region, deputy: Home) -> None:
    assert deputy.ring.admits
    new = admit(deputy, region)
    new.ring.trust(region.home(HUB).ring.directory, region.home(HUB).ring.card.fingerprint)
    region.deliver()
    asker = region.home(ASKER)
    assert "Lo Verzinga" in [one.name for one in asker.desk.people("expert")]
    asker.desk.ask(said.Submit(request=request()))
    region.deliver()
    for home in (region.home(HUB), deputy):
        assert [row.status for row in home.store.rows()] == ["INGEDIEND"]


def test_what_a_coordinator_says_to_the_other_is_not_set_apart_in_their_own_home(region: Region, deputy: Home) -> None:
    """Both fetch one mailbox; once an envelope was not sealed for who wrote it."""
    hub = region.home(HUB)
    region.deliver()
    thread = region.home(ASKER).desk.ask(said.Submit(request=request()))
    region.deliver()
    hub.desk.say(thread, said.Triage())
    assert hub.desk.send(region.share).sent == 2
    (own,) = [one for one in (region.share / "pool").iterdir() if one.stem in hub.store.known() - deputy.store.known()]
    before = SetApart(sha256(own.read_bytes()).hexdigest(), own.name, own.read_bytes(), "niet_voor_dit_apparaat")
    hub.store.keep(Unit(apart=[before]))  # as every release until now did
    own.rename(own.with_name(f"kopie van {own.name}"))
    done = hub.desk.receive(region.share)
    assert (done.read, done.apart, hub.store.set_apart()) == (0, [], [])
    assert deputy.desk.receive(region.share).read == 1 and deputy.desk.consult(thread).status == "TRIAGE"
    assert hub.desk.name_of("pool") == DEPUTY.name, "who waits for it is the other one"


def test_a_home_put_back_from_a_backup_finds_in_the_mailbox_what_it_said_after_it(
    region: Region, deputy: Home, tmp_path: Path
) -> None:
    hub = region.home(HUB)
    region.deliver()
    thread = region.home(ASKER).desk.ask(said.Submit(request=request()))
    region.deliver()
    made = backup(hub.vault, tmp_path, region.clock.now)
    hub.desk.say(thread, assign(asked=hub.desk.consult(thread).request, asker=ASKER))
    region.deliver()
    hub.close()
    shutil.rmtree(hub.folder)
    restore(made, hub.folder, PASSPHRASE, region.clock.now)
    again = region.homes[HUB.id] = Home(hub.folder, region.clock)
    assert again.desk.consult(thread).status == "INGEDIEND"
    done = again.desk.receive(region.share)
    assert (done.apart, again.store.set_apart()) == ([], [])
    assert again.desk.consult(thread) == deputy.desk.consult(thread)
    assert list(again.desk.consult(thread).experts) == [EXPERT.id]


def test_nobody_joins_without_being_vouched_for(region: Region) -> None:
    alone = Home(region.root / "alone", region.clock)
    alone.ring.start(DEPUTY, region.clock.today, joins=True)
    assert not alone.ring.admits and not alone.ring.is_enrolled(region.clock.today)
    with pytest.raises(NotTheCoordinator):
        alone.ring.withdraw(alone.ring.card.device, region.clock.today, "zomaar")
    alone.close()


def test_whom_a_second_coordinator_calls_coordinator_admits_nobody(region: Region, deputy: Home) -> None:
    third = Home(region.root / "third", region.clock)
    region.homes["third"] = third
    third.ring.start(DEPUTY.model_copy(update={"id": "hub-3"}), region.clock.today, joins=True)
    deputy.ring.admit(third.ring.request(), third.ring.card.fingerprint, region.clock.today)
    third.ring.trust(region.home(HUB).ring.directory, region.home(HUB).ring.card.fingerprint)
    third.ring.update(deputy.ring.directory)
    assert third.ring.is_enrolled(region.clock.today) and not third.ring.admits


def test_a_revoked_second_coordinator_is_not_believed_any_more(region: Region, deputy: Home) -> None:
    admit(deputy, region)
    hub = region.home(HUB)
    hub.ring.update(deputy.ring.directory)
    assert NEW.name in [one.name for one in hub.desk.people("expert")]
    hub.ring.withdraw(deputy.ring.card.device, region.clock.today, "uit dienst")
    assert NEW.name not in [one.name for one in hub.desk.people("expert")]


def test_prolonging_holds_a_year_from_that_day(region: Region) -> None:
    hub, asker = region.home(HUB), region.home(ASKER)
    device = asker.ring.card.device
    region.clock.now += timedelta(days=300)
    hub.ring.prolong(hub.ring.card.device, region.clock.today)
    assert hub.ring.prolong(device, region.clock.today).valid_until > region.clock.today + timedelta(days=360)
    region.clock.now += timedelta(days=200)
    asker.ring.update(directory_from(to_bytes(hub.ring.directory), "adresboek.json"))
    assert asker.ring.is_enrolled(region.clock.today)
    hub.ring.withdraw(device, region.clock.today, "laptop gestolen")
    with pytest.raises(NotInTheBook):
        hub.ring.prolong(device, region.clock.today)


def test_who_ran_out_is_still_named_and_who_was_revoked_is_not(region: Region) -> None:
    """Nobody writes to them, and a coordinator finds there whom to prolong."""
    hub, expert = region.home(HUB), region.home(EXPERT)
    hub.ring.withdraw(expert.ring.card.device, region.clock.today, "uit dienst")
    region.clock.now += timedelta(days=400)
    book = hub.ring.directory
    assert book.open_on(region.clock.today) == ()
    named = {one.card.party.name: one.valid_until < region.clock.today for one in book.devices}
    assert named == dict.fromkeys((HUB.name, ASKER.name, SECOND.name), True)


def test_an_address_book_of_strangers_in_the_folder_holds_no_post_back(region: Region, tmp_path: Path) -> None:
    hub, asker = region.home(HUB), region.home(ASKER)
    thread = asker.desk.ask(said.Submit(request=request()))
    asker.desk.send(region.share)
    false = Region(tmp_path / "elsewhere")
    (region.share / "adresboek.json").write_bytes(false.home(HUB).ring.book_file())
    false.close()
    done = hub.desk.receive(region.share)
    assert done.read == 1 and "niet getekend door de coördinator" in done.problem
    assert hub.desk.consult(thread).status == "INGEDIEND"


@pytest.mark.parametrize("lies_there", [b'{"schema": "ijkpunt/dir', b" " * (MOST_BYTES + 1)], ids=["half", "large"])
def test_a_broken_address_book_in_the_folder_holds_no_post_back(region: Region, lies_there: bytes) -> None:
    hub, asker = region.home(HUB), region.home(ASKER)
    (region.share / "adresboek.json").write_bytes(lies_there)
    thread = asker.desk.ask(said.Submit(request=request()))
    asker.desk.send(region.share)
    assert "staat geen adresboek" in hub.desk.send(region.share).problem
    assert hub.desk.receive(region.share).read == 1
    hub.desk.say(thread, said.Triage())
    assert hub.desk.send(region.share).sent == 1
    assert (region.share / "adresboek.json").read_bytes() == lies_there  # what others laid there is theirs


def test_a_device_whose_start_was_cut_off_can_be_started(region: Region, tmp_path: Path) -> None:
    home = Home(tmp_path / "nieuw", region.clock)
    home.db.execute("CREATE TRIGGER stop BEFORE INSERT ON pool_key WHEN NEW.name = 'roots' "
                    "BEGIN SELECT RAISE(ABORT, 'cut off'); END")  # fmt: skip
    with pytest.raises(driver.IntegrityError):
        home.ring.start(HUB, region.clock.today)
    assert home.ring.card is None
    home.db.execute("DROP TRIGGER stop")
    home.ring.start(HUB, region.clock.today)
    assert home.ring.admits
    home.close()


def test_who_is_not_taken_over_is_not_trusted_either(region: Region, tmp_path: Path) -> None:
    """The card of a coordinator with another's signature under it: the fingerprint is right, the book is not theirs."""
    hub, home = region.home(HUB), Home(tmp_path / "nieuw", region.clock)
    assert hub.ring.card is not None
    home.ring.start(ASKER, region.clock.today)
    own, other, *_ = sorted(hub.ring.directory.certificates, key=lambda one: one.card != hub.ring.card)
    wrong = own.model_copy(update={"signature": other.signature})
    with pytest.raises(NotTrusted):
        home.ring.trust(Directory(certificates=(wrong,)), hub.ring.card.fingerprint)
    assert not home.ring.trusts
    home.close()


def test_a_device_that_knows_it_was_revoked_says_nothing_more(region: Region) -> None:
    hub, asker = region.home(HUB), region.home(ASKER)
    assert asker.ring.card is not None
    hub.ring.withdraw(asker.ring.card.device, region.clock.today, "laptop kwijt")
    asker.ring.update(hub.ring.directory)
    with pytest.raises(MayNotSay, match="ingetrokken: wat u hier zegt, kan niemand lezen"):
        asker.desk.ask(said.Submit(request=request()))
    assert asker.store.rows() == [] and asker.store.waiting() == []
