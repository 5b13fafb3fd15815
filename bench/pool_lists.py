"""The coordinator's bench over 100,000 logged consults: how long opening it takes, and searching them all.

The lines are those of real consults, one of each sort, each kept a thousand times with another day, team, theme and
words of its own, in a real encrypted store. What is open is two in a hundred, with the messages it was told by: what
is due is reminded of in earnest. Opening ends at the first paint; what follows it is told apart.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from casework.pool import bodies as said
from casework.pool import messages
from casework.pool.clocks import Norms
from casework.pool.consult import fold
from casework.pool.lifecycle import BEFORE_ADVICE
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
    from db.pool import PoolStore, Said, Unit
    from db.settings import Settings
    from db.values import ABSENT
    from desktop import bootstrap
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
        expert, _ = vault.create(Path(folder) / "expert", "vier losse woorden hier", Cost(1, 64, 1))
        theirs = connect(expert)
        ring = KeyRing(PoolStore(theirs, lambda: _NOW))
        card = ring.start(_EXPERT, _NOW.date())
        desk.ring.admit(ring.request(), card.fingerprint, _NOW.date())
        chance = random.Random(5)
        open_ = [message for number in range(OPEN) for message in _open(number, chance)]
        store.keep(Unit(said=[Said(one.id, one.thread, one.at.isoformat(), messages.to_bytes(one)) for one in open_]))
        lines = _lines(chance, open_)
        while rows := list(islice(lines, 5000)):
            store.keep(Unit(rows=rows))
        bootstrap.warm()  # as unlocking does
        actor = Actor(id=_HUB.id, name=_HUB.name)
        session = Session(Cases(database, lambda: _NOW), Settings(database), actor, Knowledge(Path(folder)), _NOW.date,
                          ABSENT, lambda: None, False, lambda: desk)  # fmt: skip
        screens: list[BenchScreen] = []

        def opening() -> None:
            screens.append(BenchScreen(session))
            screens[-1].resize(1366, 688)
            screens[-1].refresh()
            screens[-1].show()
            app.processEvents()

        def after() -> None:
            screens[-1].finish()
            while screens[-1].reminders.busy or screens[-1].foot.busy:
                app.processEvents()

        taken, followed = [], []
        for _ in range(7):
            taken.append(_timed(opening))
            followed.append(_timed(after))
            screens[-1].keep()
        reminded = sum(bool(line.summary.get("reminded")) for line in store.rows(BEFORE_ADVICE, CONSULTS))
        chance = random.Random(7)
        searching = sorted(_timed(lambda: store.search(_sought(chance))) for _ in range(SEARCHES))
        for screen in screens:
            screen.close()
        for base, home in ((database, opened), (theirs, expert)):
            base.close()
            home.close()
    p95 = searching[int(0.95 * len(searching)) - 1]
    return [
        f"{'bench over 100,000 consults':<34}{statistics.median(taken) * 1000:9.0f} ms   "
        f"the first {taken[0] * 1000:5.0f} ms   aim <= 300",
        f"{'what follows the first paint':<34}{statistics.median(followed[1:]) * 1000:9.0f} ms   "
        f"the first, with {reminded} reminders in slices, {followed[0]:5.1f} s",
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


def _open(number: int, chance: random.Random) -> list[messages.Message]:
    """What was said of an open consult; half of them are with the expert."""
    begun = _NOW - timedelta(days=chance.randrange(12))
    acts: list[tuple[Party, messages.Body]] = [(_ASKER, said.Submit(request=_REQUEST))]
    if number % 2:
        acts.append((_HUB, said.Assign(experts=(_EXPERT,), request=_REQUEST, asker=_ASKER, team=_ASKER.team)))
    return _heard(f"{number:032x}", begun, acts)


def _lines(chance: random.Random, open_: list[messages.Message]) -> Iterator[Line]:
    heard: dict[str, list[messages.Message]] = {}
    for message in open_:
        heard.setdefault(message.thread, []).append(message)
    closed = _closed()
    for number in range(CONSULTS):
        thread = f"{number:032x}"
        more = {"team": f"team {chance.randrange(25)}", "theme": f"thema {chance.randrange(400)}"}
        words = " ".join(chance.choices(_WORDS, k=25))
        if thread in heard:
            made = line(fold(thread, heard[thread]), _NOW.date(), Norms())
            yield replace(made, words=f"{made.words} {words}", **more)
            continue
        begun = _NOW.date() - timedelta(days=chance.randrange(5 * 365))
        moved = {mark: begun + (day - _NOW.date()) for mark, day in closed.marks.items() if chance.random() < 0.2}
        yield replace(closed, thread=thread, begun=begun, marks=moved, words=f"{closed.words} {words}", **more)


_REQUEST = said.Request(
    type="CONSULTATIE", question="Nog eens basishulp, of is geïndiceerde hulp nu beter?",
    option_a="tien gesprekken", option_b="een half jaar begeleiding", family_informed=True,
    discipline="orthopedagogiek_gz",
    tried="Achttien gesprekken, deels bereikt. " * 4, profile=(("leeftijd", "12 tot 15"), ("hulp", "basis")),
)  # fmt: skip


def _closed() -> Line:
    """The line of a consult that was asked, answered, deviated from and closed."""
    advice = said.Advice(
        answers=(said.Answer(question=0, words="Eerst tien gesprekken, met een vast moment om te kijken."),),
        level="basisondersteuning", approach="oudergesprekken thuis", because="De school is pas net betrokken.",
        not_the_other="Een half jaar is te lang zonder meetpunt.", certainty="midden", valid_until=date(2027, 2, 22),
        discipline="orthopedagogiek_gz", registration="SKJ 100001", based_on="de vraag", interest="geen",
    )  # fmt: skip
    heard = _heard("0" * 32, _NOW, [
        (_ASKER, said.Submit(request=_REQUEST)),
        (_HUB, said.Assign(experts=(_EXPERT,), request=_REQUEST, asker=_ASKER)),
        (_EXPERT, said.Accept(interest="geen", knows_family=False)),
        (_EXPERT, said.Advise(advice=advice)),
        (_HUB, said.Release(advices=(said.AdviceBy(by=_EXPERT, advice=advice),))),
        (_ASKER, said.Decide(decision="wijkt_af", reason="Het gezin wil anders.",
                             chosen_level="geindiceerd_ambulant",
                             verified_author=True, verified_basis=True, verified_consistent=True,
                             verified_current=True)),
        (_ASKER, said.Close(plan_changed="ja", answered="ja", usefulness=4, learnt="Eerder vragen.",
                            supply_missing="logeren in de buurt")),
    ])  # fmt: skip
    return line(fold("0" * 32, heard), _NOW.date(), Norms())


def _heard(thread: str, at: datetime, acts: list[tuple[Party, messages.Body]]) -> list[messages.Message]:
    heard: list[messages.Message] = []
    for place, (who, body) in enumerate(acts):
        heads = [heard[-1].id] if heard else []
        heard.append(messages.say(thread, heads, at + timedelta(minutes=place), who, body))
    return heard
