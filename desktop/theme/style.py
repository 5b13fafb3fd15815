"""Fusion, with the small signs the style sheet cannot draw: tick boxes, radio marks and arrows in our colours."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QStyleOptionComplex, QWidget

from desktop.theme import icons
from desktop.theme.look import current, mixed, on_bar
from desktop.theme.tokens import CONTROL, RADIUS_CONTROL, SMALL_BUTTON

PADDING, ARROW = 10, 32  # beside the words of a choice, px at 100 %

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
    QStyle.PixelMetric.PM_FocusFrameHMargin: 6,
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
        icons.paint_check(painter, box, "on_primary")


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
    """Fusion as base: the styles of Windows ignore half of the palette.

    Choices and spin boxes are painted here: a style sheet cannot give their arrows the colour of a role.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        size = _SIZES.get(metric)
        return current().px(size) if size else super().pixelMetric(metric, option, widget)

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        wanted = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]  # it takes None
        if kind in (QStyle.ContentsType.CT_ComboBox, QStyle.ContentsType.CT_SpinBox):
            look = current()
            return QSize(size.width() + look.px(PADDING + ARROW + 8), max(look.px(CONTROL), wanted.height()))
        if kind == QStyle.ContentsType.CT_ItemViewItem:  # a row is a target too
            return wanted.expandedTo(QSize(0, current().px(SMALL_BUTTON)))
        return wanted

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_ComboBox_AllowWheelScrolling:
            return 0  # who scrolls past a choice does not mean to change it
        return super().styleHint(hint, option, widget, returned)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        look, rect = current(), option.rect
        arrow = QRect(rect.right() - look.px(ARROW) + 1, rect.top(), look.px(ARROW), rect.height())
        edge = look.border + 1
        inside = rect.adjusted(look.px(PADDING), edge, -look.px(ARROW), -edge)
        half = rect.height() // 2
        painted = {
            (QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField): inside,
            (QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxArrow): arrow,
            (QStyle.ComplexControl.CC_SpinBox, QStyle.SubControl.SC_SpinBoxEditField): inside,
            (QStyle.ComplexControl.CC_SpinBox, QStyle.SubControl.SC_SpinBoxUp): arrow.adjusted(0, 0, 0, -half),
            (QStyle.ComplexControl.CC_SpinBox, QStyle.SubControl.SC_SpinBoxDown): arrow.adjusted(0, half, 0, 0),
        }.get((control, part))
        return painted or super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == QStyle.ComplexControl.CC_ComboBox:
            arrows = {QStyle.SubControl.SC_ComboBoxArrow: "chevron-down"}
        elif control == QStyle.ComplexControl.CC_SpinBox:
            arrows = {QStyle.SubControl.SC_SpinBoxUp: "chevron-up", QStyle.SubControl.SC_SpinBoxDown: "chevron-down"}
        else:
            super().drawComplexControl(control, option, painter, widget)
            return
        painter.save()
        paint_field(painter, QRectF(option.rect), option, widget)
        for part, name in arrows.items():
            _paint_arrow(painter, name, self.subControlRect(control, option, part, widget), option, widget)
        painter.restore()

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        checked = bool(option.state & QStyle.StateFlag.State_On)
        painter.save()
        if element in _ARROWS:
            _paint_arrow(painter, _ARROWS[element], option.rect, option, widget)
        elif element in _TICK_BOXES:
            paint_tick_box(painter, QRectF(option.rect), checked, _enabled(option))
        elif element == QStyle.PrimitiveElement.PE_IndicatorRadioButton:
            paint_radio_mark(painter, QRectF(option.rect), checked)
        else:
            super().drawPrimitive(element, option, painter, widget)
        painter.restore()


def paint_field(painter: QPainter, box: QRectF, option: QStyleOption, widget: QWidget | None) -> None:
    """The box of a choice: as a text field looks in the style sheet, dashed when off, thick and red when wrong."""
    look = current()
    invalid = bool(widget and widget.property("invalid"))
    light = on_bar(widget)
    ground = QColor(mixed(look.tokens.bar, "#000000", 0.25)) if light else look.colour("surface")
    pen = QPen(look.colour("stop" if invalid else "on_bar_quiet" if light else "edge"), look.border + invalid)
    if not _enabled(option):
        ground = look.colour("bar" if light else "sunken")
        pen.setStyle(Qt.PenStyle.DashLine)
    inset = pen.widthF() / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(ground)
    radius = RADIUS_CONTROL * look.scale
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)


def _enabled(option: QStyleOption) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Enabled)


def _paint_arrow(painter: QPainter, name: str, rect: QRect, option: QStyleOption, widget: QWidget | None) -> None:
    side = min(current().px(18), rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(QRectF(rect).center())
    primary = bool(widget and widget.property("role") == "primary")
    role = "on_bar" if on_bar(widget) else "ink_quiet" if not _enabled(option) else "on_primary" if primary else "ink"
    icons.paint(painter, name, role, square)
