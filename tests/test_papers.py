"""The papers tell the truth: what they name is there under that name, and what there is stands in a paper."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from casework.steps import STEPS
from desktop.cli import _parser
from desktop.rooms import ROOMS

ROOT = Path(__file__).resolve().parents[1]
PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "resources").rglob("README.md")])
MANUAL = (ROOT / "docs" / "handleiding.md").read_text(encoding="utf-8")
OURS = re.compile(r"(?:\.ci|bench|casework|db|desktop|docs|resources|tests|tools)/[\w./-]*")


def text(paper: Path) -> str:
    return paper.read_text(encoding="utf-8")


def quoted(paper: Path) -> set[str]:
    """What stands between backticks, in a line or in a block."""
    blocks = re.findall(r"```[^\n]*\n(.*?)```", text(paper), re.DOTALL)
    loose = re.sub(r"```.*?```", "", text(paper), flags=re.DOTALL)
    return {*re.findall(r"`([^`]+)`", loose), *(line for block in blocks for line in block.splitlines())}


def commands(parser: argparse.ArgumentParser, name: str = "") -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command that does something, by its words behind `ijkpunt`."""
    below = [act for act in parser._actions if isinstance(act, argparse._SubParsersAction)]
    if not below or not name:
        yield name, parser
    for act in below:
        for word, one in act.choices.items():
            yield from commands(one, f"{name} {word}".strip())


COMMANDS = dict(commands(_parser()))


def options(parser: argparse.ArgumentParser) -> set[str]:
    return {word for act in parser._actions for word in act.option_strings if word.startswith("--")}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_what_a_paper_points_to_is_there(paper: Path) -> None:
    links = [link for link in re.findall(r"\]\(([^)#\s]+)", text(paper)) if "://" not in link]
    files = [found for words in quoted(paper) if "<" not in words and "*" not in words for found in OURS.findall(words)]
    missing = [link for link in links if not (paper.parent / link).exists()]
    missing += [name for name in files if not (ROOT / name.rstrip(".")).exists()]
    assert missing == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_a_command_in_a_paper_exists_with_its_options(paper: Path) -> None:
    wrong = []
    for said in quoted(paper):
        found = re.match(r"(?:\.venv/bin/)?ijkpunt ((?:[a-z]+ ?)*)(.*)", said)
        if not found or not found[1]:
            continue
        words, rest = found[1].split(), found[2].partition(" #")[0]
        for last in words[-1].split("|") if words else []:
            name = " ".join([*words[:-1], last])
            known = next((one for one in (name, name.rpartition(" ")[0]) if one in COMMANDS), "")
            if not known and not any(one.startswith(f"{name} ") for one in COMMANDS):
                wrong.append(said)
            elif known:
                wrong += [said for word in re.findall(r"--[a-z-]+", rest) if word not in options(COMMANDS[known])]
    assert wrong == []


@pytest.mark.parametrize("name", [name for name in COMMANDS if name])
def test_every_command_stands_in_a_paper_with_its_options(name: str) -> None:
    told = "\n".join(text(ROOT / "docs" / f"{paper}.md") for paper in ("commands", "packs", "interop"))
    assert re.search(rf"`(ijkpunt )?{name}\b", told)
    assert [one for one in options(COMMANDS[name]) if not re.search(rf"{one}(?![\w-])", told)] == []


@pytest.mark.parametrize("title", [*(room.title for room in ROOMS), *(step.title for step in STEPS)])
def test_every_room_and_every_step_stands_in_the_manual(title: str) -> None:
    assert title in MANUAL
