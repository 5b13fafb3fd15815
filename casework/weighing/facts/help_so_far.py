"""Step 7: what help there was and is, what it did, and whether it stacks up or chains on after a crisis."""

from __future__ import annotations

from collections import Counter

from casework.answers import answered_on, is_known
from casework.steps.decision import DecisionAdvice
from casework.steps.help_history import Help, HelpHistory
from casework.steps.needs import Needs
from casework.weighing.facts import episodes
from casework.weighing.facts.catalogue import is_respite
from casework.weighing.facts.logic import any_of, certain, count
from casework.weighing.facts.registry import FactSource, answer, fact
from casework.words import months_between

_HELP = "help_history.help"
_STACKED_GOALS, _STACKED_PROVIDERS = 2, 3
_NO_GAIN = ("nee", "afgevlakt")


def _help(given: FactSource) -> tuple[Help, ...] | None:
    return given.case.of(HelpHistory).help.known


def _running(given: FactSource) -> list[Help] | None:
    """The help that runs; None where it was not asked, or of some help nobody said whether it runs."""
    verdicts = [(one, episodes.is_running(one, given.today)) for one in _help(given) or ()]
    if _help(given) is None or any(runs is None for _, runs in verdicts):
        return None
    return [one for one, runs in verdicts if runs]


@fact("vormen van hulp tot nu toe", _HELP)
def help_count(given: FactSource) -> int | None:
    return count(_help(given))


@fact("vormen van hulp die nu lopen", _HELP)
def running_help_count(given: FactSource) -> int | None:
    return count(_running(given))


@fact("aanbieders die nu in het gezin komen", _HELP)
def running_provider_count(given: FactSource) -> int | None:
    running = _running(given)
    if running is None:
        return None
    named = {one.provider.known.strip().casefold() for one in running if one.provider.known and is_known(one.provider)}
    return certain(len(named), sum(1 for one in running if not is_known(one.provider)), _STACKED_PROVIDERS)


@fact("vormen van hulp die nu voor hetzelfde doelgebied lopen", _HELP)
def same_goal_area_running(given: FactSource) -> int | None:
    running = _running(given)
    if running is None:
        return None
    areas = Counter(one.goal_area.known for one in running if one.goal_area.known is not None)
    unsure = len(running) - areas.total() if len(running) > 1 else 0
    return certain(max(areas.values(), default=min(len(running), 1)), unsure, _STACKED_GOALS)


@fact("hulp is meer dan twee keer verlengd zonder dat het doel is bereikt", _HELP)
def extended_without_result(given: FactSource) -> bool | None:
    helps = _help(given)
    return None if helps is None else any_of(_extended_in_vain(one) for one in helps)


def _extended_in_vain(help_: Help) -> bool | None:
    extensions, result = help_.extensions.known, help_.result.known
    if result == "bereikt" or (extensions is not None and extensions <= 2):
        return False
    return None if extensions is None or result in (None, "onbekend") else True


answer(HelpHistory, "crisis", "een crisis in de laatste 12 maanden", name="crisis_12m")


@fact("dagen sinds het einde van de crisis", "help_history.crisis_end")
def days_since_crisis_end(given: FactSource) -> int | None:
    end = given.case.of(HelpHistory).crisis_end.known
    return None if end is None else (given.today - end).days


def _after_crisis(given: FactSource) -> tuple[bool | None, int | None]:
    end, found = given.case.of(HelpHistory).crisis_end.known, episodes.past_and_proposed(given)
    return (None, None) if end is None or found is None else episodes.first_indicated_after(found, end)


@fact("na de crisis is geïndiceerde hulp gestart of voorgesteld", _HELP, "help_history.crisis_end")
def indicated_after_crisis(given: FactSource) -> bool | None:
    return _after_crisis(given)[0]


@fact("dagen van het einde van de crisis tot geïndiceerde hulp", _HELP, "help_history.crisis_end")
def indicated_after_crisis_days(given: FactSource) -> int | None:
    return _after_crisis(given)[1]


@fact("drie of meer vormen van hulp sluiten op elkaar aan, steeds zwaarder", _HELP, "decision.products")
def chain_rising(given: FactSource) -> bool | None:
    found = episodes.past_and_proposed(given)
    return None if found is None else episodes.rises(found)


