"""H6. What was done before, with its effect, drawn and told. What did not help has a column of its own, so that nobody
repeats it."""

from __future__ import annotations

from datetime import date

from casework.handover.blocks import Heading, Origin, Withheld
from casework.handover.material import Material
from casework.handover.parts import Blocks, facts, origin, remark, stated, table, told
from casework.handover.timeline import timeline_of
from casework.handover.words import free, known, said
from casework.steps.help_history import Help, HelpHistory
from casework.words import counted, day_in_words

_LONG_AGO = date(1, 1, 1)
_RESULT = {
    "bereikt": "doel bereikt",
    "deels": "doel deels bereikt",
    "niet": "doel niet bereikt",
    "onbekend": "niet bekend",
}
_ENDED = {
    "20 tijdelijk": "tijdelijk gestopt",
    "31 volgens plan": "gestopt volgens plan",
    "32 door cliënt": "eerder gestopt door het gezin",
    "33 door aanbieder": "eerder gestopt door de aanbieder",
    "34 in overleg": "eerder gestopt in overleg",
    "35 extern": "eerder gestopt door iets van buiten",
    "36 gemeente": "gestopt door de gemeente",
    "37 wijziging": "gestopt, andere hulp kwam ervoor in de plaats",
    "38 andere aanbieder": "gestopt, verder bij een andere aanbieder",
    "39 ander domein": "gestopt, verder onder een andere wet",
}
"""Why help ended (iJw JZ588)."""
_GAIN = {"ja": "bracht winst", "afgevlakt": "winst vlakte af", "nee": "bracht geen winst", "onbekend": ""}


def blocks(m: Material) -> Blocks:
    step = m.of(HelpHistory)
    past = step.help.known
    if past is None:
        yield from facts([("Eerdere hulp", said(step.help))], "help_history.help")
    elif not past:
        yield from remark("Er was nog geen hulp.", "help_history.help")
    h4 = m.shared("H4")
    if drawn := timeline_of(m.case, m.pack, ages=m.shared("H1"), problems=h4, analyses=h4):
        yield drawn
    yield from table(
        "Hulp tot nu toe",
        ("Hulp", "Wanneer", "Resultaat", "Wat hielp", "Wat niet hielp (niet herhalen)"),
        ((_row(m, one), _where(one)) for one in sorted(past or (), key=lambda one: one.start.known or _LONG_AGO)),
    )
    crisis = said(step.crisis)
    if step.crisis_end.known is not None:
        crisis = f"ja, tot en met {day_in_words(step.crisis_end.known)}"
    yield from facts([("Crisis in de laatste twaalf maanden", crisis)], "help_history.crisis")
    yield from _after_crisis(step)
    yield from stated("Soort vraag", step.lasting, "help_history.lasting")
    yield from _own_help(m, step)


def _after_crisis(step: HelpHistory) -> Blocks:
    yield from told("Wat er gebeurde, en wat hielp", step.crisis_told, "help_history.crisis_told")
    yield from told("Wat nu anders is", step.crisis_changed, "help_history.crisis_changed")
    yield from told("Als het weer misgaat", step.crisis_again, "help_history.crisis_again")


def _own_help(m: Material, step: HelpHistory) -> Blocks:
    """The team's own help is another part of the file (Jeugdwet 7.3.8): it goes along only where the family agrees."""
    talks = step.own_talks.known or ()
    if not talks:
        return
    yield Heading("Hulp van het team zelf (dossier hulpverlening)", 2)
    if step.own_talks_shared.known is not True:
        why = "Dit deel van het dossier gaat alleen mee als het gezin dat goed vindt."
        yield Withheld(counted(len(talks), "gesprek van het team", "gesprekken van het team"), why)
        return
    yield from table(
        "Gesprekken van het team",
        ("Wanneer", "Met wie", "Door wie", "Wat", "Wat het opleverde"),
        (
            (
                (known(one.on), m.who(one.who.known), free(one.by), free(one.what), free(one.effect)),
                origin(one.effect, f"help_history.own_talks.{one.id}.on"),
            )
            for one in talks
        ),
    )


def in_short(one: Help) -> str:
    """Gezinsgesprekken (doel niet bereikt): a help with what came of it."""
    name, result = free(one.name), "loopt nog" if one.running.known is True else _RESULT.get(one.result.known or "", "")
    return f"{name} ({result})" if name and result else name


_JUDGED = ("did_not_help", "helped", "result", "gain")


def _row(m: Material, one: Help) -> tuple[str, ...]:
    name, provider = free(one.name), free(one.provider)
    whom = "" if one.for_whom.known in (None, "jeugdige") else f"voor {m.who(one.for_whom.known)}"
    ended = _ENDED[one.end_reason.known] if one.end_reason.known else ""
    return (
        "\n".join(part for part in (name, provider, whom) if part),
        _period(one),
        ", ".join(part for part in (_result(one), ended) if part) + _whose(one, "result", "gain"),
        _judged(one, "helped"),
        _judged(one, "did_not_help"),
    )


def _judged(one: Help, name: str) -> str:
    """What somebody says of it; with whose words it is, where not all of the row is theirs."""
    text, whose = free(one.answer(name)), _whose(one, name)
    return f"{text.rstrip('.')}{whose}" if whose else text


def _whose(one: Help, *names: str) -> str:
    """Beside a cell: (jeugdige, mening, 19 november 2026). Nothing where the row says so, or where voices differ."""
    voices = _voices(one, *names)
    return "" if _one_voice(one) or len(voices) != 1 else "".join(f" ({voice})" for voice in voices if voice)


def _one_voice(one: Help) -> bool:
    """Whether all that is judged of this help comes from one person, of one kind and of one day."""
    return len(_voices(one, *_JUDGED)) <= 1


def _voices(one: Help, *names: str) -> set[str]:
    return {origin(answer, "").words for answer in map(one.answer, names) if free(answer)}


def _period(one: Help) -> str:
    start, end = known(one.start), known(one.end)
    if one.running.known is True:
        return f"sinds {start}, loopt nog" if start else "loopt nog"
    return f"{start} tot {end}" if start and end else start or (f"tot {end}" if end else "")


def _result(one: Help) -> str:
    result = _RESULT[one.result.known] if one.result.known else said(one.result)
    gain = _GAIN[one.gain.known] if one.gain.known else ""
    times = f"{one.extensions.known} keer verlengd" if one.extensions.known else ""
    return ", ".join(part for part in (result, gain, times) if part)


def _where(one: Help) -> Origin:
    """The voice of the row where there is one: a judgement is never put in somebody else's mouth. It leads to the help
    as a whole: who holds the row back means all of it."""
    judged = next((name for name in _JUDGED if one.answer(name).known is not None), "name")
    path = f"help_history.help.{one.id}.name"
    return origin(one.answer(judged), path) if _one_voice(one) else Origin(path)
