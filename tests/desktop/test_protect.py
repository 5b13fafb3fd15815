"""A protected copy of a PDF: only the passphrase opens it, and what is inside is what was issued."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

import resources
from casework.trouble import Trouble
from desktop.cli import main
from desktop.file_passphrase import COUNT, drawn, weakness
from desktop.render import seal
from desktop.render.inspect import inspect
from desktop.render.protect import protected, protected_name

PHRASE = "appel wolk fiets zeëgel"
CASE = str(resources.examples() / "jesse.json")


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The file for the archive and the copy beside it, from the command line."""
    folder = tmp_path_factory.mktemp("beveiligd")
    phrase, out = folder / "wachtzin.txt", folder / "uit.pdf"
    phrase.write_text(PHRASE + "\n", encoding="utf-8")
    assert main(["handover", CASE, "--out", str(out), "--date", "2026-12-07", "--protect", str(phrase)]) == 0
    return out, protected_name(out)


def test_only_the_passphrase_opens_it(pair: tuple[Path, Path]) -> None:
    assert pair[1].name == "uit-beveiligd.pdf"
    for wrong in ("", "appel wolk fiets"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(pair[1], password=wrong)
    with pikepdf.open(pair[1], password=PHRASE) as file:
        assert (file.encryption.R, file.encryption.bits) == (6, 256)
        lock = file.encryption
        assert {one.name for one in (lock.stream_method, lock.string_method, lock.file_method)} == {"aesv3"}


def test_a_reading_aid_may_read_it_and_it_keeps_its_tags(pair: tuple[Path, Path]) -> None:
    with pikepdf.open(pair[1], password=PHRASE) as file:
        assert file.allow.accessibility and file.allow.extract and not file.allow.modify_other
        assert file.Root.MarkInfo.Marked and "/StructTreeRoot" in file.Root
        metadata = file.Root.Metadata.read_bytes()
        assert b"<pdfuaid:part>1</pdfuaid:part>" in metadata and b"<pdfaid:part>" not in metadata


def test_the_data_inside_are_as_issued(pair: tuple[Path, Path]) -> None:
    issued = inspect(pair[0].read_bytes())
    with pikepdf.open(pair[1], password=PHRASE) as file:
        assert seal.fingerprint(file.attachments[seal.DATA_NAME].get_file().read_bytes()) == issued.fingerprint
        out = io.BytesIO()
        file.save(out)
    assert inspect(out.getvalue()).status == "file_changed"  # the data stand, the file is no longer the sealed one
    assert issued.status == "as_issued"
    locked = inspect(pair[1].read_bytes())
    assert locked.status == "not_ours" and "wachtwoord" in locked.reasons[0]


def test_nothing_readable_is_left_in_it(pair: tuple[Path, Path]) -> None:
    for word in (b"Jesse", b"overdracht.json", b"Overdracht jeugdhulp", "Jesse".encode("utf-16-be")):
        assert word not in pair[1].read_bytes()


@pytest.mark.parametrize(
    ("phrase", "form", "says"),
    [("kort", "pdf", "te kort"), (PHRASE, "html", "alleen bij een PDF"), ("12345678901234", "pdf", "te raden")],
)
def test_what_cannot_be_protected(tmp_path: Path, phrase: str, form: str, says: str,
                                  capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    file, out = tmp_path / "wachtzin.txt", tmp_path / f"uit.{form}"
    file.write_text(phrase, encoding="utf-8")
    told = ["handover", CASE, "--out", str(out), "--format", form, "--date", "2026-12-07", "--protect", str(file)]
    assert main(told) == 2
    assert says in capsys.readouterr().err and [one.name for one in tmp_path.iterdir()] == ["wachtzin.txt"]


def test_an_existing_copy_is_not_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "wachtzin.txt"
    file.write_text(PHRASE, encoding="utf-8")
    (tmp_path / "uit-beveiligd.pdf").write_text("van gisteren")
    asked = ["handover", CASE, "--out", str(tmp_path / "uit.pdf"), "--date", "2026-12-07", "--protect", str(file)]
    assert main(asked) == 2 and "bestaat al" in capsys.readouterr().err
    assert not (tmp_path / "uit.pdf").exists()


@pytest.mark.parametrize("file", [b"", b"een brief", b"%PDF-1.7 kapot"])
def test_what_is_no_pdf_is_told(file: bytes) -> None:
    with pytest.raises(Trouble, match="geen PDF"):
        protected(file, PHRASE)


def test_a_copy_of_a_copy_is_refused(pair: tuple[Path, Path]) -> None:
    with pytest.raises(Trouble, match="al een wachtzin"):
        protected(pair[1].read_bytes(), PHRASE)


def test_drawn_words_are_strong_and_never_twice_the_same() -> None:
    made = {drawn() for _ in range(50)}
    assert len(made) == 50
    assert all(len(one.split()) == COUNT and not weakness(one) for one in made)


@pytest.mark.parametrize(
    "weak", ["", "wachtwoord", "aaaaaaaaaaaaaaaaaa", "1234 5678 9012 3456", "é" * 70 + "abcdefghij"]
)
def test_a_weak_passphrase_says_what_would_do(weak: str) -> None:
    assert weakness(weak).endswith(".")
