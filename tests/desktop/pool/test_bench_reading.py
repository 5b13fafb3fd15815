"""Reading on the bench: what stays where it is while post comes in, and who cannot be asked."""

from __future__ import annotations

import pytest

from desktop.pool.bench.lines import _CLOCK
from desktop.theme.apply import apply_theme
from desktop.theme.chips import clock_pill
from desktop.theme.look import current
from tests.casework.pool_talk import ASKER, HUB, SECOND
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
