"""The slow, obvious twin of the clocks: a calendar that is walked day by day."""

from datetime import date, timedelta

from holidays import country_holidays

DAY = timedelta(days=1)
_CODES = {"England": "ENG", "Wales": "WLS", "Scotland": "SCT", "Northern Ireland": "NIR"}
_HOLIDAYS = {nation: country_holidays("GB", subdiv=code, years=range(2000, 2062)) for nation, code in _CODES.items()}


def days_from(day):
    """Every day after this one."""
    while True:
        day += DAY
        yield day


def end_of_span(day, *, months=0, days=0, working_days=0, nations=()):
    """Walks on until the span is over."""
    if days or working_days:
        for walked in days_from(day):
            is_free = walked.strftime("%a") in {"Sat", "Sun"} or any(walked in _HOLIDAYS[nation] for nation in nations)
            if days:
                days -= 1
            elif not is_free:
                working_days -= 1
            if not days and not working_days:
                return walked
    ends = []
    for walked in days_from(day):
        crossed = (walked.year - day.year) * 12 + walked.month - day.month
        if crossed > months:
            break
        if crossed == months:
            ends.append(walked)
    same = [one for one in ends if one.day == day.day]
    return same[0] if same else ends[-1]


def every_state(done, on, *, months, warn):
    """Counts through the days since the last time; returns the state and the last day in time."""
    past = [one for one in done if one <= on]
    if not past:
        return "no evidence", None
    due = end_of_span(max(past), months=months)
    warnings = [end_of_span(max(past), months=number) for number in warn]
    if on > due:
        return "overdue", due
    return ("due soon" if any(on >= day for day in warnings) else "met"), due


def april_years_missed(done, on):
    """The years from April to March, after the first in which something was done, that passed without it."""
    if not done:
        return []
    first = min(done)
    begins = date(first.year if first.month >= 4 else first.year - 1, 4, 1)
    missed = []
    while begins.replace(year=begins.year + 1) <= on:
        ends = begins.replace(year=begins.year + 1)
        if not any(begins <= one < ends for one in done):
            missed.append(begins.year)
        begins = ends
    return missed
