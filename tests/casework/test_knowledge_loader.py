"""A pack is read whole, or every mistake is told with its file and line."""
from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from casework.knowledge import (
    UNKNOWN,
    Facts,
    FactsSchema,
    Pack,
    PackError,
    PackFault,
    in_force,
    load,
    schema,
    warnings,
)

TINY = Path(__file__).parent.parent / "packs" / "tiny"
FACTS: FactsSchema = {"safety": frozenset({"veilig", "onveilig"}), "reported": "bool", "running": "number"}
PATHS = {"safety", "safety.report", "help_history", "help_history.help"}


def read(root: Path) -> Pack:
    return load(root, FACTS, PATHS.__contains__)


@pytest.fixture
def mistakes(tmp_path: Path) -> Callable[..., list[str]]:
    """The mistakes of the tiny pack after replacements (file, old, new); a file without old is written whole."""

    def broken(*changes: tuple[str, str, str] | tuple[str, bytes]) -> list[str]:
        root = tmp_path / "pack"
        shutil.copytree(TINY, root)
        for file, *change in changes:
            path = root / file
            path.parent.mkdir(exist_ok=True)
            if isinstance(change[0], bytes):
                path.write_bytes(change[0])
            else:
                before = path.read_text()
                assert change[0] in before
                path.write_text(before.replace(change[0], change[1], 1))
        with pytest.raises(PackError) as caught:
            read(root)
        assert str(caught.value) == "\n".join(caught.value.mistakes)
        return caught.value.mistakes

    return broken


def test_the_tiny_pack_is_read_whole() -> None:
    pack = read(TINY)
    assert (pack.id, pack.version) == ("oefenland", "1.0")
    assert list(pack.sources) == ["eigen", "jw-2.3"]
    assert list(pack.rules) == ["R-VEIL-01", "R-STAP-01"]
    assert [rule.code for rule in pack.rules.values()] == ["VEIL-01", "STAPELING"]
    assert pack.rules["R-STAP-01"].weighs_towards_pool is True
    assert pack.rules["R-STAP-01"].when.source == "running >= 2 || known_reported && reported"
    assert list(pack.reference_clients) == ["IJK-01", "IJK-02"]
    assert pack.reference_clients["IJK-01"].features.duration == "3_12"
    assert pack.reference_clients["IJK-02"].features.target_groups is None
    assert pack.products["gesprekken"].advice_required is False  # `no` stayed text until the field asked for a bool
    assert pack.products["intensief-thuis"].code_jz21 == "45A56"
    assert [item.id for item in pack.checklists["a"].items] == ["VC01", "VC12", "VC18a"]
    assert pack.texts["rights"] == {"complaint": "U kunt een klacht indienen."}
    assert pack.why["safety.report"].startswith("Dan weten we")
    assert pack.setting("decision_term_weeks", 6) == 8
    assert pack.setting("wait_norm_days", 42) == 42
    with pytest.raises(PackFault, match="wait_norm_days"):
        pack.setting("wait_norm_days")


def test_entries_are_values_that_can_be_looked_up() -> None:
    first, again = read(TINY), read(TINY)
    client = first.reference_clients["IJK-01"]
    assert {client: "found"}[again.reference_clients["IJK-01"]] == "found"
    assert client != client.model_copy(update={"version": "2"})
    assert client != first.reference_clients["IJK-02"]


def test_its_conditions_can_be_weighed() -> None:
    pack = read(TINY)
    facts = Facts({"safety": "onveilig", "running": 1}, FACTS)
    assert pack.rules["R-VEIL-01"].when.evaluate(facts) is UNKNOWN
    assert pack.rules["R-VEIL-01"].when.needs(facts) == ["reported"]
    assert pack.rules["R-STAP-01"].when.evaluate(facts) is False
    assert pack.reference_clients["IJK-01"].not_when[0].when.evaluate(facts) is True


RULES = "rules/safety.yaml"
CLIENTS = "reference-clients/clients.yaml"
PRODUCTS = "products/products.yaml"


