"""Inside: nothing typed is lost by a lock, a crash or a full disk; all by keyboard; every input has a name."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QWidget,
)

from casework.steps import FLOW
from casework.steps.intake import Intake
from desktop import bootstrap
from desktop.cases.rail import Rail
from desktop.cases.screen import CaseScreen
from desktop.emergency import EmergencyWindow
from desktop.flow.field import QuestionRow
from desktop.flow.tab_order import tab_stops
from desktop.house import House
from desktop.weighing.would_change import WouldChangeBlock
from tests.desktop.window.conftest import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WORDS = "Hij zegt: ik wil het voelen aankomen."
OCCASION = "intake.occasion"
INPUTS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractButton, QListView)


def field(driver, path: str) -> QWidget:
    """The thing one types in at a path."""
    row = driver.window.findChild(QuestionRow, path)
    return row.findChild(QPlainTextEdit) or row.findChild(QLineEdit)


def text_of(widget: QWidget) -> str:
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit) else widget.text()


def begin(driver) -> CaseScreen:
    driver.window.house.worklist.begin()
    return driver.window.house.case


def test_from_the_passphrase_to_a_word_that_is_still_there_after_locking_by_keyboard_alone(inside):
    inside.press(Qt.Key.Key_K, CTRL)
    for _ in range(30):  # Tab from the search field to the button that begins a case
        if QApplication.focusWidget().accessibleName() == "Nieuwe casus":
            break
        inside.press(Qt.Key.Key_Tab)
    inside.press(Qt.Key.Key_Space)
    inside.wait(lambda: inside.window.house.case is not None)
    for _ in range(60):  # from the rail into the page, to the first long text
        if isinstance(QApplication.focusWidget(), QPlainTextEdit):
            break
        inside.press(Qt.Key.Key_Tab)
    inside.type(WORDS)
    for _ in range(4):
        inside.press(Qt.Key.Key_Left)
    cursor = QApplication.focusWidget().textCursor().position()
    inside.press(Qt.Key.Key_L, CTRL)
    assert inside.door is not None and inside.window.house is None
    inside.type(PASSPHRASE)
    inside.press(Qt.Key.Key_Return)
    inside.wait(lambda: inside.window.house is not None)
    back = QApplication.focusWidget()
    assert isinstance(back, QPlainTextEdit) and back.toPlainText() == WORDS
    assert back.textCursor().position() == cursor
    assert inside.window.house.case.case.case.step(Intake).occasion.known == WORDS


def test_locking_leaves_no_screen_no_key_and_no_name(inside):
    inside.family()
    vault_key_before = inside.window.session
    inside.window.lock()
    inside.wait(lambda: not inside.window.findChildren(House))
    assert not inside.window.findChildren(CaseScreen)
    assert inside.window.session is None and inside.window.windowTitle() == "IJkpunt"
    with pytest.raises(Exception, match="closed"):
        vault_key_before.store.list()


TYPE_AND_DIE = """
import os, sys
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pathlib import Path
from desktop.commands.demo import _wait
from desktop.commands.window import application
from desktop.flow.field import QuestionRow
from desktop.home import Home
from desktop.unlock import UnlockForm
from desktop.window import MainWindow

app = application()
window = MainWindow(Home(Path(sys.argv[1])))
window.show()
window.centralWidget().findChild(UnlockForm).asked.emit(sys.argv[2])
_wait(app, lambda: window.house is not None, "unlock")
window.house.worklist.begin()
row = window.findChild(QuestionRow, sys.argv[3])
field = row.findChild(QPlainTextEdit) or row.findChild(QLineEdit)
window.activateWindow()
field.setFocus()
QTest.keyClicks(field, sys.argv[4])
store, case = window.session.store, window.house.case.case.id
_wait(app, lambda: any(draft.text == sys.argv[4] for draft in store.drafts(case)), "draft")
_wait(app, lambda: (window.session.settings.get("place") or {}).get("path") == sys.argv[3], "place")
print("typed", flush=True)
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed otherwise there")
def test_what_was_typed_outlives_a_process_that_is_killed(own_home, open_window):
    typed = "school dreigt met schorsen"
    died = subprocess.run([sys.executable, "-c", TYPE_AND_DIE, own_home.folder, PASSPHRASE, OCCASION, typed],
                          capture_output=True, text=True, timeout=120)  # fmt: skip
    assert died.stdout == "typed\n" and died.returncode == -signal.SIGKILL, died.stderr
    after = open_window(own_home).enter()
    assert text_of(field(after, OCCASION)) == typed
    assert after.window.findChild(QuestionRow, OCCASION).isAncestorOf(QApplication.focusWidget())


