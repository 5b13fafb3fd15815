"""Reading on the bench: what stays where it is while post comes in, and who cannot be asked."""

from __future__ import annotations

import pytest

from desktop.pool.bench.lines import _CLOCK
from desktop.theme.apply import apply_theme
from desktop.theme.chips import clock_pill
from desktop.theme.look import current
from tests.casework.pool_talk import ASKER, EXPERT, HUB, SECOND, assign
from tests.db.pool_homes import Home, enrol
from tests.desktop.pool.benches import NEW, told
from tests.desktop.pool.test_bench import open_, press, questions

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_post_that_comes_in_leaves_the_reader_where_they_are(bench, week):
    bench.show_shelf("nieuw")
    open_(bench, NEW)
    bench.page._choice.boxes[SECOND.id].click()
    week.asks(question="Een andere vraag, die binnenkomt")
    bench.refresh()
    assert [one.party for one in bench.page.chosen] == [SECOND]
    thread = bench.page.consult.thread
    press(bench, "Toewijzen aan Rik")
    assert NEW not in questions(bench)
    bench.refresh()  # as when the post was brought
    assert bench.page.consult.thread == thread and "toegewezen" in told(bench.page)
    bench.show_shelf("nieuw")
    assert bench.page.consult.thread == bench.lines.thread_at(0) != thread


def test_the_history_says_whom_it_was_given_to(bench, week):
    thread = week.assigned(SECOND, question="Aan wie ging deze?")
    bench.show_consult(thread)
    assert "toegewezen, Co Verzinga: aan Rik Voorbeeldsma" in told(bench.page)
    week.says(HUB, thread, assign(SECOND, EXPERT, asker=ASKER, despite="Niemand anders kan dit."))
    bench.show_consult(thread)
    whom = "aan Rik Voorbeeldsma en Isa Fictema, ondanks een belang: Niemand anders kan dit."
    assert f"toegewezen, Co Verzinga: {whom}" in told(bench.page)


def test_how_the_quarter_goes_is_counted_a_little_at_a_time(bench, week, qtbot):
    first = bench.foot.text()
    assert first == "Dit kwartaal 6 vragen   1 van 1 op tijd   0 gevolgd, 0 deels, 1 afgeweken"
    week.asks(question="Een vraag erbij")
    bench.finish()
    assert bench.foot.busy and bench.foot.text() == first, "the window is not held up, and nothing blinks"
    qtbot.waitUntil(lambda: bench.foot.text().startswith("Dit kwartaal 7 vragen"))
    bench.finish()
    bench.keep()
    assert not bench.foot.busy, "nothing reads a home that locks"


def test_who_asked_cannot_be_ticked_for_their_own_question(bench, week):
    twin = ASKER.model_copy(update={"id": "p-2", "role": "expert", "discipline": "LVB"})
    made = week.region.homes[twin.id] = Home(week.region.root / twin.id, week.region.clock)
    made.ring.start(twin, week.region.clock.today)
    enrol(week.region.home(HUB), made)
    bench.refresh()
    open_(bench, NEW)
    box = bench.page._choice.boxes[twin.id]
    assert not box.isEnabled() and box.accessibleName().endswith("stelde deze vraag")
    bench.page._choice.boxes[SECOND.id].click()
    assert not box.isEnabled() and [one.party for one in bench.page.chosen] == [SECOND]


@pytest.mark.parametrize("scale", (1.0, 2.0))
def test_a_clock_that_ran_out_long_ago_leaves_the_question_readable(qapp, scale):
    apply_theme(qapp, scale=scale)
    assert clock_pill(-99, short=1).size().width() < current().px(_CLOCK)
