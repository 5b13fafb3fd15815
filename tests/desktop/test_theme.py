"""The look: contrast as computed, fonts and icons as shipped, parts that answer to keyboard, theme and text size."""

import sys
from io import BytesIO

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from reportlab.pdfbase.ttfonts import TTFontFile

import resources
from desktop.theme import fonts, icons
from desktop.theme.apply import apply_theme
from desktop.theme.focus import FocusRing
from desktop.theme.look import current
from desktop.theme.palette import system_contrast
from desktop.theme.sheet import sheet
from desktop.theme.tokens import THEMES

# What the offscreen platform says of every window; it is no shortcoming of ours.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

TEXT_PAIRS = [
    *(("ink", ground) for ground in ("window", "surface", "primary_soft", "mark")),
    *(("ink_quiet", ground) for ground in ("window", "surface", "sunken", "primary_soft")),
    ("on_bar", "bar"),
    ("on_bar_quiet", "bar"),
    *(("primary", ground) for ground in ("surface", "window", "primary_soft")),
    ("on_primary", "primary"),
    *((role, ground) for role in ("stop", "care", "tip", "good", "expert") for ground in ("surface", f"{role}_soft")),
    *((role, f"{soft}_soft") for soft in ("stop", "care", "tip", "good", "expert") for role in ("ink", "ink_quiet")),
]
LINE_PAIRS = [
    *(("edge", ground) for ground in ("surface", "window", "sunken")),
    *(("care_edge", ground) for ground in ("surface", "care_soft")),
    *(("focus", ground) for ground in ("surface", "window")),
    ("focus_on_bar", "bar"),
]


def luminance(colour: str) -> float:
    channels = [value / 255 for value in bytes.fromhex(colour[1:])]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(autouse=True)
def light(qapp):
    apply_theme(qapp)
    yield
    apply_theme(qapp)


def test_none_survives_the_bindings(qapp):
    """PySide6 6.12.0 loses a reference to None at every call on Python 3.11, until the interpreter stops."""
    chip = QPushButton()
    before = sys.getrefcount(None)
    for _ in range(500):
        chip.update()
    chip.deleteLater()
    assert before - sys.getrefcount(None) < 100


@pytest.mark.parametrize("theme", THEMES)
def test_contrast_of_every_pair(theme):
    tokens = THEMES[theme]
    low = [
        f"{front} on {ground}: {contrast(tokens.colour(front), tokens.colour(ground)):.1f}"
        for least, pairs in ((4.5, TEXT_PAIRS), (3.0, LINE_PAIRS))
        for front, ground in pairs
        if contrast(tokens.colour(front), tokens.colour(ground)) < least
    ]
    assert not low


def test_contrast_is_measured_as_wcag_does():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert round(contrast(THEMES["light"].ink, THEMES["light"].window), 1) == 13.4


def test_a_role_that_does_not_exist_is_refused():
    with pytest.raises(KeyError):
        THEMES["light"].colour("teal")
    with pytest.raises(KeyError):
        THEMES["light"].colour("border")


def test_every_family_is_found_after_registering(qapp):
    assert {*fonts.FAMILIES, fonts.FIGURES} <= set(QFontDatabase.families())
    assert QFontInfo(qapp.font()).family() == fonts.TEXT
    weights = {QFontDatabase.weight(fonts.TEXT, style) for style in QFontDatabase.styles(fonts.TEXT)}
    assert {400, 500, 600, 700} <= weights


def ttf_files():
    return sorted((file for file in resources.fonts().iterdir() if file.name.endswith(".ttf")), key=lambda f: f.name)


def fonts_as_paper_reads_them():
    return [TTFontFile(BytesIO(file.read_bytes())) for file in ttf_files()]


def test_no_two_fonts_share_a_postscript_name():
    names = [font.name for font in fonts_as_paper_reads_them()]
    assert len(set(names)) == len(names) > 10


def test_signs_families_write_are_in_the_fonts():
    covered = set().union(*(font.charToGlyph for font in fonts_as_paper_reads_them()))
    wanted = "ëïéèöüĳĲ€–—‘’“”…×•şğıłžčȘțЄІЇҐяΩ→≥≠✓سلامאב😀⚠"
    assert not [sign for sign in wanted if ord(sign) not in covered]


@pytest.mark.parametrize("weight", [400, 600, 700])
def test_kerning_survived_the_merge(qapp, weight):
    metrics = QFontMetricsF(current().font("title", weight))
    assert metrics.horizontalAdvance("To") < metrics.horizontalAdvance("T") + metrics.horizontalAdvance("o")


