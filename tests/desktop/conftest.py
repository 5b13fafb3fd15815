"""What tests of windows share."""

import shutil

import pytest
from playwright.sync_api import sync_playwright

from desktop import overrides
from desktop.theme.apply import apply_theme
from desktop.theme.look import Look, current
from tests.db.conftest import region  # noqa: F401

overrides.guard()  # as in the program itself


@pytest.fixture
def light(qapp):
    """The look of the product, put on where it is not; what a test put on instead is taken off again."""
    _light(qapp)
    yield
    _light(qapp)


def _light(app):
    if current() != Look() or not app.styleSheet():
        apply_theme(app)


@pytest.fixture
def show(qtbot):
    def shown(widget, width=None, height=None):
        qtbot.addWidget(widget)
        widget.resize(width or widget.sizeHint().width(), height or widget.sizeHint().height())
        widget.show()
        qtbot.waitExposed(widget)
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return shown


@pytest.fixture(scope="session")
def browser():
    """A real Chromium without a window. It is driven over a pipe, so no test opens a socket."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium here (Debian: apt install chromium): the page of a handover is NOT tried in a browser")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program)
        yield started
        started.close()
