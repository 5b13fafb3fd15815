"""The steps of the needs analysis, in order. To add one, see CONTRIBUTING: this tuple is the only list to edit."""

from typing import Any

from casework.flow import Flow, Step
from casework.steps import (
    comparison,
    decision,
    expert_pool,
    explanation,
    handover,
    help_history,
    help_question,
    identity,
    intake,
    needs,
    own_capacity,
    safety,
    situation,
    special_checks,
)

STEPS: tuple[Step[Any], ...] = (
    intake.STEP,
    identity.STEP,
    safety.STEP,
    help_question.STEP,
    situation.STEP,
    explanation.STEP,
    help_history.STEP,
    needs.STEP,
    own_capacity.STEP,
    comparison.STEP,
    special_checks.STEP,
    expert_pool.STEP,
    decision.STEP,
    handover.STEP,
)
FLOW = Flow(STEPS)
