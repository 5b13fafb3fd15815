"""`python -m bench [start|weighing|handover|peers|confirm|pseudonym|pool|pool_lists|preview|today]`: else all."""

from __future__ import annotations

import os
import platform
import sys
from importlib import import_module

PARTS = ("start", "weighing", "handover", "peers", "confirm", "pseudonym", "pool", "pool_lists", "preview", "today")


def main(asked: list[str]) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if unknown := set(asked) - set(PARTS):
        sys.stderr.write(f"Onbekend: {', '.join(sorted(unknown))}. Kies uit {', '.join(PARTS)}.\n")
        return 2
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores; medians, same run")
    for part in asked or PARTS:
        for line in import_module(f"bench.{part}").run():
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
