"""People who talk in a consult: an asker, a coordinator and two experts, each with the messages that reached them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random

from casework.actors import Registration
from casework.pool import bodies as said
from casework.pool.audience import POOL, mailboxes
from casework.pool.consult import fold, objection, view_of
from casework.pool.messages import Body, Message, say
from casework.pool.parties import Party
from casework.pool.state import Consult

THREAD = "0" * 31 + "1"
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

ASKER = Party(id="asker", name="Anna Oefenstra", role="aanvrager", team="team West")
HUB = Party(id="hub", name="Co Verzinga", role="coordinator")
EXPERT = Party(id="expert-1", name="Isa Fictema", role="expert", organisation="Aanbieder A",
               discipline="orthopedagogiek_gz", registration=Registration(register="SKJ", number="100001"))  # fmt: skip
SECOND = Party(id="expert-2", name="Rik Voorbeeldsma", role="expert", discipline="systeemtherapie")


def request(**changes: object) -> said.Request:
    return said.Request.model_validate(
        {
            "type": "CONSULTATIE",
            "question": "Nog eens basishulp, of is geïndiceerde hulp nu beter?",
            "option_a": "tien gesprekken erbij",
            "option_b": "ambulante begeleiding, zes maanden",
            "discipline": "orthopedagogiek_gz",
            "family_informed": True,
            **changes,
        }
    )


def advice(**changes: object) -> said.Advice:
    return said.Advice.model_validate(
        {
            "answers": [{"question": 0, "words": "Eerst tien gesprekken, met een vast moment om te kijken."}],
            "level": "basisondersteuning",
            "approach": "oudergesprekken thuis",
            "because": "De school is pas net betrokken.",
            "not_the_other": "Een half jaar is te lang zonder meetpunt.",
            "certainty": "midden",
            "valid_until": date(2027, 2, 22),
            "discipline": "orthopedagogiek_gz",
            "registration": "SKJ 100001",
            "based_on": "de vraag en het profiel",
            "interest": "geen",
            **changes,
        }
    )


def decide(**changes: object) -> said.Decide:
    ticks = dict.fromkeys(("verified_author", "verified_basis", "verified_consistent", "verified_current"), True)
    return said.Decide.model_validate({"decision": "volgt", "chosen_level": "basisondersteuning", **ticks, **changes})


def closing(**changes: object) -> said.Close:
    return said.Close.model_validate(
        {"plan_changed": "ja", "answered": "ja", "usefulness": 4, "learnt": "Eerder vragen.", **changes}
    )


@dataclass
class Talk:
    """One consult as the coordinator's home has it. `after` says something a while later; refusals fail the test."""

    heard: list[Message] = field(default_factory=list)
    now: datetime = MONDAY

    def says(self, by: Party, body: Body, *, later: timedelta = timedelta(hours=1)) -> Consult:
        self.now += later
        consult = self.consult
        assert not objection(consult, by, body), objection(consult, by, body)
        self.heard.append(say(THREAD, consult.heads, self.now, by, body, consult.next_step))
        return self.consult

    @property
    def consult(self) -> Consult:
        return fold(THREAD, self.heard)


def assign(*experts: Party, asked: said.Request | None = None, **changes: object) -> said.Assign:
    return said.Assign(experts=experts or (EXPERT,), request=asked or request(), **{"asker": ASKER, **changes})  # type: ignore[arg-type]


def accept(interest: str = "geen") -> said.Accept:
    return said.Accept(interest=interest, knows_family=False)


def release(consult: Consult, **changes: object) -> said.Release:
    return said.Release(advices=tuple(consult.advices.values()), **changes)  # type: ignore[arg-type]


def up_to_advice(type_: str = "CONSULTATIE") -> Talk:
    """A consult whose advice was released an hour after it was given."""
    talk = Talk()
    talk.says(ASKER, said.Submit(request=request(type=type_)))
    return answered(talk)


def answered(talk: Talk) -> Talk:
    """A question that was asked, or asked again, taken up to its released advice."""
    talk.says(HUB, said.Triage())
    talk.says(HUB, assign(asked=talk.consult.request))
    talk.says(EXPERT, accept())
    talk.says(EXPERT, said.Advise(advice=advice()))
    talk.says(HUB, said.Discuss(note="Eens."))
    talk.says(HUB, release(talk.consult))
    return talk


