"""H4. What is going on and why, as thought together. The other explanation and what is not known always stand there."""

from __future__ import annotations

from casework.answers import Answered, Unanswered, is_known
from casework.handover.absence import absent_because
from casework.handover.blocks import Heading, Origin, Paragraph, Text, Withheld
from casework.handover.material import Material
from casework.handover.parts import Blocks, items, origin, remark, table, told, told_one_by_one
from casework.handover.words import free, known, quoted, said, sentence, words
from casework.steps.explanation import Explanation
from casework.steps.situation import Problem, Situation

_HOW_MUCH = ("geen", "een beetje", "duidelijk", "ernstig")


def blocks(m: Material) -> Blocks:
    yield from _problems(m)
    step = m.of(Explanation)
    yield from told("Wij denken samen", step.together, "explanation.together")
    yield from _agreement(m, step)
    yield from _factors(step)
    yield from _diagnoses(m)
    if reason := absent_because(m, "H4", ("explanation.together", "explanation.not_known")):
        yield from remark(sentence(f"Wat wij samen denken: {reason}"))
    elif list(_told(m)):
        yield from _doubt(step)


def _told(m: Material) -> Blocks:
    """Whether anything at all was explained: doubt about nothing says nothing."""
    step = m.of(Explanation)
    yield from told("", step.together, "")
    yield from told("", step.not_known, "")
    yield from _problems(m)


def _problems(m: Material) -> Blocks:
    yield from table(
        "Wat er speelt",
        ("Wat", "Waar en hoe vaak", "Sinds", "Last", "Belemmert"),
        (
            (
                (
                    free(one.description),
                    ", ".join(part for part in (known(one.where), free(one.frequency)) if part),
                    known(one.since),
                    _much(one.distress),
                    _much(one.impairment),
                ),
                origin(one.description, f"situation.problems.{one.id}.description"),
            )
            for one in m.of(Situation).problems.known or ()
        ),
    )


def _much(answer: Answered[int] | Unanswered) -> str:
    return _HOW_MUCH[answer.known] if answer.known is not None else said(answer)


def _agreement(m: Material, step: Explanation) -> Blocks:
    """Whether they agree stands beside the statement, never pages further."""
    rows = [
        (m.name, said(step.agrees_child), "explanation.agrees_child"),
        ("Ouders", said(step.agrees_parents), "explanation.agrees_parents"),
    ]
    yield from told_one_by_one(rows)
    if any(agrees in ("oneens", "deels") for _, agrees, _ in rows):
        yield from remark("Niet iedereen ziet het zo. Vraag zelf na hoe zij het zien.")


def _factors(step: Explanation) -> Blocks:
    yield from table(
        "Wat meespeelt",
        ("Wat", "Soort", "Hoe zeker", "Wat het gezin zegt"),
        (
            (
                (
                    free(one.text),
                    ", ".join(part for part in (known(one.type), known(one.level)) if part),
                    known(one.strength),
                    quoted(free(one.family_says)) if is_known(one.family_says) else said(one.family_says),
                ),
                origin(one.text, f"explanation.factors.{one.id}.text"),
            )
            for one in step.factors.known or ()
            if one.type.known != "beschermend"
        ),
    )


def _doubt(step: Explanation) -> Blocks:
    yield Heading("Een andere verklaring", 2)
    if text := free(step.alternative):
        yield Paragraph((Text(text),), origin(step.alternative, "explanation.alternative"))
    else:
        yield from remark("Er is geen andere verklaring opgeschreven. Houd zelf een andere mogelijkheid open.")
    yield Heading("Wat wij nog niet weten", 2)
    if text := free(step.not_known):
        yield Paragraph((Text(text),), origin(step.not_known, "explanation.not_known"))
    else:
        yield from remark("Hier is niets opgeschreven. Dat betekent niet dat alles bekend is.")


def _diagnoses(m: Material) -> Blocks:
    """An established diagnosis or target group goes along with who established it; without that it stays here."""
    situation = m.of(Situation)
    established = [problem for problem in situation.problems.known or () if _has_source(problem)]
    yield from items(
        (f"Vastgesteld bij ‘{free(one.description).rstrip('.')}’: {free(one.diagnosed_by)}", Origin(_path(one)))
        for one in established
    )
    groups = situation.target_groups
    if isinstance(groups, Answered) and groups.value:
        if groups.source is not None:
            label = "Een vermoeden, niet vastgesteld: " if groups.kind == "hypothese" else "Doelgroep: "
            yield Paragraph(
                (Text(label, strong=True), Text(words(groups.value))), origin(groups, "situation.target_groups")
            )
        else:
            yield Withheld("doelgroep", "Er staat niet bij wie dit heeft vastgesteld.")
    if any(is_known(one.diagnosis) and one.diagnosis.known != "nee" and one not in established for one in _all(m)):
        yield Withheld("een vermoeden of diagnose", "Er staat niet bij wie dit heeft vastgesteld.")
    if situation.iq_level.known not in (None, "onbekend"):
        yield Withheld("niveau van denken en leren", "Bespreek met het gezin of dit nodig is voor de hulp.")


def _all(m: Material) -> tuple[Problem, ...]:
    return m.of(Situation).problems.known or ()


def _has_source(problem: Problem) -> bool:
    return problem.diagnosis.known == "vastgesteld" and is_known(problem.diagnosed_by)


def _path(problem: Problem) -> str:
    return f"situation.problems.{problem.id}.diagnosed_by"
