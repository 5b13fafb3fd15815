"""*Mijn vragen*: what was asked, where each stands, whether it was sent, and the way back to its case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from casework.pool import bodies as said
from desktop.pool import knowledge_base
from desktop.pool.mine import MyQuestions
from desktop.pool.waiting import waiting
from tests.casework.pool_talk import ASKER, EXPERT, HUB, SECOND, assign, request
from tests.desktop.pool.benches import Work, session_of
from tests.desktop.pool.test_knowledge_base import answer
from tests.desktop.pool_family import asking_home


@pytest.fixture
def mine(work: Work, show: Callable[..., Any]) -> MyQuestions:
    return show(MyQuestions(session_of(work.region.home(ASKER))), 1000, 640)


def told(screen: MyQuestions, thread: str) -> str:
    screen.refresh()
    return screen.lines[thread].text()


def test_nothing_asked_yet_says_how_to_ask(mine):
    mine.refresh()
    assert "stap 12" in "\n".join(label.text() for label in mine.findChildren(QLabel))


def test_a_question_says_where_it_stands_and_whether_it_was_sent(work, mine):
    desk = work.desk(ASKER)
    thread = desk.ask(said.Submit(request=request(question="Blijft hij thuis?")))
    words = told(mine, thread)
    assert words.startswith("Blijft hij thuis?") and "consultatie, ingediend" in words
    assert ", bij coördinator, wacht op verzending (1 bericht)" in words and "." not in words
    work.region.deliver(1)
    assert told(mine, thread).endswith("verzonden")
    work.says(HUB, thread, assign(EXPERT, asked=work.desk(HUB).consult(thread).request, asker=ASKER))
    assert "toegewezen" in told(mine, thread) and "bij expert" in told(mine, thread)
    work.says(HUB, thread, said.AskCompletion(reason="Wie is er overdag thuis?"))
    assert "klok staat stil, bij u" in told(mine, thread)


def test_post_that_comes_in_leaves_one_where_one_was(work, mine, qtbot):
    knowledge_base.publish(work.desk(HUB), answer())
    work.region.deliver()
    thread = work.asks(question="Blijft hij thuis?")
    mine.refresh()
    mine.asked_before.search.setText("logeren")
    QApplication.processEvents()  # what was made anew is shown in the next turn
    mine.lines[thread].setFocus()
    assert mine.lines[thread].hasFocus()
    mine.refresh()
    qtbot.waitUntil(lambda: mine.lines[thread].hasFocus())
    assert mine.asked_before.search.text() == "logeren" and len(mine.asked_before.found) == 1


def test_what_began_last_stands_on_top(work, mine):
    first = work.asks(question="Eerst")
    work.later(1)
    last = work.asks(question="Daarna")
    mine.refresh()
    assert list(mine.lines) == [last, first]


def test_a_press_leads_to_the_question_in_its_case_and_nowhere_without_one(tmp_path, show):
    home, asked = asking_home(tmp_path / "regio"), []
    case, desk = home.family(), home.session.pool
    linked = desk.ask(said.Submit(request=request()), case.id, "vraag-1")
    loose = desk.ask(said.Submit(request=request()))
    mine = show(MyQuestions(home.session), 1000, 640)
    mine.refresh()
    assert "\nWendy Fictema, consultatie" in mine.lines[linked].accessibleName()
    assert "\nconsultatie" in mine.lines[loose].accessibleName()
    mine.case_asked.connect(lambda case_id, path: asked.append((case_id, path)))
    mine.lines[linked].click()
    mine.lines[loose].click()
    assert asked == [(case.id, "expert_pool.consultations.vraag-1.question")]
    home.close()


def test_what_waits_is_counted_for_each_role(work):
    def counts() -> list[int]:
        return [waiting(work.desk(who)) for who in (HUB, EXPERT, SECOND, ASKER)]

    assert counts() == [0, 0, 0, 0]
    thread = work.asks()
    assert counts() == [1, 0, 0, 0]
    hub = work.desk(HUB)
    work.says(HUB, thread, assign(EXPERT, asked=hub.consult(thread).request, asker=ASKER))
    assert counts() == [0, 1, 0, 0]
    work.answered(thread, EXPERT)
    assert counts() == [1, 0, 0, 0]
    work.says(HUB, thread, said.Release(advices=tuple(hub.consult(thread).advices.values())))
    assert counts() == [0, 0, 0, 1]
