"""Tables as a workbook (.xlsx): a sheet for each, numbers as numbers. The same tables give the same bytes.

Written by hand: plain tables need five small parts of Office Open XML (ECMA-376), which is less than a library.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from desktop.render.characters import clean

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WHEN = (1980, 1, 1, 0, 0, 0)
_LONGEST_NAME = 31
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill '
    'patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/>'
    '</borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf applyAlignment="1"><alignment '
    'vertical="top" wrapText="1"/></xf><xf fontId="1" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


class Sheet(NamedTuple):
    """name: on its tab; made unique and short enough by the workbook. head: the first row."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[str | int]]


def workbook(sheets: Sequence[Sheet], title: str) -> bytes:
    """The file. title: in its properties."""
    names = _names([sheet.name for sheet in sheets])
    numbers = range(1, len(sheets) + 1)
    parts = {
        "[Content_Types].xml": _content_types(numbers),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")])
        .replace("</Relationships>", f'<Relationship Id="t" Type="{_PACKAGE}/relationships/metadata/core-properties" '
                 'Target="docProps/core.xml"/></Relationships>'),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{_text(title)}</dc:title><dc:creator>IJkpunt</dc:creator><dc:language>nl-NL</dc:language>"
        "</cp:coreProperties>",
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>'
        + "".join(f'<sheet name="{_text(name)}" sheetId="{at}" r:id="r{at}"/>'
                  for at, name in zip(numbers, names, strict=True))
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relations(
            [*(("worksheet", f"worksheets/sheet{at}.xml") for at in numbers), ("styles", "styles.xml")]
        ),
        "xl/styles.xml": _STYLES,
        **{f"xl/worksheets/sheet{at}.xml": _sheet(sheet) for at, sheet in zip(numbers, sheets, strict=True)},
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, xml in parts.items():
            file.writestr(zipfile.ZipInfo(name, _WHEN), _HEAD + xml, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _content_types(numbers: Sequence[int]) -> str:
    kinds = {"/xl/workbook.xml": f"{_TYPE}.sheet.main+xml", "/xl/styles.xml": f"{_TYPE}.styles+xml",
             "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
             **{f"/xl/worksheets/sheet{at}.xml": f"{_TYPE}.worksheet+xml" for at in numbers}}  # fmt: skip
    overrides = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in kinds.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    told = "".join(
        f'<Relationship Id="r{at}" Type="{_LINKS}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _sheet(sheet: Sheet) -> str:
    """Columns as wide as their longest words, the head in bold and always in sight."""
    every = [sheet.head, *sheet.rows]
    widths = [max((len(str(row[at])) for row in every if at < len(row)), default=0) for at in range(len(sheet.head))]
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{min(max(width, 8), 60) + 2}" customWidth="1"/>'
        for at, width in enumerate(widths, 1)
    )
    rows = "".join(
        f'<row r="{at}">{"".join(_cell(at, place, cell) for place, cell in enumerate(row))}</row>'
        for at, row in enumerate(every, 1)
    )
    still = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">{still}</sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{rows}</sheetData></worksheet>"
    )


def _cell(row: int, column: int, value: str | int) -> str:
    place, style = f"{_letters(column)}{row}", 1 if row == 1 else 0
    if isinstance(value, int):
        return f'<c r="{place}" s="{style}"><v>{value}</v></c>'
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{_text(value)}</t></is></c>'


def _letters(column: int) -> str:
    """0 is A, 26 is AA."""
    more, here = divmod(column, 26)
    return (_letters(more - 1) if more else "") + chr(ord("A") + here)


def _names(wanted: Sequence[str]) -> list[str]:
    """What a tab may be called: 31 signs, none of []:*?/\\, each once whatever its capitals."""
    found: list[str] = []
    for name in wanted:
        short = _short(re.sub(r"[\[\]:*?/\\]", "", clean(name)).strip("' ")) or "Blad"
        again, made = 2, short
        while made.casefold() in (one.casefold() for one in found):
            made, again = f"{short[: _LONGEST_NAME - 4]} ({again})", again + 1
        found.append(made)
    return found


def _short(name: str) -> str:
    """As many whole words as a tab has room for, or as many letters of the first."""
    if len(name) <= _LONGEST_NAME:
        return name
    whole = name[: _LONGEST_NAME + 1].rpartition(" ")[0] or name[:_LONGEST_NAME]
    return whole.rstrip(" ,;.'")


def _text(words: str) -> str:
    return escape(clean(words), {'"': "&quot;"})
