"""Pseudonymising measured on the frozen corpus: recall by kind and form, precision, and every failure by name.

`python -m bench pseudonym` prints the figures and the time; `python -m bench.pseudonym` renews docs/pseudonymising.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import resources
from bench.timing import medians
from casework.pseudonym import Hit, Kind, Known, KnownPerson, Lexicon, read_lexicon, scan
from desktop.bootstrap import knowledge
from tests.casework.pseudonym_corpus import Mark, Note, notes

WORDS_TIMED = 2000
PAGE = Path(__file__).resolve().parents[1] / "docs" / "pseudonymising.md"
BEGIN, END = "<!-- figures: python -m bench.pseudonym -->", "<!-- end of figures -->"


@dataclass(frozen=True)
class Measured:
    """A marked place and whether hits cover every letter and figure of it; or a hit that no mark touches."""

    note: Note
    mark: Mark
    found: bool

    @property
    def where(self) -> str:
        return f"{self.note.file}/{self.note.number}"


def known_of(note: Note) -> Known:
    """The scanner's value of what a corpus file says its case knows."""
    told = note.known
    return Known(
        reference_date=told["reference_date"],
        people=tuple(
            KnownPerson((one["name"], *one.get("also", ())), one["role"], one.get("born")) for one in told["people"]
        ),
        addresses=tuple(told["addresses"]),
        places=tuple(told["places"]),
        schools=tuple(told["schools"]),
        providers=tuple(told["providers"]),
        dates=tuple(told["dates"]),
        numbers=tuple((Kind[one["kind"].upper()], one["value"]) for one in told["numbers"]),
    )


def lexicon() -> Lexicon:
    return read_lexicon(resources.pseudonym(), knowledge().manifest.villages)


def measure(words: Lexicon, *, lower: bool = False) -> tuple[list[Measured], list[tuple[Note, Hit, bool]]]:
    """Every mark with whether it was found, and every hit with whether it touches a mark. lower: without capitals."""
    marks: list[Measured] = []
    hits: list[tuple[Note, Hit, bool]] = []
    for note in notes():
        text = note.text.lower() if lower else note.text
        found = scan(text, known_of(note), words)
        covered = {at for hit in found for at in range(hit.start, hit.end)}
        for mark in note.marks:
            letters = {at for at in range(mark.start, mark.end) if note.text[at].isalnum()}
            marks.append(Measured(note, mark, letters <= covered))
        touched = {at for mark in note.marks for at in range(mark.start, mark.end)}
        hits += [(note, hit, not touched.isdisjoint(range(hit.start, hit.end))) for hit in found]
    return marks, hits


def exactly_known(one: Measured) -> bool:
    return one.mark.known and not one.mark.forms & {"misspelt", "nickname"}


def unknown(one: Measured) -> bool:
    """Told to nobody: also a short form that the case does not hold."""
    return "misspelt" not in one.mark.forms and (not one.mark.known or "nickname" in one.mark.forms)


def misspelt(one: Measured) -> bool:
    return "misspelt" in one.mark.forms


GROUPS: tuple[tuple[str, Callable[[Measured], bool]], ...] = (
    ("known to the case", exactly_known),
    ("unknown to the case", unknown),
    ("misspelt names of the case", misspelt),
)


def table() -> list[str]:
    """The figures as Markdown, failures listed."""
    words = lexicon()
    marks, hits = measure(words)
    lines = [f"{len(notes())} notes, {len(marks)} marked places, {len(hits)} hits.", ""]
    lines += ["| what | marked | found | recall |", "|---|---:|---:|---:|"]
    for name, holds in GROUPS:
        group = [one for one in marks if holds(one)]
        lines.append(_row(f"**{name}**", group))
        lines += [_row(f"{name}: {kind}", [one for one in group if one.mark.kind == kind]) for kind in _kinds(group)]
        lines += [_row(f"{name}: *{form}*", [one for one in group if form in one.mark.forms]) for form in _forms(group)]
    flat = [one for one in measure(words, lower=True)[0] if one.mark.kind in ("person", "place", "school", "provider")]
    for name, holds in GROUPS[:2]:
        group = [one for one in flat if holds(one)]
        lines.append(_row(f"the same notes without any capital: names {name}", group))
    lines += ["", "| hits | of a marked place | precision |", "|---:|---:|---:|"]
    good = sum(touches for _, _, touches in hits)
    lines += [f"| {len(hits)} | {good} | {good / len(hits):.1%} |", "", "Not found:", ""]
    for name, holds in GROUPS:
        for one in marks:
            if holds(one) and not one.found:
                told = ", ".join((one.mark.kind, *sorted(one.mark.forms)))
                lines.append(f"- {one.where}: ‘{one.mark.text}’ ({name}; {told})")
    lines += ["", "Hits on nothing that was marked:", ""]
    for note, hit, touches in hits:
        if not touches:
            text = note.text[hit.start : hit.end]
            lines.append(f"- {note.file}/{note.number}: ‘{text}’ ({hit.kind.value}: {hit.why})")
    return lines


def _row(name: str, group: list[Measured]) -> str:
    found = sum(one.found for one in group)
    return f"| {name} | {len(group)} | {found} | {found / len(group):.1%} |"


def _kinds(group: Iterable[Measured]) -> list[str]:
    return sorted({one.mark.kind for one in group})


def _forms(group: Iterable[Measured]) -> list[str]:
    return sorted({form for one in group for form in one.mark.forms})


def run() -> list[str]:
    words, every = lexicon(), notes()
    text = " ".join(one.text for one in every)
    long = " ".join(text.split()[:WORDS_TIMED])
    known = known_of(every[0])
    seconds = medians({"scan": lambda: scan(long, known, words)}, 9)["scan"]
    return [*table(), "", f"{f'scan {WORDS_TIMED} words':<34}{seconds * 1000:9.2f} ms   aim <= 100 ms"]


def renewed(page: str) -> str:
    """The page with the figures between its marks."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n{chr(10).join(table())}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
