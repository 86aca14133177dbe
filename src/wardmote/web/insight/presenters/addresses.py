"""Addresses of pages and of what they download, with the reader's choices in them."""

from urllib.parse import urlencode

from wardmote.web.core.wording import month_value
from wardmote.web.insight.queries.choices import Choices


def choices_query(choices: Choices, **changes: str) -> str:
    """The query that brings these choices back, with `changes` made to it."""
    query = {
        "by": choices.by,
        "period": choices.period,
        "from": month_value(choices.start),
        "to": month_value(choices.end),
        "area": choices.area.code if choices.area else "",
        **changes,
    }
    return urlencode({name: value for name, value in query.items() if value})


def measure_address(measure_id: str, *, query: str = "", part: str = "") -> str:
    """A measure's page, or one `part` of it such as `chart.svg`."""
    address = f"/measures/{measure_id}/{part}"
    return f"{address}?{query}" if query else address
