"""The map of groups drawn: the same tree that stands above it in words."""

from collections.abc import Iterator, Sequence
from html import escape
from textwrap import wrap

from wardmote.web.governance.presenters.groups import Node

_ROW, _STEP, _BOX, _CHARACTERS = 52, 36, 300, 32
_LINE = "#505a5f"
_INK = "#0b0c0c"


def tree_svg(nodes: Sequence[Node]) -> str:
    """A tree from top to bottom, one row for each group, with a line from each to what it reports to."""
    rows = list(_rows(nodes, 0, None))
    width = max(depth for _, depth, _ in rows) * _STEP + _BOX + 10
    height = len(rows) * _ROW + 10
    parts = [_part(node, depth, number, parent) for number, (node, depth, parent) in enumerate(rows)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-label="The groups and to whom each reports, as listed above">{"".join(parts)}</svg>'
    )


def _rows(
    nodes: Sequence[Node], depth: int, parent: int | None, start: int = 0
) -> Iterator[tuple[Node, int, int | None]]:
    number = start
    for node in nodes:
        yield node, depth, parent
        mine, number = number, number + 1
        for found in _rows(node.below, depth + 1, mine, number):
            yield found
            number += 1


def _part(node: Node, depth: int, number: int, parent: int | None) -> str:
    left, top = depth * _STEP + 5, number * _ROW + 5
    lines = wrap(node.text, _CHARACTERS, max_lines=2, placeholder="…")
    words = "".join(
        f'<text x="{left + 10}" y="{top + (27 if len(lines) == 1 else 18 + 17 * place)}" font-family="arial, sans-serif" '
        f'font-size="14" fill="{_INK}">{escape(line)}</text>'
        for place, line in enumerate(lines)
    )
    box = f'<rect x="{left}" y="{top}" width="{_BOX}" height="{_ROW - 10}" fill="#fff" stroke="{_INK}"/>'
    if parent is None:
        return box + words
    across = left - _STEP + 18
    way = f"M{across} {parent * _ROW + _ROW - 5}V{top + 21}H{left}"
    return f'<path d="{way}" fill="none" stroke="{_LINE}" stroke-width="2"/>{box}{words}'
