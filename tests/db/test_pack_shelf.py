"""Installing a pack: from whom, not back in time, wholly or not at all, and what ran before stays."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from casework.knowledge import Pack, PackError, load
from db.errors import NotWritable
from db.packs import (
    DamagedIssuers,
    Downgrade,
    SameVersionOtherContent,
    SaysOtherwise,
    Shelf,
    UnknownIssuer,
    WrongIssuer,
)
from db.releases import Release, pack_up, read_release
from db.signing import SigningKey
from tests.casework.test_knowledge_loader import FACTS, PATHS, TINY

KEY, OTHER = SigningKey.new(), SigningKey.new()


def release(version: str, key: SigningKey = KEY, note: str = "", says: str = "") -> Release:
    """The tiny pack as a release of that version; note changes its content, says what it calls itself."""
    files = {
        f"oefenland/{path.relative_to(TINY).as_posix()}": path.read_bytes() for path in sorted(TINY.rglob("*.yaml"))
    }
    manifest = files["oefenland/manifest.yaml"].decode().replace('version: "1.0"', f'version: "{says or version}"')
    files["oefenland/manifest.yaml"] = f"{manifest}# {note}\n".encode()
    return read_release(pack_up("oefenland", version, files, key), "x.ijkpak")


def check(folder: Path) -> Pack:
    return load(folder, FACTS, PATHS.__contains__)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "home")


@pytest.fixture
def stands(tmp_path: Path) -> Callable[[], dict[str, bytes]]:
    """Everything that stands in the home, by path."""

    def found() -> dict[str, bytes]:
        home = tmp_path / "home"
        return {str(path.relative_to(home)): path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file()}

    return found


def test_an_empty_home_has_no_packs(shelf: Shelf) -> None:
    assert (shelf.versions("oefenland"), shelf.current(), shelf.issuers("oefenland")) == ([], None, [])


def test_an_installed_pack_is_current_and_can_be_read(shelf: Shelf) -> None:
    assert shelf.install(release("1.0"), check, trust=KEY.public)
    current = shelf.current()
    assert current is not None and (current.id, current.version) == ("oefenland", "1.0")
    assert check(current.folder).version == "1.0"


def test_what_ran_before_stays_beside_the_new(shelf: Shelf) -> None:
    shelf.install(release("1.0"), check, trust=KEY.public)
    for version in ("1.2", "1.10"):
        assert shelf.install(release(version), check)
    assert [one.version for one in shelf.versions("oefenland")] == ["1.0", "1.2", "1.10"]
    current, first = shelf.current(), shelf.find("oefenland", "1.0")
    assert current is not None and current.version == "1.10"
    assert first is not None and check(first.folder).version == "1.0"
    assert shelf.find("oefenland", "9") is None


def test_a_stranger_is_refused_until_somebody_vouches(
    shelf: Shelf, stands: Callable[[], dict[str, bytes]]
) -> None:
    with pytest.raises(UnknownIssuer, match="--issuer-key"):
        shelf.install(release("1.0"), check)
    assert stands() == {}
    shelf.install(release("1.0"), check, trust=KEY.public)
    before = stands()
    with pytest.raises(UnknownIssuer):
        shelf.install(release("1.1", OTHER), check)
    assert stands() == before
    assert shelf.install(release("1.1", OTHER), check, trust=OTHER.public)
    assert shelf.issuers("oefenland") == [KEY.public, OTHER.public]


def test_a_key_that_is_not_the_one_that_signed_is_refused(shelf: Shelf, stands: Callable[[], dict[str, bytes]]) -> None:
    with pytest.raises(WrongIssuer, match="niet getekend met de sleutel die u opgaf"):
        shelf.install(release("1.0"), check, trust=OTHER.public)
    shelf.install(release("1.0"), check, trust=KEY.public)
    before = stands()
    with pytest.raises(WrongIssuer):  # also where the signer itself is trusted: something is not as its user thinks
        shelf.install(release("1.1"), check, trust=OTHER.public)
    assert stands() == before


def test_trust_is_for_one_pack(shelf: Shelf) -> None:
    shelf.install(release("1.0"), check, trust=KEY.public)
    assert shelf.issuers("ergens-anders") == []


def test_an_older_version_is_refused(shelf: Shelf, stands: Callable[[], dict[str, bytes]]) -> None:
    shelf.install(release("1.10"), check, trust=KEY.public)
    before = stands()
    with pytest.raises(Downgrade, match=r"1\.9 is ouder"):
        shelf.install(release("1.9"), check)
    assert stands() == before


def test_the_same_release_again_changes_nothing(shelf: Shelf, stands: Callable[[], dict[str, bytes]]) -> None:
    shelf.install(release("1.0"), check, trust=KEY.public)
    before = stands()
    assert shelf.install(release("1.0"), check) is False
    assert stands() == before


@pytest.mark.parametrize("harm", ["changed", "gone", "more"])
def test_a_pack_whose_files_were_altered_is_known_and_put_there_anew(
    shelf: Shelf, stands: Callable[[], dict[str, bytes]], harm: str
) -> None:
    shelf.install(release("1.0"), check, trust=KEY.public)
    current, before = shelf.current(), stands()
    assert current is not None and not shelf.altered(current)
    file = current.folder / "manifest.yaml"
    if harm == "changed":
        file.write_bytes(file.read_bytes() + b"# meer\n")
    elif harm == "gone":
        file.unlink()
    else:
        (current.folder / "rules" / "meer.yaml").write_bytes(b"[]\n")
    assert shelf.altered(current)
    assert shelf.install(release("1.0"), check) is True
    assert not shelf.altered(current) and stands() == before


def test_of_a_pack_that_was_installed_before_its_files_were_noted_nothing_is_said(shelf: Shelf) -> None:
    shelf.install(release("1.0"), check, trust=KEY.public)
    current = shelf.current()
    assert current is not None
    note = current.folder.parent / "release.json"
    note.write_text(json.dumps({name: told for name, told in json.loads(note.read_bytes()).items() if name != "files"}))
    (current.folder / "manifest.yaml").unlink()
    assert not shelf.altered(current)


def test_a_version_is_never_given_twice(shelf: Shelf, stands: Callable[[], dict[str, bytes]]) -> None:
    shelf.install(release("1.0"), check, trust=KEY.public)
    before = stands()
    with pytest.raises(SameVersionOtherContent, match="hogere versie"):
        shelf.install(release("1.0", note="anders"), check)
    assert stands() == before


def test_a_pack_that_does_not_check_leaves_no_trace(shelf: Shelf, stands: Callable[[], dict[str, bytes]]) -> None:
    broken = release("1.1")
    broken.files["oefenland/rules/safety.yaml"] = b"- id: R-VEIL-01\n"  # type: ignore[index]
    shelf.install(release("1.0"), check, trust=KEY.public)
    before = stands()
    with pytest.raises(PackError):
        shelf.install(broken, check)
    assert stands() == before


def test_a_pack_that_calls_itself_otherwise_is_refused(shelf: Shelf, stands: Callable[[], dict[str, bytes]]) -> None:
    with pytest.raises(SaysOtherwise, match=r"1\.1 en van binnen oefenland 1\.0"):
        shelf.install(release("1.1", says="1.0"), check, trust=KEY.public)
    assert stands() == {}


def test_being_cut_off_leaves_what_was(shelf: Shelf, stands: Callable[[], dict[str, bytes]]) -> None:
    shelf.install(release("1.0"), check, trust=KEY.public)
    before = stands()

    def interrupted(folder: Path) -> Pack:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        shelf.install(release("1.1"), interrupted)
    assert stands() == before
    assert shelf.install(release("1.1"), check)


def test_cut_off_between_putting_and_naming_it_can_be_done_again(shelf: Shelf, tmp_path: Path) -> None:
    shelf.install(release("1.0"), check, trust=KEY.public)
    shelf.install(release("1.1"), check)
    named = tmp_path / "home" / "packs" / "current.json"
    named.write_text(json.dumps({"id": "oefenland", "version": "1.0"}))
    assert shelf.install(release("1.1"), check) is False
    assert json.loads(named.read_text())["version"] == "1.1"


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b'{"id": "../..", "version": "x"}', b"[" * 100_000])
def test_a_damaged_note_of_what_is_current_is_not_believed(shelf: Shelf, tmp_path: Path, content: bytes) -> None:
    shelf.install(release("1.0"), check, trust=KEY.public)
    (tmp_path / "home" / "packs" / "current.json").write_bytes(content)
    assert shelf.current() is None


@pytest.mark.parametrize("content", [b"", b"[]", b'{"trusted": {"oefenland": ["hallo"]}}', b'{"trusted": []}'])
def test_damaged_trust_trusts_nobody(shelf: Shelf, tmp_path: Path, content: bytes) -> None:
    shelf.install(release("1.0"), check, trust=KEY.public)
    (tmp_path / "home" / "packs" / "issuers.json").write_bytes(content)
    with pytest.raises(DamagedIssuers, match="\\.pub"):
        shelf.install(release("1.1"), check)
    (tmp_path / "home" / "packs" / "issuers.json").unlink()
    assert shelf.install(release("1.1"), check, trust=KEY.public)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="modes of files as POSIX has them")
def test_what_is_installed_is_its_owners_alone(shelf: Shelf, tmp_path: Path) -> None:
    shelf.install(release("1.0"), check, trust=KEY.public)
    assert not [path for path in (tmp_path / "home").rglob("*") if path.stat().st_mode & 0o077]


def test_a_home_that_cannot_be_written_is_told(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("een bestand")
    with pytest.raises(NotWritable):
        shelf.install(release("1.0"), check, trust=KEY.public)