@pytest.mark.parametrize(("file", "old", "new", "expected"), [
    (RULES, "severity: STOP", "severity: HOOG",
     "rules/safety.yaml:3: R-VEIL-01, severity: kies STOP, ATTENTION of TIP (er staat ‘HOOG’)"),
    (RULES, "  severity: STOP\n", "", "rules/safety.yaml:2: R-VEIL-01: ‘severity’ ontbreekt; vul dit in"),
    (RULES, "severity: STOP", "sevrity: STOP", "rules/safety.yaml:2: R-VEIL-01: ‘severity’ ontbreekt; vul dit in\n"
     "rules/safety.yaml:3: R-VEIL-01: ‘sevrity’ is hier geen bekend veld; bedoelt u ‘severity’?"),
    (RULES, "id: R-VEIL-01", "id: VEIL-01", "rules/safety.yaml:2: VEIL-01, id: dit heeft niet de vorm die hier moet "
     "(^R-[A-Z0-9]+(-[A-Z0-9]+)*$) (er staat ‘VEIL-01’)"),
    ("manifest.yaml", 'version: "1.0"', "version: volgende",
     "manifest.yaml:2: oefenland, version: schrijf dit zoals ‘2026.2’ (er staat ‘volgende’)"),
    ("manifest.yaml", 'version: "1.0"', 'version: "1.0\\n"',
     "manifest.yaml:2: oefenland, version: schrijf dit zoals ‘2026.2’ (er staat ‘1.0’)"),
    ("manifest.yaml", "id: oefenland", "id: ../elders",
     "manifest.yaml:1: ../elders, id: schrijf dit zoals ‘gemeente-groningen’ (er staat ‘../elders’)"),
    (RULES, "step: safety", "step: safty", "rules/safety.yaml:4: R-VEIL-01, step: ‘safty’ is geen stap of veld; "
     "schrijf ‘stap’ of ‘stap.veld’ zoals in ijkpunt schema case"),
    (RULES, "safety.report", "safety.raport", "rules/safety.yaml:8: R-VEIL-01, action_path: ‘safety.raport’ is geen "
     "stap of veld; schrijf ‘stap’ of ‘stap.veld’ zoals in ijkpunt schema case"),
    (RULES, 'safety == "onveilig"', 'safty == "onveilig"',
     "rules/safety.yaml:9: R-VEIL-01, when: ‘safty’ is geen bekend gegeven; bedoelt u ‘safety’?"),
    (RULES, 'safety == "onveilig"', 'safety == "onvelig"',
     "rules/safety.yaml:9: R-VEIL-01, when: ‘onvelig’ komt niet voor bij ‘safety’; kies onveilig of veilig"),
    (RULES, "    running >= 2", "    running >=", "rules/safety.yaml:24: R-STAP-01, when: de voorwaarde klopt niet bij "
     "‘||’; kijk naar haakjes, && en ||"),
    (RULES, "when: |\n    running >= 2\n    || known_reported && reported", "when: [running]", "rules/safety.yaml:24: "
     "R-STAP-01, when: een voorwaarde is één tekst; zet er aanhalingstekens om of gebruik |"),
    (RULES, "shows: [safety, reported]", "shows: [safety, rapported]",
     "rules/safety.yaml:10: R-VEIL-01, shows: gegeven ‘rapported’ bestaat niet; bedoelt u ‘reported’?"),
    (RULES, "sources: [jw-2.3]", "sources: [jw-2.4]",
     "rules/safety.yaml:11: R-VEIL-01, sources: bron ‘jw-2.4’ bestaat niet; bedoelt u ‘jw-2.3’?"),
    (RULES, "sources: [jw-2.3]", "sources: []",
     "rules/safety.yaml:11: R-VEIL-01, sources: deze lijst is leeg; noem er minstens één"),
    (RULES, "valid_from: 2026-01-01", "valid_from: 1 januari", "rules/safety.yaml:12: R-VEIL-01, valid_from: hier "
     "hoort een datum als 2026-01-31 (er staat ‘1 januari’)"),
    (RULES, "valid_until: 2026-12-31", "valid_until: 2025-12-31",
     "rules/safety.yaml:16: R-STAP-01: ‘valid_until’ ligt voor ‘valid_from’; draai de datums om"),
    (RULES, "valid_until: 2026-12-31", "valid_until:",
     "rules/safety.yaml:30: R-STAP-01, valid_until: dit is leeg; vul iets in of haal de regel weg"),
    (RULES, "title: Het is nu niet veilig.", "title: ''",
     "rules/safety.yaml:5: R-VEIL-01, title: dit is leeg; vul iets in of haal de regel weg"),
    (RULES, "weighs_towards_pool: yes", "weighs_towards_pool: soms",
     "rules/safety.yaml:32: R-STAP-01, weighs_towards_pool: hier hoort true of false (er staat ‘soms’)"),
    (RULES, "id: R-STAP-01", "id: R-VEIL-01",
     "rules/safety.yaml:16: ‘R-VEIL-01’ bestaat al (rules/safety.yaml:2); geef dit een ander id"),
    (RULES, "code: STAPELING", "code: VEIL-01",
     "rules/safety.yaml:17: R-STAP-01, code: ‘VEIL-01’ is al van R-VEIL-01; geef deze regel een eigen code"),
    (CLIENTS, "id: IJK-02\n", "id: IJK-01\n",
     "reference-clients/clients.yaml:25: IJK-01, id: ijkcliënt ‘IJK-02’ bestaat niet; bedoelt u ‘IJK-01’?\n"
     "reference-clients/clients.yaml:27: ‘IJK-01’ bestaat al (reference-clients/clients.yaml:1); "
     "geef dit een ander id"),
    (CLIENTS, "id: IJK-02, direction", "id: IJK-09, direction",
     "reference-clients/clients.yaml:25: IJK-01, id: ijkcliënt ‘IJK-09’ bestaat niet; bedoelt u ‘IJK-02’?"),
    (CLIENTS, "level: basisondersteuning", "level: algemeen_voorliggend",
     "reference-clients/clients.yaml:25: IJK-01, neighbours: IJK-02 heeft ook niveau ‘algemeen_voorliggend’; "
     "kies een buur met een ander niveau\n"
     "reference-clients/clients.yaml:46: IJK-02, neighbours: IJK-01 heeft ook niveau ‘algemeen_voorliggend’; "
     "kies een buur met een ander niveau"),
    (CLIENTS, "direction: hoger", "direction: lager", "reference-clients/clients.yaml:25: IJK-01, neighbours: IJK-02 "
     "heeft niveau ‘basisondersteuning’ en ligt hoger, niet lager"),
    (CLIENTS, "severity: 1", "severity: 4", "reference-clients/clients.yaml:15: IJK-01, severity: kies een getal van 3 "
     "of lager (er staat ‘4’)"),
    (CLIENTS, "severity: 1", "ernst: 1",
     "reference-clients/clients.yaml:15: IJK-01: ‘ernst’ is hier geen bekend veld; haal het weg"),
    (CLIENTS, "target_groups: [angst_stemming]", "target_groups: [angst]", "reference-clients/clients.yaml:14: IJK-01, "
     "target_groups: ‘angst’ is geen keuze hier; het dichtst in de buurt: anders of angst_stemming"),
    (CLIENTS, "age: {min: 11, max: 13}", "age: {min: 13, max: 11}",
     "reference-clients/clients.yaml:10: IJK-01, age: ‘max’ is lager dan ‘min’; draai de leeftijden om"),
    (CLIENTS, "[gesprekken]", "[gesprek]", "reference-clients/clients.yaml:38: IJK-02, fitting_help: product ‘gesprek’ "
     "bestaat niet; bedoelt u ‘gesprekken’?"),
    (PRODUCTS, "never_with: [gesprekken]", "never_with: [gsprekken]",
     "products/products.yaml:44: intensief-thuis, never_with: product ‘gsprekken’ bestaat niet; "
     "bedoelt u ‘gesprekken’?"),
    (PRODUCTS, "checklist_required: a", "checklist_required: q",
     "products/products.yaml:46: intensief-thuis, checklist_required: vragenlijst ‘q’ bestaat niet"),
    ("checklists/a.yaml", "id: VC12", "id: VC01",
     "checklists/a.yaml:8: a, items: vraag ‘VC01’ staat er twee keer; houd er één over"),
    ("checklists/a.yaml", "weight: 3, source", "weight: 5, source",
     "checklists/a.yaml:9: a, weight: kies een getal van 3 of lager (er staat ‘5’)"),
    ("checklists/a.yaml", "running > 0", "runing > 0",
     "checklists/a.yaml:10: a, applies: ‘runing’ is geen bekend gegeven; bedoelt u ‘running’?"),
    ("sources.yaml", "kind: law", "kind: wet", "sources.yaml:3: jw-2.3, kind: kies law, ruling, guideline, seed of "
     "own_proposal (er staat ‘wet’)"),
    ("sources-own.yaml", "id: eigen", "id: jw-2.3",
     "checklists/a.yaml:7: a, sources: bron ‘eigen’ bestaat niet\n"
     "checklists/a.yaml:9: a, source: bron ‘eigen’ bestaat niet\n"
     "products/products.yaml:6: gesprekken, sources: bron ‘eigen’ bestaat niet\n"
     "products/products.yaml:26: intensief-thuis, sources: bron ‘eigen’ bestaat niet\n"
     "reference-clients/clients.yaml:6: IJK-01, sources: bron ‘eigen’ bestaat niet\n"
     "reference-clients/clients.yaml:31: IJK-02, sources: bron ‘eigen’ bestaat niet\n"
     "rules/safety.yaml:28: R-STAP-01, sources: bron ‘eigen’ bestaat niet\n"
     "sources.yaml:1: ‘jw-2.3’ bestaat al (sources-own.yaml:1); geef dit een ander id"),
    ("likeness.yaml", "severity: 2", "sverity: 2",
     "likeness.yaml:3: sverity: ‘sverity’ is geen kenmerk van een ijkcliënt; bedoelt u ‘severity’?"),
    ("manifest.yaml", "title: Oefenland", "titel: Oefenland",
     "manifest.yaml:1: oefenland: ‘title’ ontbreekt; vul dit in\n"
     "manifest.yaml:3: oefenland: ‘titel’ is hier geen bekend veld; bedoelt u ‘title’?"),
    ("manifest.yaml", "decision_term_weeks: 8", "decision_term_weeks: acht",
     "manifest.yaml:16: oefenland, decision_term_weeks: hier hoort een getal (er staat ‘acht’)"),
    ("manifest.yaml", "decision_term_weeks: 8", "decision_term_weeks: .nan",
     "manifest.yaml:16: oefenland, decision_term_weeks: hier hoort een getal (er staat ‘.nan’)"),
    ("texts/why.yaml", "safety.report:", "safety.raport:", "texts/why.yaml:1: safety.raport: ‘safety.raport’ is geen "
     "stap of veld; schrijf ‘stap’ of ‘stap.veld’ zoals in ijkpunt schema case"),
    ("texts/rights.yaml", "U kunt een klacht indienen.", "[klacht]",
     "texts/rights.yaml:1: complaint: hier hoort tekst (er staat een lijst)"),
])
def test_each_mistake_has_file_and_line(mistakes: Callable[..., list[str]], file: str, old: str, new: str,
                                        expected: str) -> None:
    assert mistakes((file, old, new)) == expected.split("\n")


