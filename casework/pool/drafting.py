"""A reference case from a consult that was answered: what is known is filled in, what is missing is named.

It begins from what left pseudonymised and holds nothing else. A panel decides: two members at least who had no part in
the question, its answer or the draft, each with a reason. What was changed after it was put to the panel is voted on
anew.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, TypeAlias, get_args

from casework.actors import is_same_name
from casework.answers import Frozen
from casework.codes import Level, ProblemArea
from casework.knowledge import Pack
from casework.knowledge.clients import Features, ReferenceClient
from casework.knowledge.pack import LONGEST_STORY
from casework.pool.parties import Party
from casework.pool.reuse import had_a_part
from casework.pool.state import Consult
from casework.trouble import Trouble

State: TypeAlias = Literal["concept", "voorgelegd", "aangenomen", "afgewezen"]
PANEL = 2
"""Members who must have voted."""
SOURCE = "consulten-expertpool"
AGE_LABEL = "leeftijdsgroep"
_SCALE: tuple[Level, ...] = tuple(level for level in get_args(Level) if level != "andere_wet")
_SCORE = re.compile(r"^([0-3]) van 3$")
_AGES = re.compile(r"^(\d+)(?:–(\d+)|\+) jaar$")


class Limit(Frozen):
    """When the case is no measure for somebody, as a condition of the pack and in words."""

    when: str
    text: str


class Vote(Frozen):
    """Of a member of the panel, by the id of the person."""

    by: str
    name: str
    agrees: bool
    reason: str
    on: date


class Draft(Frozen):
    """The fields of a reference client that a person fills in or corrects. no_votes: who had a part in it."""

    thread: str
    title: str
    problem_area: ProblemArea | None = None
    level: Level
    age_min: int | None = None
    age_max: int | None = None
    story: str
    features: dict[str, Any]
    extent: str
    why_here: str
    review_after_weeks: int | None = None
    limits: tuple[Limit, ...] = ()
    neighbour: str = ""
    tipping: str = ""
    pool: Literal["overweeg", "verplicht"] = "overweeg"
    discipline: str = ""
    learning: str = ""
    no_votes: tuple[str, ...] = ()
    submitted: bool = False
    votes: tuple[Vote, ...] = ()

    @property
    def state(self) -> State:
        """Adopted with two for and more for than against; turned down with as many against."""
        if not self.submitted:
            return "concept"
        agreed = sum(vote.agrees for vote in self.votes)
        against = len(self.votes) - agreed
        if agreed >= PANEL and agreed > against:
            return "aangenomen"
        return "afgewezen" if against >= PANEL and against >= agreed else "voorgelegd"


def drafted(consult: Consult, by: Party, pack: Pack) -> Draft:
    """The draft a consult comes to. Raises Trouble where there is no advice, or where the question bears names."""
    request, leading = consult.request, consult.leading
    if request is None or leading is None:
        raise Trouble("Van deze vraag is nog geen advies vastgesteld. Een ijkcliënt begint bij een antwoord.")
    if request.consent == "herleidbaar":
        raise Trouble("Deze vraag ging met namen. Een ijkcliënt begint alleen bij een gepseudonimiseerde vraag.")
    told = dict(request.profile)
    ages = _AGES.match(told.get(AGE_LABEL, ""))
    area = next((code for code in get_args(ProblemArea) if _word(pack, "problem_area", code) == request.theme), None)
    return Draft(
        thread=consult.thread,
        title=request.question,
        problem_area=area,
        level=leading.advice.level,
        age_min=int(ages[1]) if ages else None,
        age_max=int(ages[2] or 23) if ages else None,
        story=" ".join(part for part in (*(f"{label}: {words}." for label, words in request.profile), request.tried)
                       if part),
        features=features_of(told, pack),
        extent=leading.advice.approach,
        why_here=leading.advice.because,
        neighbour=next((one for one in request.clients_seen if _across(pack, one, leading.advice.level)), ""),
        pool="verplicht" if request.type == "VERPLICHT_ADVIES" else "overweeg",
        discipline=request.discipline,
        learning=consult.closed.learnt if consult.closed else "",
        no_votes=tuple(dict.fromkeys(one.id for one in had_a_part(consult, by))),
    )  # fmt: skip


def features_of(told: Mapping[str, str], pack: Pack) -> dict[str, Any]:
    """The profile back in codes; what cannot be read back is left out, and drops out of comparing."""
    found: dict[str, Any] = {}
    for name in Features.model_fields:
        words = told.get(pack.likeness.labels.get(name, ""), "")
        codes = {label: code for code, label in pack.likeness.value_labels.get(name, {}).items()}
        several = [codes[one] for one in words.split(", ") if one in codes]
        if name in ("target_groups", "flags"):
            found |= {name: several} if several else {}
        elif words in codes:
            found[name] = int(codes[words]) if codes[words].isdigit() else codes[words]
        elif score := _SCORE.match(words):
            found[name] = int(score[1])
    return found


def neighbours(pack: Pack, level: Level) -> list[ReferenceClient]:
    """The reference clients across a boundary of this level: the nearest levels first."""
    across = [one for one in pack.reference_clients.values() if _across(pack, one.id, level)]
    return sorted(across, key=lambda one: (abs(_SCALE.index(one.level) - _SCALE.index(level)), one.id))


def limits_of(pack: Pack, client: str) -> list[Limit]:
    """The limits a reference client of the pack has, to choose from."""
    found = pack.reference_clients.get(client)
    return [Limit(when=one.when.source, text=one.text) for one in found.not_when] if found else []


def missing(draft: Draft) -> list[str]:
    """What a reference client needs and this one has not, in words."""
    needed = {
        "een titel": draft.title,
        "het probleemgebied": draft.problem_area,
        "de leeftijd": draft.age_min is not None and draft.age_max is not None,
        "het verhaal": draft.story,
        "de omvang van de hulp": draft.extent,
        "waarom dit niveau": draft.why_here,
        "na hoeveel weken u opnieuw kijkt": draft.review_after_weeks,
        "een grens: wanneer dit geen maat is": draft.limits,
        "de buur aan de andere kant van de grens": draft.neighbour,
        "wat de weegschaal doet omslaan": draft.tipping,
    }
    lacks = [words for words, value in needed.items() if not value]
    if (length := len(draft.story.split())) > LONGEST_STORY:
        lacks.append(f"een korter verhaal: het telt {length} woorden, hoogstens {LONGEST_STORY}")
    return lacks


def edited(draft: Draft, **changes: object) -> Draft:
    """Corrected; a panel votes about the words as they are, so its votes fall away."""
    return draft.model_copy(update={**changes, "submitted": False, "votes": ()})


def submitted(draft: Draft) -> Draft:
    """Put to the panel. Raises Trouble while something is missing."""
    if lacks := missing(draft):
        raise Trouble(f"Vul eerst aan: {'; '.join(lacks)}.")
    return draft.model_copy(update={"submitted": True})


def voted(draft: Draft, by: Party, reason: str, day: date, *, agrees: bool) -> Draft:
    """With a vote. Raises Trouble where this person may not vote, voted already, or gives no reason."""
    if draft.state != "voorgelegd":
        raise Trouble("Over deze ijkcliënt wordt nu niet gestemd.")
    if by.id in draft.no_votes:
        raise Trouble(f"{by.name} had deel aan deze vraag of aan het concept. Niemand keurt eigen werk goed.")
    if any(vote.by == by.id or is_same_name(vote.name, by.name) for vote in draft.votes):
        raise Trouble(f"{by.name} heeft al gestemd.")
    if not reason.strip():
        raise Trouble("Een stem heeft een reden nodig.")
    vote = Vote(by=by.id, name=by.name, agrees=agrees, reason=reason.strip(), on=day)
    return draft.model_copy(update={"votes": (*draft.votes, vote)})


def entry(draft: Draft, number: str, pack: Pack, day: date) -> dict[str, Any]:
    """The draft as an entry of a pack, still `concept`: who owns the pack confirms it. number: such as IJK-45.

    Raises Trouble where its neighbour is not in this pack.
    """
    other = pack.reference_clients.get(draft.neighbour)
    if other is None:
        raise Trouble(f"De buur {draft.neighbour} van ‘{draft.title}’ staat niet in dit pakket. Kies een andere buur.")
    up = _SCALE.index(other.level) > _SCALE.index(draft.level)
    found: dict[str, Any] = {
        "id": number,
        "version": "1",
        "status": "concept",
        "valid_from": day,
        "owner": "Panel van de expertpool",
        "sources": [SOURCE],
        "title": draft.title,
        "problem_area": draft.problem_area,
        "level": draft.level,
        "age": {"min": draft.age_min, "max": draft.age_max},
        "story": draft.story,
        "features": draft.features,
        "extent": draft.extent,
        "review_after_weeks": draft.review_after_weeks,
        "why_here": draft.why_here,
        "not_when": [one.model_dump() for one in draft.limits],
        "neighbours": [{"id": draft.neighbour, "direction": "hoger" if up else "lager", "tipping": draft.tipping}],
        "pool": draft.pool,
        "discipline": draft.discipline,
        "learning": draft.learning,
    }
    return {name: value for name, value in found.items() if value != ""}


def _across(pack: Pack, client: str, level: Level) -> bool:
    found = pack.reference_clients.get(client)
    return found is not None and found.level in _SCALE and level in _SCALE and found.level != level


def _word(pack: Pack, name: str, code: str) -> str:
    return pack.likeness.value_labels.get(name, {}).get(code, "")
