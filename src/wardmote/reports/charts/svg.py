"""From a chart to SVG text that may stand in a page beside others."""

import hashlib
import re
from html import escape
from typing import TYPE_CHECKING

from wardmote.reports.charts.theme import config

if TYPE_CHECKING:
    import altair

_ROLES = re.compile(r' (?:role|aria-[a-z]+|class|pointer-events)="[^"]*"')
_SIZE = re.compile(r'<svg [^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>')
_OWN_ID = re.compile(r'(\bid="|url\(#|xlink:href="#|href="#)([^")]+)')


def to_svg(chart: "altair.TopLevelMixin", *, alt: str) -> str:
    """Draw a chart. The same chart always gives the same text, and its ids are unlike any other chart's."""
    import vl_convert

    drawn = vl_convert.vegalite_to_svg(chart.to_dict(validate=False) | {"config": config()}, allowed_base_urls=[])
    return tidy_svg(drawn, alt=alt)


def tidy_svg(svg: str, *, alt: str) -> str:
    """Make the picture one image with `alt` as its words, scaling to its place, with ids of its own."""
    size = _SIZE.search(svg)
    if size is None:
        raise ValueError("the drawing has no view box")
    width, height = size[1], size[2]
    body = _named_in_order(_ROLES.sub("", svg[size.end() :]))
    mark = hashlib.sha256(f"{alt}{body}".encode()).hexdigest()[:10]
    body = _OWN_ID.sub(rf"\g<1>c{mark}-\g<2>", body)
    opening = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" aria-label="{escape(alt)}">'
    )
    return opening + body


def _named_in_order(body: str) -> str:
    """The drawing library numbers ids through the life of the process: here they count from nought in each picture."""
    order = {name: f"{k}" for k, name in enumerate(dict.fromkeys(found[2] for found in _OWN_ID.finditer(body)))}
    return _OWN_ID.sub(lambda found: f"{found[1]}{order[found[2]]}", body)
