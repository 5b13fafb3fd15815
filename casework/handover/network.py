"""The people around the young person as rings, from near to far: who lives along, who decides along, who can help."""

from __future__ import annotations

from casework.answers import is_known
from casework.handover.blocks import NetworkMap, Origin, Ring, Tie
from casework.handover.material import Material
from casework.people import Person, Relation
from casework.steps.identity import Custodian, Identity

_RINGS: tuple[Ring, ...] = ("household", "family", "network", "professional")
_FAMILY: frozenset[Relation] = frozenset(
    {"moeder", "vader", "stiefouder", "pleegouder", "voogd", "broer_zus", "grootouder", "familie"}
)
_PROFESSIONAL: frozenset[Relation] = frozenset({"school", "hulpverlener", "huisarts"})


def network_of(m: Material) -> NetworkMap | None:
    """None where nobody is to be shown. Where H1 is not shared: only who can be called upon, and nothing about where
    they live or decide. With a secret address nobody reads who lives along: that too can give a place away."""
    identity, whole = m.of(Identity), m.shared("H1")
    deciding = {one.person.known: one for one in identity.custody.known or ()} if whole else {}
    at_home = whole and identity.secret_address.known is not True
    ties = [
        _tie(m, person, deciding.get(person.id), at_home=at_home)
        for person in m.case.people
        if is_known(person.name) and (whole or person.can_be_called_on.known is True)
    ]
    ties.sort(key=lambda tie: _RINGS.index(tie.ring))
    return NetworkMap(m.name, tuple(ties)) if ties else None


def _tie(m: Material, person: Person, custody: Custodian | None, *, at_home: bool) -> Tie:
    return Tie(
        name=m.who(person.id),
        role="" if m.role(person.id) == "anders" else m.role(person.id),
        ring="household" if at_home and person.lives_with.known is True else _ring(person, custody),
        helps=person.can_be_called_on.known,
        custody=custody is not None,
        origin=Origin(f"people.{person.id}.name"),
    )


def _ring(person: Person, custody: Custodian | None) -> Ring:
    relation = person.relation.known
    if relation in _PROFESSIONAL or (custody is not None and custody.kind.known == "GI-voogd"):
        return "professional"
    return "family" if relation in _FAMILY else "network"
