"""One question on a page: its words, why it is asked, its input, its non-answers, and whose words the answer is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from casework.questions import Question
from desktop.cases.open_case import OpenCase
from desktop.flow.answering import NONANSWERS, Given, nonanswers_of
from desktop.flow.before import FromBefore, of_day
from desktop.flow.choices import ChecksInput, ChipsInput, Choices, input_for
from desktop.flow.inputs import Input, LineInput
from desktop.flow.no_answer import NoAnswer, Offered
from desktop.flow.said_on import said_on
from desktop.flow.showing import show_if
from desktop.flow.statement import Statement
from desktop.flow.tab_order import TELLS_OF
from desktop.theme.buttons import button
from desktop.theme.chips import Tag
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.pill import Pill
from desktop.theme.runs import Run

_EXPECTED_HEIGHT = 70
_ASIDE = "Deze vraag hoort nu niet bij deze situatie. Het antwoord blijft bewaard en gaat nergens mee."


@dataclass(frozen=True)
class Asking:
    """How a question is asked: its words, why, and other words for its options.

    choices: what a person, reference or text can be taken from. compact: in a card or a row of fields. quiet: without
    the button that tells why, where one button tells it for a whole card.
    """

    words: str
    why: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    choices: Choices | None = None
    compact: bool = False
    quiet: bool = False


class QuestionRow(QWidget):
    """Bound to a path both ways: shows what stands there, and confirms what is answered. `refresh` shows it anew.

    Its parts are made when they are first needed: a page has forty rows, and most are never answered.
    """

    aside = _ASIDE
    """Said under a question that does not apply now."""

    def __init__(self, case: OpenCase, path: str, question: Question, asking: Asking, parent: QWidget, *,
                 deferred: bool = False) -> None:  # fmt: skip
        super().__init__(parent)  # a row without a parent would be a window of its own once it is shown
        self.setObjectName(path)
        self.case, self.path, self.question, self.asking = case, path, question, asking
        self._given = Given()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(4 if asking.compact else 6))
        self.input: Input | None = None
        self._body = QWidget(self)
        self._offered: Offered | None = None
        self._stands: NoAnswer | None = None
        self._reason: LineInput | None = None
        self._told: Statement | None = None
        self._before: FromBefore | None = None
        self._note: QLabel | None = None
        self._why: QFrame | None = None
        self._asks_reason = False
        self._deferred = deferred
        self.refresh()

    @property
    def words(self) -> str:
        return self.asking.words

    def counts(self) -> bool:
        """Whether the question applies now."""
        return self.case.counts(self.path)

    def is_asked(self) -> bool:
        """Whether it stays in sight when it does not apply: what was answered is shown as kept aside."""
        return self._given != Given()

    def keep(self, raw: object | None) -> str | None:
        """Keep an answer; returns a Dutch sentence where it does not fit."""
        return self.case.confirm(self.path, raw)

    def given(self) -> Given:
        """What stands here as the answer."""
        return Given.of(self.case.raw(self.path))

    def from_before(self) -> Given:
        """What was said before the help was prolonged, and waits to be said again; blank where nothing does."""
        waits = self.question.dated and self._given.value is not None and self.case.asked_anew(self.path)
        return self._given if waits else Given()

    def refresh(self) -> None:
        """Show what stands at the path now: the one place that decides how this row looks."""
        self._given = given = self.given()
        counts = self.counts()
        show_if(self, counts or self.is_asked())
        if self.isHidden():
            return
        if self._deferred:
            self.setMinimumHeight(current().px(_EXPECTED_HEIGHT))
            return
        if self.input is None:
            self._build()
        assert self.input is not None
        self._body.setEnabled(counts)
        typing = self.case.unconfirmed(self.path)
        if typing is None:
            self.input.show_value(given.value)
        else:
            self.input.show_typed(*typing)
        self._show_nonanswer(given)
        self._show_statement(given, counts)
        self._show_before(self.from_before() if counts else Given())
        if typing is None:
            self.say("" if counts else self.aside, wrong=False)

    def make(self) -> None:
        """Make the parts of a row that was deferred."""
        if self._deferred:
            self._deferred = False
            self.setMinimumHeight(0)
            self.refresh()

    def confirm(self) -> None:
        """Confirm what stands in the input: at leaving, lock and export."""
        if self.input is not None and self.case.unconfirmed(self.path) is not None:
            self._on_left()

    def say(self, words: str, *, wrong: bool = True) -> None:
        """A sentence under the input, and its border; empty takes both away."""
        assert self.input is not None
        if self._note is None and words:
            self._note = Plain("", "small")
            self._column.addWidget(self._note)
        if self._note is not None:
            self._note.setText(words)
            self._note.setProperty("tone", "stop" if wrong else "ink_quiet")
            self._note.style().polish(self._note)
            show_if(self._note, bool(words))
        self.input.mark_wrong(words if wrong else "")

    def show_why(self, shown: bool) -> None:
        """Tell why this is asked, under its words; or no longer."""
        if self._why is None and shown and self.asking.why:
            self._why = QFrame()
            self._why.setProperty("role", "why")
            inside = QVBoxLayout(self._why)
            inside.addWidget(Plain(f"Waarom vragen wij dit? {self.asking.why}", "small", "ink"))
            self._column.insertWidget(1, self._why)
        if self._why is not None:
            show_if(self._why, shown)

    # -- building

    def _build(self) -> None:
        asking = self.asking
        label = self._build_head()
        self.input = made = input_for(
            self.question, asking.words, asking.options, asking.choices, lambda: self.case.today,
            compact=asking.compact,
        )  # fmt: skip
        made.typed.connect(self._on_typed)
        made.left.connect(self._on_left)
        made.nonanswer.connect(self._on_nonanswer)
        label.setBuddy(made.field or made)  # on Linux a screen reader takes the name of a choice from its label
        line = QHBoxLayout(self._body)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(made, 1)
        if isinstance(made, ChipsInput | ChecksInput):
            self._stands = self._no_answer()
            made.flow.addWidget(self._stands)
        elif not made.offers_nonanswers and made.field is not None:
            offer = NoAnswer(asking.words, tall=False, parent=made.field, offers=nonanswers_of(self.question))
            offer.chosen.connect(self._on_nonanswer)
            self._offered = Offered(made.field, offer)
        self._column.addWidget(self._body)

    def _build_head(self) -> QLabel:
        asking = self.asking
        label = Plain(asking.words, *(("label", "ink_quiet") if asking.compact else ("question", "ink")))
        marked = self.question.sensitive and not asking.compact
        tells = bool(asking.why) and not asking.quiet
        if not marked and not tells:
            self._column.addWidget(label)
            return label
        head = QHBoxLayout()
        head.setSpacing(current().px(8))
        head.addWidget(label, 1)
        if marked:
            head.addWidget(Tag(Pill([Run("alleen als het nodig is", "ink_quiet")], "lock")), 0, _TOP)
        self._column.addLayout(head)
        if tells:
            ask = button("Waarom?", "link", small=True)
            ask.setCheckable(True)
            ask.setAccessibleName(f"Waarom vragen wij dit? {asking.words}")
            ask.setProperty(TELLS_OF, True)
            ask.toggled.connect(self.show_why)
            head.addWidget(ask, 0, _TOP)
        return label

    def _no_answer(self) -> NoAnswer:
        chip = NoAnswer(self.words, tall=True, offers=nonanswers_of(self.question))
        chip.chosen.connect(self._on_nonanswer)
        return chip

    # -- showing

    def _show_nonanswer(self, given: Given) -> None:
        assert self.input is not None
        beside = isinstance(self.input, ChipsInput | ChecksInput)
        if self.input.offers_nonanswers:
            if given.unanswered:
                self.input.show_nonanswer(given.unanswered)
        else:
            if self._stands is None and given.unanswered:
                self._stands = self._no_answer()
                self._column.insertWidget(self._column.indexOf(self._body) + 1, self._stands, 0, _LEFT)
            if self._stands is not None:
                self._stands.show_given(given.unanswered)
                show_if(self._stands, beside or bool(given.unanswered))
            show_if(self._body, beside or not given.unanswered)
        if self._offered is not None:
            self._offered.set_empty(given.is_blank and self.case.unconfirmed(self.path) is None)
        self._asks_reason = self._asks_reason and given.unanswered is None
        self._show_reason(given)

    def _show_reason(self, given: Given) -> None:
        wanted = self._asks_reason or given.unanswered == "not_applicable"
        if self._reason is None and wanted:
            self._reason = LineInput(f"Waarom niet van toepassing: {self.words}", "niet van toepassing, want…")
            self._reason.left.connect(self._on_reason)
            above = max(self._column.indexOf(part) for part in (self._body, self._stands) if part is not None)
            self._column.insertWidget(above + 1, self._reason)
        if self._reason is not None:
            show_if(self._reason, wanted)
            self._reason.show_value(given.reason)

    def _show_statement(self, given: Given, counts: bool) -> None:
        wanted = self.question.judgement and given.value is not None
        if self._told is None and wanted:
            self._told = Statement(self.words, self.case.today, short=self.asking.compact)
            self._told.changed.connect(self._confirm)
            self._column.insertWidget(self._column.indexOf(self._body) + 1, self._told)
        if self._told is not None:
            show_if(self._told, wanted)
            self._told.setEnabled(counts)
            self._told.show_given(given)

    def _show_before(self, before: Given) -> None:
        if self._before is None and not before.is_blank:
            self._before = FromBefore(self.words)
            self._before.still_so.connect(self._say_still_so)
            under = self.asking.compact  # beside another field the boxes stay in line
            self._column.insertWidget(self._column.indexOf(self._body) + under, self._before)
        if self._before is not None:
            show_if(self._before, not before.is_blank)
            self._before.tell(self.told_before(before))

    def _say_still_so(self) -> None:
        self._confirm(replace(self.from_before(), on=self.case.today.isoformat()))

    def told_before(self, before: Given) -> str:
        """That what stands here is from before the prolonging, and of which day."""
        return f"Dit is van vóór deze verlenging{of_day(before)}. Klopt het nog?"

    # -- answering

    def _on_typed(self, text: str, cursor: int) -> None:
        self.case.typing(self.path, text, cursor)
        if self._offered is not None:
            self._offered.set_empty(not text)

    def _on_left(self) -> None:
        assert self.input is not None
        try:
            value = self.input.read()
        except ValueError as error:
            self.say(str(error))
            return
        typing = self.case.unconfirmed(self.path) is not None
        if not typing and (value == self._given.value or (value is None and self._given.unanswered)):
            self.say("")
            return
        dated = self.question.dated
        judged_on = said_on(self.case, self.path) if self.question.judgement or dated else None
        anew = judged_on is not None and (dated or self.case.asked_anew(self.path))
        self._confirm(self._given.with_value(value, judged_on=judged_on, anew=anew))

    def _on_nonanswer(self, key: str) -> None:
        if key == "not_applicable":
            self._asks_reason = True
            self._show_reason(self._given)
            assert self._reason is not None
            self._reason.setFocus()
            self.say("Schrijf waarom dit niet van toepassing is.", wrong=False)
        else:
            self._confirm(Given(unanswered=key or None))
            if self.input is not None and not key:
                self.input.setFocus()

    def _on_reason(self) -> None:
        assert self._reason is not None
        reason = self._reason.read()
        if reason and reason != self._given.reason:
            self._confirm(Given(unanswered="not_applicable", reason=reason))
        elif not reason and self._asks_reason:
            self._asks_reason = False
            self.refresh()

    def _confirm(self, given: Given) -> None:
        wrong = self.keep(given.raw)
        if wrong:
            self.say(wrong[:1].upper() + wrong[1:].rstrip(".") + ".")


_TOP, _LEFT = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignLeft


def nonanswer_words(given: Given) -> str:
    """A non-answer as a sentence: Weet ik niet. Empty where there is none."""
    if not given.unanswered:
        return ""
    reason = f": {given.reason}" if given.reason else ""
    return f"{NONANSWERS[given.unanswered].capitalize()}{reason}."
