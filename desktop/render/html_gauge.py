"""The gauge of a goal for a web page, from the same geometry as on the screen and on paper."""

from __future__ import annotations

from html import escape

from casework.handover.blocks import Goal
from casework.handover.wording import goal_line, scores
from desktop.render import style as s
from desktop.render.characters import clean
from desktop.render.geometry import goal_gauge, triangle

_WIDTH, _HEIGHT, _EDGE, _AXIS = 260.0, 66.0, 12.0, 40.0


def gauge(goal: Goal) -> str:
    """An image in the page with a title and the scores in words."""
    drawn = goal_gauge(goal.start, goal.target, goal.start, _WIDTH - 2 * _EDGE)
    parts = [_line(0, _WIDTH - 2 * _EDGE, s.EDGE, 1.2)]
    for tick in drawn.ticks:
        x = _EDGE + tick.x
        parts.append(f'<path d="M{x:.1f} {_AXIS - 5}v10" stroke="{s.EDGE}"/>')
        parts.append(_words(x, _AXIS + 20, tick.label, "middle"))
    if drawn.between:
        parts.append(_line(*drawn.between, s.PRIMARY, 5))
    if drawn.target is not None:
        x = _EDGE + drawn.target
        points = " ".join(f"{px:.1f},{py:.1f}" for px, py in triangle((x, _AXIS - 11), 13, 10))
        parts.append(f'<path d="M{x:.1f} {_AXIS + 5}v-17" stroke="{s.PRIMARY}" stroke-width="2"/>')
        parts.append(f'<polygon points="{points}" fill="{s.PRIMARY}"/>')
    if drawn.ring is not None:
        circle = f'cx="{_EDGE + drawn.ring:.1f}" cy="{_AXIS}" r="6"'
        parts.append(f'<circle {circle} fill="{s.WHITE}" stroke="{s.PRIMARY}" stroke-width="2.4"/>')
    now, aim = scores(goal)
    parts += [_words(0, 13, now, "start"), _words(_WIDTH, 13, aim, "end")]
    title, told = escape(clean(f"Doel {goal.code}")), escape(clean(goal_line(goal)))
    # No identifiers: the same goal may stand on the cover and in its section.
    return (
        f'<svg class="gauge" role="img" viewBox="0 0 {_WIDTH:.0f} {_HEIGHT:.0f}" aria-label="{told}">'
        f"<title>{title}</title><desc>{told}</desc>{''.join(parts)}</svg>"
    )


def _line(start: float, end: float, ink: str, width: float) -> str:
    place = f'x1="{_EDGE + start:.1f}" x2="{_EDGE + end:.1f}" y1="{_AXIS}" y2="{_AXIS}"'
    return f'<line {place} stroke="{ink}" stroke-width="{width}"/>'


def _words(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="13" fill="{s.QUIET}" text-anchor="{anchor}">{escape(text)}</text>'
