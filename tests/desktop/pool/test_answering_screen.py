"""The expert's desk on real homes: nothing of the family before the interest, no word lost, blind until the release."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from casework.pool import bodies as said
from desktop.pool.answering.drafts import Drafts
from desktop.pool.answering.screen import AnsweringScreen
from desktop.theme.chips import ClockChip
from tests.casework.pool_talk import ASKER, EXPERT, HUB, SECOND, assign, closing, decide, release, request
from tests.db.pool_homes import Home, Region
from tests.db.test_disk_full import fill_up, room
from tests.desktop.pool.sessions import session_of

QUESTION = request().question
Opened = Callable[[Home], AnsweringScreen]


@pytest.fixture
def opened(show: Callable[..., Any]) -> Opened:
    return lambda home: show(AnsweringScreen(session_of(home)), 1366, 688)


def words(widget: Any) -> str:
    QApplication.processEvents()  # what was made anew is shown in the next turn
    texts = [one.text() for kind in (QLabel, QPushButton) for one in widget.findChildren(kind) if one.isVisible()]
    lines = [line.text() for line in widget.overview.lines.values() if line.isVisible()]
    return "\n".join([*texts, *lines])


def assigned(region: Region, *experts: Any, **asked: object) -> str:
    """A question that reached these experts."""
    hub = region.home(HUB)
    body = request(**asked)
    thread = region.home(ASKER).desk.ask(said.Submit(request=body))
    region.deliver()
    hub.desk.say(thread, assign(*(experts or (EXPERT,)), asked=body, asker=ASKER, team="team West"))
    region.deliver()
    return thread


def take_on(screen: AnsweringScreen, thread: str) -> None:
    screen.open(thread)
    screen.page.interest.interest.chips[0].click()
    screen.page.interest.family.chips[0].click()
    screen.page.interest.take.click()


def write(screen: AnsweringScreen, **fields: str) -> None:
    """Type and choose what an advice needs, as a person does."""
    form = screen.page.form
    whole = {"answer_0": "Eerst tien gesprekken.", "approach": "oudergesprekken thuis", "because": "School begint net.",
             "not_the_other": "Te lang.", "based_on": "de vraag", **fields}  # fmt: skip
    for name, text in whole.items():
        form._inputs[name].edit.setPlainText(text)
    form._chips["level"].chips[2].click()
    form._chips["certainty"].chips[1].click()


def test_who_has_no_folder_for_the_post_yet_reads_where_to_choose_one(region: Region, opened: Opened) -> None:
    screen = opened(region.home(EXPERT))
    assert "Kies bij ‘Sleutels en post’ de map voor de post" in words(screen)
    screen.session.office.choose(region.share)
    screen.refresh()
    assert "Kies hierboven ‘Post brengen en halen’." in words(screen)


def test_nothing_of_the_question_shows_before_the_interest_is_declared(region: Region, opened: Opened) -> None:
    thread = assigned(region, profile=(("leeftijd", "8 tot 11"),))
    screen = opened(region.home(EXPERT))
    assert "Wacht op u (1)" in words(screen) and QUESTION not in words(screen)
    screen.open(thread)
    assert QUESTION not in words(screen) and "8 tot 11" not in words(screen)
    screen.page.interest.take.click()
    assert "Beantwoord eerst beide vragen" in screen.page.interest.wrong.text()
    screen.page.interest.interest.chips[1].click()
    screen.page.interest.family.chips[0].click()
    screen.page.interest.take.click()
    assert "Schrijf welk belang" in screen.page.interest.wrong.text() and screen.page.form is None
    screen.page.interest.which.edit.setPlainText("werkt bij aanbieder A")
    screen.page.interest.take.click()
    assert QUESTION in words(screen) and "leeftijd: 8 tot 11" in words(screen)
    assert "belang werkt bij aanbieder A. U kent dit gezin niet." in words(screen)


def test_an_advice_goes_out_whole_and_not_before(region: Region, opened: Opened) -> None:
    thread = assigned(region)
    expert = region.home(EXPERT)
    screen = opened(expert)
    take_on(screen, thread)
    screen.page.form.send.click()
    assert screen.page.form.wrong.text().startswith("Vul nog in: het antwoord op de hoofdvraag")
    assert expert.desk.consult(thread).status == "IN_BEHANDELING"
    write(screen)
    screen.page.form._inputs["valid_until"].line.setText("32-1-2027")
    screen.page.form.send.click()
    assert "32-1-2027" in screen.page.form.wrong.text()
    screen.page.form._inputs["valid_until"].line.setText("1-3-2027")
    screen.page.form.send.click()
    assert screen.page.form is None and "Uw advies" in words(screen)
    assert Drafts(screen.session.settings).of(thread) == {}
    region.deliver()
    (given,) = region.home(HUB).desk.consult(thread).advices.values()
    assert given.advice.valid_until.isoformat() == "2027-03-01" and given.advice.registration == "SKJ 100001"
    assert given.advice.interest == "geen" and given.advice.level == "basisondersteuning"


def test_what_is_typed_is_kept_by_itself_and_survives_a_lock(region: Region, opened: Opened, qtbot: Any) -> None:
    thread = assigned(region)
    expert = region.home(EXPERT)
    screen = opened(expert)
    take_on(screen, thread)
    qtbot.keyClicks(screen.page.form._inputs["because"].edit, "School begint net")
    kept = Drafts(screen.session.settings)
    qtbot.waitUntil(lambda: kept.of(thread).get("because") == "School begint net")
    qtbot.keyClicks(screen.page.form._inputs["because"].edit, ", dus")
    screen.page.form._inputs["valid_until"].line.setText("1-3-20")
    screen.page.form._inputs["valid_until"].line.textEdited.emit("1-3-20")
    screen.keep()  # as the window does before locking
    screen.hide()
    expert.close()
    region.homes[EXPERT.id] = again = Home(expert.folder, region.clock)
    back = opened(again)
    back.open(thread)
    assert back.page.form._inputs["because"].edit.toPlainText() == "School begint net, dus"
    assert back.page.form._inputs["valid_until"].line.text() == "1-3-20"


def test_a_full_disk_is_told_and_the_words_stay(region: Region, opened: Opened, qtbot: Any) -> None:
    thread = assigned(region)
    expert = region.home(EXPERT)
    screen = opened(expert)
    take_on(screen, thread)
    fill_up(expert)
    screen.page.form._inputs["because"].edit.setPlainText("x" * 60_000)
    screen.keep()
    assert "Nog niet bewaard. De schijf is vol." in screen.page.form.state.text() and screen.page.form.pending
    room(expert)
    screen.keep()
    assert len(Drafts(screen.session.settings).of(thread)["because"]) == 60_000
    assert screen.page.form.state.text().startswith("Uw concept is bewaard")


def test_declining_says_why_and_whom_instead(region: Region, opened: Opened, answer_box: Any) -> None:
    thread = assigned(region)
    screen = opened(region.home(EXPERT))
    screen.open(thread)

    def fill(box: Any) -> None:
        why, whom = box.findChildren(QLineEdit)
        assert not box.act.isEnabled()
        why.setText("Ik ken dit gezin.")
        whom.setText("Rik Voorbeeldsma")
        box.act.click()

    answer_box(fill)
    screen.page.interest.give_back.click()
    assert screen.page is None and "Niet meer bij u (1)" in words(screen)
    region.deliver()
    consult = region.home(HUB).desk.consult(thread)
    assert consult.status == "TRIAGE" and consult.history[-1].why == "Ik ken dit gezin."


def test_asking_for_completion_stops_the_clock_and_keeps_the_draft(
    region: Region, opened: Opened, answer_box: Any
) -> None:
    thread = assigned(region)
    screen = opened(region.home(EXPERT))
    take_on(screen, thread)
    write(screen)
    answer_box(lambda box: (box.findChild(QLineEdit).setText("Hoe lang duurt het al?"), box.act.click()))
    screen.page.form.complete.click()
    assert "klok staat stil" in words(screen) and not screen.page.form.send.isEnabled()
    assert screen.page.form._inputs["approach"].edit.toPlainText() == "oudergesprekken thuis"
    region.deliver()
    region.home(ASKER).desk.say(thread, said.Complete(words="Sinds de zomer."))
    region.deliver()
    screen.refresh()
    assert "Sinds de zomer." in words(screen) and screen.page.form.send.isEnabled()
    assert screen.page.form._inputs["approach"].edit.toPlainText() == "oudergesprekken thuis"


def test_two_experts_are_blind_until_the_release_and_hear_what_came_of_it(
    region: Region, opened: Opened, answer_box: Any
) -> None:
    thread = assigned(region, EXPERT, SECOND)
    first, second = opened(region.home(EXPERT)), opened(region.home(SECOND))
    for screen, approach in ((first, "eigen aanpak van Isa"), (second, "eigen aanpak van Rik")):
        take_on(screen, thread)
        assert "leest elkaars advies pas" in words(screen)
        write(screen, approach=approach)
        if screen is second:
            screen.page.form.discipline.setCurrentIndex(4)
            screen.page.form._inputs["registration"].line.setText("geen")
        screen.page.form.send.click()
    region.deliver()
    hub = region.home(HUB)
    for screen, other in ((first, "van Rik"), (second, "van Isa")):
        screen.refresh()
        assert f"eigen aanpak {other}" not in words(screen)

    hub.desk.say(thread, said.ReturnAdvice(expert=EXPERT.id, comment="En als school niet meewerkt?"))
    region.deliver()
    first.refresh()
    assert "En als school niet meewerkt?" in words(first)
    assert "En als school niet meewerkt?" not in (second.refresh() or words(second))
    assert first.page.form._inputs["approach"].edit.toPlainText() == "eigen aanpak van Isa"
    first.page.form._inputs["risks"].edit.setPlainText("School doet niet mee.")
    first.page.form.send.click()
    region.deliver()

    hub.desk.say(thread, release(hub.desk.consult(thread), difference="alleen de aanpak"))
    region.deliver()
    region.home(ASKER).desk.say(thread, decide(decision="deels", reason="De wachtlijst is te lang."))
    region.deliver()
    region.home(ASKER).desk.say(thread, closing())
    region.deliver()
    for screen in (first, second):
        screen.show_list()
        assert "nieuw" in words(screen)
        screen.open(thread)
        for told in ("eigen aanpak van Isa", "eigen aanpak van Rik", "Het verschil: alleen de aanpak",
                     "volgt het advies deels", "De wachtlijst is te lang.", "4 van 5", "Eerder vragen."):  # fmt: skip
            assert told in words(screen)
        screen.show_list()
        assert "nieuw" not in words(screen) and "Wat ervan kwam (1)" in words(screen)

    region.home(ASKER).desk.say(thread, said.Reopen(reason="Het gaat weer mis."))
    region.deliver()
    for screen in (first, second):
        screen.open(thread)
        for told in ("opende de vraag opnieuw", "volgt het advies deels", "De wachtlijst is te lang.",
                     "eigen aanpak van Isa", "Eerder vragen."):  # fmt: skip
            assert told in words(screen)


def test_a_question_that_was_given_to_another_meanwhile_takes_no_advice(
    region: Region, opened: Opened, answer_box: Any
) -> None:
    thread = assigned(region)
    screen = opened(region.home(EXPERT))
    take_on(screen, thread)
    region.deliver()
    hub = region.home(HUB)
    hub.desk.say(thread, assign(SECOND, asked=hub.desk.consult(thread).request, asker=ASKER))
    region.deliver()
    write(screen)
    seen: list[str] = []
    answer_box(lambda box: (seen.extend(label.text() for label in box.findChildren(QLabel)), box.act.click()))
    screen.page.form.send.click()
    assert "Deze vraag is niet (meer) aan deze expert toegewezen." in seen
    assert Drafts(screen.session.settings).of(thread)["approach"] == "oudergesprekken thuis"
    screen.refresh()
    assert "aan iemand anders" in words(screen)


def test_an_expert_reads_that_the_coordinator_reminded_them(region: Region, opened: Opened) -> None:
    thread = assigned(region)
    screen = opened(region.home(EXPERT))
    screen.open(thread)
    assert "herinnerde u" not in words(screen)
    region.home(HUB).desk.say(thread, said.Remind(stage="herinnering", due=region.clock.today))
    region.deliver()
    screen.refresh()
    assert "De coördinator herinnerde u op 23 november 2026: de termijn loopt tot en met 23 nov" in words(screen)


def test_after_sending_no_clock_runs_for_who_answered(region: Region, opened: Opened) -> None:
    thread = assigned(region, EXPERT, SECOND, type="VERPLICHT_ADVIES", asked_level="intensief")
    screen = opened(region.home(EXPERT))
    take_on(screen, thread)
    assert screen.page.findChildren(ClockChip)
    write(screen)
    screen.page.form.send.click()
    assert "Uw advies gaat naar de coördinator." in words(screen)
    assert not screen.page.findChildren(ClockChip), "the other expert is not this one's clock"


def test_signals_and_reference_clients_go_by_their_title(region: Region, opened: Opened) -> None:
    thread = assigned(region, opened_by=("R-EXP-01", "R-NIEUW-09"), clients_seen=("IJK-01",))
    home = region.home(EXPERT)
    pack = session_of(home).pack
    screen = opened(home)
    take_on(screen, thread)
    assert f"{pack.rules['R-EXP-01'].title.rstrip('.')} en R-NIEUW-09" in words(screen)
    assert f"IJK-01 {pack.reference_clients['IJK-01'].title}" in words(screen)


def test_of_the_family_each_thing_stands_on_its_own_line(region: Region, opened: Opened) -> None:
    thread = assigned(region, profile=(("leeftijdsgroep", "8–11 jaar"), ("kenmerken", "gedrag, trauma")))
    screen = opened(region.home(EXPERT))
    take_on(screen, thread)
    assert "leeftijdsgroep: 8–11 jaar\nkenmerken: gedrag, trauma" in words(screen)
