"""The expert pool as one open case sees it: its questions, asking and answering from the case, and taking over."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import resources
from casework.pool.asking import Draft, proposal
from casework.pool.bodies import MarkUrgent, PhoneNote, Request, Submit
from casework.pool.interest import providers_of, tied_to
from casework.pool.leaving import Ground
from casework.pool.messages import Body
from casework.pool.parties import Party
from casework.pool.state import Consult
from casework.pool.taking_over import asked_values, taken_over
from casework.pseudonym import (
    CoarseData,
    Decision,
    Hit,
    Lexicon,
    Resolved,
    known_of,
    only,
    rare_warnings,
    read_coarse,
    read_lexicon,
    remembered,
    resolve,
    scan_all,
)
from casework.pseudonym.labels import who_is_who
from casework.trouble import Trouble
from desktop.cases.open_case import OpenCase
from desktop.pool.post_folder import GONE, SLICE, at_hand, post_folder

if TYPE_CHECKING:
    from db.exchange.post import Delivered
    from desktop.pool.desk import PoolDesk
    from desktop.session import Settings

_LIST = "consultations"
_LABEL = re.compile(r"Aanbieder [A-Z]{1,2}")
PRACTICE = "Dit is een oefengezin. Er gaat niets uit naar de expertpool."
NOT_STARTED = "Dit apparaat is nog niet aangemeld bij de expertpool. Dat kan bij Expertpool, in de balk bovenaan."


class CasePool:
    """Made when it is first asked for, and kept while the case is open."""

    def __init__(self, case: OpenCase, desk: PoolDesk, settings: Settings) -> None:
        self.case, self.desk, self.settings = case, desk, settings

    @property
    def closed(self) -> str:
        """Why nothing can be asked from here, in Dutch; empty where it can."""
        if self.case.line.practice:
            return PRACTICE
        return "" if self.desk.me is not None else NOT_STARTED

    def threads(self) -> list[tuple[str, Consult]]:
        """The questions of this case, the last one asked first."""
        found = [(thread, self.desk.consult(thread)) for thread in self.desk.store.threads_of(self.case.id)]
        said = [one for one in found if one[1].history]
        return sorted(said, key=lambda one: str(one[1].begun_at), reverse=True)

    # -- before it leaves

    @cached_property
    def coarse(self) -> CoarseData:
        return read_coarse(resources.pseudonym())

    @cached_property
    def lexicon(self) -> Lexicon:
        return read_lexicon(resources.pseudonym(), self.case.pack.manifest.villages)

    def proposal(self) -> Draft:
        """The question as the case itself proposes it."""
        if self.case.assessment is None:
            self.case.weigh()
        assert self.case.assessment is not None
        return proposal(self.case.settled, self.case.assessment, self.case.pack, self.coarse)

    def hits(self, texts: Mapping[str, str], thread: str = "") -> dict[str, tuple[Hit, ...]]:
        """What leads to somebody in texts that are about to leave. A label that IJkpunt wrote itself does not.

        thread: the question they belong to, whose labels hold for them too; none for a new one.
        """
        found = scan_all(texts, known_of(self.case.case, self.case.today), self.lexicon, self._told(thread, "labels"))
        return {
            name: tuple(hit for hit in several if hit.known or not _LABEL.fullmatch(texts[name][hit.start : hit.end]))
            for name, several in found.items()
        }

    def resolve(self, text: str, hits: tuple[Hit, ...], decisions: Mapping[int, Decision]) -> Resolved:
        """A text that may leave. Raises Trouble while it may not."""
        return resolve(text, hits, decisions, known_of(self.case.case, self.case.today), self.lexicon)

    def warnings(self, draft: Draft, labels: Container[str]) -> tuple[str, ...]:
        """Where what goes along of the profile stays recognisable, also without a name."""
        return rare_warnings(only(draft.profile, labels, self.case.pack), self.case.pack, self.coarse)

    @property
    def tied(self) -> tuple[Party, ...]:
        """The experts who work for a provider this case names: they had better not answer."""
        return tied_to(self.desk.people("expert"), providers_of(self.case.settled))

    def _told(self, thread: str, what: str) -> dict[str, str]:
        """Who is who in what was said in a question before. Only the journal of the case itself knows."""
        left = [one for one in self.case.logged("exported") if thread and one.get("thread") == thread]
        return {name: words for one in reversed(left) for name, words in one.get(what, {}).items()}

    def who_is_who(self, thread: str) -> str:
        """Whom the labels in a question stand for, in Dutch; empty where nobody was labelled."""
        return who_is_who(self._told(thread, "labels"), self._told(thread, "written"))

    # -- saying

    def ask(self, asked: Request, texts: Mapping[str, str], ground: Ground | None = None) -> str:
        """Send a question: it is saved at once, and goes when the folder can be reached. Returns its thread.

        texts: the question as it was written here; the record in the case keeps those words.
        """
        return self._begin(Submit(request=asked), texts, asked_values(asked, texts, self.case.today), ground)

    def note(self, talk: PhoneNote, said: str) -> str:
        """Note a talk on the telephone; said: as it was written here. Returns its thread."""
        values = {"type": "TELEFOONCONSULT", "asked_on": self.case.today.isoformat(), "question": said}
        return self._begin(talk, {"said": said}, values)

    def _begin(self, body: Submit | PhoneNote, texts: Mapping[str, str], values: dict[str, Any],
               ground: Ground | None = None) -> str:  # fmt: skip
        """The record is there before anything is said, so that no advice comes back to nothing."""
        self._may()
        record = self.case.add(_LIST, {name: value for name, value in values.items() if value is not None})
        try:
            with self.desk.store.together():
                thread = self.desk.ask(body, self.case.id, record)
                self._log(thread, body, texts, ground)
                if ground is not None and ground.urgent:
                    self.desk.say(thread, MarkUrgent(reason=ground.urgent))
        except Trouble:
            self.case.remove(_LIST, record)
            raise
        self.take_over()
        self.send()
        return thread

    def say(self, thread: str, body: Body, texts: Mapping[str, str] | None = None) -> None:
        """Say something in a question of this case; texts: as they were written here. Raises Trouble; then nothing
        was said."""
        self._may()
        with self.desk.store.together():
            self.desk.say(thread, body)
            self._log(thread, body, texts or {}, None)
        self.take_over()
        self.send()

    def _may(self) -> None:
        if self.closed:
            raise Trouble(self.closed)

    def _log(self, thread: str, body: Body, texts: Mapping[str, str], ground: Ground | None) -> None:
        about: dict[str, object] = {"form": "expertpool", "thread": thread, "what": body.kind, "consent": "anoniem"}
        if ground is None:
            found = [(texts[name], hit) for name, several in self.hits(texts, thread).items() for hit in several]
            labels = remembered((hit for _, hit in found), known_of(self.case.case, self.case.today))
            left = body.model_dump_json()
            about |= {
                "labels": {name: label for name, label in labels.items() if label in left},
                "written": {hit.proposed: text[hit.start : hit.end] for text, hit in found if not hit.known},
            }
        else:
            about |= {"consent": "herleidbaar", "ground": ground.words, "readers": list(ground.readers)}
        self.case.log("exported", about)

    # -- the post

    @property
    def folder(self) -> Path | None:
        return post_folder(self.settings)

    def send(self) -> str:
        """Bring what waits to the folder, where there is one; why it could not, in Dutch."""
        if (folder := self.folder) is None:
            return ""
        return self.desk.send(folder).problem if at_hand(folder) else GONE.format(folder=folder)

    def fetching(self) -> Iterator[Delivered]:
        """Bring and fetch the post, part by part, so that a window can breathe in between; `take_over` comes after.

        Raises Trouble where no folder was chosen.
        """
        if (folder := self.folder) is None:
            raise Trouble("Kies eerst bij Expertpool in welke map de post ligt.")
        if not at_hand(folder):
            raise Trouble(GONE.format(folder=folder))
        yield from self.desk.sending(folder)
        yield from self.desk.receiving(folder, SLICE)

    def take_over(self) -> bool:
        """What the pool says of the questions of this case stands in their records; True if that changed anything."""
        changes: dict[str, object | None] = {}
        for thread, consult in self.threads():
            link = self.desk.store.linked(thread)
            if link is None or link[1] not in self.case.order(_LIST):
                continue
            path = f"{_LIST}.{link[1]}"
            told = {f"{path}.{name}": value for name, value in taken_over(consult).items()}
            changes |= {at: value for at, value in told.items() if self.case.raw(at) != value}
        if not changes:
            return False
        if wrong := self.case.confirm_all(changes):
            raise Trouble(wrong)
        return True

    def post_words(self, thread: str) -> str:
        """Saved, sent or waiting: in words."""
        sent, waiting = self.desk.store.post_of(thread)
        if waiting:
            why = next((why for envelope, why in self.desk.store.waiting() if why), "")
            if self.folder is None:
                return "Bewaard. Wacht op versturen: er is nog geen map voor de post gekozen."
            return f"Bewaard. Wacht op versturen. {why}".strip()
        return "Verstuurd." if sent else "Bewaard. Er is nog niemand om het aan te sturen."

