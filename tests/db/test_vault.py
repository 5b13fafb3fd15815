"""Getting in, staying out, and what stands on the disk meanwhile."""
from __future__ import annotations

import json
import random
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from db import vault as vaults
from db.errors import (
    CloudFolder,
    DamagedVault,
    HomeIncomplete,
    HomeInUse,
    HomeMissing,
    HomeTaken,
    MistypedRecoveryKey,
    NewerDatabase,
    NotWritable,
    PassphraseTooShort,
    StoreError,
    WrongPassphrase,
    WrongRecoveryKey,
    WrongSecret,
)
from db.keys import Cost
from db.recovery import new_recovery_key
from tests.db.conftest import PASSPHRASE, TINY, reopen

ROOT = Path(__file__).parents[2]


@pytest.fixture
def made(home: Path) -> tuple[Path, str, bytes]:
    """A home that exists and is closed, its recovery key and its database key."""
    vault, recovery = vaults.create(home, PASSPHRASE, TINY)
    key = vault.key
    vault.close()
    return home, recovery, key


def test_the_passphrase_opens(made) -> None:
    home, _, key = made
    with vaults.unlock(home, PASSPHRASE) as vault:
        assert vault.key == key


def test_an_accent_typed_in_two_strokes_is_the_same(home: Path) -> None:
    phrase = "één café vol reuzen"
    vaults.create(home, unicodedata.normalize("NFC", phrase), TINY)[0].close()
    vaults.unlock(home, unicodedata.normalize("NFD", phrase)).close()


def test_a_wrong_passphrase_keeps_out_and_lets_try_again(made) -> None:
    home, _, _ = made
    with pytest.raises(WrongPassphrase, match="wachtzin"):
        vaults.unlock(home, PASSPHRASE + "!")
    vaults.unlock(home, PASSPHRASE).close()


def test_the_recovery_key_opens_however_it_is_typed(made) -> None:
    home, recovery, key = made
    sloppy = recovery.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    with vaults.unlock_with_recovery(home, sloppy) as vault:
        assert vault.key == key


def test_a_typing_mistake_in_the_recovery_key_names_the_group(made) -> None:
    home, recovery, _ = made
    wrong = recovery[:12] + ("A" if recovery[12] != "A" else "B") + recovery[13:]
    with pytest.raises(MistypedRecoveryKey, match="groep 3"):
        vaults.unlock_with_recovery(home, wrong)


def test_the_recovery_key_of_another_home(made, tmp_path: Path) -> None:
    other, recovery = vaults.create(tmp_path / "ander", PASSPHRASE, TINY)
    other.close()
    with pytest.raises(WrongRecoveryKey):
        vaults.unlock_with_recovery(made[0], recovery)


def test_changing_the_passphrase_keeps_the_key_and_the_recovery_key(made) -> None:
    home, recovery, key = made
    with vaults.unlock_with_recovery(home, recovery) as vault:
        vaults.change_passphrase(vault, "een heel andere zin", TINY)
    with pytest.raises(WrongPassphrase):
        vaults.unlock(home, PASSPHRASE)
    with vaults.unlock(home, "een heel andere zin") as vault:
        assert vault.key == key
    vaults.unlock_with_recovery(home, recovery).close()


def test_a_new_recovery_key_replaces_the_lost_one(made) -> None:
    home, recovery, _ = made
    with vaults.unlock(home, PASSPHRASE) as vault:
        fresh = new_recovery_key()
        vaults.change_recovery_key(vault, fresh)
    with pytest.raises(WrongRecoveryKey):
        vaults.unlock_with_recovery(home, recovery)
    vaults.unlock_with_recovery(home, fresh).close()


def test_either_secret_shows_that_one_may_change_them(made) -> None:
    home, recovery, key = made
    with vaults.unlock(home, PASSPHRASE):  # also of a home that is open
        assert vaults.key_by_either(home, PASSPHRASE) == vaults.key_by_either(home, recovery.lower()) == key
        for wrong in ("iets heel anders", new_recovery_key(), ""):
            with pytest.raises(WrongSecret, match="wachtzin of herstelsleutel klopt niet"):
                vaults.key_by_either(home, wrong)


def test_a_short_passphrase_is_refused_before_anything_is_made(home: Path) -> None:
    with pytest.raises(PassphraseTooShort, match="minstens 8"):
        vaults.create(home, "kort", TINY)
    assert not home.exists()


def test_a_closed_vault_has_no_key(made) -> None:
    vault = vaults.unlock(made[0], PASSPHRASE)
    vault.close()
    with pytest.raises(AssertionError):
        _ = vault.key


def test_a_second_window_is_kept_out_until_the_first_is_gone(made) -> None:
    home, _, _ = made
    code = ("import sys, pathlib; from db import vault; v = vault.unlock(pathlib.Path(sys.argv[1]), sys.argv[2]); "
            "print('open', flush=True); sys.stdin.read()")
    with subprocess.Popen([sys.executable, "-c", code, str(home), PASSPHRASE], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, cwd=ROOT) as other:
        assert other.stdout is not None and other.stdout.readline().strip() == b"open"
        with pytest.raises(HomeInUse, match="al open"):
            vaults.unlock(home, PASSPHRASE)
        other.kill()
        other.wait()
    vaults.unlock(home, PASSPHRASE).close()


def test_a_second_window_in_one_process(made) -> None:
    with vaults.unlock(made[0], PASSPHRASE), pytest.raises(HomeInUse):
        vaults.unlock(made[0], PASSPHRASE)