Choice = tuple[Party, Callable[[Consult], Body]]
CHOICES: tuple[Choice, ...] = (
    (ASKER, lambda c: said.Submit(request=request())),
    (ASKER, lambda c: said.Complete(words="De school belde terug.")),
    (ASKER, lambda c: said.Withdraw(reason="Het gezin is verhuisd.")),
    (ASKER, lambda c: decide()),
    (ASKER, lambda c: decide(decision="wijkt_af", reason="Het gezin wil niet.", cosigned_by="Bo Fictema")),
    (ASKER, lambda c: said.FollowUp(moment="zes_weken", started=True, waiting=12, outcome="Het loopt.")),
    (ASKER, lambda c: closing()),
    (ASKER, lambda c: said.Reopen(reason="Het is anders dan gedacht.")),
    (ASKER, lambda c: said.MarkUrgent(reason="Er is vannacht geen bed.")),
    (HUB, lambda c: said.Triage()),
    (HUB, lambda c: said.AskCompletion(reason="Wie is er overdag thuis?")),
    (HUB, lambda c: said.Refuse(reason="Dit is een vraag voor school.", route="samenwerkingsverband")),
    (HUB, lambda c: assign()),
    (HUB, lambda c: assign(EXPERT, SECOND)),
    (HUB, lambda c: said.ReturnAdvice(expert=EXPERT.id, comment="Waarom niet de andere?")),
    (HUB, lambda c: said.Discuss(note="Eens.")),
    (HUB, lambda c: release(c, reason="De tweede expert is ziek.") if c.advices else said.Triage()),
    (HUB, lambda c: said.Convert(to="casemanagement", reason="Hier moet één iemand naast blijven staan.")),
    (HUB, lambda c: said.TakeOn(manager="Mo Verzinga")),
    (EXPERT, lambda c: accept()),
    (EXPERT, lambda c: said.Advise(advice=advice())),
    (EXPERT, lambda c: said.Decline(reason="Vol.", instead="Rik Voorbeeldsma")),
    (SECOND, lambda c: accept("Werkt bij aanbieder B.")),
    (SECOND, lambda c: said.Advise(advice=advice(level="geindiceerd_ambulant"))),
)


def goes_to(consult: Consult, by: Party, body: Body) -> frozenset[str]:
    """Who reads it, as the post delivers it."""
    boxes = mailboxes(consult, by, body)
    return frozenset({HUB.id if box == POOL else box for box in boxes} - {by.id})


_ENDING = ("withdraw", "refuse", "convert", "ask_completion", "reopen")


def played(random: Random, turns: int = 60, *, slow: bool = True) -> dict[str, list[Message]]:
    """People who act on what reached them, over a post that doubles, shuffles and may be slow. All arrives."""
    homes: dict[str, list[Message]] = {party.id: [] for party in (ASKER, HUB, EXPERT, SECOND)}
    post: list[tuple[str, Message]] = []
    now = MONDAY
    for _ in range(turns):
        now += timedelta(minutes=random.randint(1, 600))
        by = random.choice((ASKER, HUB, EXPERT, SECOND))
        consult = fold(THREAD, homes[by.id], view_of(by.role))
        bodies = [make(consult) for who, make in CHOICES if who == by]
        may = [body for body in bodies if not objection(consult, by, body, view_of(by.role))]
        body = random.choice(may) if may else None
        if body is not None and (body.kind not in _ENDING or random.random() < 0.1):
            skewed = now + timedelta(days=random.choice((-2, 0, 0, 2)))
            message = say(THREAD, consult.heads, skewed, by, body, consult.next_step)
            homes[by.id].append(message)
            post += [(who, message) for who in goes_to(consult, by, body) for _ in range(random.choice((1, 1, 2)))]
        random.shuffle(post)
        for _ in range(random.randint(0, 3) if slow else len(post)):
            if post:
                who, message = post.pop()
                homes[who].append(message)
    for who, message in post:
        homes[who].append(message)
    return homes


def shuffled(random: Random, messages: Iterable[Message]) -> list[Message]:
    doubled = [message for message in messages for _ in range(random.choice((1, 2)))]
    random.shuffle(doubled)
    return doubled
