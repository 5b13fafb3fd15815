"""A first text for the motivation, from answers and checklists, in the five stages of the stappenplan (CRvB 2017:1477).

It is a start to write on, never the motivation itself: the button fills an empty field only.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from casework.case import SettledCase
from casework.handover.words import sentences as in_sentences
from casework.handover.words import words
from casework.steps.help_question import HelpQuestions
from casework.steps.intake import own_strength_is_weighed
from casework.steps.needs import Needs
from casework.steps.own_capacity import OwnPossibilities
from casework.steps.situation import Situation
from casework.weighing.assessment import Assessment
from casework.words import counted, in_words, listed
from desktop.cases.open_case import OpenCase
from desktop.flow.answering import Given
from desktop.theme.buttons import button
from desktop.theme.label import Plain
from desktop.theme.look import current

PATH = "decision.motivation"
_OPEN = "nog aan te vullen"


class MotivationButton(QWidget):
    """Fills the motivation with a first text, once the field is empty."""

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(4))
        self.press = button("Vul voor uit de vijf stappen", "plain", "list-checks", small=True)
        self.press.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.press.clicked.connect(self.fill)
        column.addWidget(self.press)
        self._said = Plain("", "small", "ink_quiet")
        column.addWidget(self._said)
        case.changed.connect(self.refresh)
        self.refresh()

    def fill(self) -> None:
        """Compose the text and keep it as the answer."""
        if self._case.assessment is None:
            self._case.weigh()
        assert self._case.assessment is not None
        text = first_text(self._case.settled, self._case.assessment)
        self._case.confirm(PATH, Given(text, on=self._case.today.isoformat()).raw)

    def refresh(self) -> None:
        filled = not Given.of(self._case.raw(PATH)).is_blank
        self.press.setEnabled(not filled)
        self._said.setText(
            "Er staat al een motivering. Maak het veld leeg om opnieuw voor te vullen."
            if filled
            else "Dit maakt een eerste tekst uit de antwoorden. U schrijft verder."
        )


def first_text(case: SettledCase, weighed: Assessment) -> str:
    """One paragraph for each stage; what is still missing is said, so that it is not overlooked."""
    told = (_question(case), _problems(case), _needs(case), _own(case, weighed), _rest(weighed))
    missing = {stage.stage: stage.missing for stage in weighed.motivation}
    paragraphs = []
    for number, (stage, sentences) in enumerate(zip(weighed.motivation, told, strict=True), start=1):
        both = (*sentences, *_of_checklists(weighed, number))
        text = in_sentences(both)
        gaps = listed(list(missing.get(number, ()))) if number < 5 else ""
        rest = f" [{_OPEN}: {gaps}]" if gaps else ""
        paragraphs.append(f"{number}. {stage.title}. {text or f'[{_OPEN}]'}{rest if text else ''}".strip())
    return "\n\n".join(paragraphs)


def _of_checklists(weighed: Assessment, stage: int) -> Iterator[str]:
    """What each open checklist came to, and what that rests on."""
    for one in weighed.checklists:
        for reason in (reason for reason in one.reasons if reason.stage == stage):
            yield reason.text
            grounds = (ground for ground in one.grounds if ground.conclusion == reason.conclusion)
            rests_on = [ground.text.rstrip(".") for ground in grounds if not ground.private]
            if rests_on:
                yield f"dat blijkt uit: {'; '.join(rests_on)}"


def _question(case: SettledCase) -> Iterator[str]:
    for one in case.of(HelpQuestions).questions.known or ():
        if text := one.rephrased.known or one.literally.known:
            who = "de jeugdige" if one.asker.known == "jeugdige" else case.person(one.asker.known)
            yield f"{who or 'iemand'} vraagt: {text}"


def _problems(case: SettledCase) -> Iterator[str]:
    situation = case.of(Situation)
    yield from (one.description.known for one in situation.problems.known or () if one.description.known)
    if area := situation.problem_area.known:
        yield f"het hoort het meest bij het gebied {words(area)}"


def _needs(case: SettledCase) -> Iterator[str]:
    for number, need in enumerate(case.of(Needs).needs.known or (), start=1):
        if what := need.what.known:
            extent = [words(need.intensity.known)] if need.intensity.known else []
            extent += [counted(need.months.known, "maand", "maanden")] if need.months.known else []
            in_brackets = f" ({', '.join(extent)})" if extent else ""
            yield f"N{number}: {what.rstrip('.')}{in_brackets}"
    if concluded := case.of(Needs).conclusion.known:
        yield f"veranderbaar of blijvend? Onze conclusie: {words(concluded)}"
        if why := case.of(Needs).conclusion_reason.known:
            yield why


def _own(case: SettledCase, weighed: Assessment) -> Iterator[str]:
    if not own_strength_is_weighed(case):
        yield "op deze route wordt eigen kracht niet gewogen"
        return
    codes = {need.id: f"N{number}" for number, need in enumerate(case.of(Needs).needs.known or (), start=1)}
    for one in case.of(OwnPossibilities).own_capacity.known or ():
        if one.sufficient.known and (code := codes.get(one.need.known or "")):
            reasons = f": {one.reasons.known}" if one.reasons.known else ""
            yield f"bij {code} is eigen kracht {in_words(one.sufficient.known)}{reasons}"


def _rest(weighed: Assessment) -> Iterator[str]:
    left = [f"{need.code} ({need.extent})" for need in weighed.residual_need]
    yield f"daarna is nog hulp nodig voor {listed(left)}" if left else "daarna blijft geen behoefte over"
