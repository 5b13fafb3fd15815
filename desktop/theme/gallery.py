"""Every part in one window, to look at: `python -m desktop.theme.gallery [--theme dark] [--scale 2] [--shot X.png]`."""

import argparse
import sys
from collections.abc import Sequence

from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.pictures.banner import PracticeBanner
from desktop.pictures.goal_gauge import GoalGauge
from desktop.pictures.likeness import LikenessCells, likeness_words
from desktop.pictures.mirror import MirrorBar
from desktop.pictures.rail_mark import WORDS, RailMark
from desktop.theme.apply import apply_theme
from desktop.theme.buttons import ButtonRole, button
from desktop.theme.cards import EmptyState, Sheet, Withheld
from desktop.theme.chips import Chip, ClockChip, StatementChips, kind_pill, status_tag, thread_pill
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import Plain, field_label
from desktop.theme.look import current
from desktop.theme.radio_chips import RadioChips
from desktop.theme.runs import RunLabel, bold, quiet
from desktop.theme.saved import SavedWord
from desktop.theme.signal_card import SignalCard
from desktop.theme.tokens import SCALES, THEMES


def signals() -> list[QWidget]:
    stop = SignalCard(
        "STOP",
        "Vader heeft nog niet toegestemd",
        [("Feiten", "Gezag van beide ouders samen; alleen moeder gaf akkoord.")],
        "R-TOEST-01",
        "Jeugdwet 7.3.4",
        "Naar toestemming",
        "Uitzondering noemen…",
    )
    attention = SignalCard(
        "ATTENTION",
        "Bij N2 staat nog geen doel",
        [("Feiten", "N2 is genoemd door moeder en school; geen doel.")],
        "R-DOEL-01",
        "Jeugdwet 2.3; stappenplan, stap 3",
        "Doel bij N2",
        "Bewust anders…",
    )
    tip = SignalCard(
        "TIP",
        "Er is ook een lichtere vorm",
        [("Feiten", "Groepstraining, 8 keer, zelfde doel als P1.")],
        "R-LICHT-01",
        "Productenboek, regio, versie 4",
        "Bekijk het verschil",
        "Laat liggen",
    )
    return [stop, attention, tip]


def rail() -> Sheet:
    sheet = Sheet("Stap in de rail", gap=13)
    grid = QGridLayout()
    grid.setHorizontalSpacing(current().px(12))
    grid.setVerticalSpacing(current().px(13))
    for line, state in enumerate(WORDS):
        grid.addWidget(RailMark(state), line, 0)
        grid.addWidget(Plain(WORDS[state]), line, 1)
    grid.setColumnStretch(1, 1)
    sheet.body.addLayout(grid)
    sheet.body.addStretch(1)
    return sheet


def clocks() -> Sheet:
    sheet = Sheet("Klok: vorm, woord en dan pas kleur", gap=12)
    row = FlowLayout(gap=10, line_gap=10)
    for days, paused in ((31, False), (0, False), (-2, False), (12, True)):
        row.addWidget(ClockChip(days, paused=paused))
    sheet.body.addLayout(row)
    sheet.body.addSpacing(current().px(6))
    sheet.body.addWidget(Plain("Bewaard", strong=True))
    words = FlowLayout(gap=18)
    for state in ("busy", "saved", "failed"):
        word = SavedWord()
        if state == "busy":
            word.show_busy()
        elif state == "failed":
            word.show_failed("schijf is vol")
        words.addWidget(word)
    sheet.body.addLayout(words)
    sheet.body.addStretch(1)
    return sheet


def statement() -> Sheet:
    sheet = Sheet("Uitspraak", gap=10)
    sheet.body.addSpacing(current().px(2))
    sheet.body.addWidget(Plain("“Ik wil het voelen aankomen.”", "question"))
    sheet.body.addWidget(StatementChips("Jesse", "mening", "19 november"))
    kinds = FlowLayout()
    for kind in ("feit", "waarneming", "mening", "hypothese"):
        kinds.addWidget(Chip(kind_pill(kind)))
    sheet.body.addSpacing(current().px(4))
    sheet.body.addLayout(kinds)
    sheet.body.addStretch(1)
    return sheet


def likeness() -> Sheet:
    sheet = Sheet("Mate van gelijkheid")
    sheet.body.addWidget(LikenessCells(7, 4, 2))
    words = [bold(f"{likeness_words(7, 4, 2)}. "), quiet("Vol, leeg, gestippeld. Nooit een percentage.")]
    sheet.body.addWidget(RunLabel(words, "small"))
    sheet.body.addStretch(1)
    return sheet


def goal() -> Sheet:
    sheet = Sheet("Doel op de schaal", gap=6)
    sheet.body.addWidget(GoalGauge(3, 7, 3))
    sheet.body.addWidget(Plain("Ring is nu, driehoek is streven.", "small", "ink_quiet"))
    sheet.body.addStretch(1)
    return sheet


