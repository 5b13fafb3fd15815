"""H8. Goals in the family's own words, on the line from 0 to 10, with their owner."""

from __future__ import annotations

from collections.abc import Iterator

from casework.handover.blocks import Goal, Origin
from casework.handover.material import Material
from casework.handover.parts import Blocks, told
from casework.handover.words import free, said
from casework.steps.needs import Needs
from casework.weighing.following import latest_score, scores


def blocks(m: Material) -> Blocks:
    yield from goals(m)
    yield from told("Waaraan wij winst merken", m.of(Needs).gain_means, "needs.gain_means")


def goals(m: Material, *, brief: bool = False) -> Iterator[Goal]:
    """Every goal; the latest score, where there is one, is where it starts for the next provider. `brief`: owners by
    the name the family uses."""
    name, reviewed = m.short if brief else m.who, scores(m.case)
    for code, goal in m.thread.goals.items():
        yield Goal(
            code,
            free(goal.words),
            free(goal.measured_by),
            name(goal.owner.known),
            latest_score(goal, reviewed.get(goal.id, ())),
            goal.target.known,
            said(goal.by),
            Origin(f"needs.goals.{goal.id}.words"),
        )
