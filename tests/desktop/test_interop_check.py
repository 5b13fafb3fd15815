"""The conditions of iJw on the page of the decision, as the user fills it in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from casework.steps import FLOW
from desktop.cases.open_case import OpenCase
from desktop.flow.page import page_for
from desktop.interop.allocation_check import AllocationCheck
from desktop.theme.label import Plain
from desktop.weighing.line import LineButton
from tests.desktop.cases import unlocked

PRODUCT = "decision.products.h1"
WHOLE = {
    "identity.bsn": "999900006",
    "identity.birth_date": "2012-05-23",
    "identity.custody": ["g1"],
    "identity.custody.g1.person": "Anja Oefenstra",
    "decision.decision": "toekennen",
    "decision.products": ["h1"],
    f"{PRODUCT}.product": "individuele-begeleiding-basis",
    f"{PRODUCT}.start": "2026-12-01",
}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[OpenCase]:
    with unlocked(tmp_path / "thuis") as home:
        yield home.begin(WHOLE)


@pytest.fixture
def page(case, show):
    made = show(page_for(FLOW.by_id["decision"], case), 800, 700)
    made.finish()
    return made


def check(page) -> AllocationCheck:
    return page.findChild(AllocationCheck)


def lines(page) -> list[LineButton]:
    QCoreApplication.processEvents()  # a widget that was just added shows in its own time
    return [one for one in check(page).findChildren(LineButton) if not one.isHidden()]


def test_a_whole_proposal_says_so(page):
    (said,) = [one for one in check(page).findChildren(Plain) if not one.isHidden()]
    assert "voldoet" in said.text() and not lines(page)


def test_a_condition_shows_at_once_and_goes_when_it_is_met(page, case, qtbot):
    assert case.confirm(f"{PRODUCT}.code", "45A48") is None
    (line,) = lines(page)
    assert "omvang" in line.text() and "CD041" in line.text()
    case.confirm(f"{PRODUCT}.volume", 2)
    case.confirm(f"{PRODUCT}.unit", "04 uur")
    case.confirm(f"{PRODUCT}.frequency", "4 maand")
    assert not lines(page)


def test_the_line_leads_to_the_field_also_on_another_page(page, case, qtbot):
    led = []
    page.leads.connect(led.append)
    case.confirm("identity.bsn", None)
    (line,) = lines(page)
    line.click()
    assert led == ["identity.bsn"]
    case.confirm("identity.bsn", "999900006")
    case.confirm(f"{PRODUCT}.code", "45A48")
    lines(page)[0].click()
    assert led == ["identity.bsn"]
    qtbot.waitUntil(lambda: page.focusWidget() is not None)
    assert f"{PRODUCT}.volume" in _names(page.focusWidget())


def _names(widget) -> list[str]:
    found = []
    while widget is not None:
        found.append(widget.objectName())
        widget = widget.parentWidget()
    return found


def test_nothing_shows_before_help_is_granted(page, case):
    assert not check(page).isHidden()
    case.confirm("decision.decision", "afwijzen")
    assert check(page).isHidden()