def question() -> Sheet:
    sheet = Sheet(gap=10)
    asked = "Is er een aanpak die bij Jesse past en die nog niet goed is geprobeerd?"
    sheet.body.addWidget(Plain(asked, "question"))
    chips = RadioChips(
        asked,
        {"yes": "ja", "some": "een beetje", "no": "nee"},
        {"unknown": "weet ik niet", "not_asked": "niet gevraagd", "declined": "wil niet zeggen"},
    )
    chips.set_value("yes")
    sheet.body.addWidget(chips)
    fields = FlowLayout(gap=12)
    choice = QComboBox()
    choice.addItems(["oefenen en leren", "begeleiden"])
    wrong = QLineEdit("43 november")
    wrong.setProperty("invalid", True)
    off = QLineEdit("pas na stap 3")
    off.setEnabled(False)
    inputs: list[tuple[str, QWidget]] = [("Aard", choice), ("Datum", wrong), ("Hoe vaak", off)]
    for label, field in inputs:
        pair = QWidget()
        column = QVBoxLayout(pair)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(4))
        column.addWidget(field_label(label, field))
        column.addWidget(field)
        fields.addWidget(pair)
    sheet.body.addLayout(fields)
    words = QPlainTextEdit("Vader en moeder reageren verschillend. <b>Dit blijft gewone tekst</b>.")
    words.setAccessibleName("Toelichting")
    words.setMaximumHeight(current().px(64))
    sheet.body.addWidget(words)
    return sheet


def buttons() -> Sheet:
    sheet = Sheet("Knoppen en codes", gap=10)
    row = FlowLayout()
    roles: list[tuple[str, ButtonRole]] = [
        ("Verder bij deze zin", "primary"),
        ("Naar de stappen", "plain"),
        ("Afdrukken", "quiet"),
        ("Alle ijkcliënten", "link"),
    ]
    for words, role in roles:
        row.addWidget(button(words, role, None if role == "link" else "printer" if role == "quiet" else "ear"))
    off = button("Vaststellen: 1 te gaan", icon="lock")
    off.setEnabled(False)
    row.addWidget(off)
    sheet.body.addLayout(row)
    codes = FlowLayout()
    codes.addWidget(Chip(thread_pill("N1")))
    codes.addWidget(Chip(thread_pill("N2", loose=True)))
    codes.addWidget(status_tag("In onderzoek", "folder-open"))
    ticked = QCheckBox("Wat wij samen denken")
    ticked.setChecked(True)
    codes.addWidget(ticked)
    codes.addWidget(QCheckBox("Gezondheid van ouders"))
    sheet.body.addLayout(codes)
    sheet.body.addWidget(MirrorBar(["complete", "complete", "partly", "partly", "missing"]))
    sheet.body.addWidget(Withheld("hidden", "gezondheid van ouders", "Niet nodig voor deze hulp.", "Toch delen…"))
    sheet.body.addStretch(1)
    return sheet


def gallery(em_wide: float) -> QWidget:
    """The whole sheet; below 70 em everything stands in one column."""
    page = QWidget()
    page.setProperty("role", "page")
    column = QVBoxLayout(page)
    column.setContentsMargins(*[current().px(margin) for margin in (32, 22, 32, 24)])
    column.setSpacing(current().px(20))
    ask = "Vraag wat er eerder hielp, ook buiten hulpverlening."
    empty = EmptyState("Nog geen hulp genoemd", ask, "Hulp toevoegen")
    rows: list[tuple[list[QWidget], tuple[int, ...]]] = [
        (signals(), (1, 1, 1)),
        ([rail(), clocks(), statement()], (218, 524, 524)),
        ([likeness(), goal(), empty], (1, 1, 1)),
        ([question(), buttons()], (1, 1)),
    ]
    for widgets, widths in rows:
        grid = QGridLayout()
        grid.setSpacing(current().px(18))
        for i, (widget, width) in enumerate(zip(widgets, widths, strict=True)):
            policy = widget.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            widget.setSizePolicy(policy)
            grid.addWidget(widget, *((0, i) if em_wide >= 70 else (i, 0)))
            if em_wide >= 70:
                grid.setColumnStretch(i, width)
        column.addLayout(grid)
    column.addStretch(1)
    return page


def window(width: int) -> QWidget:
    whole = QWidget()
    whole.setProperty("role", "window")
    whole.setWindowTitle("IJkpunt: onderdelen")
    rows = QVBoxLayout(whole)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    rows.addWidget(PracticeBanner())
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(gallery(width / (15 * current().scale)))
    rows.addWidget(scroll, 1)
    return whole


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Toont alle onderdelen.")
    parser.add_argument("--theme", choices=list(THEMES), default="light")
    parser.add_argument("--scale", type=float, choices=SCALES, default=1.0)
    parser.add_argument("--width", type=int, default=1366)
    parser.add_argument("--height", type=int, default=1000)
    parser.add_argument("--shot", metavar="BESTAND.png", help="bewaar een afdruk van het venster en stop")
    chosen = parser.parse_args(arguments)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    apply_theme(app, chosen.theme, chosen.scale)
    whole = window(chosen.width)
    whole.resize(chosen.width, chosen.height)
    whole.show()
    if not chosen.shot:
        return app.exec()
    whole.findChildren(RadioChips)[0].setFocus()
    app.processEvents()
    return 0 if whole.grab().save(chosen.shot) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
