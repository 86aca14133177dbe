"""A row of a series as people read it."""

from wardmote.measures.series import SeriesRow


def cells(row: SeriesRow) -> tuple[str, ...]:
    """Area, period, value, interval, count, base and status; a gap is said and never a zero."""
    interval = "" if row.lower is None else f"{figure(row.lower)} to {figure(row.upper)}"
    count = "" if row.count is None else f"{row.count:,}"
    base = "" if row.base is None else f"{row.base:,.0f}"
    return row.area_name, row.period, figure(row.value), interval, count, base, row.status


def expected_cell(row: SeriesRow) -> str:
    """What a provisional period will have in the end, with its interval; empty where all of it is in."""
    if row.expected is None:
        return ""
    return f"{figure(round(row.expected, 1))} ({figure(row.expected_lower)} to {figure(row.expected_upper)})"


def figure(value: float | None) -> str:
    """A number with commas, and decimals only where they matter."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if value == round(value) or abs(value) >= 100 else f"{value:.2f}"
