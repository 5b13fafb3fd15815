"""A fictional family with something to tell in every section of the handover, and a small pack to compose it with."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from casework.case import SettledCase
from casework.casefile import check
from casework.handover.blocks import Document, Reader
from casework.handover.compose import compose
from casework.weighing.assessment import (
    Assessment,
    ChangeabilityAdvice,
    ConsultationAdvice,
    HandoverState,
    LevelAdvice,
    ResidualNeed,
    SeenFact,
    Signal,
    Stage,
)
from tests.casework.edited_pack import shipped

TODAY = date(2026, 12, 7)


def said(value: object, source: str = "ouder", kind: str = "mening", on: str = "2026-11-19") -> dict[str, object]:
    return {"value": value, "source": source, "kind": kind, "on": on}


def unanswered(why: str, reason: str | None = None) -> dict[str, str]:
    return {"unanswered": why, **({"reason": reason} if reason else {})}


_JESSE = json.loads((Path(__file__).parent / "jesse.json").read_text(encoding="utf-8"))


def family(**changed: Any) -> dict[str, Any]:
    """Jesse's case file. `identity__name="…"` changes one answer, None takes it away; `needs={}` empties a step."""
    document: dict[str, Any] = deepcopy(_JESSE)
    answers = document["answers"]
    for path, value in changed.items():
        step, _, field = path.partition("__")
        if step not in answers:
            document[step] = value
        elif not field:
            answers[step] = value
        elif value is None:
            answers[step].pop(field)
        else:
            answers[step][field] = value
    return document


def settled(document: dict[str, Any] | None = None) -> SettledCase:
    return check(document or family(), TODAY).settle(TODAY)


def signal(rule: str = "R-GEZAG-01", **changed: Any) -> Signal:
    about = {
        "rule": rule,
        "code": rule.removeprefix("R-"),
        "severity": "ATTENTION",
        "status": "open",
        "title": "Vader heeft nog niet gezegd wat hij van de hulp vindt",
        "text": "Vraag het hem vóór de start.",
        "facts": (SeenFact(path="custodian_count", value=2),),
        "source": "Jeugdwet 7.3.4",
        "action": "Vul de toestemming aan",
        "action_path": "identity.consents",
    }
    return Signal(**{**about, **changed})


STAGES = ("De vraag", "Wat er speelt", "Wat nodig is", "Eigen kracht", "Besluit")


def assessment(*signals: Signal) -> Assessment:
    stages = tuple(
        Stage(stage=n, title=title, complete=n != 4, missing=("wat ouders zelf kunnen bij N3",) if n == 4 else ())
        for n, title in enumerate(STAGES, start=1)
    )
    residual = (
        ResidualNeed(id="n-merken", code="N1", what="…", extent="deels", why="eigen kracht dekt de rest"),
        ResidualNeed(id="n-lijn", code="N2", what="…", extent="geheel", why="eigen kracht is niet voldoende"),
    )
    return Assessment(
        pack={"id": "oefenpakket", "version": "1.0"},
        date=TODAY.isoformat(),
        coverage=0.8,
        level=LevelAdvice(indicated="geindiceerd_ambulant", certainty="midden", reasons=()),
        changeability=ChangeabilityAdvice(conclusion="VERANDERBAAR", reasons=()),
        signals=signals or (signal(),),
        unknown_rules=(),
        likeness=(),
        nothing_alike=False,
        would_change=(),
        motivation=stages,
        residual_need=residual,
        consultation=ConsultationAdvice(required=False, recommended=False, reasons=()),
        handover=HandoverState(ready=True, missing=(), open=()),
    )


_SHIPPED = shipped()

PACK = replace(
    _SHIPPED,
    manifest=_SHIPPED.manifest.model_copy(
        update={"id": "oefenpakket", "region": "oefenland", "version": "1.0", "level_labels": {}}
    ),
    rules={},
    reference_clients={
        "IJK-07": _SHIPPED.reference_clients["IJK-07"].model_copy(update={"title": "Boos na een scheiding"})
    },
    products={
        f"{name}-basis": _SHIPPED.products[f"{name}-basis"].model_copy(update={"name": words})
        for name, words in (
            ("individuele-begeleiding", "Individuele begeleiding"), ("gezinsbegeleiding", "Gezinsbegeleiding")
        )
    },
    texts={
        "rights": {"praten": "Met iemand praten\nU kunt gratis praten met een vertrouwenspersoon."},
        "rights-youth": {"praten": "Met iemand praten\nJe kunt gratis praten met een vertrouwenspersoon."},
    },
    provisions={},
    vignettes={},
    recipients={},
    providers={},
    receiving={},
)


def composed(document: dict[str, Any] | None = None, reader: Reader = "provider", *signals: Signal) -> Document:
    return compose(settled(document), assessment(*signals), PACK, reader)
