"""The code lists that cases and packs share, each in one place. Codes are never renamed and never given away again."""

from __future__ import annotations

from typing import Literal

Severity = Literal["STOP", "ATTENTION", "TIP"]
STOP_RULES = frozenset({"R-SPOED-01", "R-TOEST-01", "R-VEIL-01", "R-EXP-01", "R-SKJ-01", "R-OVD-01"})
"""The only rules that stop (brief, end of §3); everything else asks for attention or gives a tip."""

Status = Literal["concept", "vastgesteld", "ingetrokken"]
"""Withdrawn entries stay in the pack, so that their code is never given away."""

LiftedBy = Literal["none", "reason", "statutory", "cosign"]
"""How a STOP can be lifted (brief, end of §3): only by resolving it, by a reason, by a named exception in law, or by a
second registered professional."""

Level = Literal[
    "geen_individuele_voorziening",
    "algemeen_voorliggend",
    "basisondersteuning",
    "geindiceerd_ambulant",
    "intensief",
    "gedwongen_kader",
    "andere_wet",
]
"""Levels of help, from light to heavy; `andere_wet` stands beside the scale (decisions 6)."""

Changeability = Literal[
    "VEILIGHEID_EERST",
    "ONVOLDOENDE_ZICHT",
    "UITVOERING_EERST",
    "DOEL_BEREIKT",
    "GEEN_WINST",
    "CHRONISCH",
    "VERANDERBAAR",
    "GEMENGD",
]
"""What checklist a can come to (brief §4a, decisions 1)."""

Verdict = Literal[
    "veilig", "zorgen_onder_controle", "onveilig_hulp_mogelijk", "acuut_of_structureel_onveilig", "onvoldoende_zicht"
]
"""Is it safe enough (step 3)? From safe to unsafe; `onvoldoende_zicht` stands beside the scale."""

PoolNeed = Literal["nee", "overweeg", "verplicht"]

GfmLevel = Literal["G0", "G1", "G2", "G3", "G4", "G5"]
RecipientRole = Literal["aanbieder", "school", "huisarts", "gi", "andere_gemeente", "wijkteam", "expert"]
"""Who gets the full handover. Parents and the young person read versions of their own (casework/handover/readers)."""

SectionCode = Literal[
    "H0", "H1", "H2", "H3", "H4", "H5", "H6", "H7", "H8", "H9", "H10", "H11", "H12", "H13", "H14", "H15", "H16", "H17"
]

ProblemArea = Literal[
    "basis_individueel", "onderwijs", "basis_ggz", "gezin_lvb", "verblijf", "logeren", "intensief_ambulant"
]
LifeDomain = Literal[
    "ontwikkeling_kind",
    "gedrag_emotie",
    "gezin_opvoeding",
    "ouders_gezondheid",
    "school_werk",
    "vrije_tijd_vrienden",
    "wonen_geld",
    "gezondheid_lichaam",
    "middelen",
    "politie_justitie",
    "netwerk",
]
TargetGroup = Literal[
    "ASS",
    "ADHD",
    "angst_stemming",
    "trauma",
    "gedrag",
    "hechting",
    "LVB_kind",
    "LVB_ouder",
    "middelen",
    "eetstoornis",
    "somatisch",
    "KOPP_KVO",
    "scheiding",
    "anders",
]
Discipline = Literal[
    "kinder_jeugdpsychiatrie",
    "orthopedagogiek_gz",
    "LVB",
    "systeemtherapie",
    "verslaving",
    "trauma_veiligheid",
    "gedwongen_kader",
    "pleegzorg_verblijf",
    "onderwijs",
    "jeugdarts",
    "ervaringsdeskundige",
]
ChecklistId = Literal["a", "b", "c", "d", "e", "f", "g"]
Direction = Literal["V", "C", "W-", "W+", "poort", "rem", "af", "om"]
"""What an answer points to: changeable, chronic, less or more gain; or a gate, brake, hand-over, other cause (§4a)."""

Unit = Literal["01 minuut", "04 uur", "14 etmaal", "16 dagdeel", "82 stuks output", "83 euro", "84 stuks inspanning"]
Frequency = Literal["1 dag", "2 week", "4 maand", "6 totaal"]
