"""Installing a pack from the command line: from whom, what is refused, and what the window weighs with afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from casework.actors import Actor
from casework.trouble import Trouble
from db import signing
from db.keys import Cost
from db.packs import Shelf
from db.releases import pack_up
from desktop import bootstrap
from tests.casework.edited_pack import MANIFEST, edited
from tests.desktop.pack_commands import DAY, GRONINGEN, HOGELAND, PASSPHRASE, Said, public, running, signing_key  # noqa: F401


@pytest.fixture
def signed(run: Callable[..., Said], tmp_path: Path, key: Path) -> Path:
    """The overlay of Het Hogeland, signed."""
    out = tmp_path / "hogeland.ijkpak"
    assert run("sign", HOGELAND, "--key", key, "--out", out, "--date", DAY).code == 0
    return out


def test_a_stranger_is_refused_and_a_known_issuer_installs(
    run: Callable[..., Said], tmp_path: Path, key: Path, signed: Path
) -> None:
    home = tmp_path / "home"
    said = run("install", signed, "--home", home)
    assert said.code == 2 and "niet wordt vertrouwd" in said.told and not home.exists()
    said = run("install", signed, "--home", home, "--issuer-key", public(key))
    assert said.code == 0 and said.data["new"] is True
    assert said.data["pack"] == {"id": "hogeland", "version": "2026.1"}
    assert run("install", signed, "--home", home).data["new"] is False


def test_a_file_that_was_touched_is_refused(run: Callable[..., Said], tmp_path: Path, key: Path, signed: Path) -> None:
    data = bytearray(signed.read_bytes())
    data[len(data) // 2] ^= 1
    signed.write_bytes(data)
    said = run("install", signed, "--home", tmp_path / "home", "--issuer-key", public(key))
    assert said.code == 2 and "handtekening klopt niet" in said.told and not (tmp_path / "home").exists()


def test_a_pack_our_version_is_newer_than_is_refused(run: Callable[..., Said], tmp_path: Path, key: Path) -> None:
    old = edited(tmp_path / "pack", (MANIFEST, "id: groningen\nversion: 2026.1", "id: groningen\nversion: 2025.9"))
    files = {f"groningen/{path.relative_to(old).as_posix()}": path.read_bytes() for path in old.rglob("*.yaml")}
    file = tmp_path / "old.ijkpak"
    file.write_bytes(pack_up("groningen", "2025.9", files, signing.from_file(key.read_bytes(), None, "k")))
    said = run("install", file, "--home", tmp_path / "home", "--issuer-key", public(key))
    assert said.code == 2 and "2025.9 is ouder" in said.told
    assert Shelf(tmp_path / "home").versions("groningen") == []


def test_a_release_that_no_longer_checks_is_refused(run: Callable[..., Said], tmp_path: Path, key: Path) -> None:
    file = tmp_path / "x.ijkpak"
    manifest = {"groningen/manifest.yaml": b"id: groningen\nversion: 2099.1\n"}
    file.write_bytes(pack_up("groningen", "2099.1", manifest, signing.from_file(key.read_bytes(), None, "k")))
    said = run("install", file, "--home", tmp_path / "home", "--issuer-key", public(key))
    assert said.code == 2 and "manifest.yaml:1: groningen: ‘owner’ ontbreekt" in said.told
    assert Shelf(tmp_path / "home").versions("groningen") == []


def test_an_overlay_travels_with_its_base(run: Callable[..., Said], tmp_path: Path, key: Path, signed: Path) -> None:
    home = tmp_path / "home"
    run("install", signed, "--home", home, "--issuer-key", public(key))
    installed = Shelf(home).current()
    assert installed is not None
    assert (installed.folder.parent / "groningen" / MANIFEST).read_bytes() == (
        GRONINGEN / MANIFEST).read_bytes()  # fmt: skip
    assert run("diff", signed, installed.folder, "--date", DAY).data["changes"] == []


def test_what_was_signed_and_installed_is_what_the_window_weighs_with(
    run: Callable[..., Said], tmp_path: Path, key: Path, signed: Path
) -> None:
    home = tmp_path / "home"
    assert bootstrap.knowledge_of(home).id == "groningen"
    run("install", signed, "--home", home, "--issuer-key", public(key))
    vault, _ = bootstrap.create(home, PASSPHRASE, Cost(1, 64, 1))
    session = bootstrap.open_session(vault, Actor(id="anne", name="Anne Oefenstra"))
    try:
        assert (session.pack.id, session.pack.version) == ("hogeland", "2026.1")
        assert session.pack is session.pack
    finally:
        session.close()


def test_an_installed_pack_that_no_longer_fits_is_told(
    run: Callable[..., Said], tmp_path: Path, key: Path, signed: Path
) -> None:
    home = tmp_path / "home"
    run("install", signed, "--home", home, "--issuer-key", public(key))
    installed = Shelf(home).current()
    assert installed is not None
    (installed.folder.parent / "groningen" / "likeness.yaml").write_text("weights: {leeftijdje: 1}\n")
    with pytest.raises(Trouble, match=r"likeness\.yaml:1.*pack install"):
        bootstrap.knowledge_of(home)
