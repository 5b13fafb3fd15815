"""The words of the handover: codes, extents and non-answers as a Dutch reader would write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from casework.answers import Answered, Unanswered, is_known
from casework.handover.wording import in_quotes
from casework.steps.decision import Product
from casework.steps.needs import Need
from casework.words import counted, day_in_words, in_words, listed

_NON_ANSWERS = {"unknown": "gevraagd: weet het niet", "declined": "gevraagd: wil niet zeggen"}

_WORDS = {
    "eigen_waarneming": "eigen waarneming",
    "expert": "deskundige",
    "7.3.4_lid_2": "Jeugdwet 7.3.4 lid 2",
    "7.3.16": "geen tijd om te vragen, er dreigt ernstig nadeel (Jeugdwet 7.3.16)",
    "maatregel_of_rechter": "een maatregel of een besluit van de rechter",
    "broer_zus": "broer of zus",
    "vriend_buur": "vriend of buur",
    "<1x/mnd": "hooguit één keer per maand",
    "meermaals/wk": "meer keren per week",
    "24u": "dag en nacht",
    "oefenen/leren": "oefenen of leren",
    "zorgen_onder_controle": "zorgen, onder controle",
    "onveilig_hulp_mogelijk": "onveilig, hulp is mogelijk",
    "afgevlakt": "minder dan eerst",
    "deels_toekennen": "een deel toekennen",
    "andere_wet": "een andere wet helpt",
    "basisondersteuning_zonder_beschikking": "hulp zonder beschikking",
    "triage_klaar": "klaar na een korte beoordeling",
    "akkoord_met_aanvulling": "akkoord, met een aanvulling",
    "oneens_toch_delen": "niet eens, toch delen",
    "oneens_niet_delen": "niet eens, niet delen",
    "kinder_jeugdpsychiatrie": "kinder- en jeugdpsychiatrie",
    "orthopedagogiek_gz": "orthopedagogiek of gz-psychologie",
    "trauma_veiligheid": "trauma en veiligheid",
    "pleegzorg_verblijf": "pleegzorg en verblijf",
    "GI_rechter": "de gecertificeerde instelling of de rechter beslist",
    "afwijking_medeondertekend": "een afwijking met reden, medeondertekend",
    "passend_onderwijs": "passend onderwijs",
    "participatiewet": "Participatiewet",
    "niet_aan_de_orde": "niet aan de orde",
    "basis_individueel": "lichte hulp aan de jeugdige",
    "gezin_lvb": "gezin en lichte verstandelijke beperking",
    "intensief_ambulant": "intensief ambulant",
    "pleegzorg_21": "pleegzorg tot 21 jaar",
    "bepaald_voor_18": "bepaald vóór 18 jaar",
    "hervatting_binnen_half_jaar": "hulp begint binnen een half jaar opnieuw",
    "wonen_geld": "wonen en geld",
    "gedrag_emotie": "gedrag en gevoel",
    "gezin_opvoeding": "gezin en opvoeding",
    "ouders_gezondheid": "gezondheid van ouders",
    "school_werk": "school en werk",
    "vrije_tijd_vrienden": "vrije tijd en vrienden",
    "gezondheid_lichaam": "lichaam en gezondheid",
    "ontwikkeling_kind": "ontwikkeling van het kind",
    "politie_justitie": "politie en justitie",
    "support": "mensen om op te steunen",
    "inkomen": "geld en inkomen",
    "angst_stemming": "angst of somberheid",
    "LVB_kind": "lichte verstandelijke beperking",
    "LVB_ouder": "lichte verstandelijke beperking van een ouder",
    "KOPP_KVO": "ouder met psychische klachten of een verslaving",
    "delen_met_aanbieder": "delen met de aanbieder",
    "co_ouderschap": "co-ouderschap",
    "hoofdverblijf_moeder": "uit elkaar, woont vooral bij moeder",
    "hoofdverblijf_vader": "uit elkaar, woont vooral bij vader",
    "geen_contact": "uit elkaar, geen contact met een van beiden",
    "consult_herleidbaar": "een consult met naam",
    "nee_niet_nodig": "nee, was niet nodig",
    "ASS": "autisme",
    "middelen": "alcohol, drugs of gamen",
    "SO": "speciaal onderwijs",
    "thuiszitter": "gaat nu niet naar school (thuiszitter)",
    "geen onderwijs": "volgt geen onderwijs",
    "nog niet schoolgaand": "gaat nog niet naar school",
    "ander_doel": "een ander doel",
    "andere_aanpak": "een andere aanpak",
    "andere_oorzaak_eerst": "eerst een andere oorzaak",
    "pgb": "persoonsgebonden budget (pgb)",
}

CONCLUSIONS = {
    "VEILIGHEID_EERST": "Eerst veiligheid",
    "ONVOLDOENDE_ZICHT": "Nog te weinig zicht om dit te zeggen",
    "UITVOERING_EERST": "Eerst de uitvoering van de hulp verbeteren",
    "DOEL_BEREIKT": "De doelen zijn bereikt",
    "GEEN_WINST": "Deze hulp brengt geen winst meer",
    "CHRONISCH": "Blijvend: steun is langere tijd nodig",
    "VERANDERBAAR": "Veranderbaar, met hulp",
    "GEMENGD": "Een deel kan veranderen, een deel blijft",
}

_UNITS = {
    "01": ("minuut", "minuten"),
    "04": ("uur", "uur"),
    "14": ("etmaal", "etmalen"),
    "16": ("dagdeel", "dagdelen"),
    "82": ("stuk", "stuks"),
    "83": ("euro", "euro"),
    "84": ("stuk", "stuks"),
}
_PER = {"1": "per dag", "2": "per week", "4": "per maand", "6": "in totaal"}


def words(value: object) -> str:
    """A value in Dutch words; the number before an iJw code is for machines and stays away."""
    if isinstance(value, tuple | list):
        return enumerated([words(item) for item in value])
    if not isinstance(value, str):
        return in_words(value)
    text = re.sub(r"^\d\d (?=\w)", "", value)
    return _WORDS.get(text) or CONCLUSIONS.get(text) or in_words(text)


def enumerated(parts: Sequence[str]) -> str:
    """a, b en c; where a part has an ‘en’ or a comma of its own: a; b; c."""
    return "; ".join(parts) if any(" en " in part or "," in part for part in parts) else listed(parts)


def free(answer: Answered[Any] | Unanswered) -> str:
    """Free text as somebody wrote it, or the honest non-answer."""
    return str(answer.known).strip() if is_known(answer) else _non_answer(answer)


def said(answer: Answered[Any] | Unanswered) -> str:
    """A code, day, number or yes/no in words, or the honest non-answer.

    Asked without an answer is told, where silence would be read as "no"; what was never asked is never told.
    """
    return words(answer.known) if is_known(answer) else _non_answer(answer)


def _non_answer(answer: Answered[Any] | Unanswered) -> str:
    return _NON_ANSWERS.get(answer.unanswered, "") if isinstance(answer, Unanswered) else ""


def known(answer: Answered[Any] | Unanswered) -> str:
    """The value in words, or nothing: where a non-answer says nothing to the reader."""
    return words(answer.known) if is_known(answer) else ""


def sentence(text: str) -> str:
    """With a capital and a full stop; a text that ends otherwise keeps its own end."""
    text = ended(text)
    return text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """With a full stop, but no capital: what comes after a colon."""
    text = text.strip()
    return text if not text or text[-1] in ".!?…:”" else f"{text}."


def clauses(parts: Iterable[str]) -> str:
    """a; b; c – without the empty ones and without their full stops."""
    return "; ".join(part.strip().rstrip(".;") for part in parts if part.strip())


def sentences(parts: Iterable[str]) -> str:
    """Each part as a sentence of its own, without the empty ones."""
    return " ".join(sentence(part) for part in parts if part.strip())


def after_a_word(name: str) -> str:
    """gezinsbegeleiding, but MST and FACT-jeugd: a name of the catalogue where no sentence begins."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def quoted(text: str) -> str:
    """Somebody's own words, where a cell or a line has no other way to show it."""
    return in_quotes(text) if text.strip() else ""


