"""How far a team weighs alike: a line for each question, what it means, and what to talk about. Never who."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casework.calibration.team import Team, in_words, title_of
from casework.knowledge import Pack
from casework.words import counted
from desktop.pictures.agreement_line import AgreementLine
from desktop.theme.buttons import button
from desktop.theme.cards import EmptyState, Sheet
from desktop.theme.label import Plain, heading, title
from desktop.theme.page import Page

_MEANING = (
    "Het driehoekje is kappa: hoe vaak het team hetzelfde antwoordt als het voorbeeld, zonder het geluk van gissen. "
    "1 is altijd gelijk, 0 is gissen. Bij niveau, veiligheid en expertpool telt één stap ernaast minder dan drie.",
    "De dikke lijn laat zien waar het getal ook had kunnen liggen, met andere mensen en andere situaties (95 procent). "
    "Een lange lijn betekent: nog te weinig antwoorden om er iets van te zeggen.",
    "De woorden (gering, matig, redelijk, goed) zijn een vuistregel van Landis en Koch (1977). Een laag getal zegt "
    "niet dat het team fout zit. Het voorbeeld is een voorstel. Het zegt: praat hier samen over.",
)
_NOBODY = (
    "Hier staat nooit wie wat antwoordde, en er is geen volgorde van mensen. Een antwoordbestand heeft geen naam. Wie "
    "de bestanden verzamelt, weet wel van wie ze komen: wis ze na het inlezen."
)


class TeamPage(Page):
    """`back` to the list; `chosen` carries the id of a vignette; the others are about the answers of colleagues."""

    back = Signal()
    chosen = Signal(str)
    take_in_asked = Signal()
    forget_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Het team", parent)

    def show_team(self, found: Team, pack: Pack, *, came_in: bool) -> None:
        """came_in: whether there are answers of colleagues to let go of."""
        self.clear()
        self._head(found)
        if found.held_back:
            empty = EmptyState("Nog geen uitkomst", found.held_back, "Antwoorden van collega’s inlezen…")
            empty.clicked.connect(self.take_in_asked)
            self.column.addWidget(empty)
        for question, one in found.agreements.items():
            sheet = Sheet(title_of(question))
            sheet.body.addWidget(AgreementLine(title_of(question), one))
            sheet.body.addWidget(Plain(in_words(one)))
            self.column.addWidget(sheet)
        if found.discuss:
            sheet = Sheet("Hier lagen de antwoorden het verst van het voorbeeld")
            for name in found.discuss:
                link = button(pack.vignettes[name].title, "link")
                link.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
                sheet.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            self.column.addWidget(sheet)
        if found.agreements:
            self.column.addWidget(heading("Wat betekent dit?"))
            for paragraph in _MEANING:
                self.column.addWidget(Plain(paragraph, "small"))
        self.column.addWidget(Plain(_NOBODY, "small", "ink_quiet"))
        if came_in:
            self._offer_to_forget()

    def _offer_to_forget(self) -> None:
        forget = button("Ingelezen antwoorden wissen…", "quiet", "trash-2", small=True)
        forget.clicked.connect(self.forget_asked)
        self.column.addWidget(forget, 0, Qt.AlignmentFlag.AlignLeft)

    def _head(self, found: Team) -> None:
        back = button("Naar de lijst", "quiet", "arrow-left", small=True)
        back.clicked.connect(self.back)
        self.column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(title("Weegt het team hetzelfde?"))
        if not found.held_back:
            self.column.addWidget(Plain(f"Antwoorden van {found.people} personen op samen {found.weighed} situaties."))
        if found.left_out:
            left_out = counted(found.left_out, "antwoord", "antwoorden")
            self.column.addWidget(Plain(f"Niet meegeteld: {left_out} op een tekst die dit kennispakket niet heeft."))
