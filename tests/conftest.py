"""What every test stands on: no screen, no network, no folder of the developer's own, no warning that goes unseen."""

from __future__ import annotations

import gc
import logging
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

OWN_FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")
LOCAL_SOCKETS = {getattr(socket, "AF_UNIX", None)}  # how processes of one machine talk; a display server, for one


def refuse_network(event: str, arguments: tuple[Any, ...]) -> None:
    """Audit hook: it sees every socket and every look-up of a name, also those made inside other libraries."""
    if event in ("socket.getaddrinfo", "socket.gethostbyname") or (
        event == "socket.__new__" and arguments[1] not in LOCAL_SOCKETS
    ):
        raise RuntimeError(f"IJkpunt is offline: nothing may reach the network, and neither may a test ({event})")


sys.addaudithook(refuse_network)

# A loaded machine is no fault of what is tested: how long an example takes, or takes to make, decides nothing.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


def pytest_configure(config: pytest.Config) -> None:
    if not config.option.markexpr:
        config.option.markexpr = "not deep"


def pytest_collection_finish() -> None:
    """All modules and tests stay to the end: to look through them for garbage, hundreds of times, takes a minute."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True, scope="session")
def folders_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whatever a test forgets to place lands in a temporary folder, never in the developer's own data."""
    with pytest.MonkeyPatch.context() as patch:
        for name in OWN_FOLDERS:
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield


@pytest.fixture(autouse=True)
def nothing_logged_unseen(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A record of WARNING or worse fails the test, unless the test looked at it and then called `caplog.clear()`."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    unseen = [f"{record.name}: {record.getMessage()}" for record in records if record.levelno >= logging.WARNING]
    assert not unseen, "unexpected log records:\n" + "\n".join(unseen)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty place for the app's data; it does not exist yet, as on a first start."""
    return tmp_path / "home"