def test_a_key_given_twice(mistakes: Callable[..., list[str]]) -> None:
    assert mistakes((RULES, "  title: Het is nu niet veilig.", "  title: Het is nu niet veilig.\n  title: Toch wel.")) \
        == ["rules/safety.yaml:6: ‘title’ staat er twee keer; houd er één over"]


def test_all_mistakes_come_at_once(mistakes: Callable[..., list[str]]) -> None:
    found = mistakes((RULES, "severity: STOP", "severity: HOOG"), (CLIENTS, "severity: 1", "severity: 9"),
                     ("texts/x.yaml", b"a: [\n"), ("manifest.yaml", "owner: Gemeente Fictema\n", ""))
    assert [one.split(": ")[0] for one in found] == [
        "manifest.yaml:1", "reference-clients/clients.yaml:15", "rules/safety.yaml:3", "texts/x.yaml:2"]


def test_what_is_not_known_is_never_passed_over(mistakes: Callable[..., list[str]]) -> None:
    assert mistakes(("rule/x.yaml", b"a: b"), ("rules/y.yml", b"a: b"), ("extra.yaml", b"a: b")) == [
        "extra.yaml:1: dit bestand hoort hier niet; zet het in een map of haal het weg",
        "rule:1: deze map hoort niet in een kennispakket; bedoelt u ‘rules’?",
        "rules/y.yml:1: hernoem dit bestand: de naam eindigt op .yaml",
    ]


