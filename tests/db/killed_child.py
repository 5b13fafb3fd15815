"""The program that gets killed: for every line on stdin it starts a typist, which says on stdout what was kept.

A line of output is `pid N`, `open` once the store is, or `kept N` after the store has confirmed that number and it
may never be lost again.
"""
from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.db.conftest import ANNE, reopen


def type_for_ever(home: Path) -> None:
    store = reopen(home)
    number = store.cases.current("c1").get("report.left", 0)
    os.write(1, b"open\n")
    while True:
        number += 1
        store.cases.draft("c1", "report.left", f"klad {number}", number)
        store.cases.confirm_many("c1", {"report.left": number, "report.right": number}, ANNE)
        os.write(1, f"kept {number}\n".encode())
        if number % 7 == 0:
            store.cases.draft("c1", "report.draft", f"klad {number}", 4)
            os.write(1, f"draft {number}\n".encode())


def main(home: Path) -> None:
    while sys.stdin.buffer.raw.readline():  # type: ignore[attr-defined]
        child = os.fork()
        if child == 0:
            type_for_ever(home)
        os.write(1, f"pid {child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"gone\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
