"""Is it rising or falling over all the months there are, with the season taken out?"""

from collections.abc import Iterator
from dataclasses import replace

from wardmote.measures.findings import words
from wardmote.measures.findings.draft import Draft
from wardmote.measures.findings.subject import Subject
from wardmote.statistics.breaks import trends_clear_of
from wardmote.statistics.trend import Trend


def draft_trends(subject: Subject) -> Iterator[Draft]:
    """One draft an area; none for a proportion, whose trend is not tested."""
    if subject.whole is None and subject.months and subject.is_of_counts:
        start = _start(subject)
        trends = trends_clear_of(subject.counts, breaks=subject.parting, interruptions=subject.set_aside)
        yield from (_draft(subject, i, trend, start=start) for i, trend in enumerate(trends))


def _start(subject: Subject) -> int:
    """The first month since the newest break in all that is counted: a trend is never drawn across one."""
    return subject.months.index(subject.blocking[-1].first_month) if subject.blocking else 0


def _draft(subject: Subject, i: int, trend: Trend, *, start: int) -> Draft:
    positions = range(start, len(subject.months))
    span, aside = subject.span(positions), subject.without(positions)

    def say(*, is_distinguishable: bool | None) -> str:
        since = f" since {subject.blocking[-1].sentence}" if subject.blocking else ""
        if trend.annual_ratio is None:
            return f"{subject.name(i)}: it cannot be told whether there is a trend, for {trend.reason}{since}{aside}."
        spread = words.interval(trend.lower, trend.upper)
        verdict = words.verdict(is_distinguishable=is_distinguishable, p=trend.p)
        if is_distinguishable:
            course = (
                f"{'fell' if trend.annual_ratio < 1 else 'rose'} by about {words.percent(trend.annual_ratio)} a year"
            )
            taken = f"with the season taken out{aside.replace(', with', ' and', 1)}"
            return f"Over {span}, {_lowered(subject, i)} {course}{spread}, {taken}: {verdict}."
        return (
            f"Over {span}, {_lowered(subject, i)} show no trend that can be told from chance: by best estimate"
            f" {words.difference(trend.annual_ratio)} each year{spread}{aside}."
        )

    def say_briefly(*, is_distinguishable: bool | None) -> str:
        if not is_distinguishable or trend.annual_ratio is None:
            return f"{subject.name(i)}: no trend over the years that can be told from chance."
        verb = "fell" if trend.annual_ratio < 1 else "rose"
        course = f"{verb} by about {abs(trend.annual_ratio - 1):.0%} a year over {span}"
        return f"{subject.name(i)} {course}, more than chance explains."

    numbers = (trend.annual_ratio, trend.lower, trend.upper, trend.p)
    draft = Draft(subject, i, "trend", *numbers, None, say, trend.method, span)
    return replace(draft, say_briefly=say_briefly)


def _lowered(subject: Subject, i: int) -> str:
    return f"{subject.measure.noun} in {subject.areas[i].name}"
