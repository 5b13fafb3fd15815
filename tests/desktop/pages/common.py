"""What the tests of the pages share."""

import json
import re

from PySide6.QtWidgets import QApplication, QComboBox, QLabel

import resources
from casework import casefile, paths
from casework.steps import FLOW
from desktop.theme.radio_chips import RadioChip
from tests.desktop.cases import TODAY

STEPS = [step.id for step in FLOW.steps]
CODE = re.compile(r"\b[a-z]+(_[a-z0-9]+)+\b")
NEED = {
    "needs.needs": ["n1", "n2"],
    "needs.needs.n1.what": "eerder merken dat hij boos wordt",
    "needs.needs.n2.what": "op één lijn reageren",
}


def of_example(name):
    document = json.loads((resources.examples() / name).read_text(encoding="utf-8"))
    return paths.flatten(casefile.as_document(casefile.check(document, TODAY)))


def with_open_cards(page):
    page.resize(796, 640)
    page.show()
    page.finish()
    for of_list in page._lists.values():
        for card in of_list.cards()[:1]:
            card.open(True)
    QApplication.processEvents()
    return page


def words_on(page):
    """Everything a person can read on a page, and every option they can choose."""
    for label in page.findChildren(QLabel):
        if label.isVisible():
            yield label.text()
    for box in page.findChildren(QComboBox):
        yield from (box.itemText(at) for at in range(box.count()))
    yield from (chip.accessibleName() for chip in page.findChildren(RadioChip))
