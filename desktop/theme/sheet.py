"""The one style sheet, generated from the tokens and the text size. It draws simple boxes; the rest is painted.

Widgets choose by dynamic property, see `roles.set_role`:

- `role` on a button: primary, plain (the default), quiet, bar, link, segment (with `place` first, middle or last), rail
- `small=true` on a button; `invalid=true` on a field that holds an error
- `type` (a step of the type scale), `tone` (a colour role) and `strong` on a label
  A choice (QComboBox) and a spin box are painted by `style`, with the same `invalid`
- `role` on a frame: sheet, panel, bar, header, rail, why, hairline; `signal` on a frame: stop, care, tip
"""

from string import Template

from desktop.theme import icons
from desktop.theme import tokens as t
from desktop.theme.look import PT_PER_PX, Look, mixed

_BOXES = Template("""
* { outline: 0; }
QWidget { color: $ink; }
QMainWindow, QDialog, QWidget[role="window"] { background: $window; }
QToolTip { background: $bar; color: $on_bar; border: 1px solid $edge; padding: ${p4}px ${p8}px; }
QScrollArea, QScrollArea > QWidget > QWidget[role="page"] { background: transparent; border: 0; }

QFrame[role="sheet"] { background: $surface; border: ${frame}px solid $line; border-radius: ${r8}px; }
QFrame[role="panel"] { background: $sunken; border: 0; }
QFrame[role="rail"] { background: $sunken; border: 0; border-right: 1px solid $line; }
QFrame[role="bar"] { background: $bar; border: 0; border-bottom: 1px solid $bar_line; }
QFrame[role="header"] { background: $surface; border: 0; border-bottom: 1px solid $line; }
QFrame[role="hairline"] { background: $line; border: 0; }
QFrame[role="why"] { background: $primary_soft; border: 0; border-left: ${p3}px solid $primary; }
QFrame[role="empty"] { background: transparent; border: 0; }

QPushButton, QToolButton {
    background: $surface; color: $ink; border: ${border}px solid $edge; border-radius: ${r6}px;
    padding: 0 ${p12}px; min-height: ${control}px; min-width: ${p28}px; font-weight: 600; icon-size: ${icon}px;
}
QPushButton:hover, QToolButton:hover { background: $primary_soft; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:disabled, QToolButton:disabled {
    background: transparent; color: $ink_quiet; border: ${border}px dashed $edge;
}
QPushButton[small="true"], QToolButton[small="true"] {
    min-height: ${small_button}px; padding: 0 ${p10}px; font-size: ${small_pt}pt; icon-size: ${icon_small}px;
}
QPushButton::menu-indicator {
    subcontrol-origin: padding; subcontrol-position: right center; width: ${p16}px; height: ${p16}px; right: ${p8}px;
}
QPushButton[menu="true"] { padding-right: ${p32}px; }
QPushButton[role="primary"] { background: $primary; color: $on_primary; border-color: $primary; }
QPushButton[role="primary"]:hover { background: $primary_hover; border-color: $primary_hover; }
QPushButton[role="primary"]:pressed { background: $primary_hover; border-color: $ink; }
QPushButton[role="primary"]:disabled { background: transparent; color: $ink_quiet; border-color: $edge; }
QPushButton[role="quiet"], QToolButton[role="quiet"] {
    background: transparent; border-color: transparent; color: $primary;
}
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: $primary_soft; }
QPushButton[role="quiet"]:disabled, QToolButton[role="quiet"]:disabled { color: $ink_quiet; border-color: transparent; }
QPushButton[role="link"] {
    background: transparent; border: 0; padding: 0; color: $primary; font-weight: 400; text-decoration: underline;
    text-align: left; min-height: ${p28}px;
}
QPushButton[role="link"]:hover { color: $ink; }
QPushButton[role="link"][tone="expert"] { color: $expert; font-weight: 600; }
QPushButton[role="bar"], QToolButton[role="bar"] {
    background: transparent; color: $on_bar; border-color: $on_bar_quiet;
}
QPushButton[role="bar"]:hover, QToolButton[role="bar"]:hover { background: $bar_hover; }
QFrame[role="bar"] QPushButton[role="primary"] { background: $on_bar; color: $bar; border-color: $on_bar; }
QFrame[role="bar"] QPushButton[role="primary"]:hover { background: $on_bar_quiet; border-color: $on_bar_quiet; }
QFrame[role="bar"] QPushButton[role="link"] { color: $on_bar; }
QFrame[role="bar"] QPushButton:disabled {
    background: transparent; color: $on_bar_quiet; border: ${border}px dashed $on_bar_quiet;
}
QPushButton[role="link"]:disabled { border: 0; color: $ink_quiet; }
QFrame[role="bar"] QPushButton[role="link"]:disabled { border: 0; color: $on_bar_quiet; }
QFrame[role="bar"] QCheckBox { color: $on_bar; }
QPushButton[role="tab"] {
    background: transparent; color: $on_bar; font-weight: 700; border: 0; border-radius: 0;
    border-bottom: ${p4}px solid transparent; border-top: ${p4}px solid transparent; padding: 0 ${p4}px;
}
QPushButton[role="tab"]:checked { border-bottom-color: $on_bar; }
QPushButton[role="tab"]:!checked { color: $on_bar_quiet; font-weight: 400; }
QPushButton[role="tab"]:!checked:hover { color: $on_bar; border-bottom-color: $on_bar_quiet; }
QPushButton[role="segment"] { border-radius: 0; font-weight: 400; }
QPushButton[role="segment"][place="first"] {
    border-top-left-radius: ${r6}px; border-bottom-left-radius: ${r6}px; border-right-width: 0;
}
QPushButton[role="segment"][place="middle"] { border-right-width: 0; }
QPushButton[role="segment"][place="last"] { border-top-right-radius: ${r6}px; border-bottom-right-radius: ${r6}px; }
QPushButton[role="segment"]:checked {
    background: $primary; color: $on_primary; border-color: $primary; font-weight: 700;
}
QPushButton[role="rail"] {
    background: transparent; border: 0; border-left: ${p4}px solid transparent; border-radius: 0; text-align: left;
    font-weight: 400; min-height: ${rail}px;
}
QPushButton[role="rail"]:checked { background: $surface; border-left-color: $primary; font-weight: 700; }

QLineEdit, QPlainTextEdit, QTextEdit {
    background: $surface; color: $ink; border: ${border}px solid $edge; border-radius: ${r6}px;
    selection-background-color: $primary; selection-color: $on_primary;
}
QLineEdit { min-height: ${control}px; padding: 0 ${p10}px; }
QPlainTextEdit, QTextEdit { padding: ${p4}px ${p6}px; }
QLineEdit QToolButton {
    background: transparent; border: 0; padding: 0; min-height: 0; min-width: 0; icon-size: ${p16}px;
}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
    border: 0; padding: 0; min-height: 0; background: transparent;
}
QLineEdit:read-only, QPlainTextEdit[readOnly="true"] { background: $sunken; }
QLineEdit:disabled, QPlainTextEdit:disabled {
    background: $sunken; color: $ink_quiet; border-style: dashed;
}
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QTextEdit[invalid="true"] {
    border: ${border_thick}px solid $stop;
}
QComboBox QAbstractItemView {
    background: $surface; color: $ink; border: 1px solid $edge; padding: ${p4}px;
    selection-background-color: $primary_soft; selection-color: $ink;
}
QCheckBox, QRadioButton { spacing: ${p8}px; min-height: ${small_button}px; }
QFrame[role="bar"] QComboBox { color: $on_bar; }
QFrame[role="bar"] QLineEdit {
    background: $bar_field; color: $on_bar; border-color: $on_bar_quiet; placeholder-text-color: $on_bar_quiet;
}

QMenu { background: $surface; border: 1px solid $edge; border-radius: ${r6}px; padding: ${p4}px; }
QMenu::item { padding: ${p6}px ${p16}px; border-radius: ${r5}px; }
QMenu::item:selected { background: $primary_soft; color: $ink; }
QMenu::separator { height: 1px; background: $line; margin: ${p4}px ${p8}px; }
QListView, QTreeView, QTableView {
    background: $surface; alternate-background-color: $sunken; border: ${frame}px solid $line;
    border-radius: ${r8}px; gridline-color: $line; selection-background-color: $primary_soft; selection-color: $ink;
}
QHeaderView::section {
    background: $surface; color: $ink_quiet; border: 0; border-bottom: 1px solid $line; padding: ${p4}px ${p8}px;
}
QTabBar::tab { padding: ${p8}px ${p12}px; border-bottom: ${p4}px solid transparent; color: $ink_quiet; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $primary; }
QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: ${p12}px; }
QScrollBar:horizontal { height: ${p12}px; }
QScrollBar::handle { background: $edge; border-radius: ${p4}px; margin: ${p2}px; }
QScrollBar::handle:vertical { min-height: ${p32}px; }
QScrollBar::handle:horizontal { min-width: ${p32}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
""")

