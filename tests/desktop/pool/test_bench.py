"""The coordinator's bench with real homes: lists, search, assigning, releasing, and reminders that say themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from casework.pool import bodies as said
from casework.pool.bodies import Refuse
from desktop import ask
from desktop.pool.bench.asking import Asking
from desktop.pool.bench.screen import AFTER_MS, BenchScreen
from desktop.pool.words import about
from desktop.theme.apply import apply_theme
from tests.casework.pool_talk import ASKER, EXPERT, HUB, SECOND, request
from tests.db.pool_homes import enrol
from tests.desktop.pool.benches import HEAVY, LATE, NEW, PAUSED, TOLD, Work, told

THIRD = SECOND.model_copy(update={"id": "expert-3", "name": "Lo Oefenstra"})

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def answering(monkeypatch) -> Callable[..., list[Asking]]:
    """The next box is filled in as a person would, and agreed with when its act may be pressed."""

    def fill(choices: dict[str, str], **words: str) -> list[Asking]:
        seen: list[Asking] = []

        def agreed(box: Asking) -> bool:
            seen.append(box)
            for name, (field, _) in box._fields.items():
                if isinstance(field, QPlainTextEdit):
                    field.setPlainText(words.get(name, field.toPlainText()))
                else:
                    next(chip for chip in field.chips if chip.key == choices[name]).click()
            return box.act.isEnabled()

        monkeypatch.setattr(Asking, "agreed", agreed)
        return seen

    return fill


def questions(bench: BenchScreen) -> list[str]:
    return [str(bench.lines.index(row).data()) for row in range(bench.lines.rowCount())]


def open_(bench: BenchScreen, question: str) -> None:
    bench.list.setCurrentIndex(bench.lines.index(questions(bench).index(question)))


def press(bench: BenchScreen, words: str) -> None:
    found = [one for one in bench.page.findChildren(QPushButton) if one.text().startswith(words) and one.isEnabled()]
    assert found, words
    found[0].click()


def test_what_is_due_first_stands_on_top_and_what_stands_still_last(bench):
    assert questions(bench)[0] == LATE
    assert questions(bench)[-1] == PAUSED
    assert TOLD not in questions(bench)


def test_every_list_has_its_number(bench):
    for name, item in bench.shelves.items.items():
        bench.show_shelf(name)
        assert item.accessibleName().endswith(f", {bench.lines.rowCount()}")
    bench.show_shelf("afgeweken")
    assert questions(bench) == [TOLD]
    bench.show_shelf("concept")
    assert questions(bench) == [HEAVY]


def test_a_line_is_told_to_who_cannot_see_it(bench):
    row = questions(bench).index(PAUSED)
    assert bench.lines.index(row).data(Qt.ItemDataRole.AccessibleTextRole).startswith("klok staat stil. consultatie")


def test_the_question_is_read_whole(bench):
    open_(bench, NEW)
    words = told(bench.page)
    for text in ("tien gesprekken erbij", "ambulante begeleiding, zes maanden", "Achttien gesprekken", "12 tot 15",
                 "Wat als school stopt?", "Aanbieder A", "gepseudonimiseerd"):  # fmt: skip
        assert text in words


def test_who_works_for_the_provider_is_asked_only_with_a_reason(bench, week, answering):
    open_(bench, NEW)
    thread = bench.page.consult.thread
    assert "belang: Aanbieder A is betrokken" in told(bench.page)
    bench.page._choice.boxes[EXPERT.id].click()
    seen = answering({}, despite="")
    press(bench, "Toewijzen aan Isa Fictema")
    assert seen and week.desk(HUB).consult(thread).status == "INGEDIEND"
    answering({}, despite="Niemand anders kent deze methode.")
    press(bench, "Toewijzen aan Isa Fictema")
    assert week.desk(HUB).consult(thread).status == "TOEGEWEZEN"
    assert "ondanks een belang: Niemand anders kent deze methode." in told(bench.page)
    week.region.deliver(1)
    assert week.desk(EXPERT).consult(thread).request.question == NEW
    assert week.desk(EXPERT).consult(thread).request.tied == ()  # where a colleague works is not for experts


def test_how_much_each_expert_has_stands_beside_them(bench, week):
    assert week.desk(HUB).store.loads({"IN_BEHANDELING", "AANVULLING_GEVRAAGD"}) == {EXPERT.id: 1, SECOND.id: 1}
    assert week.desk(HUB).store.loads({"INGEDIEND"}) == {}
    open_(bench, NEW)
    assert "1 open" in told(bench.page)


def test_a_heavy_question_waits_for_two(bench, week):
    thread = week.asks(question="Kan hij naar een gezinshuis?", type="VERPLICHT_ADVIES", asked_level="intensief")
    bench.refresh()
    open_(bench, "Kan hij naar een gezinshuis?")
    boxes = bench.page._choice.boxes
    boxes[EXPERT.id].click()
    assert "kies twee experts" in told(bench.page)
    assert not bench.page._assign.isEnabled()
    boxes[SECOND.id].click()
    press(bench, "Toewijzen aan")
    assert set(week.desk(HUB).consult(thread).experts) == {EXPERT.id, SECOND.id}


def test_who_is_asked_already_counts_for_the_two(bench, week):
    thread = week.assigned(EXPERT, SECOND, question="Kan hij naar een gezinshuis?")
    enrol(week.region.home(HUB), week.region.home(THIRD))
    bench.refresh()
    open_(bench, "Kan hij naar een gezinshuis?")
    boxes = bench.page._choice.boxes
    assert not boxes[THIRD.id].isEnabled()
    boxes[SECOND.id].click()
    boxes[THIRD.id].click()
    press(bench, "Toewijzen aan")
    assert set(week.desk(HUB).consult(thread).experts) == {EXPERT.id, THIRD.id}


def test_words_that_are_too_long_are_told_and_not_said(bench, week, answering, monkeypatch):
    open_(bench, NEW)
    thread, sentences = bench.page.consult.thread, []
    monkeypatch.setattr(ask, "tell", lambda parent, what, line: sentences.append(line))
    answering({}, reason="x" * 20_001)
    bench.act("mark_urgent")
    assert sentences[0].startswith("Deze tekst is te lang; gebruik hoogstens 20000 tekens")
    assert not week.desk(HUB).consult(thread).urgent


def test_two_advices_stand_beside_each_other_and_one_leads(bench, week, answering):
    open_(bench, HEAVY)
    thread = bench.page.consult.thread
    words = told(bench.page)
    assert "Niveau, verschilt" in words
    assert "geïndiceerd ambulant" in words
    assert "Zekerheid, verschilt" in words
    assert "\nWaarom\n" in words  # there they say the same
    answering({"leading": "1"}, difference="De een wil eerst kijken, de ander begint nu.")
    press(bench, "Advies vaststellen")
    consult = week.desk(HUB).consult(thread)
    assert consult.status == "ADVIES_VASTGESTELD"
    assert consult.leading.by.id == list(consult.advices)[1]
    week.region.deliver(1)
    assert week.desk(ASKER).consult(thread).release.difference.startswith("De een wil")


def test_one_of_two_advices_is_not_shown_before_the_other_is_in(bench, week):
    thread = week.assigned(EXPERT, SECOND, question="Eén van twee", type="VERPLICHT_ADVIES", asked_level="intensief")
    week.answered(thread, EXPERT, approach="iets bijzonders")
    bench.refresh()
    open_(bench, "Eén van twee")
    assert "Eén advies is binnen" in told(bench.page)
    assert "iets bijzonders" not in told(bench.page)


def test_what_may_not_be_is_told_in_words(bench, week, answering, monkeypatch):
    open_(bench, NEW)
    thread, sentences = bench.page.consult.thread, []
    monkeypatch.setattr(ask, "tell", lambda parent, what, line: sentences.append(line))
    week.says(HUB, thread, Refuse(reason="Dit is een vraag voor school.", route="samenwerkingsverband"))
    answering({}, reason="Spoed.")
    bench.act("mark_urgent")
    assert "kan niet meer" in sentences[0]


def looks_again(bench, qtbot) -> None:
    bench.refresh()
    bench.finish()
    qtbot.waitUntil(lambda: not bench.reminders.busy)


def test_opening_says_what_is_due_once(bench, week, qtbot):
    thread = next(line.thread for line in week.desk(HUB).store.rows() if line.summary["question"] == LATE)
    reminded = week.desk(HUB).consult(thread).reminded
    assert [one.stage for one in reminded] == ["herinnering"]
    looks_again(bench, qtbot)
    assert week.desk(HUB).consult(thread).reminded == reminded
    week.region.deliver(1)
    assert week.desk(EXPERT).consult(thread).reminded == reminded


def test_each_stage_of_a_clock_is_said_and_the_post_may_go(bench, week, qtbot):
    thread = next(line.thread for line in week.desk(HUB).store.rows() if line.summary["question"] == LATE)
    for days, stages in ((0, ["herinnering"]), (1, ["herinnering", "te_laat"]),
                         (4, ["herinnering", "te_laat", "escalatie"])):  # fmt: skip
        week.later(days)
        sent = []
        bench.said.connect(lambda sent=sent: sent.append(True))
        before = len(week.desk(HUB).consult(thread).reminded)
        looks_again(bench, qtbot)
        assert [one.stage for one in week.desk(HUB).consult(thread).reminded] == stages
        assert bool(sent) == (len(stages) > before)


def test_an_expert_is_reminded_by_hand_too_and_the_clock_does_not_say_it_again(bench, week, qtbot):
    thread = week.assigned(EXPERT, question="Wat helpt er in de klas?")
    bench.refresh()
    open_(bench, "Wat helpt er in de klas?")
    bench.act("remind")
    (said_,) = week.desk(HUB).consult(thread).reminded
    assert said_.stage == "herinnering"
    week.region.deliver(1)
    assert week.desk(EXPERT).consult(thread).reminded == (said_,)
    week.later((said_.due - week.region.clock.today).days)
    looks_again(bench, qtbot)
    assert week.desk(HUB).consult(thread).reminded == (said_,)


def test_what_cannot_be_said_is_told_and_not_tried_at_every_look(bench, week, qtbot, monkeypatch):
    hub = week.desk(HUB)
    device = next(card.device for card in hub.ring.directory.open_on(hub.today) if card.party.id == EXPERT.id)
    hub.ring.withdraw(device, hub.today, "Uit dienst.")
    week.later(2)
    looks_again(bench, qtbot)
    assert bench.notice.text().startswith("1 herinnering niet verstuurd. ")
    monkeypatch.setattr(hub, "say", lambda *_: pytest.fail("tried again"))
    looks_again(bench, qtbot)
    assert bench.notice.isVisible()


def test_a_long_list_grows_while_one_scrolls_and_counts_them_all(bench, week):
    for number in range(30):
        week.desk(ASKER).ask(said.Submit(request=request(question=f"Vraag {number}")))
    week.region.deliver(1)
    bench.refresh()
    assert bench.number.text() == "35 vragen" and bench.lines.rowCount() == 24
    open_(bench, LATE)
    bench.lines.fetchMore(QModelIndex())
    assert bench.lines.rowCount() == 35 and not bench.lines.canFetchMore(QModelIndex())
    assert len(set(questions(bench))) == 35
    last = bench.lines.thread_at(34)
    bench.show_consult(last)
    bench.refresh()
    assert bench.lines.thread_at(bench.list.currentIndex().row()) == last


@pytest.mark.parametrize("scale", (1.0, 2.0))
@pytest.mark.parametrize("width", (1366, 900))
def test_it_fits_and_a_narrow_window_reads_one_thing_at_a_time(week, qtbot, qapp, scale, width):
    apply_theme(qapp, scale=scale)
    screen = BenchScreen(week.session)
    qtbot.addWidget(screen)
    screen.resize(width, 640)
    screen.show()
    screen.refresh()
    QApplication.processEvents()
    assert screen.width() == width
    narrow = not (screen.page.isVisible() and screen.middle.isVisible())
    if narrow:
        screen.list.activated.emit(screen.lines.index(0))
        assert screen.page.isVisible() and not screen.middle.isVisible()
        qtbot.keyClick(screen, Qt.Key.Key_Escape)
        assert screen.middle.isVisible()
    screen.keep()
    apply_theme(qapp)


def test_a_line_tells_of_the_family_what_the_profile_begins_with(week: Work) -> None:
    told_ = (("leeftijdsgroep", "12–15 jaar"), ("probleemgebied", "verblijf"), ("gezinsvorm", "ouders gescheiden"),
             ("aantal plekken", "op drie plekken"), ("draagkracht", "0 van 3"))  # fmt: skip
    thread = week.asks(question="Wat past hier?", profile=told_)
    line = next(one for one in week.desk(HUB).store.rows() if one.thread == thread)
    assert about(line) == "12–15 jaar, verblijf, ouders gescheiden, team West"


def test_signals_and_reference_clients_go_by_their_title(week: Work, bench: BenchScreen) -> None:
    week.asks(question="Wat past hier?", opened_by=("R-EXP-01",), clients_seen=("IJK-01",))
    bench.refresh()
    open_(bench, "Wat past hier?")
    pack = bench.session.pack
    assert pack.rules["R-EXP-01"].title.rstrip(".") in told(bench.page)
    assert f"IJK-01 {pack.reference_clients['IJK-01'].title}" in told(bench.page)


def test_what_takes_longer_follows_the_first_paint_however_late_that_is(week: Work, qtbot, qapp) -> None:
    screen = BenchScreen(week.session)
    qtbot.addWidget(screen)
    screen.refresh()
    qtbot.wait(2 * AFTER_MS)
    assert not screen.foot.text() and not screen.reminders.busy
    screen.show()
    qtbot.waitUntil(lambda: "Dit kwartaal" in screen.foot.text())
    qtbot.waitUntil(lambda: not screen.reminders.busy)
    screen.keep()


def test_a_field_of_one_line_has_room_for_that_line(bench: BenchScreen) -> None:
    box = Asking(bench, "Omzetten", "Het team leest waarom.", "Zet om")
    box.words("to_whom", "Wie neemt de leiding?", text="Bo Fictema", lines=1)
    box.show()
    QApplication.processEvents()
    field = box.findChild(QPlainTextEdit)
    assert field is not None and field.verticalScrollBar().maximum() == 0
    box.reject()
