"""What the tests of the list editor share: cards, rows, and what one does with them."""


from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit

from casework.steps import FLOW
from desktop.flow.page import page_for

LIST = "help_history.help"
ODD = "<b>niet vet</b> & 👩‍👧 מילה عربية Їжак"


def opened(case, show):
    made = show(page_for(FLOW.by_id["help_history"], case), 796, 640)
    made.finish()
    return made


def helps(page):
    return page._lists[LIST]


def add(page, name=""):
    """Press the button to add one, and type a name into its first question."""
    made = helps(page)
    before = len(made.cards())
    press = made.add_button if made.add_button.isVisible() else made._empty.findChild(type(made.add_button))
    QTest.mouseClick(press, Qt.MouseButton.LeftButton)
    assert len(made.cards()) == before + 1
    card = made.cards()[-1]
    if name:
        write(row(card, "name"), name)
    return card


def row(card, name):
    return next(one for one in card.rows() if one.question.name == name)


def field(one):
    """Where one types in a row."""
    return one.findChild(QPlainTextEdit) or one.findChild(QLineEdit)


def write(one, text):
    """Type as one does: into the field, then leave it."""
    target = field(one)
    target.setFocus()
    target.selectAll()
    QTest.keyClicks(target, text)
    QTest.keyClick(target, Qt.Key.Key_Tab)


def press(menu: QMenu, words: str):
    action: QAction = next(act for act in menu.actions() if act.text().startswith(words))
    action.trigger()
    menu.close()


def menu_of(chip):
    QApplication.processEvents()  # what has just come into sight gets its place
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def kept(case, card, name):
    return case.raw(f"{LIST}.{card.record}.{name}")


def said(one):
    return [label.text() for label in one.findChildren(QLabel) if label.isVisible()]


def button(widget, name):
    return next(one for one in widget.findChildren(QAbstractButton) if one.accessibleName().startswith(name))


# -- none, and real non-answers


def choose(one, words):
    box = one.input.box
    box.setFocus()
    at = box.findText(words)
    box.setCurrentIndex(at)
    box.activated.emit(at)


# -- typing
