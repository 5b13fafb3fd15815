"""The knowledge packs of a home, as a session uses them: the newest for new cases, and its own for a running one."""

from __future__ import annotations

import re
from pathlib import Path

from casework.case import PackRef
from casework.knowledge import Pack, PackError, version_order
from casework.knowledge.manifest import PACK_ID
from desktop import bootstrap
from desktop.packs import altered, installed, issuer, shipped, versions


class Knowledge:
    """Packs are read when they are first asked for. Meets `desktop.store.Knowledge`."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._newest: Pack | None = None
        self._own: dict[PackRef, Pack | None] = {}

    @property
    def newest(self) -> Pack:
        """What was installed last here, or what is shipped. Raises Trouble if it cannot be used."""
        if self._newest is None:
            self._newest = bootstrap.knowledge_of(self.home)
        return self._newest

    def own(self, asked: PackRef) -> Pack | None:
        """The very version a case began with or was moved to; None where it is not here, or not usable any more."""
        if asked not in self._own:
            self._own[asked] = self._find(asked)
        return self._own[asked]

    @property
    def issuer(self) -> str:
        """Whose key signed what is newest; empty for what is shipped."""
        return issuer(self.home)

    @property
    def altered(self) -> bool:
        """Whether somebody changed the files of what is newest after they were signed and installed."""
        return altered(self.home)

    @property
    def newer_shipped(self) -> str:
        """The version of the newest pack that comes with the product, where what was installed is older; else empty."""
        ours = shipped(self.newest.id)
        version = "" if ours is None else bootstrap.read_once(ours).version
        return version if version and version_order(version) > version_order(self.newest.version) else ""

    @property
    def kept(self) -> tuple[str, ...]:
        """The versions of the newest pack that are here, oldest first: running cases may need them."""
        return versions(self.home, self.newest.id)

    def look_again(self) -> None:
        """After an installation, here or from the command line."""
        self._newest = None
        self._own.clear()

    def _find(self, asked: PackRef) -> Pack | None:
        if _is(self.newest, asked):
            return self.newest
        if not re.fullmatch(PACK_ID, asked.id):  # it came in a file, and will be the name of a folder
            return None
        if (ours := shipped(asked.id)) is not None and _is(found := bootstrap.read_once(ours), asked):
            return found
        folder = installed(self.home, asked.id, asked.version)
        try:
            return None if folder is None else bootstrap.read_once(folder)
        except PackError:  # written for another version of the program: said as not being there
            return None


def _is(pack: Pack, asked: PackRef) -> bool:
    return (pack.id, pack.version) == (asked.id, asked.version)
