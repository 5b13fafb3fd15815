"""A drawing of shapes as a widget: one tab stop in which arrows walk its parts and Enter opens the field of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from html import escape
from typing import TypeAlias

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.pictures.drawing import DASHES, Drawing
from desktop.render.shapes import Box, Hand, Oval, Path, Picture, Role, Shape, Spot, Words
from desktop.theme.look import Look, current

Layout: TypeAlias = Callable[[float, Hand], Picture]
"""Draws at a width, in a hand."""

_LEAST, _LIKED = 300, 760
_WIDTHS_KEPT = 4
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_RING, _APART = 3.0, 3.0
_BOLD = 600


class PictureView(Drawing):
    """Shows a picture as wide as it may be, up to `widest` px at 100 %. `opened` carries the path of a field.

    `pointed` carries the path of the part one walks to. A screen reader hears the part; before that, the whole.
    """

    opened = Signal(str)
    pointed = Signal(str)

    def __init__(self, widest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout: Layout | None = None
        self._title, self._words = "", ""
        self._widest = widest
        self._picture = Picture(0)
        self._at: int | None = None
        self._kept: dict[tuple[float, float], Picture] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, layout: Layout, title: str, words: Sequence[str]) -> None:
        """Draw this, and say it as `title` with `words`; the part one stood on stays if it is still there."""
        here = self.spot
        self._layout, self._title, self._words = layout, title, " ".join(words)
        self._kept.clear()
        self._draw_anew()
        self._at = next((n for n, spot in enumerate(self._picture.spots) if here and spot.path == here.path), None)
        self._say_spot()
        self.updateGeometry()

    @property
    def spot(self) -> Spot | None:
        """The part one stands on."""
        return None if self._at is None or self._at >= len(self._picture.spots) else self._picture.spots[self._at]

    @property
    def spots(self) -> list[Spot]:
        return self._picture.spots

    # -- size

    def extent(self, look: Look) -> QSize:
        width = look.px(min(_LIKED, self._widest))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = current().px(min(_LEAST, self._widest))
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(self._made(width).height + 2 * _inset(current())) + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw_anew()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw_anew()

    def _made(self, width: int) -> Picture:
        look = current()
        room = min(max(width, look.px(_LEAST)), look.px(self._widest)) - 2 * _inset(look)
        if self._layout is None:
            return Picture(0)
        if (room, look.scale) not in self._kept:  # a layout asks for the height of a few widths again and again
            if len(self._kept) >= _WIDTHS_KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[room, look.scale] = self._layout(room, hand(look.scale))
        return self._kept[room, look.scale]

    def _draw_anew(self) -> None:
        self._picture = self._made(self.width())
        self.update()

    # -- painting

    def draw(self, painter: QPainter, look: Look) -> None:
        painter.translate(_inset(look), _inset(look))
        for shape in self._picture.shapes:
            paint_shape(painter, look, shape)
        if self.hasFocus() and (spot := self.spot) is not None:
            apart = _APART * look.scale
            box = QRectF(spot.x, spot.y, spot.width, spot.height).adjusted(-apart, -apart, apart, apart)
            painter.setPen(QPen(look.colour("focus"), _RING * look.scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, apart, apart)

    # -- walking

    def keyPressEvent(self, event: QKeyEvent) -> None:
        spots, key = self._picture.spots, event.key()
        if not spots:
            super().keyPressEvent(event)
        elif key in _ON:
            self._go(0 if self._at is None else min(self._at + 1, len(spots) - 1))
        elif key in _BACK:
            self._go(len(spots) - 1 if self._at is None else max(self._at - 1, 0))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else len(spots) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.spot is not None:
            self.opened.emit(self.spot.path)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._under(event.position())
        if found is not None:
            self._go(found)
            self.opened.emit(self._picture.spots[found].path)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._under(event.position())
        self.setCursor(Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.PointingHandCursor)
        if found is None:
            QToolTip.hideText()
        else:
            told = f"<p>{escape(self._picture.spots[found].words)}</p>"  # as markup it wraps
            QToolTip.showText(event.globalPosition().toPoint(), told, self)

    def _under(self, at: QPointF) -> int | None:
        at -= QPointF(_inset(current()), _inset(current()))
        boxes = (QRectF(spot.x, spot.y, spot.width, spot.height) for spot in self._picture.spots)
        return next((number for number, box in enumerate(boxes) if box.contains(at)), None)

    def _go(self, number: int) -> None:
        self._at = number
        self._say_spot()
        self.pointed.emit(self._picture.spots[number].path)

    def _say_spot(self) -> None:
        """The part one stands on is what the drawing is called; what it shows as a whole stays its description."""
        spot = self.spot
        self.say(self._title if spot is None else f"{spot.words} {self._at_words()}", self._words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def _at_words(self) -> str:
        return "" if self._at is None else f"{self._at + 1} van {len(self._picture.spots)}"


def hand(scale: float) -> Hand:
    """How the screen writes at a text size."""
    return Hand(scale, lambda words, bold: _measured(words, bold, scale))


@lru_cache(maxsize=8)
def _metrics(bold: bool, scale: float) -> QFontMetricsF:
    return QFontMetricsF(current().font("label", _BOLD if bold else None))


def _measured(words: str, bold: bool, scale: float) -> float:
    return _metrics(bold, scale).horizontalAdvance(words)


def paint_shape(painter: QPainter, look: Look, shape: Shape) -> None:
    """One shape in the colours of the look."""
    if isinstance(shape, Words):
        _paint_words(painter, look, shape)
        return
    painter.setPen(_pen(look, shape))
    painter.setBrush(colour(look, shape.fill) if shape.fill else Qt.BrushStyle.NoBrush)
    if isinstance(shape, Box):
        painter.drawRoundedRect(QRectF(shape.x, shape.y, shape.width, shape.height), shape.radius, shape.radius)
    elif isinstance(shape, Oval):
        painter.drawEllipse(QPointF(shape.x, shape.y), shape.rx, shape.ry)
    else:
        points = QPolygonF([QPointF(*point) for point in shape.points])
        if shape.closed:
            painter.drawPolygon(points)
        else:
            painter.drawPolyline(points)


def _paint_words(painter: QPainter, look: Look, shape: Words) -> None:
    painter.setFont(look.font("label", _BOLD if shape.bold else None))
    painter.setPen(colour(look, shape.ink))
    wide = _measured(shape.text, shape.bold, look.scale)
    left = shape.x - {"start": 0.0, "middle": wide / 2, "end": wide}[shape.anchor]
    painter.drawText(QPointF(left, shape.y + 0.35 * hand(look.scale).size), shape.text)


def _pen(look: Look, shape: Box | Oval | Path) -> QPen:
    if shape.stroke is None:
        return QPen(Qt.PenStyle.NoPen)
    made = QPen(colour(look, shape.stroke), shape.line)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if shape.dashed:
        made.setDashPattern(DASHES)
    return made


def colour(look: Look, role: Role) -> QColor:
    """The colour of a role; the darkest bar is the dark of the house by day and the lightest ink by night."""
    by_day = look.tokens.name == "light"
    if role == "residence":
        return look.colour("bar" if by_day else "ink")
    if role == "on_residence":
        return look.colour("on_primary" if by_day else "window")
    return look.colour(role)


def _inset(look: Look) -> float:
    """Room for the ring around a part that lies at the edge."""
    return (_RING + _APART) * look.scale
