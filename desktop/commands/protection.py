"""Writing a document, and where `--protect` asks for it a copy beside it that opens with a passphrase only."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.commands.common import Unusable, may_write, write_new
from desktop.commands.options import form


def passphrase(asked: Namespace) -> str:
    """The passphrase for the copy, empty where none is asked. Raises Unusable before anything is made."""
    may_write(asked.out, asked.force)
    if asked.protect is None:
        return ""
    from desktop.commands.passphrase import asked_for
    from desktop.file_passphrase import normal, weakness

    if form(asked) != "pdf":
        raise Unusable("--protect kan alleen bij een PDF: een webpagina, tekst of JSON kent geen slot.")
    phrase = normal(asked_for(asked.protect, "Wachtzin"))
    if why := weakness(phrase):
        raise Unusable(f"{asked.protect}: {why}")
    may_write(_copy(asked), asked.force)
    return phrase


def write(asked: Namespace, file: bytes, phrase: str) -> None:
    """The file as asked, and the copy. Raises Unusable, or trouble of the disk."""
    if not phrase:
        write_new(asked.out, file, asked.force)
        return
    from desktop.render.protect import protected

    copy = protected(file, phrase)
    write_new(asked.out, file, asked.force)
    write_new(_copy(asked), copy, asked.force)


def _copy(asked: Namespace) -> Path:
    from desktop.render.protect import protected_name

    return protected_name(asked.out)
