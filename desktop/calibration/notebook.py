"""What somebody chose and compared, and the answers of colleagues that came in: kept among the settings of the home.

Nothing of it stands among the cases, in their journal or in search: a vignette is nobody's file.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import Any

from casework.calibration.answers import AnswerSheet, Weighed, joined
from casework.calibration.questions import QUESTIONS, QuestionId
from casework.knowledge import Vignette
from desktop.session import Settings

_OWN, _TEAM = "calibration", "calibration_team"


class Notebook:
    """Every change is kept at once. Raises Trouble where it cannot be."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        own: dict[str, Any] = settings.get(_OWN) or {}
        self.sheet = AnswerSheet.model_validate(own["sheet"]) if own else _fresh()
        self._drafts: dict[str, dict[str, str]] = own.get("drafts", {})
        self._team = [AnswerSheet.model_validate(one) for one in settings.get(_TEAM) or ()]

    def compared(self, vignette: Vignette) -> Weighed | None:
        """The answers that were given before comparing; None while it is still to be weighed, or its text is new."""
        own = self.sheet.answers.get(vignette.id)
        return own if own is not None and own.version == vignette.version else None

    def chosen(self, vignette: Vignette) -> dict[str, str]:
        """What was chosen so far, by question."""
        own = self.compared(vignette)
        if own is not None:
            return {question.id: own.answer(question) for question in QUESTIONS}
        return dict(self._drafts.get(vignette.id, {}))

    def choose(self, vignette: Vignette, question: QuestionId, code: str | None) -> None:
        """Choose an answer, or let go of it. After comparing nothing changes any more."""
        if self.compared(vignette) is not None:
            return
        draft = {**self._drafts.get(vignette.id, {}), question: code}
        self._drafts[vignette.id] = {name: one for name, one in draft.items() if one is not None}
        self._keep()

    def compare(self, vignette: Vignette) -> Weighed:
        """Lock the four answers, so that the reference may be seen."""
        own = Weighed.model_validate({"version": vignette.version, **self.chosen(vignette)})
        self.sheet = self.sheet.model_copy(update={"answers": {**self.sheet.answers, vignette.id: own}})
        self._drafts.pop(vignette.id, None)
        self._keep()
        return own

    def begin_anew(self) -> None:
        """A new round: own answers are gone, and the sheet gets another id."""
        self.sheet, self._drafts = _fresh(), {}
        self._keep()

    # -- the team

    def team(self) -> list[AnswerSheet]:
        """One's own answers and those that came in, each sheet once."""
        own = [self.sheet] if self.sheet.answers else []
        return list(joined([*own, *self._team]).values())

    @property
    def came_in(self) -> bool:
        """Whether answers of colleagues are kept here."""
        return bool(self._team)

    def take_in(self, sheets: Iterable[AnswerSheet]) -> int:
        """Keep the answers of colleagues; returns how many sheets were not here yet. Twice is once."""
        known = {one.id for one in self.team()}
        self._team = list(joined([*self._team, *sheets]).values())
        self._keep_team()
        return len({one.id for one in self.team()} - known)

    def forget_team(self) -> None:
        """Let go of what came in; one's own answers stay."""
        self._team = []
        self._keep_team()

    def _keep(self) -> None:
        self._settings.put(_OWN, {"sheet": self.sheet.model_dump(mode="json", by_alias=True), "drafts": self._drafts})

    def _keep_team(self) -> None:
        self._settings.put(_TEAM, [one.model_dump(mode="json", by_alias=True) for one in self._team])


def _fresh() -> AnswerSheet:
    return AnswerSheet(id=secrets.token_hex(16))
