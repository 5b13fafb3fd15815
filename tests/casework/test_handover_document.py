"""The document as a whole: its sections, the thread, what is printed as open, and that equal in gives equal out."""

from __future__ import annotations

import pytest

from casework.handover.blocks import (
    Callout,
    Heading,
    Items,
    NewPage,
    Origin,
    Paragraph,
    Table,
    Thread,
)
from casework.handover.sections import SECTIONS
from casework.handover.thread import ThreadOfHelp
from casework.questions import Shape, questions
from casework.steps import FLOW
from casework.weighing.completeness import MANDATORY, empty_sections
from tests.casework.handover_family import composed, family, said, settled, signal, unanswered
from tests.casework.handover_reading import headings, of_kind, text, under


def test_every_section_stands_in_order_with_its_number():
    printed = [code for code, _ in headings(composed()) if code]
    assert printed == [str(n) for n in range(1, 18)]


def test_the_mandatory_sections_are_those_that_hold_the_handover_back():
    mandatory = {section.code for section in SECTIONS if section.level == "M"}
    assert mandatory == {section.code for section in MANDATORY} | {"H16"}  # H16 is the pack's


def test_a_mandatory_section_that_is_filled_has_something_to_tell():
    assert empty_sections(settled(), None) == []
    document = composed()
    assert not [block for block in of_kind(document.blocks, Callout) if block.title == "Dit onderdeel is nog leeg"]


def test_an_empty_section_says_that_it_is_empty_or_why_it_does_not_apply():
    bare = family(needs={})
    assert "[Dit onderdeel is nog leeg]" in text(composed(bare))
    bare["answers"]["handover"]["sections"] = [
        {"id": "o1", "section": "H8", "empty_because": "het gezin kiest de doelen in het eerste gesprek"}
    ]
    assert "Niet van toepassing: het gezin kiest de doelen in het eerste gesprek." in text(composed(bare))


@pytest.mark.parametrize(
    ("choice", "missing"),
    [
        ({"section": "H5", "shared": False}, ["Veiligheid: de reden om dit niet te delen"]),
        ({"section": "H5", "shared": False, "reason": "Vader leest mee"}, []),
        ({"section": "H8", "shared": False, "reason": "Nog te pril"}, []),
        ({"section": "H14", "shared": False}, []),
        ({"section": "H13", "shared": False}, []),
    ],
)
def test_a_mandatory_section_that_is_held_back_needs_its_reason(choice, missing):
    """Held back with a reason it is told as held back; H14 cannot be, and H13 need not be there."""
    document = family(needs__goals=None) if choice["section"] == "H8" else family()
    document["answers"]["handover"]["sections"] = [{"id": "o1", **choice}]
    assert [section.title for section in empty_sections(settled(document), None)] == missing


def test_triage_asks_no_analysis_and_says_so():
    document = family(intake__track="triage", intake__triage_reason="Een luisterend oor is genoeg.",
                      decision__decision="triage_klaar")  # fmt: skip
    told = text(composed(document))
    assert "Niet van toepassing: bij een korte beoordeling wordt dit niet uitgezocht." in told
    assert "Jesse merkt eerder dat hij boos wordt" not in told, "a question that does not apply reaches nothing"
    assert "Sinds de scheiding houdt Jesse veel voor zich" not in told


def test_an_optional_section_without_content_is_not_printed():
    document = family(
        own_capacity__other_laws=[], own_capacity__transport_needed=None, situation__school_consulted=None
    )
    document["answers"]["handover"]["sections"] = []
    printed = [code for code, _ in headings(composed(document))]
    assert "11" not in printed and "13" not in printed


def test_rights_and_reply_card_stand_on_pages_of_their_own():
    blocks = composed().blocks
    for code in ("16", "17"):
        place = next(n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.code == code)
        assert isinstance(blocks[place - 1], NewPage)


# The thread


def test_the_thread_runs_from_question_to_help():
    thread = ThreadOfHelp(settled())
    need = thread.needs["N1"]
    assert thread.question_of(need) == "V1"
    assert thread.goals_of("N1") == ("D1",)
    assert thread.products_of("N1") == ("P1",)


@pytest.mark.parametrize(
    ("code", "loose"),
    [
        ("V1", ""),
        ("V3", "los eind: nog geen behoefte"),
        ("N1", ""),
        ("N3", "los eind: nog geen vraag, nog geen doel, nog geen hulp"),
        ("D3", "los eind: hoort nog bij geen behoefte"),
        ("P1", ""),
    ],
)
def test_a_loose_end_is_told_in_words(code, loose):
    assert ThreadOfHelp(settled()).loose_end(code) == loose


def test_a_product_that_covers_nothing_is_a_loose_end():
    document = family()
    document["answers"]["decision"]["products"][1]["covers"] = ["bestaat-niet"]
    assert ThreadOfHelp(settled(document)).loose_end("P2") == "los eind: dekt nog geen behoefte"


def test_a_need_that_own_strength_covers_does_not_wait_for_help():
    document = family()
    own = document["answers"]["own_capacity"]["own_capacity"]
    own.append({**own[0], "id": "e3", "need": "n-onderzoek", "sufficient": said("voldoende")})
    assert ThreadOfHelp(settled(document)).loose_end("N3") == "los eind: nog geen vraag, nog geen doel"


