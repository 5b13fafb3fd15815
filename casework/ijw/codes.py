"""Codes of iJw 3.2 that occur in an allocation. Only the codes: the full lists are kept by their publisher.

In our answers a code stands in front of its words (`04 uur`); `code_of` takes it off.
"""

from __future__ import annotations

from collections.abc import Mapping

from casework.steps.identity import CustodyKind

RELATION_OF_CUSTODY: Mapping[CustodyKind, str] = {
    "ouder": "10",
    "voogd": "11",
    "GI-voogd": "11",
    "pleegoudervoogd": "11",
}
"""COD472, kinds of relation: 10 parent, 11 guardian."""

GUARDIANSHIP = "06"
"""WJ003: somebody else than the parents has custody."""

INTERPRETER: Mapping[str, str] = {"taal": "1", "doventolk": "2", "doofblindentolk": "3"}
"""COD747, forms of communication."""

REFERRERS: Mapping[str, str] = {
    "01": "01 Gemeente",
    "02": "02 Huisarts",
    "03": "03 Jeugdarts",
    "04": "04 GI",
    "05": "05 Medisch specialist",
    "06": "06 Zelfverwijzer",
    "08": "08 Rechter/OvJ/JJI",
}
"""COD327, who referred, as step 1 asks it."""

BRP_ADDRESS, POSTAL_ADDRESS, ADDRESS_OF_STAY, TEMPORARY_ADDRESS = "01", "02", "03", "04"
"""COD757, kinds of address."""

OWN_NAME, NOT_A_PERSON = "1", "6"
"""COD700, use of names."""

EURO = "83"
"""WJ756. iJw counts money in cents, also where it is a volume (IV024)."""


def code_of(answer: str | None) -> str | None:
    """The code in front: `04` of `04 uur`."""
    return answer.split(maxsplit=1)[0] if answer and answer.strip() else None
