"""Steps 4 to 6: the question, what is going on, and the explanation that was found together."""

from __future__ import annotations

from casework.answers import is_known
from casework.steps.explanation import Explanation
from casework.steps.help_history import HelpHistory
from casework.steps.help_question import HelpQuestion, HelpQuestions
from casework.steps.situation import Problem, Situation
from casework.weighing.facts.consent import YOUNG_PERSON, who
from casework.weighing.facts.logic import all_of, any_of, count, laid_down
from casework.weighing.facts.registry import FactSource, answer, fact
from casework.words import months_between

# Step 4


@fact("hulpvragen", "help_question.questions")
def help_question_count(given: FactSource) -> int | None:
    return count(_questions(given))


@fact("er is een hulpvraag van de jeugdige zelf", "help_question.questions")
def child_question(given: FactSource) -> bool | None:
    return _asked_by(given, young_person=True)


@fact("er is een hulpvraag van een ouder of ander", "help_question.questions")
def parent_question(given: FactSource) -> bool | None:
    return _asked_by(given, young_person=False)


@fact("iedere vrager herkent zich in de formulering", "help_question.questions")
def all_questions_agreed(given: FactSource) -> bool | None:
    questions = _questions(given)
    return all_of(one.agreed.known for one in questions) if questions else None


@fact("een hulpvraag noemt een product", "help_question.questions", "pack.products")
def product_word_in_question(given: FactSource) -> bool | None:
    questions = _questions(given)
    if questions is None:
        return None
    return any(given.catalogue.named_in(f"{one.literally.known or ''}\n{one.rephrased.known or ''}")
               for one in questions)  # fmt: skip


def _questions(given: FactSource) -> tuple[HelpQuestion, ...] | None:
    return given.case.of(HelpQuestions).questions.known


def _asked_by(given: FactSource, *, young_person: bool) -> bool | None:
    questions = _questions(given)
    if questions is None:
        return None
    return any_of(
        None if one.asker.known is None else (who(given.case, one.asker.known) == YOUNG_PERSON) is young_person
        for one in questions
        if is_known(one.literally)
    )


answer(HelpQuestions, "differ_strongly", "jeugdige en ouder willen echt iets anders")
answer(HelpQuestions, "motivation_child", "motivatie van de jeugdige (0–3)")
answer(HelpQuestions, "motivation_parent", "motivatie van de ouder (0–3)")

# Step 5

_PROBLEMS = "situation.problems"


def _problems(given: FactSource) -> tuple[Problem, ...] | None:
    return given.case.of(Situation).problems.known


@fact("problemen", _PROBLEMS)
def problem_count(given: FactSource) -> int | None:
    return count(_problems(given))


answer(Situation, "problem_area", "het probleemgebied")


@fact("leefgebieden die open zijn", "situation.domains")
def domains_opened_count(given: FactSource) -> int | None:
    return count(given.case.of(Situation).domains.known)


@fact("leefgebieden open zonder reden", "situation.domains")
def domains_without_reason_count(given: FactSource) -> int | None:
    return count(given.case.of(Situation).domains.known, lambda one: not is_known(one.necessity))


@fact("problemen in een leefgebied dat niet is geopend", _PROBLEMS, "situation.domains")
def problems_in_closed_domains_count(given: FactSource) -> int | None:
    domains = given.case.of(Situation).domains.known
    if domains is None:
        return None
    opened = {one.domain.known for one in domains}
    return count(_problems(given), lambda one: one.domain.known is not None and one.domain.known not in opened)


@fact("een diagnose zonder wie haar stelde", _PROBLEMS)
def diagnosis_without_source(given: FactSource) -> bool | None:
    problems = _problems(given)
    if problems is None:
        return None
    return any(one.diagnosis.known == "vastgesteld" and not is_known(one.diagnosed_by) for one in problems)


@fact("een licht verstandelijke beperking bij kind of ouder", "situation.target_groups")
def target_lvb(given: FactSource) -> bool | None:
    groups = given.case.of(Situation).target_groups.known
    return None if groups is None else "LVB_kind" in groups or "LVB_ouder" in groups


@fact("autisme", "situation.target_groups")
def target_ass(given: FactSource) -> bool | None:
    groups = given.case.of(Situation).target_groups.known
    return None if groups is None else "ASS" in groups


answer(Situation, "iq_level", "het niveau van begrijpen")
answer(Situation, "severity_child", "ernst van het geheel (0–3)")


