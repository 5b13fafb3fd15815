"""Answers, records and people in one line of words: for cards, for lists to choose from."""

from __future__ import annotations

from datetime import date

from casework.edits import record_type
from casework.questions import Question, Record, Shape, questions
from casework.words import day_in_words, in_words, listed
from desktop.cases.open_case import OpenCase
from desktop.flow.answering import Given, key_of, options_of
from desktop.flow.list_words import ListWords

CODES = {"help_question.questions": "V", "needs.needs": "N", "needs.goals": "D", "decision.products": "P"}
_LONGEST = 120


def people(case: OpenCase) -> dict[str, str]:
    """Whom an answer may name: the young person, and everybody of the case."""
    return {"jeugdige": "de jeugdige"} | {
        one.id: f"{one.name.known or 'naam onbekend'} ({in_words(one.relation.known or 'anders')})"
        for one in case.case.people
    }


def references(case: OpenCase, list_path: str) -> dict[str, str]:
    """The records of a list as one line each, with their code: N1 leren kalmeren."""
    return {
        record: f"{code_of(list_path, number)} {summary(case, list_path, record)}".strip()
        for number, record in enumerate(case.order(list_path), start=1)
    }


def code_of(list_path: str, number: int) -> str:
    """The code of a record in the thread, such as N1; empty for a list outside the thread."""
    code = CODES.get(list_path, "")
    return f"{code}{number}" if code else ""


def summary(case: OpenCase, list_path: str, record: str, words: ListWords | None = None) -> str:
    """What a record is about: its title, else its first text or choice. Empty where nothing is answered yet."""
    model: type[Record] = record_type(list_path)
    asked = questions(model)
    named = words.title if words else ()
    for name in named or asked:
        if not named and (asked[name].shape is Shape.PERSON or asked[name].refers):
            continue
        if text := _titled(case, f"{list_path}.{record}.{name}", asked[name], words):
            short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
            return f"“{short}”" if words and words.quoted else f"{short[:1].upper()}{short[1:]}"
    return ""


def _titled(case: OpenCase, path: str, question: Question, words: ListWords | None) -> str:
    """An answer as a title: a record that is named is told in full, not by its code alone."""
    value = Given.of(case.raw(path)).value
    if question.refers and isinstance(value, str):
        return references(case, question.refers).get(value, told(case, path, question, words))
    return told(case, path, question, words)


def told(case: OpenCase, path: str, question: Question, words: ListWords | None = None) -> str:
    """An answer as a reader would say it; empty where there is none."""
    value = Given.of(case.raw(path)).value
    if value in (None, "", []):
        return ""
    if question.refers:
        return listed([_code(case, question.refers, one) for one in ([value] if isinstance(value, str) else value)])
    if isinstance(value, list):
        return in_words(value)
    options = options_of(question, words.options.get(question.name, {}) if words else {})
    if options is not None:
        return options.get(key_of(question, value), in_words(value))
    if question.shape is Shape.DAY:
        return day_in_words(date.fromisoformat(value))
    if question.shape is Shape.PERSON:
        return people(case).get(value, str(value))
    choices = words.choices.get(question.name) if words else None
    return choices(case).get(value, str(value)) if choices else " ".join(str(value).split())


def _code(case: OpenCase, list_path: str, record: str) -> str:
    order = case.order(list_path)
    if record not in order:
        return "iets dat is weggehaald"
    number = order.index(record) + 1
    return code_of(list_path, number) or f"nr. {number}"
