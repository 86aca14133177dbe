"""`wardmote survey`: what residents said, with all that has to stand beside a percentage."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from wardmote.cli.measure import Form
from wardmote.cli.options import AsOfLoad, WorkspaceOption, open_workspace

if TYPE_CHECKING:
    from wardmote.measures.surveys.result import SurveyResult, SurveyRow

_SHOW = "show"


class _Surveys(TyperGroup):
    """`wardmote survey peoples-panel` is short for `wardmote survey show peoples-panel`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            args = [_SHOW, *args]
        return super().parse_args(ctx, args)


app = typer.Typer(cls=_Surveys, help="What residents said in surveys.", no_args_is_help=True, rich_markup_mode=None)


@app.command(_SHOW)
def show(
    id: Annotated[str, typer.Argument(help="The survey (see: wardmote survey list).")],
    *,
    wave: Annotated[str | None, typer.Option(help="The wave; the newest that is loaded if you do not say.")] = None,
    question: Annotated[str | None, typer.Option(help="One question; all of them if you do not say.")] = None,
    by: Annotated[
        str | None, typer.Option(help="Also by the groups of this profile item, such as age or town.")
    ] = None,
    form: Annotated[Form, typer.Option("--as", help="How to print it.")] = Form.table,
    workspace: WorkspaceOption = None,
    as_of_load: AsOfLoad = None,
) -> None:
    """Print a survey's percentages with base, interval and wording, who answered, and what moved since the wave before."""
    from wardmote.definitions.survey_cards import find_survey_card
    from wardmote.measures.surveys.asking import survey_results
    from wardmote.measures.surveys.exchange import to_csv, to_json

    place = open_workspace(workspace)
    card = find_survey_card(id, place.folder / "surveys")
    results = survey_results(place.evidence(as_of_load=as_of_load), card, wave=wave, question=question, by=by)
    if form is Form.table:
        for number, result in enumerate(results):
            _print(result, is_first=number == 0)
    else:
        typer.echo(to_csv(results) if form is Form.csv else to_json(results), nl=form is Form.json)


@app.command("list")
def list_surveys(*, workspace: WorkspaceOption = None) -> None:
    """List every survey that has a card, its questions, and the waves that are loaded."""
    from wardmote.definitions.survey_cards import all_survey_cards
    from wardmote.measures.surveys.wave import waves_held

    place = open_workspace(workspace)
    evidence = place.evidence()
    for card in all_survey_cards(place.folder / "surveys"):
        held = ", ".join(waves_held(evidence, card)) or "none yet"
        typer.echo(f"{card.id}: {card.title}. Waves loaded: {held}.")
        for id_, question in card.questions.items():
            typer.echo(f"  {id_:<24}{question.wording}")


@app.command("check")
def check(
    *,
    percent: Annotated[str, typer.Option(help="The percentage as it was printed, such as 14.8.")],
    base: Annotated[int, typer.Option(help="How many answers it is said to stand on.")],
    before: Annotated[str | None, typer.Option(help="The percentage that it was compared with, such as 8.5.")] = None,
) -> None:
    """Say whether any whole number of answers gives a printed percentage; the exit is 1 where none does."""
    from wardmote.measures.surveys.checking import check_percentage, compare_percentages

    found, sentence = check_percentage(percent, base=base)
    typer.echo(sentence)
    if before is not None:
        typer.echo(compare_percentages(before, percent))
    if not found.is_attainable:
        raise typer.Exit(1)


def _print(result: "SurveyResult", *, is_first: bool) -> None:
    from wardmote.cli.screen import console

    screen = console()
    if is_first:
        screen.print(f"{result.title}, {result.wave}: {result.respondents:,} answered", style="bold")
        for line in (*result.warnings, *result.caveats, result.weighting):
            screen.print(line, markup=False)
    screen.print(f"\n{result.question}: {result.wording}", style="bold", markup=False)
    _print_rows(result.rows)
    if result.ranking:
        screen.print(result.ranking, markup=False)
    told = [change for change in result.changes if change.distinguishable or len(result.changes) == 1]
    for change in told:
        screen.print(f"{change.sentence}\n  [{change.method}]", markup=False)
    if rest := len(result.changes) - len(told):
        screen.print(f"{rest} answers are not told apart from the wave before (--as json gives each).", markup=False)


def _print_rows(rows: "tuple[SurveyRow, ...]") -> None:
    from rich.table import Table

    from wardmote.cli.screen import console

    table = Table("Among", "Answer", box=None, pad_edge=False)
    for heading in ("%", "95% interval", "Unweighted %", "Base", "Effective base", "Design effect", "Status"):
        table.add_column(heading, justify="right")
    for row in rows:
        interval = "" if row.lower is None else f"{row.lower:.1f} to {row.upper:.1f}"
        effect = "" if row.design_effect is None else f"{row.design_effect:.2f}"
        effective = "" if row.effective_base is None else f"{row.effective_base:,.0f}"
        name = f"{row.answer} (net)" if row.is_net else row.answer
        percents = _percent(row.percent), interval, _percent(row.unweighted_percent)
        table.add_row(row.group or "everyone", name, *percents, f"{row.base:,}", effective, effect, row.status)
    console().print(table)


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"
