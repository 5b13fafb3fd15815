"""Stage 2: what is recognised by its form, whoever it belongs to: numbers, e-mail, links, days, postcodes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import iban
from stdnum.nl import bsn

from casework.pseudonym.dates import without_overlap, written_days
from casework.pseudonym.folded import Folded
from casework.pseudonym.found import Found
from casework.pseudonym.kinds import Kind
from casework.pseudonym.known import Known

_NINE = re.compile(r"(?<![\w+])\d(?:[\s.\-/]?\d){8}(?!\w)")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\s?\d\d(?:\s?[A-Z0-9]){11,30}(?!\w)")
_PHONE = re.compile(r"(?<![\w/])(?:\+\d{2,3}|00\d{2}|\(?0\d{1,3}\)?)(?:[\s.\-/]{0,3}(?:\(0\))?\d){6,9}(?![\w/])")
_MAIL = re.compile(r"(?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63})+")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"']+[\w/]|(?<![\w.])@\w[\w.]{2,}\w")
_DOMAIN = re.compile(
    r"(?<![\w@.])(?:[a-z0-9-]{2,63}\.){1,5}(?:nl|com|org|net|eu|frl|info|example)(?:/[^\s,;]*\w)?(?!\w)"
)
_POSTCODE = re.compile(r"(?<!\w)[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}(?!\w)")
_PLATE = re.compile(r"(?<![\w-])(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9]{1,3}-[A-Z0-9]{2,3}-[A-Z0-9]{1,2}(?![\w-])")
_NUMBERED = re.compile(
    r"(?:(?<![\w-])(?:zaak|dossier|polis|kenmerk|client|klant|beschikking|rekening|v-|agb|skj|big|kvk|registratie|burgerservice)"
    r"[\w-]{0,30}(?:nummer|nr\.?|code)?|(?<![\w-])[\w-]{0,30}nummer|\bnr\.?)\s*:?\s+(?P<value>(?=[\w/.-]*\d)[\w/.-]{4,}\w)",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?<![\w-])[A-Z]{1,4}[-/](?:\d[\d/-]{3,}\d|\d{4,})(?![\w-])")
_LEAST_IBAN = 15


def patterns(text: Folded, known: Known) -> Iterator[Found]:
    clean = text.clean
    for one in _MAIL.finditer(clean):
        yield _of(one, Kind.MAIL, "dit is een e-mailadres")
    for one in _LINK.finditer(clean):
        yield _of(one, Kind.LINK, "dit leidt naar een pagina of account")
    for one in _DOMAIN.finditer(text.low):
        yield _of(one, Kind.LINK, "dit leidt naar een pagina of account")
    for one in _IBAN.finditer(clean):
        if (found := _bank_account(one)) is not None:
            yield found
    for one in _NINE.finditer(clean):
        if bsn.is_valid(one[0].replace("/", "")):
            yield _of(one, Kind.BSN, "dit getal voldoet aan de elfproef van het burgerservicenummer")
    for one in _PHONE.finditer(clean):
        yield _of(one, Kind.PHONE, "dit lijkt een telefoonnummer")
    for one in _POSTCODE.finditer(clean):
        yield _of(one, Kind.POSTCODE, "dit lijkt een postcode")
    for one in _PLATE.finditer(clean):
        yield _of(one, Kind.PLATE, "dit lijkt een kenteken")
    for one in _NUMBERED.finditer(clean):
        yield _of(one, Kind.NUMBER, "dit lijkt een zaak-, polis- of registratienummer", "value")
    for one in _CODE.finditer(clean):
        yield _of(one, Kind.NUMBER, "dit lijkt een zaaknummer")
    born = [person.born for person in known.people if person.born]
    days = written_days(text.low, known.reference_date, {*known.dates, *born})
    for day in without_overlap(days):
        why = "een datum uit deze casus" if day.known else "dit is een datum"
        yield Found(day.start, day.end, Kind.DATE, day.known, f"date:{day.entity}", why)


def _of(one: re.Match[str], kind: Kind, why: str, group: str | int = 0) -> Found:
    value = re.sub(r"[\s.\-]", "", one[group]).lower()
    return Found(one.start(group), one.end(group), kind, False, f"{kind.name.lower()}:{value}", why)


def _bank_account(one: re.Match[str]) -> Found | None:
    """The longest beginning that is a bank account by its check figures (mod 97)."""
    for end in range(one.end(), one.start() + _LEAST_IBAN - 1, -1):
        value = one.string[one.start() : end].replace(" ", "")
        if one.string[end - 1] != " " and iban.is_valid(value):
            why = "dit is een rekeningnummer (het controlegetal klopt)"
            return Found(one.start(), end, Kind.IBAN, False, f"iban:{value.lower()}", why)
    return None
