"""The letter with an inspection file: one for the file on deciding, one for the file on the help of the team itself.

Two, for they lead to different places: about the first a family may object (Awb), about the second it may not, since
the answer counts as one by somebody who is no administrative body (Jeugdwet 7.3.17). The words are the pack's;
a young person who asks is spoken to as one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date

from casework.answers import Part
from casework.case import Case
from casework.handover.blocks import Cover, Document, Heading
from casework.handover.compose import LANGUAGE
from casework.handover.parts import remark
from casework.handover.sections.h16_rights import titled
from casework.knowledge.pack import Pack
from casework.rights.asker import Asker
from casework.steps.decision import DecisionAdvice
from casework.trouble import Trouble
from casework.words import counted, day_in_words

TEXTS: Mapping[Part, str] = {"toegang": "letter-toegang", "hulpverlening": "letter-hulpverlening"}
NAME = "Antwoord op een verzoek om inzage"
_WHOLE, _IN_PART = "whole", "in_part"


def parts_of(file: Document) -> tuple[Part, ...]:
    """The dossier parts an inspection file holds something of: each asks for its own letter."""
    told = file.data["statements"], file.data["left_out"]
    found = {one["part"] for lines in told if isinstance(lines, list) for one in lines}
    return tuple(part for part in TEXTS if part in found)


def letter(case: Case, pack: Pack, today: date, asker: Asker, part: Part, file: Document) -> Document:
    """The letter about one part of an inspection file. Raises Trouble where the pack has no words for it."""
    formal = pack.texts.get(TEXTS[part])
    texts = pack.texts.get(f"{TEXTS[part]}-youth", formal) if asker.reader == "youth" else formal
    if not texts:
        raise Trouble(f"In dit kennispakket ontbreekt de brief texts/{TEXTS[part]}.yaml. Vraag de beheerder erom.")
    left_out = file.data["left_out"]
    count = sum(one["part"] == part for one in left_out) if isinstance(left_out, list) else 0
    other = _WHOLE if count else _IN_PART
    words = {
        "{nummer}": file.cover.document_id,
        "{aantal}": counted(count, "regel", "regels"),
        "{naam}": asker.name_in(case),
    }
    told = {key: _filled(text, words) for key, text in texts.items() if key != other}
    number = hashlib.sha256("".join((part, file.cover.document_id, *told.values())).encode()).hexdigest()[:8]
    sender = str(case.step(DecisionAdvice).signed_by.known or "").strip()
    cover = Cover(NAME, f"Over stuk {file.cover.document_id}", f"BR-{today.year}-{number}", 1, day_in_words(today), "",
                  "", (("Aan", (asker.name_in(case),)), *((("Van", (sender,)),) if sender else ())))  # fmt: skip
    blocks = (Heading(f"Beste {asker.name_in(case)}"), *titled(told), *remark(sender))
    about = file.cover.document_id
    data: dict[str, object] = {"schema": "ijkpunt/letter/1", "part": part, "about": about, "texts": told}
    return Document(asker.reader, LANGUAGE, cover, blocks, case.practice, name=NAME, data=data)


def _filled(text: str, words: Mapping[str, str]) -> str:
    for mark, told in words.items():
        text = text.replace(mark, told)
    return text
