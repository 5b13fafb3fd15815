"""What stays open in checklists b to g: each point comes with one answer, goes with another, and says where to go."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from tests.casework.families import BIG_FIVE, advice, helped, problem
from tests.casework.test_checklists import READY, STAY, STAYS, blocks, outcomes


class Point(NamedTuple):
    """In checklist `of`, with these answers and changes; `gone`: what on top of them takes it away, each by itself."""

    of: str
    text: str
    path: str
    answers: dict[str, Any]
    gone: list[dict[str, Any]]
    changes: dict[str, Any] = {}  # noqa: RUF012 (never changed)


def found(point: Point, more: dict[str, Any] = {}) -> list[tuple[str, str]]:  # noqa: B006 (never changed)
    """more: answers by their code, changes by their path."""
    answers = {**point.answers, **{name: said for name, said in more.items() if _is_question(name)}}
    changes = {**point.changes, **{path: value for path, value in more.items() if not _is_question(path)}}
    open_ = outcomes({**changes, "checklists": {point.of: answers}})[point.of].open_points
    return [(one.text, one.path) for one in open_]


def _is_question(name: str) -> bool:
    return "." not in name and name != "consultations"


NEAR = blocks()
_LOOSE = [{**BIG_FIVE[1], "status": "niet geregeld"}]
_BLOCKS = {"welzijn": ("BF12", "BF13"), "school en werk": ("BF07", "BF08"), "support": ("BF01", "BF02", "BF03"),
               "inkomen": ("BF09", "BF10", "BF11"), "wonen": ("BF04", "BF05", "BF06"),
               "recht en regie": ("BF14", "BF15", "BF16")}  # fmt: skip
_STAYS_LONG = {"help_history.help": [helped("h1", name="logeren-laag", start="-7m")]}
_ASIDE = {"unanswered": "not_applicable", "reason": "speelt niet"}
_INTENSIVE = {"comparison.level": "intensief"}
_LAW = {"id": "w1", "law": "Wlz", "status": "aangevraagd"}
_WLZ = {"AF01": "ja", "AF02": "ja", "AF03": "ja"}
_SEEN = {"safety.verdict": "zorgen_onder_controle", "safety.agreements": []}
_AGREED = [{"id": "a1", "what": "Oma slaapt hier", "who": "moeder", "otherwise": "Bellen"}]

POINTS = [
    # b
    *(Point("b", f"{block} is niet geregeld en niemand pakt het op: kies wie", "special_checks.big_five",
            {item: "nee"}, [{item: "ja"}, {item: _ASIDE}], {"identity.birth_date": "-17y6m"})
      for block, items in _BLOCKS.items() for item in items),
    Point("b", "wonen is niet geregeld en niemand pakt het op: kies wie", "special_checks.big_five", {"BF01": "ja"},
          [{"special_checks.big_five": [{**_LOOSE[0], "who": "moeder"}]}],
          {"identity.birth_date": "-17y6m", "special_checks.big_five": _LOOSE}),
    Point("b", "nog niet besproken: wonen, school en werk, inkomen, welzijn, recht en regie en hulp na 18",
          "checklists.b.BF04", {"BF01": "ja"},
          [{"BF17": "ja"},
           {"special_checks.extended_help": "ja", "special_checks.after_eighteen": "Wmo"},
           {"special_checks.extended_help": "nee", "special_checks.after_eighteen": "Wmo"}],
          {"identity.birth_date": "-17y6m"}),
    Point("b", "plan een overleg met alle betrokkenen: wonen of meer dan één punt staat open",
              "special_checks.big_five",
          {"BF01": "nee", "BF07": "nee"}, [{"BF01": "ja"}, {"BF07": "een_beetje"}], {"identity.birth_date": "-17y6m"}),
    Point("b", "beslis vóór de 18e verjaardag of jeugdhulp nodig blijft", "special_checks.extended_help",
              {"BF01": "ja"},
          [{"special_checks.extended_help": "ja"}, {"special_checks.extended_help": "nee"},
           {"identity.birth_date": "-17y5m"}], NEAR),
    Point("b", "schrijf op welke wet na 18 helpt, en wie dat regelt", "special_checks.after_eighteen", {"BF01": "ja"},
          [{"special_checks.after_eighteen": "Wmo, moeder belt"}, {"identity.birth_date": "-17y5m"}], NEAR),
    # c
    Point("c", "leg vast wat stopt of wacht als het nieuwe begint", "special_checks.stops_or_waits", {"ST01": "ja"},
          [{"ST01": "nee"}, {"special_checks.stops_or_waits": "De training wacht"}],
          {"help_history.help": [helped("h1")]}),
    Point("c", "vraag welke hulp kan stoppen als de nieuwe start", "checklists.c.ST06", {"ST02": "ja"},
          [{"ST02": "nee"}, {"ST06": "nee"}]),
    Point("c", "spreek af wie de regie heeft", "checklists.c.ST05", {"ST01": "ja", "ST05": "een_beetje"},
          [{"ST01": "nee"}, {"ST05": "ja"}]),
    Point("c", "tel ook hulp via school, Wmo, Wlz en huisarts mee", "checklists.c.ST08", {"ST01": "ja"},
          [{"ST01": "een_beetje"}, {"ST08": "ja"}]),
    Point("c", "laat hulpverleners van elkaar weten wat zij doen", "checklists.c.ST03", {"ST03": "nee"},
          [{"ST03": "ja"}, {"ST03": "een_beetje"}]),
    Point("c", "maak van de adviezen één lijn", "checklists.c.ST04", {"ST04": "een_beetje"}, [{"ST04": "nee"}]),
    Point("c", "het gezin zegt dat het te veel is: bespreek wat kan wachten", "checklists.c.ST07", {"ST07": "ja"},
          [{"ST07": "nee"}]),
    Point("c", "spreek een dag af waarop u opnieuw kiest, binnen zes weken", "checklists.c.ST12",
          {"ST09": "ja", "ST10": "nee", "ST12": "een_beetje"}, [{"ST12": "ja"}, {"ST09": "nee"}, {"ST10": "ja"}]),
    Point("c", "start ook hulp bij de ouders thuis", "checklists.c.ST13", {"ST09": "ja", "ST11": "nee", "ST13": "nee"},
          [{"ST13": "ja"}, {"ST11": "ja"}]),
    # d
    Point("d", "vraag of er ook opvoed-, gedrags- of psychische oorzaken zijn", "checklists.d.AF08", {"AF05": "ja"},
          [{"AF05": "nee"}, {"AF08": "nee"}, {"own_capacity.several_causes": False}]),
    Point("d", "help bij de aanvraag bij het CIZ", "checklists.d.AF04", _WLZ,
          [{"AF04": "ja"}, {"AF03": "nee"},
           *({"own_capacity.other_laws": [{**_LAW, "status": status}]} for status in ("aangevraagd", "toegekend",
                                                                                      "afgewezen"))]),
    Point("d", "help bij de aanvraag bij het CIZ", "checklists.d.AF04", _WLZ, [],
          {"own_capacity.other_laws": [{**_LAW, "status": "mogelijk"}]}),
    Point("d", "help bij de aanvraag bij het CIZ", "checklists.d.AF04", _WLZ, [],
          {"own_capacity.other_laws": [{**_LAW, "law": "Zvw"}]}),
    Point("d", "noem de hulp voor de tijd tot de andere wet begint", "own_capacity.other_laws", {"AF05": "ja"},
          [{"AF05": "nee"}, {"own_capacity.other_laws": [{**_LAW, "bridge": "OJG"}]},
           {"own_capacity.other_laws": [{**_LAW, "status": "toegekend"}]}]),
    Point("d", "leren en er kunnen zijn lopen door elkaar: leg vast wie wat doet en betaalt", "checklists.d.AF14",
          {"AF14": "een_beetje"}, [{"AF14": "ja"}, {"AF14": "nee"}]),
    Point("d", "vraag school om het dossier over dyslexie", "checklists.d.AF15", {"AF15": "ja"}, [{"AF15": "nee"}]),
    Point("d", "het kind zit thuis: betrek leerplicht", "checklists.d.AF16", {"AF16": "een_beetje"}, [{"AF16": "nee"}]),
    Point("d", "regel de begeleiding voor deze klas samen", "checklists.d.AF17", {"AF17": "ja"}, [{"AF17": "nee"}]),
    Point("d", "vraag of het vrije aanbod dichtbij is, online kan, of vervoer vraagt", "checklists.d.AF20",
          {"AF18": "ja", "AF19": "nee"}, [{"AF20": "ja"}, {"AF19": "ja"}]),
    Point("d", "kijk ook naar schulden, inkomen, opvang, vervoer of jeugdstrafrecht", "checklists.d.AF21",
              {"AF21": "ja"},
          [{"AF21": "nee"}]),
    # e
    *(Point("e", text, f"checklists.e.{item}", {"LO01": "ja"}, [{item: "ja"}]) for item, text in (
        ("LO02", "vraag hoe zwaar de dagen en nachten zijn"), ("LO04", "vraag wat nu al lucht geeft"),
        ("LO05", "bespreek logeren bij vrijwilligers"), ("LO07", "vraag het kind zelf wat het wil"),
        ("LO08", "kijk of de plek past bij leeftijd, gedrag en niveau"),
        ("LO09", "spreek af waaraan de ouders over drie maanden merken dat het helpt"))),
    Point("e", "vraag hoe het met de ouders gaat: slaap, werk, relatie, kinderen, gezondheid", "checklists.e.LO03a",
          {"LO03a": "0", "LO03b": "4"}, [{"LO03c": "1"}, {"LO03d": "2"}, {"LO03e": "3"}]),
    Point("e", "overweeg eerst logeren bij vrijwilligers", "checklists.e.LO05", {"LO05": "niet_overwogen"},
          [{"LO05": "past_niet"}]),
    Point("e", "het kind wil niet: zoek samen een andere vorm", "checklists.e.LO07", {"LO07": "nee"}, [{"LO07": "ja"}]),
    Point("e", "geen lichte vorm past: vraag de expertpool mee te denken", "checklists.e.LO06",
          {"LO01": "ja", "LO02": "licht", "LO05": "past_niet", "LO06": "nee"},
          [{"LO06": "ja"}, {"LO05": "ja"}, {"LO01": "nee"}, {"LO04": "ja"}]),
    Point("e", "vraag of de ouders nu meer kunnen dragen", "checklists.e.LO10", {"LO01": "ja"},
          [{"LO10": "ja"}, {"LO10": "nee"}, {"help_history.help": []}], _STAYS_LONG),
    Point("e", "de draagkracht is niet gestegen: kijk naar het hele gezin", "checklists.e.LO10", {"LO10": "nee"},
          [{"LO10": "een_beetje"}, {"help_history.help": []}], _STAYS_LONG),
    Point("e", "vraag of logeren iets verandert, of blijvend ontlast", "checklists.e.LO11", {"LO01": "ja"},
          [{"LO11": "nee"}], _STAYS_LONG),
    Point("e", "tel de nachten tot nu toe bij elkaar", "special_checks.respite_nights", {"LO01": "ja"},
          [{"special_checks.respite_nights": 12}], {**_STAYS_LONG, "situation.problem_area": "logeren"}),
    # f
    *(Point("f", f"nog nodig: {text}", f"checklists.f.{item}", {item: "een_beetje"}, [{item: "ja"}, *more], _INTENSIVE)
      for item, text, more in (
        ("IN01", "een uitgebreide analyse, niet te oud, met een gedragswetenschapper", []),
        ("IN02", "lichtere hulp, goed uitgevoerd en niet genoeg",
         [{"intake.urgency": "vandaag"}, {"intake.urgency": "acuut_gevaar"}, {"expert_pool.exception": "spoed"}]),
        ("IN03", "dat uithuisplaatsing dreigt, of ernstig gedrag op meer plekken", []),
        ("IN05", "een vaste opvoeder die meedoet", []))),
    Point("f", "nog nodig: dat uithuisplaatsing dreigt, of ernstig gedrag op meer plekken", "checklists.f.IN03",
          {"IN01": "ja"}, [{"situation.problems": [problem(where=["thuis", "school"])]},
                           {"special_checks.threat_of_placement": True}], _INTENSIVE),
    Point("f", "nog nodig: een antwoord op de redenen om het niet te doen", "checklists.f.IN06b",
              {"IN06": "een_beetje"},
          [{"IN06": "nee"}, {"IN06b": "ja"}], _INTENSIVE),
    Point("f", "vraag of er redenen zijn om het juist niet te doen", "checklists.f.IN06", {"IN01": "ja"},
              [{"IN06": "nee"}],
          _INTENSIVE),
    *(Point("f", text, f"checklists.f.{item}", {item: "een_beetje"}, [{item: "ja"}], _INTENSIVE) for item, text in (
        ("IN04", "kijk of de aanpak past bij leeftijd en niveau"), ("IN07", "bel met wie verwees"),
        ("IN08", "kies wat stopt als dit start"), ("IN09", "maak een plan voor als het na zes weken niet werkt"),
        ("IN10", "spreek af wie elke week volgt"))),
    *(Point("f", f"nog nodig: {text}", path, {item: "een_beetje"}, [{item: "ja"}], STAY) for item, path, text in (
        ("IN11", "special_checks.stay_alternatives", "twee andere wegen die echt zijn besproken"),
        ("IN13", "special_checks.family_form_reason",
        "eerst een pleeggezin of gezinshuis, of waarom niet voor dit kind"),
        ("IN15", "checklists.f.IN15", "het doel, de datum van teruggaan en wie daaraan thuis werkt"),
        ("IN16", "checklists.f.IN16", "wat het kind zelf wil"))),
    Point("f", "nog nodig: het advies van de expertpool", "expert_pool", {"IN15": "ja"},
          [{"consultations": [advice()]}, {"intake.track": "GI_besluit"}],
          {"situation.problem_area": "verblijf", "consultations": []}),
    *(Point("f", text, f"checklists.f.{item}", {item: "een_beetje"}, [{item: "ja"}, {item: _ASIDE}],
            {**STAY, "identity.birth_date": "-16y"}) for item, text in (
        ("IN12", "kijk of broers en zussen samen kunnen"),
        ("IN14", "zoek in de regio, met de eigen school en vrienden"), ("IN17", "maak een toekomstplan met de jongere"),
        ("IN18", "bespreek of dit vrijwillig kan, of dat de Raad erbij moet"),
        ("IN19", "spreek af dat u binnen drie maanden opnieuw kiest"))),
    # g
    Point("g", "geef uw oordeel over de veiligheid", "safety.verdict", {"VE01": "ja"}, [{"safety.verdict": "veilig"}],
          {"safety.verdict": {"unanswered": "not_asked"}}),
    *(Point("g", "het oordeel is veilig, en er is een teken gezien: kijk er opnieuw naar", "safety.verdict",
            {sign: "een_beetje"}, [{sign: "nee"}, {"safety.verdict": "zorgen_onder_controle"}])
      for sign in ("VE02", "VE03", "VE04", "VE05", "VE06", "VE07")),
    Point("g", "zie en spreek alle kinderen in huis", "checklists.g.VE01", {"VE01": "een_beetje"}, [{"VE01": "ja"}]),
    Point("g", "zie en spreek alle kinderen in huis", "checklists.g.VE01", {"VE01": "nee"}, [{"VE01": "ja"}]),
    *(Point("g", "vraag vandaag door over zelfdoding", "safety.suicide_risk", {"VE06": "ja"},
            [{"VE06": "nee"}, {"safety.suicide_risk": "nee"}], {"safety.suicide_risk": risk})
      for risk in ("niet_gevraagd", {"unanswered": "not_asked"})),
    *(Point("g", text, f"checklists.g.{item}", {"VE03": "ja"}, [{item: "nee"}, {"VE03": "nee"}], _SEEN) for item,
                text in (
        ("VE09", "vraag wat er is gebeurd, hoe vaak, sinds wanneer en wie het weet"),
        ("VE10", "kijk of het kind jong of kwetsbaar is"),
        ("VE11", "vraag naar wapens, dreiging en strijd rond een scheiding"),
        ("VE12", "zoek wat het vandaag al veiliger maakt"),
        ("VE14", "vraag of een ouder zelf hulp heeft, en of daar naar de kinderen is gevraagd"))),
    Point("g", "maak veiligheidsafspraken: wat, wie, tot wanneer, en wat als", "safety.agreements", {"VE03": "ja"},
          [{"VE03": "nee"}, {"safety.agreements": _AGREED}], _SEEN),
]  # fmt: skip


@pytest.mark.parametrize("point", POINTS, ids=lambda point: f"{point.of}: {point.text} {'-'.join(point.answers)}")
def test_a_point_comes_with_one_answer_and_goes_with_another(point: Point) -> None:
    assert (point.text, point.path) in found(point)
    for more in point.gone:
        assert point.text not in [text for text, _ in found(point, more)], more


def test_who_does_not_want_intensive_help_or_a_stay_is_asked_nothing_about_it() -> None:
    neither = {"comparison.level": "geindiceerd_ambulant", "intake.requested_product": "MST"}
    texts = [one.text for one in outcomes(neither)["f"].open_points]
    assert any("gedragswetenschapper" in text for text in texts)
    assert not any("pleeggezin" in text or "Raad" in text for text in texts)
    texts = [one.text for one in outcomes({**STAY, "consultations": [], "checklists": {"f": STAYS}})["f"].open_points]
    assert not any("gedragswetenschapper" in text for text in texts)
    assert "nog nodig: het advies van de expertpool" in texts


def test_where_all_was_done_nothing_is_needed_any_more() -> None:
    done = {**READY, **{f"IN{number:02}": "ja" for number in (4, 7, 8, 9, 10)}, "IN06": "nee"}
    assert outcomes({**_INTENSIVE, "checklists": {"f": done}})["f"].open_points == ()
