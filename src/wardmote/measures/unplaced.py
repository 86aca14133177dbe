"""Records of which nobody can say whether they lie in the outlines that a measure counts within."""

from collections.abc import Sequence
from datetime import date

import narwhals as nw

from wardmote.definitions.measure import Filter, Measure
from wardmote.disclosure.suppression import THRESHOLD
from wardmote.evidence.evidence import Evidence
from wardmote.measures.choosing import chosen_rows
from wardmote.measures.making_cubes import placed_rows
from wardmote.measures.priority_places import beside_places, has_point, is_of_lsoa


def unplaced_sentences(evidence: Evidence, measure: Measure, *, months: Sequence[date]) -> tuple[str, ...]:
    """How many records between the first and the last of `months` are left out because no point says where they were.

    Nothing where none is, or where the measure counts within no outlines. A few are told only as fewer than five.
    """
    if measure.numerator.within is None or not months:
        return ()
    first, last = min(months), max(months)
    question = ("unplaced", measure.numerator.model_dump_json(), first, last)
    number = evidence.remember(question, lambda: _unplaced(evidence, measure.numerator, first=first, last=last))
    return (_sentence(number),) if number else ()


def _sentence(number: int) -> str:
    records = f"fewer than {THRESHOLD} records" if number < THRESHOLD else f"{number:,} records"
    return (
        f"Of {records} it is not known whether they lie in the outlines of these places: they give no point, and their"
        " LSOA lies only in part inside, or is not known. None of them is counted."
    )


def _unplaced(evidence: Evidence, what: Filter, *, first: date, last: date) -> int:
    if what.table != "events":
        return 0
    frames = evidence.frames()
    years = frames.table("place_outlines").filter(nw.col("name") == what.within).select("year").unique()
    ours = frames.table("units").filter(nw.col("is_member")).select("unit", is_ours=nw.lit(value=True))
    rows = chosen_rows(placed_rows(evidence, frames, what.table), what)
    rows = rows.filter((nw.col("month") >= first) & (nw.col("month") <= last)).join(ours, on="unit", how="left")
    columns = rows.collect_schema().names()
    is_unsure = (nw.col("lies") == "across") | ((nw.col("lies") == "inside") & ~is_of_lsoa(columns))
    rows = (
        beside_places(rows, what, frames=frames)
        .join(years, on="year", how="semi")
        .filter(~has_point(columns) & ((nw.col("is_ours") & is_unsure) | nw.col("unit").is_null()))
    )
    return int(rows.select(n=nw.len()).collect("pyarrow").to_native()["n"][0].as_py())
