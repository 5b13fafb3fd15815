"""The guided flow as such: steps, what counts, what is missing. It knows no single step and no toolkit."""

from casework.flow.flow import Draft, Flow, Progress
from casework.flow.settled import Settled
from casework.flow.step import Problem, Step

__all__ = ["Draft", "Flow", "Problem", "Progress", "Settled", "Step"]
