"""A question to the expert pool as it stands in the case: the advice, its verification, what the team does with it.

What goes on in the pool itself is in casework/pool.
"""

from casework.consultation.consultation import Consultation, advice_holds_on, is_finished, missing

__all__ = ["Consultation", "advice_holds_on", "is_finished", "missing"]
