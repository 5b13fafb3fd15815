"""The same six pages by other makers of PDF: time, size, and what veraPDF says of each (docs/paper.md).

    python -m bench peers       prints the figures
    python -m bench.peers       writes them to docs/paper.md

The peers are no part of the product: `pip install typst weasyprint`, and LibreOffice Writer (Debian:
libreoffice-writer-nogui). What is not there is told and skipped. Each gets the same words, tables and
lists, as input it reads best; the two drawings as their words in typst, as pictures in HTML.
"""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import resources
from bench.handover import plain_pdf, six_pages
from bench.timing import medians
from casework.handover.blocks import Block, Document, Facts, Heading, Items, Table
from casework.handover.plain import lines_of
from tools import verapdf

PAGE = Path(__file__).resolve().parents[1] / "docs" / "paper.md"
BEGIN, END = "<!-- figures: python -m bench.peers -->", "<!-- end of figures -->"
_EXPORT = {"UseTaggedPDF": "true", "PDFUACompliance": "true", "ExportBookmarks": "true"}
_FONT = "Atkinson Hyperlegible Next"
_TITLE = "Overdracht jeugdhulp"


class Made(NamedTuple):
    """How one maker did: seconds, the file, and what veraPDF says by profile."""

    name: str
    seconds: float
    file: bytes
    verdict: str


def run(rounds: int = 5) -> list[str]:
    made, absent = measured(rounds)
    return [f"{one.name:<34}{one.seconds * 1000:9.0f} ms {len(one.file) / 1000:9.0f} kB {pages(one.file):4} pages   "
            f"{one.verdict}" for one in made] + [f"skipped: {why}" for why in absent]  # fmt: skip


def measured(rounds: int) -> tuple[list[Made], list[str]]:
    """Every maker that is here, in one run; and what is not here."""
    from desktop.render.pdf import render_pdf

    document = six_pages()
    page, markup = _html(document), _typst(document)
    makers: dict[str, Callable[[], bytes]] = {
        "IJkpunt": lambda: render_pdf(document),
        "plain ReportLab": lambda: plain_pdf(document),
    }
    absent = []
    if find_spec("typst"):
        makers["typst, PDF/UA-1"] = lambda: _by_typst(markup)
    else:
        absent.append("typst is not installed: pip install typst")
    if find_spec("weasyprint"):
        makers["WeasyPrint, PDF/UA-1"] = lambda: _by_weasyprint(page)
    else:
        absent.append("WeasyPrint is not installed: pip install weasyprint")
    if shutil.which("soffice"):
        makers["LibreOffice, PDF/UA"] = lambda: _by_libreoffice(page)
    else:
        absent.append("LibreOffice is not installed: libreoffice-writer-nogui")
    times = medians(makers, rounds)
    files = {name: make() for name, make in makers.items()}
    verdicts = _verdicts(files)
    return [Made(name, times[name], files[name], verdicts[name]) for name in makers], absent


def pages(file: bytes) -> int:
    import pikepdf

    with pikepdf.open(io.BytesIO(file)) as pdf:
        return len(pdf.pages)


def _verdicts(files: dict[str, bytes]) -> dict[str, str]:
    if missing := verapdf.available():
        return dict.fromkeys(files, missing)
    with TemporaryDirectory() as folder:
        paths = {name: Path(folder, f"{number}.pdf") for number, name in enumerate(files)}
        for name, path in paths.items():
            path.write_bytes(files[name])
        results = verapdf.validate(list(paths.values()))
    told = dict.fromkeys(paths.values(), "")
    for result in results:
        label = {"ua1": "PDF/UA-1", "3a": "PDF/A-3a"}[result.profile]
        words = "ok" if result.compliant else f"{len(result.failures)} rules broken"
        told[result.file] += f"{'; ' if told[result.file] else ''}{label} {words}"
    return {name: told[path] for name, path in paths.items()}


def _html(document: Document) -> str:
    """The words of our web page, without the form to reply on: that is no part of what others make."""
    from desktop.render.html import render_html

    whole = render_html(document)
    style = whole[whole.index("<style>") : whole.index("</style>")]
    article = whole[whole.index('<article id="stuk">') : whole.index("</article>")]
    head = f'<meta charset="utf-8"><title>{_TITLE}</title>{style}</style>'
    return f'<!DOCTYPE html><html lang="nl"><head>{head}</head><body>{article}</article></body></html>'


def _typst(document: Document) -> bytes:
    set_up = f"#set document(title: {_quoted(_TITLE)})\n#set text(font: {_quoted(_FONT)}, size: 10.5pt, lang: \"nl\")"
    told = "\n\n".join(part for block in document.blocks for part in _typst_block(block))
    return f"{set_up}\n= #{_quoted(document.cover.title)}\n\n{told}\n".encode()


def _typst_block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'=' * (block.level + 1)} #{_quoted(f'{block.code} {block.text}'.strip())}"
    elif isinstance(block, Facts):
        cells = ", ".join(_quoted(text) for row in block.rows for text in row)
        yield f"#grid(columns: (1fr, 2fr), row-gutter: 6pt, column-gutter: 8pt, {cells})"
    elif isinstance(block, Items):
        kind = "enum" if block.numbered else "list"
        yield f"#{kind}({', '.join(_quoted(''.join(run.text for run in one.runs)) for one in block.items)})"
    elif isinstance(block, Table):
        head = ", ".join(map(_quoted, block.head))
        filled = ([*row, *[""] * (len(block.head) - len(row))] for row in block.rows)
        cells = ", ".join(_quoted(text) for row in filled for text in row)
        columns = f"({', '.join(['1fr'] * len(block.head))})"
        yield f"#figure(table(columns: {columns}, table.header({head}), {cells}), caption: {_quoted(block.caption)})"
    else:
        yield from (f"#{_quoted(line)}" for line in lines_of(block, noted=True))


def _quoted(text: str) -> str:
    return json.dumps(text.replace("\u00ad", ""), ensure_ascii=False)


def _by_typst(markup: bytes) -> bytes:
    import typst

    file: bytes = typst.compile(markup, font_paths=[str(resources.fonts())], pdf_standards=["ua-1"])
    return file


def _by_weasyprint(page: str) -> bytes:
    from weasyprint import HTML

    file: bytes = HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
    return file


def _by_libreoffice(page: str) -> bytes:
    """A whole process, as it is used without a window: starting is part of it."""
    options = json.dumps({name: {"type": "boolean", "value": value} for name, value in _EXPORT.items()})
    with TemporaryDirectory() as folder:
        Path(folder, "stuk.html").write_text(page, encoding="utf-8")
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                   f"pdf:writer_web_pdf_Export:{options}", "--outdir", folder, f"{folder}/stuk.html"]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return Path(folder, "stuk.pdf").read_bytes()


def _write_page() -> None:
    made, absent = measured(5)
    rows = [
        f"| {one.name} | {one.seconds * 1000:.0f} | {one.seconds / made[0].seconds:.1f} | {len(one.file) / 1000:.0f} "
        f"| {pages(one.file)} | {one.verdict} |"
        for one in made
    ]
    table = ["| maker | ms | × ours | kB | pages | veraPDF |", "|---|---:|---:|---:|---:|---|", *rows]
    text = PAGE.read_text(encoding="utf-8")
    before, after = text[: text.index(BEGIN)], text[text.index(END) :]
    PAGE.write_text("\n".join([before + BEGIN, *table, *(f"Not measured: {why}." for why in absent), after]), "utf-8")


if __name__ == "__main__":
    _write_page()
    sys.stdout.write(f"{PAGE}\n")
