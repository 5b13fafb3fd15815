"""Step 9: own strength, ordinary solutions, other laws, and the need that is left."""

from __future__ import annotations

from typing import Literal, get_args

from casework.answers import is_known
from casework.steps.comparison import Comparison
from casework.steps.decision import DecisionAdvice
from casework.steps.identity import Identity
from casework.steps.needs import Needs
from casework.steps.own_capacity import OwnCapacity, OwnPossibilities
from casework.weighing.checklists import other_laws
from casework.weighing.facts.logic import all_of, any_of, count, laid_down
from casework.weighing.facts.registry import FactSource, answer, fact
from casework.weighing.residual import residual_needs

_CAPACITY = "own_capacity.own_capacity"
_LAWS = "own_capacity.other_laws"

# Own strength


def _capacity(given: FactSource) -> tuple[OwnCapacity, ...] | None:
    return given.case.of(OwnPossibilities).own_capacity.known


@fact("behoeften waarvan eigen kracht is bekeken", _CAPACITY)
def own_capacity_count(given: FactSource) -> int | None:
    return count(_capacity(given))


@fact("behoeften waarvan eigen kracht nog niet is bekeken", _CAPACITY, "needs.needs")
def needs_without_capacity_count(given: FactSource) -> int | None:
    capacity = _capacity(given)
    if capacity is None:
        return None
    weighed = {one.need.known for one in capacity}
    return count(given.case.of(Needs).needs.known, lambda need: need.id not in weighed)


@fact("de opvoeders zijn overbelast", _CAPACITY)
def carer_overloaded(given: FactSource) -> bool | None:
    capacity = _capacity(given)
    return None if not capacity else any_of(_is(one.caregiver_capacity.known, "overbelast") for one in capacity)


@fact("eigen kracht heet voldoende terwijl de opvoeders overbelast zijn", _CAPACITY)
def capacity_sufficient_while_overloaded(given: FactSource) -> bool | None:
    capacity = _capacity(given)
    if capacity is None:
        return None
    return any_of(
        all_of((_is(one.sufficient.known, "voldoende"), _is(one.caregiver_capacity.known, "overbelast")))
        for one in capacity
    )


@fact("eigen kracht dekt een behoefte, geheel of deels", _CAPACITY)
def own_strength_counts(given: FactSource) -> bool | None:
    capacity = _capacity(given)
    return None if capacity is None else any_of(_is(one.sufficient.known, "voldoende", "deels") for one in capacity)


@fact("bij eigen kracht ontbreekt het artikel van de verordening", _CAPACITY)
def ordinance_article_missing(given: FactSource) -> bool | None:
    capacity = _capacity(given)
    return None if capacity is None else any(not is_known(one.ordinance_article) for one in capacity)


@fact("van deze gemeente is het artikel over eigen kracht bekend", "identity.responsible_municipality",
      "pack.municipalities")  # fmt: skip
def municipality_has_ordinance_article(given: FactSource) -> bool | None:
    """Unknown for a municipality the pack does not hold."""
    found = given.pack.manifest.called(given.case.of(Identity).responsible_municipality.known or "")
    return None if found is None else bool(found.own_capacity_article.strip())


def _is(value: str | None, *these: str) -> bool | None:
    return None if value is None else value in these


# Ordinary solutions


@fact("vrij toegankelijke mogelijkheden die zijn bekeken", "own_capacity.prior_provisions")
def prior_provision_count(given: FactSource) -> int | None:
    return count(given.case.of(OwnPossibilities).prior_provisions.known)


@fact("een vrij toegankelijk aanbod past en is nog niet geprobeerd", "own_capacity.general_offer_tried",
      "own_capacity.general_offer_fits")  # fmt: skip
def prevention_signs(given: FactSource) -> bool | None:
    return other_laws.prevention(given.asked("d"))


# Other laws


@fact("blijvend toezicht door een beperking, meer dan gewoon voor de leeftijd", "own_capacity.permanent_supervision",
      "own_capacity.due_to_disability", "own_capacity.more_than_usual")  # fmt: skip
def wlz_signs(given: FactSource) -> bool | None:
    return other_laws.wlz(given.asked("d"))


answer(OwnPossibilities, "more_than_usual", "meer zorg dan gewoon voor de leeftijd", name="care_above_usual")


@fact("verpleging, medische of paramedische zorg", "own_capacity.medical_care", "checklists.d")
def zvw_signs(given: FactSource) -> bool | None:
    return other_laws.zvw(given.asked("d"))


@fact("het is een vraag van de ouder zelf", "own_capacity.parents_own_need", "checklists.d")
def wmo_signs(given: FactSource) -> bool | None:
    return other_laws.wmo(given.asked("d"))


@fact("hulp om te leren, en school zette eigen ondersteuning nog niet in", "own_capacity.aimed_at_learning",
      "own_capacity.school_support_used")  # fmt: skip
def education_signs(given: FactSource) -> bool | None:
    return other_laws.education(given.asked("d"))


@fact("er spelen ook opvoed-, gedrags- of psychische oorzaken", "own_capacity.several_causes", "checklists.d")
def several_causes(given: FactSource) -> bool | None:
    return other_laws.several_causes(given.asked("d"))


