"""Reading a request of a provider (JW315, JW317) as the start of a case: what was not taken over is told."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from casework.ijw.incoming import UnknownMessage
from desktop import ask
from desktop.interop.back_office import request_from
from desktop.session import Session
from desktop.store import CaseLine
from desktop.theme.label import Plain

_KINDS = ["Bericht van iJw (*.xml)"]
_MOST = 200
_NUMBER, _NAME = "identity.bsn", "identity.name"


def ask_request(parent: QWidget) -> Path | None:
    """Which message to read."""
    return ask.file_to_read(parent, "Verzoek van een aanbieder inlezen", _KINDS)


def take_request(parent: QWidget, session: Session, path: Path) -> CaseLine | None:
    """The new case, or None where the message is shown and nothing is made of it. Raises Trouble for what is refused.

    What a provider asks for is no decision: it stands in step 1 as what was asked.
    """
    try:
        incoming = request_from(path, session.pack, session.today)
    except UnknownMessage as unknown:
        _show(parent, unknown)
        return None
    line = session.take_in(incoming.document, practice=session.practice)
    notes = [*_same_young_person(session, line), *incoming.notes]
    if notes:
        head = f"Uit dit bericht ({incoming.kind.number}) is een casus gemaakt. Kijk nog naar het volgende"
        ask.tell(parent, head, "\n".join(notes))
    return line


def _same_young_person(session: Session, line: CaseLine) -> list[str]:
    """A request for a change names nobody: it is known by the number alone."""
    store, number = session.store, session.store.current(line.id).get(_NUMBER)
    numbered = store.search(number) if isinstance(number, str) else ()
    same = [one for one in numbered if one.id != line.id and store.current(one.id).get(_NUMBER) == number]
    if same:
        named = [one for one in same if store.current(one.id).get(_NAME)]
        about = f"met dit burgerservicenummer: {(named or same)[0].title or 'nog zonder naam'}"
    elif line.title and any(one.title == line.title and one.id != line.id for one in store.list()):
        about = f"op naam van {line.title}"
    else:
        return []
    return [f"Er is al een casus {about}. Is dit dezelfde jeugdige? Werk dan daar verder en wis deze."]


def _show(parent: QWidget, unknown: UnknownMessage) -> None:
    """What stands in a message of another kind or version, as it stands there: to read, not to guess at."""
    box = ask.Box(parent, "Dit bericht is niet ingelezen", str(unknown), "Begrepen", "")
    shown = [f"{path}: {text}" for path, text in unknown.content[:_MOST]]
    more = len(unknown.content) - len(shown)
    box.body.addWidget(Plain("Dit staat erin:", "body", strong=True))
    box.body.addWidget(Plain("\n".join([*shown, *([f"en nog {more} regels"] if more > 0 else [])]), "small"))
    box.to_read("Wat er in het bericht staat")
    box.agreed()