def test_no_home_half_a_home_and_a_taken_home(made, tmp_path: Path) -> None:
    home, _, _ = made
    with pytest.raises(HomeMissing):
        vaults.unlock(tmp_path / "leeg", PASSPHRASE)
    with pytest.raises(HomeTaken):
        vaults.create(home, PASSPHRASE, TINY)
    (home / "ijkpunt.db").rename(home / "weg.db")
    with pytest.raises(HomeIncomplete, match=r"ijkpunt\.db"):
        vaults.unlock(home, PASSPHRASE)
    (home / "weg.db").rename(home / "ijkpunt.db")
    (home / "vault.json").unlink()
    with pytest.raises(HomeIncomplete, match=r"vault\.json"):
        vaults.unlock(home, PASSPHRASE)
    with pytest.raises(HomeIncomplete):  # beginning anew would bury what is there
        vaults.create(home, PASSPHRASE, TINY)


def test_a_home_cut_short_while_being_made_is_made_again(home: Path) -> None:
    home.mkdir()
    (home / "ijkpunt.db.new").write_bytes(b"half")
    vaults.create(home, PASSPHRASE, TINY)[0].close()
    reopen(home).close()


def test_a_file_where_the_home_should_be(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("hallo")
    with pytest.raises(NotWritable):
        vaults.create(tmp_path / "bestand", PASSPHRASE, TINY)


def test_a_synchronised_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CloudFolder, match="OneDrive"):
        vaults.create(tmp_path / "OneDrive - Gemeente Fictema" / "ijkpunt", PASSPHRASE, TINY)


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows the user profile guards the folder")
def test_only_the_owner_may_look(store) -> None:
    store.set("people.p1.name", "Noor Oefenstra")
    store.home.chmod(0o755)
    store.close()
    again = reopen(store.home)
    assert {path.name: oct(path.stat().st_mode & 0o777) for path in (store.home, *store.home.iterdir())} == {
        "home": "0o700", "vault.json": "0o600", "ijkpunt.lock": "0o600",
        "ijkpunt.db": "0o600", "ijkpunt.db-wal": "0o600", "ijkpunt.db-shm": "0o600",
    }
    again.close()


def test_no_word_and_no_key_stands_readable_on_the_disk(store) -> None:
    store.set("people.p1.name", "KANARIE-in-een-antwoord")
    store.cases.draft("c1", "report.summary", "KANARIE-in-een-klad", 3)
    store.cases.describe("c1", title="KANARIE-in-een-titel")
    store.cases.search("KANARIE")
    files = {path.name: path.read_bytes() for path in store.home.iterdir()}
    assert "ijkpunt.db-wal" in files
    for name, data in files.items():
        for secret in (b"KANARIE", b"kanarie", PASSPHRASE.encode(), store.vault.key, store.vault.key.hex().encode()):
            assert secret not in data, (name, secret)


def test_any_damage_to_the_header_is_said(made) -> None:
    home, _, key = made
    good = (home / "vault.json").read_bytes()
    chance = random.Random(2)
    for _ in range(100):
        bad = bytearray(good)
        place = chance.randrange(len(bad))
        bad[place] ^= 1 << chance.randrange(8)
        (home / "vault.json").write_bytes(bad)
        try:
            with vaults.unlock(home, PASSPHRASE) as vault:
                assert vault.key == key  # a flip in the white space between the fields
        except (DamagedVault, NewerDatabase):
            pass


@pytest.mark.parametrize("text", ["", "hallo", "[]", "{}", "3", '"x"', "[" * 100_000, '{"check": 1}'])
def test_a_header_that_is_none(made, text: str) -> None:
    (made[0] / "vault.json").write_text(text)
    with pytest.raises(DamagedVault, match="sleutelbestand"):
        vaults.unlock(made[0], PASSPHRASE)


def rewrite(home: Path, **changes: object) -> None:
    """Change the header and make its checksum fit again, as somebody with intent would."""
    header = json.loads((home / "vault.json").read_text())
    header.pop("check")
    header |= changes
    (home / "vault.json").write_text(json.dumps(header | {"check": vaults._check(header)}))


def test_a_header_from_a_newer_version(made) -> None:
    rewrite(made[0], version=2)
    with pytest.raises(NewerDatabase, match="nieuwere versie"):
        vaults.unlock(made[0], PASSPHRASE)


@pytest.mark.parametrize("cost", [
    {"time": 2, "memory_kib": 64, "lanes": 1},  # cheaper or dearer than it was made with: authenticated
    {"time": 1, "memory_kib": 2**40, "lanes": 1}, {"time": 0, "memory_kib": 64, "lanes": 1},
    {"time": "1", "memory_kib": 64, "lanes": 1}, {"time": 1.0, "memory_kib": 64, "lanes": 1}, {}, None,
])
def test_a_header_altered_with_intent_does_not_open(made, cost: object) -> None:
    home, _, _ = made
    slot = json.loads((home / "vault.json").read_text())["passphrase"] | {"argon2id": cost}
    rewrite(home, passphrase=slot)
    with pytest.raises((WrongPassphrase, DamagedVault)):
        vaults.unlock(home, PASSPHRASE)


def test_slots_cannot_be_swapped(made) -> None:
    home, recovery, _ = made
    header = json.loads((home / "vault.json").read_text())
    rewrite(home, recovery={name: header["passphrase"][name] for name in ("salt", "nonce", "wrapped")})
    with pytest.raises(WrongRecoveryKey):
        vaults.unlock_with_recovery(home, recovery)


def test_production_never_goes_below_the_floor() -> None:
    cost = Cost.calibrated(seconds=0)
    assert cost.memory_kib >= 64 * 1024 and cost.time >= 3 and cost.lanes >= 1


def test_every_known_mishap_says_what_to_do() -> None:
    for kind in StoreError.__subclasses__():
        assert kind.sentence != StoreError.sentence and kind.sentence.endswith("."), kind
        assert len(kind.sentence.split()) > 6, kind
