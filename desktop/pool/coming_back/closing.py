"""How it went, six weeks and three months later; and the four questions without which no consult closes."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from casework.pool.state import Consult
from casework.pool.turns import next_moment
from desktop.pool.coming_back.boxes import YES_PARTLY_NO, SayBox
from desktop.theme.label import Plain

_MOMENTS = {"zes_weken": "na zes weken", "drie_maanden": "na drie maanden"}
_SCORES = {"1": "1 niet", "2": "2", "3": "3", "4": "4", "5": "5 heel goed"}
_MOST_DAYS = 2000
_NO_DAYS = f"Schrijf het aantal dagen als getal, tot en met {_MOST_DAYS}, bijvoorbeeld 12. Of laat het leeg."


class FollowUpBox(SayBox):
    def __init__(self, parent: QWidget, consult: Consult) -> None:
        super().__init__(parent, "Hoe ging het?", "De pool leert hiervan. Vraag het ook aan het gezin zelf.")
        self.moment = self.chips("Welk moment?", _MOMENTS, next_moment(consult))
        self.started = self.chips("Is de hulp begonnen?", {"ja": "ja", "nee": "nee"})
        self.waiting = self.line("Hoeveel dagen zaten er tussen het besluit en de start? (mag leeg blijven)")
        self.misread = Plain("", "small", "stop")
        self.body.addWidget(self.misread)
        self.own_words("outcome", "Wat kwam ervan?")
        self.own_words("side_effects", "Was er ook iets dat u niet bedoelde? (mag leeg blijven)", may_be_empty=True)
        self.judge()

    @property
    def _fits(self) -> bool:
        days = self.waiting.text().strip()
        return not days or (days.isdecimal() and int(days) <= _MOST_DAYS)

    def ready(self) -> bool:
        return super().ready() and self.moment.value() is not None and self.started.value() is not None and self._fits

    def judge(self) -> None:
        if hasattr(self, "misread"):
            self.misread.setText("" if self._fits else _NO_DAYS)
            self.misread.setVisible(not self._fits)
            super().judge()

    @property
    def told(self) -> dict[str, Any]:
        days = self.waiting.text().strip()
        return {
            "moment": self.moment.value(),
            "started": self.started.value() == "ja",
            "waiting": int(days) if days else None,
        }


class CloseBox(SayBox):
    def __init__(self, parent: QWidget, missing: str = "") -> None:
        """missing: what step 13 says was not there, to begin with."""
        super().__init__(parent, "Afronden", "Vier vragen. Zonder antwoord sluit de vraag niet.")
        self.plan_changed = self.chips("1. Is het plan erdoor veranderd?", YES_PARTLY_NO)
        self.answered = self.chips("2. Is uw vraag beantwoord?", YES_PARTLY_NO)
        self.usefulness = self.chips("3. Hoe bruikbaar was het advies?", _SCORES)
        self.own_words("learnt", "4. Wat leerde u ervan?")
        lacks = self.own_words("supply_missing", "Miste er hulp die er niet is? (mag leeg blijven)", may_be_empty=True)
        lacks.setPlainText(missing)
        self.judge()

    def ready(self) -> bool:
        chosen = all(one.value() is not None for one in (self.plan_changed, self.answered, self.usefulness))
        return super().ready() and chosen

    def judge(self) -> None:
        if hasattr(self, "usefulness"):
            super().judge()

    @property
    def told(self) -> dict[str, Any]:
        return {
            "plan_changed": self.plan_changed.value(),
            "answered": self.answered.value(),
            "usefulness": int(self.usefulness.value() or 0),
        }
