"""The forms in which survey results leave for other programs."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict, fields

from wardmote.measures.surveys.result import SurveyResult, SurveyRow


def to_csv(results: Iterable[SurveyResult]) -> str:
    """One row an answer, under the names of `SurveyRow`'s fields; what is not shown is an empty cell."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field.name for field in fields(SurveyRow))
    writer.writerows(asdict(row).values() for result in results for row in result.rows)
    return text.getvalue()


def to_json(results: Iterable[SurveyResult]) -> str:
    """A list of results, each with its rows, warnings, caveats and changes, under the names of the dataclasses."""
    return json.dumps([asdict(result) for result in results], ensure_ascii=False, indent=1)
