"""A goal over time on the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casework.handover.blocks import GoalTrend
from casework.handover.picture_words import trend_title, trend_words
from desktop.pictures.picture import PictureView
from desktop.render.trend_geometry import trend_picture

_WIDEST = 720


class GoalTrendDrawing(PictureView):
    """Arrows walk the scores in the order of time, Enter opens the field."""

    def __init__(self, trend: GoalTrend, parent: QWidget | None = None) -> None:
        super().__init__(_WIDEST, parent)
        self.show_picture(lambda width, hand: trend_picture(trend, width, hand), trend_title(trend), trend_words(trend))
