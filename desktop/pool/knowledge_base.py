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


def bring(desk: PoolDesk, folder: Path) -> None:
    """Lay the answers where everybody fetches the post, with what others laid there. Raises Trouble."""
    from db.exchange.answers import FILE, Answers, answers_in, to_bytes
    from db.exchange.folder import lay

    path = folder / FILE
    ours = _kept(desk)
    there = answers_in(path) if path.exists() else Answers()
    if (now := there.signed_by(desk.ring.issuers).merged(ours)) != there and now.statements:
        lay(path, to_bytes(now))


def fetch(desk: PoolDesk, folder: Path) -> None:
    """Take over what lies with the post and a coordinator signed. Raises Trouble where that cannot be."""
    from db.exchange.answers import FILE, answers_in

    path = folder / FILE
    if not desk.ring.trusts or not path.is_file():
        return
    before = _kept(desk)
    if (now := before.merged(answers_in(path).signed_by(desk.ring.issuers))) != before:
        _keep(desk, now)


def _kept(desk: PoolDesk) -> Answers:
    from db.exchange.answers import Answers

    return Answers.model_validate(desk.store.settings.get(_KEPT, {}), strict=False)


def _keep(desk: PoolDesk, answers: Answers) -> None:
    desk.store.settings.put(_KEPT, answers.model_dump(mode="json", by_alias=True))
