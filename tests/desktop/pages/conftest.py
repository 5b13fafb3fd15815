"""A case on the real store, and its pages, for the tests of the pages."""


import pytest
from PySide6.QtWidgets import QApplication

from casework.steps import FLOW
from desktop.flow.page import page_for
from tests.desktop.cases import unlocked
from tests.desktop.pages.common import of_example, with_open_cards


@pytest.fixture(autouse=True)
def in_light(light):
    """Every test here looks at the product."""


@pytest.fixture
def home(tmp_path):
    with unlocked(tmp_path / "home") as opened:
        yield opened


@pytest.fixture
def begin(home):
    """A case with answers by path, weighed."""

    def begun(answers=None):
        case = home.begin(answers)
        case.weigh()
        return case

    return begun


@pytest.fixture
def family(begin):
    """A practice family in which every step is filled in."""
    return begin(of_example("jesse.json"))


@pytest.fixture
def page_of(show):
    def opened(case, step_id):
        page = show(page_for(FLOW.by_id[step_id], case), 796, 640)
        page.finish()
        QApplication.processEvents()
        return page

    return opened


@pytest.fixture(scope="module")
def seen(qapp, tmp_path_factory):
    """Every page of that family, opened once with a card of each list open, for the tests that only look."""
    shown = {}
    with unlocked(tmp_path_factory.mktemp("seen") / "home") as home:
        case = home.begin(of_example("jesse.json"))
        case.weigh()

        def page(step_id):
            if step_id not in shown:
                shown[step_id] = with_open_cards(page_for(FLOW.by_id[step_id], case))
            return shown[step_id]

        yield page
        for made in shown.values():
            made.close()
            made.deleteLater()
        QApplication.processEvents()
