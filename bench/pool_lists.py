"""The coordinator's bench over 100,000 logged consults: how long opening it takes, and searching them all.

The lines are those of real consults, one of each sort, each kept a thousand times with another day, team, theme and
words of its own, in a real encrypted store. What is open is two in a hundred.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from casework.pool import bodies as said
from casework.pool import messages
from casework.pool.clocks import Norms
from casework.pool.consult import fold
from casework.pool.line import Line, line
from casework.pool.parties import Party
from db import vault
from db.keys import Cost

CONSULTS, OPEN, SEARCHES = 100_000, 2_000, 60
_NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
_ASKER = Party(id="p-asker", name="Anna Oefenstra", role="aanvrager", team="team West")
_HUB = Party(id="p-hub", name="Co Verzinga", role="coordinator")
_EXPERT = Party(id="p-expert", name="Isa Fictema", role="expert", discipline="orthopedagogiek_gz")
_WORDS = [
    "school", "verzuim", "thuis", "ouders", "spanning", "angst", "slapen", "boos", "broer", "zus", "gesprekken",
    "begeleiding", "logeren", "weekend", "oma", "verlies", "scheiding", "ruzie", "autisme", "adhd", "trauma",
    "veiligheid", "jongere", "vrienden", "gamen", "eten", "pesten", "toets", "stage", "hulp", "verblijf",
    "pleeggezin", "crisis", "rust", "ritme", "vertrouwen", "diagnose", "behandeling", "medicatie", "systeem",
    "netwerk", "buurt",
]  # fmt: skip


def run() -> list[str]:
    from PySide6.QtWidgets import QApplication

    from casework.actors import Actor
    from db.cases import Cases
    from db.connection import connect
    from db.exchange.home import KeyRing
    from db.pool import PoolStore, Unit
    from db.settings import Settings
    from db.values import ABSENT
    from desktop.knowledge import Knowledge
    from desktop.pool.bench.screen import BenchScreen
    from desktop.pool.desk import PoolDesk
    from desktop.session import Session
    from desktop.theme.apply import apply_theme

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app)
    with TemporaryDirectory() as folder:
        opened, _ = vault.create(Path(folder) / "home", "vier losse woorden hier", Cost(1, 64, 1))
        database = connect(opened)
        store = PoolStore(database, lambda: _NOW)
        desk = PoolDesk(store, KeyRing(store), lambda: _NOW, _NOW.date)
        desk.ring.start(_HUB, _NOW.date())
        lines = list(_lines(random.Random(5)))
        for first in range(0, CONSULTS, 5000):
            store.keep(Unit(rows=lines[first : first + 5000]))
        actor = Actor(id=_HUB.id, name=_HUB.name)
        session = Session(Cases(database, lambda: _NOW), Settings(database), actor, Knowledge(Path(folder)), _NOW.date,
                          ABSENT, lambda: None, False, lambda: desk)  # fmt: skip
        screens: list[BenchScreen] = []

        def open_() -> None:
            screens.append(BenchScreen(session))
            screens[-1].resize(1366, 688)
            screens[-1].refresh()
            screens[-1].show()
            app.processEvents()

        opening = [_timed(open_) for _ in range(7)]
        chance = random.Random(7)
        searching = sorted(_timed(lambda: store.search(_sought(chance))) for _ in range(SEARCHES))
        for screen in screens:
            screen.close()
        database.close()
        opened.close()
    p95 = searching[int(0.95 * len(searching)) - 1]
    return [
        f"{'bench over 100,000 consults':<34}{statistics.median(opening) * 1000:9.0f} ms   "
        f"the first {opening[0] * 1000:5.0f} ms   aim <= 300",
        f"{'search in 100,000 consults, p95':<34}{p95 * 1000:9.0f} ms   "
        f"median {statistics.median(searching) * 1000:5.1f} ms   aim <= 100",
    ]


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _sought(chance: random.Random) -> str:
    """One word, the beginning of one, or two together: as people search."""
    word, other = chance.sample(_WORDS, 2)
    return chance.choice((word, word[:3], word[:2], f"{word} {other}", f"{word} {other[:3]}"))


def _lines(chance: random.Random) -> Iterator[Line]:
    closed, waiting = _told(closed=True), _told(closed=False)
    for number in range(CONSULTS):
        template = waiting if number < OPEN else closed
        begun = _NOW.date() - timedelta(days=chance.randrange(12) if number < OPEN else chance.randrange(5 * 365))
        moved = {mark: begun + (day - _NOW.date()) for mark, day in template.marks.items() if chance.random() < 0.2}
        due = None if template.due is None else template.due + (begun - _NOW.date())
        yield replace(template, thread=f"{number:032x}", begun=begun, due=due, marks=moved,
                      team=f"team {chance.randrange(25)}", theme=f"thema {chance.randrange(400)}",
                      words=f"{template.words} {' '.join(chance.choices(_WORDS, k=25))}")  # fmt: skip


def _told(*, closed: bool) -> Line:
    """The line of a consult that was asked and, if closed, answered, deviated from and closed."""
    request = said.Request(
        type="CONSULTATIE", question="Nog eens basishulp, of is geïndiceerde hulp nu beter?",
        option_a="tien gesprekken", option_b="een half jaar begeleiding", family_informed=True,
        discipline="orthopedagogiek_gz",
        tried="Achttien gesprekken, deels bereikt. " * 4, profile=(("leeftijd", "12 tot 15"), ("hulp", "basis")),
    )  # fmt: skip
    advice = said.Advice(
        answers=(said.Answer(question=0, words="Eerst tien gesprekken, met een vast moment om te kijken."),),
        level="basisondersteuning", approach="oudergesprekken thuis", because="De school is pas net betrokken.",
        not_the_other="Een half jaar is te lang zonder meetpunt.", certainty="midden", valid_until=date(2027, 2, 22),
        discipline="orthopedagogiek_gz", registration="SKJ 100001", based_on="de vraag", interest="geen",
    )  # fmt: skip
    by = said.AdviceBy(by=_EXPERT, advice=advice)
    acts: list[tuple[Party, messages.Body]] = [(_ASKER, said.Submit(request=request))]
    if closed:
        acts += [
            (_HUB, said.Assign(experts=(_EXPERT,), request=request, asker=_ASKER)),
            (_EXPERT, said.Accept(interest="geen", knows_family=False)),
            (_EXPERT, said.Advise(advice=advice)),
            (_HUB, said.Release(advices=(by,))),
            (_ASKER, said.Decide(decision="wijkt_af", reason="Het gezin wil anders.",
                                 chosen_level="geindiceerd_ambulant",
                                 verified_author=True, verified_basis=True, verified_consistent=True,
                                 verified_current=True)),
            (_ASKER, said.Close(plan_changed="ja", answered="ja", usefulness=4, learnt="Eerder vragen.",
                                supply_missing="logeren in de buurt")),
        ]  # fmt: skip
    heard: list[messages.Message] = []
    for place, (who, body) in enumerate(acts):
        heads = [heard[-1].id] if heard else []
        heard.append(messages.say("0" * 32, heads, _NOW + timedelta(minutes=place), who, body))
    return line(fold("0" * 32, heard), _NOW.date(), Norms())
