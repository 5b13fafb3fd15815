"""One page for each step, under the id of the step, and where what stands beside the steps is asked."""

from collections.abc import Mapping

ASKED_ON: Mapping[str, str] = {"people": "identity", "checklists": "needs", "consultations": "expert_pool"}


def step_of(path: str) -> str:
    """The id of the step on whose page the field at a path stands."""
    first = path.split(".")[0]
    return ASKED_ON.get(first, first)