def test_half_a_date_is_kept_too(inside):
    begin(inside)
    line = field(inside, "intake.report_date")
    line.setFocus()
    inside.type("19-1")
    inside.window.lock()
    inside.enter()
    assert text_of(field(inside, "intake.report_date")) == "19-1"


def test_ctrl_z_takes_back_and_goes_to_what_it_changed(inside):
    screen = inside.family()
    before = screen.case.raw("intake.urgency")
    screen.case.confirm("intake.urgency", "vandaag")
    screen.open_step("needs")
    screen.rail.items["needs"].setFocus()
    inside.press(Qt.Key.Key_Z, CTRL)
    assert screen.case.raw("intake.urgency") == before and screen.step_id == "intake"
    screen.rail.items["intake"].setFocus()
    inside.press(Qt.Key.Key_Z, CTRL, SHIFT)
    assert screen.case.raw("intake.urgency") == "vandaag"


def test_f6_walks_through_the_regions_and_back(inside):
    screen = inside.family()
    places = []
    for _ in range(5):
        inside.press(Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        places.append(next(n for n, region in enumerate([inside.window.house.bar, *screen.regions])
                           if region.isAncestorOf(focus)))  # fmt: skip
    assert sorted(places) == [0, 1, 4, 5, 6]
    inside.press(Qt.Key.Key_F6, SHIFT)
    focus = QApplication.focusWidget()
    assert [inside.window.house.bar, *screen.regions][places[-2]].isAncestorOf(focus)


def test_tab_walks_bar_header_rail_page_and_weighing_in_that_order(inside):
    screen = inside.family()
    screen.open_step("needs")  # built last, yet before the panel
    order = list(tab_stops(inside.window.house))
    regions = [inside.window.house.bar, *(r for r in screen.regions if r.isVisible())]
    found = [next(n for n, region in enumerate(regions) if region.isAncestorOf(widget)) for widget in order
             if widget.objectName() != "stop_practising"]  # fmt: skip
    assert found == sorted(found) and set(found) == set(range(len(regions)))
    assert len([widget for widget in order if isinstance(widget.parentWidget().parentWidget(), Rail)]) <= 1


def test_tab_goes_round_without_a_trap(inside):
    inside.family("minimal.json")
    first, seen = QApplication.focusWidget(), []
    while len(seen) < 200 and (not seen or QApplication.focusWidget() is not first):
        inside.press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen[-1] is first and 10 < len(seen) == len(set(map(id, seen)))


def test_ctrl_g_and_a_number_opens_a_step(inside, answer_box):
    screen = inside.family()
    for number, step in (("8", "needs"), ("12", "expert_pool")):
        answer_box(lambda box, number=number: inside.qtbot.keyClicks(box.findChild(QLineEdit), f"{number}\r"))
        inside.press(Qt.Key.Key_G, CTRL)
        assert screen.step_id == step


def test_the_emergency_card_stands_over_the_work_and_over_a_box(inside, answer_box):
    screen = inside.family()
    inside.press(Qt.Key.Key_F1)
    card = inside.window.findChild(EmergencyWindow)
    assert card.isVisible() and "112" in card.card.accessibleDescription()
    assert not card.isModal()
    card.close()

    def press_f1(box: QDialog) -> None:
        inside.qtbot.keyClick(QApplication.focusWidget() or box, Qt.Key.Key_F1)
        assert box.findChild(EmergencyWindow).isVisible()
        box.reject()

    seen = answer_box(press_f1)
    inside.press(Qt.Key.Key_G, CTRL)
    assert seen and screen.isVisible()


def test_it_locks_by_itself_when_nobody_touches_it_and_not_while_somebody_does(inside):
    begin(inside)
    inside.window._idle.set_minutes(1 / 60)
    began = time.monotonic()
    while time.monotonic() < began + 1.5:
        inside.qtbot.wait(50)
        inside.qtbot.keyClick(inside.window.windowHandle(), Qt.Key.Key_Shift)
    assert inside.window.house is not None
    inside.wait(lambda: inside.door is not None)


def test_a_bigger_text_keeps_the_place(inside):
    begin(inside)
    field(inside, OCCASION).setFocus()
    inside.type("kort")
    inside.window._choose_look("dark", 2.0)
    screen = inside.window.house.case
    inside.wait(lambda: not screen.header.isVisible() and screen._narrow_row.isVisible())
    assert screen.place()["path"] == OCCASION
    assert text_of(screen.findChild(QuestionRow, OCCASION).findChild(QPlainTextEdit)) == "kort"
    profile = bootstrap.read_profile(inside.home.folder)
    assert (profile.theme, profile.scale) == ("dark", 2.0)


@pytest.mark.parametrize(("width", "rail", "panel"), [(1366, "names", True), (1150, "numbers", True), (900, "", False)])
def test_the_columns_follow_the_width_in_em(inside, width, rail, panel):
    screen = inside.family("minimal.json")
    inside.window.resize(width, 688)
    inside.qtbot.waitUntil(lambda: screen.width() == width)
    assert screen.rail.isVisible() == bool(rail)
    if rail:
        assert (screen.rail.width() > 100) == (rail == "names")
    assert screen.panel.isVisible() == panel
    assert screen._narrow_row.isVisible() == (not rail)


def unnamed(root: QWidget) -> list[str]:
    """Inputs without a name in the accessibility tree."""
    found = []
    for widget in root.findChildren(QWidget):
        if isinstance(widget, INPUTS) and widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            if not interface.text(QAccessible.Text.Name).strip():
                found.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}")
    return found


