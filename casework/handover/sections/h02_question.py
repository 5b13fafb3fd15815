"""H2. The question in the asker's own words, one line of the thread for each, and where child and parent differ."""

from __future__ import annotations

from casework.answers import is_known
from casework.handover.blocks import Paragraph, Text, Thread
from casework.handover.material import Material
from casework.handover.parts import Blocks, origin, remark, told
from casework.handover.words import free, quoted
from casework.steps.help_question import HelpQuestions


def blocks(m: Material) -> Blocks:
    step = m.of(HelpQuestions)
    for code, question in m.thread.questions.items():
        path = f"help_question.questions.{question.id}"
        where = origin(question.literally, f"{path}.literally", m.introduced(question.asker.known))
        words = quoted(free(question.literally)) or free(question.rephrased)
        yield Thread(code, words or "nog niet opgeschreven", (), m.thread.loose_end(code), where)
        if is_known(question.literally) and is_known(question.rephrased):
            told_back = (Text("Zo vatten wij het samen: ", strong=True), Text(free(question.rephrased)))
            yield Paragraph(told_back, origin(question.rephrased, f"{path}.rephrased"))
        if question.agreed.known is False:
            yield from remark(f"{m.who(question.asker.known)} vindt deze samenvatting niet goed.", f"{path}.agreed")
    yield from told("Over een half jaar", step.wish, "help_question.wish", own_words=True)
    yield from told("Wat het gezin niet wil", step.not_wanted, "help_question.not_wanted", own_words=True)
    yield from told(
        "Wat ouders van de hulp verwachten", step.parents_expect, "help_question.parents_expect", own_words=True
    )
    yield from told("Waar zij van elkaar verschillen", step.differ, "help_question.differ")
    if step.differ_strongly.known is True:
        yield from remark(
            "Kind en ouder willen echt iets anders. Bespreek dit als eerste.", "help_question.differ_strongly"
        )
