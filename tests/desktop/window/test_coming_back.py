"""The advice coming back to the case that asked: real widgets, three real homes and a second expert, a folder."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from casework.pool import bodies as said
from desktop.pool.asking.drafts import SETTING as DRAFTS
from desktop.pool.asking.leave_box import LeaveBox
from desktop.pool.asking.phone import PhoneBox
from desktop.pool.coming_back.closing import CloseBox, FollowUpBox
from desktop.pool.coming_back.deciding import DecideBox
from desktop.pool.coming_back.panel import PoolPanel
from desktop.theme.runs import RunLabel
from tests.casework.pool_talk import ASKER, EXPERT, HUB, SECOND, accept, advice, assign, release
from tests.desktop.window.asking_steps import press, send


@pytest.fixture
def released(ask, asker, show):
    """A compulsory question that was assigned to two, answered blind and released; and its panel."""
    screen = ask()
    assert screen.form.type.value() == "VERPLICHT_ADVIES"
    thread = send(screen)
    region = asker.region
    hub, one, two = (region.home(who).desk for who in (HUB, EXPERT, SECOND))
    region.deliver()
    asked = hub.consult(thread).request
    hub.say(thread, assign(EXPERT, SECOND, asked=asked, asker=ASKER, team=ASKER.team))
    region.deliver()
    for desk, level in ((one, "intensief"), (two, "geindiceerd_ambulant")):
        desk.say(thread, accept())
        desk.say(thread, said.Advise(advice=advice(level=level)))
    region.deliver()
    hub.say(thread, release(hub.consult(thread), difference="Wel of geen verblijf."))
    region.deliver()
    panel = show(PoolPanel(screen.case), 860, 900)
    return thread, panel, screen.case


def fetch(panel: PoolPanel, qtbot) -> None:
    panel.fetch_button.click()
    qtbot.waitUntil(lambda: not panel.busy)


def test_a_compulsory_advice_comes_back_is_deviated_from_and_closes(released, asker, answer_box, qtbot) -> None:
    thread, panel, case = released
    fetch(panel, qtbot)
    record = case.case.consultations[-1]
    assert record.status.known == "ADVIES_VASTGESTELD" and record.advised_level.known in (
        "intensief",
        "geindiceerd_ambulant",
    )
    assert record.minority.known == "Wel of geen verblijf." and record.adviser_registration.known
    assert asker.pool(case).take_over() is False

    def decide(box: DecideBox) -> None:
        assert isinstance(box, DecideBox) and not box.act.isEnabled()
        for tick in box.ticks.values():
            tick.click()
        box.decision.chips[2].click()
        box._words["reason"].setPlainText("Wendy wil eerst thuis proberen.")
        assert not box.act.isEnabled()
        box.second.setText("Bo Fictema")
        box.number.setText("SKJ 100009")
        assert box.act.isEnabled()
        box.accept()

    def look_over(box: LeaveBox) -> None:
        assert isinstance(box, LeaveBox) and not box.act.isEnabled()
        (row,) = box.resolving.rows
        row.decide("own")
        row.own.setText("Wendy dus")
        box.accept()
        assert box.isVisible() and "‘Wendy’" in box.wrong.text()
        row.decide("replace")
        box.accept()

    def halfway(box: DecideBox) -> None:
        for tick in list(box.ticks.values())[:3]:
            tick.click()
        box.decision.chips[2].click()
        box.second.setText("Bo")

    answer_box(halfway)
    press(panel, thread, "Nagaan")

    def on_where_one_was(box: DecideBox) -> None:
        assert [tick.isChecked() for tick in box.ticks.values()] == [True, True, True, False]
        assert (box.decision.value(), box.second.text()) == ("wijkt_af", "Bo") and not box.reason.isHidden()
        for tick in list(box.ticks.values())[:3]:
            tick.click()
        box.decision.chips[2].click()
        decide(box)

    answer_box(lambda box: (answer_box(look_over), on_where_one_was(box)))
    press(panel, thread, "Nagaan")
    record = case.case.consultations[-1]
    assert record.team_decision.known == "wijkt_af" and record.pool_informed.known is True
    assert record.verified_current.known is True and record.cosigned_by.known == "Bo Fictema"
    asker.region.deliver()
    told = asker.region.home(EXPERT).desk.consult(thread)
    assert told.status == "TERUGGEKOPPELD" and "Wendy" not in told.decision.reason and told.decision.reason

    def follow(box: FollowUpBox) -> None:
        box.started.chips[0].click()
        box._words["outcome"].setPlainText("Het loopt goed thuis.")
        box.waiting.setText("twaalf")
        assert not box.act.isEnabled() and box.misread.isVisible() and "als getal" in box.misread.text()
        box.waiting.setText("12")
        box.accept()

    for moment in ("zes_weken", "drie_maanden"):
        answer_box(follow)
        press(panel, thread, "Hoe ging het")
        assert asker.pool(case).desk.consult(thread).follow_ups[-1].moment == moment

    case.confirm("decision.supply_missing", "Een logeerplek dichtbij")

    def close(box: CloseBox) -> None:
        for chips in (box.plan_changed, box.answered):
            chips.chips[0].click()
        box._words["learnt"].setPlainText("Eerder vragen.")
        assert not box.act.isEnabled()
        box.usefulness.chips[3].click()
        box.accept()

    answer_box(close)
    press(panel, thread, "Afronden")
    assert case.case.consultations[-1].status.known == "GESLOTEN"
    asker.region.deliver()
    hub = asker.region.home(HUB).desk.consult(thread)
    assert hub.status == "GESLOTEN" and hub.closed.usefulness == 4 and hub.aside == ()
    assert hub.closed.supply_missing == "Een logeerplek dichtbij", "what step 13 says is where the answer begins"

    asker.pool(case).say(thread, said.Reopen(reason="Het gaat weer mis."))
    assert case.case.consultations[-1].advised_level.known is None
    panel.refresh()
    told = [label.text() for label in panel.sheets[thread].findChildren(RunLabel)]
    assert any(line.startswith("Eerder advies van") for line in told)
    assert "Eerder besluit: het team wijkt af. Kind A wil eerst thuis proberen." in told


def test_who_was_persoon_1_in_the_question_is_so_in_what_is_added(ask, asker, show, answer_box, qtbot) -> None:
    screen = ask()
    screen.form._fields["question"].setPlainText("Kan Wendy bij Roos of bij Hylke en Wubbo blijven?")
    thread = send(screen)
    asker.region.deliver()
    hub = asker.region.home(HUB).desk
    asked = hub.consult(thread).request.question
    labels = asked.removeprefix("Kan Kind A bij ").removesuffix(" blijven?").replace(" of bij ", " en ").split(" en ")
    hub.say(thread, said.AskCompletion(reason="Wie is er overdag thuis?"))
    asker.region.deliver()
    panel = show(PoolPanel(screen.case), 860, 700)
    fetch(panel, qtbot)
    told = " ".join(label.text() for label in panel.sheets[thread].findChildren(RunLabel))
    for words in ("Kind A is Wendy Fictema", f"{labels[0]} is Roos", f"{labels[1]} is Hylke"):
        assert words in told, "the pool asks in labels"
    screen.case.add("people", {"name": "Hylke Denkbeeldsma", "relation": "vriend_buur"})

    def look_over(box: LeaveBox) -> None:
        for row in box.resolving.rows:
            row.decide("replace")
        box.accept()

    def fill(box) -> None:
        next(iter(box._words.values())).setPlainText("Overdag zijn Wubbo en Hylke er, en soms ook Ubbo.")
        answer_box(lambda last_look: last_look.reject())
        box.accept()

    def again(box) -> None:
        assert box.texts == {"words": "Overdag zijn Wubbo en Hylke er, en soms ook Ubbo."}
        answer_box(look_over)
        box.accept()

    answer_box(fill)
    press(panel, thread, "Aanvullen")
    assert asker.pool(screen.case).desk.consult(thread).added == ()
    answer_box(again)
    press(panel, thread, "Aanvullen")
    assert asker.session.settings.get(DRAFTS) == {}, "what was said is kept no longer"
    (added,) = asker.pool(screen.case).desk.consult(thread).added
    assert added.startswith(f"Overdag zijn {labels[2]} en {labels[1]} er, en soms ook Persoon ")
    assert added.removesuffix(".").rpartition("ook ")[2] not in labels


def test_urgent_is_said_by_whoever_asks(ask, asker, show, answer_box) -> None:
    screen = ask()
    thread = send(screen)
    panel = show(PoolPanel(screen.case), 860, 700)

    def fill(box) -> None:
        next(iter(box._words.values())).setPlainText("er is vannacht geen bed")
        box.accept()

    answer_box(fill)
    press(panel, thread, "Spoed")
    asker.region.deliver()
    hub = asker.region.home(HUB).desk.consult(thread)
    assert hub.urgent and hub.status == "SPOED" and hub.aside == ()
    assert any(label.text().endswith(", spoed") for label in panel.sheets[thread].findChildren(QLabel))


def test_who_withdrew_while_the_advice_was_on_its_way_reads_what_holds(ask, asker, show, qtbot) -> None:
    screen = ask()
    thread = send(screen)
    region = asker.region
    hub, expert = (region.home(who).desk for who in (HUB, EXPERT))
    region.deliver()
    hub.say(thread, assign(EXPERT, asked=hub.consult(thread).request, asker=ASKER))
    region.deliver()
    expert.say(thread, accept())
    expert.say(thread, said.Advise(advice=advice()))
    region.deliver()
    hub.say(thread, release(hub.consult(thread)))
    asker.pool(screen.case).say(thread, said.Withdraw(reason="Het gezin verhuist."))
    region.deliver()
    panel = show(PoolPanel(screen.case), 860, 700)
    fetch(panel, qtbot)
    told = [label.text() for label in panel.sheets[thread].findChildren(QLabel)]
    assert any(line.startswith("Uw intrekking kruiste dit onderweg") for line in told)
    assert screen.case.case.consultations[-1].status.known == "ADVIES_VASTGESTELD" == hub.consult(thread).status


def test_an_addition_is_given_and_a_question_is_withdrawn(ask, asker, show, answer_box, qtbot) -> None:
    screen = ask()
    thread = send(screen)
    asker.region.deliver()
    asker.region.home(HUB).desk.say(thread, said.AskCompletion(reason="Wie is er overdag thuis?"))
    asker.region.deliver()
    panel = show(PoolPanel(screen.case), 860, 700)
    fetch(panel, qtbot)
    assert screen.case.case.consultations[-1].status.known == "AANVULLING_GEVRAAGD"

    def write(words: str):
        def fill(box) -> None:
            next(iter(box._words.values())).setPlainText(words)
            box.accept()

        return fill

    answer_box(write("overdag is er niemand thuis"))
    press(panel, thread, "Aanvullen")
    assert asker.pool(screen.case).desk.consult(thread).added == ("overdag is er niemand thuis",)
    answer_box(write("het is al opgelost"))
    press(panel, thread, "Intrekken")
    assert screen.case.case.consultations[-1].status.known == "INGETROKKEN"


def test_a_talk_on_the_telephone_is_three_fields(ask, asker, show, answer_box) -> None:
    screen = ask()
    panel = show(PoolPanel(screen.case), 860, 700)

    def begin(box: PhoneBox) -> None:
        assert isinstance(box, PhoneBox) and not box.act.isEnabled()
        box.minutes.chips[1].click()
        box.said.setPlainText("kan het wachten? ja, tot maandag.")

    answer_box(begin)
    panel.phone_button.click()
    assert screen.case.case.consultations == ()
    answer_box(PhoneBox.accept)
    panel.phone_button.click()
    assert asker.session.settings.get(DRAFTS) == {}
    (record,) = screen.case.case.consultations
    assert record.type.known == "TELEFOONCONSULT" and record.answer_given.known == "kan het wachten? ja, tot maandag."
    assert record.adviser.known in (EXPERT.name, SECOND.name)


def test_records_that_were_typed_by_hand_are_left_alone(ask, asker) -> None:
    screen = ask(changes=None)
    case = screen.case
    by_hand = case.add("consultations", {"type": "CONSULTATIE", "question": "Aan tafel gevraagd", "status": "TRIAGE"})
    send(screen)
    asker.pool(case).take_over()
    assert case.raw(f"consultations.{by_hand}.status") == "TRIAGE"
    assert case.case.consultations[0].question.known == "Aan tafel gevraagd"
