"""A signed pack is one file of which every byte counts, and nothing odd comes out of it whoever signed it."""

from __future__ import annotations

import io
import json
import zipfile
from base64 import b64encode
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import releases
from db.releases import (
    LISTING,
    MOST_FILE_BYTES,
    CannotPack,
    NotARelease,
    ReleaseAltered,
    digests,
    pack_up,
    read_release,
)
from db.signing import (
    NotAKey,
    SigningKey,
    WrongKeyPassphrase,
    from_file,
    is_wrapped,
    public_from_text,
    public_text,
    to_file,
    verified,
)
from tests.db.conftest import TINY

KEY = SigningKey.new()
FILES = {
    "fictema/manifest.yaml": b"id: fictema\n",
    "fictema/rules/x.yaml": "é: é\n".encode(),
    "basis/manifest.yaml": b"",
}
GOOD = pack_up("fictema", "2026.2", FILES, KEY)


def test_a_release_comes_back_as_it_went_in() -> None:
    found = read_release(GOOD, "x.ijkpak")
    assert (found.id, found.version, found.issuer) == ("fictema", "2026.2", KEY.public)
    assert found.files == FILES


def test_the_same_files_give_the_same_bytes() -> None:
    assert pack_up("fictema", "2026.2", dict(reversed(FILES.items())), KEY) == GOOD


def test_anyone_can_look_inside_with_an_ordinary_program() -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        assert archive.namelist() == [LISTING, *sorted(FILES)]
        assert archive.testzip() is None
        assert json.loads(archive.read(LISTING))["files"].keys() == FILES.keys()


def test_no_byte_can_be_changed() -> None:
    for at in range(len(GOOD)):
        changed = bytearray(GOOD)
        changed[at] ^= 1
        with pytest.raises((ReleaseAltered, NotARelease)):
            read_release(bytes(changed), "x.ijkpak")


@given(st.binary(max_size=40), st.integers(0, len(GOOD)))
@settings(max_examples=100, deadline=None)
def test_nothing_can_be_added_or_cut_off(more: bytes, at: int) -> None:
    for data in (GOOD[:at] + more + GOOD[at:], GOOD[:at]):
        if data != GOOD:
            with pytest.raises((ReleaseAltered, NotARelease)):
                read_release(data, "x.ijkpak")


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_in_dutch(data: bytes) -> None:
    with pytest.raises((NotARelease, ReleaseAltered), match=r"haal het opnieuw op|geen ondertekend"):
        read_release(data, "x.ijkpak")


def test_the_signature_of_another_does_not_fit() -> None:
    other = SigningKey.new()
    signature = b64encode(other.sign(GOOD[: -releases._COMMENT]))
    with pytest.raises(ReleaseAltered, match="handtekening klopt niet"):
        read_release(GOOD[: -len(signature)] + signature, "x.ijkpak")


