"""The thread on paper: question, need, goal and product, each with its framed code."""

from __future__ import annotations

from dataclasses import replace

from casework.handover.blocks import Goal, Thread
from casework.handover.wording import goal_details, goal_line, in_quotes, loose_end
from desktop.render import style as s
from desktop.render.desk import Desk, column
from desktop.render.gauge import WIDTH as GAUGE_WIDTH
from desktop.render.gauge import goal_figure
from desktop.render.lines import lines
from desktop.render.pieces import Piece, row
from desktop.render.spans import code, run

_GOAL_PADDING = 2.0


def thread(desk: Desk, block: Thread) -> Piece:
    """The framed code, the words, the codes it belongs to, and in words what is not tied up."""
    style, owner = desk.style, desk.parent
    size = style.body

    def make(width: float) -> Piece:
        element = owner.add("P")
        ink = s.CARE if block.loose else s.PRIMARY
        sign = lines(element, [code(block.code, size, ink, loose=bool(block.loose))], s.CODE_COLUMN, size.line)
        words = [run(block.text, size)]
        belongs = " Hoort bij " if block.text.rstrip()[-1:] in ".!?”" else " hoort bij "
        for number, other in enumerate(block.belongs_to):
            words += [run(" " if number else belongs, style.small, ink=s.QUIET), code(other, size, s.PRIMARY)]
        parts = [lines(element, words, width - s.CODE_COLUMN, size.line + 1)]
        if loose := loose_end(block):
            words = [run(loose, size, "bold", s.CARE)]
            parts.append(lines(owner.add("P"), words, width - s.CODE_COLUMN, size.line))
        made = row([(0.0, sign), (s.CODE_COLUMN, column(parts))], width)
        return replace(made, before=desk.style.gap, after=desk.style.gap)

    return desk.with_note(make, block.origin, owner)


def goal(desk: Desk, block: Goal) -> Piece:
    """The owner's words, how it is measured, and the gauge."""
    style, owner = desk.style, desk.parent
    width = s.WIDTH - s.CODE_COLUMN - GAUGE_WIDTH - 16
    element = owner.add("P")
    sign = lines(element, [code(block.code, style.strong, s.PRIMARY)], s.CODE_COLUMN, style.strong.line)
    parts = [lines(element, [run(in_quotes(block.words), style.strong, "bold")], width, style.strong.line, keep=True)]
    if details := goal_details(block):
        parts.append(lines(owner.add("P"), [run(details, style.small, ink=s.QUIET)], width, style.small.line, before=2))
    parts += desk.source_line(block.origin, owner, width)
    figure = goal_figure(owner.add("Figure", alternative=goal_line(block)), block)
    cells = [(0.0, sign), (s.CODE_COLUMN, column(parts)), (s.WIDTH - GAUGE_WIDTH, figure)]
    return replace(row(cells, s.WIDTH, _GOAL_PADDING), before=style.gap, after=0, line_above=s.LINE)
