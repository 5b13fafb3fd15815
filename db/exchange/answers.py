"""The answers that may be used again, as they lie beside the address book: each signed by a coordinator.

Merging two is taking of each answer the newest, in any order, any number of times.
"""
from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Collection
from pathlib import Path
from typing import Literal

from pydantic import Field

from casework.answers import Frozen
from casework.pool.reuse import Reusable
from db.exchange.cards import MOST_BYTES, Key, Signature, read_as, to_sign
from db.files import read_whole
from db.signing import SigningKey, verified

FILE = "kennisbank.json"


class Statement(Frozen):
    answer: Reusable
    issuer: Key
    signature: Signature


class Answers(Frozen):
    """Statements stand in a fixed order, so that the same answers are the same file."""

    schema_: Literal["ijkpunt/answers/1"] = Field(default="ijkpunt/answers/1", alias="schema")
    statements: tuple[Statement, ...] = ()

    def merged(self, other: Answers) -> Answers:
        """Of each answer the newest; of two of one day what was withdrawn, and else always the same one."""
        kept: dict[str, Statement] = {}
        every = (*self.statements, *other.statements)
        for one in sorted(every, key=lambda one: (one.answer.on, one.answer.withdrawn, one.signature)):
            kept[one.answer.id] = one
        return Answers(statements=tuple(kept[name] for name in sorted(kept)))

    def signed_by(self, issuers: Collection[str]) -> Answers:
        """Only what one of these keys really signed."""
        return Answers(statements=tuple(one for one in self.statements if one.issuer in issuers and is_signed(one)))


def sign(key: SigningKey, answer: Reusable) -> Statement:
    return Statement(answer=answer, issuer=b64encode(key.public).decode(),
                     signature=b64encode(key.sign(_said(answer))).decode())  # fmt: skip


def is_signed(one: Statement) -> bool:
    return verified(_said(one.answer), b64decode(one.signature), b64decode(one.issuer))


def answers_from(data: bytes, name: str) -> Answers:
    """Read a file of answers; what is not signed is for `signed_by`. Raises NotACard."""
    return read_as(Answers, data, name, "kennisbank")


def answers_in(path: Path) -> Answers:
    """The same, of a file that lies there. Raises NotACard, NotReadable."""
    return answers_from(read_whole(path, MOST_BYTES), path.name)


def to_bytes(answers: Answers) -> bytes:
    return answers.model_dump_json(by_alias=True, indent=1).encode() + b"\n"


def _said(answer: Reusable) -> bytes:
    return to_sign("answer", answer.model_dump(mode="json"))
