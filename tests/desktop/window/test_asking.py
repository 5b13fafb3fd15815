"""Asking the pool from a case and the advice coming back: real widgets, real homes, a folder between them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from casework.pool import bodies as said
from casework.pseudonym import OwnWording
from desktop.pool.asking.drafts import SETTING as DRAFTS
from desktop.pool.asking.leave_box import LeaveBox
from desktop.pool.asking.phone import PhoneBox
from desktop.pool.asking.screen import AskingScreen
from desktop.pool.case_pool import PRACTICE
from desktop.pool.coming_back.closing import CloseBox, FollowUpBox
from desktop.pool.coming_back.deciding import DecideBox
from desktop.pool.coming_back.panel import PoolPanel
from tests.casework.pool_talk import ASKER, EXPERT, HUB, SECOND, accept, advice, assign, release
from tests.desktop.pool_family import asking_home

TODAY = "2026-11-23"


@pytest.fixture
def asker(tmp_path: Path):
    made = asking_home(tmp_path)
    yield made
    made.close()


@pytest.fixture
def ask(asker, show):
    """The screen of a new question about a family."""

    def shown(file: str = "wendy-15.json", changes=None, **more):
        case = asker.family(file, changes, **more)
        return show(AskingScreen(case, asker.pool(case)), 1366, 688)

    return shown


def decide_all(screen) -> None:
    screen.resolving.replace_known()
    for row in screen.resolving.rows:
        if row.decision is None:
            row.decide("replace")


def send(screen) -> str:
    """Checked and sent, as somebody with little to add does it."""
    screen.form.informed.chips[0].click()
    screen.forward.click()
    decide_all(screen)
    threads: list[str] = []
    screen.asked.connect(threads.append)
    screen.forward.click()
    assert threads, screen._says.text()
    return threads[0]


def test_a_question_takes_three_acts_where_the_case_knows_enough(ask, asker) -> None:
    screen = ask()
    assert not screen.forward.isEnabled() and "of het gezin het weet" in screen._says.text()
    thread = send(screen)
    asked = asker.pool(screen.case).desk.consult(thread)
    assert asked.status == "INGEDIEND" and asked.request.tried and asked.request.clients_seen
    assert "Wendy" not in str(asked.request) and "Nergenshuizen" not in str(asked.request)
    record = screen.case.case.consultations[-1]
    assert record.status.known == "INGEDIEND" and record.asked_on.known.isoformat() == TODAY
    assert asker.pool(screen.case).post_words(thread) == "Verstuurd."
    told = screen.case.logged("exported")[-1]
    assert told["form"] == "expertpool" and told["consent"] == "anoniem" and told["thread"] == thread


def test_nothing_leaves_while_a_hit_is_undecided(ask, asker, qtbot) -> None:
    screen = ask()
    screen.form.informed.chips[0].click()
    field = screen.form._fields["question"]
    field.setPlainText("Kan Wendy bij oma in Winsum blijven?")
    screen.forward.click()
    words = {row.lead.words: row for row in screen.resolving.rows}
    assert {"Wendy", "Winsum"} <= set(words)
    assert not screen.forward.isEnabled() and "Er is nog niets verstuurd" in screen._says.text()
    screen.send()
    assert "nog niet beslist" in screen._says.text() and asker.pool(screen.case).threads() == []
    for row in screen.resolving.rows:
        row.choice.chips[0].setFocus()
        qtbot.keyClick(row.choice.chips[0], Qt.Key.Key_V)
    assert screen.forward.isEnabled()
    qtbot.keyClick(words["Winsum"].choice.chips[0], Qt.Key.Key_E)
    words["Winsum"].own.setText("een dorp")
    assert words["Winsum"].decision == OwnWording("een dorp")
    assert "bij oma in een dorp blijven" in screen.resolving._after["question"].text()
    screen.forward.click()
    (asked,) = [consult for _, consult in asker.pool(screen.case).threads()]
    assert "een dorp" in asked.request.question and "Winsum" not in str(asked.request)
    assert screen.case.case.consultations[-1].question.known == "Kan Wendy bij oma in Winsum blijven?"


def test_a_text_that_changed_after_looking_is_looked_over_again(ask) -> None:
    screen = ask()
    screen.form.informed.chips[0].click()
    screen.forward.click()
    decide_all(screen)
    screen.backward.click()
    screen.form._fields["deadline_reason"].setText("Voor het gesprek met Brechtje")
    screen.forward.click()
    assert screen.resolving.undecided == 1 and screen.checking
    assert [row.lead.words for row in screen.resolving.rows if row.decision is None] == ["Brechtje"]


def test_what_was_typed_is_there_again_and_gone_once_it_is_sent(ask, asker, show) -> None:
    screen = ask()
    screen.form._fields["deadline_reason"].setText("voor het overleg")
    screen.form.informed.chips[1].click()
    screen.keep()
    again = show(AskingScreen(screen.case, asker.pool(screen.case)), 1366, 688)
    assert again.form._fields["deadline_reason"].text() == "voor het overleg" and again.form.informed.value() == "nee"
    send(again)
    assert asker.session.settings.get(DRAFTS) == {}


def test_a_family_to_practise_with_stays_here(ask, asker) -> None:
    screen = ask(practice=True)
    screen.form.informed.chips[0].click()
    screen.forward.click()
    decide_all(screen)
    assert not screen.forward.isEnabled() and screen._says.text() == PRACTICE
    screen.send()
    assert asker.pool(screen.case).threads() == [] and screen.case.case.consultations == ()


def test_a_question_with_names_goes_to_who_was_chosen_and_is_logged(ask, asker) -> None:
    screen = ask(changes={"identity.consents": []})
    naming = screen.form.naming
    screen.form.informed.chips[0].click()
    naming.how.chips[1].click()
    assert not screen.forward.isEnabled() and naming.reason.isHidden()
    naming.ground.chips[0].click()
    assert "ontbreekt nog" in naming._why_not.text() and not screen.forward.isEnabled()
    naming.ground.chips[1].click()
    naming.reason.setText("Er dreigt vannacht geweld, ouders zijn niet te bereiken.")
    naming.readers[EXPERT.name].setChecked(True)
    screen.form._fields["question"].setPlainText("Waar kan Wendy vannacht slapen?")
    screen.forward.click()
    assert screen.resolving.isHidden() and "met namen" in screen._check_line.text()
    screen.forward.click()
    (asked,) = [consult for _, consult in asker.pool(screen.case).threads()]
    assert "Wendy" in asked.request.question and asked.request.readers == (EXPERT.name,)
    told = screen.case.logged("exported")[-1]
    assert told["consent"] == "herleidbaar" and "geweld" in told["ground"] and told["readers"] == [EXPERT.name]


def test_without_a_folder_it_waits_and_says_so(ask, asker) -> None:
    asker.session.settings.put("pool.folder", "")
    screen = ask()
    thread = send(screen)
    assert "Wacht op versturen" in asker.pool(screen.case).post_words(thread)


def test_a_failed_question_leaves_no_record_behind(ask, asker) -> None:
    screen = ask()
    pool = asker.pool(screen.case)
    for device in list(pool.desk.ring.directory.certificates):
        if device.card.party.role == "coordinator":
            asker.region.home(HUB).ring.withdraw(device.card.device, asker.session.today, "weg")
    pool.desk.ring.update(asker.region.home(HUB).ring.directory)
    screen.form.informed.chips[0].click()
    screen.forward.click()
    decide_all(screen)
    screen.forward.click()
    assert screen._says.text() and screen.case.case.consultations == () and pool.threads() == []
    assert screen.form._fields["question"].toPlainText()


# -- coming back


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


def press(panel, thread: str, words: str) -> None:
    found = [one for one in panel.sheets[thread].findChildren(QPushButton) if one.text().startswith(words)]
    assert found, [one.text() for one in panel.sheets[thread].findChildren(QPushButton)]
    found[0].click()


def test_a_compulsory_advice_comes_back_is_deviated_from_and_closes(released, asker, answer_box) -> None:
    thread, panel, case = released
    panel.fetch_button.click()
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
        box.resolving.replace_known()
        box.accept()

    answer_box(lambda box: (answer_box(look_over), decide(box)))
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
        assert not box.act.isEnabled()
        box.waiting.setText("12")
        box.accept()

    for moment in ("zes_weken", "drie_maanden"):
        answer_box(follow)
        press(panel, thread, "Hoe ging het")
        assert asker.pool(case).desk.consult(thread).follow_ups[-1].moment == moment

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


def test_an_addition_is_given_and_a_question_is_withdrawn(ask, asker, show, answer_box) -> None:
    screen = ask()
    thread = send(screen)
    asker.region.deliver()
    asker.region.home(HUB).desk.say(thread, said.AskCompletion(reason="Wie is er overdag thuis?"))
    asker.region.deliver()
    panel = show(PoolPanel(screen.case), 860, 700)
    panel.fetch_button.click()
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

    def note(box: PhoneBox) -> None:
        assert isinstance(box, PhoneBox) and not box.act.isEnabled()
        box.minutes.chips[1].click()
        box.said.setPlainText("kan het wachten? ja, tot maandag.")
        box.accept()

    answer_box(note)
    panel.phone_button.click()
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


# -- in the window


def test_from_the_panel_and_from_step_12_to_the_question_and_back(inside) -> None:
    screen = inside.family("wendy-15.json")
    house = inside.window.house
    screen.panel.go_to.emit("pool")
    assert house.asking.screen.isVisible()
    house.asking.screen.form._fields["deadline_reason"].setText("voor het overleg")
    house.asking.screen.backward.click()
    assert screen.isVisible()
    page = screen.open_step("expert_pool")
    page.pool.ask_button.click()
    assert house.asking.screen.isVisible()
    assert house.asking.screen.form._fields["deadline_reason"].text() == "voor het overleg"
    inside.window.lock()
    inside.enter()
    assert "voor het overleg" in str(inside.window.session.settings.get(DRAFTS))


def test_a_signal_that_asks_for_the_pool_leads_straight_to_the_question(inside) -> None:
    screen = inside.family("wendy-15.json")
    screen.case.confirm("comparison.level", {"value": "gedwongen_kader", "source": "eigen_waarneming", "kind": "mening",
                                             "on": screen.case.today.isoformat()})  # fmt: skip
    for record in list(screen.case.order("consultations")):
        screen.case.remove("consultations", record)
    screen.case.weigh()
    _, card = screen.panel.signals._cards["R-EXP-01"]
    card.act.emit()
    assert inside.window.house.asking.screen.isVisible()
    assert inside.window.house.asking.screen.form.type.value() == "VERPLICHT_ADVIES"