# What a step asks and checklist d asks too, as the step says it

answer(OwnPossibilities, "permanent_supervision", "blijvend toezicht of dag en nacht zorg is nodig")
answer(OwnPossibilities, "due_to_disability", "dat komt door een beperking of ziekte")
answer(OwnPossibilities, "medical_care", "verpleging, medische of paramedische zorg is nodig")
answer(OwnPossibilities, "parents_own_need", "het is eigenlijk een vraag van de ouder zelf")
answer(OwnPossibilities, "aimed_at_learning", "de hulp is vooral nodig om te leren")
answer(OwnPossibilities, "school_support_used", "school zette haar eigen ondersteuning in")
answer(OwnPossibilities, "general_offer_fits", "een groep, training, maatje of loket kan helpen")
answer(OwnPossibilities, "general_offer_tried", "een groep, training, maatje of loket is geprobeerd")
answer(OwnPossibilities, "several_causes", "opvoeding, gedrag of psychische klachten spelen mee", name="causes_named")


_LawStatus = Literal["mogelijk", "aangevraagd", "afgewezen", "toegekend", "niet_aan_de_orde"]
_STATUSES: tuple[str, ...] = get_args(_LawStatus)
_PENDING = ("mogelijk", "aangevraagd")


def _status_of(given: FactSource, law: str) -> str | None:
    """The status furthest along, where one law stands in the list twice; unknown where it does not stand there."""
    laws = given.case.of(OwnPossibilities).other_laws.known or ()
    found = [one.status.known for one in laws if one.law.known == law and one.status.known is not None]
    return max(found, key=("niet_aan_de_orde", "mogelijk", "aangevraagd", "afgewezen", "toegekend").index, default=None)


@fact("hoe het staat met de Wlz", _LAWS, options=_STATUSES)
def wlz_status(given: FactSource) -> str | None:
    return _status_of(given, "Wlz")


@fact("hoe het staat met de Zvw", _LAWS, options=_STATUSES)
def zvw_status(given: FactSource) -> str | None:
    return _status_of(given, "Zvw")


@fact("hoe het staat met de Wmo", _LAWS, options=_STATUSES)
def wmo_status(given: FactSource) -> str | None:
    return _status_of(given, "Wmo")


@fact("hoe het staat met passend onderwijs", _LAWS, options=_STATUSES)
def education_status(given: FactSource) -> str | None:
    return _status_of(given, "passend_onderwijs")


def _any_law(given: FactSource, *statuses: str) -> bool | None:
    laws = given.case.of(OwnPossibilities).other_laws.known
    return None if laws is None else any_of(_is(one.status.known, *statuses) for one in laws)


@fact("een andere wet kan gelden, maar helpt nog niet", _LAWS)
def other_law_pending(given: FactSource) -> bool | None:
    return _any_law(given, *_PENDING)


@fact("hulp uit een andere wet is toegekend", _LAWS)
def other_law_granted(given: FactSource) -> bool | None:
    return _any_law(given, "toegekend")


@fact("een andere wet wees af", _LAWS)
def other_law_refused_request(given: FactSource) -> bool | None:
    return _any_law(given, "afgewezen")


@fact("er staat wat helpt tot de andere wet helpt", _LAWS)
def bridge_named(given: FactSource) -> bool | None:
    pending = [one for one in given.case.of(OwnPossibilities).other_laws.known or () if one.status.known in _PENDING]
    return all(is_known(one.bridge) for one in pending) if pending else None


@fact("afwijzen of verwijzen terwijl de Wlz of Zvw in beeld is", "decision.decision", "comparison.level", _LAWS)
def refusal_on_other_law(given: FactSource) -> bool | None:
    """A decision, or before that a chosen level, that leaves the help to another law."""
    decision, level = given.case.of(DecisionAdvice).decision.known, given.case.of(Comparison).level.known
    refuses = _is(decision, "afwijzen", "andere_wet")
    if refuses is None:
        refuses = _is(level, "andere_wet")
    in_view = any_of(
        [wlz_signs(given), zvw_signs(given)]
        + [_is(_status_of(given, law), "mogelijk", "aangevraagd", "toegekend") for law in ("Wlz", "Zvw")]
    )
    return all_of((refuses, in_view))


# Transport

answer(OwnPossibilities, "transport_needed", "vervoer is nodig")
answer(OwnPossibilities, "transport_money", "geld is een drempel voor het vervoer")

# What is left


@fact("behoeften die overblijven", "own_capacity.own_capacity", "needs.needs")
def residual_count(given: FactSource) -> int | None:
    return given.extra.get("residual_count")


@fact("de resthulpvraag is bevestigd", "own_capacity.residual")
def residual_confirmed(given: FactSource) -> bool | None:
    return laid_down(given.case.of(OwnPossibilities).residual)


@fact("de bevestigde resthulpvraag is anders dan de berekende", "own_capacity.residual", "needs.needs")
def residual_differs(given: FactSource) -> bool | None:
    confirmed = given.case.of(OwnPossibilities).residual.known
    if confirmed is None or residual_count(given) is None:
        return None
    return set(confirmed) != {need.id for need in residual_needs(given.case)}
