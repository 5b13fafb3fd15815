"""An issued document read back from its file, whichever form it has: its data, and the number over them."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from casework.handover.compose import Previous
from casework.handover.twin import SCHEMA, Head
from casework.trouble import Trouble
from desktop.render.inspect import inspect
from desktop.render.seal import fingerprint


def issued_document(path: Path, file: bytes) -> Previous:
    """What it says of itself; its data must be as issued. Raises Trouble for anything else."""
    if file.startswith(b"{"):
        try:
            data, mark = json.loads(file), fingerprint(file)
        except (ValueError, RecursionError) as error:
            raise Trouble(f"{path} is geen overdracht: het is geen leesbare JSON.") from error
    else:
        found = inspect(file)
        data, mark = found.data, found.fingerprint
        if not mark:
            raise Trouble(f"{path} is niet te gebruiken om mee te vergelijken. {' '.join(found.reasons)}")
    head = data.get("document") if isinstance(data, dict) and data.get("schema") == SCHEMA else None
    try:
        named = Head.model_validate(head)
    except ValidationError as error:
        raise Trouble(f"{path} is geen overdracht van IJkpunt, of mist het nummer ervan.") from error
    if not named.id:
        raise Trouble(f"{path} is geen overdracht van IJkpunt, of mist het nummer ervan.")
    return Previous(data, mark)
