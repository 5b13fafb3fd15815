"""`ijkpunt demo`: practice families in a home that is gone afterwards; without a screen, one family to its PDF.

`--smoke` drives the real window, unseen, from the passphrase to a PDF: it proves that a build is complete.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from casework.trouble import Trouble
from desktop.commands.common import Unusable, put, tell
from desktop.commands.window import application
from desktop.home import PRACTICE_PASSPHRASE, Home

_WITHOUT_SCREEN = ("offscreen", "minimal", "vnc")
_PATIENCE = 60.0


def run(asked: Namespace) -> int:
    return _in_the_window() if has_screen() else _to_paper(asked.out)


def has_screen() -> bool:
    """Whether a window can be shown to somebody."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform:
        return platform not in _WITHOUT_SCREEN
    return sys.platform in ("win32", "darwin") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def _in_the_window() -> int:
    from desktop import mishap
    from desktop.bootstrap import default_home
    from desktop.window import MainWindow

    app = application()
    window = MainWindow(Home(default_home()))
    mishap.watch(window)
    window.show()
    window.practise()
    return app.exec()


def _to_paper(out: Path | None) -> int:
    """Store, weigh and hand over one practice family, as the window would."""
    from PySide6.QtCore import QCoreApplication

    from casework.actors import Actor
    from casework.handover import compose
    from desktop import practice
    from desktop.bootstrap import open_session, write_whole
    from desktop.handover.export import file_name
    from desktop.handover.produce import produce

    if out is not None and not out.parent.is_dir():
        raise Unusable(f"De map {out.parent} bestaat niet. Maak die eerst, of kies een andere.")
    holder = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])  # the case counts its time by it
    place = practice.PracticePlace()
    session = open_session(place.make(), Actor.model_validate({"id": "oefenaar", **practice.ABOUT}), practice=True)
    try:
        for family in practice.families():
            case = session.open(session.take_in(family.document, practice=True))
            case.weigh()
            assessment = case.assessment
            if assessment is None or not assessment.handover.ready:
                continue
            number = compose(case.settled, assessment, session.pack).cover.document_id
            path = _free(out or Path.cwd() / file_name(number, "provider", "pdf", practice=True))
            write_whole(path, produce(case.case, assessment, session.pack, session.today))
            case.log("exported", {"reader": "provider", "form": "pdf", "file": path.name})
            put(f"Oefengezin {case.name} is opgeslagen, gewogen en overgedragen.\nDe overdracht staat in {path}\n")
            return 0
    finally:
        session.close()
        place.close()
        del holder
    tell("Geen van de oefengezinnen is klaar voor een overdracht.")
    return 1


def _free(path: Path) -> Path:
    """The path itself, or the first name beside it that is not taken: nothing is replaced."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free


def smoke(path: Path) -> int:
    """Unlock, open, visit every step, export. 0 when the PDF is there and nothing went wrong; 1 otherwise."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    wrong: list[str] = []
    sys.excepthook = lambda *fault: wrong.append("".join(traceback.format_exception(*fault)))
    try:
        _drive(path)
    except Trouble as trouble:
        wrong.append(str(trouble))
    except Exception:
        wrong.append(traceback.format_exc())
    if not wrong and not path.read_bytes().startswith(b"%PDF-"):
        wrong.append(f"{path} is geen PDF")
    for line in wrong:
        tell(line)
    return 1 if wrong else 0


def _drive(path: Path) -> None:
    from casework.steps import FLOW
    from desktop import practice
    from desktop.theme import fonts
    from desktop.unlock import UnlockForm
    from desktop.window import MainWindow

    app = application()
    fonts.register()
    place = practice.PracticePlace()
    place.make().close()
    window = MainWindow(place.home)
    window.show()
    form = window.findChild(UnlockForm)
    assert form is not None
    form.asked.emit(PRACTICE_PASSPHRASE)
    _wait(app, lambda: window.house is not None, "ontgrendelen")
    house, session = window.house, window.session
    assert house is not None and session is not None
    for family in practice.families():
        screen = house.open(session.take_in(family.document, practice=True))
        screen.case.weigh()
        if screen.case.assessment is not None and screen.case.assessment.handover.ready:
            break
    for step in FLOW.steps:
        screen.open_step(step.id)
        app.processEvents()
    house.show_handover()
    assert house.handover is not None
    done: list[Any] = []
    house.handover.exported.connect(done.append)
    house.handover.failed.connect(done.append)
    house.handover.export_to("pdf", path)
    _wait(app, lambda: bool(done), "de PDF")
    if done != [path]:
        raise Unusable(str(done[0]))
    window.close()
    place.close()


def _wait(app: Any, until: Callable[[], bool], what: str) -> None:
    """Let the window do its work until something is so. Raises TimeoutError."""
    end = time.monotonic() + _PATIENCE
    while not until():
        if time.monotonic() > end:
            raise TimeoutError(f"{what} duurde langer dan {_PATIENCE:.0f} seconden")
        app.processEvents()
        time.sleep(0.002)
