"""Slow, obvious twins of what follows people over time: one person and one day at a time."""


def repeat_persons(
    rows: list[tuple[int, int]], *, period: range, last_day: int, look: int, gap: int
) -> tuple[int, ...]:
    """Repeated and followed, then repeated and followed only in part."""
    counted = [0, 0, 0, 0]
    for person in {who for who, _ in rows if who >= 0}:
        days = sorted(day for who, day in rows if who == person)
        inside = [day for day in days if day in period]
        if not inside:
            continue
        first = inside[0]
        has_further = any(first + gap <= day <= first + look for day in days)
        at = 0 if first + look <= last_day else 2
        counted[at] += has_further
        counted[at + 1] += 1
    return tuple(counted)


def repeat_events(
    rows: list[tuple[int, int, int]], *, period: range, first_day: int, look: int, gap: int
) -> tuple[int, ...]:
    """Repeats and events known for the whole time before, then repeats and events known in part, then unidentified."""
    counted = [0, 0, 0, 0, 0]
    for number in {number for number, _, day in rows if day in period}:
        own = [(who, day) for other, who, day in rows if other == number and day in period and who >= 0]
        if not own:
            counted[4] += 1
            continue
        is_repeat = any(
            who == person and day - look <= earlier <= day - gap for person, day in own for _, who, earlier in rows
        )
        at = 0 if all(day - look >= first_day for _, day in own) else 2
        counted[at] += is_repeat
        counted[at + 1] += 1
    return tuple(counted)


def looked_around(rows: list[tuple[int, int]], *, look: int, gap: int) -> list[tuple[bool, bool]]:
    """Whether each row's person has another day before, and after."""
    return [
        (
            any(who == other and who >= 0 and day - look <= then <= day - gap for other, then in rows),
            any(who == other and who >= 0 and day + gap <= then <= day + look for other, then in rows),
        )
        for who, day in rows
    ]


def follow_up(
    cohort: list[tuple[int, int | None]], events: list[tuple[int, int]], *, last_day: int, look: int
) -> tuple[int, ...]:
    """With an event and followed, then with an event and not yet followed."""
    counted = [0, 0, 0, 0]
    for person in {who for who, day in cohort if who >= 0 and day is not None}:
        clock = min(day for who, day in cohort if who == person and day is not None)
        has_event = any(who == person and clock < day <= clock + look for who, day in events)
        at = 0 if clock + look <= last_day else 2
        counted[at] += has_event
        counted[at + 1] += 1
    return tuple(counted)
