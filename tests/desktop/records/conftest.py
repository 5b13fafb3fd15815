"""Step 7 on the real store, for the tests of the list editor."""


import pytest

from desktop.theme.apply import apply_theme
from desktop.theme.look import Look, current
from tests.desktop.cases import unlocked
from tests.desktop.records.common import opened


@pytest.fixture(autouse=True)
def light(qapp):
    if current() != Look() or not qapp.styleSheet():
        apply_theme(qapp)


@pytest.fixture
def home(tmp_path):
    with unlocked(tmp_path / "home") as opened:
        yield opened


@pytest.fixture
def case(home):
    return home.begin()


@pytest.fixture
def page(case, show):
    return opened(case, show)
