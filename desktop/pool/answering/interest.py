"""Before a question is opened: does the expert have an interest, or know this family?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casework.pool.bodies import Accept, Decline
from casework.pool.state import Consult
from casework.words import listed
from desktop import ask
from desktop.flow.inputs import LongInput
from desktop.pool.answering import words
from desktop.pool.words import discipline
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import Plain, field_label
from desktop.theme.radio_chips import RadioChips
from desktop.theme.runs import RunLabel, bold, quiet

NONE = "geen"
_INTEREST = "Hebt u een belang bij het antwoord?"
_FAMILY = "Kent u dit gezin?"
_WHICH = "Welk belang?"
_LINE = (
    "U ziet de vraag zodra u dit hebt gezegd. Wie bij een aanbieder werkt waar het over gaat, adviseert niet alleen. "
    "Uw verklaring staat bij het advies."
)
_KNOWS = "Herkent u het gezin pas als u de vraag leest? Geef de vraag dan alsnog terug."


class InterestSheet(Sheet):
    """`accepted` carries an Accept, `declined` a Decline."""

    accepted = Signal(object)
    declined = Signal(object)

    def __init__(self, consult: Consult, parent: QWidget | None = None) -> None:
        super().__init__("Eerst dit", gap=10, parent=parent)
        self.body.addWidget(Plain(_LINE))
        request = consult.request
        asker = consult.asker.name if consult.asker else ""
        for name, said in (
            ("Soort", words.kind(consult)),
            ("Discipline", discipline(request.discipline if request else "")),
            ("Van", words.joined(asker, consult.team)),
            ("Aanbieders", listed(request.providers) if request and request.providers else "niet genoemd"),
        ):
            self.body.addWidget(RunLabel([bold(f"{name}  "), quiet(said)]))
        self.interest = RadioChips(_INTEREST, {NONE: "geen belang", "ja": "ja, namelijk…"})
        self.which = LongInput(_WHICH)
        self.family = RadioChips(_FAMILY, {"nee": "nee", "ja": "ja, of misschien"})
        self.body.addWidget(Plain(_INTEREST, "question"))
        self.body.addWidget(self.interest)
        self._which_label = field_label(_WHICH, self.which)
        self.body.addWidget(self._which_label)
        self.body.addWidget(self.which)
        self.body.addWidget(Plain(_FAMILY, "question"))
        self.body.addWidget(self.family)
        self.body.addWidget(Plain(_KNOWS, "small", "ink_quiet"))
        self.wrong = Plain("", "small", "stop")
        self.body.addWidget(self.wrong)
        self.take = button("Ik neem de vraag aan", "primary")
        self.take.clicked.connect(self._accept)
        self.give_back = button("Teruggeven…")
        self.give_back.clicked.connect(self._decline)
        holder = QWidget()
        row = FlowLayout(holder)
        row.addWidget(self.take)
        row.addWidget(self.give_back)
        self.body.addWidget(holder, 0, Qt.AlignmentFlag.AlignTop)
        self.interest.changed.connect(self._judge)
        self._judge()

    def _judge(self) -> None:
        named = self.interest.value() == "ja"
        self.which.setVisible(named)
        self._which_label.setVisible(named)

    def _decline(self) -> None:
        if (body := ask_decline(self)) is not None:
            self.declined.emit(body)

    def _accept(self) -> None:
        interest, family, which = self.interest.value(), self.family.value(), self.which.read()
        if interest is None or family is None:
            self.wrong.setText("Beantwoord eerst beide vragen. Weet u het niet zeker, kies dan ja.")
        elif interest == "ja" and not which:
            self.wrong.setText("Schrijf welk belang u hebt: de coördinator weegt het.")
        else:
            self.accepted.emit(Accept(interest=which if interest == "ja" else NONE, knows_family=family == "ja"))


def ask_decline(over: QWidget) -> Decline | None:
    """Why not, and who then? None where the question is kept."""
    box = ask.Box(over, "De vraag teruggeven?", "De coördinator kiest dan iemand anders. Uw concept blijft bij u.",
                  "Teruggeven")  # fmt: skip
    why, whom = box.field("Waarom?"), box.field("Wie zou het wel kunnen? (mag leeg blijven)")
    box.act.setEnabled(False)
    why.textChanged.connect(lambda text: box.act.setEnabled(bool(text.strip())))
    why.setFocus()
    if not box.agreed():
        return None
    return Decline(reason=why.text().strip(), instead=whom.text().strip())
