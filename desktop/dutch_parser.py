"""A command line that speaks Dutch: argparse itself only knows English."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from desktop.commands.common import UNUSABLE, tell

_SENTENCES = (
    (r"the following arguments are required: (.+)", r"noem ook: \1"),
    (r"unrecognized arguments: (.+)", r"dit is hier niet bekend: \1"),
    (r"argument (.+?): expected one argument", r"achter \1 hoort een waarde"),
    (r"argument (.+?): ignored explicit argument .+", r"achter \1 hoort geen waarde"),
    (r"argument (.+?): invalid choice: '?(.+?)'?(?: \(choose from (.+)\))?", r"‘\2’ kan niet bij \1; kies uit: \3"),
    (r"argument (.+?): (.+)", r"\1: \2"),  # what we say ourselves of a value, in Dutch already
)


class DutchParser(argparse.ArgumentParser):
    """Help, and what is wrong with a command, in Dutch; an option is written in full."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_Help, add_help=False, allow_abbrev=False, **options)
        self._positionals.title, self._optionals.title = "wat", "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def error(self, message: str) -> NoReturn:
        tell(f"Dit commando klopt niet: {in_dutch(message)}.\nUitleg staat in: {self.prog} --help")
        raise SystemExit(UNUSABLE)


class _Help(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


def in_dutch(message: str) -> str:
    """What argparse has to say. Total: what it never said before is told in general words, not in English."""
    for pattern, sentence in _SENTENCES:
        if found := re.fullmatch(pattern, message):
            return found.expand(sentence).replace("'", "")
    return "controleer hoe het is geschreven"
