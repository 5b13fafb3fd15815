"""Is a file as it was issued? Also for files made to mislead."""

from __future__ import annotations

import io
import random
import zlib
from collections.abc import Callable

import pikepdf
import pytest

from desktop.render import seal
from desktop.render.html import render_html
from desktop.render.inspect import LARGEST_FILE, inspect
from desktop.render.pdf import render_pdf
from tests.desktop.render_example import EXAMPLE


@pytest.fixture(scope="module")
def issued() -> bytes:
    return render_pdf(EXAMPLE, {"voorstel.json": b'{"a": 1}'})


def _changed(file: bytes, change: Callable[[pikepdf.Pdf], None], **how: object) -> bytes:
    with pikepdf.open(io.BytesIO(file)) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, **how)  # type: ignore[arg-type]
    return out.getvalue()


def _nothing(pdf: pikepdf.Pdf) -> None:
    """Opened and saved again."""


def _other_data(pdf: pikepdf.Pdf) -> None:
    pdf.attachments[seal.DATA_NAME] = pikepdf.AttachedFileSpec(pdf, b'{"doel": "anders"}', filename=seal.DATA_NAME)


def test_as_issued(issued: bytes) -> None:
    found = inspect(issued)
    assert (found.status, found.data, found.reasons) == ("as_issued", EXAMPLE.data, [])


def test_saved_again_is_changed_but_the_data_is_whole(issued: bytes) -> None:
    for how in ({}, {"object_stream_mode": pikepdf.ObjectStreamMode.generate}, {"linearize": True}):
        found = inspect(_changed(issued, _nothing, **how))
        assert (found.status, found.data) == ("file_changed", EXAMPLE.data)
        assert found.reasons[0].endswith(".")


def test_a_changed_page_is_seen(issued: bytes) -> None:
    def more(pdf: pikepdf.Pdf) -> None:
        pdf.add_blank_page()

    assert inspect(_changed(issued, more)).status == "file_changed"


def test_something_behind_the_end_or_in_another_attachment_is_seen(issued: bytes) -> None:
    def other(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["voorstel.json"] = pikepdf.AttachedFileSpec(pdf, b"{}", filename="voorstel.json")

    assert inspect(issued + b"\n").status == "file_changed"
    assert inspect(_changed(issued, other)).status == "file_changed"


def test_altered_data_is_seen_and_shown(issued: bytes) -> None:
    found = inspect(_changed(issued, _other_data))
    assert (found.status, found.data) == ("data_altered", {"doel": "anders"})


def test_altered_data_with_one_of_its_marks_altered_too_is_still_seen(issued: bytes) -> None:
    def both(pdf: pikepdf.Pdf) -> None:
        _other_data(pdf)
        pdf.docinfo[seal.DATA_KEY] = seal.fingerprint(b'{"doel": "anders"}')

    assert inspect(_changed(issued, both)).status == "data_altered"


def test_data_taken_away_is_seen(issued: bytes) -> None:
    def less(pdf: pikepdf.Pdf) -> None:
        del pdf.attachments[seal.DATA_NAME]

    found = inspect(_changed(issued, less))
    assert (found.status, found.data) == ("data_altered", None)


def test_another_pdf_is_not_ours() -> None:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        _other_data(pdf)
        pdf.save(out)
    assert inspect(out.getvalue()).status == "not_ours"


def test_every_byte_counts(issued: bytes) -> None:
    """One bit turned anywhere: never as issued, and where the data is called whole it is."""
    chance = random.Random(11)
    for place in {*chance.sample(range(len(issued)), 700), 0, len(issued) - 1}:
        turned = bytearray(issued)
        turned[place] ^= 1 << chance.randrange(8)
        found = inspect(bytes(turned))
        assert found.status != "as_issued", place
        if found.status == "file_changed":
            assert found.data == EXAMPLE.data, place


def test_a_file_cut_short_is_not_trusted(issued: bytes) -> None:
    for size in (0, 4, 300, len(issued) // 2, len(issued) - 40, len(issued) - 1):
        assert inspect(issued[:size]).status != "as_issued"


def test_locked_with_a_password(issued: bytes) -> None:
    locked = _changed(issued, _nothing, encryption=pikepdf.Encryption(owner="geheim", user="geheim"))
    found = inspect(locked)
    assert found.status == "not_ours" and "wachtwoord" in found.reasons[0]


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"hallo",
        "geen pdf, wel € en ë".encode(),
        b"%PDF-1.7",
        b"%PDF-1.7\n" + b"\0" * 100_000,
        b"%PDF-1.7\n1 0 obj\n" + b"[" * 200_000,
        b"%PDF-1.7\n1 0 obj\n" + b"<</A" * 200_000,
        b"%PDF-1.7\n" + b"1 0 obj<</A 1 0 R>>endobj\n" * 20_000 + b"trailer<</Root 1 0 R>>",
        b"%PDF-1.7\ntrailer<</Root<</Names<</EmbeddedFiles 3 0 R>>>>>>\nstartxref\n0\n%%EOF",
    ],
    ids=lambda file: repr(file[:24]),
)
def test_rubbish_is_refused_in_a_sentence(file: bytes) -> None:
    found = inspect(file)
    assert found.status == "not_ours" and found.data is None
    assert found.reasons and found.reasons[0].endswith(".")


