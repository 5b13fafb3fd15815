"""The inspection file: everything a case keeps about somebody, as a document (AVG art. 15; Jeugdwet 7.3.10).

What is left out stands in it as that something is left out, and why: its text is nowhere in the file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from casework.answers import Part
from casework.case import Case
from casework.handover.blocks import Block, Callout, Cover, Document, Heading, NewPage, Table, Text, Withheld
from casework.handover.compose import LANGUAGE
from casework.handover.parts import remark
from casework.handover.sections.h16_rights import titled
from casework.knowledge.pack import Pack
from casework.rights.asker import Asker, refused
from casework.rights.redaction import GROUNDS, Choice, Ground, people_unnamed, proposals, unseen
from casework.rights.statements import Statement, everything
from casework.steps.decision import DecisionAdvice
from casework.steps.identity import Identity
from casework.trouble import Trouble
from casework.words import counted, day_in_words

SCHEMA = "ijkpunt/access/1"
NAME = "Inzagedossier"
PARTS: Mapping[Part, str] = {
    "toegang": "Dossier van de gemeente: beslissen over hulp",
    "hulpverlening": "Dossier van de hulp die het team zelf gaf",
}
_ABOUT = {
    "youth": "Dit is alles wat wij over jou bewaren. Bij elke regel staat van wie die komt, en wanneer.",
    "parent": "Dit is alles wat wij over {name} bewaren. Bij elke regel staat van wie die komt, en wanneer.",
}
_WRONG = "Klopt er iets niet? Zeg het ons. Achteraan staat wat er nog meer kan."
_NO_JOURNAL = (
    "Dit stuk is gemaakt uit een los bestand. Wie keek en wie iets veranderde, staat daar niet in. "
    "Dat staat in het programma zelf."
)


class Event(NamedTuple):
    """What somebody did with the file on a day; `what` in words, without content."""

    on: date
    who: str
    what: str


def access_file(
    case: Case, pack: Pack | None, today: date, asker: Asker, choices: Sequence[Choice],
    journal: Sequence[Event] | None, whole: Case | None = None,
) -> Document:  # fmt: skip
    """The whole file for who asks. journal: None where it is not there, as with a case file alone. whole: the case
    with what was taken out of it and is kept yet, where there is a store that has it.

    Raises Trouble for who may not see it, and while a proposal is undecided.
    """
    if reason := refused(case.settle(today), asker):
        raise Trouble(reason)
    told = everything(case, whole or case, pack)
    away = unseen(told, proposals(whole or case, told, asker), choices, asker)
    every = everything(case, whole or case, pack, people_unnamed(away))
    shown = [one for one in every if one.path not in away]
    hidden = [(one, away[one.path]) for one in every if one.path in away]
    name = str(case.step(Identity).name.known or "de jeugdige")
    data = _data(case, today, asker, shown, hidden, journal)
    content = json.dumps(data, sort_keys=True, ensure_ascii=False).encode(errors="backslashreplace")
    number = f"IZ-{today.year}-{hashlib.sha256(content).hexdigest()[:8]}"
    cover = Cover(NAME, f"Van {name}", number, 1, day_in_words(today), "", "", _columns(case, asker))
    about = _ABOUT[asker.reader].format(name=name)
    blocks: list[Block] = [Callout("note", "Wat is dit?", (Text(f"{about} {_WRONG}"),)), *_hidden(hidden)]
    for part, title in PARTS.items():
        blocks += _part(title, [one for one in shown if one.part == part])
    blocks += [*_journal(journal), *_rights(pack, asker)]
    document: dict[str, Any] = {**data["document"], "id": number}
    return Document(asker.reader, LANGUAGE, cover, tuple(blocks), case.practice, name=NAME,
                    data={**data, "document": document})  # fmt: skip


def _columns(case: Case, asker: Asker) -> tuple[tuple[str, tuple[str, ...]], ...]:
    sender = str(case.step(DecisionAdvice).signed_by.known or "").strip()
    ground = "Jeugdwet 7.3.10 en AVG artikel 15"
    columns = (("Voor", (asker.name_in(case),)), ("Van", (sender,)), ("Op grond van", (ground,)))
    return tuple((head, lines) for head, lines in columns if any(lines))


def _hidden(hidden: Sequence[tuple[Statement, Ground]]) -> Iterator[Block]:
    if not hidden:
        return
    yield Heading("Wat hier niet in staat")
    count = counted(len(hidden), "regel", "regels")
    yield from remark(f"Wij lieten {count} weg. Hier staat welke, en waarom. De tekst zelf zit niet in dit bestand.")
    for one, ground in hidden:
        yield Withheld(one.where, GROUNDS[ground])


def _part(title: str, told: Sequence[Statement]) -> Iterator[Block]:
    if not told:
        return
    yield Heading(title)
    for place in dict.fromkeys(one.place for one in told):
        yield Heading(place, 2)
        rows = [(one.question, one.text, one.origin) for one in told if one.place == place]
        kept = 3 if any(row[2] for row in rows) else 2
        yield Table("", ("Vraag", "Wat er staat", "Van wie en wanneer")[:kept], tuple(row[:kept] for row in rows))


def _journal(journal: Sequence[Event] | None) -> Iterator[Block]:
    yield Heading("Wie keek, veranderde of gaf door")
    if journal is None:
        yield from remark(_NO_JOURNAL)
    elif journal:
        rows = tuple((day_in_words(one.on), one.who, one.what) for one in journal)
        yield Table("", ("Wanneer", "Wie", "Wat"), rows)
    else:
        yield from remark("Er gebeurde nog niets.")


def _rights(pack: Pack | None, asker: Asker) -> Iterator[Block]:
    texts = pack.texts.get("rights-youth" if asker.reader == "youth" else "rights", {}) if pack else {}
    if texts:
        yield from (NewPage(), Heading("Jouw rechten" if asker.reader == "youth" else "Uw rechten"))
        yield from titled(texts)


def _data(case: Case, today: date, asker: Asker, shown: Sequence[Statement],
          hidden: Sequence[tuple[Statement, Ground]], journal: Sequence[Event] | None) -> dict[str, Any]:  # fmt: skip
    """The same for programs. What is left out has no path and no text here either."""
    return {
        "schema": SCHEMA,
        "document": {"issued_on": today.isoformat(), "for": asker.role, "practice": case.practice},
        "statements": [
            {"path": one.path, "place": one.place, "question": one.question, "text": one.text, "source": one.source,
             "kind": one.kind, "on": one.on or None, "part": one.part}
            for one in shown
        ],
        "left_out": [{"where": one.where, "part": one.part, "ground": ground} for one, ground in hidden],
        "journal": None if journal is None else [
            {"on": one.on.isoformat(), "who": one.who, "what": one.what} for one in journal
        ],
    }  # fmt: skip
