"""The panel Weging: always current, never in the way. It mirrors what the motivation misses and shows what follows."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casework.weighing.assessment import Signal
from casework.words import counted
from desktop.cases.open_case import OpenCase
from desktop.theme.label import Plain, heading
from desktop.theme.look import current
from desktop.theme.scroll import Scroll
from desktop.weighing import respond, side_by_side
from desktop.weighing.outlook import Outlook
from desktop.weighing.signals import SignalList, announcement
from desktop.weighing.stages import Stages

WIDTH, WIDE = 322, 380
_ANNOUNCE_MS = 3000


class WeighingPanel(Scroll):
    """`go_to` carries the path of a field or the id of a step, `go_to_stage` the number of a stage."""

    go_to = QtSignal(str)
    go_to_stage = QtSignal(int)

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__("Weging", parent)
        self._case = case
        inside = QWidget()
        inside.setProperty("role", "page")
        look = current()
        column = QVBoxLayout(inside)
        column.setContentsMargins(look.px(14), look.px(12), look.px(14), look.px(16))
        column.setSpacing(look.px(10))
        self.setWidget(inside)
        head = QHBoxLayout()
        head.addWidget(heading("Weging"), 1)
        head.addWidget(Plain("een spiegel, u beslist", "small", "ink_quiet", wrap=False))
        column.addLayout(head)
        self.stages, self.outlook = Stages(), Outlook(case.pack)
        self.signals = SignalList(respond.reasons(case.pack))
        self._unknown = Plain("", "small", "ink_quiet")
        for part in (self.stages, self.signals, self._unknown, self.outlook):
            column.addWidget(part)
        column.addStretch(1)
        self.stages.chosen.connect(self.go_to_stage)
        self.signals.act.connect(self.go_to)
        self.outlook.chosen.connect(self.go_to)
        self.outlook.compare_asked.connect(self._compare)
        self.signals.followed.connect(self._followed)
        self.signals.differ.connect(self._differ)
        self.signals.take_back.connect(lambda rule: case.keep(f"responses.{rule}", None))
        self._before: tuple[Signal, ...] | None = None
        self._announced_at = QElapsedTimer()
        self._saying = QTimer(self, singleShot=True)
        self._saying.timeout.connect(self._announce)
        self._to_say = ""
        case.weighed.connect(self.refresh)
        if case.assessment is not None:
            self.refresh()

    def refresh(self) -> None:
        """Show the assessment that stands; parts that did not change stay as they are."""
        found = self._case.assessment
        if found is None:
            return
        self.stages.show_stages(found.motivation)
        self.signals.show_signals(found.signals, self._case.case.responses)
        waiting = len(found.unknown_rules)
        rules = counted(waiting, "regel is", "regels zijn")
        self._unknown.setText(f"{rules} nog niet te beoordelen: er is nog te weinig ingevuld." if waiting else "")
        self._unknown.setVisible(waiting > 0)
        self.outlook.show_assessment(found)
        if self._before is not None and (words := announcement(self._before, found.signals)):
            self._say_soon(words)
        self._before = found.signals

    def _followed(self, signal: Signal) -> None:
        self._keep(signal, respond.FOLLOWED if signal.severity == "TIP" else respond.ask_what(self, signal))

    def _compare(self) -> None:
        if (found := self._case.assessment) is not None:
            side_by_side.ask(self, self._case.name, found.likeness, self._case.pack)

    def _differ(self, signal: Signal) -> None:
        self._keep(signal, respond.LEFT if signal.severity == "TIP" else respond.ask_why(self, signal, self._case.pack))

    def _keep(self, signal: Signal, response: dict[str, str] | None) -> None:
        if response is not None:
            self._case.keep(f"responses.{signal.rule}", response)

    def _say_soon(self, words: str) -> None:
        """At most one announcement in three seconds: a screen reader is not talked over."""
        self._to_say = words
        passed = self._announced_at.elapsed() if self._announced_at.isValid() else _ANNOUNCE_MS
        self._saying.start(max(0, _ANNOUNCE_MS - passed))

    def _announce(self) -> None:
        self._announced_at.restart()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._to_say))
