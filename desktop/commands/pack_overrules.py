"""`ijkpunt pack overrules`: how often signals were followed or not, for the owner of the rules. Counts, no persons."""

from __future__ import annotations

from argparse import Namespace

from casework.actors import Actor
from casework.care.overrules import ENDINGS, overrule_counts
from desktop.bootstrap import default_home, open_session, unlock
from desktop.commands.common import Unusable, may_write, say, tell, write_new
from desktop.commands.passphrase import asked_for


def run(asked: Namespace) -> int:
    if asked.out is not None:
        if asked.out.suffix not in ENDINGS:
            raise Unusable(f"Geef het bestand een naam die eindigt op {' of '.join(ENDINGS)}.")
        may_write(asked.out, asked.force)
    vault = unlock(asked.home or default_home(), asked_for(asked.passphrase_file, "Wachtzin"))
    session = open_session(vault, Actor(id="", name=""))
    try:
        pack = session.pack
        counts = overrule_counts(session.responses(), pack)
    finally:
        session.close()
    if asked.out is None:
        say(counts.as_json())
    else:
        write_new(asked.out, counts.as_file(pack, asked.out.suffix), asked.force)
    for one in counts.rules:
        tell(f"{one.rule}: {one.words(pack)}")
    if not counts.rules:
        tell("Nog geen signaal is vijf keer of vaker beantwoord. Er is niets om te geven.")
    return 0
