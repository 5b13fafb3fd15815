"""What tests of windows share."""

import pytest


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
