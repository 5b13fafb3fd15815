"""H7. What is needed by nature and extent, what the family and network do, what remains, and who does it."""

from __future__ import annotations

from casework.handover.blocks import Heading, Origin, Thread
from casework.handover.material import Material
from casework.handover.parts import Blocks, facts, origin, table, told
from casework.handover.words import clauses, extent_needed, extent_of, free, known, quoted, said, sentence, sentences
from casework.steps.needs import Need
from casework.steps.own_capacity import OwnCapacity, OwnPossibilities
from casework.words import listed

_COVERS = {"voldoende": "dekt deze behoefte", "deels": "dekt een deel", "onvoldoende": "dekt deze behoefte niet"}


def blocks(m: Material) -> Blocks:
    yield from _from_question_to_help(m)
    for code, need in m.thread.needs.items():
        yield from _need(m, code, need)
    yield from _prior_provisions(m)
    yield from _residual(m)


def _from_question_to_help(m: Material) -> Blocks:
    """The whole thread on one line each: V, N, D, P."""
    rows = []
    for code, need in m.thread.needs.items():
        question = m.thread.questions.get(m.thread.question_of(need))
        asked = (
            f"{m.thread.question_of(need)} {quoted(free(question.literally))}" if question and m.shared("H2") else ""
        )
        done = [f"{p} {m.product_names[p]}" for p in m.thread.products_of(code)] if m.shared("H10") else []
        without = _without_product(m, code, need) if m.shared("H10") else ""
        goals = listed(m.thread.goals_of(code)) if m.shared("H8") else ""
        cells = (f"{code} {free(need.what)}", asked, goals, clauses(done) or without)
        rows.append((cells, Origin(f"needs.needs.{need.id}.what")))
    yield from table("Van vraag naar hulp", ("Nodig", "Bij vraag", "Doel", "Hulp"), rows)


def _without_product(m: Material, code: str, need: Need) -> str:
    """Why no product stands beside a need: an empty cell would ask it."""
    own = own_share(m, need)
    if own is not None and own.sufficient.known == "voldoende":
        return "niet nodig: eigen kracht"
    if law := _other_law(m, need):
        return f"andere wet: {law}"
    return "nog geen hulp" if "nog geen hulp" in m.thread.loose_end(code) else ""


def _need(m: Material, code: str, need: Need) -> Blocks:
    question = m.thread.question_of(need)
    loose = m.thread.loose_end(code)
    where = origin(need.what, f"needs.needs.{need.id}.what")
    yield Thread(code, free(need.what), (question,) if question else (), loose, where)
    rows = [
        ("Aard en omvang", extent_needed(need)),
        ("Voor wie", m.who(need.for_whom.known)),
        ("Deskundigheid", free(need.expertise)),
        ("Taal of cultuur", free(need.language_culture)),
        ("Veranderbaar of blijvend", known(need.lasting)),
        ("Andere wet", _other_law(m, need)),
        ("Wat de aanbieder doet", _provider_does(m, code)),
    ]
    yield from facts(rows, f"needs.needs.{need.id}.nature")
    if own := own_share(m, need):
        path = f"own_capacity.own_capacity.{own.id}"
        yield from told("Wat ouders zelf doen", own.parents_can, f"{path}.parents_can")
        yield from told("Wat het netwerk doet", own.network_can, f"{path}.network_can")
        yield from facts([("Eigen kracht", _capacity(own))], origin(own.sufficient, f"{path}.sufficient"))


def own_share(m: Material, need: Need) -> OwnCapacity | None:
    """What parents and network can do themselves for a need."""
    weighed = m.of(OwnPossibilities).own_capacity.known or ()
    return next((one for one in weighed if one.need.known == need.id), None)


def _capacity(own: OwnCapacity) -> str:
    covers = _COVERS.get(own.sufficient.known or "", said(own.sufficient))
    load = known(own.caregiver_capacity)
    return sentences([covers, f"belastbaarheid van ouders: {load}" if load else "", free(own.reasons)])


def _other_law(m: Material, need: Need) -> str:
    laws = m.of(OwnPossibilities).other_laws.known or ()
    mine = [one for one in laws if need.id in (one.covers.known or ()) and one.status.known != "niet_aan_de_orde"]
    return clauses(f"{known(one.law)} ({known(one.status)})" for one in mine)


def _provider_does(m: Material, code: str) -> str:
    if not m.shared("H10"):
        return ""
    parts = []
    for product in m.thread.products_of(code):
        extent = extent_of(m.thread.products[product])
        parts.append(f"{product} {m.product_names[product]}" + (f", {extent}" if extent else ""))
    return clauses(parts)


def _prior_provisions(m: Material) -> Blocks:
    found = m.of(OwnPossibilities).prior_provisions.known or ()
    yield from table(
        "Gewone oplossingen die zijn bekeken",
        ("Wat", "Geprobeerd", "Waarom wel of niet"),
        (
            (
                (free(one.item), known(one.tried), free(one.why)),
                Origin(f"own_capacity.prior_provisions.{one.id}.item"),
            )
            for one in found
        ),
    )


def _residual(m: Material) -> Blocks:
    """The residual need as people confirmed it, with the part and the reason the weighing found."""
    confirmed = m.of(OwnPossibilities).residual
    if confirmed.known is None:
        return
    yield Heading("Wat daarna nog nodig is", 2)
    extents = {one.id: one for one in m.assessment.residual_need}
    codes = {need: m.thread.code_of(need) for need in confirmed.known if m.thread.code_of(need)}
    rows = []
    for need, code in codes.items():
        weighed = extents.get(need)
        rows.append(
            (code, sentence(f"{weighed.extent}: {weighed.why}" if weighed else free(m.thread.needs[code].what)))
        )
    yield from facts(rows or [("Resthulpvraag", "Er blijft geen vraag over.")], "own_capacity.residual")
