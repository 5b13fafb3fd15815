"""How the handover tells things: whose words, in which words, and what each reader hears of a brief look or a no."""

from __future__ import annotations

import pytest

from casework.handover.blocks import Callout, Goal
from casework.handover.plain import plain
from casework.handover.wording import in_quotes
from casework.handover.words import enumerated, quoted
from tests.casework.handover_family import composed, family, said, signal

READERS = ("provider", "parent", "youth")


def told(document=None, reader="provider", *signals):
    return plain(composed(document, reader, *signals))


# Quotes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rust", "“rust”"),
        ("“rust”", "“rust”"),
        ('"rust"', "“rust”"),
        ("„rust”", "“rust”"),
        ("“rust” en “regels”", "“‘rust’ en ‘regels’”"),
        ('Hij zei "ga weg" en liep.', "“Hij zei ‘ga weg’ en liep.”"),
        ("Vader zei: “nee”", "“Vader zei: ‘nee’”"),
        ('Zij riep ("stop").', "“Zij riep (‘stop’).”"),
    ],
)
def test_quotes_never_nest_and_never_get_lost(text, expected):
    assert in_quotes(text) == quoted(text) == expected


@pytest.mark.parametrize(
    ("source", "quotes"), [("jeugdige", True), ("ouder", True), ("school", False), ("expert", False)]
)
def test_only_what_the_family_said_stands_between_quotes(source, quotes):
    document = family(help_question__goes_well=said("Zij is vrolijk.", source))
    line = "Wat goed gaat: “Zij is vrolijk.”" if quotes else "Wat goed gaat: Zij is vrolijk. ["
    assert line in told(document)


# Whose words


@pytest.mark.parametrize(
    ("kind", "margin"),
    [("waarneming", "[eigen waarneming, 19 november 2026]"), ("mening", "[basisteam, mening, 19 november 2026]")],
)
def test_what_we_saw_and_what_we_think(kind, margin):
    document = family(help_question__differ=said("Over de plek.", "eigen_waarneming", kind))
    assert f"Over de plek. {margin}" in told(document)


def test_own_share_network_and_judgement_each_have_their_own_source():
    document = family()
    own = document["answers"]["own_capacity"]["own_capacity"][0]
    own |= {"parents_can": said("Moeder oefent.", "ouder", "mening"), "network_can": said("Oom helpt.", "jeugdige"),
            "sufficient": said("deels", "expert")}  # fmt: skip
    text = told(document)
    assert "Wat ouders zelf doen: Moeder oefent. [ouder, mening, 19 november 2026]" in text
    assert "Wat het netwerk doet: Oom helpt. [jeugdige, mening, 19 november 2026]" in text
    assert "niet op school.\n[deskundige, mening, 19 november 2026]" in text


def test_of_earlier_help_each_cell_says_whose_it_is():
    text = told()
    assert "Wat hielp: Samen iets doen, op een vaste dag (ouder, mening, 19 november 2026)" in text
    assert "Gevoelskaarten en een huiswerkschrift (jeugdige, mening, 19 november 2026)" in text


def test_where_one_voice_judges_earlier_help_the_row_says_so_once():
    document = family()
    help_ = document["answers"]["help_history"]["help"][0]
    help_ |= {name: said(help_[name]["value"], "jeugdige") for name in ("result", "gain", "helped", "did_not_help")}
    assert "Basisteam West [jeugdige, mening, 19 november 2026]" in told(document)
    assert "(jeugdige, mening" not in told(document)


# In words


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("31 volgens plan", "gestopt volgens plan"),
        ("32 door cliënt", "eerder gestopt door het gezin"),
        ("33 door aanbieder", "eerder gestopt door de aanbieder"),
        ("39 ander domein", "gestopt, verder onder een andere wet"),
    ],
)
def test_why_help_ended_is_a_sentence_of_its_own(code, words):
    document = family()
    document["answers"]["help_history"]["help"][0]["end_reason"] = code
    assert f"1 keer verlengd, {words}" in told(document)


@pytest.mark.parametrize(
    ("school", "words"),
    [("SO", "speciaal onderwijs"), ("thuiszitter", "gaat nu niet naar school (thuiszitter)"), ("regulier", None)],
)
def test_school_in_words(school, words):
    text = told(family(situation__school_type=school))
    assert f"School: {words}" in text if words else "School: " not in text


@pytest.mark.parametrize(
    ("status", "head"),
    [("aangevraagd", "Hulp tot die tijd"), ("mogelijk", "Hulp tot die tijd"), ("toegekend", "Toelichting"),
     ("afgewezen", "Toelichting")],
)  # fmt: skip
def test_help_in_the_meantime_only_while_another_law_has_not_decided(status, head):
    law = {"id": "w1", "law": "Wlz", "status": status, "bridge": "De mentor helpt."}
    assert f"Hoe ver: {status}\n  {head}: De mentor helpt." in told(family(own_capacity__other_laws=[law]))


