"""Exchange through a folder: everything arrives once, whatever happens to the files, and nothing forged is believed."""

from __future__ import annotations

import json
import os
from datetime import timedelta
from pathlib import Path

import pytest

from casework.pool import bodies as said
from casework.pool import messages
from db.exchange import envelope
from db.exchange.cards import DeviceKeys, card_of, enrolment_from, to_bytes
from db.exchange.envelope import SUFFIX, EnvelopeProblem, MessageTooLarge, NobodyToWriteTo, seal
from db.exchange.home import NotTheCoordinator, WrongFingerprint
from tests.casework.pool_talk import ASKER, EXPERT, HUB, SECOND, THREAD, accept, advice, assign, release, request
from tests.db.pool_homes import Home, Region


def asked(region: Region) -> str:
    return region.home(ASKER).desk.ask(said.Submit(request=request()))


def in_mail_to(region: Region, who: str) -> list[Path]:
    return sorted((region.share / who).glob(f"*{SUFFIX}"))


def test_a_question_goes_round_and_comes_back_with_its_advice(region: Region) -> None:
    hub, asker, expert = region.home(HUB), region.home(ASKER), region.home(EXPERT)
    thread = asked(region)
    region.deliver()
    hub.desk.say(thread, assign(asked=hub.desk.consult(thread).request, asker=ASKER))
    region.deliver()
    expert.desk.say(thread, accept())
    expert.desk.say(thread, said.Advise(advice=advice()))
    region.deliver()
    hub.desk.say(thread, release(hub.desk.consult(thread)))
    region.deliver()
    for home in (hub, asker, expert):
        assert home.desk.consult(thread).status == "ADVIES_VASTGESTELD"
        assert home.desk.consult(thread).leading.advice == advice()
        assert home.store.waiting() == [] and home.store.set_apart() == []
    assert region.home(SECOND).store.rows() == []


def test_the_outside_of_an_envelope_tells_nothing_of_anybody(region: Region) -> None:
    asked(region)
    region.home(ASKER).desk.send(region.share)
    (path,) = in_mail_to(region, "pool")
    outside = path.name.encode() + path.read_bytes()
    for words in ("Oefenstra", "team West", "basishulp", "CONSULTATIE", "submit"):
        assert words.encode() not in outside
    header = json.loads(path.read_bytes().split(b"\n")[1])
    assert set(header) == {"v", "kind", "mailbox", "thread", "sender", "prev", "day", "pad", "size", "nonce", "keys"}
    assert header["size"] - 16 in (1024, 4096, 16_384)


@pytest.mark.parametrize("change", ["renamed", "upper case", "copied", "loose in the folder"])
def test_what_happens_to_a_file_name_does_not_matter(region: Region, change: str) -> None:
    asked(region)
    region.home(ASKER).desk.send(region.share)
    (path,) = in_mail_to(region, "pool")
    if change == "renamed":
        path.rename(path.with_name(f"conflicterende kopie{SUFFIX}"))
    elif change == "upper case":
        path.rename(path.with_name(path.name.upper()))
    elif change == "copied":
        path.with_name(f"{path.stem} (1){SUFFIX}").write_bytes(path.read_bytes())
    else:
        path.rename(region.share / path.name)
    hub = region.home(HUB)
    assert hub.desk.receive(region.share).read == 1
    assert hub.desk.receive(region.share).read == 0
    assert len(hub.store.rows()) == 1 and hub.store.set_apart() == []


@pytest.mark.parametrize("length", [0, 5, 18, 30, 400, -1])
def test_half_a_file_waits_for_its_other_half(region: Region, length: int) -> None:
    asked(region)
    region.home(ASKER).desk.send(region.share)
    (path,) = in_mail_to(region, "pool")
    whole = path.read_bytes()
    path.write_bytes(whole[:length])
    hub = region.home(HUB)
    half = hub.desk.receive(region.share)
    assert (half.read, half.unfinished, half.apart) == (0, 1, [])
    path.write_bytes(whole)
    assert hub.desk.receive(region.share).read == 1


