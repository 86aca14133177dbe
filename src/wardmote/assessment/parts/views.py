"""What people think: the newest survey of each kind, with all that has to stand beside its percentages."""

from collections.abc import Sequence

from wardmote.assessment.document import Block, Paragraph, Table
from wardmote.assessment.facts import Facts
from wardmote.assessment.wording import interval, number
from wardmote.errors import NotAvailable
from wardmote.measures.surveys.result import SurveyResult, SurveyRow

_MOST_ANSWERS = 8


def views(facts: Facts) -> list[Block]:
    """A table for each survey that was loaded: what is chosen most where people choose, else what each question gave."""
    surveys = facts.surveys()
    if not surveys:
        raise NotAvailable(
            "a survey of residents and people who work in the area",
            do="load the survey\N{RIGHT SINGLE QUOTATION MARK}s answers, with the wording of its questions, its base and its weights",
        )
    return [block for results in surveys for block in _survey(results)]


def _survey(results: Sequence[SurveyResult]) -> list[Block]:
    """Where people choose among several answers, that question tells what they mind most."""
    chosen = next((result for result in results if result.ranking), None)
    first = results[0]
    told = f" {chosen.ranking}" if chosen else ""
    moved = " ".join(change.sentence for result in results for change in result.changes if change.distinguishable)
    who = f"{first.title}, {first.wave}: {first.respondents:,} people answered, of {first.population}."
    # A group that answered far more than its share has to be told in the same breath as what was answered.
    told += "".join(f" {warning}" for warning in first.warnings if "over-represented" in warning)
    rows = _ranked(chosen.rows) if chosen else [row for result in results for row in _nets(result.rows)]
    table = _table(first, rows, wording=chosen.wording if chosen else "")
    return [Paragraph(f"{who}{told} {moved}".strip(), see=(table.id,)), table]


def _ranked(rows: Sequence[SurveyRow]) -> list[SurveyRow]:
    return sorted((row for row in rows if row.percent is not None), key=lambda row: -(row.percent or 0))[:_MOST_ANSWERS]


def _nets(rows: Sequence[SurveyRow]) -> list[SurveyRow]:
    """Answers taken together where the card has such, else all of them."""
    return [row for row in rows if row.is_net] or list(rows)


def _table(first: SurveyResult, rows: Sequence[SurveyRow], *, wording: str) -> Table:
    return Table(
        id=f"views-{first.survey}",
        title=f"{first.title}, {first.wave}: {wording or 'what people answered'}",
        header=("Answer", "Share", "95% interval", "People who answered"),
        rows=tuple(_row(row, has_wording=not wording) for row in rows),
        source=f"{first.title}, {first.wave}",
        period=first.wave,
        caveats=(*first.warnings, *first.caveats, first.weighting),
        numeric=(1, 2, 3),
    )


def _row(row: SurveyRow, *, has_wording: bool) -> tuple[str, ...]:
    name = f"{row.wording} {row.answer.capitalize()}" if has_wording else row.answer.capitalize()
    if row.percent is None or row.lower is None or row.upper is None:
        return (name, "too few to show", "", number(row.base, unit="count"))
    share = number(row.percent, unit="%")
    return (name, share, interval(row.lower, row.upper, unit="%"), number(row.base, unit="count"))
