"""A consult in one line: what lists, searching and reports need, and no more of it than that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from casework.consultation.consultation import Status, Type
from casework.pool.audience import HEAVY
from casework.pool.bodies import AdviceBy
from casework.pool.clocks import Norms, clock
from casework.pool.lifecycle import BEFORE_ADVICE, ENDED
from casework.pool.state import Consult, Moment, Round

VERSION = 1
"""One more where a consult comes to another line than before, such as more words: homes then make theirs anew."""

_USEFUL = 4
"""Of five: from here on others may learn from it."""
_TOLD = 3
"""Of the coarse profile, which begins with what tells most of a family: enough to know it by on a list."""


@dataclass(frozen=True)
class Line:
    """due: the last day in time of what is waited for now. summary: see `_summary`; words: what it is found by.

    marks: what else the coordinator looks for, each with the day from which it stands: see `_marks`.
    """

    thread: str
    status: Status
    type: Type
    urgent: bool
    begun: date
    due: date | None
    waits_for: str
    team: str
    theme: str
    summary: Mapping[str, Any] = field(default_factory=dict)
    words: str = ""
    marks: Mapping[str, date] = field(default_factory=dict)


def line(consult: Consult, today: date, norms: Norms) -> Line:
    """Of a consult of which something was said, or whose first message is not here yet (then `today` stands for it)."""
    request, running = consult.request, clock(consult, today, norms)
    due = None if running is None or running.stage == "staat_stil" else running.due
    begun = consult.begun_at.date() if consult.begun_at else today
    type_: Type = request.type if request else "TELEFOONCONSULT" if consult.phone else "CONSULTATIE"
    return Line(
        thread=consult.thread,
        status=consult.status,
        type=type_,
        urgent=consult.urgent,
        begun=begun,
        due=due,
        waits_for=running.waits_for if running else "",
        team=consult.team,
        theme=request.theme if request else "",
        summary=_summary(consult, today, norms),
        words=" ".join(_words(consult)),
        marks=_marks(consult, type_, due),
    )


def _marks(consult: Consult, type_: Type, due: date | None) -> dict[str, date]:
    """verplicht_mist: a compulsory advice is late, or heavy help was chosen without one; verlopen: the advice holds no
    longer while the consult is open; afgeweken; gemist_aanbod; ijkclient: it changed the plan and was useful.
    """
    found: dict[str, date] = {}
    compulsory, now = type_ == "VERPLICHT_ADVIES", consult.round
    if compulsory and due and consult.status in BEFORE_ADVICE:
        found["verplicht_mist"] = due + timedelta(days=1)
    if now.decision and now.decided_on and now.decision.chosen_level in HEAVY and not compulsory:
        found["verplicht_mist"] = now.decided_on
    if consult.leading and consult.status not in ENDED:
        found["verlopen"] = consult.leading.advice.valid_until + timedelta(days=1)
    for one in (*consult.earlier, now):
        if one.decision and one.decided_on and one.decision.decision != "volgt":
            found["afgeweken"] = one.decided_on
        if one.closed and one.closed_on and one.closed.supply_missing:
            found["gemist_aanbod"] = one.closed_on
    if now.closed and now.closed_on and now.closed.plan_changed != "nee" and now.closed.usefulness >= _USEFUL:
        found["ijkclient"] = now.closed_on
    return found


def outcomes(line: Line) -> tuple[Mapping[str, Any], ...]:
    """What a consult came to, each time: reopening takes nothing back of what was decided and told before."""
    asked = {"asked_level": line.summary["asked_level"]} if "asked_level" in line.summary else {}
    return (line.summary, *({**asked, **one} for one in line.summary.get("earlier", ())))


def _summary(consult: Consult, today: date, norms: Norms) -> dict[str, Any]:
    """Codes, days and short texts, as JSON has them. What is not known is left out."""
    request = consult.request
    released = [moment.at for moment in consult.history if _answers(moment)]
    found: dict[str, Any] = {
        "question": request.question if request else consult.phone.said if consult.phone else "",
        "discipline": request.discipline if request else "",
        "family": [words for _, words in request.profile[:_TOLD]] if request else [],
        "experts": {who: party.name for who, party in consult.experts.items()},
        "asker": consult.asker.id if consult.asker else "",
        "asked_level": request.asked_level if request else None,
        "answered_on": released[0].date().isoformat() if released else None,
        "in_time": _in_time(consult, norms),
        "paused": consult.status == "AANVULLING_GEVRAAGD",
        "followed": [one.moment for one in consult.follow_ups],
        "reminded": [[one.stage, one.due.isoformat()] for one in consult.reminded],
        "earlier": [_outcome(one) for one in consult.earlier],
        "aside": len(consult.aside),
    }
    return {**_there(found), **_outcome(consult.round)}


def _outcome(one: Round) -> dict[str, Any]:
    decision, closed, leading = one.decision, one.closed, one.leading
    return _there({
        "advised_level": leading.advice.level if leading else None,
        "valid_until": leading.advice.valid_until.isoformat() if leading else None,
        "chosen_level": decision.chosen_level if decision else None,
        "decision": decision.decision if decision else None,
        "reason": decision.reason if decision else "",
        "waiting": next((told.waiting for told in one.follow_ups if told.waiting is not None), None),
        "usefulness": closed.usefulness if closed else None,
        "plan_changed": closed.plan_changed if closed else None,
        "supply_missing": closed.supply_missing if closed else "",
    })  # fmt: skip


def _there(found: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if value not in (None, "", [], {})}


def _answers(moment: Moment) -> bool:
    return moment.status == "ADVIES_VASTGESTELD" or moment.kind == "phone_note"


def _in_time(consult: Consult, norms: Norms) -> bool | None:
    """Was the advice released on or before its last day? None before that."""
    released = [moment for moment in consult.history if _answers(moment)]
    if not released:
        return None
    at = consult.history.index(released[-1])
    before = Consult(
        thread=consult.thread,
        status="BESPROKEN",
        urgent=consult.urgent,
        request=consult.request,
        history=consult.history[:at],
    )
    day = released[-1].at.date()
    running = clock(before, day, norms)
    return running is None or day <= running.due


def _words(consult: Consult) -> list[str]:
    """All that was said, by whom and why; an advice only from when the coordinator may read it too."""
    request = consult.request
    found = [consult.team, consult.route, consult.manager, consult.asker.name if consult.asker else ""]
    if request:
        found += [request.question, *request.sub_questions, request.tried, request.option_a, request.option_b]
        found += [request.theme, *request.clients_seen, *(words for _, words in request.profile)]
        found += [request.deadline_reason, *request.readers]
    found += [party.name for party in consult.experts.values()]
    found += [*consult.added, *(moment.why for moment in consult.history if moment.kind != "remind")]
    for minutes in consult.minutes:
        found += [minutes.chair, *minutes.present, *(words for _, words in minutes.domains)]
        found += [words for action in minutes.actions for words in (action.what, action.who)]
    if consult.phone:
        found += [consult.phone.said, consult.phone.expert.name]
    if set(consult.advices) == set(consult.experts):
        found += [words for given in consult.advices.values() for words in _advised(given)]
    for one in (*consult.earlier, consult.round):
        if one.release:
            found += [words for given in one.release.advices for words in _advised(given)]
            found += [one.release.difference, one.release.reason]
        found += [one.decision.reason, one.decision.cosigned_by] if one.decision else []
        found += [words for told in one.follow_ups for words in (told.outcome, told.side_effects)]
        found += [one.closed.learnt, one.closed.supply_missing] if one.closed else []
    return list(dict.fromkeys(words for words in found if words))


def _advised(given: AdviceBy) -> list[str]:
    advice = given.advice
    found = [given.by.name, advice.approach, advice.because, advice.not_the_other, advice.risks, advice.know_first]
    found += [advice.evaluate_after, advice.based_on, advice.interest, advice.minority]
    return found + [answer.words for answer in advice.answers]