def test_an_entry_that_is_no_block(mistakes: Callable[..., list[str]]) -> None:
    assert mistakes(("rules/x.yaml", b"- a\n- [b]\n")) == [
        "rules/x.yaml:1: hier hoort een blok met velden (er staat ‘a’)",
        "rules/x.yaml:2: hier hoort een blok met velden (er staat een lijst)",
    ]


def test_two_manifests_in_one_file(mistakes: Callable[..., list[str]]) -> None:
    found = mistakes(("manifest.yaml", "settings:\n", "---\nid: nog-een\n---\nsettings:\n"))
    assert "manifest.yaml:16: hier hoort één blok te staan; haal de rest weg" in found


def test_a_threshold_the_weighing_cannot_do_without() -> None:
    with pytest.raises(PackError) as caught:
        load(TINY, FACTS, settings=["decision_term_weeks", "answered_share"])
    assert caught.value.mistakes == ["manifest.yaml:15: settings: ‘answered_share’ ontbreekt; vul dit in"]


def test_a_folder_that_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"manifest\.yaml:1: dit bestand ontbreekt"):
        read(tmp_path)


def test_a_file_that_cannot_be_opened_is_a_mistake_too(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path / "pack")
    (tmp_path / "pack" / "rules" / "x.yaml").mkdir()
    (tmp_path / "pack" / "rules" / "y.yaml").symlink_to(tmp_path / "weg.yaml")
    with pytest.raises(PackError) as caught:
        read(tmp_path / "pack")
    assert [one.split(" kan ")[0] for one in caught.value.mistakes] == [
        "rules/x.yaml:1: dit bestand", "rules/y.yaml:1: dit bestand"]  # fmt: skip