@fact("er speelt iets op school", _PROBLEMS, "situation.problem_area", "situation.other_areas")
def school_problem(given: FactSource) -> bool | None:
    situation, problems = given.case.of(Situation), _problems(given)
    if "onderwijs" in (situation.problem_area.known, *(situation.other_areas.known or ())):
        return True
    if problems is None:
        return None
    return any_of(None if one.domain.known is None else one.domain.known == "school_werk" for one in problems)


answer(Situation, "school_type", "school")
answer(Situation, "school_consulted", "overleg met school")


@fact("hoogste genoemde lijdensdruk (0–3)", _PROBLEMS)
def max_distress(given: FactSource) -> int | None:
    return max((one.distress.known for one in _problems(given) or () if one.distress.known is not None), default=None)


@fact("hoogste genoemde last in het dagelijks leven (0–3)", _PROBLEMS)
def max_impairment(given: FactSource) -> int | None:
    known = (one.impairment.known for one in _problems(given) or ())
    return max((impairment for impairment in known if impairment is not None), default=None)


@fact("plekken waar het speelt", _PROBLEMS)
def settings_count(given: FactSource) -> int | None:
    places = {place for one in _problems(given) or () for place in one.where.known or ()}
    return len(places) or None


@fact("plekken waar het dagelijks leven duidelijk is belemmerd", _PROBLEMS)
def impaired_settings_count(given: FactSource) -> int | None:
    """Unknown until the impairment and the places of at least one problem are known."""
    judged = [one for one in _problems(given) or () if one.impairment.known is not None and one.where.known is not None]
    if not judged:
        return None
    return len({place for one in judged if (one.impairment.known or 0) >= 2 for place in one.where.known or ()})


@fact("maanden dat het langste probleem al speelt", _PROBLEMS)
def problem_months(given: FactSource) -> int | None:
    since = [one.since.known for one in _problems(given) or () if one.since.known is not None]
    return max(months_between(min(since), given.today), 0) if since else None


answer(Situation, "network", "steun uit het netwerk (0–3)")
answer(Situation, "family_capacity", "draagkracht van het gezin (0–3)")

# Step 6

answer(Explanation, "variant", "de soort verklarende analyse", name="explanation_variant")


@fact("er is een verklaring samen", "explanation.together")
def explanation_made(given: FactSource) -> bool | None:
    return laid_down(given.case.of(Explanation).together)


@fact("maanden oud is de verklarende analyse", "explanation.made_on")
def explanation_months_old(given: FactSource) -> int | None:
    made = given.case.of(Explanation).made_on.known
    return None if made is None else months_between(made, given.today)


@fact("de verklarende analyse is van na de crisis", "explanation.made_on", "help_history.crisis_end")
def explanation_after_crisis(given: FactSource) -> bool | None:
    """Only after a crisis of which the end is known. No analysis at all is no analysis after the crisis."""
    explanation, end = given.case.of(Explanation), given.case.of(HelpHistory).crisis_end.known
    if end is None:
        return None
    made = explanation.made_on.known
    if made is not None:
        return end < made <= given.today
    return None if is_known(explanation.together) else laid_down(explanation.together)


answer(Explanation, "behavioural_scientist", "de gedragswetenschapper is betrokken")


@fact("factoren in de verklaring", "explanation.factors")
def factor_count(given: FactSource) -> int | None:
    return count(given.case.of(Explanation).factors.known)


@fact("alle factoren liggen bij het kind", "explanation.factors")
def factors_only_child(given: FactSource) -> bool | None:
    factors = given.case.of(Explanation).factors.known
    if not factors:
        return None
    return all_of(None if one.level.known is None else one.level.known == "kind" for one in factors)


answer(Explanation, "agrees_child", "de jeugdige is het eens met de verklaring")
answer(Explanation, "agrees_parents", "de ouders zijn het eens met de verklaring")


@fact("iemand is het oneens met de verklaring", "explanation.agrees_child", "explanation.agrees_parents")
def explanation_disagreed(given: FactSource) -> bool | None:
    explanation = given.case.of(Explanation)
    said = (explanation.agrees_child.known, explanation.agrees_parents.known)
    return any_of(None if one is None else one == "oneens" for one in said)


@fact("er staat wat nog niet bekend is", "explanation.not_known")
def not_known_stated(given: FactSource) -> bool | None:
    return laid_down(given.case.of(Explanation).not_known)
