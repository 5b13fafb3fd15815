"""The complete handover: the cover, then every section with something to tell, or with the reason it tells nothing."""

from __future__ import annotations

from casework.handover.absence import absent_because
from casework.handover.blocks import Callout, Heading, NewPage, Text, Withheld
from casework.handover.material import Material
from casework.handover.parts import Blocks, remark
from casework.handover.sections import SECTIONS, Section
from casework.handover.sections.h00_cover import held_statements
from casework.handover.words import sentence


def blocks(m: Material) -> Blocks:
    for section in SECTIONS:
        if not m.shared(section.code):
            yield Heading(section.title, 1, section.number)
            yield Withheld(section.title, _why_not(m, section))
        else:
            yield from _section(m, section)
        if section.code == "H0":
            yield from held_statements(m)


def _section(m: Material, section: Section) -> Blocks:
    content = list(section.blocks(m))
    if not content and section.level != "M":
        return
    if section.code == "H0":
        yield from content
        yield NewPage()
        return
    if section.own_page:
        yield NewPage()
    yield Heading(section.title, 1, section.number)
    yield from content
    if not content:
        yield from _absent(m, section)


def _absent(m: Material, section: Section) -> Blocks:
    if reason := absent_because(m, section.code, section.reads):
        yield from remark(sentence(f"Niet van toepassing: {reason}"))
    else:
        yield Callout(
            "open", "Dit onderdeel is nog leeg", (Text("Vul het aan, of schrijf op waarom het hier niet hoort."),)
        )


def _why_not(m: Material, section: Section) -> str:
    return sentence(m.held_back[section.code]) or "Er staat niet bij waarom."
