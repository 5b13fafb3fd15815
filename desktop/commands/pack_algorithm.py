"""`ijkpunt pack algorithm --out DIR`: what a municipality publishes about this help with deciding."""

from __future__ import annotations

import json
from argparse import Namespace

from casework.care.card import card
from casework.care.card_pages import as_html, as_markdown
from casework.care.register import register_entry
from desktop.commands.common import Unusable, may_write, read_pack, say, tell, write_new


def run(asked: Namespace) -> int:
    pack = read_pack(asked.pack)
    if not asked.out.is_dir():
        raise Unusable(f"De map {asked.out} bestaat niet. Maak die eerst, of kies een andere.")
    entry, made = register_entry(pack, asked.date), card(pack, asked.date)
    title = f"Algoritmekaart IJkpunt, {pack.manifest.title} {pack.version}"
    files = {
        "algoritmeregister.json": json.dumps(entry, ensure_ascii=False, indent=2) + "\n",
        "algoritmekaart.md": as_markdown(made, title),
        "algoritmekaart.html": as_html(made, title),
    }
    for name in files:
        may_write(asked.out / name, asked.force)  # all three or none
    for name, text in files.items():
        write_new(asked.out / name, text.encode(), asked.force)
    say({"schema": "ijkpunt/pack-algorithm/1", "pack": {"id": pack.id, "version": pack.version}, "files": list(files)})
    empty = [name for name, value in entry.items() if not value]
    tell(f"In algoritmeregister.json vult de gemeente zelf in: {', '.join(empty)}.")
    return 0
