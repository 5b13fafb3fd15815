"""The goals over time on the screen: drawn, as a table, and in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casework.handover.blocks import GoalTrend
from casework.handover.picture_words import trend_title, trend_words
from casework.words import day_in_words
from desktop.pictures.forms import ThreeForms, table_grid, table_line
from desktop.pictures.picture import PictureView
from desktop.render.trend_geometry import trend_picture
from desktop.theme.chips import Tag, thread_pill
from desktop.theme.label import Plain
from desktop.theme.look import current

_WIDEST = 720


class GoalTrendDrawing(PictureView):
    """Arrows walk the scores in the order of time, Enter opens the field."""

    def __init__(self, trend: GoalTrend, parent: QWidget | None = None) -> None:
        super().__init__(_WIDEST, parent)
        self.show_picture(lambda width, hand: trend_picture(trend, width, hand), trend_title(trend), trend_words(trend))


class TrendView(ThreeForms):
    """Every goal that was scored at a review. `opened` carries the path of a score."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._trends: tuple[GoalTrend, ...] = ()
        super().__init__("Lijn per doel", QWidget(), parent)
        self._lines = QVBoxLayout(self.drawing)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(current().px(10))

    @property
    def has_something(self) -> bool:
        return bool(self._trends)

    def show_trends(self, trends: tuple[GoalTrend, ...]) -> None:
        """Show these, in the form that was chosen; with none the whole is gone."""
        if trends == self._trends:
            return
        self._trends = trends
        while (item := self._lines.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.setParent(None)
                gone.deleteLater()
        for trend in trends:
            self._lines.addWidget(self._headed(trend))
        self.show_form(self.switches.checkedId())
        self.setVisible(bool(trends))

    def words(self) -> Sequence[str]:
        return ["Zo gaat het met de doelen.", *(words for trend in self._trends for words in trend_words(trend))]

    def table(self) -> QWidget:
        """A row for each day, a column for each goal."""
        heads = ("Wanneer", *(f"{trend.code} “{trend.words}”" for trend in self._trends))
        made, grid = table_grid(heads, (2, *(3 for _ in self._trends)))
        made.setAccessibleName("Cijfers van de doelen, als tabel")
        scored = [{one.on: one for one in trend.scores} for trend in self._trends]
        for number, day in enumerate(sorted({day for goal in scored for day in goal})):
            at = table_line(grid, number, len(heads))
            grid.addWidget(Plain(day_in_words(day), "small", strong=True), at, 0)
            for column, goal in enumerate(scored, start=1):
                one = goal.get(day)
                told = "" if one is None else f"{one.score}, bij de start" if one.at_start else str(one.score)
                grid.addWidget(Plain(told, "small"), at, column)
        return made

    def _headed(self, trend: GoalTrend) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(2))
        head = QHBoxLayout()
        head.setSpacing(current().px(10))
        head.addWidget(Tag(thread_pill(trend.code)), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Plain(f"“{trend.words}”", "body", strong=True), 1)
        column.addLayout(head)
        drawing = GoalTrendDrawing(trend)
        drawing.opened.connect(self.opened)
        column.addWidget(drawing)
        return made
