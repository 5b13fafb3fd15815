"""H10, part: the reasons in the five stages of the stappenplan (CRvB 1 May 2017, ECLI:NL:CRVB:2017:1477).

Each stage says what was found, by code, and where it stands in full; a stage that is not complete says so. What a
checklist came to is a line of its own under the stage it is a reason for, where people answered it.
"""

from __future__ import annotations

from collections.abc import Iterator

from casework.handover.blocks import Origin
from casework.handover.material import Material
from casework.handover.parts import Blocks, origin, table
from casework.handover.words import clauses, extent_needed, said, sentence, sentences, words
from casework.steps.decision import DecisionAdvice
from casework.steps.own_capacity import OwnPossibilities
from casework.steps.situation import Situation
from casework.words import counted, listed

_AREAS = {
    "basis_individueel": "hoe de jeugdige zich voelt en gedraagt",
    "onderwijs": "hoe het op school gaat",
    "basis_ggz": "psychische klachten",
    "gezin_lvb": "een gezin met een licht verstandelijke beperking",
    "verblijf": "ergens anders wonen",
    "logeren": "rust voor het gezin",
    "intensief_ambulant": "ernstige problemen die thuis aandacht vragen",
}


def blocks(m: Material) -> Blocks:
    found = (
        ("De vraag", "H2", _question(m), "help_question.questions"),
        ("Wat er speelt", "H4", _problems(m), "situation.problems"),
        ("Wat nodig is", "H7", _needs(m), "needs.needs"),
        ("Eigen kracht", "H7", _own_strength(m), "own_capacity.own_capacity"),
        ("Wat daarna nodig is", "H7", _residual(m), "own_capacity.residual"),
    )
    missing: dict[int, tuple[str, ...]] = {stage.stage: stage.missing for stage in m.assessment.motivation}
    rows: list[tuple[tuple[str, ...], Origin]] = []
    for number, (title, section, text, path) in enumerate(found, start=1):
        reference = f"zie onderdeel {section.removeprefix('H')}"
        told = sentences((text,)) if m.shared(section) else "Niet gedeeld."
        open_points = clauses(missing.get(number, ())) if m.shared(section) else ""
        if text:
            rows.append(((f"{number}. {title}", f"{told} {sentence(reference)}", open_points), Origin(path)))
        if m.shared(section):
            rows += _of_checklists(m, number)
    yield from table("De redenen in vijf stappen", ("Stap", "Wat wij vonden", "Nog niet compleet"), rows)


def _of_checklists(m: Material, stage: int) -> Iterator[tuple[tuple[str, ...], Origin]]:
    for one in m.assessment.checklists:
        known = m.pack.checklists.get(one.checklist) if m.pack else None
        for reason in one.reasons:
            if one.answered and reason.stage == stage:
                head = f"Checklijst: {known.title}" if known else "Checklijst"
                yield (head, reason.text, ""), _where(m, reason.path)


def _where(m: Material, path: str) -> Origin:
    """Whose the first answer is that the reason rests on."""
    beside, _, rest = path.partition(".")
    checklist, _, item = rest.partition(".")
    answer = m.case.checklists.get(checklist, {}).get(item) if beside == "checklists" else None
    return Origin(path) if answer is None else origin(answer, path)


def _question(m: Material) -> str:
    return listed(list(m.thread.questions))


def _problems(m: Material) -> str:
    situation = m.of(Situation)
    problems = situation.problems.known or ()
    area = _AREAS.get(situation.problem_area.known or "", "")
    count = counted(len(problems), "probleem", "problemen") if problems else ""
    return "; ".join(part for part in (count, f"het gaat vooral om {area}" if area else "") if part)


def _needs(m: Material) -> str:
    return clauses(f"{code}: {extent_needed(need)}" for code, need in m.thread.needs.items())


def _own_strength(m: Material) -> str:
    weighed = m.of(OwnPossibilities).own_capacity.known or ()
    codes = [(m.thread.code_of(one.need.known), said(one.sufficient)) for one in weighed]
    return clauses(f"{code}: {words(sufficient)}" for code, sufficient in codes if code and sufficient)


def _residual(m: Material) -> str:
    confirmed = m.of(OwnPossibilities).residual.known
    if confirmed is None:
        return ""
    codes = [m.thread.code_of(need) for need in confirmed if m.thread.code_of(need)]
    covered = {code: listed(m.thread.products_of(code)) for code in codes}
    if m.of(DecisionAdvice).decision.known is None:
        return listed(codes)
    return (
        clauses(f"{code}: {by or 'geen hulp gekozen'}" for code, by in covered.items()) or "er blijft geen vraag over"
    )
