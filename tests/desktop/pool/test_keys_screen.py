"""Keys and post in the window: three real homes let each other in and pass envelopes through a folder or a mail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton

from casework.pool import bodies as said
from casework.pool.parties import Party
from db.exchange.envelope import SUFFIX
from desktop.pool.keys.fingerprint import CompareBox
from desktop.pool.keys.screen import KeysScreen
from tests.casework.pool_talk import ASKER, EXPERT, HUB, request
from tests.db.pool_homes import Home, Region
from tests.desktop.pool.sessions import session_of


@pytest.fixture
def opened(show: Callable[..., Any]) -> Callable[[Home], KeysScreen]:
    return lambda home: show(KeysScreen(session_of(home)), 1000, 688)


def words(widget: Any) -> str:
    QApplication.processEvents()  # what was made anew is shown in the next turn
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def press(widget: Any, name: str) -> QPushButton:
    return next(one for one in widget.findChildren(QPushButton) if one.accessibleName() == name)


def compare(box: CompareBox, fingerprint: str) -> None:
    box.typed.setText(fingerprint)
    box.act.click()


def fresh(region: Region, name: str) -> Home:
    home = region.homes[name] = Home(region.root / name, region.clock)
    return home


def test_three_devices_let_each_other_in(
    tmp_path: Path, opened: Callable[[Home], KeysScreen], answer_box: Any, region: Region
) -> None:
    hub, new = opened(fresh(region, "begin")), opened(fresh(region, "new"))
    hub.start.role.chips[2].click()
    hub.start.act.click()
    assert hub.people is not None and "Toegelaten tot en met" in hub.device.state.text()
    new.start.role.chips[1].click()
    new.start.act.click()
    assert new.start.wrong.text() == "Kies uw discipline: daarop vraagt de coördinator u."
    new.start.discipline.setCurrentIndex(2)
    new.start.organisation.setText("Aanbieder A")
    new.start.act.click()
    assert new.people is None and "Nog twee stappen" in new.device.state.text()

    wish, book = tmp_path / "aanmelding.json", tmp_path / "adresboek.json"
    new.device.save_request(wish)
    theirs = new.session.pool.ring.card.fingerprint
    answer_box(lambda box: compare(box, theirs))
    hub.people.take_request(wish)
    assert new.session.actor.name in words(hub.people)
    hub.people.save_book(book)
    answer_box(lambda box: (box.same.setChecked(True), box.act.click()))
    new.device.take_book(book)
    assert "Toegelaten tot en met 23 november 2027." in new.device.state.text()
    assert [one.role for one in new.session.pool.people("coordinator")] == ["coordinator"]


def test_another_fingerprint_lets_nobody_through(
    tmp_path: Path, opened: Callable[[Home], KeysScreen], answer_box: Any, region: Region
) -> None:
    new, hub = fresh(region, "new"), opened(region.home(HUB))
    new.ring.start(EXPERT.model_copy(update={"id": "expert-9"}), region.clock.today)
    wish = tmp_path / "aanmelding.json"
    wish.write_bytes(new.ring.request_file())
    seen: list[tuple[str, bool]] = []

    def try_in_vain(box: CompareBox) -> None:
        box.same.setChecked(True)
        box.typed.setText("12345 67890 12345 67890 12345 67890")
        seen.append((box.wrong.text(), box.act.isEnabled()))
        box.typed.setText(new.ring.card.fingerprint[:11])
        seen.append((box.wrong.text(), box.act.isEnabled()))
        box.back.click()

    before = len(hub.session.pool.ring.directory.certificates)
    answer_box(try_in_vain)
    hub.people.take_request(wish)
    assert "niet dezelfde" in seen[0][0] and seen == [(seen[0][0], False), ("", False)]
    assert len(hub.session.pool.ring.directory.certificates) == before


def test_what_is_no_request_is_told(
    tmp_path: Path, opened: Callable[[Home], KeysScreen], answer_box: Any, region: Region,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    hub, told = opened(region.home(HUB)), []
    odd = tmp_path / "brief.json"
    odd.write_text("{}")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(odd), ""))
    answer_box(lambda box: (told.append(words(box)), box.act.click()))
    hub.people.admit.click()
    assert "In brief.json staat geen aanmelding van een apparaat." in told[0]


def test_prolonging_and_withdrawing(
    opened: Callable[[Home], KeysScreen], answer_box: Any, region: Region
) -> None:
    region.clock.now += timedelta(days=330)
    hub = opened(region.home(HUB))
    assert words(hub.people).count("Verloopt binnenkort") == 4
    hub.activateWindow()
    press(hub.people, f"Verlengen {ASKER.name}").setFocus()
    press(hub.people, f"Verlengen {ASKER.name}").click()
    assert words(hub.people).count("Verloopt binnenkort") == 3
    focused = QApplication.focusWidget()
    assert focused is not None and focused.accessibleName() == f"Verlengen {ASKER.name}"
    answer_box(lambda box: (box.findChild(QLineEdit).setText("uit dienst"), box.act.click()))
    press(hub.people, f"Intrekken… {ASKER.name}").click()
    assert ": uit dienst" in words(hub.people)
    assert ASKER.id not in [one.id for one in hub.session.pool.people("aanvrager")]


class TestPost:
    def ask(self, region: Region) -> Home:
        home = region.home(ASKER)
        home.desk.ask(said.Submit(request=request()))
        return home

    def test_saved_sent_and_waiting_in_words(
        self, opened: Callable[[Home], KeysScreen], region: Region, qtbot: Any
    ) -> None:
        screen = opened(self.ask(region))
        post = screen.post
        assert post.waiting.text() == "1 bericht is bewaard en wacht op verzending: 1 voor Co Verzinga."
        assert not post.exchange.isEnabled()
        screen.office.choose(region.root / "weg")
        post.exchange.click()
        assert "is er nu niet" in post.problem.text() and "wacht op verzending" in post.waiting.text()
        screen.office.choose(region.share)
        post.exchange.click()
        qtbot.waitUntil(lambda: not screen.office.busy)
        assert post.waiting.text() == "Alles is verzonden." and not post.problem.text()
        assert post.told.text().startswith("1 bericht verzonden en 0 gelezen.")

    def test_a_file_where_the_folder_should_write_keeps_it_waiting(
        self, opened: Callable[[Home], KeysScreen], region: Region, qtbot: Any
    ) -> None:
        (region.share / "pool").write_bytes(b"")
        screen = opened(self.ask(region))
        screen.office.choose(region.share)
        screen.post.exchange.click()
        qtbot.waitUntil(lambda: not screen.office.busy)
        assert "kan nu niet worden gelezen of geschreven" in screen.post.problem.text()
        assert "wacht op verzending" in screen.post.waiting.text()

    def test_by_mail(
        self, tmp_path: Path, opened: Callable[[Home], KeysScreen], region: Region, qtbot: Any, answer_box: Any
    ) -> None:
        asker = opened(self.ask(region))
        folder = tmp_path / "mail"
        folder.mkdir()
        answer_box(lambda box: box.back.click())
        asker.post.save_for_mail(folder)
        assert "wacht op verzending" in asker.post.waiting.text()  # not mailed yet
        answer_box(lambda box: box.act.click())
        asker.post.save_for_mail(folder)
        assert asker.post.waiting.text() == "Alles is verzonden."
        (attached,) = (folder / "voor Co Verzinga").iterdir()
        hub = opened(region.home(HUB))
        hub.office.read([attached, tmp_path / "weg.ijkenv"])
        qtbot.waitUntil(lambda: not hub.office.busy)
        assert "1 gelezen" in hub.post.told.text() and "1 bestand is nog niet te lezen" in hub.post.told.text()
        assert [row.status for row in hub.session.pool.store.rows()] == ["INGEDIEND"]

    def test_enter_too_soon_does_not_say_that_it_was_mailed(
        self, tmp_path: Path, opened: Callable[[Home], KeysScreen], region: Region, qtbot: Any, answer_box: Any
    ) -> None:
        asker = opened(self.ask(region))
        (tmp_path / "mail").mkdir()
        answer_box(lambda box: qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return))
        asker.post.save_for_mail(tmp_path / "mail")
        assert "wacht op verzending" in asker.post.waiting.text()

    def test_what_did_not_come_through_is_sent_again(
        self, opened: Callable[[Home], KeysScreen], region: Region, qtbot: Any, answer_box: Any
    ) -> None:
        asker = opened(self.ask(region))
        assert not asker.post.resend.isEnabled()
        asker.office.choose(region.share)
        asker.post.exchange.click()
        qtbot.waitUntil(lambda: not asker.office.busy)
        (lying,) = region.share.glob("*/*.ijkenv")
        lying.unlink()
        answer_box(lambda box: box.act.click())
        asker.post.resend.click()
        qtbot.waitUntil(lambda: not asker.office.busy)
        assert lying.exists() and asker.post.waiting.text() == "Alles is verzonden."

    def test_the_focus_stays_where_the_post_is_brought_and_fetched(
        self, opened: Callable[[Home], KeysScreen], region: Region, qtbot: Any
    ) -> None:
        home = self.ask(region)
        home.desk.send(region.share)
        home.desk.ask(said.Submit(request=request()))
        screen = opened(home)
        screen.office.choose(region.share)
        screen.activateWindow()
        for press in (screen.post.exchange, screen.post.stop):
            screen.post.exchange.setFocus()
            screen.post.exchange.click()
            assert screen.post.stop.isVisible()
            press.setFocus()
            qtbot.waitUntil(lambda: not screen.office.busy)
            QApplication.processEvents()
            assert QApplication.focusWidget() is screen.post.exchange

    def test_what_was_set_apart_stays_in_sight_until_it_can_be_read(
        self, opened: Callable[[Home], KeysScreen], region: Region, qtbot: Any
    ) -> None:
        stranger, hub = fresh(region, "stranger"), region.home(HUB)
        stranger.ring.start(Party(id="stranger", name="Bo Verzinga", role="aanvrager"), region.clock.today)
        stranger.ring.trust(hub.ring.directory, hub.ring.card.fingerprint)
        stranger.desk.ask(said.Submit(request=request()))
        stranger.desk.send(region.share)
        screen = opened(hub)
        screen.office.choose(region.share)
        screen.post.exchange.click()
        qtbot.waitUntil(lambda: not screen.office.busy)
        assert "De afzender staat niet in uw adresboek." in words(screen.post)
        screen.post.again.click()
        qtbot.waitUntil(lambda: not screen.office.busy)
        assert "De afzender staat niet in uw adresboek." in words(screen.post)
        hub.ring.admit(stranger.ring.request(), stranger.ring.card.fingerprint, region.clock.today)
        screen.post.again.click()
        qtbot.waitUntil(lambda: not screen.office.busy)
        assert not screen.post.again.isVisible() and "1 gelezen" in screen.post.told.text()

    def test_what_was_set_apart_says_from_whom_it_is_so_that_they_can_be_called(
        self, opened: Callable[[Home], KeysScreen], region: Region, qtbot: Any
    ) -> None:
        asker, hub = region.home(ASKER), region.home(HUB)
        asker.desk.ask(said.Submit(request=request()))
        asker.desk.send(region.share)
        (lying,) = region.share.glob("*/*.ijkenv")
        lying.write_bytes(lying.read_bytes()[:-1] + b"!")
        screen = opened(hub)
        screen.office.choose(region.share)
        screen.post.exchange.click()
        qtbot.waitUntil(lambda: not screen.office.busy)
        assert "Zegt van Anna Oefenstra te zijn. De handtekening klopt niet" in words(screen.post)

    def test_stopping_half_way_loses_nothing_and_goes_on_later(
        self, opened: Callable[[Home], KeysScreen], region: Region, qtbot: Any
    ) -> None:
        asker = region.home(ASKER)
        for _ in range(120):
            asker.desk.ask(said.Submit(request=request()))
        asker.desk.send(region.share)
        assert len(list((region.share / "pool").glob(f"*{SUFFIX}"))) == 120
        screen = opened(region.home(HUB))
        screen.office.choose(region.share)
        screen.office.moved.connect(lambda: screen.office.stop() if screen.office.done.read >= 25 else None)
        screen.post.exchange.click()
        qtbot.waitUntil(lambda: not screen.office.busy)
        held = len(screen.session.pool.store.rows())
        assert 25 <= held < 120 and "Gestopt" in screen.post.told.text()
        screen.office.moved.disconnect()
        screen.post.exchange.click()
        qtbot.waitUntil(lambda: not screen.office.busy)
        assert len(screen.session.pool.store.rows()) == 120
