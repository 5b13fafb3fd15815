"""One page for each step, under the id of the step; and where what stands beside the steps is asked."""

from collections.abc import Mapping

ASKED_ON: Mapping[str, str] = {
    "people": "identity",
    "consultations": "expert_pool",
    "checklists.a": "needs",
    "checklists.b": "special_checks",
    "checklists.c": "help_history",
    "checklists.d": "own_capacity",
    "checklists.e": "special_checks",
    "checklists.f": "special_checks",
    "checklists.g": "safety",
}
"""On the page of which step something beside the steps is asked. A checklist stands where its moment is."""


ASK_POOL = "pool"
"""Where a path may lead beside the steps: to a question to the expert pool."""


def step_of(path: str) -> str:
    """The step on whose page the field at a path stands."""
    first, _, rest = path.partition(".")
    return ASKED_ON.get(first) or ASKED_ON.get(f"{first}.{rest.partition('.')[0]}", first)
