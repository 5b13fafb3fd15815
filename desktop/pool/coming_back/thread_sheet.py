"""One question to the pool as it stands: what was asked, how far it is, what was advised, and what can be done now."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from casework.knowledge import Pack
from casework.pool.bodies import AdviceBy, Decide
from casework.pool.clocks import Norms, clock
from casework.pool.lifecycle import BEFORE_ADVICE, STATUS_WORDS, STEPS
from casework.pool.state import Consult
from casework.pool.turns import Act, withdrawn_too_late
from casework.words import day_in_words, in_words, listed
from desktop.pool.words import minutes_told
from desktop.steps.expert_pool import CONSULTATIONS, DISCIPLINES
from desktop.theme.buttons import button
from desktop.theme.cards import Sheet
from desktop.theme.chips import ClockChip, status_tag
from desktop.theme.flow_layout import FlowLayout
from desktop.theme.label import Plain
from desktop.theme.look import current
from desktop.theme.runs import RunLabel, bold, quiet

ACT_WORDS: dict[Act, str] = {
    "complete": "Aanvullen…",
    "decide": "Nagaan en besluiten…",
    "follow_up": "Hoe ging het?…",
    "close": "Afronden…",
    "mark_urgent": "Spoed…",
    "withdraw": "Intrekken…",
    "reopen": "Opnieuw openen…",
}
_WAITS = {
    "triage": "bekijken door de coördinator",
    "antwoord": "antwoord",
    "aanvulling": "uw aanvulling",
    "besluit": "uw besluit",
    "zes_weken": "opvolging na zes weken",
    "drie_maanden": "opvolging na drie maanden",
    "afronden": "afronden",
}
_CROSSED = ("Uw intrekking kruiste dit onderweg en telt niet meer. Is het advies niet meer nodig? Kies dan afwijken, "
            "en schrijf waarom.")  # fmt: skip
_DECISIONS = {"volgt": "volgt het advies", "deels": "volgt het deels", "wijkt_af": "wijkt af"}


class ThreadSheet(Sheet):
    """It tells; `offer` adds a button."""

    def __init__(self, consult: Consult, post: str, today: date, norms: Norms, pack: Pack, who_is_who: str = "",
                 parent: QWidget | None = None) -> None:  # fmt: skip
        super().__init__(padding=14, gap=6, parent=parent)
        self._pack = pack
        question = consult.request.question if consult.request else consult.phone.said if consult.phone else ""
        self.setAccessibleName(f"Vraag aan de expertpool: {question}")
        head = QWidget()
        row = FlowLayout(head, gap=8, line_gap=4)
        type_ = consult.request.type if consult.request else "TELEFOONCONSULT"
        kind = f"{CONSULTATIONS.options['type'][type_]}{', spoed' if consult.urgent else ''}"
        row.addWidget(Plain(kind, "small", "expert", strong=True, wrap=False))
        row.addWidget(status_tag(STATUS_WORDS[consult.status]))
        if (running := clock(consult, today, norms)) is not None:
            paused = running.stage == "staat_stil"
            row.addWidget(ClockChip(running.left, paused=paused, about=_WAITS[running.waits_for]))
        self.body.addWidget(head)
        self.body.addWidget(Plain(question, "question"))
        self.body.addWidget(Plain(_last(consult, post), "small", "ink_quiet"))
        if (asked := consult.request) is not None and asked.consent == "herleidbaar":
            readers = listed(["de coördinator", *asked.readers])
            ground = asked.ground.rstrip(".")
            self._line("Ging met namen", f"alleen naar {readers}. Grond: {ground}. Zo staat het in het logboek.")
        if withdrawn_too_late(consult) and consult.decision is None:
            self.body.addWidget(Plain(_CROSSED, "small", "care"))
        if consult.route:
            self.body.addWidget(RunLabel([quiet("Wel passend: "), bold(consult.route)]))
        if consult.manager:
            self.body.addWidget(RunLabel([quiet("Wie het oppakt: "), bold(consult.manager)]))
        if consult.release is not None:
            given, lead = consult.release.advices, consult.release.leading
            self._advice(given[lead], leading=True)
            for other in (*given[:lead], *given[lead + 1 :]):
                self._advice(other, leading=False)
            self._line("Het verschil", consult.release.difference)
        if consult.phone is not None:
            self._line("Aan de telefoon", f"{consult.phone.expert.name}, {consult.phone.minutes} minuten")
        for minutes in consult.minutes:
            self._line("Overleg", f"{day_in_words(minutes.held_on)}, voorzitter {minutes.chair}")
            for label, words in minutes_told(minutes).items():
                self._line(label, words)
        for one in consult.earlier:
            if one.leading is not None:
                self._line(f"Eerder advies van {one.leading.by.name}", one.leading.advice.approach)
            self._line("Eerder besluit", _decided(one.decision))
        self._line("Besluit", _decided(consult.decision))
        for told in consult.follow_ups:
            self._line(f"Na {in_words(told.moment)}", told.outcome)
        if consult.closed is not None:
            self._line("Geleerd", consult.closed.learnt)
        self._line("Wie is wie", who_is_who)
        self._acts = QHBoxLayout()
        self._acts.setSpacing(current().px(8))
        self._acts.addStretch(1)
        self.body.addLayout(self._acts)

    def offer(self, act: Act, is_turn: bool) -> QPushButton:
        """A button for something that can be done now; filled where it is waited for."""
        quiet_one = act in ("mark_urgent", "withdraw", "reopen")
        press = button(ACT_WORDS[act], "primary" if is_turn else "quiet" if quiet_one else "plain", small=True)
        self._acts.insertWidget(self._acts.count() - 1, press)
        return press

    def _advice(self, one: AdviceBy, *, leading: bool) -> None:
        advice, by = one.advice, one.by
        discipline = DISCIPLINES.get(advice.discipline, advice.discipline)
        level = self._pack.manifest.level_labels.get(advice.level) or in_words(advice.level)
        head = "Advies" if leading else "Het andere advies"
        number = "zonder registratie" if advice.registration.lower() == "geen" else advice.registration
        self.body.addWidget(RunLabel([quiet(f"{head} van "), bold(f"{by.name}, {discipline}"),
                                      quiet(f" ({number}). Zekerheid {advice.certainty}.")]))  # fmt: skip
        self._line("Niveau", level)
        for answer in advice.answers:
            self._line("Antwoord" if answer.question == 0 else f"Op deelvraag {answer.question}", answer.words)
        self._line("Aanpak", advice.approach)
        self._line("Waarom", advice.because)
        self._line("Waarom niet het andere", advice.not_the_other)
        self._line("Risico’s", advice.risks)
        self._line("Eerst weten", advice.know_first)
        self._line("Andere kijk", advice.minority)
        self._line("Steunt op", advice.based_on)
        self._line("Belang", "" if advice.interest == "geen" else advice.interest)
        self._line("Geldig tot en met", day_in_words(advice.valid_until))

    def _line(self, label: str, words: str) -> None:
        if words:
            self.body.addWidget(RunLabel([quiet(f"{label}: "), bold(words)] if len(words) < 60
                                         else [bold(f"{label}: "), quiet(words)], "small"))  # fmt: skip


def _decided(decision: Decide | None) -> str:
    if decision is None:
        return ""
    return ". ".join(filter(None, (f"het team {_DECISIONS[decision.decision]}", decision.reason)))


def _last(consult: Consult, post: str) -> str:
    """The last thing that happened, and whether what was said here has left."""
    moment = consult.history[-1]
    told = f"{day_in_words(moment.at.date())}: {STEPS[moment.kind].words}, door {moment.by.name}"
    experts = listed([party.name for party in consult.experts.values()])
    why = f" ({moment.why.rstrip('.')})" if moment.why and moment.kind != "submit" else ""
    parts = [told + why, post.rstrip(".")]
    if experts and consult.status in BEFORE_ADVICE and moment.kind != "assign":
        parts.append(f"Bij {experts}")
    return ". ".join(parts) + "."
