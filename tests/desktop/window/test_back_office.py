"""The back office in the window: a provider's request starts a case, a decision becomes files. Nothing is sent."""

from __future__ import annotations

import json
import zipfile

import pytest

from casework.steps.intake import Intake
from desktop import ask
from desktop.handover.export import export
from desktop.interop.outgoing import BackOfficeButtons
from desktop.render.inspect import inspect
from desktop.rooms import CASES
from desktop.theme.label import Plain
from tests.desktop.interop_messages import jw315, jw317

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'


@pytest.fixture
def message(tmp_path):
    def written(data: bytes):
        path = tmp_path / "bericht.xml"
        path.write_bytes(data)
        return path

    return written


def words_of(box) -> str:
    return "\n".join(label.text() for label in box.findChildren(Plain))


def read(driver, path, answer_box) -> str:
    """What the box says that closes the reading of a message; it stays only as long as it is read."""
    said: list[str] = []
    answer_box(lambda box: (said.append(words_of(box)), box.accept()))
    driver.window.house.show_room(CASES)
    driver.window.house.worklist.import_request(path)
    return "\n".join(said)


def test_a_request_becomes_a_case_of_ones_own_and_tells_what_to_look_at(inside, message, answer_box):
    said = read(inside, message(jw315()), answer_box)
    case = inside.window.house.case.case
    assert "gezagsdrager" in said and "JW315" in said
    assert case.name == "Nynke van der Oefenstra" and not case.line.practice
    assert case.case.step(Intake).reporter.known == "aanbieder"
    assert "decision.products" not in inside.window.session.store.current(case.id), "what is asked for is no decision"


def test_the_same_youth_twice_is_told(inside, message, answer_box):
    read(inside, message(jw315()), answer_box)
    said = read(inside, message(jw315()), answer_box)
    assert "Er is al een casus met dit burgerservicenummer: Nynke van der Oefenstra" in said
    other = jw315().replace(b"999900006", b"999900018")
    assert "Er is al een casus op naam van Nynke van der Oefenstra" in read(inside, message(other), answer_box)


def test_a_change_asked_for_someone_known_is_told_by_number(inside, message, answer_box):
    """It carries no name: without this it would always become a second, nameless case."""
    read(inside, message(jw315()), answer_box)
    for _ in range(2):  # the second time there is a nameless one with that number too
        said = read(inside, message(jw317()), answer_box)
        assert "met dit burgerservicenummer: Nynke van der Oefenstra" in said


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (jw315(subversion="3"), "zegt van zichzelf"),
        (jw315().replace(b"jw315", b"jw319"), "het antwoord van de gemeente"),
        (BOMB, "DOCTYPE"),
        (b"geen xml", "geen goede XML"),
    ],
)
def test_what_is_not_read_makes_no_case_and_says_why(inside, message, answer_box, data, says):
    said = read(inside, message(data), answer_box)
    assert says in said
    assert inside.window.session.store.list() == () and inside.window.house.case is None


def test_another_version_is_shown_as_it_stands(inside, message, answer_box):
    said = read(inside, message(jw315(subversion="3")), answer_box)
    assert "Dit staat erin:" in said and "Oefenstra" in said


@pytest.fixture
def buttons(inside):
    screen = inside.family("jesse.json")
    screen.open_step("decision").finish()
    return inside.window.findChild(BackOfficeButtons)


def test_the_proposal_is_the_file_of_the_command_line_and_is_logged(inside, buttons, tmp_path, qtbot, answer_box):
    path = tmp_path / "voorstel.json"
    with qtbot.waitSignal(buttons.saved):
        buttons.save_proposal(path)
    assert json.loads(path.read_text(encoding="utf-8"))["schema"].startswith("ijkpunt/allocation/")
    (about,) = inside.window.house.case.case.logged("exported")
    assert about == {"form": "toewijzingsvoorstel", "file": "voorstel.json"}
    assert buttons.said.text() == "Bewaard: voorstel.json"
    inside.window.house.case.case.confirm("safety.verdict", None)
    answer_box(lambda box: box.accept())
    buttons.propose.click()
    assert buttons.said.text() == ""


def test_the_package_holds_the_handover_and_counts_as_one_that_left(inside, buttons, tmp_path, qtbot):
    path = tmp_path / "pakket.zip"
    with qtbot.waitSignal(buttons.saved, timeout=30_000):
        buttons.save_package(path)
        assert "Een ogenblik" in buttons.said.text()
    assert buttons.said.text() == "Bewaard: pakket.zip"
    with zipfile.ZipFile(path) as archive:
        assert "metadata.json" in archive.namelist() and any(name.endswith(".pdf") for name in archive.namelist())
    (about,) = inside.window.house.case.case.logged("exported")
    assert about["reader"] == "provider" and about["document"]["document_id"].startswith("OV-")


def test_what_holds_it_back_is_said_and_leaves_no_file(inside, buttons, tmp_path, qtbot, answer_box):
    case = inside.window.house.case.case
    case.confirm("safety.verdict", None)
    for save, name in ((buttons.save_proposal, "voorstel.json"), (buttons.save_package, "pakket.zip")):
        said: list[str] = []
        answer_box(lambda box, said=said: (said.append(words_of(box)), box.accept()))
        with qtbot.waitSignal(buttons.refused, timeout=30_000):
            save(tmp_path / name)
        inside.wait(lambda said=said: bool(said))
        assert "kan nog niet" in said[0]
        assert not (tmp_path / name).exists()
    assert case.logged("exported") == []


def test_no_name_is_asked_for_a_file_that_cannot_be(inside, buttons, answer_box, monkeypatch, qtbot):
    asked: list[object] = []
    monkeypatch.setattr(ask, "file_to_write", lambda *words: asked.append(words))
    inside.window.house.case.case.confirm("safety.verdict", None)
    for press in (buttons.propose, buttons.file):
        answer_box(lambda box: box.accept())
        with qtbot.waitSignal(buttons.refused, timeout=30_000):
            press.click()
    assert not asked


def test_what_is_filed_is_what_left(inside, buttons, tmp_path, qtbot):
    """The number follows from the content, so without what left before it would be another document in the archive."""
    case = inside.window.house.case.case
    paper, path = tmp_path / "overdracht.pdf", tmp_path / "pakket.zip"
    for words in ("Maandag om tien uur", "Dinsdag om elf uur"):
        case.confirm("handover.start_talk", words)
        case.weigh()
        done: list[bool] = []
        export(buttons, case, "provider", "pdf", paper, lambda done=done: done.append(True), pytest.fail)
        qtbot.waitUntil(lambda done=done: bool(done), timeout=30_000)
    with qtbot.waitSignal(buttons.saved, timeout=30_000):
        buttons.save_package(path)
    with zipfile.ZipFile(path) as archive:
        (filed,) = [archive.read(name) for name in archive.namelist() if name.endswith(".pdf")]
    assert filed == paper.read_bytes() and inspect(filed).data["document"]["version"] == 2
