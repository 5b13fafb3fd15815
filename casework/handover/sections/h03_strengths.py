"""H3. What goes well, and who can be called upon."""

from __future__ import annotations

from casework.answers import is_known
from casework.handover.blocks import Origin
from casework.handover.material import Material
from casework.handover.network import network_of
from casework.handover.parts import Blocks, items, origin, stated, table, told
from casework.handover.words import free, known
from casework.people import Person
from casework.steps.explanation import Explanation
from casework.steps.help_question import HelpQuestions
from casework.steps.situation import Situation

_MUCH = ("geen", "weinig", "redelijk", "veel")


def blocks(m: Material) -> Blocks:
    step = m.of(HelpQuestions)
    yield from told("Wat goed gaat", step.goes_well, "help_question.goes_well", own_words=True)
    for domain in m.of(Situation).domains.known or ():
        label = known(domain.domain).capitalize()
        if is_known(domain.strengths):
            yield from told(label, domain.strengths, f"situation.domains.{domain.id}.strengths")
    if m.shared("H4"):
        protecting = (one for one in m.of(Explanation).factors.known or () if one.type.known == "beschermend")
        yield from items((free(one.text), origin(one.text, f"explanation.factors.{one.id}.text")) for one in protecting)
    yield from _network(m)


def _network(m: Material) -> Blocks:
    if drawn := network_of(m):
        yield drawn
    called_on = [person for person in m.case.people if person.can_be_called_on.known is True]
    yield from table(
        "Wie kan helpen",
        ("Wie", "Wat voor band"),
        (((m.who(one.id), m.role(one.id)), _who_says(one)) for one in called_on),
    )
    network = m.of(Situation).network
    if isinstance(network.known, int):
        much = network.model_copy(update={"value": _MUCH[network.known]})
        yield from stated("Steun van mensen om het gezin", much, "situation.network")
    else:
        yield from stated("Steun van mensen om het gezin", network, "situation.network")


def _who_says(person: Person) -> Origin:
    return origin(person.can_be_called_on, f"people.{person.id}.can_be_called_on")
