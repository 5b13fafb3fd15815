"""The algoritmekaart as Markdown and as a web page with nothing from elsewhere. Total over its blocks."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import assert_never

from casework.care.card import Card, Paragraph, Section, Table


def as_markdown(made: Card, title: str) -> str:
    """Plain enough to read as it is."""
    parts = [f"# {title}"]
    for section in made:
        parts.append(f"## {section.title}")
        for block in section.blocks:
            match block:
                case Paragraph():
                    parts.append(_marked(block.text))
                case Table():
                    parts.append(f"**{_marked(block.caption)}**")
                    lines = (block.head, ("---",) * len(block.head), *(map(_marked, row) for row in block.rows))
                    parts.append("\n".join(f"| {' | '.join(line)} |" for line in lines))
                case _:
                    assert_never(block)
    return "\n\n".join(parts) + "\n"


def _marked(text: str) -> str:
    """Text that no Markdown reader takes for a mark, on one line."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>|#" else sign for sign in " ".join(text.split()))


_STYLE = """
body { font: 1.05rem/1.5 Verdana, sans-serif; color: #1d2733; background: #fff; max-width: 62rem; margin: 0 auto;
  padding: 1rem 1.5rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 2rem; line-height: 1.2; } h2 { font-size: 1.4rem; margin-top: 2.5rem; } p { max-width: 42rem; }
.table { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; margin: 1rem 0 2rem; }
caption { text-align: start; font-weight: bold; padding-bottom: .4rem; }
th, td { text-align: start; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid #8a97a6; }
td { min-width: 5rem; }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def as_html(made: Card, title: str) -> str:
    """One page with everything in it: nothing from elsewhere, nothing that runs."""
    body = "\n".join(part for section in made for part in _section(section))
    return f"""<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>{escape(title)}</h1>
{body}
</main>
</body>
</html>
"""


def _section(section: Section) -> Iterator[str]:
    yield f"<h2>{escape(section.title)}</h2>"
    for block in section.blocks:
        match block:
            case Paragraph():
                yield f"<p>{escape(block.text)}</p>"
            case Table():
                head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in block.head)
                rows = "\n".join(_row(row) for row in block.rows)
                yield f'<div class="table" role="region" aria-label="{escape(block.caption)}" tabindex="0"><table>'
                yield f"<caption>{escape(block.caption)}</caption>\n<thead><tr>{head}</tr></thead>"
                yield f"<tbody>\n{rows}\n</tbody></table></div>"
            case _:
                assert_never(block)


def _row(row: tuple[str, ...]) -> str:
    return f'<tr><th scope="row">{escape(row[0])}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in row[1:])}</tr>'
