"""A case as a flat map from path to value, and back: what the store keeps and what an edit names.

A path goes by id, never by index: `help_history.help` holds the order of the record ids,
`help_history.help.<id>.result` an answer in one record. `people`, `consultations`, `checklists.<list>.<item>` and
`responses.<rule>` stand beside the steps. A record taken out of the order keeps its answers, so that undo brings it
back whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casework.questions import Answers, Shape, questions
from casework.steps import FLOW

LISTS_BESIDE = ("people", "consultations")


def flatten(document: Mapping[str, Any]) -> dict[str, Any]:
    """The paths and values of a case file (a checked JSON document, see casefile.py)."""
    flat: dict[str, Any] = {}
    for step_id, fields in document.get("answers", {}).items():
        model: type[Answers] = FLOW.by_id[step_id].answers
        for name, value in fields.items():
            if questions(model)[name].shape is Shape.RECORDS:
                _flatten_list(f"{step_id}.{name}", value, flat)
            else:
                flat[f"{step_id}.{name}"] = value
    for name in LISTS_BESIDE:
        if document.get(name):
            _flatten_list(name, document[name], flat)
    for checklist, items in document.get("checklists", {}).items():
        flat.update({f"checklists.{checklist}.{item}": value for item, value in items.items()})
    for response in document.get("responses", []):
        flat[f"responses.{response['rule']}"] = {k: v for k, v in response.items() if k != "rule"}
    return flat


def _flatten_list(path: str, value: Any, flat: dict[str, Any]) -> None:
    records = value.get("value") if isinstance(value, dict) else value
    if records is None:  # a real non-answer to the whole list
        flat[path] = value
        return
    order = [record["id"] for record in records]
    flat[path] = {**value, "value": order} if isinstance(value, dict) else order
    for record in records:
        for name, answer in record.items():
            if name != "id":
                flat[f"{path}.{record['id']}.{name}"] = answer


def assemble(flat: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of a case file that are kept by path. Records that stand in no order are left out."""
    answers: dict[str, dict[str, Any]] = {}
    for step in FLOW.steps:
        model: type[Answers] = step.answers
        for name, question in questions(model).items():
            path = f"{step.id}.{name}"
            if path in flat:
                records = question.shape is Shape.RECORDS
                answers.setdefault(step.id, {})[name] = _list_at(path, flat) if records else flat[path]
    document: dict[str, Any] = {"answers": answers, "checklists": {}, "responses": []}
    for name in LISTS_BESIDE:
        document[name] = _list_at(name, flat) if name in flat else []
    for path, value in flat.items():
        root, _, rest = path.partition(".")
        if root == "checklists":
            checklist, _, item = rest.partition(".")
            document["checklists"].setdefault(checklist, {})[item] = value
        elif root == "responses":
            document["responses"].append({"rule": rest, **value})
    return document


def with_removed(flat: Mapping[str, Any]) -> dict[str, Any]:
    """The same with every record that was taken out of its list back in, at the end: what is still kept of a case."""
    found = dict(flat)
    lists = list(LISTS_BESIDE)
    for step in FLOW.steps:
        model: type[Answers] = step.answers
        lists += [f"{step.id}.{one.name}" for one in questions(model).values() if one.shape is Shape.RECORDS]
    for path in lists:
        value = flat.get(path)
        order = (value.get("value") if isinstance(value, dict) else value) or []
        below = dict.fromkeys(key[len(path) + 1 :].partition(".")[0] for key in flat if key.startswith(f"{path}."))
        if removed := [record for record in below if record not in order]:
            found[path] = [*order, *removed]
    return found


def _list_at(path: str, flat: Mapping[str, Any]) -> Any:
    value = flat[path]
    order = value.get("value") if isinstance(value, dict) else value
    if order is None:
        return value
    below: dict[str, dict[str, Any]] = {record: {"id": record} for record in order}
    for key, answer in flat.items():
        if key.startswith(f"{path}."):
            record, _, name = key[len(path) + 1 :].partition(".")
            if record in below:
                below[record][name] = answer
    records = [below[record] for record in order]
    return {**value, "value": records} if isinstance(value, dict) else records
