"""Drafts of reference clients: kept at the coordinator's, in the window, and files of a pack that stays whole."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QLabel

import resources
from casework.pool import bodies as said
from casework.pool.drafting import drafted, missing, submitted, voted
from casework.trouble import Trouble
from db.errors import NotWritable
from desktop.bootstrap import knowledge
from desktop.cli import main
from desktop.pool.bench.asking import Asking
from desktop.pool.bench.drafting import Drafting
from desktop.pool.bench.screen import BenchScreen
from desktop.pool.drafts import drafts, keep, pack_files, write_into
from tests.casework.pool_talk import EXPERT, HUB, SECOND
from tests.casework.test_pool_drafting import CHAIR, DAY, PROFILE, whole
from tests.db.conftest import PASSPHRASE
from tests.desktop.pool.benches import Work


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(str(resources.packs() / "groningen"), tmp_path / "groningen"))


def adopted() -> Any:
    draft = voted(submitted(whole()), SECOND, "Herkenbaar.", DAY, agrees=True)
    return voted(draft, CHAIR, "Mist in de reeks.", DAY, agrees=True)


def released(work: Work) -> str:
    thread = work.assigned(EXPERT, profile=PROFILE, theme="basis-ggz", clients_seen=("IJK-01",))
    work.answered(thread, EXPERT)
    work.says(HUB, thread, said.Release(advices=tuple(work.desk(HUB).consult(thread).advices.values())))
    return thread


def test_what_the_panel_adopted_becomes_files_of_a_whole_pack(folder: Path) -> None:
    files = pack_files({"a": adopted(), "b": whole()}, knowledge(), DAY)
    assert sorted(files) == ["reference-clients/ijk-39.yaml", "sources-expertpool.yaml"]
    write_into(folder, files)
    assert knowledge(folder).reference_clients["IJK-39"].title == adopted().title
    with pytest.raises(Trouble, match="bestaat al"):
        write_into(folder, files)


def test_a_pack_that_would_not_be_whole_stays_as_it_was(folder: Path) -> None:
    files = pack_files({"a": adopted()}, knowledge(), DAY)
    broken = {name: text.replace("weeks: 12", "weeks: nooit") for name, text in files.items()}
    with pytest.raises(Trouble, match="klopt het pakket niet"):
        write_into(folder, broken)
    assert not any((folder / name).exists() for name in files)


def test_a_pack_of_which_a_file_cannot_be_written_stays_as_it_was(folder: Path) -> None:
    files = pack_files({"a": adopted()}, knowledge(), DAY)
    assert len(files) == 2
    last = folder / [*files][-1]
    last.with_name(f"{last.name}.{os.getpid()}.new").mkdir()  # where it is written first
    with pytest.raises(NotWritable):
        write_into(folder, files)
    assert not any((folder / name).exists() for name in files)


def test_a_neighbour_that_is_in_another_pack_is_told() -> None:
    with pytest.raises(Trouble, match="De buur IJK-98"):
        pack_files({"a": adopted().model_copy(update={"neighbour": "IJK-98"})}, knowledge(), DAY)


def test_in_the_window_a_draft_is_filled_in_and_put_to_the_panel(
    work: Work, at_bench: Callable[[str], BenchScreen], answer_box: Callable[..., None]
) -> None:
    thread = released(work)
    screen = at_bench(thread)

    def fill(box: QDialog) -> None:
        assert isinstance(box, Drafting)
        assert not box.panel.isEnabled()
        box.fields["tipping"].setPlainText("De klacht blijft.")
        box.weeks.setValue(12)
        box.limits[0].setChecked(True)
        assert missing(box.draft) == []
        box.panel.setChecked(True)
        box.accept()

    answer_box(fill)
    screen.act("draft")
    kept = drafts(work.desk(HUB))[thread]
    assert kept.state == "voorgelegd" and kept.neighbour == "IJK-01" and kept.limits
    looked: list[QDialog] = []

    def only_look(box: QDialog) -> None:
        looked.append(box)
        box.reject()

    answer_box(only_look)
    screen.act("draft")
    assert len(looked) == 1 and not isinstance(looked[0], Drafting), "who only looked who voted is asked nothing more"
    assert drafts(work.desk(HUB))[thread] == kept


def test_a_home_without_an_answer_has_no_draft(work: Work) -> None:
    thread = work.asks()
    desk = work.desk(HUB)
    with pytest.raises(Trouble, match="geen advies"):
        drafted(desk.consult(thread), HUB, knowledge())


def test_on_the_command_line(work: Work, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(work.desk(HUB), adopted())
    work.region.close()
    secret = tmp_path / "wachtzin"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    said_ = ["--home", str(tmp_path / "regio" / HUB.id), "--passphrase-file", str(secret)]
    assert main(["pool", "drafts", "--out", str(folder), "--date", "2026-12-01", *said_]) == 0
    written = json.loads(capsys.readouterr().out)["written"]
    assert written == ["reference-clients/ijk-39.yaml", "sources-expertpool.yaml"]
    assert main(["pack", "check", str(folder), "--date", "2026-12-01"]) == 0
    work.region.homes.clear()


def test_what_stands_in_the_pack_gets_no_second_number(folder: Path) -> None:
    write_into(folder, pack_files({"a": adopted()}, knowledge(), DAY))
    assert pack_files({"a": adopted()}, knowledge(folder), DAY) == {}


def test_what_lies_with_the_panel_can_still_be_changed_and_is_voted_on_anew(
    work: Work, at_bench: Callable[[str], BenchScreen], answer_box: Callable[..., Any]
) -> None:
    thread = released(work)
    desk = work.desk(HUB)
    begun = drafted(desk.consult(thread), HUB, knowledge())
    filled = {"tipping": "Het blijft.", "review_after_weeks": 12, "limits": whole().limits, "neighbour": "IJK-01"}
    keep(desk, voted(submitted(begun.model_copy(update=filled)), CHAIR, "Mist.", DAY, agrees=False))
    screen = at_bench(thread)

    def change(box: QDialog) -> None:
        assert isinstance(box, Drafting)
        box.fields["story"].setPlainText("Anders verteld.")
        box.accept()

    def choose(box: QDialog) -> None:
        assert isinstance(box, Asking)
        assert "Mist." in "".join(label.text() for label in box.findChildren(QLabel))
        next(chip for chip in box._fields["next"][0].chips if chip.key == "concept").click()
        box.accept()
        answer_box(change)

    answer_box(choose)
    screen.act("draft")
    kept = drafts(desk)[thread]
    assert (kept.state, kept.votes, kept.story) == ("concept", (), "Anders verteld.")
