"""The numbers the weighing reads from the pack, by name: a pack that leaves one out is not used (knowledge is data)."""

from __future__ import annotations

SETTINGS = (
    "answered_share",
    "changeable_min",
    "changeable_margin",
    "chronic_min",
    "chronic_margin",
    "no_gain_max",
    "goal_high_score",
    "level_some",
    "level_many",
    "level_long_months",
    "level_recent_months",
    "big_five_due_months",
    "respite_overload_mean",
    "stay_alternatives_min",
    "analysis_fresh_months",
)
"""In manifest.yaml under `settings`."""
