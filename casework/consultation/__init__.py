"""The expert pool: a request from the case, the advice, its verification and what the team does with it."""

from casework.consultation.consultation import Consultation, advice_holds_on, is_finished, missing

__all__ = ["Consultation", "advice_holds_on", "is_finished", "missing"]
