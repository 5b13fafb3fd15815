"""`python -m tools.mutate [--sample N] [--seed N] [--only PART] [--report]`: how many mutants the tests notice."""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter

import pytest

from tools.mutate.mutants import Mutant, Source
from tools.mutate.session import ROOT, Mutating

SCOPE = (
    "casework/weighing/**/*.py",
    "casework/knowledge/expressions.py",
    "casework/knowledge/grammar.py",
    "casework/flow/settled.py",
)
TESTS = (
    *(f"tests/casework/test_{name}*.py" for name in (
        "assess", "change", "check", "completeness", "facts", "flow", "following", "further", "knowledge_expressions",
        "level", "likeness", "mirror", "notches", "pool_clocks", "receiving", "residual", "rules", "signals", "trials",
        "weighing", "would_change")),
    "tests/resources/test_pack_content.py",
)  # fmt: skip
"""The tests of the weighing itself; others may notice a mutant too, and are not asked."""
AIM = 0.85
REPORT = ROOT / "docs" / "mutation.md"


def main() -> int:
    options = _options()
    sources = [Source.read(path, ROOT) for pattern in SCOPE for path in sorted(ROOT.glob(pattern))]

    def choose(mutants: list[Mutant]) -> list[Mutant]:
        wanted = [one for one in mutants if options.only in one.file]
        if not options.sample or options.sample >= len(wanted):
            return wanted
        picked = random.Random(options.seed).sample(range(len(wanted)), options.sample)
        return [wanted[number] for number in sorted(picked)]

    start = time.monotonic()
    plugin = Mutating(sources, choose, lambda text: print(text, file=sys.stderr, flush=True))
    tests = [str(path) for pattern in TESTS for path in sorted(ROOT.glob(pattern))]
    arguments = ["-q", "-s", "-p", "no:cacheprovider", "-k", "not moves_a_family and not for_the_ages", *tests]
    pytest.main(arguments, plugins=[plugin])
    if plugin.failed or not plugin.verdicts.killed:
        print("the tests themselves do not run:", *plugin.failed, sep="\n  ")
        return 2
    told = _told(plugin, options.sample, options.seed)
    print(told, f"{(time.monotonic() - start) / 60:.0f} minutes", sep="\n")
    if options.report:
        REPORT.write_text(told, encoding="utf-8")
    return 0 if _share(plugin) >= AIM else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.mutate", description=__doc__)
    parser.add_argument("--sample", type=int, default=0, help="try so many, picked by lot; without it all")
    parser.add_argument("--seed", type=int, default=2026, help="the same seed picks the same mutants")
    parser.add_argument("--only", default="", help="only files with this in their path")
    parser.add_argument("--report", action="store_true", help=f"write {REPORT.relative_to(ROOT)}")
    return parser.parse_args()


def _share(plugin: Mutating) -> float:
    verdicts = plugin.verdicts
    killed = len(verdicts.killed)
    return killed / max(1, killed + len(verdicts.survived) + len(verdicts.never_run))


def _told(plugin: Mutating, sample: int, seed: int) -> str:
    """The figures as a page, by folder and file."""
    verdicts = plugin.verdicts
    killed = Counter(one.file for one in verdicts.killed)
    lived = Counter(one.file for one in (*verdicts.survived, *verdicts.never_run))
    rows = [
        f"| {file} | {killed[file]} | {lived[file]} | {killed[file] / (killed[file] + lived[file]):.0%} |"
        for file in sorted({*killed, *lived})
    ]
    which = f"a sample of {sample} (seed {seed})" if sample else "all of them"
    tried = killed.total() + lived.total()
    total = f"**{_share(plugin):.1%}** of {tried} mutants noticed, {which}; the aim is {AIM:.0%}."
    head = "# Mutation testing of the weighing\n\nWritten by `python -m tools.mutate --report`; see CONTRIBUTING.md.\n"
    table = "| file | killed | survived | share |\n|---|---|---|---|\n" + "\n".join(rows)
    return f"{head}\n{total}\n\n{table}\n"


if __name__ == "__main__":
    sys.exit(main())
