"""Everything a case keeps, as statements: where it stands, in words, whose it is, of what kind and of which day.

Also what no longer applies is kept, so also that is told (AVG art. 15; Jeugdwet 7.3.10).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from casework.answers import NOT_ASKED, Answered, Kind, Part, Source, Unanswered
from casework.case import Case
from casework.handover.words import words
from casework.knowledge.pack import Pack
from casework.questions import Answers, Question, Record, Shape, questions
from casework.steps import FLOW
from casework.steps.identity import Identity
from casework.words import day_in_words

YOUNG_PERSON = "jeugdige"
_NON_ANSWERS = {
    "unknown": "Gevraagd; het antwoord is niet bekend.",
    "declined": "Gevraagd; daar kwam geen antwoord op.",
    "not_applicable": "Niet van toepassing.",
}
_UNNAMED = "een ander"
_FREE = (Shape.TEXT, Shape.LONG, Shape.TEXTS)
_PLACES = {"handover.sendings": "Wat uitging", "handover.replies": "Wat aanbieders antwoordden"}
"""Lists of step 14 that are told apart: what left, and what came back."""


class Statement(NamedTuple):
    """One kept answer. `place` is the head it stands under, `question` the line before it.

    free: typed by somebody, so that it may hold a name.
    """

    path: str
    place: str
    question: str
    text: str
    source: Source | None = None
    kind: Kind | None = None
    on: str = ""
    part: Part = "toegang"
    free: bool = False

    @property
    def origin(self) -> str:
        """moeder, mening, 19 november 2026."""
        return ", ".join(one for one in (words(self.source or ""), self.kind or "", self.on) if one)

    @property
    def where(self) -> str:
        """Which statement it is, without a word of its content."""
        return f"{self.place}: {self.question}"


def statements(case: Case, pack: Pack | None, unnamed: frozenset[str] = frozenset()) -> tuple[Statement, ...]:
    """All of them, in the order of the file. unnamed: whose name may not show, by id: then it says `een ander`."""
    return tuple(_Teller(case, pack, unnamed).all())


def everything(case: Case, whole: Case, pack: Pack | None,
               unnamed: frozenset[str] = frozenset()) -> tuple[Statement, ...]:  # fmt: skip
    """The same, and after it what was taken out of the case and is kept yet. whole: the case with that back in."""
    told = statements(case, pack, unnamed)
    known = {one.path for one in told}
    removed = (one for one in statements(whole, pack, unnamed) if one.path not in known)
    return (*told, *(one._replace(place=f"{one.place} (weggehaald, nog bewaard)") for one in removed))


class _Teller:
    def __init__(self, case: Case, pack: Pack | None, unnamed: frozenset[str]) -> None:
        self._case, self._pack = case, pack
        self._names = {one.id: _UNNAMED if one.id in unnamed else one.name.known or "naam onbekend"
                       for one in case.people}  # fmt: skip
        self._names[YOUNG_PERSON] = str(case.step(Identity).name.known or "de jeugdige")
        self._entries: dict[str, str] = {}

    def all(self) -> Iterator[Statement]:
        beside = {"people": self._case.people, "consultations": self._case.consultations}
        for step in FLOW.steps:
            model: type[Answers] = step.answers
            for question in questions(model).values():
                if question.shape is Shape.RECORDS:
                    self._number(self._case.step(model).answer(question.name).known or (), _label(question))
        yield from self._records("people", "Mensen om de jeugdige", beside["people"])
        for step in FLOW.steps:
            yield from self._step(step.id, f"Stap {step.number}. {step.title}", self._case.step(step.answers))
        yield from self._checklists()
        yield from self._records("consultations", "Vragen aan de expertpool", beside["consultations"])
        yield from self._responses()

    def _step(self, step_id: str, place: str, given: Answers) -> Iterator[Statement]:
        for question in questions(type(given)).values():
            path, answer = f"{step_id}.{question.name}", given.answer(question.name)
            if question.shape is Shape.RECORDS and answer.known:
                yield from self._records(path, _PLACES.get(path, f"{place}: {_label(question).lower()}"), answer.known)
            else:
                yield from self._told(path, place, question, answer, "toegang")

    def _records(self, path: str, place: str, records: Sequence[Record]) -> Iterator[Statement]:
        for number, record in enumerate(records, 1):
            for question in questions(type(record)).values():
                answer = record.answer(question.name)
                told = self._told(f"{path}.{record.id}.{question.name}", place, question, answer, record.part)
                yield from (one._replace(question=f"{number}. {one.question}") for one in told)

    def _told(self, path: str, place: str, question: Question, answer: Answered[Any] | Unanswered,
              part: Part) -> Iterator[Statement]:  # fmt: skip
        if answer == NOT_ASKED:
            return
        label = _label(question)
        if isinstance(answer, Unanswered):
            said = " ".join(one for one in (_NON_ANSWERS[answer.unanswered], (answer.reason or "").strip()) if one)
            yield Statement(path, place, label, said, part=part, free=bool(answer.reason))
            return
        on = "" if answer.on is None else day_in_words(answer.on)
        by_name = question.shape is Shape.PERSON and answer.value not in self._names
        free = question.shape in _FREE or by_name
        text = self._words(question, answer.value)
        yield Statement(path, place, label, text, answer.source, answer.kind, on, part, free)

    def _words(self, question: Question, value: Any) -> str:
        if question.shape is Shape.TEXTS:
            return "; ".join(str(one).strip() for one in value) or "Niets."
        if question.shape in _FREE:
            return str(value).strip() or "Leeg."
        if question.shape is Shape.PERSON:
            return self._names.get(value, str(value))
        if question.shape is Shape.REFERENCE:
            return self._entries.get(value) or self._names.get(value, str(value))
        if question.shape is Shape.REFERENCES:
            return ", ".join(self._entries.get(one, one) for one in value) or "Niets."
        return words(value) or "Niets."

    def _number(self, records: Sequence[Record], label: str) -> None:
        """Another record is named by its list and number, so that a name hides nothing and gives nothing away."""
        self._entries |= {one.id: f"{label} {number}" for number, one in enumerate(records, 1)}

    def _checklists(self) -> Iterator[Statement]:
        for name, items in self._case.checklists.items():
            known = self._pack.checklists.get(name) if self._pack else None
            texts: Mapping[str, str] = {item.id: item.text for item in known.items} if known else {}
            place = f"Vragenlijst: {known.title}" if known else f"Vragenlijst {name}"
            for item, answer in items.items():
                path, label = f"checklists.{name}.{item}", texts.get(item, item)
                if isinstance(answer, Answered):
                    on = "" if answer.on is None else day_in_words(answer.on)
                    yield Statement(path, place, label, words(answer.value), answer.source, answer.kind, on)
                elif answer != NOT_ASKED:
                    yield Statement(path, place, label, _NON_ANSWERS[answer.unanswered])

    def _responses(self) -> Iterator[Statement]:
        reasons = self._pack.texts.get("reasons", {}) if self._pack else {}
        for one in self._case.responses:
            rule = self._pack.rules.get(one.rule) if self._pack else None
            why = reasons.get(one.reason) or words(one.reason)  # a pack may have dropped the reason since
            parts = (words(one.outcome), why, one.note)
            label = rule.text if rule else one.rule
            yield Statement(f"responses.{one.rule}", "Antwoorden op signalen", label,
                            ". ".join(part.strip().rstrip(".") for part in parts if part.strip()),
                            free=bool(one.note))  # fmt: skip


def _label(question: Question) -> str:
    told = question.title.removesuffix("[]").replace("_", " ")
    return told[:1].upper() + told[1:]
