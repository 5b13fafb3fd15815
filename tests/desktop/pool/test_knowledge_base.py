"""Answers that may be used again: read over by another, signed, found in every home, and good until a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog

from casework.pool import bodies as said
from casework.pool.reuse import Reusable, found_in, reusable
from casework.trouble import Trouble
from db.exchange.answers import FILE, Answers, answers_from, sign, to_bytes
from db.signing import SigningKey
from desktop.pool import knowledge_base
from desktop.pool.asked_before import AskedBefore, KnowledgeBox
from desktop.pool.bench.asking import Asking
from desktop.pool.bench.screen import BenchScreen
from tests.casework.pool_talk import ASKER, EXPERT, HUB, SECOND
from tests.desktop.pool.benches import Work

TODAY = date(2026, 11, 23)


def answer(number: int = 1, **changes: object) -> Reusable:
    return Reusable.model_validate(
        {"id": f"{number:032x}", "question": "Wanneer past logeren?", "answer": "Als ouders weer kracht krijgen.",
         "theme": "logeeropvang", "level": "basisondersteuning", "on": TODAY, "until": date(2027, 11, 23),
         "read_by": SECOND.name, **changes}
    )  # fmt: skip


def released(work: Work, **changes: object) -> str:
    thread = work.assigned(EXPERT, theme="basis-ggz", **changes)
    work.answered(thread, EXPERT)
    work.says(HUB, thread, said.Release(advices=tuple(work.desk(HUB).consult(thread).advices.values())))
    return thread


@pytest.mark.parametrize(("text", "found"), [("logeren", 1), ("LOG kracht", 1), ("logeren wonen", 0), ("", 1)])
def test_every_word_or_its_beginning_must_stand_in_it(text: str, found: int) -> None:
    assert len(found_in([answer()], text, TODAY)) == found


def test_an_answer_ends_warns_before_that_and_is_found_after_it_only_on_asking() -> None:
    one = answer()
    assert not one.ends_soon(one.until - timedelta(days=61)) and one.ends_soon(one.until - timedelta(days=60))
    after = one.until + timedelta(days=1)
    assert found_in([one], "", after) == [] and found_in([one], "", after, ended=True) == [one]
    assert found_in([answer(withdrawn=True)], "", TODAY, ended=True) == []


@pytest.mark.parametrize("reader", [HUB, ASKER, EXPERT])
def test_nobody_reads_over_own_work(work: Work, reader: Any) -> None:
    consult = work.desk(HUB).consult(released(work))
    with pytest.raises(Trouble, match="had deel"):
        reusable(consult, "v", "a", "", HUB, reader, TODAY)


def test_a_question_with_names_stays_out(work: Work) -> None:
    thread = released(work, consent="herleidbaar", ground="toestemming", readers=(EXPERT.name,))
    with pytest.raises(Trouble, match="zonder namen"):
        reusable(work.desk(HUB).consult(thread), "v", "a", "", HUB, SECOND, TODAY)


def test_merging_is_the_same_in_any_order_and_the_newest_counts() -> None:
    key = SigningKey.new()
    old, new = sign(key, answer()), sign(key, answer(on=TODAY + timedelta(days=1), withdrawn=True))
    one, other = Answers(statements=(old,)), Answers(statements=(new,))
    assert one.merged(other) == other.merged(one) == other.merged(one).merged(one)
    assert one.merged(other).statements == (new,)
    assert answers_from(to_bytes(one), FILE) == one


def test_it_travels_with_the_post_and_is_found_by_the_asker(work: Work) -> None:
    knowledge_base.publish(work.desk(HUB), answer())
    work.region.deliver()
    assert knowledge_base.find(work.desk(ASKER), "logeren") == [answer()]


def test_what_no_coordinator_signed_is_not_taken_over(work: Work) -> None:
    forged = Answers(statements=(sign(SigningKey.new(), answer()),))
    work.region.share.joinpath(FILE).write_bytes(to_bytes(forged))
    knowledge_base.fetch(work.desk(ASKER), work.region.share)
    assert knowledge_base.find(work.desk(ASKER), "") == []
    with pytest.raises(Trouble, match="Alleen de coördinator"):
        knowledge_base.publish(work.desk(ASKER), answer())


def test_words_that_were_changed_are_no_longer_signed(work: Work) -> None:
    knowledge_base.publish(work.desk(HUB), answer())
    knowledge_base.bring(work.desk(HUB), work.region.share)
    path = work.region.share / FILE
    path.write_bytes(path.read_bytes().replace(b"kracht", b"niets meer"))
    knowledge_base.fetch(work.desk(ASKER), work.region.share)
    assert knowledge_base.find(work.desk(ASKER), "") == []


def test_a_broken_file_is_told_and_holds_no_post_back(work: Work) -> None:
    work.region.share.joinpath(FILE).write_bytes(b'{"schema"')
    thread = work.desk(ASKER).ask(said.Submit(request=work.desk(HUB).consult(released_first(work)).request))
    sent = work.desk(ASKER).send(work.region.share)
    got = work.desk(HUB).receive(work.region.share)
    assert sent.sent and "kennisbank" in got.problem
    assert work.desk(HUB).consult(thread).status == "INGEDIEND"


def released_first(work: Work) -> str:
    """A question that reached the coordinator by hand, the file in the folder being broken."""
    path = work.region.share / FILE
    broken = path.read_bytes()
    path.unlink()
    thread = work.asks()
    path.write_bytes(broken)
    return thread


def test_from_the_bench_with_somebody_who_read_it_over(
    work: Work, at_bench: Callable[[str], BenchScreen], answer_box: Callable[..., None]
) -> None:
    thread = released(work)
    screen = at_bench(thread)

    def fill(box: QDialog) -> None:
        assert isinstance(box, Asking)
        fields = {name: field for name, (field, _) in box._fields.items()}
        assert not box.act.isEnabled()
        fields["reader"].set_value(SECOND.id)
        box._judge()
        box.accept()
        answer_box(confirmed)

    def confirmed(box: QDialog) -> None:
        seen.append(box.accessibleName())
        box.accept()

    seen: list[str] = []
    answer_box(fill)
    screen.act("reuse")
    assert seen == ["Het staat in de kennisbank"]
    (found,) = knowledge_base.find(work.desk(HUB), "tien gesprekken")
    assert found.read_by == SECOND.name and found.until == date(2027, 11, 23)


def test_who_looks_again_finds_what_was_written(
    work: Work, at_bench: Callable[[str], BenchScreen], answer_box: Callable[..., None]
) -> None:
    """Found something that may lead to somebody, or wrote too much: back in the words, not at the beginning."""
    thread, boxes = released(work), list[str]()
    screen = at_bench(thread)

    def go_on(box: QDialog) -> None:
        if isinstance(box, Asking):
            written = {name: field for name, (field, _) in box._fields.items()}
            written["answer"].setPlainText("Bel Sanne Oefenstra." if boxes else "x" * 5_001)
            written["reader"].set_value(SECOND.id)
            box._judge()
            box.accept()
        else:
            boxes.append(box.accessibleName())
            box.reject()
        answer_box(go_on if len(boxes) < 2 else give_up)

    def give_up(box: QDialog) -> None:
        assert isinstance(box, Asking)
        boxes.append(box.answers["answer"])
        box.reject()

    answer_box(go_on)
    screen.act("reuse")
    assert boxes == ["Dit kan zo nog niet", "Staat hier niemand in?", "Bel Sanne Oefenstra."]
    assert knowledge_base.find(work.desk(HUB), "") == []


def test_the_sheet_finds_and_says_what_has_ended(work: Work, qtbot: Any) -> None:
    sheet = AskedBefore(work.desk(HUB))
    qtbot.addWidget(sheet)
    assert sheet.isHidden()
    knowledge_base.publish(work.desk(HUB), answer(1))
    knowledge_base.publish(work.desk(HUB), answer(2, question="Wie betaalt het vervoer?", until=date(2026, 1, 1)))
    sheet.refresh()
    assert not sheet.isHidden() and [one.id for one in sheet.found] == [answer(1).id]
    sheet.search.setText("vervoer")
    assert not sheet.found
    sheet.ended.setChecked(True)
    assert len(sheet.found) == 1


def test_a_coordinator_takes_an_answer_out_everywhere(work: Work, qtbot: Any, answer_box: Callable[..., None]) -> None:
    knowledge_base.publish(work.desk(HUB), answer())
    work.region.deliver()
    assert knowledge_base.find(work.desk(ASKER), "")
    box = KnowledgeBox(BenchScreen(work.session), work.desk(HUB))
    qtbot.addWidget(box)
    answer_box(lambda asks: asks.accept())
    box.found.take_out(box.found.found[0])
    work.region.deliver()
    assert knowledge_base.find(work.desk(ASKER), "", ended=True) == []
    assert box.found.isHidden()