class TestForged:
    def apart(self, region: Region, home: Home) -> list[str]:
        region.clock.now += timedelta(minutes=1)
        done = home.desk.receive(region.share)
        assert done.read == 0 and all(one.data for one in done.apart)
        assert home.desk.receive(region.share).apart == []  # told once, kept for good
        return [one.code for one in home.store.set_apart()]

    def sent(self, region: Region) -> Path:
        asked(region)
        region.home(ASKER).desk.send(region.share)
        return in_mail_to(region, "pool")[0]

    def test_a_changed_body(self, region: Region) -> None:
        path = self.sent(region)
        path.write_bytes(path.read_bytes()[:-1] + b"\0")
        assert self.apart(region, region.home(HUB)) == ["vervalst"]

    def test_a_changed_header(self, region: Region) -> None:
        path = self.sent(region)
        path.write_bytes(path.read_bytes().replace(b'"kind":"message"', b'"kind":"massage"'))
        assert self.apart(region, region.home(HUB)) == ["vervalst"]

    def test_a_stripped_recipient(self, region: Region) -> None:
        path = self.sent(region)
        magic, header, rest = path.read_bytes().split(b"\n", 2)
        head = json.loads(header) | {"keys": []}
        path.write_bytes(b"\n".join((magic, json.dumps(head, sort_keys=True, separators=(",", ":")).encode(), rest)))
        assert self.apart(region, region.home(HUB)) == ["vervalst"]

    def test_replayed_into_another_mailbox(self, region: Region) -> None:
        path = self.sent(region)
        other = region.share / EXPERT.id / path.name
        other.parent.mkdir(exist_ok=True)
        path.rename(other)
        assert self.apart(region, region.home(EXPERT)) == ["andere_postbus"]

    def test_no_envelope_at_all(self, region: Region) -> None:
        (region.share / "pool").mkdir()
        (region.share / "pool" / f"brief{SUFFIX}").write_bytes(b"Beste collega, \xff\n\n\n")
        (region.share / "pool" / "lees mij.txt").write_text("geen envelop")
        assert self.apart(region, region.home(HUB)) == ["geen_envelop"]

    def test_of_a_version_to_come(self, region: Region) -> None:
        path = self.sent(region)
        path.write_bytes(path.read_bytes().replace(b"ENVELOPE 1", b"ENVELOPE 2"))
        assert self.apart(region, region.home(HUB)) == ["nieuwere_versie"]

    def test_far_too_large(self, region: Region) -> None:
        path = self.sent(region)
        path.write_bytes(path.read_bytes() + b"\0" * envelope.MOST_BYTES)
        assert self.apart(region, region.home(HUB)) == ["geen_envelop"]

    def test_somebody_who_speaks_for_another(self, region: Region) -> None:
        """An expert with good keys writes as if the coordinator said it."""
        expert, hub = region.home(EXPERT), region.home(HUB)
        message = messages.say(THREAD, [], region.clock.now, HUB, said.Triage())
        made = seal(messages.to_bytes(message), expert.ring._keys, expert.ring.card, "pool", [hub.ring.card], THREAD,
                    region.clock.today)  # fmt: skip
        (region.share / "pool").mkdir()
        (region.share / "pool" / f"{made.id}{SUFFIX}").write_bytes(made.data)
        assert self.apart(region, hub) == ["vervalst"]

    def test_a_revoked_device_whatever_day_it_claims(self, region: Region) -> None:
        asker, hub = region.home(ASKER), region.home(HUB)
        hub.ring.withdraw(asker.ring.card.device, region.clock.today, "laptop gestolen")
        asker.skew = timedelta(days=-30)
        self.sent(region)
        assert self.apart(region, hub) == ["ingetrokken"]
        asker.skew = timedelta(0)
        with pytest.raises(NobodyToWriteTo):
            hub.desk.say(asked_in(hub), assign(asker=ASKER))

    def test_a_certificate_that_ran_out(self, region: Region) -> None:
        hub = region.home(HUB)
        region.clock.now += timedelta(days=370)
        asker = region.home(ASKER)
        card = hub.ring.card
        made = seal(b"{}", asker.ring._keys, asker.ring.card, "pool", [card], THREAD, region.clock.today)
        (region.share / "pool").mkdir()
        (region.share / "pool" / f"{made.id}{SUFFIX}").write_bytes(made.data)
        assert self.apart(region, hub) == ["verlopen_sleutel"]


def asked_in(hub: Home) -> str:
    """A question that reached the coordinator before its asker's device was revoked."""
    message = messages.say("a" * 32, [], hub.clock.now, ASKER, said.Submit(request=request()))
    from db.pool import Said, Unit

    hub.store.keep(Unit(said=[Said(message.id, message.thread, "", messages.to_bytes(message))]))
    return message.thread


def test_a_stranger_is_set_apart_until_the_address_book_knows_them(region: Region) -> None:
    hub = region.home(HUB)
    stranger = Home(region.root / "stranger", region.clock)
    party = ASKER.model_copy(update={"id": "stranger", "name": "Bo Verzinga"})
    stranger.ring.start(party, region.clock.today)
    stranger.ring.trust(hub.ring.directory, hub.ring.card.fingerprint)
    stranger.desk.ask(said.Submit(request=request()))
    stranger.desk.send(region.share)
    assert [one.code for one in hub.desk.receive(region.share).apart] == ["onbekende_afzender"]
    hub.ring.admit(stranger.ring.request(), stranger.ring.card.fingerprint, region.clock.today)
    assert hub.desk.receive(region.share).read == 1
    assert hub.store.set_apart() == [] and len(hub.store.rows()) == 1
    stranger.close()


def test_a_clock_two_days_off_changes_nothing(region: Region) -> None:
    region.home(ASKER).skew = timedelta(days=-2)
    region.home(HUB).skew = timedelta(days=2)
    asked(region)
    region.deliver()
    assert [row.status for row in region.home(HUB).store.rows()] == ["INGEDIEND"]


