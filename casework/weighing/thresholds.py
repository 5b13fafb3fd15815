"""The numbers the weighing reads from the pack, by name (knowledge is data), and what each is, in Dutch."""

from __future__ import annotations

from collections.abc import Mapping

SETTINGS: Mapping[str, str] = {
    "answered_share": "deel van de vragen van vragenlijst a, naar gewicht, dat beantwoord moet zijn voor een conclusie",
    "changeable_min": "‘dit kan veranderen’: zo hoog is de score daarvan ten minste (0 tot 1)",
    "changeable_margin": "‘dit kan veranderen’: zoveel hoger is die score dan de score van blijvend",
    "chronic_min": "‘een blijvende vraag’: zo hoog is de score daarvan ten minste (0 tot 1)",
    "chronic_margin": "‘een blijvende vraag’: zoveel hoger is die score dan de score van veranderbaar",
    "no_gain_max": "‘geen winst meer’: de winst min het verlies is zoveel of lager (-1 tot 1)",
    "goal_high_score": "een score van een doel die zo hoog is en blijft, is een gehaald doel (0 tot 10)",
    "level_some": "zoveel van de zeven zware punten geven ruimte voor geïndiceerde hulp",
    "level_many": "zoveel van de zeven zware punten wijzen op geïndiceerde hulp",
    "level_long_months": "zoveel maanden is lang, en dan een zwaar punt",
    "level_recent_months": "korter dan zoveel maanden is nog vers: dan kan vrij toegankelijk aanbod volstaan",
    "big_five_due_months": "vanaf deze leeftijd in maanden heeft elk open punt op weg naar 18 een naam en een dag",
    "respite_overload_mean": "gemiddelde last van de ouders waarbij geïndiceerd logeren past (0 tot 4)",
    "stay_alternatives_min": "zoveel andere wegen dan verblijf zijn echt besproken",
    "analysis_fresh_months": "een verklarende analyse voor intensieve hulp is jonger dan zoveel maanden",
}
"""In manifest.yaml under `settings`; a pack that leaves one out is not used."""

IN_WORDS: Mapping[str, str] = {
    **SETTINGS,
    "decision_term_weeks": "weken om te besluiten na de melding",
    "wait_norm_days": "dagen wachten; daarboven is het langer dan de norm",
    "alike_min": "een ijkcliënt lijkt genoeg vanaf deze gelijkenis (0 tot 1)",
    "alike_coverage_min": "deel van het gewicht dat bekend moet zijn om te vergelijken",
}
"""Every threshold of a pack, those of likeness.yaml and those that may be left out too."""