def test_without_help_there_is_no_loose_end_for_help():
    assert "nog geen hulp" not in text(composed(family(decision__decision="afwijzen")))


def test_thread_lines_carry_code_and_belonging():
    lines = {block.code: block for block in of_kind(composed().blocks, Thread)}
    assert lines["N1"].belongs_to == ("V1",)
    assert lines["P1"].belongs_to == ("N1",)
    assert lines["V3"].loose == "los eind: nog geen behoefte"


# Whose words


def test_every_judgement_says_whose_it_is():
    """Each answer that is a judgement with a source, and stands in the document, stands there with that source."""
    told = {block.origin.path: block.origin for block in composed().blocks
            if not isinstance(block, Table) and getattr(block, "origin", None)}  # fmt: skip
    for step in FLOW.steps:
        answers = settled().of(step.answers)
        for name, question in questions(step.answers).items():
            path = f"{step.id}.{name}"
            if question.judgement and question.shape is not Shape.RECORDS and path in told:
                source = getattr(answers.answer(name), "source", None)
                assert not source or told[path].who, f"{path} is told without whose it is"


def test_disagreement_stands_beside_the_statement():
    blocks = under(composed(), "4")
    lead = "Wij denken samen: "
    together = next(n for n, b in enumerate(blocks) if isinstance(b, Paragraph) and b.runs[0].text == lead)
    assert blocks[together].origin == Origin("explanation.together", "ouder", "mening", "19 november 2026")
    assert blocks[together + 1].rows == (("Jesse Oefenstra", "eens"), ("Ouders", "deels"))


@pytest.mark.parametrize("missing", ["explanation__alternative", "explanation__not_known"])
def test_doubt_always_has_its_place(missing):
    document = composed(family(**{missing: None}))
    assert [text for _, text in headings(document, 2)].count("Een andere verklaring") == 1
    assert [text for _, text in headings(document, 2)].count("Wat wij nog niet weten") == 1


def test_what_did_not_help_has_a_column_of_its_own():
    (table,) = of_kind(under(composed(), "6"), Table)
    assert table.head[-1] == "Wat niet hielp (niet herhalen)"
    assert table.rows[0][-1].startswith("Gevoelskaarten en een huiswerkschrift")


def test_help_is_told_in_the_order_of_time():
    (table,) = of_kind(under(composed(), "6"), Table)
    assert [row[0].split("\n")[0] for row in table.rows] == ["Basisondersteuning op school", "Gezinsgesprekken"]


def test_asked_without_an_answer_is_told_and_never_asked_is_not():
    document = family(
        help_question__goes_well=unanswered("unknown"),
        safety__verdict=unanswered("declined"),
        help_history__crisis=None,
    )
    told = text(composed(document))
    assert "Wat goed gaat: gevraagd: weet het niet" in told
    assert "[Veiligheid: gevraagd: wil niet zeggen]" in told
    assert "Crisis in de laatste twaalf maanden" not in told
    assert "niet gevraagd" not in told


# Decision and open points


def test_open_points_are_printed_as_open():
    (points,) = of_kind(under(composed(), "10"), Items)
    told = "Vader heeft nog niet gezegd wat hij van de hulp vindt. Regel R-GEZAG-01, Jeugdwet 7.3.4."
    assert points.items[0].runs[0].text == told
    assert points.items[0].origin.path == "identity.consents"


@pytest.mark.parametrize("status", ["answered", "resolved"])
def test_an_answered_point_is_not_open(status):
    assert "Nog open" not in text(composed(None, "provider", signal(status=status)))


def test_only_attention_is_printed():
    assert "Nog open" not in text(composed(None, "provider", signal(severity="STOP"), signal(severity="TIP")))


def test_the_decision_shows_five_stages_and_what_they_miss():
    tables = of_kind(under(composed(), "10"), Table)
    stages = next(table for table in tables if table.caption == "De redenen in vijf stappen")
    assert [row[0][:2] for row in stages.rows] == ["1.", "2.", "3.", "4.", "5."]
    assert stages.rows[3][2] == "wat ouders zelf kunnen bij N3"


def test_a_deviation_from_advice_stands_with_discipline_and_registration():
    told = text(composed())
    assert "orthopedagogiek of gz-psychologie, registratie 00000000002" in told
    assert "Het team volgt het advies voor een deel." in told
    assert "Reden om af te wijken: Vader wil nu al onderzoek." in told


def test_an_advice_that_is_over_says_so():
    document = family()
    document["consultations"][0]["valid_until"] = "2026-12-01"
    assert "Dit advies is niet meer geldig." in text(composed(document))


def test_a_request_without_advice_is_told_as_waiting():
    document = family(consultations=[{"id": "c2", "asked_on": "2026-12-01", "status": "INGEDIEND"}])
    assert "Er is op 1 december 2026 advies gevraagd. Dat advies is er nog niet." in text(composed(document))


def test_a_refusal_tells_what_there_is_instead():
    document = family(
        decision__decision="afwijzen", comparison__level="geen_individuele_voorziening",
        comparison__offered_instead="een maatje en het spreekuur op school",
    )  # fmt: skip
    assert "Wat er wel is: Een maatje en het spreekuur op school." in text(composed(document))
    assert "Dit is er wel: “Een maatje" in text(composed(document, "parent"))
    assert composed(document).cover.subtitle == "Besluitadvies: afwijzen"
