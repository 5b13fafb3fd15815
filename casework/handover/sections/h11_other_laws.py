"""H11. Other laws, school, and the way to eighteen. Only where there is something to tell."""

from __future__ import annotations

from casework.answers import is_known
from casework.handover.blocks import Heading, Origin
from casework.handover.material import Material
from casework.handover.parts import Blocks, facts, stated, table, told
from casework.handover.words import free, known, quoted
from casework.steps.own_capacity import OwnPossibilities
from casework.steps.situation import Situation
from casework.steps.special_checks import SpecialChecks

_UNDECIDED = ("mogelijk", "aangevraagd")
"""Only until another law decides is what stands there help in the meantime."""


def blocks(m: Material) -> Blocks:
    yield from table(
        "Welke wet, en hoe ver het is",
        ("Wet", "Hoe ver", "Hulp tot die tijd", "Toelichting"),
        (
            (
                (
                    "een andere regeling" if one.law.known == "anders" else known(one.law),
                    known(one.status),
                    free(one.bridge) if one.status.known in _UNDECIDED else "",
                    "" if one.status.known in _UNDECIDED else free(one.bridge),
                ),
                Origin(f"own_capacity.other_laws.{one.id}.law"),
            )
            for one in m.of(OwnPossibilities).other_laws.known or ()
            if one.status.known != "niet_aan_de_orde"
        ),
    )
    yield from _school(m)
    yield from _eighteen(m)


def _school(m: Material) -> Blocks:
    situation = m.of(Situation)
    consulted = known(situation.school_consulted)
    if is_known(situation.school_consulted_reason):
        consulted = f"{consulted}: {free(situation.school_consulted_reason)}"
    school = "" if situation.school_type.known in (None, "regulier") else known(situation.school_type)
    if consulted or school:
        yield from facts([("School", school), ("Overleg met school", consulted)], "situation.school_consulted")


def _eighteen(m: Material) -> Blocks:
    step = m.of(SpecialChecks)
    yield from table(
        "Op weg naar 18 jaar",
        ("Onderwerp", "Hoe ver", "Wat nodig is", "Wie", "Wanneer", "In eigen woorden"),
        (
            (
                (
                    known(one.block).capitalize(),
                    known(one.status),
                    free(one.needed),
                    m.who(one.who.known),
                    known(one.by),
                    quoted(free(one.own_words)) if is_known(one.own_words) else "",
                ),
                Origin(f"special_checks.big_five.{one.id}.block"),
            )
            for one in step.big_five.known or ()
        ),
    )
    yield from stated("Jeugdhulp na 18 jaar", step.extended_help, "special_checks.extended_help")
    yield from stated("Grond", step.extended_help_ground, "special_checks.extended_help_ground")
    yield from told("Hulp na 18 jaar", step.after_eighteen, "special_checks.after_eighteen")
    yield from _own_plan(m, step)


def _own_plan(m: Material, step: SpecialChecks) -> Blocks:
    """The young person's own plan for later: the wish first, in their words."""
    wish, steps = step.future_wish, step.future_steps.known or ()
    if not (is_known(wish) or steps):
        return
    yield Heading("Mijn plan voor later", 2)
    yield from told("Wat ik wil", wish, "special_checks.future_wish", own_words=True)
    yield from table(
        "Stappen naar later",
        ("Stap", "Wie helpt", "Tot wanneer"),
        (
            (
                (free(one.what), m.who(one.who.known), known(one.until)),
                Origin(f"special_checks.future_steps.{one.id}.what"),
            )
            for one in steps
        ),
    )
