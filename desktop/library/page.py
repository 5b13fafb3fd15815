"""One reference client on a page: story, voices, features, help, limits, reason, neighbours, source."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.knowledge import Pack, ReferenceClient
from casework.knowledge.library import moments, on_a_border
from casework.weighing.likeness import features_of, words_of
from casework.words import counted, day_in_words, in_words, listed
from desktop.library.path import PathOfMoments
from desktop.reading.parts import head, lines, link, marked, pairs, told
from desktop.theme.cards import Sheet
from desktop.theme.label import Plain
from desktop.theme.layouts import clear
from desktop.theme.look import current
from desktop.theme.runs import RunLabel, bold, quiet

_POOL = {"nee": "niet nodig", "overweeg": "te overwegen", "verplicht": "verplicht"}
_STATUS = {
    "concept": "concept: nog niet bevestigd door een professional",
    "vastgesteld": "vastgesteld",
    "ingetrokken": "ingetrokken",
}
_NO_GROUND = "Een verzonnen voorbeeld, om mee te vergelijken en van te leren. Nooit op zichzelf een reden."


class ClientPage(QWidget):
    """`asked` carries the id of another reference client."""

    asked = Signal(str)

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self.client: ReferenceClient | None = None
        self.path: PathOfMoments | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(12))

    def show_client(self, client: ReferenceClient) -> None:
        self.client = client
        self.setAccessibleName(f"IJkcliënt {client.title}")
        clear(self._column)
        age = words_of("age", (client.age.min, client.age.max), self._pack)
        tags = (client.id, level_words(self._pack, client.level), area_words(self._pack, client), age,
                "grensgeval" if on_a_border(client) else "", client.status)  # fmt: skip
        for part in (
            head(client.title, tags, _NO_GROUND),
            self._path(client),
            told("Het verhaal", client.story),
            self._voices(client),
            self._features(client),
            self._help(client),
            lines("Eerst proberen", client.try_first, "sprout", "good") if client.try_first else None,
            lines("Stoppen als", client.stop_criteria, "flag") if client.stop_criteria else None,
            told("Waarom dit niveau?", client.why_here),
            self._limits(client),
            self._neighbours(client),
            self._learning(client),
            self._source(client),
        ):
            if part is not None:
                self._column.addWidget(part)
        self._column.addStretch(1)

    def _path(self, client: ReferenceClient) -> QWidget | None:
        line = moments(client, self._pack)
        if not line:
            return None
        path = PathOfMoments(line, client.id, lambda one: level_words(self._pack, one.level))
        path.asked.connect(self.asked)
        self.path = path
        return path

    def _voices(self, client: ReferenceClient) -> Sheet | None:
        said = [("De jeugdige", client.child_voice), ("De ouders", client.parent_voice)]
        card = Sheet("In eigen woorden")
        for who, words in said:
            if words:
                card.body.addLayout(marked(RunLabel([quiet(f"{who}: "), bold(f"‘{words}’")]), "quote", "ink_quiet"))
        return card if client.child_voice or client.parent_voice else None

    def _features(self, client: ReferenceClient) -> Sheet:
        labels = self._pack.likeness.labels
        rows = [(labels.get(name, in_words(name)), words_of(name, value, self._pack))
                for name, value in features_of(client).items()]  # fmt: skip
        return pairs("Waarop wordt vergeleken", rows)

    def _help(self, client: ReferenceClient) -> Sheet:
        names = listed([self._pack.products[one].name for one in client.fitting_help]) or "geen product"
        months = client.duration_max_months
        rows = [("Wat past", names), ("Hoeveel", client.extent),
                ("Hoogstens", counted(months, "maand", "maanden") if months else "niet bepaald"),
                ("Terugkijken na", counted(client.review_after_weeks, "week", "weken")),
                ("Advies van de expertpool", _POOL[client.pool])]  # fmt: skip
        return pairs("Passende hulp", rows)

    def _limits(self, client: ReferenceClient) -> Sheet:
        card = lines("Wanneer past dit niet?", (one.text for one in client.not_when), "equal-not", "care")
        for text in client.contra_indications:
            card.body.addLayout(marked(RunLabel([bold("Niet doen: "), quiet(text)]), "octagon-x", "care"))
        return card

    def _neighbours(self, client: ReferenceClient) -> Sheet:
        card = Sheet("Bijna gelijk, ander niveau", gap=10)
        for to in client.neighbours:
            other = self._pack.reference_clients[to.id]
            sign = "arrow-up" if to.direction == "hoger" else "arrow-down"
            if "andere_wet" in (client.level, other.level):
                sign = "arrow-right"  # another law is no step up or down
            level = level_words(self._pack, other.level)
            words = [bold(other.title, "primary"), quiet(f", {level}. Wat het verschil maakt: {to.tipping}.")]
            line = link(words, partial(self.asked.emit, to.id))
            card.body.addLayout(marked(line, sign, "primary"))
        return card

    def _learning(self, client: ReferenceClient) -> Sheet | None:
        if not (client.learning or client.question_to_learn):
            return None
        card = Sheet("Om van te leren")
        if client.learning:
            card.body.addLayout(marked(Plain(client.learning), "lightbulb", "care"))
        if client.question_to_learn:
            asks = Plain(client.question_to_learn, strong=True)
            card.body.addLayout(marked(asks, "circle-question-mark", "primary"))
        return card

    def _source(self, client: ReferenceClient) -> Sheet:
        sources = [self._pack.sources[one] for one in client.sources]
        until = f", tot en met {day_in_words(client.valid_until)}" if client.valid_until else ", zonder einddatum"
        rows = [("Bron" if at == 0 else "", f"{one.title}: {one.reference}") for at, one in enumerate(sources)]
        rows += [("Eigenaar", client.owner), ("Status", _STATUS[client.status]), ("Versie", client.version),
                 ("Geldig", f"vanaf {day_in_words(client.valid_from)}{until}")]  # fmt: skip
        return pairs("Waar komt dit vandaan?", rows)


def level_words(pack: Pack, level: str) -> str:
    """A level as the pack words it."""
    labels = {str(code): words for code, words in pack.manifest.level_labels.items()}
    return labels.get(level) or in_words(level)


def area_words(pack: Pack, client: ReferenceClient) -> str:
    """A problem area as the pack words it."""
    return words_of("problem_area", client.problem_area, pack)
