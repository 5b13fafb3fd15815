"""The question as the asker put it: words and coarse facts, nothing that leads to somebody."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casework.knowledge.pack import Pack
from casework.pool.answering import questions
from casework.pool.bodies import Request
from casework.pool.state import Consult
from casework.words import in_words, listed
from desktop.pool.answering import words
from desktop.pool.words import clients_seen, discipline, opened_by
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain
from desktop.theme.runs import RunLabel, bold, quiet


class QuestionSheet(Sheet):
    def __init__(self, consult: Consult, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__("De vraag", gap=10, parent=parent)
        request = consult.request
        assert request is not None  # an expert gets it with the assignment
        self.body.addWidget(Plain(request.question, "question", strong=True))
        for number, words_ in enumerate(questions(request)[1:], 1):
            self._line(f"Deelvraag {number}", words_)
        self._line("Twijfel tussen", f"{request.option_a}  of  {request.option_b}")
        self._line("Geprobeerd", request.tried)
        self._line("Het gezin", "".join(f"\n{name}: {value}" for name, value in request.profile))
        self._line("Gevraagd niveau", in_words(request.asked_level) if request.asked_level else "")
        self._line("Aanbieders", listed(request.providers))
        self._line("Geopend door", listed(opened_by(request, pack)))
        self._line("Bekeken ijkcliënten", listed(clients_seen(request, pack)))
        self._line("Waarom nu", request.deadline_reason)
        self._line("Het gezin weet ervan", in_words(request.family_informed))
        for added in consult.added:
            self._line("Aangevuld", added)
        about = words.joined(words.kind(consult), discipline(request.discipline), consult.team)
        self.body.addWidget(Plain(f"{_hidden(request)} {words.sentence(about)}", "small", "ink_quiet"))

    def _line(self, name: str, said: str) -> None:
        if said:
            self.body.addWidget(RunLabel([bold(f"{name}  "), quiet(said)]))


def _hidden(request: Request) -> str:
    """How far the family is hidden, and where it is not, on what ground."""
    if request.consent == "anoniem":
        return "Gepseudonimiseerd."
    return f"Herleidbaar, alleen voor {listed(request.readers)}. Grond: {request.ground}."
