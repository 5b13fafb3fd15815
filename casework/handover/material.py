"""What a section is made from: what counts of the case, the weighing, the pack, and who is who."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from casework.answers import Answered, Unanswered, is_known
from casework.case import SettledCase
from casework.handover.thread import ThreadOfHelp
from casework.handover.words import words
from casework.knowledge.pack import Pack
from casework.questions import Answers
from casework.steps.decision import DecisionAdvice
from casework.steps.handover import Handover, SectionChoice, is_from_before
from casework.steps.identity import Consent, Identity
from casework.steps.intake import needs_investigation
from casework.weighing.assessment import Assessment, Signal
from casework.weighing.completeness import held_back_sections
from casework.weighing.facts.consent import who
from casework.words import age_on, registered

A = TypeVar("A", bound=Answers)

_FAMILY = ("moeder", "vader", "stiefouder", "pleegouder", "broer_zus", "grootouder", "familie")


@dataclass(frozen=True)
class Material:
    """`pack` is None where none is installed. `silent`: the signals that rest on a statement that stays here."""

    case: SettledCase
    assessment: Assessment
    pack: Pack | None
    silent: tuple[Signal, ...] = ()

    def of(self, model: type[A]) -> A:
        """The answers of a step that count."""
        return self.case.of(model)

    @cached_property
    def thread(self) -> ThreadOfHelp:
        return ThreadOfHelp(self.case)

    @cached_property
    def choices(self) -> Mapping[str, SectionChoice]:
        """What was decided about a section in step 14, by code of the section."""
        chosen = self.of(Handover).sections.known or ()
        return {choice.section.known: choice for choice in chosen if choice.section.known is not None}

    def of_its_time(self, text: str, answer: Answered[Any] | Unanswered) -> str:
        """With the remark that it was given before the prolonging that runs: it is about what was decided then."""
        return f"{text} (van vóór deze verlenging)" if text and is_from_before(self.case, answer) else text

    def stays_here(self, path: str) -> bool:
        """Whether the statement that rests on this answer was held back: what follows from its absence is not true."""
        return any(one.where.known == path for one in self.of(Handover).statements.known or ())

    @cached_property
    def held_back(self) -> Mapping[str, str]:
        """The sections that stay here, each with the reason: chosen in step 14, else by who the recipient is."""
        return held_back_sections(self.case, self.pack)

    def shared(self, code: str) -> bool:
        """Whether a section goes along. Nothing chosen, and nothing said of this recipient, means shared."""
        return code not in self.held_back

    @cached_property
    def name(self) -> str:
        name = self.of(Identity).name
        return str(name.known).strip() if is_known(name) else "de jeugdige"

    @cached_property
    def age(self) -> int | None:
        born = self.of(Identity).birth_date.known
        return None if born is None else age_on(born, self.case.today)

    def who(self, reference: str | None) -> str:
        """The name behind a reference: `jeugdige`, a person's id, or a name that stands for itself.

        Who works at the school goes without a name where the address is secret: the school gives it away (masked.py).
        """
        if self._at_school(reference) and self.of(Identity).secret_address.known is True:
            return "iemand van school"
        return self.name if reference == "jeugdige" else self.case.person(reference) or ""

    def _at_school(self, reference: str | None) -> bool:
        return any(one.id == reference and one.relation.known == "school" for one in self.case.people)

    def short(self, reference: str | None) -> str:
        """How the family calls somebody: a first name for the young person and family, else the whole name."""
        name = self.who(reference)
        person = next((person for person in self.case.people if person.id == reference), None)
        is_family = reference == "jeugdige" or (person is not None and person.relation.known in _FAMILY)
        first, _, rest = name.partition(" ")
        is_name = first[:1].isupper() and not first.endswith(".")
        return first if is_family and is_name and rest else name

    def role(self, reference: str | None) -> str:
        """What somebody is to the young person: moeder, oom; empty where nobody said."""
        person = next((person for person in self.case.people if person.id == reference), None)
        relation = None if person is None else person.relation.known
        return "" if relation is None else "anders" if relation == "anders" else words(relation)

    def introduced(self, reference: str | None) -> str:
        """Anja Oefenstra (moeder): a name with what somebody is to the young person."""
        name, role = self.who(reference), self.role(reference)
        return f"{name} ({role})" if name and role not in ("", "anders") and role not in name else name

    @cached_property
    def product_names(self) -> Mapping[str, str]:
        """The chosen products by code, in the words of the catalogue where the pack knows them."""
        return {code: self._in_catalogue(product.product.known) for code, product in self.thread.products.items()}

    def _in_catalogue(self, product_id: str | None) -> str:
        found = self.pack.products.get(product_id or "") if self.pack else None
        return found.name if found else (product_id or "nog niet gekozen")

    @cached_property
    def provider(self) -> str:
        """Who the help comes from first: the provider of the product, else who receives this document."""
        return next(iter(self.providers), "")

    @cached_property
    def providers(self) -> tuple[str, ...]:
        """Everybody the help comes from, each once: of two products the one may come from another provider."""
        named = [product.provider for product in self.thread.products.values() if is_known(product.provider)]
        told = (str(one.known).strip() for one in named or [self.of(Handover).recipient] if is_known(one))
        return tuple(dict.fromkeys(told))

    @cached_property
    def coordinator(self) -> str:
        return self.who(self.of(DecisionAdvice).coordinator.known)

    @cached_property
    def contact(self) -> str:
        """Whom a family may ask: who keeps the overview, else who signed the proposal."""
        if self.coordinator and self.shared("H12"):
            return self.coordinator
        signed = self.of(DecisionAdvice).signed_by
        return str(signed.known).strip() if is_known(signed) else ""

    @cached_property
    def reach(self) -> str:
        """Where `contact` can be called or mailed: given to go along, unlike any other number."""
        reach = self.of(Handover).contact_reach
        return str(reach.known).strip() if is_known(reach) else ""

    def reachable(self, whom: str) -> str:
        """Marit Denkbeeldema (000 111 22 33): somebody to ask, with where to."""
        return f"{whom} ({self.reach})" if whom and self.reach else whom or self.reach

    @cached_property
    def is_triage(self) -> bool:
        """Looked at briefly, without a full investigation."""
        return not needs_investigation(self.case) or self.of(DecisionAdvice).decision.known == "triage_klaar"

    @cached_property
    def second_reader(self) -> str:
        """Who looked along where it is shared without consent: T. Oefenstra, SKJ 123."""
        identity = self.of(Identity)
        register, number = identity.sharing_second_register.known, identity.sharing_second_number.known
        registration = registered(register or "", number or "")
        return ", ".join(part for part in (identity.sharing_second_reader.known, registration) if part)

    def consents(self, purpose: str) -> tuple[list[Consent], list[Consent]]:
        """Who agrees and who refuses today, for a purpose: of each the latest, so that nobody stands on both sides.
        Without an answer written down a consent counts as given."""
        last: dict[str | None, tuple[date, bool, Consent]] = {}
        for consent in self.of(Identity).consents.known or ():
            start, end = consent.start.known, consent.end.known
            over = consent.withdrawn_on.known is not None and consent.withdrawn_on.known <= self.case.today
            if consent.purpose.known != purpose or (start and start > self.case.today):
                continue
            if over or end is None or end >= self.case.today or consent.outcome.known == "geweigerd":
                no = over or consent.outcome.known == "geweigerd"
                said = (start or date.min, no, consent)
                person = who(self.case, consent.who.known)
                last[person] = max(last.get(person, said), said, key=lambda one: one[:2])
        answers = list(last.values())
        return [one for _, no, one in answers if not no], [one for _, no, one in answers if no]