def test_a_supposition_about_a_target_group_is_not_told_as_fact():
    groups = {"value": ["trauma", "angst_stemming"], "source": "expert", "kind": "hypothese"}
    text = told(family(situation__target_groups=groups))
    assert "Een vermoeden, niet vastgesteld: trauma en angst of somberheid" in text and "Doelgroep" not in text


def test_a_list_with_an_and_in_it_keeps_its_parts_apart():
    assert enumerated(["a", "b", "c"]) == "a, b en c"
    assert enumerated(["leun- en steuncontact", "logeren"]) == "leun- en steuncontact; logeren"
    assert enumerated(["wonen, dag en nacht", "logeren"]) == "wonen, dag en nacht; logeren"


def test_an_open_point_names_its_rule_and_source():
    assert "- Zebra. Regel R-ZEBRA-01, Jeugdwet 2.3." in told(
        None, "provider", signal("R-ZEBRA-01", title="Zebra", source="Jeugdwet 2.3")
    )


def test_alternatives_to_a_stay_and_the_family_form_are_told():
    document = family(situation__problem_area=said("verblijf"))
    form = "Een gezinshuis past."
    document["answers"]["special_checks"] = {
        "stay_alternatives": ["bij oma: dat kan overdag"], "family_form_reason": form,
    }  # fmt: skip
    text = told(document)
    assert "- Bij oma: dat kan overdag." in text
    assert f"Eerst pleegzorg of een gezinshuis (Jeugdwet 2.3 lid 6): {form}" in text
    decided = composed(document).data["decision"]
    assert decided["stay_alternatives"] == ["bij oma: dat kan overdag"] and decided["family_form_reason"] == form


# How much


def without_extent():
    document = family()
    for product in document["answers"]["decision"]["products"]:
        for name in ("code", "volume", "unit", "frequency"):
            product.pop(name, None)
    return document


def test_without_a_code_the_need_says_how_much():
    assert "Omvang: geen vast aantal; nodig is N1 wekelijks, 6 maanden" in told(without_extent())
    assert told(without_extent(), "parent").count("Hoeveel: elke week") == 2


def test_families_hear_the_most_of_the_needs_together():
    document = without_extent()
    document["answers"]["needs"]["needs"][1]["intensity"] = "24u"
    document["answers"]["decision"]["products"][0]["covers"] = ["n-merken", "n-lijn"]
    assert "Hoeveel: dag en nacht" in told(document, "youth")


def test_the_cover_calls_owners_as_the_family_does():
    first = [block.owner for block in composed().blocks[:6] if isinstance(block, Goal)]
    assert first == ["Jesse", "Anja", "Jesse"]
    assert "Eigenaar: Jesse Oefenstra" in told()


# A brief look


def triage():
    document = family(
        intake__track="triage", intake__triage_reason="Een luisterend oor is genoeg.",
        decision__decision="triage_klaar", decision__motivation="De mentor praat drie keer met Jesse.",
    )  # fmt: skip
    document["answers"]["handover"]["sections"] = []
    return document


@pytest.mark.parametrize(
    ("reader", "still_possible"),
    [
        ("provider", "mogen altijd nog om een volledig onderzoek vragen"),
        ("parent", "U mag daar altijd nog om vragen"),
        ("youth", "Je mag daar altijd nog om vragen"),
    ],
)
def test_after_a_brief_look_every_reader_hears_why_and_that_more_may_be_asked(reader, still_possible):
    text = told(triage(), reader)
    assert "Een luisterend oor is genoeg." in text and still_possible in text
    assert "De mentor praat drie keer met Jesse." in text
    assert "M. Denkbeeldema" in text, "whom they can ask"


def test_after_a_brief_look_the_cover_says_what_happens_now():
    (callout,) = [one for one in composed(triage()).blocks[:6] if isinstance(one, Callout) and one.kind == "note"]
    assert callout.title == "Wat er nu gebeurt"
    assert callout.runs[0].text.startswith("De vraag van Jesse gaat verder bij De Verzonnen Linde.")


def test_after_a_brief_look_no_explanation_is_missed():
    text = told(triage())
    assert "Wat wij samen denken: bij een korte beoordeling wordt dit niet uitgezocht." in text
    assert "Er is geen andere verklaring opgeschreven" not in text


# A no, and why


