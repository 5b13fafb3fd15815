"""The boxes of a draft: what a reference client still needs, and the votes of the panel."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QSpinBox, QWidget

import resources
from casework.knowledge import Pack
from casework.pool.drafting import Draft, edited, limits_of, missing, neighbours, submitted, voted
from casework.pool.parties import Party
from casework.pool.reuse import had_a_part, without_part
from casework.pseudonym import Known, read_lexicon, scan
from casework.words import day_in_words, in_words, listed
from desktop.ask import Box
from desktop.pool.bench.asking import Asking
from desktop.pool.desk import PoolDesk
from desktop.theme.label import Plain, field_label
from desktop.theme.look import current

_TEXTS = {
    "title": ("Titel", 2),
    "story": ("Het verhaal", 4),
    "extent": ("Omvang van de hulp", 2),
    "why_here": ("Waarom dit niveau?", 3),
    "tipping": ("Wat doet de weegschaal omslaan naar de buur?", 2),
}


class Drafting(Box):
    """A draft to fill in. After `agreed`, `draft` is what stands there, put to the panel if that was asked."""

    width_px = 640

    def __init__(self, parent: QWidget, draft: Draft, pack: Pack, desk: PoolDesk) -> None:
        line = f"Uit een beantwoorde vraag, niveau {in_words(draft.level)}. Leg het voor als niets ontbreekt."
        super().__init__(parent, "Naar een ijkcliënt", line, "Bewaar")
        self._draft, self._pack = draft, pack
        self._known, self._lexicon = Known(desk.today), read_lexicon(resources.pseudonym(), pack.manifest.villages)
        self.fields = {name: self._text(name, label, lines) for name, (label, lines) in _TEXTS.items()}
        self.weeks = QSpinBox()
        self.weeks.setRange(0, 104)
        self.weeks.setSpecialValueText("nog niet gekozen")
        self.weeks.setValue(draft.review_after_weeks or 0)
        self.weeks.valueChanged.connect(self._judge)
        self._labelled("Na hoeveel weken kijkt u opnieuw?", self.weeks)
        self.neighbour = QComboBox()
        self.neighbour.addItem("nog niet gekozen", "")
        for one in neighbours(pack, draft.level):
            self.neighbour.addItem(f"{one.id} {one.title} ({in_words(one.level)})", one.id)
        self.neighbour.setCurrentIndex(max(0, self.neighbour.findData(draft.neighbour)))
        self._labelled("Welke ijkcliënt staat aan de andere kant van de grens?", self.neighbour)
        self._limits_head = Plain("Wanneer is dit geen maat? Kies uit de grenzen van de buur.", "label")
        self.body.addWidget(self._limits_head)
        self.limits: list[QCheckBox] = []
        self.panel = QCheckBox("Leg voor aan het panel")
        self._leads, self._lacks = Plain("", "small", "care"), Plain("", "small", "ink_quiet")
        for part in (self._leads, self._lacks, self.panel):
            self.body.addWidget(part)
        self.neighbour.currentIndexChanged.connect(self._show_limits)
        self._show_limits()
        self.fields["title"].setFocus()

    @property
    def draft(self) -> Draft:
        made = self._as_written()
        return submitted(made) if self.panel.isChecked() and not missing(made) else made

    # -- inside

    def _as_written(self) -> Draft:
        client = self.neighbour.currentData()
        chosen = tuple(limit for limit, box in zip(limits_of(self._pack, client), self.limits, strict=True)
                       if box.isChecked())  # fmt: skip
        texts = {name: field.toPlainText().strip() for name, field in self.fields.items()}
        weeks = self.weeks.value() or None
        return edited(self._draft, **texts, neighbour=client, limits=chosen, review_after_weeks=weeks)

    def _text(self, name: str, label: str, lines: int) -> QPlainTextEdit:
        field = QPlainTextEdit(getattr(self._draft, name))
        field.setTabChangesFocus(True)
        field.setFixedHeight(current().px(20 + 20 * lines))
        field.textChanged.connect(self._judge)
        self._labelled(label, field)
        return field

    def _labelled(self, label: str, field: QWidget) -> None:
        self.body.addWidget(field_label(label, field))
        self.body.addWidget(field)

    def _show_limits(self) -> None:
        for box in self.limits:
            box.hide()
            box.deleteLater()
        kept = {one.text for one in self._draft.limits}
        self.limits = []
        at = self.body.indexOf(self._limits_head) + 1
        for place, limit in enumerate(limits_of(self._pack, self.neighbour.currentData())):
            box = QCheckBox(limit.text.replace("&", "&&"))
            box.setChecked(limit.text in kept)
            box.toggled.connect(self._judge)
            self.limits.append(box)
            self.body.insertWidget(at + place, box)
        self._judge()

    def _judge(self) -> None:
        """What is missing, and what may lead to somebody: the panel gets only what is whole."""
        made = self._as_written()
        lacks = missing(made)
        self._lacks.setText(f"Ontbreekt nog: {'; '.join(lacks)}." if lacks else "Niets ontbreekt.")
        texts = (made.title, made.story, made.extent, made.why_here, made.tipping)
        found = sorted({text[hit.start : hit.end] for text in texts for hit in scan(text, self._known, self._lexicon)})
        named = listed([f"‘{one}’" for one in found])
        self._leads.setText(f"Kijk goed: {named} kan naar iemand leiden.")
        self._leads.setVisible(bool(found))
        self.panel.setEnabled(not lacks)


def ask_vote(parent: QWidget, draft: Draft, people: list[Party], desk: PoolDesk) -> Draft | None:
    """Take down the vote of a member; None where that was given up. Raises Trouble where somebody may not vote."""
    assert desk.me is not None
    people = without_part(people, had_a_part(desk.consult(draft.thread), desk.me))
    may = {one.id: one.name for one in people if one.id not in draft.no_votes}
    box = Asking(parent, f"Stem over ‘{draft.title}’", votes_so_far(draft), "Leg de stem vast")
    box.choice("by", "Wie stemt?", may)
    box.choice("agrees", "Wordt dit een ijkcliënt?", {"ja": "ja", "nee": "nee"})
    box.words("reason", "Waarom?", lines=2)
    if not box.agreed():
        return None
    by = next(one for one in people if one.id == box.answers["by"])
    return voted(draft, by, box.answers["reason"], desk.today, agrees=box.answers["agrees"] == "ja")


def votes_so_far(draft: Draft) -> str:
    told = [f"{one.name}, {day_in_words(one.on)}: {'ja' if one.agrees else 'nee'}, {one.reason}" for one in draft.votes]
    return "\n".join(told) or "Nog niemand stemde. Twee leden die er geen deel aan hadden, beslissen."
