"""Series and assessments made up by hand, small enough to check by eye."""

import html
from dataclasses import replace
from datetime import date

import numpy as np

from wardmote.assessment.document import Assessment, Bullets, Figure, Paragraph, Section, Subheading, Table, Waiting
from wardmote.assessment.drawings import AreaFunnel, AreaMap, Control, Gradient, Lines, Ranked, Season
from wardmote.definitions.measure import Filter, Measure
from wardmote.measures.periods import add_months
from wardmote.measures.series import Area, Period, Series
from wardmote.measures.standing import standing_of
from wardmote.reports import papers
from wardmote.statistics.control import control_chart
from wardmote.statistics.inequality import inequality_of_rates

# What breaks careless templates: markup of HTML, of Typst, of Vega and of CSV, and letters from elsewhere.
AWKWARD = 'Ynys & <b>Môn</b> #set $x$ *bold* _it_ @ref "q" {{ y }} \\ `code` ~ = ŵ'


def measure(short_title="Burglary", *, counts="crimes", id_="burglary"):
    return Measure(
        id=id_,
        title=short_title,
        short_title=short_title,
        noun=counts,
        counts=counts,
        numerator=Filter(),
        why="It matters.",
        caveats=("Mind this.",),
        source="An invented source",
    )


def months(count, *, first=date(2022, 4, 1)):
    days = [add_months(first, k) for k in range(count)]
    return tuple(Period("month", day, day, f"{day:%Y-%m}") for day in days)


def rolling_quarters(count, *, first=date(2022, 4, 1)):
    starts = [add_months(first, 3 * k) for k in range(count)]
    return tuple(Period("rolling-12", day, add_months(day, 11), "rolling") for day in starts)


def rates(events, people, *, names):
    """A rate for each 1,000 residents of each area in one year, with what it was counted from."""
    happened, residents = (np.array([numbers], dtype=float).T for numbers in (events, people))
    found = series(happened / residents * 1000, periods=YEAR, names=names, unit="per 1,000 residents")
    return replace(found, count=happened, base=residents)


def funnel(*, events=(30, 28, 33, 31, 29, 35, 27, 30, 32, 26, 300)):
    names = tuple(f"{AWKWARD if k == len(events) - 1 else 'Ward'} {k}" for k in range(len(events)))
    found = rates(events, range(1000, 1000 + 40 * len(events), 40), names=names)
    return AreaFunnel(series=(found,), standing=standing_of(found))


def gradient(*, events=(90, 80, 62, 60, 40)):
    people = [1000] * len(events)
    found = rates(events, people, names=tuple(f"Group {k}" for k in range(len(events))))
    return Gradient(series=(found,), inequality=inequality_of_rates(events, people, per=1000))


YEAR = (Period("year", date(2024, 4, 1), date(2025, 3, 1), "2024-25"),)


def series(values, *, periods, names=("Exampleshire",), what=None, unit="count", spread=0.1):
    """One row a name; NaN is a gap. The interval is `spread` either side."""
    value = np.atleast_2d(np.asarray(values, dtype=float))
    return Series(
        measure=what or measure(),
        unit=unit,
        areas=tuple(Area("ward", f"E0{k}", name) for k, name in enumerate(names)),
        periods=periods,
        count=value,
        base=np.full(value.shape, np.nan if unit == "count" else 1000.0),
        value=value,
        lower=value * (1 - spread),
        upper=value * (1 + spread),
        status=np.where(np.isnan(value), "gap", "ok"),
        load=3,
    )


def square(west, south, *, side=0.01):
    ring = [(west, south), (west + side, south), (west + side, south + side), (west, south + side), (west, south)]
    return {"type": "Polygon", "coordinates": [ring]}


def lines(*, names=("North", "South"), gap=None, is_in_panels=False):
    values = np.array([[100.0 + 10 * k + j for j in range(8)] for k in range(len(names))])
    if gap is not None:
        values[:, gap] = np.nan
    drawn = series(values, periods=rolling_quarters(8), names=names)
    return Lines(series=(drawn,), named_by="area", is_in_panels=is_in_panels)


