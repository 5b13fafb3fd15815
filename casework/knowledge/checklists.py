"""A checklist of the brief's §4: questions with the direction an answer points in, and the conclusions they lead to."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from casework.codes import ChecklistId, Direction
from casework.knowledge.entry import Data, Entry, FactName, NotEmpty, RuleRef, SourceId, Text, each_once
from casework.knowledge.expressions import When
from casework.mistakes import did_you_mean, mistake

OF_CHECKLISTS = "checklist_"
"""How the facts that tell what a checklist came to begin."""


class ChecklistItem(Data):
    """One question. group: the head it stands under. options: its answers, code to words; yes, a bit and no if left
    out. weight: 1 to 3, none for what only opens, brakes or redirects. applies: always, if left out. told_by: the facts
    in which the steps say the same; they are shown with the question, so that nobody is asked twice. private:
    about somebody else, such as how a parent sleeps: it weighs, and is not proposed as text for others to read.
    """

    id: Annotated[str, Field(pattern=r"^[A-Z]{1,4}\d{1,2}[a-z]?$")]
    text: Text
    group: Text | None = None
    options: dict[Annotated[str, Field(pattern=r"^[a-z0-9_]+$")], Text] = Field(default_factory=dict)
    direction: Direction | None = None
    weight: Annotated[int, Field(ge=1, le=3)] | None = None
    applies: When | None = None
    told_by: tuple[FactName, ...] = ()
    private: bool = False
    source: SourceId | None = None


class Conclusion(Data):
    """What the answers come to, in words, and what to do then. Which one holds is weighed, not written here.

    stage: the stage of the stappenplan whose reasons it belongs to. rests_on: the questions whose answers are its
    grounds. one_suffices: each of those carries it alone, so one that says no is no ground. shows: the facts that are
    grounds beside them.
    """

    code: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]*$")]
    title: Text
    text: Text
    stage: Annotated[int, Field(ge=1, le=5)] | None = None
    rests_on: tuple[Text, ...] = ()
    one_suffices: bool = False
    shows: tuple[FactName, ...] = ()
    next: tuple[Text, ...] = ()


class Checklist(Entry):
    """opens_when: when it is asked; always, if left out. opened_by: the rules that stand behind that."""

    id: ChecklistId
    title: Text
    purpose: Text
    moment: Text
    opens_when: When | None = None
    opened_by: tuple[RuleRef, ...] = ()
    items: Annotated[tuple[ChecklistItem, ...], NotEmpty, each_once(lambda item: item.id, "vraag")]
    conclusions: Annotated[tuple[Conclusion, ...], each_once(lambda one: one.code, "conclusie")] = ()

    @model_validator(mode="after")
    def _opens_before_it_concludes(self) -> Any:
        told = [("told_by", name) for item in self.items for name in item.told_by]
        told += [("shows", name) for one in self.conclusions for name in one.shows]
        told += [("opens_when", name) for name in sorted(self.opens_when.depends_on)] if self.opens_when else []
        for where, name in told:
            if name.startswith(OF_CHECKLISTS):
                raise mistake(
                    f"{where}: ‘{name}’ is pas bekend als de vragenlijst open is; kies een gegeven uit de stappen"
                )
        return self

    @model_validator(mode="after")
    def _rests_on_its_own_questions(self) -> Any:
        known = {item.id: item for item in self.items}
        for one in self.conclusions:
            for name in one.rests_on:
                if name not in known:
                    raise mistake(f"{one.code}: vraag ‘{name}’ bestaat niet{did_you_mean(name, known)}")
        return self
