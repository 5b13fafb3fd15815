"""The consult that is open: what is asked, what was advised, what happened, and what can be done now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from casework.knowledge.pack import Pack
from casework.pool.audience import two_are_asked
from casework.pool.difference import Row, side_by_side, told
from casework.pool.lifecycle import BEFORE_ADVICE, STATUS_WORDS, STEPS, TYPE_WORDS
from casework.pool.state import Consult
from casework.words import day_in_words, in_words
from desktop.pool.bench.acts import afterwards, possible, two_needed
from desktop.pool.bench.experts import Candidate, ExpertChoice
from desktop.pool.words import clients_seen, discipline, minutes_told, opened_by
from desktop.theme.buttons import button, with_menu
from desktop.theme.chips import status_tag
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import Plain, heading
from desktop.theme.look import current
from desktop.theme.scroll import Scroll

_SHOWN_ACTS = 2


class ConsultPage(Scroll):
    """`act_asked` carries the kind of an act, or `assign`; who was chosen then stands in `chosen`.

    knowledge: the pack that names the rules and reference clients of a question; asked for once one is shown.
    """

    act_asked = Signal(str)

    def __init__(self, knowledge: Callable[[], Pack], parent: QWidget | None = None) -> None:
        super().__init__("De gekozen vraag", parent, stop=True)
        self._knowledge = knowledge
        self.consult: Consult | None = None
        self._choice: ExpertChoice | None = None
        self._assign: QPushButton | None = None
        self._shown: tuple[Consult, list[Candidate], date] | None = None
        self.show_nothing()

    @property
    def chosen(self) -> list[Candidate]:
        return self._choice.chosen if self._choice else []

    def show_nothing(self) -> None:
        self._clear()
        self._column.addWidget(Plain("Kies een vraag om haar te lezen.", "body", "ink_quiet"))
        self._put()

    def show_consult(self, consult: Consult, found: list[Candidate], today: date) -> None:
        """What stands there already is left alone, with who was ticked: post comes in while one reads."""
        shown = (consult, found, today)
        if shown == self._shown:
            return
        self._clear()
        self.consult, self._shown = consult, shown
        request = consult.request
        tags = QWidget()
        flow = FlowLayout(tags)
        named = request is not None and request.consent == "herleidbaar"
        flow.addWidget(status_tag("herleidbaar" if named else "gepseudonimiseerd", "eye" if named else "eye-off"))
        flow.addWidget(status_tag("spoed" if consult.urgent else STATUS_WORDS[consult.status]))
        self._column.addWidget(tags)
        self._column.addWidget(heading(request.question if request else "Telefonisch consult"))
        self._facts(_asked(consult, self._knowledge))
        if consult.status in STEPS["assign"].from_ and request:
            self._who(found, consult)
        self._advices(consult)
        for minutes in consult.minutes:
            self._column.addWidget(Plain(f"Overleg van {day_in_words(minutes.held_on)}", "body", strong=True))
            self._facts(minutes_told(minutes))
        self._acts(consult)
        self._history(consult)
        self._put()

    # -- inside

    def _put(self) -> None:
        """Only what is whole is laid out: the heights of what wraps are then reckoned once, in the right width."""
        self._column.addStretch(1)
        self.setWidget(self._inside)
        self.verticalScrollBar().setValue(0)

    def _clear(self) -> None:
        look, self._inside = current(), QFrame()
        self._inside.setProperty("role", "panel")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(look.px(18), look.px(14), look.px(18), look.px(18))
        self._column.setSpacing(look.px(8))
        self.consult, self._choice, self._assign = None, None, None
        self._shown = None

    def _facts(self, facts: Mapping[str, str]) -> None:
        self._column.addWidget(_grid([(label, text) for label, text in facts.items() if text]))

    def _who(self, found: list[Candidate], consult: Consult) -> None:
        self._column.addWidget(Plain("Wie kan antwoorden?", "body", strong=True))
        if not found:
            self._column.addWidget(Plain("Er staat nog geen expert in het adresboek. Laat er eerst een toe.", "small"))
            return
        self._choice = ExpertChoice(found, consult.experts)
        self._column.addWidget(self._choice)
        self._assign = button("Toewijzen", "primary")
        self._assign.clicked.connect(lambda: self.act_asked.emit("assign"))
        self._why = Plain("", "small", "care")
        self._column.addWidget(self._why)
        self._column.addWidget(self._assign, 0, Qt.AlignmentFlag.AlignLeft)
        self._choice.changed.connect(self._judge)
        self._judge()

    def _judge(self) -> None:
        assert self._choice and self._assign and self.consult and self.consult.request
        chosen = [one.party for one in self._choice.chosen]
        heavy = two_are_asked(self.consult.request)
        why = two_needed(len(chosen), len(self._choice.boxes)) if heavy else ""
        asked = set(self.consult.experts) == {one.id for one in chosen}
        self._assign.setEnabled(bool(chosen) and not why and not asked)
        whom = "deze twee" if len(chosen) > 1 else "".join(one.name for one in chosen)
        self._assign.setText(f"Toewijzen aan {whom}" if whom else "Toewijzen")
        self._assign.setAccessibleDescription(" en ".join(one.name for one in chosen))
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def _advices(self, consult: Consult) -> None:
        given = list(consult.release.advices if consult.release else consult.advices.values())
        waits = [one.name for who, one in consult.experts.items() if who not in consult.advices]
        if not given:
            return
        if len(given) > 1:
            self._column.addWidget(Plain("Twee adviezen, los van elkaar gegeven", "body", strong=True))
            one, other = given
            rows = side_by_side(one.advice, other.advice)
            self._column.addWidget(_beside(one.by.name, other.by.name, rows))
        elif waits and consult.status in BEFORE_ADVICE:
            line = f"Eén advies is binnen. U leest beide zodra ook {' en '.join(waits)} antwoordde."
            self._column.addWidget(Plain(line, "small", "ink_quiet"))
        else:
            one = given[0]
            who = f"Advies van {one.by.name}, {discipline(one.advice.discipline)}"
            self._column.addWidget(Plain(who, "body", strong=True))
            self._column.addWidget(_grid(told(one.advice)))
        if consult.release and consult.release.difference:
            self._facts({"Verschil": consult.release.difference})

    def _acts(self, consult: Consult) -> None:
        acts = [*possible(consult), *afterwards(consult)]
        if not acts:
            return
        row = QWidget()
        flow = FlowLayout(row)
        for act in acts[:_SHOWN_ACTS]:
            press = button(act.words, "primary" if act.leads and self._assign is None else "plain")
            press.clicked.connect(lambda _=False, kind=act.kind: self.act_asked.emit(kind))
            flow.addWidget(press)
        if acts[_SHOWN_ACTS:]:
            more = button("Meer", "plain")
            menu = QMenu(more)
            for act in acts[_SHOWN_ACTS:]:
                action = QAction(act.words, menu)
                action.triggered.connect(lambda _=False, kind=act.kind: self.act_asked.emit(kind))
                menu.addAction(action)
            flow.addWidget(with_menu(more, menu))
        self._column.addWidget(row)

    def _history(self, consult: Consult) -> None:
        self._column.addWidget(Plain("Wat er gebeurde", "body", strong=True))
        rows = [
            (day_in_words(one.at.date()), f"{STEPS[one.kind].words}, {one.by.name}{': ' + one.why if one.why else ''}")
            for one in reversed(consult.history)
        ]
        self._column.addWidget(_grid(rows))
        if consult.aside:
            self._facts({"Opzij gelegd": "\n".join(one.why for one in consult.aside)})


def _asked(consult: Consult, knowledge: Callable[[], Pack]) -> dict[str, str]:
    """What is asked, by label; an empty text is left out."""
    request, found = consult.request, {}
    if consult.phone:
        found["Gezegd"] = f"{consult.phone.said} ({consult.phone.expert.name}, {consult.phone.minutes} minuten)"
    if request:
        found |= {
            "Soort": f"{TYPE_WORDS[request.type]}, {discipline(request.discipline)}",
            "Deelvragen": "\n".join(f"{number}. {words}" for number, words in enumerate(request.sub_questions, 1)),
            "Twijfel tussen": f"A  {request.option_a}\nB  {request.option_b}",
            "Al geprobeerd": request.tried,
            "Aangevuld": "\n".join(consult.added),
            "Wie": "\n".join(f"{label}: {words}" for label, words in request.profile),
            "Niveau": in_words(request.asked_level) if request.asked_level else "",
            "Geopend door": "\n".join(opened_by(request, knowledge())),
            "IJkcliënten": "\n".join(clients_seen(request, knowledge())),
            "Aanbieders": ", ".join(request.providers),
            "Waarom dan": request.deadline_reason,
            "Mag lezen": f"{', '.join(request.readers)} ({request.ground})" if request.readers else "",
        }
    found |= {"Team": consult.team, "Casemanager": consult.manager, "Doorverwezen": consult.route}
    if consult.decision:
        reason = f": {consult.decision.reason}" if consult.decision.reason else ""
        found["Besluit"] = f"{in_words(consult.decision.decision)}, {in_words(consult.decision.chosen_level)}{reason}"
    if consult.closed:
        found["Geleerd"] = consult.closed.learnt
        found["Bruikbaar"] = f"{consult.closed.usefulness} van 5"
        found["Gemist aanbod"] = consult.closed.supply_missing
    return found


def _grid(rows: list[tuple[str, str]]) -> QWidget:
    """Labels with what they say beside them."""
    around = QWidget()
    grid = QGridLayout(around)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(current().px(10))
    grid.setVerticalSpacing(current().px(4))
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, current().px(96))
    for at, (label, text) in enumerate(rows):
        name = Plain(label, "small", "ink_quiet")
        name.setMaximumWidth(current().px(110))
        grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Plain(text, "small"), at, 1)
    return around


def _beside(one: str, other: str, rows: list[Row]) -> QWidget:
    """Two advices in columns, what differs in bold and said so."""
    around = QWidget()
    grid = QGridLayout(around)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(current().px(10))
    grid.setVerticalSpacing(current().px(4))
    for column in (0, 1):
        grid.setColumnStretch(column, 1)
        grid.addWidget(Plain((one, other)[column], "small", strong=True), 0, column)
    for at, row in enumerate(rows):
        label = f"{row.label}, verschilt" if row.differs else row.label
        grid.addWidget(Plain(label, "small", "care" if row.differs else "ink_quiet"), 2 * at + 1, 0, 1, 2)
        for column, text in enumerate((row.one, row.other)):
            grid.addWidget(Plain(text or "niets gezegd", "small", strong=row.differs), 2 * at + 2, column,
                           Qt.AlignmentFlag.AlignTop)  # fmt: skip
    return around
