"""Values in Dutch words: codes of the brief made readable, days written out, ages, lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_SPECIAL = {
    "coordinator": "coördinator",
    "zin": "zorg in natura",
    "pgb": "persoonsgebonden budget",
    "GI": "gecertificeerde instelling",
    "rechter_RvdK_OvJ": "rechter, Raad voor de Kinderbescherming of officier van justitie",
    "OJG": "ondersteuner jeugd en gezin",
    "basis_ggz": "basis-ggz",
    "KOPP_KVO": "KOPP/KVO",
    "geindiceerd_ambulant": "geïndiceerd ambulant",
    "geindiceerd": "geïndiceerd",
    "algemeen_voorliggend": "vrij toegankelijk of algemeen",
    "nee_te_jong": "nee, te jong",
    "nee_reden": "nee, om een reden",
    "nee_niet_nodig": "nee, niet nodig",
    "nee_niet_beschikbaar": "nee, niet beschikbaar",
    "ja_wil": "ja, en wil",
    "ja_wil_niet": "ja, maar wil niet",
    "aangeboden_wil": "aangeboden, wil",
    "aangeboden_wil_niet": "aangeboden, wil niet",
    "ja_laag": "ja, laag",
    "ja_hoog": "ja, hoog",
    "70_85": "70 tot 85",
    "50_70": "50 tot 70",
}


def in_words(value: object) -> str:
    """A code, day, number or yes/no as a Dutch reader would write it. Total: never raises."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return day_in_words(value)
    if isinstance(value, tuple | list):
        return listed([in_words(item) for item in value])
    text = str(value)
    return _SPECIAL.get(text, text.replace("_", " "))


def day_in_words(day: date) -> str:
    """22 november 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_in_words(day: date) -> str:
    """maandag 23 november."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def listed(parts: Sequence[str], last: str = "en") -> str:
    """a, b en c."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def counted(number: int, one: str, many: str) -> str:
    """1 signaal, 2 signalen."""
    return f"{number} {one if number == 1 else many}"


def term_in_words(left: int, *, paused: bool = False) -> str:
    """How a term stands, in working days to go: 2 werkdagen te laat, vandaag, nog 5 werkdagen, klok staat stil."""
    if paused:
        return "klok staat stil"
    if left < 0:
        return f"{counted(-left, 'werkdag', 'werkdagen')} te laat"
    return "vandaag" if left == 0 else f"nog {counted(left, 'werkdag', 'werkdagen')}"


def registered(register: str, number: str) -> str:
    """`SKJ 110000000`, once, also where the number was typed with its register; empty without a register."""
    return "" if register in ("", "geen") else f"{register} {number.removeprefix(register).strip()}".strip()


def age_on(born: date, day: date) -> int:
    """Whole years on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def months_between(start: date, end: date) -> int:
    """Whole months from start to end; negative when end comes first."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
