"""How IJkpunt compares, readable: which features, how heavy each is, and what is never compared. All from the pack."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.knowledge import Pack
from casework.weighing.likeness import threshold
from casework.words import counted, in_words, listed
from desktop.reading.parts import lines, pairs, told
from desktop.theme.label import Plain, title
from desktop.theme.look import current

_INTRO = (
    "IJkpunt legt de antwoorden over een gezin naast de kenmerken van elke ijkcliënt. Wat het meest lijkt, staat "
    "bovenaan. De uitkomst is een spiegel: gelijkenis alleen is nooit een reden om hulp te geven of te weigeren, en "
    "verlaagt nooit een niveau."
)
_RULES = (
    "Een kenmerk dat niet bekend is, telt niet mee. Het maakt de vergelijking minder volledig, niet minder gelijk.",
    "Op een schaal telt hoe ver twee antwoorden uit elkaar liggen: één stap verschil weegt minder dan drie.",
    "Bij kenmerken waarvan er meer tegelijk kunnen gelden, telt welk deel hetzelfde is.",
    "Verschilt de leeftijd hoogstens één jaar van die van de ijkcliënt, dan telt dat als gelijk. Daarna daalt het.",
    "Verschilt de leeftijd meer dan vier jaar, of de veiligheid twee stappen, dan wordt niet vergeleken.",
    "Er staat altijd minstens één ijkcliënt bij met een ander niveau, met erbij wat het verschil maakt.",
)
_WEIGHTS: tuple[tuple[float, str], ...] = ((3, "zwaar"), (2, "gewoon"), (0, "licht"))


class HowPage(QWidget):
    """Read from likeness.yaml: who changes a weight there sees it here."""

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Hoe vergelijkt IJkpunt?")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(12))
        column.addWidget(title("Hoe vergelijkt IJkpunt?"))
        column.addWidget(Plain(_INTRO))
        column.addWidget(pairs("Welke kenmerken, en hoe zwaar?", weights_in_words(pack)))
        column.addWidget(lines("Hoe wordt een verschil geteld?", _RULES, "scale"))
        column.addWidget(told("Wanneer lijkt het genoeg?", _enough(pack)))
        column.addStretch(1)


def weights_in_words(pack: Pack) -> list[tuple[str, str]]:
    """From heavy to light: the word, and the features that weigh so. What weighs nothing is said too."""
    groups: dict[str, list[str]] = {word: [] for word in (*(one for _, one in _WEIGHTS), "niet")}
    for feature, weight in pack.likeness.weights.items():
        label = pack.likeness.labels.get(feature, in_words(feature))
        groups[next(word for least, word in _WEIGHTS if weight >= least) if weight else "niet"].append(label)
    how: Mapping[str, str] = {"niet": "telt niet mee"}
    return [
        (f"{how.get(word, f'telt {word}')} ({counted(len(found), 'kenmerk', 'kenmerken')})", listed(found))
        for word, found in groups.items()
        if found
    ]


def _enough(pack: Pack) -> str:
    alike, known = (round(threshold(pack, name) * 10) for name in ("alike_min", "alike_coverage_min"))
    return (
        f"Van wat gewogen kan worden moet minstens {known} van de 10 delen bekend zijn. Van wat bekend is moeten "
        f"minstens {alike} van de 10 delen gelijk zijn. Haalt geen ijkcliënt dat, dan zegt IJkpunt dat niets hierop "
        "lijkt, en raadt aan de expertpool te vragen."
    )