_TYPE = Template("""
QLabel[type="$name"] { font-size: ${pt}pt; font-weight: $weight; letter-spacing: ${spacing}px; }
""")
_TONE = Template("""QLabel[tone="$role"] { color: $colour; }
""")
_SIGNAL = Template("""
QFrame[signal="$signal"] { background: $surface; border: ${border}px solid $edge; border-radius: ${r8}px; }
QFrame[signal="$signal"] > QAbstractButton[role="head"] {
    background: $soft; border: 0; border-top-left-radius: ${inner}px; border-top-right-radius: ${inner}px;
}
QFrame[signal="$signal"][open="false"] > QAbstractButton[role="head"] { border-radius: ${inner}px; }
""")
TONES = ("ink_quiet", "on_bar", "on_bar_quiet", "primary", "on_primary", "stop", "care", "tip", "good", "expert")
DISTANCES = (2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 28, 32)


def sheet(look: Look) -> str:
    """The whole QSS. Sizes are in px of this text size, so it is made again when that changes."""
    colours = {name: value for name, value in vars(look.tokens).items() if isinstance(value, str)}
    border = look.border
    radii = (t.RADIUS_CHIP, t.RADIUS_CONTROL, t.RADIUS_SHEET)
    values = {
        **colours,
        **{f"p{distance}": look.px(distance) for distance in DISTANCES},
        **{f"r{radius}": look.px(radius) for radius in radii},
        "frame": round(look.tokens.frame),
        "border": border,
        "border_thick": border + 1,
        "control": look.px(t.CONTROL) - 2 * border,
        "small_button": look.px(t.SMALL_BUTTON) - 2 * border,
        "rail": look.px(38),
        "icon": look.px(18 / icons.LEADING),
        "icon_small": look.px(16 / icons.LEADING),
        "small_pt": t.TYPE["small"].px * look.scale * PT_PER_PX,
        "inner": look.px(t.RADIUS_SHEET) - border,
        "primary_hover": mixed(look.tokens.primary, look.tokens.ink, 0.25),
        "bar_hover": mixed(look.tokens.bar, look.tokens.on_bar, 0.1),
        "bar_field": mixed(look.tokens.bar, "#000000", 0.25),
        "bar_line": look.tokens.bar if look.tokens.frame == 1 else look.tokens.line,
    }
    parts = [_BOXES.substitute(values)]
    for name, text in t.TYPE.items():
        size = text.px * look.scale
        spacing = round(size * text.spacing / 100, 2)
        parts.append(_TYPE.substitute(name=name, pt=size * PT_PER_PX, weight=text.weight, spacing=spacing))
    parts.append('QLabel[strong="true"] { font-weight: 700; }\nQLabel[strong="false"] { font-weight: 400; }\n')
    parts += (_TONE.substitute(role=role, colour=colours[role]) for role in TONES)
    for signal in ("stop", "care", "tip"):
        edge, soft = colours.get(f"{signal}_edge", colours[signal]), colours[f"{signal}_soft"]
        parts.append(_SIGNAL.substitute({**values, "signal": signal, "edge": edge, "soft": soft}))
    return "".join(parts)
