"""The minutes of a meeting (MDO, HSJ) as a document: who was there, what was said by domain, who does what by when."""

from __future__ import annotations

from casework.handover.blocks import Block, Cover, Document, Facts, Heading, Paragraph, Table, Text
from casework.pool.bodies import Minutes
from casework.words import day_in_words, in_words

NAME = "Verslag van het overleg"
NOTICE = "Vertrouwelijk. Alleen voor wie aan tafel zat."


def minutes_document(minutes: Minutes, question: str, number: str) -> Document:
    """On paper, for whoever sat at the table. question: what it was about; number: of the consult, no name."""
    cover = Cover(
        title=f"Overleg van {day_in_words(minutes.held_on)}",
        subtitle=question,
        document_id=f"MDO-{number}",
        version=1,
        issued_on=day_in_words(minutes.held_on),
        valid_until="",
        pack="",
    )
    data: dict[str, object] = {"schema": "ijkpunt/minutes/1", "question": question, **minutes.model_dump(mode="json")}
    return Document("provider", "nl", cover, tuple(_blocks(minutes)), data=data, name=NAME,
                    for_whom="voor wie aan tafel zat", notice=NOTICE)  # fmt: skip


def _blocks(minutes: Minutes) -> list[Block]:
    blocks: list[Block] = [
        Facts((
            ("Voorzitter", minutes.chair),
            ("Aanwezig", "\n".join(minutes.present)),
            ("Jeugdige of ouders aan tafel", in_words(minutes.family_was_there)),
        )),
    ]  # fmt: skip
    for domain, words in minutes.domains:
        blocks += [Heading(domain), Paragraph((Text(words),))]
    blocks.append(Heading("Afspraken"))
    if minutes.actions:
        rows = tuple((one.what, one.who, day_in_words(one.by)) for one in minutes.actions)
        blocks.append(Table("", ("Wat", "Wie", "Uiterlijk"), rows))
    else:
        blocks.append(Paragraph((Text("Er zijn geen afspraken gemaakt."),)))
    return blocks