def test_a_pack_without_weights(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path / "pack")
    (tmp_path / "pack" / "likeness.yaml").unlink()
    with pytest.raises(PackError, match=r"likeness\.yaml:1: dit bestand ontbreekt"):
        read(tmp_path / "pack")


@pytest.mark.parametrize(("content", "said"), [
    (b"[]", ["likeness.yaml:1: dit bestand ontbreekt of is leeg; zonder gewichten kan niet worden vergeleken"]),
    (b"weights: {a: [}", ["likeness.yaml:1: de opmaak klopt hier niet; kijk naar inspringing, streepjes, dubbele "
                          "punten en aanhalingstekens"]),
])  # fmt: skip
def test_weights_that_cannot_be_read_are_told_once(mistakes: Callable[..., list[str]], content: bytes,
                                                   said: list[str]) -> None:  # fmt: skip
    assert mistakes(("likeness.yaml", content)) == said


def test_a_file_saved_by_windows_notepad_is_read(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path / "pack")
    rules = tmp_path / "pack" / RULES
    rules.write_bytes(b"\xef\xbb\xbf" + rules.read_bytes().replace(b"\n", b"\r\n"))
    assert list(read(tmp_path / "pack").rules) == ["R-VEIL-01", "R-STAP-01"]


def test_warnings_say_what_a_maintainer_should_look_at(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path / "pack")
    clients = tmp_path / "pack" / CLIENTS
    clients.write_text(clients.read_text().replace("story: K-02", "story: " + "piep " * 120 + "K-02"))
    assert warnings(read(tmp_path / "pack"), date(2026, 11, 22)) == [
        "sources-own.yaml:6: bron eigen verloopt op 31 december 2026; kijk of er een opvolger is",
        f"{RULES}:30: regel R-STAP-01 verloopt op 31 december 2026; kijk of er een opvolger is",
        "noodnummer Spoed voor Jeugd: nog niet ingevuld",
        "ijkcliënt IJK-02: het verhaal telt 127 woorden; hoogstens 120",
        "1 regel nog in concept", "1 vragenlijst nog in concept", "2 ijkcliënten nog in concept",
        "2 producten nog in concept",
    ]
    assert warnings(read(TINY), date(2027, 1, 1))[0] == \
        "sources-own.yaml:6: bron eigen verliep op 31 december 2026; kijk of er een opvolger is"
    assert not any("verloop" in one for one in warnings(read(TINY), date(2026, 6, 1)))


def test_a_pack_before_its_day_says_so() -> None:
    early = "dit kennispakket geldt pas vanaf 1 januari 2026; gebruik het niet eerder"
    assert warnings(read(TINY), date(2025, 12, 31))[0] == early
    assert early not in warnings(read(TINY), date(2026, 1, 1))


def test_what_is_in_force_depends_on_the_day(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path / "pack")
    rules = tmp_path / "pack" / RULES
    rules.write_text(rules.read_text().replace("status: vastgesteld", "status: ingetrokken"))
    pack = read(TINY)
    assert [rule.id for rule in in_force(pack.rules, date(2026, 12, 31))] == ["R-VEIL-01", "R-STAP-01"]
    assert [rule.id for rule in in_force(pack.rules, date(2027, 1, 1))] == ["R-VEIL-01"]
    assert in_force(pack.rules, date(2025, 12, 31)) == []
    assert [rule.id for rule in in_force(read(tmp_path / "pack").rules, date(2026, 6, 1))] == ["R-STAP-01"]


def test_the_schema_names_what_every_kind_of_file_may_hold() -> None:
    kinds = schema()
    assert set(kinds) == {"manifest.yaml", "likeness.yaml", "sources*.yaml", "rules/", "checklists/",
                          "reference-clients/", "products/", "provisions/", "vignettes/",
                          "recipients/", "providers/", "receiving/"}
    assert kinds["rules/"]["properties"]["when"]["type"] == "string"
    assert kinds["rules/"]["properties"]["severity"]["enum"] == ["STOP", "ATTENTION", "TIP"]
    assert "code" not in kinds["rules/"]["required"]
    assert json.loads(json.dumps(kinds)) == kinds
