"""How complete the flags are that a measure chooses by: a share with a flag means little while records do not say."""

from wardmote.definitions.catalogue import all_measures
from wardmote.definitions.measure import Filter, Measure
from wardmote.errors import NotAvailable
from wardmote.evidence.evidence import Evidence
from wardmote.reports.kpi.content import FlagReading, Reading
from wardmote.reports.kpi.quarter import Quarter
from wardmote.reports.kpi.reading import quarter_reading, read_series


def flags_of(evidence: Evidence, measure: Measure, quarter: Quarter) -> tuple[FlagReading, ...]:
    """The completeness in the quarter of each flag that a measure chooses by, in the records of the same source."""
    flags = dict.fromkeys((*measure.numerator.flags, *(measure.denominator.flags if measure.denominator else ())))
    return tuple(FlagReading(flag, _completeness(evidence, measure, flag, quarter)) for flag in flags)


def _completeness(evidence: Evidence, measure: Measure, flag: str, quarter: Quarter) -> Reading | None:
    teller = _teller(measure, flag)
    if teller is None:
        return None
    try:
        return quarter_reading(read_series(evidence, teller, period="quarter", last=quarter.last), quarter)
    except NotAvailable:
        return None


def _teller(measure: Measure, flag: str) -> Measure | None:
    """The measure that counts all records of the same source that answer this flag and nothing else."""
    sources = measure.numerator.where.get("source")
    wanted = Filter(table="events", where={"source": sources or ()}, answered=(flag,))
    return next((one for one in all_measures() if one.calculation == "proportion" and one.numerator == wanted), None)
