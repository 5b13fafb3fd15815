"""Small makers of blocks. Each gives nothing where there is nothing to tell, so that a section reads as a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from casework.answers import Answered, Unanswered
from casework.handover.blocks import Block, Facts, Items, Origin, Paragraph, Table, Text
from casework.handover.words import free, said, words
from casework.words import day_in_words

Blocks: TypeAlias = Iterator[Block]


def origin(answer: Answered[Any] | Unanswered, path: str, who: str = "") -> Origin:
    """Whose a sentence is, of what kind and of which day; `who` where the asker is known by name."""
    if isinstance(answer, Unanswered):
        return Origin(path, who)
    said_by, kind = who or words(answer.source or ""), answer.kind or ""
    if not who and answer.source == "eigen_waarneming":  # what we saw is told once; what we think of it is ours
        said_by, kind = (said_by, "") if kind == "waarneming" else ("basisteam", kind)
    return Origin(path, said_by, kind, "" if answer.on is None else day_in_words(answer.on))


_FAMILY = ("jeugdige", "ouder")


def told(label: str, answer: Answered[Any] | Unanswered, path: str, *, own_words: bool = False) -> Blocks:
    """A labelled sentence in somebody's free words, with where it came from.

    `own_words`: where the young person or a parent said it, these are their words, and stand between quotes.
    """
    if text := free(answer):
        quoted = own_words and isinstance(answer, Answered) and answer.source in _FAMILY
        yield Paragraph((Text(f"{label}: ", strong=True), Text(text, quoted=quoted)), origin(answer, path))


def stated(label: str, answer: Answered[Any] | Unanswered, path: str) -> Blocks:
    """A labelled code, day or number in words, with where it came from."""
    if text := said(answer):
        yield Paragraph((Text(f"{label}: ", strong=True), Text(text)), origin(answer, path))


def remark(text: str, path: str = "") -> Blocks:
    """A plain sentence of the document itself."""
    if text:
        yield Paragraph((Text(text),), Origin(path) if path else None)


def facts(rows: Iterable[tuple[str, str]], where: str | Origin) -> Blocks:
    """Pairs of label and words, without the empty ones, that all rest on one answer."""
    if kept := tuple((label, text) for label, text in rows if text):
        yield Facts(kept, Origin(where) if isinstance(where, str) else where)


def told_one_by_one(rows: Iterable[tuple[str, str, str]], where: Origin | None = None) -> Blocks:
    """The same where each rests on an answer of its own: label, words and path. `where`: whose all of it is."""
    if kept := [(label, text, path) for label, text, path in rows if text]:
        yield Facts(tuple((label, text) for label, text, _ in kept), where, tuple(Origin(path) for *_, path in kept))


def items(texts: Iterable[tuple[str, Origin | None]], *, numbered: bool = False) -> Blocks:
    """A list of sentences, without the empty ones."""
    if kept := tuple(Paragraph((Text(text),), where) for text, where in texts if text.strip()):
        yield Items(kept, numbered)


def table(caption: str, head: Sequence[str], rows: Iterable[tuple[Sequence[str], Origin | None]]) -> Blocks:
    """A table without the columns in which nothing stands."""
    filled = [(cells, where) for cells, where in rows if any(cells)]
    if not filled:
        return
    kept = [n for n in range(len(head)) if n == 0 or any(cells[n] for cells, _ in filled)]
    yield Table(
        caption,
        tuple(head[n] for n in kept),
        tuple(tuple(cells[n] for n in kept) for cells, _ in filled),
        tuple(where for _, where in filled),
    )
