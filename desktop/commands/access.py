"""`ijkpunt access CASE.json --for jeugdige|ouder --out FILE`: the inspection file, or a letter that goes with it.

What may be about somebody else is told as JSON first (exit 3); `--choices` brings back what was decided on each.
"""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from casework.mistakes import in_dutch
from casework.rights.access_file import access_file
from casework.rights.asker import Asker, parents, refused
from casework.rights.letter import letter
from casework.rights.redaction import GROUNDS, Choice, Choices, proposals
from casework.rights.statements import statements
from desktop.commands import protection
from desktop.commands.common import (
    HELD_BACK,
    Unusable,
    read_bytes,
    read_case,
    read_pack,
    say,
    tell,
)
from desktop.commands.options import form
from desktop.handover.produce import rendered

if TYPE_CHECKING:
    from casework.case import Case

_MOST_BYTES = 5_000_000


def run(asked: Namespace) -> int:
    phrase = protection.passphrase(asked)
    case, pack = read_case(asked.case, asked.date), read_pack(asked.pack)
    asker = _asker(asked, case, asked.date)
    if reason := refused(case.settle(asked.date), asker):
        raise Unusable(reason)
    choices = _choices(asked.choices) if asked.choices else ()
    decided = {one.path for one in choices}
    asks = proposals(case, statements(case, pack), asker)
    if open_ := [one for one in asks if one.statement.path not in decided]:
        say({
            "schema": "ijkpunt/access-proposals/1",
            "grounds": GROUNDS,
            "open": [{"path": one.statement.path, "where": one.statement.where, "text": one.statement.text,
                      "because": one.because} for one in open_],
        })  # fmt: skip
        tell("Beslis eerst over elke uitspraak in “open”, en geef dat terug met --choices.")
        return HELD_BACK
    file = access_file(case, pack, asked.date, asker, choices, None)
    made = letter(case, pack, asked.date, asker, asked.letter, file) if asked.letter else file
    protection.write(asked, rendered(made, form(asked)), phrase)
    return 0


def _asker(asked: Namespace, case: Case, today: date) -> Asker:
    role = getattr(asked, "for")
    if role == "jeugdige":
        return Asker("jeugdige")
    may = parents(case.settle(today))
    if asked.person or len(may) < 2:
        return Asker("ouder", asked.person or (may[0].person if may else ""))
    names = ", ".join(f"{one.person} ({one.name_in(case)})" for one in may)
    raise Unusable(f"Er zijn meer ouders met gezag. Zeg met --person voor wie het is: {names}.")


def _choices(path: Path) -> tuple[Choice, ...]:
    try:
        return Choices.model_validate_json(read_bytes(path, _MOST_BYTES)).choices
    except ValidationError as error:
        raise Unusable(f"{path}: " + " ".join(in_dutch(one, Choices) + "." for one in error.errors())) from error