def ranked(names=("Harbour", "Hill", "Market"), *, unit="per 1,000 residents"):
    values = [[10.0 * (k + 1)] for k in range(len(names))]
    drawn = series(values, periods=YEAR, names=names, unit=unit)
    return Ranked(series=(drawn,), named_by="area", reference=15.0, reference_label="Exampleshire")


def control(*, values=None):
    counts = np.array(values if values is not None else [50.0, 52.0, 48.0] * 8, dtype=float)
    drawn = series(counts, periods=months(counts.size))
    return Control(series=(drawn,), chart=control_chart(counts, direction="down"))


def season():
    factors = np.array([0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.4, 1.3, 1.1, 1.0, 0.8, 0.7])
    return Season(
        series=(series(np.tile(factors * 100, 2), periods=months(24, first=date(2023, 1, 1))),), factors=factors
    )


def area_map(names=("Harbour", "Hill", "Market", "Meadow")):
    values = [[40.0], [22.0], [15.0], [5.0]][: len(names)]
    drawn = series(values, periods=YEAR, names=names, unit="per 1,000 residents")
    shapes = {f"E0{k}": square(-2 + 0.01 * k, 50.7) for k in range(len(names) - 1)}
    return AreaMap(series=(drawn,), reference=15.0, shapes=shapes)


def assessment(*, word="plain"):
    """Every kind of block, with `word` put wherever words come from outside."""
    figures = {
        "lines": lines(names=(word, "South")),
        "panels": lines(names=(word, "South", "East", "West", "Centre"), is_in_panels=True),
        "ranked": ranked((word, "Hill", "Market")),
        "control": control(),
        "season": season(),
        "map": area_map((word, "Hill", "Market", "Meadow")),
    }
    blocks = [
        Figure(f"f-{k}", f"What {k} shows: {word}", v, f"Source {word}", (f"Mind {word}",)) for k, v in figures.items()
    ]
    table = Table(
        id="t-one",
        title=f"A table of {word}",
        header=("Name", "Count", "Verdict"),
        rows=((word, "1,234", "Rose"), ("Other", "5", "No clear change")),
        source=f"Source {word}",
        period="April 2024 to March 2025",
        caveats=(f"Mind {word}",),
        numeric=(1,),
    )
    first = Section(
        id="levels",
        heading=f"Levels in {word}",
        duty="An analysis of levels.",
        state="drafted",
        waiting_for="",
        blocks=(
            Paragraph(f"It rose in {word}.", see=("t-one", "f-lines")),
            Subheading(f"Under {word}"),
            Bullets((f"First {word}.", "Second.")),
            table,
            *blocks,
        ),
    )
    kept = Waiting(f"the log of {word}", "It is worked out.", "Enter it.")
    second = Section("plan", "The plan", "An assessment of the plan.", "waiting", "the log", (kept,))
    return Assessment(
        partnership=word,
        year="2024-25",
        title="Strategic assessment",
        period="April 2024 to March 2025",
        status="Draft.",
        summary=(f"It rose in {word}.",),
        sections=(first, second),
        method=(f"Counted by {word}.",),
        caveats=(),
        sources=(f"Load 1: {word}",),
        licences=(f"Licence of {word}.",),
        load=3,
    )


def board_papers(word="plain", *, is_wide=False, appendices=()):
    """Papers with a block of every kind, each with a word in it."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40"><text y="20">'
        + html.escape(word)
        + "</text></svg>"
    )
    blocks = (
        *papers.paragraphs(word),
        papers.subheading(f"Under {word}"),
        papers.bullets([word, "Another."]),
        papers.chart("A chart", svg, word, source="A source", period="2024-25", notes=["A note."]),
        papers.table(word, ["Name", "Count"], [[word, "1"]], numeric=[1]),
        papers.files(
            [papers.linked(f"File {word}", href="http://wardmote.example/papers/1/", because=f"It is {word}.")]
        ),
    )
    agenda = papers.agenda(
        "Agenda", ["", "Item", "To", "Minutes", "Page"], [["1", word, "note", "5"]] * (1 + len(appendices))
    )
    first = (*papers.paragraphs(word), agenda)
    part = papers.PaperPart(f"1. {word}", blocks)
    return papers.Papers(
        "Board pack", word, "Smallshire", first=first, parts=(part,), appendices=appendices, is_wide=is_wide
    )
