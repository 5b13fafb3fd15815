"""Vandaag: what asks something of whom works here, over all cases."""

from desktop import left_open
from desktop.pool.asking import drafts
from desktop.session import Session
from desktop.today import briefs, last


def forget_case(session: Session, case_id: str) -> None:
    """A case was erased: what the day remembered of it goes too."""
    briefs.forget(session, case_id)
    last.forget(session, case_id)
    drafts.forget_case(session.settings, case_id)
    left_open.forget_case(session.settings, case_id)
