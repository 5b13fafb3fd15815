"""A message: something somebody said in a consult. It never changes.

Its id is the digest of all it says, so that a message cannot be two things, and arriving twice is once.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any, TypeAlias, get_args

from pydantic import AwareDatetime, Field, TypeAdapter, ValidationInfo, model_validator

from casework.answers import Frozen
from casework.mistakes import mistake
from casework.pool.bodies import (
    Accept,
    Advise,
    AskCompletion,
    Assign,
    Close,
    Complete,
    Convert,
    Decide,
    Decline,
    Discuss,
    FollowUp,
    MarkUrgent,
    Minutes,
    PhoneNote,
    Refuse,
    Release,
    Remind,
    Reopen,
    ReturnAdvice,
    Submit,
    TakeOn,
    Triage,
    Withdraw,
)
from casework.pool.parties import Party

Body: TypeAlias = Annotated[
    Submit | Complete | Withdraw | PhoneNote | Decide | FollowUp | Close | Reopen
    | Triage | MarkUrgent | AskCompletion | Refuse | Assign | ReturnAdvice | Discuss | Release | Convert | TakeOn
    | Minutes | Remind | Accept | Decline | Advise,
    Field(discriminator="kind"),
]  # fmt: skip
KINDS = frozenset(body.model_fields["kind"].default for body in get_args(get_args(Body)[0]))


class Message(Frozen):
    """Something somebody did in a consult. after: the messages its author had seen and nobody had answered yet; step:
    one more than the highest its author had seen, so that cause stands before effect also where one reads only a part.
    """

    id: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    thread: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    after: tuple[str, ...] = ()
    step: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    at: AwareDatetime
    by: Party
    body: Body

    @model_validator(mode="after")
    def _is_what_its_id_says(self, info: ValidationInfo) -> Message:
        if isinstance(info.context, bytes) and self.id == _digest_of(info.context, self.id):
            return self
        if self.id != _digest(self.model_dump(mode="json", by_alias=True, exclude={"id"})):
            raise mistake("de inhoud van dit bericht past niet bij zijn kenmerk; vraag het opnieuw te sturen")
        return self


_READ: TypeAdapter[Message] = TypeAdapter(Message)


def say(thread: str, after: Iterable[str], at: datetime, by: Party, body: Body, step: int = 1) -> Message:
    """A new message. after and step: as its author's consult has them; at: with its time zone."""
    content: dict[str, Any] = {
        "thread": thread, "after": tuple(sorted(after)), "step": step, "at": at, "by": by, "body": body,
    }  # fmt: skip
    draft = Message.model_construct(id="", **content)
    return Message(id=_digest(draft.model_dump(mode="json", by_alias=True, exclude={"id"})), **content)


def to_bytes(message: Message) -> bytes:
    return _canonical(message.model_dump(mode="json", by_alias=True))


def from_bytes(data: bytes) -> Message:
    """Raises pydantic's ValidationError where it is no message of ours; mistakes.in_dutch tells why."""
    return _READ.validate_json(data, strict=False, context=data)


def _digest_of(data: bytes, id_: str) -> str:
    """The digest of a message as `to_bytes` wrote it: its bytes without the id. Cheaper than writing it anew."""
    return hashlib.sha256(data.replace(f'"id":"{id_}",'.encode(), b"", 1)).hexdigest()


def _digest(content: dict[str, Any]) -> str:
    return hashlib.sha256(_canonical(content)).hexdigest()


def _canonical(content: dict[str, Any]) -> bytes:
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
