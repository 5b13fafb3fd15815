"""A document as one web page: nothing from elsewhere, the data inside, sealed. Total over the blocks.

The provider's page also looks whether it is as issued and makes the reply (html_reply.py); nothing else ever runs.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import assert_never

from casework.handover.blocks import (
    Block,
    Callout,
    Document,
    Facts,
    Goal,
    GoalTrend,
    Heading,
    Items,
    NetworkMap,
    NewPage,
    Origin,
    Paragraph,
    Table,
    Text,
    Thread,
    Timeline,
    Withheld,
)
from casework.handover.picture_words import (
    network_title,
    network_words,
    timeline_title,
    timeline_words,
    trend_title,
    trend_words,
)
from casework.handover.wording import (
    PRACTICE,
    PRACTICE_SENTENCE,
    document_name,
    file_title,
    foot_words,
    goal_details,
    in_quotes,
    loose_end,
    notice,
    reader_words,
    validity_words,
    withheld_words,
)
from desktop.render import html_data, html_reply, seal, svg
from desktop.render.bidi import begins_right, runs_left, stretches
from desktop.render.characters import ADDRESS, clean
from desktop.render.html_gauge import gauge
from desktop.render.html_style import style_sheet
from desktop.render.icons import TOPICS
from desktop.render.network_geometry import network_picture
from desktop.render.shaping import forget_words
from desktop.render.timeline_geometry import timeline_picture
from desktop.render.trend_geometry import trend_picture

_ICONS = {
    "ask": "message-circle",
    "safe": "shield-check",
    "care": "triangle-alert",
    "stop": "octagon-x",
    "meet": "calendar",
    "open": "circle-question-mark",
    "note": "info",
}


def render_html(document: Document) -> str:
    """The whole page. Whatever somebody typed is text in it, never markup."""
    provider = document.reader == "provider"
    answered = provider and document.kind in ("full", "announcement")
    language = "nl-NL" if document.language in ("", "nl") else document.language
    practice = f'<p class="practice"><strong>{PRACTICE}.</strong> {PRACTICE_SENTENCE}</p>' if document.practice else ""
    body = "\n".join(part for block in document.blocks for part in _block(block, provider))
    told = html_data.unsealed(f"{practice}\n{_cover(document)}\n{body}\n")
    foot = ". ".join([foot_words(document.cover), *validity_words(document.cover)])
    style, script = style_sheet(document.reader), html_reply.script() if answered else ""
    mark = seal.fingerprint(seal.data_bytes(document.data))
    forget_words()
    page = f"""<!DOCTYPE html>