def test_an_answer_before_its_question_waits_in_sight(region: Region) -> None:
    hub, asker = region.home(HUB), region.home(ASKER)
    thread = asked(region)
    asker.desk.say(thread, said.Withdraw(reason="Toch niet nodig."))
    asker.desk.send(region.share)
    paths = in_mail_to(region, "pool")
    held = {path: path.read_bytes() for path in paths}
    first = next(path for path in paths if is_question(hub, held[path]))
    first.unlink()
    hub.desk.receive(region.share)
    assert [one.waiting for one in hub.desk.consult(thread).aside] == [True]
    first.write_bytes(held[first])
    hub.desk.receive(region.share)
    assert hub.desk.consult(thread).status == "INGETROKKEN" and not hub.desk.consult(thread).aside


def is_question(hub: Home, data: bytes) -> bool:
    opened = envelope.Reader(hub.ring._keys, hub.ring.card, hub.ring.directory).open(envelope.look_at(data))
    return messages.from_bytes(opened.payload).body.kind == "submit"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="folder rights do not bind this user")
def test_a_folder_that_may_not_be_written_keeps_the_post_waiting(region: Region) -> None:
    asked(region)
    region.share.chmod(0o500)
    try:
        done = region.home(ASKER).desk.send(region.share)
    finally:
        region.share.chmod(0o700)
    assert (done.sent, done.waiting) == (0, 1) and done.problem
    assert region.home(ASKER).desk.send(region.share).sent == 1


def test_a_file_in_the_place_of_the_folder_keeps_the_post_waiting_with_a_reason(region: Region) -> None:
    thread = asked(region)
    blocked = region.root / "a file"
    blocked.write_bytes(b"")
    asker = region.home(ASKER)
    done = asker.desk.send(blocked)
    assert (done.sent, done.waiting) == (0, 1) and str(blocked) in done.problem
    assert asker.store.post_of(thread) == (0, 1) and asker.store.waiting()[0][1] == done.problem
    assert asker.desk.send(region.share).sent == 1 and asker.store.post_of(thread) == (1, 0)


def test_a_folder_that_is_not_there_holds_no_post(region: Region, tmp_path: Path) -> None:
    assert region.home(HUB).desk.receive(tmp_path / "weg").read == 0


def test_what_is_far_too_long_is_not_said_at_all(region: Region) -> None:
    asker = region.home(ASKER)
    long = request(profile=tuple((str(n), "x" * 19_000) for n in range(20)))
    with pytest.raises(MessageTooLarge):
        asker.desk.ask(said.Submit(request=long))
    assert asker.store.rows() == [] and asker.store.waiting() == []


class TestEnrolling:
    def test_only_the_one_where_the_pool_began_admits(self, region: Region) -> None:
        asker = region.home(ASKER)
        with pytest.raises(NotTheCoordinator):
            asker.ring.admit(asker.ring.request(), asker.ring.card.fingerprint, region.clock.today)

    def test_another_fingerprint_admits_nobody(self, region: Region) -> None:
        hub, asker = region.home(HUB), region.home(ASKER)
        with pytest.raises(WrongFingerprint):
            hub.ring.admit(asker.ring.request(), "00000 " * 6, region.clock.today)
        with pytest.raises(WrongFingerprint):
            asker.ring.trust(hub.ring.directory, asker.ring.card.fingerprint)

    def test_a_request_is_signed_by_the_keys_in_it(self, region: Region) -> None:
        mine, other = DeviceKeys.new(), DeviceKeys.new()
        good = to_bytes(region.home(ASKER).ring.request())
        assert enrolment_from(good, "aanmelding.json").card == region.home(ASKER).ring.card
        stolen = json.loads(good) | {"card": json.loads(card_of(mine, ASKER, ASKER.id).model_dump_json(by_alias=True))}
        with pytest.raises(Exception, match="ongeschonden"):
            enrolment_from(json.dumps(stolen).encode(), "aanmelding.json")
        assert card_of(mine, ASKER, "a").fingerprint != card_of(other, ASKER, "a").fingerprint

    def test_an_address_book_of_another_pool_is_not_believed(self, region: Region, tmp_path: Path) -> None:
        false = Region(tmp_path / "elsewhere")
        book = false.home(HUB).ring.directory
        before = region.home(ASKER).ring.directory
        with pytest.raises(Exception, match="niet getekend door de coördinator"):
            region.home(ASKER).ring.update(book)
        assert region.home(ASKER).ring.directory == before
        false.close()

    def test_the_address_book_travels_with_the_post(self, region: Region) -> None:
        hub, asker = region.home(HUB), region.home(ASKER)
        new = Home(region.root / "new", region.clock)
        new.ring.start(SECOND.model_copy(update={"id": "third", "name": "Lo Fictema"}), region.clock.today)
        hub.ring.admit(new.ring.request(), new.ring.card.fingerprint, region.clock.today)
        region.deliver()
        assert "Lo Fictema" in [party.name for party in asker.desk.people("expert")]
        new.close()


def test_secrets_do_not_show_themselves() -> None:
    keys = DeviceKeys.new()
    assert keys.signing.secret.hex() not in repr(keys) and str(keys) == "DeviceKeys(…)"


def test_the_words_of_every_problem_say_what_to_do() -> None:
    for code in envelope.WORDS:
        assert str(EnvelopeProblem(code)).endswith(".")
