"""One foundation of the way to eighteen: how it stands, who arranges what by when, and the young person's own words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from casework.questions import Question, questions
from casework.steps.special_checks import BigFive
from desktop.cases.open_case import OpenCase
from desktop.flow.answering import Given
from desktop.flow.field import Asking, QuestionRow
from desktop.flow.showing import show_if
from desktop.flow.telling import people
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain

BIG_FIVE = "special_checks.big_five"
FOUNDATIONS: Mapping[str, str] = {
    "support": "mensen om op te leunen",
    "wonen": "wonen",
    "school_werk": "school of werk",
    "inkomen": "geld",
    "welzijn": "gezond en veilig",
}
NOT_SAID = ""
"""In place of a foundation: of which nobody said which it is, such as what came from elsewhere."""

_WHICH: Mapping[str, str] = {"block": "Over welk van de vijf dingen voor later gaat dit?"}
_ASKED: Mapping[str, str] = {
    "status": "Hoe staat het ervoor?",
    "who": "Wie regelt het?",
    "by": "Wanneer?",
    "needed": "Wat is nog nodig?",
    "own_words": "Wat zegt de jeugdige er zelf van?",
}


class FoundationRow(QuestionRow):
    """An answer about a foundation. The first one puts the foundation in the list."""

    def __init__(self, case: OpenCase, block: str, record: str, question: Question, words: str,
                 parent: QWidget) -> None:  # fmt: skip
        self._block, self._record = block, record
        choices = (lambda: people(case)) if question.name == "who" else None
        asking = Asking(words, compact=True, choices=choices)
        super().__init__(case, f"{BIG_FIVE}.{record}.{question.name}", question, asking, parent, deferred=True)

    def counts(self) -> bool:
        return self.case.counts(BIG_FIVE) and super().counts()

    def keep(self, raw: object | None) -> str | None:
        order = self.case.order(BIG_FIVE)
        if raw is None or self._record in order:
            return super().keep(raw)
        listed = Given.of(self.case.raw(BIG_FIVE)).with_value([*order, self._record], judged_on=None).raw
        return self.case.confirm_all(
            {BIG_FIVE: listed, f"{BIG_FIVE}.{self._record}.block": self._block, self.path: raw}
        )


class Foundation(Sheet):
    """The fields of one foundation; where it was written down twice, of both. NOT_SAID: of those that name none."""

    def __init__(self, case: OpenCase, block: str, parent: QWidget) -> None:
        super().__init__(gap=8, parent=parent)
        self._case, self._block = case, block
        head = f"Wat is geregeld: {FOUNDATIONS.get(block, 'nog niet gezegd waarvan')}"
        self.setAccessibleName(head)
        self.body.addWidget(Plain(head, "body", strong=True))
        self.rows: list[FoundationRow] = []
        self._records: dict[str, list[FoundationRow]] = {}
        case.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what stands; a record that came by undo or from elsewhere gets its fields."""
        wanted = records_of(self._case, self._block) or ([self._block] if self._block else [])
        for record in wanted:
            if record not in self._records:
                self._add(record)
        for record, rows in self._records.items():
            for row in rows:
                row.refresh() if record in wanted else row.hide()
        show_if(self, any(not row.isHidden() for row in self.rows))

    def _add(self, record: str) -> None:
        """A record that comes later than the page has its fields at once."""
        asked, later = questions(BigFive), bool(self._records) or not self._block
        wordings = _ASKED if self._block else {**_WHICH, **_ASKED}
        rows = [
            FoundationRow(self._case, self._block, record, asked[name], words, self) for name, words in wordings.items()
        ]
        for row in rows:
            self.body.addWidget(row)
            if later:
                row.make()
        self._records[record] = rows
        self.rows += rows


def records_of(case: OpenCase, block: str) -> list[str]:
    """The records of a foundation, in the order of the list."""
    named = {one: Given.of(case.raw(f"{BIG_FIVE}.{one}.block")).value or NOT_SAID for one in case.order(BIG_FIVE)}
    return [one for one, name in named.items() if name == block]
