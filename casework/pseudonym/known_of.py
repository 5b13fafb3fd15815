"""What a case knows, taken from all that was typed in it: also what no longer applies still leads to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from casework.answers import Answered
from casework.case import Case
from casework.pseudonym.folded import folded
from casework.pseudonym.kinds import Kind
from casework.pseudonym.known import Known, KnownPerson, Role
from casework.questions import Answers, Question, Record, Shape, questions
from casework.steps.decision import Expertise
from casework.steps.help_history import HelpHistory, by_start
from casework.steps.identity import Identity

_ROLES: dict[str, Role] = {
    "moeder": "parent",
    "vader": "parent",
    "stiefouder": "parent",
    "pleegouder": "parent",
    "voogd": "parent",
    "broer_zus": "sibling",
    "grootouder": "grandparent",
    "familie": "family",
    "vriend_buur": "friend",
    "school": "professional",
    "hulpverlener": "professional",
    "huisarts": "professional",
}
_PROVIDERS = frozenset({"provider", "recipient"})
_PLACES = frozenset({"responsible_municipality", "own_municipality", "village"})
_NUMBERS = {"bsn": Kind.BSN, "phone": Kind.PHONE, "email": Kind.MAIL}
_PEOPLE = frozenset(
    {
        *("adviser", "cosigned_by", "scientist_name", "signed_by", "sharing_second_reader", "diagnosed_by"),
        *("peer_check", "coordinator", "coordinator_now"),
    }
)
_REGISTRATIONS = frozenset({"registration", "signer_number", "cosigner_number", "adviser_registration"})
_A_SCHOOL = re.compile(r"^(?:de|het|'t|obs|cbs|gbs|rkbs|vso|so|isk|mbo)\b|school|college")
_SEVERAL = re.compile(r"\s+(?:en|of)\s+")
_A_NAME = re.compile(r"^(?:[^\W\d_][\w.'’-]*\s+){0,5}[^\W\d_][\w.'’-]*$")
_MAIL = re.compile(r"[\w.+-]+@[\w.-]+\w")
_PHONE = re.compile(r"\+?\d[\d\s.()/-]{6,}\d")


def known_of(case: Case, today: date) -> Known:
    """Everything the case holds that could lead to its people. today: the reference date of the request."""
    gathered = _Gathered()
    helps = by_start(case.step(HelpHistory).help.known or (), today)  # the letters of the profile go by this order
    gathered.providers += [one.provider.known or "" for one in helps]
    for answers in case.answers.values():
        gathered.take(answers)
    for consultation in case.consultations:
        gathered.take(consultation)
    identity = case.step(Identity)
    child = [identity.name.known, identity.first_names.known, identity.surname.known]
    people = [KnownPerson(tuple(name for name in child if name), "child", identity.birth_date.known)]
    ids = {person.id for person in case.people}
    for person in case.people:
        name, relation = person.name.known or "", person.relation.known or "anders"
        if person.birth_date.known:
            gathered.days.append(person.birth_date.known)
        gathered.reach(person.reach.known or "")
        if relation == "school" and _A_SCHOOL.search(folded(name)):
            gathered.schools.append(name)
        elif name:
            people.append(KnownPerson((name,), _ROLES.get(relation, "other"), person.birth_date.known))
    named = {folded(name) for person in people for name in person.names}
    parts = {word for name in named for word in name.split()}
    for name in gathered.people:
        if name not in ids and name not in ("jeugdige", "het gezin") and folded(name) not in named | parts:
            named.add(folded(name))
            people.append(KnownPerson((name,), "professional"))
    return Known(
        reference_date=today,
        people=tuple(one for one in people if one.names),
        addresses=_each(gathered.addresses),
        places=_each(gathered.places),
        schools=_each(gathered.schools),
        providers=_each(gathered.providers),
        dates=tuple(sorted(set(gathered.days))),
        numbers=tuple(dict.fromkeys((*gathered.numbers, *_own_number(case)))),
    )


def _each(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))


def _own_number(case: Case) -> Iterator[tuple[Kind, str]]:
    if sum(map(str.isdigit, case.id)) >= 4:
        yield Kind.NUMBER, case.id


class _Gathered:
    """What the answers hold, by kind, in the order of the case."""

    def __init__(self) -> None:
        self.people: list[str] = []
        self.addresses: list[str] = []
        self.places: list[str] = []
        self.schools: list[str] = []
        self.providers: list[str] = []
        self.days: list[date] = []
        self.numbers: list[tuple[Kind, str]] = []

    def take(self, answers: Answers | Record) -> None:
        if isinstance(answers, Expertise) and answers.name.known:
            self.people.append(answers.name.known)
        for question in questions(type(answers)).values():
            given = answers.answer(question.name)
            if not isinstance(given, Answered):
                continue
            if given.on:
                self.days.append(given.on)
            if question.shape is Shape.RECORDS:
                for record in given.value:
                    self.take(record)
            else:
                self._one(question, given.value)

    def _one(self, question: Question, value: Any) -> None:
        name = question.name
        if isinstance(value, date):
            self.days.append(value)
        elif not isinstance(value, str) or not value.strip():
            return
        elif name in _NUMBERS:
            self.numbers.append((_NUMBERS[name], value))
        elif name in _REGISTRATIONS:
            self.numbers.append((Kind.NUMBER, value))
        elif name == "address":
            self.addresses.append(value)
        elif name in _PLACES:
            self.places.append(value)
        elif name in _PROVIDERS:
            self.providers.append(value)
        elif (question.shape is Shape.PERSON or name in _PEOPLE) and _A_NAME.match(value):
            each = _SEVERAL.split(value)  # ‘Wendy en moeder’ is two people, and ‘en’ is nobody
            self.people += [one for one in each if one != one.lower()]

    def reach(self, text: str) -> None:
        """Telephone numbers and e-mail addresses in what somebody is reached by."""
        self.numbers += [(Kind.MAIL, one) for one in _MAIL.findall(text)]
        self.numbers += [(Kind.PHONE, one) for one in _PHONE.findall(text)]
