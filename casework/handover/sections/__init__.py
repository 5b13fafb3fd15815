"""The sections of the handover in order. To add one, write its file and give it a line here: this is the only list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from casework.handover.material import Material
from casework.handover.parts import Blocks
from casework.handover.sections import (
    h00_cover,
    h01_people,
    h02_question,
    h03_strengths,
    h04_explanation,
    h05_safety,
    h06_help_so_far,
    h07_needed,
    h08_goals,
    h09_less_and_stop,
    h10_decision,
    h11_other_laws,
    h12_together,
    h13_practical,
    h14_voice,
    h15_attachments,
    h16_rights,
    h17_reply,
)


@dataclass(frozen=True)
class Section:
    """level: M must be there or say why not, S should, O only if relevant. reads: the questions it stands on; where
    none of them applies on this route, neither does the section."""

    code: str
    title: str
    level: Literal["M", "S", "O"]
    blocks: Callable[[Material], Blocks]
    reads: tuple[str, ...] = ()
    own_page: bool = False

    @property
    def number(self) -> str:
        """As printed: 4."""
        return self.code.removeprefix("H")


SECTIONS: tuple[Section, ...] = (
    Section("H0", "Voorblad", "M", h00_cover.blocks, ("decision.decision", "handover.recipient")),
    Section("H1", "Wie, gezag en toestemming", "M", h01_people.blocks, ("identity.custody", "identity.consents")),
    Section("H2", "De vraag in eigen woorden", "M", h02_question.blocks, ("help_question.questions",)),
    Section("H3", "Wat goed gaat, en wie kan helpen", "M", h03_strengths.blocks, ("help_question.goes_well",)),
    Section(
        "H4", "Wat wij samen denken", "M", h04_explanation.blocks, ("explanation.together", "explanation.not_known"),
    ),
    Section("H5", "Veiligheid", "M", h05_safety.blocks, ("safety.verdict",)),
    Section("H6", "Wat er al is gedaan", "M", h06_help_so_far.blocks, ("help_history.help",)),
    Section("H7", "Wat nodig is, en wie wat doet", "M", h07_needed.blocks, ("needs.needs", "own_capacity.residual")),
    Section("H8", "Doelen en meten", "M", h08_goals.blocks, ("needs.goals",)),
    Section("H9", "Wanneer minder, wanneer stoppen", "M", h09_less_and_stop.blocks, ("needs.review_date",)),
    Section("H10", "Het besluit, en waarom", "M", h10_decision.blocks, ("decision.decision",)),
    Section("H11", "Andere wetten, school en 18 jaar", "O", h11_other_laws.blocks),
    Section("H12", "Samenwerken", "M", h12_together.blocks, ("decision.coordinator", "decision.reviews")),
    Section("H13", "Praktisch", "O", h13_practical.blocks),
    Section(
        "H14", "Wat jeugdige en ouders van dit stuk vinden", "M", h14_voice.blocks,
        ("handover.read_by_child", "handover.read_by_parents"),
    ),
    Section("H15", "Bijlagen", "S", h15_attachments.blocks),
    Section("H16", "Uw rechten", "M", h16_rights.blocks, own_page=True),
    Section("H17", "Terugkoppelkaart", "S", h17_reply.blocks, own_page=True),
)  # fmt: skip
