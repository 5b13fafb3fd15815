"""Who works here signs without typing their name and registration once more."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.cases.open_case import OpenCase
from desktop.flow.answering import Given
from desktop.flow.showing import show_if
from desktop.theme.buttons import button
from desktop.theme.look import current

_SIGNED_BY = "decision.signed_by"


class OwnSignature(QWidget):
    """A button that signs the advice: while nobody signed what is decided now, for whose registration holds today."""

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, current().px(4))
        self.press = button(f"Ik onderteken: {case.actor.name}", "plain", "check", small=True)
        self.press.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.press.clicked.connect(self.sign)
        column.addWidget(self.press)
        case.changed.connect(self.refresh)
        self.refresh()

    def sign(self) -> None:
        """Keep name, register, number and last day, as they stand in the profile, in one step that can be undone."""
        own = self._case.actor.registration
        self._case.confirm_all({
            _SIGNED_BY: Given(self._case.actor.name, on=self._case.today.isoformat()).raw,
            "decision.signer_registration": own.register_,
            "decision.signer_number": own.number,
            "decision.signer_valid_until": own.valid_until.isoformat() if own.valid_until else None,
        })  # fmt: skip

    def refresh(self) -> None:
        unsigned = Given.of(self._case.raw(_SIGNED_BY)).is_blank or self._case.asked_anew(_SIGNED_BY)
        show_if(self, unsigned and self._case.actor.registration.holds_on(self._case.today))
