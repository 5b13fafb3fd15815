"""Asking the pool from a case: real widgets, real homes, a folder between them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from casework.pool import bodies as said
from casework.pool.clocks import Norms
from casework.pseudonym import OwnWording
from db.cipher import driver
from desktop.handover.journal import events
from desktop.pool.asking.drafts import SETTING as DRAFTS
from desktop.pool.asking.screen import AskingScreen
from desktop.pool.case_pool import PRACTICE
from desktop.pool.coming_back.thread_sheet import ThreadSheet
from desktop.theme.runs import RunLabel
from tests.casework.pool_talk import ASKER, EXPERT, HUB
from tests.desktop.window.asking_steps import decide_all, send

TODAY = "2026-11-23"


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
    words["Winsum"].own.setText("het dorp van Wendy")
    screen.send()
    assert "‘Wendy’ uit deze casus" in screen._says.text() and asker.pool(screen.case).threads() == []
    words["Winsum"].own.setText("een dorp")
    assert "bij oma in een dorp blijven" in screen.resolving._after["question"].text()
    screen.forward.click()
    (asked,) = [consult for _, consult in asker.pool(screen.case).threads()]
    assert "een dorp" in asked.request.question and "Winsum" not in str(asked.request)
    assert screen.case.case.consultations[-1].question.known == "Kan Wendy bij oma in Winsum blijven?"


def test_what_is_found_stands_among_the_words_around_it(ask) -> None:
    screen = ask()
    screen.form.informed.chips[0].click()
    said = "Het is een lang verhaal, over school en over thuis, maar Roos zei dat het beter gaat met slapen en eten."
    screen.form._fields["question"].setPlainText(said)
    screen.forward.click()
    (row,) = [row for row in screen.resolving.rows if row.lead.words == "Roos"]
    told = row.findChildren(RunLabel)[0].text()
    assert "over thuis, maar Roos zei dat het" in told and "lang verhaal" not in told and "eten" not in told


def test_all_that_goes_along_by_itself_can_be_read(ask) -> None:
    screen = ask()
    shown = " ".join(label.text() for label in screen.along.findChildren(QLabel))
    for label, words in screen.form.draft.profile.told:
        box = screen.along.boxes[label]
        assert words in f"{box.text()} {shown}" and words in box.accessibleName()
        assert box.sizeHint().width() <= screen.along.body.contentsRect().width()
    screen.along.boxes["hulp"].setChecked(False)
    assert "hulp" not in screen.along.chosen() and len(screen.along.boxes) - 1 == len(screen.along.chosen())


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
    assert screen.resolving.isHidden() and f"de coördinator en {EXPERT.name}" in screen._check_line.text()
    assert screen._as_written.isVisible() and "Waar kan Wendy vannacht slapen?" in screen._as_written.text()
    screen.forward.click()
    (asked,) = [consult for _, consult in asker.pool(screen.case).threads()]
    assert "Wendy" in asked.request.question and asked.request.readers == (EXPERT.name,)
    assert asked.urgent and asked.status == "SPOED", "what may not wait for consent may not wait for the pool either"
    told = screen.case.logged("exported")[-1]
    assert told["consent"] == "herleidbaar" and "geweld" in told["ground"] and told["readers"] == [EXPERT.name]
    assert "labels" not in told, "with names there is nothing to remember who is who by"
    (line,) = [one.what for one in events(screen.case.history()) if one.what.startswith("schreef")]
    assert line.startswith(f"schreef met namen aan de expertpool, voor {EXPERT.name}. Grond: spoed")
    assert "geweld" in line
    sheet = ThreadSheet(asked, "", screen.case.today, Norms(), screen.case.pack)
    (named,) = [label.text() for label in sheet.findChildren(QLabel) if "Ging met namen" in label.text()]
    assert f"alleen naar de coördinator en {EXPERT.name}. Grond: spoed" in named and "logboek" in named
    assert ".." not in named
    sheet.deleteLater()


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


def test_what_cannot_be_logged_was_not_said(ask, asker) -> None:
    """Or the answer would come back to a question of which the case does not know that it left."""
    screen = ask()
    thread = send(screen)
    pool, db = asker.pool(screen.case), asker.region.home(ASKER).db
    db.conn.execute("CREATE TEMP TRIGGER refusing BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'no room'); END")
    with pytest.raises(driver.Error, match="no room"):
        pool.say(thread, said.Withdraw(reason="Het gezin verhuist."))
    assert pool.desk.consult(thread).status == "INGEDIEND" and pool.desk.store.waiting() == []


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


def test_a_case_goes_on_after_its_question_was_asked(inside, qtbot) -> None:
    screen = inside.family("wendy-15.json")
    screen.panel.go_to.emit("pool")
    place = inside.window.house.asking
    drew = place.screen.header
    place.close()
    qtbot.waitUntil(lambda: not isValid(drew))
    assert screen.case.confirm("intake.reason", None) is None  # whoever drew the question hears it no longer


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

