"""The handover on screen: what holds it back, what goes along, where a sentence came from, and the file it becomes."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit

from casework.handover import blocks
from casework.steps.handover import Handover
from casework.steps.identity import Identity
from casework.weighing.completeness import held_back_sections
from desktop.handover.export import file_name
from desktop.handover.pieces import pieces, widget_for
from desktop.handover.sourced import Sourced
from desktop.weighing.line import LineButton

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def handover(handover):
    handover.preview.finish()
    return handover


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def sentence_from(handover, path: str) -> Sourced:
    """What was replaced is hidden until Qt throws it away."""
    shown = (one for one in handover.preview.paper.findChildren(Sourced) if not one.isHidden())
    return next(one for one in shown if one._origin.path.startswith(path))


def change(handover, path: str, value: object) -> None:
    assert handover.case.confirm(path, value) is None
    handover.case.weigh()
    handover.refresh()


def test_what_is_told_of_others_asks_attention_where_it_leaves(handover):
    told = "Er gaan gegevens van anderen of uit de meldcode mee"
    assert told not in words(handover._missing)
    change(handover, "handover.third_party_shared", True)
    assert told in words(handover._missing) and "Niets houdt deze overdracht tegen." in words(handover._missing)


def test_what_one_stop_holds_back_is_counted_and_told_once(handover):
    identity = handover.case.settled.of(Identity)
    for one in identity.consents.known or ():
        if one.purpose.known == "delen_met_aanbieder":
            change(handover, f"identity.consents.{one.id}.outcome", "geweigerd")
    assert handover.save.text() == "Vaststellen: 1 te gaan"
    QApplication.processEvents()  # what is new is shown, what it took the place of is not
    labels = handover._missing.findChildren(QLabel)
    told = "\n".join(label.text() for label in labels if label.isVisibleTo(handover))
    assert "Deze versie kan nog niet" not in told
    assert told.count("Er is nog geen geldige toestemming om te delen") == 1
    assert "; nog niet van: Jesse Oefenstra (jeugdige)" in told


def test_who_keeps_one_of_a_list_here_reads_that_all_of_it_stays(handover):
    told = handover.sharing.held_back.what_stays
    assert told("handover.three_to_know").startswith("Dit is er één van 3 bij dezelfde vraag. Ze blijven alle 3 hier.")
    assert told("decision.motivation").startswith("Wat u hier vastlegde")


def test_the_preview_shows_every_kind_of_block(qapp):
    origin = blocks.Origin("intake.occasion", "moeder", "mening", "19 november 2026")
    text = (blocks.Text("<b>woord</b> & meer", strong=True), blocks.Text("eigen", quoted=True))
    shown = [
        blocks.Heading("Kop", 1, "H4"), blocks.Paragraph(text, origin), blocks.Facts((("Label", "waarde"),)),
        blocks.Table("Lijst", ("Een", "Twee"), (("a", "b"),)), blocks.Callout("care", "Let op", text),
        blocks.Thread("N1", "behoefte", ("V1",), "nog geen doel"), blocks.Goal("D1", "doel", "merk", "Jesse", 3, 7),
        blocks.Withheld("iets", "reden"), blocks.NewPage(),
    ]  # fmt: skip
    made = [(piece, widget_for(piece)) for piece in pieces(shown)]
    assert len(made) == len(shown) + 1  # a table has its caption, and a piece for each row
    piece, label = made[1]
    assert label.text() == "<b>woord</b> & meer“eigen”" and piece.origin is origin


def test_each_row_of_a_table_leads_to_its_own_answer():
    origin = blocks.Origin("help_history.help.h2", "moeder")
    table = blocks.Table("Lijst", ("Een", "Twee"), (("a", "b"), ("c", "d"), ("e", "f")), (None, origin))
    assert [piece.origin for piece in pieces([table])] == [None, None, origin, None]


def test_a_sentence_leads_back_to_its_field(inside, handover):
    sentence = sentence_from(handover, "explanation.")
    sentence.setFocus()
    assert handover._card.isVisible() and "stap 6" in words(handover._card)
    inside.qtbot.keyClick(sentence, Qt.Key.Key_Return)
    case = inside.window.house.case
    assert case.isVisible() and case.step_id == "explanation"
    assert case._stack.currentWidget().isAncestorOf(QApplication.focusWidget())


def test_pointing_moves_nothing_so_that_a_double_click_meets_one_sentence(inside, handover):
    sentence = sentence_from(handover, "decision.request")
    before = sentence.mapToGlobal(sentence.rect().topLeft())
    inside.qtbot.mouseClick(sentence, Qt.MouseButton.LeftButton)
    inside.wait(handover._card.isVisible)
    handover.preview.finish()
    assert sentence.mapToGlobal(sentence.rect().topLeft()) == before
    inside.qtbot.mouseDClick(sentence, Qt.MouseButton.LeftButton)
    assert inside.window.house.case.step_id == "decision"


def test_a_change_leaves_the_rest_as_it_stands(handover):
    """The focus, what one is reading, and every other sentence stay; the sentence itself is new."""
    bar, told = handover.preview.verticalScrollBar(), sentence_from(handover, "help_question.goes_well")
    read = sentence_from(handover, "decision.")
    bar.setValue(read.y() + handover.preview.paper.y())
    read.setFocus()
    assert bar.value() and QApplication.focusWidget() is read
    before = read.mapTo(handover.preview.viewport(), read.rect().topLeft()).y()
    long = "Hij zorgt elke dag voor de hond van de buren en daar wordt hij rustig van. " * 20
    change(handover, "help_question.goes_well", {"value": long, "source": "ouder", "kind": "mening"})
    handover.preview.finish()
    assert sentence_from(handover, "decision.") is read and QApplication.focusWidget() is read
    assert read.mapTo(handover.preview.viewport(), read.rect().topLeft()).y() == before
    assert sentence_from(handover, "help_question.goes_well") is not told
    assert "van de buren" in words(handover.preview.paper)


def test_the_focus_goes_along_to_what_a_sentence_became(handover):
    told = sentence_from(handover, "help_question.goes_well")
    told.setFocus()
    change(handover, "help_question.goes_well", {"value": "Hij kookt.", "source": "ouder", "kind": "mening"})
    now = sentence_from(handover, "help_question.goes_well")
    assert now is not told and QApplication.focusWidget() is now and "Hij kookt" in words(now)


def test_the_rest_of_the_document_follows_by_itself(inside):
    inside.family("jesse.json")
    inside.window.house.show_handover()
    paper = inside.window.house.handover.preview.paper
    inside.wait(lambda: not paper._to_make)
    assert "Klacht" in words(paper) or "klacht" in words(paper)
    shown = [widget for widget in paper._widgets if widget is not None]
    assert len(shown) == len(paper._pieces) and [w.y() for w in shown] == sorted(w.y() for w in shown)


def test_pointing_at_a_sentence_tells_whose_it_is(handover):
    sentence = sentence_from(handover, "help_question.goes_well")
    assert "ouder" in sentence.toolTip() and "mening" in sentence.toolTip() and "Enter" in sentence.toolTip()


def test_what_the_receiver_misses_leads_to_its_field_and_goes_when_it_is_there(inside, handover):
    volume = next(one for one in handover._wanted.findChildren(LineButton) if "Hoeveel hulp" in one.text())
    volume.click()
    page = inside.window.house.case
    assert page.isVisible() and page.step_id == "decision"
    inside.window.house.show_handover()
    missing = len(handover.case.assessment.handover.wanted)
    path = next(one.path for one in handover.case.assessment.handover.wanted if one.path.endswith(".volume"))
    change(handover, path, 6)
    assert len(handover.case.assessment.handover.wanted) <= missing
    assert path not in [one.path for one in handover.case.assessment.handover.wanted]
    handover.choose_reader("parent")
    assert not handover._wanted.isVisible()


def test_a_hard_sentence_for_a_family_is_told_marked_and_pointed_at(inside):
    inside.family("minimal.json")
    inside.window.house.show_handover()
    screen = inside.window.house.handover
    assert not screen._reading.isVisible()
    screen.choose_reader("youth")
    line = screen._reading.findChild(LineButton)
    assert "Dag de jeugdige" in line.text() and "kind of jongere" in line.text()
    line.click()
    found = screen.preview.paper.piece_with("Dag de jeugdige,")
    assert [run.text for run in found._wrapping.runs if run.marked] == ["Dag de jeugdige,"]
    change(screen, "identity.name", "Jesse Oefenstra")
    assert "Leest makkelijk (B1)" in words(screen._reading)
    assert not [one for one in screen._reading.findChildren(LineButton) if not one.isHidden()]


def test_only_our_part_of_a_hard_sentence_is_marked(qapp):
    text = (blocks.Text("Eerst dit. Het "), blocks.Text("traject", quoted=True), blocks.Text(" gaat  lang. Klaar."))
    (piece,) = pieces([blocks.Paragraph(text)], ["Het … gaat lang."])
    label = widget_for(piece)
    assert [(run.text, run.marked) for run in label._wrapping.runs] == [
        ("Eerst dit. ", False), ("Het ", True), ("“traject”", False), (" gaat  lang.", True), (" Klaar.", False),
    ]  # fmt: skip


@pytest.mark.parametrize("reader", ["provider", "youth"])
def test_each_reader_has_a_version(handover, reader):
    handover.choose_reader(reader)
    handover.preview.finish()
    assert len(words(handover.preview.paper)) > 400
    assert "OEFENING" in words(handover.preview.paper)


def test_the_sheet_says_whose_document_it_is_as_the_paper_does(inside, handover):
    def told():
        return [label.text() for label in handover.preview.paper.findChildren(QLabel) if label.isVisibleTo(handover)]

    handover.choose_reader("youth")
    assert "Afspraken over jouw hulp" in told()
    handover.choose_reader("provider")
    handover.case.confirm("handover.recipient_role", "school")
    handover.case.weigh()
    handover.refresh()
    assert "Overdracht jeugdhulp" in told() and any(text.endswith(", voor school") for text in told())
    assert handover._for.text() == "voor school, met wat u achterhoudt"


def test_what_holds_it_back_leads_to_where_it_is_mended(inside):
    inside.family("minimal.json")
    inside.window.house.show_handover()
    screen = inside.window.house.handover
    assert not screen.save.isEnabled() and screen.save.text().startswith("Vaststellen: ")
    assert "te gaan" in screen.save.toolTip()
    empty = next(line for line in screen._missing.findChildren(LineButton) if "Veiligheid" in line.text())
    empty.click()
    assert inside.window.house.case.step_id == "safety"


def test_a_section_and_its_reason_are_one_step_of_undo(handover):
    case, parts = handover.case, handover.parts

    def away() -> dict[str, str]:
        return {code: why for code, why in held_back_sections(case.settled, case.pack).items() if code == "H3"}

    parts.decide("H3", False, "Dat vertelt het gezin zelf.")
    case.undo()
    assert away() == {}
    parts.decide("H3", False, "Dat vertelt het gezin zelf.")
    parts.decide("H3", True, "")
    assert away() == {}
    case.undo()
    assert away() == {"H3": "Dat vertelt het gezin zelf."}


def test_a_section_stays_here_with_a_reason_and_can_go_along_again(handover, answer_box):
    def because(box) -> None:
        box.findChild(QLineEdit).setText("niet nodig voor deze hulp")
        box.act.click()

    answer_box(because)
    handover.parts._rows["H3"].tick.click()
    chosen = {one.section.known: one for one in handover.case.case.step(Handover).sections.known}
    assert chosen["H3"].shared.known is False and chosen["H3"].reason.known == "niet nodig voor deze hulp"
    handover.case.weigh()
    handover.refresh()
    handover.preview.finish()
    assert "niet nodig voor deze hulp" in words(handover.preview.paper).casefold()
    handover.parts._rows["H3"].tick.click()
    chosen = {one.section.known: one for one in handover.case.case.step(Handover).sections.known}
    assert chosen["H3"].shared.known is True
    assert not handover.parts._rows["H0"].tick.isEnabled()


def test_going_back_on_the_reason_keeps_the_section(handover, answer_box):
    answer_box(lambda box: box.reject())
    handover.parts._rows["H3"].tick.click()
    assert handover.parts._rows["H3"].tick.isChecked()
    assert "H3" not in {one.section.known for one in handover.case.case.step(Handover).sections.known or ()}


@pytest.mark.parametrize(
    ("form", "begin"), [("pdf", b"%PDF-"), ("html", b"<!DOCTYPE html>"), ("text", b""), ("json", b"{")]
)
def test_it_becomes_a_file_and_that_is_logged(inside, handover, tmp_path, form, begin):
    path = tmp_path / file_name("OV-2026-00000000", "provider", form, practice=True)
    assert path.name.startswith("OEFENING-") and "Jesse" not in path.name
    with inside.qtbot.waitSignal(handover.exported, timeout=30_000):
        handover.export_to(form, path)
    assert path.read_bytes()[:40].lower().startswith(begin.lower()) and path.stat().st_size > 2000
    entries = inside.window.session.store.history(handover.case.id)
    assert [entry.kind for entry in entries].count("exported") == 1
    if form == "json":
        assert json.loads(path.read_bytes())["schema"] == "ijkpunt/handover/1"


@pytest.mark.parametrize("goes", [True, False])
def test_after_saving_the_button_has_the_focus_again(inside, handover, tmp_path, goes):
    handover.save.setFocus()
    path = tmp_path / "overdracht.txt" if goes else tmp_path / "weg" / "overdracht.txt"
    asking = QDialog(handover)  # the box that asked for the place is still in front
    named = QLineEdit(asking)
    asking.show()
    asking.activateWindow()
    named.setFocus()
    inside.wait(named.hasFocus)
    assert not handover.save.hasFocus()
    with inside.qtbot.waitSignal(handover.exported if goes else handover.failed, timeout=30_000):
        handover.export_to("text", path)
    asking.close()
    assert handover.window().focusWidget() is handover.save, "not the first tab of the bar"


def test_saving_opens_no_origin_nobody_asked_for(inside, handover, tmp_path):
    handover.save.setFocus()
    inside.wait(handover.save.hasFocus)
    with inside.qtbot.waitSignal(handover.exported, timeout=30_000):
        handover.export_to("text", tmp_path / "overdracht.txt")
    assert handover._card.isHidden() and handover.save.hasFocus()


def test_a_place_that_cannot_be_written_is_told_and_leaves_nothing(inside, handover, tmp_path):
    path = tmp_path / "weg" / "overdracht.pdf"
    with inside.qtbot.waitSignal(handover.failed, timeout=30_000):
        handover.export_to("pdf", path)
    assert handover._said.text().startswith("Niet bewaard.") and not path.parent.exists()
    assert handover.save.isEnabled()


def test_esc_goes_back_to_the_steps(inside, handover):
    handover.parts._rows["H1"].tick.setFocus()
    inside.press(Qt.Key.Key_Escape)
    assert inside.window.house.case.isVisible()


def test_why_a_file_was_not_made_leaves_room_and_goes_when_one_does(inside, handover, tmp_path):
    with inside.qtbot.waitSignal(handover.failed, timeout=30_000):
        handover.export_to("text", tmp_path / "een-map-die-er-niet-is" / "met-nog-een-lange-naam" / "overdracht.txt")
    QApplication.processEvents()
    assert "Niet bewaard" in handover._said.text()
    whole = handover._for.fontMetrics().horizontalAdvance(handover._for.text())
    assert handover._for.width() >= whole, "a long message leaves it no column of single words"
    inside.window.house.show_case()
    inside.window.house.show_handover()
    assert handover._said.text() == ""
