"""Conditions: three-valued, checked to the last word when a pack loads, and quick."""
from __future__ import annotations

import subprocess
import sys
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from casework.knowledge.expressions import UNKNOWN, Condition, Facts, PackFault, compile_condition
from casework.knowledge.grammar import FactsSchema

SCHEMA: FactsSchema = {
    "age_years": "number", "running": "number", "score": "number", "crisis": "bool", "secret": "bool", "plan": "bool",
    "story": "text", "safety": frozenset({"veilig", "zorgen", "onveilig"}),
    "worst": frozenset({"onveilig", "acuut"}), "area": frozenset({"verblijf", "logeren"}),
}


def verdict(source: str, **facts: Any) -> object:
    return compile_condition(source, SCHEMA).evaluate(Facts(facts, SCHEMA))


@pytest.mark.parametrize(("source", "facts", "expected"), [
    ("crisis || plan", {"plan": True}, True),
    ("plan || crisis", {"plan": True}, True),
    ("crisis && plan", {"plan": False}, False),
    ("plan && crisis", {"plan": False}, False),
    ("crisis || plan", {"plan": False}, UNKNOWN),
    ("crisis && plan", {"plan": True}, UNKNOWN),
    ("!crisis", {}, UNKNOWN),
    ("safety != 'veilig'", {}, UNKNOWN),
    ("safety in ['veilig', 'zorgen']", {}, UNKNOWN),
    ("safety in ['veilig', 'zorgen']", {"safety": "zorgen"}, True),
    ("!(safety in ['veilig', 'zorgen'])", {"safety": "onveilig"}, True),
    ("crisis ? plan : secret", {"plan": True, "secret": True}, UNKNOWN),
    ("crisis ? plan : secret", {"crisis": True, "plan": False}, False),
    ("crisis ? plan : secret", {"crisis": False, "plan": False}, UNKNOWN),
    ("known_crisis && crisis", {}, False),
    ("!known_crisis || crisis", {}, True),
    ("known_crisis && crisis", {"crisis": True}, True),
    ("age_years >= 16", {"age_years": 16}, True),
    ("age_years >= 16", {"age_years": 15.99}, False),
    ("age_years >= 16.5", {"age_years": 16}, False),
    ("age_years == 16", {"age_years": 16}, True),
    ("age_years == 16.0", {"age_years": 16}, True),
    ("age_years - running * 2 > 3 / 2", {"age_years": 16, "running": 7}, True),
    ("running / score > 1", {"running": 1, "score": 0}, True),  # a double divided by nothing is infinite, no fault
    ("-running > -2", {"running": 1}, True),
    ("age_years > 15 && age_years < 18 || crisis", {"age_years": 17.5}, True),
    ("!crisis == plan", {"crisis": True, "plan": False}, True),
    ("story == \"Ik zei 'nee'\"", {"story": "Ik zei 'nee'"}, True),
    ("true", {}, True),
    ("crisis == false", {"crisis": False}, True),
    ("worst == safety", {"worst": "onveilig", "safety": "onveilig"}, True),
    ("crisis\n  && plan\n", {"crisis": True, "plan": True}, True),
])
def test_verdicts(source: str, facts: dict[str, Any], expected: object) -> None:
    assert verdict(source, **facts) is expected


