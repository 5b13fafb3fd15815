"""What goes to the back office and what comes from it, for the window and the command line alike. Nothing is sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from casework import casefile
from casework.case import Case
from casework.handover.blocks import Document
from casework.handover.kinds import Wanted
from casework.ijw.propose import propose
from casework.knowledge import Pack
from casework.weighing.assessment import Assessment

if TYPE_CHECKING:
    from casework.ijw.incoming import Incoming


class Missing(NamedTuple):
    """What stands in the way of the proposal; path: the field, empty where the handover says it without one."""

    words: str
    path: str = ""


class Proposal(NamedTuple):
    """document: the proposal as JSON has it, or None; then `missing` says why."""

    document: Mapping[str, object] | None
    missing: tuple[Missing, ...]

    def as_bytes(self) -> bytes:
        return json.dumps(self.document, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"


def proposal(case: Case, assessment: Assessment, pack: Pack, today: date) -> Proposal:
    """No allocation without a handover that may go out: a code and a volume are not the whole story."""
    proposed = propose(case.settle(today), pack)
    if proposed.allocation is None or not assessment.handover.ready:
        unmet = [Missing(f"{one.rule}: {one.text}", one.path) for one in proposed.unmet]
        return Proposal(None, (*unmet, *(Missing(words) for words in assessment.handover.missing)))
    return Proposal(proposed.allocation.as_json(), ())


class Filing(NamedTuple):
    """files: of the package for the case system, by name; document: the handover in it."""

    files: Mapping[str, bytes]
    document: Document


def filing(case: Case, assessment: Assessment, pack: Pack, today: date, wanted: Wanted) -> Filing:
    """Raises Trouble for a handover that may not go out now, with every reason."""
    from casework.steps.decision import DecisionAdvice
    from desktop.handover.produce import issued
    from desktop.interop import zgw
    from desktop.render.pdf import render_pdf

    document = issued(case, assessment, pack, today, wanted)
    author = case.settle(today).of(DecisionAdvice).signed_by.known or ""
    return Filing(zgw.package(document, render_pdf(document), author, today), document)


def request_from(path: Path, pack: Pack, today: date) -> Incoming:
    """The case that a message of a provider starts (JW315, JW317), checked as a case file is.

    Raises UnreadableXml for what is refused, UnknownMessage with its content for another kind or version.
    """
    from casework.ijw.incoming import start_of_case
    from desktop.interop.xml import read_file

    incoming = start_of_case(read_file(path), pack)
    casefile.check(incoming.document, today)
    return incoming
