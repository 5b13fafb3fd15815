"""H5. How safe it is in words, and what was agreed. Nothing of the meldcode: that is a record of its own."""

from __future__ import annotations

from typing import Literal

from casework.answers import is_known
from casework.handover.blocks import Callout, Origin, Text, Withheld
from casework.handover.material import Material
from casework.handover.parts import Blocks, facts, origin, table, told
from casework.handover.words import free, known, said, sentence
from casework.steps.safety import Safety

_SHAPE: dict[str, Literal["safe", "care", "stop"]] = {
    "veilig": "safe",
    "zorgen_onder_controle": "care",
    "onvoldoende_zicht": "care",
    "onveilig_hulp_mogelijk": "stop",
    "acuut_of_structureel_onveilig": "stop",
}


def blocks(m: Material) -> Blocks:
    step = m.of(Safety)
    yield from verdict(m)
    yield from _spoken(m, step)
    yield from told("Hoe wij zicht krijgen", step.plan_for_sight, "safety.plan_for_sight")
    yield from table(
        "Wat is afgesproken",
        ("Afspraak", "Wie", "Tot", "Als het niet lukt"),
        (
            (
                (free(one.what), m.introduced(one.who.known), known(one.until), free(one.otherwise)),
                Origin(f"safety.agreements.{one.id}.what"),
            )
            for one in step.agreements.known or ()
        ),
    )
    if step.suicide_risk.known in ("ja_laag", "ja_hoog"):
        yield Withheld("één punt over veiligheid", "Dat vertellen wij zelf. Bel vóór het eerste gesprek.")


def verdict(m: Material) -> Blocks:
    """The judgement as one framed word; also on the cover."""
    found = m.of(Safety).verdict
    if words := said(found):
        shape = _SHAPE.get(found.known or "", "care")
        sight = "Er is nog niet genoeg gezien of gehoord." if found.known == "onvoldoende_zicht" else ""
        alone = sentence(f"Met {m.name} is apart gesproken") if m.of(Safety).spoken_alone.known == "ja" else ""
        told = " ".join(part for part in (sight, alone) if part)
        yield Callout(shape, f"Veiligheid: {words}", (Text(told),) if told else (), origin(found, "safety.verdict"))


def _spoken(m: Material, step: Safety) -> Blocks:
    spoken = "" if step.spoken_alone.known == "ja" else said(step.spoken_alone)
    if step.spoken_alone.known == "nee_reden" and is_known(step.not_alone_reason):
        spoken = f"nee. {free(step.not_alone_reason)}"
    yield from facts([(f"Apart gesproken met {m.name}", spoken)], "safety.spoken_alone")
