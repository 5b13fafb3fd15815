"""What came of an advice: as it was released, what the team decided and why, and how it went."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casework.pool.bodies import AdviceBy
from casework.pool.parties import Party
from casework.pool.state import Consult
from casework.words import counted, day_in_words, in_words
from desktop.pool.answering import words
from desktop.pool.words import discipline
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain
from desktop.theme.runs import RunLabel, bold, quiet

_DECIDED = {"volgt": "Het team volgt het advies.", "deels": "Het team volgt het advies deels.",
            "wijkt_af": "Het team wijkt af van het advies."}  # fmt: skip
_MOMENTS = {"zes_weken": "Na zes weken", "drie_maanden": "Na drie maanden"}


class OutcomeSheet(Sheet):
    """Of a consult that was released."""

    def __init__(self, consult: Consult, me: Party, parent: QWidget | None = None) -> None:
        super().__init__("Wat ervan kwam", gap=8, parent=parent)
        decision, closed = consult.decision, consult.closed
        if decision is None:
            self.body.addWidget(Plain("Het team heeft nog niet gekozen.", "body", strong=True))
        else:
            self.body.addWidget(Plain(_DECIDED[decision.decision], "body", strong=True))
            self._line("Gekozen niveau", in_words(decision.chosen_level))
            self._line("Waarom", decision.reason)
        for one in consult.follow_ups:
            waited = f", na {counted(one.waiting, 'dag', 'dagen')} wachten" if one.waiting is not None else ""
            began = f"De hulp is begonnen{waited}." if one.started else "De hulp is nog niet begonnen."
            self._line(_MOMENTS[one.moment], f"{began} {one.outcome}")
            self._line("Bijwerkingen", one.side_effects)
        if closed is not None:
            self._line("Het plan veranderde erdoor", closed.plan_changed)
            self._line("De vraag is beantwoord", closed.answered)
            self._line("Bruikbaarheid", f"{closed.usefulness} van 5")
            self._line("Geleerd", closed.learnt)
            self._line("Aanbod dat miste", closed.supply_missing)

    def _line(self, name: str, said: str) -> None:
        if said:
            self.body.addWidget(RunLabel([bold(f"{name}  "), quiet(said)]))


class AdviceSheet(Sheet):
    """One advice to read."""

    def __init__(self, one: AdviceBy, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, gap=6, parent=parent)
        advice = one.advice
        lines = [
            ("Van", words.joined(one.by.name, discipline(advice.discipline), advice.registration)),
            *((f"Antwoord {answer.question + 1}", answer.words) for answer in advice.answers),
            ("Niveau", in_words(advice.level)), ("Aanpak", advice.approach), ("Waarom", advice.because),
            ("Waarom niet het andere", advice.not_the_other), ("Risico’s", advice.risks),
            ("Zekerheid", in_words(advice.certainty)), ("Eerst weten", advice.know_first),
            ("Geldig tot en met", day_in_words(advice.valid_until)), ("Kijken of het werkt", advice.evaluate_after),
            ("Gebaseerd op", advice.based_on), ("Belang", advice.interest), ("Minderheidsstandpunt", advice.minority),
        ]  # fmt: skip
        for name, said in lines:
            if said:
                self.body.addWidget(RunLabel([bold(f"{name}  "), quiet(said)]))


def released(consult: Consult) -> list[QWidget]:
    """The advices as the coordinator released them, the leading one first, and what the difference is."""
    release = consult.release
    if release is None:
        return []
    leading = release.advices[release.leading]
    others = [one for one in release.advices if one is not leading]
    sheets: list[QWidget] = [AdviceSheet(leading, "Het vastgestelde advies")]
    sheets += [AdviceSheet(one, "Het andere advies") for one in others]
    if release.difference:
        sheets.append(Plain(f"Het verschil: {release.difference}"))
    return sheets
