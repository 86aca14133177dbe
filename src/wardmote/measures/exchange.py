"""The two forms in which a series leaves for other programs. Their shapes are promised in the documentation."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict, fields

from wardmote.measures.finding import Finding
from wardmote.measures.series import Series, SeriesRow

_NOWCAST = ("expected", "expected_lower", "expected_upper")
_COLUMNS = tuple(field.name for field in fields(SeriesRow) if field.name not in {*_NOWCAST, "marks"})


def to_csv(series: Iterable[Series]) -> str:
    """One row a value, under the names of `SeriesRow`'s fields; what is not available is an empty cell.

    The columns of the nowcast follow where one was asked for.
    """
    held = tuple(series)
    columns = _COLUMNS + (_NOWCAST if any(one.expected is not None for one in held) else ())
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([getattr(row, column) for column in columns] for one in held for row in one.rows())
    return text.getvalue()


def to_json(series: Series, findings: Iterable[Finding]) -> str:
    """The same rows as `series`, with the unit, the newest load they stand on, the `findings`, and the notes."""
    content = {
        "unit": series.unit,
        "load": series.load,
        "series": [asdict(row) for row in series.rows()],
        "findings": [_finding(finding) for finding in findings],
        "notes": list(series.notes),
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def _finding(finding: Finding) -> dict[str, object]:
    """What is promised of a finding; how a page says it in brief is its own."""
    return {name: value for name, value in asdict(finding).items() if name != "brief"}
