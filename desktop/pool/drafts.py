"""The drafts of reference clients in the coordinator's home, and the files they become for the next pack."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from casework.knowledge import Pack
from casework.pool.drafting import SOURCE, Draft, entry
from casework.trouble import Trouble

if TYPE_CHECKING:
    from desktop.pool.desk import PoolDesk

_KEPT = "pool.drafts"


def drafts(desk: PoolDesk) -> dict[str, Draft]:
    """By the thread of the consult each came from, the oldest first."""
    kept: dict[str, Any] = desk.store.settings.get(_KEPT, {})
    return {thread: Draft.model_validate(one, strict=False) for thread, one in kept.items()}


def keep(desk: PoolDesk, draft: Draft) -> None:
    kept: dict[str, Any] = desk.store.settings.get(_KEPT, {})
    desk.store.settings.put(_KEPT, {**kept, draft.thread: draft.model_dump(mode="json")})


def pack_files(found: dict[str, Draft], pack: Pack, day: date) -> dict[str, str]:
    """What the panel adopted as files of a pack, by path, with the source they rest on; empty where there is none.

    Who was adopted first gets the first number that is free; who stands in the pack already gets no second one.
    """
    there = {text for one in pack.reference_clients.values() for text in (one.title, one.story.strip())}
    adopted = [one for one in found.values()
               if one.state == "aangenomen" and there.isdisjoint((one.title, one.story.strip()))]  # fmt: skip
    taken = [int(name[4:6]) for name in pack.reference_clients]
    files: dict[str, str] = {}
    for number, draft in enumerate(adopted, max(taken, default=0) + 1):
        if number > 99:
            raise Trouble("Er zijn geen nummers meer vrij voor ijkcliënten. Trek er eerst een in.")
        written = entry(draft, f"IJK-{number:02}", pack, day)
        files[f"reference-clients/ijk-{number:02}.yaml"] = _yaml(written)
    if files and SOURCE not in pack.sources:
        source = {"id": SOURCE, "title": "Beantwoorde vragen van de expertpool", "kind": "own_proposal",
                  "reference": "Gepseudonimiseerd, en aangenomen door een panel van de pool",
                  "valid_from": day, "checked_on": day}  # fmt: skip
        files["sources-expertpool.yaml"] = _yaml([source])
    return files


def write_into(folder: Path, files: dict[str, str]) -> None:
    """Write new files into a pack, and look whether the pack is still whole; else they are taken out again.

    Raises Trouble with every mistake, where a file is there already, or where one cannot be written.
    """
    from casework.knowledge import PackError
    from desktop.bootstrap import load_pack, write_whole

    if there := [name for name in files if (folder / name).exists()]:
        raise Trouble(f"{folder / there[0]} bestaat al. Haal dat bestand weg of geef het een ander nummer.")
    with ExitStack() as undoing:
        for name, text in files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            write_whole(folder / name, text.encode())
            undoing.callback((folder / name).unlink)
        try:
            load_pack(folder)
        except PackError as error:
            told = "\n".join(error.mistakes)
            raise Trouble(f"Met deze ijkcliënten klopt het pakket niet meer:\n{told}") from error
        undoing.pop_all()


class _Plain(yaml.SafeDumper):
    """Packs are read without references from one place to another."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _yaml(data: object) -> str:
    return yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=118)
