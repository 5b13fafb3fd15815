"""Step 14: to whom it goes, who read it, and what comes back."""

from __future__ import annotations

from casework.steps.handover import Handover, stands_since
from casework.weighing.facts.logic import laid_down
from casework.weighing.facts.registry import FactSource, answer, fact
from casework.weighing.facts.working_days import working_days_between


@fact("er is een ontvanger", "handover.recipient")
def recipient_given(given: FactSource) -> bool | None:
    return laid_down(given.case.of(Handover).recipient)


answer(Handover, "read_by_child", "wat de jeugdige van dit stuk vindt")
answer(Handover, "read_by_parents", "wat de ouders van dit stuk vinden")
answer(Handover, "meldcode_shared", "er gaan gegevens uit de meldcode mee")
answer(Handover, "third_party_shared", "er gaan gegevens van anderen mee")


@fact("de overdracht is verzonden", "handover.sent_on", "handover.sendings")
def sent(given: FactSource) -> bool | None:
    """A fact about this file: not sent until a sending or a day says so, and no longer once it was taken back."""
    sent_on = stands_since(given.case.of(Handover))
    return sent_on is not None and sent_on <= given.today


@fact("werkdagen sinds de overdracht is verzonden", "handover.sent_on", "handover.sendings")
def working_days_since_sent(given: FactSource) -> int | None:
    """Since the day somebody wrote down, else since it was last made; unknown once it was taken back."""
    sent_on = stands_since(given.case.of(Handover))
    return None if sent_on is None or sent_on > given.today else working_days_between(sent_on, given.today)


answer(Handover, "reaction", "de reactie van de aanbieder", name="provider_reaction")


@fact("de hulp is gestart", "handover.started_on")
def started(given: FactSource) -> bool | None:
    started_on = given.case.of(Handover).started_on.known
    return started_on is not None and started_on <= given.today
