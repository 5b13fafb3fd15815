"""The guards in conftest.py hold: what they promise every other test is tried here."""

from __future__ import annotations

import logging
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_no_socket_to_the_network_can_be_made(family: socket.AddressFamily) -> None:
    with pytest.raises(RuntimeError, match="offline"):
        socket.socket(family, socket.SOCK_STREAM)


def test_no_name_can_be_looked_up() -> None:
    with pytest.raises(RuntimeError, match="offline"):
        socket.getaddrinfo("localhost", 80)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no such sockets on this system")
def test_processes_of_this_machine_may_talk() -> None:
    one, other = socket.socketpair()
    with one, other:
        one.sendall(b"dag")
        assert other.recv(3) == b"dag"


def test_a_warning_that_was_looked_at_may_be_cleared(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("ijkpunt").warning("verwacht")
    assert caplog.messages == ["verwacht"]
    caplog.clear()


def test_a_warning_nobody_looked_at_fails_the_test(tmp_path: Path) -> None:
    shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path)
    (tmp_path / "test_it.py").write_text("import logging\n\ndef test_it():\n    logging.warning('onverwacht')\n")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"], cwd=tmp_path, capture_output=True, text=True
    )
    assert "1 passed, 1 error" in run.stdout and "root: onverwacht" in run.stdout
