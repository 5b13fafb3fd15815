"""The five-stage mirror: what the motivation still misses, as five cells on one line."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.pictures.drawing import Drawing, paint_cell
from desktop.render.geometry import StageState, mirror_cells
from desktop.theme import icons
from desktop.theme.look import Look

HEIGHT, GAP, LEAST, RADIUS = 18, 4, 36, 3
WORDS: dict[StageState, str] = {"complete": "compleet", "partly": "deels", "missing": "nog niets"}


class MirrorBar(Drawing):
    """One cell per stage, full with a check, half, or dashed; it takes the width it gets."""

    def __init__(self, states: Sequence[StageState], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.set_states(states)

    def set_states(self, states: Sequence[StageState]) -> None:
        self._states = tuple(states)
        complete = self._states.count("complete")
        stages = (f"{number} {WORDS[state]}" for number, state in enumerate(self._states, start=1))
        self.say(f"{complete} van {len(self._states)} stappen compleet", ", ".join(stages))
        self.updateGeometry()

    def extent(self, look: Look) -> QSize:
        return QSize(look.px(len(self._states) * (LEAST + GAP)), look.px(HEIGHT))

    def draw(self, painter: QPainter, look: Look) -> None:
        height = look.px(HEIGHT)
        for cell in mirror_cells(self._states, self.width(), look.px(GAP)):
            box = QRectF(cell.x, 0, cell.width, height)
            paint_cell(painter, look, box, cell.kind, RADIUS * look.scale)
            if cell.kind == "full":
                sign = QRectF(0, 0, height - 2, height - 2)
                sign.moveCenter(box.center())
                icons.paint_check(painter, sign, "on_primary")