<html lang="{_text(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
{html_data.head(document.data)}
<title>{_text(file_title(document))}</title>
<style>{style}</style>
</head>
<body>
<header>{_icon("mark")} <strong>{document_name(document)}</strong> {reader_words(document)}</header>
<main>
{html_reply.contents() if answered else ""}
<article id="stuk">{told}</article>
{html_reply.form(document) if answered else ""}
</main>
<footer><p>{_text(foot)}</p><p>{notice(document)}</p>
{html_reply.marks(mark, html_data.words_of(told)) if answered else html_reply.mark(mark)}
</footer>
{f"<script>{script}</script>" if script else ""}
</body>
</html>
"""
    return seal.seal(page.encode()).decode()


def _policy(style: str, script: str) -> str:
    """Only this style sheet and this script, by what they are: no address, no other words can add to them."""
    allowed = [f"style-src '{_sha256(style)}'", *([f"script-src '{_sha256(script)}'"] if script else [])]
    return "; ".join(("default-src 'none'", *allowed, "base-uri 'none'", "form-action 'none'"))


def _sha256(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _cover(document: Document) -> str:
    cover = document.cover
    columns = ""
    for head, told in cover.columns:
        first, *rest = told or ("",)
        lines = "".join(f"<br>{_text(line)}" for line in rest)
        columns += f'<div><dt>{_text(head)}</dt><dd{_way(*told)}><strong>{_text(first)}</strong>{lines}</dd></div>'
    subtitle = f'<p class="subtitle" dir="auto">{_text(cover.subtitle)}</p>' if cover.subtitle.strip() else ""
    heads = f'<dl class="columns">{columns}</dl>' if columns else ""
    return f'<h1{_way(cover.title)}>{_isolated(cover.title)}</h1>{subtitle}{heads}'


def _block(block: Block, noted: bool) -> Iterator[str]:
    match block:
        case Heading():
            code = f'<span class="code">{_text(block.code)}</span> ' if block.code else ""
            picture = f"{_icon(TOPICS[block.topic])} " if block.topic else ""
            yield f"<h{block.level + 1}>{picture}{code}{_text(block.text)}</h{block.level + 1}>"
        case Paragraph():
            yield _said(f"<p{_way(*_told(block.runs))}>{_words(block.runs)}</p>", block.origin, noted)
        case Facts():
            rows = "".join(f'<div><dt>{_text(a)}</dt><dd{_way(b)}>{_linked(b)}</dd></div>' for a, b in block.rows)
            yield _said(f'<dl class="facts">{rows}</dl>', block.origin, noted)
        case Items():
            tag = "ol" if block.numbered else "ul"
            yield f"<{tag}>{''.join(_item(item, noted) for item in block.items)}</{tag}>"
        case Table():
            yield _table(block, noted)
        case Callout():
            text = f"<p{_way(*_told(block.runs))}>{_words(block.runs)}</p>" if block.runs else ""
            inside = f'{_icon(_ICONS[block.kind])}<div><p class="title">{_text(block.title)}</p>{text}'
            yield f'<div class="callout {block.kind}">{inside}{_source(block.origin, noted)}</div></div>'
        case Thread():
            yield _thread(block, noted)
        case Goal():
            details = f'<p class="details">{_text(goal_details(block))}</p>' if goal_details(block) else ""
            words = f'<p dir="auto">{_code(block.code)} <strong>{_text(in_quotes(block.words))}</strong></p>'
            source = _source(block.origin, noted)
            yield f'<div class="goal"><div>{words}{details}{source}</div>{gauge(block)}</div>'
        case GoalTrend():
            drawn = trend_picture(block, svg.TREND_WIDTH, svg.HAND)
            yield svg.image(drawn, trend_title(block), trend_words(block))
        case Timeline():
            drawn = timeline_picture(block, svg.LINE_WIDTH, svg.HAND)
            yield svg.image(drawn, timeline_title(block), timeline_words(block))
        case NetworkMap():
            drawn = network_picture(block, svg.MAP_WIDTH, svg.HAND)
            yield svg.image(drawn, network_title(block), network_words(block))
        case Withheld():
            what, why = map(_text, withheld_words(block))
            yield f'<p class="withheld">{_icon("eye-off")} <span><strong>{what}</strong> {why}</span></p>'
        case NewPage():
            yield '<div class="new-page"></div>'
        case _:
            assert_never(block)


def _item(item: Paragraph, noted: bool) -> str:
    return f'<li{_way(*_told(item.runs))}>{_words(item.runs)}{_source(item.origin, noted)}</li>'


def _thread(block: Thread, noted: bool) -> str:
    codes = " ".join(map(_code, block.belongs_to))
    belongs = f' <span class="quiet">hoort bij</span> {codes}' if codes else ""
    loose = f'<br><strong class="loose">{_text(loose_end(block))}</strong>' if block.loose.strip() else ""
    sign = _code(block.code, "code loose" if block.loose.strip() else "code")
    return _said(f'<p dir="auto">{sign} {_linked(block.text)}{belongs}{loose}</p>', block.origin, noted)


def _table(block: Table, noted: bool) -> str:
    width = max(len(block.head), *map(len, block.rows)) if block.rows else len(block.head)
    caption = f"<caption>{_text(block.caption)}</caption>" if block.caption.strip() else ""
    head = "".join(f'<th scope="col">{_text(cell)}</th>' for cell in _filled(block.head, width))
    rows = []
    for number, row in enumerate(block.rows):
        origin = block.origins[number] if number < len(block.origins) else None
        first, *cells = _filled(row, width)
        told = [f'<th scope="row"{_way(first)}>{_linked(first)}</th>']
        told += [f"<td{_way(cell)}>{_linked(cell)}</td>" for cell in cells]
        told[-1] = told[-1][: -len("</td>")] + _source(origin, noted) + told[-1][-len("</td>") :]
        rows.append(f"<tr>{''.join(told)}</tr>")
    body = f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody>"
    return f'<div class="table"><table>{caption}{body}</table></div>'


def _filled(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))


def _said(inner: str, origin: Origin | None, noted: bool) -> str:
    """Words with, beside them where there is room, who said it, what kind of statement it is and when."""
    source = _source(origin, noted)
    return f'<div class="said">{inner}{source}</div>' if source else inner


def _source(origin: Origin | None, noted: bool) -> str:
    if not (noted and origin and origin.words):
        return ""
    return f'<small class="origin"><span class="unseen">Herkomst: </span>{_text(origin.words)}</small>'


def _way(*told: str) -> str:
    """The direction of a paragraph where it is not that of Dutch, as on paper (bidi.begins_right)."""
    return ' dir="rtl"' if begins_right("".join(told)) else ""


def _isolated(text: str) -> str:
    """The text with each stretch that runs to the left kept to itself: the age behind a name stays behind it."""
    return "".join(f"<bdi>{_text(part)}</bdi>" if runs_left(part) else _text(part) for part in stretches(text))


def _told(runs: Sequence[Text]) -> list[str]:
    return [each.text for each in runs]


def _words(runs: Sequence[Text]) -> str:
    out = ""
    for text in runs:
        words = f"<bdi>{_text(in_quotes(text.text))}</bdi>" if text.quoted else _linked(text.text)
        out += f"<strong>{words}</strong>" if text.strong else words
    return out


def _linked(text: str) -> str:
    """Text in which a web address opens just what is written there."""
    out, start = "", 0
    text = clean(text)
    for found in ADDRESS.finditer(text):
        shown = found.group()
        target = shown if shown.startswith("http") else f"https://{shown}"
        out += f'{escape(text[start : found.start()])}<a href="{escape(target)}">{escape(shown)}</a>'
        start = found.end()
    return out + escape(text[start:])


def _text(text: str) -> str:
    return escape(clean(text))


def _code(code: str, kind: str = "code") -> str:
    return f'<span class="{kind}">{_text(code)}</span>'


def _icon(name: str) -> str:
    """A shipped icon inside the page, unseen by reading aids: the words beside it say the same."""
    svg = (files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    svg = re.sub(r"<!--.*?-->|\s+class=\"[^\"]*\"", "", svg, flags=re.DOTALL)
    return re.sub(r"\s+", " ", svg).strip().replace("<svg", '<svg class="icon" aria-hidden="true"', 1)
