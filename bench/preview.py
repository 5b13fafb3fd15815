"""From a changed answer to the handover painted on the screen, on an encrypted home; beside an empty label.

`change` is the whole way: kept in the store, built anew, weighed, composed, laid out and painted. The families are the
largest example and the same one with eighty forms of help behind it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from itertools import count, cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget

import resources
from bench.timing import medians, told
from casework.actors import Actor
from casework.handover.blocks import Reader
from casework.handover.compose import compose
from desktop.bootstrap import Cost, create, open_session
from desktop.handover.screen import HandoverScreen
from desktop.theme.apply import apply_theme

_LARGEST, _HELPS = "jesse.json", 80
_TURNS = 40


def run(rounds: int = 11) -> list[str]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app)
    document = json.loads((resources.examples() / _LARGEST).read_bytes())
    return [
        line
        for name, family in (("largest example", document), (f"{_HELPS} helps", with_helps(document, _HELPS)))
        for line in _measured(name, family, rounds)
    ]


def with_helps(document: dict[str, Any], size: int) -> dict[str, Any]:
    """The same family with so many forms of help, one after the other."""
    made = deepcopy(document)
    listed = made["answers"]["help_history"]["help"]
    real = listed["value"] if isinstance(listed, dict) else listed
    grown = [{**deepcopy(real[number % len(real)]), "id": f"h{number}"} for number in range(size)]
    made["answers"]["help_history"]["help"] = {**listed, "value": grown} if isinstance(listed, dict) else grown
    return made


def _measured(name: str, family: dict[str, Any], rounds: int) -> Iterator[str]:
    with _screen(family) as screen:
        number, readers = count(), cycle(("parent", "provider"))
        label = QLabel("leeg")
        label.resize(screen.size())
        label.show()

        def change() -> None:
            screen.case.confirm("help_question.goes_well", f"Jesse zorgt voor de hond, {next(number)} keer.")
            screen.case.weigh()
            screen.refresh()
            _until_painted(screen.preview.viewport())

        def other_reader() -> None:
            screen.choose_reader(cast(Reader, next(readers)))
            _until_painted(screen.preview.viewport())

        def new_document() -> None:
            assert screen.case.assessment is not None
            compose(screen.case.settled, screen.case.assessment, screen.case.pack, screen.reader)

        def empty() -> None:
            label.setText(f"leeg {next(number)}")
            _until_painted(label)

        work: dict[str, Callable[[], object]] = {
            "change": change, "rest": _settle, "weigh": screen.case.weigh, "compose": new_document, "empty": empty,
            "settled": _settle, "reader": other_reader, "rest of it": _settle, "back": other_reader, "end": _settle,
        }  # fmt: skip
        found = medians(work, rounds)
    yield told(f"change to paint, {name}", found["change"], found["empty"], "empty label", "<= 300 ms")
    yield told(f"other reader, {name}", found["reader"], found["empty"], "empty label", "<= 300 ms")
    for part, words in (("weigh", "weigh"), ("compose", "compose"), ("rest", "the rest, when idle")):
        yield f"  {words:<32}{found[part] * 1000:9.2f} ms"


@contextmanager
def _screen(family: dict[str, Any]) -> Iterator[HandoverScreen]:
    with TemporaryDirectory() as folder:
        vault, _ = create(Path(folder) / "home", "vier losse woorden hier", Cost(1, 64, 1))
        session = open_session(vault, Actor(id="a", name="M. Denkbeeldema"))
        screen = HandoverScreen(session.open(session.take_in(family, practice=True)))
        screen.resize(1366, 688)
        screen.show()
        screen.refresh()
        _settle()
        yield screen
        screen.hide()
        screen.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        session.close()


class _Painted(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def _settle() -> None:
    """All that waits for the window to have time."""
    for _ in range(_TURNS):
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _until_painted(widget: QWidget) -> None:
    """Let the window work until it painted this."""
    watch = _Painted()
    widget.installEventFilter(watch)
    widget.update()
    while not watch.seen:
        QApplication.processEvents()
    widget.removeEventFilter(watch)
