"""A back office can make a valid JW301 of every proposal. Needs the published schemas; skips, and says so, without."""

from __future__ import annotations

import json
import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from casework.ijw.allocation import Allocation
from tests.casework.jw301_writer import message
from tests.casework.proposals import EXAMPLES, allocation, jesse, proposed

XSD_FOLDER = os.environ.get("IJKPUNT_IJW_XSD", "")


@pytest.fixture(scope="module")
def xsd(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The schema of JW301: the published files may open with a line of another kind, or name the basics otherwise."""
    if not XSD_FOLDER:
        pytest.skip(
            "OVERGESLAGEN: zet IJKPUNT_IJW_XSD op de map met de officiële XSD's van iJw 3.2 (JW301, Basisschema)"
        )
    from lxml import etree

    folder = tmp_path_factory.mktemp("xsd")
    for source in Path(XSD_FOLDER).glob("*.xsd"):
        text = source.read_text(encoding="utf-8-sig")
        text = text[min(at for at in (text.find("<?xml"), text.find("<xs:schema")) if at >= 0) :]
        text = re.sub(
            r'schemaLocation="basisschema\.xsd"', 'schemaLocation="Basisschema.xsd"', text, flags=re.IGNORECASE
        )
        name = "Basisschema.xsd" if source.name.lower() == "basisschema.xsd" else source.name.upper()[:-4] + ".xsd"
        (folder / name).write_text(text, encoding="utf-8")
    return etree.XMLSchema(etree.parse(str(folder / "JW301.xsd")))


def _faults(xsd: Any, made: Allocation) -> list[str]:
    from lxml import etree

    told = []
    for written in message(made.as_json(), date(2026, 11, 24)):
        if not xsd.validate(etree.fromstring(written)):
            told += [str(error) for error in xsd.error_log]
    return told


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_family_becomes_a_message_or_says_why_not(path: Path, xsd: Any) -> None:
    found = proposed(json.loads(path.read_text(encoding="utf-8")))
    assert (found.allocation is None) == bool(found.unmet)
    if found.allocation is not None:
        assert not _faults(xsd, found.allocation)


def test_the_fullest_proposal_is_a_valid_message(xsd: Any) -> None:
    filled = {
        "gender": "1 mannelijk",
        "first_names": "Jesse Éric",
        "surname_prefix": "van der",
        "surname": "Oefenstra <&>",
        "phone": "+31 50 000 00 00",
        "email": "jesse@voorbeeld.test",
        "legal_status": "04 OTS",
        "representation": "06 voogdij",
    }
    document = jesse(filled, change_reason="04 verlenging", allocation_number=1234, provider_reference="R-1")
    document["answers"]["intake"] |= {"interpreter": "taal", "interpreter_language": "Oekraïens"}
    assert not _faults(xsd, allocation(document))


def test_two_providers_make_two_messages(xsd: Any) -> None:
    made = allocation(jesse(provider_agb="00000001"))
    assert len(message(made.as_json(), date(2026, 11, 24))) == 2 and not _faults(xsd, made)


def test_the_schema_of_the_message_is_really_asked(xsd: Any) -> None:
    made = allocation(jesse())
    broken = made.model_copy(update={"Client": made.Client.model_copy(update={"Bsn": "1"})})
    assert _faults(xsd, broken)