def test_too_large_is_refused_unread() -> None:
    assert "32 MB" in inspect(b"%PDF-1.7" + b" " * LARGEST_FILE).reasons[0]


def test_a_small_file_that_unpacks_to_a_huge_one_is_stopped(issued: bytes) -> None:
    zeros = zlib.compressobj(9)
    bomb = b"".join(zeros.compress(b"\0" * 2**20) for _ in range(200)) + zeros.flush()

    def swell(pdf: pikepdf.Pdf) -> None:
        stream = pdf.attachments[seal.DATA_NAME].obj.EF.F
        stream.write(bomb, filter=pikepdf.Name.FlateDecode)

    found = inspect(_changed(issued, swell, compress_streams=False))
    assert found.status == "data_altered" and found.data is None


def test_data_that_is_no_json_or_nested_without_end(issued: bytes) -> None:
    for data in (b"geen json", b"[1]", b"[" * 200_000):

        def other(pdf: pikepdf.Pdf, data: bytes = data) -> None:
            pdf.attachments[seal.DATA_NAME] = pikepdf.AttachedFileSpec(pdf, data, filename=seal.DATA_NAME)

        found = inspect(_changed(issued, other))
        assert (found.status, found.data) == ("data_altered", None)


def test_a_file_is_sealed_once_in_one_place() -> None:
    with pytest.raises(ValueError, match="once"):
        seal.seal(b"nothing to fill in")
    with pytest.raises(ValueError, match="once"):
        seal.seal(seal.UNSEALED.encode() * 2)


def test_a_field_that_looks_like_the_seal_in_the_text_is_no_seal() -> None:
    file = render_pdf(EXAMPLE, {"lokaas.txt": seal.UNSEALED.encode()})
    assert inspect(file).status == "as_issued"


@pytest.fixture(scope="module")
def page() -> bytes:
    return render_html(EXAMPLE).encode()


def test_a_page_as_issued(page: bytes) -> None:
    found = inspect(page)
    assert (found.status, found.data, found.reasons) == ("as_issued", EXAMPLE.data, [])
    assert found.fingerprint == seal.fingerprint(seal.data_bytes(EXAMPLE.data))


def test_every_byte_of_a_page_counts(page: bytes) -> None:
    chance = random.Random(11)
    for place in {*chance.sample(range(len(page)), 2_000), 0, len(page) - 1}:
        turned = bytearray(page)
        turned[place] ^= 1 << chance.randrange(8)
        found = inspect(bytes(turned))
        assert found.status != "as_issued", place
        if found.status == "file_changed":
            assert found.data == EXAMPLE.data, place


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [
        (b"\n", b"\r\n", "file_changed"),
        (b"gedragswetenschapper", b"buurvrouw", "file_changed"),
        (b"</body>", b"<!-- x --></body>", "file_changed"),
        (b'"Naar school"', b'"Naar huis"', "data_altered"),
        (b'id="ijkpunt-overdracht"', b'id="weg"', "data_altered"),
        (b"ijkpunt-", b"ander-", "data_altered"),
        (b"</script>", b"", "data_altered"),
        (b'{\n  "schema"', b'{\n  schema', "data_altered"),
    ],
    ids=lambda part: repr(part)[:30],
)
def test_a_page_that_was_changed(page: bytes, old: bytes, new: bytes, status: str) -> None:
    assert old in page
    found = inspect(page.replace(old, new))
    assert found.status == status and found.reasons[0].endswith(".")


def test_altered_data_with_one_of_its_marks_altered_too_is_still_seen_in_a_page(page: bytes) -> None:
    other = EXAMPLE.data | {"young_person": "Zoe"}
    old, new = (seal.fingerprint(seal.data_bytes(data)).encode() for data in (EXAMPLE.data, other))
    altered = page.replace("Zoë".encode(), b"Zoe")
    assert inspect(altered.replace(old, new, 1)).status == "data_altered"
    assert inspect(altered.replace(old, new)).status == "file_changed"  # see docs/inspect.md


@pytest.mark.parametrize(
    "file",
    [
        b"<!doctype html>",
        b"<!DOCTYPE html><html>" + b'<script type="application/json" id="ijkpunt-overdracht">' * 50_000,
        b"<html>" + b'<code id="kenmerk">' * 100_000,
        b"<html>" + b"<meta " * 1_000_000,
        b"<html>" + b"\xff" * 1_000_000,
    ],
    ids=lambda file: repr(file[:40]),
)
def test_a_page_of_rubbish_is_answered_in_a_sentence(file: bytes) -> None:
    found = inspect(file)
    assert found.status in ("not_ours", "data_altered") and found.data is None
    assert found.reasons[0].endswith(".")
