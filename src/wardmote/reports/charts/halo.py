"""Words that stay readable where a line or a bar runs behind them."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import altair


def text_with_halo(data: "altair.Chart", **style: Any) -> "list[altair.Chart]":
    """The same words twice: first with a broad white edge, then as they are."""
    return [data.mark_text(**{**style, "color": "white", "stroke": "white", "strokeWidth": 5}), data.mark_text(**style)]
