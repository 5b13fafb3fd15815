"""THE LIST of rooms, in the order of the bar at the top. A room's module is loaded when it is first entered."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from desktop.room import Room
from desktop.session import Session


class RoomKind(NamedTuple):
    """id: how places and other rooms name it. title: the word in the bar. made_by: module and class."""

    id: str
    title: str
    made_by: str

    def make(self, session: Session) -> Room:
        module, name = self.made_by.split(":")
        made = getattr(import_module(module), name)(session)
        assert isinstance(made, Room)
        return made


TODAY = "today"
CASES = "cases"
POOL = "pool"
LIBRARY = "library"
CALIBRATION = "calibration"

ROOMS = (
    RoomKind(TODAY, "Vandaag", "desktop.today.room:TodayRoom"),
    RoomKind(CASES, "Casussen", "desktop.cases.worklist:WorkList"),
    RoomKind(POOL, "Expertpool", "desktop.pool.room:PoolRoom"),
    RoomKind(LIBRARY, "IJkcliënten", "desktop.library.screen:LibraryScreen"),
    RoomKind("directory", "Sociale kaart", "desktop.directory.room:DirectoryRoom"),
    RoomKind(CALIBRATION, "Oefenen", "desktop.calibration.room:CalibrationRoom"),
    RoomKind("care", "Beheer", "desktop.care.room:CareRoom"),
)
