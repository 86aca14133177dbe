"""The calendar of section 17A: what is owed now and by whom, then every partner by information period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wardmote.assessment.wording import listing
from wardmote.evidence.duties.calendar import Status, Supply
from wardmote.evidence.duties.officers import NOBODY, Liaison
from wardmote.evidence.duties.wording import sentences_of
from wardmote.web.core.components import Cell, Input, Line, Link, Option, OptionGroup, Select, Table
from wardmote.web.core.wording import month_name, plural
from wardmote.web.insight.queries.duties import DutyAnswer

_COLOURS: dict[Status, str] = {
    "on time": "green",
    "held": "blue",
    "late": "yellow",
    "incomplete": "orange",
    "missing": "red",
    "received, not loaded": "purple",
    "not due yet": "grey",
}
_OWED: tuple[tuple[Status, str, str], ...] = (
    ("missing", "is missing", "are missing"),
    ("incomplete", "is incomplete", "are incomplete"),
    ("received, not loaded", "came and is not loaded", "came and are not loaded"),
)


@dataclass(frozen=True)
class OfficerForm:
    """The form that names who answers for a source."""

    source: Select
    officer: Input
    deputy: Input
    error: str


@dataclass(frozen=True)
class DutiesPage:
    """The page, from top to bottom: `owed` and `by_whom` are its first two lines."""

    owed: str
    by_whom: str
    seen: str
    newest: Line | None
    years: Select
    table: Table
    sentences: tuple[str, ...]
    officers: OfficerForm | None
    law: tuple[str, ...]


def duties_page(answer: DutyAnswer, titles: dict[str, str], *, error: str = "") -> DutiesPage:
    """The page for an answer; `titles` are those of the sources, by id."""
    calendar = answer.calendar
    return DutiesPage(
        owed=owed_sentence(answer),
        by_whom=_by_whom(calendar.owed_now),
        seen=f"As seen on {_day(calendar.on)}.",
        newest=_newest(answer),
        years=_years(answer),
        table=_table(calendar.supplies, titles),
        sentences=sentences_of(calendar),
        officers=None if answer.is_kept_by_hand else _officers(calendar.liaisons, titles, error),
        law=(*calendar.rules.sources, *calendar.rules.caveats),
    )


def owed_sentence(answer: DutyAnswer) -> str:
    """What is owed on the day, in one sentence."""
    owed = answer.calendar.owed_now
    if not owed:
        return "Nothing is owed now: everything that was due has come."
    counts = [(sum(one.status == status for one in owed), words, more) for status, words, more in _OWED]
    told = [(count, words if count == 1 else more) for count, words, more in counts if count]
    first = f"{plural(told[0][0], 'supply of information', 'supplies of information')} {told[0][1]}"
    rest = (f"{count} {words}" for count, words in told[1:])
    return f"Owed now, by {plural(len(_partners(owed)), 'partner')}: {listing((first, *rest))}."


def _by_whom(owed: Sequence[Supply]) -> str:
    if not owed:
        return ""
    return f"By: {'; '.join(f'{partner} (ask {_asked(of)})' for partner, of in _partners(owed).items())}."


def _partners(owed: Sequence[Supply]) -> dict[str, list[Supply]]:
    found: dict[str, list[Supply]] = {}
    for one in owed:
        found.setdefault(one.partner, []).append(one)
    return found


def _asked(owed: Sequence[Supply]) -> str:
    return listing(dict.fromkeys(one.officer or "the partner: no officer is named" for one in owed))


def _newest(answer: DutyAnswer) -> Line | None:
    """Where nothing came in the periods shown, and something did before, the way there."""
    if answer.newest is None or any(one.rows for one in answer.calendar.supplies):
        return None
    year = answer.newest.year if answer.newest.month > 3 else answer.newest.year - 1
    label = f"{year}-{(year + 1) % 100:02}"
    sentence = f"The newest information that is held is of {month_name(answer.newest)}."
    return Line(sentence, Link(f"See {label}", f"/calendar/?year={label}"))


def _years(answer: DutyAnswer) -> Select:
    options = (
        Option("", "The last year, up to now", not answer.year),
        *(Option(year, f"Information about {year}", year == answer.year) for year in answer.years),
    )
    return Select("year", "Periods", (OptionGroup("", options),))


def _table(supplies: Sequence[Supply], titles: dict[str, str]) -> Table:
    periods = tuple(dict.fromkeys((one.period, one.due) for one in supplies))
    rows: dict[Liaison, dict[str, Supply]] = {}
    for one in supplies:
        rows.setdefault(one.liaison, {})[one.period] = one
    return Table(
        caption="Each partner’s information, by information period",
        heads=("Partner", "Who answers", *(f"{period}, due {_short(due)}" for period, due in periods)),
        rows=tuple(
            (
                Cell(liaison.partner, note=titles.get(liaison.source, liaison.source)),
                Cell(liaison.officer or NOBODY, note=f"or {liaison.deputy}" if liaison.deputy else ""),
                *(_supply(of_period.get(period)) for period, _ in periods),
            )
            for liaison, of_period in rows.items()
        ),
    )


def _supply(one: Supply | None) -> Cell:
    if one is None:
        return Cell("not owed")
    return Cell(one.status, tag=_COLOURS[one.status], note=_note(one))


def _note(one: Supply) -> str:
    missing = ", ".join(f"{month:%B}" for month in one.missing_months)
    parts = [f"came {_short(one.received)}" if one.received else "", f"{plural(one.rows, 'row')}" if one.rows else ""]
    parts.append(f"without {missing}" if missing and one.status == "incomplete" else "")
    return ", ".join(part for part in parts if part)


def _officers(liaisons: Sequence[Liaison], titles: dict[str, str], error: str) -> OfficerForm:
    options = tuple(
        Option(f"{one.partner}|{one.source}", f"{one.partner}: {titles.get(one.source, one.source)}")
        for one in liaisons
    )
    hint = "A role is enough, such as Prevention Data Manager. Leave out names and addresses."
    return OfficerForm(
        Select("source", "Whose information", (OptionGroup("", options),)),
        Input("officer", "Liaison officer", hint=hint, error=error),
        Input("deputy", "Deputy"),
        error,
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _short(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
