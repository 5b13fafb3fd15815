"""Disks, folders and programs that give up halfway: the post waits with a reason, and nothing is applied twice."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from casework.pool import bodies as said
from casework.pool import messages
from casework.pool.reuse import Reusable
from db.errors import DiskFull
from db.exchange import folder as folders
from db.exchange.envelope import SUFFIX, seal
from db.exchange.folder import FolderClosed, FolderFull
from desktop.pool.knowledge_base import publish
from tests.casework.pool_talk import ASKER, EXPERT, HUB, request
from tests.db.pool_homes import MONDAY, Home, Region
from tests.db.test_disk_full import fill_up, room


def ask(home: Home, **changes: object) -> str:
    return home.desk.ask(said.Submit(request=request(**changes)))


def reusable(number: str) -> Reusable:
    return Reusable(id=number * 32, question="Wanneer past logeren?", answer="Als ouders weer kracht krijgen.",
                    level="basisondersteuning", on=MONDAY.date(), until=date(2027, 11, 23), read_by="Rik")  # fmt: skip


def in_mail(region: Region, mailbox: str = "pool") -> list[Path]:
    return sorted((region.share / mailbox).glob(f"*{SUFFIX}"))


class TestFullDisk:
    def test_what_is_said_is_kept_with_its_envelope_or_not_at_all(self, region: Region) -> None:
        asker = region.home(ASKER)
        fill_up(asker)
        with pytest.raises(DiskFull):
            ask(asker, tried="x" * 19_000)
        assert asker.store.rows() == [] and asker.store.waiting() == []
        room(asker)
        thread = ask(asker, tried="x" * 19_000)
        assert asker.store.post_of(thread) == (0, 1)

    def test_what_comes_in_is_read_once_there_is_room(self, region: Region) -> None:
        asker, hub = region.home(ASKER), region.home(HUB)
        for _ in range(5):
            ask(asker, tried="x" * 19_000)
        asker.desk.send(region.share)
        fill_up(hub)
        with pytest.raises(DiskFull):
            hub.desk.receive(region.share)
        assert hub.store.rows() == [] and hub.store.known() == frozenset() and len(in_mail(region)) == 5
        room(hub)
        assert hub.desk.receive(region.share).read == 5

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    def test_a_full_share_keeps_the_post_waiting_and_leaves_no_half_file(self, region: Region) -> None:
        asker = region.home(ASKER)
        thread = ask(asker)
        (envelope, _), *_ = asker.store.waiting()
        place = region.share / "pool"
        place.mkdir()
        (place / f"{envelope.id}.{os.getpid()}.deel").symlink_to("/dev/full")
        done = asker.desk.send(region.share)
        assert (done.sent, done.waiting) == (0, 1) and "geen ruimte meer" in done.problem and str(place) in done.problem
        assert asker.store.waiting()[0][1] == done.problem and list(place.iterdir()) == []
        assert asker.desk.send(region.share).sent == 1 and asker.store.post_of(thread) == (1, 0)


    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    @pytest.mark.parametrize("name", ["adresboek.json", "kennisbank.json"])
    def test_a_coordinator_is_told_that_the_share_is_full_and_not_their_own_disk(
        self, region: Region, name: str
    ) -> None:
        hub = region.home(HUB)
        publish(hub.desk, reusable("1"))
        hub.desk.send(region.share)
        path = region.share / name
        before = path.read_bytes()
        hub.ring.withdraw(region.home(EXPERT).ring.card.device, region.clock.today, "uit dienst")
        publish(hub.desk, reusable("2"))
        path.with_name(f"{name}.{os.getpid()}.new").symlink_to("/dev/full")
        problem = hub.desk.send(region.share).problem
        assert "geen ruimte meer" in problem and str(region.share) in problem and "gaat de volgende keer mee" in problem
        assert path.read_bytes() == before
        assert not hub.desk.send(region.share).problem and path.read_bytes() != before


class TestFolder:
    @pytest.mark.skipif(os.name == "nt", reason="needs rights of a folder")
    def test_a_share_that_may_only_be_read_is_read_and_keeps_what_waits(self, region: Region) -> None:
        """Rights do not bind root, so this is tried as somebody else."""
        asker, hub = region.home(ASKER), region.home(HUB)
        ask(asker)
        asker.desk.send(region.share)
        assert hub.desk.receive(region.share).read == 1
        ask(asker)
        (envelope, _), *_ = asker.store.waiting()
        readable_by_all(region.share)
        with as_somebody_else():
            with pytest.raises(FolderClosed, match="mag u er schrijven"):
                folders.put(region.share, envelope)
            assert len(list(folders.lying_there(region.share, "pool", frozenset()))) == 1
        assert asker.desk.send(region.share).sent == 1

    @pytest.mark.skipif(os.name == "nt", reason="needs rights of a folder")
    def test_a_share_that_is_not_there_is_not_made_and_keeps_the_post_waiting(self, region: Region) -> None:
        asker, gone = region.home(ASKER), region.root / "stick"
        thread = ask(asker)
        done = asker.desk.send(gone)
        assert (done.sent, done.waiting) == (0, 1) and "Is de stick of de netwerkschijf aangesloten" in done.problem
        assert not gone.exists() and asker.store.post_of(thread) == (0, 1)
        assert asker.desk.send(region.share).sent == 1

    def test_what_lies_loose_for_somebody_else_is_left_to_lie(self, region: Region) -> None:
        asker, hub = region.home(ASKER), region.home(HUB)
        thread = ask(asker)
        asker.desk.send(region.share)
        (path,) = in_mail(region)
        loose = path.rename(region.share / f"brief voor de pool{SUFFIX}")
        for home in (asker, region.home(EXPERT)):
            done = home.desk.receive(region.share)
            assert (done.read, done.apart) == (0, []) and loose.exists()
        assert hub.desk.receive(region.share).read == 1 and hub.desk.consult(thread).status == "INGEDIEND"

    def test_a_file_a_virus_scanner_holds_waits_for_the_next_time(self, region: Region) -> None:
        asker, hub = region.home(ASKER), region.home(HUB)
        ask(asker)
        asker.desk.send(region.share)
        (path,) = in_mail(region)
        held = path.with_name("vastgehouden")
        path.rename(held)
        path.mkdir()  # opening it fails, as with a file that is held
        done = hub.desk.receive(region.share)
        assert (done.read, done.unfinished, done.apart) == (0, 1, [])
        path.rmdir()
        held.rename(path)
        assert hub.desk.receive(region.share).read == 1

    def test_the_folder_in_another_case_is_the_same_post(self, region: Region) -> None:
        """A stick or a share may shout: names of files and of their kind in capitals."""
        asker, hub = region.home(ASKER), region.home(HUB)
        ask(asker)
        asker.desk.send(region.share)
        (path,) = in_mail(region)
        loud = region.share / path.name.upper()
        path.rename(loud)
        assert hub.desk.receive(region.share).read == 1
        loud.with_name("kopie van " + loud.name).write_bytes(loud.read_bytes())
        assert hub.desk.receive(region.share).read == 0 and hub.store.set_apart() == []

    def test_no_room_and_no_access_are_two_sentences(self) -> None:
        told = {str(kind(folder="E:/post")) for kind in (FolderFull, FolderClosed)}
        assert len(told) == 2 and all("E:/post" in words and "bewaard" in words for words in told)


@pytest.mark.parametrize("number", [600, pytest.param(10_000, marks=pytest.mark.deep)])
def test_everything_at_once_after_leave(region: Region, number: int) -> None:
    """Each question once, those read half before it stopped too, and two odd files told apart among them."""
    asker, hub = region.home(ASKER), region.home(HUB)
    keys, card, to = asker.ring._keys, asker.ring.card, [hub.ring.card]
    for at in range(number):
        message = messages.say(f"{at:032x}", [], region.clock(), ASKER, said.Submit(request=request()))
        made = seal(messages.to_bytes(message), keys, card, "pool", to, message.thread, region.clock.today)
        folders.put(region.share, made)
    (region.share / "pool" / f"brief{SUFFIX}").write_bytes(b"Beste collega,\n\n\n")
    (region.share / "pool" / f"half{SUFFIX}").write_bytes(in_mail(region)[0].read_bytes()[:200])
    parts = hub.desk.receiving(region.share, 50)
    begun = sum(next(parts).read for _ in range(4))
    parts.close()  # the window was locked
    again = hub.desk.receive(region.share)
    assert 0 < begun < number and begun + again.read == number
    assert len(hub.store.known()) == number and sum(hub.store.counts().values()) == number
    assert again.unfinished == 1 and [one.name for one in hub.store.set_apart()] == [f"brief{SUFFIX}"]
    assert hub.desk.receive(region.share).read == 0


def test_what_holds_nothing_new_is_passed_in_parts_too(region: Region) -> None:
    """A window breathes between the parts: thousands of files that were read before, or set apart, are work as well."""
    asker, hub = region.home(ASKER), region.home(HUB)
    for _ in range(40):
        ask(asker)
    asker.desk.send(region.share)
    assert hub.desk.receive(region.share).read == 40
    for path in in_mail(region):
        path.rename(path.with_name(f"kopie van {path.name}"))
    parts = list(hub.desk.receiving(region.share, 10))
    assert len(parts) >= 4 and not any(part.read or part.apart for part in parts)

    twin = Home(region.root / "twin", region.clock)  # somebody the coordinator never met
    twin.ring.start(ASKER, region.clock.today)
    twin.ring.trust(hub.ring.directory, hub.ring.card.fingerprint)
    for _ in range(40):
        ask(twin)
    twin.desk.send(region.share)
    twin.close()
    assert len(hub.desk.receive(region.share).apart) == 40
    assert len(list(hub.desk.rechecking(10))) >= 4 and len(hub.store.set_apart()) == 40


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a signal that kills")
def test_killed_between_keeping_and_sending(region: Region) -> None:
    """The envelope lay in the folder, and the program fell before it noted that: it goes again, and counts once."""
    asker, hub = region.home(ASKER), region.home(HUB)
    threads = [ask(asker) for _ in range(3)]
    asker.close()
    child = subprocess.run(
        [sys.executable, "-m", "tests.db.killed_sender", str(asker.folder), str(region.share)],
        cwd=Path(__file__).parents[2],
    )
    assert child.returncode == -9 and len(in_mail(region)) == 2
    again = region.homes[ASKER.id] = Home(asker.folder, region.clock)
    assert len(again.store.waiting()) == 2  # of the second it was not noted that it went
    assert again.desk.send(region.share).sent == 2 and len(in_mail(region)) == 3
    assert hub.desk.receive(region.share).read == 3
    assert sorted(row.thread for row in hub.store.rows()) == sorted(threads)
    assert EXPERT.id not in {row.name for row in region.share.iterdir()}


def readable_by_all(folder: Path) -> None:
    """Also what is above it, which pytest keeps to itself; nobody else may write."""
    for path in (*folder.rglob("*"), folder, *folder.parents):
        if path == Path(path.anchor) or path.stat().st_uid != os.geteuid():
            continue
        path.chmod(path.stat().st_mode & ~0o022 | 0o555 if path.is_dir() else 0o444)


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """Rights as of a user who owns nothing here; nothing changes for who was no root."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65_534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_what_was_damaged_is_sent_again_and_applied_once(region: Region) -> None:
    asker, hub = region.home(ASKER), region.home(HUB)
    threads = [ask(asker), ask(asker)]
    asker.desk.send(region.share)
    first, second = in_mail(region)
    whole = first.read_bytes()
    first.write_bytes(b"X" + whole[1:])  # as long as it was, so nobody sees it from outside
    hub.desk.receive(region.share)
    (apart,) = hub.store.set_apart()
    assert "opnieuw te sturen" in apart.words and len(hub.store.rows()) == 1

    assert asker.desk.send_again(7) == 2
    asker.desk.send(region.share)
    assert first.read_bytes() == whole
    assert hub.desk.receive(region.share).read == 1
    assert hub.store.set_apart() == [] and {row.thread for row in hub.store.rows()} == set(threads)
    assert [len(hub.store.messages(thread)) for thread in threads] == [1, 1]
    assert second.exists() and hub.desk.receive(region.share).read == 0


def test_only_what_went_lately_is_sent_again(region: Region) -> None:
    asker = region.home(ASKER)
    ask(asker)
    asker.desk.send(region.share)
    region.clock.now += timedelta(days=10)
    ask(asker)
    asker.desk.send(region.share)
    assert asker.desk.send_again(7) == 1 and len(asker.store.waiting()) == 1
    assert asker.desk.sent_since(31) == 1