def extent_of(product: Product) -> str:
    """90 minuten per week. A budget has no extent (iJw CD077)."""
    return extent_in_words(product.volume.known, product.unit.known, product.frequency.known, product.budget.known)


def extent_in_words(volume: int | None, unit: str | None, frequency: str | None, budget: int | None) -> str:
    """The same from the codes of iJw: unit and frequency by what they begin with."""
    if volume is None:
        return "" if budget is None else f"budget {budget} euro"
    one, many = _UNITS[unit[:2]] if unit else ("", "")
    return " ".join(
        part for part in (str(volume), one if volume == 1 else many, _PER.get((frequency or "")[:1])) if part
    )


def period_of(product: Product) -> str:
    """14 december 2026 tot en met 13 juni 2027."""
    start, end = product.start.known, product.end.known
    if start is None:
        return "" if end is None else f"tot en met {day_in_words(end)}"
    return f"vanaf {day_in_words(start)}" if end is None else f"{day_in_words(start)} tot en met {day_in_words(end)}"


def extent_needed(need: Need) -> str:
    """oefenen of leren, wekelijks, 6 maanden: what is needed, by nature and extent, without a product."""
    months = need.months.known
    length = "" if months is None else counted(months, "maand", "maanden")
    return ", ".join(part for part in (known(need.nature), known(need.intensity), length) if part)
