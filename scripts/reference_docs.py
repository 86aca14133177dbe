"""Writes docs/reference/ from the code: the API, the commands, the measures and the tables of the evidence store.

A test fails while a page differs from what this writes; `make docs` writes them again.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import django
import typer.main
from typer.core import TyperCommand

from wardmote.definitions.catalogue import all_measures, versions_of
from wardmote.definitions.measure import Filter, Measure
from wardmote.evidence import tables

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"
HOW_TO_RENEW = "<!-- Written by `make docs` from the code. Change the code, and run it again. -->"
SHOWN_AS = {
    "count": "a count, and a rate per 1,000 residents where the base is known",
    "proportion": "a proportion",
    "total": "a sum as it was given, without an interval",
    "latest": "the newest figure at the end of the period, without an interval",
    "repeat people": "the share of people with another such event within so many months of their first",
    "repeat events": "the share of events whose person had another in the months before",
    "follow-up": "the share of people with such an event after they started or completed a programme",
    "severity": "a sum of the publisher’s weights, and for each 1,000 residents where they are known",
}


def pages() -> dict[str, str]:
    """Each page's file name and text."""
    return {
        "api.md": page("The REST API", api_lines()),
        "commands.md": page("Commands", command_lines()),
        "measures.md": page("Measures", measure_lines()),
        "tables.md": page("Tables of the evidence store", table_lines()),
    }


def page(title: str, lines: Iterator[str]) -> str:
    """A whole page."""
    return "\n".join([f"# {title}", "", HOW_TO_RENEW, *lines]).rstrip() + "\n"


def api_lines() -> Iterator[str]:
    """Every operation of the API, by the part of the site that it belongs to."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wardmote.web.config.settings")
    django.setup()
    from wardmote.web.core.api.wording import rooms_said

    yield from [
        "",
        "How a program uses it: [the API](../how-to/api.md). `/api/v1/openapi.json` describes the same for tools.",
    ]
    for room, operations in rooms_said():
        yield from ["", f"## {room}"]
        for one in operations:
            yield from ["", f"### {one.name}", "", f"{one.sentence} For {one.who}.", ""]
            yield f"- {' and '.join(one.methods)} `{one.address}`"
            if one.holds:
                yield f"- holds {', '.join(f'`{name}`' for name in one.holds)}"
            rows = [f"| `{field.name}` | {field.kind} | {cell(field.words)} |" for field in one.takes]
            yield from ["", "| field | holds | what it is |", "|---|---|---|", *rows] if rows else []


def command_lines() -> Iterator[str]:
    """Every command with its arguments and options."""
    from wardmote.cli import app

    yield from lines_of_command(typer.main.get_command(app), "wardmote")


def lines_of_command(command: TyperCommand, name: str) -> Iterator[str]:
    """One command, and those below it."""
    context = typer.Context(command, info_name=name)
    inner = getattr(command, "commands", {})
    if not inner:
        yield from ["", f"## {name}", "", (command.help or "").split("\f")[0].strip(), ""]
        rows = [f"| `{cell(written)}` | {cell(help_text)} |" for written, help_text in records(command, context)]
        yield from ["| option | what it does |", "|---|---|", *rows] if rows else []
    for word, below in sorted(inner.items()):
        if not below.hidden:
            yield from lines_of_command(below, f"{name} {word}")


def records(command: TyperCommand, context: typer.Context) -> Iterator[tuple[str, str]]:
    """How each argument and option is written, and its help."""
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if parameter.name != "help" and record:
            yield re.sub(r"<list\[(\w+)\]>", r"<\1> ...", record[0]), record[1]


def measure_lines() -> Iterator[str]:
    """Every measure of the catalogue."""
    for measure in all_measures():
        yield from ["", f"## {measure.id}", "", f"**{measure.title}**, version {measure.version}. {measure.why}", ""]
        yield from (f"- {line}" for line in facts(measure))


def facts(measure: Measure) -> Iterator[str]:
    """What a measure counts, and what to mind."""
    yield f"Counts {in_words(measure.numerator)}" + (
        f", of all {in_words(measure.denominator)}" if measure.denominator else ""
    )
    yield f"Shown as {SHOWN_AS[measure.calculation]}"
    yield from facts_of_time(measure)
    if measure.severity:
        yield f"Weighed by the {measure.severity.title}, by `{measure.severity.by}`"
    if measure.base != "residents":
        yield f"Rates are of {'people there on a workday' if measure.base == 'workday' else 'visitors'}"
    if measure.rate_per != 1000:
        yield f"Rates are for each {measure.rate_per:,}"
    if measure.people:
        yield f"People: each {measure.people.role}, looked at for {measure.people.months} months"
    if follow_up := measure.follow_up:
        yield f"Followed: each {follow_up.role} on “{follow_up.programme}”, {follow_up.months} months from {follow_up.clock}"
    if measure.benchmark:
        yield f"Benchmark: {measure.benchmark.lower:g} to {measure.benchmark.upper:g} ({measure.benchmark.source})"
    if aim := measure.yearly_aim:
        yield f"Aim: {aim.each_year} each year than the year before: “{aim.wording}” ({aim.set_by})"
    if measure.owner:
        yield f"Owner: {measure.owner}"
    if measure.asked_for_by:
        yield f"Asked for by: {', '.join(measure.asked_for_by)}"
    yield from (f"Mind: {caveat}" for caveat in measure.caveats)
    yield f"Source: {measure.source}"


def facts_of_time(measure: Measure) -> Iterator[str]:
    """By which day it counts, what comes late, and what an earlier version did otherwise."""
    what = measure.numerator
    if what.table == "events" and what.dated_by == "recorded":
        yield "Counted in the month of recording, or where the file does not give it the month in which it happened"
    if what.dated_by == "occurred":
        yield (
            "Counted in the month in which it happened: a month is provisional while fewer than"
            f" {measure.settled_share:.0%} of its records are expected to be in"
        )
    if what.historical_after_months:
        yield f"Counted apart: what had happened more than {what.historical_after_months} months before it was recorded"
    for earlier in versions_of(measure.id)[1:]:
        since = f"until {measure.valid_from}" if measure.valid_from else "on request"
        yield f"Version {earlier.version} ({since}) differs: {measure.changed or 'see the file'}"


def in_words(rows: Filter) -> str:
    """The rows that a filter picks out."""
    conditions = [f"`{field}` is {' or '.join(values)}" for field, values in rows.where.items()]
    conditions += [f"flagged {flag}" for flag in rows.flags] + [f"{flag} is answered" for flag in rows.answered]
    conditions += [f"in {rows.within}"] if rows.within else []
    wanted = " and ".join(conditions)
    return f"{rows.unit} of `{rows.table}`" + (f" where {wanted}" if wanted else "")


def table_lines() -> Iterator[str]:
    """Every table of the evidence store, with its columns."""
    found = [value for value in vars(tables).values() if isinstance(value, tables.Table)]
    for table in found:
        slices = f"One slice is one {' and '.join(table.slice_by)}." if table.slice_by else "It is one slice."
        yield from ["", f"## {table.name}", "", f"{table.holds[0].upper()}{table.holds[1:]}. {slices}", ""]
        yield from ["| column | type | holds |", "|---|---|---|"]
        yield from (f"| `{column.name}` | {column.type.lower()} | {cell(column.holds)} |" for column in table.columns)


def cell(text: str) -> str:
    """Text that may stand in a table."""
    return " ".join(text.split()).replace("|", "\\|")


def main() -> None:
    """Writes every page."""
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"docs/reference/{name}")


if __name__ == "__main__":
    main()
