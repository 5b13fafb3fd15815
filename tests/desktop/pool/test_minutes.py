"""The minutes of a meeting: written on the bench, on paper, with the asker and on Vandaag of whoever has an action."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PySide6.QtWidgets import QDialog

from casework.actors import Actor
from casework.handover.plain import plain
from casework.papers.minutes import minutes_document
from casework.pool import bodies as said
from db.cases import Cases
from desktop.pool.bench.minuting import Minuting
from desktop.pool.bench.screen import BenchScreen
from desktop.today.answers import answers, pool_dues
from tests.casework.pool_talk import ASKER, HUB, request
from tests.desktop.pool.benches import Work

TYPED = {
    "held_on": "2026-11-23",
    "chair": "Co Verzinga",
    "present": "Anna Oefenstra\n\nmoeder",
    "family": "ja",
    "domain_0": "Thuis is het nu veilig.",
    "action_0_what": "Logeren regelen",
    "action_0_who": "coördinator",
    "action_0_by": "2026-12-07",
}


def meeting(work: Work) -> str:
    home = work.region.home(ASKER)
    Cases(home.db, work.region.clock).create("c1", "f1", False, None, Actor(id="asker", name=ASKER.name))
    thread = home.desk.ask(said.Submit(request=request()), "c1", "k1")
    work.region.deliver(1)
    work.says(HUB, thread, said.Convert(to="mdo_hsj", reason="Iedereen moet aan tafel."))
    return thread


def box_on(work: Work, qtbot: Any, typed: dict[str, str]) -> Minuting:
    screen = BenchScreen(work.session)
    box = Minuting(screen, lambda: work.desk(HUB).today, typed)
    qtbot.addWidget(screen)
    qtbot.addWidget(box)
    return box


def test_what_was_typed_becomes_minutes(work: Work, qtbot: Any) -> None:
    found = box_on(work, qtbot, TYPED).minutes
    assert found.present == ("Anna Oefenstra", "moeder")
    assert found.domains == (("Veiligheid", "Thuis is het nu veilig."),)
    assert found.actions == (said.Action(what="Logeren regelen", who="coördinator", by=date(2026, 12, 7)),)


@pytest.mark.parametrize(("change", "told"), [
    ({"held_on": ""}, "wanneer"), ({"chair": ""}, "voorzat"), ({"present": ""}, "erbij"), ({"family": ""}, "tafel"),
    ({"domain_0": ""}, "domein"), ({"action_0_who": ""}, "Afspraak 1"), ({"held_on": "31-2-2026"}, "bestaat niet"),
    ({"held_on": "2026-12-24"}, "nog niet geweest"),
])  # fmt: skip
def test_what_is_missing_is_told_and_nothing_can_be_said(
    work: Work, qtbot: Any, change: dict[str, str], told: str
) -> None:
    box = box_on(work, qtbot, {**TYPED, **change})
    assert told in box.wrong.text() and not box.act.isEnabled()


def test_what_is_missing_is_read_beside_the_act_however_long_the_box_is(work: Work, qtbot: Any) -> None:
    box = box_on(work, qtbot, TYPED | {"chair": ""})
    box.parentWidget().resize(900, 480)
    box.show()
    qtbot.waitExposed(box)
    assert box.height() <= 480 and not box.wrong.visibleRegion().isEmpty()


def test_minutes_go_to_the_asker_and_an_action_stands_on_vandaag(
    work: Work, at_bench: Callable[[str], BenchScreen], answer_box: Callable[..., None]
) -> None:
    thread = meeting(work)
    screen = at_bench(thread)
    typed = {**TYPED, "action_1_what": "School bellen", "action_1_who": "Anna", "action_1_by": "2026-12-01",
             "action_0_who": "Coordinator"}  # fmt: skip
    work.desk(HUB).store.settings.put("pool.minutes", {thread: typed})
    answer_box(lambda box: box.accept())
    screen.act("minutes")
    work.region.deliver(1)
    desk = work.desk(ASKER)
    assert sorted(due.day for _, due in pool_dues(desk, desk.today)) == [date(2026, 12, 1), date(2026, 12, 7)]
    (mine,) = answers(work.desk(HUB), {})
    assert mine.head == "Logeren regelen, uiterlijk 7 december 2026"
    assert work.desk(HUB).store.settings.get("pool.minutes") == {}


def test_what_was_typed_is_there_when_one_comes_back(
    work: Work, at_bench: Callable[[str], BenchScreen], answer_box: Callable[..., None]
) -> None:
    thread = meeting(work)
    screen = at_bench(thread)

    def leave(box: QDialog) -> None:
        assert isinstance(box, Minuting)
        box.family.set_value("nee")
        box.reject()

    answer_box(leave)
    screen.act("minutes")
    assert work.desk(HUB).store.settings.get("pool.minutes") == {thread: {"family": "nee"}}
    assert not work.desk(HUB).consult(thread).minutes


def test_minutes_that_nobody_can_be_told_of_are_kept(
    work: Work, at_bench: Callable[[str], BenchScreen], answer_box: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    thread, hub, told = meeting(work), work.desk(HUB), list[str]()
    device = next(card.device for card in hub.ring.directory.open_on(hub.today) if card.party.id == ASKER.id)
    hub.ring.withdraw(device, hub.today, "Uit dienst.")
    screen = at_bench(thread)
    hub.store.settings.put("pool.minutes", {thread: TYPED})
    monkeypatch.setattr("desktop.ask.tell", lambda parent, what, line: told.append(line))
    answer_box(lambda box: box.accept())
    screen.act("minutes")
    assert "niemand" in told[0] and not hub.consult(thread).minutes
    assert hub.store.settings.get("pool.minutes") == {thread: TYPED}


def test_on_paper_for_who_sat_at_the_table(
    work: Work, at_bench: Callable[[str], BenchScreen], qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    thread = meeting(work)
    work.says(HUB, thread, box_on(work, qtbot, TYPED).minutes)
    screen = at_bench(thread)
    path = tmp_path / "verslag.pdf"
    monkeypatch.setattr("desktop.ask.file_to_write", lambda *_: path)
    screen.act("minutes_paper")
    with pikepdf.open(io.BytesIO(path.read_bytes())) as pdf:
        assert pdf.Root.MarkInfo.Marked
    words = plain(minutes_document(work.desk(HUB).consult(thread).minutes[0], "Wat nu?", thread[:8]))
    assert "Verslag van het overleg, voor wie aan tafel zat" in words and "Logeren regelen" in words
