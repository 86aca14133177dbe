"""Rows of a partner's file as tallies: what arrives already counted, by period and area."""

from wardmote.evidence.dock.cells import number_sql
from wardmote.evidence.dock.fields import Fields, Plan
from wardmote.evidence.duck import named, quoted

_LONGEST = {"day": "1 DAY", "month": "1 MONTH", "quarter": "3 MONTH", "year": "1 YEAR"}


def plan_tallies(fields: Fields) -> Plan:
    """How the rows of a file with these fields become tallies; `.value.<item>` holds the figure of each item."""
    items = [item for item in fields.card.values if fields.has(f"values.{item}")]
    cells = {item: named(f"values.{item}") for item in items}
    first, last = named("at.first"), named("at.last")
    select = {
        "first": f"CAST({first} AS DATE)",
        "last": f"CAST({last} AS DATE)",
        "item": fields.word("item"),
        "detail": fields.word("detail"),
        "area_kind": f"nullif({quoted(fields.card.area_kind)}, '')",
        "area_code": f"upper({fields.text('area_code')})",
        "area_name": fields.text("area_name"),
        **{f".value.{item}": number_sql(cell) for item, cell in cells.items()},
    }
    unread = (
        (f"{cell} IS NOT NULL AND {number_sql(cell)} IS NULL", f"the figure of {item} is not a number")
        for item, cell in cells.items()
    )
    checks = (
        (f"{first} IS NULL OR {last} IS NULL", "the period is not written as the card says"),
        (f"{last} < {first}", "the period ends before it begins"),
        *fields.requirements(),
        *unread,
        (f"coalesce({', '.join(cells.values())}) IS NULL", "no figure is given"),
    )
    return Plan(select, checks, _period(fields))


def _period(fields: Fields) -> dict[str, str]:
    """The first day and the last, from dates or from a year (and quarter) in words."""
    if fields.has("first"):
        first = fields.moment("first")
        if fields.has("last"):
            return {"at.first": first, "at.last": fields.moment("last")}
        begin = f"date_trunc('{fields.card.period}', {first})"
        return {"at.first": begin, "at.last": f"{begin} + INTERVAL {_LONGEST[fields.card.period]} - INTERVAL 1 DAY"}
    year = fields.text("year")
    is_of_two = rf"regexp_matches({year}, '^(19|20)[0-9]{{2}} *[-/–] *[0-9]{{2,4}}$')"
    number = f"TRY_CAST(regexp_extract({year}, '(19|20)[0-9]{{2}}') AS INTEGER)"
    begins = f"CASE WHEN {is_of_two} THEN {fields.card.year_begins} ELSE 1 END"
    is_year = rf"({is_of_two} OR regexp_full_match({year}, '(19|20)[0-9]{{2}}'))"
    begin = f"CASE WHEN {is_year} THEN CAST(make_date({number}, {begins}, 1) AS TIMESTAMP) END"
    if not fields.has("quarter"):
        return {"at.first": begin, "at.last": f"{begin} + INTERVAL 1 YEAR - INTERVAL 1 DAY"}
    quarter = f"TRY_CAST(regexp_extract({fields.text('quarter')}, '[1-4]') AS INTEGER)"
    begin = f"{begin} + to_months(3 * ({quarter} - 1))"
    return {"at.first": begin, "at.last": f"{begin} + INTERVAL 3 MONTH - INTERVAL 1 DAY"}
