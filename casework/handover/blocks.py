"""A document as a value: a tuple of blocks. A block says what, never how it looks.

Renderers are total functions over `Block` (they end in `assert_never`), so a new block cannot be forgotten by one.
A sentence may carry where it came from (`Origin`), so that every reader can tell fact from opinion and the window can
lead back to the field.
"""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

Reader = Literal["provider", "parent", "youth"]

Kind = Literal["full", "announcement", "addendum", "withdrawal", "receipt"]
"""What sort of document: the handover itself, the short one before it, or one of the letters after it."""


@dataclass(frozen=True)
class Origin:
    """Where a sentence came from: `path` in the case, and in words whose it is, what kind and of which day.

    A document that is made again from its data has no paths.
    """

    path: str = ""
    who: str = ""
    kind: str = ""
    on: str = ""

    @property
    def words(self) -> str:
        """moeder, mening, 19 november 2026 – what the margin of the page says."""
        return ", ".join(part for part in (self.who, self.kind, self.on) if part)


@dataclass(frozen=True)
class Text:
    """A run of words. `strong` is the only emphasis there is; `quoted` are somebody's own words."""

    text: str
    strong: bool = False
    quoted: bool = False


Topic = Literal["", "question", "plan", "who", "when", "disagree", "rights"]
"""What a section for families is about: shown as a picture beside its heading, which says the same."""


@dataclass(frozen=True)
class Heading:
    """level 1 is a section (H0–H17), 2 a part of it. `code` is the section's number on paper."""

    text: str
    level: Literal[1, 2] = 1
    code: str = ""
    topic: Topic = ""


@dataclass(frozen=True)
class Paragraph:
    runs: tuple[Text, ...]
    origin: Origin | None = None


@dataclass(frozen=True)
class Facts:
    """Pairs of a label and its words; a label may have several lines. `origins`: where each row leads, where they do
    not all lead to the one answer of `origin`."""

    rows: tuple[tuple[str, str], ...]
    origin: Origin | None = None
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True)
class Items:
    """A list. `numbered` where the order means something."""

    items: tuple[Paragraph, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Table:
    """Rows under column heads; the first cell of a row is its head. `caption` says what the table shows."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    origins: tuple[Origin | None, ...] = ()


@dataclass(frozen=True)
class Callout:
    """A framed text: what is asked, how safe it is (`safe`, `care`, `stop`), a date to meet, what is still open."""

    kind: Literal["ask", "safe", "care", "stop", "meet", "open", "note"]
    title: str
    runs: tuple[Text, ...] = ()
    origin: Origin | None = None


@dataclass(frozen=True)
class Thread:
    """A line of the thread: question V1, need N1, goal D1, product P1; `loose` says in words what is not tied up."""

    code: str
    text: str
    belongs_to: tuple[str, ...] = ()
    loose: str = ""
    origin: Origin | None = None


@dataclass(frozen=True)
class Goal:
    """A goal on the line from 0 to 10: where it starts, what is aimed for, in whose words."""

    code: str
    words: str
    measured_by: str
    owner: str
    start: int | None
    target: int | None
    by: str = ""
    origin: Origin | None = None


@dataclass(frozen=True)
class Scored:
    """The score a goal got on a day, 0 to 10; `at_start` is the one from before the help."""

    on: date
    score: int
    origin: Origin
    at_start: bool = False


@dataclass(frozen=True)
class GoalTrend:
    """One goal over time, from `first` to `last`: days that are the same for every goal of a document."""

    code: str
    words: str
    target: int | None
    scores: tuple[Scored, ...]
    first: date
    last: date


@dataclass(frozen=True)
class Withheld:
    """Something held back: what sort of thing and why, never the content."""

    what: str
    why: str


HelpLevel = Literal["light", "indicated", "residence", "crisis", "unknown"]
"""How heavy help is, as drawn: G0 and G1; G2; G3 and G5; G4; nobody said."""


@dataclass(frozen=True)
class HelpBar:
    """A stretch of help on the timeline. `end` is None where it runs, is yet to start, or where nobody knows.

    `after` is the number of days since the crisis, or the help after it, that this help followed upon within a month.
    """

    name: str
    level: HelpLevel
    start: date
    end: date | None
    state: Literal["ended", "running", "proposed", "end_unknown"]
    origin: Origin
    result: Literal["bereikt", "deels", "niet", "onbekend"] | None = None
    after: int | None = None


@dataclass(frozen=True)
class LifeEvent:
    """What happened on a day; `not_analysed` is the analysis that was not made after a crisis."""

    kind: Literal["happened", "crisis", "analysed", "not_analysed"]
    text: str
    on: date
    origin: Origin
    detail: str = ""


@dataclass(frozen=True)
class Together:
    """How many forms of help ran at once, from `start` up to `end`."""

    start: date
    end: date
    count: int


@dataclass(frozen=True)
class Timeline:
    """The life as a line from `start` to `end`, help above it and events below it. Drawn, and told in the same words.

    `born` counts the years of age; without it they are those of the calendar. From `larger_from` on a year is wider.
    """

    start: date
    end: date
    today: date
    bars: tuple[HelpBar, ...]
    events: tuple[LifeEvent, ...] = ()
    together: tuple[Together, ...] = ()
    born: date | None = None
    larger_from: date | None = None
    undated: tuple[str, ...] = ()
    """Help of which nobody knows when it began: told, for it cannot be drawn."""


Ring = Literal["household", "family", "network", "professional"]


@dataclass(frozen=True)
class Tie:
    """Somebody around the young person. `helps` is whether one may call on them, None where nobody said."""

    name: str
    role: str
    ring: Ring
    helps: bool | None
    custody: bool
    origin: Origin


@dataclass(frozen=True)
class NetworkMap:
    """The people around the young person, from near to far. Drawn, and told in the same words."""

    name: str
    ties: tuple[Tie, ...]


@dataclass(frozen=True)
class NewPage:
    """The next block starts on a fresh page (the rights stand on a page of their own)."""


Block: TypeAlias = (
    Heading
    | Paragraph
    | Facts
    | Items
    | Table
    | Callout
    | Thread
    | Goal
    | GoalTrend
    | Timeline
    | NetworkMap
    | Withheld
    | NewPage
)


@dataclass(frozen=True)
class Cover:
    """What the first page and every page's head and foot say about the document itself."""

    title: str
    subtitle: str
    document_id: str
    version: int
    issued_on: str
    valid_until: str
    pack: str
    columns: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Van, Voor, Gezag en toestemming: a head and its lines; the first line is the strong one."""


@dataclass(frozen=True)
class Document:
    """A handover for one reader. Same case, same day, same pack: equal documents."""

    reader: Reader
    language: str
    cover: Cover
    blocks: tuple[Block, ...]
    practice: bool = False
    kind: Kind = "full"
    data: dict[str, object] = field(default_factory=dict)
    """The JSON twin (schema ijkpunt/handover/1); attached to the PDF as overdracht.json."""
    name: str = ""
    """What this sort of document is called where it is no handover, such as an inspection file."""
    for_whom: str = ""
    """The same for its readers, such as the policy makers of a report; empty where `reader` says it."""
    notice: str = ""
    """Who may read it, at the foot of every page; empty where it is confidential as a handover is."""
