"""The validator tells a sound file from an unsound one; all tests of the handover lean on that."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from tools import verapdf

pytestmark = pytest.mark.skipif(verapdf.available() is not None, reason=verapdf.available() or "")


def test_a_bare_page_fails_and_the_clauses_are_named(tmp_path: Path) -> None:
    bare = tmp_path / "één blad.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(bare)
    accessible, archival = verapdf.validate([bare])
    assert (accessible.profile, archival.profile) == ("ua1", "3a")
    assert accessible.file == archival.file == bare
    assert not accessible.compliant and not archival.compliant
    assert any(failure.startswith("7.1-11 x1: ") for failure in accessible.failures), accessible


def test_what_is_not_a_pdf_is_an_error_and_not_a_verdict(tmp_path: Path) -> None:
    text = tmp_path / "brief.pdf"
    text.write_text("geen PDF")
    with pytest.raises(RuntimeError):
        verapdf.validate([text])
