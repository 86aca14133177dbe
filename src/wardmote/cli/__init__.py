"""The command line. Each command is thin: it reads its words, calls one thing, and prints what came of it.

Heavy modules are imported inside the commands, so that `wardmote --help` answers at once.
"""

import os
import sys

import typer

from wardmote import __version__
from wardmote.cli import (
    account,
    assess,
    audit,
    calendar,
    card,
    database,
    demo,
    digest,
    fetch,
    init,
    kpi,
    late,
    link,
    load,
    measure,
    serve,
    status,
    survey,
)
from wardmote.errors import WardmoteError

INTERRUPTED = 130

app = typer.Typer(
    help="Runs a Community Safety Partnership: from raw files to findings that can be believed.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("init")(init.init)
app.add_typer(fetch.app, name="fetch")
app.command("load")(load.load)
app.command("loads")(load.loads)
app.command("quarantine")(load.quarantine)
app.add_typer(card.app, name="card")
app.command("pseudonymise")(card.pseudonymise)
app.add_typer(link.app, name="link")
app.command("status")(status.status)
app.command("measures")(measure.measures)
app.command("measure")(measure.measure)
app.command("late")(late.late)
app.command("calendar")(calendar.calendar)
app.add_typer(survey.app, name="survey")
app.command("assess")(assess.assess)
app.command("kpi")(kpi.kpi)
app.add_typer(database.app, name="database")
app.add_typer(account.app, name="account")
app.add_typer(audit.app, name="audit")
app.add_typer(digest.app, name="digest")
app.command("serve")(serve.serve)
app.command("demo")(demo.demo)


@app.callback(invoke_without_command=True)
def version(*, version: bool = typer.Option(default=False, help="Print the version and stop.")) -> None:
    """Runs a Community Safety Partnership: from raw files to findings that can be believed."""
    if version:
        typer.echo(f"wardmote {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line; every fault a person can mend is one sentence on standard error, and a non-zero exit."""
    # Many small fits run faster on one thread each than with a pool of threads that wait for each other.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        app()
    except WardmoteError as error:
        typer.echo(error.sentence, err=True)
        sys.exit(1)
    except SystemExit as end:
        # Typer ends an interrupted command with this code, and without a word.
        if end.code == INTERRUPTED:
            typer.echo("Stopped. Nothing was left half-done.", err=True)
        raise