@pytest.mark.parametrize(("source", "sentence"), [
    ("age_year >= 16", "‘age_year’ is geen bekend gegeven; bedoelt u ‘age_years’?"),
    ("xyz", "‘xyz’ is geen bekend gegeven; zie ‘ijkpunt schema facts’"),
    ("known_age_year", "‘known_age_year’ is geen bekend gegeven; bedoelt u ‘age_years’?"),
    ("safety == 'onvelig'", "‘onvelig’ komt niet voor bij ‘safety’; kies onveilig, veilig of zorgen"),
    ("'onvelig' != safety", "‘onvelig’ komt niet voor bij ‘safety’; kies onveilig, veilig of zorgen"),
    ("safety in ['veilig', 'zrgen']", "‘zrgen’ komt niet voor bij ‘safety’; kies onveilig, veilig of zorgen"),
    ("safety == area", "‘area’ komt niet voor bij ‘safety’; kies onveilig, veilig of zorgen"),
    ("crisis || safety", "‘safety’ is een tekst, niet waar of onwaar; vergelijk het met iets"),
    ("safety || crisis", "‘safety’ is een tekst, niet waar of onwaar; vergelijk het met iets"),
    ("age_years", "‘age_years’ is een getal, niet waar of onwaar; vergelijk het met iets"),
    ("age_years + 1", "‘age_years + 1’ is een getal, niet waar of onwaar; vergelijk het met iets"),
    ("!age_years", "‘age_years’ is een getal, niet waar of onwaar; vergelijk het met iets"),
    ("age_years ? plan : crisis", "‘age_years’ is een getal, niet waar of onwaar; vergelijk het met iets"),
    ("crisis ? plan : 1", "‘plan’ is waar of onwaar en ‘1’ is een getal; vergelijk gelijke soorten"),
    ("story > 'a'", "‘story’ is een tekst; > kan alleen bij getallen"),
    ("crisis >= 1", "‘crisis’ is waar of onwaar; >= kan alleen bij getallen"),
    ("age_years == '16'", "‘age_years’ is een getal en ‘16’ is een tekst; vergelijk gelijke soorten"),
    ("story == 3", "‘story’ is een tekst en ‘3’ is een getal; vergelijk gelijke soorten"),
    ("crisis == 'ja'", "‘crisis’ is waar of onwaar en ‘ja’ is een tekst; vergelijk gelijke soorten"),
    ("plan || story + 'a' == 'b'", "‘story’ is een tekst; + kan alleen bij getallen"),
    ("crisis = true", "gebruik in een voorwaarde == in plaats van ‘=’"),
    ("age_years => 4", "gebruik in een voorwaarde >= in plaats van ‘=>’"),
    ("age_years =< 4", "gebruik in een voorwaarde <= in plaats van ‘=<’"),
    ("crisis and plan", "gebruik in een voorwaarde && in plaats van ‘and’"),
    ("crisis of plan", "gebruik in een voorwaarde || in plaats van ‘of’"),
    ("not crisis", "gebruik in een voorwaarde ! in plaats van ‘not’"),
    ("crisis == True", "gebruik in een voorwaarde true in plaats van ‘True’"),
    ("crisis & plan", "gebruik in een voorwaarde && in plaats van ‘&’"),
    ("size(story) > 1", "‘size(…)’: functies kunnen niet in een voorwaarde; leid een nieuw gegeven af"),
    ("story.startsWith('a')", "‘.startsWith('a')’ is niet te lezen in een voorwaarde"),
    ("story == null", "‘null’ is geen bekend gegeven; zie ‘ijkpunt schema facts’"),
    ("age_years in 3", "de voorwaarde klopt niet bij ‘3’; hier hoort ‘[’"),
    ("safety in []", "de voorwaarde klopt niet bij ‘]’; kijk naar haakjes, && en ||"),
    ("(crisis", "de voorwaarde klopt niet aan het eind; hier hoort ‘)’"),
    ("crisis)", "de voorwaarde klopt niet bij ‘)’; kijk naar haakjes, && en ||"),
    ("crisis plan", "de voorwaarde klopt niet bij ‘plan’; kijk naar haakjes, && en ||"),
    ("age_years >", "de voorwaarde klopt niet aan het eind; kijk naar haakjes, && en ||"),
    ("crisis ? plan", "de voorwaarde klopt niet aan het eind; hier hoort ‘:’"),
    ("14 < age_years < 18", "twee vergelijkingen achter elkaar; zet && of || ertussen"),
    ("story == 'open", "‘'open’ is niet te lezen in een voorwaarde"),
    ("story == 'a\\'b'", "‘'a\\'b'’ is niet te lezen in een voorwaarde"),
    ("crisis # toelichting", "‘# toelichting’ is niet te lezen in een voorwaarde"),
    ("", "deze voorwaarde is leeg; schrijf een voorwaarde, of true als het altijd geldt"),
    ("  \n ", "deze voorwaarde is leeg; schrijf een voorwaarde, of true als het altijd geldt"),
    ("(" * 60 + "crisis" + ")" * 60, "te veel haakjes in elkaar; leid een nieuw gegeven af, of splits de regel"),
    (" || ".join(["crisis"] * 200), "deze voorwaarde is te lang; leid een nieuw gegeven af, of splits de regel"),
])
def test_a_wrong_condition_is_refused_in_dutch(source: str, sentence: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        compile_condition(source, SCHEMA)
    assert str(caught.value) == sentence


@pytest.mark.parametrize("source", [
    "!" * 190 + "crisis", "-" * 150 + "running > 1", "(" * 30 + "crisis" + ")" * 30,
    "crisis ? plan : " * 45 + "secret", "age_years > " + "9" * 400,
])
def test_the_deepest_that_is_allowed_compiles_or_is_refused_in_dutch(source: str) -> None:
    try:
        compiled = compile_condition(source, SCHEMA)
    except PydanticCustomError as error:
        assert "CEL leest deze voorwaarde niet" in str(error)
    else:
        assert compiled.evaluate(Facts({}, SCHEMA)) is UNKNOWN


@given(st.text(max_size=60) | st.lists(st.sampled_from(
    ["crisis", "age_years", "safety", "'veilig'", "(", ")", "[", "]", ",", "!", "-", "&&", "||", "==", "in", "<", "?",
     ":", "1", "true", "known_crisis"])).map(" ".join))
def test_any_text_compiles_or_is_a_mistake(source: str) -> None:
    try:
        compiled = compile_condition(source, SCHEMA)
    except PydanticCustomError:
        return
    full = Facts({"crisis": True, "age_years": 3, "safety": "veilig"}, SCHEMA)
    assert compiled.evaluate(full) in (True, False)


def test_what_a_condition_reads_asks_and_needs() -> None:
    condition = compile_condition("age_years > 15 && (known_crisis || plan)", SCHEMA)
    assert condition.facts == {"age_years", "plan"}
    assert condition.asks == {"crisis"}
    assert condition.depends_on == {"age_years", "plan", "crisis"}
    assert condition.needs(Facts({"age_years": 3}, SCHEMA)) == ["plan"]


def test_unknown_is_never_taken_for_false() -> None:
    with pytest.raises(TypeError):
        bool(UNKNOWN)


@pytest.mark.parametrize("facts", [
    {"crisis": 1}, {"crisis": "ja"}, {"age_years": "16"}, {"age_years": True}, {"age_years": float("nan")},
    {"safety": "prima"}, {"story": 3}, {"shoe_size": 3},
])
def test_facts_keep_to_their_schema(facts: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="schema"):
        Facts(facts, SCHEMA)


def test_facts_of_another_schema_are_a_fault_of_the_pack() -> None:
    condition = compile_condition("age_years > 3", SCHEMA)
    with pytest.raises(PackFault, match="age_years > 3"):
        condition.evaluate(Facts({"age_years": "drie"}, {"age_years": "text"}))
    with pytest.raises(PackFault, match="waar of onwaar"):
        compile_condition("crisis", SCHEMA).evaluate(Facts({"crisis": "ja"}, {"crisis": "text"}))


# Three-valued logic as it should be, beside CEL.

@st.composite
def expressions(draw: st.DrawFn, depth: int = 4) -> tuple[str, Any]:
    """A condition in words, and what it should be as a function of the facts (None is unknown)."""
    form = draw(st.sampled_from(["bool", "compare", "choice", "known"] + ["not", "and", "or", "if"] * (depth > 0)))
    if form == "bool":
        name = draw(st.sampled_from(["crisis", "secret", "plan"]))
        return name, lambda facts: facts.get(name)
    if form == "known":
        name = draw(st.sampled_from(list(SCHEMA)))
        return f"known_{name}", lambda facts: name in facts
    if form == "compare":
        name, sign = draw(st.sampled_from(["age_years", "running"])), draw(st.sampled_from(list(COMPARE)))
        number = draw(st.integers(-3, 20) | st.sampled_from([0.5, 15.5]))
        return f"{name} {sign} {number}", lambda facts: COMPARE[sign](facts[name], number) if name in facts else None
    if form == "choice":
        values = draw(st.lists(st.sampled_from(["veilig", "zorgen", "onveilig"]), min_size=1, max_size=2))
        return f"safety in {values}", lambda facts: facts["safety"] in values if "safety" in facts else None
    (left, lv), (right, rv) = draw(expressions(depth - 1)), draw(expressions(depth - 1))
    if form == "not":
        return f"!({left})", lambda facts: None if lv(facts) is None else not lv(facts)
    if form == "and":
        return f"({left}) && ({right})", lambda facts: (
            False if False in (lv(facts), rv(facts)) else None if None in (lv(facts), rv(facts)) else True)
    if form == "or":
        return f"({left}) || ({right})", lambda facts: (
            True if True in (lv(facts), rv(facts)) else None if None in (lv(facts), rv(facts)) else False)
    test, tv = draw(expressions(depth - 1))
    return f"({test}) ? ({left}) : ({right})", lambda facts: (
        None if tv(facts) is None else lv(facts) if tv(facts) else rv(facts))


COMPARE = {"==": lambda a, b: a == b, "!=": lambda a, b: a != b, "<": lambda a, b: a < b, "<=": lambda a, b: a <= b,
           ">": lambda a, b: a > b, ">=": lambda a, b: a >= b}
FACTS = st.fixed_dictionaries({}, optional={
    "crisis": st.booleans(), "secret": st.booleans(), "plan": st.booleans(),
    "age_years": st.integers(-3, 20) | st.floats(-3, 20), "running": st.integers(-3, 20),
    "safety": st.sampled_from(["veilig", "zorgen", "onveilig"]),
})


@given(expressions(), FACTS)
def test_three_valued_logic_as_it_should_be(expression: tuple[str, Any], facts: dict[str, Any]) -> None:
    source, reference = expression
    try:
        condition = compile_condition(source, SCHEMA)
    except PydanticCustomError as error:
        assert "te lang" in str(error) or "te veel haakjes" in str(error)
        return
    expected = reference(facts)
    assert condition.evaluate(Facts(facts, SCHEMA)) is (UNKNOWN if expected is None else expected)


def test_eighty_conditions_are_weighed_within_a_few_milliseconds() -> None:
    conditions: list[Condition] = [compile_condition(
        f"(age_years >= {i} && safety in ['zorgen', 'onveilig']) || (crisis && !plan) || running > {i % 5}", SCHEMA)
        for i in range(80)]
    values: dict[str, Any] = {"age_years": 15.5, "safety": "zorgen", "plan": False, "running": 2}
    spent = []
    for _ in range(9):
        start = time.perf_counter()
        facts = Facts(values, SCHEMA)
        for condition in conditions:
            condition.evaluate(facts)
        spent.append(time.perf_counter() - start)
    assert sorted(spent)[len(spent) // 2] < 0.010  # some 0.5 ms on an idle machine


def test_the_slow_library_is_not_imported_at_start() -> None:
    code = "import sys, casework.knowledge.expressions; sys.exit('cel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
