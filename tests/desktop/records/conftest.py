"""Step 7 on the real store, for the tests of the list editor."""


import pytest

from tests.desktop.cases import unlocked
from tests.desktop.records.common import opened


@pytest.fixture(autouse=True)
def in_light(light):
    """Every test here looks at the product."""


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
