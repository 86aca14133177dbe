"""When in the year is it highest and lowest?"""

from collections.abc import Iterator

from wardmote.measures.findings import words
from wardmote.measures.findings.draft import Draft
from wardmote.measures.findings.subject import Subject
from wardmote.statistics.breaks import seasons_clear_of
from wardmote.statistics.season import Season


def draft_seasons(subject: Subject) -> Iterator[Draft]:
    """One draft an area; none for a proportion."""
    if subject.whole is None and subject.months and subject.is_of_counts:
        seasons = seasons_of_subject(subject)
        yield from (_draft(subject, i, season) for i, season in enumerate(seasons))


def seasons_of_subject(subject: Subject) -> tuple[Season, ...]:
    """The season of each area, from the months that were recorded in one way and in which nothing else was going on."""
    return seasons_clear_of(
        subject.counts,
        first_month=subject.months[0].month,
        breaks=subject.parting,
        interruptions=subject.set_aside,
    )


def _draft(subject: Subject, i: int, season: Season) -> Draft:
    peak = float(season.factors[season.peak_month - 1]) if season.peak_month else None

    def say(*, is_distinguishable: bool | None) -> str:
        if peak is None or season.trough_month is None:
            return f"{subject.name(i)}: it cannot be told whether there is a season, for {season.reason}."
        if not is_distinguishable:
            return f"{subject.name(i)} have no season that can be told from chance."
        trough = season.factors[season.trough_month - 1]
        return (
            f"{subject.name(i)} are highest in {words.extreme_month(season.peak_month or 1, season.peak_months)} ({words.difference(peak)} than the"
            f" average month) and lowest in {words.extreme_month(season.trough_month, season.trough_months)} ({words.difference(trough)})."
        )

    span = subject.span(range(len(subject.months)))
    return Draft(subject, i, "season", peak, None, None, season.p, None, say, season.method, span)
