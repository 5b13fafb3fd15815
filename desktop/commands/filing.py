"""`ijkpunt filing CASE.json --out DIR`: the handover as a package for the municipality's case system."""

from __future__ import annotations

import shutil
import tempfile
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from casework.trouble import Trouble
from desktop.commands.common import HELD_BACK, Unusable, may_write, read_case, read_pack, say, tell, weighed, write_new


def run(asked: Namespace) -> int:
    """A folder, or one file where the name ends in .zip."""
    from casework.handover.kinds import Wanted
    from casework.handover.may_send import held_back
    from desktop.interop import zgw
    from desktop.interop.back_office import filing

    as_zip = asked.out.suffix.lower() == ".zip"
    if as_zip:
        may_write(asked.out, asked.force)
    else:
        _may_make(asked.out)
    case, pack = read_case(asked.case, asked.date), read_pack(asked.pack)
    assessment = weighed(case, pack, asked.date)
    if missing := held_back(case.settle(asked.date), assessment, asked.reader):
        say({"schema": "ijkpunt/held-back/1", "ready": False, "missing": list(missing)})
        tell("Deze overdracht kan nog niet: zie “missing”.")
        return HELD_BACK
    files = filing(case, assessment, pack, asked.date, Wanted(asked.reader)).files
    if as_zip:
        write_new(asked.out, zgw.zipped(files, asked.date), asked.force)
    else:
        _write_folder(asked.out, files)
    return 0


def _may_make(folder: Path) -> None:
    if folder.exists():
        raise Unusable(f"{folder} bestaat al. Kies de naam van een nieuwe map: hier wordt niets vervangen.")
    if not folder.parent.is_dir():
        raise Unusable(f"De map {folder.parent} bestaat niet. Maak die eerst, of kies een andere.")


def _write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """The whole folder or nothing: it gets its name when everything is in it."""
    made: Path | None = None
    try:
        made = Path(tempfile.mkdtemp(prefix=".ijkpunt-", dir=folder.parent))
        for name, data in files.items():
            write_new(made / name, data, force=False)
        made.rename(folder)
    except (OSError, Trouble) as error:
        if made is not None:
            shutil.rmtree(made, ignore_errors=True)
        raise Unusable(
            f"{folder} kan niet worden geschreven. Controleer de ruimte en of u daar mag schrijven."
        ) from error
