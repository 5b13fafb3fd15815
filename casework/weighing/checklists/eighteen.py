"""Checklist b: on the way to eighteen, with the Big Five (seed:000, seed:004; brief §4b).

Who helps a young person on that day must be settled before it: what is not arranged then often cannot be any more. We
let go only when the base stands, or somebody carries what is still open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from casework.answers import is_known
from casework.steps.special_checks import BigFive, SpecialChecks
from casework.weighing.checklists.asked import Asked
from casework.weighing.checklists.outcome import OpenPoint
from casework.words import listed

READS = ("age_months",)

_AFTER = "hulp na 18"
QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "support": ("BF01", "BF02", "BF03"),
    "wonen": ("BF04", "BF05", "BF06"),
    "school_werk": ("BF07", "BF08"),
    "inkomen": ("BF09", "BF10", "BF11"),
    "welzijn": ("BF12", "BF13"),
    "recht en regie": ("BF14", "BF15", "BF16"),
    _AFTER: ("BF17", "BF18", "BF19"),
}
"""The foundations, and what stands beside them, each with its questions."""
_FIVE = ("support", "wonen", "school_werk", "inkomen", "welzijn")
_LIST = "special_checks.big_five"
_WORST_FIRST = ("niet geregeld", "niet besproken", "bezig", "op orde")


def conclusions(asked: Asked) -> Iterator[str]:
    """By the five themselves; what stands beside them is only an open point."""
    states = [state for block, state in _states(asked).items() if block in _FIVE]
    if set(states) == {"niet besproken"}:
        return
    loose = [state for state in states if state in ("niet geregeld", "niet besproken")]
    if not loose:
        yield "BIG5_OP_ORDE"
    elif _is_near(asked):
        yield "BIG5_OPEN"
    else:
        yield "BIG5_BEZIG"


def grounds(asked: Asked) -> Iterator[tuple[str, str]]:
    """How each foundation stands, and where that was said."""
    for block, state in _states(asked).items():
        if state != "niet besproken":
            first = next((item for item in QUESTIONS[block] if asked.says(item)), None)
            written = next((f"{_LIST}.{one.id}.status" for one in _records(asked, block)), _LIST)
            path = written if first is None or written != _LIST else f"checklists.{asked.id}.{first}"
            yield f"{_named([block]).capitalize()}: {state}.", path


def open_points(asked: Asked) -> Iterator[OpenPoint]:
    states = _states(asked)
    silent = [block for block, state in states.items() if state == "niet besproken"]
    loose = [block for block, state in states.items() if state == "niet geregeld"]
    if silent:
        yield asked.point(QUESTIONS[silent[0]][0], f"nog niet besproken: {_named(silent)}")
    for block in loose:
        if not any(is_known(record.who) for record in _records(asked, block)):
            yield OpenPoint(text=f"{_named([block])} is niet geregeld en niemand pakt het op: kies wie", path=_LIST)
    if len(loose) >= 2 or "wonen" in loose:
        yield OpenPoint(text="plan een overleg met alle betrokkenen: wonen of meer dan één punt staat open", path=_LIST)
    step = asked.case.of(SpecialChecks)
    if _is_near(asked) and step.extended_help.known not in ("ja", "nee"):
        path = "special_checks.extended_help"
        yield OpenPoint(text="beslis vóór de 18e verjaardag of jeugdhulp nodig blijft", path=path)
    if _is_near(asked) and not is_known(step.after_eighteen):
        path = "special_checks.after_eighteen"
        yield OpenPoint(text="schrijf op welke wet na 18 helpt, en wie dat regelt", path=path)


def _is_near(asked: Asked) -> bool:
    months = asked.facts.get("age_months")
    return months is not None and float(months) >= asked.pack.setting("big_five_due_months")


def _states(asked: Asked) -> dict[str, str]:
    return {block: _state(asked, block, items) for block, items in QUESTIONS.items()}


def _state(asked: Asked, block: str, items: tuple[str, ...]) -> str:
    """As written down for the block, the worst first; else what the questions under it say together."""
    written = {record.status.known for record in _records(asked, block)}
    if found := next((state for state in _WORST_FIRST if state in written), None):
        return found
    answers = [asked.says(item) for item in items if not asked.aside(item)]
    if all(answer is None for answer in answers):
        return "op orde" if not answers or (block == _AFTER and _decided(asked)) else "niet besproken"
    if "nee" in answers:
        return "niet geregeld"
    return "op orde" if set(answers) == {"ja"} else "bezig"


def _decided(asked: Asked) -> bool:
    """Step 11 says whether youth help goes on after eighteen, and who helps then."""
    step = asked.case.of(SpecialChecks)
    return step.extended_help.known in ("ja", "nee") and is_known(step.after_eighteen)


def _records(asked: Asked, block: str) -> list[BigFive]:
    return [one for one in asked.case.of(SpecialChecks).big_five.known or () if one.block.known == block]


def _named(blocks: list[str]) -> str:
    return listed([block.replace("_", " en ") for block in blocks])