def test_every_input_has_a_name_in_the_accessibility_tree(inside):
    assert not unnamed(inside.window)
    screen = inside.family()
    for step in FLOW.steps:
        page = screen.open_step(step.id)
        for made in page._lists.values():
            for record in screen.case.order(made.path):
                page.go_to(f"{made.path}.{record}")
        assert not unnamed(inside.window), step.id
    inside.window.house.show_handover()
    assert not unnamed(inside.window)
    inside.window.show_emergency()
    assert not unnamed(inside.window.findChild(EmergencyWindow))
    inside.window.lock()
    assert not unnamed(inside.window)


class Shown(QObject):
    """Every window of its own that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def test_no_part_flashes_up_as_a_window_of_its_own(at_the_door, qapp):
    """A part that is shown before it has a place takes the focus away from whoever is typing."""
    shown = Shown()
    qapp.installEventFilter(shown)
    at_the_door.enter()
    screen = at_the_door.family()
    for step in FLOW.steps:
        screen.open_step(step.id)
    screen.case.confirm("intake.urgency", "acuut_gevaar")
    screen.case.weigh()
    at_the_door.window.house.show_handover()
    at_the_door.window.house.show_list()
    at_the_door.window.lock()
    at_the_door.enter()
    qapp.removeEventFilter(shown)
    assert not shown.windows


def test_no_button_loses_its_words(inside):
    """At twice the size and on a small laptop: what does not fit goes on at the next line, or into the menu."""
    inside.family()
    for theme, scale in (("light", 1.0), ("light", 2.0)):
        inside.window._choose_look(theme, scale)
        house = inside.window.house
        for show in (house.show_list, house.show_case, house.show_handover):
            show()
            inside.qtbot.wait(100)
            shown = [press for press in house.findChildren(QAbstractButton) if press.isVisible() and press.text()]
            cut = [press.text() for press in shown if press.width() < press.minimumSizeHint().width()]
            assert shown and not cut, (scale, show.__name__)


def test_a_button_that_goes_leaves_the_focus_where_one_was(inside):
    screen = inside.family("volgen.json")
    screen.go_to("comparison")
    page = screen.findChild(WouldChangeBlock)
    inside.wait(lambda: page.further.isVisible())
    page.further.setFocus()
    inside.press(Qt.Key.Key_Space)
    inside.wait(lambda: not page.further.isVisible())
    assert QApplication.focusWidget().text() == "9. Eigen mogelijkheden"


def test_the_menu_of_the_look_says_what_can_be_chosen(inside):
    acts = [(act.text(), act.isEnabled()) for act in inside.window.house.bar.look.menu().actions()]
    for head, first in (("Kleuren", "zoals de computer"), ("Tekstgrootte", "100 %"),
                        ("Vergrendelt vanzelf", "na 2 minuten")):  # fmt: skip
        at = acts.index((head, False))
        assert acts[at + 1] == (first, True)
