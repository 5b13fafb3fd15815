"""One practice vignette: the story, four questions, and only after *Vergelijk* the reference beside the answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casework.calibration.questions import QUESTIONS, Question, answer_words
from casework.knowledge import Pack, Vignette
from casework.words import listed
from desktop.calibration.beside import Beside
from desktop.calibration.notebook import Notebook
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain, title
from desktop.theme.page import Page
from desktop.theme.radio_chips import RadioChips
from desktop.theme.runs import RunLabel, bold, quiet

_FIRST = "Beantwoord de vier vragen. Daarna ziet u het voorbeeld, en liggen uw antwoorden vast."
_AFTER = "Uw antwoorden liggen vast, zodat de uitkomst van het team eerlijk blijft."


class VignettePage(Page):
    """`back` to the list, `next` to the next vignette, `compare_asked` when the four answers may be locked.

    `answered` carries a question's id and the chosen code, or None.
    """

    back = Signal()
    next = Signal()
    compare_asked = Signal()
    answered = Signal(str, object)

    def __init__(self, pack: Pack, vignette: Vignette, notebook: Notebook, parent: QWidget | None = None) -> None:
        super().__init__(vignette.title, parent)
        self.vignette, self._pack, self._notebook = vignette, pack, notebook
        self.answers: dict[str, RadioChips] = {}
        self.compare = button("Vergelijk", "primary", "git-compare-arrows")
        self._head()
        self._story()
        if notebook.compared(vignette) is None:
            self._ask()
        else:
            self._beside()

    def _head(self) -> None:
        back = button("Naar de lijst", "quiet", "arrow-left", small=True)
        back.clicked.connect(self.back)
        self.column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(title(self.vignette.title))

    def _story(self) -> None:
        sheet = Sheet(gap=10)
        sheet.setAccessibleName("Het verhaal")
        sheet.body.addWidget(Plain(self.vignette.story))
        for voice in self.vignette.voices:
            sheet.body.addWidget(RunLabel([bold(f"{voice.who}: "), quiet(f"‘{voice.says}’")]))
        sheet.body.addWidget(RunLabel([bold("De vraag. "), quiet(self.vignette.asks)]))
        self.column.addWidget(sheet)

    def _ask(self) -> None:
        chosen = self._notebook.chosen(self.vignette)
        sheet = Sheet("Uw weging", gap=12)
        for question in QUESTIONS:
            chips = RadioChips(question.text, answer_words(question, self._pack))
            chips.set_value(chosen.get(question.id))
            chips.changed.connect(lambda code, name=question.id: self.answered.emit(name, code))
            self.answers[question.id] = chips
            sheet.body.addWidget(Plain(question.text, "question"))
            sheet.body.addWidget(chips)
        sheet.body.addWidget(Plain(_FIRST, "small", "ink_quiet"))
        self.compare.clicked.connect(self.compare_asked)
        sheet.body.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(sheet)
        self.judge()

    def judge(self) -> None:
        """Comparing waits for all four answers, and says so."""
        missing = [one.title.lower() for one in QUESTIONS if one.id not in self._notebook.chosen(self.vignette)]
        self.compare.setEnabled(not missing)
        said = f"Nog te beantwoorden: {listed(missing)}." if missing else ""
        self.compare.setToolTip(said)
        self.compare.setAccessibleDescription(said)

    def _beside(self) -> None:
        own = self._notebook.compared(self.vignette)
        assert own is not None
        self.column.addWidget(Plain(_AFTER, "small", "ink_quiet"))
        for question in QUESTIONS:
            self.column.addWidget(Beside(question, own, self.vignette, answer_words(question, self._pack)))
        discuss = Sheet("Om samen over te praten")
        for line in self.vignette.discuss:
            discuss.body.addWidget(Plain(line))
        self.column.addWidget(discuss)
        self.column.addWidget(Plain(self._standing(), "small", "ink_quiet"))
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        onward = button("Volgende situatie", "primary", "arrow-right")
        onward.clicked.connect(self.next)
        row.addWidget(onward)
        row.addStretch(1)
        self.column.addWidget(foot)

    def _standing(self) -> str:
        """Who stands behind the reference, and on what it rests."""
        one = self.vignette
        sources = listed([self._pack.sources[name].title for name in one.sources])
        concept = "Dit voorbeeld is concept: nog door niemand vastgesteld. " if one.status == "concept" else ""
        return f"{concept}Eigenaar: {one.owner}. Bronnen: {sources}."


def question_of(name: str) -> Question:
    return next(one for one in QUESTIONS if one.id == name)