@pytest.mark.parametrize(
    ("reader", "opening"), [("parent", "Een deel van wat u vroeg"), ("youth", "Je krijgt een deel")]
)
def test_a_part_that_does_not_come_is_told_with_why(reader, opening):
    document = family(
        decision__decision="deels_toekennen", needs__conclusion=said("GEEN_WINST", "expert"),
        needs__no_gain_choices=["afbouwen_en_stoppen"], needs__no_gain_reason="Jesse kan wat hij hier kan leren.",
        needs__step_down="De begeleider komt nog vier keer.", decision__alternatives="Nog een jaar: dat herhaalt.",
    )  # fmt: skip
    text = told(document, reader)
    assert opening in text
    assert "Waarom de hulp stopt: “Jesse kan wat hij hier kan leren.”" in text
    assert "Hoe de hulp minder wordt: “De begeleider komt nog vier keer.”" in text
    assert "Wat ook kon, en waarom niet: “Nog een jaar: dat herhaalt.”" in text


def test_a_refusal_without_alternatives_tells_its_reasons():
    document = family(decision__decision="afwijzen", decision__alternatives=None)
    assert "Waarom wij dit voorstellen: “Zonder hulp lukt het Jesse niet" in told(document, "parent")


def test_another_law_is_named_with_the_help_until_then():
    law = {"id": "w1", "law": "Wlz", "status": "aangevraagd", "bridge": "De mentor helpt."}
    text = told(family(decision__decision="andere_wet", own_capacity__other_laws=[law]), "parent")
    assert "Andere wet: Wlz, aangevraagd\nTot die tijd: “De mentor helpt.”" in text


def test_a_plain_yes_tells_no_reasons_to_families():
    assert "Wat ook kon" not in told(None, "parent") and "Waarom" not in told(None, "youth")


# How families are addressed


@pytest.mark.parametrize("reader", ["parent", "youth"])
def test_nobody_is_called_jullie(reader):
    assert "jullie" not in told(None, reader)


def test_who_does_what_goes_by_name():
    text = told(None, "parent")
    assert "* Anja en Harm\n" in text and "U zelf" not in text


@pytest.mark.parametrize("reader", ["parent", "youth"])
def test_what_was_written_about_them_stands_between_quotes(reader):
    text = told(family(handover__start_talk="bij moeder thuis, met Jesse"), reader)
    assert "Het eerste gesprek: “Bij moeder thuis, met Jesse.”" in text
    assert "Tot die tijd: “De mentor belt elke week.”" in text
    assert "Wat tussen “ ” staat, zei of schreef iemand zo." in text


@pytest.mark.parametrize("reader", ["parent", "youth"])
def test_a_figure_stands_with_its_measure(reader):
    assert "een 7. Zo meten we het: keren per week uit de les." in told(None, reader)


# Where to ask


@pytest.mark.parametrize("reader", READERS)
def test_everybody_reads_where_to_ask(reader):
    document = composed(family(handover__contact_reach="000 111 22 33, tot vijf uur"), reader)
    assert any("000 111 22 33, tot vijf uur" in line for _, lines in document.cover.columns for line in lines)


@pytest.mark.parametrize(("relation", "stands"), [("hulpverlener", True), ("moeder", False)])
def test_the_number_of_a_professional_goes_along_where_it_was_given_and_that_of_family_never(relation, stands):
    document = family(handover__contact_reach="000 111 22 33")
    document["people"].append({"id": "p-bel", "name": "Bel Verzinga", "relation": relation, "reach": "000 111 22 33"})
    lines = [line for _, told in composed(document).cover.columns for line in told]
    assert ("Bereikbaar: Marit Denkbeeldema, 000 111 22 33" in lines) is stands
    silent = family(people=document["people"], handover__contact_reach=None)
    assert "000 111 22 33" not in str(composed(silent)), "not given to go along, it stays here"


def test_what_was_signed_and_read_before_a_prolonging_is_told_as_such():
    signed = {"decision__signed_by": {"value": "A. Fictema", "on": "2026-06-03"}, "handover__read_by_parents": None,
              "handover__read_by_child": {"value": "akkoord", "on": "2026-06-04"}}  # fmt: skip
    begun = family(intake__track={"value": "verlenging", "on": "2026-11-01"}, **signed)
    assert told(begun).count("(van vóór deze verlenging)") == 2
    assert "(van vóór" not in told(family(**signed))


@pytest.mark.parametrize("reader", ["parent", "youth"])
def test_a_family_reads_why_help_goes_on_and_when_it_stops(reader):
    why = {"prolong_why": "de overstap komt eraan", "prolong_less": "om de week", "prolong_stops": "zes weken rustig"}
    prolonged, other = family(intake__track="verlenging"), family()
    for document in (prolonged, other):
        document["answers"]["special_checks"] = why
    text = told(prolonged, reader)
    assert "Waarom de hulp langer duurt: “De overstap komt eraan.”" in text
    more = ("Minder, of waarom nog niet: “Om de week.”", "De hulp stopt als: “Zes weken rustig.”")
    assert all((one in text) is (reader == "parent") for one in more), "a young person reads two pages at most"
    assert "langer duurt" not in told(other, reader)