@fact("iemand heeft de regie", "help_history.coordinator_now", "decision.coordinator")
def coordinator_named(given: FactSource) -> bool | None:
    """Unknown only while step 7 was not asked at all: after that, nobody named is nobody who has it."""
    now, chosen = given.case.of(HelpHistory).coordinator_now, given.case.of(DecisionAdvice).coordinator
    if is_known(now) or is_known(chosen):
        return True
    return None if _help(given) is None else False


@fact("de zwaarste hulp tot nu toe", _HELP, options=("geen", "een_licht", "meer_licht", "indicatie", "intensief"))
def help_history_class(given: FactSource) -> str | None:
    found = episodes.past(given)
    if found is None:
        return None
    levels = [one.level for one in found]
    heaviest = max((level for level in levels if level is not None), default=0)
    if heaviest >= 3:
        return "intensief"
    if None in levels:
        return None
    if heaviest == 2:
        return "indicatie"
    return ("geen", "een_licht", "meer_licht")[min(len(levels), 2)]


@fact("er was of is eerder hulp", _HELP)
def earlier_help(given: FactSource) -> bool | None:
    found = episodes.past(given)
    return None if found is None else bool(found)


@fact("er was of is eerder geïndiceerde hulp", _HELP)
def indicated_help_before(given: FactSource) -> bool | None:
    found = episodes.past(given)
    return None if found is None else any_of(one.indicated for one in found)


@fact("vormen van hulp zonder winst, of waarvan de winst is afgevlakt", _HELP)
def no_gain_help_count(given: FactSource) -> int | None:
    return count(_help(given), lambda one: one.gain.known in _NO_GAIN)


@fact("na de conclusie veranderbaar of blijvend bleek bij hulp geen winst", _HELP, "needs.conclusion")
def no_gain_since_conclusion(given: FactSource) -> bool | None:
    """Of help it did not know of yet: what the conclusion weighed asks for no second look."""
    drawn_on, helps = answered_on(given.case.of(Needs).conclusion), _help(given)
    if drawn_on is None or helps is None:
        return None
    judged = (answered_on(one.gain) for one in helps if one.gain.known in _NO_GAIN)
    return any(day is not None and day > drawn_on for day in judged)


@fact("vormen van hulp waarvan de winst is afgevlakt", _HELP)
def plateau_reviews(given: FactSource) -> int | None:
    return count(_help(given), lambda one: one.gain.known == "afgevlakt")


@fact("hulp die afliep heeft het doel bereikt", _HELP)
def ended_help_reached(given: FactSource) -> bool | None:
    helps = _help(given)
    if helps is None:
        return None
    return any(episodes.is_running(one, given.today) is False and one.result.known == "bereikt" for one in helps)


@fact("er loopt intensieve hulp of verblijf", _HELP)
def intensive_help_running(given: FactSource) -> bool | None:
    """Help of GFM level G3 or higher that runs today; what is only proposed does not count."""
    helps = _help(given)
    if helps is None:
        return None
    heavy = ("G3", "G4", "G5")
    return any(one.gfm_level.known in heavy and episodes.is_running(one, given.today) is True for one in helps)


@fact("keren dat eerder opnieuw is verwezen naar geïndiceerde hulp", _HELP)
def rereferred_before_count(given: FactSource) -> int | None:
    """Of help that started; what is only proposed says nothing about how heavy the past was."""
    found = episodes.past(given)
    return None if found is None else episodes.referred_again(found)


@fact("keren opnieuw verwezen naar geïndiceerde hulp, met het voorstel", _HELP, "decision.products")
def rereferral_count(given: FactSource) -> int | None:
    found = episodes.past_and_proposed(given)
    return None if found is None else episodes.referred_again(found)


@fact("maanden dat logeren al loopt", _HELP, "pack.products")
def respite_running_months(given: FactSource) -> int | None:
    """Of the respite that runs longest, by its name; nought where none runs."""
    running = _running(given)
    if running is None:
        return None
    respite = [one for one in running if _is_respite(given, one.name.known or "")]
    if any(one.start.known is None for one in respite):
        return None
    return max((months_between(one.start.known, given.today) for one in respite if one.start.known), default=0)


def _is_respite(given: FactSource, name: str) -> bool:
    found = given.catalogue.find(name)
    named = [found] if found is not None else given.catalogue.named_in(name)
    return any(is_respite(product) for product in named)
