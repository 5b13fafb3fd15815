"""A room: one of the places in the bar at the top, such as the work list, that is not one case."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop import focus_order
from desktop.session import Session


class Room(QWidget):
    """What the window asks of a room. It is made when it is first entered, and kept until locking.

    `case_asked` carries the id of a case to open and the path of a field in it, or an empty path;
    `room_asked` the id of another room; `place_asked` a place as the window remembers it; `gone` the id of a case that
    was erased; `counted` how much waits here.
    """

    case_asked = Signal(str, str)
    room_asked = Signal(str)
    place_asked = Signal(object)
    gone = Signal(str)
    counted = Signal(int)

    acts: Sequence[QAction] = ()
    """What can be done here, for the menu of a narrow window."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session

    def refresh(self) -> None:
        """Show what stands now: called each time the room is entered."""

    def enter(self) -> None:
        """Take the focus, as when one arrives here."""
        focus_order.first(self)

    def keep(self) -> None:
        """Bring to the store what was typed: called before locking."""

    @property
    def regions(self) -> Sequence[QWidget]:
        """The parts of the room in the order of F6."""
        return [self]