def test_every_font_family_brings_its_licence():
    notices = {file.name for file in resources.fonts().iterdir() if file.name.startswith("OFL-")}
    assert {f"OFL-{file.name.split('-')[0]}.txt" for file in ttf_files()} == notices


def test_an_icon_takes_the_colour_of_its_role(qapp):
    picture = icons.pixmap("minus", "stop", 24).toImage()
    assert picture.pixelColor(12, 12) == QColor(THEMES["light"].stop)
    assert icons.pixmap("minus", "stop", 24, 2.0).width() == 48


def test_an_icon_on_a_button_follows_the_theme(qapp, show):
    made = show(QPushButton(icons.icon("minus", "primary"), ""))
    before = made.icon().pixmap(24, 24).toImage().pixelColor(12, 12)
    apply_theme(qapp, "dark")
    after = made.icon().pixmap(24, 24).toImage().pixelColor(12, 12)
    assert (before.name().upper(), after.name().upper()) == (THEMES["light"].primary, THEMES["dark"].primary)


def test_an_unknown_icon_is_refused(qapp):
    with pytest.raises(OSError):
        icons.icon("unicorn")


def test_every_icon_can_be_drawn(qapp):
    names = [file.name[:-4] for file in resources.icons().iterdir() if file.name.endswith(".svg")]
    assert "mark" in names
    for name in names:
        image = icons.pixmap(name, "ink", 22).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(22) for y in range(22)), name


def test_disabled_text_stays_readable(qapp):
    off = qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert contrast(off.name(), THEMES["light"].surface) >= 4.5


def test_the_contrast_theme_of_the_system_lends_its_colours():
    native = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, "#202020"),
        (QPalette.ColorRole.WindowText, "#ffffee"),
        (QPalette.ColorRole.Highlight, "#8ee3f0"),
        (QPalette.ColorRole.HighlightedText, "#263b50"),
    ):
        native.setColor(role, QColor(colour))
    tokens = system_contrast(native)
    assert (tokens.window, tokens.care_soft, tokens.stop, tokens.primary) == (
        "#202020",
        "#202020",
        "#ffffee",
        "#8ee3f0",
    )
    assert tokens.border == 2


@pytest.mark.parametrize("theme", THEMES)
def test_the_style_sheet_is_complete(qapp, theme):
    apply_theme(qapp, theme, 1.5)
    text = sheet(current())
    assert "$" not in text
    assert text.count("{") == text.count("}")


def test_theme_and_size_change_while_running(qapp, show):
    field = show(QLineEdit("tekst"))
    field.setFocus()
    before = field.sizeHint().height()
    apply_theme(qapp, "dark", 2.0)
    assert field.sizeHint().height() > 1.6 * before
    assert field.palette().color(QPalette.ColorRole.Base).name().upper() == THEMES["dark"].surface
    assert QApplication.focusWidget() is field
    assert len(qapp.findChildren(type(qapp.findChild(object, "focus_follower")))) == 1


def test_an_unknown_theme_is_refused(qapp):
    with pytest.raises(KeyError):
        apply_theme(qapp, "roze")


def ring_of(window):
    return window.findChild(FocusRing)


def test_the_ring_surrounds_the_focus_and_follows_it(qapp, show):
    page = QWidget()
    column = QVBoxLayout(page)
    fields = [QLineEdit() for _ in range(30)]
    for field in fields:
        column.addWidget(field)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(page)
    show(scroll, 300, 400)
    fields[2].setFocus()
    ring = ring_of(scroll)
    assert ring.isVisible()
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    place = fields[2].mapTo(scroll, QPoint(0, 0))
    assert ring.geometry().topLeft() == place - QPoint(5, 5)
    scroll.verticalScrollBar().setValue(30)
    assert ring.geometry().top() == max(fields[2].mapTo(scroll, QPoint(0, 0)).y() - 5, -5)
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    assert not ring.isVisible()
    fields[-1].setFocus()
    assert ring.isVisible()


def test_the_ring_survives_the_end_of_what_it_surrounds(qapp, qtbot, show):
    window = QWidget()
    column = QVBoxLayout(window)
    first, second = QLineEdit(), QLineEdit()
    column.addWidget(first)
    column.addWidget(second)
    show(window, 200, 120)
    first.setFocus()
    column.removeWidget(first)
    first.deleteLater()
    qtbot.wait(1)
    window.resize(260, 140)
    second.setFocus()
    assert ring_of(window).geometry().contains(second.mapTo(window, second.rect().center()))
