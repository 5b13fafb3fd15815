"""`ijkpunt schema case|facts|assessment|handover|reply|allocation|pack|overrules`: the files, as JSON Schema."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from desktop.commands.common import say


def run(asked: Namespace) -> int:
    say(_schema(asked.kind))
    return 0


def _schema(kind: str) -> Any:
    match kind:
        case "case":
            from casework import casefile

            return casefile.schema()
        case "facts":
            from casework.weighing import facts

            return facts.schema()
        case "assessment":
            from casework.weighing.assessment import Assessment

            return Assessment.model_json_schema(mode="serialization", by_alias=True)
        case "handover":
            from casework.handover import twin

            return twin.schema()
        case "reply":
            from casework.handover import reply

            return reply.schema()
        case "allocation":
            from casework.ijw import allocation

            return allocation.schema()
        case "overrules":
            from casework.care import overrules

            return overrules.schema()
        case _:
            from casework import knowledge

            return knowledge.schema()