def signed(entries: list[tuple[zipfile.ZipInfo | str, bytes]], compress: int = zipfile.ZIP_STORED) -> bytes:
    """A file with whatever is asked in it, and a right signature: what a careless or hostile issuer could make."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", compress) as archive:
        for name, content in entries:
            archive.writestr(name, content)
        archive.comment = b" " * releases._COMMENT
    data = whole.getvalue()[: -releases._COMMENT]
    return data + releases._MARK + b64encode(KEY.public) + b" " + b64encode(KEY.sign(data))


def listed(files: dict[str, bytes], **other: object) -> tuple[str, bytes]:
    listing = {"schema": releases.SCHEMA, "id": "fictema", "version": "2026.2", "files": digests(files), **other}
    return LISTING, json.dumps(listing).encode()


def link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = 0o120777 << 16
    return entry


def holding(name: str, content: bytes = b"a: b\n") -> bytes:
    files = {"fictema/manifest.yaml": b"id: fictema\n", name: content}
    return signed([listed(files), *files.items()])


def test_a_release_made_by_hand_is_read_when_nothing_is_wrong() -> None:
    assert read_release(holding("fictema/rules/x.yaml"), "x.ijkpak").files["fictema/rules/x.yaml"] == b"a: b\n"


@pytest.mark.parametrize(("data", "fault"), [
    (holding("../../.bashrc.yaml"), "kan niet"),
    (holding("/etc/x.yaml"), "kan niet"),
    (holding("fictema/../x.yaml"), "kan niet"),
    (holding("fictema/a/b/c.yaml"), "kan niet"),
    (holding("C:/x.yaml"), "kan niet"),
    (holding("fictema\\x.yaml"), "kan niet"),
    (holding("fictema/x.exe"), "kan niet"),
    (holding("fictema/.x.yaml"), "kan niet"),
    (holding("fictema/rules/x.yaml", b"x" * (MOST_FILE_BYTES + 1)), "te groot"),
    (signed([listed({}), (link("fictema/manifest.yaml"), b"/etc/passwd")]), "verwijzing"),
    (signed([listed({"fictema/manifest.yaml": b"0" * 900_000}), ("fictema/manifest.yaml", b"0" * 900_000)],
            zipfile.ZIP_DEFLATED), "samengeperst"),
    (signed([listed({"fictema/manifest.yaml": b"a"}), ("fictema/manifest.yaml", b"b")]), "niet wat de lijst zegt"),
    (signed([listed({}), ("fictema/manifest.yaml", b"b")]), "niet wat de lijst zegt"),
    (signed([listed(FILES)]), "niet wat de lijst zegt"),
    (signed([("fictema/manifest.yaml", b"b")]), "niet te lezen"),
    (signed([(LISTING, b"[" * 100_000)]), "niet te lezen"),
    (signed([(LISTING, b"{}")]), "niet te lezen"),
    (signed([listed({}, schema="ijkpunt/pack-release/9")]), "nieuwere versie"),
    (signed([listed({"a/manifest.yaml": b""}, id="a/.."), ("a/manifest.yaml", b"")]), "pakket zelf ontbreekt"),
    (signed([listed({"a/b/manifest.yaml": b""}, id="a/b"), ("a/b/manifest.yaml", b"")]), "pakket zelf ontbreekt"),
    (signed([listed({"a/manifest.yaml": b""}, id="a", version="../../1"), ("a/manifest.yaml", b"")]), "geen versie"),
    (signed([listed(upper := {"fictema/manifest.yaml": b"", "fictema/rules/X.yaml": b"", "fictema/rules/x.yaml": b""}),
             *upper.items()]), "twee keer"),
    (signed([listed(many := {f"fictema/rules/{n}.yaml": b"" for n in range(releases.MOST_FILES + 1)}),
             *many.items()]), "te groot"),
])  # fmt: skip
def test_even_who_we_trust_can_hand_us_nothing_odd(data: bytes, fault: str) -> None:
    with pytest.raises(ReleaseAltered, match=fault):
        read_release(data, "x.ijkpak")


def test_a_release_that_is_too_large_is_not_looked_into() -> None:
    with pytest.raises(NotARelease):
        read_release(bytes(releases.MOST_RELEASE_BYTES) + GOOD, "x.ijkpak")


@pytest.mark.parametrize("name", ["fictema/rules/é.yaml", "fictema/rules/x.yml", "rules", "fictema/rules/a b.yaml"])
def test_what_could_not_be_read_back_is_not_packed(name: str) -> None:
    with pytest.raises(CannotPack, match="kan niet"):
        pack_up("fictema", "1", {name: b""}, KEY)


@pytest.mark.parametrize("passphrase", [None, "vier losse woorden hier"])
def test_a_key_file_gives_its_key_back(passphrase: str | None) -> None:
    data = to_file(KEY, passphrase, TINY)
    assert is_wrapped(data) is (passphrase is not None)
    found = from_file(data, passphrase, "k.key")
    assert found == KEY
    assert verified(b"dag", found.sign(b"dag"), KEY.public)
    assert not verified(b"dag!", found.sign(b"dag"), KEY.public)


def test_a_wrapped_key_keeps_its_secret() -> None:
    data = to_file(KEY, "vier losse woorden hier", TINY)
    assert b64encode(KEY.secret) not in data
    with pytest.raises(WrongKeyPassphrase, match="wachtzin"):
        from_file(data, "vier andere woorden hier", "k.key")


def test_a_key_never_shows_its_secret() -> None:
    assert "secret" not in repr(KEY) and b64encode(KEY.secret).decode() not in repr(KEY)
    assert public_text(KEY.public) in repr(KEY)


@pytest.mark.parametrize("data", [
    b"", b"[]", b"{}", b"null", b"\xff", b"[" * 100_000, json.dumps({"schema": "ijkpunt/signing-key/1"}).encode(),
    json.dumps({"schema": "ijkpunt/signing-key/1", "plain": "YQ==", "public": "x"}).encode(),
    to_file(KEY, None).replace(public_text(KEY.public).encode(), public_text(SigningKey.new().public).encode()),
])  # fmt: skip
def test_what_is_no_key_is_told(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(NotAKey, match=r"k\.key"):
        from_file(data, None, "k.key")


@pytest.mark.parametrize("text", ["", "ijkpunt-uitgever:", "ijkpunt-uitgever:YQ==", "ijkpunt-uitgever:%", "hallo"])
def test_what_is_no_public_key_is_told(text: str) -> None:
    with pytest.raises(NotAKey, match=r"geen publieke sleutel.* op \.pub"):
        public_from_text(text, "k.pub")


def test_a_public_key_survives_being_passed_on() -> None:
    assert public_from_text(f"  {public_text(KEY.public)}\r\n", "k.pub") == KEY.public
