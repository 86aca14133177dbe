"""`wardmote calendar`: what each partner owes by law, by when, and what has come."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from wardmote.cli.measure import Form
from wardmote.cli.options import AsOfLoad, WorkspaceOption, open_workspace
from wardmote.errors import BadInput

if TYPE_CHECKING:
    from wardmote.evidence.duties.calendar import DutyCalendar


def calendar(
    *,
    year: Annotated[str, typer.Option(help="The financial year that the information is about, such as 2024-25.")],
    on: Annotated[str | None, typer.Option(help="The day to look at it from, such as 2025-06-30; else today.")] = None,
    form: Annotated[Form, typer.Option("--as", help="How to print it.")] = Form.table,
    workspace: WorkspaceOption = None,
    as_of_load: AsOfLoad = None,
) -> None:
    """Say what each partner owes under section 17A: due, arrived, late, missing, complete or not, and whom to ask."""
    from wardmote.definitions.rules import find_rule_pack
    from wardmote.evidence.duties.calendar import SECTION_17A, duty_calendar
    from wardmote.evidence.duties.exchange import to_csv, to_json
    from wardmote.measures.periods import financial_year

    months = financial_year(year)
    if months is None:
        raise BadInput(f"“{year}” is not a financial year", where="--year", do="write it like 2024-25")
    place = open_workspace(workspace)
    found = duty_calendar(
        place.evidence(as_of_load=as_of_load),
        find_rule_pack(SECTION_17A, place.folder / "rules"),
        first=months[0],
        last=months[1],
        on=_day(on),
        cards=place.folder / "cards",
    )
    if form is Form.table:
        _print(found)
    else:
        typer.echo(to_csv(found) if form is Form.csv else to_json(found), nl=form is Form.json)


def _day(text: str | None) -> date:
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(f"“{text}” is not a day", where="--on", do="write it like 2025-06-30") from error


def _print(found: "DutyCalendar") -> None:
    from rich.table import Table

    from wardmote.cli.screen import console
    from wardmote.evidence.duties.officers import NOBODY
    from wardmote.evidence.duties.wording import sentences_of

    screen = console()
    for sentence in sentences_of(found):
        screen.print(sentence, markup=False)
    table = Table("Partner", "Source", "Period", "Due", "Status", "Came", box=None, pad_edge=False)
    for heading in ("Load", "Rows"):
        table.add_column(heading, justify="right")
    table.add_column("Liaison officer")
    for one in found.supplies:
        came = "" if one.received is None else one.received.isoformat()
        load = "" if one.load is None else str(one.load)
        cells = (one.partner, one.source, one.period, one.due.isoformat(), one.status, came, load, f"{one.rows:,}")
        table.add_row(*cells, one.officer or NOBODY)
    screen.print()
    screen.print(table)
    for line in (*found.rules.sources, *found.rules.caveats):
        screen.print(line, markup=False)
