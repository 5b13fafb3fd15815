"""Opening *Vandaag* over two hundred cases: when nothing is known of them yet, and the day after."""

from __future__ import annotations

import copy
import statistics
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from bench.timing import told

if TYPE_CHECKING:
    from desktop.today.room import TodayRoom

CASES = 200


def run(rounds: int = 5) -> list[str]:
    from PySide6.QtWidgets import QListWidget

    from casework.actors import Actor
    from desktop import bootstrap, practice
    from desktop.commands.window import application
    from desktop.today.briefs import AGENDA
    from desktop.today.room import TodayRoom

    application()
    bootstrap.warm()  # as while the passphrase is worked on
    with TemporaryDirectory() as folder:
        vault, _ = bootstrap.create(Path(folder) / "home", "vier losse woorden hier", bootstrap.Cost(1, 64, 1))
        session = bootstrap.open_session(vault, Actor(id="a", name="M. Denkbeeldema"))
        families = practice.families()
        for number in range(CASES):
            document = {**copy.deepcopy(dict(families[number % len(families)].document)), "practice": False}
            session.take_in(document, practice=False)

        def opened() -> tuple[float, TodayRoom]:
            start = perf_counter()
            room = TodayRoom(session)
            room.resize(1366, 640)
            room.refresh()
            room.show()
            room.repaint()
            return perf_counter() - start, room

        def bare() -> float:
            start = perf_counter()
            lines = QListWidget()
            lines.addItems([line.title for line in session.store.list()])
            lines.resize(1366, 640)
            lines.show()
            lines.repaint()
            taken = perf_counter() - start
            lines.close()
            return taken

        opened()[1].close()  # what is loaded once does not count
        cold, warm, floor, waits = [], [], [], []
        for _ in range(rounds):
            session.settings.put(AGENDA, None)
            taken, room = opened()
            cold.append(taken)
            whole, gaps = _until_known(room)
            waits += gaps
            room.keep()
            room.close()
            taken, room = opened()
            warm.append(taken)
            room.close()
            floor.append(bare())
        session.close()
    middle = statistics.median
    return [
        told(f"open Vandaag, {CASES} cases, unknown", middle(cold), middle(floor), "bare list", "<= 300 ms"),
        told(f"open Vandaag, {CASES} cases, known", middle(warm), middle(floor), "bare list", "<= 300 ms"),
        f"{'all cases worked out meanwhile':<34}{whole * 1000:9.2f} ms   the window waits at most "
        f"{max(waits) * 1000:.0f} ms, the median {middle(waits) * 1000:.0f} ms",
    ]


def _until_known(room: TodayRoom) -> tuple[float, list[float]]:
    """Seconds until every case is known, and how long the window was not looked after each time."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, gaps, ticks = QEventLoop(), [], [perf_counter()]
    heart = QTimer(interval=0)

    def beat() -> None:
        ticks.append(perf_counter())
        gaps.append(ticks[-1] - ticks[-2])
        if not room.briefs.busy:
            loop.quit()

    heart.timeout.connect(beat)
    heart.start()
    loop.exec()
    heart.stop()
    return ticks[-1] - ticks[0], gaps
