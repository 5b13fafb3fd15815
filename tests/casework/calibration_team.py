"""What the tests of calibration share: people who answered, some as the reference and some not."""

from __future__ import annotations

from casework.calibration.answers import AnswerSheet, Weighed
from casework.knowledge import Pack, Vignette


def as_reference(vignette: Vignette, **other: str) -> Weighed:
    """The reference answers, but for what is named."""
    answers = {name: getattr(vignette, name).answer for name in ("level", "changeability", "safety", "pool")}
    return Weighed.model_validate({"version": vignette.version, **answers, **other})


def somebody(pack: Pack, number: int, most: int = 99, **other: str) -> AnswerSheet:
    """Answered the first `most` vignettes of the pack."""
    answered = list(pack.vignettes.values())[:most]
    return AnswerSheet(id=f"{number:032x}", answers={one.id: as_reference(one, **other) for one in answered})
