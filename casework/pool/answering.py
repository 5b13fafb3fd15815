"""The side of the expert: where a question stands for one of them, and an advice while it is being written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal, TypeAlias

from casework.answers import months_later
from casework.mistakes import as_typed
from casework.pool.bodies import Advice, Advise, Request
from casework.pool.lifecycle import BEFORE_ADVICE
from casework.pool.messages import Message
from casework.pool.parties import Party
from casework.pool.state import Consult
from casework.words import day_in_words, listed

VALID_MONTHS = 3
"""An advice holds this long where the expert says nothing else (brief §8.4)."""

Standing: TypeAlias = Literal[
    "belang", "advies", "terug", "aanvulling", "ingestuurd", "vastgesteld", "besloten", "gesloten", "niet_meer"
]
WORDS: Mapping[Standing, str] = {
    "belang": "nieuw: zeg eerst of u een belang hebt",
    "advies": "wacht op uw advies",
    "terug": "terug bij u, met een vraag van de coördinator",
    "aanvulling": "wacht op aanvulling door de vrager",
    "ingestuurd": "uw advies gaat naar de coördinator",
    "vastgesteld": "advies vastgesteld, het team kiest nog",
    "besloten": "het team koos",
    "gesloten": "afgerond",
    "niet_meer": "niet meer bij u",
}
MINE: frozenset[Standing] = frozenset({"belang", "advies", "terug"})
"""It is this expert's turn."""

Draft: TypeAlias = Mapping[str, str]
"""What was typed, by field: `answer_0` is the main question, the others are the fields of an advice."""

_NEEDED = {
    "level": "het niveau dat u adviseert",
    "approach": "de aanpak",
    "because": "waarom",
    "not_the_other": "waarom niet het andere",
    "certainty": "hoe zeker u bent",
    "valid_until": "tot wanneer het advies geldt",
    "discipline": "uw discipline",
    "registration": "uw registratie",
    "based_on": "waarop u zich baseert",
}
_FREE = ("risks", "know_first", "evaluate_after", "minority")


def advised_before(consult: Consult, me: Party) -> Consult | None:
    """A question that was reopened, as it stood when my advice had come to something; else None."""
    mine = [one for one in consult.earlier if one.release and any(it.by.id == me.id for it in one.release.advices)]
    return consult.back_in(mine[-1]) if mine else None


def standing(consult: Consult, me: Party) -> Standing:
    """Where it stands for me, as my home knows it."""
    if consult.closed is not None:
        return "gesloten"
    if consult.decision is not None:
        return "besloten"
    if consult.release is not None:
        return "vastgesteld"
    if me.id not in consult.experts or consult.status not in BEFORE_ADVICE:
        return "niet_meer"
    if me.id in consult.advices:
        return "ingestuurd"
    if me.id not in consult.accepted:
        return "belang"
    if consult.status == "AANVULLING_GEVRAAGD":
        return "aanvulling"
    return "terug" if comment(consult) else "advies"


def comment(consult: Consult) -> str:
    """What the coordinator asked when giving the advice back; empty where it was not, or was answered since.

    Only one's own reach a home, so there is no need to look whose it is.
    """
    for moment in reversed(consult.history):
        if moment.kind == "return_advice":
            return moment.why
        if moment.kind in ("advise", "assign"):
            return ""
    return ""


def questions(request: Request) -> tuple[str, ...]:
    """The main question, then the others."""
    return (request.question, *request.sub_questions)


def first_draft(heard: list[Message], me: Party, today: date) -> dict[str, str]:
    """What is filled in before anything is typed: my last advice where there is one, else what is known of me."""
    given = [one for one in heard if one.by.id == me.id and isinstance(one.body, Advise)]
    if given:
        last = max(given, key=lambda one: one.at).body
        assert isinstance(last, Advise)
        return draft_of(last.advice)
    registered = me.registration
    return {
        "valid_until": months_later(today, VALID_MONTHS).isoformat(),
        "discipline": me.discipline or "",
        "registration": f"{registered.register_} {registered.number}".strip(),
    }


def draft_of(advice: Advice) -> dict[str, str]:
    """An advice as it can be written on."""
    answers = {f"answer_{one.question}": one.words for one in advice.answers}
    fields = advice.model_dump(mode="json", include={*_NEEDED, *_FREE})
    return answers | {name: str(value) for name, value in fields.items()}


def lacking(draft: Draft, request: Request, today: date) -> str:
    """What is still to be filled in before the advice can go, as a sentence; empty where it can."""
    missing = [
        "het antwoord op de hoofdvraag" if number == 0 else f"het antwoord op deelvraag {number}"
        for number in range(len(questions(request)))
        if not draft.get(f"answer_{number}", "").strip()
    ]
    missing += [words for name, words in _NEEDED.items() if not draft.get(name, "").strip()]
    if missing:
        return f"Vul nog in: {listed(missing)}."
    until = date.fromisoformat(draft["valid_until"])
    if until < today:
        return f"Het advies geldt tot en met {day_in_words(until)}, en dat is voorbij. Kies een latere dag."
    return ""


def advice_of(draft: Draft, consult: Consult, me: Party) -> Advice:
    """The advice as it goes out. Ask `lacking` first; the interest is the one declared when it was accepted.

    Raises Trouble where a text is too long.
    """
    assert consult.request is not None
    numbers = range(len(questions(consult.request)))
    answers = [{"question": number, "words": draft[f"answer_{number}"]} for number in numbers]
    fields = {name: draft.get(name, "").strip() for name in (*_NEEDED, *_FREE)}
    until = date.fromisoformat(fields.pop("valid_until"))
    interest = consult.accepted[me.id].interest
    return as_typed(Advice, {**fields, "answers": answers, "valid_until": until, "interest": interest})
