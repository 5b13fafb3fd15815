"""`python -m tools.ordinary_words`: renew resources/pseudonym/words.txt from the Dutch the product itself speaks.

Words that stand without a capital in the packs, the pages and the manual need be nobody's name: the scan before a
consult uses them to tell a name from the first word of a sentence. Taking them from our own texts keeps the list free
of anybody else's rights. The practice families are left out: they are about people.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from casework.pseudonym.folded import fold

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "resources" / "pseudonym" / "words.txt"
_WORD = re.compile(r"(?<![\w.@/'-])[^\W\d_]{2,}(?![\w@/'-])")
_PER_LINE = 12


def words() -> list[str]:
    found = {one[0] for text in _texts() for one in _WORD.finditer(fold(text).clean) if one[0].islower()}
    return sorted(found)


def _texts() -> Iterator[str]:
    for path in sorted((ROOT / "resources" / "packs").rglob("*.yaml")):
        yield path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from (one.value for one in ast.walk(tree) if isinstance(one, ast.Constant) and isinstance(one.value, str))
    yield (ROOT / "docs" / "handleiding.md").read_text(encoding="utf-8")


def main() -> None:
    known = words()
    lines = [" ".join(known[at : at + _PER_LINE]) for at in range(0, len(known), _PER_LINE)]
    head = "# Gewone woorden uit onze eigen teksten, gemaakt door python -m tools.ordinary_words."
    OUT.write_text("\n".join([head, *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
