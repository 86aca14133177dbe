"""Is it rising or falling over all the months there are, with the season taken out?"""

from collections.abc import Iterator

from wardmote.measures.findings import words
from wardmote.measures.findings.draft import Draft
from wardmote.measures.findings.subject import Subject
from wardmote.statistics.trend import Trend, trends_over


def draft_trends(subject: Subject) -> Iterator[Draft]:
    """One draft an area; none for a proportion, whose trend is not tested."""
    if subject.whole is None and subject.months:
        yield from (_draft(subject, i, trend) for i, trend in enumerate(trends_over(subject.counts)))


def _draft(subject: Subject, i: int, trend: Trend) -> Draft:
    span = subject.span(range(len(subject.months)))

    def say(*, is_distinguishable: bool | None) -> str:
        if trend.annual_ratio is None:
            return f"{subject.name(i)}: it cannot be told whether there is a trend, for {trend.reason}."
        spread = words.interval(trend.lower, trend.upper)
        verdict = words.verdict(is_distinguishable=is_distinguishable, p=trend.p)
        if is_distinguishable:
            course = (
                f"{'fell' if trend.annual_ratio < 1 else 'rose'} by about {words.percent(trend.annual_ratio)} a year"
            )
            return f"Over {span}, {_lowered(subject, i)} {course}{spread}, with the season taken out: {verdict}."
        return (
            f"Over {span}, {_lowered(subject, i)} show no trend that can be told from chance: by best estimate"
            f" {words.difference(trend.annual_ratio)} each year{spread}."
        )

    return Draft(
        subject, i, "trend", trend.annual_ratio, trend.lower, trend.upper, trend.p, None, say, trend.method, span
    )


def _lowered(subject: Subject, i: int) -> str:
    return f"{subject.measure.noun} in {subject.areas[i].name}"
