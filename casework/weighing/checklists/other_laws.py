"""Checklist d: which law fits best (seed:000; Jeugdwet 1.2; brief §4d).

Several causes at once come first: then the Youth Act must provide, and another law is no reason to refuse. Whatever
another law may do, nobody waits for it without help that bridges.
"""

from __future__ import annotations

from collections.abc import Iterator

from casework.steps.own_capacity import OwnPossibilities
from casework.weighing.checklists.asked import Asked
from casework.weighing.checklists.outcome import OpenPoint
from casework.weighing.three_valued import all_of, opposite

READS = ("bridge_named", "other_law_granted", "other_law_pending")


def several_causes(asked: Asked) -> bool | None:
    return asked.fully("AF08", _step(asked).several_causes.known)


def wlz(asked: Asked) -> bool | None:
    """Lasting supervision, by a disability, and more than is usual at this age."""
    step = _step(asked)
    return all_of(
        (
            asked.fully("AF01", step.permanent_supervision.known),
            asked.fully("AF02", step.due_to_disability.known),
            asked.fully("AF03", step.more_than_usual.known),
        )
    )


def zvw(asked: Asked) -> bool | None:
    """Nursing or medical care, treatment of a parent, or a young person with a ggz question who is nearly 18."""
    return _leading(asked, asked.fully("AF05", _step(asked).medical_care.known), "AF06", "AF07")


def wmo(asked: Asked) -> bool | None:
    """A question of the parent, of a young person nearly 18, or for an aid or a change to the house."""
    return _leading(asked, asked.fully("AF09", _step(asked).parents_own_need.known), "AF10", "AF11")


def education(asked: Asked) -> bool | None:
    """Help in order to learn, while school did not use its own support yet; not known to have is not having."""
    step = _step(asked)
    used = asked.fully("AF13", step.school_support_used.known)
    return all_of((asked.fully("AF14", step.aimed_at_learning.known), used is not True))


def prevention(asked: Asked) -> bool | None:
    """Something free fits, was not tried, and is within reach as far as we know."""
    step = _step(asked)
    fits = asked.at_all("AF18", step.general_offer_fits.known)
    tried = asked.fully("AF19", step.general_offer_tried.known)
    return all_of((fits, opposite(tried), asked.at_all("AF20") is not False))


def conclusions(asked: Asked) -> Iterator[str]:
    other = [code for code, holds in _LAWS if holds(asked)]
    if other and several_causes(asked) and set(other) & {"AFBAKENING_WLZ", "AFBAKENING_ZVW"}:
        yield "JEUGDWET_VOORZIET"
    yield from other
    if prevention(asked):
        yield "PREVENTIEF_EERST"
    elif not other and not _under_way(asked) and all(holds(asked) is False for _, holds in _LAWS):
        yield "GEEN_ANDERE_WET"


def _under_way(asked: Asked) -> bool:
    """A law that step 9 calls possible, requested or granted: then nobody may read that no other law matters."""
    return True in (asked.facts.get("other_law_pending"), asked.facts.get("other_law_granted"))


_LAWS = (
    ("AFBAKENING_WLZ", wlz),
    ("AFBAKENING_ZVW", zvw),
    ("AFBAKENING_WMO", wmo),
    ("AFBAKENING_ONDERWIJS", education),
)


def open_points(asked: Asked) -> Iterator[OpenPoint]:
    other = [code for code, holds in _LAWS if holds(asked)]
    if other and several_causes(asked) is None:
        yield asked.point("AF08", "vraag of er ook opvoed-, gedrags- of psychische oorzaken zijn")
    if "AFBAKENING_WLZ" in other and asked.fully("AF04", _decided(asked, "Wlz")) is not True:
        yield asked.point("AF04", "help bij de aanvraag bij het CIZ")
    if other and True not in (asked.facts.get("bridge_named"), asked.facts.get("other_law_granted")):
        path = "own_capacity.other_laws"
        yield OpenPoint(text="noem de hulp voor de tijd tot de andere wet begint", path=path)
    if asked.says("AF14") == "een_beetje":
        yield asked.point("AF14", "leren en er kunnen zijn lopen door elkaar: leg vast wie wat doet en betaalt")
    if asked.at_all("AF15"):
        yield asked.point("AF15", "vraag school om het dossier over dyslexie")
    if asked.at_all("AF16"):
        yield asked.point("AF16", "het kind zit thuis: betrek leerplicht")
    if asked.at_all("AF17"):
        yield asked.point("AF17", "regel de begeleiding voor deze klas samen")
    if prevention(asked) and asked.says("AF20") is None:
        yield asked.point("AF20", "vraag of het vrije aanbod dichtbij is, online kan, of vervoer vraagt")
    if asked.at_all("AF21"):
        yield asked.point("AF21", "kijk ook naar schulden, inkomen, opvang, vervoer of jeugdstrafrecht")


def _step(asked: Asked) -> OwnPossibilities:
    return asked.case.of(OwnPossibilities)


def _leading(asked: Asked, leads: bool | None, *also: str) -> bool | None:
    """One question leads; the others only add a reason where somebody answered yes."""
    return True if any(asked.fully(item) for item in also) else leads


def _decided(asked: Asked, law: str) -> bool | None:
    laws = _step(asked).other_laws.known
    if laws is None:
        return None
    return any(one.law.known == law and one.status.known in ("toegekend", "afgewezen", "aangevraagd") for one in laws)
