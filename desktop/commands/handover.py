"""`ijkpunt handover CASE.json --out FILE`: a document for one reader, or what holds it back.

`--kind` asks for the announcement before the handover or one of the letters after it; `--previous` is the document that
is replaced, added to or withdrawn, in any form it was issued in.
"""

from __future__ import annotations

from argparse import Namespace

from casework.handover.blocks import Reader
from casework.handover.kinds import Wanted
from casework.handover.may_send import held_back
from desktop.commands import protection
from desktop.commands.common import (
    HELD_BACK,
    Unusable,
    read_bytes,
    read_case,
    read_pack,
    say,
    tell,
    weighed,
)
from desktop.commands.options import form
from desktop.handover.produce import issued, rendered


def run(asked: Namespace) -> int:
    phrase = protection.passphrase(asked)
    wanted = _wanted(asked)
    case, pack = read_case(asked.case, asked.date), read_pack(asked.pack)
    if wanted.previous is not None and not wanted.previous.is_of(case.settle(asked.date)):
        raise Unusable(f"{asked.previous} gaat over een andere jeugdige dan deze casus. Kies het goede stuk.")
    assessment = weighed(case, pack, asked.date)
    if missing := held_back(case.settle(asked.date), assessment, wanted.reader, wanted.kind):
        say({"schema": "ijkpunt/held-back/1", "ready": False, "missing": list(missing)})
        tell("Deze overdracht kan nog niet: zie “missing”.")
        return HELD_BACK
    protection.write(asked, rendered(issued(case, assessment, pack, asked.date, wanted), form(asked)), phrase)
    return 0


def _wanted(asked: Namespace) -> Wanted:
    """What is asked for; what does not belong together is told before anything is read."""
    letter = asked.kind in ("addendum", "withdrawal")
    if letter and not (asked.previous and (asked.text or "").strip()):
        raise Unusable("Geef bij een aanvulling of intrekking --previous met het stuk, en --text met de tekst.")
    if asked.text and not letter:
        raise Unusable("--text hoort alleen bij een aanvulling of een intrekking.")
    if asked.previous and asked.kind in ("announcement", "receipt"):
        raise Unusable("--previous hoort bij een nieuwe versie, een aanvulling of een intrekking.")
    if asked.reader != "provider" and (letter or asked.kind == "announcement"):
        raise Unusable("Dit stuk is er alleen voor de aanbieder. Laat --reader weg.")
    reader: Reader = "parent" if asked.kind == "receipt" and asked.reader == "provider" else asked.reader
    if asked.previous is None:
        return Wanted(reader, asked.kind)
    from desktop.handover.issued_file import issued_document
    from desktop.render.inspect import LARGEST_FILE

    previous = issued_document(asked.previous, read_bytes(asked.previous, LARGEST_FILE))
    return Wanted(reader, asked.kind, previous, asked.text or "", asked.number)
