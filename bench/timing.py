"""Medians of repeated runs, taken in turns so that a busy machine hurts both sides alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping


def medians(work: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Seconds, the median of `rounds` runs of each, after one warm-up that does not count."""
    taken: dict[str, list[float]] = {name: [] for name in work}
    for number in range(rounds + 1):
        for name, run in work.items():
            start = time.perf_counter()
            run()
            if number:
                taken[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in taken.items()}


def told(name: str, ours: float, floor: float, against: str, aim: str) -> str:
    """One line: our median, the floor's, the ratio and the aim."""
    return f"{name:<34}{ours * 1000:9.2f} ms   {against} {floor * 1000:9.2f} ms   ratio {ours / floor:5.2f}   aim {aim}"
