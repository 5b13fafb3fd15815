"""The answers that may be used again in this home: found by anybody, kept and signed by a coordinator."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from casework.pool.reuse import Reusable, found_in
from casework.trouble import Trouble

if TYPE_CHECKING:
    from db.exchange.answers import Answers
    from desktop.pool.desk import PoolDesk

_KEPT = "pool.answers"


def find(desk: PoolDesk, text: str, *, ended: bool = False) -> list[Reusable]:
    """The answers that hold today in which these words stand; without words all of them."""
    return found_in((one.answer for one in _kept(desk).statements), text, desk.today, ended=ended)


def publish(desk: PoolDesk, answer: Reusable) -> None:
    """Sign an answer; it goes along with the post. Raises Trouble for anybody but a coordinator."""
    from db.exchange.answers import Answers, sign

    if not desk.ring.admits:
        raise Trouble("Alleen de coördinator zet antwoorden in de kennisbank.")
    _keep(desk, _kept(desk).merged(Answers(statements=(sign(desk.ring.signing_key, answer),))))


def bring(desk: PoolDesk, folder: Path) -> str:
    """Lay the answers where everybody fetches the post, with what others laid there; why not, where that cannot be."""
    from db.errors import known_file_errors
    from db.exchange.answers import FILE, Answers, answers_from, to_bytes
    from db.files import write_whole

    path = folder / FILE
    ours = _kept(desk)
    try:
        with known_file_errors(path):
            there = answers_from(path.read_bytes(), path.name) if path.exists() else Answers()
        if (now := there.signed_by(desk.ring.issuers).merged(ours)) != there and now.statements:
            write_whole(path, to_bytes(now))
    except Trouble as trouble:
        return str(trouble)
    return ""


def fetch(desk: PoolDesk, folder: Path) -> str:
    """Take over what lies with the post and a coordinator signed; why not, where that cannot be."""
    from db.errors import known_file_errors
    from db.exchange.answers import FILE, answers_from

    path = folder / FILE
    if not desk.ring.trusts or not path.is_file():
        return ""
    try:
        with known_file_errors(path):
            found = answers_from(path.read_bytes(), path.name)
    except Trouble as trouble:
        return str(trouble)
    before = _kept(desk)
    if (now := before.merged(found.signed_by(desk.ring.issuers))) != before:
        _keep(desk, now)
    return ""


def _kept(desk: PoolDesk) -> Answers:
    from db.exchange.answers import Answers

    return Answers.model_validate(desk.store.settings.get(_KEPT, {}), strict=False)


def _keep(desk: PoolDesk, answers: Answers) -> None:
    desk.store.settings.put(_KEPT, answers.model_dump(mode="json", by_alias=True))
