"""Fusion, with the small signs the style sheet cannot draw: tick boxes, radio marks and arrows in our colours."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

from desktop.theme import icons
from desktop.theme.look import current

_ARROWS = {
    QStyle.PrimitiveElement.PE_IndicatorArrowDown: "chevron-down",
    QStyle.PrimitiveElement.PE_IndicatorArrowUp: "chevron-up",
    QStyle.PrimitiveElement.PE_IndicatorSpinDown: "chevron-down",
    QStyle.PrimitiveElement.PE_IndicatorSpinUp: "chevron-up",
    QStyle.PrimitiveElement.PE_IndicatorArrowLeft: "chevron-left",
    QStyle.PrimitiveElement.PE_IndicatorArrowRight: "chevron-right",
}
_TICK_BOXES = (
    QStyle.PrimitiveElement.PE_IndicatorCheckBox,
    QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck,
)
_SIZES = {
    QStyle.PixelMetric.PM_IndicatorWidth: 18,
    QStyle.PixelMetric.PM_IndicatorHeight: 18,
    QStyle.PixelMetric.PM_ExclusiveIndicatorWidth: 18,
    QStyle.PixelMetric.PM_ExclusiveIndicatorHeight: 18,
    QStyle.PixelMetric.PM_SmallIconSize: 18,
}


def paint_tick_box(painter: QPainter, box: QRectF, checked: bool, enabled: bool = True) -> None:
    """A square, filled and ticked when checked."""
    look = current()
    width = look.tokens.border * look.scale
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("primary" if checked else "edge"), width))
    painter.setBrush(look.colour("primary" if checked else "surface" if enabled else "sunken"))
    radius = box.width() / 6
    painter.drawRoundedRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius)
    if checked:
        inset = box.width() / 8
        icons.paint(painter, "check", "on_primary", box.adjusted(inset, inset, -inset, -inset))


def paint_radio_mark(painter: QPainter, box: QRectF, checked: bool, role: str = "edge") -> None:
    """A ring, thick when chosen: the form tells, the colour only helps."""
    look = current()
    width = look.tokens.border * look.scale
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(look.colour("surface"))
    if checked:
        width = box.width() * 0.3
    painter.setPen(QPen(look.colour("primary" if checked else role), width))
    painter.drawEllipse(box.adjusted(width / 2, width / 2, -width / 2, -width / 2))


class HouseStyle(QProxyStyle):
    """Fusion as base: the styles of Windows ignore half of the palette."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        size = _SIZES.get(metric)
        return current().px(size) if size else super().pixelMetric(metric, option, widget)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        state, rect = option.state, QRectF(option.rect)
        checked = bool(state & QStyle.StateFlag.State_On)
        enabled = bool(state & QStyle.StateFlag.State_Enabled)
        painter.save()
        if element in _ARROWS:
            side = min(current().px(18), rect.width(), rect.height())
            square = QRectF(0, 0, side, side)
            square.moveCenter(QPointF(rect.center()))
            icons.paint(painter, _ARROWS[element], _arrow_role(widget, enabled), square)
        elif element in _TICK_BOXES:
            paint_tick_box(painter, rect, checked, enabled)
        elif element == QStyle.PrimitiveElement.PE_IndicatorRadioButton:
            paint_radio_mark(painter, rect, checked)
        else:
            super().drawPrimitive(element, option, painter, widget)
        painter.restore()


def _arrow_role(widget: QWidget | None, enabled: bool) -> str:
    """On the bar the arrow is as light as the words beside it."""
    parent = widget.parentWidget() if widget else None
    if parent and parent.property("role") == "bar":
        return "on_bar"
    return "ink" if enabled else "ink_quiet"
